/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evaluation of nodes. Nothing here allocates. */

#include "plumb-expression-private.h"

static PlumbTruth get_truth (const PlumbNode *node, const PlumbValue *slots);
static void get_value (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result);

/* ---- comparison ------------------------------------------------------- */

static PlumbTruth
get_equivalence (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbValue a;
  PlumbValue b;

  get_value (PLUMB_NODE_FIRST (node), slots, &a);
  get_value (PLUMB_NODE_NEXT (PLUMB_NODE_FIRST (node)), slots, &b);
  return plumb_truth_of (plumb_value_is_equivalent (&a, &b) != node->negated);
}

static PlumbTruth
get_relation (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbValue a;
  PlumbValue b;

  get_value (PLUMB_NODE_FIRST (node), slots, &a);
  get_value (PLUMB_NODE_NEXT (PLUMB_NODE_FIRST (node)), slots, &b);
  return plumb_value_relate (&a, node->detail, &b);
}

static PlumbTruth
get_between (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbNode *subject = PLUMB_NODE_FIRST (node);
  const PlumbNode *low = PLUMB_NODE_NEXT (subject);
  PlumbValue value;
  PlumbValue least;
  PlumbValue greatest;
  PlumbTruth above = PLUMB_UNKNOWN;
  PlumbTruth below = PLUMB_UNKNOWN;

  get_value (subject, slots, &value);
  get_value (low, slots, &least);
  get_value (PLUMB_NODE_NEXT (low), slots, &greatest);
  above = plumb_value_relate (&value, PLUMB_RELATION_GREATER_OR_EQUAL, &least);
  below = plumb_value_relate (&value, PLUMB_RELATION_LESS_OR_EQUAL, &greatest);
  return MIN (above, below);
}

/* ---- choice ----------------------------------------------------------- */

static const PlumbNode *
get_case_branch (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbNode *child = PLUMB_NODE_FIRST (node);
  PlumbValue comparand;
  PlumbValue candidate;

  if (node->kind == PLUMB_NODE_CASE_OF)
    {
      get_value (child, slots, &comparand);
      child = PLUMB_NODE_NEXT (child);
    }

  while (!plumb_node_is_last (child, node))
    {
      const PlumbNode *branch = PLUMB_NODE_NEXT (child);
      PlumbTruth met = PLUMB_UNKNOWN;

      if (node->kind == PLUMB_NODE_CASE)
        met = get_truth (child, slots);
      else
        {
          get_value (child, slots, &candidate);
          met = plumb_value_relate (&comparand, PLUMB_RELATION_EQUAL, &candidate);
        }

      if (met == PLUMB_TRUE)
        return branch;
      child = PLUMB_NODE_NEXT (branch);
    }

  return child;
}

/* The branch of an if or case that is taken now. */
const PlumbNode *
plumb_node_get_branch (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbNode *branch = PLUMB_NODE_NEXT (PLUMB_NODE_FIRST (node));

  if (node->kind != PLUMB_NODE_IF)
    return get_case_branch (node, slots);
  if (get_truth (PLUMB_NODE_FIRST (node), slots) != PLUMB_TRUE)
    branch = PLUMB_NODE_NEXT (branch);

  return branch;
}

/* ---- values ----------------------------------------------------------- */

static void
get_constant (const PlumbNode *node, PlumbValue *result)
{
  *result = (PlumbValue){ .type = node->detail };

  if (node->detail == PLUMB_VALUE_BOOLEAN)
    result->boolean = (gboolean) node->integer;
  else if (node->detail == PLUMB_VALUE_STRING)
    result->string = node->string;
  else
    result->integer = node->integer;
}

static void
get_boolean (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result)
{
  PlumbTruth truth = get_truth (node, slots);

  *result
      = truth == PLUMB_UNKNOWN ? plumb_value_null () : plumb_value_boolean (truth == PLUMB_TRUE);
}

