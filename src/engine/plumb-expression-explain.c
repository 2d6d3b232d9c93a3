/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which names an expression owes its value to, and which could still give it
 * one. */

#include "plumb-expression-private.h"

typedef struct _Report Report;
typedef void (*Visit) (Report *self, const PlumbNode *node);

/* What sets the two walks apart. */
typedef struct
{
  Visit visit; /* of any node: whether to look into it at all */
  /* Of the operands in @list, any of which settles @node by being @deciding. */
  void (*visit_deciding) (Report *self,
                          const PlumbNode *node,
                          const PlumbNode *list,
                          PlumbTruth deciding);
  Visit visit_implication;
} Walk;

struct _Report
{
  const Walk *walk;
  const PlumbValue *slots;
  guint8 *seen; /* by name */
  PlumbSupportFunc func;
  gpointer data;
};

static void
report_name (Report *self, const PlumbNode *node)
{
  if (self->seen[node->name])
    return;

  self->seen[node->name] = TRUE;
  self->func (node->slot, self->data);
}

static void
report_all (Report *self, const PlumbNode *node)
{
  for (const PlumbNode *inner = node; inner < PLUMB_NODE_NEXT (node); inner++)
    {
      if (plumb_node_has_name (inner))
        report_name (self, inner);
    }
}

/* ---- either walk -------------------------------------------------------- */

static void
visit_operands (Report *self, const PlumbNode *node)
{
  for (PLUMB_EACH_OPERAND (child, node))
    self->walk->visit (self, child);
}

/* Everything that the choice of a branch looks at, and that branch. */
static void
visit_choice (Report *self, const PlumbNode *node)
{
  const PlumbNode *taken = plumb_node_get_branch (node, self->slots);
  const PlumbNode *child = PLUMB_NODE_FIRST (node);

  if (node->kind == PLUMB_NODE_CASE_OF)
    {
      self->walk->visit (self, child);
      child = PLUMB_NODE_NEXT (child);
    }

  while (!plumb_node_is_last (child, node))
    {
      const PlumbNode *branch = PLUMB_NODE_NEXT (child);

      self->walk->visit (self, child);
      if (branch == taken)
        break;
      child = PLUMB_NODE_NEXT (branch);
    }

  self->walk->visit (self, taken);
}

static void
visit_until_known (Report *self, const PlumbNode *node)
{
  for (PLUMB_EACH_OPERAND (child, node))
    {
      self->walk->visit (self, child);
      if (plumb_node_is_known (child, self->slots))
        return;
    }
}

static void
visit_list_function (Report *self, const PlumbNode *node, PlumbTruth deciding)
{
  const PlumbNode *list = PLUMB_NODE_FIRST (node);

  if (list->kind == PLUMB_NODE_LIST)
    self->walk->visit_deciding (self, node, list, deciding);
  else
    self->walk->visit (self, list);
}

/* What a walk does with the operands of a node that it looks into. */
static void
visit_inner (Report *self, const PlumbNode *node)
{
  switch (node->kind)
    {
    case PLUMB_NODE_AND:
      self->walk->visit_deciding (self, node, node, PLUMB_FALSE);
      break;

    case PLUMB_NODE_OR:
      self->walk->visit_deciding (self, node, node, PLUMB_TRUE);
      break;

    case PLUMB_NODE_IMPLIES:
      self->walk->visit_implication (self, node);
      break;

    case PLUMB_NODE_ALL_TRUE:
      visit_list_function (self, node, PLUMB_FALSE);
      break;

    case PLUMB_NODE_ANY_TRUE:
      visit_list_function (self, node, PLUMB_TRUE);
      break;

    case PLUMB_NODE_IF:
    case PLUMB_NODE_CASE:
    case PLUMB_NODE_CASE_OF:
      visit_choice (self, node);
      break;

    case PLUMB_NODE_COALESCE:
      visit_until_known (self, node);
      break;

    default:
      visit_operands (self, node);
    }
}

/* Calls the function for everything that the walk finds in an expression. */
static void
report (const Walk *walk,
        const PlumbExpression *expression,
        const PlumbValue *slots,
        PlumbSupportFunc func,
        gpointer data)
{
  g_autofree guint8 *seen = g_new0 (guint8, expression->n_names + 1);
  Report self = { walk, slots, seen, func, data };

  walk->visit (&self, expression->nodes);
}

/* ---- support ------------------------------------------------------------ */

static void support (Report *self, const PlumbNode *node);

