/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-explanation-text.h"
#include "plumb-test.h"

static PlumbPathway *pathway;

/* Consultations in which advice is in force, open and ruled out. */
static const char *const samples[] = {
  "",
  "rf_saddle_anesthesia=true",
  "rf_fever=true age=48",
  PLUMB_TEST_CLEAR,
  PLUMB_TEST_CLEAR "weeks_since_onset=1 nerve=false course=partial",
  PLUMB_TEST_CLEAR "weeks_since_onset=9 pt_started=true pt_weeks=8 pt_response=partial "
                   "pt_adherent=true nsaid_contraindicated=false nsaid_trial=low_dose",
  PLUMB_TEST_CLEAR "weeks_since_onset=30 course=none nerve=true radicular_severity=severe "
                   "start_back_entered=high nsaid_trial=full_dose_failed cause=true",
  "red_flags=false non_spinal_cause=true age=16 weeks_since_onset=20",
};

static PlumbExplanation *
explain (const char *answers, const char *id)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  const PlumbRecommendation *recommendation = plumb_pathway_lookup_recommendation (pathway, id);

  g_assert_nonnull (recommendation);

  return plumb_explanation_new (evaluation, recommendation);
}

static char *
explain_in_words (const char *answers, const char *id)
{
  g_autoptr (PlumbExplanation) explanation = explain (answers, id);

  return plumb_explanation_to_text (explanation, NULL);
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

typedef void (*Check) (PlumbEvaluation *evaluation, PlumbExplanation *explanation);

static void
for_each (Check check)
{
  GPtrArray *all = plumb_pathway_get_recommendations (pathway);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, samples[i]);

      for (guint j = 0; j < all->len; j++)
        {
          const PlumbRecommendation *recommendation = g_ptr_array_index (all, j);
          g_autoptr (PlumbExplanation) explanation
              = plumb_explanation_new (evaluation, recommendation);

          g_assert_true (plumb_explanation_get_recommendation (explanation) == recommendation);
          check (evaluation, explanation);
        }
    }
}

/* ---- the way ---------------------------------------------------------------------------- */

/* From the start, along exits, to a box that gives the advice. */
static void
check_chain (PlumbEvaluation *evaluation, PlumbExplanation *explanation)
{
  GPtrArray *steps = plumb_explanation_get_steps (explanation);
  const PlumbExplanationStep *last = g_ptr_array_index (steps, steps->len - 1);

  g_assert_true (((const PlumbExplanationStep *) g_ptr_array_index (steps, 0))->node->start);
  for (guint i = 0; i + 1 < steps->len; i++)
    {
      const PlumbExplanationStep *step = g_ptr_array_index (steps, i);
      const PlumbExplanationStep *next = g_ptr_array_index (steps, i + 1);

      g_assert_true (step->exit->source == step->node && step->exit->target == next->node);
      g_assert_null (step->advice);
    }
  g_assert_null (last->exit);
  g_assert_true (last->advice->node == last->node);
  g_assert_true (last->advice->recommendation
                 == plumb_explanation_get_recommendation (explanation));
}

static void
test_chain (void)
{
  for_each (check_chain);
}

/* In force: every step holds. Else the boxes up to the obstacle are reached, and the step at it
 * is not taken. Open: nothing on the way is false. */
static void
check_obstacle (PlumbEvaluation *evaluation, PlumbExplanation *explanation)
{
  GPtrArray *steps = plumb_explanation_get_steps (explanation);
  const PlumbExplanationStep *obstacle = plumb_explanation_get_obstacle (explanation);
  PlumbTruth truth = plumb_explanation_get_truth (explanation);
  guint n_obstacles = 0;

  g_assert_true ((truth == PLUMB_TRUE) == (obstacle == NULL));
  for (guint i = 0; i < steps->len; i++)
    {
      const PlumbExplanationStep *step = g_ptr_array_index (steps, i);

      if (n_obstacles == 0)
        g_assert_cmpint (plumb_evaluation_get_node (evaluation, step->node), ==, PLUMB_TRUE);
      n_obstacles += step->truth != PLUMB_TRUE;
      g_assert_true (n_obstacles != 1 || step->truth == PLUMB_TRUE || step == obstacle);
      g_assert_true (truth != PLUMB_UNKNOWN || step->truth != PLUMB_FALSE);
    }
  g_assert_cmpuint (n_obstacles, ==, plumb_explanation_count_obstacles (explanation));
}

