/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-scroll.h"

#include <adwaita.h>
#include <math.h>

#define DURATION_MS 250

typedef struct
{
  double from;
  double to;
  double last; /* what the animation set; anything else came from somebody's hand */
} Axis;

struct _PlumbChartScroll
{
  GtkWidget *child;
  AdwAnimation *animation;
  Axis axes[2];
};

static GtkAdjustment *
get_adjustment (PlumbChartScroll *self, GtkOrientation orientation)
{
  GtkWidget *window = gtk_widget_get_ancestor (self->child, GTK_TYPE_SCROLLED_WINDOW);

  if (window == NULL)
    return NULL;

  return orientation == GTK_ORIENTATION_HORIZONTAL
             ? gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (window))
             : gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
}

static gboolean
move_axis (PlumbChartScroll *self, GtkOrientation orientation, double progress)
{
  GtkAdjustment *adjustment = get_adjustment (self, orientation);
  Axis *axis = &self->axes[orientation];

  if (adjustment == NULL || fabs (gtk_adjustment_get_value (adjustment) - axis->last) > 1)
    return FALSE;
  gtk_adjustment_set_value (adjustment, axis->from + (axis->to - axis->from) * progress);
  axis->last = gtk_adjustment_get_value (adjustment);

  return TRUE;
}

static void
move (double progress, gpointer data)
{
  PlumbChartScroll *self = data;

  if (adw_animation_get_state (self->animation) != ADW_ANIMATION_PLAYING && progress < 1)
    return;
  if (!move_axis (self, GTK_ORIENTATION_HORIZONTAL, progress)
      || !move_axis (self, GTK_ORIENTATION_VERTICAL, progress))
    plumb_chart_scroll_stop (self);
}

PlumbChartScroll *
plumb_chart_scroll_new (GtkWidget *child)
{
  PlumbChartScroll *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_new0 (PlumbChartScroll, 1);
  self->child = child;
  self->animation = adw_timed_animation_new (child, 0, 1, DURATION_MS,
                                             adw_callback_animation_target_new (move, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);

  return self;
}

void
plumb_chart_scroll_free (PlumbChartScroll *self)
{
  if (self == NULL)
    return;
  plumb_chart_scroll_stop (self);
  g_clear_object (&self->animation);
  g_free (self);
}

void
plumb_chart_scroll_stop (PlumbChartScroll *self)
{
  g_return_if_fail (self != NULL);

  if (adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (self->animation);
}

/**
 * plumb_chart_scroll_find:
 * @value: where the view is
 * @page: how much it shows
 * @upper: how much there is
 * @start: what is to be seen, from here …
 * @end: … to here
 *
 * Returns: the value nearest to @value with which it is seen, or as much of its
 *   start as there is room for
 */
double
plumb_chart_scroll_find (double value, double page, double upper, double start, double end)
{
  if (end > value + page)
    value = end - page;
  if (start < value)
    value = start;

  return CLAMP (value, 0, MAX (0, upper - page));
}

static gboolean
aim (PlumbChartScroll *self, GtkOrientation orientation, double start, double size)
{
  GtkAdjustment *adjustment = get_adjustment (self, orientation);
  Axis *axis = &self->axes[orientation];

  if (adjustment == NULL)
    return FALSE;
  axis->from = axis->last = gtk_adjustment_get_value (adjustment);
  axis->to = plumb_chart_scroll_find (axis->from, gtk_adjustment_get_page_size (adjustment),
                                      gtk_adjustment_get_upper (adjustment), start, start + size);

  return fabs (axis->to - axis->from) >= 1;
}

/**
 * plumb_chart_scroll_show:
 * @self: a mover
 * @area: what is to be seen, in coordinates of the child
 * @animate: whether to glide there, if the desktop wants that at all
 *
 * Moves as little as needed.
 */
void
plumb_chart_scroll_show (PlumbChartScroll *self, const graphene_rect_t *area, gboolean animate)
{
  gboolean across;
  gboolean down;

  g_return_if_fail (self != NULL && area != NULL);

  plumb_chart_scroll_stop (self);
  across = aim (self, GTK_ORIENTATION_HORIZONTAL, area->origin.x, area->size.width);
  down = aim (self, GTK_ORIENTATION_VERTICAL, area->origin.y, area->size.height);
  if (!across && !down)
    return;
  if (animate)
    {
      adw_animation_reset (self->animation);
      adw_animation_play (self->animation);
      return;
    }
  move_axis (self, GTK_ORIENTATION_HORIZONTAL, 1);
  move_axis (self, GTK_ORIENTATION_VERTICAL, 1);
}
