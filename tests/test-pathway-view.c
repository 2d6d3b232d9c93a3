/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole pathway as one picture: what it shows, and where a click leads. */

#include "plumb-chart-panel.h"
#include "plumb-pathway-links.h"
#include "plumb-pathway-view.h"
#include "plumb-stage-button.h"
#include "plumb-stage-picture.h"
#include "plumb-test-window.h"

static void
test_finalize (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();

  plumb_test_check_finalized (plumb_pathway_view_new (NULL));
  plumb_test_check_finalized (plumb_pathway_view_new (session));
  plumb_test_check_finalized_shown (plumb_pathway_view_new (session));
}

static GtkWidget *
find_child (GtkWidget *view, GType type, guint number)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && --number == 0)
      return child;

  return NULL;
}

/* Every stage is seen, none over another, all inside the view. */
static void
test_room (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *view = plumb_pathway_view_new (session);
  GtkWidget *window = plumb_test_show (view);
  guint n_stages = plumb_pathway_get_stages (plumb_session_get_pathway (session))->len;
  graphene_rect_t whole;

  plumb_test_settle ();
  graphene_rect_init (&whole, 0, 0, (float) gtk_widget_get_width (view),
                      (float) gtk_widget_get_height (view));
  for (guint i = 1; i <= n_stages; i++)
    {
      graphene_rect_t area;

      g_assert_true (gtk_widget_compute_bounds (
          find_child (view, PLUMB_TYPE_STAGE_PICTURE, i), view, &area));
      g_assert_true (graphene_rect_contains_rect (&whole, &area));
      for (guint j = 1; j < i; j++)
        {
          graphene_rect_t other;

          g_assert_true (gtk_widget_compute_bounds (
              find_child (view, PLUMB_TYPE_STAGE_PICTURE, j), view, &other));
          g_assert_false (graphene_rect_intersection (&area, &other, NULL));
        }
    }
  g_assert_null (find_child (view, PLUMB_TYPE_STAGE_PICTURE, n_stages + 1));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_click (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *panel = plumb_chart_panel_new (session);
  GtkWidget *window = plumb_test_show (panel);
  PlumbChartPanel *chart = PLUMB_CHART_PANEL (panel);
  GtkWidget *view;

  plumb_chart_panel_set_whole (chart, TRUE);
  plumb_test_settle ();
  view = gtk_widget_get_ancestor (GTK_WIDGET (plumb_chart_panel_get_view (chart)), GTK_TYPE_STACK);
  view = gtk_stack_get_visible_child (GTK_STACK (view));
  g_assert_true (PLUMB_IS_PATHWAY_VIEW (view));
  g_signal_emit_by_name (find_child (view, PLUMB_TYPE_STAGE_PICTURE, 7), "chosen");
  g_assert_cmpuint (plumb_session_get_stage (session)->number, ==, 7);
  g_assert_false (plumb_chart_panel_get_whole (chart));

  plumb_chart_panel_set_whole (chart, TRUE);
  g_signal_emit_by_name (find_child (view, PLUMB_TYPE_STAGE_BUTTON, 3), "clicked");
  g_assert_cmpuint (plumb_session_get_stage (session)->number, ==, 3);
  g_assert_false (plumb_chart_panel_get_whole (chart));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Outline and whole pathway each take the place of the other. */
static void
test_one_at_a_time (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *panel = g_object_ref_sink (plumb_chart_panel_new (session));
  PlumbChartPanel *chart = PLUMB_CHART_PANEL (panel);

  plumb_chart_panel_set_outline (chart, TRUE);
  plumb_chart_panel_set_whole (chart, TRUE);
  g_assert_false (plumb_chart_panel_get_outline (chart));
  plumb_chart_panel_set_outline (chart, TRUE);
  g_assert_false (plumb_chart_panel_get_whole (chart));
  g_object_unref (panel);
}

/* An answer is seen in the picture too, and the pointer finds each box. */
static void
test_boxes (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *view = plumb_pathway_view_new (session);
  GtkWidget *window = plumb_test_show (view);
  PlumbStagePicture *picture;
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  plumb_test_settle ();
  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  plumb_test_settle ();
  picture = PLUMB_STAGE_PICTURE (find_child (view, PLUMB_TYPE_STAGE_PICTURE, 1));
  for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (picture)); y++)
    for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (picture)); x++)
      {
        const PlumbNode *node = plumb_stage_picture_find_node (picture, x, y);

        if (node != NULL)
          g_hash_table_add (found, (gpointer) node);
      }
  g_assert_cmpuint (g_hash_table_size (found), ==,
                    plumb_stage_picture_get_stage (picture)->nodes->len);
  g_assert_true (
      gtk_widget_has_css_class (find_child (view, PLUMB_TYPE_STAGE_BUTTON, 1), "taken"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_grid (void)
{
  PlumbPathwayGrid grid = { 4, 100, 80, 20, 500, FALSE };
  graphene_point_t left = plumb_pathway_grid_locate (&grid, 5);
  graphene_point_t right;

  grid.right_to_left = TRUE;
  right = plumb_pathway_grid_locate (&grid, 5);
  g_assert_cmpfloat (left.x, ==, 140);
  g_assert_cmpfloat (left.y, ==, 120);
  g_assert_cmpfloat (right.x, ==, 500 - 140 - 100);
  g_assert_cmpfloat (right.y, ==, left.y);
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/pathway-view/finalize", test_finalize);
  g_test_add_func ("/pathway-view/room", test_room);
  g_test_add_func ("/pathway-view/click", test_click);
  g_test_add_func ("/pathway-view/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/pathway-view/boxes", test_boxes);
  g_test_add_func ("/pathway-view/grid", test_grid);

  return g_test_run ();
}
