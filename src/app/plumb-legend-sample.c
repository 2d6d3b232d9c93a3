/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-legend-sample.h"

#include "plumb-chart-drawing.h"

#include <adwaita.h>

#define WIDTH 58
#define HEIGHT 30

struct _PlumbLegendSample
{
  GtkWidget parent_instance;

  PlumbNodeKind kind;
  PlumbStanding standing;
};

G_DEFINE_FINAL_TYPE (PlumbLegendSample, plumb_legend_sample, GTK_TYPE_WIDGET)

static void
plumb_legend_sample_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
plumb_legend_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbLegendSample *self = PLUMB_LEGEND_SAMPLE (widget);
  PlumbRectangle area = { PLUMB_CHART_RING + 1, PLUMB_CHART_RING + 1,
                          WIDTH - 2 * PLUMB_CHART_RING - 2, HEIGHT - 2 * PLUMB_CHART_RING - 2 };
  PlumbRectangle badge = { area.x + area.width - 10, 1, 11, 11 };
  PlumbChartPalette palette;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));

  plumb_chart_palette_read (&palette, widget);
  plumb_chart_draw_box (cr, self->kind, &area, self->standing, FALSE, &palette);
  if (self->standing == PLUMB_STANDING_TAKEN)
    plumb_chart_draw_check (cr, &badge, &palette);
  else if (self->standing == PLUMB_STANDING_CURRENT)
    plumb_chart_draw_marker (cr, &badge, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
                             &palette);
  cairo_destroy (cr);
}

static void
plumb_legend_sample_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_legend_sample_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
plumb_legend_sample_class_init (PlumbLegendSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plumb_legend_sample_measure;
  widget_class->snapshot = plumb_legend_sample_snapshot;
  widget_class->css_changed = plumb_legend_sample_css_changed;
  gtk_widget_class_set_css_name (widget_class, "legendsample");
  /* The word beside it says the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plumb_legend_sample_init (PlumbLegendSample *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
plumb_legend_sample_new (PlumbNodeKind kind, PlumbStanding standing)
{
  PlumbLegendSample *self = g_object_new (PLUMB_TYPE_LEGEND_SAMPLE, NULL);

  self->kind = kind;
  self->standing = standing;

  return GTK_WIDGET (self);
}
