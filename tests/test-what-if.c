/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test.h"
#include "plumb-what-if.h"

static PlumbPathway *pathway;

static PlumbAnswer
make_answer (const char *id, const char *value)
{
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, id);

  g_assert_nonnull (finding);

  return (PlumbAnswer){ finding, plumb_test_value (finding, value) };
}

static PlumbWhatIf *
try_answer (const char *answers, const char *id, const char *value)
{
  g_autoptr (PlumbEvaluation) before = plumb_test_evaluation (pathway, answers);
  g_autoptr (GError) error = NULL;
  PlumbAnswer answer = make_answer (id, value);
  PlumbWhatIf *what_if = plumb_what_if_new (before, &answer, 1, &error);

  g_assert_no_error (error);

  return what_if;
}

static gboolean
has (GPtrArray *advice, const char *id)
{
  return g_ptr_array_find (advice, plumb_pathway_lookup_recommendation (pathway, id), NULL);
}

static void
assert_same_advice (const PlumbEvaluation *a, const PlumbEvaluation *b)
{
  g_autoptr (GPtrArray) first = plumb_evaluation_list_advice (a);
  g_autoptr (GPtrArray) second = plumb_evaluation_list_advice (b);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    g_assert_true (g_ptr_array_index (first, i) == g_ptr_array_index (second, i));
}

/* ---- one answer ------------------------------------------------------------------------- */

static void
test_red_flag (void)
{
  g_autoptr (PlumbWhatIf) what_if
      = try_answer (PLUMB_TEST_CLEAR "weeks_since_onset=3", "rf_saddle_anesthesia", "true");
  g_autoptr (GPtrArray) before = plumb_evaluation_list_advice (plumb_what_if_get_before (what_if));

  g_assert_true (has (plumb_what_if_get_added (what_if), "refer_emergency"));
  g_assert_cmpuint (plumb_what_if_get_removed (what_if)->len, ==, before->len);
  g_assert_cmpint (plumb_what_if_get_urgency (what_if), ==, PLUMB_URGENCY_EMERGENCY);
  g_assert_cmpuint (plumb_what_if_get_changed_nodes (what_if)->len, >, 10);
}

/* What would be said is what is said once the answer is given; until then nothing is. */
static void
test_as_if_given (void)
{
  g_autoptr (PlumbConsultation) consultation
      = plumb_test_consultation (pathway, PLUMB_TEST_CLEAR "nsaid_contraindicated=false");
  g_autoptr (PlumbEvaluation) before = plumb_evaluation_new_for_consultation (consultation);
  PlumbAnswer answer = make_answer ("nsaid_trial", "none");
  guint n_answers = plumb_consultation_count_answers (consultation);
  g_autoptr (PlumbWhatIf) what_if = plumb_what_if_new (before, &answer, 1, NULL);
  g_autoptr (PlumbEvaluation) untouched = plumb_evaluation_new_for_consultation (consultation);
  g_autoptr (PlumbEvaluation) given = NULL;

  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, n_answers);
  assert_same_advice (untouched, before);
  g_assert_true (plumb_consultation_answer (consultation, answer.finding, &answer.value, NULL));
  given = plumb_evaluation_new_for_consultation (consultation);
  assert_same_advice (given, plumb_what_if_get_after (what_if));
  g_assert_true (has (plumb_what_if_get_added (what_if), "nsaid_first_line"));
}

static void
test_take_back (void)
{
  g_autoptr (PlumbWhatIf) what_if
      = try_answer (PLUMB_TEST_CLEAR "weeks_since_onset=3", "rf_fever", "");

  g_assert_cmpuint (plumb_what_if_get_added (what_if)->len, ==, 0);
  g_assert_true (has (plumb_what_if_get_removed (what_if), "stay_active"));
}

/* Weeks that are tried count, though the first day of pain is known; without that day the weeks
 * are not known. */
