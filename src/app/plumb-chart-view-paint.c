/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-view-private.h"

#include "plumb-chart-drawing.h"
#include "plumb-node-box.h"

#include <math.h>

/* Around the layout: room for the ring of a current box. */
#define MARGIN_X 7
#define MARGIN_Y 12

/* What fits the width is never smaller than can be read, nor larger than is useful. */
#define FIT_LEAST 0.7
#define FIT_MOST 1.0
/* What fits the whole stage may be, as any zoom. */
#define FIT_STAGE_LEAST 0.5

static GtkWidgetClass *parent_class;

/* Size and place */

static double
fit_stage (PlumbChartView *self, double width)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  double height = viewport != NULL ? gtk_widget_get_height (viewport) : 0;
  double scale = width / (plumb_chart_layout_get_width (self->layout) + 2 * MARGIN_X);

  if (height > 0)
    scale = MIN (scale, height / (plumb_chart_layout_get_height (self->layout) + 2 * MARGIN_Y));

  return CLAMP (scale, FIT_STAGE_LEAST, FIT_MOST);
}

static double
get_scale_for (PlumbChartView *self, double width)
{
  if (self->zoom > 0)
    return self->zoom;
  if (self->layout == NULL)
    return 1;
  if (self->fit_stage)
    return fit_stage (self, width);

  return CLAMP (width / (plumb_chart_layout_get_width (self->layout) + 2 * MARGIN_X), FIT_LEAST,
                FIT_MOST);
}

double
plumb_chart_view_get_scale (PlumbChartView *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_VIEW (self), 1);

  return get_scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* Where the upper left corner of the layout is, in coordinates of the view. */
static graphene_point_t
get_origin (PlumbChartView *self, double width, double scale)
{
  double spare = width - plumb_chart_layout_get_width (self->layout) * scale;

  return GRAPHENE_POINT_INIT ((float) round (MAX (MARGIN_X * scale, spare / 2)),
                              (float) round (MARGIN_Y * scale));
}

static void
measure_width (PlumbChartView *self, int *minimum, int *natural)
{
  double width = plumb_chart_layout_get_width (self->layout) + 2 * MARGIN_X;

  double least = self->fit_stage ? FIT_STAGE_LEAST : FIT_LEAST;

  *minimum = (int) floor (width * (self->zoom > 0 ? self->zoom : least));
  *natural = (int) floor (width * (self->zoom > 0 ? self->zoom : 1));
}

static void
measure_height (PlumbChartView *self, int width, int *minimum, int *natural)
{
  double height = plumb_chart_layout_get_height (self->layout) + 2 * MARGIN_Y;

  /* A pixel less would be one to scroll by. */
  *minimum = *natural = self->fit_stage
                            ? (int) floor (height * get_scale_for (self, MAX (width, 0)))
                            : (int) ceil (height * get_scale_for (self, MAX (width, 0)));
}

static void
plumb_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);

  *minimum = *natural = 0;
  if (self->layout == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static GtkSizeRequestMode
plumb_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate_box (GtkWidget *box, const graphene_point_t *origin, double scale)
{
  const PlumbRectangle *area = &plumb_node_box_get_geometry (PLUMB_NODE_BOX (box))->area;
  GskTransform *transform = gsk_transform_translate (NULL, origin);
  int width;
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  transform = gsk_transform_scale (transform, (float) scale, (float) scale);
  transform = gsk_transform_translate (transform,
                                       &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y));
  gtk_widget_allocate (box, width, height, -1, transform);
}

static void
plumb_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);

  if (self->layout != NULL)
    {
      double scale = get_scale_for (self, width);
      graphene_point_t origin = get_origin (self, width, scale);

      for (guint i = 0; i < self->boxes->len; i++)
        allocate_box (g_ptr_array_index (self->boxes, i), &origin, scale);
    }
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

graphene_point_t
plumb_chart_view_get_origin (PlumbChartView *self)
{
  return get_origin (self, gtk_widget_get_width (GTK_WIDGET (self)),
                     plumb_chart_view_get_scale (self));
}

graphene_rect_t
plumb_chart_view_locate (PlumbChartView *self, const PlumbChartBox *box)
{
  double scale = plumb_chart_view_get_scale (self);
  graphene_point_t origin = get_origin (self, gtk_widget_get_width (GTK_WIDGET (self)), scale);

  return GRAPHENE_RECT_INIT ((float) (origin.x + box->area.x * scale),
                             (float) (origin.y + box->area.y * scale),
                             (float) (box->area.width * scale), (float) (box->area.height * scale));
}

