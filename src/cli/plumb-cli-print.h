/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"
#include "plumb-evaluation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is asked for on the command line. */
typedef struct
{
  char *document;
  char *stage;
  char *language; /* NULL: English */
  char *paper;
  char *output;
  char **files;
  char **left_out; /* of the handout: ids of advice; NULL: nothing */
  gboolean large;
  gboolean black_and_white;
  double width; /* of the paper, in points */
  double height;
} PlumbCliPrint;

/* The chart: a page a stage, or a drawing. stage: NULL for all. */
PlumbDocument *plumb_cli_print_chart (const PlumbCliPrint *self,
                                      const PlumbStage *stage,
                                      PlumbEvaluation *evaluation);
char *plumb_cli_draw_chart (const PlumbCliPrint *self,
                            const PlumbStage *stage,
                            PlumbEvaluation *evaluation);

G_END_DECLS
