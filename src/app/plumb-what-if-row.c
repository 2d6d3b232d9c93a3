/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-what-if-row.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

/* So many advices that come, and so many that go, are named; the card tells the rest. */
#define MOST_LINES 3

struct _PlumbWhatIfRow
{
  AdwBin parent_instance;

  GtkLabel *answer;
  GtkLabel *now;
  GtkLabel *effect;
  GtkToggleButton *try;

  PlumbSession *session;
  const PlumbPossibleAnswers *answers;
  const PlumbPossibleAnswer *possible;
  char *words;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PlumbWhatIfRow, plumb_what_if_row, ADW_TYPE_BIN)

static gboolean
is_tried (PlumbWhatIfRow *self)
{
  PlumbWhatIf *trial = plumb_session_get_trial (self->session);
  GArray *tried = trial != NULL ? plumb_what_if_get_answers (trial) : NULL;
  GArray *own = plumb_what_if_get_answers (self->possible->effect);

  if (tried == NULL || tried->len != 1)
    return FALSE;

  return g_array_index (tried, PlumbAnswer, 0).finding == self->possible->finding
         && plumb_value_equal (&g_array_index (tried, PlumbAnswer, 0).value,
                               &g_array_index (own, PlumbAnswer, 0).value);
}

static void
on_toggled (PlumbWhatIfRow *self)
{
  if (self->updating)
    return;
  if (!gtk_toggle_button_get_active (self->try))
    plumb_session_stop_trying (self->session);
  else
    plumb_session_try_candidates (self->session,
                                  plumb_possible_answers_get_candidates (self->answers),
                                  self->possible->finding, self->possible->answers, NULL);
  /* Where it could not be tried, it does not look as if it were. */
  plumb_what_if_row_update (self);
}

static gboolean
plumb_what_if_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLUMB_WHAT_IF_ROW (widget)->try));
}

static void
plumb_what_if_row_dispose (GObject *object)
{
  g_clear_object (&PLUMB_WHAT_IF_ROW (object)->session);

  G_OBJECT_CLASS (plumb_what_if_row_parent_class)->dispose (object);
}

static void
plumb_what_if_row_finalize (GObject *object)
{
  g_free (PLUMB_WHAT_IF_ROW (object)->words);

  G_OBJECT_CLASS (plumb_what_if_row_parent_class)->finalize (object);
}

static void
plumb_what_if_row_class_init (PlumbWhatIfRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_what_if_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_what_if_row_finalize;
  widget_class->grab_focus = plumb_what_if_row_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "whatifrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-what-if-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbWhatIfRow, answer);
  gtk_widget_class_bind_template_child (widget_class, PlumbWhatIfRow, now);
  gtk_widget_class_bind_template_child (widget_class, PlumbWhatIfRow, effect);
  gtk_widget_class_bind_template_child (widget_class, PlumbWhatIfRow, try);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
plumb_what_if_row_init (PlumbWhatIfRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where it would take another answer than the one that was given. */
static void
show_now (PlumbWhatIfRow *self)
{
  PlumbEvaluation *before = plumb_what_if_get_before (self->possible->effect);
  const PlumbFinding *finding = self->possible->finding;
  const PlumbValue *answer = plumb_evaluation_get_answer (before, finding);
  PlumbCandidateSet set;
  g_autofree char *given = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->now), answer->type != PLUMB_VALUE_NULL);
  if (answer->type == PLUMB_VALUE_NULL)
    return;
  set = plumb_candidates_find (plumb_possible_answers_get_candidates (self->answers), finding,
                               answer);
  given = plumb_candidates_phrase (plumb_possible_answers_get_candidates (self->answers), finding,
                                   set, plumb_app_language ());
  /* Translators: the answer that was given to a finding. */
  text = g_strdup_printf (_ ("Answered: %s"), given);
  gtk_label_set_text (self->now, text);
}

static void
name_parts (PlumbWhatIfRow *self)
{
  /* Translators: read aloud for a button; the word is an answer: "Weeks since onset: 8". */
  g_autofree char *name = g_strdup_printf (_ ("Try: %s"), self->words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->try), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->effect), -1);
}

/**
 * plumb_what_if_row_new:
 * @session: a session
 * @answers: answers that would change the plan
 * @place: which of them
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
plumb_what_if_row_new (PlumbSession *session, const PlumbPossibleAnswers *answers, guint place)
{
  PlumbWhatIfRow *self;
  g_autofree char *effect = NULL;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (answers != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_WHAT_IF_ROW, NULL);
  self->session = g_object_ref (session);
  self->answers = answers;
  self->possible = plumb_possible_answers_get (answers, place);
  self->words = plumb_possible_answers_phrase (answers, place, plumb_app_language ());
  effect = plumb_what_if_to_text (self->possible->effect, 0, MOST_LINES, plumb_app_language ());
  gtk_label_set_text (self->answer, self->words);
  gtk_label_set_text (self->effect, effect);
  show_now (self);
  name_parts (self);
  plumb_what_if_row_update (self);

  return GTK_WIDGET (self);
}

void
plumb_what_if_row_update (PlumbWhatIfRow *self)
{
  gboolean tried;

  g_return_if_fail (PLUMB_IS_WHAT_IF_ROW (self));

  tried = is_tried (self);
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->try, tried);
  self->updating = FALSE;
  gtk_button_set_label (GTK_BUTTON (self->try), tried ? _ ("Stop") : _ ("Try"));
  if (tried)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tried");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tried");
}
