/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-format.h"

#include <string.h>

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_date (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2027);
  assert_text (plumb_format_date (&date, NULL), "1 January 2027");
  assert_text (plumb_format_date (&date, "es"), "1 de enero de 2027");
  assert_text (plumb_format_date (&date, "fr"), "1 janvier 2027");
  assert_text (plumb_format_date (&date, "de"), "1. Januar 2027");
  assert_text (plumb_format_date (&date, "ar"), "1 يناير 2027");
}

/* A leap day, and a day before the calendar was reformed, which GDate counts as we do today. */
static void
test_unusual_dates (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 29, G_DATE_FEBRUARY, 2028);
  assert_text (plumb_format_date (&date, NULL), "29 February 2028");
  g_date_set_dmy (&date, 5, G_DATE_OCTOBER, 1502);
  assert_text (plumb_format_date (&date, NULL), "5 October 1502");
}

static void
test_number (void)
{
  assert_text (plumb_format_number (8, NULL), "8");
  assert_text (plumb_format_number (12000, NULL), "12,000");
  assert_text (plumb_format_number (12000, "de"), "12.000");
  assert_text (plumb_format_number (-3, "ar"), "\u200e-3");
}

static void
test_list (void)
{
  const char *const none[] = { NULL };
  const char *const one[] = { "a", NULL };
  const char *const three[] = { "a", "b", "c", NULL };
  const char *const islands[] = { "Mallorca", "Ibiza", NULL };

  assert_text (plumb_format_list (none, NULL), "");
  assert_text (plumb_format_list (one, "fr"), "a");
  assert_text (plumb_format_list (three, NULL), "a, b and c");
  assert_text (plumb_format_list (three, "de"), "a, b und c");
  assert_text (plumb_format_list (three, "ar"), "a وb وc");
  /* Spanish says e before the sound of i. */
  assert_text (plumb_format_list (islands, "es"), "Mallorca e Ibiza");
}

static void
test_long_list (void)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  const char *const items[] = { long_text, long_text, NULL };
  g_autofree char *list = plumb_format_list (items, NULL);

  g_assert_cmpuint (strlen (list), ==, 20000 + strlen (" and "));
}

static void
test_day (void)
{
  assert_text (plumb_format_day ("2026-12-05", "de"), "5. Dezember 2026");
  assert_text (plumb_format_day ("2026-02-30", "de"), "2026-02-30");
  assert_text (plumb_format_day ("soon", NULL), "soon");
}

static void
test_direction (void)
{
  g_assert_true (plumb_format_is_right_to_left ("ar"));
  g_assert_true (plumb_format_is_right_to_left ("ar_EG"));
  g_assert_false (plumb_format_is_right_to_left ("de"));
  g_assert_false (plumb_format_is_right_to_left (NULL));
}

static void
test_plural (void)
{
  static const struct
  {
    const char *language;
    guint n_forms;
    guint64 number;
    guint place;
  } cases[] = {
    { NULL, 2, 1, 0 },  { NULL, 2, 0, 1 },   { NULL, 2, 2, 1 },       { "fr", 2, 0, 0 },
    { "fr", 2, 2, 1 },  { "es", 2, 1, 0 },   { "es", 2, 1000000, 1 }, { "de", 2, 11, 1 },
    { "ar", 6, 0, 0 },  { "ar", 6, 1, 1 },   { "ar", 6, 2, 2 },       { "ar", 6, 7, 3 },
    { "ar", 6, 11, 4 }, { "ar", 6, 100, 5 }, { "de", 1, 5, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %d", cases[i].language ? cases[i].language : "en", (int) cases[i].number);
      g_assert_cmpuint (plumb_format_plural (cases[i].number, cases[i].n_forms, cases[i].language),
                        ==, cases[i].place);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/date", test_date);
  g_test_add_func ("/format/unusual-dates", test_unusual_dates);
  g_test_add_func ("/format/number", test_number);
  g_test_add_func ("/format/list", test_list);
  g_test_add_func ("/format/long-list", test_long_list);
  g_test_add_func ("/format/day", test_day);
  g_test_add_func ("/format/direction", test_direction);
  g_test_add_func ("/format/plural", test_plural);

  return g_test_run ();
}
