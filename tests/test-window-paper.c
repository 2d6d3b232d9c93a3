/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window does with paper: one key to each document, faults, and closing meanwhile. */

#include "plumb-note.h"
#include "plumb-print-operation.h"
#include "plumb-test-window.h"
#include "plumb-window-private.h"

#include <glib/gstdio.h>

typedef struct
{
  PlumbPathway *pathway;
  PlumbWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pathway = plumb_test_builtin ();
  fixture->window = plumb_window_new (NULL, fixture->pathway);
  fixture->folder = g_dir_make_tmp ("plumb-window-XXXXXX", NULL);
  plumb_test_answer (plumb_window_get_session (fixture->window),
                     PLUMB_TEST_CLEAR "weeks_since_onset=9 pain_score=8");
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  plumb_test_settle ();
}

static void
close_window (Fixture *fixture)
{
  if (fixture->window == NULL)
    return;
  fixture->window->closing = TRUE;
  gtk_window_close (GTK_WINDOW (fixture->window));
  plumb_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_assert_null (fixture->window);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  plumb_pathway_unref (fixture->pathway);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  plumb_test_settle ();
}

static void
assert_shown (Fixture *fixture, PlumbPaperKind kind)
{
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture->window->pages), ==, "paper");
  g_assert_cmpint (plumb_paper_page_get_kind (plumb_window_get_paper (fixture->window)), ==, kind);
}

static void
test_one_step_to_each (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.show-handout");
  assert_shown (fixture, PLUMB_PAPER_HANDOUT);
  activate (fixture, "win.show-poster");
  assert_shown (fixture, PLUMB_PAPER_POSTER);
}

/* Nobody waits for a page that nobody has asked for. */
static void
test_made_when_wanted (Fixture *fixture, gconstpointer data)
{
  g_assert_null (adw_bin_get_child (fixture->window->paper_place));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "paper");
  g_assert_nonnull (adw_bin_get_child (fixture->window->paper_place));
}

static void
test_note_is_copied (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  PlumbSession *session = plumb_window_get_session (fixture->window);
  g_autofree char *note = plumb_note_new (plumb_session_get_evaluation (session), NULL);
  g_auto (GValue) copied = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  activate (fixture, "win.copy-note");
  g_value_init (&copied, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &copied, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&copied), ==, note);
}

/* ---- files ------------------------------------------------------------------------------- */

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "page.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  plumb_window_export_to (fixture->window, file);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static guint
count_dialogs (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_dialogs = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      n_dialogs += ADW_IS_MESSAGE_DIALOG (window) ? 1 : 0;
    }

  return n_dialogs;
}

/* It is said, nothing is left behind, and all answers are still there. */
static void
test_export_where_nothing_can_be_written (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "/dev/full", "/proc/version/page.pdf", "/proc/page.pdf" };
  PlumbSession *session = plumb_window_get_session (fixture->window);
  PlumbEvaluation *before = plumb_session_get_evaluation (session);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (places[i]);

      plumb_window_export_to (fixture->window, file);
      plumb_test_settle ();
      g_assert_cmpuint (count_dialogs (), ==, i + 1);
    }
  g_assert_true (plumb_session_get_evaluation (session) == before);
}

/* ---- closing meanwhile ------------------------------------------------------------------- */

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  close_window (data);
}

/* The pages come out although the window is gone. */
static void
test_close_while_printing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "page.pdf", NULL);
  g_autoptr (PlumbPainter) painter = plumb_paper_page_create_painter (
      plumb_window_get_paper (fixture->window), PLUMB_PAPER_SUMMARY);
  g_autoptr (GtkPrintOperation) operation
      = plumb_print_operation_new (plumb_painter_get_document (painter));
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), fixture);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (fixture->window), &error);
  g_assert_no_error (error);
  g_assert_null (fixture->window);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
add (const char *path, void (*function) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, function, tear_down);
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  add ("/window-paper/one-step-to-each", test_one_step_to_each);
  add ("/window-paper/made-when-wanted", test_made_when_wanted);
  add ("/window-paper/note-is-copied", test_note_is_copied);
  add ("/window-paper/export", test_export);
  add ("/window-paper/export-where-nothing-can-be-written",
       test_export_where_nothing_can_be_written);
  add ("/window-paper/close-while-printing", test_close_while_printing);

  return g_test_run ();
}
