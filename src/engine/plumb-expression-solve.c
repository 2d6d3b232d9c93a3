/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one obvious way to make an expression true or false. */

#include "plumb-expression-private.h"

typedef struct
{
  guint slot;
  PlumbValue value;
} Assignment;

typedef struct
{
  const PlumbValue *slots;
  GArray *assignments; /* Assignment */
} Solver;

static gboolean solve (Solver *self, const PlumbNode *node, gboolean wanted);

static gboolean
assign (Solver *self, const PlumbNode *node, PlumbValue value)
{
  Assignment assignment = { node->slot, value };

  if (self->slots[node->slot].type != PLUMB_VALUE_NULL)
    return FALSE;

  for (guint i = 0; i < self->assignments->len; i++)
    {
      const Assignment *earlier = &g_array_index (self->assignments, Assignment, i);

      if (earlier->slot == node->slot)
        return plumb_value_equal (&earlier->value, &value);
    }

  g_array_append_val (self->assignments, assignment);
  return TRUE;
}

/* Only equality names its value. */
static gboolean
solve_relation (Solver *self, const PlumbNode *node, gboolean wanted)
{
  gboolean equal = node->detail == (wanted ? PLUMB_RELATION_EQUAL : PLUMB_RELATION_NOT_EQUAL);

  if (!equal)
    return FALSE;
  if (node->kind == PLUMB_NODE_NAME_RELATION_INTEGER)
    return assign (self, node, plumb_value_integer (node->integer));

  return assign (self, node, (PlumbValue){ .type = PLUMB_VALUE_STRING, .string = node->string });
}

static gboolean
solve_all (Solver *self, const PlumbNode *node, gboolean wanted)
{
  for (PLUMB_EACH_OPERAND (child, node))
    {
      if (!solve (self, child, wanted))
        return FALSE;
    }

  return TRUE;
}

/* One operand has to become @wanted: which one must not be in doubt. */
static gboolean
solve_only (Solver *self, const PlumbNode *node, gboolean wanted)
{
  const PlumbNode *only = NULL;

  for (PLUMB_EACH_OPERAND (child, node))
    {
      guint possible = plumb_node_get_possible (child, self->slots);

      if ((possible & PLUMB_POSSIBLE (wanted ? PLUMB_TRUE : PLUMB_FALSE)) == 0)
        continue;
      if (only != NULL)
        return FALSE;
      only = child;
    }

  return only != NULL && solve (self, only, wanted);
}

static gboolean
solve_implication (Solver *self, const PlumbNode *node, gboolean wanted)
{
  const PlumbNode *premise = PLUMB_NODE_FIRST (node);
  const PlumbNode *conclusion = PLUMB_NODE_NEXT (premise);
  gboolean premise_open = FALSE;
  gboolean conclusion_open = FALSE;

  if (!wanted)
    return solve (self, premise, TRUE) && solve (self, conclusion, FALSE);

  premise_open
      = (plumb_node_get_possible (premise, self->slots) & PLUMB_POSSIBLE (PLUMB_FALSE)) != 0;
  conclusion_open
      = (plumb_node_get_possible (conclusion, self->slots) & PLUMB_POSSIBLE (PLUMB_TRUE)) != 0;
  if (premise_open == conclusion_open)
    return FALSE;

  return premise_open ? solve (self, premise, FALSE) : solve (self, conclusion, TRUE);
}

/* `x is true` names the answer; that x be anything else, or not null, does not. */
static gboolean
solve_test (Solver *self, const PlumbNode *node, gboolean wanted)
{
  if (node->detail == PLUMB_TEST_NULL || wanted == node->negated)
    return FALSE;

  return solve (self, PLUMB_NODE_FIRST (node), node->detail == PLUMB_TEST_TRUE);
}

static gboolean
solve (Solver *self, const PlumbNode *node, gboolean wanted)
{
  if (plumb_node_get_truth (node, self->slots) == (wanted ? PLUMB_TRUE : PLUMB_FALSE))
    return TRUE;

  switch (node->kind)
    {
    case PLUMB_NODE_NAME:
      return assign (self, node, plumb_value_boolean (wanted));

    case PLUMB_NODE_NOT_NAME:
      return assign (self, node, plumb_value_boolean (!wanted));

    case PLUMB_NODE_NAME_RELATION_STRING:
    case PLUMB_NODE_NAME_RELATION_INTEGER:
      return solve_relation (self, node, wanted);

    case PLUMB_NODE_NOT:
      return solve (self, PLUMB_NODE_FIRST (node), !wanted);

    case PLUMB_NODE_AND:
      return wanted ? solve_all (self, node, TRUE) : solve_only (self, node, FALSE);

    case PLUMB_NODE_OR:
      return wanted ? solve_only (self, node, TRUE) : solve_all (self, node, FALSE);

    case PLUMB_NODE_IMPLIES:
      return solve_implication (self, node, wanted);

    case PLUMB_NODE_TEST:
      return solve_test (self, node, wanted);

    default:
      return FALSE;
    }
}

/* One name may stand in several operands that do not agree about it. */
static gboolean
is_solution (const Solver *self, const PlumbExpression *expression, gboolean wanted)
{
  g_autofree PlumbValue *slots = NULL;
  guint length = 0;

  for (guint i = 0; i < expression->n_names; i++)
    length = MAX (length, expression->names[i] + 1);

  slots = g_memdup2 (self->slots, length * sizeof (PlumbValue));
  for (guint i = 0; i < self->assignments->len; i++)
    {
      const Assignment *assignment = &g_array_index (self->assignments, Assignment, i);

      slots[assignment->slot] = assignment->value;
    }

  return plumb_expression_evaluate_truth (expression, slots) == (wanted ? PLUMB_TRUE : PLUMB_FALSE);
}

/**
 * plumb_expression_solve:
 * @self: a Boolean expression
 * @slots: (array): the values of the names
 * @wanted: what @self should be
 * @func: (scope call): what to call for each name that has to be answered
 * @data: for @func
 *
 * Finds the answers that make @self true, or false, where they are plain: names
 * and their negations, names that equal a constant, all the operands of an
 * `and` to be made true, the only operand left of an `or`. Only names that are
 * null are answered; where @self is as wanted already, none is. @func is not
 * called before the whole solution is there, and ends the search by returning
 * %FALSE.
 *
 * Returns: whether there is a solution, and @func took all of it
 */
gboolean
plumb_expression_solve (const PlumbExpression *self,
                        const PlumbValue *slots,
                        gboolean wanted,
                        PlumbAssignFunc func,
                        gpointer data)
{
  g_autoptr (GArray) assignments = NULL;
  Solver solver = { slots, NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (self->nodes->type != PLUMB_VALUE_BOOLEAN)
    return FALSE;

  solver.assignments = assignments = g_array_new (FALSE, FALSE, sizeof (Assignment));
  wanted = !!wanted;
  if (!solve (&solver, self->nodes, wanted) || !is_solution (&solver, self, wanted))
    return FALSE;

  for (guint i = 0; i < assignments->len; i++)
    {
      const Assignment *assignment = &g_array_index (assignments, Assignment, i);

      if (!func (assignment->slot, &assignment->value, data))
        return FALSE;
    }

  return TRUE;
}
