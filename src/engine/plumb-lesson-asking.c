/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-lesson-private.h"

/* ---- what is asked as one --------------------------------------------------------------- */

/**
 * plumb_lesson_can_ask:
 * @finding: a finding
 *
 * Returns: whether it is a question of a case: who it is and when it was are not
 */
gboolean
plumb_lesson_can_ask (const PlumbFinding *finding)
{
  g_return_val_if_fail (finding != NULL, FALSE);

  return finding->type != PLUMB_FINDING_DATE && finding->type != PLUMB_FINDING_STRING;
}

const PlumbScore *
plumb_lesson_find_score (PlumbLesson *self, const PlumbFinding *finding)
{
  GPtrArray *scores = plumb_pathway_get_scores (plumb_case_get_pathway (self->teaching_case));

  if (finding->score != NULL)
    return finding->score;
  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      if (score->entered == finding)
        return score;
    }

  return NULL;
}

gconstpointer
plumb_lesson_get_unit (PlumbLesson *self, const PlumbFinding *finding)
{
  const PlumbScore *score = plumb_lesson_find_score (self, finding);

  if (score != NULL)
    return score;

  return finding->card != NULL ? (gconstpointer) finding->card : finding;
}

/**
 * plumb_lesson_list_together:
 * @self: a lesson
 * @finding: a finding
 *
 * Returns: (transfer container) (element-type PlumbFinding): what is asked as one
 *   with @finding, itself included
 */
GPtrArray *
plumb_lesson_list_together (PlumbLesson *self, const PlumbFinding *finding)
{
  GPtrArray *all, *together;

  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  all = plumb_lesson_get_findings (self);
  together = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      const PlumbFinding *next = g_ptr_array_index (all, i);

      if (plumb_lesson_can_ask (next)
          && plumb_lesson_get_unit (self, next) == plumb_lesson_get_unit (self, finding))
        g_ptr_array_add (together, (gpointer) next);
    }

  return together;
}

/* ---- asking ----------------------------------------------------------------------------- */

static gboolean
learn (PlumbLesson *self, const PlumbFinding *finding)
{
  if (!plumb_lesson_can_ask (finding) || self->knowledge[finding->index] != PLUMB_LESSON_UNASKED)
    return FALSE;
  self->knowledge[finding->index] = PLUMB_LESSON_ASKED;
  self->own[finding->index] = TRUE;
  g_hash_table_add (self->asked, (gpointer) plumb_lesson_get_unit (self, finding));

  return TRUE;
}

/**
 * plumb_lesson_ask:
 * @self: a lesson that waits for a prediction
 * @finding: a finding
 *
 * Asks one question. What is known already costs nothing.
 */
void
plumb_lesson_ask (PlumbLesson *self, const PlumbFinding *finding)
{
  g_return_if_fail (PLUMB_IS_LESSON (self));
  g_return_if_fail (finding != NULL);

  if (!plumb_lesson_is_open (self) || !learn (self, finding))
    return;
  self->cost += PLUMB_LESSON_COST;
  plumb_lesson_emit_changed (self);
}

/**
 * plumb_lesson_ask_together:
 * @self: a lesson that waits for a prediction
 * @finding: a finding
 *
 * Asks @finding and all that stands on one card, or in one score, with it.
 */
void
plumb_lesson_ask_together (PlumbLesson *self, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) together = NULL;
  guint n = 0;

  g_return_if_fail (PLUMB_IS_LESSON (self));
  g_return_if_fail (finding != NULL);

  if (!plumb_lesson_is_open (self))
    return;
  together = plumb_lesson_list_together (self, finding);
  for (guint i = 0; i < together->len; i++)
    n += learn (self, g_ptr_array_index (together, i));
  if (n == 0)
    return;
  self->cost += n > 1 ? PLUMB_LESSON_COST_TOGETHER : PLUMB_LESSON_COST;
  plumb_lesson_emit_changed (self);
}