static void
test_weeks_and_day (void)
{
  g_autoptr (PlumbWhatIf) weeks
      = try_answer (PLUMB_TEST_CLEAR "onset_date=2026-11-01", "weeks_since_onset", "14");
  g_autoptr (PlumbWhatIf) without
      = try_answer (PLUMB_TEST_CLEAR "onset_date=2026-11-01", "onset_date", "");
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, "weeks_since_onset");

  g_assert_true (has (plumb_what_if_get_added (weeks), "functional_goals"));
  g_assert_cmpint (plumb_evaluation_get_answer (plumb_what_if_get_after (without), finding)->type,
                   ==, PLUMB_VALUE_NULL);
  g_assert_true (has (plumb_what_if_get_removed (without), "heat"));
}

/* One advice may stay and become more urgent. */
static void
test_urgency (void)
{
  g_autoptr (PlumbWhatIf) what_if = try_answer ("rf_weight_loss=true", "rf_fever", "true");
  GArray *changes = plumb_what_if_get_urgency_changes (what_if);
  const PlumbUrgencyChange *change = &g_array_index (changes, PlumbUrgencyChange, 0);

  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpint (change->before, ==, PLUMB_URGENCY_URGENT);
  g_assert_cmpint (change->after, ==, PLUMB_URGENCY_SAME_DAY);
  g_assert_cmpint (plumb_what_if_get_urgency (what_if), ==, PLUMB_URGENCY_SAME_DAY);
}

static void
test_no_answer_to_give (void)
{
  g_autoptr (PlumbEvaluation) before = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR);
  PlumbAnswer wrong[] = { make_answer ("age", "200"), make_answer ("course", "splendid"),
                          make_answer ("onset_date", "2027-01-01") };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plumb_what_if_new (before, &wrong[i], 1, &error));
      g_assert_true (error->domain == PLUMB_CONSULTATION_ERROR);
    }
}

static void
test_no_change (void)
{
  g_autoptr (PlumbWhatIf) what_if = try_answer (PLUMB_TEST_CLEAR, "odi", "40");
  g_autofree char *text = plumb_what_if_to_text (what_if, 2, 0, NULL);

  g_assert_false (plumb_what_if_changes_advice (what_if));
  g_assert_cmpstr (text, ==, "  The advice would stay as it is.");
}

/* ---- all of them ------------------------------------------------------------------------ */

static const char *const samples[] = {
  "",
  "rf_fever=true",
  PLUMB_TEST_CLEAR,
  PLUMB_TEST_CLEAR "weeks_since_onset=9 pt_started=true pt_weeks=8 pt_response=partial "
                   "course=partial nsaid_contraindicated=false nsaid_trial=low_dose",
  PLUMB_TEST_CLEAR "onset_date=2026-05-01 course=none nerve=true start_back_entered=high",
};

static const PlumbPossibleAnswer *
find_possible (const PlumbPossibleAnswers *list, const PlumbAnswer *answer)
{
  const PlumbCandidates *candidates = plumb_possible_answers_get_candidates (list);
  PlumbCandidateSet set = plumb_candidates_find (candidates, answer->finding, &answer->value);

  for (guint i = 0; i < plumb_possible_answers_get_length (list); i++)
    {
      const PlumbPossibleAnswer *possible = plumb_possible_answers_get (list, i);

      if (possible->finding == answer->finding && (possible->answers & set) != 0)
        return possible;
    }

  return NULL;
}

/* Whether it is listed or not: the effect is the one that the answer really has. */
static void
check_answer (PlumbEvaluation *evaluation, const PlumbPossibleAnswers *list, PlumbAnswer answer)
{
  const PlumbPossibleAnswer *possible = find_possible (list, &answer);
  g_autoptr (PlumbWhatIf) what_if = plumb_what_if_new (evaluation, &answer, 1, NULL);

  g_assert_nonnull (what_if);
  g_assert_true ((possible != NULL) == plumb_what_if_changes_advice (what_if));
  if (possible != NULL)
    assert_same_advice (plumb_what_if_get_after (what_if),
                        plumb_what_if_get_after (possible->effect));
}

static guint
check_finding (PlumbEvaluation *evaluation,
               const PlumbPossibleAnswers *list,
               const PlumbFinding *finding)
{
  guint n = 0;

  for (gint64 i = 0; finding->type == PLUMB_FINDING_BOOLEAN && i < 2; i++, n++)
    check_answer (evaluation, list, (PlumbAnswer){ finding, plumb_value_boolean (i) });
  for (guint i = 0; i < finding->choices->len; i++, n++)
    check_answer (
        evaluation, list,
        (PlumbAnswer){
            finding,
            plumb_value_string (((PlumbChoice *) g_ptr_array_index (finding->choices, i))->code) });
  for (gint64 i = finding->minimum;
       finding->type == PLUMB_FINDING_INTEGER && i <= MIN (finding->maximum, 130); i++, n++)
    check_answer (evaluation, list, (PlumbAnswer){ finding, plumb_value_integer (i) });

  return n;
}