static void
get_value (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result)
{
  switch (node->kind)
    {
    case PLUMB_NODE_CONSTANT:
      get_constant (node, result);
      return;

    case PLUMB_NODE_NAME:
      *result = slots[node->slot].type == node->type ? slots[node->slot] : plumb_value_null ();
      return;

    case PLUMB_NODE_ADD:
    case PLUMB_NODE_MULTIPLY:
      plumb_node_calculate (node, slots, result);
      break;

    case PLUMB_NODE_NEGATE:
      plumb_node_get_negation (node, slots, result);
      break;

    case PLUMB_NODE_COUNT:
      *result = plumb_value_integer (plumb_node_count_known (node, slots));
      return;

    case PLUMB_NODE_IF:
    case PLUMB_NODE_CASE:
    case PLUMB_NODE_CASE_OF:
      get_value (plumb_node_get_branch (node, slots), slots, result);
      break;

    case PLUMB_NODE_COALESCE:
      plumb_node_get_first_known (node, slots, result);
      break;

    case PLUMB_NODE_COALESCE_LIST:
      plumb_node_get_first_known (plumb_node_get_list (PLUMB_NODE_FIRST (node), slots), slots,
                                  result);
      break;

    case PLUMB_NODE_LIST:
      *result = (PlumbValue){ .type = PLUMB_VALUE_LIST, .list = node->list };
      return;

    default:
      get_boolean (node, slots, result);
      return;
    }

  /* One branch may be an Integer where another is a Decimal. */
  if (node->type == PLUMB_VALUE_DECIMAL && result->type == PLUMB_VALUE_INTEGER)
    *result = plumb_value_decimal (plumb_value_get_decimal (result));
}

/* ---- truth ------------------------------------------------------------ */

static inline PlumbTruth
relate_integer (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbValue *value = &slots[node->slot];

  if (value->type != PLUMB_VALUE_INTEGER)
    return PLUMB_UNKNOWN;

  return plumb_relate_order (plumb_get_order (value->integer, node->integer), node->detail);
}

static inline PlumbTruth
relate_string (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbValue *value = &slots[node->slot];

  if (value->type != PLUMB_VALUE_STRING)
    return PLUMB_UNKNOWN;

  return plumb_truth_of ((value->string == node->string) == (node->detail == PLUMB_RELATION_EQUAL));
}

static inline PlumbTruth
get_name_truth (const PlumbNode *node, const PlumbValue *slots)
{
  return plumb_value_get_truth (&slots[node->slot]);
}

/* A value of the wrong type is none. */
static inline PlumbTruth
test_name (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbValueType type = slots[node->slot].type;
  gboolean known = type != PLUMB_VALUE_NULL && type == node->detail;

  return plumb_truth_of (known == node->negated);
}

static PlumbTruth
get_test (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbNode *operand = PLUMB_NODE_FIRST (node);
  gboolean met = FALSE;

  if (node->detail == PLUMB_TEST_NULL)
    met = !plumb_node_is_known (operand, slots);
  else
    met = get_truth (operand, slots) == plumb_truth_of (node->detail == PLUMB_TEST_TRUE);

  return plumb_truth_of (met != node->negated);
}

static PlumbTruth
get_exclusive_or (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbTruth result = PLUMB_FALSE;

  for (PLUMB_EACH_OPERAND (child, node))
    {
      PlumbTruth operand = get_truth (child, slots);

      if (operand == PLUMB_UNKNOWN)
        return PLUMB_UNKNOWN;
      result = plumb_truth_of (result != operand);
    }

  return result;
}

static PlumbTruth
get_implication (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbTruth premise = get_truth (PLUMB_NODE_FIRST (node), slots);
  PlumbTruth conclusion = PLUMB_UNKNOWN;

  if (premise == PLUMB_FALSE)
    return PLUMB_TRUE;

  conclusion = get_truth (PLUMB_NODE_NEXT (PLUMB_NODE_FIRST (node)), slots);
  return MAX (plumb_truth_negate (premise), conclusion);
}

static inline PlumbTruth
get_conjunction (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbTruth result = PLUMB_TRUE;

  for (PLUMB_EACH_OPERAND (child, node))
    {
      PlumbTruth operand = get_truth (child, slots);

      if (operand == PLUMB_FALSE)
        return PLUMB_FALSE;
      result = MIN (result, operand);
    }

  return result;
}

static inline PlumbTruth
get_disjunction (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbTruth result = PLUMB_FALSE;

  for (PLUMB_EACH_OPERAND (child, node))
    {
      PlumbTruth operand = get_truth (child, slots);

      if (operand == PLUMB_TRUE)
        return PLUMB_TRUE;
      result = MAX (result, operand);
    }

  return result;
}

