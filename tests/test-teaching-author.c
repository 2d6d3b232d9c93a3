/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-teaching-author.h"

#include "plumb-case-shelf.h"
#include "plumb-teaching-paper.h"
#include "plumb-teaching-window.h"
#include "plumb-test-window.h"
#include "plumb-window.h"

#include <glib/gstdio.h>

#define ANSWERS \
  PLUMB_TEST_CLEAR "patient_label=Mustermann onset_date=2026-09-26 leg_pain=true pain_score=8"

typedef struct
{
  PlumbPathway *pathway;
  PlumbTraps *traps;
  PlumbTeachingAuthor *author;
  char *path; /* of a folder */
  GFile *folder;
  GFile *file;
} Fixture;

static PlumbTeachingAuthor *
open_author (Fixture *fixture, PlumbCaseDraft *draft)
{
  PlumbTeachingAuthor *author = plumb_teaching_author_new (NULL, draft);

  gtk_window_present (GTK_WINDOW (author));
  plumb_test_settle ();

  return author;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbConsultation) consultation = NULL;

  fixture->pathway = plumb_test_builtin ();
  fixture->traps = plumb_traps_new_builtin (NULL);
  fixture->path = g_dir_make_tmp ("plumb-author-XXXXXX", NULL);
  g_assert_nonnull (fixture->path);
  fixture->folder = g_file_new_for_path (fixture->path);
  fixture->file = g_file_get_child (fixture->folder, "mine.xml");
  consultation = plumb_test_consultation (fixture->pathway, ANSWERS);
  fixture->author = open_author (fixture, plumb_case_draft_new (consultation, fixture->traps));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->author));
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_object_unref (fixture->file);
  g_object_unref (fixture->folder);
  g_free (fixture->path);
  plumb_traps_unref (fixture->traps);
  plumb_pathway_unref (fixture->pathway);
}

/* The nth of a type that can be seen, in the order of the window. */
static GtkWidget *
find_child (GtkWidget *widget, GType type, guint *nth)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type, nth);

  return found;
}

static GtkWidget *
find (Fixture *fixture, GType type, guint nth)
{
  GtkWidget *found = find_child (GTK_WIDGET (fixture->author), type, &nth);

  g_assert_nonnull (found);

  return found;
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->author), action, NULL));
  plumb_test_settle ();
}

static void
write_story (Fixture *fixture, const char *story)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, 0)));

  gtk_text_buffer_set_text (buffer, story, -1);
}

/* As it is done by hand: Enter takes the first of what the search found. */
static void
add_lesson (Fixture *fixture, guint number, const char *text, const char *search)
{
  GtkWidget *entry, *view, *button;
  guint first = 0;

  act (fixture, "author.add-lesson");
  /* The first is the story's. */
  view = find (fixture, GTK_TYPE_TEXT_VIEW, number + 1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  /* In the line below: view, frame, line. */
  button = gtk_widget_get_next_sibling (gtk_widget_get_parent (gtk_widget_get_parent (view)));
  button = find_child (button, GTK_TYPE_MENU_BUTTON, &first);
  /* The focus brings it into sight, without which there is no place to pop up. */
  gtk_widget_grab_focus (button);
  plumb_test_settle ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  plumb_test_settle ();
  first = 0;
  entry = find_child (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                      GTK_TYPE_SEARCH_ENTRY, &first);
  gtk_editable_set_text (GTK_EDITABLE (entry), search);
  g_signal_emit_by_name (entry, "search-changed");
  g_signal_emit_by_name (entry, "activate");
  plumb_test_settle ();
}

static void
write_case (Fixture *fixture)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, 0)), "Below the knee");
  write_story (fixture, "Eight weeks of pain down the leg & no rest.");
  add_lesson (fixture, 0, "Ask for power before pain.", "I02");
  add_lesson (fixture, 1, "Wait, and look again.", "N03");
}

static PlumbCase *
read_from_folder (Fixture *fixture, PlumbCaseShelf **shelf)
{
  g_autoptr (GError) error = NULL;

  *shelf = plumb_case_shelf_new_from_folder (fixture->pathway, fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plumb_case_shelf_get_refusals (*shelf)->len, ==, 0);
  g_assert_cmpuint (plumb_case_shelf_get_cases (*shelf)->len, ==, 1);

  return g_ptr_array_index (plumb_case_shelf_get_cases (*shelf), 0);
}

