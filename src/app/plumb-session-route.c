/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-session-private.h"

/* Where the consultation is */

/* Whether a decision waits there. */
gboolean
plumb_session_is_current (PlumbSession *self, const PlumbNode *node)
{
  return node != NULL
         && plumb_evaluation_get_node_standing (self->evaluation, node) == PLUMB_STANDING_CURRENT;
}

static gboolean
waits_for (PlumbSession *self, const PlumbNode *node, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_node_questions (self->evaluation, node);

  return g_ptr_array_find (questions, finding, NULL);
}

static gboolean
waits_for_unskipped (PlumbSession *self, const PlumbNode *node)
{
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_node_questions (self->evaluation, node);

  for (guint i = 0; i < questions->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (questions, i);

      if (!g_hash_table_contains (self->skipped, finding)
          && plumb_finding_is_asked (finding, plumb_consultation_get_answers (self->consultation)))
        return TRUE;
    }

  return FALSE;
}

/* Decisions with something left to ask come before those that were skipped,
 * those of the stage in view before the others. */
static guint
rank_current (PlumbSession *self, const PlumbNode *node)
{
  return (waits_for_unskipped (self, node) ? 0 : 2) + (node->stage == self->stage ? 0 : 1);
}

static const PlumbNode *
choose_current (PlumbSession *self)
{
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (self->evaluation);
  const PlumbNode *best = NULL;
  guint best_rank = G_MAXUINT;

  for (guint i = 0; i < current->len && best_rank > 0; i++)
    {
      const PlumbNode *node = g_ptr_array_index (current, i);
      guint rank = rank_current (self, node);

      if (rank < best_rank)
        {
          best = node;
          best_rank = rank;
        }
    }

  return best;
}

/* Stays where the consultation is while something is left to ask there, else goes on. */
void
plumb_session_follow (PlumbSession *self)
{
  if (!plumb_session_is_current (self, self->focus_node)
      || !waits_for_unskipped (self, self->focus_node))
    plumb_session_go_to_current (self);
}

/* Where no decision waits, the stage in view stays, unless it is paused. */
static void
leave_paused_stage (PlumbSession *self)
{
  g_autoptr (GPtrArray) advice = NULL;
  const PlumbRecommendation *first;

  if (plumb_evaluation_get_stage_standing (self->evaluation, self->stage)
      != PLUMB_STANDING_RULED_OUT)
    return;
  advice = plumb_evaluation_list_advice (self->evaluation);
  if (advice->len == 0)
    return;
  first = g_ptr_array_index (advice, 0);
  if (first->stage != NULL)
    plumb_session_set_stage (self, first->stage);
}

const PlumbNode *
plumb_session_find_waiting (PlumbSession *self, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) current = NULL;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  if (plumb_session_is_current (self, self->focus_node)
      && waits_for (self, self->focus_node, finding))
    return self->focus_node;
  current = plumb_evaluation_list_current (self->evaluation);
  for (guint i = 0; i < current->len; i++)
    if (waits_for (self, g_ptr_array_index (current, i), finding))
      return g_ptr_array_index (current, i);

  return NULL;
}

const PlumbStage *
plumb_session_get_stage (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->stage;
}

/**
 * plumb_session_set_stage:
 * @self: a session
 * @stage: the stage that the chart is to show
 *
 * Turns to a stage. The decision that waits there, if any, becomes the one to
 * be asked about.
 */
void
plumb_session_set_stage (PlumbSession *self, const PlumbStage *stage)
{
  const PlumbNode *node;

  g_return_if_fail (PLUMB_IS_SESSION (self));
  g_return_if_fail (stage != NULL);

  if (stage == self->stage)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->stage = stage;
  g_object_notify (G_OBJECT (self), "stage");
  node = choose_current (self);
  if (node != NULL && node->stage == stage)
    plumb_session_set_focus_node (self, node);
  g_object_thaw_notify (G_OBJECT (self));
}

const PlumbNode *
plumb_session_get_focus_node (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->focus_node;
}

