/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-view-private.h"

#include <math.h>

#define ZOOM_LEAST 0.5
#define ZOOM_MOST 2.0
/* One notch of a wheel. */
#define NOTCH 1.1

static GtkAdjustment *
get_adjustment (PlumbChartView *self, GtkOrientation orientation)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (window == NULL)
    return NULL;

  return orientation == GTK_ORIENTATION_HORIZONTAL
             ? gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (window))
             : gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
}

static double
get_offset (PlumbChartView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = get_adjustment (self, orientation);

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* Zoom */

double
plumb_chart_view_get_zoom (PlumbChartView *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_VIEW (self), 0);

  return self->zoom;
}

static void
zoom_to (PlumbChartView *self, double zoom, gboolean fit_stage)
{
  if (zoom > 0)
    zoom = CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST);
  if (G_APPROX_VALUE (zoom, self->zoom, 0.001) && fit_stage == self->fit_stage)
    return;
  plumb_chart_scroll_stop (self->scroll);
  self->zoom = zoom;
  self->fit_stage = fit_stage;
  self->anchored = FALSE;
  self->moved = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  plumb_chart_view_await_layout (self);
  g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * plumb_chart_view_set_zoom:
 * @self: a view
 * @zoom: from 0.5 to 2, or 0 to fit the width
 *
 * Sets how large the chart is drawn.
 */
void
plumb_chart_view_set_zoom (PlumbChartView *self, double zoom)
{
  g_return_if_fail (PLUMB_IS_CHART_VIEW (self));

  zoom_to (self, zoom, FALSE);
}

/**
 * plumb_chart_view_fit_stage:
 * @self: a view
 *
 * Draws each stage as large as it can be seen whole, but never below half its size.
 */
void
plumb_chart_view_fit_stage (PlumbChartView *self)
{
  g_return_if_fail (PLUMB_IS_CHART_VIEW (self));

  zoom_to (self, 0, TRUE);
}

/**
 * plumb_chart_view_zoom_at:
 * @self: a view
 * @zoom: from 0.5 to 2
 * @x: a place in the view …
 * @y: … that keeps where it is on the screen
 *
 * Sets how large the chart is drawn around a place.
 */
void
plumb_chart_view_zoom_at (PlumbChartView *self, double zoom, double x, double y)
{
  double scale;
  double before;
  graphene_point_t origin;
  gboolean held;

  g_return_if_fail (PLUMB_IS_CHART_VIEW (self));

  if (self->layout == NULL)
    return;
  scale = plumb_chart_view_get_scale (self);
  origin = plumb_chart_view_get_origin (self);
  before = self->zoom;
  held = self->anchored;
  zoom_to (self, zoom, FALSE);
  self->anchored = held || !G_APPROX_VALUE (before, self->zoom, 0.001);
  /* Until the boxes have moved, the place is where it was. */
  if (held || !self->anchored)
    return;
  graphene_point_init (&self->anchor, (float) ((x - origin.x) / scale),
                       (float) ((y - origin.y) / scale));
  graphene_point_init (&self->anchor_place,
                       (float) (x - get_offset (self, GTK_ORIENTATION_HORIZONTAL)),
                       (float) (y - get_offset (self, GTK_ORIENTATION_VERTICAL)));
}

/* Once the boxes have their new places: scrolls so that the anchor is where it was. */
void
plumb_chart_view_hold_anchor (PlumbChartView *self)
{
  double scale = plumb_chart_view_get_scale (self);
  graphene_point_t origin = plumb_chart_view_get_origin (self);
  GtkAdjustment *across = get_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  GtkAdjustment *down = get_adjustment (self, GTK_ORIENTATION_VERTICAL);

  self->anchored = FALSE;
  if (across != NULL)
    gtk_adjustment_set_value (across,
                              origin.x + self->anchor.x * scale - self->anchor_place.x);
  if (down != NULL)
    gtk_adjustment_set_value (down, origin.y + self->anchor.y * scale - self->anchor_place.y);
}

/* Wheel and fingers */

static gboolean
on_scroll (GtkEventControllerScroll *wheel, double dx, double dy, PlumbChartView *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (wheel);
  double scale = plumb_chart_view_get_scale (self);

  plumb_chart_scroll_stop (self->scroll);
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  plumb_chart_view_zoom_at (self, scale * pow (NOTCH, -dy), self->pointer.x, self->pointer.y);

  return GDK_EVENT_STOP;
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, PlumbChartView *self)
{
  graphene_point_init (&self->pointer, (float) x, (float) y);
}

static void
on_pinch_begin (GtkGesture *pinch, GdkEventSequence *sequence, PlumbChartView *self)
{
  plumb_chart_scroll_stop (self->scroll);
  self->pinched = plumb_chart_view_get_scale (self);
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch (GtkGestureZoom *pinch, double factor, PlumbChartView *self)
{
  double x = 0;
  double y = 0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y);
  plumb_chart_view_zoom_at (self, self->pinched * factor, x, y);
}

void
plumb_chart_view_add_zoom_controllers (PlumbChartView *self)
{
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
