/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random expressions are compared with a plain reading of the language, and what
 * is said about their names with what happens when these change. */

#include "test-expression-names.h"

/* A tree that is written out as text, and evaluated as plainly as can be: all
 * operands first, then the operation, by the tables above. */
typedef struct _Tree Tree;

struct _Tree
{
  const char *operation; /* the text, with $ for each operand */
  Tree *operands[4];
  guint n_operands;
  PlumbValue constant;
  guint slot;
};

static const char *const boolean_operations[] = { "name",
                                                  "constant",
                                                  "($ and $)",
                                                  "($ or $)",
                                                  "($ xor $)",
                                                  "($ implies $)",
                                                  "not ($)",
                                                  "($ and $ and $)",
                                                  "($ or $ or $)",
                                                  "($) is null",
                                                  "($) is not null",
                                                  "($) is true",
                                                  "($) is not true",
                                                  "($) is false",
                                                  "(if $ then $ else $)",
                                                  "(case when $ then $ else $ end)",
                                                  "Coalesce($, $)",
                                                  "AllTrue({$, $})",
                                                  "AnyTrue({$, $, $})",
                                                  "($) = ($)" };
static const char *const number_operations[] = { "name",
                                                 "constant",
                                                 "($ + $)",
                                                 "($ - $)",
                                                 "($ * $)",
                                                 "-($)",
                                                 "(if ? then $ else $)",
                                                 "Coalesce({$, $})",
                                                 "Count({$, $})",
                                                 "(case $ when $ then $ else $ end)" };
static const char *const mixed_operations[]
    = { "# < #",       "# <= #",       "# > #", "# >= #",
        "# = #",       "# != #",       "# ~ #", "# between # and #",
        "# in {#, #}", "# is not null" };

static Tree *
make_leaf (const char *operation, gboolean number)
{
  Tree *tree = g_new0 (Tree, 1);

  tree->operation = operation;
  tree->slot = number ? g_test_rand_int_range (4, 6) : g_test_rand_int_range (0, 4);
  if (g_test_rand_int_range (0, 4) == 0)
    tree->constant = plumb_value_null ();
  else if (number)
    tree->constant = plumb_value_integer (g_test_rand_int_range (0, 4));
  else
    tree->constant = plumb_value_boolean (g_test_rand_bit ());
  return tree;
}

static Tree *
make_tree (gboolean number, guint depth)
{
  const char *operation = NULL;
  Tree *tree = NULL;

  if (depth == 0)
    return make_leaf (g_test_rand_int_range (0, 4) > 0 ? "name" : "constant", number);

  if (number)
    operation = number_operations[g_test_rand_int_range (0, G_N_ELEMENTS (number_operations))];
  else if (g_test_rand_int_range (0, 4) == 0)
    operation = mixed_operations[g_test_rand_int_range (0, G_N_ELEMENTS (mixed_operations))];
  else
    operation = boolean_operations[g_test_rand_int_range (0, G_N_ELEMENTS (boolean_operations))];

  tree = make_leaf (operation, number);
  for (const char *cursor = operation; *cursor != '\0'; cursor++)
    {
      if (strchr ("$#?", *cursor) != NULL)
        tree->operands[tree->n_operands++]
            = make_tree (*cursor == '#' || (*cursor == '$' && number), depth - 1);
    }
  return tree;
}

static void
free_tree (Tree *tree)
{
  for (guint i = 0; i < tree->n_operands; i++)
    free_tree (tree->operands[i]);
  g_free (tree);
}

static void
write_tree (GString *text, const Tree *tree)
{
  guint n_written = 0;

  if (strcmp (tree->operation, "name") == 0)
    g_string_append (text, names[tree->slot].name);
  else if (strcmp (tree->operation, "constant") == 0)
    {
      g_autofree char *constant = plumb_value_to_string (&tree->constant);

      g_string_append (text, constant);
    }
  else
    for (const char *cursor = tree->operation; *cursor != '\0'; cursor++)
      {
        if (strchr ("$#?", *cursor) == NULL)
          g_string_append_c (text, *cursor);
        else
          write_tree (text, tree->operands[n_written++]);
      }
}

