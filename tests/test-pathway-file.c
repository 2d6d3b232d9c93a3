/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody writes a pathway, and the window goes along. */

#include "plumb-window-private.h"

#include "plumb-chart-panel.h"
#include "plumb-check-panel.h"
#include "plumb-check-row.h"

#include "plumb-test-example.h"
#include "plumb-test-window.h"

#include <glib/gstdio.h>

/* In seconds: for a machine that has other things to do. */
#define PATIENCE 30

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  char *text; /* the example */
  PlumbPathway *builtin;
  PlumbWindow *window;
} Fixture;

/* ---- files ------------------------------------------------------------------------------- */

static void
write_text (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  /* Another file in its place, as many editors do it. */
  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

/* Into the file that is there, as other editors do. */
static void
write_over (Fixture *fixture, const char *text)
{
  FILE *stream = g_fopen (fixture->path, "w");

  g_assert_nonnull (stream);
  g_assert_cmpint (fputs (text, stream), >=, 0);
  g_assert_cmpint (fclose (stream), ==, 0);
}

static void
edit (Fixture *fixture, const char *before, const char *after)
{
  g_autofree char *text = plumb_test_edit (fixture->text, before, after);

  write_text (fixture, text);
}

/* ---- widgets ------------------------------------------------------------------------------ */

static gboolean
give_up (gpointer data)
{
  g_error ("waited in vain for “%s”", (const char *) data);

  return G_SOURCE_REMOVE;
}

/* Until the status line ends so. */
static void
wait_for (Fixture *fixture, const char *status)
{
  guint patience = g_timeout_add_seconds (PATIENCE, give_up, (gpointer) status);

  while (fixture->window->check_status == NULL
         || strstr (fixture->window->check_status, status) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_assert_nonnull (strstr (gtk_label_get_text (fixture->window->status), status));
  plumb_test_settle ();
}

/* Until the file, as it is now, has been read anew and checked. */
static void
wait_for_next (Fixture *fixture, const char *status)
{
  PlumbPathway *before = plumb_session_get_pathway (plumb_window_get_session (fixture->window));
  guint patience = g_timeout_add_seconds (PATIENCE, give_up, (gpointer) status);

  plumb_pathway_ref (before);
  while (plumb_session_get_pathway (plumb_window_get_session (fixture->window)) == before)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  plumb_pathway_unref (before);
  wait_for (fixture, status);
}

static GtkWidget *
first_row (Fixture *fixture)
{
  GtkWidget *row
      = plumb_test_find (GTK_WIDGET (fixture->window->check_place), PLUMB_TYPE_CHECK_ROW);

  g_assert_nonnull (row);

  return row;
}

static PlumbSession *
get_session (Fixture *fixture)
{
  return plumb_window_get_session (fixture->window);
}

static const PlumbValue *
answer_of (Fixture *fixture, const char *id)
{
  PlumbSession *session = get_session (fixture);

  return plumb_consultation_get_answer (
      plumb_session_get_consultation (session),
      plumb_pathway_lookup_finding (plumb_session_get_pathway (session), id));
}

static void
open_file (Fixture *fixture)
{
  plumb_window_open_pathway (fixture->window, fixture->file);
  wait_for (fixture, "proved for every patient");
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data)
        && gtk_window_get_transient_for (link->data) == GTK_WINDOW (fixture->window))
      return link->data;

  return NULL;
}

static void
respond (Fixture *fixture, const char *response)
{
  GtkWindow *dialog = find_dialog (fixture);

  g_assert_nonnull (dialog);
  /* As its button does it: gone first, then answered. */
  g_object_ref (dialog);
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  g_object_unref (dialog);
  plumb_test_settle ();
  g_assert_null (find_dialog (fixture));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("plumbline-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "neck.xml", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->text = plumb_test_example_text ();
  write_text (fixture, fixture->text);
  fixture->builtin = plumb_test_builtin ();
  fixture->window = plumb_window_new (NULL, fixture->builtin);
  gtk_window_present (GTK_WINDOW (fixture->window));
  plumb_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  fixture->window->closing = TRUE;
  gtk_window_close (GTK_WINDOW (fixture->window));
  plumb_test_settle ();
  g_assert_null (fixture->window);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  plumb_pathway_unref (fixture->builtin);
  g_free (fixture->text);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* ---- opening ------------------------------------------------------------------------------ */

static void
test_open (Fixture *fixture, gconstpointer data)
{
  /* The program's own pathway is not checked before somebody asks. */
  g_assert_null (fixture->window->check_status);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->check_place)));

  open_file (fixture);
  g_assert_cmpstr (plumb_pathway_get_id (plumb_session_get_pathway (get_session (fixture))), ==,
                   "acute-neck-pain-demonstration");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window->check_place)));
  g_assert_nonnull (strstr (gtk_button_get_label (fixture->window->version), "not for patients"));
}

