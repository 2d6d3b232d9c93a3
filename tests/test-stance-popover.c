/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An advice is accepted with one click, declined with two, and one after a red flag is
 * declined only with a reason. */

#include "plumb-stance-control.h"
#include "plumb-stance-popover.h"
#include "plumb-test-window.h"

typedef struct
{
  PlumbSession *session;
  const PlumbRecommendation *urgent;  /* of the first stage */
  const PlumbRecommendation *routine; /* of a later one */
  const PlumbRecommendation *shown;
  PlumbStanceControl *control;
  GtkWidget *window;
} Fixture;

static void
show (Fixture *self, const PlumbRecommendation *recommendation)
{
  GtkWidget *control = plumb_stance_control_new (self->session, recommendation);

  g_clear_pointer ((GtkWindow **) &self->window, gtk_window_destroy);
  gtk_widget_set_halign (control, GTK_ALIGN_CENTER);
  self->control = PLUMB_STANCE_CONTROL (control);
  self->shown = recommendation;
  self->window = plumb_test_show (control);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  PlumbPathway *pathway;

  self->session = plumb_test_session ();
  pathway = plumb_session_get_pathway (self->session);
  self->urgent = g_ptr_array_index (plumb_pathway_get_recommendations (pathway), 0);
  self->routine = plumb_pathway_lookup_recommendation (pathway, "stay_active");
  g_assert_true (plumb_stance_needs_reason (self->urgent));
  g_assert_false (plumb_stance_needs_reason (self->routine));
  self->window = NULL;
  show (self, self->routine);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->session);
}

/* What a click does, and the update that the card makes of it. */
static void
click (Fixture *self, gpointer widget, const char *name)
{
  gpointer button = plumb_test_get_part (widget, name);

  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
  else if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  else
    g_signal_emit_by_name (button, "clicked");
  plumb_stance_control_update (self->control, plumb_session_get_stance (self->session, self->shown),
                               NULL);
}

static GtkWidget *
open_popover (Fixture *self)
{
  GtkMenuButton *button = plumb_test_get_part (self->control, "depart");

  gtk_menu_button_popup (button);
  plumb_test_settle ();
  g_assert_true (PLUMB_IS_STANCE_POPOVER (gtk_menu_button_get_popover (button)));

  return GTK_WIDGET (gtk_menu_button_get_popover (button));
}

/* Where nothing has been recorded, as with Escape. */
static void
close_popover (GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  plumb_test_settle ();
}

static GtkCheckButton *
find_reason (GtkWidget *popover, guint n)
{
  GtkWidget *button = gtk_widget_get_first_child (plumb_test_get_part (popover, "reasons"));

  while (n-- > 0)
    button = gtk_widget_get_next_sibling (button);
  g_assert_true (GTK_IS_CHECK_BUTTON (button));

  return GTK_CHECK_BUTTON (button);
}

static const PlumbDepartureReason *
get_reason (Fixture *self, guint n)
{
  return g_ptr_array_index (
      plumb_pathway_get_departure_reasons (plumb_session_get_pathway (self->session)), n);
}

static void
type_words (GtkWidget *popover, const char *words)
{
  gtk_editable_set_text (plumb_test_get_part (popover, "words"), words);
}

static gboolean
shows_error (GtkWidget *popover)
{
  GtkLabel *error = plumb_test_get_part (popover, "error");

  return gtk_widget_get_visible (GTK_WIDGET (error)) && *gtk_label_get_text (error) != '\0';
}

static const PlumbStance *
get_stance (Fixture *self)
{
  return plumb_session_get_stance (self->session, self->shown);
}

static gboolean
can_undo (Fixture *self)
{
  return plumb_consultation_get_can_undo (plumb_session_get_consultation (self->session));
}