static PlumbValue
read_truth (const char *truth)
{
  return strcmp (truth, "null") == 0 ? plumb_value_null ()
                                     : plumb_value_boolean (strcmp (truth, "true") == 0);
}

static PlumbValue
look_up (const char *const table[3][3], PlumbValue a, PlumbValue b)
{
  return read_truth (table[plumb_value_get_truth (&a)][plumb_value_get_truth (&b)]);
}

static PlumbValue
compare_plainly (char sign, gboolean or_equal, PlumbValue a, PlumbValue b)
{
  gint64 x = a.type == PLUMB_VALUE_BOOLEAN ? a.boolean : a.integer;
  gint64 y = b.type == PLUMB_VALUE_BOOLEAN ? b.boolean : b.integer;

  if (a.type == PLUMB_VALUE_NULL || b.type == PLUMB_VALUE_NULL)
    return plumb_value_null ();

  return plumb_value_boolean ((sign == '<' && x < y) || (sign == '>' && x > y)
                              || (or_equal && x == y));
}

static PlumbValue
calculate_plainly (char sign, PlumbValue a, PlumbValue b)
{
  gint64 result = 0;

  if (a.type == PLUMB_VALUE_NULL || b.type == PLUMB_VALUE_NULL)
    return plumb_value_null ();

  if (sign == '+')
    result = a.integer + b.integer;
  else if (sign == '-')
    result = a.integer - b.integer;
  else
    result = a.integer * b.integer;

  return result == (gint32) result ? plumb_value_integer (result) : plumb_value_null ();
}

static gboolean
is_true (PlumbValue value)
{
  return value.type == PLUMB_VALUE_BOOLEAN && value.boolean;
}

static gboolean
is_false (PlumbValue value)
{
  return value.type == PLUMB_VALUE_BOOLEAN && !value.boolean;
}

