/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-json-scanner.h"

#include "plumb-consultation-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer numbers do not fit a 64-bit integer, and the parser would not notice. */
#define MAX_DIGITS 18

typedef struct
{
  const char *data;
  const char *cursor;
  const char *end;
  GArray *objects;
  GArray *members;
  guint n_values;
  guint depth;
  /* What is open: the index of an object's span, or ARRAY. */
  guint open[PLUMB_JSON_MAX_DEPTH];
  GError **error;
} PlumbJsonScanner;

#define ARRAY G_MAXUINT

static gboolean
fail (PlumbJsonScanner *self, const char *place, const char *reason)
{
  plumb_consultation_file_set_error (self->error, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, self->data,
                                     place,
                                     /* Translators: what is wrong follows, as a sentence */
                                     _ ("This is not valid JSON. %s"), reason);
  return FALSE;
}

static int
peek (PlumbJsonScanner *self)
{
  return self->cursor < self->end ? (guchar) *self->cursor : -1;
}

static void
skip_space (PlumbJsonScanner *self)
{
  while (self->cursor < self->end && strchr (" \t\r\n", *self->cursor) != NULL)
    self->cursor++;
}

static gboolean
expect (PlumbJsonScanner *self, char wanted, const char *reason)
{
  skip_space (self);
  if (peek (self) != wanted)
    return fail (self, self->cursor,
                 self->cursor < self->end ? reason : _ ("The text is cut off."));
  self->cursor++;
  return TRUE;
}

/* ---- texts and numbers ------------------------------------------------------------------- */

/* Four hexadecimal digits; -1 where they are something else. */
static int
scan_code_unit (PlumbJsonScanner *self)
{
  int unit = 0;

  if (self->end - self->cursor < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*self->cursor++);

      if (digit < 0)
        return -1;
      unit = unit << 4 | digit;
    }

  return unit;
}

/* Behind "\u". Half a surrogate pair is no character, and a NUL would end the text. */
static gboolean
scan_unicode_escape (PlumbJsonScanner *self)
{
  int unit = scan_code_unit (self);

  if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return FALSE;
  if (unit < 0xd800 || unit > 0xdbff)
    return TRUE;
  if (self->end - self->cursor < 6 || self->cursor[0] != '\\' || self->cursor[1] != 'u')
    return FALSE;
  self->cursor += 2;
  unit = scan_code_unit (self);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

static gboolean
scan_escape (PlumbJsonScanner *self)
{
  const char *place = self->cursor++;
  int letter = peek (self);

  if (letter > 0 && strchr ("\"\\/bfnrt", letter) != NULL)
    {
      self->cursor++;
      return TRUE;
    }
  if (letter == 'u')
    {
      self->cursor++;
      if (scan_unicode_escape (self))
        return TRUE;
    }

  return fail (self, place, _ ("This escape stands for no character."));
}

static gboolean
scan_string (PlumbJsonScanner *self)
{
  const char *place = self->cursor++;

  for (;;)
    {
      int byte = peek (self);

      if (byte < 0)
        return fail (self, place, _ ("This text has no end."));
      if (byte < 0x20)
        return fail (self, self->cursor, _ ("A control character must be escaped."));
      if (byte == '\\')
        {
          if (!scan_escape (self))
            return FALSE;
          continue;
        }
      self->cursor++;
      if (byte == '"')
        return TRUE;
    }
}

static guint
scan_digits (PlumbJsonScanner *self)
{
  const char *first = self->cursor;

  while (g_ascii_isdigit (peek (self)))
    self->cursor++;

  return self->cursor - first;
}

static gboolean
scan_number (PlumbJsonScanner *self)
{
  const char *place = self->cursor;
  const char *first;
  guint n_digits;

  if (peek (self) == '-')
    self->cursor++;
  first = self->cursor;
  n_digits = scan_digits (self);
  if (n_digits == 0 || (n_digits > 1 && *first == '0'))
    return fail (self, place, _ ("This is not a number."));
  if (n_digits > MAX_DIGITS)
    return fail (self, place, _ ("This number is too long."));
  if (peek (self) == '.')
    {
      self->cursor++;
      if (scan_digits (self) == 0)
        return fail (self, place, _ ("This is not a number."));
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      self->cursor++;
      if (peek (self) == '+' || peek (self) == '-')
        self->cursor++;
      if (scan_digits (self) == 0)
        return fail (self, place, _ ("This is not a number."));
    }

  return TRUE;
}

static gboolean
scan_word (PlumbJsonScanner *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->cursor) >= length
          && memcmp (self->cursor, words[i], length) == 0)
        {
          self->cursor += length;
          return TRUE;
        }
    }

  return fail (self, self->cursor,
               peek (self) < 0 ? _ ("The text is cut off.") : _ ("A value was expected here."));
}