/* As if the key had been pressed; the window of a test has not always the keyboard. */
static gboolean
press_key (GtkWidget *popover, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (popover);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      if (handled)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_focus (Fixture *self, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_finalize (Fixture *self, gconstpointer data)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  GPtrArray *recommendations = plumb_pathway_get_recommendations (pathway);

  for (guint i = 0; i < recommendations->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      plumb_test_check_finalized (plumb_stance_control_new (self->session, recommendation));
      plumb_test_check_finalized (plumb_stance_popover_new (self->session, recommendation));
    }
}

static void
test_finalize_shown (Fixture *self, gconstpointer data)
{
  GtkWidget *control = g_object_ref (GTK_WIDGET (self->control));
  GtkWidget *popover = open_popover (self);

  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &popover);
  close_popover (popover);
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  plumb_test_settle ();
  g_assert_finalize_object (control);
  g_assert_null (popover);
}

/* There is one on every card: its popover is made when somebody opens it. */
static void
test_nothing_made_before (Fixture *self, gconstpointer data)
{
  g_assert_null (gtk_menu_button_get_popover (plumb_test_get_part (self->control, "depart")));
  g_assert_true (open_popover (self) == open_popover (self));
}

static void
test_accept (Fixture *self, gconstpointer data)
{
  click (self, self->control, "accept");
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_ACCEPTED);
  click (self, self->control, "accept");
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_NONE);
  plumb_session_undo (self->session);
  plumb_session_undo (self->session);
  g_assert_false (can_undo (self));
}

/* The button opens it, Record closes it; the keyboard is back on the card. */
static void
test_decline_in_two (Fixture *self, gconstpointer data)
{
  GtkWidget *popover = open_popover (self);

  click (self, popover, "record");
  plumb_test_settle ();
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_DECLINED);
  g_assert_null (get_stance (self)->reason);
  g_assert_null (get_stance (self)->words);
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_true (has_focus (self, plumb_test_get_part (self->control, "depart")));
}

static void
test_decline_with_reason (Fixture *self, gconstpointer data)
{
  GtkWidget *popover = open_popover (self);

  gtk_check_button_set_active (find_reason (popover, 2), TRUE);
  type_words (popover, "  Kälte tut besser  ");
  click (self, popover, "record");
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_DECLINED);
  g_assert_true (get_stance (self)->reason == get_reason (self, 2));
  g_assert_cmpstr (get_stance (self)->words, ==, "Kälte tut besser");
}

/* Neither nothing nor blanks are a reason. What is refused changes nothing. */
static void
test_red_flag (Fixture *self, gconstpointer data)
{
  GtkWidget *popover;

  show (self, self->urgent);
  popover = open_popover (self);
  g_assert_false (shows_error (popover));
  click (self, popover, "record");
  g_assert_true (shows_error (popover));
  type_words (popover, "   ");
  g_assert_false (shows_error (popover));
  click (self, popover, "record");
  g_assert_true (shows_error (popover));
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_NONE);
  g_assert_false (can_undo (self));

  gtk_check_button_set_active (find_reason (popover, 0), TRUE);
  g_assert_false (shows_error (popover));
  click (self, popover, "record");
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_DECLINED);
  g_assert_false (gtk_widget_get_visible (popover));
}

/* It is accepted as any other. */
static void
test_red_flag_accepted (Fixture *self, gconstpointer data)
{
  show (self, self->urgent);
  click (self, self->control, "accept");
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_ACCEPTED);
}

static void
test_change (Fixture *self, gconstpointer data)
{
  GtkWidget *popover = open_popover (self);

  click (self, popover, "change");
  gtk_check_button_set_active (find_reason (popover, 1), TRUE);
  click (self, popover, "record");
  g_assert_true (shows_error (popover));
  g_assert_true (has_focus (self, plumb_test_get_part (popover, "words")));
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_NONE);

  type_words (popover, "Half the dose");
  g_assert_false (shows_error (popover));
  click (self, popover, "record");
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_CHANGED);
  g_assert_cmpstr (get_stance (self)->words, ==, "Half the dose");
}

