/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway-file.h"
#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WINDOW (plumb_window_get_type ())
G_DECLARE_FINAL_TYPE (PlumbWindow, plumb_window, PLUMB, WINDOW, AdwApplicationWindow)

PlumbWindow *plumb_window_new (GtkApplication *application, PlumbPathway *pathway);
PlumbSession *plumb_window_get_session (PlumbWindow *self);
/* The file of a pathway; asks before anything is lost. */
void plumb_window_open_pathway (PlumbWindow *self, GFile *file);
/* Reads the pathway anew whenever its file changes, and checks it. */
void plumb_window_follow_pathway (PlumbWindow *self, PlumbPathwayFile *file);
void plumb_window_open (PlumbWindow *self, GFile *file);
void plumb_window_keep_recovery (PlumbWindow *self);
void plumb_window_offer_recovery (PlumbWindow *self);

G_END_DECLS
