/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colors of a chart on the screen, by meaning; the style sheets name them. */
typedef struct
{
  GdkRGBA route;      /* what is taken: lines */
  GdkRGBA route_fill; /* … and areas */
  GdkRGBA open;
  GdkRGBA ruled_out;
  GdkRGBA text;
  GdkRGBA paper; /* what the chart lies on, and what stands on a filled badge */
} PlumbChartPalette;

void plumb_chart_palette_read (PlumbChartPalette *self, GtkWidget *widget);
gboolean plumb_chart_palette_equal (const PlumbChartPalette *a, const PlumbChartPalette *b);

G_END_DECLS
