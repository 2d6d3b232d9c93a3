/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-question-line.h"

#include "plumb-answer-control.h"
#include "plumb-answer-entry.h"
#include "plumb-answer-list.h"
#include "plumb-answer-toggles.h"
#include "plumb-answer.h"
#include "plumb-date-button.h"
#include "plumb-format.h"
#include "plumb-finding-help.h"
#include "plumb-language.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>

/* One finding on a card: its question, what answers it, and its explanation. */
struct _PlumbQuestionLine
{
  AdwBin parent_instance;

  GtkLabel *key;
  GtkLabel *text;
  GtkLabel *otherwise; /* what None of these will answer, where it is not no */
  GtkBox *beside;  /* the end of the line: Yes and No */
  GtkBox *beneath; /* what needs the whole width */
  GtkLabel *counted;
  GtkLabel *help;

  PlumbSession *session;
  const PlumbFinding *finding;
  const PlumbFinding *onset; /* the day that answers this line as well, or NULL */
  PlumbAnswerControl *control;
  gboolean compact; /* a choice or a number among yes/no lines */
};

G_DEFINE_FINAL_TYPE (PlumbQuestionLine, plumb_question_line, ADW_TYPE_BIN)

/* Weeks are either entered or counted from a day; the day wins. */
static void
show_counted (PlumbQuestionLine *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  const PlumbValue *onset = plumb_evaluation_get_answer (evaluation, self->onset);
  gboolean counted = onset->type == PLUMB_VALUE_DATE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->control), !counted);
  gtk_widget_set_visible (GTK_WIDGET (self->counted), counted);
  if (counted)
    {
      g_autofree char *day = plumb_phrase_value (self->onset, onset, plumb_app_language ());
      /* Translators: beneath the number of weeks; the word is the day on which the pain began. */
      g_autofree char *text = g_strdup_printf (_ ("Counted from %s."), day);

      gtk_label_set_text (self->counted, text);
    }
}

static void
add_onset_button (PlumbQuestionLine *self)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);

  self->onset = plumb_pathway_get_role (pathway, PLUMB_ROLE_ONSET_DATE);
  if (self->onset == NULL)
    return;
  gtk_box_append (self->beneath, plumb_date_button_new (self->session, self->onset));
  g_signal_connect_object (self->session, "notify::evaluation", G_CALLBACK (show_counted), self,
                           G_CONNECT_SWAPPED);
  show_counted (self);
}

static void
add_control (PlumbQuestionLine *self, PlumbAnswerControl *control, GtkBox *place)
{
  self->control = control;
  gtk_box_append (place, GTK_WIDGET (control));
  gtk_widget_set_visible (GTK_WIDGET (place), TRUE);
}

static void
add_entry (PlumbQuestionLine *self)
{
  add_control (self, plumb_answer_control_new (self->session, self->finding, TRUE), self->beneath);
  gtk_widget_set_hexpand (GTK_WIDGET (self->control), self->finding->type == PLUMB_FINDING_STRING);
  if (self->finding->role == PLUMB_ROLE_WEEKS_SINCE_ONSET)
    add_onset_button (self);
  else if (self->finding->type == PLUMB_FINDING_DATE)
    gtk_box_append (self->beneath, plumb_date_button_new (self->session, self->finding));
}

static char *
format_normal (const PlumbFinding *finding)
{
  const PlumbChoice *choice;

  if (finding->normal.type != PLUMB_VALUE_STRING)
    return plumb_format_number (finding->normal.integer, plumb_app_language ());
  choice = plumb_finding_lookup_choice (finding, finding->normal.string);

  return g_strdup (plumb_text_get (choice->label, plumb_app_language ()));
}

/* Nothing is written where None of these leaves the line open, or as it is. The line keeps its
 * height. */
