/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-goal.h"

#include "plumb-expression-private.h"

static PlumbGoal *create (const PlumbNode *node, gboolean wanted);

static PlumbGoal *
create_bare (PlumbGoalKind kind, const PlumbNode *node, gboolean wanted)
{
  PlumbGoal *self = g_new0 (PlumbGoal, 1);

  self->kind = kind;
  self->wanted = wanted ? PLUMB_TRUE : PLUMB_FALSE;
  self->slot = node->slot;
  self->node = node;

  return self;
}

/* All operands as wanted, or one of them. */
static PlumbGoal *
create_parts (const PlumbNode *node, gboolean all, gboolean wanted)
{
  PlumbGoal *self = create_bare (all ? PLUMB_GOAL_ALL : PLUMB_GOAL_ANY, node, wanted);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_goal_free);
  for (PLUMB_EACH_OPERAND (child, node))
    g_ptr_array_add (self->parts, create (child, wanted));

  return self;
}

static PlumbGoal *
create_part (const PlumbNode *node, gboolean wanted, gboolean wanted_part)
{
  PlumbGoal *self = create_bare (PLUMB_GOAL_ALL, node, wanted);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_goal_free);
  g_ptr_array_add (self->parts, create (PLUMB_NODE_FIRST (node), wanted_part));

  return self;
}

static PlumbGoal *
create_implication (const PlumbNode *node, gboolean wanted)
{
  const PlumbNode *premise = PLUMB_NODE_FIRST (node);
  PlumbGoal *self = create_bare (wanted ? PLUMB_GOAL_ANY : PLUMB_GOAL_ALL, node, wanted);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_goal_free);
  g_ptr_array_add (self->parts, create (premise, !wanted));
  g_ptr_array_add (self->parts, create (PLUMB_NODE_NEXT (premise), wanted));

  return self;
}

/* A test that fails now, such as `x is not true`, is met by the opposite of what it rules out:
 * taking an answer back would do as well, but is no answer. */
static PlumbGoal *
create_test (const PlumbNode *node, gboolean wanted)
{
  gboolean is_true = node->detail == PLUMB_TEST_TRUE;
  gboolean holds = wanted != (gboolean) node->negated;

  if (node->detail == PLUMB_TEST_NULL)
    return create_bare (PLUMB_GOAL_OTHER, node, wanted);

  return create_part (node, wanted, holds ? is_true : !is_true);
}

static PlumbGoal *
create (const PlumbNode *node, gboolean wanted)
{
  switch ((int) node->kind)
    {
    case PLUMB_NODE_NAME:
      return create_bare (PLUMB_GOAL_NAME, node, wanted);
    case PLUMB_NODE_NOT_NAME:
      return create_bare (PLUMB_GOAL_NAME, node, !wanted);
    case PLUMB_NODE_NOT:
      return create_part (node, wanted, !wanted);
    case PLUMB_NODE_AND:
      return create_parts (node, wanted, wanted);
    case PLUMB_NODE_OR:
      return create_parts (node, !wanted, wanted);
    case PLUMB_NODE_IMPLIES:
      return create_implication (node, wanted);
    case PLUMB_NODE_TEST:
      return create_test (node, wanted);
    default:
      return create_bare (PLUMB_GOAL_OTHER, node, wanted);
    }
}

/**
 * plumb_goal_new:
 * @expression: a Boolean expression
 * @wanted: what it should be
 *
 * Returns: (transfer full): what would have to hold
 */
PlumbGoal *
plumb_goal_new (const PlumbExpression *expression, gboolean wanted)
{
  g_return_val_if_fail (expression != NULL, NULL);

  return create (expression->nodes, !!wanted);
}

void
plumb_goal_free (PlumbGoal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/* Returns: whether it holds with these values */
gboolean
plumb_goal_is_met (const PlumbGoal *self, const PlumbValue *slots)
{
  const PlumbNode *node;

  g_return_val_if_fail (self != NULL, FALSE);

  node = self->node;
  /* The name itself, where the node is its negation. */
  if (self->kind == PLUMB_GOAL_NAME)
    return plumb_value_get_truth (&slots[self->slot]) == self->wanted;

  return plumb_node_get_truth (node, slots) == self->wanted;
}

/* Every name below, as often as it stands there. */
void
plumb_goal_foreach_name (const PlumbGoal *self, PlumbSupportFunc func, gpointer data)
{
  const PlumbNode *node;

  g_return_if_fail (self != NULL && func != NULL);

  node = self->node;
  for (const PlumbNode *inner = node; inner < PLUMB_NODE_NEXT (node); inner++)
    if (plumb_node_has_name (inner))
      func (inner->slot, data);
}