/* By itself, so that get_truth() gets by without a value on its stack. */
static PlumbTruth
get_truth_of_value (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbValue value;

  get_value (node, slots, &value);
  return plumb_value_get_truth (&value);
}

static PlumbTruth
get_truth (const PlumbNode *node, const PlumbValue *slots)
{
  switch (node->kind)
    {
    case PLUMB_NODE_NAME:
      return get_name_truth (node, slots);

    case PLUMB_NODE_NOT_NAME:
      return plumb_truth_negate (get_name_truth (node, slots));

    case PLUMB_NODE_NAME_RELATION_STRING:
      return relate_string (node, slots);

    case PLUMB_NODE_NAME_RELATION_INTEGER:
      return relate_integer (node, slots);

    case PLUMB_NODE_NAME_TEST_NULL:
      return test_name (node, slots);

    case PLUMB_NODE_AND:
      return get_conjunction (node, slots);

    case PLUMB_NODE_OR:
      return get_disjunction (node, slots);

    case PLUMB_NODE_NOT:
      return plumb_truth_negate (get_truth (PLUMB_NODE_FIRST (node), slots));

    case PLUMB_NODE_XOR:
      return get_exclusive_or (node, slots);

    case PLUMB_NODE_IMPLIES:
      return get_implication (node, slots);

    case PLUMB_NODE_TEST:
      return get_test (node, slots);

    case PLUMB_NODE_RELATION:
      return get_relation (node, slots);

    case PLUMB_NODE_EQUIVALENT:
      return get_equivalence (node, slots);

    case PLUMB_NODE_BETWEEN:
      return get_between (node, slots);

    case PLUMB_NODE_IN:
      return plumb_node_get_membership (node, slots);

    case PLUMB_NODE_ALL_TRUE:
      return plumb_node_get_all_or_any (node, slots, PLUMB_FALSE);

    case PLUMB_NODE_ANY_TRUE:
      return plumb_node_get_all_or_any (node, slots, PLUMB_TRUE);

    case PLUMB_NODE_IF:
    case PLUMB_NODE_CASE:
    case PLUMB_NODE_CASE_OF:
      return get_truth (plumb_node_get_branch (node, slots), slots);

    default:
      return get_truth_of_value (node, slots);
    }
}

/* ---- for the other files, and for everyone ---------------------------- */

PlumbTruth
plumb_node_get_truth (const PlumbNode *node, const PlumbValue *slots)
{
  return get_truth (node, slots);
}

void
plumb_node_get_value (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result)
{
  get_value (node, slots, result);
}

gboolean
plumb_node_is_known (const PlumbNode *node, const PlumbValue *slots)
{
  PlumbValue value;

  get_value (node, slots, &value);
  return value.type != PLUMB_VALUE_NULL;
}

/**
 * plumb_expression_evaluate:
 * @self: an expression
 * @slots: (array): the values of the names, strings interned; every slot that
 *   the names resolved to lies within
 * @result: (out caller-allocates): the value; a list belongs to @self
 *
 * Evaluates @self. Allocates nothing. A value that is not of the type that its
 * name was resolved to counts as null.
 */
void
plumb_expression_evaluate (const PlumbExpression *self, const PlumbValue *slots, PlumbValue *result)
{
  if (self->nodes->type == PLUMB_VALUE_BOOLEAN)
    get_boolean (self->nodes, slots, result);
  else
    get_value (self->nodes, slots, result);
}

/**
 * plumb_expression_evaluate_truth:
 * @self: an expression
 * @slots: (array): the values of the names, as for plumb_expression_evaluate()
 *
 * Evaluates a Boolean expression, which is what most of them are. Allocates
 * nothing.
 *
 * Returns: its truth; %PLUMB_UNKNOWN for null and for every other type
 */
PlumbTruth
plumb_expression_evaluate_truth (const PlumbExpression *self, const PlumbValue *slots)
{
  return self->nodes->type == PLUMB_VALUE_BOOLEAN ? get_truth (self->nodes, slots) : PLUMB_UNKNOWN;
}
