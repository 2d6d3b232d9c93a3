/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Literals, names and calls of functions. */

#include "plumb-expression-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static PlumbSyntax *
fail_overflow (PlumbParser *self, const char *place)
{
  return plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_OVERFLOW, place,
                            _ ("this number is out of range"));
}

static PlumbSyntax *
convert_integer (PlumbParser *self, const char *digits, gboolean negative, const char *place)
{
  guint64 value = 0;
  guint64 limit = negative ? (guint64) G_MAXINT32 + 1 : G_MAXINT32;

  if (!g_ascii_string_to_unsigned (digits, 10, 0, limit, &value, NULL))
    return fail_overflow (self, place);

  return plumb_parser_add_constant (
      self, plumb_value_integer (negative ? -(gint64) value : (gint64) value), place);
}

static PlumbSyntax *
convert_decimal (PlumbParser *self, const char *digits, gboolean negative, const char *place)
{
  const char *point = strchr (digits, '.');
  const char *end = digits + strlen (digits);
  gint64 value = 0;

  while (end > point + 2 && end[-1] == '0')
    end--;
  if (end - point > 9)
    return fail_overflow (self, place);

  for (const char *cursor = digits; cursor < point + 9; cursor++)
    {
      gint64 digit = cursor < end ? g_ascii_digit_value (*cursor) : 0;

      if (cursor == point)
        continue;

      if (value > (G_MAXINT64 - digit) / 10)
        return fail_overflow (self, place);
      value = value * 10 + digit;
    }

  return plumb_parser_add_constant (self, plumb_value_decimal (negative ? -value : value), place);
}

/* @place: where the number begins, its sign included */
PlumbSyntax *
plumb_parser_parse_number (PlumbParser *self, gboolean negative, const char *place)
{
  g_autofree char *digits
      = g_strndup (self->scanner.token, self->scanner.cursor - self->scanner.token);
  PlumbSyntax *number = NULL;

  if (strchr (digits, '.') != NULL)
    number = convert_decimal (self, digits, negative, place);
  else
    number = convert_integer (self, digits, negative, place);

  return number != NULL && plumb_parser_advance (self) ? number : NULL;
}

PlumbSyntax *
plumb_parser_parse_literal (PlumbParser *self)
{
  const char *place = self->scanner.token;
  PlumbValue value = plumb_value_null ();

  if (plumb_parser_is_at (self, PLUMB_TOKEN_TRUE) || plumb_parser_is_at (self, PLUMB_TOKEN_FALSE))
    value = plumb_value_boolean (plumb_parser_is_at (self, PLUMB_TOKEN_TRUE));
  else if (plumb_parser_is_at (self, PLUMB_TOKEN_STRING))
    value = plumb_value_string (self->scanner.string->str);

  return plumb_parser_advance (self) ? plumb_parser_add_constant (self, value, place) : NULL;
}

static guint
remember_name (PlumbParser *self, guint slot)
{
  gpointer known = NULL;

  if (g_hash_table_lookup_extended (self->name_of_slot, GUINT_TO_POINTER (slot), NULL, &known))
    return GPOINTER_TO_UINT (known);

  g_hash_table_insert (self->name_of_slot, GUINT_TO_POINTER (slot),
                       GUINT_TO_POINTER (self->names->len));
  g_array_append_val (self->names, slot);
  return self->names->len - 1;
}

static PlumbSyntax *
resolve_name (PlumbParser *self, const char *name, const char *place)
{
  PlumbValueType type = PLUMB_VALUE_NULL;
  PlumbSyntax *syntax = NULL;
  guint slot = 0;

  if (self->resolve == NULL || !self->resolve (name, &slot, &type, self->data))
    return plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_NAME, place, _ ("“%s” is not known"),
                              name);

  if (type == PLUMB_VALUE_DATE || type == PLUMB_VALUE_LIST)
    return plumb_parser_fail (
        self, PLUMB_EXPRESSION_ERROR_TYPE, place,
        /* Translators: “%s” is a name, the last %s a name of a type, such as Date */
        _ ("“%s” cannot be part of an expression: it is %s"), name,
        plumb_value_type_get_name (type));

  syntax = plumb_parser_add (self, PLUMB_NODE_NAME, type, place);
  syntax->slot = slot;
  syntax->name = remember_name (self, slot);
  return syntax;
}

/* ---- functions -------------------------------------------------------- */

