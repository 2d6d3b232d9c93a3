/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addition, multiplication and sign. What cannot be held is null. */

#include "plumb-expression-private.h"

static void
set_integer (PlumbValue *result, gint64 integer)
{
  if (integer < G_MININT32 || integer > G_MAXINT32)
    *result = plumb_value_null ();
  else
    *result = plumb_value_integer (integer);
}

static gboolean
multiply_decimals (gint64 a, gint64 b, gint64 *product)
{
  __extension__ typedef __int128 Wide;
  Wide exact = (Wide) a * b;
  Wide half = exact < 0 ? -PLUMB_DECIMAL_ONE / 2 : PLUMB_DECIMAL_ONE / 2;
  Wide rounded = (exact + half) / PLUMB_DECIMAL_ONE;

  *product = (gint64) rounded;
  return rounded >= G_MININT64 && rounded <= G_MAXINT64;
}

/* Puts the operand of an addition or multiplication onto @result; null once
 * the result cannot be held. */
static void
accumulate (PlumbValue *result,
            const PlumbNode *operation,
            const PlumbNode *operand_node,
            const PlumbValue *operand)
{
  gboolean decimal = result->type == PLUMB_VALUE_DECIMAL || operand->type == PLUMB_VALUE_DECIMAL;
  gint64 a = decimal ? plumb_value_get_decimal (result) : result->integer;
  gint64 b = decimal ? plumb_value_get_decimal (operand) : operand->integer;
  gint64 sum = 0;
  gboolean overflow = FALSE;

  if (operation->kind == PLUMB_NODE_ADD && operand_node->subtracted)
    overflow = __builtin_sub_overflow (a, b, &sum);
  else if (operation->kind == PLUMB_NODE_ADD)
    overflow = __builtin_add_overflow (a, b, &sum);
  else if (decimal)
    overflow = !multiply_decimals (a, b, &sum);
  else
    overflow = __builtin_mul_overflow (a, b, &sum);

  if (overflow)
    *result = plumb_value_null ();
  else if (decimal)
    *result = plumb_value_decimal (sum);
  else
    set_integer (result, sum);
}

void
plumb_node_calculate (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result)
{
  const PlumbNode *first = PLUMB_NODE_FIRST (node);
  PlumbValue operand;

  plumb_node_get_value (first, slots, result);
  for (const PlumbNode *child = PLUMB_NODE_NEXT (first); child < PLUMB_NODE_NEXT (node);
       child = PLUMB_NODE_NEXT (child))
    {
      if (result->type == PLUMB_VALUE_NULL)
        return;

      plumb_node_get_value (child, slots, &operand);
      if (operand.type == PLUMB_VALUE_NULL)
        {
          *result = operand;
          return;
        }
      accumulate (result, node, child, &operand);
    }
}

void
plumb_node_get_negation (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result)
{
  plumb_node_get_value (PLUMB_NODE_FIRST (node), slots, result);

  if (result->type == PLUMB_VALUE_INTEGER)
    set_integer (result, -result->integer);
  else if (result->type == PLUMB_VALUE_DECIMAL && result->decimal != G_MININT64)
    result->decimal = -result->decimal;
  else
    *result = plumb_value_null ();
}
