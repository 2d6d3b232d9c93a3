/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void plumb_style_load (GdkDisplay *display);

G_END_DECLS
