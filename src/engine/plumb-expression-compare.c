/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How two values compare. */

#include "plumb-expression-private.h"

#include <string.h>

/* @a <relation> @b, unknown where one of them is null. */
PlumbTruth
plumb_value_relate (const PlumbValue *a, PlumbRelation relation, const PlumbValue *b)
{
  if (a->type == PLUMB_VALUE_NULL || b->type == PLUMB_VALUE_NULL)
    return PLUMB_UNKNOWN;

  switch ((int) a->type)
    {
    case PLUMB_VALUE_BOOLEAN:
      return plumb_relate_order (plumb_get_order (!!a->boolean, !!b->boolean), relation);
    case PLUMB_VALUE_STRING:
      return plumb_relate_order (a->string == b->string ? 0 : strcmp (a->string, b->string),
                                 relation);
    default:
      return plumb_relate_order (
          plumb_get_order (plumb_value_get_decimal (a), plumb_value_get_decimal (b)), relation);
    }
}

/* Whether the texts are the same but for case and the kind of white space. */
static gboolean
strings_equivalent (const char *a, const char *b)
{
  while (*a != '\0' && *b != '\0')
    {
      gunichar x = g_unichar_tolower (g_utf8_get_char (a));
      gunichar y = g_unichar_tolower (g_utf8_get_char (b));

      if (x != y && !(g_unichar_isspace (x) && g_unichar_isspace (y)))
        return FALSE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }

  return *a == *b;
}

/* The unit of the last digit that is not zero, at most one whole. */
static gint64
get_precision (gint64 decimal)
{
  gint64 unit = 1;

  while (unit < PLUMB_DECIMAL_ONE && decimal % (unit * 10) == 0)
    unit *= 10;

  return unit;
}

/* Rounds half away from zero, and counts in @unit. */
static gint64
round_to (gint64 decimal, gint64 unit)
{
  gint64 rest = decimal % unit;
  gint64 count = decimal / unit;

  if (rest >= unit - rest && rest > 0)
    count++;
  else if (-rest >= unit + rest && rest < 0)
    count--;

  return count;
}

/* Decimals are compared at the precision of the less precise one. */
static gboolean
decimals_equivalent (gint64 a, gint64 b)
{
  gint64 unit = MAX (get_precision (a), get_precision (b));

  return round_to (a, unit) == round_to (b, unit);
}

/* `~`: nulls are equivalent to each other, and nothing is unknown. */
gboolean
plumb_value_is_equivalent (const PlumbValue *a, const PlumbValue *b)
{
  if (a->type == PLUMB_VALUE_NULL || b->type == PLUMB_VALUE_NULL)
    return a->type == b->type;
  if (a->type == PLUMB_VALUE_STRING)
    return strings_equivalent (a->string, b->string);
  if (a->type == PLUMB_VALUE_DECIMAL || b->type == PLUMB_VALUE_DECIMAL)
    return decimals_equivalent (plumb_value_get_decimal (a), plumb_value_get_decimal (b));

  return plumb_value_equal (a, b);
}
