/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-lesson.h"

G_BEGIN_DECLS

struct _PlumbLesson
{
  GObject parent_instance;

  PlumbCase *teaching_case;
  PlumbLessonPhase phase;
  guint step;
  PlumbLessonKnowledge *knowledge; /* one a finding */
  gboolean *own;                   /* known without help: told, or asked in time */
  PlumbEvaluation *truth;
  PlumbEvaluation *shown;
  PlumbEvaluation *own_evaluation;
  const PlumbNode *node;
  GArray *choices;          /* PlumbLessonChoice */
  GHashTable *visited;      /* PlumbNode predicted in this step */
  GPtrArray *commits;       /* PlumbLessonCommit */
  GPtrArray *missed;        /* PlumbFinding */
  GPtrArray *missed_flags;  /* PlumbFinding */
  GPtrArray *missed_advice; /* PlumbRecommendation */
  guint cost;
  guint cost_needed;
  guint n_shared;    /* questions both asked and needed */
  guint n_either;    /* questions asked or needed */
  GHashTable *asked; /* what was asked in this step, a card or a score being one */
};

/* ---- its course ------------------------------------------------------------------------- */

/* Whether it waits for a prediction. */
gboolean plumb_lesson_is_open (PlumbLesson *self);
/* Whether knowing everything would take the way any further from a box. */
gboolean
plumb_lesson_can_be_settled (PlumbLesson *self, PlumbEvaluation *evaluation, const PlumbNode *node);
void plumb_lesson_emit_changed (PlumbLesson *self);

/* ---- what is known ---------------------------------------------------------------------- */

GPtrArray *plumb_lesson_get_findings (PlumbLesson *self);
/* What the case answers in this step, told or not; NULL: nothing. */
const PlumbCaseAnswer *plumb_lesson_find_truth (PlumbLesson *self, const PlumbFinding *finding);

/* What the pathway says to what is known: to the learner alone, or with what was missed. */
PlumbEvaluation *plumb_lesson_evaluate (PlumbLesson *self, gboolean own);
/* In place of another; takes it over. */
void plumb_lesson_set_evaluation (PlumbEvaluation **place, PlumbEvaluation *evaluation);

/* ---- asking ----------------------------------------------------------------------------- */

/* A card, a score or the finding itself: what counts as one question. */
gconstpointer plumb_lesson_get_unit (PlumbLesson *self, const PlumbFinding *finding);
const PlumbScore *plumb_lesson_find_score (PlumbLesson *self, const PlumbFinding *finding);

/* missed: (nullable): what it is added to as well */
void plumb_lesson_add_miss (PlumbLesson *self, const PlumbFinding *finding, GPtrArray *missed);
void plumb_lesson_add_missed_flags (PlumbLesson *self, GPtrArray *missed);
void plumb_lesson_add_missed_advice (PlumbLesson *self);

/* ---- predicting ------------------------------------------------------------------------- */

void plumb_lesson_offer_exits (PlumbLesson *self, const PlumbNode *node);
void plumb_lesson_offer_advice (PlumbLesson *self);
double plumb_lesson_compare (PlumbLesson *self);

/* At the end of a step: the questions of the pathway itself against the learner's. */
void plumb_lesson_count_questions (PlumbLesson *self);

G_END_DECLS
