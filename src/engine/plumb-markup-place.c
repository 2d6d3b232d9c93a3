/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup-private.h"

static void
index_lines (PlumbMarkup *self)
{
  gsize start = 0;
  const char *end;

  self->line_starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (self->line_starts, start);
  while ((end = memchr (self->data + start, '\n', self->length - start)) != NULL)
    {
      start = (gsize) (end + 1 - self->data);
      g_array_append_val (self->line_starts, start);
    }
}

void
plumb_markup_locate (PlumbMarkup *self, gsize offset, guint *line, guint *column)
{
  guint low = 0, high;
  gsize start;

  if (self->line_starts == NULL)
    index_lines (self);
  high = self->line_starts->len;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->line_starts, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  start = g_array_index (self->line_starts, gsize, low);
  *line = low + 1;
  *column = (guint) g_utf8_strlen (self->data + start, (gssize) (offset - start)) + 1;
}

/* GMarkup counts the line break as the first character of the line behind it. */
gsize
plumb_markup_get_offset (PlumbMarkup *self, GMarkupParseContext *context)
{
  int line, character;
  gsize start;
  const char *place;

  if (self->line_starts == NULL)
    index_lines (self);
  g_markup_parse_context_get_position (context, &line, &character);
  line = CLAMP (line, 1, (int) self->line_starts->len);
  start = g_array_index (self->line_starts, gsize, line - 1);
  if (line > 1)
    start--;
  place = g_utf8_offset_to_pointer (self->data + start, MAX (character - 1, 0));

  return MIN ((gsize) (place - self->data), self->length);
}
