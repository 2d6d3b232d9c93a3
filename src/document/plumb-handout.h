/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* All zero: for any paper, in normal print, with nothing left out. */
typedef struct
{
  double width; /* of the paper in points, so that no page is begun for a line; 0: not known */
  double height;
  gboolean large_print;
  const char *const *left_out; /* ids of advices that the clinician leaves out; NULL: none */
} PlumbHandoutOptions;

PlumbDocument *plumb_handout_new (PlumbEvaluation *evaluation,
                                  const char *language,
                                  const PlumbHandoutOptions *options);
GPtrArray *plumb_handout_list_items (PlumbEvaluation *evaluation);

G_END_DECLS