static void
test_open_refused (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  const char *body;

  edit (fixture, "when=\"arm_pain\"", "when=\"arm_pian\"");
  plumb_window_open_pathway (fixture->window, fixture->file);
  plumb_test_settle ();
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog));
  g_assert_true (g_str_has_prefix (body, "neck.xml:"));
  g_assert_nonnull (strstr (body, "arm_pian"));
  g_assert_true (plumb_session_get_pathway (get_session (fixture)) == fixture->builtin);
  respond (fixture, "close");
}

/* The answers belong to another pathway, and are asked about. */
static void
test_answers_are_asked_about (Fixture *fixture, gconstpointer data)
{
  plumb_test_answer (get_session (fixture), "age=48");
  plumb_window_open_pathway (fixture->window, fixture->file);
  plumb_test_settle ();
  respond (fixture, "cancel");
  g_assert_cmpint (answer_of (fixture, "age")->integer, ==, 48);
  g_assert_true (plumb_session_get_pathway (get_session (fixture)) == fixture->builtin);

  plumb_window_open_pathway (fixture->window, fixture->file);
  plumb_test_settle ();
  respond (fixture, "discard");
  wait_for (fixture, "proved");
  g_assert_cmpint (answer_of (fixture, "age")->type, ==, PLUMB_VALUE_NULL);
}

static void
test_example_and_back (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-example", NULL);
  wait_for (fixture, "acute-neck-pain.xml: proved");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-builtin", NULL);
  plumb_test_settle ();
  g_assert_cmpstr (plumb_pathway_get_id (plumb_session_get_pathway (get_session (fixture))), ==,
                   plumb_pathway_get_id (fixture->builtin));
  g_assert_null (fixture->window->check_status);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->check_place)));
}

/* ---- editing ------------------------------------------------------------------------------ */

/* One threshold: what, for whom, where; and the way there. */
static void
test_broken_threshold (Fixture *fixture, gconstpointer data)
{
  const PlumbDiagnostic *diagnostic;
  g_autofree char *patient = NULL;

  open_file (fixture);
  edit (fixture, "when=\"pain_score &lt; 4\"", "when=\"pain_score &lt; 3\"");
  wait_for (fixture, "neck.xml: 1 problem.");
  diagnostic = plumb_check_row_get_diagnostic (PLUMB_CHECK_ROW (first_row (fixture)));
  patient = plumb_diagnostic_describe_patient (diagnostic);
  g_assert_cmpuint (diagnostic->number, ==, 206);
  g_assert_nonnull (strstr (patient, "Pain, 0 to 10: 3"));

  g_signal_emit_by_name (gtk_widget_get_parent (first_row (fixture)), "row-activated",
                         first_row (fixture));
  plumb_test_settle ();
  g_assert_cmpstr (plumb_session_get_stage (get_session (fixture))->id, ==, "first_care");

  write_over (fixture, fixture->text);
  wait_for (fixture, "proved for every patient");
}

/* A screen reader hears the same as everybody sees. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  edit (fixture, "when=\"pain_score &lt; 4\"", "when=\"pain_score &lt; 3\"");
  wait_for (fixture, "1 problem.");
  gtk_test_accessible_assert_role (
      plumb_test_find (GTK_WIDGET (fixture->window->check_place), PLUMB_TYPE_CHECK_PANEL),
      GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (
      plumb_test_find (GTK_WIDGET (fixture->window->check_place), PLUMB_TYPE_CHECK_PANEL),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Check of the pathway");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (first_row (fixture)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* The patient is looked at, and never recorded. */
static void
test_try_patient (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  plumb_test_answer (get_session (fixture), "age=48 red_flags=false");
  edit (fixture, "when=\"pain_score &lt; 4\"", "when=\"pain_score &lt; 3\"");
  wait_for (fixture, "1 problem.");
  g_signal_emit_by_name (first_row (fixture), "try");
  plumb_test_settle ();
  g_assert_null (plumb_session_get_trial (get_session (fixture)));
  respond (fixture, "try");
  g_assert_nonnull (plumb_session_get_trial (get_session (fixture)));
  g_assert_cmpint (answer_of (fixture, "age")->integer, ==, 48);
  g_assert_cmpint (answer_of (fixture, "pain_score")->type, ==, PLUMB_VALUE_NULL);

  /* A new version ends the trial. */
  write_text (fixture, fixture->text);
  wait_for (fixture, "proved");
  g_assert_null (plumb_session_get_trial (get_session (fixture)));
}

