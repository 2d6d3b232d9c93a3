/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a node may come to be when names that are null now are answered, each in
 * any way. Operands are taken to be independent, so more may seem possible than
 * is; never less. */

#include "plumb-expression-private.h"

#define POSSIBLE_FALSE PLUMB_POSSIBLE (PLUMB_FALSE)
#define POSSIBLE_UNKNOWN PLUMB_POSSIBLE (PLUMB_UNKNOWN)
#define POSSIBLE_TRUE PLUMB_POSSIBLE (PLUMB_TRUE)
#define POSSIBLE_KNOWN (POSSIBLE_FALSE | POSSIBLE_TRUE)

typedef PlumbTruth (*Combine) (PlumbTruth a, PlumbTruth b);

static PlumbTruth
combine_and (PlumbTruth a, PlumbTruth b)
{
  return MIN (a, b);
}

static PlumbTruth
combine_or (PlumbTruth a, PlumbTruth b)
{
  return MAX (a, b);
}

static PlumbTruth
combine_exclusive_or (PlumbTruth a, PlumbTruth b)
{
  if (a == PLUMB_UNKNOWN || b == PLUMB_UNKNOWN)
    return PLUMB_UNKNOWN;

  return a != b ? PLUMB_TRUE : PLUMB_FALSE;
}

static guint
combine_possible (guint a, guint b, Combine combine)
{
  guint result = 0;

  for (guint x = PLUMB_FALSE; x <= PLUMB_TRUE; x++)
    {
      for (guint y = PLUMB_FALSE; y <= PLUMB_TRUE; y++)
        {
          if ((a & PLUMB_POSSIBLE (x)) != 0 && (b & PLUMB_POSSIBLE (y)) != 0)
            result |= PLUMB_POSSIBLE (combine (x, y));
        }
    }

  return result;
}

static guint
negate_possible (guint possible)
{
  return (possible & POSSIBLE_UNKNOWN) | ((possible & POSSIBLE_FALSE) != 0 ? POSSIBLE_TRUE : 0)
         | ((possible & POSSIBLE_TRUE) != 0 ? POSSIBLE_FALSE : 0);
}

static guint
get_combined (const PlumbNode *node, const PlumbValue *slots, guint possible, Combine combine)
{
  for (PLUMB_EACH_OPERAND (child, node))
    possible = combine_possible (possible, plumb_node_get_possible (child, slots), combine);

  return possible;
}

/* What @node is now, where nothing about it can change. */
static guint
get_present (const PlumbNode *node, const PlumbValue *slots)
{
  if (node->type == PLUMB_VALUE_BOOLEAN)
    return PLUMB_POSSIBLE (plumb_node_get_truth (node, slots));

  return plumb_node_is_known (node, slots) ? POSSIBLE_TRUE : POSSIBLE_UNKNOWN;
}

static guint
get_name_possible (const PlumbNode *node, const PlumbValue *slots)
{
  if (slots[node->slot].type != PLUMB_VALUE_NULL)
    return get_present (node, slots);

  return node->kind == PLUMB_NODE_NAME_TEST_NULL ? POSSIBLE_KNOWN : PLUMB_POSSIBLE_ANY;
}

/* For what depends on its operands in no simple way. Where it is @strict, it is
 * null as soon as one of them is. Each operand is looked at once only, or the
 * work would double with every level. */
static guint
get_opaque (const PlumbNode *node, const PlumbValue *slots, gboolean strict, guint otherwise)
{
  gboolean settled = TRUE;

  for (PLUMB_EACH_OPERAND (child, node))
    {
      guint possible = plumb_node_get_possible (child, slots);

      if (strict && possible == POSSIBLE_UNKNOWN)
        return POSSIBLE_UNKNOWN;
      settled &= plumb_possible_is_settled (possible);
    }

  return settled ? get_present (node, slots) : otherwise;
}

