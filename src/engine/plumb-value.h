/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlumbTruth:
 * @PLUMB_FALSE: known to be false
 * @PLUMB_UNKNOWN: nobody has asked yet; never to be taken for either of the others
 * @PLUMB_TRUE: known to be true
 *
 * A truth value of three-valued logic, ordered so that `and` is the least of
 * its operands and `or` the greatest.
 */
typedef enum
{
  PLUMB_FALSE = 0,
  PLUMB_UNKNOWN = 1,
  PLUMB_TRUE = 2
} PlumbTruth;

/**
 * PlumbValueType:
 * @PLUMB_VALUE_NULL: no value; as a static type, that of the bare `null`
 * @PLUMB_VALUE_BOOLEAN: true or false
 * @PLUMB_VALUE_INTEGER: a whole number of 32 bits
 * @PLUMB_VALUE_DECIMAL: an exact number with eight digits after the point
 * @PLUMB_VALUE_STRING: a text or the code of a choice
 * @PLUMB_VALUE_DATE: a calendar day; never part of an expression
 * @PLUMB_VALUE_LIST: a constant list, which only an expression can yield
 *
 * The type of a value.
 */
typedef enum
{
  PLUMB_VALUE_NULL,
  PLUMB_VALUE_BOOLEAN,
  PLUMB_VALUE_INTEGER,
  PLUMB_VALUE_DECIMAL,
  PLUMB_VALUE_STRING,
  PLUMB_VALUE_DATE,
  PLUMB_VALUE_LIST
} PlumbValueType;

/* The units of a decimal in one whole. */
#define PLUMB_DECIMAL_ONE G_GINT64_CONSTANT (100000000)

typedef struct _PlumbValueList PlumbValueList;

/**
 * PlumbValue:
 * @type: which member holds the value
 * @boolean: for %PLUMB_VALUE_BOOLEAN
 * @integer: for %PLUMB_VALUE_INTEGER
 * @decimal: for %PLUMB_VALUE_DECIMAL, in units of 10⁻⁸
 * @string: for %PLUMB_VALUE_STRING, interned with g_intern_string(), so that
 *   equal strings are the same pointer
 * @julian: for %PLUMB_VALUE_DATE, the Julian day as #GDate counts it
 * @list: for %PLUMB_VALUE_LIST, owned by the expression that yielded it
 *
 * One value, small enough to be copied freely. Nothing in it is ever freed.
 */
typedef struct
{
  PlumbValueType type;
  union
  {
    gboolean boolean;
    gint64 integer;
    gint64 decimal;
    const char *string;
    guint32 julian;
    const PlumbValueList *list;
  };
} PlumbValue;

struct _PlumbValueList
{
  guint length;
  PlumbValue items[];
};

/**
 * plumb_value_null:
 *
 * Returns: the value of whatever nobody has asked
 */
static inline PlumbValue
plumb_value_null (void)
{
  return (PlumbValue){ .type = PLUMB_VALUE_NULL, .integer = 0 };
}

/**
 * plumb_value_boolean:
 * @boolean: yes or no
 *
 * Returns: the Boolean value
 */
static inline PlumbValue
plumb_value_boolean (gboolean boolean)
{
  return (PlumbValue){ .type = PLUMB_VALUE_BOOLEAN, .boolean = !!boolean };
}

/**
 * plumb_value_integer:
 * @integer: a whole number, from -2³¹ to 2³¹ - 1
 *
 * Returns: the Integer value
 */
static inline PlumbValue
plumb_value_integer (gint64 integer)
{
  return (PlumbValue){ .type = PLUMB_VALUE_INTEGER, .integer = integer };
}

/**
 * plumb_value_decimal:
 * @decimal: a number in units of 10⁻⁸, so 150000000 is 1.5
 *
 * Returns: the Decimal value
 */
static inline PlumbValue
plumb_value_decimal (gint64 decimal)
{
  return (PlumbValue){ .type = PLUMB_VALUE_DECIMAL, .decimal = decimal };
}

/**
 * plumb_value_string:
 * @string: (nullable): a text
 *
 * Interns @string, which stays with the caller.
 *
 * Returns: the String value, or null for %NULL
 */
static inline PlumbValue
plumb_value_string (const char *string)
{
  if (string == NULL)
    return plumb_value_null ();

  return (PlumbValue){ .type = PLUMB_VALUE_STRING, .string = g_intern_string (string) };
}

/**
 * plumb_value_date:
 * @date: (nullable): a day
 *
 * Returns: the date value, or null for %NULL or a date that is not valid
 */
static inline PlumbValue
plumb_value_date (const GDate *date)
{
  if (date == NULL || !g_date_valid (date))
    return plumb_value_null ();

  return (PlumbValue){ .type = PLUMB_VALUE_DATE, .julian = g_date_get_julian (date) };
}

/**
 * plumb_value_get_truth:
 * @value: a value
 *
 * Returns: the truth of a Boolean; %PLUMB_UNKNOWN for null and for every other
 *   type
 */
static inline PlumbTruth
plumb_value_get_truth (const PlumbValue *value)
{
  if (value->type != PLUMB_VALUE_BOOLEAN)
    return PLUMB_UNKNOWN;

  return value->boolean ? PLUMB_TRUE : PLUMB_FALSE;
}

gboolean plumb_value_equal (const PlumbValue *a, const PlumbValue *b);

char *plumb_value_to_string (const PlumbValue *value);

G_END_DECLS
