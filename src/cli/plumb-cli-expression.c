/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* The names that the command line gives values to. */
typedef struct
{
  GHashTable *slot_of; /* name to slot + 1 */
  GArray *values;      /* PlumbValue, by slot */
  GPtrArray *literals; /* PlumbExpression: a list among the values belongs to its literal */
} PlumbCliNames;

static gboolean
resolve_nothing (const char *name, guint *slot, PlumbValueType *type, gpointer data)
{
  return FALSE;
}

static gboolean
resolve_name (const char *name, guint *slot, PlumbValueType *type, gpointer data)
{
  const PlumbCliNames *names = data;
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (names->slot_of, name));

  if (found == 0)
    return FALSE;
  *slot = found - 1;
  *type = g_array_index (names->values, PlumbValue, *slot).type;

  return TRUE;
}

/* A literal of the language; a word that is none, such as a choice's code, is text. */
static PlumbValue
read_value (PlumbCliNames *names, const char *text)
{
  PlumbExpression *literal = plumb_expression_new (text, resolve_nothing, NULL, NULL);
  PlumbValue value;

  if (literal == NULL)
    return plumb_value_string (text);
  g_ptr_array_add (names->literals, literal);
  plumb_expression_evaluate (literal, NULL, &value);

  return value;
}

static gboolean
add_name (PlumbCliNames *names, const char *argument)
{
  const char *equals = strchr (argument, '=');
  PlumbValue value;

  if (equals == NULL || equals == argument)
    {
      plumb_cli_refuse ("expression", _ ("“%s” is not of the form NAME=VALUE."), argument);
      return FALSE;
    }
  value = read_value (names, equals + 1);
  g_array_append_val (names->values, value);
  g_hash_table_insert (names->slot_of, g_strndup (argument, equals - argument),
                       GUINT_TO_POINTER (names->values->len));

  return TRUE;
}

static int
evaluate (const char *text, PlumbCliNames *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbExpression) expression = plumb_expression_new (text, resolve_name, names, &error);
  g_autofree char *result = NULL;
  PlumbValue value;

  if (expression == NULL)
    {
      /* Its message begins with the line and the column. */
      g_printerr ("expression:%s\n", error->message);
      return PLUMB_CLI_PROBLEM;
    }
  plumb_expression_evaluate (expression, (PlumbValue *) names->values->data, &value);
  result = plumb_value_to_string (&value);
  puts (result);

  return PLUMB_CLI_DONE;
}

static int
evaluate_arguments (GStrv arguments)
{
  g_autoptr (GHashTable) slot_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (PlumbValue));
  g_autoptr (GPtrArray) literals
      = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_expression_unref);
  PlumbCliNames names = { slot_of, values, literals };

  for (guint i = 1; arguments[i] != NULL; i++)
    if (!add_name (&names, arguments[i]))
      return PLUMB_CLI_USAGE;

  return evaluate (arguments[0], &names);
}

/**
 * plumb_cli_expression:
 * @arguments: "expression" and what follows
 *
 * Prints the value of one expression. There are no options but --help, since an
 * expression may begin with a minus sign.
 *
 * Returns: the program's exit status
 */
int
plumb_cli_expression (GStrv arguments)
{
  guint first = g_strcmp0 (arguments[1], "--") == 0 ? 2 : 1;

  if (g_strcmp0 (arguments[1], "--help") == 0 || g_strcmp0 (arguments[1], "-h") == 0)
    {
      g_print (_ ("Usage:\n  plumbline-cli expression 'CQL' [NAME=VALUE…]\n\n"
                  "Prints true, false, null, a number or a quoted text.\n"));
      return PLUMB_CLI_DONE;
    }
  if (arguments[first] == NULL)
    return plumb_cli_refuse ("expression", _ ("The expression is missing."));
  for (guint i = first; arguments[i] != NULL; i++)
    if (!g_utf8_validate (arguments[i], -1, NULL))
      return plumb_cli_refuse ("expression", _ ("An argument is not text in UTF-8."));

  return evaluate_arguments (arguments + first);
}
