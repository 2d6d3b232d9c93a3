/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of CQL 1.5 as far as the guard language goes: two rules with
 * binary operators, `expression` above and `term` (arithmetic) below, both read
 * by precedence climbing. */

#include "plumb-expression-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How tightly the operators of `expression` bind. */
typedef enum
{
  BIND_NOTHING,
  BIND_IMPLIES,
  BIND_OR,
  BIND_AND,
  BIND_IN,
  BIND_EQUALITY,
  BIND_ORDER,
  BIND_BETWEEN,
  BIND_NOT,
  BIND_IS
} Binding;

typedef struct
{
  Binding binding;
  PlumbNodeKind kind;
  guint detail;
  gboolean negated;
} Operator;

static PlumbSyntax *parse_operators (PlumbParser *self, Binding least);

gboolean
plumb_parser_advance (PlumbParser *self)
{
  return self->error == NULL && plumb_scanner_next (&self->scanner, &self->error);
}

gboolean
plumb_parser_is_at (PlumbParser *self, PlumbTokenKind kind)
{
  return self->scanner.kind == kind;
}

/* @expectation: a whole phrase such as "expected a value" */
gpointer
plumb_parser_fail_here (PlumbParser *self, const char *expectation)
{
  const char *token = self->scanner.token;
  gssize length = self->scanner.cursor - token;
  g_autofree char *shown = NULL;

  if (plumb_parser_is_at (self, PLUMB_TOKEN_END))
    return plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_SYNTAX, token,
                              /* Translators: %s is a phrase such as "expected a value" */
                              _ ("%s, but the expression ends here"), expectation);

  shown = g_utf8_substring (token, 0, MIN (g_utf8_strlen (token, length), 30));
  return plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_SYNTAX, token,
                            /* Translators: the first %s is a phrase such as "expected a value" */
                            _ ("%s, but found “%s”"), expectation, shown);
}

gboolean
plumb_parser_accept (PlumbParser *self, PlumbTokenKind kind)
{
  return plumb_parser_is_at (self, kind) && plumb_parser_advance (self);
}

gboolean
plumb_parser_expect (PlumbParser *self, PlumbTokenKind kind, const char *spelling)
{
  g_autofree char *expectation = NULL;

  if (self->error != NULL)
    return FALSE;
  if (plumb_parser_is_at (self, kind))
    return plumb_parser_advance (self);

  /* Translators: %s is a word or symbol of the expression language */
  expectation = g_strdup_printf (_ ("expected “%s”"), spelling);
  plumb_parser_fail_here (self, expectation);
  return FALSE;
}

/* Every construct that can hold another of its kind enters here, before it
 * recurses. */
gboolean
plumb_parser_enter (PlumbParser *self)
{
  if (++self->nesting <= PLUMB_EXPRESSION_MAX_DEPTH)
    return TRUE;

  plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_DEPTH, self->scanner.token,
                     /* Translators: %d is a number of levels */
                     _ ("expressions may be nested at most %d deep"), PLUMB_EXPRESSION_MAX_DEPTH);
  return FALSE;
}

void
plumb_parser_leave (PlumbParser *self)
{
  self->nesting--;
}

/* ---- operators -------------------------------------------------------- */

static gboolean
get_operator (PlumbTokenKind kind, Operator *operation)
{
  static const Operator operators[] = {
    [PLUMB_TOKEN_IMPLIES] = { BIND_IMPLIES, PLUMB_NODE_IMPLIES, 0, FALSE },
    [PLUMB_TOKEN_OR] = { BIND_OR, PLUMB_NODE_OR, 0, FALSE },
    [PLUMB_TOKEN_XOR] = { BIND_OR, PLUMB_NODE_XOR, 0, FALSE },
    [PLUMB_TOKEN_AND] = { BIND_AND, PLUMB_NODE_AND, 0, FALSE },
    [PLUMB_TOKEN_IN] = { BIND_IN, PLUMB_NODE_IN, 0, FALSE },
    [PLUMB_TOKEN_EQUAL] = { BIND_EQUALITY, PLUMB_NODE_RELATION, PLUMB_RELATION_EQUAL, FALSE },
    [PLUMB_TOKEN_NOT_EQUAL]
    = { BIND_EQUALITY, PLUMB_NODE_RELATION, PLUMB_RELATION_NOT_EQUAL, FALSE },
    [PLUMB_TOKEN_EQUIVALENT] = { BIND_EQUALITY, PLUMB_NODE_EQUIVALENT, 0, FALSE },
    [PLUMB_TOKEN_NOT_EQUIVALENT] = { BIND_EQUALITY, PLUMB_NODE_EQUIVALENT, 0, TRUE },
    [PLUMB_TOKEN_LESS] = { BIND_ORDER, PLUMB_NODE_RELATION, PLUMB_RELATION_LESS, FALSE },
    [PLUMB_TOKEN_LESS_OR_EQUAL]
    = { BIND_ORDER, PLUMB_NODE_RELATION, PLUMB_RELATION_LESS_OR_EQUAL, FALSE },
    [PLUMB_TOKEN_GREATER] = { BIND_ORDER, PLUMB_NODE_RELATION, PLUMB_RELATION_GREATER, FALSE },
    [PLUMB_TOKEN_GREATER_OR_EQUAL]
    = { BIND_ORDER, PLUMB_NODE_RELATION, PLUMB_RELATION_GREATER_OR_EQUAL, FALSE },
    [PLUMB_TOKEN_BETWEEN] = { BIND_BETWEEN, PLUMB_NODE_BETWEEN, 0, FALSE },
    [PLUMB_TOKEN_IS] = { BIND_IS, PLUMB_NODE_TEST, 0, FALSE },
    [PLUMB_TOKEN_AS] = { BIND_IS, PLUMB_NODE_CONSTANT, 0, FALSE },
  };

  if (kind >= G_N_ELEMENTS (operators) || operators[kind].binding == BIND_NOTHING)
    return FALSE;

  *operation = operators[kind];
  return TRUE;
}

