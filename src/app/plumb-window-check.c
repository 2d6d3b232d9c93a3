/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-check-panel.h"
#include "plumb-language.h"

#include <glib/gi18n.h>

static PlumbCheckPanel *
get_panel (PlumbWindow *self)
{
  GtkWidget *panel = adw_bin_get_child (self->check_place);

  return panel != NULL ? PLUMB_CHECK_PANEL (panel) : NULL;
}

static gboolean
is_shown (PlumbWindow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->check_place));
}

static void
set_status (PlumbWindow *self, char *status)
{
  g_free (self->check_status);
  self->check_status = status;
  plumb_window_show_status (self);
}

/* What the file of the pathway is called. */
const char *
plumb_window_name_pathway (PlumbWindow *self)
{
  if (self->pathway_file != NULL)
    return plumb_pathway_file_get_name (self->pathway_file);

  return plumb_text_get (plumb_pathway_get_title (plumb_session_get_pathway (self->session)),
                         plumb_app_language ());
}

/* ---- the result ------------------------------------------------------------------------- */

static char *
describe_check (PlumbWindow *self, PlumbCheck *check)
{
  const char *name = plumb_window_name_pathway (self);
  guint n_problems = plumb_check_count_problems (check);
  guint n_accepted = plumb_check_get_diagnostics (check)->len - n_problems;
  g_autofree char *accepted = NULL;
  g_autofree char *result
      = n_problems == 0
            /* Translators: the name of a pathway's file. */
            ? g_strdup_printf (_ ("Pathway %s: proved for every patient."), name)
            : g_strdup_printf (ngettext ("Pathway %s: %u problem.", "Pathway %s: %u problems.",
                                         n_problems),
                               name, n_problems);

  if (n_accepted == 0)
    return g_steal_pointer (&result);
  accepted = g_strdup_printf (ngettext ("Its authors accept %u exception.",
                                        "Its authors accept %u exceptions.", n_accepted),
                              n_accepted);

  return g_strdup_printf ("%s %s", result, accepted);
}

static void
show_result (PlumbWindow *self, PlumbCheck *check)
{
  g_autofree char *status = describe_check (self, check);

  if (get_panel (self) != NULL)
    plumb_check_panel_show (get_panel (self), check, plumb_window_name_pathway (self), status);
  set_status (self, g_steal_pointer (&status));
}

/* ---- checking --------------------------------------------------------------------------- */

static void
check_in_thread (GTask *task, gpointer source, gpointer pathway, GCancellable *cancellable)
{
  g_task_return_pointer (task, plumb_check_new (pathway), (GDestroyNotify) plumb_check_unref);
}

/* By then the window may be closed, or show the next version of the pathway. */
static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *reference = data;
  g_autoptr (PlumbWindow) self = g_weak_ref_get (reference);
  g_autoptr (PlumbCheck) check = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (reference);
  g_free (reference);
  if (self != NULL && self->session != NULL
      && plumb_check_get_pathway (check) == plumb_session_get_pathway (self->session))
    show_result (self, check);
}

/**
 * plumb_window_check:
 * @self: a window
 * @pathway: what it shows, or is about to show
 *
 * Checks a pathway, in a thread; the window goes on meanwhile.
 */
void
plumb_window_check (PlumbWindow *self, PlumbPathway *pathway)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = NULL;

  g_weak_ref_init (reference, self);
  /* Not for the window: the thread may be the last to let go of what a task holds. */
  task = g_task_new (NULL, NULL, on_checked, reference);
  g_task_set_task_data (task, plumb_pathway_ref (pathway), (GDestroyNotify) plumb_pathway_unref);
  if (get_panel (self) != NULL)
    plumb_check_panel_begin (get_panel (self));
  g_task_run_in_thread (task, check_in_thread);
}

/* The file cannot be read: the chart shows the version before, of which nothing is said now. */
void
plumb_window_refuse_check (PlumbWindow *self, const char *message)
{
  g_autofree char *text
      /* Translators: what is wrong with a pathway's file, and where. */
      = g_strdup_printf (_ ("%s. The chart still shows the version before."), message);

  plumb_window_show_check (self);
  plumb_check_panel_refuse (get_panel (self), text);
  set_status (self, g_strdup_printf (_ ("Pathway %s: cannot be read."),
                                     plumb_window_name_pathway (self)));
}

/* Another pathway, of which nothing is known. */
void
plumb_window_drop_check (PlumbWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->check_place), FALSE);
  adw_bin_set_child (self->check_place, NULL);
  set_status (self, NULL);
}

