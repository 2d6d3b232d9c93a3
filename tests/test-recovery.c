/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-recovery.h"
#include "plumb-test-window.h"
#include "plumb-window-private.h"

#include <glib/gstdio.h>

static gboolean
is_kept (PlumbRecovery *recovery)
{
  return g_file_query_exists (plumb_recovery_get_file (recovery), NULL);
}

/* As a program leaves it that was cut off: the file is there, and nobody holds it. */
static GFile *
leave_behind (const char *answers)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  g_autoptr (PlumbRecovery) recovery = plumb_recovery_new (session);
  g_autoptr (GFile) folder = g_file_get_parent (plumb_recovery_get_file (recovery));
  GFile *left = g_file_get_child (folder, "left.json");
  g_autoptr (GError) error = NULL;

  plumb_test_answer (session, answers);
  plumb_recovery_flush (recovery);
  g_file_copy (plumb_recovery_get_file (recovery), left, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL,
               &error);
  g_assert_no_error (error);

  return left;
}

static guint
count_left (PlumbSession *session)
{
  g_autoptr (GPtrArray) left = plumb_recovery_list_left (plumb_session_get_pathway (session));

  return left->len;
}

/* Only what could be lost is kept, and only its owner can read it. */
static void
test_keeping (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  g_autoptr (PlumbRecovery) recovery = plumb_recovery_new (session);
  g_autofree char *path = g_file_get_path (plumb_recovery_get_file (recovery));
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  plumb_recovery_flush (recovery);
  g_assert_false (is_kept (recovery));

  plumb_test_answer (session, "age=48");
  g_assert_false (is_kept (recovery));
  plumb_recovery_flush (recovery);
  g_assert_true (is_kept (recovery));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);

  plumb_session_undo (session);
  g_assert_false (is_kept (recovery));
}

/* Without being asked, a moment after the answer. */
static void
test_keeping_later (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  g_autoptr (PlumbRecovery) recovery = plumb_recovery_new (session);

  plumb_test_answer (session, "age=48");
  while (!is_kept (recovery))
    g_main_context_iteration (NULL, TRUE);
}

/* What is saved, or put away in an orderly way, leaves nothing. */
static void
test_saving (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  PlumbRecovery *recovery = plumb_recovery_new (session);
  g_autoptr (GFile) kept = g_object_ref (plumb_recovery_get_file (recovery));
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "saved.json", NULL);
  g_autoptr (GFile) saved = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  plumb_test_answer (session, "age=48");
  plumb_recovery_flush (recovery);
  g_assert_true (plumb_session_save (session, saved, &error));
  g_assert_no_error (error);
  g_assert_false (is_kept (recovery));

  plumb_test_answer (session, "age=49");
  plumb_recovery_flush (recovery);
  g_assert_true (is_kept (recovery));
  g_object_unref (recovery);
  g_assert_false (g_file_query_exists (kept, NULL));
  g_assert_cmpuint (count_left (session), ==, 0);
}

/* A program that still runs keeps its own. */
static void
test_left (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  g_autoptr (PlumbRecovery) living = plumb_recovery_new (session);
  g_autoptr (GFile) left = leave_behind ("age=48");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GDateTime) time = plumb_recovery_get_time (left);

  plumb_test_answer (session, "age=50");
  plumb_recovery_flush (living);
  found = plumb_recovery_list_left (plumb_session_get_pathway (session));
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_file_equal (g_ptr_array_index (found, 0), left));
  g_assert_nonnull (time);

  plumb_recovery_forget (left);
  g_assert_cmpuint (count_left (session), ==, 0);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data))
      return link->data;

  return NULL;
}

/* A click closes the dialog besides. */
static void
respond (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  plumb_test_settle ();
}

static PlumbWindow *
open_window (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbWindow *window = plumb_window_new (NULL, pathway);

  plumb_window_keep_recovery (window);
  gtk_window_present (GTK_WINDOW (window));
  plumb_test_settle ();

  return window;
}

