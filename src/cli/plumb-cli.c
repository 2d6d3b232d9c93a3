/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli.h"

#include <glib/gi18n.h>

/**
 * plumb_cli_parse_options:
 * @arguments: the command's name and what follows; options are taken out
 * @usage: what the command takes, for the help
 * @summary: what it does, for the help
 * @entries: its options
 *
 * Returns: %FALSE after a message where an option is wrong
 */
gboolean
plumb_cli_parse_options (GStrv arguments,
                         const char *usage,
                         const char *summary,
                         const GOptionEntry *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autofree char *command = g_strdup (arguments[0]);
  g_autofree char *name = g_strdup_printf ("plumbline-cli %s", command);
  int n_arguments = (int) g_strv_length (arguments);
  g_autoptr (GError) error = NULL;

  /* The help names the command after the program. */
  g_set_prgname (name);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, &n_arguments, &arguments, &error))
    return TRUE;

  plumb_cli_refuse (command, "%s", error->message);
  return FALSE;
}

/**
 * plumb_cli_refuse:
 * @command: the name of a command
 * @format: what is wrong with its arguments
 *
 * Returns: %PLUMB_CLI_USAGE
 */
int
plumb_cli_refuse (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("plumbline-cli %s: %s\n", command, message);
  /* Translators: a command to type */
  g_printerr (_ ("Try “plumbline-cli %s --help”.\n"), command);

  return PLUMB_CLI_USAGE;
}

/**
 * plumb_cli_report:
 * @place: a file or whatever else is wrong
 * @line: the line in it, from 1, or 0
 * @column: the character in the line, from 1, or 0
 * @message: what is wrong
 *
 * Reports a problem in one line.
 */
void
plumb_cli_report (const char *place, guint line, guint column, const char *message)
{
  g_autofree char *one_line = g_strdelimit (g_strdup (message), "\n\r", ' ');

  if (line == 0)
    g_printerr ("%s: %s\n", place, one_line);
  else if (column == 0)
    g_printerr ("%s:%u: %s\n", place, line, one_line);
  else
    g_printerr ("%s:%u:%u: %s\n", place, line, column, one_line);
}

/**
 * plumb_cli_report_error:
 * @place: a file
 * @first_line: the line at which the text that @error is about begins, or 0
 *   where it is the whole file
 * @error: what is wrong
 */
void
plumb_cli_report_error (const char *place, guint first_line, const GError *error)
{
  guint line = 0;
  guint column = 0;

  if (!plumb_consultation_file_error_get_position (error, &line, &column))
    plumb_cli_report (place, first_line, 0, error->message);
  else
    plumb_cli_report (place, line + MAX (first_line, 1) - 1, column, error->message);
}

/* Those of the file, then those of the pathway with their ids. */
void
plumb_cli_report_warnings (const char *place,
                           guint first_line,
                           GPtrArray *warnings,
                           const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) found = plumb_evaluation_list_warnings (evaluation);

  for (guint i = 0; i < warnings->len; i++)
    {
      g_autofree char *message
          /* Translators: a message that does not stop the program */
          = g_strdup_printf (_ ("warning: %s"), (char *) g_ptr_array_index (warnings, i));

      plumb_cli_report (place, first_line, 0, message);
    }
  for (guint i = 0; i < found->len; i++)
    {
      const PlumbWarning *warning = g_ptr_array_index (found, i);
      g_autofree char *message = g_strdup_printf (
          /* Translators: a message that does not stop the program, and its id */
          _ ("warning: %s [%s]"), plumb_text_get (warning->text, NULL), warning->id);

      plumb_cli_report (place, first_line, 0, message);
    }
}

/**
 * plumb_cli_open_pathway:
 * @file: (nullable): a pathway, or %NULL for the program's own
 *
 * Returns: (transfer full) (nullable): the pathway; %NULL after a message
 */
PlumbPathway *
plumb_cli_open_pathway (const char *file)
{
  g_autoptr (GFile) location = file ? g_file_new_for_commandline_arg (file) : NULL;
  g_autoptr (GError) error = NULL;
  PlumbPathway *pathway = location ? plumb_pathway_new_from_file (location, &error)
                                   : plumb_pathway_new_builtin (&error);

  if (pathway != NULL)
    return pathway;
  /* What is wrong inside a pathway comes with its place. */
  if (error->domain == PLUMB_PATHWAY_ERROR)
    g_printerr ("%s\n", error->message);
  else
    plumb_cli_report (file ? file : "plumbline-cli", 0, 0, error->message);

  return NULL;
}
