/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test-consultation.h"

#include <json-glib/json-glib.h>

/* ---- what is kept ---------------------------------------------------------------------------- */

/* Numbers, escapes and spaces included. */
#define UNKNOWN_ITEM                                                      \
  "{ \"linkId\" : \"from_elsewhere\",\n\"answer\": [ {\"valueDecimal\": " \
  "1.10},{\"valueString\":\"\\u00e9\"} ] }"

static void
test_unknown_items (void)
{
  g_autoptr (PlumbConsultation) consultation = read_with_warnings (
      RESPONSE (ITEM ("age", "{\"valueInteger\": 45}") "," UNKNOWN_ITEM
                                                       ", {\"linkId\": \"other\", \"item\": []}"),
      2);
  g_autofree char *json = plumb_consultation_file_to_json (consultation, FALSE);
  g_autoptr (PlumbConsultation) again = read_with_warnings (json, 2);
  g_autofree char *json_again = plumb_consultation_file_to_json (again, FALSE);

  assert_contains (json, UNKNOWN_ITEM);
  assert_contains (json, "{\"linkId\": \"other\", \"item\": []}");
  g_assert_cmpstr (json, ==, json_again);
}

/* A known answer inside an unknown item counts, and is written in one place only. */
static void
test_known_inside_unknown (void)
{
  g_autoptr (PlumbConsultation) consultation = read_with_warnings (
      RESPONSE (
          ITEM ("elsewhere", "{\"valueString\": \"kept\", \"item\": [" ITEM (
                                 "age", "{\"valueInteger\": 45, \"item\": [" ITEM (
                                            "deeper", "{\"valueBoolean\": true}") "]}") "]}")),
      2);
  g_autofree char *json = plumb_consultation_file_to_json (consultation, FALSE);
  g_autoptr (PlumbConsultation) again = read_with_warnings (json, 2);
  g_autofree char *json_again = plumb_consultation_file_to_json (again, FALSE);

  assert_answer (consultation, "age", "45");
  assert_answer (again, "age", "45");
  assert_contains (json, ITEM ("deeper", "{\"valueBoolean\": true}"));
  assert_contains (json, "\"kept\"");
  g_assert_cmpstr (json, ==, json_again);
}

static void
test_other_members (void)
{
  static const char subject[] = "\"subject\": { \"reference\":\"Patient/7\" , \"n\": 1.50 }";
  g_autofree char *source
      = g_strdup_printf ("{\"resourceType\": \"QuestionnaireResponse\", %s, \"authored\": "
                         "\"2026-11-21T09:30:00+01:00\", "
                         "\"status\": \"completed\", \"questionnaire\": "
                         "\"urn:plumbline:pathway:low-back-pain|1.0.0\", "
                         "\"item\": [" ITEM ("visit_date", "{\"valueDate\": \"2026-11-21\"}") "]}",
                         subject);
  g_autoptr (PlumbConsultation) consultation = read_text (source);
  g_autofree char *json = plumb_consultation_file_to_json (consultation, TRUE);
  const PlumbFinding *visit = plumb_pathway_lookup_finding (pathway, "visit_date");
  const PlumbValue value
      = { .type = PLUMB_VALUE_DATE,
          .julian = plumb_consultation_get_answer (consultation, visit)->julian + 1 };
  g_autofree char *later = NULL;

  assert_contains (json, subject);
  assert_contains (json, "\"status\": \"completed\"");
  assert_contains (json, "\"authored\": \"2026-11-21T09:30:00+01:00\"");

  /* The hour of another day would be wrong. */
  g_assert_true (plumb_consultation_answer (consultation, visit, &value, NULL));
  later = plumb_consultation_file_to_json (consultation, FALSE);
  assert_contains (later, "\"authored\": \"2026-11-22\"");
  assert_contains (later, "\"status\": \"in-progress\"");
}

/* ---- what is written ------------------------------------------------------------------------- */

static void
test_text_as_typed (void)
{
  static const char *const texts[] = { "Ångström ß ﬁ",
                                       "مريض ١٢\u200f",
                                       "रोगी \u200d१",
                                       "患者「七」",
                                       "🦴👩🏽\u200d⚕️",
                                       "a\tb\nc\r\"d\"\\e/",
                                       "e\u0301 é",
                                       "</script>\u2028\u00a0 ",
                                       " " };
  const PlumbFinding *label = plumb_pathway_lookup_finding (pathway, "patient_label");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlumbConsultation) consultation = plumb_consultation_new (pathway);
      const PlumbValue value = plumb_value_string (texts[i]);
      g_autofree char *json = NULL;
      g_autoptr (PlumbConsultation) again = NULL;

      g_assert_true (plumb_consultation_answer (consultation, label, &value, NULL));
      json = plumb_consultation_file_to_json (consultation, FALSE);
      again = read_text (json);
      g_assert_cmpstr (plumb_consultation_get_answer (again, label)->string, ==, texts[i]);
    }
}