/* Appends the operands up to the closing parenthesis or brace. */
gboolean
plumb_parser_parse_operands (PlumbParser *self,
                             PlumbSyntax *parent,
                             PlumbTokenKind close,
                             const char *spelling)
{
  if (plumb_parser_accept (self, close))
    return TRUE;

  do
    {
      if (plumb_parser_append_expression (self, parent) == NULL)
        return FALSE;
    }
  while (plumb_parser_accept (self, PLUMB_TOKEN_COMMA));

  return plumb_parser_expect (self, close, spelling);
}

static PlumbSyntax *
finish_coalesce (PlumbParser *self, PlumbSyntax *call)
{
  if (call->first != NULL && call->first->next == NULL && call->first->type == PLUMB_VALUE_LIST)
    {
      call->kind = PLUMB_NODE_COALESCE_LIST;
      call->type = call->first->element;
      return call;
    }
  if (call->first == NULL || call->first->next == NULL)
    return plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_TYPE, call->place,
                              /* Translators: %s is the name of a function, such as Count */
                              _ ("%s takes a list or at least two values"), "Coalesce");

  for (const PlumbSyntax *operand = call->first; operand != NULL; operand = operand->next)
    {
      if (!plumb_parser_unite (self, call, operand))
        return NULL;
    }

  return call;
}

static PlumbSyntax *
finish_aggregate (PlumbParser *self, PlumbSyntax *call)
{
  PlumbValueType element = call->kind == PLUMB_NODE_COUNT ? PLUMB_VALUE_NULL : PLUMB_VALUE_BOOLEAN;

  return plumb_parser_expect_list (self, call->first, element) ? call : NULL;
}

static PlumbSyntax *
finish_test (PlumbParser *self, PlumbSyntax *call)
{
  if (call->detail != PLUMB_TEST_NULL && !plumb_parser_expect_boolean (self, call->first))
    return NULL;

  return call;
}

typedef struct
{
  const char *name;
  PlumbNodeKind kind;
  PlumbValueType type;
  guint detail;
  PlumbSyntax *(*finish) (PlumbParser *self, PlumbSyntax *call);
} Function;

static const Function functions[] = {
  { "Coalesce", PLUMB_NODE_COALESCE, PLUMB_VALUE_NULL, 0, finish_coalesce },
  { "Count", PLUMB_NODE_COUNT, PLUMB_VALUE_INTEGER, 0, finish_aggregate },
  { "AllTrue", PLUMB_NODE_ALL_TRUE, PLUMB_VALUE_BOOLEAN, 0, finish_aggregate },
  { "AnyTrue", PLUMB_NODE_ANY_TRUE, PLUMB_VALUE_BOOLEAN, 0, finish_aggregate },
  { "IsNull", PLUMB_NODE_TEST, PLUMB_VALUE_BOOLEAN, PLUMB_TEST_NULL, finish_test },
  { "IsTrue", PLUMB_NODE_TEST, PLUMB_VALUE_BOOLEAN, PLUMB_TEST_TRUE, finish_test },
  { "IsFalse", PLUMB_NODE_TEST, PLUMB_VALUE_BOOLEAN, PLUMB_TEST_FALSE, finish_test },
};

static const Function *
find_function (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      if (strcmp (functions[i].name, name) == 0)
        return &functions[i];
    }

  return NULL;
}

static PlumbSyntax *
parse_call (PlumbParser *self, const char *name, const char *place)
{
  const Function *function = find_function (name);
  PlumbSyntax *call = NULL;

  if (function == NULL)
    return plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_NAME, place,
                              _ ("there is no function “%s”"), name);

  call = plumb_parser_add (self, function->kind, function->type, place);
  call->detail = function->detail;
  if (!plumb_parser_enter (self) || !plumb_parser_advance (self)
      || !plumb_parser_parse_operands (self, call, PLUMB_TOKEN_CLOSE_PARENTHESIS, ")"))
    return NULL;

  plumb_parser_leave (self);
  if (call->kind != PLUMB_NODE_COALESCE && (call->first == NULL || call->first != call->last))
    return plumb_parser_fail (self, PLUMB_EXPRESSION_ERROR_TYPE, place,
                              /* Translators: %s is the name of a function, such as Count */
                              _ ("%s takes one value"), name);

  return function->finish (self, call);
}

PlumbSyntax *
plumb_parser_parse_name (PlumbParser *self)
{
  g_autofree char *name = g_strdup (self->scanner.string->str);
  const char *place = self->scanner.token;

  if (!plumb_parser_advance (self))
    return NULL;

  if (plumb_parser_is_at (self, PLUMB_TOKEN_OPEN_PARENTHESIS))
    return parse_call (self, name, place);

  return resolve_name (self, name, place);
}
