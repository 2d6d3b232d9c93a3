/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-room.h"

/* Room is counted in lines of text: large letters on a large screen have as much as small ones on
 * a small screen. */
#define FEW_LINES 30
#define FEW_LINES_ACROSS 50

static int
get_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

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

  line = get_line_height (widget);

  return height < FEW_LINES * line || width < FEW_LINES_ACROSS * line;
}
