/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-reading.h"

#include "plumb-cli-input.h"

#include <glib/gi18n.h>
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
static gboolean
read_format (PlumbCliReading *self)
{
  if (self->format == NULL || strcmp (self->format, "text") == 0)
    return TRUE;
  self->json = TRUE;

  return strcmp (self->format, "json") == 0;
}

/**
 * plumb_cli_reading_parse:
 * @self: what is asked for, nothing so far
 * @arguments: the command's name and what follows
 * @summary: what the command does, for the help
 * @entries: the options that it has beside those about the consultation
 *
 * Returns: %PLUMB_CLI_DONE, or how the command ends after a message
 */
int
plumb_cli_reading_parse (PlumbCliReading *self,
                         GStrv arguments,
                         const char *summary,
                         const GOptionEntry *entries)
{
  const GOptionEntry shared[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language,
      N_ ("The language, such as es; English when it is left out"), N_ ("LANGUAGE") },
    { "pathway", 0, 0, G_OPTION_ARG_FILENAME, &self->pathway_file,
      N_ ("The pathway, in place of the program's own"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format,
      N_ ("How to print: text (default) or json"), N_ ("FORMAT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("The same as --format json"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, N_ ("FILE") },
  };
  /* Its own come first in the help. */
  g_autoptr (GArray) all = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    g_array_append_vals (all, entry, 1);
  g_array_append_vals (all, shared, G_N_ELEMENTS (shared));
  if (!plumb_cli_parse_options (arguments, NULL, summary,
                                (const GOptionEntry *) (gpointer) all->data))
    return PLUMB_CLI_USAGE;
  if (!read_format (self))
    return plumb_cli_refuse (self->command, _ ("The format is text or json, not “%s”."),
                             self->format);

  return PLUMB_CLI_DONE;
}

/* That in which the pathway is written is no translation, so that it becomes NULL. */
static gboolean
speaks_language (PlumbCliReading *self)
{
  if (g_strcmp0 (self->language, "en") == 0)
    g_clear_pointer (&self->language, g_free);

  return self->language == NULL
         || plumb_text_has (plumb_pathway_get_title (self->pathway), self->language);
}

/**
 * plumb_cli_reading_open_pathway:
 * @self: what is asked for
 *
 * Reads the pathway, which must be there in the language.
 *
 * Returns: %PLUMB_CLI_DONE, or how the command ends after a message
 */
int
plumb_cli_reading_open_pathway (PlumbCliReading *self)
{
  self->pathway = plumb_cli_open_pathway (self->pathway_file);
  if (self->pathway == NULL)
    return PLUMB_CLI_PROBLEM;
  if (!speaks_language (self))
    return plumb_cli_refuse (self->command, _ ("The pathway is not there in the language “%s”."),
                             self->language);

  return PLUMB_CLI_DONE;
}

/**
 * plumb_cli_reading_open_consultation:
 * @self: what is asked for, with its pathway open
 *
 * Reads the consultation and reports the warnings about it.
 *
 * Returns: %PLUMB_CLI_DONE, or how the command ends after a message
 */
int
plumb_cli_reading_open_consultation (PlumbCliReading *self)
{
  self->consultation
      = plumb_cli_read_consultation (self->pathway, self->files[0], &self->evaluation);

  return self->consultation != NULL ? PLUMB_CLI_DONE : PLUMB_CLI_PROBLEM;
}

void
plumb_cli_reading_clear (PlumbCliReading *self)
{
  g_free (self->language);
  g_free (self->format);
  g_free (self->pathway_file);
  g_strfreev (self->files);
  g_clear_pointer (&self->evaluation, plumb_evaluation_unref);
  g_clear_object (&self->consultation);
  g_clear_pointer (&self->pathway, plumb_pathway_unref);
}
