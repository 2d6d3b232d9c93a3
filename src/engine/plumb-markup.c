/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup.h"

#include <stdarg.h>
#include <string.h>

/* A pathway of 10,000 boxes is about 10 MiB; nothing honest is deeper than ten levels. */
#define MAXIMUM_SIZE (64 * 1024 * 1024)
#define MAXIMUM_DEPTH 32

struct _PlumbMarkup
{
  char *name;
  const char *data; /* borrowed while parsing, then a copy of its own */
  gsize length;
  GQuark domain;
  int markup_code;
  int limit_code;
  PlumbElement *root;
  GPtrArray *open;    /* PlumbElement, the chain from the root */
  GArray *line_starts; /* gsize: byte offset of each line */
};

static void
plumb_element_free (gpointer data)
{
  PlumbElement *self = data;

  if (self == NULL)
    return;
  g_ptr_array_unref (self->children);
  g_string_free (self->text, TRUE);
  g_strfreev (self->names);
  g_strfreev (self->values);
  g_free ((char *) self->name);
  g_free (self);
}

static void
locate (const PlumbMarkup *self, gsize offset, guint *line, guint *column)
{
  guint low = 0, high = self->line_starts->len;
  gsize start;

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

static void
set_error_at (const PlumbMarkup *self, gsize offset, GError **error, int code, const char *format,
              va_list arguments) G_GNUC_PRINTF (5, 0);

static void
set_error_at (const PlumbMarkup *self, gsize offset, GError **error, int code, const char *format,
              va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  guint line, column;

  locate (self, offset, &line, &column);
  g_set_error (error, self->domain, code, "%s:%u:%u: %s", self->name, line, column, message);
}

/* GMarkup counts the line break as the first character of the line behind it. */
static gsize
get_offset (const PlumbMarkup *self, GMarkupParseContext *context)
{
  int line, character;
  gsize start;
  const char *place;

  g_markup_parse_context_get_position (context, &line, &character);
  line = CLAMP (line, 1, (int) self->line_starts->len);
  start = g_array_index (self->line_starts, gsize, line - 1);
  if (line > 1)
    start--;
  place = g_utf8_offset_to_pointer (self->data + start, MAX (character - 1, 0));

  return MIN ((gsize) (place - self->data), self->length);
}

/* That place is behind a tag's '>', or before it where the tag closes itself; '<' cannot stand
 * inside one, so the last one before is its beginning. */
static gsize
find_tag (const PlumbMarkup *self, GMarkupParseContext *context, gsize *end)
{
  gsize offset = get_offset (self, context);

  while (offset < self->length && (offset == 0 || self->data[offset - 1] != '>'))
    offset++;
  *end = offset;
  if (offset > 0)
    offset--;
  while (offset > 0 && self->data[offset] != '<')
    offset--;

  return offset;
}

static void
on_start_element (GMarkupParseContext *context, const char *name, const char **names,
                  const char **values, gpointer data, GError **error)
{
  PlumbMarkup *self = data;
  PlumbElement *element = g_new0 (PlumbElement, 1);

  element->markup = self;
  element->name = g_strdup (name);
  element->children = g_ptr_array_new_with_free_func (plumb_element_free);
  element->text = g_string_new (NULL);
  element->names = g_strdupv ((char **) names);
  element->values = g_strdupv ((char **) values);
  element->start = find_tag (self, context, &element->text_start);

  if (self->open->len == 0)
    self->root = element;
  else
    g_ptr_array_add (((PlumbElement *) g_ptr_array_index (self->open, self->open->len - 1))
                         ->children,
                     element);
  g_ptr_array_add (self->open, element);
  if (self->open->len > MAXIMUM_DEPTH)
    plumb_element_set_error (element, error, self->limit_code,
                             "elements are nested deeper than %d levels", MAXIMUM_DEPTH);
}

static void
on_end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  PlumbMarkup *self = data;

  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  PlumbMarkup *self = data;
  PlumbElement *element;

  if (self->open->len == 0)
    return;
  element = g_ptr_array_index (self->open, self->open->len - 1);
  g_string_append_len (element->text, text, (gssize) length);
}

static void
index_lines (PlumbMarkup *self)
{
  gsize start = 0;

  self->line_starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (self->line_starts, start);
  for (gsize i = 0; i < self->length; i++)
    if (self->data[i] == '\n')
      {
        start = i + 1;
        g_array_append_val (self->line_starts, start);
      }
}

/* GMarkup's own messages begin with "Error on line 3 char 7: "; ours with the file's name. */
static void
take_markup_error (PlumbMarkup *self, GError *found, GMarkupParseContext *context, GError **error)
{
  const char *message = strstr (found->message, ": ");
  guint line, column;

  if (found->domain != G_MARKUP_ERROR)
    {
      g_propagate_error (error, found);
      return;
    }
  locate (self, get_offset (self, context), &line, &column);
  g_set_error (error, self->domain, self->markup_code, "%s:%u:%u: %s", self->name, line, column,
               g_str_has_prefix (found->message, "Error on line") && message ? message + 2
                                                                              : found->message);
  g_error_free (found);
}

/**
 * plumb_markup_parse:
 * @data: the file's bytes
 * @length: how many
 * @name: what to call the file in messages
 * @domain: the error domain of whoever reads the file
 * @markup_code: the code in it for what is not well-formed
 * @limit_code: the code in it for what is too large or too deep
 *
 * Reads an XML file into a tree.
 *
 * Returns: (transfer full): the tree, or %NULL with @error set; its message
 *   begins with name, line and column
 */