static PlumbValue
evaluate_plainly (const Tree *tree, const PlumbValue *slots)
{
  const char *operation = tree->operation;
  PlumbValue v[4] = { 0 };

#define IS(text) (strcmp (operation, text) == 0)
  for (guint i = 0; i < tree->n_operands; i++)
    v[i] = evaluate_plainly (tree->operands[i], slots);

  if (IS ("name"))
    return slots[tree->slot];
  if (IS ("constant"))
    return tree->constant;
  if (IS ("($ and $)"))
    return look_up (table_of_and, v[0], v[1]);
  if (IS ("($ and $ and $)"))
    return look_up (table_of_and, look_up (table_of_and, v[0], v[1]), v[2]);
  if (IS ("($ or $)"))
    return look_up (table_of_or, v[0], v[1]);
  if (IS ("($ or $ or $)"))
    return look_up (table_of_or, look_up (table_of_or, v[0], v[1]), v[2]);
  if (IS ("($ xor $)"))
    return look_up (table_of_xor, v[0], v[1]);
  if (IS ("($ implies $)"))
    return look_up (table_of_implies, v[0], v[1]);
  if (IS ("not ($)"))
    return look_up (table_of_xor, v[0], plumb_value_boolean (TRUE));
  if (IS ("($) is null"))
    return plumb_value_boolean (v[0].type == PLUMB_VALUE_NULL);
  if (IS ("($) is not null") || IS ("# is not null"))
    return plumb_value_boolean (v[0].type != PLUMB_VALUE_NULL);
  if (IS ("($) is true"))
    return plumb_value_boolean (is_true (v[0]));
  if (IS ("($) is not true"))
    return plumb_value_boolean (!is_true (v[0]));
  if (IS ("($) is false"))
    return plumb_value_boolean (is_false (v[0]));
  if (IS ("(if $ then $ else $)") || IS ("(if ? then $ else $)")
      || IS ("(case when $ then $ else $ end)"))
    return is_true (v[0]) ? v[1] : v[2];
  if (IS ("Coalesce($, $)") || IS ("Coalesce({$, $})"))
    return v[0].type != PLUMB_VALUE_NULL ? v[0] : v[1];
  if (IS ("AllTrue({$, $})"))
    return plumb_value_boolean (!is_false (v[0]) && !is_false (v[1]));
  if (IS ("AnyTrue({$, $, $})"))
    return plumb_value_boolean (is_true (v[0]) || is_true (v[1]) || is_true (v[2]));
  if (IS ("Count({$, $})"))
    return plumb_value_integer ((v[0].type != PLUMB_VALUE_NULL) + (v[1].type != PLUMB_VALUE_NULL));
  if (IS ("(case $ when $ then $ else $ end)"))
    return is_true (compare_plainly ('=', TRUE, v[0], v[1])) ? v[2] : v[3];
  if (IS ("($ + $)") || IS ("($ - $)") || IS ("($ * $)"))
    return calculate_plainly (operation[3], v[0], v[1]);
  if (IS ("-($)"))
    return calculate_plainly ('-', plumb_value_integer (0), v[0]);
  if (IS ("($) = ($)") || IS ("# = #"))
    return compare_plainly ('=', TRUE, v[0], v[1]);
  if (IS ("# != #"))
    return look_up (table_of_xor, compare_plainly ('=', TRUE, v[0], v[1]),
                    plumb_value_boolean (TRUE));
  if (IS ("# ~ #"))
    return plumb_value_boolean (plumb_value_equal (&v[0], &v[1]));
  if (IS ("# between # and #"))
    return look_up (table_of_and, compare_plainly ('>', TRUE, v[0], v[1]),
                    compare_plainly ('<', TRUE, v[0], v[2]));
  if (IS ("# in {#, #}"))
    {
      for (guint i = 1; i < 3; i++)
        {
          gboolean literal_null = strcmp (tree->operands[i]->operation, "constant") == 0
                                  && v[i].type == PLUMB_VALUE_NULL;

          v[i] = literal_null ? plumb_value_boolean (v[0].type == PLUMB_VALUE_NULL)
                              : compare_plainly ('=', TRUE, v[0], v[i]);
        }
      return look_up (table_of_or, v[1], v[2]);
    }
  if (operation[0] == '#')
    return compare_plainly (operation[2], operation[3] == '=', v[0], v[1]);
#undef IS

  g_error ("no meaning for %s", operation);
}

static PlumbExpression *
make_random_expression (Tree **tree)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *tree = make_tree (g_test_rand_int_range (0, 5) == 0, g_test_rand_int_range (1, 5));
  write_tree (text, *tree);
  return parse (text->str);
}

#define N_RANDOM_EXPRESSIONS 4000

static void
test_random_values (void)
{
  for (guint i = 0; i < N_RANDOM_EXPRESSIONS; i++)
    {
      Tree *tree = NULL;
      g_autoptr (PlumbExpression) expression = make_random_expression (&tree);

      for (guint j = 0; j < 20; j++)
        {
          PlumbValue slots[N_NAMES];
          PlumbValue expected;
          PlumbValue result;

          randomize_slots (slots);
          expected = evaluate_plainly (tree, slots);
          plumb_expression_evaluate (expression, slots, &result);
          if (!plumb_value_equal (&result, &expected))
            g_error ("%s is not what it should be", plumb_expression_get_text (expression));
          g_assert_cmpint (plumb_expression_evaluate_truth (expression, slots), ==,
                           plumb_value_get_truth (&expected));
        }
      free_tree (tree);
    }
}

static void
mark_slot (guint slot, gpointer data)
{
  gboolean *marked = data;

  g_assert_cmpuint (slot, <, N_NAMES);
  g_assert_false (marked[slot]);
  marked[slot] = TRUE;
}

/* Whatever becomes of the names that are not part of the support, the value is
 * what it was. */
