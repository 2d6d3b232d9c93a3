/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

#include <string.h>

/* Lines of the faintest gray must stay; from here on, a color is paper. */
#define LIGHT 0.7

static gboolean
is_light (const char *digits, gsize length)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double light = 0;

  for (guint i = 0; i < 3; i++)
    {
      int high = g_ascii_xdigit_value (digits[length == 6 ? 2 * i : i]);
      int low = g_ascii_xdigit_value (digits[length == 6 ? 2 * i + 1 : i]);

      light += weights[i] * (16 * high + low) / 255;
    }
  return light > LIGHT;
}

/* What stands before the sign is the name of a property or a quote; anything
 * else, such as url(#…), names a part of the picture. */
static gsize
measure_color (const char *data, gsize size, gsize start)
{
  gboolean reference
      = start >= 6 && (data[start - 1] == '(' || memcmp (data + start - 6, "href=", 5) == 0);
  gsize end = start + 1;

  while (end < size && g_ascii_isxdigit (data[end]))
    end++;
  return !reference && (end - start == 7 || end - start == 4) ? end - start - 1 : 0;
}

/*
 * plumb_picture_drop_colors:
 * @svg: a picture of the program's own making, whose colors are written #rrggbb or #rgb
 *
 * Returns: (transfer full): the same in black and white: what was nearly
 *   white is white, all else black
 */
GBytes *
plumb_picture_drop_colors (GBytes *svg)
{
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  GString *string = g_string_sized_new (size);
  gsize length = 0;
  gsize n_bytes;

  for (gsize i = 0; i < size; i += length + 1)
    {
      g_string_append_c (string, data[i]);
      length = 0;
      if (data[i] == '#')
        length = measure_color (data, size, i);
      if (length > 0)
        g_string_append (string, is_light (data + i + 1, length) ? "ffffff" : "000000");
    }
  n_bytes = string->len;
  return g_bytes_new_take (g_string_free (string, FALSE), n_bytes);
}
