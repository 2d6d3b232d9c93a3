/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation.h"
#include "plumb-pathway.h"

G_BEGIN_DECLS

/* How a box or an exit stands, for the chart. */
typedef enum
{
  PLUMB_STANDING_OPEN,      /* nobody knows yet */
  PLUMB_STANDING_TAKEN,     /* reached */
  PLUMB_STANDING_CURRENT,   /* reached, a decision, and some exit is still open */
  PLUMB_STANDING_RULED_OUT, /* cannot be reached with these answers */
} PlumbStanding;

/* An immutable snapshot: what the pathway says to one set of answers. */
typedef struct _PlumbEvaluation PlumbEvaluation;

#define PLUMB_TYPE_EVALUATION (plumb_evaluation_get_type ())
GType plumb_evaluation_get_type (void);

/* answers: one value a finding, in the order of the findings; copied. */
PlumbEvaluation *plumb_evaluation_new (PlumbPathway *pathway, const PlumbValue *answers,
                                       const GDate *today);
PlumbEvaluation *plumb_evaluation_new_for_consultation (PlumbConsultation *consultation);
/* What would be said if these answers were given too; nothing is recorded. */
PlumbEvaluation *plumb_evaluation_new_with_answers (const PlumbEvaluation *self,
                                                    const PlumbAnswer *answers, gsize n_answers);
PlumbEvaluation *plumb_evaluation_ref (PlumbEvaluation *self);
void plumb_evaluation_unref (PlumbEvaluation *self);

PlumbPathway *plumb_evaluation_get_pathway (const PlumbEvaluation *self);
/* What was marked on the body map; borrowed. It decides nothing. */
PlumbBodyMarks *plumb_evaluation_get_marks (const PlumbEvaluation *self);
/* What the clinician does with each advice; borrowed. It changes none. */
PlumbStances *plumb_evaluation_get_stances (const PlumbEvaluation *self);
void plumb_evaluation_get_visit_date (const PlumbEvaluation *self, GDate *date);

PlumbTruth plumb_evaluation_get_node (const PlumbEvaluation *self, const PlumbNode *node);
PlumbTruth plumb_evaluation_get_exit (const PlumbEvaluation *self, const PlumbExit *exit);
PlumbTruth plumb_evaluation_get_recommendation (const PlumbEvaluation *self,
                                                const PlumbRecommendation *recommendation);
/* How soon: the most urgent of the reached actions that give it; else the advice's own. */
PlumbUrgency plumb_evaluation_get_urgency (const PlumbEvaluation *self,
                                           const PlumbRecommendation *recommendation);
PlumbTruth plumb_evaluation_get_advice (const PlumbEvaluation *self, const PlumbAdvice *advice);
PlumbStanding plumb_evaluation_get_node_standing (const PlumbEvaluation *self,
                                                  const PlumbNode *node);
PlumbStanding plumb_evaluation_get_exit_standing (const PlumbEvaluation *self,
                                                  const PlumbExit *exit);
/* current: holds a current decision; taken: reached and settled; ruled out: paused. */
PlumbStanding plumb_evaluation_get_stage_standing (const PlumbEvaluation *self,
                                                   const PlumbStage *stage);

/* The answer in effect: weeks counted from the dates where there are dates. */
const PlumbValue *plumb_evaluation_get_answer (const PlumbEvaluation *self,
                                               const PlumbFinding *finding);
const PlumbValue *plumb_evaluation_get_term (const PlumbEvaluation *self, const PlumbTerm *term);

/* What a condition of its pathway comes to, such as those of the handout; NULL is true. */
PlumbTruth plumb_evaluation_test (const PlumbEvaluation *self, const PlumbExpression *condition);

/* Each returns a new array of borrowed pointers; g_ptr_array_unref when done. */
GPtrArray *plumb_evaluation_list_taken (const PlumbEvaluation *self);   /* PlumbNode */
GPtrArray *plumb_evaluation_list_current (const PlumbEvaluation *self); /* PlumbNode, by number */
/* PlumbRecommendation in force: most urgent first, then by strength, then in the pathway's order. */
GPtrArray *plumb_evaluation_list_advice (const PlumbEvaluation *self);
/* PlumbFinding: the answers that made it true, those nearest the advice first.
 * For words to show, use plumb_reason_list() of plumb-reason.h. */
GPtrArray *plumb_evaluation_list_because (const PlumbEvaluation *self,
                                          const PlumbRecommendation *recommendation);
/* The same without the answers of the first stage, on which every advice rests. */
GPtrArray *plumb_evaluation_list_particular (const PlumbEvaluation *self,
                                             const PlumbRecommendation *recommendation);
/* PlumbFinding, unanswered, whose answers the current decisions wait for; the best first. */
GPtrArray *plumb_evaluation_list_questions (const PlumbEvaluation *self);
/* How many of these, from the first, the current decisions wait for; the rest refines advice. */
guint plumb_evaluation_count_deciding_questions (const PlumbEvaluation *self);
/* The same for one decision, reached or not; for an action: what its conditions wait for. */
const PlumbFinding *plumb_evaluation_get_asked_before (const PlumbEvaluation *self,
                                                       const PlumbFinding *finding);
GPtrArray *plumb_evaluation_list_node_questions (const PlumbEvaluation *self,
                                                 const PlumbNode *node);
/* PlumbFinding: all that the exits (or conditions) of a node depend on, answered or not. */
GPtrArray *plumb_evaluation_list_node_findings (const PlumbEvaluation *self,
                                                const PlumbNode *node);
GPtrArray *plumb_evaluation_list_warnings (const PlumbEvaluation *self); /* PlumbWarning */

/* FALSE when the advice has no review or the days are not known. Dates are from the visit. */
gboolean plumb_evaluation_get_review (const PlumbEvaluation *self,
                                      const PlumbRecommendation *recommendation, GDate *earliest,
                                      GDate *due);

/* The answers (PlumbAnswer array, free with g_array_unref) which alone would take this
 * exit; NULL when there is no single obvious set of them. */
GArray *plumb_evaluation_solve_exit (const PlumbEvaluation *self, const PlumbExit *exit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbEvaluation, plumb_evaluation_unref)

G_END_DECLS
