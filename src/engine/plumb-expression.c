/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-expression.h"

#include "plumb-expression-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static void
free_expression (PlumbExpression *self)
{
  g_free (self->text);
  g_free (self->names);
  g_free (self->nodes);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

static void
parser_init (PlumbParser *parser, const char *text, PlumbNameResolver resolve, gpointer data)
{
  plumb_scanner_init (&parser->scanner, text);
  parser->resolve = resolve;
  parser->data = data;
  parser->arena = g_ptr_array_new_with_free_func (g_free);
  parser->names = g_array_new (FALSE, FALSE, sizeof (guint));
  parser->name_of_slot = g_hash_table_new (NULL, NULL);
}

static void
parser_clear (PlumbParser *parser)
{
  plumb_scanner_clear (&parser->scanner);
  g_ptr_array_unref (parser->arena);
  g_array_unref (parser->names);
  g_hash_table_unref (parser->name_of_slot);
  g_clear_error (&parser->error);
}

static gboolean
build (PlumbExpression *self, PlumbParser *parser, GError **error)
{
  const PlumbSyntax *syntax = plumb_parser_parse (parser);

  if (syntax == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&parser->error));
      return FALSE;
    }

  self->n_names = parser->names->len;
  self->names = g_memdup2 (parser->names->data, self->n_names * sizeof (guint));
  return plumb_expression_compile (self, syntax, error);
}

/**
 * plumb_expression_new:
 * @text: an expression of the guard language, in UTF-8
 * @resolve: (nullable) (scope call): tells the slot and the type of a name;
 *   without it no name is known
 * @data: for @resolve
 * @error: return location for an error
 *
 * Reads @text and checks its types. The message of an error begins with line
 * and column, both from 1, inside @text: "1:15: …".
 *
 * The language is a subset of HL7 Clinical Quality Language 1.5 with its
 * three-valued logic. One thing is stricter than there: null `in` a list is
 * null, unless the list is empty or has a literal `null` in it, so that an
 * unanswered question is never taken for one that was answered otherwise. A
 * Decimal holds about ±9.2 · 10¹⁰; results beyond it are null, as are Integers
 * beyond 32 bits.
 *
 * Returns: (transfer full): the expression, or %NULL with an error of the
 *   domain %PLUMB_EXPRESSION_ERROR
 */
PlumbExpression *
plumb_expression_new (const char *text, PlumbNameResolver resolve, gpointer data, GError **error)
{
  g_autoptr (PlumbExpression) self = NULL;
  PlumbParser parser = { 0 };
  const char *invalid = NULL;
  gboolean built = FALSE;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_utf8_validate (text, -1, &invalid))
    {
      plumb_expression_set_error (error, PLUMB_EXPRESSION_ERROR_SYNTAX, text, invalid,
                                  _ ("this is not UTF-8"));
      return NULL;
    }

  self = g_new0 (PlumbExpression, 1);
  g_atomic_ref_count_init (&self->references);
  self->text = g_strdup (text);
  self->lists = g_ptr_array_new_with_free_func (g_free);

  parser_init (&parser, self->text, resolve, data);
  built = build (self, &parser, error);
  parser_clear (&parser);

  return built ? g_steal_pointer (&self) : NULL;
}

/**
 * plumb_expression_ref:
 * @self: an expression
 *
 * Returns: (transfer full): @self, with one more reference
 */
PlumbExpression *
plumb_expression_ref (PlumbExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * plumb_expression_unref:
 * @self: (transfer full): an expression
 *
 * Gives up a reference, and frees @self with the last one. Lists that it has
 * yielded go with it.
 */
void
plumb_expression_unref (PlumbExpression *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->references))
    free_expression (self);
}

static gboolean
read_position (const char **cursor, guint *number)
{
  guint64 value = 0;
  const char *colon = strchr (*cursor, ':');
  g_autofree char *digits = colon != NULL ? g_strndup (*cursor, colon - *cursor) : NULL;

  if (digits == NULL || !g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT, &value, NULL))
    return FALSE;

  *number = (guint) value;
  *cursor = colon + 1;
  return TRUE;
}

/**
 * plumb_expression_error_get_position:
 * @error: an error from plumb_expression_new()
 * @line: (out) (optional): the line in the text, from 1
 * @column: (out) (optional): the character in that line, from 1
 *
 * Reads back where in the text an error lies, so that a caller who knows where
 * the text itself lies can tell the place in a file.
 *
 * Returns: %FALSE where @error holds no place
 */
gboolean
plumb_expression_error_get_position (const GError *error, guint *line, guint *column)
{
  const char *cursor = NULL;
  guint line_read = 0;
  guint column_read = 0;

  g_return_val_if_fail (error != NULL, FALSE);

  cursor = error->message;
  if (error->domain != PLUMB_EXPRESSION_ERROR || !read_position (&cursor, &line_read)
      || !read_position (&cursor, &column_read))
    return FALSE;

  if (line != NULL)
    *line = line_read;
  if (column != NULL)
    *column = column_read;
  return TRUE;
}

/**
 * plumb_expression_get_text:
 * @self: an expression
 *
 * Returns: (transfer none): what it was read from
 */
const char *
plumb_expression_get_text (const PlumbExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * plumb_expression_get_value_type:
 * @self: an expression
 *
 * Returns: the type of every value that is not null; %PLUMB_VALUE_NULL where
 *   there is none, as for the bare `null`
 */
PlumbValueType
plumb_expression_get_value_type (const PlumbExpression *self)
{
  g_return_val_if_fail (self != NULL, PLUMB_VALUE_NULL);

  return (PlumbValueType) self->nodes[0].type;
}

/**
 * plumb_expression_foreach_name:
 * @self: an expression
 * @func: (scope call): what to call
 * @data: for @func
 *
 * Calls @func for the slot of every name in @self, once each, in the order in
 * which they appear.
 */
void
plumb_expression_foreach_name (const PlumbExpression *self, PlumbSupportFunc func, gpointer data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < self->n_names; i++)
    func (self->names[i], data);
}
