/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The body map: marking by click and keyboard, and what is recorded only on demand. */

#include "plumb-body-map.h"

#include "plumb-body-suggestion.h"
#include "plumb-finding-group.h"
#include "plumb-test-window.h"

typedef struct
{
  PlumbSession *session;
  PlumbBodyMap *map;
  PlumbBodyFigure *figure;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = plumb_test_session ();
  self->map = plumb_body_map_new (self->session);
  self->figure = plumb_body_map_get_figure (self->map);
  gtk_window_present (GTK_WINDOW (self->map));
  plumb_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->map), (gpointer *) &self->map);
  gtk_window_destroy (GTK_WINDOW (self->map));
  plumb_test_settle ();
  g_assert_null (self->map);
  g_assert_finalize_object (g_steal_pointer (&self->session));
}

static GtkWidget *
find_area (Fixture *self, const char *id)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  PlumbBodyArea *area
      = plumb_body_figure_find_area (self->figure, plumb_pathway_lookup_area (pathway, id));

  g_assert_nonnull (area);

  return GTK_WIDGET (area);
}

static void
toggle (Fixture *self, const char *id)
{
  g_assert_true (gtk_widget_activate_action (find_area (self, id), "area.toggle", NULL));
}

static guint
count_marks (Fixture *self)
{
  return plumb_body_marks_count (
      plumb_evaluation_get_marks (plumb_session_get_evaluation (self->session)));
}

static GtkWidget *
find_suggestion_below (GtkWidget *widget, const char *finding)
{
  if (PLUMB_IS_BODY_SUGGESTION (widget))
    {
      const PlumbImplication *implication
          = plumb_body_suggestion_get_implication (PLUMB_BODY_SUGGESTION (widget));

      return g_str_equal (implication->finding->id, finding) ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_suggestion_below (child, finding);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_suggestion (Fixture *self, const char *finding)
{
  GtkWidget *suggestion = find_suggestion_below (GTK_WIDGET (self->map), finding);

  g_assert_nonnull (suggestion);

  return suggestion;
}

static char *
get_answer (Fixture *self, const char *id)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);
  const PlumbFinding *finding
      = plumb_pathway_lookup_finding (plumb_session_get_pathway (self->session), id);

  return plumb_value_to_string (plumb_consultation_get_answer (consultation, finding));
}

static void
assert_answer (Fixture *self, const char *id, const char *expected)
{
  g_autofree char *answer = get_answer (self, id);

  g_assert_cmpstr (answer, ==, expected);
}

static void
test_toggle (Fixture *self, gconstpointer data)
{
  GtkWidget *area = find_area (self, "left_thigh_back");

  gtk_test_accessible_assert_role (area, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Back of the left thigh");
  gtk_test_accessible_assert_state (area, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  toggle (self, "left_thigh_back");
  g_assert_cmpuint (count_marks (self), ==, 1);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Back of the left thigh, marked");
  gtk_test_accessible_assert_state (area, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  toggle (self, "left_thigh_back");
  g_assert_cmpuint (count_marks (self), ==, 0);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Back of the left thigh");
}

static void
test_undo_and_clear (Fixture *self, gconstpointer data)
{
  toggle (self, "lower_back");
  toggle (self, "left_calf");
  g_assert_true (plumb_session_get_modified (self->session));
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.clear", NULL);
  g_assert_cmpuint (count_marks (self), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.undo", NULL);
  g_assert_cmpuint (count_marks (self), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.undo", NULL);
  g_assert_cmpuint (count_marks (self), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.redo", NULL);
  g_assert_cmpuint (count_marks (self), ==, 2);
}

/* What is picked at a point of the window is the area whose shape is there. */
static void
test_click_hits_the_shape (Fixture *self, gconstpointer data)
{
  static const char *const ids[]
      = { "lower_back", "left_calf", "neck_front", "right_shoulder_back" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *area = find_area (self, ids[i]);
      double x, y;

      gtk_widget_translate_coordinates (area, GTK_WIDGET (self->figure),
                                        gtk_widget_get_width (area) / 2.0,
                                        gtk_widget_get_height (area) / 2.0, &x, &y);
      g_assert_true (gtk_widget_pick (GTK_WIDGET (self->figure), x, y, GTK_PICK_DEFAULT) == area);
      g_assert_false (gtk_widget_contains (area, -1, -1));
    }
  /* The corners of a shoulder are no shoulder. */
  g_assert_false (gtk_widget_contains (find_area (self, "right_shoulder_front"), 0.5, 0.5));
}

/* Every area can be walked to with the arrow keys, and Tab leaves the figure. */
static void
test_arrows_reach_every_area (Fixture *self, gconstpointer data)
{
  static const GtkDirectionType directions[]
      = { GTK_DIR_UP, GTK_DIR_DOWN, GTK_DIR_LEFT, GTK_DIR_RIGHT };
  GPtrArray *areas = plumb_pathway_get_areas (plumb_session_get_pathway (self->session));
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();

  g_ptr_array_add (reached, find_area (self, "lower_back"));
  for (guint i = 0; i < reached->len; i++)
    for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
      {
        GtkWidget *next;

        gtk_widget_grab_focus (g_ptr_array_index (reached, i));
        gtk_widget_child_focus (GTK_WIDGET (self->figure), directions[d]);
        next = gtk_widget_get_focus_child (GTK_WIDGET (self->figure));
        g_assert_nonnull (next);
        if (!g_ptr_array_find (reached, next, NULL))
          g_ptr_array_add (reached, next);
      }
  g_assert_cmpuint (reached->len, ==, areas->len);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self->figure), GTK_DIR_TAB_FORWARD));
}

static void
test_arrows_follow_the_picture (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *from;
    GtkDirectionType direction;
    const char *to;
  } cases[] = {
    { "left_thigh_back", GTK_DIR_DOWN, "left_calf" },
    { "left_calf", GTK_DIR_DOWN, "left_heel" },
    { "left_calf", GTK_DIR_RIGHT, "right_calf" },
    { "right_shin", GTK_DIR_UP, "right_thigh_front" },
    { "right_shin", GTK_DIR_RIGHT, "left_shin" },
    { "lower_back", GTK_DIR_UP, "upper_back" },
    { "neck_back", GTK_DIR_UP, "neck_back" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_grab_focus (find_area (self, cases[i].from));
      gtk_widget_child_focus (GTK_WIDGET (self->figure), cases[i].direction);
      g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (self->figure))
                     == find_area (self, cases[i].to));
    }
}

static void
test_nothing_is_answered_unasked (Fixture *self, gconstpointer data)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);

  g_assert_false (gtk_widget_get_visible (find_suggestion (self, "leg_pain")));
  toggle (self, "left_calf");
  toggle (self, "right_calf");
  toggle (self, "neck_back");
  g_assert_true (gtk_widget_get_visible (find_suggestion (self, "leg_pain")));
  g_assert_true (gtk_widget_get_visible (find_suggestion (self, "rf_bilateral_leg_pain")));
  g_assert_true (gtk_widget_get_visible (find_suggestion (self, "sb2")));
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 0);
}

