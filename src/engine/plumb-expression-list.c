/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be asked of a list: `in`, AllTrue, AnyTrue, Count and Coalesce. The
 * items are evaluated where they stand, so that no list is ever made. */

#include "plumb-expression-private.h"

/* The list literal that is the value of @node now, %NULL for null. */
const PlumbNode *
plumb_node_get_list (const PlumbNode *node, const PlumbValue *slots)
{
  switch (node->kind)
    {
    case PLUMB_NODE_LIST:
      return node;

    case PLUMB_NODE_IF:
    case PLUMB_NODE_CASE:
    case PLUMB_NODE_CASE_OF:
      return plumb_node_get_list (plumb_node_get_branch (node, slots), slots);

    case PLUMB_NODE_COALESCE:
      for (PLUMB_EACH_OPERAND (child, node))
        {
          const PlumbNode *list = plumb_node_get_list (child, slots);

          if (list != NULL)
            return list;
        }
      return NULL;

    default:
      return NULL;
    }
}

/* What CQL says, except that null is not taken for a value that is not in the
 * list: its membership is unknown, as its equality is. A literal null in the
 * list is matched by null, and by nothing else. */
PlumbTruth
plumb_node_get_membership (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbNode *subject = PLUMB_NODE_FIRST (node);
  const PlumbNode *list = plumb_node_get_list (PLUMB_NODE_NEXT (subject), slots);
  PlumbTruth membership = PLUMB_FALSE;
  PlumbValue value;
  PlumbValue item;

  if (list == NULL)
    return PLUMB_UNKNOWN;

  plumb_node_get_value (subject, slots, &value);
  for (PLUMB_EACH_OPERAND (child, list))
    {
      PlumbTruth match = PLUMB_UNKNOWN;

      plumb_node_get_value (child, slots, &item);
      if (child->kind == PLUMB_NODE_CONSTANT && item.type == PLUMB_VALUE_NULL)
        match = plumb_truth_of (value.type == PLUMB_VALUE_NULL);
      else
        match = plumb_value_relate (&value, PLUMB_RELATION_EQUAL, &item);

      if (match == PLUMB_TRUE)
        return PLUMB_TRUE;
      membership = MAX (membership, match);
    }

  return membership;
}

/* AllTrue and AnyTrue: the first item of @deciding truth decides, and nulls are
 * passed over. */
PlumbTruth
plumb_node_get_all_or_any (const PlumbNode *node, const PlumbValue *slots, PlumbTruth deciding)
{
  const PlumbNode *list = plumb_node_get_list (PLUMB_NODE_FIRST (node), slots);

  if (list != NULL)
    {
      for (PLUMB_EACH_OPERAND (child, list))
        {
          if (plumb_node_get_truth (child, slots) == deciding)
            return deciding;
        }
    }

  return plumb_truth_negate (deciding);
}

gint64
plumb_node_count_known (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbNode *list = plumb_node_get_list (PLUMB_NODE_FIRST (node), slots);
  gint64 count = 0;

  if (list != NULL)
    {
      for (PLUMB_EACH_OPERAND (child, list))
        count += plumb_node_is_known (child, slots);
    }

  return count;
}

/* @node: a list, or a Coalesce of several values */
void
plumb_node_get_first_known (const PlumbNode *node, const PlumbValue *slots, PlumbValue *result)
{
  *result = plumb_value_null ();
  if (node == NULL)
    return;

  for (PLUMB_EACH_OPERAND (child, node))
    {
      plumb_node_get_value (child, slots, result);
      if (result->type != PLUMB_VALUE_NULL)
        return;
    }
}