/* What is written is FHIR, and not only readable by whoever wrote it. */
static void
test_form (void)
{
  g_autoptr (PlumbConsultation) consultation
      = read_text (RESPONSE (ITEM ("course", "{\"valueCoding\": {\"code\": \"worse\"}}") "," ITEM (
          "visit_date", "{\"valueDate\": \"2026-11-21\"}")));
  g_autofree char *json = plumb_consultation_file_to_json (consultation, FALSE);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *response = json_node_get_object (root);
  JsonArray *items = json_object_get_array_member (response, "item");
  JsonObject *item = json_array_get_object_element (items, 1);
  JsonObject *answer
      = json_array_get_object_element (json_object_get_array_member (item, "answer"), 0);

  g_assert_cmpstr (json_object_get_string_member (response, "resourceType"), ==,
                   "QuestionnaireResponse");
  g_assert_cmpstr (json_object_get_string_member (response, "questionnaire"), ==,
                   "urn:plumbline:pathway:low-back-pain|1.0.0");
  g_assert_cmpstr (json_object_get_string_member (response, "authored"), ==, "2026-11-21");
  g_assert_cmpuint (json_array_get_length (items), ==, 2);
  /* In the pathway's order, whatever the order of the answers was. */
  g_assert_cmpstr (json_object_get_string_member (item, "linkId"), ==, "course");
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (answer, "valueCoding"), "code"),
      ==, "worse");
  g_assert_true (g_str_has_suffix (json, "}\n"));
}

static void
test_empty (void)
{
  g_autoptr (PlumbConsultation) consultation = plumb_consultation_new (pathway);
  g_autofree char *json = plumb_consultation_file_to_json (consultation, FALSE);
  g_autoptr (PlumbConsultation) again = read_text (json);

  /* FHIR has no empty lists. */
  g_assert_null (strstr (json, "\"item\""));
  g_assert_cmpuint (plumb_consultation_count_answers (again), ==, 0);
}

static void
assert_same_answers (PlumbConsultation *a, PlumbConsultation *b)
{
  GPtrArray *findings = plumb_pathway_get_findings (pathway);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      g_assert_true (plumb_value_equal (plumb_consultation_get_answer (a, finding),
                                        plumb_consultation_get_answer (b, finding)));
    }
}

static void
test_round_trip (void)
{
  g_auto (GStrv) samples = read_samples ();

  g_assert_cmpuint (g_strv_length (samples), >, 300);
  for (guint i = 0; samples[i] != NULL; i++)
    {
      g_autoptr (PlumbConsultation) consultation = read_text (samples[i]);
      g_autofree char *json = plumb_consultation_file_to_json (consultation, FALSE);
      g_autoptr (PlumbConsultation) again = read_text (json);
      g_autofree char *json_again = plumb_consultation_file_to_json (again, FALSE);

      assert_same_answers (consultation, again);
      g_assert_cmpstr (json, ==, json_again);
      g_assert_cmpstr (plumb_consultation_get_id (consultation), ==,
                       plumb_consultation_get_id (again));
    }
}

#define MAP                                                             \
  "{\"linkId\": \"body_map\", \"text\": \"Body map\", \"answer\": ["      \
  "{\"valueCoding\": {\"code\": \"lower_back\", \"display\": \"Lower back\"}}, " \
  "{\"valueCoding\": {\"code\": \"left_calf\", \"display\": \"Left calf\"}}]}"

static void
test_body_map (void)
{
  g_autoptr (PlumbConsultation) consultation
      = read_text (RESPONSE (MAP ", " ITEM ("age", "{\"valueInteger\": 48}")));
  g_autofree char *json = plumb_consultation_file_to_json (consultation, FALSE);
  g_autoptr (PlumbConsultation) again = read_text (json);

  assert_contains (json, MAP);
  assert_same_answers (consultation, again);
  g_assert_true (plumb_body_marks_equal (plumb_consultation_get_marks (consultation),
                                         plumb_consultation_get_marks (again)));
}

/* Marks inside an item that the pathway does not know are taken out of it, like answers. */
static void
test_body_map_inside_unknown (void)
{
  g_autoptr (PlumbConsultation) consultation = read_with_warnings (
      RESPONSE ("{\"linkId\": \"other\", \"answer\": [{\"valueBoolean\": true, \"item\": [" MAP
                "]}]}"),
      1);
  g_autofree char *json = plumb_consultation_file_to_json (consultation, FALSE);
  g_autoptr (PlumbConsultation) again = read_with_warnings (json, 1);

  g_assert_cmpuint (plumb_body_marks_count (plumb_consultation_get_marks (consultation)), ==, 2);
  g_assert_true (plumb_body_marks_equal (plumb_consultation_get_marks (consultation),
                                         plumb_consultation_get_marks (again)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/response-writer/unknown-items", test_unknown_items);
  g_test_add_func ("/response-writer/known-inside-unknown", test_known_inside_unknown);
  g_test_add_func ("/response-writer/other-members", test_other_members);
  g_test_add_func ("/response-writer/text-as-typed", test_text_as_typed);
  g_test_add_func ("/response-writer/form", test_form);
  g_test_add_func ("/response-writer/empty", test_empty);
  g_test_add_func ("/response-writer/round-trip", test_round_trip);
  g_test_add_func ("/response-writer/body-map", test_body_map);
  g_test_add_func ("/response-writer/body-map-inside-unknown", test_body_map_inside_unknown);

  return run_tests ();
}
