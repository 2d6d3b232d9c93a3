/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why an advice is in force, or why not: each box is a button, each answer that would help
 * can be tried. */

#include "plumb-advice-card.h"
#include "plumb-explanation-popover.h"
#include "plumb-explanation.h"
#include "plumb-test-window.h"

typedef struct
{
  PlumbSession *session;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = plumb_test_session ();
  plumb_test_answer (self->session, PLUMB_TEST_CLEAR "weeks_since_onset=1");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->session);
}

static guint
count_children (GtkWidget *box)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static const PlumbRecommendation *
find_advice (Fixture *self, PlumbTruth truth)
{
  GPtrArray *all
      = plumb_pathway_get_recommendations (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < all->len; i++)
    if (plumb_evaluation_get_recommendation (plumb_session_get_evaluation (self->session),
                                             g_ptr_array_index (all, i))
        == truth)
      return g_ptr_array_index (all, i);
  g_assert_not_reached ();
}

static GtkWidget *
find_try (GtkWidget *popover)
{
  GtkWidget *needs = plumb_test_get_part (popover, "needs");

  for (GtkWidget *row = gtk_widget_get_first_child (needs); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_BUTTON (gtk_widget_get_last_child (row)))
      return gtk_widget_get_last_child (row);

  return NULL;
}

static void
test_finalize (Fixture *self, gconstpointer data)
{
  GPtrArray *all
      = plumb_pathway_get_recommendations (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < all->len; i += 7)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (all, i);

      plumb_test_check_finalized (plumb_explanation_popover_new (self->session, recommendation));
      plumb_test_check_finalized (plumb_explanation_button_new (self->session, recommendation));
    }
}

/* As many boxes as the way has, and nothing to try. */
static void
test_why (Fixture *self, gconstpointer data)
{
  const PlumbRecommendation *recommendation = find_advice (self, PLUMB_TRUE);
  g_autoptr (PlumbExplanation) explanation = plumb_explanation_new (
      plumb_session_get_evaluation (self->session), recommendation);
  GtkWidget *popover
      = g_object_ref_sink (plumb_explanation_popover_new (self->session, recommendation));

  g_assert_cmpuint (count_children (plumb_test_get_part (popover, "way")), ==,
                    plumb_explanation_get_steps (explanation)->len);
  g_assert_cmpuint (plumb_explanation_get_steps (explanation)->len, >, 1);
  g_assert_null (find_try (popover));
  g_assert_false (gtk_widget_get_visible (plumb_test_get_part (popover, "needs_heading")));
  g_object_unref (popover);
}

/* The one box in the way, and an answer that brings the advice nearer. */
static void
check_why_not (Fixture *self, PlumbTruth truth)
{
  const PlumbRecommendation *recommendation = find_advice (self, truth);
  GtkWidget *popover
      = g_object_ref_sink (plumb_explanation_popover_new (self->session, recommendation));
  GtkWidget *button = find_try (popover);

  g_assert_cmpuint (count_children (plumb_test_get_part (popover, "way")), ==, 1);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (plumb_session_get_trial (self->session));
  plumb_session_stop_trying (self->session);
  g_object_unref (popover);
}

static void
test_why_not (Fixture *self, gconstpointer data)
{
  check_why_not (self, PLUMB_FALSE);
}

static void
test_open (Fixture *self, gconstpointer data)
{
  check_why_not (self, PLUMB_UNKNOWN);
}

static GtkWidget *
find_by_class (GtkWidget *widget, const char *style_class)
{
  if (gtk_widget_has_css_class (widget, style_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_class (child, style_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* On a card of what is in force it comes with all the rest; else it is there at once. */
static void
test_card (Fixture *self, gconstpointer data)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  GtkWidget *card
      = g_object_ref_sink (plumb_advice_card_new (self->session, find_advice (self, PLUMB_TRUE)));
  GtkWidget *other = g_object_ref_sink (
      plumb_advice_card_new (self->session, find_advice (self, PLUMB_UNKNOWN)));

  plumb_advice_card_update (PLUMB_ADVICE_CARD (card), evaluation);
  plumb_advice_card_update (PLUMB_ADVICE_CARD (other), evaluation);
  g_assert_null (find_by_class (card, "explain"));
  g_assert_nonnull (find_by_class (other, "explain"));
  gtk_toggle_button_set_active (plumb_test_get_part (card, "why"), TRUE);
  g_assert_nonnull (find_by_class (card, "explain"));
  g_object_unref (card);
  g_object_unref (other);
}

/* What would be added says so in words, what would be removed as well. */
static void
test_trial_on_cards (Fixture *self, gconstpointer data)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  PlumbAnswer answer
      = { plumb_pathway_lookup_finding (plumb_session_get_pathway (self->session),
                                        "rf_saddle_anesthesia"),
          plumb_value_boolean (TRUE) };
  PlumbWhatIf *trial;
  GtkWidget *added, *removed;

  g_assert_true (plumb_session_try (self->session, &answer, 1, NULL));
  trial = plumb_session_get_trial (self->session);
  added = g_object_ref_sink (plumb_advice_card_new (
      self->session, g_ptr_array_index (plumb_what_if_get_added (trial), 0)));
  removed = g_object_ref_sink (plumb_advice_card_new (
      self->session, g_ptr_array_index (plumb_what_if_get_removed (trial), 0)));
  plumb_advice_card_update (PLUMB_ADVICE_CARD (added), evaluation);
  plumb_advice_card_set_trial (PLUMB_ADVICE_CARD (added), trial);
  plumb_advice_card_update (PLUMB_ADVICE_CARD (removed), evaluation);
  plumb_advice_card_set_trial (PLUMB_ADVICE_CARD (removed), trial);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_by_class (added, "effect"))), ==,
                   "WOULD BE ADDED");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_by_class (removed, "effect"))), ==,
                   "WOULD BE REMOVED");
  g_assert_true (gtk_widget_has_css_class (removed, "would-remove"));

  plumb_session_stop_trying (self->session);
  plumb_advice_card_update (PLUMB_ADVICE_CARD (removed), evaluation);
  plumb_advice_card_set_trial (PLUMB_ADVICE_CARD (removed), NULL);
  g_assert_false (gtk_widget_has_css_class (removed, "would-remove"));
  g_assert_false (gtk_widget_get_visible (find_by_class (removed, "effect")));
  g_object_unref (added);
  g_object_unref (removed);
}

#define ADD(name, func) \
  g_test_add ("/explanation-popover/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  ADD ("finalize", test_finalize);
  ADD ("why", test_why);
  ADD ("why-not", test_why_not);
  ADD ("open", test_open);
  ADD ("card", test_card);
  ADD ("trial-on-cards", test_trial_on_cards);

  return g_test_run ();
}