static void
test_obstacle (void)
{
  for_each (check_obstacle);
}

/* What a step rests on is answered; what an unknown step waits for is not. */
static void
check_findings (PlumbEvaluation *evaluation, PlumbExplanation *explanation)
{
  GPtrArray *steps = plumb_explanation_get_steps (explanation);

  for (guint i = 0; i < steps->len; i++)
    {
      const PlumbExplanationStep *step = g_ptr_array_index (steps, i);

      g_assert_true (step->truth != PLUMB_UNKNOWN || step->findings->len > 0 || step->exit == NULL);
      for (guint j = 0; step->truth == PLUMB_UNKNOWN && j < step->findings->len; j++)
        g_assert_cmpint (
            plumb_evaluation_get_answer (evaluation, g_ptr_array_index (step->findings, j))->type,
            ==, PLUMB_VALUE_NULL);
    }
}

static void
test_findings (void)
{
  for_each (check_findings);
}

/* The nearer of two boxes that give the same advice. */
static void
test_fewest_obstacles (void)
{
  g_autoptr (PlumbExplanation) root
      = explain (PLUMB_TEST_CLEAR "leg_pain=true", "epidural_steroid");
  g_autoptr (PlumbExplanation) specialist
      = explain (PLUMB_TEST_CLEAR "nerve=false weeks_since_onset=30 course=none pt_started=true",
                 "epidural_steroid");

  g_assert_cmpstr (plumb_explanation_get_obstacle (root)->node->id, ==, "nerve_root_severity");
  g_assert_cmpstr (plumb_explanation_get_obstacle (specialist)->node->id, ==, "specialist_target");
  g_assert_cmpuint (plumb_explanation_count_obstacles (specialist), ==, 1);
}

/* ---- what would take it ----------------------------------------------------------------- */

static guint n_sufficient, n_insufficient;

static PlumbAnswer
choose_answer (PlumbExplanation *explanation, GArray *need, guint which)
{
  const PlumbExplanationChange *change = &g_array_index (need, PlumbExplanationChange, which);
  const GArray *values
      = plumb_candidates_get (plumb_explanation_get_candidates (explanation), change->finding);
  PlumbAnswer answer = { change->finding, plumb_value_null () };

  g_assert_true (change->answers != 0 || change->taken_back);
  for (guint i = values->len; i-- > 0;)
    if ((change->answers >> i & 1) != 0)
      answer.value = g_array_index (values, PlumbCandidate, i).value;

  return answer;
}

/* Says whether the step is taken with one answer of every need. */
static gboolean
is_taken (PlumbEvaluation *evaluation, PlumbExplanation *explanation, guint need, guint which)
{
  GPtrArray *needs = plumb_explanation_get_needs (explanation);
  const PlumbExplanationStep *obstacle = plumb_explanation_get_obstacle (explanation);
  g_autofree PlumbAnswer *answers = g_new (PlumbAnswer, needs->len);
  g_autoptr (PlumbEvaluation) after = NULL;

  for (guint i = 0; i < needs->len; i++)
    answers[i] = choose_answer (explanation, g_ptr_array_index (needs, i), i == need ? which : 0);
  after = plumb_evaluation_new_with_answers (evaluation, answers, needs->len);
  if (obstacle->exit == NULL)
    return plumb_evaluation_test (after, obstacle->advice->condition) == PLUMB_TRUE;

  return plumb_evaluation_test (after, obstacle->exit->guard) == PLUMB_TRUE;
}

