/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-view.h"
#include "plumb-outline-view.h"
#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CHART_PANEL (plumb_chart_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlumbChartPanel, plumb_chart_panel, PLUMB, CHART_PANEL, AdwBin)

/**
 * PlumbChartPanel:
 *
 * The middle of the window: the strip of stages, the title of the stage in
 * view, its chart in a scrolled window, and the legend.
 *
 * Properties:
 *  outline (boolean, read-write): the pathway as a nested list in place of the chart
 *  whole (boolean, read-write): all stages as one picture in place of the chart of one
 * Actions, with keys that work in the whole window: chart.zoom-in (Ctrl+plus),
 * chart.zoom-out (Ctrl+minus), chart.zoom-fit (Ctrl+0), chart.zoom-fit-stage (Ctrl+9);
 * chart.show-chart goes back from the whole pathway to the stage in view.
 */
GtkWidget *plumb_chart_panel_new (PlumbSession *session);
PlumbChartView *plumb_chart_panel_get_view (PlumbChartPanel *self);
PlumbOutlineView *plumb_chart_panel_get_outline_view (PlumbChartPanel *self);
gboolean plumb_chart_panel_get_outline (PlumbChartPanel *self);
void plumb_chart_panel_set_outline (PlumbChartPanel *self, gboolean outline);
gboolean plumb_chart_panel_get_whole (PlumbChartPanel *self);
void plumb_chart_panel_set_whole (PlumbChartPanel *self, gboolean whole);
/* Puts the keyboard on a box, in the chart or the outline; opens it where it carries an advice
 * that is asked for, or NULL. */
void plumb_chart_panel_go_to (PlumbChartPanel *self,
                              const PlumbNode *node,
                              const PlumbRecommendation *recommendation);
void plumb_chart_panel_set_compact (PlumbChartPanel *self, gboolean compact);

G_END_DECLS
