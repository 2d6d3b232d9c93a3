/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between the operators of an expression: arithmetic, and what has
 * brackets or key words of its own. */

#include "plumb-expression-private.h"

#include <glib/gi18n-lib.h>

static PlumbSyntax *
parse_parentheses (PlumbParser *self)
{
  const char *place = self->scanner.token;
  PlumbSyntax *inner = NULL;

  if (!plumb_parser_enter (self) || !plumb_parser_advance (self))
    return NULL;

  inner = plumb_parser_parse_expression (self);
  if (inner == NULL || !plumb_parser_expect (self, PLUMB_TOKEN_CLOSE_PARENTHESIS, ")"))
    return NULL;

  plumb_parser_leave (self);
  inner->place = place;
  return inner;
}

static PlumbSyntax *
parse_list (PlumbParser *self)
{
  PlumbSyntax *list
      = plumb_parser_add (self, PLUMB_NODE_LIST, PLUMB_VALUE_NULL, self->scanner.token);

  if (!plumb_parser_enter (self) || !plumb_parser_advance (self)
      || !plumb_parser_parse_operands (self, list, PLUMB_TOKEN_CLOSE_BRACE, "}"))
    return NULL;

  plumb_parser_leave (self);
  for (const PlumbSyntax *item = list->first; item != NULL; item = item->next)
    {
      if (item->type == PLUMB_VALUE_LIST)
        return plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_TYPE, item->place,
                                  _ ("a list cannot hold another list"));
      if (!plumb_parser_unite (self, list, item))
        return NULL;
    }

  list->element = list->type;
  list->type = PLUMB_VALUE_LIST;
  return list;
}

static PlumbSyntax *
append_condition (PlumbParser *self, PlumbSyntax *parent)
{
  PlumbSyntax *condition = plumb_parser_append_expression (self, parent);

  return condition != NULL && plumb_parser_expect_boolean (self, condition) ? condition : NULL;
}

static PlumbSyntax *
append_branch (PlumbParser *self, PlumbSyntax *parent)
{
  PlumbSyntax *branch = plumb_parser_append_expression (self, parent);

  return branch != NULL && plumb_parser_unite (self, parent, branch) ? branch : NULL;
}

static PlumbSyntax *
parse_if (PlumbParser *self)
{
  PlumbSyntax *choice
      = plumb_parser_add (self, PLUMB_NODE_IF, PLUMB_VALUE_NULL, self->scanner.token);

  if (!plumb_parser_enter (self) || !plumb_parser_advance (self) || !append_condition (self, choice)
      || !plumb_parser_expect (self, PLUMB_TOKEN_THEN, "then") || !append_branch (self, choice)
      || !plumb_parser_expect (self, PLUMB_TOKEN_ELSE, "else") || !append_branch (self, choice))
    return NULL;

  plumb_parser_leave (self);
  return choice;
}

static gboolean
parse_case_item (PlumbParser *self, PlumbSyntax *choice)
{
  PlumbSyntax *comparand = choice->kind == PLUMB_NODE_CASE_OF ? choice->first : NULL;
  PlumbSyntax *candidate = NULL;

  if (!plumb_parser_expect (self, PLUMB_TOKEN_WHEN, "when"))
    return FALSE;

  if (comparand == NULL)
    candidate = append_condition (self, choice);
  else
    candidate = plumb_parser_append_expression (self, choice);

  if (candidate == NULL
      || (comparand != NULL && !plumb_parser_expect_same (self, comparand, candidate)))
    return FALSE;

  return plumb_parser_expect (self, PLUMB_TOKEN_THEN, "then")
         && append_branch (self, choice) != NULL;
}

static PlumbSyntax *
parse_case (PlumbParser *self)
{
  PlumbSyntax *choice
      = plumb_parser_add (self, PLUMB_NODE_CASE, PLUMB_VALUE_NULL, self->scanner.token);

  if (!plumb_parser_enter (self) || !plumb_parser_advance (self))
    return NULL;

  if (!plumb_parser_is_at (self, PLUMB_TOKEN_WHEN))
    {
      choice->kind = PLUMB_NODE_CASE_OF;
      if (plumb_parser_append_expression (self, choice) == NULL)
        return NULL;
    }

  do
    {
      if (!parse_case_item (self, choice))
        return NULL;
    }
  while (plumb_parser_is_at (self, PLUMB_TOKEN_WHEN));

  if (!plumb_parser_expect (self, PLUMB_TOKEN_ELSE, "else") || !append_branch (self, choice)
      || !plumb_parser_expect (self, PLUMB_TOKEN_END_CASE, "end"))
    return NULL;

  plumb_parser_leave (self);
  return choice;
}

