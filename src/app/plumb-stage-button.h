/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_STAGE_BUTTON (plumb_stage_button_get_type ())
G_DECLARE_FINAL_TYPE (PlumbStageButton, plumb_stage_button, PLUMB, STAGE_BUTTON, GtkButton)

/**
 * PlumbStageButton:
 *
 * One stage on the strip, and how it stands.
 */
GtkWidget *plumb_stage_button_new (const PlumbStage *stage);
const PlumbStage *plumb_stage_button_get_stage (PlumbStageButton *self);
void plumb_stage_button_update (PlumbStageButton *self, PlumbSession *session);
void plumb_stage_button_set_compact (PlumbStageButton *self, gboolean compact);

G_END_DECLS
