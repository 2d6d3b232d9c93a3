/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-teaching-window.h"

#include "plumb-case-shelf.h"
#include "plumb-chart-panel.h"
#include "plumb-teaching-chart.h"
#include "plumb-teaching-questions.h"
#include "plumb-teaching-result.h"
#include "plumb-test-window.h"

static PlumbTeachingWindow *
open_window (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbTeachingWindow *window = plumb_teaching_window_new (NULL, pathway);

  gtk_window_present (GTK_WINDOW (window));
  plumb_test_settle ();
  g_assert_true (plumb_progress_erase (plumb_teaching_window_get_progress (window), NULL));

  return window;
}

static void
press (PlumbTeachingWindow *window, guint key, GdkModifierType state)
{
  g_assert_true (plumb_teaching_window_press_key (window, key, state));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* As it is typed: Ctrl+F, words, Enter. */
static void
ask (PlumbTeachingWindow *window, const char *words)
{
  GtkWidget *focus;

  press (window, GDK_KEY_f, GDK_CONTROL_MASK);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), words);
  g_signal_emit_by_name (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY), "activate");
}

static void
ask_everything (PlumbTeachingWindow *window)
{
  PlumbLesson *lesson = plumb_teaching_window_get_lesson (window);
  PlumbPathway *pathway = plumb_case_get_pathway (plumb_lesson_get_case (lesson));
  GPtrArray *cards = plumb_pathway_get_cards (pathway);
  GPtrArray *scores = plumb_pathway_get_scores (pathway);
  GPtrArray *findings = plumb_pathway_get_findings (pathway);

  for (guint i = 0; i < cards->len; i++)
    ask (window, plumb_text_get (((const PlumbCard *) g_ptr_array_index (cards, i))->title, NULL));
  for (guint i = 0; i < scores->len; i++)
    ask (window,
         plumb_text_get (((const PlumbScore *) g_ptr_array_index (scores, i))->title, NULL));
  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      if (plumb_lesson_can_ask (finding)
          && plumb_lesson_get_knowledge (lesson, finding) == PLUMB_LESSON_UNASKED)
        ask (window, plumb_text_get (finding->question, NULL));
    }
}

/* With the number keys, and beyond nine with Space, as on any check button. */
static void
choose_right (PlumbTeachingWindow *window)
{
  PlumbLesson *lesson = plumb_teaching_window_get_lesson (window);
  GArray *choices = plumb_lesson_get_choices (lesson);

  for (guint i = 0; i < choices->len; i++)
    {
      if (!g_array_index (choices, PlumbLessonChoice, i).right)
        continue;
      if (i < 9)
        press (window, GDK_KEY_1 + i, 0);
      else
        {
          GtkWidget *button;

          press (window, GDK_KEY_9, 0);
          press (window, GDK_KEY_9, 0);
          for (guint j = 8; j < i; j++)
            gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
          button = gtk_window_get_focus (GTK_WINDOW (window));
          g_assert_true (GTK_IS_CHECK_BUTTON (button));
          g_assert_true (gtk_widget_activate (button));
        }
      g_assert_true (g_array_index (choices, PlumbLessonChoice, i).chosen);
    }
}

static void
test_create (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  GtkWidget *window = GTK_WIDGET (plumb_teaching_window_new (NULL, pathway));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  plumb_test_settle ();
  g_assert_null (window);
}

