/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-value.h"

#include <string.h>

G_STATIC_ASSERT (sizeof (PlumbValue) == 16);

static gboolean
lists_equal (const PlumbValueList *a, const PlumbValueList *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->length != b->length)
    return FALSE;

  for (guint i = 0; i < a->length; i++)
    {
      if (!plumb_value_equal (&a->items[i], &b->items[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * plumb_value_equal:
 * @a: a value
 * @b: another value
 *
 * Compares for identity, as needed to find what has changed: null equals null,
 * and the Integer 1 is not the Decimal 1.0. The `=` of an expression is another
 * thing.
 *
 * Returns: whether @a and @b are the same value
 */
gboolean
plumb_value_equal (const PlumbValue *a, const PlumbValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case PLUMB_VALUE_NULL:
      return TRUE;
    case PLUMB_VALUE_BOOLEAN:
      return !a->boolean == !b->boolean;
    case PLUMB_VALUE_INTEGER:
      return a->integer == b->integer;
    case PLUMB_VALUE_DECIMAL:
      return a->decimal == b->decimal;
    case PLUMB_VALUE_STRING:
      return a->string == b->string || strcmp (a->string, b->string) == 0;
    case PLUMB_VALUE_DATE:
      return a->julian == b->julian;
    case PLUMB_VALUE_LIST:
      return lists_equal (a->list, b->list);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
append_decimal (GString *text, gint64 decimal)
{
  guint64 units = decimal < 0 ? -(guint64) decimal : (guint64) decimal;
  char digits[9];
  gsize length = 8;

  g_snprintf (digits, sizeof digits, "%08u", (guint) (units % PLUMB_DECIMAL_ONE));
  while (length > 1 && digits[length - 1] == '0')
    length--;

  g_string_append_printf (text, "%s%" G_GUINT64_FORMAT ".%.*s", decimal < 0 ? "-" : "",
                          units / PLUMB_DECIMAL_ONE, (int) length, digits);
}

static void
append_string (GString *text, const char *string)
{
  g_string_append_c (text, '\'');
  for (const char *cursor = string; *cursor != '\0'; cursor++)
    {
      switch (*cursor)
        {
        case '\'':
        case '\\':
          g_string_append_c (text, '\\');
          g_string_append_c (text, *cursor);
          break;
        case '\f':
          g_string_append (text, "\\f");
          break;
        case '\n':
          g_string_append (text, "\\n");
          break;
        case '\r':
          g_string_append (text, "\\r");
          break;
        case '\t':
          g_string_append (text, "\\t");
          break;
        default:
          g_string_append_c (text, *cursor);
        }
    }
  g_string_append_c (text, '\'');
}

static void
append_date (GString *text, guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_string_append_printf (text, "%04u-%02u-%02u", (guint) g_date_get_year (&date),
                          (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
}

static void append_value (GString *text, const PlumbValue *value);

static void
append_list (GString *text, const PlumbValueList *list)
{
  g_string_append_c (text, '{');
  for (guint i = 0; list != NULL && i < list->length; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_value (text, &list->items[i]);
    }
  g_string_append_c (text, '}');
}

static void
append_value (GString *text, const PlumbValue *value)
{
  switch (value->type)
    {
    case PLUMB_VALUE_NULL:
      g_string_append (text, "null");
      break;
    case PLUMB_VALUE_BOOLEAN:
      g_string_append (text, value->boolean ? "true" : "false");
      break;
    case PLUMB_VALUE_INTEGER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, value->integer);
      break;
    case PLUMB_VALUE_DECIMAL:
      append_decimal (text, value->decimal);
      break;
    case PLUMB_VALUE_STRING:
      append_string (text, value->string);
      break;
    case PLUMB_VALUE_DATE:
      append_date (text, value->julian);
      break;
    case PLUMB_VALUE_LIST:
      append_list (text, value->list);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * plumb_value_to_string:
 * @value: a value
 *
 * Writes @value as a literal of the guard language, except for a date, which is
 * written as ISO 8601 has it.
 *
 * Returns: (transfer full): the text
 */
char *
plumb_value_to_string (const PlumbValue *value)
{
  GString *text = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  text = g_string_new (NULL);
  append_value (text, value);
  return g_string_free (text, FALSE);
}
