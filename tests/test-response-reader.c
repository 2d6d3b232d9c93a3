/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test-consultation.h"

/* ---- what is read ---------------------------------------------------------------------------- */

static void
test_types (void)
{
  g_autoptr (PlumbConsultation) consultation
      = read_text (RESPONSE (ITEM ("rf_fever", "{\"valueBoolean\": false}") "," ITEM (
          "age",
          "{\"valueInteger\":"
          " 45}") "," ITEM ("visit_date",
                            "{\"valueDate\": \"2024-02-29\"}") "," ITEM ("patient_label",
                                                                         "{\"valueString\": \"A. "
                                                                         "B.\"}") "," ITEM ("cours"
                                                                                            "e",
                                                                                            "{\"val"
                                                                                            "u"
                                                                                            "eCodin"
                                                                                            "g"
                                                                                            "\": "
                                                                                            "{\"cod"
                                                                                            "e"
                                                                                            "\": "
                                                                                            "\"wors"
                                                                                            "e"
                                                                                            "\", "
                                                                                            "\"disp"
                                                                                            "l"
                                                                                            "ay\": "
                                                                                            "\"any"
                                                                                            "\""
                                                                                            "}}")));

  assert_answer (consultation, "rf_fever", "false");
  assert_answer (consultation, "age", "45");
  assert_answer (consultation, "visit_date", "2024-02-29");
  assert_answer (consultation, "patient_label", "'A. B.'");
  assert_answer (consultation, "course", "'worse'");
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 5);
  g_assert_cmpstr (plumb_consultation_get_id (consultation), ==, "test");
  g_assert_null (plumb_consultation_get_remainder (consultation));
  g_assert_false (plumb_consultation_get_can_undo (consultation));
}

static void
test_limits_of_ranges (void)
{
  g_autoptr (PlumbConsultation) least = read_text (
      RESPONSE (ITEM ("age", "{\"valueInteger\": 0}") "," ITEM ("odi", "{\"valueInteger\": -0}")));
  g_autoptr (PlumbConsultation) most = read_text (RESPONSE (
      ITEM ("age", "{\"valueInteger\": 120}") "," ITEM ("odi", "{\"valueInteger\": 100}")));

  assert_answer (least, "age", "0");
  assert_answer (least, "odi", "0");
  assert_answer (most, "age", "120");
  assert_answer (most, "odi", "100");
}

/* Groups, and items below an answer, are read as if they stood outside. */
static void
test_nested (void)
{
  g_autoptr (PlumbConsultation) consultation = read_text (RESPONSE (
      "{\"linkId\": \"red_flags\", \"text\": \"Red flags\", \"item\": ["
      "{\"linkId\": \"inner\", \"answer\": [], \"item\": [" ITEM (
          "rf_fever",
          "{\"valueBoolean\": true}") "]}," ITEM ("leg_pain",
                                                  "{\"valueBoolean\": true, \"item\": [" ITEM (
                                                      "paresthesia",
                                                      "{\"valueBoolean\": false}") "]}") "]}"));

  assert_answer (consultation, "rf_fever", "true");
  assert_answer (consultation, "leg_pain", "true");
  assert_answer (consultation, "paresthesia", "false");
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 3);
  g_assert_null (plumb_consultation_get_remainder (consultation));
}

/* Nothing of this is an answer, least of all a "no". */
static void
test_unanswered (void)
{
  static const char *const items[] = {
    "",
    "{\"linkId\": \"rf_fever\"}",
    "{\"linkId\": \"rf_fever\", \"answer\": []}",
    "{\"linkId\": \"rf_fever\", \"answer\": null}",
    ITEM ("rf_fever", "{}"),
    ITEM ("rf_fever", "{\"valueBoolean\": null}"),
    ITEM ("rf_fever", "{\"_valueBoolean\": {\"extension\": []}}"),
    ITEM ("patient_label", "{\"valueString\": \"\"}"),
    "{\"linkId\": \"rf_fever\"}, {\"linkId\": \"rf_fever\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *json = g_strdup_printf (RESPONSE ("%s"), items[i]);
      g_autoptr (PlumbConsultation) consultation = read_text (json);

      g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 0);
    }
}

static void
test_no_items (void)
{
  g_autoptr (PlumbConsultation) consultation
      = read_text ("\xef\xbb\xbf{\"status\": \"completed\", \"questionnaire\": "
                   "\"urn:plumbline:pathway:low-back-pain|1.0.0\", "
                   "\"resourceType\": \"QuestionnaireResponse\"}\r\n");

  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 0);
  g_assert_null (plumb_consultation_get_id (consultation));
}

/* ---- what is refused ------------------------------------------------------------------------- */

typedef struct
{
  const char *item;
  const char *part; /* of the message, beside the item's id */
} BadItem;

