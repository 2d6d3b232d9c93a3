/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup-private.h"

/* A file in five languages is mostly `<title xml:lang="es">…</title>` and `<title>…</title>`, and
 * GMarkup takes its time over each of them. So those of exactly this form are read here, and
 * GMarkup is given what stands between them. */

#define LANGUAGE " xml:lang=\""

typedef struct
{
  gsize start;
  gsize name_length;
  gsize language; /* 0: none */
  gsize language_length;
  gsize text;
  gsize text_end;
  gsize end;
} Leaf;

/* ---- finding ---------------------------------------------------------------------------- */

static gsize
count_name_characters (const PlumbMarkup *self, gsize at)
{
  gsize n = 0;

  while (g_ascii_isalnum (self->data[at + n]) || self->data[at + n] == '-'
         || self->data[at + n] == '_')
    n++;

  return n;
}

/* Whether nothing but white space stands between a place and the tag before it. */
static gboolean
follows_tag (const PlumbMarkup *self, gsize from, gsize at)
{
  while (at > from && g_ascii_isspace (self->data[at - 1]))
    at--;

  return at == from || self->data[at - 1] == '>';
}

static gboolean
find_text_end (const PlumbMarkup *self, Leaf *found)
{
  const char *text = self->data + found->text;
  const char *end = memchr (text, '<', self->length - found->text);

  if (end == NULL || memchr (text, '&', (gsize) (end - text)) != NULL)
    return FALSE;
  found->text_end = (gsize) (end - self->data);
  found->end = found->text_end + 2 + found->name_length + 1;

  return found->end <= self->length && end[1] == '/'
         && memcmp (end + 2, self->data + found->start + 1, found->name_length) == 0
         && self->data[found->end - 1] == '>';
}

/* at: behind the name; moves on to the end of the tag */
static gboolean
read_language (const PlumbMarkup *self, gsize *at, Leaf *found)
{
  const char *data = self->data;

  found->language = 0;
  found->language_length = 0;
  if (data[*at] == '>')
    return TRUE;
  if (strncmp (data + *at, LANGUAGE, strlen (LANGUAGE)) != 0)
    return FALSE;
  found->language = *at + strlen (LANGUAGE);
  found->language_length = count_name_characters (self, found->language);
  *at = found->language + found->language_length + 1;

  return data[*at - 1] == '"' && data[*at] == '>';
}

/* start: of a '<' */
static gboolean
read_leaf (const PlumbMarkup *self, gsize from, gsize start, Leaf *found)
{
  gsize at;

  found->start = start;
  found->name_length = count_name_characters (self, start + 1);
  at = start + 1 + found->name_length;
  if (found->name_length == 0 || !read_language (self, &at, found)
      || !follows_tag (self, from, start))
    return FALSE;
  found->text = at + 1;

  return find_text_end (self, found);
}

static gboolean
find_leaf (PlumbMarkup *self, gsize from, Leaf *found)
{
  gsize at = from;
  const char *tag;

  while ((tag = memchr (self->data + at, '<', self->length - at)) != NULL)
    {
      gsize start = (gsize) (tag - self->data);

      if (tag[1] == '!' || tag[1] == '?')
        at = plumb_markup_skip_special (self, start);
      else if (read_leaf (self, from, start, found))
        return TRUE;
      else
        at = plumb_markup_find_tag_end (self, start);
    }

  return FALSE;
}

/* ---- adding ----------------------------------------------------------------------------- */

static const char **
get_language (PlumbMarkup *self, const char *start, gsize length)
{
  PlumbMarkupLanguage *language;

  for (language = self->languages; language != NULL; language = language->next)
    if (strncmp (language->values[0], start, length) == 0 && language->values[0][length] == '\0')
      return language->values;

  language = plumb_markup_allocate (self, sizeof *language);
  language->next = self->languages;
  language->values[0] = g_intern_string (plumb_markup_copy_string (self, start, length));
  language->values[1] = NULL;
  self->languages = language;

  return language->values;
}

/* Mostly the same text in the next language. */
static const char *
get_name (PlumbMarkup *self, const char *start, gsize length)
{
  if (self->last_name == NULL || strncmp (self->last_name, start, length) != 0
      || self->last_name[length] != '\0')
    self->last_name = plumb_markup_copy_string (self, start, length);

  return self->last_name;
}

static void
add_leaf (PlumbMarkup *self, const Leaf *found)
{
  static const char *names[] = { "xml:lang", NULL };
  const char *data = self->data;
  const char *name = get_name (self, data + found->start + 1, found->name_length);
  PlumbElement *element;

  if (found->language > 0)
    element = plumb_markup_add_element (
        self, name, names, get_language (self, data + found->language, found->language_length));
  else
    element = plumb_markup_add_element (self, name, names + 1, names + 1);
  element->start = found->start;
  element->text_start = found->text;
  element->copy = NULL;
  ((PlumbMarkupNode *) element)->length = found->text_end - found->text;
  ((PlumbMarkupNode *) element)->is_span = TRUE;
}

/* ---- the file --------------------------------------------------------------------------- */

/* What stands between two leaves is mostly a new line. */
static gboolean
is_space (const PlumbMarkup *self, gsize at, gsize end)
{
  while (at < end && g_ascii_isspace (self->data[at]))
    at++;

  return at == end;
}

gboolean
plumb_markup_read_leaves (PlumbMarkup *self,
                          GMarkupParseContext *context,
                          gsize *fed,
                          GError **error)
{
  Leaf next;
  gsize at = 0;

  while (find_leaf (self, at, &next))
    {
      if (at > 0 && is_space (self, at, next.start))
        plumb_markup_add_text (self, g_ptr_array_index (self->open, self->open->len - 1),
                               self->data + at, next.start - at);
      else if (!g_markup_parse_context_parse (context, self->data + at, (gssize) (next.start - at),
                                              error))
        return FALSE;
      if (self->open->len == 0 || self->open->len >= PLUMB_MARKUP_MAXIMUM_DEPTH)
        return FALSE;
      add_leaf (self, &next);
      at = next.end;
      self->known = at;
    }
  *fed = at;

  return TRUE;
}
