/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WINDOW (plumb_window_get_type ())
G_DECLARE_FINAL_TYPE (PlumbWindow, plumb_window, PLUMB, WINDOW, AdwApplicationWindow)

PlumbWindow *plumb_window_new (GtkApplication *application, PlumbPathway *pathway);
PlumbSession *plumb_window_get_session (PlumbWindow *self);
void plumb_window_open (PlumbWindow *self, GFile *file);

G_END_DECLS
