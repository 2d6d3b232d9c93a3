/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-patient-line.h"

#include "plumb-format.h"
#include "plumb-words.h"

/* The patient's label tells printouts apart; a page of it would tell nothing. */
#define MAX_LABEL_LENGTH 80

/* On one line, not too long, and in a shell of its own, so that an Arabic name
 * does not turn around the words beside it. */
static char *
format_label (const char *label)
{
  g_autofree char *valid = g_utf8_make_valid (label, -1);
  GString *string = g_string_new ("\u2068");
  glong length = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      /* Not between a letter and the marks that belong to it. */
      if (length >= MAX_LABEL_LENGTH && !g_unichar_ismark (character))
        {
          g_string_append (string, "…");
          break;
        }
      if (character >= 0x2066 && character <= 0x2069)
        continue;
      g_string_append_unichar (string, g_unichar_iscntrl (character) ? ' ' : character);
      length++;
    }
  g_string_append (string, "\u2069");
  return g_string_free (string, FALSE);
}

static const PlumbValue *
get_answer (const PlumbEvaluation *evaluation, PlumbFindingRole role)
{
  PlumbPathway *pathway = plumb_evaluation_get_pathway (evaluation);
  const PlumbFinding *finding = plumb_pathway_get_role (pathway, role);

  return finding != NULL ? plumb_evaluation_get_answer (evaluation, finding) : NULL;
}

/**
 * plumb_patient_line:
 * @evaluation: an evaluation
 * @language: (nullable): such as "es"; %NULL for the source language
 * @with_age: whether the age is told
 *
 * Returns: (transfer full): whose page it is, below its title: label, age, day of the visit
 */
char *
plumb_patient_line (const PlumbEvaluation *evaluation, const char *language, gboolean with_age)
{
  g_return_val_if_fail (evaluation != NULL, NULL);

  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const PlumbValue *label = get_answer (evaluation, PLUMB_ROLE_PATIENT_LABEL);
  const PlumbValue *age = get_answer (evaluation, PLUMB_ROLE_AGE);
  GDate date;

  if (label != NULL && label->type == PLUMB_VALUE_STRING && *label->string != '\0')
    g_ptr_array_add (parts, format_label (label->string));
  if (with_age && age != NULL && age->type == PLUMB_VALUE_INTEGER)
    g_ptr_array_add (
        parts, g_strdup_printf (
                   /* Translators: the patient's age below the title of a page. */
                   plumb_words_plural (language, "%u year", "%u years", (guint64) age->integer),
                   (guint) age->integer));
  plumb_evaluation_get_visit_date (evaluation, &date);
  g_ptr_array_add (parts, plumb_format_date (&date, language));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