static void
show_otherwise (PlumbQuestionLine *self)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);
  const PlumbValue *answers = plumb_consultation_get_answers (consultation);
  g_autofree char *normal
      = plumb_finding_has_normal (self->finding) ? format_normal (self->finding) : NULL;
  /* Translators: on a line of a card: what the button None of these will answer to it. */
  g_autofree char *text
      = normal != NULL ? g_strdup_printf (_ ("None of these: %s"), normal) : NULL;

  if (answers[self->finding->index].type != PLUMB_VALUE_NULL
      || !plumb_finding_may_be_normal (self->finding, answers))
    g_clear_pointer (&text, g_free);
  gtk_label_set_text (self->otherwise, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

static gboolean
has_normal_on_line (const PlumbFinding *finding)
{
  return finding->type != PLUMB_FINDING_BOOLEAN && plumb_finding_has_normal (finding);
}

static gboolean
is_typed (const PlumbFinding *finding)
{
  return finding->type != PLUMB_FINDING_BOOLEAN && finding->type != PLUMB_FINDING_CHOICE;
}

/* Yes alone has a key where no is what None of these says. */
static gboolean
has_key_for_no (PlumbQuestionLine *self)
{
  return !plumb_finding_has_normal (self->finding) && !self->compact;
}

static void
show_key (PlumbQuestionLine *self, guint key)
{
  g_autofree char *digit = g_strdup_printf ("%u", key % 10);
  g_autofree char *digits = g_strdup_printf ("%u/%u", key % 10, (key + 1) % 10);

  gtk_label_set_text (self->key, has_key_for_no (self) ? digits : digit);
  /* Beyond the tenth there is no key; the text still stands below the others'. */
  gtk_widget_set_opacity (GTK_WIDGET (self->key),
                          key + (has_key_for_no (self) ? 1 : 0) <= 10 ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->key), TRUE);
}

static void
show_texts (PlumbQuestionLine *self, const PlumbText *text)
{
  const char *language = plumb_app_language ();

  gtk_label_set_text (self->text, plumb_text_get (text, language));
  gtk_label_set_text (self->help, plumb_text_get (self->finding->help, language));
  plumb_finding_help_attach (GTK_WIDGET (self->text), self->finding);
}

static void
plumb_question_line_dispose (GObject *object)
{
  PlumbQuestionLine *self = PLUMB_QUESTION_LINE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_question_line_parent_class)->dispose (object);
}

static gboolean
plumb_question_line_grab_focus (GtkWidget *widget)
{
  PlumbQuestionLine *self = PLUMB_QUESTION_LINE (widget);

  return self->control != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->control));
}

static void
plumb_question_line_class_init (PlumbQuestionLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_question_line_dispose;
  widget_class->grab_focus = plumb_question_line_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "questionline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-question-line.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionLine, key);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionLine, text);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionLine, otherwise);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionLine, beside);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionLine, beneath);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionLine, counted);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionLine, help);
}

static void
plumb_question_line_init (PlumbQuestionLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static PlumbQuestionLine *
create (PlumbSession *session, const PlumbFinding *finding, const PlumbText *text)
{
  PlumbQuestionLine *self = g_object_new (PLUMB_TYPE_QUESTION_LINE, NULL);

  self->session = g_object_ref (session);
  self->finding = finding;
  show_texts (self, text);

  return self;
}

static void
add_list (PlumbQuestionLine *self, guint first_key)
{
  PlumbAnswerList *list = plumb_answer_list_new (self->session, self->finding, first_key);

  add_control (self, PLUMB_ANSWER_CONTROL (list), self->beneath);
  gtk_widget_set_hexpand (GTK_WIDGET (list), TRUE);
}

static void
add_compact (PlumbQuestionLine *self, guint key)
{
  PlumbAnswerControl *control;

  self->compact = TRUE;
  show_key (self, key);
  if (self->finding->type == PLUMB_FINDING_CHOICE)
    {
      control = PLUMB_ANSWER_CONTROL (plumb_answer_list_new_compact (self->session, self->finding));
      gtk_widget_set_hexpand (GTK_WIDGET (control), TRUE);
      add_control (self, control, self->beneath);
    }
  else
    {
      control = plumb_answer_control_new (self->session, self->finding, TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (control), "compact");
      gtk_widget_set_valign (GTK_WIDGET (control), GTK_ALIGN_CENTER);
      add_control (self, control, self->beside);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->otherwise), TRUE);
  g_signal_connect_object (self->session, "notify::evaluation", G_CALLBACK (show_otherwise), self,
                           G_CONNECT_SWAPPED);
  show_otherwise (self);
}

/**
 * plumb_question_line_new:
 * @session: a session
 * @finding: a finding
 * @first_key: the number key of its first answer, from 1; see plumb_answer_list_new()
 *
 * Returns: (transfer floating): a line of a card with several
 */
