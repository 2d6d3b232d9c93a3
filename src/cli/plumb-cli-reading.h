/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-cli.h"

G_BEGIN_DECLS

/* What a command about one consultation is asked for on its command line, whatever else it is
 * asked for, and what it reads because of it. */
typedef struct
{
  const char *command; /* its name */
  char *language;      /* NULL: English */
  char *format;
  char *pathway_file; /* NULL: the program's own */
  gboolean json;
  GStrv files;

  PlumbPathway *pathway;
  PlumbConsultation *consultation;
  PlumbEvaluation *evaluation;
} PlumbCliReading;

int plumb_cli_reading_parse (PlumbCliReading *self,
                             GStrv arguments,
                             const char *summary,
                             const GOptionEntry *entries);
int plumb_cli_reading_open_pathway (PlumbCliReading *self);
int plumb_cli_reading_open_consultation (PlumbCliReading *self);
void plumb_cli_reading_clear (PlumbCliReading *self);

G_END_DECLS
