/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-action-popover.h"

#include "plumb-advice-card.h"
#include "plumb-box-details.h"
#include "plumb-chart-words.h"
#include "plumb-language.h"
#include "plumb-reveal.h"

#include <glib/gi18n.h>

struct _PlumbActionPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *standing;
  GtkLabel *rationale;
  GtkBox *cards;
  PlumbBoxDetails *details;

  PlumbSession *session;
  const PlumbNode *node;
};

G_DEFINE_FINAL_TYPE (PlumbActionPopover, plumb_action_popover, GTK_TYPE_POPOVER)

static const char *
translate (const PlumbText *text)
{
  return plumb_text_get (text, plumb_app_language ());
}

static void
update (PlumbActionPopover *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);

  gtk_label_set_text (
      self->standing,
      plumb_chart_standing_word (plumb_evaluation_get_node_standing (evaluation, self->node)));
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      plumb_advice_card_update (PLUMB_ADVICE_CARD (card), evaluation);
      plumb_advice_card_set_trial (PLUMB_ADVICE_CARD (card),
                                   plumb_session_get_trial (self->session));
    }
}

static void
add_cards (PlumbActionPopover *self)
{
  for (guint i = 0; i < self->node->advices->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (self->node->advices, i);

      gtk_box_append (self->cards, plumb_advice_card_new (self->session, advice->recommendation));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->cards), self->node->advices->len > 0);
}

static void
plumb_action_popover_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plumb_action_popover_parent_class)->show (widget);

  gtk_widget_grab_focus (GTK_WIDGET (PLUMB_ACTION_POPOVER (widget)->title));
}

static void
plumb_action_popover_dispose (GObject *object)
{
  PlumbActionPopover *self = PLUMB_ACTION_POPOVER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_action_popover_parent_class)->dispose (object);
}

static void
plumb_action_popover_class_init (PlumbActionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_action_popover_dispose;
  widget_class->show = plumb_action_popover_show;

  g_type_ensure (PLUMB_TYPE_BOX_DETAILS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-action-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbActionPopover, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbActionPopover, standing);
  gtk_widget_class_bind_template_child (widget_class, PlumbActionPopover, rationale);
  gtk_widget_class_bind_template_child (widget_class, PlumbActionPopover, cards);
  gtk_widget_class_bind_template_child (widget_class, PlumbActionPopover, details);
}

static void
plumb_action_popover_init (PlumbActionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_texts (PlumbActionPopover *self)
{
  const char *text = translate (self->node->text);
  const char *rationale = self->node->rationale != NULL ? translate (self->node->rationale) : NULL;
  g_autofree char *title = g_strdup_printf ("%u  %s", self->node->number, text);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->rationale, rationale != NULL ? rationale : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rationale), rationale != NULL);
  plumb_box_details_set_node (self->details, plumb_session_get_pathway (self->session), self->node);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * plumb_action_popover_new:
 * @session: a session
 * @node: an action or a state
 *
 * Returns: (transfer floating): a popover that explains @node
 */
GtkWidget *
plumb_action_popover_new (PlumbSession *session, const PlumbNode *node)
{
  PlumbActionPopover *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_ACTION_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->node = node;
  show_texts (self);
  add_cards (self);
  update (self);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::trial", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const PlumbNode *
plumb_action_popover_get_node (PlumbActionPopover *self)
{
  g_return_val_if_fail (PLUMB_IS_ACTION_POPOVER (self), NULL);

  return self->node;
}

static void
unfold_card (GtkWidget *card, gconstpointer data)
{
  plumb_advice_card_unfold (PLUMB_ADVICE_CARD (card));
}

void
plumb_action_popover_show_advice (PlumbActionPopover *self,
                                  const PlumbRecommendation *recommendation)
{
  g_return_if_fail (PLUMB_IS_ACTION_POPOVER (self));

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (plumb_advice_card_get_recommendation (PLUMB_ADVICE_CARD (card)) == recommendation)
      plumb_later (card, unfold_card, NULL);
}
