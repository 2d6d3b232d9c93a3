/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"
#include "plumb-what-if.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_SESSION (plumb_session_get_type ())
G_DECLARE_FINAL_TYPE (PlumbSession, plumb_session, PLUMB, SESSION, GObject)

/**
 * PlumbSession:
 *
 * One consultation on the screen: its answers, what the pathway says to them now,
 * the stage in view and the file. Panels watch it and never each other.
 *
 * Properties (all notify):
 *  evaluation (PlumbEvaluation boxed, read-only): new object after every change of answers
 *  stage (pointer to PlumbStage, read-write): the stage that the chart shows
 *  focus-node (pointer to PlumbNode, read-write): the box the consultation is at, or NULL
 *  trial (pointer to PlumbWhatIf, read-only): answers that are tried and not recorded, or NULL
 *  file (GFile, read-only), modified (boolean), can-undo, can-redo (boolean)
 * Signals: reset (self), when another consultation or pathway takes its place;
 * skipped (self), when the order of the questions changes and no answer does.
 */
PlumbSession *plumb_session_new (PlumbPathway *pathway);
/* Goes on with another pathway, or a newer one. (plumb-session-adapt.c) */
PlumbSession *
plumb_session_new_adapted (PlumbPathway *pathway, PlumbSession *other, GPtrArray **dropped);
PlumbPathway *plumb_session_get_pathway (PlumbSession *self);
PlumbConsultation *plumb_session_get_consultation (PlumbSession *self);
PlumbEvaluation *plumb_session_get_evaluation (PlumbSession *self); /* borrowed */

const PlumbStage *plumb_session_get_stage (PlumbSession *self);
void plumb_session_set_stage (PlumbSession *self, const PlumbStage *stage);
const PlumbNode *plumb_session_get_focus_node (PlumbSession *self);
void plumb_session_set_focus_node (PlumbSession *self, const PlumbNode *node);
/* To the next current decision: the stage in view first, else the earliest stage that waits. */
void plumb_session_go_to_current (PlumbSession *self);

/* One undo step each; an error goes to the caller and nothing changes. */
gboolean plumb_session_answer (PlumbSession *self,
                               const PlumbFinding *finding,
                               const PlumbValue *value,
                               GError **error);
gboolean plumb_session_answer_many (PlumbSession *self,
                                    const PlumbAnswer *answers,
                                    gsize n_answers,
                                    GError **error);
/* What is marked on the body map, as one undo step. */
void plumb_session_set_marks (PlumbSession *self, PlumbBodyMarks *marks);
/* What the clinician does with an advice, and whether the handout leaves it out. */
const PlumbStance *plumb_session_get_stance (PlumbSession *self,
                                             const PlumbRecommendation *recommendation);
gboolean plumb_session_set_stance (PlumbSession *self,
                                   const PlumbRecommendation *recommendation,
                                   const PlumbStance *stance,
                                   GError **error);
void plumb_session_set_left_out (PlumbSession *self,
                                 const PlumbRecommendation *recommendation,
                                 gboolean left_out);
/* Skip: leave a finding open and ask it last; forgotten with the next consultation. */
void plumb_session_skip (PlumbSession *self, const PlumbFinding *finding);
void plumb_session_skip_many (PlumbSession *self, GPtrArray *findings); /* PlumbFinding */
gboolean plumb_session_get_skipped (PlumbSession *self, const PlumbFinding *finding);
/* The current decision that waits for a finding, the focus node first; or NULL. */
const PlumbNode *plumb_session_find_waiting (PlumbSession *self, const PlumbFinding *finding);
/* PlumbFinding to ask, the best first: the evaluation's questions, skipped ones last. */
GPtrArray *plumb_session_list_questions (PlumbSession *self);

/* What if: answers are tried without being given. The consultation and all that is made of
 * it keep to what is recorded; the chart and the advice show what would change. The next real
 * answer ends the trial. (plumb-session-trial.c) */
gboolean plumb_session_try (PlumbSession *self,
                            const PlumbAnswer *answers,
                            gsize n_answers,
                            GError **error);
/* One of a set of answers between which the pathway cannot tell, such as "8 or more". */
gboolean plumb_session_try_candidates (PlumbSession *self,
                                       const PlumbCandidates *candidates,
                                       const PlumbFinding *finding,
                                       PlumbCandidateSet set,
                                       GError **error);
void plumb_session_stop_trying (PlumbSession *self);
/* Records what is tried, as one undo step. */
gboolean plumb_session_take_over (PlumbSession *self, GError **error);
PlumbWhatIf *plumb_session_get_trial (PlumbSession *self);        /* borrowed, or NULL */
const char *plumb_session_get_trial_words (PlumbSession *self);   /* "Weeks since onset: 8 or more" */
gboolean plumb_session_get_can_take_over (PlumbSession *self);    /* not where it is "8 or more" */
PlumbEvaluation *plumb_session_get_shown (PlumbSession *self);    /* of the trial, else as recorded */

void plumb_session_undo (PlumbSession *self);
void plumb_session_redo (PlumbSession *self);
void plumb_session_clear (PlumbSession *self); /* New */

gboolean plumb_session_open (PlumbSession *self, GFile *file, GPtrArray **warnings, GError **error);
gboolean plumb_session_recover (PlumbSession *self,
                                GFile *file,
                                const GDate *day,
                                GPtrArray **warnings,
                                GError **error);
gboolean plumb_session_save (PlumbSession *self, GFile *file, GError **error);
GFile *plumb_session_get_file (PlumbSession *self);
gboolean plumb_session_get_modified (PlumbSession *self);
/* Advice that the whole window has to know of, or NULL; paused: whether it stops all else. */
const PlumbRecommendation *plumb_session_get_alarm (PlumbSession *self, gboolean *paused);
/* One line: where the consultation stands, whole sentences, translated. */
char *plumb_session_dup_status (PlumbSession *self);

G_END_DECLS
