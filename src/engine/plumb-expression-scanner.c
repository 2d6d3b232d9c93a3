/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-expression-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (plumb_expression_error, plumb_expression_error)

typedef struct
{
  const char *text;
  PlumbTokenKind kind;
} Spelling;

static const Spelling keywords[] = {
  { "and", PLUMB_TOKEN_AND },     { "as", PLUMB_TOKEN_AS },     { "between", PLUMB_TOKEN_BETWEEN },
  { "case", PLUMB_TOKEN_CASE },   { "else", PLUMB_TOKEN_ELSE }, { "end", PLUMB_TOKEN_END_CASE },
  { "false", PLUMB_TOKEN_FALSE }, { "if", PLUMB_TOKEN_IF },     { "implies", PLUMB_TOKEN_IMPLIES },
  { "in", PLUMB_TOKEN_IN },       { "is", PLUMB_TOKEN_IS },     { "not", PLUMB_TOKEN_NOT },
  { "null", PLUMB_TOKEN_NULL },   { "or", PLUMB_TOKEN_OR },     { "then", PLUMB_TOKEN_THEN },
  { "true", PLUMB_TOKEN_TRUE },   { "when", PLUMB_TOKEN_WHEN }, { "xor", PLUMB_TOKEN_XOR },
};

/* The longer ones first. */
static const Spelling symbols[] = {
  { "!=", PLUMB_TOKEN_NOT_EQUAL },
  { "!~", PLUMB_TOKEN_NOT_EQUIVALENT },
  { "<=", PLUMB_TOKEN_LESS_OR_EQUAL },
  { ">=", PLUMB_TOKEN_GREATER_OR_EQUAL },
  { "=", PLUMB_TOKEN_EQUAL },
  { "~", PLUMB_TOKEN_EQUIVALENT },
  { "<", PLUMB_TOKEN_LESS },
  { ">", PLUMB_TOKEN_GREATER },
  { "+", PLUMB_TOKEN_PLUS },
  { "-", PLUMB_TOKEN_MINUS },
  { "*", PLUMB_TOKEN_TIMES },
  { ".", PLUMB_TOKEN_DOT },
  { ",", PLUMB_TOKEN_COMMA },
  { "(", PLUMB_TOKEN_OPEN_PARENTHESIS },
  { ")", PLUMB_TOKEN_CLOSE_PARENTHESIS },
  { "{", PLUMB_TOKEN_OPEN_BRACE },
  { "}", PLUMB_TOKEN_CLOSE_BRACE },
};

/* Puts line and column, in characters from 1, before the message: this is what
 * plumb_expression_error_get_position() reads back. */
void
plumb_expression_set_error (GError **error,
                            PlumbExpressionError code,
                            const char *text,
                            const char *place,
                            const char *format,
                            ...)
{
  g_autofree char *message = NULL;
  const char *line_start = text;
  guint line = 1;
  va_list arguments;

  for (const char *cursor = text; cursor < place; cursor++)
    {
      if (*cursor == '\n')
        {
          line++;
          line_start = cursor + 1;
        }
    }

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, PLUMB_EXPRESSION_ERROR, code, "%u:%u: %s", line,
               (guint) g_utf8_strlen (line_start, place - line_start) + 1, message);
}

static gboolean
scanner_fail (PlumbScanner *self, const char *place, const char *message, GError **error)
{
  plumb_expression_set_error (error, PLUMB_EXPRESSION_ERROR_SYNTAX, self->text, place, "%s",
                              message);
  return FALSE;
}

void
plumb_scanner_init (PlumbScanner *self, const char *text)
{
  self->text = text;
  self->cursor = text;
  self->token = text;
  self->kind = PLUMB_TOKEN_END;
  self->string = g_string_new (NULL);
}

void
plumb_scanner_clear (PlumbScanner *self)
{
  g_string_free (self->string, TRUE);
  self->string = NULL;
}

static gboolean
skip_block_comment (PlumbScanner *self, GError **error)
{
  const char *close = strstr (self->cursor + 2, "*/");

  if (close == NULL)
    return scanner_fail (self, self->cursor, _ ("this comment is never closed"), error);

  self->cursor = close + 2;
  return TRUE;
}

static gboolean
skip_blanks (PlumbScanner *self, GError **error)
{
  for (;;)
    {
      self->cursor += strspn (self->cursor, " \t\r\n");

      if (g_str_has_prefix (self->cursor, "//"))
        self->cursor += strcspn (self->cursor, "\r\n");
      else if (!g_str_has_prefix (self->cursor, "/*"))
        return TRUE;
      else if (!skip_block_comment (self, error))
        return FALSE;
    }
}

