/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-outline-row.h"
#include "plumb-outline-view.h"

#include "plumb-test-window.h"

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_BOX (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static const PlumbNode *
find_node (PlumbSession *session, const char *id)
{
  const PlumbNode *node = plumb_pathway_lookup_node (plumb_session_get_pathway (session), id);

  g_assert_nonnull (node);

  return node;
}

static void
assert_label (GtkWidget *row, const char *expected)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (problem, ==, NULL);
}

/* The rows of a stage in sight. */
static guint
count_visible (GtkWidget *view, const PlumbStage *stage)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (find_list (view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_get_child_visible (row)
         && plumb_outline_row_get_stage (PLUMB_OUTLINE_ROW (row)) == stage;

  return n;
}

static guint
count_lines (const PlumbStage *stage)
{
  guint n = 1;

  for (guint i = 0; i < stage->nodes->len; i++)
    n += 1 + ((const PlumbNode *) g_ptr_array_index (stage->nodes, i))->exits->len;

  return n;
}

static void
test_finalize (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();

  plumb_test_check_finalized (plumb_outline_view_new (NULL));
  plumb_test_check_finalized (plumb_outline_view_new (session));
  plumb_test_check_finalized_shown (plumb_outline_view_new (session));
}

/* Every box of the stage in view with every exit; of the others, their titles. */
static void
test_lines (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GPtrArray *stages = plumb_pathway_get_stages (plumb_session_get_pathway (session));
  GtkWidget *view = plumb_outline_view_new (session);
  GtkWidget *window = plumb_test_show (view);

  for (guint i = 0; i < stages->len; i++)
    {
      const PlumbStage *stage = g_ptr_array_index (stages, i);

      g_assert_cmpuint (count_visible (view, stage), ==, i == 0 ? count_lines (stage) : 1);
    }
  plumb_session_set_stage (session, g_ptr_array_index (stages, 4));
  g_assert_cmpuint (count_visible (view, g_ptr_array_index (stages, 4)), ==,
                    count_lines (g_ptr_array_index (stages, 4)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *view = plumb_outline_view_new (session);
  GtkWidget *window = plumb_test_show (view);
  GtkWidget *row = plumb_outline_view_find_row (PLUMB_OUTLINE_VIEW (view),
                                                find_node (session, "triage_cauda"));

  assert_label (row, "Step 3, decision: Signs of cauda equina syndrome? Current. "
                     "Exits: yes, to step 7: still open; none, to step 10: still open");
  plumb_test_answer (session, "rf_saddle_anesthesia=true");
  assert_label (row, "Step 3, decision: Signs of cauda equina syndrome? Taken. "
                     "Exits: yes, to step 7: taken; none, to step 10: ruled out");
  assert_label (gtk_widget_get_next_sibling (row), "yes, to step 7: taken");
  assert_label (gtk_widget_get_first_child (find_list (view)), "Stage 1, Triage. Current.");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An answer changes words, never the row on which the keyboard is. */
static void
test_focus_stays (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *view = plumb_outline_view_new (session);
  GtkWidget *window = plumb_test_show (view);
  GtkWidget *row = plumb_outline_view_find_row (PLUMB_OUTLINE_VIEW (view),
                                                find_node (session, "triage_serious"));

  gtk_widget_grab_focus (row);
  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  plumb_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row);
  g_assert_true (gtk_widget_has_css_class (row, "taken"));
  g_assert_cmpuint (plumb_session_get_stage (session)->number, >, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Left goes out, and folds; right unfolds, and goes in. */
static void
test_keys (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *view = plumb_outline_view_new (session);
  GtkWidget *window = plumb_test_show (view);
  const PlumbNode *node = find_node (session, "triage_cauda");
  GtkWidget *row = plumb_outline_view_find_row (PLUMB_OUTLINE_VIEW (view), node);
  GtkWidget *stage = gtk_widget_get_first_child (find_list (view));
  struct
  {
    const char *action;
    GtkWidget *focus;
    gboolean folded;
  } steps[] = {
    { "outline.right", gtk_widget_get_next_sibling (row), FALSE },
    { "outline.right", gtk_widget_get_next_sibling (row), FALSE },
    { "outline.left", row, FALSE },
    { "outline.left", stage, FALSE },
    { "outline.left", stage, TRUE },
    { "outline.right", stage, FALSE },
    { "outline.right", gtk_widget_get_next_sibling (stage), FALSE },
  };

  gtk_widget_grab_focus (row);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_activate_action (view, steps[i].action, NULL);
      plumb_test_settle ();
      g_test_message ("step %u", i);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == steps[i].focus);
      g_assert_cmpuint (count_visible (view, node->stage), ==,
                        steps[i].folded ? 1 : count_lines (node->stage));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a click on the box does, and it ends where it began. */
static void
test_open (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *view = plumb_outline_view_new (session);
  GtkWidget *window = plumb_test_show (view);
  const PlumbNode *nodes[]
      = { find_node (session, "triage_start"), find_node (session, "triage_cauda") };

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      GtkPopover *popover;

      plumb_outline_view_open (PLUMB_OUTLINE_VIEW (view), nodes[i]);
      plumb_test_settle ();
      popover = plumb_outline_view_get_popover (PLUMB_OUTLINE_VIEW (view));
      g_assert_nonnull (popover);
      gtk_popover_popdown (popover);
      plumb_test_settle ();
      g_assert_null (plumb_outline_view_get_popover (PLUMB_OUTLINE_VIEW (view)));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window))
                     == plumb_outline_view_find_row (PLUMB_OUTLINE_VIEW (view), nodes[i]));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A decision that is settled where it is open needs it no longer. */
static void
test_settled (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *view = plumb_outline_view_new (session);
  GtkWidget *window = plumb_test_show (view);

  plumb_outline_view_open (PLUMB_OUTLINE_VIEW (view), find_node (session, "triage_cauda"));
  plumb_test_settle ();
  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  plumb_test_settle ();
  g_assert_null (plumb_outline_view_get_popover (PLUMB_OUTLINE_VIEW (view)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/outline-view/finalize", test_finalize);
  g_test_add_func ("/outline-view/lines", test_lines);
  g_test_add_func ("/outline-view/names", test_names);
  g_test_add_func ("/outline-view/focus-stays", test_focus_stays);
  g_test_add_func ("/outline-view/keys", test_keys);
  g_test_add_func ("/outline-view/open", test_open);
  g_test_add_func ("/outline-view/settled", test_settled);

  return g_test_run ();
}
