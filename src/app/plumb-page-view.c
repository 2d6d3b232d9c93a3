/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-page-view.h"

#include <glib/gi18n.h>
#include <math.h>

/* In logical pixels a point. */
#define SCALE_LEAST 0.5
#define SCALE_MOST 1.6

struct _PlumbPageView
{
  GtkWidget parent_instance;

  PlumbPainter *painter; /* that of the page around it, which outlives it */
  guint page;
};

G_DEFINE_FINAL_TYPE (PlumbPageView, plumb_page_view, GTK_TYPE_WIDGET)

static double
get_scale (PlumbPageView *self, int width)
{
  return CLAMP (width / plumb_painter_get_width (self->painter), SCALE_LEAST, SCALE_MOST);
}

static void
plumb_page_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PlumbPageView *self = PLUMB_PAGE_VIEW (widget);
  double width = plumb_painter_get_width (self->painter);
  double height = plumb_painter_get_height (self->painter);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) floor (width * SCALE_LEAST);
      *natural = (int) floor (width * SCALE_MOST);
      return;
    }
  *minimum = *natural
      = (int) ceil (height * (for_size < 0 ? SCALE_LEAST : get_scale (self, for_size)));
}

static GtkSizeRequestMode
plumb_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
append_paper (GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shadow = { 0, 0, 0, 0.35f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 6);
  gtk_snapshot_append_color (snapshot, &white, area);
}

static void
plumb_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbPageView *self = PLUMB_PAGE_VIEW (widget);
  double scale = get_scale (self, gtk_widget_get_width (widget));
  double width = plumb_painter_get_width (self->painter) * scale;
  double left = floor ((gtk_widget_get_width (widget) - width) / 2);
  graphene_rect_t area = GRAPHENE_RECT_INIT (
      (float) left, 0, (float) width, (float) (plumb_painter_get_height (self->painter) * scale));
  cairo_t *cr;

  append_paper (snapshot, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_translate (cr, left, 0);
  cairo_scale (cr, scale, scale);
  plumb_painter_draw_page (self->painter, cr, self->page);
  cairo_destroy (cr);
}

static void
plumb_page_view_class_init (PlumbPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plumb_page_view_measure;
  widget_class->get_request_mode = plumb_page_view_get_request_mode;
  widget_class->snapshot = plumb_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plumb_page_view_init (PlumbPageView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * plumb_page_view_new:
 * @painter: a painter, which must outlive the view
 * @page: one of its pages, from 0
 *
 * Returns: (transfer floating): a picture of that page
 */
GtkWidget *
plumb_page_view_new (PlumbPainter *painter, guint page)
{
  PlumbPageView *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (painter != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_PAGE_VIEW, NULL);
  self->painter = painter;
  self->page = page;
  /* Translators: read aloud for a page of the preview. */
  name = g_strdup_printf (_ ("Page %u of %u"), page + 1, plumb_painter_get_n_pages (painter));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
