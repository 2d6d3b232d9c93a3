/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-words.h"

#include <string.h>

/* Words that no translator would change, in the catalogs that the programs carry. */
static void
test_language_of_choice (void)
{
  g_assert_cmpstr (plumb_words ("es", "Yes"), ==, "Sí");
  g_assert_cmpstr (plumb_words ("fr", "Yes"), ==, "Oui");
  g_assert_cmpstr (plumb_words ("de", "Yes"), ==, "Ja");
  g_assert_cmpstr (plumb_words ("ar", "Yes"), ==, "نعم");
}

/* A country's variant of a language takes the words of the language. */
static void
test_variant (void)
{
  g_assert_cmpstr (plumb_words ("de_AT", "Yes"), ==, "Ja");
  g_assert_cmpstr (plumb_words ("es-MX", "No"), ==, "No");
}

static void
test_english (void)
{
  g_assert_cmpstr (plumb_words (NULL, "Yes"), ==, "Yes");
  g_assert_cmpstr (plumb_words ("en", "Yes"), ==, "Yes");
}

/* Neither a language without a catalog nor words without a translation are an error. */
static void
test_unknown (void)
{
  g_assert_cmpstr (plumb_words ("tlh", "Yes"), ==, "Yes");
  g_assert_cmpstr (plumb_words ("es", "Xyzzy"), ==, "Xyzzy");
  g_assert_cmpstr (plumb_words_in ("es", "nowhere", "Yes"), ==, "Yes");
  g_assert_cmpstr (plumb_words_plural ("es", "%u xyzzy", "%u xyzzies", 2), ==, "%u xyzzies");
}

static void
test_context (void)
{
  const char *back = plumb_words_in ("de", "view of the body", "Back");

  g_assert_cmpstr (back, !=, "Back");
  g_assert_cmpstr (back, !=, "Zurück");
}

static char *
count_weeks (const char *language, guint n_weeks)
{
  return g_strdup_printf (plumb_words_plural (language, "%u week", "%u weeks", n_weeks), n_weeks);
}

static void
test_plural (void)
{
  static const struct
  {
    const char *language;
    guint n_weeks;
    const char *expected;
  } cases[] = {
    { NULL, 1, "1 week" },    { NULL, 3, "3 weeks" },   { "es", 1, "1 semana" },
    { "es", 3, "3 semanas" }, { "fr", 1, "1 semaine" }, { "fr", 3, "3 semaines" },
    { "de", 1, "1 Woche" },   { "de", 3, "3 Wochen" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = count_weeks (cases[i].language, cases[i].n_weeks);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* Arabic has six forms; those for 3 to 10 and from 11 on differ. */
static void
test_arabic_plural (void)
{
  g_autofree char *few = count_weeks ("ar", 7);
  g_autofree char *many = count_weeks ("ar", 17);

  g_assert_nonnull (strstr (few, "7"));
  g_assert_nonnull (strstr (many, "17"));
  g_assert_cmpstr (strchr (few, ' '), !=, strchr (many, ' '));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/language-of-choice", test_language_of_choice);
  g_test_add_func ("/words/variant", test_variant);
  g_test_add_func ("/words/english", test_english);
  g_test_add_func ("/words/unknown", test_unknown);
  g_test_add_func ("/words/context", test_context);
  g_test_add_func ("/words/plural", test_plural);
  g_test_add_func ("/words/arabic-plural", test_arabic_plural);

  return g_test_run ();
}