PlumbQuestionLine *
plumb_question_line_new (PlumbSession *session, const PlumbFinding *finding, guint first_key)
{
  PlumbQuestionLine *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  self = create (session, finding, plumb_answer_get_line (finding));
  if (finding->type == PLUMB_FINDING_BOOLEAN)
    {
      show_key (self, first_key);
      add_control (self, plumb_answer_control_new (session, finding, TRUE), self->beside);
    }
  else if (has_normal_on_line (finding))
    add_compact (self, first_key);
  else if (finding->type == PLUMB_FINDING_CHOICE)
    add_list (self, first_key);
  else
    add_entry (self);

  return self;
}

/**
 * plumb_question_line_new_compact:
 * @session: a session
 * @finding: a choice or an integer
 * @key: the number key that goes to it
 *
 * Returns: (transfer floating): a line that is no higher than need be, its answers
 *   beside one another
 */
PlumbQuestionLine *
plumb_question_line_new_compact (PlumbSession *session, const PlumbFinding *finding, guint key)
{
  PlumbQuestionLine *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL && finding->type != PLUMB_FINDING_BOOLEAN, NULL);

  self = create (session, finding, plumb_answer_get_line (finding));
  add_compact (self, key);

  return self;
}

/**
 * plumb_question_line_new_alone:
 * @session: a session
 * @finding: a finding
 *
 * Returns: (transfer floating): the one line of a card whose title is the question
 */
PlumbQuestionLine *
plumb_question_line_new_alone (PlumbSession *session, const PlumbFinding *finding)
{
  PlumbQuestionLine *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  self = create (session, finding, finding->question);
  gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
  if (is_typed (finding))
    add_entry (self);
  else
    add_list (self, 1);

  return self;
}

const PlumbFinding *
plumb_question_line_get_finding (PlumbQuestionLine *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_LINE (self), NULL);

  return self->finding;
}

/* How many number keys the line takes. */
guint
plumb_question_line_get_n_keys (PlumbQuestionLine *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_LINE (self), 0);

  if (plumb_question_line_get_compact (self))
    return 1;
  if (PLUMB_IS_ANSWER_LIST (self->control))
    return plumb_answer_list_get_n_answers (PLUMB_ANSWER_LIST (self->control));

  if (PLUMB_IS_ANSWER_TOGGLES (self->control))
    return has_key_for_no (self) ? 2 : 1;

  return 0;
}

/**
 * plumb_question_line_press:
 * @self: a line
 * @position: which of its number keys, from 0
 *
 * Does what the number key does: chooses an answer, or says yes to a line and
 * takes that back again, or brings the keyboard to a choice or number among them.
 */
void
plumb_question_line_press (PlumbQuestionLine *self, guint position)
{
  g_return_if_fail (PLUMB_IS_QUESTION_LINE (self));
  g_return_if_fail (position < plumb_question_line_get_n_keys (self));

  if (plumb_question_line_get_compact (self))
    gtk_widget_child_focus (GTK_WIDGET (self->control), GTK_DIR_TAB_FORWARD);
  else if (PLUMB_IS_ANSWER_LIST (self->control))
    plumb_answer_list_press (PLUMB_ANSWER_LIST (self->control), position);
  else
    plumb_answer_toggles_press (PLUMB_ANSWER_TOGGLES (self->control), position == 0);
}

/* Whether the line is a choice or a number among yes/no lines. */
gboolean
plumb_question_line_get_compact (PlumbQuestionLine *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_LINE (self), FALSE);

  return self->compact;
}

/**
 * plumb_question_line_commit:
 * @self: a line
 *
 * Makes an answer of what is typed on the line and no answer yet.
 *
 * Returns: %FALSE when it is none, which the line then says
 */
gboolean
plumb_question_line_commit (PlumbQuestionLine *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_LINE (self), FALSE);

  return !PLUMB_IS_ANSWER_ENTRY (self->control)
         || plumb_answer_entry_commit (PLUMB_ANSWER_ENTRY (self->control));
}

/* Whether the answer is typed. */
gboolean
plumb_question_line_get_typed (PlumbQuestionLine *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_LINE (self), FALSE);

  return PLUMB_IS_ANSWER_ENTRY (self->control);
}

void
plumb_question_line_set_help_visible (PlumbQuestionLine *self, gboolean visible)
{
  g_return_if_fail (PLUMB_IS_QUESTION_LINE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->help), visible);
}