/* It says what it is, on every page, and has nothing of a consultation's. */
static void
test_another_mode (void)
{
  PlumbTeachingWindow *window = open_window ();

  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Teaching case"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "teaching"));
  press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "play");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "Teaching case: "));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "win.print-summary", NULL));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  press (window, GDK_KEY_Escape, 0);
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "cases");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every case from its first question to its end, by keys alone; the progress is kept. */
static void
test_every_case (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbProgress *progress = plumb_teaching_window_get_progress (window);
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbCaseShelf) shelf = plumb_case_shelf_new_builtin (pathway, NULL);
  guint n = plumb_case_shelf_get_cases (shelf)->len;

  g_assert_cmpuint (n, >=, 24);
  for (guint i = 0; i < n; i++)
    {
      PlumbLesson *lesson;
      PlumbLessonScore score;

      /* The next one that was not played yet: none is due so soon. */
      press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
      lesson = plumb_teaching_window_get_lesson (window);
      for (guint j = 0; plumb_lesson_get_phase (lesson) != PLUMB_LESSON_OVER; j++)
        {
          g_assert_cmpuint (j, <, 100);
          ask_everything (window);
          choose_right (window);
          press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
          g_assert_cmpint (plumb_lesson_get_phase (lesson), ==, PLUMB_LESSON_REVEALED);
          press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
        }
      g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "result");
      plumb_lesson_get_score (lesson, &score);
      g_assert_true (score.safe);
      g_assert_cmpuint (plumb_progress_get_plays (progress)->len, ==, i + 1);
      press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
      g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "cases");
    }
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (plumb_progress_find_play (
        progress, plumb_case_get_id (g_ptr_array_index (plumb_case_shelf_get_cases (shelf), i))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The chart stands still until somebody commits, and cannot be answered by a click. */
static void
test_the_chart_waits (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbTeachingChart *chart;
  g_autoptr (PlumbEvaluation) before = NULL;

  press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  chart = PLUMB_TEACHING_CHART (plumb_test_find (GTK_WIDGET (window), PLUMB_TYPE_TEACHING_CHART));
  /* Kept, so that no other one can take its place in memory. */
  before = plumb_evaluation_ref (plumb_teaching_chart_get_evaluation (chart));
  ask_everything (window);
  g_assert_true (plumb_teaching_chart_get_evaluation (chart) == before);
  /* Without a choice nothing is committed where there is one to make. */
  press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpuint (plumb_lesson_get_commits (plumb_teaching_window_get_lesson (window))->len, ==,
                    0);
  press (window, GDK_KEY_1, 0);
  press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_true (plumb_teaching_chart_get_evaluation (chart) != before);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nor in the outline, which shows the same. */
static void
test_the_outline_is_read (void)
{
  PlumbTeachingWindow *window = open_window ();
  GtkWidget *panel;
  PlumbOutlineView *outline;
  PlumbLesson *lesson;

  gtk_widget_activate_action (GTK_WIDGET (window), "teach.play", "s", "saddle-and-bladder");
  lesson = plumb_teaching_window_get_lesson (window);
  panel = plumb_test_find (plumb_test_find (GTK_WIDGET (window), PLUMB_TYPE_TEACHING_CHART),
                           PLUMB_TYPE_CHART_PANEL);
  plumb_chart_panel_set_outline (PLUMB_CHART_PANEL (panel), TRUE);
  plumb_test_settle ();
  outline = plumb_chart_panel_get_outline_view (PLUMB_CHART_PANEL (panel));
  g_assert_nonnull (plumb_lesson_get_node (lesson));
  plumb_outline_view_open (outline, plumb_lesson_get_node (lesson));
  plumb_test_settle ();
  g_assert_null (plumb_outline_view_get_popover (outline));
  gtk_window_destroy (GTK_WINDOW (window));
}

static const PlumbNode *
find_missed (PlumbTeachingChart *chart, PlumbPathway *pathway)
{
  GPtrArray *nodes = plumb_pathway_get_nodes (pathway);

  for (guint i = 0; i < nodes->len; i++)
    if (plumb_teaching_chart_is_missed (chart, g_ptr_array_index (nodes, i)))
      return g_ptr_array_index (nodes, i);

  return NULL;
}

/* Who asks nothing of a patient with a red flag is told so, and sees where. */
static void
test_a_missed_red_flag (void)
{
  PlumbTeachingWindow *window = open_window ();
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbTeachingResult *result;
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "teach.play", "s", "saddle-and-bladder");
  press (window, GDK_KEY_d, GDK_CONTROL_MASK);
  while (plumb_lesson_get_phase (plumb_teaching_window_get_lesson (window)) != PLUMB_LESSON_OVER)
    press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  result
      = PLUMB_TEACHING_RESULT (plumb_test_find (GTK_WIDGET (window), PLUMB_TYPE_TEACHING_RESULT));
  text = plumb_teaching_result_dup_text (result);
  g_assert_nonnull (strstr (text, "Not safe"));
  g_assert_nonnull (strstr (text, "Questions that you missed"));
  g_assert_nonnull (strstr (text, "Urgent advice that you did not give"));
  g_assert_nonnull (strstr (text, "This would have changed the advice"));
  g_assert_nonnull (find_missed (plumb_teaching_result_get_chart (result, FALSE), pathway));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each commit is on the disk at once. */
static void
test_survives_a_crash (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbProgress *progress = plumb_teaching_window_get_progress (window);
  g_autoptr (PlumbProgress) later = NULL;
  const PlumbProgressPlay *play;

  press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  press (window, GDK_KEY_1, 0);
  press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  later = plumb_progress_new (NULL, plumb_progress_get_name (progress), NULL);
  g_assert_cmpuint (plumb_progress_get_plays (later)->len, ==, 1);
  play = g_ptr_array_index (plumb_progress_get_plays (later), 0);
  g_assert_cmpuint (play->commits->len, ==, 1);
  g_assert_false (play->finished);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_progress (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbProgress *progress = plumb_teaching_window_get_progress (window);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "plumbline-progress.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "teach.play", "s", "saddle-and-bladder");
  press (window, GDK_KEY_d, GDK_CONTROL_MASK);
  press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  press (window, GDK_KEY_Return, GDK_CONTROL_MASK);
  press (window, GDK_KEY_g, GDK_CONTROL_MASK);
  plumb_test_settle ();
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "progress");
  g_assert_true (plumb_teaching_window_export (window, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_nonnull (strstr (csv, "saddle-and-bladder"));
  g_assert_true (g_file_delete (file, NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "teach.erase", NULL);
  g_assert_cmpuint (plumb_progress_get_plays (progress)->len, ==, 0);
  g_assert_false (g_file_query_exists (plumb_progress_get_file (progress), NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An entry for searching has its own use for Escape and Ctrl+G; here they are the window's. */
static void
test_keys_in_the_search (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbTeachingQuestions *questions;
  GtkEditable *search;

  gtk_widget_activate_action (GTK_WIDGET (window), "teach.play", "s", "saddle-and-bladder");
  questions = PLUMB_TEACHING_QUESTIONS (
      plumb_test_find (GTK_WIDGET (window), PLUMB_TYPE_TEACHING_QUESTIONS));
  search = plumb_teaching_questions_get_search (questions);
  gtk_editable_set_text (search, "fever");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "play");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "cases");
  gtk_widget_activate_action (GTK_WIDGET (window), "teach.play", "s", "saddle-and-bladder");
  g_signal_emit_by_name (search, "next-match");
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "progress");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A folder without a case that can be read is shown for what it is. */
static void
test_folder (void)
{
  PlumbTeachingWindow *window = open_window ();
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "..", "resources", "cases", NULL);
  g_autofree char *none = g_test_build_filename (G_TEST_DIST, "nowhere", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (good);
  g_autoptr (GFile) nowhere = g_file_new_for_path (none);

  plumb_teaching_window_open_folder (window, nowhere);
  gtk_widget_activate_action (GTK_WIDGET (window), "teach.play", "s", "saddle-and-bladder");
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "play");
  plumb_teaching_window_open_folder (window, folder);
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "cases");
  gtk_widget_activate_action (GTK_WIDGET (window), "teach.play", "s", "saddle-and-bladder");
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "play");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/teaching-window/create", test_create);
  g_test_add_func ("/teaching-window/another-mode", test_another_mode);
  g_test_add_func ("/teaching-window/the-chart-waits", test_the_chart_waits);
  g_test_add_func ("/teaching-window/the-outline-is-read", test_the_outline_is_read);
  g_test_add_func ("/teaching-window/a-missed-red-flag", test_a_missed_red_flag);
  g_test_add_func ("/teaching-window/survives-a-crash", test_survives_a_crash);
  g_test_add_func ("/teaching-window/progress", test_progress);
  g_test_add_func ("/teaching-window/keys-in-the-search", test_keys_in_the_search);
  g_test_add_func ("/teaching-window/folder", test_folder);
  g_test_add_func ("/teaching-window/every-case", test_every_case);

  return g_test_run ();
}