/**
 * plumb_session_set_focus_node:
 * @self: a session
 * @node: (nullable): the box that the consultation is at
 *
 * Moves to a box; its stage comes into view.
 */
void
plumb_session_set_focus_node (PlumbSession *self, const PlumbNode *node)
{
  g_return_if_fail (PLUMB_IS_SESSION (self));

  if (node == self->focus_node)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->focus_node = node;
  g_object_notify (G_OBJECT (self), "focus-node");
  if (node != NULL && node->stage != self->stage)
    {
      self->stage = node->stage;
      g_object_notify (G_OBJECT (self), "stage");
    }
  g_object_thaw_notify (G_OBJECT (self));
}

void
plumb_session_go_to_current (PlumbSession *self)
{
  const PlumbNode *node;

  g_return_if_fail (PLUMB_IS_SESSION (self));

  node = choose_current (self);
  plumb_session_set_focus_node (self, node);
  if (node == NULL)
    leave_paused_stage (self);
  else
    plumb_session_set_stage (self, node->stage);
}

void
plumb_session_skip (PlumbSession *self, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();

  g_return_if_fail (finding != NULL);

  g_ptr_array_add (findings, (gpointer) finding);
  plumb_session_skip_many (self, findings);
}

/**
 * plumb_session_skip_many:
 * @self: a session
 * @findings: (element-type PlumbFinding): what is left open on purpose
 *
 * Asks findings last, until another consultation begins.
 */
void
plumb_session_skip_many (PlumbSession *self, GPtrArray *findings)
{
  g_return_if_fail (PLUMB_IS_SESSION (self));
  g_return_if_fail (findings != NULL);

  for (guint i = 0; i < findings->len; i++)
    g_hash_table_add (self->skipped, g_ptr_array_index (findings, i));
  plumb_session_follow (self);
  g_signal_emit_by_name (self, "skipped");
}

gboolean
plumb_session_get_skipped (PlumbSession *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);

  return g_hash_table_contains (self->skipped, finding);
}

static void
add_questions (PlumbSession *self, GPtrArray *all, GPtrArray *questions, gboolean skipped)
{
  const PlumbValue *answers = plumb_consultation_get_answers (self->consultation);

  for (guint i = 0; i < questions->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (questions, i);

      if (plumb_finding_is_asked (finding, answers)
          && g_hash_table_contains (self->skipped, finding) == skipped
          && !g_ptr_array_find (all, finding, NULL))
        g_ptr_array_add (all, (gpointer) finding);
    }
}

/* What a line of the first card needs comes first, if anything waits for it. */
static void
begin_with_what_is_needed (PlumbSession *self, GPtrArray *questions)
{
  const PlumbFinding *before;
  guint place;

  if (questions->len == 0)
    return;
  before = plumb_evaluation_get_asked_before (self->evaluation, g_ptr_array_index (questions, 0));
  if (before != NULL && !plumb_session_get_skipped (self, before)
      && g_ptr_array_find (questions, before, &place))
    g_ptr_array_insert (questions, 0, g_ptr_array_steal_index (questions, place));
}

/**
 * plumb_session_list_questions:
 * @self: a session
 *
 * The findings that decisions wait for: those of the box that the consultation
 * is at, then the others, then those that were skipped.
 *
 * Returns: (transfer full) (element-type PlumbFinding): the best question first
 */
GPtrArray *
plumb_session_list_questions (PlumbSession *self)
{
  g_autoptr (GPtrArray) questions = NULL;
  GPtrArray *all = g_ptr_array_new ();

  g_return_val_if_fail (PLUMB_IS_SESSION (self), all);

  if (plumb_session_is_current (self, self->focus_node))
    {
      g_autoptr (GPtrArray) near
          = plumb_evaluation_list_node_questions (self->evaluation, self->focus_node);

      add_questions (self, all, near, FALSE);
    }
  questions = plumb_evaluation_list_questions (self->evaluation);
  add_questions (self, all, questions, FALSE);
  add_questions (self, all, questions, TRUE);
  begin_with_what_is_needed (self, all);

  return all;
}
