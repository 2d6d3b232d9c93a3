/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-decision-popover.h"

#include "plumb-answer.h"
#include "plumb-box-details.h"
#include "plumb-chart-words.h"
#include "plumb-exit-button.h"
#include "plumb-language.h"
#include "plumb-phrase.h"
#include "plumb-question-card.h"

#include <glib/gi18n.h>

struct _PlumbDecisionPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *note;
  GtkLabel *rationale;
  GtkBox *exits;
  GtkLabel *error;
  GtkWidget *questions; /* what the decision depends on */
  GtkBox *findings;
  GtkBox *card_place;
  PlumbBoxDetails *details;

  PlumbSession *session;
  const PlumbNode *node;
  PlumbQuestionCard *card; /* NULL where the exits say it all */
  gboolean was_current;
};

G_DEFINE_FINAL_TYPE (PlumbDecisionPopover, plumb_decision_popover, GTK_TYPE_POPOVER)

static const char *
translate (const PlumbText *text)
{
  return plumb_text_get (text, plumb_app_language ());
}

static PlumbStanding
get_standing (PlumbDecisionPopover *self)
{
  return plumb_evaluation_get_node_standing (plumb_session_get_evaluation (self->session),
                                             self->node);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Exits */

static void
take_exit (PlumbDecisionPopover *self, PlumbExitButton *button)
{
  const PlumbExit *exit = plumb_exit_button_get_exit (button);
  g_autoptr (GArray) answers
      = plumb_evaluation_solve_exit (plumb_session_get_evaluation (self->session), exit);
  g_autoptr (PlumbDecisionPopover) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (answers == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  if (!plumb_session_answer_many (self->session, (const PlumbAnswer *) answers->data, answers->len,
                                  &error))
    show_text (self->error, error->message);
  else if (!self->was_current && gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_exits (PlumbDecisionPopover *self)
{
  for (guint i = 0; i < self->node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (self->node->exits, i);
      GtkWidget *button;

      if (plumb_exit_is_repeated (exit))
        continue;
      button = plumb_exit_button_new (exit, i + 1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (take_exit), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->exits, button);
    }
}

static gboolean
update_exits (PlumbDecisionPopover *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  gboolean all_offered = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->exits)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      plumb_exit_button_set_key_visible (PLUMB_EXIT_BUTTON (child), self->card == NULL);
      all_offered &= plumb_exit_button_update (PLUMB_EXIT_BUTTON (child), evaluation);
    }

  return all_offered;
}

/* Questions: one card for findings that are asked together */

static gconstpointer
get_unit (PlumbDecisionPopover *self, const PlumbFinding *finding)
{
  const PlumbScore *score
      = plumb_answer_find_score (plumb_session_get_pathway (self->session), finding);

  if (score != NULL)
    return score;

  return finding->card != NULL ? (gconstpointer) finding->card : finding;
}

/* Faults of a program are nothing to ask about where there is none. */
static gboolean
is_asked (PlumbDecisionPopover *self, const PlumbFinding *finding)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);

  return plumb_finding_is_asked (finding, plumb_consultation_get_answers (consultation));
}

/* The first finding of each card. */
static GPtrArray *
list_units (PlumbDecisionPopover *self)
{
  g_autoptr (GPtrArray) findings = plumb_evaluation_list_node_findings (
      plumb_session_get_evaluation (self->session), self->node);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    if (is_asked (self, g_ptr_array_index (findings, i))
        && g_hash_table_add (seen, (gpointer) get_unit (self, g_ptr_array_index (findings, i))))
      g_ptr_array_add (units, g_ptr_array_index (findings, i));

  return units;
}

static char *
dup_unit_text (PlumbDecisionPopover *self, const PlumbFinding *finding)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  const PlumbScore *score
      = plumb_answer_find_score (plumb_session_get_pathway (self->session), finding);
  g_autofree char *value = NULL;

  if (score != NULL)
    return g_strdup (translate (score->title));
  if (finding->card != NULL)
    return g_strdup (translate (finding->card->title));
  value = plumb_phrase_value (finding, plumb_evaluation_get_answer (evaluation, finding),
                              plumb_app_language ());
  /* Translators: a finding and the answer to it, such as "Age: 48". */
  return g_strdup_printf (_ ("%s: %s"), translate (finding->label), value);
}

static const PlumbFinding *
get_button_finding (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "finding");
}

static void
update_units (PlumbDecisionPopover *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->findings)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const PlumbFinding *finding = get_button_finding (child);
      g_autofree char *text = dup_unit_text (self, finding);

      gtk_button_set_label (GTK_BUTTON (child), text);
      if (plumb_question_card_contains (self->card, finding))
        gtk_widget_add_css_class (child, "shown");
      else
        gtk_widget_remove_css_class (child, "shown");
    }
}

static void
choose_unit (PlumbDecisionPopover *self, GtkWidget *button)
{
  plumb_question_card_set_finding (self->card, get_button_finding (button));
  update_units (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

static void
add_unit (PlumbDecisionPopover *self, const PlumbFinding *finding)
{
  g_autofree char *text = dup_unit_text (self, finding);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "unit");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "finding", (gpointer) finding);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_unit), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->findings, button);
}

static const PlumbFinding *
find_next_question (PlumbDecisionPopover *self)
{
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_node_questions (
      plumb_session_get_evaluation (self->session), self->node);

  for (guint i = 0; i < questions->len; i++)
    if (is_asked (self, g_ptr_array_index (questions, i)))
      return g_ptr_array_index (questions, i);

  return NULL;
}

