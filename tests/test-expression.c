/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guard language, by tables of examples. */

#include "test-expression-names.h"

#include <stdlib.h>

static char *
evaluate (const char *text, const char *answers)
{
  g_autoptr (PlumbExpression) expression = parse (text);
  PlumbValue slots[N_NAMES];
  PlumbValue result;

  set_slots (slots, answers);
  plumb_expression_evaluate (expression, slots, &result);
  if (plumb_expression_get_value_type (expression) == PLUMB_VALUE_BOOLEAN)
    g_assert_cmpint (plumb_expression_evaluate_truth (expression, slots), ==,
                     plumb_value_get_truth (&result));

  return plumb_value_to_string (&result);
}

static void
check_examples (const Example *examples, gsize n_examples)
{
  for (gsize i = 0; i < n_examples; i++)
    {
      g_autofree char *result = evaluate (examples[i].text, examples[i].answers);

      g_test_message ("%s with %s", examples[i].text, examples[i].answers);
      g_assert_cmpstr (result, ==, examples[i].result);
    }
}

/* ---- logic ------------------------------------------------------------ */

static const char *const truths[] = { "false", "null", "true" };

static void
check_truth_table (const char *operation, const char *const table[3][3])
{
  for (guint i = 0; i < 3; i++)
    {
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *literal = g_strdup_printf ("%s %s %s", truths[i], operation, truths[j]);
          g_autofree char *named = g_strdup_printf ("a %s b", operation);
          g_autofree char *answers = g_strdup_printf ("a=%s b=%s", truths[i], truths[j]);
          const Example examples[]
              = { { literal, "", table[i][j] }, { named, answers, table[i][j] } };

          check_examples (examples, G_N_ELEMENTS (examples));
        }
    }
}

static void
test_truth_tables (void)
{
  check_truth_table ("and", table_of_and);
  check_truth_table ("or", table_of_or);
  check_truth_table ("xor", table_of_xor);
  check_truth_table ("implies", table_of_implies);
}

static void
test_not_and_tests (void)
{
  const Example examples[] = {
    { "not a", "a=true", "false" },
    { "not a", "a=false", "true" },
    { "not a", "", "null" },
    { "not (a or b)", "a=false b=false", "true" },
    { "a is null", "", "true" },
    { "a is null", "a=false", "false" },
    { "a is not null", "", "false" },
    { "n is not null", "n=0", "true" },
    { "a is true", "", "false" },
    { "a is true", "a=true", "true" },
    { "a is not true", "", "true" },
    { "a is not true", "a=false", "true" },
    { "a is false", "", "false" },
    { "a is false", "a=false", "true" },
    { "a is not false", "", "true" },
    { "(a or b) is null", "a=false", "true" },
    { "(a or b) is null", "a=true", "false" },
    { "(n + 1) is null", "", "true" },
    { "IsNull(a)", "", "true" },
    { "IsNull('')", "", "false" },
    { "IsTrue(a and b)", "a=true", "false" },
    { "IsTrue(a and b)", "a=true b=true", "true" },
    { "IsFalse(a and b)", "a=false", "true" },
    { "IsFalse(null)", "", "false" },
  };

  check_examples (examples, G_N_ELEMENTS (examples));
}

/* ---- values ----------------------------------------------------------- */

