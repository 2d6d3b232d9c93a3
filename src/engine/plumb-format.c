/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-format.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

/* Longer than any date or number. */
#define SHORT_TEXT 128
#define MILLISECONDS_OF_A_DAY 86400000.0
/* 1 January 1970 as GDate counts days. */
#define JULIAN_OF_EPOCH 719163

/* What ICU knows of one language; made once, kept to the end. */
typedef struct
{
  UDateFormat *date;
  UNumberFormat *number;
  UListFormatter *list;
  UPluralRules *plural;
} PlumbFormat;

/* Digits are those of 0 to 9 in every language: a dose in digits that another reader takes for
 * others is a risk. English dates name the day first, which nobody can misread. */
static char *
get_locale (const char *language)
{
  if (language == NULL)
    return g_strdup ("en_GB");

  return g_strconcat (language, "@numbers=latn", NULL);
}

static UDateFormat *
open_date (const char *locale, UErrorCode *status)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, locale, utc, -1, NULL, 0, status);
  UCalendar *calendar = ucal_open (utc, -1, locale, UCAL_GREGORIAN, status);

  if (U_FAILURE (*status))
    return NULL;
  /* GDate has the same calendar before 1582. */
  ucal_setGregorianChange (calendar, -8.64e15, status);
  udat_setCalendar (format, calendar);
  ucal_close (calendar);

  return format;
}

static PlumbFormat *
open_format (const char *language)
{
  PlumbFormat *self = g_new0 (PlumbFormat, 1);
  g_autofree char *locale = get_locale (language);
  UErrorCode status = U_ZERO_ERROR;

  self->date = open_date (locale, &status);
  self->number = unum_open (UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  self->list = ulistfmt_open (locale, &status);
  self->plural = uplrules_open (locale, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot serve “%s”: %s", locale, u_errorName (status));

  return self;
}

/* Used from the main thread only, as all of the engine. */
static PlumbFormat *
get_format (const char *language)
{
  static GHashTable *formats;
  const char *key = language ? language : "";
  PlumbFormat *format;

  if (formats == NULL)
    formats = g_hash_table_new (g_str_hash, g_str_equal);
  format = g_hash_table_lookup (formats, key);
  if (format == NULL)
    {
      format = open_format (language);
      g_hash_table_insert (formats, g_strdup (key), format);
    }

  return format;
}

static char *
take_text (const UChar *text, int32_t length, UErrorCode status)
{
  return U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL)
                            : g_strdup ("");
}

/**
 * plumb_format_date:
 * @date: a valid date
 * @language: (nullable): such as "es", or %NULL for English
 *
 * Returns: (transfer full): the date in full words, such as "5 December 2026"
 */
char *
plumb_format_date (const GDate *date, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[SHORT_TEXT];
  double days;
  int32_t length;

  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  days = (double) g_date_get_julian (date) - JULIAN_OF_EPOCH;
  length = udat_format (get_format (language)->date, days * MILLISECONDS_OF_A_DAY, text, SHORT_TEXT,
                        NULL, &status);

  return take_text (text, length, status);
}

/**
 * plumb_format_day:
 * @day: a date as files have it, such as "2026-12-05"
 * @language: (nullable): such as "es", or %NULL for English
 *
 * Returns: (transfer full): the date in full words; @day itself where it is none
 */
char *
plumb_format_day (const char *day, const char *language)
{
  guint year, month, number;
  GDate date;

  g_return_val_if_fail (day != NULL, NULL);

  if (sscanf (day, "%4u-%2u-%2u", &year, &month, &number) != 3
      || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return g_strdup (day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);

  return plumb_format_date (&date, language);
}

/**
 * plumb_format_number:
 * @number: any number
 * @language: (nullable): such as "es", or %NULL for English
 *
 * Returns: (transfer full): the number in digits, grouped as the language groups them
 */
char *
plumb_format_number (gint64 number, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[SHORT_TEXT];
  int32_t length
      = unum_formatInt64 (get_format (language)->number, number, text, SHORT_TEXT, NULL, &status);

  return take_text (text, length, status);
}

/**
 * plumb_format_list:
 * @items: (array zero-terminated=1): the things to name
 * @language: (nullable): such as "es", or %NULL for English
 *
 * Returns: (transfer full): all of them in a sentence, such as "a, b and c"
 */
char *
plumb_format_list (const char *const *items, const char *language)
{
  const guint n_items = g_strv_length ((char **) items);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree UChar *text = NULL;
  UErrorCode status = U_ZERO_ERROR;
  glong length, room = 1;
  int32_t written;

  for (guint i = 0; i < n_items; i++)
    {
      g_ptr_array_add (texts, g_utf8_to_utf16 (items[i], -1, NULL, &length, NULL));
      /* No language puts more than this between two things. */
      room += length + SHORT_TEXT;
    }
  text = g_new0 (UChar, room);
  written = ulistfmt_format (get_format (language)->list, (const UChar *const *) texts->pdata, NULL,
                             (int32_t) n_items, text, (int32_t) room, &status);

  return take_text (text, written, status);
}

/**
 * plumb_format_is_right_to_left:
 * @language: (nullable): such as "ar", or %NULL for English
 *
 * Returns: whether pages in the language begin at the right
 */
gboolean
plumb_format_is_right_to_left (const char *language)
{
  return language != NULL && uloc_isRightToLeft (language);
}

/**
 * plumb_format_plural:
 * @number: how many
 * @n_forms: how many forms a catalog has for the language, from 1
 * @language: (nullable): such as "ar", or %NULL for English
 *
 * Catalogs keep plural forms in the order in which CLDR names them: zero, one,
 * two, few, many, other, as far as the language has them. A catalog with fewer
 * forms than CLDR leaves out the last ones, which are for very large numbers.
 *
 * Returns: the place of the form for @number, less than @n_forms
 */
guint
plumb_format_plural (guint64 number, guint n_forms, const char *language)
{
  static const char *const order[] = { "zero", "one", "two", "few", "many", "other" };
  const PlumbFormat *format = get_format (language);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[SHORT_TEXT];
  int32_t length = uplrules_select (format->plural, (double) number, text, SHORT_TEXT, &status);
  g_autofree char *chosen = take_text (text, length, status);
  UEnumeration *keywords = uplrules_getKeywords (format->plural, &status);
  gboolean known[G_N_ELEMENTS (order)] = { FALSE };
  const char *keyword;
  guint place = 0;

  g_return_val_if_fail (n_forms > 0, 0);

  while ((keyword = uenum_next (keywords, NULL, &status)) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
      known[i] = known[i] || strcmp (order[i], keyword) == 0;
  uenum_close (keywords);
  for (guint i = 0; i < G_N_ELEMENTS (order) && strcmp (order[i], chosen) != 0; i++)
    place += known[i];

  return MIN (place, n_forms - 1);
}
