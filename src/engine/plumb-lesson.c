/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-lesson-private.h"

G_DEFINE_FINAL_TYPE (PlumbLesson, plumb_lesson, G_TYPE_OBJECT)

static guint changed;

static void
free_commit (gpointer data)
{
  PlumbLessonCommit *commit = data;

  g_ptr_array_unref (commit->missed);
  g_free (commit);
}

static void
plumb_lesson_finalize (GObject *object)
{
  PlumbLesson *self = PLUMB_LESSON (object);

  g_clear_pointer (&self->truth, plumb_evaluation_unref);
  g_clear_pointer (&self->shown, plumb_evaluation_unref);
  g_clear_pointer (&self->own_evaluation, plumb_evaluation_unref);
  g_clear_pointer (&self->teaching_case, plumb_case_unref);
  g_array_unref (self->choices);
  g_ptr_array_unref (self->commits);
  g_ptr_array_unref (self->missed);
  g_ptr_array_unref (self->missed_flags);
  g_ptr_array_unref (self->missed_advice);
  g_hash_table_unref (self->visited);
  g_hash_table_unref (self->asked);
  g_free (self->knowledge);
  g_free (self->own);

  G_OBJECT_CLASS (plumb_lesson_parent_class)->finalize (object);
}

static void
plumb_lesson_class_init (PlumbLessonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_lesson_finalize;

  changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                          NULL, G_TYPE_NONE, 0);
}

static void
plumb_lesson_init (PlumbLesson *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (PlumbLessonChoice));
  self->visited = g_hash_table_new (NULL, NULL);
  self->asked = g_hash_table_new (NULL, NULL);
  self->commits = g_ptr_array_new_with_free_func (free_commit);
  self->missed = g_ptr_array_new ();
  self->missed_flags = g_ptr_array_new ();
  self->missed_advice = g_ptr_array_new ();
}

void
plumb_lesson_emit_changed (PlumbLesson *self)
{
  g_signal_emit (self, changed, 0);
}

/* ---- its course ------------------------------------------------------------------------- */

gboolean
plumb_lesson_is_open (PlumbLesson *self)
{
  return self->phase == PLUMB_LESSON_BOX || self->phase == PLUMB_LESSON_ADVICE;
}

static void
go_on (PlumbLesson *self)
{
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (self->shown);

  for (guint i = 0; i < current->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (current, i);

      if (g_hash_table_contains (self->visited, node)
          || !plumb_lesson_can_be_settled (self, self->shown, node))
        continue;
      self->phase = PLUMB_LESSON_BOX;
      plumb_lesson_offer_exits (self, node);
      return;
    }
  self->phase = PLUMB_LESSON_ADVICE;
  plumb_lesson_offer_advice (self);
}

/* What a new visit hides has to be asked anew: an old answer would only reassure. */
static void
begin_step (PlumbLesson *self)
{
  const PlumbCaseStep *step = plumb_case_get_step (self->teaching_case, self->step);

  for (guint i = 0; i < plumb_lesson_get_findings (self)->len; i++)
    if (self->knowledge[i] != PLUMB_LESSON_UNASKED)
      {
        self->knowledge[i] = PLUMB_LESSON_TOLD;
        self->own[i] = TRUE;
      }
  for (guint i = 0; i < step->answers->len; i++)
    {
      const PlumbCaseAnswer *answer = g_ptr_array_index (step->answers, i);
      guint index = answer->finding->index;

      self->knowledge[index] = answer->given ? PLUMB_LESSON_TOLD : PLUMB_LESSON_UNASKED;
      self->own[index] = answer->given;
    }
  g_hash_table_remove_all (self->visited);
  g_hash_table_remove_all (self->asked);
  plumb_lesson_set_evaluation (&self->truth, plumb_case_evaluate (self->teaching_case, self->step));
  plumb_lesson_set_evaluation (&self->shown, plumb_lesson_evaluate (self, FALSE));
  plumb_lesson_set_evaluation (&self->own_evaluation, plumb_lesson_evaluate (self, TRUE));
  go_on (self);
}

/**
 * plumb_lesson_new:
 * @teaching_case: a case
 *
 * Returns: (transfer full): the case from its beginning
 */
PlumbLesson *
plumb_lesson_new (PlumbCase *teaching_case)
{
  PlumbLesson *self;

  g_return_val_if_fail (teaching_case != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_LESSON, NULL);
  self->teaching_case = plumb_case_ref (teaching_case);
  self->knowledge = g_new0 (PlumbLessonKnowledge, plumb_lesson_get_findings (self)->len);
  self->own = g_new0 (gboolean, plumb_lesson_get_findings (self)->len);
  begin_step (self);

  return self;
}

void
plumb_lesson_turn_to_advice (PlumbLesson *self)
{
  g_return_if_fail (PLUMB_IS_LESSON (self));

  if (self->phase != PLUMB_LESSON_BOX)
    return;
  self->phase = PLUMB_LESSON_ADVICE;
  plumb_lesson_offer_advice (self);
  plumb_lesson_emit_changed (self);
}

/**
 * plumb_lesson_proceed:
 * @self: a lesson that has revealed something
 *
 * Goes on to the next prediction, to the next step of the story or to the end.
 */
void
plumb_lesson_proceed (PlumbLesson *self)
{
  g_return_if_fail (PLUMB_IS_LESSON (self));

  if (self->phase != PLUMB_LESSON_REVEALED)
    return;
  if (self->node != NULL)
    go_on (self);
  else if (self->step + 1 < plumb_case_count_steps (self->teaching_case))
    {
      self->step++;
      begin_step (self);
    }
  else
    self->phase = PLUMB_LESSON_OVER;
  plumb_lesson_emit_changed (self);
}

/* ---- reading ---------------------------------------------------------------------------- */

PlumbCase *
plumb_lesson_get_case (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->teaching_case;
}

PlumbLessonPhase
plumb_lesson_get_phase (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), PLUMB_LESSON_OVER);

  return self->phase;
}

guint
plumb_lesson_get_step (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), 0);

  return self->step;
}

guint
plumb_lesson_get_cost (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), 0);

  return self->cost;
}

const PlumbNode *
plumb_lesson_get_node (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->node;
}

GArray *
plumb_lesson_get_choices (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->choices;
}

PlumbEvaluation *
plumb_lesson_get_evaluation (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->shown;
}

PlumbEvaluation *
plumb_lesson_get_truth (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->truth;
}

PlumbEvaluation *
plumb_lesson_get_own_evaluation (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->own_evaluation;
}

GPtrArray *
plumb_lesson_get_commits (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->commits;
}

GPtrArray *
plumb_lesson_get_missed (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->missed;
}

GPtrArray *
plumb_lesson_get_missed_flags (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->missed_flags;
}

GPtrArray *
plumb_lesson_get_missed_advice (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->missed_advice;
}
