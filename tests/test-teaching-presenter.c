/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-teaching-presenter.h"

#include "plumb-case-shelf.h"
#include "plumb-chart-words.h"
#include "plumb-node-box.h"
#include "plumb-teaching-window.h"
#include "plumb-test-window.h"

static PlumbTeachingWindow *
open_window (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbTeachingWindow *window = plumb_teaching_window_new (NULL, pathway);

  gtk_window_present (GTK_WINDOW (window));
  plumb_test_settle ();

  return window;
}

static PlumbTeachingPresenter *
present (PlumbTeachingWindow *window, const char *id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "teach.present-case", "s", id));
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "present");

  return PLUMB_TEACHING_PRESENTER (
      plumb_test_find (GTK_WIDGET (window), PLUMB_TYPE_TEACHING_PRESENTER));
}

static void
press (PlumbTeachingWindow *window, guint key)
{
  g_assert_true (plumb_teaching_window_press_key (window, key, 0));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
says (PlumbTeachingPresenter *presenter, const char *words)
{
  g_autofree char *text = plumb_teaching_presenter_dup_text (presenter);

  return strstr (text, words) != NULL;
}

static gboolean
is_at_end (PlumbTeachingPresenter *presenter)
{
  const PlumbSlide *slide = plumb_teaching_presenter_get_slide (presenter);

  return slide->kind == PLUMB_SLIDE_LESSONS
         && plumb_teaching_presenter_get_moment (presenter) + 1 == slide->n_moments;
}

/* To the first box, with all its exits shown. */
static const PlumbSlide *
go_to_vote (PlumbTeachingWindow *window, PlumbTeachingPresenter *presenter)
{
  const PlumbSlide *slide;

  press (window, GDK_KEY_Right);
  slide = plumb_teaching_presenter_get_slide (presenter);
  g_assert_cmpint (slide->kind, ==, PLUMB_SLIDE_BOX);
  for (guint i = 0; i < slide->exits->len; i++)
    press (window, GDK_KEY_space);

  return slide;
}

static void
test_create (void)
{
  plumb_test_check_finalized (g_object_new (PLUMB_TYPE_TEACHING_PRESENTER, NULL));
  plumb_test_check_finalized_shown (g_object_new (PLUMB_TYPE_TEACHING_PRESENTER, NULL));
}

/* Full screen from the list of cases, and back to it. */
static void
test_coming_and_going (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbTeachingPresenter *presenter;

  press (window, GDK_KEY_F5);
  plumb_test_settle ();
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "present");
  presenter = PLUMB_TEACHING_PRESENTER (
      plumb_test_find (GTK_WIDGET (window), PLUMB_TYPE_TEACHING_PRESENTER));
  g_assert_cmpint (plumb_teaching_presenter_get_slide (presenter)->kind, ==, PLUMB_SLIDE_STORY);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "Teaching case: "));
  /* Nobody plays, nothing is recorded, and nothing can be printed as a patient's. */
  g_assert_null (plumb_teaching_window_get_lesson (window));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "win.print-summary", NULL));
  g_assert_true (plumb_teaching_window_press_key (window, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "present");
  press (window, GDK_KEY_Escape);
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "cases");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every case from its story to its lessons, and all the way back, by keys. */
static void
test_every_case (void)
{
  PlumbTeachingWindow *window = open_window ();
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbCaseShelf) shelf = plumb_case_shelf_new_builtin (pathway, NULL);
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);

  g_assert_cmpuint (cases->len, >=, 24);
  for (guint i = 0; i < cases->len; i++)
    {
      PlumbTeachingPresenter *presenter
          = present (window, plumb_case_get_id (g_ptr_array_index (cases, i)));
      guint n = 0;

      for (; !is_at_end (presenter); n++)
        {
          g_assert_cmpuint (n, <, 1000);
          g_assert_true (plumb_teaching_window_press_key (window, GDK_KEY_Right, 0));
        }
      g_assert_cmpuint (n, >, 10);
      for (; n > 0; n--)
        g_assert_true (plumb_teaching_window_press_key (window, GDK_KEY_Page_Up, 0));
      g_assert_cmpuint (plumb_teaching_presenter_get_place (presenter), ==, 0);
      g_assert_cmpuint (plumb_teaching_presenter_get_moment (presenter), ==, 0);
      press (window, GDK_KEY_End);
      g_assert_true (is_at_end (presenter));
      press (window, GDK_KEY_Home);
      g_assert_cmpuint (plumb_teaching_presenter_get_place (presenter), ==, 0);
      press (window, GDK_KEY_Escape);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Exits come one by one; what the way does is told last, with the reason. */
static void
test_exits_one_by_one (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbTeachingPresenter *presenter = present (window, "saddle-and-bladder");
  const PlumbSlide *slide;
  g_autofree char *first = NULL;
  g_autofree char *line = NULL;

  press (window, GDK_KEY_Right);
  slide = plumb_teaching_presenter_get_slide (presenter);
  first = plumb_chart_exit_text (g_ptr_array_index (slide->exits, 0));
  line = g_strdup_printf ("1  %s", first);
  g_assert_false (says (presenter, line));
  press (window, GDK_KEY_Right);
  g_assert_true (says (presenter, line));
  press (window, GDK_KEY_Left);
  g_assert_false (says (presenter, line));
  g_assert_false (says (presenter, "Why\n"));
  press (window, GDK_KEY_Return);
  g_assert_true (says (presenter, ": taken"));
  g_assert_true (says (presenter, "Why\n"));
  g_assert_true (says (presenter, plumb_text_get (slide->node->rationale, NULL)));
  g_assert_true (says (presenter, "What was asked, and found"));
  press (window, GDK_KEY_Return);
  g_assert_cmpuint (plumb_teaching_presenter_get_place (presenter), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_votes (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbTeachingPresenter *presenter = present (window, "saddle-and-bladder");

  go_to_vote (window, presenter);
  press (window, GDK_KEY_1);
  press (window, GDK_KEY_KP_2);
  press (window, GDK_KEY_2);
  g_assert_cmpuint (plumb_teaching_presenter_get_votes (presenter, 0), ==, 1);
  g_assert_cmpuint (plumb_teaching_presenter_get_votes (presenter, 1), ==, 2);
  g_assert_true (says (presenter, "2 votes"));
  /* An exit that is not there takes none. */
  press (window, GDK_KEY_9);
  /* Marked, its number is typed. */
  press (window, GDK_KEY_Down);
  g_assert_cmpint (plumb_teaching_presenter_get_marked (presenter), ==, 0);
  press (window, GDK_KEY_BackSpace);
  press (window, GDK_KEY_1);
  press (window, GDK_KEY_7);
  g_assert_cmpuint (plumb_teaching_presenter_get_votes (presenter, 0), ==, 17);
  press (window, GDK_KEY_Up);
  g_assert_cmpint (plumb_teaching_presenter_get_marked (presenter), ==, -1);
  /* They outlast the reveal and going back, and then count no more. */
  press (window, GDK_KEY_Return);
  g_assert_true (says (presenter, "of 19 votes were for what the pathway says."));
  g_assert_false (plumb_teaching_window_press_key (window, GDK_KEY_1, 0));
  press (window, GDK_KEY_Right);
  press (window, GDK_KEY_Left);
  g_assert_cmpuint (plumb_teaching_presenter_get_votes (presenter, 0), ==, 17);
  press (window, GDK_KEY_Left);
  press (window, GDK_KEY_0);
  g_assert_cmpuint (plumb_teaching_presenter_get_votes (presenter, 0), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_blank_chart (void)
{
  PlumbTeachingWindow *window = open_window ();
  PlumbTeachingPresenter *presenter = present (window, "saddle-and-bladder");
  guint place;

  press (window, GDK_KEY_Right);
  place = plumb_teaching_presenter_get_place (presenter);
  press (window, GDK_KEY_b);
  g_assert_true (plumb_teaching_presenter_get_blank (presenter));
  g_assert_cmpuint (plumb_teaching_presenter_get_filled (presenter), ==, 0);
  press (window, GDK_KEY_Right);
  press (window, GDK_KEY_Right);
  g_assert_cmpuint (plumb_teaching_presenter_get_filled (presenter), ==, 2);
  press (window, GDK_KEY_Left);
  g_assert_cmpuint (plumb_teaching_presenter_get_filled (presenter), ==, 1);
  press (window, GDK_KEY_End);
  g_assert_cmpuint (plumb_teaching_presenter_get_filled (presenter), >, 5);
  /* Another stage begins blank. */
  press (window, GDK_KEY_Down);
  g_assert_cmpuint (plumb_teaching_presenter_get_filled (presenter), ==, 0);
  press (window, GDK_KEY_Escape);
  g_assert_false (plumb_teaching_presenter_get_blank (presenter));
  g_assert_cmpuint (plumb_teaching_presenter_get_place (presenter), ==, place);
  g_assert_cmpstr (plumb_teaching_window_get_page (window), ==, "present");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the room sees is a drawing: no box and no button in it takes the keyboard. */
static gboolean
takes_focus (GtkWidget *widget)
{
  if (gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget)
      && gtk_widget_get_mapped (widget))
    return TRUE;
  if (!gtk_widget_get_can_focus (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (takes_focus (child))
      return TRUE;

  return FALSE;
}

static void
test_keys_only (void)
{
  PlumbTeachingWindow *window = open_window ();
  GtkWidget *presenter = GTK_WIDGET (present (window, "saddle-and-bladder"));

  plumb_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == presenter);
  g_assert_false (takes_focus (gtk_widget_get_first_child (presenter)));
  press (window, GDK_KEY_Right);
  press (window, GDK_KEY_Return);
  g_assert_false (takes_focus (gtk_widget_get_first_child (presenter)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == presenter);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whatever is used or carries a number can be told from the rest without sight. */
static guint
count_unnamed (GtkWidget *widget)
{
  gboolean needs_name = GTK_IS_PROGRESS_BAR (widget) || PLUMB_IS_TEACHING_PRESENTER (widget)
                        || (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget));
  gboolean named
      = gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
        || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_RELATION_LABELLED_BY)
        || gtk_widget_get_tooltip_text (widget) != NULL;
  guint n = needs_name && !named ? 1 : 0;

  if (n > 0)
    g_test_message ("unnamed: %s", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_unnamed (child);

  return n;
}

static void
test_nothing_unnamed (void)
{
  PlumbTeachingWindow *window = open_window ();
  GtkWidget *presenter;

  g_assert_cmpuint (count_unnamed (plumb_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_BOX)), ==,
                    0);
  presenter = GTK_WIDGET (present (window, "saddle-and-bladder"));
  go_to_vote (window, PLUMB_TEACHING_PRESENTER (presenter));
  press (window, GDK_KEY_1);
  g_assert_nonnull (plumb_test_find (presenter, GTK_TYPE_PROGRESS_BAR));
  g_assert_cmpuint (count_unnamed (presenter), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is said about the keys is a line longer or shorter, and the chart has another height. Were
 * it not laid out anew, GTK would warn, and it would be empty. */
static void
test_large_letters (void)
{
  PlumbTeachingWindow *window;
  PlumbTeachingPresenter *presenter;
  GtkWidget *box;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  window = open_window ();
  presenter = present (window, "saddle-and-bladder");
  plumb_test_settle ();
  go_to_vote (window, presenter);
  plumb_test_settle ();
  press (window, GDK_KEY_Down);
  plumb_test_settle ();
  g_assert_cmpint (plumb_teaching_presenter_get_marked (presenter), >=, 0);
  box = plumb_test_find (GTK_WIDGET (presenter), PLUMB_TYPE_NODE_BOX);
  g_assert_cmpint (gtk_widget_get_width (box), >, 0);
  /* Nothing is beside the screen. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 1280);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/teaching-presenter/create", test_create);
  g_test_add_func ("/teaching-presenter/coming-and-going", test_coming_and_going);
  g_test_add_func ("/teaching-presenter/exits-one-by-one", test_exits_one_by_one);
  g_test_add_func ("/teaching-presenter/votes", test_votes);
  g_test_add_func ("/teaching-presenter/blank-chart", test_blank_chart);
  g_test_add_func ("/teaching-presenter/keys-only", test_keys_only);
  g_test_add_func ("/teaching-presenter/nothing-unnamed", test_nothing_unnamed);
  g_test_add_func ("/teaching-presenter/large-letters", test_large_letters);
  g_test_add_func ("/teaching-presenter/every-case", test_every_case);

  return g_test_run ();
}