/* The card stays until it is complete, however many of its answers decide. */
static void
update_card (PlumbDecisionPopover *self)
{
  const PlumbFinding *next = find_next_question (self);

  if (next != NULL
      && (plumb_question_card_get_finding (self->card) == NULL
          || plumb_question_card_is_complete (self->card)))
    plumb_question_card_set_finding (self->card, next);
}

static gboolean
is_plain (const PlumbFinding *finding)
{
  return finding->type == PLUMB_FINDING_BOOLEAN || finding->type == PLUMB_FINDING_CHOICE;
}

static void
add_questions (PlumbDecisionPopover *self, gboolean all_offered)
{
  g_autoptr (GPtrArray) units = list_units (self);

  /* Where the exits cover every case and each is a click, they are the answers. */
  if (units->len == 0
      || (self->node->select == PLUMB_SELECT_ONE && units->len == 1 && all_offered
          && is_plain (g_ptr_array_index (units, 0))
          && ((const PlumbFinding *) g_ptr_array_index (units, 0))->score == NULL))
    return;
  self->card = PLUMB_QUESTION_CARD (plumb_question_card_new (self->session));
  gtk_box_append (self->card_place, GTK_WIDGET (self->card));
  gtk_widget_set_visible (self->questions, TRUE);
  for (guint i = 0; units->len > 1 && i < units->len; i++)
    add_unit (self, g_ptr_array_index (units, i));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), units->len > 1);
  plumb_question_card_set_finding (self->card, g_ptr_array_index (units, 0));
  if (find_next_question (self) != NULL)
    plumb_question_card_set_finding (self->card, find_next_question (self));
}

/* The whole */

static const char *
get_note (PlumbStanding standing)
{
  switch (standing)
    {
    case PLUMB_STANDING_OPEN:
      return _ ("The route has not come here yet.");
    case PLUMB_STANDING_RULED_OUT:
      return _ ("With these answers the route does not come here.");
    case PLUMB_STANDING_TAKEN:
    case PLUMB_STANDING_CURRENT:
    default:
      return NULL;
    }
}

static void
update (PlumbDecisionPopover *self)
{
  show_text (self->note, get_note (get_standing (self)));
  show_text (self->error, NULL);
  update_exits (self);
  if (self->card == NULL)
    return;
  update_card (self);
  update_units (self);
}

static gboolean
press_exit (PlumbDecisionPopover *self, guint digit)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->exits));

  for (guint i = 1; child != NULL && i < digit; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL || digit == 0 || !gtk_widget_get_sensitive (child))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (child, "clicked");

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (PlumbDecisionPopover *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if (digit < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (root != NULL && GTK_IS_EDITABLE (gtk_root_get_focus (root)))
    return GDK_EVENT_PROPAGATE;
  if (self->card != NULL)
    return plumb_question_card_press_digit (self->card, (guint) digit);

  return press_exit (self, (guint) digit);
}

/* The keyboard begins where a stray Enter answers nothing. */
static void
plumb_decision_popover_show (GtkWidget *widget)
{
  PlumbDecisionPopover *self = PLUMB_DECISION_POPOVER (widget);

  GTK_WIDGET_CLASS (plumb_decision_popover_parent_class)->show (widget);

  if (self->card == NULL || !gtk_widget_grab_focus (GTK_WIDGET (self->card)))
    gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
plumb_decision_popover_dispose (GObject *object)
{
  PlumbDecisionPopover *self = PLUMB_DECISION_POPOVER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_decision_popover_parent_class)->dispose (object);
}

static void
plumb_decision_popover_class_init (PlumbDecisionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_decision_popover_dispose;
  widget_class->show = plumb_decision_popover_show;

  g_type_ensure (PLUMB_TYPE_BOX_DETAILS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-decision-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, note);
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, rationale);
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, exits);
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, error);
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, questions);
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, findings);
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, card_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbDecisionPopover, details);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
plumb_decision_popover_init (PlumbDecisionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_title (PlumbDecisionPopover *self)
{
  const char *text = translate (self->node->text);
  g_autofree char *title = g_strdup_printf ("%u  %s", self->node->number, text);

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * plumb_decision_popover_new:
 * @session: a session
 * @node: a decision
 *
 * Returns: (transfer floating): a popover that answers @node
 */
GtkWidget *
plumb_decision_popover_new (PlumbSession *session, const PlumbNode *node)
{
  PlumbDecisionPopover *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (node != NULL && node->kind == PLUMB_NODE_DECISION, NULL);

  self = g_object_new (PLUMB_TYPE_DECISION_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->node = node;
  self->was_current = get_standing (self) == PLUMB_STANDING_CURRENT;
  show_title (self);
  show_text (self->rationale, node->rationale != NULL ? translate (node->rationale) : NULL);
  plumb_box_details_set_node (self->details, plumb_session_get_pathway (session), node);
  add_exits (self);
  add_questions (self, update_exits (self));
  update (self);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const PlumbNode *
plumb_decision_popover_get_node (PlumbDecisionPopover *self)
{
  g_return_val_if_fail (PLUMB_IS_DECISION_POPOVER (self), NULL);

  return self->node;
}

gboolean
plumb_decision_popover_is_settled (PlumbDecisionPopover *self)
{
  g_return_val_if_fail (PLUMB_IS_DECISION_POPOVER (self), FALSE);

  return self->was_current && get_standing (self) != PLUMB_STANDING_CURRENT;
}
