/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CHART_VIEW (plumb_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PlumbChartView, plumb_chart_view, PLUMB, CHART_VIEW, GtkWidget)

/**
 * PlumbChartView:
 *
 * The chart of the stage in view, in a scrolled window: a child widget a box,
 * the edges drawn beneath.
 *
 * Properties:
 *  zoom (double, read-write, from 0.5 to 2): 0 fits the width, down to what can be read
 */
GtkWidget *plumb_chart_view_new (PlumbSession *session);
void plumb_chart_view_set_session (PlumbChartView *self, PlumbSession *session);
double plumb_chart_view_get_zoom (PlumbChartView *self);
void plumb_chart_view_set_zoom (PlumbChartView *self, double zoom);
/* Instead of the width, the whole of each stage; until the zoom is set again. */
void plumb_chart_view_fit_stage (PlumbChartView *self);
/* Around a place in the view, which keeps where it is on the screen. */
void plumb_chart_view_zoom_at (PlumbChartView *self, double zoom, double x, double y);
/* What zoom comes to on the screen: where it is 0, the factor that fits. */
double plumb_chart_view_get_scale (PlumbChartView *self);

/* The widget of a box of the stage in view, or NULL. */
GtkWidget *plumb_chart_view_find_box (PlumbChartView *self, const PlumbNode *node);
/* What a click on the box does. */
void plumb_chart_view_open (PlumbChartView *self, const PlumbNode *node);
/* What is open from a box, or NULL. */
GtkPopover *plumb_chart_view_get_popover (PlumbChartView *self);

G_END_DECLS
