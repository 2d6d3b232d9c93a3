/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation.h"
#include "plumb-format.h"

#include <glib/gi18n-lib.h>

#define MAXIMUM_LENGTH 10000

static gboolean
set_type_error (const PlumbFinding *finding, const char *wanted, GError **error)
{
  g_set_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_TYPE,
               /* Translators: the first is the label of a finding, the second what it takes */
               _ ("%s: the answer must be %s."), plumb_text_get (finding->label, NULL), wanted);
  return FALSE;
}

static gboolean
check_integer (const PlumbFinding *finding, gint64 value, GError **error)
{
  g_autofree char *entered = NULL, *least = NULL, *greatest = NULL;

  if (value >= finding->minimum && value <= finding->maximum)
    return TRUE;

  entered = plumb_format_number (value, NULL);
  least = plumb_format_number (finding->minimum, NULL);
  greatest = plumb_format_number (finding->maximum, NULL);
  g_set_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_RANGE,
               /* Translators: the label of a finding, then the value entered and its limits */
               _ ("%1$s: %2$s is outside %3$s to %4$s."), plumb_text_get (finding->label, NULL),
               entered, least, greatest);
  return FALSE;
}

static gboolean
check_choice (const PlumbFinding *finding, const char *code, GError **error)
{
  if (plumb_finding_lookup_choice (finding, code) != NULL)
    return TRUE;

  g_set_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_RANGE,
               /* Translators: the label of a finding, then the answer given */
               _ ("%s: “%s” is not one of the answers."), plumb_text_get (finding->label, NULL),
               code);
  return FALSE;
}

/* Longer than anybody types, and than a window can be wide. */
static gboolean
check_length (const PlumbFinding *finding, const char *text, GError **error)
{
  if (g_utf8_strlen (text, -1) <= MAXIMUM_LENGTH)
    return TRUE;

  g_set_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_RANGE,
               /* Translators: the label of a finding, then how long a text may be */
               _ ("%s: the text is longer than %d characters."),
               plumb_text_get (finding->label, NULL), MAXIMUM_LENGTH);
  return FALSE;
}

/**
 * plumb_finding_check_value:
 * @finding: a finding
 * @value: what is to be answered; null is always allowed
 *
 * Returns: %FALSE with @error set when the value is of another type than the
 *   finding's, or outside its range or choices
 */
gboolean
plumb_finding_check_value (const PlumbFinding *finding, const PlumbValue *value, GError **error)
{
  g_return_val_if_fail (finding != NULL && value != NULL, FALSE);

  if (value->type == PLUMB_VALUE_NULL)
    return TRUE;

  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return value->type == PLUMB_VALUE_BOOLEAN || set_type_error (finding, _ ("yes or no"), error);
    case PLUMB_FINDING_INTEGER:
      return value->type == PLUMB_VALUE_INTEGER
                 ? check_integer (finding, value->integer, error)
                 : set_type_error (finding, _ ("a whole number"), error);
    case PLUMB_FINDING_DATE:
      return value->type == PLUMB_VALUE_DATE || set_type_error (finding, _ ("a date"), error);
    case PLUMB_FINDING_CHOICE:
      return value->type == PLUMB_VALUE_STRING
                 ? check_choice (finding, value->string, error)
                 : set_type_error (finding, _ ("one of its choices"), error);
    case PLUMB_FINDING_STRING:
      return value->type == PLUMB_VALUE_STRING && g_utf8_validate (value->string, -1, NULL)
                 ? check_length (finding, value->string, error)
                 : set_type_error (finding, _ ("text"), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