/* Every single answer there is, against the list. */
static void
test_list_is_complete (void)
{
  GPtrArray *findings = plumb_pathway_get_findings (pathway);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, samples[i]);
      g_autoptr (PlumbPossibleAnswers) list = plumb_possible_answers_new (evaluation);

      for (guint j = 0; j < findings->len; j++)
        n += check_finding (evaluation, list, g_ptr_array_index (findings, j));
    }
  g_assert_cmpuint (n, >, 1000);
}

static gboolean
is_answered (const PlumbPossibleAnswer *possible)
{
  return plumb_evaluation_get_answer (plumb_what_if_get_before (possible->effect),
                                      possible->finding)
             ->type
         != PLUMB_VALUE_NULL;
}

/* What nobody has asked comes first; within both the most urgent, then what changes most. */
static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, samples[i]);
      g_autoptr (PlumbPossibleAnswers) list = plumb_possible_answers_new (evaluation);
      const PlumbPossibleAnswer *before = NULL;

      g_assert_cmpuint (plumb_possible_answers_get_length (list), >, 0);
      for (guint j = 0; j < plumb_possible_answers_get_length (list); j++)
        {
          const PlumbPossibleAnswer *possible = plumb_possible_answers_get (list, j);

          g_assert_true (plumb_what_if_changes_advice (possible->effect));
          if (before != NULL && is_answered (before) == is_answered (possible))
            g_assert_cmpint (plumb_what_if_get_urgency (before->effect), <=,
                             plumb_what_if_get_urgency (possible->effect));
          g_assert_true (before == NULL || is_answered (possible) || !is_answered (before));
          before = possible;
        }
    }
}

static void
test_emergency_first (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, "");
  g_autoptr (PlumbPossibleAnswers) list = plumb_possible_answers_new (evaluation);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (plumb_what_if_get_urgency (plumb_possible_answers_get (list, i)->effect), ==,
                     PLUMB_URGENCY_EMERGENCY);
}

static char *
list_phrases (const char *answers)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  g_autoptr (PlumbPossibleAnswers) list = plumb_possible_answers_new (evaluation);
  GString *phrases = g_string_new ("\n");

  for (guint i = 0; i < plumb_possible_answers_get_length (list); i++)
    {
      g_autofree char *phrase = plumb_possible_answers_phrase (list, i, NULL);

      g_string_append_printf (phrases, "%s\n", phrase);
    }

  return g_string_free (phrases, FALSE);
}

/* Numbers that do the same stand together. */
static void
test_phrases (void)
{
  g_autofree char *phrases
      = list_phrases (PLUMB_TEST_CLEAR "weeks_since_onset=3 hepatic_impairment=none");

  g_assert_nonnull (strstr (phrases, "\nWeeks on a muscle relaxant: 3 or more\n"));
  g_assert_nonnull (strstr (phrases, "\nWeeks since onset: 4 to 11\n"));
  g_assert_nonnull (strstr (phrases, "\nPain from outside the back: Yes\n"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/what-if/red-flag", test_red_flag);
  g_test_add_func ("/what-if/as-if-given", test_as_if_given);
  g_test_add_func ("/what-if/take-back", test_take_back);
  g_test_add_func ("/what-if/weeks-and-day", test_weeks_and_day);
  g_test_add_func ("/what-if/urgency", test_urgency);
  g_test_add_func ("/what-if/no-answer-to-give", test_no_answer_to_give);
  g_test_add_func ("/what-if/no-change", test_no_change);
  g_test_add_func ("/what-if/list-is-complete", test_list_is_complete);
  g_test_add_func ("/what-if/order", test_order);
  g_test_add_func ("/what-if/emergency-first", test_emergency_first);
  g_test_add_func ("/what-if/phrases", test_phrases);

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