static guint
get_test_possible (const PlumbNode *node, const PlumbValue *slots)
{
  guint operand = plumb_node_get_possible (PLUMB_NODE_FIRST (node), slots);
  guint wanted = POSSIBLE_UNKNOWN;
  guint possible = 0;

  if (node->detail != PLUMB_TEST_NULL)
    wanted = node->detail == PLUMB_TEST_TRUE ? POSSIBLE_TRUE : POSSIBLE_FALSE;
  if ((operand & wanted) != 0)
    possible |= POSSIBLE_TRUE;
  if ((operand & ~wanted) != 0)
    possible |= POSSIBLE_FALSE;

  return node->negated ? negate_possible (possible) : possible;
}

/* ---- choice ----------------------------------------------------------- */

typedef struct
{
  guint possible;
  guint n_branches;
} Branches;

static void
add_branch (Branches *branches, guint possible)
{
  branches->possible |= possible;
  if ((possible & POSSIBLE_KNOWN) != 0)
    branches->n_branches++;
}

/* Two branches have two values, for all we know. */
static guint
get_union (const PlumbNode *node, const Branches *branches)
{
  if (node->type != PLUMB_VALUE_BOOLEAN && branches->n_branches > 1)
    return branches->possible | POSSIBLE_KNOWN;

  return branches->possible;
}

/* Whether a candidate of `case x when …` may be met. @comparand is %NULL where
 * it may still change. */
static guint
get_match_possible (const PlumbNode *comparand, const PlumbNode *candidate, const PlumbValue *slots)
{
  PlumbValue a;
  PlumbValue b;

  if (comparand == NULL || !plumb_possible_is_settled (plumb_node_get_possible (candidate, slots)))
    return PLUMB_POSSIBLE_ANY;

  plumb_node_get_value (comparand, slots, &a);
  plumb_node_get_value (candidate, slots, &b);
  return PLUMB_POSSIBLE (plumb_value_relate (&a, PLUMB_RELATION_EQUAL, &b));
}

/* An `if` is a `case` of one item. */
static guint
get_choice_possible (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbNode *child = PLUMB_NODE_FIRST (node);
  const PlumbNode *comparand = NULL;
  gboolean has_comparand = node->kind == PLUMB_NODE_CASE_OF;
  Branches branches = { 0 };

  if (has_comparand)
    {
      if (plumb_possible_is_settled (plumb_node_get_possible (child, slots)))
        comparand = child;
      child = PLUMB_NODE_NEXT (child);
    }

  while (!plumb_node_is_last (child, node))
    {
      const PlumbNode *branch = PLUMB_NODE_NEXT (child);
      guint condition = has_comparand ? get_match_possible (comparand, child, slots)
                                      : plumb_node_get_possible (child, slots);

      if ((condition & POSSIBLE_TRUE) != 0)
        add_branch (&branches, plumb_node_get_possible (branch, slots));
      if (condition == POSSIBLE_TRUE)
        return get_union (node, &branches);
      child = PLUMB_NODE_NEXT (branch);
    }

  add_branch (&branches, plumb_node_get_possible (child, slots));
  return get_union (node, &branches);
}

/* @operands: the node whose children are tried one after the other */
static guint
get_coalesce_possible (const PlumbNode *node, const PlumbNode *operands, const PlumbValue *slots)
{
  Branches branches = { 0 };

  for (PLUMB_EACH_OPERAND (child, operands))
    {
      guint possible = plumb_node_get_possible (child, slots);

      add_branch (&branches, possible & POSSIBLE_KNOWN);
      if ((possible & POSSIBLE_UNKNOWN) == 0)
        return get_union (node, &branches);
    }

  branches.possible |= POSSIBLE_UNKNOWN;
  return get_union (node, &branches);
}

