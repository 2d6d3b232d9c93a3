/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-box-popover.h"

#include "plumb-action-popover.h"
#include "plumb-decision-popover.h"

#include <math.h>

struct _PlumbBoxPopover
{
  GtkWidget *host;
  PlumbBoxPopoverClosed closed;
  GtkPopover *popover;
  guint forget_id;
};

PlumbBoxPopover *
plumb_box_popover_new (GtkWidget *host, PlumbBoxPopoverClosed closed)
{
  PlumbBoxPopover *self;

  g_return_val_if_fail (GTK_IS_WIDGET (host), NULL);
  g_return_val_if_fail (closed != NULL, NULL);

  self = g_new0 (PlumbBoxPopover, 1);
  self->host = host;
  self->closed = closed;

  return self;
}

void
plumb_box_popover_free (PlumbBoxPopover *self)
{
  if (self == NULL)
    return;
  plumb_box_popover_forget (self);
  g_free (self);
}

void
plumb_box_popover_forget (PlumbBoxPopover *self)
{
  GtkPopover *popover = g_steal_pointer (&self->popover);

  g_clear_handle_id (&self->forget_id, g_source_remove);
  if (popover == NULL)
    return;
  g_signal_handlers_disconnect_by_data (popover, self);
  /* It lets go of the pointer and the keyboard only when it is closed. */
  gtk_popover_popdown (popover);
  gtk_widget_unparent (GTK_WIDGET (popover));
}

static gboolean
forget_now (gpointer data)
{
  PlumbBoxPopover *self = data;

  self->forget_id = 0;
  if (self->popover != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    plumb_box_popover_forget (self);

  return G_SOURCE_REMOVE;
}

static void
on_closed (PlumbBoxPopover *self)
{
  self->closed (self->host, plumb_box_popover_get_node (self));
  /* Not while it is still telling others that it is closed. */
  if (self->forget_id == 0)
    self->forget_id = g_idle_add (forget_now, self);
}

/**
 * plumb_box_popover_open:
 * @self: what opens
 * @session: a session
 * @node: a decision, an action or a state
 * @area: where its box is, in coordinates of the host
 * @position: on which side of it to open
 *
 * Offers the exits of a decision, shows what an action advises or why a state matters.
 */
void
plumb_box_popover_open (PlumbBoxPopover *self,
                        PlumbSession *session,
                        const PlumbNode *node,
                        const graphene_rect_t *area,
                        GtkPositionType position)
{
  GdkRectangle target;

  g_return_if_fail (self != NULL);
  g_return_if_fail (node != NULL && node->kind != PLUMB_NODE_LINK);
  g_return_if_fail (area != NULL);

  target = (GdkRectangle){ (int) area->origin.x, (int) area->origin.y,
                           (int) ceil (area->size.width), (int) ceil (area->size.height) };
  plumb_box_popover_forget (self);
  self->popover
      = GTK_POPOVER (node->kind == PLUMB_NODE_DECISION ? plumb_decision_popover_new (session, node)
                                                       : plumb_action_popover_new (session, node));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), self->host);
  gtk_popover_set_pointing_to (self->popover, &target);
  gtk_popover_set_position (self->popover, position);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_closed), self);
  gtk_popover_popup (self->popover);
}

void
plumb_box_popover_close_when_settled (PlumbBoxPopover *self)
{
  g_return_if_fail (self != NULL);

  if (PLUMB_IS_DECISION_POPOVER (self->popover)
      && plumb_decision_popover_is_settled (PLUMB_DECISION_POPOVER (self->popover)))
    gtk_popover_popdown (self->popover);
}

const PlumbNode *
plumb_box_popover_get_node (PlumbBoxPopover *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (PLUMB_IS_DECISION_POPOVER (self->popover))
    return plumb_decision_popover_get_node (PLUMB_DECISION_POPOVER (self->popover));
  if (PLUMB_IS_ACTION_POPOVER (self->popover))
    return plumb_action_popover_get_node (PLUMB_ACTION_POPOVER (self->popover));

  return NULL;
}

GtkPopover *
plumb_box_popover_get_popover (PlumbBoxPopover *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->popover;
}
