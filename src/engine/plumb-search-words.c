/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-search-private.h"

#include <string.h>

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/**
 * plumb_search_next_word:
 * @text: where to look from
 * @end: (out): behind the word
 *
 * Returns: (transfer none) (nullable): the next word of @text, in any script
 */
const char *
plumb_search_next_word (const char *text, const char **end)
{
  const char *start = text;

  while (*start != '\0' && !is_of_word (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  if (*start == '\0')
    return NULL;
  *end = start;
  while (**end != '\0' && is_of_word (g_utf8_get_char (*end)))
    *end = g_utf8_next_char (*end);

  return start;
}

static gboolean
is_ascii (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) word[i] >= 0x80)
      return FALSE;

  return TRUE;
}

static char *
strip_marks (const char *word)
{
  GString *bare = g_string_new (NULL);

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));

  return g_string_free (bare, FALSE);
}

/**
 * plumb_search_fold:
 * @word: the start of a word
 * @length: its length in bytes
 *
 * Returns: (transfer full): the word without case and accents, in Latin letters
 *   where it can be written so
 */
char *
plumb_search_fold (const char *word, gsize length)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *latin = NULL;

  if (is_ascii (word, length))
    return g_ascii_strdown (word, (gssize) length);
  normal = g_utf8_normalize (word, (gssize) length, G_NORMALIZE_ALL);
  if (normal == NULL)
    return g_strndup (word, length);
  folded = g_utf8_casefold (normal, -1);
  bare = strip_marks (folded);
  latin = g_str_to_ascii (bare, "C");

  return strchr (latin, '?') == NULL ? g_ascii_strdown (latin, -1) : g_steal_pointer (&bare);
}
