/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-case-private.h"

G_DEFINE_QUARK (plumb - case -error - quark, plumb_case_error)
G_DEFINE_BOXED_TYPE (PlumbCase, plumb_case, plumb_case_ref, plumb_case_unref)

static void
free_answer (gpointer data)
{
  PlumbCaseAnswer *answer = data;

  g_clear_pointer ((PlumbText **) &answer->text, plumb_text_free);
  g_free (answer);
}

static void
free_step (gpointer data)
{
  PlumbCaseStep *step = data;

  g_clear_pointer ((PlumbText **) &step->text, plumb_text_free);
  g_ptr_array_unref (step->answers);
  g_ptr_array_unref (step->expected);
  g_ptr_array_unref (step->absent);
  g_free (step);
}

static void
free_lesson (gpointer data)
{
  PlumbCaseLesson *lesson = data;

  g_clear_pointer ((PlumbText **) &lesson->text, plumb_text_free);
  g_ptr_array_unref (lesson->statements);
  g_free (lesson);
}

/* For the reader, which fills it. */
PlumbCase *
plumb_case_new_empty (PlumbPathway *pathway, PlumbTraps *traps)
{
  PlumbCase *self = g_new0 (PlumbCase, 1);

  g_atomic_ref_count_init (&self->references);
  self->pathway = plumb_pathway_ref (pathway);
  self->traps = plumb_traps_ref (traps);
  self->own_traps = g_ptr_array_new ();
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->lessons = g_ptr_array_new_with_free_func (free_lesson);

  return self;
}

PlumbCaseStep *
plumb_case_add_step (PlumbCase *self)
{
  PlumbCaseStep *step = g_new0 (PlumbCaseStep, 1);

  step->answers = g_ptr_array_new_with_free_func (free_answer);
  step->expected = g_ptr_array_new ();
  step->absent = g_ptr_array_new ();
  g_ptr_array_add (self->steps, step);

  return step;
}

PlumbCaseLesson *
plumb_case_add_lesson (PlumbCase *self)
{
  PlumbCaseLesson *lesson = g_new0 (PlumbCaseLesson, 1);

  lesson->statements = g_ptr_array_new ();
  g_ptr_array_add (self->lessons, lesson);

  return lesson;
}

PlumbCase *
plumb_case_ref (PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_case_unref (PlumbCase *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->lessons);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->own_traps);
  g_clear_pointer (&self->title, plumb_text_free);
  g_free (self->id);
  plumb_traps_unref (self->traps);
  plumb_pathway_unref (self->pathway);
  g_free (self);
}

PlumbPathway *
plumb_case_get_pathway (const PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pathway;
}

const char *
plumb_case_get_id (const PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const PlumbText *
plumb_case_get_title (const PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

guint
plumb_case_get_difficulty (const PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->difficulty;
}

PlumbReview
plumb_case_get_review (const PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, PLUMB_REVIEW_SUBMITTED);

  return self->review;
}

GPtrArray *
plumb_case_get_traps (const PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->own_traps;
}

GPtrArray *
plumb_case_get_lessons (const PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lessons;
}

guint
plumb_case_count_steps (const PlumbCase *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->steps->len;
}

const PlumbCaseStep *
plumb_case_get_step (const PlumbCase *self, guint step)
{
  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, step);
}

/**
 * plumb_case_find_answer:
 * @self: a case
 * @step: a step, the first being 0
 * @finding: a finding of its pathway
 *
 * Looks up what is true at @step: a later visit replaces what an earlier one knew.
 *
 * Returns: (nullable): the answer, or %NULL where the case does not know
 */
const PlumbCaseAnswer *
plumb_case_find_answer (const PlumbCase *self, guint step, const PlumbFinding *finding)
{
  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);

  for (guint i = step + 1; i > 0; i--)
    {
      const PlumbCaseStep *visit = g_ptr_array_index (self->steps, i - 1);

      for (guint j = 0; j < visit->answers->len; j++)
        {
          const PlumbCaseAnswer *answer = g_ptr_array_index (visit->answers, j);

          if (answer->finding == finding)
            return answer;
        }
    }

  return NULL;
}

/**
 * plumb_case_meets_need:
 * @self: a case
 * @step: a step, the first being 0
 * @finding: a finding of its pathway
 *
 * Returns: whether a card answers @finding on the way at @step: it needs no other
 *   finding, or that one is yes
 */
gboolean
plumb_case_meets_need (const PlumbCase *self, guint step, const PlumbFinding *finding)
{
  const PlumbCaseAnswer *answer;

  g_return_val_if_fail (self != NULL && step < self->steps->len && finding != NULL, FALSE);

  if (finding->needs == NULL)
    return TRUE;
  answer = plumb_case_find_answer (self, step, finding->needs);

  return answer != NULL && plumb_value_get_truth (&answer->value) == PLUMB_TRUE;
}

/**
 * plumb_case_evaluate:
 * @self: a case
 * @step: a step, the first being 0
 *
 * Returns: (transfer full): what the pathway says when everything was asked
 */
PlumbEvaluation *
plumb_case_evaluate (const PlumbCase *self, guint step)
{
  GPtrArray *findings;
  g_autofree PlumbValue *answers = NULL;
  GDate today;

  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);

  findings = plumb_pathway_get_findings (self->pathway);
  answers = g_new0 (PlumbValue, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbCaseAnswer *answer
          = plumb_case_find_answer (self, step, g_ptr_array_index (findings, i));

      answers[i] = answer != NULL ? answer->value : plumb_value_null ();
    }
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, g_get_real_time () / G_USEC_PER_SEC);

  return plumb_evaluation_new (self->pathway, answers, &today);
}