static void
test_random_support (void)
{
  for (guint i = 0; i < N_RANDOM_EXPRESSIONS; i++)
    {
      Tree *tree = NULL;
      g_autoptr (PlumbExpression) expression = make_random_expression (&tree);
      gboolean supporting[N_NAMES] = { FALSE };
      PlumbValue slots[N_NAMES];
      PlumbValue before;

      randomize_slots (slots);
      plumb_expression_evaluate (expression, slots, &before);
      plumb_expression_foreach_support (expression, slots, mark_slot, supporting);

      for (guint j = 0; j < 20 && before.type != PLUMB_VALUE_NULL; j++)
        {
          PlumbValue others[N_NAMES];
          PlumbValue after;

          randomize_slots (others);
          for (guint k = 0; k < N_NAMES; k++)
            others[k] = supporting[k] ? slots[k] : others[k];
          plumb_expression_evaluate (expression, others, &after);
          if (!plumb_value_equal (&before, &after))
            g_error ("%s is not supported", plumb_expression_get_text (expression));
        }
      free_tree (tree);
    }
}

/* Only names that are null are open; and without any, no answer changes the
 * value. */
static void
test_random_open (void)
{
  for (guint i = 0; i < N_RANDOM_EXPRESSIONS; i++)
    {
      Tree *tree = NULL;
      g_autoptr (PlumbExpression) expression = make_random_expression (&tree);
      gboolean open[N_NAMES] = { FALSE };
      gboolean any_open = FALSE;
      PlumbValue slots[N_NAMES];
      PlumbValue before;

      randomize_slots (slots);
      plumb_expression_evaluate (expression, slots, &before);
      plumb_expression_foreach_open (expression, slots, TRUE, mark_slot, open);
      for (guint k = 0; k < N_NAMES; k++)
        {
          any_open |= open[k];
          g_assert_true (!open[k] || slots[k].type == PLUMB_VALUE_NULL);
        }

      for (guint j = 0; j < 20 && !any_open; j++)
        {
          PlumbValue answered[N_NAMES];
          PlumbValue after;

          randomize_slots (answered);
          for (guint k = 0; k < N_NAMES; k++)
            answered[k] = slots[k].type != PLUMB_VALUE_NULL ? slots[k] : answered[k];
          plumb_expression_evaluate (expression, answered, &after);
          if (!plumb_value_equal (&before, &after))
            g_error ("%s is not final", plumb_expression_get_text (expression));
        }
      free_tree (tree);
    }
}

static gboolean
take_assignment (guint slot, const PlumbValue *value, gpointer data)
{
  PlumbValue *slots = data;

  g_assert_cmpint (slots[slot].type, ==, PLUMB_VALUE_NULL);
  g_assert_cmpint (value->type, ==, names[slot].type);
  slots[slot] = *value;
  return TRUE;
}

static void
test_random_solutions (void)
{
  guint n_solved = 0;

  for (guint i = 0; i < N_RANDOM_EXPRESSIONS; i++)
    {
      Tree *tree = NULL;
      g_autoptr (PlumbExpression) expression = make_random_expression (&tree);
      gboolean wanted = g_test_rand_bit ();
      PlumbValue slots[N_NAMES];

      randomize_slots (slots);
      if (plumb_expression_solve (expression, slots, wanted, take_assignment, slots))
        {
          n_solved++;
          g_assert_cmpint (plumb_expression_evaluate_truth (expression, slots), ==,
                           wanted ? PLUMB_TRUE : PLUMB_FALSE);
        }
      free_tree (tree);
    }

  g_assert_cmpuint (n_solved, >, N_RANDOM_EXPRESSIONS / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/expression/random/values", test_random_values);
  g_test_add_func ("/expression/random/support", test_random_support);
  g_test_add_func ("/expression/random/open", test_random_open);
  g_test_add_func ("/expression/random/solutions", test_random_solutions);

  return g_test_run ();
}
