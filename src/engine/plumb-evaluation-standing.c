/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-evaluation-private.h"

/* How far the boxes, the exits and the stages are reached. */

/* ---- as truths -------------------------------------------------------------------------- */

/* Returns: true when the box is reached, unknown when it is open, false when it is ruled out */
PlumbTruth
plumb_evaluation_get_node (const PlumbEvaluation *self, const PlumbNode *node)
{
  g_return_val_if_fail (self != NULL && node != NULL, PLUMB_UNKNOWN);

  return (PlumbTruth) self->nodes[node->index];
}

PlumbTruth
plumb_evaluation_get_exit (const PlumbEvaluation *self, const PlumbExit *exit)
{
  g_return_val_if_fail (self != NULL && exit != NULL, PLUMB_UNKNOWN);

  return (PlumbTruth) self->exits[exit->index];
}

/* ---- as the chart shows them ------------------------------------------------------------ */

static gboolean
is_current (const PlumbEvaluation *self, const PlumbNode *node)
{
  if (node->kind != PLUMB_NODE_DECISION || self->nodes[node->index] != PLUMB_TRUE)
    return FALSE;
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (self->exits[exit->index] == PLUMB_UNKNOWN)
        return TRUE;
    }

  return FALSE;
}

static PlumbStanding
truth_to_standing (PlumbTruth truth)
{
  switch (truth)
    {
    case PLUMB_TRUE:
      return PLUMB_STANDING_TAKEN;
    case PLUMB_FALSE:
      return PLUMB_STANDING_RULED_OUT;
    case PLUMB_UNKNOWN:
    default:
      return PLUMB_STANDING_OPEN;
    }
}

PlumbStanding
plumb_evaluation_get_node_standing (const PlumbEvaluation *self, const PlumbNode *node)
{
  g_return_val_if_fail (self != NULL && node != NULL, PLUMB_STANDING_OPEN);

  return is_current (self, node) ? PLUMB_STANDING_CURRENT
                                 : truth_to_standing ((PlumbTruth) self->nodes[node->index]);
}

PlumbStanding
plumb_evaluation_get_exit_standing (const PlumbEvaluation *self, const PlumbExit *exit)
{
  g_return_val_if_fail (self != NULL && exit != NULL, PLUMB_STANDING_OPEN);

  return truth_to_standing ((PlumbTruth) self->exits[exit->index]);
}

PlumbStanding
plumb_evaluation_get_stage_standing (const PlumbEvaluation *self, const PlumbStage *stage)
{
  PlumbTruth reached = PLUMB_FALSE;

  g_return_val_if_fail (self != NULL && stage != NULL, PLUMB_STANDING_OPEN);

  for (guint i = 0; i < stage->nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (stage->nodes, i);

      if (is_current (self, node))
        return PLUMB_STANDING_CURRENT;
      reached = MAX (reached, (PlumbTruth) self->nodes[node->index]);
    }

  return truth_to_standing (reached);
}

/* ---- as lists --------------------------------------------------------------------------- */

GPtrArray *
plumb_evaluation_list_taken (const PlumbEvaluation *self)
{
  GPtrArray *taken = g_ptr_array_new ();
  const GPtrArray *nodes;

  g_return_val_if_fail (self != NULL, taken);

  nodes = self->pathway->lists[PLUMB_KIND_NODE];
  for (guint i = 0; i < nodes->len; i++)
    if (self->nodes[i] == PLUMB_TRUE)
      g_ptr_array_add (taken, g_ptr_array_index (nodes, i));

  return taken;
}

GPtrArray *
plumb_evaluation_list_current (const PlumbEvaluation *self)
{
  GPtrArray *current = g_ptr_array_new ();
  const GPtrArray *nodes;

  g_return_val_if_fail (self != NULL, current);

  nodes = self->pathway->lists[PLUMB_KIND_NODE];
  for (guint i = 0; i < nodes->len; i++)
    if (is_current (self, g_ptr_array_index (nodes, i)))
      g_ptr_array_add (current, g_ptr_array_index (nodes, i));

  return current;
}
