/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-format.h"
#include "plumb-reason.h"
#include "plumb-test.h"

static PlumbPathway *pathway;

static gboolean
is_advised (const PlumbEvaluation *evaluation, const char *id)
{
  const PlumbRecommendation *recommendation
      = plumb_pathway_lookup_recommendation (pathway, id);

  g_assert_nonnull (recommendation);

  return plumb_evaluation_get_recommendation (evaluation, recommendation) == PLUMB_TRUE;
}

static char *
list_ids (GPtrArray *things)
{
  GString *ids = g_string_new (NULL);

  /* Findings, boxes and recommendations all begin with their id. */
  for (guint i = 0; i < things->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            *(const char *const *) g_ptr_array_index (things, i));
  g_ptr_array_unref (things);

  return g_string_free (ids, FALSE);
}

/* ---- unknown never reassures ------------------------------------------------------------ */

static void
test_empty_advises_nothing (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, "");
  g_autofree char *advice = list_ids (plumb_evaluation_list_advice (evaluation));

  g_assert_cmpstr (advice, ==, "");
}

/* As long as one red flag is not asked, or is there, nothing but triage is in force. */
static void
test_each_red_flag_holds_everything_back (void)
{
  const GPtrArray *findings = plumb_pathway_get_findings (pathway);
  guint n_flags = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_has_prefix (finding->id, "rf_"))
        continue;
      n_flags++;
      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *answers
              = g_strdup_printf (PLUMB_TEST_CLEAR "weeks_since_onset=9 course=none %s=%s",
                                 finding->id, j == 0 ? "" : "true");
          g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
          g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);

          g_assert_cmpuint (advice->len, >=, j == 0 ? 0 : 2);
          g_assert_true (j == 1 || advice->len == 0);
          for (guint k = 0; k < advice->len; k++)
            g_assert_cmpuint (
                ((const PlumbRecommendation *) g_ptr_array_index (advice, k))->stage->index, ==,
                0);
        }
    }
  g_assert_cmpuint (n_flags, ==, 14);
}

static void
test_one_red_flag_suffices (void)
{
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_test_evaluation (pathway, "rf_saddle_anesthesia=true");

  g_assert_true (is_advised (evaluation, "refer_emergency"));
  g_assert_true (is_advised (evaluation, "mri_immediate"));
  g_assert_false (is_advised (evaluation, "stay_active"));
}

/* The four levels of the red flags stay apart: each of them speaks with its own urgency. */
static void
test_levels_stay_apart (void)
{
  static const struct
  {
    const char *answers;
    PlumbUrgency urgency;
  } levels[] = {
    { "rf_saddle_anesthesia=true", PLUMB_URGENCY_EMERGENCY },
    { "rf_fever=true", PLUMB_URGENCY_SAME_DAY },
    { "rf_weight_loss=true", PLUMB_URGENCY_URGENT },
    { "rf_fracture_suspected=true", PLUMB_URGENCY_URGENT },
    { "rf_weight_loss=true rf_fever=true", PLUMB_URGENCY_SAME_DAY },
    { "rf_weight_loss=true rf_fever=true rf_bowel_dysfunction=true", PLUMB_URGENCY_EMERGENCY },
    { "non_spinal_cause=true", PLUMB_URGENCY_ROUTINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, levels[i].answers);
      g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);

      g_test_message ("%s", levels[i].answers);
      g_assert_cmpuint (advice->len, >, 0);
      g_assert_cmpint (plumb_evaluation_get_urgency (evaluation, g_ptr_array_index (advice, 0)),
                       ==, levels[i].urgency);
    }
}

static void
test_paused_stages_are_ruled_out (void)
{
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR "rf_fever=true");
  const GPtrArray *stages = plumb_pathway_get_stages (pathway);

  for (guint i = 1; i < stages->len; i++)
    g_assert_cmpint (
        plumb_evaluation_get_stage_standing (evaluation, g_ptr_array_index (stages, i)), ==,
        PLUMB_STANDING_RULED_OUT);
}

