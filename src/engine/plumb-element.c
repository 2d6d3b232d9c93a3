/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup-private.h"

#include <stdarg.h>

/* ---- what it holds ---------------------------------------------------------------------- */

/* Returns: (nullable): the attribute's value */
const char *
plumb_element_get (const PlumbElement *self, const char *attribute)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    if (strcmp (self->names[i], attribute) == 0)
      return self->values[i];

  return NULL;
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

const char *
plumb_element_get_text (const PlumbElement *self)
{
  PlumbMarkup *markup = self->markup;

  if (self->copy == NULL)
    ((PlumbElement *) self)->copy = plumb_markup_copy_string (
        markup, markup->data + self->text_start, ((const PlumbMarkupNode *) self)->length);

  return self->copy;
}

gboolean
plumb_element_get_span (const PlumbElement *self, gsize *start, gsize *length)
{
  const PlumbMarkupNode *node = (const PlumbMarkupNode *) self;

  *start = self->text_start;
  *length = node->length;

  return node->is_span;
}

/* ---- where it is ------------------------------------------------------------------------ */

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

void
plumb_element_get_place (const PlumbElement *self,
                         const char *attribute,
                         guint *line,
                         guint *column)
{
  gboolean inside = attribute != NULL && plumb_element_get (self, attribute) != NULL;

  plumb_markup_locate (self->markup, inside ? find_value (self, attribute) : self->start, line,
                       column);
}

/* ---- what is wrong with it -------------------------------------------------------------- */

static void set_error_at (PlumbMarkup *self,
                          gsize offset,
                          GError **error,
                          int code,
                          const char *format,
                          va_list arguments) G_GNUC_PRINTF (5, 0);

static void
set_error_at (PlumbMarkup *self,
              gsize offset,
              GError **error,
              int code,
              const char *format,
              va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  guint line, column;

  plumb_markup_locate (self, offset, &line, &column);
  g_set_error (error, self->domain, code, "%s:%u:%u: %s", self->name, line, column, message);
}

void
plumb_element_set_error (const PlumbElement *self,
                         GError **error,
                         int code,
                         const char *format,
                         ...)
{
  va_list arguments;

  va_start (arguments, format);
  set_error_at (self->markup, self->start, error, code, format, arguments);
  va_end (arguments);
}

static gsize
skip_character (const char *data, gsize at)
{
  const char *end = data[at] == '&' ? strchr (data + at, ';') : NULL;

  return end != NULL ? (gsize) (end + 1 - data) : (gsize) (g_utf8_next_char (data + at) - data);
}

void
plumb_element_set_error_inside (const PlumbElement *self,
                                const char *attribute,
                                guint line,
                                guint column,
                                GError **error,
                                int code,
                                const char *format,
                                ...)
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

/* ---- what may stand in it --------------------------------------------------------------- */

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
plumb_element_check (const PlumbElement *self,
                     const char *attributes,
                     const char *children,
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
plumb_element_require (const PlumbElement *self,
                       const char *attribute,
                       const char **value,
                       GError **error)
{
  *value = plumb_element_get (self, attribute);
  if (*value != NULL && **value != '\0')
    return TRUE;

  plumb_element_set_error (self, error, self->markup->markup_code, "<%s> lacks its “%s”",
                           self->name, attribute);
  return FALSE;
}
