/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-palette.h"

#include <string.h>

/* The fallback is that of a widget without the program's style sheet. */
static void
look_up (GtkStyleContext *context, const char *name, const char *fallback, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    gdk_rgba_parse (color, fallback);
}

/**
 * plumb_chart_palette_read:
 * @self: (out caller-allocates): the colors
 * @widget: the widget on which they will be painted
 *
 * Reads the colors as the style sheets have them now.
 */
void
plumb_chart_palette_read (PlumbChartPalette *self, GtkWidget *widget)
{
  GtkStyleContext *context;

  g_return_if_fail (self != NULL && GTK_IS_WIDGET (widget));

  memset (self, 0, sizeof *self);
  context = gtk_widget_get_style_context (widget);
  look_up (context, "plumb_route", "#1a5fb4", &self->route);
  look_up (context, "plumb_route_fill", "#d3e3f8", &self->route_fill);
  look_up (context, "plumb_open", "#5e5c64", &self->open);
  look_up (context, "plumb_ruled_out", "#6e6d72", &self->ruled_out);
  look_up (context, "view_fg_color", "#2e3436", &self->text);
  look_up (context, "view_bg_color", "#ffffff", &self->paper);
}

gboolean
plumb_chart_palette_equal (const PlumbChartPalette *a, const PlumbChartPalette *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return gdk_rgba_equal (&a->route, &b->route) && gdk_rgba_equal (&a->route_fill, &b->route_fill)
         && gdk_rgba_equal (&a->open, &b->open) && gdk_rgba_equal (&a->ruled_out, &b->ruled_out)
         && gdk_rgba_equal (&a->text, &b->text) && gdk_rgba_equal (&a->paper, &b->paper);
}
