/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-room.h"

/* Room is counted in lines of text: large letters on a large screen have as much as small ones on
 * a small screen. */
#define FEW_LINES 30
#define FEW_LINES_ACROSS 50

/**
 * plumb_room_get_line:
 * @widget: whose letters count
 *
 * Returns: the height of a line of text, in pixels, at least 1
 */
int
plumb_room_get_line (GtkWidget *widget)
{
  PangoContext *context;
  PangoFontMetrics *metrics;
  int height;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  context = gtk_widget_get_pango_context (widget);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);

  return MAX (1, height);
}

/**
 * plumb_room_is_scarce:
 * @widget: whose letters count
 * @width: of its window, in pixels
 * @height: of its window, in pixels
 *
 * Returns: whether a chart in that window must keep to what it cannot do without
 */
gboolean
plumb_room_is_scarce (GtkWidget *widget, int width, int height)
{
  int line;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  line = plumb_room_get_line (widget);

  return height < FEW_LINES * line || width < FEW_LINES_ACROSS * line;
}
