/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-search-private.h"

#include <string.h>

/* In characters: about two lines, with some words before the match. */
#define LONGEST 150
#define BEFORE 50

/* The start of a word, some characters before. */
static const char *
find_start (const char *text, const char *match)
{
  const char *start = match;
  const char *space;

  for (guint i = 0; start > text && i < BEFORE; i++)
    start = g_utf8_prev_char (start);
  if (start == text)
    return text;
  space = strchr (start, ' ');

  return space != NULL && space < match ? space + 1 : match;
}

/* The end of a word, or of the text where little is left. */
static const char *
find_end (const char *start)
{
  const char *end = start;
  const char *space = NULL;

  for (guint i = 0; *end != '\0' && i < LONGEST; i++, end = g_utf8_next_char (end))
    if (*end == ' ')
      space = end;
  if (*end == '\0' || space == NULL)
    return end;

  return space;
}

static void
shift_spans (GArray *spans, guint start, guint end, guint lead)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      PlumbSearchSpan span = g_array_index (spans, PlumbSearchSpan, i);

      if (span.start < start || span.end > end)
        continue;
      span.start += lead - start;
      span.end += lead - start;
      g_array_index (spans, PlumbSearchSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

/**
 * plumb_search_excerpt:
 * @text: a text
 * @spans: (inout) (element-type PlumbSearchSpan): what matched, in order; afterwards
 *   what of it is in the excerpt, and where
 *
 * Returns: (transfer full): so much of @text that the first match can be read
 */
char *
plumb_search_excerpt (const char *text, GArray *spans)
{
  const char *match
      = spans->len > 0 ? text + g_array_index (spans, PlumbSearchSpan, 0).start : text;
  const char *start = find_start (text, match);
  const char *end = find_end (start);
  const char *lead = start > text ? "…" : "";
  GString *excerpt = g_string_new (lead);

  g_string_append_len (excerpt, start, end - start);
  if (*end != '\0')
    g_string_append (excerpt, "…");
  shift_spans (spans, (guint) (start - text), (guint) (end - text), (guint) strlen (lead));

  return g_string_free (excerpt, FALSE);
}