static void
test_answers_stay (Fixture *fixture, gconstpointer data)
{
  PlumbChartPanel *chart;

  open_file (fixture);
  plumb_test_answer (get_session (fixture), "age=48 red_flags=false pain_score=3");
  plumb_session_set_stage (get_session (fixture),
                           plumb_pathway_lookup_stage (
                               plumb_session_get_pathway (get_session (fixture)),
                               "arm_and_review"));
  chart = PLUMB_CHART_PANEL (adw_bin_get_child (fixture->window->chart_place));
  plumb_chart_view_set_zoom (plumb_chart_panel_get_view (chart), 1.5);

  edit (fixture, "when=\"pain_score &lt; 4\"", "when=\"pain_score &lt; 3\"");
  wait_for (fixture, "1 problem.");
  g_assert_cmpint (answer_of (fixture, "pain_score")->integer, ==, 3);
  g_assert_cmpint (answer_of (fixture, "age")->integer, ==, 48);
  g_assert_true (plumb_session_get_modified (get_session (fixture)));
  g_assert_cmpstr (plumb_session_get_stage (get_session (fixture))->id, ==, "arm_and_review");
  chart = PLUMB_CHART_PANEL (adw_bin_get_child (fixture->window->chart_place));
  g_assert_cmpfloat (plumb_chart_view_get_zoom (plumb_chart_panel_get_view (chart)), ==, 1.5);
}

static void
test_answers_dropped (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  plumb_test_answer (get_session (fixture), "age=48 pain_score=9 weeks_since_onset=3");
  /* Two answers no longer fit: both are named. */
  {
    g_autofree char *once = plumb_test_edit (fixture->text, "max=\"10\"", "max=\"8\"");
    g_autofree char *twice = plumb_test_edit (once, "max=\"120\"", "max=\"40\"");

    write_text (fixture, twice);
  }
  wait_for_next (fixture, "proved");
  g_assert_cmpint (answer_of (fixture, "weeks_since_onset")->integer, ==, 3);
  g_assert_cmpint (answer_of (fixture, "age")->type, ==, PLUMB_VALUE_NULL);
  g_assert_nonnull (strstr (
      adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog (fixture))), "Age: 48"));
  respond (fixture, "close");
}

static void
test_bad_version (Fixture *fixture, gconstpointer data)
{
  PlumbPathway *before;

  open_file (fixture);
  plumb_test_answer (get_session (fixture), "age=48");
  before = plumb_session_get_pathway (get_session (fixture));
  edit (fixture, "</stages>", "</stage>");
  wait_for (fixture, "neck.xml: cannot be read.");
  g_assert_true (plumb_session_get_pathway (get_session (fixture)) == before);
  g_assert_cmpint (answer_of (fixture, "age")->integer, ==, 48);
  g_assert_null (plumb_test_find (GTK_WIDGET (fixture->window->check_place), PLUMB_TYPE_CHECK_ROW));

  write_text (fixture, fixture->text);
  wait_for (fixture, "proved");
}

/* Away for good, and then there again. */
static void
test_file_is_gone (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  wait_for (fixture, "cannot be read");
  write_text (fixture, fixture->text);
  wait_for (fixture, "proved");
}

static void
test_check_builtin (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.check-pathway", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window->check_place)));
  wait_for (fixture, "Low back pain");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.check-pathway", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->check_place)));
}

/* Consultation files name their pathway, and are not mixed up. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "visit.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;

  open_file (fixture);
  plumb_test_answer (get_session (fixture), "age=48");
  plumb_session_save (get_session (fixture), file, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &saved, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (saved, "acute-neck-pain-demonstration"));

  /* What is saved stays saved when the pathway changes and everything fits. */
  edit (fixture, "<label>Age</label>", "<label>Years</label>");
  wait_for_next (fixture, "proved");
  g_assert_cmpint (answer_of (fixture, "age")->integer, ==, 48);
  g_assert_true (g_file_equal (plumb_session_get_file (get_session (fixture)), file));
  g_assert_false (plumb_session_get_modified (get_session (fixture)));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-builtin", NULL);
  plumb_test_settle ();
  g_assert_null (plumb_session_get_file (get_session (fixture)));
  plumb_window_open (fixture->window, file);
  plumb_test_settle ();
  respond (fixture, "close");
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "open", test_open },
    { "open-refused", test_open_refused },
    { "answers-are-asked-about", test_answers_are_asked_about },
    { "example-and-back", test_example_and_back },
    { "broken-threshold", test_broken_threshold },
    { "names", test_names },
    { "try-patient", test_try_patient },
    { "answers-stay", test_answers_stay },
    { "answers-dropped", test_answers_dropped },
    { "bad-version", test_bad_version },
    { "file-is-gone", test_file_is_gone },
    { "check-builtin", test_check_builtin },
    { "save", test_save },
  };

  plumb_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pathway-file/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
