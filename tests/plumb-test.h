/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of several layers need: the pathway, and consultations in one line. */

#include "plumb-evaluation.h"

#include <stdlib.h>
#include <string.h>

/* The day of every consultation in the tests. */
static inline GDate
plumb_test_today (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);

  return today;
}

/* Of a file in the folder of data. */
static inline GStrv
plumb_test_read_lines (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit (g_strchomp (text), "\n", -1);
}

static inline PlumbPathway *
plumb_test_builtin (void)
{
  g_autoptr (GError) error = NULL;
  PlumbPathway *pathway = plumb_pathway_new_builtin (&error);

  g_assert_no_error (error);

  return pathway;
}

static inline PlumbPathway *
plumb_test_pathway (const char *xml, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return plumb_pathway_new_from_bytes (bytes, "test.xml", error);
}

static inline PlumbValue
plumb_test_value (const PlumbFinding *finding, const char *text)
{
  GDate date;

  if (*text == '\0')
    return plumb_value_null ();
  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      g_assert_true (g_str_equal (text, "true") || g_str_equal (text, "false"));
      return plumb_value_boolean (g_str_equal (text, "true"));
    case PLUMB_FINDING_INTEGER:
      return plumb_value_integer (g_ascii_strtoll (text, NULL, 10));
    case PLUMB_FINDING_DATE:
      g_date_clear (&date, 1);
      g_date_set_parse (&date, text);
      return plumb_value_date (&date);
    case PLUMB_FINDING_CHOICE:
    case PLUMB_FINDING_STRING:
    default:
      return plumb_value_string (text);
    }
}

/* answers: "age=48 course=partial"; "red_flags=false" answers all yes/no of a group. */
static inline PlumbConsultation *
plumb_test_consultation (PlumbPathway *pathway, const char *answers)
{
  PlumbConsultation *consultation = plumb_consultation_new (pathway);
  g_auto (GStrv) words = g_strsplit (answers, " ", -1);
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  g_autoptr (GError) error = NULL;
  GDate today = plumb_test_today ();

  plumb_consultation_set_today (consultation, &today);
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);
      const GPtrArray *findings = plumb_pathway_get_findings (pathway);
      guint matched = 0;

      for (guint j = 0; j < findings->len; j++)
        {
          const PlumbFinding *finding = g_ptr_array_index (findings, j);
          gboolean by_group = g_str_equal (finding->group->id, pair[0])
                              && finding->type == PLUMB_FINDING_BOOLEAN;

          if (g_str_equal (finding->id, pair[0]) || by_group)
            {
              PlumbAnswer answer = { finding, plumb_test_value (finding, pair[1]) };

              g_array_append_val (given, answer);
              matched++;
            }
        }
      g_assert_cmpuint (matched, >, 0);
    }
  plumb_consultation_load (consultation, (const PlumbAnswer *) (gpointer) given->data, given->len,
                           &error);
  g_assert_no_error (error);

  return consultation;
}

static inline PlumbEvaluation *
plumb_test_evaluation (PlumbPathway *pathway, const char *answers)
{
  g_autoptr (PlumbConsultation) consultation = plumb_test_consultation (pathway, answers);

  return plumb_evaluation_new_for_consultation (consultation);
}

/* An adult with back pain, every red flag asked and absent. */
#define PLUMB_TEST_CLEAR "red_flags=false non_spinal_cause=false age=48 "
