/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-file.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static PlumbPathway *pathway;

#define RESPONSE(items) \
  "{\"resourceType\": \"QuestionnaireResponse\", \"id\": \"test\", " \
  "\"questionnaire\": \"urn:plumbline:pathway:low-back-pain\", " \
  "\"status\": \"in-progress\", \"item\": [" items "]}"
#define ITEM(link, answer) "{\"linkId\": \"" link "\", \"answer\": [" answer "]}"

/* ---- steps ------------------------------------------------------------------------------- */

static PlumbConsultation *
read_with_warnings (const char *json, guint n_warnings)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  PlumbConsultation *consultation
      = plumb_consultation_file_parse (pathway, json, -1, &warnings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (consultation);
  g_assert_cmpuint (warnings->len, ==, n_warnings);

  return consultation;
}

static PlumbConsultation *
read_text (const char *json)
{
  return read_with_warnings (json, 0);
}

static void
assert_answer (PlumbConsultation *consultation, const char *id, const char *expected)
{
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, id);
  g_autofree char *literal = NULL;

  g_assert_nonnull (finding);
  literal = plumb_value_to_string (plumb_consultation_get_answer (consultation, finding));
  g_assert_cmpstr (literal, ==, expected);
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
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

/* Nothing is loaded, nothing is warned of, and the message says what is wrong. */
static void
assert_refused (const char *json, gssize length, int code, const char *part)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (plumb_consultation_file_parse (pathway, json, length, &warnings, &error));
  g_assert_error (error, PLUMB_CONSULTATION_FILE_ERROR, code);
  g_assert_null (warnings);
  assert_contains (error->message, part);
}

/* ---- reading ----------------------------------------------------------------------------- */

static void
test_types (void)
{
  g_autoptr (PlumbConsultation) consultation = read_text (RESPONSE (
      ITEM ("rf_fever", "{\"valueBoolean\": false}") "," ITEM ("age", "{\"valueInteger\": 45}") ","
      ITEM ("visit_date", "{\"valueDate\": \"2024-02-29\"}") ","
      ITEM ("patient_label", "{\"valueString\": \"A. B.\"}") ","
      ITEM ("course", "{\"valueCoding\": {\"code\": \"worse\", \"display\": \"any\"}}")));

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
  g_autoptr (PlumbConsultation) least = read_text (RESPONSE (
      ITEM ("age", "{\"valueInteger\": 0}") "," ITEM ("odi", "{\"valueInteger\": -0}")));
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
      "{\"linkId\": \"inner\", \"answer\": [], \"item\": [" ITEM ("rf_fever",
                                                              "{\"valueBoolean\": true}") "]},"
      ITEM ("leg_pain", "{\"valueBoolean\": true, \"item\": [" ITEM (
          "paresthesia", "{\"valueBoolean\": false}") "]}") "]}"));

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

