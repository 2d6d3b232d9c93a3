/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-candidates.h"

G_BEGIN_DECLS

/* One box on the way from the start to an advice. */
typedef struct
{
  const PlumbNode *node;
  const PlumbExit *exit;     /* by which the way goes on; NULL for the last box */
  const PlumbAdvice *advice; /* what the last box gives; else NULL */
  PlumbTruth truth;          /* of the exit's guard, or of the advice's own condition, by itself */
  GPtrArray *findings;       /* PlumbFinding on which that rests, or, unknown, for which it waits */
} PlumbExplanationStep;

/* An answer that would help. */
typedef struct
{
  const PlumbFinding *finding;       /* NULL: recommendation has to change */
  PlumbCandidateSet answers;         /* any of them would do; empty: see below */
  gboolean taken_back; /* the answer that is there is in the way, and no other helps */
  const PlumbRecommendation *recommendation; /* this advice has to be … */
  gboolean wanted;                           /* … in force, or not */
} PlumbExplanationChange;

/* Why one advice is in force, or what stands in its way. Immutable. */
typedef struct _PlumbExplanation PlumbExplanation;

#define PLUMB_TYPE_EXPLANATION (plumb_explanation_get_type ())
GType plumb_explanation_get_type (void);

PlumbExplanation *plumb_explanation_new (PlumbEvaluation *evaluation,
                                         const PlumbRecommendation *recommendation);
PlumbExplanation *plumb_explanation_ref (PlumbExplanation *self);
void plumb_explanation_unref (PlumbExplanation *self);

PlumbEvaluation *plumb_explanation_get_evaluation (const PlumbExplanation *self);
const PlumbRecommendation *plumb_explanation_get_recommendation (const PlumbExplanation *self);
/* true: in force; unknown: it may still come to be; false: not with these answers. */
PlumbTruth plumb_explanation_get_truth (const PlumbExplanation *self);

/* All borrowed. */
GPtrArray *plumb_explanation_get_steps (const PlumbExplanation *self); /* PlumbExplanationStep */
/* The first step that does not hold; NULL when the advice is in force. */
const PlumbExplanationStep *plumb_explanation_get_obstacle (const PlumbExplanation *self);
guint plumb_explanation_count_obstacles (const PlumbExplanation *self);
/* What would take that step: GArray of PlumbExplanationChange, of each of which one is needed. */
GPtrArray *plumb_explanation_get_needs (const PlumbExplanation *self);
/* Whether that is known to be enough for the step. */
gboolean plumb_explanation_get_needs_suffice (const PlumbExplanation *self);
const PlumbCandidates *plumb_explanation_get_candidates (const PlumbExplanation *self);
/* PlumbStatement of the advice, then those of the boxes that are in its own stage or turn on it. */
GPtrArray *plumb_explanation_get_statements (const PlumbExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbExplanation, plumb_explanation_unref)

G_END_DECLS