static PlumbSyntax *
parse_is (PlumbParser *self, PlumbSyntax *left)
{
  PlumbSyntax *test = plumb_parser_add (self, PLUMB_NODE_TEST, PLUMB_VALUE_BOOLEAN, left->place);

  test->negated = plumb_parser_accept (self, PLUMB_TOKEN_NOT);
  if (plumb_parser_is_at (self, PLUMB_TOKEN_NULL))
    test->detail = PLUMB_TEST_NULL;
  else if (plumb_parser_is_at (self, PLUMB_TOKEN_TRUE))
    test->detail = PLUMB_TEST_TRUE;
  else if (plumb_parser_is_at (self, PLUMB_TOKEN_FALSE))
    test->detail = PLUMB_TEST_FALSE;
  else
    return plumb_parser_fail_here (self, _ ("expected “null”, “true” or “false”"));

  if (test->detail != PLUMB_TEST_NULL && !plumb_parser_expect_boolean (self, left))
    return NULL;

  return plumb_parser_advance (self) && plumb_parser_append (self, test, left) ? test : NULL;
}

static PlumbValueType
find_type (const char *name)
{
  for (PlumbValueType type = PLUMB_VALUE_BOOLEAN; type <= PLUMB_VALUE_STRING; type++)
    {
      if (strcmp (plumb_value_type_get_name (type), name) == 0)
        return type;
    }

  return PLUMB_VALUE_NULL;
}

/* A cast tells the type of a bare null; of anything else the type is known, and
 * a cast converts nothing. */
static PlumbSyntax *
parse_as (PlumbParser *self, PlumbSyntax *left)
{
  PlumbValueType type = PLUMB_VALUE_NULL;

  if (plumb_parser_is_at (self, PLUMB_TOKEN_NAME)
      && strcmp (self->scanner.string->str, "System") == 0
      && (!plumb_parser_advance (self) || !plumb_parser_expect (self, PLUMB_TOKEN_DOT, ".")))
    return NULL;

  if (plumb_parser_is_at (self, PLUMB_TOKEN_NAME))
    type = find_type (self->scanner.string->str);
  if (type == PLUMB_VALUE_NULL)
    return plumb_parser_fail_here (self, _ ("expected Boolean, Integer, Decimal or String"));

  if (left->type != type && left->type != PLUMB_VALUE_NULL)
    return plumb_parser_fail (
        self, PLUMB_EXPRESSION_ERROR_TYPE, left->place,
        /* Translators: both are names of types, such as Boolean and Integer */
        _ ("expected %s, but this is %s"), plumb_value_type_get_name (type),
        plumb_value_type_get_name (left->type));

  left->type = type;
  return plumb_parser_advance (self) ? left : NULL;
}

static PlumbSyntax *
parse_between (PlumbParser *self, PlumbSyntax *left)
{
  PlumbSyntax *between
      = plumb_parser_add (self, PLUMB_NODE_BETWEEN, PLUMB_VALUE_BOOLEAN, left->place);
  PlumbSyntax *low = NULL;
  PlumbSyntax *high = NULL;

  low = plumb_parser_parse_term (self);
  if (low == NULL || !plumb_parser_expect (self, PLUMB_TOKEN_AND, "and"))
    return NULL;

  high = plumb_parser_parse_term (self);
  if (high == NULL || !plumb_parser_expect_ordered (self, left, low)
      || !plumb_parser_expect_ordered (self, left, high)
      || !plumb_parser_expect_ordered (self, low, high)
      || !plumb_parser_append (self, between, left) || !plumb_parser_append (self, between, low)
      || !plumb_parser_append (self, between, high))
    return NULL;

  return between;
}

