/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-drawing.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_NODE_BOX (plumb_node_box_get_type ())
G_DECLARE_FINAL_TYPE (PlumbNodeBox, plumb_node_box, PLUMB, NODE_BOX, GtkWidget)

/**
 * PlumbNodeBox:
 *
 * One box of the chart on the screen: it can be focused, clicked and read aloud.
 *
 * Signals:
 *  opened (self): clicked, or its key was pressed
 */
GtkWidget *
plumb_node_box_new (PlumbChartLayout *layout, const PlumbChartBox *geometry, PangoContext *context);

const PlumbNode *plumb_node_box_get_node (PlumbNodeBox *self);
const PlumbChartBox *plumb_node_box_get_geometry (PlumbNodeBox *self);
PlumbStanding plumb_node_box_get_standing (PlumbNodeBox *self);
void plumb_node_box_set_standing (PlumbNodeBox *self, PlumbStanding standing);
gboolean plumb_node_box_get_tried (PlumbNodeBox *self);
void plumb_node_box_set_tried (PlumbNodeBox *self, gboolean tried);
/* Without its text, to be filled in; only its number is seen and read aloud. */
void plumb_node_box_set_blank (PlumbNodeBox *self, gboolean blank);
void plumb_node_box_set_palette (PlumbNodeBox *self, const PlumbChartPalette *palette);

G_END_DECLS