/* ---- standings -------------------------------------------------------------------------- */

static void
assert_standing (const PlumbEvaluation *evaluation, const char *id, PlumbStanding standing)
{
  const PlumbNode *node = plumb_pathway_lookup_node (pathway, id);

  g_assert_nonnull (node);
  g_assert_cmpint (plumb_evaluation_get_node_standing (evaluation, node), ==, standing);
}

static void
test_standings (void)
{
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR "weeks_since_onset=3");

  assert_standing (evaluation, "stratify_entry", PLUMB_STANDING_TAKEN);
  assert_standing (evaluation, "stratify_time", PLUMB_STANDING_TAKEN);
  assert_standing (evaluation, "stratify_early", PLUMB_STANDING_RULED_OUT);
  assert_standing (evaluation, "stratify_risk", PLUMB_STANDING_CURRENT);
  assert_standing (evaluation, "stratify_self", PLUMB_STANDING_OPEN);
  assert_standing (evaluation, "stratify_score", PLUMB_STANDING_TAKEN);
}

/* ---- because, and in words -------------------------------------------------------------- */

static void
test_because (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR "weeks_since_onset=9 pt_started=true pt_weeks=8 "
                                "pt_response=partial pt_intensity_ok=false");
  const PlumbRecommendation *recommendation
      = plumb_pathway_lookup_recommendation (pathway, "pt_raise_intensity");
  g_autofree char *because
      = list_ids (plumb_evaluation_list_because (evaluation, recommendation));
  g_auto (GStrv) reasons = plumb_reason_list (evaluation, recommendation, NULL, 9);
  g_autofree char *words = g_strjoinv (" · ", reasons);

  g_assert_true (
      g_str_has_prefix (because, "pt_intensity_ok pt_response pt_weeks pt_started rf_"));
  g_assert_cmpstr (words, ==,
                   "intensity or duration not enough · partial response to physical therapy · "
                   "weeks of physical therapy: 8 · physical therapy started");
}

static void
test_because_of_a_score (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR "weeks_since_onset=9 start_back=true sb9=extremely");
  const PlumbRecommendation *recommendation
      = plumb_pathway_lookup_recommendation (pathway, "physio_biopsychosocial_skills");
  g_auto (GStrv) reasons = plumb_reason_list (evaluation, recommendation, NULL, 9);

  g_assert_cmpstr (reasons[0], ==, "STarT Back: High");
  g_assert_cmpstr (reasons[1], ==, "weeks since onset: 9");
  g_assert_null (reasons[2]);
}

static void
test_because_of_the_groundwork (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR);
  g_auto (GStrv) reasons = plumb_reason_list (
      evaluation, plumb_pathway_lookup_recommendation (pathway, "stay_active"), NULL, 3);

  g_assert_cmpuint (g_strv_length (reasons), ==, 1);
  g_assert_cmpstr (reasons[0], ==, "No red flag");
}

/* Questions that were asked together and of which none applies are one reason. */
static void
test_because_of_a_whole_card (void)
{
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR "nerve=false pain_localized=false muscle_spasm=false "
                                        "weeks_since_onset=1");
  g_auto (GStrv) reasons = plumb_reason_list (
      evaluation, plumb_pathway_lookup_recommendation (pathway, "natural_history"), NULL, 4);

  g_assert_cmpstr (reasons[0], ==, "weeks since onset: 1");
  g_assert_cmpstr (reasons[1], ==, "Back and leg findings: none");
  g_assert_null (reasons[2]);
}

