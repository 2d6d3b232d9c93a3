/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a guard uses its names: what must be told apart for it, and what need not. */

#include "plumb-diagram.h"

#include "plumb-expression-private.h"

typedef struct
{
  PlumbUseFunc func;
  gpointer data;
} PlumbUser;

static void scan (const PlumbUser *self, const PlumbNode *node);

static gboolean
is_integer_name (const PlumbNode *node)
{
  return node->kind == PLUMB_NODE_NAME && node->type == PLUMB_VALUE_INTEGER;
}

static gboolean
is_integer_constant (const PlumbNode *node)
{
  return node->kind == PLUMB_NODE_CONSTANT && node->detail == PLUMB_VALUE_INTEGER;
}

static void
cut (const PlumbUser *self, guint slot, gint64 from, gint64 behind)
{
  self->func (slot, PLUMB_USE_CUT, from, self->data);
  if (behind != from)
    self->func (slot, PLUMB_USE_CUT, behind, self->data);
}

static void
scan_fused_relation (const PlumbUser *self, const PlumbNode *node)
{
  gint64 constant = node->integer;

  switch ((PlumbRelation) node->detail)
    {
    case PLUMB_RELATION_LESS:
    case PLUMB_RELATION_GREATER_OR_EQUAL:
      cut (self, node->slot, constant, constant);
      break;
    case PLUMB_RELATION_LESS_OR_EQUAL:
    case PLUMB_RELATION_GREATER:
      cut (self, node->slot, constant + 1, constant + 1);
      break;
    case PLUMB_RELATION_EQUAL:
    case PLUMB_RELATION_NOT_EQUAL:
    default:
      cut (self, node->slot, constant, constant + 1);
      break;
    }
}

static void
scan_operands (const PlumbUser *self, const PlumbNode *node)
{
  for (PLUMB_EACH_OPERAND (child, node))
    scan (self, child);
}

static void
scan_relation (const PlumbUser *self, const PlumbNode *node)
{
  const PlumbNode *a = PLUMB_NODE_FIRST (node);
  const PlumbNode *b = PLUMB_NODE_NEXT (a);

  if (node->kind == PLUMB_NODE_RELATION && is_integer_name (a) && is_integer_name (b))
    self->func (a->slot, PLUMB_USE_COMPARED, b->slot, self->data);
  else
    scan_operands (self, node);
}

/* `x between 1 and 3`, `x in { 1, 2 }`: the constants are where x is cut. */
static void
scan_range (const PlumbUser *self, const PlumbNode *node)
{
  const PlumbNode *subject = PLUMB_NODE_FIRST (node);
  const PlumbNode *rest = PLUMB_NODE_NEXT (subject);
  gboolean is_list = node->kind == PLUMB_NODE_IN && rest->kind == PLUMB_NODE_LIST;
  const PlumbNode *end = PLUMB_NODE_NEXT (node);
  const PlumbNode *item = is_list ? PLUMB_NODE_FIRST (rest) : rest;

  if (!is_integer_name (subject) || (node->kind == PLUMB_NODE_IN && !is_list))
    {
      scan_operands (self, node);
      return;
    }
  for (; item < end; item = PLUMB_NODE_NEXT (item))
    if (is_integer_constant (item))
      cut (self, subject->slot, item->integer, item->integer + 1);
    else if (item->kind != PLUMB_NODE_CONSTANT || item->detail != PLUMB_VALUE_NULL)
      {
        scan (self, subject);
        scan (self, item);
      }
}

/* Whether there is a value is all that Count asks. */
static void
scan_count (const PlumbUser *self, const PlumbNode *node)
{
  const PlumbNode *list = PLUMB_NODE_FIRST (node);

  if (list->kind != PLUMB_NODE_LIST)
    scan (self, list);
  else
    for (PLUMB_EACH_OPERAND (child, list))
      if (child->kind != PLUMB_NODE_NAME)
        scan (self, child);
}

static void
scan (const PlumbUser *self, const PlumbNode *node)
{
  switch ((int) node->kind)
    {
    case PLUMB_NODE_CONSTANT:
    case PLUMB_NODE_NOT_NAME:
    case PLUMB_NODE_NAME_TEST_NULL:
      break;
    case PLUMB_NODE_NAME:
      if (node->type == PLUMB_VALUE_INTEGER)
        self->func (node->slot, PLUMB_USE_VALUE, 0, self->data);
      else if (node->type == PLUMB_VALUE_STRING)
        self->func (node->slot, PLUMB_USE_TEXT, 0, self->data);
      break;
    case PLUMB_NODE_NAME_RELATION_STRING:
      self->func (node->slot, PLUMB_USE_TEXT, 0, self->data);
      break;
    case PLUMB_NODE_NAME_RELATION_INTEGER:
      scan_fused_relation (self, node);
      break;
    case PLUMB_NODE_RELATION:
      scan_relation (self, node);
      break;
    case PLUMB_NODE_BETWEEN:
    case PLUMB_NODE_IN:
      scan_range (self, node);
      break;
    case PLUMB_NODE_COUNT:
      scan_count (self, node);
      break;
    default:
      scan_operands (self, node);
      break;
    }
}

/**
 * plumb_expression_foreach_use:
 * @self: an expression
 * @func: (scope call): what to call
 * @data: for @func
 *
 * Tells in which way @self depends on the names that are Integers or Strings, so
 * that a few cells can stand for all values of a name. A name that it only tests
 * for null is left out.
 */
void
plumb_expression_foreach_use (const PlumbExpression *self, PlumbUseFunc func, gpointer data)
{
  PlumbUser user = { func, data };

  scan (&user, self->nodes);
}
