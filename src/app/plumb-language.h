/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plumb_language_init (void);
const char *plumb_app_language (void);
const char *plumb_app_direction_mark (void);

G_END_DECLS
