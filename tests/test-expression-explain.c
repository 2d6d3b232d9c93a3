/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which names an expression owes its value to, which are still open, and which
 * answers would decide it. */

#include "test-expression-names.h"

static void
append_slot (guint slot, gpointer data)
{
  GString *list = data;

  g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", names[slot].name);
}

static void
test_names (void)
{
  g_autoptr (PlumbExpression) expression
      = parse ("if b and s = 'none' then n + n else case when b then 2 else Count({a}) end");
  g_autoptr (GString) list = g_string_new (NULL);

  plumb_expression_foreach_name (expression, append_slot, list);
  g_assert_cmpstr (list->str, ==, "b s n a");
}

static void
check_support (const Example *examples, gsize n_examples)
{
  for (gsize i = 0; i < n_examples; i++)
    {
      g_autoptr (PlumbExpression) expression = parse (examples[i].text);
      g_autoptr (GString) list = g_string_new (NULL);
      PlumbValue slots[N_NAMES];

      set_slots (slots, examples[i].answers);
      plumb_expression_foreach_support (expression, slots, append_slot, list);
      g_test_message ("%s with %s", examples[i].text, examples[i].answers);
      g_assert_cmpstr (list->str, ==, examples[i].result);
    }
}

static void
test_support (void)
{
  const Example examples[] = {
    { "a and b", "a=true b=true", "a b" },
    { "a and b", "a=true b=false", "b" },
    { "a and b", "a=true", "" },
    { "a and b and c", "b=false c=false", "b" },
    { "a or b or c", "a=false b=true c=true", "b" },
    { "a or b", "a=false b=false", "a b" },
    { "not (a or b)", "b=true", "b" },
    { "a xor b", "a=true b=false", "a b" },
    { "a implies b", "a=false", "a" },
    { "a implies b", "b=true", "b" },
    { "a implies b", "a=true b=false", "a b" },
    { "n > 3 and s = 'none'", "n=4 s='none'", "n s" },
    { "n + m > 3", "n=4 m=4", "n m" },
    { "a is null", "", "a" },
    { "a is not true and b", "b=true", "a b" },
    { "(a or b) is not true", "a=false", "a b" },
    { "(a or b) is not true", "a=false b=false", "a b" },
    { "(a and b) is not true", "a=false", "a" },
    { "if a then b else c", "a=true b=true c=false", "a b" },
    { "if a then b else c", "c=true", "a c" },
    { "case when a then n when b then m else 0 end > 0", "a=false b=true m=3 n=1", "a b m" },
    { "case when a then n when b then m else 0 end > 0", "a=true b=true m=3 n=1", "a n" },
    { "case n when 1 then a when 2 then b else c end", "n=2 b=true", "n b" },
    { "Coalesce(a, b, c)", "b=false c=true", "a b" },
    { "AnyTrue({a, b, c})", "b=true", "b" },
    { "AllTrue({a, b})", "a=true", "a b" },
    { "Count({a, b}) = 0", "", "a b" },
    { "a and a", "a=true", "a" },
    { "true or a", "a=true", "" },
    { "null", "", "" },
  };

  check_support (examples, G_N_ELEMENTS (examples));
}

static void
check_open (const Example *examples, gsize n_examples, gboolean include_settled)
{
  for (gsize i = 0; i < n_examples; i++)
    {
      g_autoptr (PlumbExpression) expression = parse (examples[i].text);
      g_autoptr (GString) list = g_string_new (NULL);
      PlumbValue slots[N_NAMES];

      set_slots (slots, examples[i].answers);
      plumb_expression_foreach_open (expression, slots, include_settled, append_slot, list);
      g_test_message ("%s with %s", examples[i].text, examples[i].answers);
      g_assert_cmpstr (list->str, ==, examples[i].result);
    }
}

static void
test_open (void)
{
  const Example examples[] = {
    { "a and b and c", "b=true", "a c" },
    { "a and b", "a=false", "" },
    { "a and (b or c)", "b=true", "a" },
    { "a and (b or c)", "a=true b=false", "c" },
    { "(a and b) or (c and d)", "a=false", "c d" },
    { "not a", "", "a" },
    { "a implies b", "a=true", "b" },
    { "n > 3 and s = 'none'", "n=4", "s" },
    { "n + m > 3", "n=4", "m" },
    { "if a then b else c", "a=true", "b" },
    { "if a then b else c", "", "a c" },
    { "a and b is not true", "a=true", "" },
    { "a and b is not true", "", "a b" },
    { "a and b is not true", "b=false", "a" },
    { "a or (b is true and c is true)", "", "a b c" },
    { "a or (b is true and c is true)", "c=false", "a" },
    { "a is not true", "", "" },
    { "a and null", "", "a" },
    { "n + null > 3", "", "" },
    { "Coalesce(a, b)", "a=true", "" },
    { "Coalesce(a, b)", "", "a b" },
    { "s in {'none', t}", "s='worse'", "t" },
  };

  check_open (examples, G_N_ELEMENTS (examples), FALSE);
}

