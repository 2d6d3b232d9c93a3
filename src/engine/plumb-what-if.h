/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-candidates.h"

G_BEGIN_DECLS

/* An advice that stays in force and becomes more or less urgent. */
typedef struct
{
  const PlumbRecommendation *recommendation;
  PlumbUrgency before;
  PlumbUrgency after;
} PlumbUrgencyChange;

/* What answers would change that nobody has given. Immutable; nothing is recorded. */
typedef struct _PlumbWhatIf PlumbWhatIf;

#define PLUMB_TYPE_WHAT_IF (plumb_what_if_get_type ())
GType plumb_what_if_get_type (void);

PlumbWhatIf *plumb_what_if_new (PlumbEvaluation *before, const PlumbAnswer *answers,
                                gsize n_answers, GError **error);
PlumbWhatIf *plumb_what_if_ref (PlumbWhatIf *self);
void plumb_what_if_unref (PlumbWhatIf *self);

/* All borrowed. */
PlumbEvaluation *plumb_what_if_get_before (const PlumbWhatIf *self);
PlumbEvaluation *plumb_what_if_get_after (const PlumbWhatIf *self); /* for the chart */
GArray *plumb_what_if_get_answers (const PlumbWhatIf *self);        /* PlumbAnswer */
GPtrArray *plumb_what_if_get_added (const PlumbWhatIf *self);       /* PlumbRecommendation */
GPtrArray *plumb_what_if_get_removed (const PlumbWhatIf *self);     /* PlumbRecommendation */
GArray *plumb_what_if_get_urgency_changes (const PlumbWhatIf *self); /* PlumbUrgencyChange */
GPtrArray *plumb_what_if_get_changed_nodes (const PlumbWhatIf *self); /* PlumbNode */
gboolean plumb_what_if_changes_advice (const PlumbWhatIf *self);
/* Of the most urgent advice that comes, goes or changes; routine where none does. */
PlumbUrgency plumb_what_if_get_urgency (const PlumbWhatIf *self);

/* Answers to one finding that would all change the advice in the same way. */
typedef struct
{
  const PlumbFinding *finding;
  PlumbCandidateSet answers;
  PlumbWhatIf *effect; /* of one of them */
} PlumbPossibleAnswer;

/* The single answers that would change the plan, the most consequential first. */
typedef struct _PlumbPossibleAnswers PlumbPossibleAnswers;

PlumbPossibleAnswers *plumb_possible_answers_new (PlumbEvaluation *evaluation);
void plumb_possible_answers_free (PlumbPossibleAnswers *self);
guint plumb_possible_answers_get_length (const PlumbPossibleAnswers *self);
const PlumbPossibleAnswer *plumb_possible_answers_get (const PlumbPossibleAnswers *self, guint i);
const PlumbCandidates *
plumb_possible_answers_get_candidates (const PlumbPossibleAnswers *self); /* borrowed */
/* "Weeks since onset: 8 or more" */
char *plumb_possible_answers_phrase (const PlumbPossibleAnswers *self, guint i,
                                     const char *language);

/* How an advice is named where it comes or goes: "Duloxetine", "Scan at once (emergency)". */
char *plumb_what_if_phrase_advice (const PlumbRecommendation *recommendation, PlumbUrgency urgency,
                                   const char *language);
/* The effect in lines, each after so many spaces, without a last newline; maximum: so many lines
 * of each kind, 0 for all. */
char *plumb_what_if_to_text (const PlumbWhatIf *self, guint indent, guint maximum,
                             const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbWhatIf, plumb_what_if_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbPossibleAnswers, plumb_possible_answers_free)

G_END_DECLS