static void
check_needs (PlumbEvaluation *evaluation, PlumbExplanation *explanation)
{
  GPtrArray *needs = plumb_explanation_get_needs (explanation);

  if (plumb_explanation_get_obstacle (explanation) == NULL)
    {
      g_assert_cmpuint (needs->len, ==, 0);
      return;
    }
  g_assert_cmpuint (needs->len, >, 0);
  if (!plumb_explanation_get_needs_suffice (explanation))
    {
      n_insufficient++;
      return;
    }
  n_sufficient++;
  for (guint i = 0; i < needs->len; i++)
    {
      GArray *need = g_ptr_array_index (needs, i);

      /* One may be an answer, another an advice, which nobody can give. */
      for (guint j = 0; j < need->len; j++)
        if (g_array_index (need, PlumbExplanationChange, j).finding != NULL)
          g_assert_true (is_taken (evaluation, explanation, i, j));
    }
}

/* Whichever of the alternatives is chosen: the answers named take the step. */
static void
test_needs (void)
{
  for_each (check_needs);
  g_test_message ("%u of %u known to suffice", n_sufficient, n_sufficient + n_insufficient);
  g_assert_cmpuint (n_sufficient, >, 20 * n_insufficient);
}

/* One of several signs is enough; that none is there takes an answer to each. */
static void
test_alternatives (void)
{
  g_autoptr (PlumbExplanation) any = explain (PLUMB_TEST_CLEAR, "refer_emergency");
  g_autoptr (PlumbExplanation) each
      = explain ("non_spinal_cause=false age=48 rf_fever=true", "stay_active");
  GPtrArray *needs = plumb_explanation_get_needs (any);

  g_assert_cmpuint (needs->len, ==, 1);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (needs, 0))->len, ==, 4);
  g_assert_cmpuint (plumb_explanation_get_needs (each)->len, ==, 14);
}

/* ---- in words --------------------------------------------------------------------------- */

static void
test_words_in_force (void)
{
  g_autofree char *text = explain_in_words (PLUMB_TEST_CLEAR "weeks_since_onset=3", "heat");

  assert_says (text, ": In force\n  Box 1: ");
  assert_says (text, "How long since the pain began? → under 4 weeks\n    weeks since onset: 3\n");
  assert_says (text, "What it rests on:\n    O18, ");
}

/* Nobody has asked: that is another thing than an answer. */
static void
test_words_not_asked (void)
{
  g_autofree char *unasked = explain_in_words (PLUMB_TEST_CLEAR, "fit_note");
  g_autofree char *denied = explain_in_words (PLUMB_TEST_CLEAR "work_affected=false", "fit_note");

  assert_says (unasked, ": Open: ");
  assert_says (unasked, "Work affected: Yes (nobody has asked)");
  assert_says (denied, ": Not in force");
  assert_says (denied, "Work affected: Yes (answered: No)");
  g_assert_null (strstr (denied, "nobody"));
}

static void
test_words_numbers (void)
{
  g_autofree char *text = explain_in_words (PLUMB_TEST_CLEAR "weeks_since_onset=4", "duloxetine");
  g_autofree char *below
      = explain_in_words (PLUMB_TEST_CLEAR "weeks_since_onset=7", "review_2_weeks");

  assert_says (text, "Weeks since onset: 8 or more (answered: 4)");
  assert_says (below, "Weeks since onset: under 2 (answered: 7)");
}

/* No advice, finding or box is called by its id. */
static void
check_no_id (PlumbEvaluation *evaluation, PlumbExplanation *explanation)
{
  g_autofree char *text = plumb_explanation_to_text (explanation, NULL);

  g_assert_null (strchr (text, '_'));
  g_assert_null (strstr (text, "(null)"));
}

static void
test_words_without_ids (void)
{
  for_each (check_no_id);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/explanation/chain", test_chain);
  g_test_add_func ("/explanation/obstacle", test_obstacle);
  g_test_add_func ("/explanation/findings", test_findings);
  g_test_add_func ("/explanation/fewest-obstacles", test_fewest_obstacles);
  g_test_add_func ("/explanation/needs", test_needs);
  g_test_add_func ("/explanation/alternatives", test_alternatives);
  g_test_add_func ("/explanation/words-in-force", test_words_in_force);
  g_test_add_func ("/explanation/words-not-asked", test_words_not_asked);
  g_test_add_func ("/explanation/words-numbers", test_words_numbers);
  g_test_add_func ("/explanation/words-without-ids", test_words_without_ids);

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
