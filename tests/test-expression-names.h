/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names that the tests of expressions use, and their values. */

#pragma once

#include "plumb-expression.h"

#include <string.h>

typedef struct
{
  const char *name;
  PlumbValueType type;
} Name;

/* The slot of a name is its place here. */
static const Name names[] = {
  { "a", PLUMB_VALUE_BOOLEAN }, { "b", PLUMB_VALUE_BOOLEAN },  { "c", PLUMB_VALUE_BOOLEAN },
  { "d", PLUMB_VALUE_BOOLEAN }, { "n", PLUMB_VALUE_INTEGER },  { "m", PLUMB_VALUE_INTEGER },
  { "s", PLUMB_VALUE_STRING },  { "t", PLUMB_VALUE_STRING },   { "x", PLUMB_VALUE_DECIMAL },
  { "day", PLUMB_VALUE_DATE },  { "in", PLUMB_VALUE_BOOLEAN },
};

#define N_NAMES G_N_ELEMENTS (names)

static inline gboolean
resolve (const char *name, guint *slot, PlumbValueType *type, gpointer data)
{
  for (guint i = 0; i < N_NAMES; i++)
    {
      if (strcmp (names[i].name, name) == 0)
        {
          *slot = i;
          *type = names[i].type;
          return TRUE;
        }
    }

  return FALSE;
}

static inline PlumbExpression *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  PlumbExpression *expression = plumb_expression_new (text, resolve, NULL, &error);

  if (expression == NULL)
    g_error ("%s: %s", text, error->message);

  return expression;
}

/* @answers: such as "a=true n=-3 s='none'"; the other names are null */
static inline void
set_slots (PlumbValue *slots, const char *answers)
{
  g_auto (GStrv) pairs = g_strsplit (answers, " ", -1);

  memset (slots, 0, N_NAMES * sizeof *slots);
  for (guint i = 0; pairs[i] != NULL && pairs[i][0] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_autoptr (PlumbExpression) value = parse (pair[1]);
      PlumbValueType type = PLUMB_VALUE_NULL;
      guint slot = 0;

      g_assert_true (resolve (pair[0], &slot, &type, NULL));
      plumb_expression_evaluate (value, NULL, &slots[slot]);
    }
}

/* Boolean names and Integers, a third of them null; the others are all null. */
static inline void
randomize_slots (PlumbValue *slots)
{
  memset (slots, 0, N_NAMES * sizeof *slots);
  for (guint i = 0; i < 6; i++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        continue;
      slots[i] = i < 4 ? plumb_value_boolean (g_test_rand_bit ())
                       : plumb_value_integer (g_test_rand_int_range (-1, 5));
    }
}

typedef struct
{
  const char *text;
  const char *answers;
  const char *result;
} Example;

/* By left and right operand, each from false through null to true. */
G_GNUC_UNUSED static const char *const table_of_and[3][3]
    = { { "false", "false", "false" }, { "false", "null", "null" }, { "false", "null", "true" } };
G_GNUC_UNUSED static const char *const table_of_or[3][3]
    = { { "false", "null", "true" }, { "null", "null", "true" }, { "true", "true", "true" } };
G_GNUC_UNUSED static const char *const table_of_xor[3][3]
    = { { "false", "null", "true" }, { "null", "null", "null" }, { "true", "null", "false" } };
G_GNUC_UNUSED static const char *const table_of_implies[3][3]
    = { { "true", "true", "true" }, { "null", "null", "true" }, { "false", "null", "true" } };