/* What an advice names itself comes before what it rests on, the first stage's answers too. */
static void
test_because_of_its_own_guard_first (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, "red_flags=false non_spinal_cause=false age=70 nsaid_contraindicated=false "
               "nsaid_trial=none");
  g_auto (GStrv) reasons = plumb_reason_list (
      evaluation, plumb_pathway_lookup_recommendation (pathway, "caution_nsaid_older"), NULL, 4);

  g_assert_cmpstr (reasons[0], ==, "age: 70");
  g_assert_cmpstr (reasons[1], ==, "no NSAID tried");
  g_assert_cmpstr (reasons[2], ==, "NSAID not contraindicated");
  g_assert_cmpstr (reasons[3], ==,
                   "not asked: Pregnancy, Renal impairment, Hepatic impairment");
  g_assert_null (reasons[4]);
}

/* What triggers a caution is its first reason, however long the way to the medicine was. */
static void
test_because_of_a_trigger (void)
{
  static const char *const triggers[][2]
      = { { "caution_opioid_sedative", "sedative" }, { "caution_serotonin", "serotonergic" } };
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR "weeks_since_onset=30 nsaid_trial=full_dose_failed "
                                "duloxetine_trial=failed tramadol_trial=not_tried opioid_use=false "
                                "course=none sedative_use=true serotonergic_use=true");

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    {
      g_auto (GStrv) reasons = plumb_reason_list (
          evaluation, plumb_pathway_lookup_recommendation (pathway, triggers[i][0]), NULL, 3);

      g_test_message ("%s: %s", triggers[i][0], reasons[0]);
      g_assert_nonnull (strstr (reasons[0], triggers[i][1]));
    }
}

/* An advice that holds because nobody has asked says so. */
static void
test_because_nobody_asked (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR "leg_pain=true neuropathic_agent_trial=not_tried");
  g_auto (GStrv) reasons = plumb_reason_list (
      evaluation, plumb_pathway_lookup_recommendation (pathway, "caution_gabapentinoid_renal"),
      NULL, 9);

  g_assert_true (g_strv_contains ((const char *const *) reasons,
                                  "not asked: Renal impairment"));
}

static void
test_nothing_because_not_in_force (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, "");
  g_autofree char *because = list_ids (plumb_evaluation_list_because (
      evaluation, plumb_pathway_lookup_recommendation (pathway, "stay_active")));

  g_assert_cmpstr (because, ==, "");
}

/* ---- questions -------------------------------------------------------------------------- */

static void
test_first_questions (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, "");
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);

  g_assert_cmpuint (questions->len, ==, 16);
  for (guint i = 0; i < questions->len; i++)
    g_assert_true (((const PlumbFinding *) g_ptr_array_index (questions, i))->groundwork);
}

/* Only what can still change something is asked: with a partial response, the reasons. */
static void
test_questions_are_those_that_decide (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR
      "weeks_since_onset=9 pt_started=true pt_weeks=8 pt_response=partial pt_adherent=true");
  const PlumbNode *reasons = plumb_pathway_lookup_node (pathway, "physiotherapy_reasons");
  g_autofree char *asked = list_ids (plumb_evaluation_list_node_questions (evaluation, reasons));
  g_autofree char *all = list_ids (plumb_evaluation_list_node_findings (evaluation, reasons));

  g_assert_cmpstr (asked, ==, "pt_intensity_ok pt_fits_cause susp_adjacent_joint");
  g_assert_cmpstr (all, ==,
                   "pt_weeks pt_adherent pt_intensity_ok pt_fits_cause susp_adjacent_joint");
}

/* What advice takes for granted because nobody asked is still asked, at the end. */
static void
test_settled_for_want_of_an_answer (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR "weeks_since_onset=3 nerve=false");
  g_autofree char *asked = list_ids (plumb_evaluation_list_questions (evaluation));

  g_assert_true (is_advised (evaluation, "avoid_routine_imaging"));
  g_assert_nonnull (strstr (asked, "considering_intervention"));
}

/* ---- answering by an exit --------------------------------------------------------------- */

static const PlumbExit *
find_exit (const char *from, const char *to)
{
  const PlumbNode *node = plumb_pathway_lookup_node (pathway, from);

  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (g_str_equal (exit->target->id, to))
        return exit;
    }
  g_assert_not_reached ();
}

