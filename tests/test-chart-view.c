/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart on the screen: what it shows, what it is called, where its keys lead. */

#include "plumb-chart-compass.h"
#include "plumb-chart-scroll.h"
#include "plumb-chart-view.h"
#include "plumb-chart-words.h"
#include "plumb-node-box.h"
#include "plumb-test-chart.h"

static void
test_finalize (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();

  plumb_test_check_finalized (plumb_chart_view_new (NULL));
  plumb_test_check_finalized (plumb_chart_view_new (session));
  plumb_test_check_finalized (plumb_chart_panel_new (session));
}

static void
test_finalize_shown (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();

  plumb_test_check_finalized_shown (plumb_chart_panel_new (session));
}

static PlumbNodeBox *
find_box (PlumbTestChart *self, const char *id)
{
  const PlumbNode *node = plumb_test_chart_find_node (self, id);

  plumb_session_set_stage (self->session, node->stage);
  g_assert_true (PLUMB_IS_NODE_BOX (plumb_chart_view_find_box (self->view, node)));

  return PLUMB_NODE_BOX (plumb_chart_view_find_box (self->view, node));
}

static void
assert_label (gpointer widget, const char *expected)
{
  char *problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                      GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
test_names (PlumbTestChart *self, gconstpointer data)
{
  PlumbNodeBox *box = find_box (self, "triage_cauda");
  const PlumbNode *node = plumb_node_box_get_node (box);
  g_autofree char *current
      = g_strdup_printf ("Step %u, decision: Signs of cauda equina syndrome? Current. "
                         "Exits: yes, none",
                         node->number);
  g_autofree char *taken
      = g_strdup_printf ("Step %u, decision: Signs of cauda equina syndrome? Taken. "
                         "Exits: yes, none",
                         node->number);

  gtk_test_accessible_assert_role (box, GTK_ACCESSIBLE_ROLE_BUTTON);
  assert_label (box, current);
  plumb_test_answer (self->session, "red_flags=false");
  assert_label (box, taken);
}

/* An answer changes how boxes stand, and never where. */
static void
test_answer (PlumbTestChart *self, gconstpointer data)
{
  PlumbNodeBox *emergency = find_box (self, "triage_emergency");
  graphene_rect_t before;
  graphene_rect_t after;

  g_assert_cmpint (plumb_node_box_get_standing (emergency), ==, PLUMB_STANDING_OPEN);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (emergency), "open"));
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (emergency), GTK_WIDGET (self->view), &before));
  plumb_test_answer (self->session, "rf_saddle_anesthesia=true");
  plumb_test_settle ();
  g_assert_cmpint (plumb_node_box_get_standing (emergency), ==, PLUMB_STANDING_TAKEN);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (emergency), "taken"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (emergency), "open"));
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (emergency), GTK_WIDGET (self->view), &after));
  g_assert_true (graphene_rect_equal (&before, &after));
  plumb_test_answer (self->session, "red_flags=false");
  g_assert_cmpint (plumb_node_box_get_standing (emergency), ==, PLUMB_STANDING_RULED_OUT);
}

/* What settles the last question of a stage leads to the next one. */
static void
test_moves_on (PlumbTestChart *self, gconstpointer data)
{
  const PlumbStage *triage = plumb_session_get_stage (self->session);
  const PlumbNode *focus;

  plumb_test_answer (self->session, PLUMB_TEST_CLEAR);
  focus = plumb_session_get_focus_node (self->session);
  g_assert_nonnull (focus);
  g_assert_true (focus->stage != triage);
  g_assert_true (plumb_session_get_stage (self->session) == focus->stage);
  g_assert_nonnull (plumb_chart_view_find_box (self->view, focus));
  plumb_test_settle ();
  plumb_session_undo (self->session);
}

/* All that an arrow key does: the widgets are asked to move the focus. */
static const PlumbNode *
press_arrow (PlumbTestChart *self, GtkDirectionType direction)
{
  GtkWidget *focus;

  gtk_widget_child_focus (GTK_WIDGET (self->view), direction);
  focus = gtk_root_get_focus (GTK_ROOT (self->window));

  return PLUMB_IS_NODE_BOX (focus) ? plumb_node_box_get_node (PLUMB_NODE_BOX (focus)) : NULL;
}

static void
test_arrows (PlumbTestChart *self, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (find_box (self, "triage_cauda")));
  g_assert_cmpstr (press_arrow (self, GTK_DIR_RIGHT)->id, ==, "triage_same_day");
  g_assert_cmpstr (press_arrow (self, GTK_DIR_DOWN)->id, ==, "triage_today");
  g_assert_cmpstr (press_arrow (self, GTK_DIR_LEFT)->id, ==, "triage_emergency");
  g_assert_cmpstr (press_arrow (self, GTK_DIR_UP)->id, ==, "triage_cauda");
  /* At the edge of the picture the focus stays. */
  g_assert_cmpstr (press_arrow (self, GTK_DIR_UP)->id, ==, "triage_start");
  g_assert_cmpstr (press_arrow (self, GTK_DIR_UP)->id, ==, "triage_start");
}