static const BadItem bad_items[] = {
  { ITEM ("age", "{\"valueString\": \"45\"}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueDecimal\": 45}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueInteger\": \"45\"}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueInteger\": 45.0}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueInteger\": 3.5}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueInteger\": 1e1}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueInteger\": 1e99}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueInteger\": true}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueInteger\": [45]}"), "“age”: The answer must be a whole number" },
  { ITEM ("age", "{\"valueInteger\": 121}"), "“age”: " },
  { ITEM ("age", "{\"valueInteger\": -1}"), "“age”: " },
  { ITEM ("age", "{\"valueInteger\": 4294967341}"), "“age”: " },
  { ITEM ("age", "{\"valueInteger\": 999999999999999999}"), "“age”: " },
  { ITEM ("age", "{\"valueInteger\": 45}, {\"valueInteger\": 46}"),
    "“age”: It has several answers" },
  { ITEM ("age", "{\"valueInteger\": 45, \"valueString\": \"45\"}"),
    "“age”: It has several values" },
  { ITEM ("age", "{\"valueInteger\": 45}") "," ITEM ("age", "{\"valueInteger\": 45}"),
    "“age”: It is answered twice" },
  { ITEM ("age", "{\"valueInteger\": 45}") ", {\"linkId\": \"g\", \"item\": [" ITEM (
        "age",
        "{\"valueInteger\": 46}") "]}",
    "“age”: It is answered twice" },
  { ITEM ("age", "45"), "“age”: Its “answer” holds something that is not an answer" },
  { "{\"linkId\": \"age\", \"answer\": {\"valueInteger\": 45}}",
    "“age”: Its “answer” is not a list" },
  { ITEM ("rf_fever", "{\"valueBoolean\": \"true\"}"),
    "“rf_fever”: The answer must be true or false" },
  { ITEM ("rf_fever", "{\"valueBoolean\": 0}"), "“rf_fever”: The answer must be true or false" },
  { ITEM ("rf_fever", "{\"valueCoding\": {\"code\": \"no\"}}"),
    "“rf_fever”: The answer must be true or false" },
  { ITEM ("course", "{\"valueCoding\": {\"code\": \"better\"}}"),
    "“course”: The answer must be the code" },
  { ITEM ("course", "{\"valueCoding\": {\"display\": \"worse\"}}"),
    "“course”: The answer must be the code" },
  { ITEM ("course", "{\"valueCoding\": {\"code\": 1}}"), "“course”: The answer must be the code" },
  { ITEM ("course", "{\"valueCoding\": \"worse\"}"), "“course”: The answer must be the code" },
  { ITEM ("course", "{\"valueString\": \"worse\"}"), "“course”: The answer must be the code" },
  { ITEM ("visit_date", "{\"valueDate\": \"2023-02-29\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-13-01\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-00-10\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"0000-01-01\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-06\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-06-1\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-6--01\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"-024-02-28\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024- 2- 8\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"24-06-0001\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-06-01T10:00:00Z\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDateTime\": \"2024-06-01\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("patient_label", "{\"valueString\": 12}"), "“patient_label”: The answer must be text" },
  { ITEM ("patient_label", "{\"valueString\": \"a\\u0007b\"}"),
    "“patient_label”: The answer must be text" },
  { ITEM ("visit_date",
          "{\"valueDate\": \"2024-06-01\"}") "," ITEM ("onset_date",
                                                       "{\"valueDate\": \"2024-06-02\"}"),
    "Items “onset_date” and “visit_date”: the pain cannot have begun after" },
  { ITEM ("onset_date", "{\"valueDate\": \"9999-12-31\"}"),
    "“onset_date”: the pain cannot have begun after" },
  { "{\"answer\": [{\"valueInteger\": 45}]}", "no “linkId”" },
  { "{\"linkId\": 7}", "no “linkId”" },
  { "{\"linkId\": \"age\", \"modifierExtension\": [], \"answer\": [{\"valueInteger\": 45}]}",
    "“age”: A “modifierExtension”" },
  { "{\"linkId\": \"g\", \"item\": 5}", "“g”: Its “item” is not a list" },
  { "{\"linkId\": \"g\", \"item\": [\"age\"]}", "“g”: Its “item” holds something" },
  { "null", "holds something that is not an item" },
};

static void
test_bad_items (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_items); i++)
    {
      g_autofree char *json = g_strdup_printf (
          RESPONSE (ITEM ("leg_pain", "{\"valueBoolean\": true}") ", %s"), bad_items[i].item);

      assert_refused (json, -1, PLUMB_CONSULTATION_FILE_ERROR_ITEM, bad_items[i].part);
    }
}

