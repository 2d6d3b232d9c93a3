/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The syntax tree while it grows: its depth, and what each operator takes. */

#include "plumb-expression-private.h"

#include <glib/gi18n-lib.h>

/* The names that CQL gives the types; they are the same in every language. */
const char *
plumb_value_type_get_name (PlumbValueType type)
{
  static const char *const names[]
      = { "null", "Boolean", "Integer", "Decimal", "String", "Date", "List" };

  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (names), "");

  return names[type];
}

/* Keeps the first error, and returns %NULL for the convenience of callers. */
gpointer
plumb_parser_fail (PlumbParser *self,
                   PlumbExpressionError code,
                   const char *place,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->error != NULL)
    return NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  plumb_expression_set_error (&self->error, code, self->scanner.text, place, "%s", message);
  return NULL;
}

PlumbSyntax *
plumb_parser_add (PlumbParser *self, PlumbNodeKind kind, PlumbValueType type, const char *place)
{
  PlumbSyntax *syntax = g_new0 (PlumbSyntax, 1);

  syntax->kind = kind;
  syntax->type = type;
  syntax->place = place;
  g_ptr_array_add (self->arena, syntax);
  return syntax;
}

PlumbSyntax *
plumb_parser_add_constant (PlumbParser *self, PlumbValue value, const char *place)
{
  PlumbSyntax *constant = plumb_parser_add (self, PLUMB_NODE_CONSTANT, value.type, place);

  constant->value = value;
  return constant;
}

gboolean
plumb_parser_append (PlumbParser *self, PlumbSyntax *parent, PlumbSyntax *child)
{
  if (child->depth >= PLUMB_EXPRESSION_MAX_DEPTH)
    {
      plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_DEPTH, self->scanner.token,
                         /* Translators: %d is a number of levels */
                         _ ("expressions may be nested at most %d deep"),
                         PLUMB_EXPRESSION_MAX_DEPTH);
      return FALSE;
    }

  parent->depth = MAX (parent->depth, child->depth + 1);
  if (parent->last != NULL)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
  return TRUE;
}

/* Appends to @left where that is a chain of the same operation, so that a long
 * chain stays flat. */
PlumbSyntax *
plumb_parser_chain (PlumbParser *self, PlumbNodeKind kind, PlumbSyntax *left, PlumbSyntax *right)
{
  PlumbSyntax *parent = left;

  if (left->kind != kind)
    {
      parent = plumb_parser_add (self, kind, left->type, left->place);
      if (!plumb_parser_append (self, parent, left))
        return NULL;
    }

  return plumb_parser_append (self, parent, right) ? parent : NULL;
}

static gboolean
is_number (PlumbValueType type)
{
  return type == PLUMB_VALUE_INTEGER || type == PLUMB_VALUE_DECIMAL;
}

/* Finds the type that holds the values of both; null fits everything. */
static gboolean
unite_types (PlumbValueType a, PlumbValueType b, PlumbValueType *both)
{
  if (a == b || b == PLUMB_VALUE_NULL)
    *both = a;
  else if (a == PLUMB_VALUE_NULL)
    *both = b;
  else if (is_number (a) && is_number (b))
    *both = PLUMB_VALUE_DECIMAL;
  else
    return FALSE;

  return TRUE;
}

static gboolean
fail_type (PlumbParser *self, const PlumbSyntax *operand, const char *wanted)
{
  plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_TYPE, operand->place,
                     /* Translators: both are names of types, such as Boolean and Integer */
                     _ ("expected %s, but this is %s"), wanted,
                     plumb_value_type_get_name (operand->type));
  return FALSE;
}

gboolean
plumb_parser_expect_boolean (PlumbParser *self, const PlumbSyntax *operand)
{
  if (operand->type == PLUMB_VALUE_BOOLEAN || operand->type == PLUMB_VALUE_NULL)
    return TRUE;

  return fail_type (self, operand, plumb_value_type_get_name (PLUMB_VALUE_BOOLEAN));
}

gboolean
plumb_parser_expect_number (PlumbParser *self, const PlumbSyntax *operand)
{
  if (is_number (operand->type) || operand->type == PLUMB_VALUE_NULL)
    return TRUE;

  /* Translators: stands for %s in "expected %s, but this is %s"; Integer and Decimal are names of
   * types and stay */
  return fail_type (self, operand, _ ("Integer or Decimal"));
}

/* @element: what the items must fit, null for anything */
gboolean
plumb_parser_expect_list (PlumbParser *self, const PlumbSyntax *operand, PlumbValueType element)
{
  PlumbValueType both = PLUMB_VALUE_NULL;

  if (operand->type == PLUMB_VALUE_NULL)
    return TRUE;
  if (operand->type != PLUMB_VALUE_LIST)
    return fail_type (self, operand, plumb_value_type_get_name (PLUMB_VALUE_LIST));
  if (unite_types (operand->element, element, &both))
    return TRUE;

  plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_TYPE, operand->place,
                     /* Translators: both are names of types, such as Boolean and Integer */
                     _ ("expected a list of %s, but this is one of %s"),
                     plumb_value_type_get_name (element),
                     plumb_value_type_get_name (operand->element));
  return FALSE;
}

gboolean
plumb_parser_expect_same (PlumbParser *self, const PlumbSyntax *left, const PlumbSyntax *right)
{
  PlumbValueType both = PLUMB_VALUE_NULL;

  if (left->type == PLUMB_VALUE_LIST || right->type == PLUMB_VALUE_LIST)
    {
      plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_TYPE,
                         left->type == PLUMB_VALUE_LIST ? left->place : right->place,
                         _ ("a list cannot be compared"));
      return FALSE;
    }
  if (unite_types (left->type, right->type, &both))
    return TRUE;

  plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_TYPE, right->place,
                     /* Translators: both are names of types, such as Boolean and Integer */
                     _ ("%s cannot be compared with %s"), plumb_value_type_get_name (left->type),
                     plumb_value_type_get_name (right->type));
  return FALSE;
}

gboolean
plumb_parser_expect_ordered (PlumbParser *self, const PlumbSyntax *left, const PlumbSyntax *right)
{
  if (!plumb_parser_expect_same (self, left, right))
    return FALSE;
  if (left->type != PLUMB_VALUE_BOOLEAN && right->type != PLUMB_VALUE_BOOLEAN)
    return TRUE;

  plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_TYPE,
                     left->type == PLUMB_VALUE_BOOLEAN ? left->place : right->place,
                     _ ("Boolean values have no order"));
  return FALSE;
}

/* Widens the type of @parent so that it holds @branch as well. */
gboolean
plumb_parser_unite (PlumbParser *self, PlumbSyntax *parent, const PlumbSyntax *branch)
{
  PlumbValueType type = PLUMB_VALUE_NULL;
  PlumbValueType element = PLUMB_VALUE_NULL;

  if (unite_types (parent->type, branch->type, &type)
      && unite_types (parent->element, branch->element, &element))
    {
      parent->type = type;
      parent->element = element;
      return TRUE;
    }

  plumb_parser_fail (
      self, PLUMB_EXPRESSION_ERROR_TYPE, branch->place,
      /* Translators: both are names of types, such as Boolean and Integer */
      _ ("%s cannot stand beside %s"),
      plumb_value_type_get_name (type == PLUMB_VALUE_LIST ? branch->element : branch->type),
      plumb_value_type_get_name (type == PLUMB_VALUE_LIST ? parent->element : parent->type));
  return FALSE;
}
