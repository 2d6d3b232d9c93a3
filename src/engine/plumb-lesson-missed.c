/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-lesson-private.h"

/* What the learner should have asked, and what was dangerous to leave out. */

/* Whether the way ends in the first stage because of this answer: nobody under 18 goes on. */
static gboolean
leads_out (PlumbLesson *self, const PlumbFinding *finding)
{
  PlumbAnswer nothing = { finding, { PLUMB_VALUE_NULL } };
  g_autoptr (PlumbEvaluation) without
      = plumb_evaluation_new_with_answers (self->truth, &nothing, 1);
  GPtrArray *exits = plumb_pathway_get_exits (plumb_case_get_pathway (self->teaching_case));

  for (guint i = 0; i < exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (exits, i);

      if (exit->source->kind == PLUMB_NODE_DECISION && exit->target->kind == PLUMB_NODE_ACTION
          && exit->target->stage->index == 0 && exit->target->exits->len == 0
          && plumb_evaluation_get_exit (self->truth, exit) == PLUMB_TRUE
          && plumb_evaluation_get_exit (without, exit) != PLUMB_TRUE)
        return TRUE;
    }

  return FALSE;
}

/* An answer of the first stage that is not as it mostly is; where no answer is that, such as of
 * an age, one that leads out of the pathway. */
static gboolean
is_flag (PlumbLesson *self, const PlumbFinding *finding)
{
  const PlumbCaseAnswer *answer = plumb_lesson_find_truth (self, finding);

  if (answer == NULL || !finding->groundwork)
    return FALSE;
  if (plumb_finding_has_normal (finding) && !plumb_finding_is_normal (finding, &answer->value))
    return TRUE;

  return leads_out (self, finding);
}

static void
add_once (GPtrArray *array, gconstpointer item)
{
  if (!g_ptr_array_find (array, item, NULL))
    g_ptr_array_add (array, (gpointer) item);
}

void
plumb_lesson_add_miss (PlumbLesson *self, const PlumbFinding *finding, GPtrArray *missed)
{
  if (self->own[finding->index])
    return;
  self->knowledge[finding->index] = PLUMB_LESSON_MISSED;
  add_once (self->missed, finding);
  if (missed != NULL)
    add_once (missed, finding);
  if (is_flag (self, finding))
    add_once (self->missed_flags, finding);
}

/* Of the step that is over. */
void
plumb_lesson_add_missed_flags (PlumbLesson *self, GPtrArray *missed)
{
  GPtrArray *findings = plumb_lesson_get_findings (self);

  for (guint i = 0; i < findings->len; i++)
    if (is_flag (self, g_ptr_array_index (findings, i)))
      plumb_lesson_add_miss (self, g_ptr_array_index (findings, i), missed);
}

void
plumb_lesson_add_missed_advice (PlumbLesson *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const PlumbLessonChoice *choice = &g_array_index (self->choices, PlumbLessonChoice, i);

      if (choice->right && !choice->chosen
          && plumb_evaluation_get_urgency (self->truth, choice->recommendation)
                 != PLUMB_URGENCY_ROUTINE)
        add_once (self->missed_advice, choice->recommendation);
    }
}
