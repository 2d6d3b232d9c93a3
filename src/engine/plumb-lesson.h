/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case.h"

G_BEGIN_DECLS

/* What a question costs: one alone, and several that are asked together. */
#define PLUMB_LESSON_COST 1
#define PLUMB_LESSON_COST_TOGETHER 2
/* Without what was dangerous to miss nobody stays below this, and with it nobody reaches it. */
#define PLUMB_LESSON_SAFE_POINTS 40

typedef enum
{
  PLUMB_LESSON_BOX,      /* where does the way go on from a decision? */
  PLUMB_LESSON_ADVICE,   /* which advice is in force? */
  PLUMB_LESSON_REVEALED, /* committed, and shown what the pathway says */
  PLUMB_LESSON_OVER,
} PlumbLessonPhase;

/* How a learner came to know of a finding. */
typedef enum
{
  PLUMB_LESSON_UNASKED,
  PLUMB_LESSON_TOLD,   /* by the story, or at the end of an earlier step */
  PLUMB_LESSON_ASKED,  /* and answered, or there is no answer */
  PLUMB_LESSON_MISSED, /* the pathway needed it, and nobody had asked */
} PlumbLessonKnowledge;

/* One way to go on, or one advice: exit or recommendation is NULL. */
typedef struct
{
  const PlumbExit *exit;
  const PlumbRecommendation *recommendation;
  gboolean chosen;
  gboolean right; /* what the pathway says; to be shown only when it is revealed */
} PlumbLessonChoice;

/* What was predicted, and how well. */
typedef struct
{
  guint step;
  const PlumbNode *node; /* the decision; NULL: the advice */
  const PlumbStage *stage;
  double right;      /* from 0 to 1 */
  GPtrArray *missed; /* PlumbFinding without which nobody could know */
} PlumbLessonCommit;

typedef struct
{
  gboolean safe;      /* neither a red flag nor an urgent advice was missed */
  guint points;       /* from 0 to 100 */
  double concordance; /* from 0 to 1: how much was predicted rightly */
  double economy;     /* from 0 to 1: questions asked against those that were needed */
  guint cost;
  guint cost_needed;
} PlumbLessonScore;

#define PLUMB_TYPE_LESSON (plumb_lesson_get_type ())
G_DECLARE_FINAL_TYPE (PlumbLesson, plumb_lesson, PLUMB, LESSON, GObject)

/*
 * One learner who plays one case: asks, predicts, commits, and is shown what the
 * pathway says. Signal: changed (self), after all that follows.
 */
PlumbLesson *plumb_lesson_new (PlumbCase *teaching_case);
PlumbCase *plumb_lesson_get_case (PlumbLesson *self);
PlumbLessonPhase plumb_lesson_get_phase (PlumbLesson *self);
guint plumb_lesson_get_step (PlumbLesson *self);

/* Asking. */
gboolean plumb_lesson_can_ask (const PlumbFinding *finding);
/* PlumbFinding that are asked as one with it, on a card or as a score; itself included. */
GPtrArray *plumb_lesson_list_together (PlumbLesson *self, const PlumbFinding *finding);
void plumb_lesson_ask (PlumbLesson *self, const PlumbFinding *finding);
void plumb_lesson_ask_together (PlumbLesson *self, const PlumbFinding *finding);
PlumbLessonKnowledge plumb_lesson_get_knowledge (PlumbLesson *self, const PlumbFinding *finding);
/* NULL where it is not known to the learner, or to nobody. */
const PlumbCaseAnswer *plumb_lesson_get_answer (PlumbLesson *self, const PlumbFinding *finding);
/* Words of the case, or the pathway's; free with g_free(). NULL as above. */
char *
plumb_lesson_phrase_answer (PlumbLesson *self, const PlumbFinding *finding, const char *language);
guint plumb_lesson_get_cost (PlumbLesson *self);

/* Predicting. */
const PlumbNode *plumb_lesson_get_node (PlumbLesson *self); /* NULL: the advice */
GArray *plumb_lesson_get_choices (PlumbLesson *self);       /* PlumbLessonChoice, borrowed */
void plumb_lesson_choose (PlumbLesson *self, guint choice, gboolean chosen);
gboolean plumb_lesson_get_exclusive (PlumbLesson *self); /* at most one choice can be right */
/* Leaves out the boxes that are left, and says at once what is to be done. */
void plumb_lesson_turn_to_advice (PlumbLesson *self);
void plumb_lesson_commit (PlumbLesson *self);
void plumb_lesson_proceed (PlumbLesson *self);

/* What came out; all borrowed. */
PlumbEvaluation *plumb_lesson_get_evaluation (PlumbLesson *self); /* as far as the chart shows it */
PlumbEvaluation *plumb_lesson_get_truth (PlumbLesson *self);
/* What the learner's own questions lead to; while it is open, so far. */
PlumbEvaluation *plumb_lesson_get_own_evaluation (PlumbLesson *self);
GPtrArray *plumb_lesson_get_commits (PlumbLesson *self);       /* PlumbLessonCommit, in order */
GPtrArray *plumb_lesson_get_missed (PlumbLesson *self);        /* PlumbFinding, of all steps */
GPtrArray *plumb_lesson_get_missed_flags (PlumbLesson *self);  /* PlumbFinding */
GPtrArray *plumb_lesson_get_missed_advice (PlumbLesson *self); /* PlumbRecommendation, urgent */
void plumb_lesson_get_score (PlumbLesson *self, PlumbLessonScore *score);

G_END_DECLS