static void
test_comparison (void)
{
  const Example examples[] = {
    { "n = 3", "n=3", "true" },
    { "n = 3", "n=4", "false" },
    { "n = 3", "", "null" },
    { "n != 3", "n=3", "false" },
    { "n != 3", "", "null" },
    { "n < 3", "n=2", "true" },
    { "n < 3", "n=3", "false" },
    { "n <= 3", "n=3", "true" },
    { "n > -3", "n=-3", "false" },
    { "n >= -3", "n=-3", "true" },
    { "n >= 3", "", "null" },
    { "3 < n", "n=4", "true" },
    { "3 >= n", "n=4", "false" },
    { "n < m", "n=1 m=2", "true" },
    { "n < m", "n=1", "null" },
    { "s = 'none'", "s='none'", "true" },
    { "'none' = s", "s='none'", "true" },
    { "s = 'none'", "s='worse'", "false" },
    { "s != 'none'", "s='worse'", "true" },
    { "s = 'none'", "", "null" },
    { "s = t", "s='none' t='none'", "true" },
    { "s < 'b'", "s='ab'", "true" },
    { "a = b", "a=true b=true", "true" },
    { "a != b", "a=true b=false", "true" },
    { "a = null", "a=true", "null" },
    { "null = null", "", "null" },
    { "null as String = null", "", "null" },
    { "x = 1", "x=1.0", "true" },
    { "1 < 1.00000001", "", "true" },
    { "1.0 = 1.00", "", "true" },
    { "n between 2 and 4", "n=2", "true" },
    { "n between 2 and 4", "n=4", "true" },
    { "n between 2 and 4", "n=5", "false" },
    { "n between 2 and 4", "", "null" },
    { "n between m and 4", "n=5", "false" },
    { "n between m and 4", "n=3", "null" },
    { "x between 0 and 1", "x=0.5", "true" },
  };

  check_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_equivalence (void)
{
  const Example examples[] = {
    { "null ~ null", "", "true" },
    { "a ~ null", "a=false", "false" },
    { "a ~ b", "", "true" },
    { "n ~ m", "n=1 m=1", "true" },
    { "n !~ m", "n=1", "true" },
    { "'Abel' ~ 'aBEL'", "", "true" },
    { "'É t' ~ 'é\\tT'", "", "true" },
    { "'a' ~ 'ab'", "", "false" },
    { "1.5 ~ 1.55", "", "false" },
    { "1.6 ~ 1.55", "", "true" },
    { "-1.6 ~ -1.55", "", "true" },
    { "1.50 ~ 1.5", "", "true" },
    { "1.001 ~ 1.000", "", "true" },
    { "1 ~ 1.0", "", "true" },
    { "92233720368.4 ~ 92233720368.0", "", "true" },
    { "92233720368.54775807 ~ 92233720368.0", "", "false" },
    { "-92233720368.54775807 ~ 92233720368.54775807", "", "false" },
  };

  check_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_arithmetic (void)
{
  const Example examples[] = {
    { "1 + 2 * 3 - 4", "", "3" },
    { "10 - 3 - 2", "", "5" },
    { "10 - (3 - 2)", "", "9" },
    { "-n + 1", "n=3", "-2" },
    { "- - 3", "", "3" },
    { "+n", "n=3", "3" },
    { "-(n)", "", "null" },
    { "n * 7", "", "null" },
    { "n + null", "n=1", "null" },
    { "2147483647", "", "2147483647" },
    { "-2147483648", "", "-2147483648" },
    { "2147483647 + 1", "", "null" },
    { "2147483647 + 1 - 1", "", "null" },
    { "-2147483648 - 1", "", "null" },
    { "-(-2147483648)", "", "null" },
    { "-1 - -2147483648", "", "2147483647" },
    { "65536 * 65536", "", "null" },
    { "1 + 0.5", "", "1.5" },
    { "0.1 + 0.2", "", "0.3" },
    { "-0.5 * 3", "", "-1.5" },
    { "0.00000003 * 0.5", "", "0.00000002" },
    { "-0.00000003 * 0.5", "", "-0.00000002" },
    { "0.00000001 * 0.4", "", "0.0" },
    { "92233720368.0 + 92233720368.0", "", "null" },
    { "92233720368.0 * -92233720368.0", "", "null" },
    { "-(0.0)", "", "0.0" },
    { "1.10", "", "1.1" },
  };

  check_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_choice (void)
{
  const Example examples[] = {
    { "if a then 1 else 2", "a=true", "1" },
    { "if a then 1 else 2", "a=false", "2" },
    { "if a then 1 else 2", "", "2" },
    { "if a then 1 else 2.5", "a=true", "1.0" },
    { "if a then 1 else null", "", "null" },
    { "(if a then 1 else 0) + (if b then 1 else 0)", "a=true b=true", "2" },
    { "if a then b else c", "a=true b=false", "false" },
    { "1 + if a then 1 else 2 + 3", "a=false", "6" },
    { "case when a then 'x' when b then 'y' else 'z' end", "b=true", "'y'" },
    { "case when a then 'x' when b then 'y' else 'z' end", "", "'z'" },
    { "case n when 1 then 'one' when m then 'm' else 'more' end", "n=2 m=2", "'m'" },
    { "case n when 1 then 'one' else 'more' end", "", "'more'" },
    { "case n when null then 'one' else 'more' end", "", "'more'" },
    { "Coalesce(n, m, 3)", "", "3" },
    { "Coalesce(n, m, 3)", "m=2", "2" },
    { "Coalesce(a, b)", "b=false", "false" },
    { "Coalesce(n, 0.5)", "n=1", "1.0" },
    { "Coalesce({n, m})", "m=4", "4" },
    { "Coalesce({})", "", "null" },
    { "Coalesce({'a'}, null, null)", "", "{'a'}" },
    { "if a then {1, 2.5} else {}", "a=true", "{1.0, 2.5}" },
    { "Count(Coalesce(null, if a then {b, c} else {b}))", "a=true b=true c=true", "2" },
  };

  check_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_lists (void)
{
  const Example examples[] = {
    { "Count({a, b, c})", "a=true c=false", "2" },
    { "Count({})", "", "0" },
    { "AllTrue({a, b})", "", "true" },
    { "AllTrue({a, b})", "a=true", "true" },
    { "AllTrue({a, b})", "b=false", "false" },
    { "AllTrue({})", "", "true" },
    { "AllTrue(null)", "", "true" },
    { "AnyTrue({a, b})", "", "false" },
    { "AnyTrue({a, b})", "b=true", "true" },
    { "AnyTrue({a, b})", "b=false", "false" },
    { "AnyTrue(null)", "", "false" },
    { "s in {'none', 'worse'}", "s='worse'", "true" },
    { "s in {'none', 'worse'}", "s='good'", "false" },
    { "n in {1, 2.0}", "n=2", "true" },
    { "n in {m, 2}", "n=2", "true" },
    { "n in {m, 2}", "n=3", "null" },
    { "1 in {1, null}", "", "true" },
    { "2 in {1, null}", "", "false" },
    { "null in {1, null}", "", "true" },
    { "null in {}", "", "false" },
    /* A question that nobody has answered is not answered otherwise. */
    { "s in {'none', 'worse'}", "", "null" },
    { "not (s in {'none', 'worse'})", "", "null" },
  };

  check_examples (examples, G_N_ELEMENTS (examples));
}

/* ---- grammar ---------------------------------------------------------- */

static void
test_precedence (void)
{
  const Example examples[] = {
    { "a or b and c", "a=true b=true c=false", "true" },
    { "a implies b or c", "a=true b=false c=true", "true" },
    { "a implies b implies c", "a=false b=false c=false", "false" },
    { "a or b xor c", "a=true b=true c=true", "false" },
    { "not a and b", "a=true b=false", "false" },
    { "not a is null", "", "false" },
    { "not a or b", "a=true b=true", "true" },
    { "a is null and b", "b=true", "true" },
    { "a and b is null", "a=true", "true" },
    { "a = b is null", "a=true", "true" },
    { "n > 2 = a", "n=3 a=true", "true" },
    { "n between 1 and 3 and a", "n=2 a=false", "false" },
    { "n between 1 and 1 + 2 and a", "n=3 a=true", "true" },
    { "n in {1, 2} and a", "n=1 a=true", "true" },
    { "n + 1 in {3}", "n=2", "true" },
    { "a and not b = c", "a=true b=true c=false", "true" },
    { "if a then b else c and d", "a=true b=true d=false", "true" },
    { "-n * -2 + 1", "n=3", "7" },
  };

  check_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_spelling (void)
{
  const Example examples[] = {
    { "a//and b\nor b", "b=true", "true" },
    { "/* one\n two */ a /**/ or b", "b=true", "true" },
    { "\"a\" or `b`", "b=true", "true" },
    { "\"in\"", "in=true", "true" },
    { "\t1\r\n+\n1 ", "", "2" },
    { "'it\\'s \\\"so\\\"'", "", "'it\\'s \"so\"'" },
    { "'\\u0041\\u00e9\\uD83D\\uDE00'", "", "'Aé😀'" },
    { "'a\\\\b\\/c\\n\\t\\r\\f\\`'", "", "'a\\\\b/c\\n\\t\\r\\f`'" },
    { "null as System.Integer", "", "null" },
    { "true as Boolean", "", "true" },
  };

  check_examples (examples, G_N_ELEMENTS (examples));
}

typedef struct
{
  const char *text;
  PlumbExpressionError code;
  guint line;
  guint column;
} Mistake;

static void
test_errors (void)
{
  const Mistake mistakes[] = {
    { "", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 1 },
    { "a and", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 6 },
    { "(a", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 3 },
    { "a)", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 2 },
    { "a b", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 3 },
    { "a\n  and and b", PLUMB_EXPRESSION_ERROR_SYNTAX, 2, 7 },
    { "'é' = ?", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 7 },
    { "s = 'none", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 5 },
    { "s = 'a\\q'", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 7 },
    { "s = '\\u0000'", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 6 },
    { "s = '\\uD83D'", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 6 },
    { "a /* never closed", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 3 },
    { "a \xff b", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 3 },
    { "1 + not a", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 5 },
    { "a is true + 1", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 11 },
    { "a is n", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 6 },
    { "n between 1 or 2", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 13 },
    { "if a then 1", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 12 },
    { "case when a then 1 end", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 20 },
    { "case else 1 end", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 6 },
    { "{1, }", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 5 },
    { "1.", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 2 },
    { "12weeks", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 1 },
    { "\"\"", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 1 },
    { "null as Date", PLUMB_EXPRESSION_ERROR_SYNTAX, 1, 9 },
    { "a or nobody", PLUMB_EXPRESSION_ERROR_NAME, 1, 6 },
    { "A", PLUMB_EXPRESSION_ERROR_NAME, 1, 1 },
    { "a or Sum({1})", PLUMB_EXPRESSION_ERROR_NAME, 1, 6 },
    { "a and n", PLUMB_EXPRESSION_ERROR_TYPE, 1, 7 },
    { "not s", PLUMB_EXPRESSION_ERROR_TYPE, 1, 5 },
    { "not s = 'none'", PLUMB_EXPRESSION_ERROR_TYPE, 1, 5 },
    { "n = 1 is null", PLUMB_EXPRESSION_ERROR_TYPE, 1, 5 },
    { "n = 'none'", PLUMB_EXPRESSION_ERROR_TYPE, 1, 5 },
    { "a = 1", PLUMB_EXPRESSION_ERROR_TYPE, 1, 5 },
    { "a < b", PLUMB_EXPRESSION_ERROR_TYPE, 1, 1 },
    { "s + 'x'", PLUMB_EXPRESSION_ERROR_TYPE, 1, 1 },
    { "n * a", PLUMB_EXPRESSION_ERROR_TYPE, 1, 5 },
    { "-s", PLUMB_EXPRESSION_ERROR_TYPE, 1, 2 },
    { "n is true", PLUMB_EXPRESSION_ERROR_TYPE, 1, 1 },
    { "n as String", PLUMB_EXPRESSION_ERROR_TYPE, 1, 1 },
    { "if n then 1 else 2", PLUMB_EXPRESSION_ERROR_TYPE, 1, 4 },
    { "if a then 1 else 'x'", PLUMB_EXPRESSION_ERROR_TYPE, 1, 18 },
    { "case n when 'x' then 1 else 2 end", PLUMB_EXPRESSION_ERROR_TYPE, 1, 13 },
    { "Coalesce(1, 'x')", PLUMB_EXPRESSION_ERROR_TYPE, 1, 13 },
    { "Coalesce(1)", PLUMB_EXPRESSION_ERROR_TYPE, 1, 1 },
    { "Coalesce()", PLUMB_EXPRESSION_ERROR_TYPE, 1, 1 },
    { "Count(1)", PLUMB_EXPRESSION_ERROR_TYPE, 1, 7 },
    { "Count({1}, {2})", PLUMB_EXPRESSION_ERROR_TYPE, 1, 1 },
    { "AllTrue({1})", PLUMB_EXPRESSION_ERROR_TYPE, 1, 9 },
    { "{1, 'x'}", PLUMB_EXPRESSION_ERROR_TYPE, 1, 5 },
    { "{{1}}", PLUMB_EXPRESSION_ERROR_TYPE, 1, 2 },
    { "{1} = {1}", PLUMB_EXPRESSION_ERROR_TYPE, 1, 1 },
    { "s in {1}", PLUMB_EXPRESSION_ERROR_TYPE, 1, 6 },
    { "s in 'none'", PLUMB_EXPRESSION_ERROR_TYPE, 1, 6 },
    { "Coalesce(null, {n})", PLUMB_EXPRESSION_ERROR_TYPE, 1, 16 },
    { "a and day is null", PLUMB_EXPRESSION_ERROR_TYPE, 1, 7 },
    { "2147483648", PLUMB_EXPRESSION_ERROR_OVERFLOW, 1, 1 },
    { "1 + -2147483649", PLUMB_EXPRESSION_ERROR_OVERFLOW, 1, 5 },
    { "92233720368.54775808", PLUMB_EXPRESSION_ERROR_OVERFLOW, 1, 1 },
    { "0.123456789", PLUMB_EXPRESSION_ERROR_OVERFLOW, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;
      guint line = 0;
      guint column = 0;

      g_test_message ("%s", g_utf8_validate (mistakes[i].text, -1, NULL) ? mistakes[i].text : "?");
      g_assert_null (plumb_expression_new (mistakes[i].text, resolve, NULL, &error));
      g_assert_error (error, PLUMB_EXPRESSION_ERROR, (int) mistakes[i].code);
      g_assert_true (plumb_expression_error_get_position (error, &line, &column));
      g_assert_cmpuint (line, ==, mistakes[i].line);
      g_assert_cmpuint (column, ==, mistakes[i].column);
    }
}

static void
test_error_without_position (void)
{
  g_autoptr (GError) foreign = g_error_new_literal (G_FILE_ERROR, 0, "1:2: elsewhere");
  g_autoptr (GError) bare = g_error_new_literal (PLUMB_EXPRESSION_ERROR, 0, "nowhere");

  g_assert_false (plumb_expression_error_get_position (foreign, NULL, NULL));
  g_assert_false (plumb_expression_error_get_position (bare, NULL, NULL));
}

static void
test_no_names (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbExpression) constant = plumb_expression_new ("1 + 1", NULL, NULL, NULL);

  g_assert_nonnull (constant);
  g_assert_null (plumb_expression_new ("a", NULL, NULL, &error));
  g_assert_error (error, PLUMB_EXPRESSION_ERROR, PLUMB_EXPRESSION_ERROR_NAME);
}

static void
test_properties (void)
{
  g_autoptr (PlumbExpression) expression = parse ("if a then n else null");
  PlumbExpression *other = plumb_expression_ref (expression);
  const struct
  {
    const char *text;
    PlumbValueType type;
  } types[] = {
    { "null", PLUMB_VALUE_NULL },
    { "a and null", PLUMB_VALUE_BOOLEAN },
    { "n + null", PLUMB_VALUE_INTEGER },
    { "n * 1.0", PLUMB_VALUE_DECIMAL },
    { "{n} is null", PLUMB_VALUE_BOOLEAN },
    { "{1}", PLUMB_VALUE_LIST },
    { "Coalesce({s})", PLUMB_VALUE_STRING },
    { "null as String", PLUMB_VALUE_STRING },
  };

  g_assert_cmpstr (plumb_expression_get_text (expression), ==, "if a then n else null");
  g_assert_cmpint (plumb_expression_get_value_type (other), ==, PLUMB_VALUE_INTEGER);
  plumb_expression_unref (other);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (PlumbExpression) typed = parse (types[i].text);

      g_assert_cmpint (plumb_expression_get_value_type (typed), ==, types[i].type);
    }
}

/* ---- depth ------------------------------------------------------------ */

static char *
nest (const char *before, const char *core, const char *after, guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, before);
  g_string_append (text, core);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, after);

  return g_string_free (text, FALSE);
}

static void
ignore_slot (guint slot, gpointer data)
{
}

static gboolean
ignore_assignment (guint slot, const PlumbValue *value, gpointer data)
{
  return TRUE;
}

/* Whatever is done with an expression takes a time that grows with its length,
 * not with two to the power of its depth: else this would not end. */
static void
use_all (const PlumbExpression *expression)
{
  PlumbValue slots[N_NAMES] = { 0 };
  PlumbValue result;

  plumb_expression_evaluate (expression, slots, &result);
  plumb_expression_evaluate_truth (expression, slots);
  plumb_expression_foreach_support (expression, slots, ignore_slot, NULL);
  plumb_expression_foreach_open (expression, slots, TRUE, ignore_slot, NULL);
  plumb_expression_solve (expression, slots, TRUE, ignore_assignment, NULL);
}

static void
test_depth (void)
{
  const struct
  {
    const char *before;
    const char *core;
    const char *after;
  } constructs[] = {
    { "(", "a", ")" },
    { "not ", "a", "" },
    { "- ", "n", "" },
    { "", "a", " is null" },
    { "", "a", " = b" },
    { "", "a", " implies b" },
    { "n + (2 * ", "n", ")" },
    { "if a then b else ", "c", "" },
    { "if ", "a", " then b else c" },
    { "case when a then n when b then ", "m", " else 1 end" },
    { "case ", "n", " when 1 then n when m then 2 else 3 end" },
    { "Coalesce(", "n", ", m, 1)" },
    { "Coalesce({", "n", ", m, 1})" },
    { "Count({m, ", "n", "})" },
    { "AnyTrue({b, ", "a", "})" },
    { "b or (c and ", "a", ")" },
    { "a xor (b implies ", "c", ")" },
    { "IsNull(", "a", ")" },
    { "a in {b, ", "c", "}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (constructs); i++)
    {
      g_autofree char *deep
          = nest (constructs[i].before, constructs[i].core, constructs[i].after, 50);
      g_autofree char *deeper
          = nest (constructs[i].before, constructs[i].core, constructs[i].after, 101);
      g_autofree char *deepest
          = nest (constructs[i].before, constructs[i].core, constructs[i].after, 20000);
      g_autoptr (PlumbExpression) expression = parse (deep);
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) deepest_error = NULL;

      g_test_message ("%s … %s", constructs[i].before, constructs[i].after);
      use_all (expression);
      g_assert_null (plumb_expression_new (deeper, resolve, NULL, &error));
      g_assert_error (error, PLUMB_EXPRESSION_ERROR, PLUMB_EXPRESSION_ERROR_DEPTH);
      g_assert_true (plumb_expression_error_get_position (error, NULL, NULL));
      g_assert_null (plumb_expression_new (deepest, resolve, NULL, &deepest_error));
      g_assert_error (deepest_error, PLUMB_EXPRESSION_ERROR, PLUMB_EXPRESSION_ERROR_DEPTH);
    }
}

static void
test_depth_limit (void)
{
  g_autofree char *deep = nest ("(", "a", ")", 100);
  g_autofree char *deeper = nest ("(", "a", ")", 101);
  g_autoptr (PlumbExpression) expression = parse (deep);
  g_autoptr (GError) error = NULL;
  guint column = 0;

  use_all (expression);
  g_assert_null (plumb_expression_new (deeper, resolve, NULL, &error));
  g_assert_true (plumb_expression_error_get_position (error, NULL, &column));
  g_assert_cmpuint (column, ==, 101);
}

/* A long chain of one operation is not deep. */
static void
test_long_chains (void)
{
  const char *const links[] = { " and a", " or a", " xor a" };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *text = nest ("", "a", links[i], 5000);
      g_autoptr (PlumbExpression) expression = parse (text);

      use_all (expression);
    }

  {
    g_autofree char *text = nest ("", "1", " + 2 - 1", 5000);
    g_autofree char *sum = evaluate (text, "");

    g_assert_cmpstr (sum, ==, "5001");
  }
}

/* ---- allocation ------------------------------------------------------- */

/* Stands before the C library's own, to count. A sanitizer has to stand there
 * itself. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define COUNTS_ALLOCATIONS 1

static guint n_allocations;

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t number, size_t size);
extern void *__libc_realloc (void *memory, size_t size);

void *
malloc (size_t size)
{
  n_allocations++;
  return __libc_malloc (size);
}

void *
calloc (size_t number, size_t size)
{
  n_allocations++;
  return __libc_calloc (number, size);
}

void *
realloc (void *memory, size_t size)
{
  n_allocations++;
  return __libc_realloc (memory, size);
}
#endif

static void
test_no_allocation (void)
{
#ifdef COUNTS_ALLOCATIONS
  static const char *const texts[] = {
    "a and (b or not c) and s = 'none' implies n >= 3 xor m is null",
    "s in {'none', t, 'worse'} and n between 1 and m and 'É' ~ s",
    "Count({a, b, c, n + 1 > 2}) + Coalesce({n, m, 3}) * Coalesce(m, 2)",
    "AllTrue({a, b}) or AnyTrue({c, a is not true})",
    "case when a then x * 1.5 when b then x - 2 else -x end",
    "case s when 'none' then if a then 1 else 2 when t then 3 else null end",
    "s in (if a then {'none'} else Coalesce(null, {s}))",
  };
  guint before = n_allocations;

  g_free (g_malloc (1));
  g_assert_cmpuint (n_allocations, >, before);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlumbExpression) expression = parse (texts[i]);
      PlumbValue slots[N_NAMES];
      PlumbValue result;

      for (guint j = 0; j < 20; j++)
        {
          randomize_slots (slots);
          slots[6] = plumb_value_string (j % 2 ? "none" : "good");
          slots[8] = plumb_value_decimal (j * PLUMB_DECIMAL_ONE / 3);
          before = n_allocations;
          plumb_expression_evaluate (expression, slots, &result);
          plumb_expression_evaluate_truth (expression, slots);
          g_assert_cmpuint (n_allocations, ==, before);
        }
    }
#else
  g_test_skip ("allocations cannot be counted here: a sanitizer stands in the way");
#endif
}

/* ---- values by themselves --------------------------------------------- */

static void
test_value_equal (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (29, G_DATE_FEBRUARY, 2024);
  g_autofree char *copy = g_strdup ("none");
  const PlumbValue values[] = {
    plumb_value_null (),         plumb_value_boolean (TRUE),  plumb_value_boolean (FALSE),
    plumb_value_integer (1),     plumb_value_integer (0),     plumb_value_decimal (1),
    plumb_value_string ("none"), plumb_value_string ("good"), plumb_value_date (date),
  };
  const PlumbValue foreign = { .type = PLUMB_VALUE_STRING, .string = copy };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
        g_assert_cmpint (plumb_value_equal (&values[i], &values[j]), ==, i == j);
    }
  g_assert_true (plumb_value_equal (&foreign, &values[6]));
}

static void
test_value_to_string (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (5, G_DATE_MARCH, 2026);
  const struct
  {
    PlumbValue value;
    const char *text;
  } examples[] = {
    { plumb_value_null (), "null" },
    { plumb_value_boolean (42), "true" },
    { plumb_value_integer (-5), "-5" },
    { plumb_value_decimal (150000000), "1.5" },
    { plumb_value_decimal (-1), "-0.00000001" },
    { plumb_value_decimal (0), "0.0" },
    { plumb_value_decimal (G_MININT64), "-92233720368.54775808" },
    { plumb_value_string ("it's"), "'it\\'s'" },
    { plumb_value_string (NULL), "null" },
    { plumb_value_date (date), "2026-03-05" },
    { plumb_value_date (NULL), "null" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *text = plumb_value_to_string (&examples[i].value);

      g_assert_cmpstr (text, ==, examples[i].text);
    }
}

/* Answers of the wrong type must not pass for answers. */
static void
test_wrong_type (void)
{
  static const char *const texts[] = { "a", "not a", "n > 0", "n + 1", "s = 'none'", "a is true" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlumbExpression) expression = parse (texts[i]);
      PlumbValue slots[N_NAMES] = { 0 };
      PlumbValue unanswered;
      PlumbValue wrong;

      plumb_expression_evaluate (expression, slots, &unanswered);
      slots[0] = plumb_value_integer (1);
      slots[4] = plumb_value_string ("none");
      slots[6] = plumb_value_boolean (TRUE);
      plumb_expression_evaluate (expression, slots, &wrong);
      g_assert_true (plumb_value_equal (&wrong, &unanswered));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/expression/truth-tables", test_truth_tables);
  g_test_add_func ("/expression/not-and-tests", test_not_and_tests);
  g_test_add_func ("/expression/comparison", test_comparison);
  g_test_add_func ("/expression/equivalence", test_equivalence);
  g_test_add_func ("/expression/arithmetic", test_arithmetic);
  g_test_add_func ("/expression/choice", test_choice);
  g_test_add_func ("/expression/lists", test_lists);
  g_test_add_func ("/expression/precedence", test_precedence);
  g_test_add_func ("/expression/spelling", test_spelling);
  g_test_add_func ("/expression/errors", test_errors);
  g_test_add_func ("/expression/error-without-position", test_error_without_position);
  g_test_add_func ("/expression/no-names", test_no_names);
  g_test_add_func ("/expression/properties", test_properties);
  g_test_add_func ("/expression/depth", test_depth);
  g_test_add_func ("/expression/depth-limit", test_depth_limit);
  g_test_add_func ("/expression/long-chains", test_long_chains);
  g_test_add_func ("/expression/no-allocation", test_no_allocation);
  g_test_add_func ("/expression/value-equal", test_value_equal);
  g_test_add_func ("/expression/value-to-string", test_value_to_string);
  g_test_add_func ("/expression/wrong-type", test_wrong_type);

  return g_test_run ();
}