static gboolean
check_operands (PlumbParser *self,
                const Operator *operation,
                const PlumbSyntax *left,
                const PlumbSyntax *right)
{
  switch (operation->binding)
    {
    case BIND_EQUALITY:
      return plumb_parser_expect_same (self, left, right);
    case BIND_ORDER:
      return plumb_parser_expect_ordered (self, left, right);
    case BIND_IN:
      return plumb_parser_expect_list (self, right, left->type);
    default:
      return plumb_parser_expect_boolean (self, left) && plumb_parser_expect_boolean (self, right);
    }
}

static PlumbSyntax *
combine (PlumbParser *self, const Operator *operation, PlumbSyntax *left, PlumbSyntax *right)
{
  PlumbSyntax *parent = NULL;

  if (!check_operands (self, operation, left, right))
    return NULL;

  if (operation->kind == PLUMB_NODE_AND || operation->kind == PLUMB_NODE_OR
      || operation->kind == PLUMB_NODE_XOR)
    {
      parent = plumb_parser_chain (self, operation->kind, left, right);
      if (parent != NULL)
        parent->type = PLUMB_VALUE_BOOLEAN;
      return parent;
    }

  parent = plumb_parser_add (self, operation->kind, PLUMB_VALUE_BOOLEAN, left->place);
  parent->detail = operation->detail;
  parent->negated = operation->negated;
  return plumb_parser_append (self, parent, left) && plumb_parser_append (self, parent, right)
             ? parent
             : NULL;
}

static PlumbSyntax *
parse_not (PlumbParser *self)
{
  PlumbSyntax *negation
      = plumb_parser_add (self, PLUMB_NODE_NOT, PLUMB_VALUE_BOOLEAN, self->scanner.token);
  PlumbSyntax *operand = NULL;

  if (!plumb_parser_enter (self) || !plumb_parser_advance (self))
    return NULL;

  operand = parse_operators (self, BIND_NOT);
  if (operand == NULL || !plumb_parser_expect_boolean (self, operand))
    return NULL;

  plumb_parser_leave (self);
  return plumb_parser_append (self, negation, operand) ? negation : NULL;
}

static PlumbSyntax *
parse_operation (PlumbParser *self, const Operator *operation, PlumbSyntax *left)
{
  PlumbTokenKind kind = self->scanner.kind;
  PlumbSyntax *right = NULL;

  if (!plumb_parser_advance (self))
    return NULL;

  if (kind == PLUMB_TOKEN_IS)
    return parse_is (self, left);
  if (kind == PLUMB_TOKEN_AS)
    return parse_as (self, left);
  if (kind == PLUMB_TOKEN_BETWEEN)
    return parse_between (self, left);

  right = parse_operators (self, operation->binding + 1);
  return right != NULL ? combine (self, operation, left, right) : NULL;
}

/* Parses operators that bind at least as tightly as @least. */
static PlumbSyntax *
parse_operators (PlumbParser *self, Binding least)
{
  PlumbSyntax *left = plumb_parser_is_at (self, PLUMB_TOKEN_NOT) ? parse_not (self)
                                                                 : plumb_parser_parse_term (self);
  Operator operation;

  while (left != NULL && get_operator (self->scanner.kind, &operation)
         && operation.binding >= least)
    left = parse_operation (self, &operation, left);

  return self->error == NULL ? left : NULL;
}

/* Parses an expression, whatever its operators. */
PlumbSyntax *
plumb_parser_parse_expression (PlumbParser *self)
{
  return self->error == NULL ? parse_operators (self, BIND_NOTHING) : NULL;
}

/* Parses an expression and appends it. */
PlumbSyntax *
plumb_parser_append_expression (PlumbParser *self, PlumbSyntax *parent)
{
  PlumbSyntax *child = plumb_parser_parse_expression (self);

  return child != NULL && plumb_parser_append (self, parent, child) ? child : NULL;
}

/* Parses the whole text; %NULL and an error in @self where that fails. */
PlumbSyntax *
plumb_parser_parse (PlumbParser *self)
{
  PlumbSyntax *syntax = plumb_parser_advance (self) ? plumb_parser_parse_expression (self) : NULL;

  if (syntax != NULL && !plumb_parser_is_at (self, PLUMB_TOKEN_END))
    return plumb_parser_fail_here (self, _ ("expected an operator or the end"));

  return syntax;
}