static void
test_open_though_settled (void)
{
  const Example examples[] = {
    { "a is not true", "", "a" },
    { "a is not true", "a=false", "" },
    { "b and a is not true", "b=true", "a" },
    { "b and a is not true", "b=false", "" },
    { "b or a is not true", "b=false", "a" },
    { "b or a is not true", "b=true", "" },
    { "a is true or b is true", "", "a b" },
    { "a is not true or b is not true", "", "a b" },
    { "(a or b) is not true", "a=false", "b" },
    { "(a and b) is not true", "a=false", "" },
    { "a is null and b is not null", "", "b" },
    { "if a then 1 else 0", "", "a" },
    { "if a then b else c", "a=true b=true", "" },
    { "Coalesce(a, b)", "b=true", "a" },
    { "AnyTrue({a, b})", "a=false", "b" },
    { "AnyTrue({a, b})", "a=true", "" },
    { "AnyTrue({a, b}) or c is not true", "a=true", "" },
    { "(if a then b else c) or d is not true", "a=true b=true", "" },
    { "AllTrue({a, b})", "a=false", "" },
    { "Count({a, b}) = 2", "a=true", "b" },
    { "a and b", "a=true", "b" },
    { "a or b", "a=true", "" },
  };

  check_open (examples, G_N_ELEMENTS (examples), TRUE);
}

static gboolean
append_assignment (guint slot, const PlumbValue *value, gpointer data)
{
  GString *list = data;
  g_autofree char *text = plumb_value_to_string (value);

  g_string_append_printf (list, "%s%s=%s", list->len > 0 ? " " : "", names[slot].name, text);
  return TRUE;
}

static gboolean
refuse_assignment (guint slot, const PlumbValue *value, gpointer data)
{
  return FALSE;
}

typedef struct
{
  const char *text;
  const char *answers;
  gboolean wanted;
  const char *solution; /* NULL where there is none */
} Problem;

static void
test_solve (void)
{
  const Problem problems[] = {
    { "a", "", TRUE, "a=true" },
    { "a", "", FALSE, "a=false" },
    { "a", "a=true", TRUE, "" },
    { "a", "a=false", TRUE, NULL },
    { "not a", "", TRUE, "a=false" },
    { "not (a or b)", "", TRUE, "a=false b=false" },
    { "s = 'none'", "", TRUE, "s='none'" },
    { "s = 'none'", "", FALSE, NULL },
    { "s != 'none'", "", FALSE, "s='none'" },
    { "s != 'none'", "", TRUE, NULL },
    { "n = 3", "", TRUE, "n=3" },
    { "3 = n", "", TRUE, "n=3" },
    { "n > 3", "", TRUE, NULL },
    { "n + 1 = 3", "", TRUE, NULL },
    { "n in {3}", "", TRUE, NULL },
    { "a and b and s = 'none'", "b=true", TRUE, "a=true s='none'" },
    { "a and b", "b=false", TRUE, NULL },
    { "a and b", "", FALSE, NULL },
    { "a and b", "b=true", FALSE, "a=false" },
    { "a and b", "b=false", FALSE, "" },
    { "a or b", "", TRUE, NULL },
    { "a or b", "a=false", TRUE, "b=true" },
    { "a or b", "a=true", TRUE, "" },
    { "a or b", "", FALSE, "a=false b=false" },
    { "a or n > 3", "", FALSE, NULL },
    { "a or (b and c)", "a=false", TRUE, "b=true c=true" },
    { "a or (b and c)", "b=false", TRUE, "a=true" },
    { "a implies b", "", FALSE, "a=true b=false" },
    { "a implies b", "a=true", TRUE, "b=true" },
    { "a implies b", "b=false", TRUE, "a=false" },
    { "a implies b", "", TRUE, NULL },
    { "a is true", "", TRUE, "a=true" },
    { "a is not true", "", FALSE, "a=true" },
    { "a is false", "", TRUE, "a=false" },
    { "a is not true", "", TRUE, "" },
    { "a is not null", "", TRUE, NULL },
    { "a and a", "", TRUE, "a=true" },
    { "a and not a", "", TRUE, NULL },
    { "s = 'none' and s = 'worse'", "", TRUE, NULL },
    { "a and a is null", "", TRUE, NULL },
    { "if a then b else c", "", TRUE, NULL },
    { "n", "", TRUE, NULL },
    { "null", "", TRUE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      g_autoptr (PlumbExpression) expression = parse (problems[i].text);
      g_autoptr (GString) list = g_string_new (NULL);
      PlumbValue slots[N_NAMES];
      gboolean solved = FALSE;

      set_slots (slots, problems[i].answers);
      solved
          = plumb_expression_solve (expression, slots, problems[i].wanted, append_assignment, list);
      g_test_message ("%s with %s", problems[i].text, problems[i].answers);
      g_assert_cmpstr (solved ? list->str : NULL, ==, problems[i].solution);
    }
}

static void
test_solve_refused (void)
{
  g_autoptr (PlumbExpression) expression = parse ("a and b");
  PlumbValue slots[N_NAMES] = { 0 };

  g_assert_false (plumb_expression_solve (expression, slots, TRUE, refuse_assignment, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/expression/names", test_names);
  g_test_add_func ("/expression/support", test_support);
  g_test_add_func ("/expression/open", test_open);
  g_test_add_func ("/expression/open-though-settled", test_open_though_settled);
  g_test_add_func ("/expression/solve", test_solve);
  g_test_add_func ("/expression/solve-refused", test_solve_refused);

  return g_test_run ();
}
