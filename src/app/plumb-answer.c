/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-answer.h"

#include "plumb-format.h"
#include "plumb-language.h"

#include <glib/gi18n.h>

static gboolean
parse_integer (const PlumbFinding *finding, const char *text, PlumbValue *value, GError **error)
{
  gint64 integer = 0;
  const char *at;

  /* Digits of any script: a keyboard gives what its layout has. */
  for (at = text; *at != '\0' && integer <= G_MAXINT32; at = g_utf8_next_char (at))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (at));

      if (digit < 0)
        break;
      integer = integer * 10 + digit;
    }
  if (*at != '\0' || integer < finding->minimum || integer > finding->maximum)
    {
      g_autofree char *least = plumb_format_number (finding->minimum, plumb_app_language ());
      g_autofree char *greatest = plumb_format_number (finding->maximum, plumb_app_language ());

      g_set_error (
          error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_RANGE,
          /* Translators: shown beneath an entry. The two are the least and the greatest number. */
          _ ("Please enter a whole number from %1$s to %2$s."), least, greatest);
      return FALSE;
    }
  *value = plumb_value_integer (integer);

  return TRUE;
}

static gboolean
parse_number (const char **at, guint n_digits, guint *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++, *at = g_utf8_next_char (*at))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (*at));

      if (digit < 0)
        return FALSE;
      *number = *number * 10 + (guint) digit;
    }

  return TRUE;
}

static gboolean
parse_date (const char *text, PlumbValue *value, GError **error)
{
  const char *at = text;
  guint year, month, day;
  GDate date;

  if (!parse_number (&at, 4, &year) || *at++ != '-' || !parse_number (&at, 2, &month)
      || *at++ != '-' || !parse_number (&at, 2, &day) || *at != '\0'
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    {
      /* Translators: shown beneath an entry; keep the order of year, month and day. */
      g_set_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_DATE,
                   _ ("Please enter a day as year-month-day, such as 2026-03-09."));
      return FALSE;
    }
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *value = plumb_value_date (&date);

  return TRUE;
}

/**
 * plumb_answer_parse:
 * @finding: an integer, date or string
 * @text: what somebody typed
 * @value: (out): what it says, a string being @text itself; null for nothing but
 *   white space
 * @error: return location for an error of #PLUMB_CONSULTATION_ERROR, its message
 *   fit to stand beneath the entry
 *
 * Reads a typed answer. A string is kept as typed, in any script.
 *
 * Returns: %FALSE when @text is no answer to @finding
 */
gboolean
plumb_answer_parse (const PlumbFinding *finding,
                    const char *text,
                    PlumbValue *value,
                    GError **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (finding != NULL && text != NULL && value != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  *value = plumb_value_null ();
  if (*stripped == '\0')
    return TRUE;
  if (finding->type == PLUMB_FINDING_INTEGER)
    return parse_integer (finding, stripped, value, error);
  if (finding->type == PLUMB_FINDING_DATE)
    return parse_date (stripped, value, error);
  /* Not interned: what is said of a patient does not outlive the consultation. */
  *value = (PlumbValue){ .type = PLUMB_VALUE_STRING, .string = text };

  return TRUE;
}

/**
 * plumb_answer_format:
 * @finding: an integer, date or string
 * @value: an answer to it
 *
 * Returns: (transfer full): @value as plumb_answer_parse() reads it
 */
char *
plumb_answer_format (const PlumbFinding *finding, const PlumbValue *value)
{
  GDate date;

  g_return_val_if_fail (finding != NULL && value != NULL, NULL);

  if (value->type == PLUMB_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  if (value->type == PLUMB_VALUE_STRING)
    return g_strdup (value->string);
  if (value->type != PLUMB_VALUE_DATE)
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, value->julian);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/* Whether an answer is the unremarkable one. */
gboolean
plumb_answer_is_normal (const PlumbFinding *finding, const PlumbValue *value)
{
  g_return_val_if_fail (finding != NULL && value != NULL, FALSE);

  return plumb_finding_is_normal (finding, value);
}

static gboolean
asks_for_fault (const PlumbFinding *finding)
{
  return plumb_value_get_truth (&finding->normal) == PLUMB_TRUE && finding->problem != NULL;
}

/**
 * plumb_answer_get_line:
 * @finding: a finding on a list of lines
 *
 * Returns: the line's text, worded so that yes is the remarkable answer: where
 *   all is well with a yes, the fault is asked for instead; a choice or a number
 *   among them is only named, and so is every line of a long card
 */
const PlumbText *
plumb_answer_get_line (const PlumbFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  if ((finding->type != PLUMB_FINDING_BOOLEAN && plumb_finding_has_normal (finding))
      || (finding->card != NULL && finding->card->brief))
    return finding->label;

  return asks_for_fault (finding) ? finding->problem : finding->question;
}

/**
 * plumb_answer_for_line:
 * @finding: a boolean
 * @yes: the answer to the line's wording
 *
 * Returns: the answer to the finding
 */
PlumbValue
plumb_answer_for_line (const PlumbFinding *finding, gboolean yes)
{
  g_return_val_if_fail (finding != NULL, plumb_value_null ());

  return plumb_value_boolean (asks_for_fault (finding) ? !yes : yes);
}

/**
 * plumb_answer_list_normal:
 * @findings: (element-type PlumbFinding): findings
 * @answers: the answers, indexed by finding
 *
 * Returns: (transfer full): a #PlumbAnswer for each finding that nobody has
 *   answered and that has an unremarkable answer: that answer
 */
GArray *
plumb_answer_list_normal (GPtrArray *findings, const PlumbValue *answers)
{
  GArray *normal = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      PlumbAnswer answer = { finding, finding->normal };

      if (answers[finding->index].type == PLUMB_VALUE_NULL
          && plumb_finding_may_be_normal (finding, answers))
        g_array_append_val (normal, answer);
    }

  return normal;
}

/**
 * plumb_answer_is_yes_no_list:
 * @findings: (element-type PlumbFinding): findings
 *
 * Returns: whether only yes/no questions among them have an unremarkable answer, so
 *   that nobody needs to be told which answer that is
 */
gboolean
plumb_answer_is_yes_no_list (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      if (finding->type != PLUMB_FINDING_BOOLEAN && plumb_finding_has_normal (finding))
        return FALSE;
    }

  return TRUE;
}

/* How many of the findings have an unremarkable answer. */
guint
plumb_answer_count_normal (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += plumb_finding_has_normal (g_ptr_array_index (findings, i));

  return n;
}

/* The score of which a finding is an item or the result, or NULL. */
const PlumbScore *
plumb_answer_find_score (PlumbPathway *pathway, const PlumbFinding *finding)
{
  GPtrArray *scores = plumb_pathway_get_scores (pathway);

  if (finding->score != NULL)
    return finding->score;
  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      if (score->entered == finding)
        return score;
    }

  return NULL;
}
