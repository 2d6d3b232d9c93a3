/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-advice-card.h"
#include "plumb-advice-fold.h"
#include "plumb-advice-list.h"
#include "plumb-advice-order.h"
#include "plumb-advice-panel.h"
#include "plumb-advice-words.h"
#include "plumb-disagreement-popover.h"
#include "plumb-stance-control.h"
#include "plumb-statement-list.h"
#include "plumb-test-window.h"

static void
test_finalize (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  PlumbPathway *pathway = plumb_session_get_pathway (session);
  GPtrArray *recommendations = plumb_pathway_get_recommendations (pathway);

  plumb_test_check_finalized (plumb_advice_panel_new (NULL));
  plumb_test_check_finalized (plumb_advice_panel_new (session));
  plumb_test_check_finalized (plumb_advice_list_new ());
  plumb_test_check_finalized (plumb_advice_fold_new (PLUMB_STRENGTH_DO));
  for (guint i = 0; i < recommendations->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      plumb_test_check_finalized (plumb_advice_card_new (session, recommendation));
      plumb_test_check_finalized (plumb_statement_popover_new (recommendation->statements));
      plumb_test_check_finalized (plumb_disagreement_popover_new (recommendation->disagreements));
    }
}

static void
test_finalize_shown (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();

  plumb_test_answer (session, PLUMB_TEST_CLEAR "weeks_since_onset=3");
  plumb_test_check_finalized_shown (plumb_advice_panel_new (session));
}

static GtkWidget *
find_card (GtkWidget *panel, guint n)
{
  return plumb_test_find_nth (panel, PLUMB_TYPE_ADVICE_CARD, n);
}

static const char *
get_card_id (GtkWidget *panel, guint n)
{
  return plumb_advice_card_get_recommendation (PLUMB_ADVICE_CARD (find_card (panel, n)))->id;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

/* Nothing known is not nothing wrong. */
static void
test_nothing_yet (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *panel = g_object_ref_sink (plumb_advice_panel_new (session));

  g_assert_null (find_card (panel, 0));
  g_assert_true (says (panel, "No advice yet"));
  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  g_assert_nonnull (find_card (panel, 0));
  g_assert_false (says (panel, "No advice yet"));
  g_object_unref (panel);
}

/* What was there stays the same widget, whatever comes beside it. */
static void
test_cards_stay (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *panel = g_object_ref_sink (plumb_advice_panel_new (session));
  GtkWidget *first;
  const char *id;

  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  first = find_card (panel, 0);
  id = get_card_id (panel, 0);
  plumb_test_answer (session, "pain_score=5");
  g_assert_cmpstr (get_card_id (panel, 0), ==, id);
  g_assert_true (find_card (panel, 0) == first);
  g_object_unref (panel);
}

static void
divide (PlumbPathway *pathway,
        const char *answers,
        const char *stage,
        GPtrArray **open,
        GPtrArray **folded)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);

  plumb_advice_divide (evaluation, plumb_pathway_lookup_stage (pathway, stage), open, folded);
}

static const PlumbRecommendation *
get (GPtrArray *array, guint i)
{
  return g_ptr_array_index (array, i);
}

/* Much advice: about eight stand open, those of the stage in view among them. */
static void
test_divide (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR "weeks_since_onset=3 leg_pain=false paresthesia=false "
                                "leg_weakness=false neurological_deficit=false "
                                "nsaid_contraindicated=false nsaid_trial=none");
  const PlumbStage *medicines = plumb_pathway_lookup_stage (pathway, "medicines");
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) folded = NULL;
  guint n_here = 0;
  guint n_cautions = 0;

  plumb_advice_divide (evaluation, medicines, &open, &folded);
  g_assert_cmpuint (folded->len, >, 0);
  for (guint i = 0; i < open->len; i++)
    {
      n_here += get (open, i)->stage == medicines;
      n_cautions += get (open, i)->strength == PLUMB_STRENGTH_CAUTION;
    }
  g_assert_cmpuint (open->len, ==, MAX (PLUMB_ADVICE_OPEN, n_cautions));
  g_assert_cmpuint (n_here, >, 0);
  for (guint i = 0; i < folded->len; i++)
    {
      g_assert_cmpint (get (folded, i)->urgency, ==, PLUMB_URGENCY_ROUTINE);
      g_assert_cmpint (get (folded, i)->strength, !=, PLUMB_STRENGTH_CAUTION);
    }
}

/* With a red flag nothing else is in force, and nothing of it is folded, wherever one looks. */
static void
test_red_flag (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) folded = NULL;

  divide (pathway, "rf_saddle_anesthesia=true", "medicines", &open, &folded);
  g_assert_cmpuint (folded->len, ==, 0);
  g_assert_cmpuint (open->len, >, 0);
  g_assert_cmpint (get (open, 0)->urgency, ==, PLUMB_URGENCY_EMERGENCY);
  for (guint i = 0; i < open->len; i++)
    g_assert_cmpstr (get (open, i)->stage->id, ==, "triage");
}

