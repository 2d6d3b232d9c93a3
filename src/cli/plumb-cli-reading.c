/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-input.h"
#include "plumb-cli.h"

#include <string.h>

/**
 * plumb_cli_read_consultation:
 * @pathway: a pathway
 * @name: a file with one consultation, or "-" for standard input
 * @evaluation: (out): what the pathway says to it
 *
 * Reports the warnings about it.
 *
 * Returns: (transfer full) (nullable): the consultation; %NULL after a message
 */
PlumbConsultation *
plumb_cli_read_consultation (PlumbPathway *pathway, const char *name, PlumbEvaluation **evaluation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCliInput) input = plumb_cli_input_open (name, TRUE, &error);
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (PlumbConsultation) consultation = NULL;
  const GString *text = NULL;
  guint line;

  if (input != NULL)
    text = plumb_cli_input_next (input, &line, &error);
  if (error == NULL)
    consultation = plumb_consultation_file_parse (pathway, text ? text->str : "",
                                                  text ? (gssize) text->len : 0, &warnings, &error);
  if (consultation == NULL)
    {
      plumb_cli_report_error (input ? plumb_cli_input_get_name (input) : name, 0, error);
      return NULL;
    }
  *evaluation = plumb_evaluation_new_for_consultation (consultation);
  plumb_cli_report_warnings (plumb_cli_input_get_name (input), 0, warnings, *evaluation);

  return g_steal_pointer (&consultation);
}

/* Whether the format is text or json; NULL is text. */
gboolean
plumb_cli_read_format (const char *format, gboolean *as_json)
{
  if (format == NULL || strcmp (format, "text") == 0)
    return TRUE;
  *as_json = TRUE;

  return strcmp (format, "json") == 0;
}

/* Whether the pathway speaks the language; that in which it is written is no translation, so that
 * it becomes NULL. */
gboolean
plumb_cli_read_language (PlumbPathway *pathway, char **language)
{
  if (g_strcmp0 (*language, "en") == 0)
    g_clear_pointer (language, g_free);

  return *language == NULL || plumb_text_has (plumb_pathway_get_title (pathway), *language);
}
