/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-teaching-exploration.h"

#include "plumb-node-box.h"
#include "plumb-teaching-window.h"
#include "plumb-test-window.h"

static gboolean
says (GtkWidget *widget, const char *words)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
                   && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, words);

  return found;
}

static PlumbTeachingWindow *
explore (PlumbTeachingExploration **exploration)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbTeachingWindow *window = plumb_teaching_window_new (NULL, pathway);

  gtk_window_present (GTK_WINDOW (window));
  plumb_test_settle ();
  g_assert_true (plumb_teaching_window_press_key (window, GDK_KEY_e, GDK_CONTROL_MASK));
  plumb_test_settle ();
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "explore");
  *exploration = PLUMB_TEACHING_EXPLORATION (
      plumb_test_find (GTK_WIDGET (window), PLUMB_TYPE_TEACHING_EXPLORATION));

  return window;
}

static void
test_create (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();

  plumb_test_check_finalized (plumb_teaching_exploration_new (pathway));
  plumb_test_check_finalized_shown (plumb_teaching_exploration_new (pathway));
}

static void
test_another_mode (void)
{
  PlumbTeachingExploration *exploration;
  PlumbTeachingWindow *window = explore (&exploration);

  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "Teaching: "));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (exploration), "win.print-summary", NULL));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (exploration), "win.save", NULL));
  g_assert_true (plumb_teaching_window_press_key (window, GDK_KEY_Escape, 0));
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "cases");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The box that has the keyboard is told about, with its reasons. */
static void
test_a_box (void)
{
  PlumbTeachingExploration *exploration;
  PlumbTeachingWindow *window = explore (&exploration);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  const PlumbNode *before = plumb_teaching_exploration_get_node (exploration);
  const PlumbNode *node;

  g_assert_true (PLUMB_IS_NODE_BOX (focus));
  gtk_widget_grab_focus (gtk_widget_get_next_sibling (focus));
  node = plumb_teaching_exploration_get_node (exploration);
  g_assert_true (node != before);
  g_assert_true (
      node
      == plumb_node_box_get_node (PLUMB_NODE_BOX (gtk_window_get_focus (GTK_WINDOW (window)))));
  g_assert_true (says (GTK_WIDGET (exploration), plumb_text_get (node->text, NULL)));
  g_assert_true (says (GTK_WIDGET (exploration), plumb_text_get (node->rationale, NULL)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each box of the pathway can be told about. */
static void
test_every_box (void)
{
  PlumbTeachingExploration *exploration;
  PlumbTeachingWindow *window = explore (&exploration);
  PlumbSession *session = plumb_teaching_exploration_get_session (exploration);
  GPtrArray *nodes = plumb_pathway_get_nodes (plumb_session_get_pathway (session));

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      plumb_teaching_exploration_show_node (exploration, node);
      g_assert_true (plumb_teaching_exploration_get_node (exploration) == node);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Answers are tried as in a consultation, and are nobody's. */
static void
test_answers (void)
{
  PlumbTeachingExploration *exploration;
  PlumbTeachingWindow *window = explore (&exploration);
  PlumbSession *session = plumb_teaching_exploration_get_session (exploration);
  gboolean can_undo;

  plumb_test_answer (session, "age=48 weeks_since_onset=9");
  plumb_test_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (exploration), "explore.what-if", NULL));
  plumb_test_settle ();
  g_assert_true (says (GTK_WIDGET (exploration), "Try"));
  gtk_widget_activate_action (GTK_WIDGET (exploration), "explore.undo", NULL);
  g_object_get (session, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  g_assert_null (plumb_session_get_file (session));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/teaching-exploration/create", test_create);
  g_test_add_func ("/teaching-exploration/another-mode", test_another_mode);
  g_test_add_func ("/teaching-exploration/a-box", test_a_box);
  g_test_add_func ("/teaching-exploration/every-box", test_every_box);
  g_test_add_func ("/teaching-exploration/answers", test_answers);

  return g_test_run ();
}