/* The order on the screen is that of urgency, then of strength. */
static void
test_order (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) folded = NULL;

  divide (pathway, PLUMB_TEST_CLEAR "weeks_since_onset=3", "first_steps", &open, &folded);
  for (guint i = 1; i < open->len; i++)
    {
      const PlumbRecommendation *before = get (open, i - 1);
      const PlumbRecommendation *after = get (open, i);

      g_assert_true (before->urgency < after->urgency
                     || (before->urgency == after->urgency && before->strength <= after->strength));
    }
}

static void
test_reason (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR "weeks_since_onset=3 pt_started=true pt_weeks=2");
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);

  g_assert_cmpuint (advice->len, >, 0);
  for (guint i = 0; i < advice->len; i++)
    {
      g_autofree char *all = plumb_advice_reason (evaluation, get (advice, i), 99);
      g_autofree char *two = plumb_advice_reason (evaluation, get (advice, i), 2);

      g_assert_true (g_str_has_prefix (all, "Because: "));
      g_assert_cmpuint (strlen (two), <=, strlen (all));
      /* Fourteen answers of one card are never fourteen reasons. */
      g_assert_null (strstr (all, "fever"));
    }
}

static void
test_statements (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  const PlumbRecommendation *recommendation
      = plumb_pathway_lookup_recommendation (pathway, "stay_active");
  g_autofree char *two = plumb_advice_statement_ids (recommendation->statements, 2);
  g_autofree char *texts = plumb_advice_statement_texts (recommendation->statements);
  g_autofree char *rest = g_strdup_printf (" +%u", recommendation->statements->len - 2);

  g_assert_true (g_str_has_prefix (two, "M02 "));
  g_assert_true (g_str_has_suffix (two, rest));
  for (guint i = 0; i < recommendation->statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (recommendation->statements, i);

      g_assert_nonnull (strstr (texts, plumb_text_get (statement->text, NULL)));
      g_assert_nonnull (strstr (texts, plumb_text_get (statement->source->title, NULL)));
    }
}