/* ---- objects and arrays ------------------------------------------------------------------ */

static gboolean
fail_limit (PlumbJsonScanner *self, const char *message)
{
  plumb_consultation_file_set_error (self->error, PLUMB_CONSULTATION_FILE_ERROR_LIMIT, self->data,
                                     self->cursor, "%s", message);
  return FALSE;
}

static gboolean
open_container (PlumbJsonScanner *self)
{
  gboolean is_object = *self->cursor == '{';

  if (self->depth == PLUMB_JSON_MAX_DEPTH)
    return fail_limit (self, _ ("The text is nested more deeply than a consultation can be."));
  self->open[self->depth++] = is_object ? self->objects->len : ARRAY;
  if (is_object)
    {
      PlumbJsonSpan span = { self->cursor, NULL, 0 };

      g_array_append_val (self->objects, span);
    }
  self->cursor++;
  return TRUE;
}

static void
close_container (PlumbJsonScanner *self)
{
  guint index = self->open[--self->depth];

  self->cursor++;
  if (index != ARRAY)
    g_array_index (self->objects, PlumbJsonSpan, index).end = self->cursor;
}

/* The name of a member and its colon, in the innermost object. */
static gboolean
scan_name (PlumbJsonScanner *self)
{
  guint index = self->open[self->depth - 1];

  if (index == ARRAY)
    return TRUE;
  skip_space (self);
  if (peek (self) != '"')
    return fail (self, self->cursor, _ ("The name of a member was expected here."));
  g_array_index (self->objects, PlumbJsonSpan, index).n_members++;
  return scan_string (self) && expect (self, ':', _ ("A colon was expected here."));
}

/* Notes where the members of the outermost object stand. */
static void
begin_value (PlumbJsonScanner *self)
{
  PlumbJsonSpan span = { self->cursor, NULL, 0 };

  if (self->depth == 1 && self->open[0] != ARRAY)
    g_array_append_val (self->members, span);
}

static void
end_value (PlumbJsonScanner *self)
{
  if (self->depth == 1 && self->open[0] != ARRAY)
    g_array_index (self->members, PlumbJsonSpan, self->members->len - 1).end = self->cursor;
}

/* Reads up to the place where the next value begins, closing what ends before. */
static gboolean
scan_separator (PlumbJsonScanner *self)
{
  while (self->depth > 0)
    {
      gboolean in_object = self->open[self->depth - 1] != ARRAY;
      int byte;

      end_value (self);
      skip_space (self);
      byte = peek (self);
      if (byte == ',')
        {
          self->cursor++;
          return scan_name (self);
        }
      if (byte < 0)
        return fail (self, self->cursor, _ ("The text is cut off."));
      if (byte != (in_object ? '}' : ']'))
        return fail (self, self->cursor, _ ("A comma is missing here."));
      close_container (self);
    }

  return TRUE;
}

static gboolean
scan_value (PlumbJsonScanner *self)
{
  if (++self->n_values > PLUMB_JSON_MAX_VALUES)
    return fail_limit (self, _ ("The text holds more values than a consultation can."));
  skip_space (self);
  begin_value (self);

  switch (peek (self))
    {
    case '{':
    case '[':
      if (!open_container (self))
        return FALSE;
      skip_space (self);
      if (peek (self) != (self->open[self->depth - 1] == ARRAY ? ']' : '}'))
        return scan_name (self);
      close_container (self);
      return scan_separator (self);
    case '"':
      return scan_string (self) && scan_separator (self);
    case '-':
    case '0' ... '9':
      return scan_number (self) && scan_separator (self);
    default:
      return scan_word (self) && scan_separator (self);
    }
}

/**
 * plumb_json_scan:
 * @data: a text
 * @length: its length in bytes
 * @objects: (element-type PlumbJsonSpan): an empty array
 * @members: (element-type PlumbJsonSpan): an empty array
 *
 * Checks that @data is one JSON value in UTF-8, without recursion and in one
 * pass, and notes where things stand.
 *
 * Returns: %FALSE with @error in %PLUMB_CONSULTATION_FILE_ERROR set where it is not
 */
gboolean
plumb_json_scan (const char *data, gsize length, GArray *objects, GArray *members, GError **error)
{
  PlumbJsonScanner self = { data, data, data + length, objects, members, .error = error };
  const char *valid_end;

  if (!g_utf8_validate_len (data, length, &valid_end))
    return fail (&self, valid_end, _ ("It is not text in UTF-8."));

  do
    if (!scan_value (&self))
      return FALSE;
  while (self.depth > 0);

  skip_space (&self);
  if (self.cursor < self.end)
    return fail (&self, self.cursor, _ ("Nothing may follow here."));

  return TRUE;
}
