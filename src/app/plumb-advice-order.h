/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* About as much advice as can be taken in at once. */
#define PLUMB_ADVICE_OPEN 8

/* Divides the advice in force; each array (PlumbRecommendation, borrowed) stays in its order. */
void plumb_advice_divide (const PlumbEvaluation *evaluation,
                          const PlumbStage *stage,
                          GPtrArray **open,
                          GPtrArray **folded);

/* One day on which to look again, and what for. */
typedef struct
{
  GDate earliest;
  GDate due;
  GPtrArray *recommendations;
} PlumbAdviceReview;

/* PlumbAdviceReview, the soonest first; each owns its array. */
GPtrArray *plumb_advice_list_reviews (const PlumbEvaluation *evaluation);

G_END_DECLS