/* From a consultation to a file that a shelf reads. */
static void
test_a_whole_case (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseShelf) shelf = NULL;
  g_autofree char *text = NULL;
  PlumbCase *found;

  write_case (fixture);
  plumb_teaching_author_check (fixture->author);
  g_assert_cmpstr (plumb_teaching_author_get_faults (fixture->author), ==, "");
  g_assert_true (plumb_teaching_author_save_to (fixture->author, fixture->file));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &text, NULL, NULL, NULL));
  g_assert_null (strstr (text, "Mustermann"));
  g_assert_null (strstr (text, "2026"));
  found = read_from_folder (fixture, &shelf);
  g_assert_cmpstr (plumb_text_get (plumb_case_get_title (found), NULL), ==, "Below the knee");
  g_assert_cmpstr (plumb_text_get (plumb_case_get_step (found, 0)->text, NULL), ==,
                   "Eight weeks of pain down the leg & no rest.");
  g_assert_cmpuint (plumb_case_get_lessons (found)->len, ==, 2);
  g_assert_nonnull (strstr (text, "<text>Ask for power before pain.</text>"));
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (
        ((const PlumbCaseLesson *) g_ptr_array_index (plumb_case_get_lessons (found), i))
            ->statements->len,
        ==, 1);
}

/* What the story tells is ticked; a tick goes into the file. */
static void
test_told_by_the_story (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseShelf) shelf = NULL;
  const PlumbCaseStep *step;
  guint given = 0, before = 0;

  write_case (fixture);
  for (guint i = 0; before < 4; i++)
    {
      GtkWidget *button = find (fixture, GTK_TYPE_CHECK_BUTTON, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
        {
          before++;
          continue;
        }
      g_assert_true (gtk_widget_activate (button));
      break;
    }
  g_assert_true (plumb_teaching_author_save_to (fixture->author, fixture->file));
  step = plumb_case_get_step (read_from_folder (fixture, &shelf), 0);
  for (guint i = 0; i < step->answers->len; i++)
    given += ((const PlumbCaseAnswer *) g_ptr_array_index (step->answers, i))->given;
  /* Age and weeks are told from the first. */
  g_assert_cmpuint (given, ==, 3);
}

/* What cannot be read is told with its line, and no file is touched. */
static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_replace_contents (fixture->file, "before", 6, NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
  g_assert_false (plumb_teaching_author_save_to (fixture->author, fixture->file));
  g_assert_cmpstr (plumb_teaching_author_get_faults (fixture->author), ==,
                   "case.xml:2:1: <case> lacks its <title>");
  g_assert_true (g_file_load_contents (fixture->file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
}

/* In the text of the file as well: neither saved nor taken over into the form. */
static void
test_a_damaged_edit (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) halves = NULL;
  g_autofree char *damaged = NULL;

  write_case (fixture);
  act (fixture, "author.source");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, 0)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  halves = g_strsplit (text, "finding=\"pain_score\"", 2);
  g_assert_nonnull (halves[1]);
  damaged = g_strjoinv ("finding=\"nothing\"", halves);
  gtk_text_buffer_set_text (buffer, damaged, -1);
  g_assert_false (plumb_teaching_author_check (fixture->author));
  g_assert_nonnull (
      strstr (plumb_teaching_author_get_faults (fixture->author), "nothing is called “nothing”"));
  g_assert_true (
      g_str_has_prefix (plumb_teaching_author_get_faults (fixture->author), "below-the-knee.xml:"));
  g_assert_false (plumb_teaching_author_save_to (fixture->author, fixture->file));
  g_assert_false (g_file_query_exists (fixture->file, NULL));
  act (fixture, "author.source");
  g_assert_true (
      gtk_text_view_get_monospace (GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, 0))));
  gtk_text_buffer_set_text (buffer, text, -1);
  act (fixture, "author.source");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, 0))), ==,
                   "Below the knee");
  g_assert_true (plumb_teaching_author_save_to (fixture->author, fixture->file));
}

