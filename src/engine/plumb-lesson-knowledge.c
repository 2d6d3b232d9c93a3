/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-lesson-private.h"

#include "plumb-phrase.h"

/* What the case knows, what the learner knows of it, and what the pathway says to that. */

/* ---- of the case ------------------------------------------------------------------------ */

GPtrArray *
plumb_lesson_get_findings (PlumbLesson *self)
{
  return plumb_pathway_get_findings (plumb_case_get_pathway (self->teaching_case));
}

const PlumbCaseAnswer *
plumb_lesson_find_truth (PlumbLesson *self, const PlumbFinding *finding)
{
  return plumb_case_find_answer (self->teaching_case, self->step, finding);
}

/* ---- of the learner --------------------------------------------------------------------- */

PlumbLessonKnowledge
plumb_lesson_get_knowledge (PlumbLesson *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), PLUMB_LESSON_UNASKED);
  g_return_val_if_fail (finding != NULL, PLUMB_LESSON_UNASKED);

  return self->knowledge[finding->index];
}

const PlumbCaseAnswer *
plumb_lesson_get_answer (PlumbLesson *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  return self->knowledge[finding->index] != PLUMB_LESSON_UNASKED
             ? plumb_lesson_find_truth (self, finding)
             : NULL;
}

char *
plumb_lesson_phrase_answer (PlumbLesson *self, const PlumbFinding *finding, const char *language)
{
  const PlumbCaseAnswer *answer = plumb_lesson_get_answer (self, finding);

  if (answer == NULL)
    return NULL;
  if (answer->text != NULL)
    return g_strdup (plumb_text_get (answer->text, language));

  return plumb_phrase_answer (finding, &answer->value, language);
}

/* ---- what follows from it --------------------------------------------------------------- */

PlumbEvaluation *
plumb_lesson_evaluate (PlumbLesson *self, gboolean own)
{
  GPtrArray *findings = plumb_lesson_get_findings (self);
  g_autofree PlumbValue *answers = g_new0 (PlumbValue, findings->len);
  GDate today;

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbCaseAnswer *answer
          = plumb_lesson_find_truth (self, g_ptr_array_index (findings, i));

      if (answer != NULL && (own ? self->own[i] : self->knowledge[i] != PLUMB_LESSON_UNASKED))
        answers[i] = answer->value;
    }
  plumb_evaluation_get_visit_date (self->truth, &today);

  return plumb_evaluation_new (plumb_case_get_pathway (self->teaching_case), answers, &today);
}

void
plumb_lesson_set_evaluation (PlumbEvaluation **place, PlumbEvaluation *evaluation)
{
  g_clear_pointer (place, plumb_evaluation_unref);
  *place = evaluation;
}
