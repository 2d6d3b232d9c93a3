/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test-consultation.h"

/* JSON as consultation files have it, through the reader that users meet. */

static void
test_bad_json (void)
{
  static const char *const cases[] = {
    "",
    "  ",
    "{",
    "{}}",
    "{} {}",
    "{\"a\": 1,}",
    "[1,]",
    "[1 2]",
    "{\"a\" 1}",
    "{\"a\": }",
    "{a: 1}",
    "{'a': 1}",
    "{\"a\": 1, \"a\": 2}",
    "{\"a\": 1, \"\\u0061\": 2}",
    "{\"x\": [{\"a\": {\"b\": 1, \"b\": 1}}]}",
    "/* note */ {}",
    "{} // note",
    "[01]",
    "[+1]",
    "[.5]",
    "[1.]",
    "[1e]",
    "[0x10]",
    "[-]",
    "[9223372036854775808]",
    "[NaN]",
    "[Infinity]",
    "[True]",
    "[nul]",
    "[\"a]",
    "[\"\t\"]",
    "[\"\\x41\"]",
    "[\"\\u00g0\"]",
    "[\"\\u12\"]",
    "[\"\\u0000\"]",
    "[\"\\ud800\"]",
    "[\"\\ud800x\"]",
    "[\"\\ud800\\u0041\"]",
    "[\"\\udc00\"]",
    "[\"\xff\"]",
    "[\"\xc0\x80\"]",
    "[\"\xed\xa0\x80\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i], -1, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, "");
  assert_refused ("{}\0{}", 5, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, "UTF-8");
}

static char *
repeat (const char *before, const char *part, guint count, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < count; i++)
    g_string_append (text, part);
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

/* Neither the stack nor the memory can be used up by a file. */
static void
test_bounds (void)
{
  g_autofree char *arrays = repeat ("", "[", 1000000, "");
  g_autofree char *items = repeat ("", "{\"item\": [", 500000, "");
  g_autofree char *values = repeat ("[0", ",0", 200000, "]");
  g_autofree char *spaces = repeat ("{", "          ", 900000, "}");
  g_autofree char *edge = repeat ("", "[", 64, "]");
  g_autofree char *beyond = repeat ("", "[", 65, "]");

  assert_refused (arrays, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "nested");
  assert_refused (items, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "nested");
  assert_refused (values, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "more values");
  assert_refused (spaces, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "larger");
  assert_refused (edge, -1, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, "");
  assert_refused (beyond, -1, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, "nested");
}

static void
test_positions (void)
{
  static const struct
  {
    const char *json;
    guint line;
    guint column;
  } cases[] = {
    { "{\n  \"a\": nul\n}", 2, 8 },
    { "[1,\r\n \"é\" 2]", 2, 6 },
    { "{\"resourceType\":\n \"Patient\"}", 2, 2 },
    { "\n" RESPONSE ("\n  " ITEM ("age", "{}") ",\n   " ITEM ("odi", "{\"valueInteger\": 101}")), 4,
      4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint line = 0;
      guint column = 0;

      g_assert_null (plumb_consultation_file_parse (pathway, cases[i].json, -1, NULL, &error));
      g_assert_true (plumb_consultation_file_error_get_position (error, &line, &column));
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
  g_assert_false (plumb_consultation_file_error_get_position (NULL, NULL, NULL));
}

/* A message is one short line, whatever the file puts into an id. */
static void
test_quotes (void)
{
  g_autofree char *link = g_strnfill (100000, 'x');
  g_autofree char *json
      = g_strdup_printf (RESPONSE ("{\"linkId\": \"a\\nb\\u001b[2J%s\", \"answer\": 1}"), link);
  g_autoptr (GError) error = NULL;

  g_assert_null (plumb_consultation_file_parse (pathway, json, -1, NULL, &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_null (strpbrk (error->message, "\n\033"));
}

/* A file that was cut off anywhere is refused, and never half a consultation. */
static void
test_cut_off (void)
{
  g_auto (GStrv) samples = read_samples ();
  gsize length = strlen (samples[0]);

  for (gsize cut = 0; cut < length; cut++)
    assert_refused (samples[0], (gssize) cut, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, "");
}

/* Whatever happens to a byte: a consultation or an error, and each makes sense. */
static void
test_damaged (void)
{
  static const char bytes[] = "\"\\{}[],:0e-\x80\xff truA"; /* NUL included */
  g_auto (GStrv) samples = read_samples ();
  gsize length = strlen (samples[0]);
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *damaged = g_memdup2 (samples[0], length + 1);
      g_autoptr (PlumbConsultation) consultation = NULL;
      g_autoptr (GError) error = NULL;

      damaged[g_rand_int_range (random, 0, (gint32) length)]
          = bytes[g_rand_int_range (random, 0, sizeof bytes)];
      consultation
          = plumb_consultation_file_parse (pathway, damaged, (gssize) length, NULL, &error);
      g_assert_true ((consultation == NULL) == (error != NULL));
      g_assert_true (error == NULL || *error->message != '\0');
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/bad-json", test_bad_json);
  g_test_add_func ("/json/bounds", test_bounds);
  g_test_add_func ("/json/positions", test_positions);
  g_test_add_func ("/json/quotes", test_quotes);
  g_test_add_func ("/json/cut-off", test_cut_off);
  g_test_add_func ("/json/damaged", test_damaged);

  return run_tests ();
}
