/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test-consultation.h"

#define DECLINED                                                                           \
  "{\"linkId\": \"heat\", \"text\": \"Heat for short-term relief\", \"answer\": ["         \
  "{\"valueCoding\": {\"code\": \"declined\"}, \"item\": ["                                \
  "{\"linkId\": \"heat.reason\", \"answer\": [{\"valueCoding\": {\"code\": "               \
  "\"patient_preference\", \"display\": \"The patient prefers otherwise\"}}]}, "           \
  "{\"linkId\": \"heat.words\", \"answer\": [{\"valueString\": \"Cold feels better\"}]}, " \
  "{\"linkId\": \"heat.left-out\", \"answer\": [{\"valueBoolean\": true}]}]}]}"

static const PlumbStance *
get_stance (PlumbConsultation *consultation, const char *id)
{
  const PlumbRecommendation *advice = plumb_pathway_lookup_recommendation (pathway, id);

  g_assert_nonnull (advice);
  return plumb_stances_get (plumb_consultation_get_stances (consultation), advice);
}

static void
test_round_trip (void)
{
  g_autoptr (PlumbConsultation) consultation = read_text (RESPONSE (DECLINED));
  g_autofree char *json = plumb_consultation_file_to_json (consultation, FALSE);
  g_autoptr (PlumbConsultation) again = read_text (json);
  const PlumbStance *stance = get_stance (again, "heat");

  assert_contains (json, DECLINED);
  g_assert_cmpint (stance->kind, ==, PLUMB_STANCE_DECLINED);
  g_assert_cmpstr (stance->reason->id, ==, "patient_preference");
  g_assert_cmpstr (stance->words, ==, "Cold feels better");
  g_assert_true (stance->left_out);
  g_assert_false (plumb_consultation_get_can_undo (again));
  g_assert_true (plumb_stances_equal (plumb_consultation_get_stances (consultation),
                                      plumb_consultation_get_stances (again)));
}

static void
test_accepted (void)
{
  g_autoptr (PlumbConsultation) consultation
      = read_text (RESPONSE (ITEM ("massage", "{\"valueCoding\": {\"code\": \"accepted\"}}")));
  const PlumbStance *stance = get_stance (consultation, "massage");

  g_assert_cmpint (stance->kind, ==, PLUMB_STANCE_ACCEPTED);
  g_assert_null (stance->reason);
  g_assert_null (stance->words);
  g_assert_false (stance->left_out);
}

/* Without an answer nothing is decided, and nothing is lost. */
static void
test_no_answer (void)
{
  g_autoptr (PlumbConsultation) consultation = read_text (RESPONSE ("{\"linkId\": \"heat\"}"));

  g_assert_true (plumb_stances_is_empty (plumb_consultation_get_stances (consultation)));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *json;
    const char *part;
  } cases[] = {
    { RESPONSE (ITEM ("heat", "{\"valueCoding\": {\"code\": \"perhaps\"}}")), "what is done" },
    { RESPONSE (ITEM ("heat", "{\"valueBoolean\": true}")), "what is done" },
    { RESPONSE (ITEM ("heat", "5")), "not an answer" },
    { RESPONSE (ITEM ("heat", "{\"valueCoding\": {\"code\": \"changed\"}}")), "in what way" },
    { RESPONSE (ITEM ("refer_emergency", "{\"valueCoding\": {\"code\": \"declined\"}}")),
      "only with a reason" },
    { RESPONSE (DECLINED ", " DECLINED), "twice" },
    { RESPONSE (ITEM ("heat", "{\"valueCoding\": {\"code\": \"none\"}}, {\"valueCoding\": "
                              "{\"code\": \"none\"}}")),
      "several answers" },
    { RESPONSE (ITEM ("heat", "{\"valueCoding\": {\"code\": \"declined\"}, \"item\": [" ITEM (
                                  "heat.reason", "{\"valueCoding\": {\"code\": \"rain\"}}") "]}")),
      "not one that this pathway knows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].json, -1, PLUMB_CONSULTATION_FILE_ERROR_ITEM, cases[i].part);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/response-stances/round-trip", test_round_trip);
  g_test_add_func ("/response-stances/accepted", test_accepted);
  g_test_add_func ("/response-stances/no-answer", test_no_answer);
  g_test_add_func ("/response-stances/refused", test_refused);

  return run_tests ();
}
