/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation-file.h"
#include "plumb-test.h"

#include <string.h>

/* What the tests of consultation files share: the pathway, files made of a few
 * items, and what is expected of them. */

static PlumbPathway *pathway;

#define RESPONSE(items)                                              \
  "{\"resourceType\": \"QuestionnaireResponse\", \"id\": \"test\", " \
  "\"questionnaire\": \"urn:plumbline:pathway:low-back-pain\", "     \
  "\"status\": \"in-progress\", \"item\": [" items "]}"
#define ITEM(link, answer) "{\"linkId\": \"" link "\", \"answer\": [" answer "]}"

static inline PlumbConsultation *
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

static inline PlumbConsultation *
read_text (const char *json)
{
  return read_with_warnings (json, 0);
}

static inline void
assert_answer (PlumbConsultation *consultation, const char *id, const char *expected)
{
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, id);
  g_autofree char *literal = NULL;

  g_assert_nonnull (finding);
  literal = plumb_value_to_string (plumb_consultation_get_answer (consultation, finding));
  g_assert_cmpstr (literal, ==, expected);
}

static inline void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

/* Nothing is loaded, nothing is warned of, and the message says what is wrong. */
static inline void
assert_refused (const char *json, gssize length, int code, const char *part)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (plumb_consultation_file_parse (pathway, json, length, &warnings, &error));
  g_assert_error (error, PLUMB_CONSULTATION_FILE_ERROR, code);
  g_assert_null (warnings);
  assert_contains (error->message, part);
}

static inline GStrv
read_samples (void)
{
  return plumb_test_read_lines ("oracle-consultations.ndjson");
}

static inline int
run_tests (void)
{
  int status;

  pathway = plumb_pathway_new_builtin (NULL);
  g_assert_nonnull (pathway);
  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
