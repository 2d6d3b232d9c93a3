/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_STAGE_STRIP (plumb_stage_strip_get_type ())
G_DECLARE_FINAL_TYPE (PlumbStageStrip, plumb_stage_strip, PLUMB, STAGE_STRIP, GtkWidget)

/**
 * PlumbStageStrip:
 *
 * A button a stage, with how the stage stands; a click shows its chart. Where
 * they do not fit side by side, they stand in rows of equal length.
 */
GtkWidget *plumb_stage_strip_new (PlumbSession *session);
void plumb_stage_strip_set_session (PlumbStageStrip *self, PlumbSession *session);
void plumb_stage_strip_set_compact (PlumbStageStrip *self, gboolean compact);

G_END_DECLS