static void
close_window (PlumbWindow *window)
{
  window->closing = TRUE;
  gtk_window_close (GTK_WINDOW (window));
  plumb_test_settle ();
}

/* What was cut off comes back as it was, is yet to be saved, and is kept anew. */
static void
test_going_on (void)
{
  g_autoptr (GFile) left = leave_behind ("age=48 weeks_since_onset=9");
  PlumbWindow *window = open_window ();
  PlumbSession *session = plumb_window_get_session (window);
  const PlumbFinding *age
      = plumb_pathway_lookup_finding (plumb_session_get_pathway (session), "age");

  plumb_window_offer_recovery (window);
  respond ("open");

  g_assert_cmpint (
      plumb_evaluation_get_answer (plumb_session_get_evaluation (session), age)->integer, ==, 48);
  g_assert_true (plumb_session_get_modified (session));
  g_assert_null (plumb_session_get_file (session));
  g_assert_false (g_file_query_exists (left, NULL));
  g_assert_true (is_kept (window->recovery));
  close_window (window);
}

/* It was another day: weeks and reviews go on counting from it. */
static void
test_day_of_the_visit (void)
{
  g_autoptr (GFile) left = leave_behind ("age=48");
  PlumbWindow *window = open_window ();
  guint64 friday = 1794571200; /* 13 November 2026, noon */
  GDate day;

  g_assert_true (g_file_set_attribute_uint64 (left, G_FILE_ATTRIBUTE_TIME_MODIFIED, friday,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
  plumb_window_offer_recovery (window);
  respond ("open");
  plumb_evaluation_get_visit_date (
      plumb_session_get_evaluation (plumb_window_get_session (window)), &day);
  g_assert_cmpuint (g_date_get_day (&day), ==, 13);
  g_assert_cmpuint (g_date_get_month (&day), ==, 11);
  close_window (window);
}

/* One window at a time is asked about a file, and it stays where nothing can take its place. */
static void
test_the_only_copy (void)
{
  g_autoptr (GFile) left = leave_behind ("age=48");
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbWindow *window = plumb_window_new (NULL, pathway);
  AdwMessageDialog *dialog;

  plumb_window_offer_recovery (window);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpuint (count_left (plumb_window_get_session (window)), ==, 0);
  respond ("open");
  g_assert_true (plumb_session_get_modified (plumb_window_get_session (window)));
  g_assert_true (g_file_query_exists (left, NULL));
  g_assert_cmpuint (count_left (plumb_window_get_session (window)), ==, 1);
  plumb_recovery_forget (left);
  close_window (window);
}

/* What is put off is asked for again, what is given up is not, and what nobody can read stays. */
static void
test_not_going_on (void)
{
  g_autoptr (GFile) left = leave_behind ("age=48");
  PlumbWindow *window = open_window ();
  g_autoptr (GError) error = NULL;

  plumb_window_offer_recovery (window);
  respond ("later");
  g_assert_true (g_file_query_exists (left, NULL));

  g_file_replace_contents (left, "{", 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  plumb_window_offer_recovery (window);
  respond ("open");
  g_assert_true (g_file_query_exists (left, NULL));
  respond ("close");

  plumb_window_offer_recovery (window);
  respond ("discard");
  g_assert_false (g_file_query_exists (left, NULL));
  plumb_window_offer_recovery (window);
  plumb_test_settle ();
  g_assert_null (find_dialog ());
  close_window (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("plumbline-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/recovery/keeping", test_keeping);
  g_test_add_func ("/recovery/keeping-later", test_keeping_later);
  g_test_add_func ("/recovery/saving", test_saving);
  g_test_add_func ("/recovery/left", test_left);
  g_test_add_func ("/recovery/going-on", test_going_on);
  g_test_add_func ("/recovery/day-of-the-visit", test_day_of_the_visit);
  g_test_add_func ("/recovery/the-only-copy", test_the_only_copy);
  g_test_add_func ("/recovery/not-going-on", test_not_going_on);

  return g_test_run ();
}
