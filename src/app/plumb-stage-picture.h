/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-layout.h"
#include "plumb-chart-palette.h"
#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_STAGE_PICTURE (plumb_stage_picture_get_type ())
G_DECLARE_FINAL_TYPE (PlumbStagePicture, plumb_stage_picture, PLUMB, STAGE_PICTURE, GtkWidget)

/**
 * PlumbStagePicture:
 *
 * A stage as small as a stamp: its boxes and edges without their texts, each as
 * it stands. The pointer over a box tells what it is.
 *
 * Signals:
 *  chosen (self): clicked
 */
GtkWidget *plumb_stage_picture_new (const PlumbStage *stage);
const PlumbStage *plumb_stage_picture_get_stage (PlumbStagePicture *self);
/* NULL: nothing is drawn. */
void plumb_stage_picture_set_layout (PlumbStagePicture *self, PlumbChartLayout *layout);
/* How much smaller than the chart it is drawn. */
void plumb_stage_picture_set_scale (PlumbStagePicture *self, double scale);
void plumb_stage_picture_update (PlumbStagePicture *self,
                                 PlumbEvaluation *evaluation,
                                 gboolean in_view,
                                 const PlumbChartPalette *palette);
/* What stands at a place of the picture, or NULL. */
const PlumbNode *plumb_stage_picture_find_node (PlumbStagePicture *self, double x, double y);

G_END_DECLS