/* The first operand of @deciding truth suffices, where there is one. */
static void
support_first (Report *self, const PlumbNode *node, const PlumbNode *list, PlumbTruth deciding)
{
  for (PLUMB_EACH_OPERAND (child, list))
    {
      if (plumb_node_get_truth (child, self->slots) == deciding)
        {
          support (self, child);
          return;
        }
    }

  visit_operands (self, list);
}

static void
support_implication (Report *self, const PlumbNode *node)
{
  const PlumbNode *premise = PLUMB_NODE_FIRST (node);
  const PlumbNode *conclusion = PLUMB_NODE_NEXT (premise);

  if (plumb_node_get_truth (premise, self->slots) == PLUMB_FALSE)
    support (self, premise);
  else if (plumb_node_get_truth (conclusion, self->slots) == PLUMB_TRUE)
    support (self, conclusion);
  else
    visit_operands (self, node);
}

/* Where a node is null, as under `is null`, its names are all reported. */
static void
support (Report *self, const PlumbNode *node)
{
  if (plumb_node_has_name (node))
    {
      report_name (self, node);
      return;
    }
  if (!plumb_node_is_known (node, self->slots))
    {
      report_all (self, node);
      return;
    }

  visit_inner (self, node);
}

static const Walk support_walk = { support, support_first, support_implication };

/**
 * plumb_expression_foreach_support:
 * @self: an expression
 * @slots: (array): the values of the names
 * @func: (scope call): what to call
 * @data: for @func
 *
 * Calls @func, once each, for names that suffice for the value that @self has
 * now: whatever the other names may be, it stays the same. For a true `and` these
 * are those of all operands, for a false one those of the first operand that is
 * false. Where @self is null there are none.
 */
void
plumb_expression_foreach_support (const PlumbExpression *self,
                                  const PlumbValue *slots,
                                  PlumbSupportFunc func,
                                  gpointer data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  if (plumb_node_is_known (self->nodes, slots))
    report (&support_walk, self, slots, func, data);
}

/* ---- open names --------------------------------------------------------- */

static void open_names (Report *self, const PlumbNode *node);

/* Once it is decided, only the operands that have decided can still change it. */
static void
open_deciding (Report *self, const PlumbNode *node, const PlumbNode *list, PlumbTruth deciding)
{
  gboolean decided = plumb_node_get_truth (node, self->slots) == deciding;

  for (PLUMB_EACH_OPERAND (child, list))
    {
      if (!decided || plumb_node_get_truth (child, self->slots) == deciding)
        open_names (self, child);
    }
}

static void
open_implication (Report *self, const PlumbNode *node)
{
  const PlumbNode *premise = PLUMB_NODE_FIRST (node);
  const PlumbNode *conclusion = PLUMB_NODE_NEXT (premise);
  gboolean decided = plumb_node_get_truth (node, self->slots) == PLUMB_TRUE;

  if (!decided || plumb_node_get_truth (premise, self->slots) == PLUMB_FALSE)
    open_names (self, premise);
  if (!decided || plumb_node_get_truth (conclusion, self->slots) == PLUMB_TRUE)
    open_names (self, conclusion);
}

/* A node that is known now may still change: tests such as `is not true`, an
 * `if` and the functions on lists have a value even for null. */
static void
open_names (Report *self, const PlumbNode *node)
{
  if (plumb_possible_is_settled (plumb_node_get_possible (node, self->slots)))
    return;

  if (plumb_node_has_name (node))
    {
      report_name (self, node);
      return;
    }

  visit_inner (self, node);
}

static const Walk open_walk = { open_names, open_deciding, open_implication };

/**
 * plumb_expression_foreach_open:
 * @self: an expression
 * @slots: (array): the values of the names
 * @include_settled: whether to look for names at all where @self has a value
 * @func: (scope call): what to call
 * @data: for @func
 *
 * Calls @func, once each, for names that are null and whose answer could still
 * change what @self is. Where @self is null these are the names to ask for.
 * Where it has a value, that value may rest on a name being null, as that of
 * `pregnant is not true` does; such names are reported with @include_settled
 * alone. Without any the value is final, whatever the answers that are missing.
 */
void
plumb_expression_foreach_open (const PlumbExpression *self,
                               const PlumbValue *slots,
                               gboolean include_settled,
                               PlumbSupportFunc func,
                               gpointer data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  if (include_settled || !plumb_node_is_known (self->nodes, slots))
    report (&open_walk, self, slots, func, data);
}
