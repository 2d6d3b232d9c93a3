/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-lesson-private.h"

/* A prediction is taken, and what the pathway says is revealed. */

/* Whether knowing everything would take the way any further from here. */
gboolean
plumb_lesson_can_be_settled (PlumbLesson *self, PlumbEvaluation *evaluation, const PlumbNode *node)
{
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (plumb_evaluation_get_exit (evaluation, exit) == PLUMB_UNKNOWN
          && plumb_evaluation_get_exit (self->truth, exit) != PLUMB_UNKNOWN)
        return TRUE;
    }

  return FALSE;
}

/* Asks, in the learner's stead, for what the decision still waits for. */
static void
settle_node (PlumbLesson *self, const PlumbNode *node, GPtrArray *missed)
{
  gboolean found = TRUE;

  plumb_lesson_set_evaluation (&self->shown, plumb_lesson_evaluate (self, FALSE));
  while (found && plumb_lesson_can_be_settled (self, self->shown, node))
    {
      g_autoptr (GPtrArray) questions = plumb_evaluation_list_node_questions (self->shown, node);

      found = FALSE;
      for (guint i = 0; i < questions->len && !found; i++)
        {
          const PlumbFinding *finding = g_ptr_array_index (questions, i);

          found = plumb_lesson_find_truth (self, finding) != NULL
                  && self->knowledge[finding->index] == PLUMB_LESSON_UNASKED;
          if (found)
            plumb_lesson_add_miss (self, finding, missed);
        }
      plumb_lesson_set_evaluation (&self->shown, plumb_lesson_evaluate (self, FALSE));
    }
}

/* The step is over: all of it becomes known, and what nobody asked is told apart. */
static void
settle_step (PlumbLesson *self, GPtrArray *missed)
{
  GPtrArray *findings = plumb_lesson_get_findings (self);

  plumb_lesson_add_missed_advice (self);
  plumb_lesson_add_missed_flags (self, missed);
  plumb_lesson_count_questions (self);
  for (guint i = 0; i < findings->len; i++)
    if (self->knowledge[i] == PLUMB_LESSON_UNASKED
        && plumb_lesson_find_truth (self, g_ptr_array_index (findings, i)) != NULL)
      self->knowledge[i] = PLUMB_LESSON_TOLD;
  plumb_lesson_set_evaluation (&self->shown, plumb_evaluation_ref (self->truth));
}

static const PlumbStage *
get_stage (PlumbLesson *self)
{
  return self->node != NULL ? self->node->stage
                            : plumb_case_get_step (self->teaching_case, self->step)->stage;
}

/**
 * plumb_lesson_commit:
 * @self: a lesson that waits for a prediction
 *
 * Takes the prediction as it is and reveals what the pathway says.
 */
void
plumb_lesson_commit (PlumbLesson *self)
{
  PlumbLessonCommit *commit;

  g_return_if_fail (PLUMB_IS_LESSON (self));

  if (!plumb_lesson_is_open (self))
    return;
  commit = g_new0 (PlumbLessonCommit, 1);
  commit->step = self->step;
  commit->node = self->node;
  commit->stage = get_stage (self);
  commit->right = plumb_lesson_compare (self);
  commit->missed = g_ptr_array_new ();
  g_ptr_array_add (self->commits, commit);
  plumb_lesson_set_evaluation (&self->own_evaluation, plumb_lesson_evaluate (self, TRUE));
  if (self->node != NULL)
    {
      g_hash_table_add (self->visited, (gpointer) self->node);
      settle_node (self, self->node, commit->missed);
    }
  else
    settle_step (self, commit->missed);
  self->phase = PLUMB_LESSON_REVEALED;
  plumb_lesson_emit_changed (self);
}
