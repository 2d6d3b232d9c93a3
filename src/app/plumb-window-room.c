/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-chart-panel.h"
#include "plumb-room.h"

/* In pixels: the panes beside the chart, with letters of the usual size. They grow with the
 * letters, but by less: the chart is what people look at. */
#define USUAL_LINE 18
#define SIDE_WIDTH 312
#define SIDE_GROWTH 6
#define ADVICE_WIDTH 286
#define ADVICE_GROWTH 5
#define MOST_GROWTH 18

/* Once for each size of letters: where somebody has drawn a pane to, it stays. */
static void
fit_panes (PlumbWindow *self)
{
  int growth = CLAMP (self->line - USUAL_LINE, 0, MOST_GROWTH);

  if (self->line == self->panes_line)
    return;
  self->panes_line = self->line;
  gtk_paned_set_position (self->panes, SIDE_WIDTH + SIDE_GROWTH * growth);
  gtk_widget_set_size_request (GTK_WIDGET (self->advice_place),
                               ADVICE_WIDTH + ADVICE_GROWTH * growth, -1);
}

/* Fits the chart to the room that there is. */
void
plumb_window_fit_room (PlumbWindow *self)
{
  plumb_chart_panel_set_compact (PLUMB_CHART_PANEL (adw_bin_get_child (self->chart_place)),
                                 self->compact);
}

static gboolean
fit_room (gpointer data)
{
  PlumbWindow *self = data;

  self->fitting = 0;
  fit_panes (self);
  plumb_window_fit_room (self);

  return G_SOURCE_REMOVE;
}

/**
 * plumb_window_measure_room:
 * @self: a window
 * @width: its width, in pixels
 * @height: its height, in pixels
 *
 * Takes note of the room in a window that is being laid out; the chart is fitted to
 * it when that is done.
 */
void
plumb_window_measure_room (PlumbWindow *self, int width, int height)
{
  gboolean compact = plumb_room_is_scarce (GTK_WIDGET (self), width, height);
  int line = plumb_room_get_line (GTK_WIDGET (self));

  if (compact == self->compact && line == self->line)
    return;
  self->compact = compact;
  self->line = line;
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (GDK_PRIORITY_EVENTS, fit_room, self, NULL);
}

/* For who turns the screen to somebody else, or reads in large letters. */
void
plumb_window_toggle_alone (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  gboolean alone = gtk_widget_get_visible (GTK_WIDGET (self->side));

  adw_view_stack_set_visible_child_name (self->pages, "pathway");
  plumb_window_commit (self);
  gtk_widget_set_visible (GTK_WIDGET (self->side), !alone);
  gtk_widget_set_visible (GTK_WIDGET (self->advice_place), !alone);
  gtk_widget_child_focus (alone ? GTK_WIDGET (self->chart_place) : GTK_WIDGET (self->side),
                          GTK_DIR_TAB_FORWARD);
}
