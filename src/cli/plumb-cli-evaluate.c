/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-input.h"
#include "plumb-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  PlumbPathway *pathway;
  gboolean as_json;
  gboolean is_first;
  int status;
} PlumbCliRun;

static void
print_consultation (PlumbCliRun *run,
                    PlumbConsultation *consultation,
                    GPtrArray *warnings,
                    const char *place,
                    guint line)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_evaluation_new_for_consultation (consultation);
  const char *id = plumb_consultation_get_id (consultation);
  g_autofree char *result = run->as_json
                                ? plumb_cli_evaluation_to_json (evaluation, id)
                                : plumb_cli_evaluation_to_text (evaluation, id ? id : place);

  plumb_cli_report_warnings (place, line, warnings, evaluation);
  if (!run->is_first && !run->as_json)
    putchar ('\n');
  puts (result);
  run->is_first = FALSE;
}

static void
evaluate_text (PlumbCliRun *run, const GString *text, const char *place, guint line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (PlumbConsultation) consultation = plumb_consultation_file_parse (
      run->pathway, text->str, (gssize) text->len, &warnings, &error);

  if (consultation != NULL)
    {
      print_consultation (run, consultation, warnings, place, line);
      return;
    }
  plumb_cli_report_error (place, line, error);
  run->status = PLUMB_CLI_PROBLEM;
}

/* One consultation that cannot be read does not keep the others back. */
static void
evaluate_file (PlumbCliRun *run, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCliInput) input = plumb_cli_input_open (name, FALSE, &error);
  const GString *text;
  guint n_texts = 0;
  guint line;

  if (input != NULL)
    for (; (text = plumb_cli_input_next (input, &line, &error)) != NULL; n_texts++)
      evaluate_text (run, text, plumb_cli_input_get_name (input), line);

  if (error == NULL && n_texts > 0)
    return;
  plumb_cli_report (input ? plumb_cli_input_get_name (input) : name, 0, 0,
                    error ? error->message : _ ("There is no consultation in it."));
  run->status = PLUMB_CLI_PROBLEM;
}

/**
 * plumb_cli_evaluate:
 * @arguments: "evaluate" and what follows
 *
 * Prints what the pathway says to each consultation, in the order of the input.
 *
 * Returns: the program's exit status
 */
int
plumb_cli_evaluate (GStrv arguments)
{
  g_autofree char *pathway_file = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "pathway", 0, 0, G_OPTION_ARG_FILENAME, &pathway_file,
      N_ ("The pathway, in place of the program's own"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to print: text (default) or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_ ("FILE…") },
    { NULL },
  };
  g_autoptr (PlumbPathway) pathway = NULL;
  PlumbCliRun run = { .is_first = TRUE, .status = PLUMB_CLI_DONE };

  if (!plumb_cli_parse_options (arguments, NULL,
                                _ ("Prints what the pathway says to each consultation.\n"
                                   "FILE is a FHIR QuestionnaireResponse (.json), or holds one a "
                                   "line (.ndjson); - is standard input."),
                                entries))
    return PLUMB_CLI_USAGE;
  if (files == NULL)
    return plumb_cli_refuse ("evaluate", _ ("FILE is missing."));
  run.as_json = g_strcmp0 (format, "json") == 0;
  if (!run.as_json && format != NULL && strcmp (format, "text") != 0)
    return plumb_cli_refuse ("evaluate", _ ("The format is text or json, not “%s”."), format);

  pathway = run.pathway = plumb_cli_open_pathway (pathway_file);
  if (pathway == NULL)
    return PLUMB_CLI_PROBLEM;
  for (guint i = 0; files[i] != NULL; i++)
    evaluate_file (&run, files[i]);

  return run.status;
}
