/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A click on a box: what opens, what it answers, and where the keyboard is then. */

#include "plumb-action-popover.h"
#include "plumb-decision-popover.h"
#include "plumb-exit-button.h"
#include "plumb-node-box.h"
#include "plumb-question-card.h"
#include "plumb-test-chart.h"

static GtkWidget *
find_popover (PlumbTestChart *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;

  return NULL;
}

static GtkWidget *
open_box (PlumbTestChart *self, const char *id)
{
  const PlumbNode *node = plumb_test_chart_find_node (self, id);
  GtkWidget *box;

  plumb_session_set_stage (self->session, node->stage);
  plumb_test_settle ();
  box = plumb_chart_view_find_box (self->view, node);
  gtk_widget_grab_focus (box);
  gtk_widget_activate_action (box, "box.open", NULL);
  plumb_test_settle ();

  return find_popover (self);
}

static GtkWidget *
find_exit (GtkWidget *popover, const char *target)
{
  for (GtkWidget *child = plumb_test_find (popover, PLUMB_TYPE_EXIT_BUTTON); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (plumb_exit_button_get_exit (PLUMB_EXIT_BUTTON (child))->target->id, target))
      return child;

  return NULL;
}

static guint
count_answers (PlumbTestChart *self)
{
  return plumb_consultation_count_answers (plumb_session_get_consultation (self->session));
}

static void
test_finalize (PlumbTestChart *self, gconstpointer data)
{
  const PlumbNode *decision = plumb_test_chart_find_node (self, "triage_cauda");

  plumb_test_check_finalized (plumb_decision_popover_new (self->session, decision));
  plumb_test_check_finalized (plumb_action_popover_new (
      self->session, plumb_test_chart_find_node (self, "triage_emergency")));
  plumb_test_check_finalized (plumb_exit_button_new (g_ptr_array_index (decision->exits, 0), 1));
}

/* Where only one set of answers takes an exit, a click gives them, and undo takes
 * all of them back. */
static void
test_exit_answers (PlumbTestChart *self, gconstpointer data)
{
  const PlumbNode *node = plumb_test_chart_find_node (self, "triage_cauda");
  GtkWidget *popover = open_box (self, "triage_cauda");
  GtkWidget *none = find_exit (popover, "triage_clear");
  guint before = count_answers (self);

  g_assert_true (PLUMB_IS_DECISION_POPOVER (popover));
  g_assert_true (gtk_widget_get_sensitive (none));
  g_signal_emit_by_name (none, "clicked");
  g_assert_cmpint (
      plumb_evaluation_get_node_standing (plumb_session_get_evaluation (self->session), node), ==,
      PLUMB_STANDING_TAKEN);
  g_assert_cmpuint (count_answers (self), >, before + 1);
  plumb_session_undo (self->session);
  g_assert_cmpuint (count_answers (self), ==, before);
}

/* One true red flag takes the other exit, but which one is for the clinician to say. */
static void
test_exit_in_doubt (PlumbTestChart *self, gconstpointer data)
{
  GtkWidget *popover = open_box (self, "triage_cauda");
  GtkWidget *yes = find_exit (popover, "triage_emergency");

  g_assert_false (gtk_widget_get_sensitive (yes));
  g_assert_nonnull (plumb_test_find (popover, PLUMB_TYPE_QUESTION_CARD));
}

/* Settled, it closes, and the keyboard is at the box again. */
static void
test_closes (PlumbTestChart *self, gconstpointer data)
{
  const PlumbNode *node = plumb_test_chart_find_node (self, "triage_cauda");
  GtkWidget *popover = open_box (self, "triage_cauda");

  g_signal_emit_by_name (find_exit (popover, "triage_clear"), "clicked");
  plumb_test_settle ();
  g_assert_null (find_popover (self));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window))
                 == plumb_chart_view_find_box (self->view, node));
}

/* The card in it answers as well, until the decision is settled. */
static void
test_card (PlumbTestChart *self, gconstpointer data)
{
  GtkWidget *popover = open_box (self, "triage_cauda");

  plumb_test_answer (self->session, "rf_urinary_retention=false");
  plumb_test_settle ();
  g_assert_true (find_popover (self) == popover);
  g_assert_true (gtk_widget_get_visible (popover));
  plumb_test_answer (self->session, "rf_saddle_anesthesia=true");
  plumb_test_settle ();
  g_assert_null (find_popover (self));
}

static void
test_action (PlumbTestChart *self, gconstpointer data)
{
  GtkWidget *popover = open_box (self, "triage_emergency");

  g_assert_true (PLUMB_IS_ACTION_POPOVER (popover));
  g_assert_true (plumb_action_popover_get_node (PLUMB_ACTION_POPOVER (popover))
                 == plumb_test_chart_find_node (self, "triage_emergency"));
  /* Another takes its place. */
  g_assert_true (PLUMB_IS_DECISION_POPOVER (open_box (self, "triage_cauda")));
}

/* Whoever clicks through the chart alone gets on: every decision can be answered
 * where it stands, and every other box says something or leads somewhere. */
static void
test_every_box (PlumbTestChart *self, gconstpointer data)
{
  GPtrArray *nodes = plumb_pathway_get_nodes (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);
      GtkWidget *popover;

      plumb_session_set_stage (self->session, node->stage);
      plumb_chart_view_open (self->view, node);
      popover = find_popover (self);
      if (node->kind == PLUMB_NODE_LINK)
        g_assert_true (popover == NULL && plumb_session_get_stage (self->session) != node->stage);
      else if (node->kind == PLUMB_NODE_DECISION)
        g_assert_true (
            plumb_test_find (popover, PLUMB_TYPE_QUESTION_CARD) != NULL
            || gtk_widget_get_sensitive (plumb_test_find (popover, PLUMB_TYPE_EXIT_BUTTON)));
      else
        g_assert_true (PLUMB_IS_ACTION_POPOVER (popover));
    }
  plumb_test_settle ();
}

static void
test_stage_leaves (PlumbTestChart *self, gconstpointer data)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  g_autoptr (GtkWidget) popover = g_object_ref (open_box (self, "triage_cauda"));

  plumb_session_set_stage (self->session, plumb_pathway_lookup_stage (pathway, "medicines"));
  plumb_test_settle ();
  g_assert_null (find_popover (self));
  /* Closed, not only gone: an open one would keep every click to itself. */
  g_assert_false (gtk_widget_get_visible (popover));
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  plumb_test_chart_add ("/decision-popover/finalize", test_finalize);
  plumb_test_chart_add ("/decision-popover/exit-answers", test_exit_answers);
  plumb_test_chart_add ("/decision-popover/exit-in-doubt", test_exit_in_doubt);
  plumb_test_chart_add ("/decision-popover/closes", test_closes);
  plumb_test_chart_add ("/decision-popover/card", test_card);
  plumb_test_chart_add ("/decision-popover/action", test_action);
  plumb_test_chart_add ("/decision-popover/every-box", test_every_box);
  plumb_test_chart_add ("/decision-popover/stage-leaves", test_stage_leaves);

  return g_test_run ();
}