static guint
get_coalesce_list_possible (const PlumbNode *node, const PlumbValue *slots)
{
  const PlumbNode *list = PLUMB_NODE_FIRST (node);

  if (list->kind == PLUMB_NODE_LIST)
    return get_coalesce_possible (node, list, slots);

  return get_opaque (node, slots, FALSE, PLUMB_POSSIBLE_ANY);
}

/* A null item neither makes AllTrue false nor AnyTrue true. */
static guint
get_all_or_any_possible (const PlumbNode *node, const PlumbValue *slots, PlumbTruth deciding)
{
  const PlumbNode *list = PLUMB_NODE_FIRST (node);
  gboolean may_decide = FALSE;
  gboolean must_decide = FALSE;

  if (list->kind != PLUMB_NODE_LIST)
    return get_opaque (node, slots, FALSE, POSSIBLE_KNOWN);

  for (PLUMB_EACH_OPERAND (child, list))
    {
      guint possible = plumb_node_get_possible (child, slots);

      may_decide |= (possible & PLUMB_POSSIBLE (deciding)) != 0;
      must_decide |= possible == PLUMB_POSSIBLE (deciding);
    }

  return (may_decide ? PLUMB_POSSIBLE (deciding) : 0)
         | (must_decide ? 0 : PLUMB_POSSIBLE (PLUMB_TRUE - deciding));
}

guint
plumb_node_get_possible (const PlumbNode *node, const PlumbValue *slots)
{
  switch (node->kind)
    {
    case PLUMB_NODE_CONSTANT:
      return get_present (node, slots);

    case PLUMB_NODE_NAME:
    case PLUMB_NODE_NOT_NAME:
    case PLUMB_NODE_NAME_RELATION_STRING:
    case PLUMB_NODE_NAME_RELATION_INTEGER:
    case PLUMB_NODE_NAME_TEST_NULL:
      return get_name_possible (node, slots);

    case PLUMB_NODE_NOT:
      return negate_possible (plumb_node_get_possible (PLUMB_NODE_FIRST (node), slots));

    case PLUMB_NODE_AND:
      return get_combined (node, slots, POSSIBLE_TRUE, combine_and);

    case PLUMB_NODE_OR:
      return get_combined (node, slots, POSSIBLE_FALSE, combine_or);

    case PLUMB_NODE_XOR:
      return get_combined (node, slots, POSSIBLE_FALSE, combine_exclusive_or);

    case PLUMB_NODE_IMPLIES:
      return combine_possible (
          negate_possible (plumb_node_get_possible (PLUMB_NODE_FIRST (node), slots)),
          plumb_node_get_possible (PLUMB_NODE_NEXT (PLUMB_NODE_FIRST (node)), slots), combine_or);

    case PLUMB_NODE_TEST:
      return get_test_possible (node, slots);

    case PLUMB_NODE_RELATION:
    case PLUMB_NODE_ADD:
    case PLUMB_NODE_MULTIPLY:
    case PLUMB_NODE_NEGATE:
      return get_opaque (node, slots, TRUE, PLUMB_POSSIBLE_ANY);

    case PLUMB_NODE_EQUIVALENT:
    case PLUMB_NODE_COUNT:
    case PLUMB_NODE_LIST:
      return get_opaque (node, slots, FALSE, POSSIBLE_KNOWN);

    case PLUMB_NODE_ALL_TRUE:
      return get_all_or_any_possible (node, slots, PLUMB_FALSE);

    case PLUMB_NODE_ANY_TRUE:
      return get_all_or_any_possible (node, slots, PLUMB_TRUE);

    case PLUMB_NODE_IF:
    case PLUMB_NODE_CASE:
    case PLUMB_NODE_CASE_OF:
      return get_choice_possible (node, slots);

    case PLUMB_NODE_COALESCE:
      return get_coalesce_possible (node, node, slots);

    case PLUMB_NODE_COALESCE_LIST:
      return get_coalesce_list_possible (node, slots);

    default:
      return get_opaque (node, slots, FALSE, PLUMB_POSSIBLE_ANY);
    }
}