/* What is typed is never cut off in silence. */
static void
test_too_long (Fixture *self, gconstpointer data)
{
  g_autofree char *words = g_strnfill (PLUMB_STANCE_MAX_WORDS + 1, 'x');
  GtkWidget *popover = open_popover (self);
  GtkWidget *length = plumb_test_get_part (popover, "length");

  g_assert_false (gtk_widget_get_visible (length));
  type_words (popover, words);
  g_assert_true (gtk_widget_get_visible (length));
  click (self, popover, "record");
  g_assert_true (shows_error (popover));
  g_assert_cmpstr (gtk_editable_get_text (plumb_test_get_part (popover, "words")), ==, words);

  words[PLUMB_STANCE_MAX_WORDS] = '\0';
  type_words (popover, words);
  click (self, popover, "record");
  g_assert_cmpstr (get_stance (self)->words, ==, words);
}

/* It opens as things are recorded, and takes that back. */
static void
test_open_again (Fixture *self, gconstpointer data)
{
  GtkWidget *popover = open_popover (self);

  g_assert_false (gtk_widget_get_visible (plumb_test_get_part (popover, "take_back")));
  click (self, popover, "change");
  gtk_check_button_set_active (find_reason (popover, 3), TRUE);
  type_words (popover, "Later");
  click (self, popover, "record");
  plumb_test_settle ();

  popover = open_popover (self);
  type_words (popover, "Never recorded");
  close_popover (popover);

  popover = open_popover (self);
  g_assert_true (gtk_toggle_button_get_active (plumb_test_get_part (popover, "change")));
  g_assert_true (gtk_check_button_get_active (find_reason (popover, 3)));
  g_assert_cmpstr (gtk_editable_get_text (plumb_test_get_part (popover, "words")), ==, "Later");
  click (self, popover, "take_back");
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_NONE);
  plumb_session_undo (self->session);
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_CHANGED);
}

/* A number chooses a reason, Enter records it. In the entry they are what they are. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  GtkWidget *popover = open_popover (self);

  g_assert_false (press_key (popover, GDK_KEY_Return));
  gtk_widget_grab_focus (plumb_test_get_part (popover, "words"));
  g_assert_false (press_key (popover, GDK_KEY_2));
  gtk_widget_grab_focus (plumb_test_get_part (popover, "decline"));
  g_assert_false (press_key (popover, GDK_KEY_9));
  g_assert_true (press_key (popover, GDK_KEY_2));
  g_assert_true (has_focus (self, find_reason (popover, 1)));
  g_assert_true (press_key (popover, GDK_KEY_Return));
  g_assert_true (get_stance (self)->reason == get_reason (self, 1));
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_DECLINED);
}

/* What is done with an advice and what the handout leaves out do not touch each other. */
static void
test_left_out (Fixture *self, gconstpointer data)
{
  plumb_session_set_left_out (self->session, self->routine, TRUE);
  click (self, self->control, "accept");
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_ACCEPTED);
  g_assert_true (get_stance (self)->left_out);
  plumb_session_set_left_out (self->session, self->routine, FALSE);
  g_assert_cmpint (get_stance (self)->kind, ==, PLUMB_STANCE_ACCEPTED);
  g_assert_false (get_stance (self)->left_out);
}

#define ADD(name, func) g_test_add ("/stance-popover/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  ADD ("finalize", test_finalize);
  ADD ("finalize-shown", test_finalize_shown);
  ADD ("nothing-made-before", test_nothing_made_before);
  ADD ("accept", test_accept);
  ADD ("decline-in-two", test_decline_in_two);
  ADD ("decline-with-reason", test_decline_with_reason);
  ADD ("red-flag", test_red_flag);
  ADD ("red-flag-accepted", test_red_flag_accepted);
  ADD ("change", test_change);
  ADD ("too-long", test_too_long);
  ADD ("open-again", test_open_again);
  ADD ("keys", test_keys);
  ADD ("left-out", test_left_out);

  return g_test_run ();
}