static void
test_exit_none_of_a_group (void)
{
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_test_evaluation (pathway, "rf_saddle_anesthesia=false");
  g_autoptr (GArray) answers
      = plumb_evaluation_solve_exit (evaluation, find_exit ("triage_cauda", "triage_clear"));

  g_assert_cmpuint (answers->len, ==, 3);
  for (guint i = 0; i < answers->len; i++)
    {
      const PlumbAnswer *answer = &g_array_index (answers, PlumbAnswer, i);

      g_assert_true (g_str_has_prefix (answer->finding->id, "rf_"));
      g_assert_true (answer->value.type == PLUMB_VALUE_BOOLEAN && !answer->value.boolean);
    }
}

static void
test_exit_choice (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR);
  g_autoptr (GArray) answers = plumb_evaluation_solve_exit (
      evaluation, find_exit ("physiotherapy_response", "physiotherapy_settled"));
  const PlumbAnswer *answer = &g_array_index (answers, PlumbAnswer, 0);

  g_assert_cmpuint (answers->len, ==, 1);
  g_assert_cmpstr (answer->finding->id, ==, "pt_response");
  g_assert_cmpstr (answer->value.string, ==, "good");
}

/* "None tried yet" says nothing of what forbids the medicine, and must not record it. */
static void
test_exit_of_several_questions (void)
{
  g_autoptr (PlumbEvaluation) open = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR);
  g_autoptr (PlumbEvaluation) asked
      = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR "nsaid_contraindicated=false");
  g_autoptr (GArray) answers
      = plumb_evaluation_solve_exit (asked, find_exit ("medicines_nsaid", "medicines_first"));

  g_assert_null (
      plumb_evaluation_solve_exit (open, find_exit ("medicines_nsaid", "medicines_first")));
  g_assert_cmpuint (answers->len, ==, 1);
}

/* Which of four signs it is, or how many weeks, an exit cannot know. */
static void
test_exit_ambiguous (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR);

  g_assert_null (plumb_evaluation_solve_exit (
      evaluation, find_exit ("nerve_root_symptoms", "nerve_root_leg")));
  g_assert_null (plumb_evaluation_solve_exit (
      evaluation, find_exit ("first_steps_six", "first_steps_natural")));
}

/* ---- days ------------------------------------------------------------------------------- */

static void
assert_review (const char *answers, const char *id, const char *earliest, const char *due)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  const PlumbRecommendation *recommendation = plumb_pathway_lookup_recommendation (pathway, id);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  GDate from, to;

  g_assert_true (is_advised (evaluation, id));
  g_assert_true (plumb_evaluation_get_review (evaluation, recommendation, &from, &to));
  first = plumb_format_date (&from, NULL);
  last = plumb_format_date (&to, NULL);
  g_assert_cmpstr (first, ==, earliest);
  g_assert_cmpstr (last, ==, due);
}

static void
test_reviews (void)
{
  assert_review (PLUMB_TEST_CLEAR "weeks_since_onset=1", "review_2_weeks", "21 November 2026",
                 "5 December 2026");
  assert_review (PLUMB_TEST_CLEAR "weeks_since_onset=4", "review_4_6_weeks", "19 December 2026",
                 "2 January 2027");
  assert_review (PLUMB_TEST_CLEAR "weeks_since_onset=4 pt_weeks=1", "review_4_6_weeks",
                 "12 December 2026", "26 December 2026");
  assert_review (PLUMB_TEST_CLEAR "weeks_since_onset=9 start_back_entered=high",
                 "review_by_12_weeks", "21 November 2026", "12 December 2026");
  /* The first day counts to the day, not to the week. */
  assert_review (PLUMB_TEST_CLEAR "onset_date=2026-09-16 start_back_entered=high",
                 "review_by_12_weeks", "21 November 2026", "9 December 2026");
  assert_review (PLUMB_TEST_CLEAR "visit_date=2026-01-30 medicine_changed=true",
                 "review_medicine_2_4_weeks", "13 February 2026", "27 February 2026");
}

