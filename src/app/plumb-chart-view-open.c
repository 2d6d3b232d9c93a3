/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-view-private.h"

#include "plumb-action-popover.h"
#include "plumb-decision-popover.h"

#include <math.h>

static void on_popover_closed (PlumbChartView *self);

/* It lets go of the pointer and the keyboard only when it is closed. */
void
plumb_chart_view_forget_popover (PlumbChartView *self)
{
  GtkPopover *popover = g_steal_pointer (&self->popover);

  if (popover == NULL)
    return;
  g_signal_handlers_disconnect_by_func (popover, on_popover_closed, self);
  gtk_popover_popdown (popover);
  gtk_widget_unparent (GTK_WIDGET (popover));
}

static gboolean
forget_popover_now (gpointer data)
{
  PlumbChartView *self = data;

  if (self->popover != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    plumb_chart_view_forget_popover (self);

  return G_SOURCE_REMOVE;
}

static const PlumbNode *
get_popover_node (GtkPopover *popover)
{
  return PLUMB_IS_DECISION_POPOVER (popover)
             ? plumb_decision_popover_get_node (PLUMB_DECISION_POPOVER (popover))
             : plumb_action_popover_get_node (PLUMB_ACTION_POPOVER (popover));
}

/* The keyboard goes back to the box, or to where the consultation went on. */
static void
on_popover_closed (PlumbChartView *self)
{
  GtkWidget *box = plumb_chart_view_find_box (self, get_popover_node (self->popover));

  if (box == NULL && self->session != NULL)
    box = plumb_chart_view_find_box (self, plumb_session_get_focus_node (self->session));
  if (box != NULL)
    gtk_widget_grab_focus (box);
  /* Not while it is still telling others that it is closed. */
  g_idle_add_full (G_PRIORITY_DEFAULT, forget_popover_now, g_object_ref (self), g_object_unref);
}

/* What of a box can be seen; where nothing can, the edge behind which it is. */
static GdkRectangle
find_target (PlumbChartView *self, const graphene_rect_t *area)
{
  graphene_rect_t visible = plumb_chart_view_find_visible (self);
  float left = visible.origin.x;
  float top = visible.origin.y;
  float right = left + visible.size.width;
  float bottom = top + visible.size.height;
  float x0 = CLAMP (area->origin.x, left, right - 1);
  float y0 = CLAMP (area->origin.y, top, bottom - 1);
  float x1 = CLAMP (area->origin.x + area->size.width, x0 + 1, right);
  float y1 = CLAMP (area->origin.y + area->size.height, y0 + 1, bottom);

  return (GdkRectangle){ (int) x0, (int) y0, (int) ceilf (x1 - x0), (int) ceilf (y1 - y0) };
}

static void
present_popover (PlumbChartView *self, GtkWidget *popover, const PlumbChartBox *box)
{
  graphene_rect_t area = plumb_chart_view_locate (self, box);
  GdkRectangle target = find_target (self, &area);

  plumb_chart_view_forget_popover (self);
  self->popover = GTK_POPOVER (popover);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (self->popover, &target);
  /* Beside the box there is most height, and its exits below it can be seen. */
  gtk_popover_set_position (self->popover, area.origin.x + area.size.width / 2
                                                   < gtk_widget_get_width (GTK_WIDGET (self)) / 2.0
                                               ? GTK_POS_RIGHT
                                               : GTK_POS_LEFT);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (self->popover);
}

static const PlumbStage *
find_link_stage (PlumbChartView *self, const PlumbNode *link)
{
  const PlumbExit *first = NULL;

  if (link->leads_to != NULL)
    return link->leads_to;
  for (guint i = 0; i < link->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (link->exits, i);

      if (first == NULL
          || plumb_evaluation_get_exit (plumb_session_get_evaluation (self->session), exit)
                 == PLUMB_TRUE)
        first = exit;
    }

  return first != NULL ? first->target->stage : NULL;
}

static void
follow_link (PlumbChartView *self, const PlumbNode *link)
{
  const PlumbStage *stage = find_link_stage (self, link);

  if (stage != NULL)
    plumb_session_set_stage (self->session, stage);
}

/**
 * plumb_chart_view_open:
 * @self: a view
 * @node: a box of the stage in view
 *
 * Does what a click on the box does: offers the exits of a decision, shows what
 * an action advises or why a state matters, follows a link.
 */
void
plumb_chart_view_open (PlumbChartView *self, const PlumbNode *node)
{
  const PlumbChartBox *box;

  g_return_if_fail (PLUMB_IS_CHART_VIEW (self));
  g_return_if_fail (node != NULL);

  if (self->session == NULL || self->layout == NULL)
    return;
  box = plumb_chart_layout_find_box (self->layout, node);
  if (box == NULL)
    return;
  plumb_chart_scroll_stop (self->scroll);
  if (node->kind == PLUMB_NODE_LINK)
    follow_link (self, node);
  else if (node->kind == PLUMB_NODE_DECISION)
    present_popover (self, plumb_decision_popover_new (self->session, node), box);
  else
    present_popover (self, plumb_action_popover_new (self->session, node), box);
}

void
plumb_chart_view_close_when_settled (PlumbChartView *self)
{
  if (PLUMB_IS_DECISION_POPOVER (self->popover)
      && plumb_decision_popover_is_settled (PLUMB_DECISION_POPOVER (self->popover)))
    gtk_popover_popdown (self->popover);
}

GtkPopover *
plumb_chart_view_get_popover (PlumbChartView *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_VIEW (self), NULL);

  return self->popover;
}
