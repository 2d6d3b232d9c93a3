/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program's settings, or NULL: they are a convenience, and all works without their schema. */
GSettings *plumb_settings_new (void);

G_END_DECLS
