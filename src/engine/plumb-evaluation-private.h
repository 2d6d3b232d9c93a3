/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"
#include "plumb-pathway-private.h"

G_BEGIN_DECLS

struct _PlumbEvaluation
{
  gatomicrefcount references;
  PlumbPathway *pathway;
  GDate visit;
  PlumbValue *slots; /* findings, days since onset, terms, recommendations */
  guint8 *nodes;     /* PlumbTruth, by index */
  guint8 *exits;     /* PlumbTruth, by index */
  PlumbBodyMarks *marks;
  PlumbStances *stances;
  GPtrArray *texts;     /* free text of this patient, or NULL */
  GPtrArray *questions; /* PlumbFinding, put in order when first asked for; NULL before */
  guint n_deciding;     /* how many of them the current decisions wait for */
};

/* Works out everything above from the findings in the slots. */
void plumb_evaluation_compute (PlumbEvaluation *self);

/* Whether one action gives its advice, asked for every one of them at every computation. */
static inline PlumbTruth
plumb_evaluation_weigh_advice (const PlumbEvaluation *self, const PlumbAdvice *advice)
{
  PlumbTruth reached = (PlumbTruth) self->nodes[advice->node->index];

  if (reached == PLUMB_FALSE || advice->condition == NULL)
    return reached;

  return MIN (reached, plumb_expression_evaluate_truth (advice->condition, self->slots));
}

/* PlumbFinding on whose answers the value of an expression rests; empty where it has none. */
GPtrArray *plumb_evaluation_list_support (const PlumbEvaluation *self,
                                          const PlumbExpression *expression);
/* PlumbFinding, unanswered, for which an expression without a value waits. */
GPtrArray *plumb_evaluation_list_open (const PlumbEvaluation *self,
                                       const PlumbExpression *expression);

/* For trying answers by the thousand: an evaluation whose answers are put in and worked out anew
 * with plumb_evaluation_try(). It borrows the texts of the one from which it was made. */
PlumbEvaluation *plumb_evaluation_new_trial (const PlumbEvaluation *base);
void plumb_evaluation_try (PlumbEvaluation *trial,
                           const PlumbEvaluation *base,
                           const PlumbAnswer *answers,
                           gsize n_answers);

G_END_DECLS