/* ---- arithmetic ------------------------------------------------------- */

static PlumbSyntax *
parse_primary (PlumbParser *self)
{
  switch (self->scanner.kind)
    {
    case PLUMB_TOKEN_NUMBER:
      return plumb_parser_parse_number (self, FALSE, self->scanner.token);
    case PLUMB_TOKEN_NULL:
    case PLUMB_TOKEN_TRUE:
    case PLUMB_TOKEN_FALSE:
    case PLUMB_TOKEN_STRING:
      return plumb_parser_parse_literal (self);
    case PLUMB_TOKEN_NAME:
      return plumb_parser_parse_name (self);
    case PLUMB_TOKEN_OPEN_PARENTHESIS:
      return parse_parentheses (self);
    case PLUMB_TOKEN_OPEN_BRACE:
      return parse_list (self);
    case PLUMB_TOKEN_IF:
      return parse_if (self);
    case PLUMB_TOKEN_CASE:
      return parse_case (self);
    default:
      return plumb_parser_fail_here (self, _ ("expected a value"));
    }
}

/* A sign binds more tightly than any operation. */
static PlumbSyntax *
parse_signed (PlumbParser *self)
{
  const char *place = self->scanner.token;
  gboolean negative = plumb_parser_is_at (self, PLUMB_TOKEN_MINUS);
  PlumbSyntax *operand = NULL;
  PlumbSyntax *negation = NULL;

  if (!negative && !plumb_parser_is_at (self, PLUMB_TOKEN_PLUS))
    return parse_primary (self);
  if (!plumb_parser_advance (self))
    return NULL;

  /* The least Integer can only be written with its sign. */
  if (plumb_parser_is_at (self, PLUMB_TOKEN_NUMBER))
    return plumb_parser_parse_number (self, negative, place);

  if (!plumb_parser_enter (self))
    return NULL;
  operand = parse_signed (self);
  plumb_parser_leave (self);
  if (operand == NULL || !plumb_parser_expect_number (self, operand))
    return NULL;
  if (!negative)
    return operand;

  negation = plumb_parser_add (self, PLUMB_NODE_NEGATE, operand->type, place);
  return plumb_parser_append (self, negation, operand) ? negation : NULL;
}

static PlumbSyntax *
calculate (PlumbParser *self, PlumbNodeKind kind, PlumbSyntax *left, PlumbSyntax *right)
{
  PlumbSyntax *result = NULL;

  if (!plumb_parser_expect_number (self, left) || !plumb_parser_expect_number (self, right))
    return NULL;

  result = plumb_parser_chain (self, kind, left, right);
  if (result == NULL)
    return NULL;

  /* Null is taken for an Integer when nothing else tells. */
  if (result->type == PLUMB_VALUE_DECIMAL || right->type == PLUMB_VALUE_DECIMAL)
    result->type = PLUMB_VALUE_DECIMAL;
  else
    result->type = PLUMB_VALUE_INTEGER;
  return result;
}

static PlumbSyntax *
parse_product (PlumbParser *self)
{
  PlumbSyntax *left = parse_signed (self);

  while (left != NULL && plumb_parser_accept (self, PLUMB_TOKEN_TIMES))
    {
      PlumbSyntax *right = parse_signed (self);

      left = right != NULL ? calculate (self, PLUMB_NODE_MULTIPLY, left, right) : NULL;
    }

  return self->error == NULL ? left : NULL;
}

PlumbSyntax *
plumb_parser_parse_term (PlumbParser *self)
{
  PlumbSyntax *left = parse_product (self);

  while (left != NULL
         && (plumb_parser_is_at (self, PLUMB_TOKEN_PLUS)
             || plumb_parser_is_at (self, PLUMB_TOKEN_MINUS)))
    {
      gboolean subtracted = plumb_parser_is_at (self, PLUMB_TOKEN_MINUS);
      PlumbSyntax *right = plumb_parser_advance (self) ? parse_product (self) : NULL;

      left = right != NULL ? calculate (self, PLUMB_NODE_ADD, left, right) : NULL;
      if (left != NULL)
        right->subtracted = subtracted;
    }

  return self->error == NULL ? left : NULL;
}