static void
test_weeks_from_dates (void)
{
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_test_evaluation (pathway, "onset_date=2026-10-31 weeks_since_onset=40");
  const PlumbFinding *weeks = plumb_pathway_get_role (pathway, PLUMB_ROLE_WEEKS_SINCE_ONSET);

  g_assert_cmpint (plumb_evaluation_get_answer (evaluation, weeks)->integer, ==, 3);
}

static void
test_warning (void)
{
  g_autoptr (PlumbEvaluation) fine
      = plumb_test_evaluation (pathway, "weeks_since_onset=9 pt_weeks=9");
  g_autoptr (PlumbEvaluation) odd
      = plumb_test_evaluation (pathway, "weeks_since_onset=9 pt_weeks=10");
  g_autoptr (GPtrArray) none = plumb_evaluation_list_warnings (fine);
  g_autoptr (GPtrArray) one = plumb_evaluation_list_warnings (odd);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
}

/* The most urgent first, then by strength. */
static void
test_order_of_advice (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, PLUMB_TEST_CLEAR "weeks_since_onset=1 neurological_deficit=true");
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  guint last = 0;

  g_assert_cmpuint (advice->len, >, 5);
  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbRecommendation *each = g_ptr_array_index (advice, i);
      guint place = 100 * each->urgency + each->strength;

      g_assert_cmpuint (place, >=, last);
      last = place;
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/evaluation/empty-advises-nothing", test_empty_advises_nothing);
  g_test_add_func ("/evaluation/each-red-flag-holds-everything-back",
                   test_each_red_flag_holds_everything_back);
  g_test_add_func ("/evaluation/one-red-flag-suffices", test_one_red_flag_suffices);
  g_test_add_func ("/evaluation/levels-stay-apart", test_levels_stay_apart);
  g_test_add_func ("/evaluation/paused-stages-are-ruled-out", test_paused_stages_are_ruled_out);
  g_test_add_func ("/evaluation/standings", test_standings);
  g_test_add_func ("/evaluation/because", test_because);
  g_test_add_func ("/evaluation/because-of-a-score", test_because_of_a_score);
  g_test_add_func ("/evaluation/because-of-the-groundwork", test_because_of_the_groundwork);
  g_test_add_func ("/evaluation/because-of-a-whole-card", test_because_of_a_whole_card);
  g_test_add_func ("/evaluation/because-of-its-own-guard-first",
                   test_because_of_its_own_guard_first);
  g_test_add_func ("/evaluation/because-of-a-trigger", test_because_of_a_trigger);
  g_test_add_func ("/evaluation/because-nobody-asked", test_because_nobody_asked);
  g_test_add_func ("/evaluation/nothing-because-not-in-force", test_nothing_because_not_in_force);
  g_test_add_func ("/evaluation/first-questions", test_first_questions);
  g_test_add_func ("/evaluation/questions-are-those-that-decide",
                   test_questions_are_those_that_decide);
  g_test_add_func ("/evaluation/settled-for-want-of-an-answer",
                   test_settled_for_want_of_an_answer);
  g_test_add_func ("/evaluation/exit-none-of-a-group", test_exit_none_of_a_group);
  g_test_add_func ("/evaluation/exit-choice", test_exit_choice);
  g_test_add_func ("/evaluation/exit-of-several-questions", test_exit_of_several_questions);
  g_test_add_func ("/evaluation/exit-ambiguous", test_exit_ambiguous);
  g_test_add_func ("/evaluation/reviews", test_reviews);
  g_test_add_func ("/evaluation/weeks-from-dates", test_weeks_from_dates);
  g_test_add_func ("/evaluation/warning", test_warning);
  g_test_add_func ("/evaluation/order-of-advice", test_order_of_advice);
  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
