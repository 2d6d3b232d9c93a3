/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The reading grade of an English text by Flesch and Kincaid: long sentences and long words cost.
 */

#include <glib.h>
#include <string.h>

/* Nobody can choose shorter names for these. */
static const char *const plumb_test_medicines[]
    = { "acetaminophen", "aspirin", "diazepam", "duloxetine", "gabapentin", "ibuprofen",
        "naproxen",      "opioid",  "opioids",  "pregabalin", "tramadol",   NULL };

static inline gboolean
plumb_test_is_vowel (char letter)
{
  return letter != '\0' && strchr ("aeiouy", letter) != NULL;
}

/* Groups of vowels, less what is written and not spoken: "take", "loosed", "takes". */
static inline guint
plumb_test_count_syllables (const char *word)
{
  gsize length = strlen (word);
  guint n_groups = 0;

  for (gsize i = 0; i < length; i++)
    if (plumb_test_is_vowel (word[i]) && (i == 0 || !plumb_test_is_vowel (word[i - 1])))
      n_groups++;
  if (n_groups < 2)
    return 1;
  if (g_str_has_suffix (word, "le"))
    return length > 2 && plumb_test_is_vowel (word[length - 3]) ? n_groups - 1 : n_groups;
  if (g_str_has_suffix (word, "e"))
    return plumb_test_is_vowel (word[length - 2]) ? n_groups : n_groups - 1;
  if (g_str_has_suffix (word, "ed"))
    return strchr ("td", word[length - 3]) != NULL || plumb_test_is_vowel (word[length - 3])
               ? n_groups
               : n_groups - 1;
  if (g_str_has_suffix (word, "es"))
    return strchr ("sxzcgh", word[length - 3]) != NULL || plumb_test_is_vowel (word[length - 3])
               ? n_groups
               : n_groups - 1;
  return n_groups;
}

typedef struct
{
  guint n_sentences;
  guint n_words;
  guint n_syllables;
} PlumbTestCount;

static inline void
plumb_test_count_word (PlumbTestCount *count, GString *word)
{
  if (word->len == 0)
    return;
  if (!g_strv_contains (plumb_test_medicines, word->str))
    {
      count->n_words++;
      count->n_syllables += plumb_test_count_syllables (word->str);
    }
  g_string_truncate (word, 0);
}

/* A line's end ends a sentence as well: that of a heading, or of one sign in a list. */
static inline PlumbTestCount
plumb_test_count (const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);
  PlumbTestCount count = { 0 };
  guint before = 0;

  for (const char *p = text;; p++)
    {
      if (g_ascii_isalnum (*p) || *p == '\'')
        {
          g_string_append_c (word, g_ascii_tolower (*p));
          continue;
        }
      plumb_test_count_word (&count, word);
      if ((strchr (".!?:\n", *p) != NULL) && count.n_words > before)
        {
          count.n_sentences++;
          before = count.n_words;
        }
      if (*p == '\0')
        break;
    }
  return count;
}

static inline double
plumb_test_grade (const char *text)
{
  PlumbTestCount count = plumb_test_count (text);

  if (count.n_words == 0)
    return 0;
  return 0.39 * count.n_words / count.n_sentences + 11.8 * count.n_syllables / count.n_words
         - 15.59;
}
