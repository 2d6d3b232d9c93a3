/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-view.h"
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
 *  session (PlumbSession, read-write)
 * Actions, with keys that work in the whole window: chart.zoom-in (Ctrl+plus),
 * chart.zoom-out (Ctrl+minus), chart.zoom-fit (Ctrl+0).
 */
GtkWidget *plumb_chart_panel_new (PlumbSession *session);
PlumbChartView *plumb_chart_panel_get_view (PlumbChartPanel *self);

G_END_DECLS
