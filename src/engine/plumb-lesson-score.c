/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-lesson-private.h"

/* The case's answers to everything that is asked as one with a finding. */
static PlumbEvaluation *
answer_unit (PlumbLesson *self, PlumbEvaluation *evaluation, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) together = plumb_lesson_list_together (self, finding);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));

  for (guint i = 0; i < together->len; i++)
    {
      const PlumbFinding *next = g_ptr_array_index (together, i);
      const PlumbCaseAnswer *known = plumb_case_find_answer (self->teaching_case, self->step, next);
      PlumbAnswer answer = { next, known != NULL ? known->value : plumb_value_null () };

      if (known != NULL)
        g_array_append_val (answers, answer);
    }

  return plumb_evaluation_new_with_answers (
      evaluation, (const PlumbAnswer *) (gpointer) answers->data, answers->len);
}

/* The next question of the pathway that has not been asked yet and has an answer. */
static const PlumbFinding *
find_question (PlumbLesson *self, PlumbEvaluation *evaluation, GHashTable *needed)
{
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);
  guint n = plumb_evaluation_count_deciding_questions (evaluation);

  for (guint i = 0; i < n; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (questions, i);

      if (!g_hash_table_contains (needed, plumb_lesson_get_unit (self, finding))
          && plumb_case_find_answer (self->teaching_case, self->step, finding) != NULL)
        return finding;
    }

  return NULL;
}

static PlumbEvaluation *
begin_as_told (PlumbLesson *self)
{
  GPtrArray *findings = plumb_lesson_get_findings (self);
  g_autofree PlumbValue *answers = g_new0 (PlumbValue, findings->len);
  GDate today;

  for (guint i = 0; i < findings->len; i++)
    if (self->knowledge[i] == PLUMB_LESSON_TOLD)
      answers[i] = *plumb_evaluation_get_answer (self->truth, g_ptr_array_index (findings, i));
  plumb_evaluation_get_visit_date (self->truth, &today);

  return plumb_evaluation_new (plumb_case_get_pathway (self->teaching_case), answers, &today);
}

static guint
get_unit_cost (PlumbLesson *self, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) together = plumb_lesson_list_together (self, finding);

  return together->len > 1 ? PLUMB_LESSON_COST_TOGETHER : PLUMB_LESSON_COST;
}

/* Asks as the pathway would, and notes what the learner did not. */
void
plumb_lesson_count_questions (PlumbLesson *self)
{
  g_autoptr (GHashTable) needed = g_hash_table_new (NULL, NULL);
  g_autoptr (PlumbEvaluation) evaluation = begin_as_told (self);
  const PlumbFinding *finding;
  guint shared = 0;

  while ((finding = find_question (self, evaluation, needed)) != NULL)
    {
      gconstpointer unit = plumb_lesson_get_unit (self, finding);
      PlumbEvaluation *next = answer_unit (self, evaluation, finding);

      plumb_evaluation_unref (evaluation);
      evaluation = next;
      g_hash_table_add (needed, (gpointer) unit);
      self->cost_needed += get_unit_cost (self, finding);
      if (g_hash_table_contains (self->asked, unit))
        shared++;
      else
        plumb_lesson_add_miss (self, finding, NULL);
    }
  self->n_shared += shared;
  self->n_either += g_hash_table_size (needed) + g_hash_table_size (self->asked) - shared;
}

static double
get_concordance (PlumbLesson *self)
{
  double sum = 0;

  for (guint i = 0; i < self->commits->len; i++)
    sum += ((const PlumbLessonCommit *) g_ptr_array_index (self->commits, i))->right;

  return self->commits->len > 0 ? sum / self->commits->len : 0;
}

/**
 * plumb_lesson_get_score:
 * @self: a lesson
 * @score: (out): how it went so far
 *
 * Safety first: whoever missed a red flag or an urgent advice stays below everybody who did
 * not, however well the rest went. Then what was predicted counts most, and the questions least.
 */
void
plumb_lesson_get_score (PlumbLesson *self, PlumbLessonScore *score)
{
  double quality;

  g_return_if_fail (PLUMB_IS_LESSON (self));
  g_return_if_fail (score != NULL);

  score->safe = self->missed_flags->len == 0 && self->missed_advice->len == 0;
  score->concordance = get_concordance (self);
  score->economy = self->n_either > 0 ? (double) self->n_shared / self->n_either : 1;
  score->cost = self->cost;
  score->cost_needed = self->cost_needed;
  quality = 0.75 * score->concordance + 0.25 * score->economy;
  score->points = score->safe ? PLUMB_LESSON_SAFE_POINTS
                                    + (guint) (quality * (100 - PLUMB_LESSON_SAFE_POINTS) + 0.5)
                              : (guint) (quality * (PLUMB_LESSON_SAFE_POINTS - 1) + 0.5);
}
