/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-note.h"
#include "plumb-test-pdf.h"
#include "plumb-test.h"

static PlumbPathway *pathway;

#define FULL                                                                                      \
  PLUMB_TEST_CLEAR "patient_label=M.R. weeks_since_onset=9 pain_score=8 course=partial "          \
                   "pt_started=true pt_weeks=8 pt_response=partial work_affected=true "           \
                   "nsaid_contraindicated=false nsaid_trial=low_dose biopsychosocial_done=false " \
                   "start_back_entered=high"

static char *
write_note (const char *answers)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);

  return plumb_note_new (evaluation, NULL);
}

static void
test_order (void)
{
  static const char *const order[] = { "Low back pain\n",
                                       "M.R. · ",
                                       "HISTORY\n",
                                       "Pain and function: ",
                                       "FINDINGS\n",
                                       "Red flags: ",
                                       "ROUTE TAKEN\n",
                                       "PLAN\n",
                                       "Do:\n",
                                       "REVIEW\n",
                                       "NOT ASKED",
                                       "pathway 1.0.0",
                                       NULL };
  g_autofree char *note = write_note (FULL);

  plumb_test_assert_order (note, order);
}

/* A record shows it in a narrow field, and knows no markup or invisible characters. */
static void
test_lines_are_short_and_plain (void)
{
  g_autofree char *note = write_note (FULL);
  g_auto (GStrv) lines = g_strsplit (note, "\n", -1);

  g_assert_true (g_str_has_suffix (note, ".\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 72);
      g_assert_null (strpbrk (lines[i], "<>\t"));
      g_assert_false (g_str_has_suffix (lines[i], " "));
    }
  for (const char *p = note; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_utf8_get_char (p) >= 0x2066 && g_utf8_get_char (p) <= 0x2069);
}

static void
test_nothing_asked (void)
{
  g_autofree char *note = write_note ("");

  plumb_test_assert_contains (note, "THE RED FLAGS ARE NOT ALL ANSWERED");
  plumb_test_assert_lacks (note, "PLAN");
  plumb_test_assert_lacks (note, "one of 14");
}

static void
test_urgency_stands_beside_the_title (void)
{
  g_autofree char *note = write_note ("age=38 rf_saddle_anesthesia=true");

  plumb_test_assert_contains (note, "- Emergency department now (Emergency: now)");
}

static void
test_departures_are_told (void)
{
  g_autoptr (PlumbEvaluation) plain = plumb_test_evaluation (pathway, FULL);
  g_autoptr (PlumbConsultation) consultation = plumb_consultation_new (pathway);
  const PlumbRecommendation *active = plumb_pathway_lookup_recommendation (pathway, "stay_active");
  const PlumbStance stance
      = { PLUMB_STANCE_CHANGED, NULL, (char *) "Swimming instead of walking", FALSE };
  g_autoptr (PlumbStances) stances
      = plumb_stances_new_with (plumb_consultation_get_stances (consultation), active, &stance);
  GPtrArray *findings = plumb_pathway_get_findings (pathway);
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  g_autofree char *note = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      plumb_consultation_answer (consultation, finding,
                                 plumb_evaluation_get_answer (plain, finding), NULL);
    }
  plumb_consultation_set_stances (consultation, stances);
  evaluation = plumb_evaluation_new_for_consultation (consultation);
  note = plumb_note_new (evaluation, NULL);

  plumb_test_assert_contains (note, "- Stay active. Changed: Swimming instead of walking");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_pathway_new_builtin (NULL);
  g_assert_nonnull (pathway);

  g_test_add_func ("/note/order", test_order);
  g_test_add_func ("/note/lines-are-short-and-plain", test_lines_are_short_and_plain);
  g_test_add_func ("/note/nothing-asked", test_nothing_asked);
  g_test_add_func ("/note/urgency-stands-beside-the-title", test_urgency_stands_beside_the_title);
  g_test_add_func ("/note/departures-are-told", test_departures_are_told);

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
