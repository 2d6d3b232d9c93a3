/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-reveal.h"

#include "plumb-chart-scroll.h"

typedef struct
{
  PlumbLaterFunc func;
  gconstpointer data;
  gboolean placed; /* a frame has gone by, and with it a layout */
} PlumbLater;

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlumbLater *later = data;

  if (later->placed)
    {
      later->func (widget, later->data);
      return G_SOURCE_REMOVE;
    }
  later->placed = TRUE;
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

/**
 * plumb_later:
 * @widget: a widget of a window
 * @func: what to do
 * @data: passed to @func; it outlives @widget
 *
 * Calls @func after the next layout.
 */
void
plumb_later (GtkWidget *widget, PlumbLaterFunc func, gconstpointer data)
{
  PlumbLater *later;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  later = g_new0 (PlumbLater, 1);
  later->func = func;
  later->data = data;
  gtk_widget_add_tick_callback (widget, on_frame, later, g_free);
}

/**
 * plumb_reveal:
 * @widget: what is to be seen
 * @margin: how much around it, in pixels
 *
 * Scrolls as little as needed, and at once.
 */
void
plumb_reveal (GtkWidget *widget, int margin)
{
  GtkWidget *window;
  GtkWidget *content;
  GtkAdjustment *adjustment;
  graphene_rect_t area;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  if (window == NULL)
    return;
  content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (window));
  if (GTK_IS_VIEWPORT (content))
    content = gtk_viewport_get_child (GTK_VIEWPORT (content));
  if (!gtk_widget_compute_bounds (widget, content, &area))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  /* Whatever glides there because the keyboard is there now, stops. */
  gtk_adjustment_set_value (adjustment,
                            plumb_chart_scroll_find (gtk_adjustment_get_value (adjustment),
                                                     gtk_adjustment_get_page_size (adjustment),
                                                     gtk_adjustment_get_upper (adjustment),
                                                     area.origin.y - margin,
                                                     area.origin.y + area.size.height + margin));
}