static void
test_record_is_one_step (Fixture *self, gconstpointer data)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);

  toggle (self, "left_calf");
  gtk_widget_activate_action (find_suggestion (self, "leg_pain"), "suggestion.record", NULL);
  assert_answer (self, "leg_pain", "true");
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 1);

  plumb_session_undo (self->session);
  assert_answer (self, "leg_pain", "null");
  g_assert_cmpuint (count_marks (self), ==, 1);
}

/* An answer is the clinician's: no mark overrules it, nor does the end of one take it back. */
static void
test_an_answer_stays (Fixture *self, gconstpointer data)
{
  plumb_test_answer (self->session, "leg_pain=false");
  toggle (self, "left_calf");
  gtk_widget_activate_action (find_suggestion (self, "leg_pain"), "suggestion.record", NULL);
  assert_answer (self, "leg_pain", "false");

  gtk_widget_activate_action (find_suggestion (self, "sb1"), "suggestion.record", NULL);
  assert_answer (self, "sb1", "true");
  toggle (self, "left_calf");
  g_assert_false (gtk_widget_get_visible (find_suggestion (self, "sb1")));
  assert_answer (self, "sb1", "true");
}

/* What is out of sight records nothing. */
static void
test_only_what_is_marked_is_recorded (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (find_suggestion (self, "sb2"), "suggestion.record", NULL);
  assert_answer (self, "sb2", "null");
}

static GtkWidget *
find_button (GtkWidget *widget, const char *start)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget)
      && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
      && g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (widget)), start))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, start);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_one_group_opens_it (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GPtrArray *groups = plumb_pathway_get_groups (plumb_session_get_pathway (session));
  const PlumbBody *body = plumb_pathway_get_body (plumb_session_get_pathway (session));

  for (guint i = 0; i < groups->len; i++)
    {
      GtkWidget *group
          = g_object_ref_sink (plumb_finding_group_new (session, g_ptr_array_index (groups, i)));

      plumb_finding_group_set_expanded (PLUMB_FINDING_GROUP (group), TRUE);
      g_assert_true ((find_button (group, "Body map") != NULL)
                     == (g_ptr_array_index (groups, i) == body->group));
      g_assert_finalize_object (group);
    }
}

static void
test_finalize (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  g_autoptr (PlumbBodyPicture) picture
      = plumb_body_picture_new (plumb_session_get_pathway (session), NULL);
  const PlumbBody *body = plumb_pathway_get_body (plumb_session_get_pathway (session));
  GtkWidget *figure = g_object_new (PLUMB_TYPE_BODY_FIGURE, NULL);

  plumb_body_figure_set_session (PLUMB_BODY_FIGURE (figure), session);
  plumb_test_check_finalized_shown (figure);
  plumb_test_check_finalized (g_object_new (PLUMB_TYPE_BODY_FIGURE, NULL));
  plumb_test_check_finalized (
      plumb_body_area_new (session, picture, g_ptr_array_index (body->areas, 0)));
  plumb_test_check_finalized_shown (
      plumb_body_suggestion_new (session, g_ptr_array_index (body->implications, 0)));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  plumb_test_init (&argc, &argv);

  ADD ("/body-map/toggle", test_toggle);
  ADD ("/body-map/undo-and-clear", test_undo_and_clear);
  ADD ("/body-map/click-hits-the-shape", test_click_hits_the_shape);
  ADD ("/body-map/arrows-reach-every-area", test_arrows_reach_every_area);
  ADD ("/body-map/arrows-follow-the-picture", test_arrows_follow_the_picture);
  ADD ("/body-map/nothing-is-answered-unasked", test_nothing_is_answered_unasked);
  ADD ("/body-map/record-is-one-step", test_record_is_one_step);
  ADD ("/body-map/an-answer-stays", test_an_answer_stays);
  ADD ("/body-map/only-what-is-marked-is-recorded", test_only_what_is_marked_is_recorded);
  g_test_add_func ("/body-map/one-group-opens-it", test_one_group_opens_it);
  g_test_add_func ("/body-map/finalize", test_finalize);

  return g_test_run ();
}