/* Every side is heard, and what the pathway does of it. */
static void
test_disagreement (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  GPtrArray *disagreements = plumb_pathway_get_disagreements (pathway);

  for (guint i = 0; i < disagreements->len; i++)
    {
      const PlumbDisagreement *disagreement = g_ptr_array_index (disagreements, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      GtkWidget *popover;
      GtkWidget *content;

      g_ptr_array_add (one, (gpointer) disagreement);
      popover = g_object_ref_sink (plumb_disagreement_popover_new (one));
      content = gtk_popover_get_child (GTK_POPOVER (popover));
      g_assert_true (says (content, plumb_text_get (disagreement->note, NULL)));
      for (guint j = 0; j < disagreement->sides->len; j++)
        {
          const PlumbSide *side = g_ptr_array_index (disagreement->sides, j);

          g_assert_true (says (content, plumb_text_get (side->text, NULL)));
        }
      g_object_unref (popover);
    }
}

/* What is done with an advice */

static GtkCheckButton *
find_accept (GtkWidget *card)
{
  return GTK_CHECK_BUTTON (plumb_test_find (card, GTK_TYPE_CHECK_BUTTON));
}

static void
set_stance (PlumbSession *session, GtkWidget *card, PlumbStanceKind kind, const char *words)
{
  const PlumbStance stance = { kind, NULL, (char *) words, FALSE };
  g_autoptr (GError) error = NULL;

  plumb_session_set_stance (session,
                            plumb_advice_card_get_recommendation (PLUMB_ADVICE_CARD (card)),
                            &stance, &error);
  g_assert_no_error (error);
}

/* One click; the card is the same, and so is what has the keyboard. */
static void
test_accept (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *panel = plumb_advice_panel_new (session);
  GtkWidget *window;
  GtkWidget *card;
  GtkCheckButton *accept;

  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  window = plumb_test_show (panel);
  card = find_card (panel, 0);
  accept = find_accept (card);
  gtk_widget_grab_focus (GTK_WIDGET (accept));
  g_assert_false (says (card, "Accepted"));

  gtk_check_button_set_active (accept, TRUE);
  g_assert_true (find_card (panel, 0) == card);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (accept));
  g_assert_true (says (card, "Accepted"));
  g_assert_true (gtk_widget_has_css_class (card, "accepted"));
  g_assert_false (says (find_card (panel, 1), "Accepted"));

  plumb_session_undo (session);
  g_assert_false (says (card, "Accepted"));
  g_assert_false (gtk_check_button_get_active (accept));
  plumb_session_redo (session);
  g_assert_true (gtk_check_button_get_active (accept));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is declined stays where it was: the pathway still advises it. */
static void
test_declined_stays (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *panel = g_object_ref_sink (plumb_advice_panel_new (session));
  GtkWidget *card;
  GtkWidget *next;

  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  card = find_card (panel, 0);
  next = find_card (panel, 1);
  set_stance (session, card, PLUMB_STANCE_DECLINED, "Prefers to wait");
  g_assert_true (find_card (panel, 0) == card);
  g_assert_true (find_card (panel, 1) == next);
  g_assert_true (says (card, "Declined: Prefers to wait"));
  g_assert_true (gtk_widget_has_css_class (card, "declined"));

  set_stance (session, card, PLUMB_STANCE_CHANGED, "In a week");
  g_assert_true (says (card, "Changed: In a week"));
  g_assert_false (gtk_widget_has_css_class (card, "declined"));
  g_object_unref (panel);
}

/* Out of force it shows nothing of it, and it comes back with the advice. */
static void
test_stance_comes_back (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *panel = g_object_ref_sink (plumb_advice_panel_new (session));
  const PlumbRecommendation *recommendation;

  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  recommendation = plumb_advice_card_get_recommendation (PLUMB_ADVICE_CARD (find_card (panel, 0)));
  set_stance (session, find_card (panel, 0), PLUMB_STANCE_DECLINED, "Prefers to wait");

  plumb_test_answer (session, "rf_saddle_anesthesia=true");
  g_assert_false (says (panel, "Prefers to wait"));
  g_assert_cmpint (plumb_session_get_stance (session, recommendation)->kind, ==,
                   PLUMB_STANCE_DECLINED);

  plumb_test_answer (session, "rf_saddle_anesthesia=false");
  g_assert_true (says (find_card (panel, 0), "Declined: Prefers to wait"));
  g_object_unref (panel);
}

/* Elsewhere a card stands for advice that may not be in force: that is neither followed
 * nor departed from. */
static void
test_not_in_force (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  PlumbPathway *pathway = plumb_session_get_pathway (session);
  const PlumbRecommendation *recommendation
      = plumb_pathway_lookup_recommendation (pathway, "stay_active");
  GtkWidget *card = g_object_ref_sink (plumb_advice_card_new (session, recommendation));
  GtkWidget *control;

  control = plumb_test_find (card, PLUMB_TYPE_STANCE_CONTROL);
  set_stance (session, card, PLUMB_STANCE_ACCEPTED, NULL);
  plumb_advice_card_update (PLUMB_ADVICE_CARD (card), plumb_session_get_evaluation (session));
  g_assert_false (gtk_widget_get_visible (control));
  g_assert_false (says (card, "Accepted"));

  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  plumb_advice_card_update (PLUMB_ADVICE_CARD (card), plumb_session_get_evaluation (session));
  g_assert_true (gtk_widget_get_visible (control));
  g_assert_true (says (card, "Accepted"));
  g_object_unref (card);
}

/* Real days, counted from the visit. */
static void
test_reviews (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *panel = g_object_ref_sink (plumb_advice_panel_new (session));
  g_autoptr (GPtrArray) reviews = NULL;
  const PlumbAdviceReview *review;
  GDate today = plumb_test_today ();
  g_autofree char *days = NULL;

  plumb_test_answer (session, PLUMB_TEST_CLEAR "weeks_since_onset=1");
  reviews = plumb_advice_list_reviews (plumb_session_get_evaluation (session));
  g_assert_cmpuint (reviews->len, >, 0);
  review = g_ptr_array_index (reviews, 0);
  g_assert_cmpint (g_date_compare (&review->due, &today), >, 0);
  g_assert_cmpint (g_date_compare (&review->earliest, &review->due), <=, 0);
  days = plumb_advice_review_days (&review->earliest, &review->due);
  g_assert_true (says (panel, days));
  g_assert_true (says (panel, "Review"));
  g_object_unref (panel);
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/advice-panel/finalize", test_finalize);
  g_test_add_func ("/advice-panel/finalize-shown", test_finalize_shown);
  g_test_add_func ("/advice-panel/nothing-yet", test_nothing_yet);
  g_test_add_func ("/advice-panel/cards-stay", test_cards_stay);
  g_test_add_func ("/advice-panel/divide", test_divide);
  g_test_add_func ("/advice-panel/red-flag", test_red_flag);
  g_test_add_func ("/advice-panel/order", test_order);
  g_test_add_func ("/advice-panel/reason", test_reason);
  g_test_add_func ("/advice-panel/statements", test_statements);
  g_test_add_func ("/advice-panel/disagreement", test_disagreement);
  g_test_add_func ("/advice-panel/accept", test_accept);
  g_test_add_func ("/advice-panel/declined-stays", test_declined_stays);
  g_test_add_func ("/advice-panel/stance-comes-back", test_stance_comes_back);
  g_test_add_func ("/advice-panel/not-in-force", test_not_in_force);
  g_test_add_func ("/advice-panel/reviews", test_reviews);

  return g_test_run ();
}
