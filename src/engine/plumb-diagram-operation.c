/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an operator does to values is left to the evaluator: there is one meaning of a guard, not
 * two. */

#include "plumb-diagram-private.h"

#include "plumb-expression-private.h"

static PlumbNode
get_constant (const PlumbValue *value)
{
  PlumbNode node
      = { .kind = PLUMB_NODE_CONSTANT, .type = value->type, .detail = value->type, .span = 1 };

  if (value->type == PLUMB_VALUE_STRING)
    node.string = value->string;
  else if (value->type == PLUMB_VALUE_BOOLEAN)
    node.integer = value->boolean;
  else
    node.integer = value->integer;

  return node;
}

static PlumbValue
evaluate (PlumbNodeKind kind, const PlumbValue *a, const PlumbValue *b, gboolean subtracted)
{
  PlumbNode nodes[3] = { { .kind = kind, .span = b != NULL ? 3 : 2 }, get_constant (a) };
  PlumbValue result;

  if (b != NULL)
    {
      nodes[2] = get_constant (b);
      nodes[2].subtracted = subtracted;
    }
  plumb_node_get_value (nodes, NULL, &result);

  return result;
}

static PlumbValue
to_value (PlumbTruth truth)
{
  return truth == PLUMB_UNKNOWN ? plumb_value_null () : plumb_value_boolean (truth == PLUMB_TRUE);
}

PlumbValue
plumb_operation_calculate (PlumbOperation operation,
                           const PlumbValue *a,
                           const PlumbValue *b,
                           const PlumbValue *c)
{
  switch (operation)
    {
    case PLUMB_OPERATION_NOT:
      return evaluate (PLUMB_NODE_NOT, a, NULL, FALSE);
    case PLUMB_OPERATION_AND:
      return evaluate (PLUMB_NODE_AND, a, b, FALSE);
    case PLUMB_OPERATION_OR:
      return evaluate (PLUMB_NODE_OR, a, b, FALSE);
    case PLUMB_OPERATION_XOR:
      return evaluate (PLUMB_NODE_XOR, a, b, FALSE);
    case PLUMB_OPERATION_IS_NULL:
      return plumb_value_boolean (a->type == PLUMB_VALUE_NULL);
    case PLUMB_OPERATION_IS_TRUE:
      return plumb_value_boolean (plumb_value_get_truth (a) == PLUMB_TRUE);
    case PLUMB_OPERATION_IS_FALSE:
      return plumb_value_boolean (plumb_value_get_truth (a) == PLUMB_FALSE);
    case PLUMB_OPERATION_EQUAL:
    case PLUMB_OPERATION_NOT_EQUAL:
    case PLUMB_OPERATION_LESS:
    case PLUMB_OPERATION_LESS_OR_EQUAL:
    case PLUMB_OPERATION_GREATER:
    case PLUMB_OPERATION_GREATER_OR_EQUAL:
      return to_value (
          plumb_value_relate (a, (PlumbRelation) (operation - PLUMB_OPERATION_EQUAL), b));
    case PLUMB_OPERATION_EQUIVALENT:
      return plumb_value_boolean (plumb_value_is_equivalent (a, b));
    case PLUMB_OPERATION_ADD:
      return evaluate (PLUMB_NODE_ADD, a, b, FALSE);
    case PLUMB_OPERATION_SUBTRACT:
      return evaluate (PLUMB_NODE_ADD, a, b, TRUE);
    case PLUMB_OPERATION_MULTIPLY:
      return evaluate (PLUMB_NODE_MULTIPLY, a, b, FALSE);
    case PLUMB_OPERATION_NEGATE:
      return evaluate (PLUMB_NODE_NEGATE, a, NULL, FALSE);
    case PLUMB_OPERATION_TO_DECIMAL:
      return a->type == PLUMB_VALUE_INTEGER ? plumb_value_decimal (plumb_value_get_decimal (a))
                                            : *a;
    case PLUMB_OPERATION_COALESCE:
      return a->type == PLUMB_VALUE_NULL ? *b : *a;
    case PLUMB_OPERATION_SELECT:
      return plumb_value_get_truth (a) == PLUMB_TRUE ? *b : *c;
    case PLUMB_OPERATION_RESTRICT:
    default:
      g_return_val_if_reached (plumb_value_null ());
    }
}