static void
test_bad_resources (void)
{
  static const struct
  {
    const char *json;
    const char *part;
  } cases[] = {
    { "[]", "a FHIR resource was expected" },
    { "\"text\"", "a FHIR resource was expected" },
    { "null", "a FHIR resource was expected" },
    { "{}", "QuestionnaireResponse" },
    { "{\"resourceType\": \"Patient\"}", "“Patient”" },
    { "{\"resourceType\": [\"QuestionnaireResponse\"]}", "“resourceType” must be text" },
    { "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\"}",
      "“questionnaire” is missing" },
    { "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\", "
      "\"questionnaire\": \"urn:plumbline:pathway:neck-pain|1.0.0\"}",
      "neck-pain" },
    { "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\", "
      "\"questionnaire\": \"low-back-pain\"}",
      "another pathway" },
    { "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"entered-in-error\", "
      "\"questionnaire\": \"urn:plumbline:pathway:low-back-pain\"}",
      "entered-in-error" },
    { "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\", \"id\": 7, "
      "\"questionnaire\": \"urn:plumbline:pathway:low-back-pain\"}",
      "“id” must be text" },
    { "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\", "
      "\"questionnaire\": \"urn:plumbline:pathway:low-back-pain\", \"implicitRules\": \"urn:x\"}",
      "“implicitRules”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].json, -1, PLUMB_CONSULTATION_FILE_ERROR_RESOURCE, cases[i].part);
}

static void
test_warnings (void)
{
  static const struct
  {
    const char *members;
    const char *part;
  } cases[] = {
    { "\"status\": \"in-progress\", \"questionnaire\": \"urn:plumbline:pathway:low-back-pain|0.1\"",
      "0.1" },
    { "\"questionnaire\": \"urn:plumbline:pathway:low-back-pain\"", "“status” is missing" },
    { "\"status\": \"in-progress\", \"questionnaire\": \"urn:plumbline:pathway:low-back-pain\", "
      "\"text\": {\"status\": \"generated\", \"div\": \"<div/>\"}",
      "“text”" },
    { "\"status\": \"in-progress\", \"questionnaire\": \"urn:plumbline:pathway:low-back-pain\", "
      "\"item\": [{\"linkId\": \"Age\"}]",
      "“Age”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json
          = g_strdup_printf ("{\"resourceType\": \"QuestionnaireResponse\", %s}", cases[i].members);
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (PlumbConsultation) consultation
          = plumb_consultation_file_parse (pathway, json, -1, &warnings, NULL);

      g_assert_nonnull (consultation);
      g_assert_cmpuint (warnings->len, ==, 1);
      assert_contains (g_ptr_array_index (warnings, 0), cases[i].part);
    }
}

#define AREA(code) "{\"valueCoding\": {\"code\": \"" code "\"}}"

static void
test_body_map (void)
{
  g_autoptr (PlumbConsultation) consultation
      = read_text (RESPONSE (ITEM ("body_map", AREA ("lower_back") ", {}, " AREA ("left_calf"))));
  g_autoptr (PlumbConsultation) empty = read_text (RESPONSE ("{\"linkId\": \"body_map\"}"));
  PlumbBodyMarks *marks = plumb_consultation_get_marks (consultation);

  g_assert_cmpuint (plumb_body_marks_count (marks), ==, 2);
  g_assert_true (
      plumb_body_marks_get (marks, plumb_pathway_lookup_area (pathway, "lower_back")));
  g_assert_true (plumb_body_marks_get (marks, plumb_pathway_lookup_area (pathway, "left_calf")));
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, 0);
  g_assert_false (plumb_consultation_get_can_undo (consultation));
  g_assert_cmpuint (plumb_body_marks_count (plumb_consultation_get_marks (empty)), ==, 0);
}

/* No mark is lost in silence, and none is guessed. */
static void
test_bad_body_maps (void)
{
  static const struct
  {
    const char *items;
    const char *part;
  } cases[] = {
    { ITEM ("body_map", AREA ("left_knee")), "“left_knee” is no area of the body map." },
    { ITEM ("body_map", AREA ("leg_pain")), "“leg_pain” is no area of the body map." },
    { ITEM ("body_map", AREA ("lower_back") ", " AREA ("lower_back")), "twice" },
    { ITEM ("body_map", AREA ("lower_back")) ", " ITEM ("body_map", AREA ("left_calf")),
      "It is answered twice." },
    { ITEM ("body_map", "{\"valueString\": \"lower_back\"}"), "valueCoding" },
    { ITEM ("body_map", "{\"valueCoding\": {\"display\": \"Lower back\"}}"), "valueCoding" },
    { ITEM ("body_map", "{\"valueCoding\": {\"code\": 4}}"), "valueCoding" },
    { ITEM ("body_map", "{\"valueCoding\": {\"code\": \"lower_back\"}, \"valueString\": \"a\"}"),
      "several values" },
    { "{\"linkId\": \"body_map\", \"answer\": \"lower_back\"}", "not a list" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (RESPONSE ("%s"), cases[i].items);

      assert_refused (json, -1, PLUMB_CONSULTATION_FILE_ERROR_ITEM, cases[i].part);
      assert_refused (json, -1, PLUMB_CONSULTATION_FILE_ERROR_ITEM, "“body_map”");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/response-reader/types", test_types);
  g_test_add_func ("/response-reader/limits-of-ranges", test_limits_of_ranges);
  g_test_add_func ("/response-reader/nested", test_nested);
  g_test_add_func ("/response-reader/unanswered", test_unanswered);
  g_test_add_func ("/response-reader/no-items", test_no_items);
  g_test_add_func ("/response-reader/bad-items", test_bad_items);
  g_test_add_func ("/response-reader/bad-resources", test_bad_resources);
  g_test_add_func ("/response-reader/warnings", test_warnings);
  g_test_add_func ("/response-reader/body-map", test_body_map);
  g_test_add_func ("/response-reader/bad-body-maps", test_bad_body_maps);

  return run_tests ();
}