/* A chart may be much larger than the window: what is painted is what can be
 * seen, and as much again around it, so that scrolling seldom paints anew. */

graphene_rect_t
plumb_chart_view_find_visible (PlumbChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t visible;

  if (viewport == NULL || !gtk_widget_compute_bounds (viewport, widget, &visible))
    graphene_rect_init (&visible, 0, 0, (float) gtk_widget_get_width (widget),
                        (float) gtk_widget_get_height (widget));

  return visible;
}

static void
on_scrolled (PlumbChartView *self)
{
  graphene_rect_t visible = plumb_chart_view_find_visible (self);
  graphene_rect_t whole
      = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                            (float) gtk_widget_get_height (GTK_WIDGET (self)));

  graphene_rect_intersection (&visible, &whole, &visible);
  if (!graphene_rect_contains_rect (&self->painted, &visible))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_page_laid_out (GdkFrameClock *clock, PlumbChartView *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_page_laid_out, self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* What fits the whole stage follows the height of the window: later in the same frame, since
 * a widget that asks while it is laid out is not asked again, and stays empty. */
static void
on_page_changed (PlumbChartView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!self->fit_stage || clock == NULL)
    return;
  g_signal_handlers_disconnect_by_func (clock, on_page_laid_out, self);
  g_signal_connect_object (clock, "layout", G_CALLBACK (on_page_laid_out), self, G_CONNECT_AFTER);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
append_boxes (PlumbChartView *self, GtkSnapshot *snapshot, const graphene_rect_t *visible)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->boxes, i);
      const PlumbRectangle *area = &plumb_node_box_get_geometry (PLUMB_NODE_BOX (box))->area;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) area->x, (float) area->y,
                                                   (float) area->width, (float) area->height);

      graphene_rect_inset (&bounds, -PLUMB_CHART_OVERHANG, -PLUMB_CHART_OVERHANG);
      if (graphene_rect_intersection (&bounds, visible, NULL))
        gtk_widget_snapshot_child (GTK_WIDGET (self), box, snapshot);
    }
}

static void
plumb_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);
  double scale = plumb_chart_view_get_scale (self);
  graphene_point_t origin;
  graphene_rect_t visible;

  if (self->layout == NULL)
    return;
  origin = get_origin (self, gtk_widget_get_width (widget), scale);
  self->painted = plumb_chart_view_find_visible (self);
  graphene_rect_inset (&self->painted, -self->painted.size.width / 2,
                       -self->painted.size.height / 2);
  graphene_rect_offset_r (&self->painted, -origin.x, -origin.y, &visible);
  graphene_rect_scale (&visible, (float) (1 / scale), (float) (1 / scale), &visible);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  plumb_chart_edges_snapshot (self->edges, snapshot, &visible);
  gtk_snapshot_restore (snapshot);
  append_boxes (self, snapshot, &visible);
}

static GtkAdjustment *
get_adjustment (GtkWidget *widget, GtkOrientation orientation)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (window == NULL)
    return NULL;

  return orientation == GTK_ORIENTATION_HORIZONTAL
             ? gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (window))
             : gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
}

static void
plumb_chart_view_map (GtkWidget *widget)
{
  parent_class->map (widget);

  plumb_chart_view_await_layout (PLUMB_CHART_VIEW (widget));
  for (guint i = 0; i < 2; i++)
    {
      GtkAdjustment *adjustment = get_adjustment (widget, (GtkOrientation) i);

      if (adjustment == NULL)
        continue;
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), widget,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (on_page_changed),
                               widget, G_CONNECT_SWAPPED);
    }
}

static void
plumb_chart_view_unmap (GtkWidget *widget)
{
  for (guint i = 0; i < 2; i++)
    {
      GtkAdjustment *adjustment = get_adjustment (widget, (GtkOrientation) i);

      if (adjustment == NULL)
        continue;
      g_signal_handlers_disconnect_by_func (adjustment, on_scrolled, widget);
      g_signal_handlers_disconnect_by_func (adjustment, on_page_changed, widget);
    }

  parent_class->unmap (widget);
}

void
plumb_chart_view_install_painting (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  widget_class->measure = plumb_chart_view_measure;
  widget_class->get_request_mode = plumb_chart_view_get_request_mode;
  widget_class->size_allocate = plumb_chart_view_size_allocate;
  widget_class->snapshot = plumb_chart_view_snapshot;
  widget_class->map = plumb_chart_view_map;
  widget_class->unmap = plumb_chart_view_unmap;
}