/* ---- going there, and trying ------------------------------------------------------------ */

/* What was found may be of the version before: ids hold for both. */
static void
on_go (PlumbWindow *self, const PlumbDiagnostic *diagnostic)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  PlumbPlace place = { 0 };

  if (diagnostic->node != NULL)
    {
      place.kind = PLUMB_PLACE_BOX;
      place.node = plumb_pathway_lookup_node (pathway, diagnostic->node->id);
      if (place.node != NULL)
        plumb_window_go_to (self, &place);
    }
  else if (diagnostic->recommendation != NULL)
    {
      place.kind = PLUMB_PLACE_ADVICE;
      place.recommendation
          = plumb_pathway_lookup_recommendation (pathway, diagnostic->recommendation->id);
      if (place.recommendation != NULL)
        plumb_window_go_to (self, &place);
    }
}

static void
add_answer (PlumbWindow *self, GArray *answers, const PlumbAnswer *answer)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  PlumbAnswer copy = { plumb_pathway_lookup_finding (pathway, answer->finding->id),
                       answer->value };

  if (copy.finding != NULL)
    g_array_append_val (answers, copy);
}

/* The patient as if nothing else had been answered, and what is answered then. */
static GArray *
list_answers (PlumbWindow *self, const PlumbDiagnostic *diagnostic)
{
  GPtrArray *findings
      = plumb_pathway_get_findings (plumb_session_get_pathway (self->session));
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));

  for (guint i = 0; i < findings->len; i++)
    {
      PlumbAnswer open = { g_ptr_array_index (findings, i), plumb_value_null () };

      if (plumb_consultation_get_answer (plumb_session_get_consultation (self->session),
                                         open.finding)
              ->type
          != PLUMB_VALUE_NULL)
        g_array_append_val (answers, open);
    }
  for (guint i = 0; i < diagnostic->witness->len; i++)
    add_answer (self, answers, &g_array_index (diagnostic->witness, PlumbAnswer, i));
  if (diagnostic->change.finding != NULL)
    add_answer (self, answers, &diagnostic->change);

  return answers;
}

/* What is asked about; by the answer, the pathway may be another. */
typedef struct
{
  PlumbPathway *pathway;
  GArray *answers; /* PlumbAnswer */
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  plumb_pathway_unref (question->pathway);
  g_array_unref (question->answers);
  g_free (question);
}

static void
on_try_response (Question *question, const char *response, GtkWidget *dialog)
{
  PlumbWindow *self = PLUMB_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  GArray *answers = question->answers;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "try") || self == NULL || answers->len == 0
      || question->pathway != plumb_session_get_pathway (self->session))
    return;
  adw_view_stack_set_visible_child_name (self->pages, "pathway");
  if (!plumb_session_try (self->session, (const PlumbAnswer *) (gpointer) answers->data,
                          answers->len, &error))
    plumb_window_report (self, _ ("This patient cannot be shown"), error->message);
}

static void
on_try (PlumbWindow *self, const PlumbDiagnostic *diagnostic)
{
  g_autofree char *patient = plumb_diagnostic_describe_patient (diagnostic);
  g_autofree char *body = g_strdup_printf (
      /* Translators: a patient, in the answers to the pathway's questions. */
      _ ("%s.\n\nThe chart and the advice show this patient in place of yours. Nothing is "
         "recorded, and your answers come back when the trial ends."),
      patient);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Try this patient?"), NULL);
  Question *question = g_new0 (Question, 1);

  question->pathway = plumb_pathway_ref (plumb_session_get_pathway (self->session));
  question->answers = list_answers (self, diagnostic);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "try",
                                    _ ("_Try"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "try");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_try_response), question,
                         free_question, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the panel -------------------------------------------------------------------------- */

/* Made when something is first checked. */
void
plumb_window_show_check (PlumbWindow *self)
{
  GtkWidget *panel;

  if (get_panel (self) == NULL)
    {
      panel = plumb_check_panel_new ();
      g_signal_connect_object (panel, "go", G_CALLBACK (on_go), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (panel, "try", G_CALLBACK (on_try), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->check_place, panel);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->check_place), TRUE);
}

void
plumb_window_toggle_check (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  gboolean in_sight
      = g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "pathway") == 0;

  if (is_shown (self) && in_sight)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->check_place), FALSE);
      return;
    }
  adw_view_stack_set_visible_child_name (self->pages, "pathway");
  plumb_window_show_check (self);
  plumb_window_check (self, plumb_session_get_pathway (self->session));
}