PlumbMarkup *
plumb_markup_parse (const char *data, gsize length, const char *name, GQuark domain,
                    int markup_code, int limit_code, GError **error)
{
  static const GMarkupParser parser = { on_start_element, on_end_element, on_text, NULL, NULL };
  g_autoptr (PlumbMarkup) self = g_new0 (PlumbMarkup, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  const char *invalid;
  guint line, column;
  GError *found = NULL;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  self->name = g_strdup (name);
  self->domain = domain;
  self->markup_code = markup_code;
  self->limit_code = limit_code;
  self->open = g_ptr_array_new ();
  if (length > MAXIMUM_SIZE)
    {
      g_set_error (error, domain, limit_code, "%s: larger than %d MiB", name,
                   MAXIMUM_SIZE / 1024 / 1024);
      return NULL;
    }
  self->data = g_strndup (data, length);
  self->length = strlen (self->data);
  index_lines (self);

  if (!g_utf8_validate_len (data, length, &invalid))
    {
      locate (self, MIN ((gsize) (invalid - data), self->length), &line, &column);
      g_set_error (error, domain, markup_code, "%s:%u:%u: this is not UTF-8 text", name, line,
                   column);
      return NULL;
    }

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  if (!g_markup_parse_context_parse (context, data, (gssize) length, &found)
      || !g_markup_parse_context_end_parse (context, &found))
    {
      take_markup_error (self, found, context, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
plumb_markup_free (PlumbMarkup *self)
{
  if (self == NULL)
    return;
  plumb_element_free (self->root);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->line_starts, g_array_unref);
  g_free (self->name);
  g_free ((char *) self->data);
  g_free (self);
}

PlumbElement *
plumb_markup_get_root (PlumbMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

/* Returns: (nullable): the attribute's value */
const char *
plumb_element_get (const PlumbElement *self, const char *attribute)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    if (strcmp (self->names[i], attribute) == 0)
      return self->values[i];

  return NULL;
}

/* Returns: (transfer full): the text, trimmed, with inner white space folded to single spaces */
char *
plumb_element_dup_text (const PlumbElement *self)
{
  g_auto (GStrv) words = g_strsplit_set (self->text->str, " \t\r\n", -1);
  GString *folded = g_string_sized_new (self->text->len);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, words[i]);
    }

  return g_string_free (folded, FALSE);
}

/* Returns: (nullable): the first child of this name */
PlumbElement *
plumb_element_find (const PlumbElement *self, const char *name)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (self->children, i);

      if (strcmp (child->name, name) == 0)
        return child;
    }

  return NULL;
}

static gboolean
contains_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;

  return FALSE;
}

/**
 * plumb_element_check:
 * @attributes: the names that may stand here, parted by spaces
 * @children: the same for child elements
 *
 * Returns: %FALSE with @error set when anything else stands here
 */
gboolean
plumb_element_check (const PlumbElement *self, const char *attributes, const char *children,
                     GError **error)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    if (!contains_word (attributes, self->names[i]))
      {
        plumb_element_set_error (self, error, self->markup->markup_code,
                                 "the attribute “%s” is not known on <%s>", self->names[i],
                                 self->name);
        return FALSE;
      }
  for (guint i = 0; i < self->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (self->children, i);

      if (!contains_word (children, child->name))
        {
          plumb_element_set_error (child, error, self->markup->markup_code,
                                   "<%s> has no place in <%s>", child->name, self->name);
          return FALSE;
        }
    }

  return TRUE;
}

/* Returns: whether the attribute is there; @value borrows it */
gboolean
plumb_element_require (const PlumbElement *self, const char *attribute, const char **value,
                       GError **error)
{
  *value = plumb_element_get (self, attribute);
  if (*value != NULL && **value != '\0')
    return TRUE;

  plumb_element_set_error (self, error, self->markup->markup_code, "<%s> lacks its “%s”",
                           self->name, attribute);
  return FALSE;
}

void
plumb_element_set_error (const PlumbElement *self, GError **error, int code, const char *format,
                         ...)
{
  va_list arguments;

  va_start (arguments, format);
  set_error_at (self->markup, self->start, error, code, format, arguments);
  va_end (arguments);
}

/* Where the raw value of an attribute begins; the tag is well-formed, so a name before '=' and a
 * quote is found. */
static gsize
find_value (const PlumbElement *self, const char *attribute)
{
  const char *data = self->markup->data;
  gsize length = strlen (attribute);

  for (gsize at = self->start; at + length < self->text_start; at++)
    {
      gsize end = at + length;

      if (!g_ascii_isspace (data[at - (at > 0)]) || strncmp (data + at, attribute, length) != 0)
        continue;
      while (end < self->text_start && g_ascii_isspace (data[end]))
        end++;
      if (data[end++] != '=')
        continue;
      while (end < self->text_start && g_ascii_isspace (data[end]))
        end++;
      return end + 1;
    }

  return self->start;
}

static gsize
skip_character (const char *data, gsize at)
{
  const char *end = data[at] == '&' ? strchr (data + at, ';') : NULL;

  return end != NULL ? (gsize) (end + 1 - data) : (gsize) (g_utf8_next_char (data + at) - data);
}

void
plumb_element_set_error_inside (const PlumbElement *self, const char *attribute, guint line,
                                guint column, GError **error, int code, const char *format, ...)
{
  const char *data = self->markup->data;
  gsize at = attribute ? find_value (self, attribute) : self->text_start;
  va_list arguments;

  for (guint skipped = 1; skipped < line && data[at] != '\0';)
    if (data[at++] == '\n')
      skipped++;
  for (guint skipped = 1; skipped < column && data[at] != '\0' && data[at] != '<'; skipped++)
    at = skip_character (data, at);

  va_start (arguments, format);
  set_error_at (self->markup, at, error, code, format, arguments);
  va_end (arguments);
}
