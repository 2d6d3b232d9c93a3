/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup-private.h"

/* The length of a character of two or three bytes that is surely one; 0: look closer. */
static gsize
measure_character (const char *at)
{
  guchar first = (guchar) at[0];

  if ((at[1] & 0xc0) != 0x80)
    return 0;
  if (first >= 0xc2 && first <= 0xdf)
    return 2;

  return first > 0xe0 && first < 0xed && (at[2] & 0xc0) == 0x80 ? 3 : 0;
}

/* Much of the file is ASCII, which is passed over in words, as long as there is no null byte. */
static gsize
skip_ascii (const PlumbMarkup *self, gsize at, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;

  while (at + sizeof word <= length)
    {
      memcpy (&word, self->data + at, sizeof word);
      word = GUINT64_FROM_LE (word);
      word = (word | (word - ones)) & (ones << 7);
      if (word != 0)
        return at + (gsize) __builtin_ctzll (word) / 8;
      at += sizeof word;
    }
  while (at < length && (gint8) self->data[at] > 0)
    at++;

  return at;
}

gboolean
plumb_markup_is_utf8 (const PlumbMarkup *self, gsize length, gsize *invalid)
{
  const char *data = self->data;
  const char *end;
  gsize at = 0;

  while ((at = (data[at] & 0x80) != 0 ? at : skip_ascii (self, at, length)) < length)
    {
      gsize size = measure_character (data + at);

      /* Not valid, or of the rarer kinds. */
      if (size == 0)
        {
          size = (gsize) g_utf8_skip[(guchar) data[at]];
          if (!g_utf8_validate_len (data + at, MIN (size, length - at), &end))
            {
              *invalid = (gsize) (end - data);
              return FALSE;
            }
        }
      at += size;
    }

  return TRUE;
}
