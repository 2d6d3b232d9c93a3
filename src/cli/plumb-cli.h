/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation-file.h"
#include "plumb-evaluation.h"

#include <stdlib.h>

G_BEGIN_DECLS

/* How a command ends. */
enum
{
  PLUMB_CLI_DONE = EXIT_SUCCESS,
  PLUMB_CLI_PROBLEM = 1, /* the input is wrong */
  PLUMB_CLI_USAGE = 2,   /* the command line is wrong */
};

/* Commands, as main() calls them: arguments begins with the command's own name. */
int plumb_cli_check (GStrv arguments);
int plumb_cli_evaluate (GStrv arguments);
int plumb_cli_explain (GStrv arguments);
int plumb_cli_expression (GStrv arguments);
int plumb_cli_print (GStrv arguments);
int plumb_cli_what_if (GStrv arguments);

/* What commands share. */
gboolean plumb_cli_parse_options (GStrv arguments,
                                  const char *usage,
                                  const char *summary,
                                  const GOptionEntry *entries);
int plumb_cli_refuse (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
PlumbPathway *plumb_cli_open_pathway (const char *file);
PlumbConsultation *plumb_cli_read_consultation (PlumbPathway *pathway,
                                                const char *name,
                                                PlumbEvaluation **evaluation);
void plumb_cli_report (const char *place, guint line, guint column, const char *message);
void plumb_cli_report_error (const char *place, guint first_line, const GError *error);
void plumb_cli_report_warnings (const char *place,
                                guint first_line,
                                GPtrArray *warnings,
                                const PlumbEvaluation *evaluation);

/* Results of evaluate. */
char *plumb_cli_evaluation_to_json (const PlumbEvaluation *evaluation, const char *id);
char *plumb_cli_evaluation_to_text (const PlumbEvaluation *evaluation, const char *heading);

G_END_DECLS