/* Reads the four digits of \uXXXX; 0 where they are not there. */
static gunichar
read_code_unit (const char *digits)
{
  gunichar unit = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (digits[i]))
        return 0;
      unit = unit * 16 + (gunichar) g_ascii_xdigit_value (digits[i]);
    }

  return unit;
}

/* Reads \uXXXX, or two of them that make up one character. */
static gunichar
read_unicode_escape (const char **cursor)
{
  gunichar unit = read_code_unit (*cursor + 2);

  if (unit == 0)
    return 0;

  *cursor += 6;
  if (unit >= 0xd800 && unit < 0xdc00 && g_str_has_prefix (*cursor, "\\u"))
    {
      gunichar low = read_code_unit (*cursor + 2);

      if (low >= 0xdc00 && low < 0xe000)
        {
          *cursor += 6;
          unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        }
    }

  return g_unichar_validate (unit) ? unit : 0;
}

static gboolean
read_escape (PlumbScanner *self, const char **cursor, GError **error)
{
  static const char letters[] = "'\"`\\/fnrt";
  static const char meanings[] = "'\"`\\/\f\n\r\t";
  const char *place = *cursor;
  const char *letter = place[1] != '\0' ? strchr (letters, place[1]) : NULL;
  gunichar character = 0;

  if (letter != NULL)
    {
      g_string_append_c (self->string, meanings[letter - letters]);
      *cursor += 2;
      return TRUE;
    }

  if (place[1] == 'u')
    character = read_unicode_escape (cursor);
  if (character == 0)
    return scanner_fail (self, place, _ ("this escape is not known"), error);

  g_string_append_unichar (self->string, character);
  return TRUE;
}

static gboolean
scan_quoted (PlumbScanner *self, PlumbTokenKind kind, GError **error)
{
  const char quote = *self->cursor;
  const char *cursor = self->cursor + 1;

  g_string_truncate (self->string, 0);
  while (*cursor != quote)
    {
      if (*cursor == '\0')
        return scanner_fail (self, self->cursor, _ ("this quotation mark is never closed"), error);
      if (*cursor != '\\')
        g_string_append_c (self->string, *cursor++);
      else if (!read_escape (self, &cursor, error))
        return FALSE;
    }

  if (kind == PLUMB_TOKEN_NAME && self->string->len == 0)
    return scanner_fail (self, self->cursor, _ ("a name is missing between these quotation marks"),
                         error);

  self->kind = kind;
  self->cursor = cursor + 1;
  return TRUE;
}

static gboolean
is_name_character (char character)
{
  return g_ascii_isalnum (character) || character == '_';
}

static void
scan_word (PlumbScanner *self)
{
  while (is_name_character (*self->cursor))
    self->cursor++;

  g_string_truncate (self->string, 0);
  g_string_append_len (self->string, self->token, self->cursor - self->token);

  self->kind = PLUMB_TOKEN_NAME;
  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      if (strcmp (self->string->str, keywords[i].text) == 0)
        self->kind = keywords[i].kind;
    }
}

static gboolean
scan_number (PlumbScanner *self, GError **error)
{
  while (g_ascii_isdigit (*self->cursor))
    self->cursor++;

  if (self->cursor[0] == '.' && g_ascii_isdigit (self->cursor[1]))
    {
      self->cursor++;
      while (g_ascii_isdigit (*self->cursor))
        self->cursor++;
    }

  if (is_name_character (*self->cursor))
    return scanner_fail (self, self->token, _ ("this is neither a number nor a name"), error);

  self->kind = PLUMB_TOKEN_NUMBER;
  return TRUE;
}

static gboolean
scan_symbol (PlumbScanner *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      if (g_str_has_prefix (self->cursor, symbols[i].text))
        {
          self->kind = symbols[i].kind;
          self->cursor += strlen (symbols[i].text);
          return TRUE;
        }
    }

  return scanner_fail (self, self->token, _ ("this character means nothing in an expression"),
                       error);
}

/* Moves on to the next token. */
gboolean
plumb_scanner_next (PlumbScanner *self, GError **error)
{
  if (!skip_blanks (self, error))
    return FALSE;

  self->token = self->cursor;
  switch (*self->cursor)
    {
    case '\0':
      self->kind = PLUMB_TOKEN_END;
      return TRUE;
    case '\'':
      return scan_quoted (self, PLUMB_TOKEN_STRING, error);
    case '"':
    case '`':
      return scan_quoted (self, PLUMB_TOKEN_NAME, error);
    default:
      break;
    }

  if (g_ascii_isdigit (*self->cursor))
    return scan_number (self, error);
  if (!is_name_character (*self->cursor))
    return scan_symbol (self, error);

  scan_word (self);
  return TRUE;
}