static void
test_home_and_end (PlumbTestChart *self, gconstpointer data)
{
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (find_box (self, "triage_today")));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.first", NULL);
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_cmpstr (plumb_node_box_get_node (PLUMB_NODE_BOX (focus))->id, ==, "triage_start");
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.current", NULL);
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_cmpint (plumb_node_box_get_standing (PLUMB_NODE_BOX (focus)), ==,
                   PLUMB_STANDING_CURRENT);
}

static const char *
go_back (PlumbTestChart *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.back", NULL);

  return plumb_node_box_get_node (PLUMB_NODE_BOX (gtk_root_get_focus (GTK_ROOT (self->window))))
      ->id;
}

/* Back along the route, over the border of a stage too, and no further than its start. */
static void
test_back (PlumbTestChart *self, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (find_box (self, "first_steps_heat")));
  g_assert_cmpstr (go_back (self), ==, "first_steps_time");
  g_assert_cmpstr (go_back (self), ==, "first_steps_entry");
  g_assert_cmpstr (go_back (self), ==, "triage_go_on");
  g_assert_cmpstr (go_back (self), ==, "triage_clear");
  g_assert_cmpstr (go_back (self), ==, "triage_adult");
  g_assert_cmpstr (go_back (self), ==, "triage_start");
  g_assert_cmpstr (go_back (self), ==, "triage_start");
}

/* Tab comes to where the consultation is, and goes on to what is behind the chart. */
static void
test_tab (PlumbTestChart *self, gconstpointer data)
{
  gtk_root_set_focus (GTK_ROOT (self->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  g_assert_true (
      gtk_root_get_focus (GTK_ROOT (self->window))
      == plumb_chart_view_find_box (self->view, plumb_session_get_focus_node (self->session)));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
}

static void
test_link (PlumbTestChart *self, gconstpointer data)
{
  PlumbNodeBox *box = find_box (self, "triage_go_on");
  const PlumbNode *link = plumb_node_box_get_node (box);
  const PlumbStage *triage = link->stage;

  gtk_widget_activate_action (GTK_WIDGET (box), "box.open", NULL);
  g_assert_true (plumb_session_get_stage (self->session) != triage);
}

static void
test_zoom (PlumbTestChart *self, gconstpointer data)
{
  double fit = plumb_chart_view_get_scale (self->view);
  int notified = 0;

  g_signal_connect_swapped (self->view, "notify::zoom", G_CALLBACK (g_atomic_int_inc), &notified);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "chart.zoom-in", NULL);
  plumb_test_settle ();
  g_assert_cmpfloat_with_epsilon (plumb_chart_view_get_scale (self->view), fit * 1.2, 0.001);
  g_assert_cmpint (notified, ==, 1);
  plumb_chart_view_set_zoom (self->view, plumb_chart_view_get_zoom (self->view));
  g_assert_cmpint (notified, ==, 1);
  plumb_chart_view_set_zoom (self->view, 99);
  g_assert_cmpfloat (plumb_chart_view_get_zoom (self->view), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "chart.zoom-fit", NULL);
  plumb_test_settle ();
  g_assert_cmpfloat_with_epsilon (plumb_chart_view_get_scale (self->view), fit, 0.001);
}

/* A wheel or two fingers enlarge what is beneath them, and it stays there. */
static void
test_zoom_at (PlumbTestChart *self, gconstpointer data)
{
  PlumbNodeBox *box = find_box (self, "triage_emergency");
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;
  graphene_point_t place;
  graphene_point_t before;
  graphene_point_t after;

  plumb_chart_view_set_zoom (self->view, 1.5);
  plumb_test_settle ();
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (box), GTK_WIDGET (self->view), &bounds));
  place = bounds.origin;
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (self->view), viewport, &place, &before));
  plumb_chart_view_zoom_at (self->view, 1.6, place.x, place.y);
  plumb_chart_view_zoom_at (self->view, 1.8, place.x, place.y);
  plumb_test_settle ();
  g_assert_cmpfloat (plumb_chart_view_get_zoom (self->view), ==, 1.8);
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (box), GTK_WIDGET (self->view), &bounds));
  g_assert_true (
      gtk_widget_compute_point (GTK_WIDGET (self->view), viewport, &bounds.origin, &after));
  g_assert_true (graphene_point_near (&before, &after, 2));
}

/* All of a stage at once, whichever comes into view; never below half its size. */
static void
test_fit_stage (PlumbTestChart *self, gconstpointer data)
{
  GPtrArray *stages = plumb_pathway_get_stages (plumb_session_get_pathway (self->session));
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_VIEWPORT);

  gtk_widget_activate_action (GTK_WIDGET (self->view), "chart.zoom-fit-stage", NULL);
  for (guint i = 0; i < stages->len; i++)
    {
      double scale;

      plumb_session_set_stage (self->session, g_ptr_array_index (stages, i));
      plumb_test_settle ();
      scale = plumb_chart_view_get_scale (self->view);
      g_assert_cmpfloat (scale, >=, 0.5);
      g_assert_cmpfloat (scale, <=, 1);
      if (scale > 0.5)
        g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (self->view)), <=,
                         gtk_widget_get_height (viewport));
    }
  plumb_chart_view_set_zoom (self->view, 1.2);
  g_assert_cmpfloat (plumb_chart_view_get_scale (self->view), ==, 1.2);
}

