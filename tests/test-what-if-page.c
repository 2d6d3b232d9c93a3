/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of answers that would change the plan: each can be tried, nothing is recorded, and
 * it is made only while somebody looks. */

#include "plumb-chart-view.h"
#include "plumb-node-box.h"
#include "plumb-test-window.h"
#include "plumb-trial-bar.h"
#include "plumb-what-if-page.h"
#include "plumb-what-if-row.h"

typedef struct
{
  PlumbSession *session;
  GtkWidget *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = plumb_test_session ();
  plumb_test_answer (self->session, PLUMB_TEST_CLEAR "weeks_since_onset=9");
  self->page = plumb_what_if_page_new (self->session);
  self->window = plumb_test_show (self->page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->session);
}

static PlumbWhatIfRow *
get_row (Fixture *self, guint n)
{
  GtkWidget *row = gtk_widget_get_first_child (plumb_test_get_part (self->page, "rows"));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (PLUMB_IS_WHAT_IF_ROW (row) && n-- == 0)
      break;
  g_assert_nonnull (row);

  return PLUMB_WHAT_IF_ROW (row);
}

static void
press_try (Fixture *self, guint n)
{
  GtkToggleButton *button = plumb_test_get_part (get_row (self, n), "try");

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static gboolean
looks_tried (Fixture *self, guint n)
{
  return gtk_toggle_button_get_active (plumb_test_get_part (get_row (self, n), "try"));
}

static void
test_finalize (Fixture *self, gconstpointer data)
{
  plumb_test_check_finalized (plumb_what_if_page_new (NULL));
  plumb_test_check_finalized (plumb_what_if_page_new (self->session));
  plumb_test_check_finalized_shown (plumb_what_if_page_new (self->session));
  plumb_test_check_finalized (plumb_trial_bar_new (self->session));
}

static void
test_lists (Fixture *self, gconstpointer data)
{
  g_autoptr (PlumbPossibleAnswers) expected
      = plumb_possible_answers_new (plumb_session_get_evaluation (self->session));
  g_autofree char *first = plumb_possible_answers_phrase (expected, 0, NULL);

  g_assert_cmpuint (plumb_what_if_page_get_length (PLUMB_WHAT_IF_PAGE (self->page)), ==,
                    plumb_possible_answers_get_length (expected));
  g_assert_cmpuint (plumb_possible_answers_get_length (expected), >, 5);
  g_assert_cmpstr (gtk_label_get_text (plumb_test_get_part (get_row (self, 0), "answer")), ==,
                   first);
  g_assert_cmpstr (gtk_label_get_text (plumb_test_get_part (get_row (self, 0), "effect")), !=, "");
}

static void
test_try (Fixture *self, gconstpointer data)
{
  guint n_answers = plumb_consultation_count_answers (plumb_session_get_consultation (self->session));

  press_try (self, 0);
  g_assert_nonnull (plumb_session_get_trial (self->session));
  g_assert_true (plumb_what_if_changes_advice (plumb_session_get_trial (self->session)));
  g_assert_cmpstr (plumb_session_get_trial_words (self->session), ==,
                   gtk_label_get_text (plumb_test_get_part (get_row (self, 0), "answer")));
  g_assert_true (looks_tried (self, 0));

  /* One at a time. */
  press_try (self, 1);
  g_assert_false (looks_tried (self, 0));
  g_assert_true (looks_tried (self, 1));

  press_try (self, 1);
  g_assert_null (plumb_session_get_trial (self->session));
  g_assert_false (looks_tried (self, 1));
  g_assert_cmpuint (
      plumb_consultation_count_answers (plumb_session_get_consultation (self->session)), ==,
      n_answers);
}

/* After an answer it lists what that left, once there is time. */
static void
test_follows (Fixture *self, gconstpointer data)
{
  guint before = plumb_what_if_page_get_length (PLUMB_WHAT_IF_PAGE (self->page));

  press_try (self, 0);
  plumb_test_answer (self->session, "rf_saddle_anesthesia=true");
  g_assert_null (plumb_session_get_trial (self->session));
  g_assert_cmpuint (plumb_what_if_page_get_length (PLUMB_WHAT_IF_PAGE (self->page)), ==, before);
  plumb_test_settle ();
  g_assert_cmpuint (plumb_what_if_page_get_length (PLUMB_WHAT_IF_PAGE (self->page)), !=, before);
}

static void
test_unseen (Fixture *self, gconstpointer data)
{
  guint before = plumb_what_if_page_get_length (PLUMB_WHAT_IF_PAGE (self->page));

  gtk_widget_set_visible (self->page, FALSE);
  plumb_test_answer (self->session, "rf_saddle_anesthesia=true");
  plumb_test_settle ();
  g_assert_cmpuint (plumb_what_if_page_get_length (PLUMB_WHAT_IF_PAGE (self->page)), ==, before);
  gtk_widget_set_visible (self->page, TRUE);
  plumb_test_settle ();
  g_assert_cmpuint (plumb_what_if_page_get_length (PLUMB_WHAT_IF_PAGE (self->page)), !=, before);
}

/* It begins short; the button shows the rest and goes away. */
static void
test_all (Fixture *self, gconstpointer data)
{
  guint n = plumb_what_if_page_get_length (PLUMB_WHAT_IF_PAGE (self->page));
  GtkWidget *all = plumb_test_get_part (self->page, "all");

  if (gtk_widget_get_visible (all))
    g_signal_emit_by_name (all, "clicked");
  g_assert_false (gtk_widget_get_visible (all));
  g_assert_nonnull (get_row (self, n - 1));
}

/* ---- the bar ---------------------------------------------------------------------------- */

static void
count_answer (gpointer bar, const PlumbFinding *finding, const PlumbFinding **asked)
{
  *asked = finding;
}

/* "8 or more" is nobody's answer: the bar asks for one. */
static void
test_bar (Fixture *self, gconstpointer data)
{
  g_autoptr (PlumbCandidates) candidates
      = plumb_candidates_new (plumb_session_get_evaluation (self->session));
  const PlumbFinding *weeks = plumb_pathway_lookup_finding (
      plumb_session_get_pathway (self->session), "weeks_since_onset");
  guint n = plumb_candidates_get (candidates, weeks)->len;
  GtkWidget *bar = g_object_ref_sink (plumb_trial_bar_new (self->session));
  const PlumbFinding *asked = NULL;

  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpuint (n, >, 1);
  g_assert_true (plumb_session_try_candidates (self->session, candidates, weeks,
                                               G_GUINT64_CONSTANT (1) << (n - 1), NULL));
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_false (plumb_session_get_can_take_over (self->session));
  g_signal_connect (bar, "answer", G_CALLBACK (count_answer), &asked);
  g_signal_emit_by_name (plumb_test_get_part (bar, "take_over"), "clicked");
  g_assert_true (asked == weeks);
  g_assert_nonnull (plumb_session_get_trial (self->session));

  g_signal_emit_by_name (plumb_test_get_part (bar, "stop"), "clicked");
  g_assert_false (gtk_widget_get_visible (bar));
  g_object_unref (bar);
}

/* ---- the chart -------------------------------------------------------------------------- */

static gboolean
is_tried (GtkWidget *view, const PlumbNode *node)
{
  return plumb_node_box_get_tried (
      PLUMB_NODE_BOX (plumb_chart_view_find_box (PLUMB_CHART_VIEW (view), node)));
}

static void
test_chart (Fixture *self, gconstpointer data)
{
  GtkWidget *view = plumb_chart_view_new (self->session);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  PlumbAnswer answer
      = { plumb_pathway_lookup_finding (plumb_session_get_pathway (self->session),
                                        "rf_saddle_anesthesia"),
          plumb_value_boolean (TRUE) };
  const PlumbStage *home = plumb_session_get_stage (self->session);
  const PlumbNode *question = plumb_session_get_focus_node (self->session);
  const PlumbNode *changed = NULL;
  GPtrArray *nodes;
  GtkWidget *window;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  window = plumb_test_show (scrolled);
  g_assert_true (plumb_session_try (self->session, &answer, 1, NULL));
  plumb_test_settle ();
  nodes = plumb_what_if_get_changed_nodes (plumb_session_get_trial (self->session));
  for (guint i = 0; i < nodes->len && changed == NULL; i++)
    if (plumb_chart_view_find_box (PLUMB_CHART_VIEW (view), g_ptr_array_index (nodes, i)) != NULL)
      changed = g_ptr_array_index (nodes, i);
  g_assert_nonnull (changed);
  g_assert_true (is_tried (view, changed));
  /* The question stays where it is. */
  g_assert_true (plumb_session_get_focus_node (self->session) == question);

  plumb_session_stop_trying (self->session);
  plumb_test_settle ();
  g_assert_true (plumb_session_get_stage (self->session) == home);
  plumb_session_set_stage (self->session, changed->stage);
  plumb_test_settle ();
  g_assert_false (is_tried (view, changed));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, func) g_test_add ("/what-if-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  ADD ("finalize", test_finalize);
  ADD ("lists", test_lists);
  ADD ("try", test_try);
  ADD ("follows", test_follows);
  ADD ("unseen", test_unseen);
  ADD ("all", test_all);
  ADD ("bar", test_bar);
  ADD ("chart", test_chart);

  return g_test_run ();
}