/* A file that cannot be written leaves everything as it is. */
static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_resolve_relative_path (fixture->folder, "no/such/case.xml");

  write_case (fixture);
  g_assert_false (plumb_teaching_author_save_to (fixture->author, nowhere));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, 0))), ==,
                   "Below the knee");
}

/* Everything can be reached with Tab, and the keys are those that it says. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  guint n_texts = 0, n_checks = 0;

  write_case (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->author), NULL);
  for (guint i = 0; i < 200; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (GTK_WIDGET (fixture->author), GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->author));
      if (focus == NULL || !g_hash_table_add (reached, focus))
        continue;
      n_texts += GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
      n_checks += GTK_IS_CHECK_BUTTON (focus);
    }
  /* Title, story, two learning points. */
  g_assert_cmpuint (n_texts, ==, 4);
  g_assert_cmpuint (n_checks, >, plumb_traps_get_list (fixture->traps)->len);
}

/* Whoever has written something is asked before it is lost. */
static void
test_closing (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (windows);

  write_case (fixture);
  gtk_window_close (GTK_WINDOW (fixture->author));
  plumb_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "keep");
    }
  plumb_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->author)));
}

/* Every case of the program opens as it is, those of several steps too. */
static void
test_editing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseShelf) shelf = plumb_case_shelf_new_builtin (fixture->pathway, NULL);
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);

  for (guint i = 0; i < cases->len; i++)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->author));
      fixture->author
          = open_author (fixture, plumb_case_draft_new_from_case (g_ptr_array_index (cases, i)));
      g_assert_true (plumb_teaching_author_check (fixture->author));
    }
}

/* From the window with the consultation; without answers there is nothing to make. */
static void
test_from_the_window (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (plumb_window_new (NULL, fixture->pathway));
  PlumbSession *session = plumb_window_get_session (PLUMB_WINDOW (window));
  GListModel *windows = gtk_window_get_toplevels ();
  guint before;
  gboolean found = FALSE;

  gtk_window_present (window);
  plumb_test_settle ();
  before = g_list_model_get_n_items (windows);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.make-case", NULL));
  plumb_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before);
  plumb_test_answer (session, ANSWERS);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.make-case", NULL));
  plumb_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (!PLUMB_IS_TEACHING_AUTHOR (other) || other == GTK_WINDOW (fixture->author))
        continue;
      found = TRUE;
      g_assert_true (gtk_window_get_transient_for (other) == window);
      gtk_window_destroy (other);
      break;
    }
  g_assert_true (found);
  gtk_window_destroy (window);
}

/* From the list of cases: to edit one, and as pages. */
static void
test_from_the_cases (Fixture *fixture, gconstpointer data)
{
  PlumbTeachingWindow *window = plumb_teaching_window_new (NULL, fixture->pathway);
  g_autoptr (PlumbCaseShelf) shelf = plumb_case_shelf_new_builtin (fixture->pathway, NULL);
  PlumbCase *teaching_case = plumb_case_shelf_lookup (shelf, "foot-drop-four-days");
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GError) error = NULL;
  g_autofree char *pages = NULL;
  guint before;

  gtk_window_present (GTK_WINDOW (window));
  plumb_test_settle ();
  before = g_list_model_get_n_items (windows);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (window), "teach.edit", "s", "foot-drop-four-days"));
  plumb_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (PLUMB_IS_TEACHING_AUTHOR (other) && other != GTK_WINDOW (fixture->author))
        {
          gtk_window_destroy (other);
          break;
        }
    }
  g_assert_true (plumb_teaching_paper_export (teaching_case, TRUE, fixture->file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &pages, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (pages, "%PDF"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/teaching-author/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-whole-case", test_a_whole_case);
  ADD ("told-by-the-story", test_told_by_the_story);
  ADD ("unfinished", test_unfinished);
  ADD ("a-damaged-edit", test_a_damaged_edit);
  ADD ("nowhere", test_nowhere);
  ADD ("keyboard", test_keyboard);
  ADD ("closing", test_closing);
  ADD ("editing", test_editing);
  ADD ("from-the-window", test_from_the_window);
  ADD ("from-the-cases", test_from_the_cases);
#undef ADD

  return g_test_run ();
}