static gboolean
is_in_view (PlumbTestChart *self, const PlumbNode *node)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_VIEWPORT);
  graphene_rect_t seen = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (viewport),
                                             (float) gtk_widget_get_height (viewport));
  graphene_rect_t bounds;

  g_assert_true (
      gtk_widget_compute_bounds (plumb_chart_view_find_box (self->view, node), viewport, &bounds));
  graphene_rect_inset (&bounds, 1, 1);

  return graphene_rect_contains_rect (&seen, &bounds);
}

/* However large the chart, and wherever the consultation goes: where it is can be seen. */
static void
test_follows (PlumbTestChart *self, gconstpointer data)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  GPtrArray *nodes = plumb_pathway_get_nodes (pathway);

  plumb_chart_view_set_zoom (self->view, 1.5);
  for (guint i = 0; i < nodes->len; i += 7)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      plumb_session_set_focus_node (self->session, node);
      plumb_test_settle ();
      g_assert_true (is_in_view (self, node));
    }
}

static float
get_left (PlumbTestChart *self, const char *id)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_box (self, id)),
                                            GTK_WIDGET (self->view), &bounds));

  return bounds.origin.x;
}

/* Where writing runs from right to left, so do columns. */
static void
test_right_to_left (PlumbTestChart *self, gconstpointer data)
{
  g_assert_cmpfloat (get_left (self, "triage_cauda"), <, get_left (self, "triage_same_day"));
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_RTL);
  plumb_test_settle ();
  g_assert_cmpfloat (get_left (self, "triage_cauda"), >, get_left (self, "triage_same_day"));
}

/* When a red flag stands, every other stage says that it waits. */
static void
test_pause (PlumbTestChart *self, gconstpointer data)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  const PlumbStage *other = plumb_pathway_lookup_stage (pathway, "medicines");
  const PlumbStage *triage = plumb_pathway_lookup_stage (pathway, "triage");
  g_autofree char *reason = NULL;

  g_assert_false (plumb_chart_is_paused (self->session, other));
  plumb_test_answer (self->session, "rf_saddle_anesthesia=true");
  g_assert_true (plumb_chart_is_paused (self->session, other));
  g_assert_false (plumb_chart_is_paused (self->session, triage));
  reason = plumb_chart_describe_pause (self->session, other);
  g_assert_true (g_str_has_prefix (reason, "This stage is paused. First: "));
}

static void
test_scroll_find (void)
{
  /* Where the view is, how much it shows, how much there is; from, to; where it goes. */
  static const double rows[][6] = {
    { 0, 100, 500, 10, 50, 0 },       /* seen already */
    { 0, 100, 500, 150, 180, 80 },    /* below: its end comes into view */
    { 300, 100, 500, 150, 180, 150 }, /* above: its start */
    { 0, 100, 500, 150, 400, 150 },   /* larger than the view: its start */
    { 0, 100, 500, 480, 540, 400 },   /* beyond the end: as far as it goes */
    { 50, 100, 80, 0, 10, 0 },        /* all of it fits */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (
        plumb_chart_scroll_find (rows[i][0], rows[i][1], rows[i][2], rows[i][3], rows[i][4]), ==,
        rows[i][5]);
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/chart-view/finalize", test_finalize);
  g_test_add_func ("/chart-view/finalize-shown", test_finalize_shown);
  plumb_test_chart_add ("/chart-view/names", test_names);
  plumb_test_chart_add ("/chart-view/answer", test_answer);
  plumb_test_chart_add ("/chart-view/moves-on", test_moves_on);
  plumb_test_chart_add ("/chart-view/arrows", test_arrows);
  plumb_test_chart_add ("/chart-view/home-and-end", test_home_and_end);
  plumb_test_chart_add ("/chart-view/back", test_back);
  plumb_test_chart_add ("/chart-view/tab", test_tab);
  plumb_test_chart_add ("/chart-view/link", test_link);
  plumb_test_chart_add ("/chart-view/zoom", test_zoom);
  plumb_test_chart_add ("/chart-view/zoom-at", test_zoom_at);
  plumb_test_chart_add ("/chart-view/fit-stage", test_fit_stage);
  plumb_test_chart_add ("/chart-view/follows", test_follows);
  plumb_test_chart_add ("/chart-view/right-to-left", test_right_to_left);
  plumb_test_chart_add ("/chart-view/pause", test_pause);
  g_test_add_func ("/chart-view/scroll-find", test_scroll_find);

  return g_test_run ();
}