/* ---- what is refused --------------------------------------------------------------------- */

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
  { ITEM ("age", "{\"valueInteger\": 45}, {\"valueInteger\": 46}"), "“age”: It has several answers" },
  { ITEM ("age", "{\"valueInteger\": 45, \"valueString\": \"45\"}"), "“age”: It has several values" },
  { ITEM ("age", "{\"valueInteger\": 45}") "," ITEM ("age", "{\"valueInteger\": 45}"),
    "“age”: It is answered twice" },
  { ITEM ("age", "{\"valueInteger\": 45}") ", {\"linkId\": \"g\", \"item\": [" ITEM (
        "age", "{\"valueInteger\": 46}") "]}",
    "“age”: It is answered twice" },
  { ITEM ("age", "45"), "“age”: Its “answer” holds something that is not an answer" },
  { "{\"linkId\": \"age\", \"answer\": {\"valueInteger\": 45}}", "“age”: Its “answer” is not a list" },
  { ITEM ("rf_fever", "{\"valueBoolean\": \"true\"}"), "“rf_fever”: The answer must be true or false" },
  { ITEM ("rf_fever", "{\"valueBoolean\": 0}"), "“rf_fever”: The answer must be true or false" },
  { ITEM ("rf_fever", "{\"valueCoding\": {\"code\": \"no\"}}"),
    "“rf_fever”: The answer must be true or false" },
  { ITEM ("course", "{\"valueCoding\": {\"code\": \"better\"}}"), "“course”: The answer must be the code" },
  { ITEM ("course", "{\"valueCoding\": {\"display\": \"worse\"}}"), "“course”: The answer must be the code" },
  { ITEM ("course", "{\"valueCoding\": {\"code\": 1}}"), "“course”: The answer must be the code" },
  { ITEM ("course", "{\"valueCoding\": \"worse\"}"), "“course”: The answer must be the code" },
  { ITEM ("course", "{\"valueString\": \"worse\"}"), "“course”: The answer must be the code" },
  { ITEM ("visit_date", "{\"valueDate\": \"2023-02-29\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-13-01\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-00-10\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"0000-01-01\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-06\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-06-1\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-6--01\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"-024-02-28\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024- 2- 8\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"24-06-0001\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-06-01T10:00:00Z\"}"),
    "“visit_date”: The answer must be a day" },
  { ITEM ("visit_date", "{\"valueDateTime\": \"2024-06-01\"}"), "“visit_date”: The answer must be a day" },
  { ITEM ("patient_label", "{\"valueString\": 12}"), "“patient_label”: The answer must be text" },
  { ITEM ("patient_label", "{\"valueString\": \"a\\u0007b\"}"), "“patient_label”: The answer must be text" },
  { ITEM ("visit_date", "{\"valueDate\": \"2024-06-01\"}") "," ITEM (
        "onset_date", "{\"valueDate\": \"2024-06-02\"}"),
    "Items “onset_date” and “visit_date”: the pain cannot have begun after" },
  { ITEM ("onset_date", "{\"valueDate\": \"9999-12-31\"}"), "“onset_date”: the pain cannot have begun after" },
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
test_bad_json (void)
{
  static const char *const cases[] = {
    "",
    "  ",
    "{",
    "{}}",
    "{} {}",
    "{\"a\": 1,}",
    "[1,]",
    "[1 2]",
    "{\"a\" 1}",
    "{\"a\": }",
    "{a: 1}",
    "{'a': 1}",
    "{\"a\": 1, \"a\": 2}",
    "{\"a\": 1, \"\\u0061\": 2}",
    "{\"x\": [{\"a\": {\"b\": 1, \"b\": 1}}]}",
    "/* note */ {}",
    "{} // note",
    "[01]",
    "[+1]",
    "[.5]",
    "[1.]",
    "[1e]",
    "[0x10]",
    "[-]",
    "[9223372036854775808]",
    "[NaN]",
    "[Infinity]",
    "[True]",
    "[nul]",
    "[\"a]",
    "[\"\t\"]",
    "[\"\\x41\"]",
    "[\"\\u00g0\"]",
    "[\"\\u12\"]",
    "[\"\\u0000\"]",
    "[\"\\ud800\"]",
    "[\"\\ud800x\"]",
    "[\"\\ud800\\u0041\"]",
    "[\"\\udc00\"]",
    "[\"\xff\"]",
    "[\"\xc0\x80\"]",
    "[\"\xed\xa0\x80\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i], -1, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, "");
  assert_refused ("{}\0{}", 5, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, "UTF-8");
}

static char *
repeat (const char *before, const char *part, guint count, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < count; i++)
    g_string_append (text, part);
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

/* Neither the stack nor the memory can be used up by a file. */
static void
test_bounds (void)
{
  g_autofree char *arrays = repeat ("", "[", 1000000, "");
  g_autofree char *items = repeat ("", "{\"item\": [", 500000, "");
  g_autofree char *values = repeat ("[0", ",0", 200000, "]");
  g_autofree char *spaces = repeat ("{", "          ", 900000, "}");
  g_autofree char *edge = repeat ("", "[", 64, "]");
  g_autofree char *beyond = repeat ("", "[", 65, "]");

  assert_refused (arrays, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "nested");
  assert_refused (items, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "nested");
  assert_refused (values, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "more values");
  assert_refused (spaces, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "larger");
  assert_refused (edge, -1, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, "");
  assert_refused (beyond, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "nested");
}

static void
test_positions (void)
{
  static const struct
  {
    const char *json;
    guint line;
    guint column;
  } cases[] = {
    { "{\n  \"a\": nul\n}", 2, 8 },
    { "[1,\r\n \"é\" 2]", 2, 6 },
    { "{\"resourceType\":\n \"Patient\"}", 2, 2 },
    { "\n" RESPONSE ("\n  " ITEM ("age", "{}") ",\n   " ITEM ("odi", "{\"valueInteger\": 101}")), 4, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint line = 0;
      guint column = 0;

      g_assert_null (plumb_consultation_file_parse (pathway, cases[i].json, -1, NULL, &error));
      g_assert_true (plumb_consultation_file_error_get_position (error, &line, &column));
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
  g_assert_false (plumb_consultation_file_error_get_position (NULL, NULL, NULL));
}

/* A message is one short line, whatever the file puts into an id. */
static void
test_quotes (void)
{
  g_autofree char *link = g_strnfill (100000, 'x');
  g_autofree char *json
      = g_strdup_printf (RESPONSE ("{\"linkId\": \"a\\nb\\u001b[2J%s\", \"answer\": 1}"), link);
  g_autoptr (GError) error = NULL;

  g_assert_null (plumb_consultation_file_parse (pathway, json, -1, NULL, &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_null (strpbrk (error->message, "\n\033"));
}

/* ---- what is kept ------------------------------------------------------------------------ */

/* Numbers, escapes and spaces included. */
#define UNKNOWN_ITEM \
  "{ \"linkId\" : \"from_elsewhere\",\n\"answer\": [ {\"valueDecimal\": 1.10},{\"valueString\":\"\\u00e9\"} ] }"

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
      RESPONSE (ITEM ("elsewhere", "{\"valueString\": \"kept\", \"item\": [" ITEM (
          "age", "{\"valueInteger\": 45, \"item\": [" ITEM ("deeper", "{\"valueBoolean\": true}") "]}") "]}")),
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
  g_autofree char *source = g_strdup_printf (
      "{\"resourceType\": \"QuestionnaireResponse\", %s, \"authored\": \"2026-11-21T09:30:00+01:00\", "
      "\"status\": \"completed\", \"questionnaire\": \"urn:plumbline:pathway:low-back-pain|1.0.0\", "
      "\"item\": [" ITEM ("visit_date", "{\"valueDate\": \"2026-11-21\"}") "]}",
      subject);
  g_autoptr (PlumbConsultation) consultation = read_text (source);
  g_autofree char *json = plumb_consultation_file_to_json (consultation, TRUE);
  const PlumbFinding *visit = plumb_pathway_lookup_finding (pathway, "visit_date");
  const PlumbValue value = { .type = PLUMB_VALUE_DATE,
                             .julian = plumb_consultation_get_answer (consultation, visit)->julian
                                       + 1 };
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

static void
test_warnings (void)
{
  static const struct
  {
    const char *members;
    const char *part;
  } cases[] = {
    { "\"status\": \"in-progress\", \"questionnaire\": \"urn:plumbline:pathway:low-back-pain|0.1\"", "0.1" },
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
      g_autofree char *json = g_strdup_printf ("{\"resourceType\": \"QuestionnaireResponse\", %s}",
                                               cases[i].members);
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (PlumbConsultation) consultation
          = plumb_consultation_file_parse (pathway, json, -1, &warnings, NULL);

      g_assert_nonnull (consultation);
      g_assert_cmpuint (warnings->len, ==, 1);
      assert_contains (g_ptr_array_index (warnings, 0), cases[i].part);
    }
}

/* ---- writing ----------------------------------------------------------------------------- */

static void
test_text_as_typed (void)
{
  static const char *const texts[]
      = { "Ångström ß ﬁ", "مريض ١٢\u200f", "रोगी \u200d१", "患者「七」", "🦴👩🏽\u200d⚕️", "a\tb\nc\r\"d\"\\e/", "e\u0301 é",
          "</script>\u2028\u00a0 ", " " };
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
  g_autoptr (PlumbConsultation) consultation = read_text (
      RESPONSE (ITEM ("course", "{\"valueCoding\": {\"code\": \"worse\"}}") "," ITEM (
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
  g_assert_cmpstr (json_object_get_string_member (
                       json_object_get_object_member (answer, "valueCoding"), "code"),
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

static char **
read_samples (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "oracle-consultations.ndjson", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_strsplit (g_strchomp (text), "\n", -1);
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

/* A file that was cut off anywhere is refused, and never half a consultation. */
static void
test_cut_off (void)
{
  g_auto (GStrv) samples = read_samples ();
  gsize length = strlen (samples[0]);

  for (gsize cut = 0; cut < length; cut++)
    assert_refused (samples[0], (gssize) cut, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, "");
}

/* Whatever happens to a byte: a consultation or an error, and each makes sense. */
static void
test_damaged (void)
{
  static const char bytes[] = "\"\\{}[],:0e-\x80\xff truA"; /* NUL included */
  g_auto (GStrv) samples = read_samples ();
  gsize length = strlen (samples[0]);
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *damaged = g_memdup2 (samples[0], length + 1);
      g_autoptr (PlumbConsultation) consultation = NULL;
      g_autoptr (GError) error = NULL;

      damaged[g_rand_int_range (random, 0, (gint32) length)]
          = bytes[g_rand_int_range (random, 0, sizeof bytes)];
      consultation
          = plumb_consultation_file_parse (pathway, damaged, (gssize) length, NULL, &error);
      g_assert_true ((consultation == NULL) == (error != NULL));
      g_assert_true (error == NULL || *error->message != '\0');
    }
  g_rand_free (random);
}

/* ---- files ------------------------------------------------------------------------------- */

static GFile *
new_place (char **folder)
{
  *folder = g_dir_make_tmp ("plumbline-XXXXXX", NULL);
  g_assert_nonnull (*folder);

  return g_file_new_build_filename (*folder, "consultation.json", NULL);
}

static void
test_write (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_place (&folder);
  g_autoptr (PlumbConsultation) consultation
      = read_text (RESPONSE (ITEM ("age", "{\"valueInteger\": 45}")));
  g_autoptr (PlumbConsultation) again = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (plumb_consultation_file_write (consultation, file, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  again = plumb_consultation_file_read (pathway, file, NULL, &error);
  g_assert_no_error (error);
  assert_same_answers (consultation, again);

  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  /* Nothing else is left behind. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A link stays a link, and what it leads to is replaced. */
static void
test_write_through_link (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_place (&folder);
  g_autoptr (GFile) link = g_file_new_build_filename (folder, "link.json", NULL);
  g_autoptr (PlumbConsultation) consultation = read_text (RESPONSE (""));
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "old", -1, NULL));
  g_assert_true (g_file_make_symbolic_link (link, "consultation.json", NULL, NULL));
  g_assert_true (plumb_consultation_file_write (consultation, link, NULL));
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  assert_contains (text, "QuestionnaireResponse");

  g_assert_true (g_file_delete (link, NULL, NULL));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_completed_stays (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_place (&folder);
  g_autoptr (PlumbConsultation) consultation
      = read_text ("{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\", "
                   "\"questionnaire\": \"urn:plumbline:pathway:low-back-pain\"}");
  g_autofree char *text = NULL;

  g_assert_true (plumb_consultation_file_write (consultation, file, NULL));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  assert_contains (text, "\"status\": \"completed\"");

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_file_errors (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_place (&folder);
  g_autoptr (GFile) folder_itself = g_file_new_for_path (folder);
  g_autoptr (GFile) below_nothing = g_file_new_build_filename (folder, "no", "c.json", NULL);
  g_autoptr (PlumbConsultation) consultation = read_text (RESPONSE (""));
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) not_a_file = NULL;
  g_autoptr (GError) nowhere = NULL;

  g_assert_null (plumb_consultation_file_read (pathway, file, NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (plumb_consultation_file_read (pathway, folder_itself, NULL, &not_a_file));
  g_assert_error (not_a_file, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_false (plumb_consultation_file_write (consultation, below_nothing, &nowhere));
  g_assert_error (nowhere, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A device without end is not read to its end. */
static void
test_endless (void)
{
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (plumb_consultation_file_read (pathway, zero, NULL, &error));
  g_assert_error (error, PLUMB_CONSULTATION_FILE_ERROR, PLUMB_CONSULTATION_FILE_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_pathway_new_builtin (NULL);
  g_assert_nonnull (pathway);

  g_test_add_func ("/consultation-file/types", test_types);
  g_test_add_func ("/consultation-file/limits-of-ranges", test_limits_of_ranges);
  g_test_add_func ("/consultation-file/nested", test_nested);
  g_test_add_func ("/consultation-file/unanswered", test_unanswered);
  g_test_add_func ("/consultation-file/no-items", test_no_items);
  g_test_add_func ("/consultation-file/bad-items", test_bad_items);
  g_test_add_func ("/consultation-file/bad-resources", test_bad_resources);
  g_test_add_func ("/consultation-file/bad-json", test_bad_json);
  g_test_add_func ("/consultation-file/bounds", test_bounds);
  g_test_add_func ("/consultation-file/positions", test_positions);
  g_test_add_func ("/consultation-file/quotes", test_quotes);
  g_test_add_func ("/consultation-file/unknown-items", test_unknown_items);
  g_test_add_func ("/consultation-file/known-inside-unknown", test_known_inside_unknown);
  g_test_add_func ("/consultation-file/other-members", test_other_members);
  g_test_add_func ("/consultation-file/warnings", test_warnings);
  g_test_add_func ("/consultation-file/text-as-typed", test_text_as_typed);
  g_test_add_func ("/consultation-file/form", test_form);
  g_test_add_func ("/consultation-file/empty", test_empty);
  g_test_add_func ("/consultation-file/round-trip", test_round_trip);
  g_test_add_func ("/consultation-file/cut-off", test_cut_off);
  g_test_add_func ("/consultation-file/damaged", test_damaged);
  g_test_add_func ("/consultation-file/write", test_write);
  g_test_add_func ("/consultation-file/write-through-link", test_write_through_link);
  g_test_add_func ("/consultation-file/completed-stays", test_completed_stays);
  g_test_add_func ("/consultation-file/file-errors", test_file_errors);
  g_test_add_func ("/consultation-file/endless", test_endless);

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
