/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup.h"

#include <stdarg.h>
#include <string.h>

/* A pathway of 10,000 boxes is about 10 MiB; nothing honest is deeper than ten levels. */
#define MAXIMUM_SIZE (64 * 1024 * 1024)
#define MAXIMUM_DEPTH 32

/* Elements, their names, values and texts live in blocks that are freed at once. */
#define BLOCK_SIZE (128 * 1024)
#define ALIGNMENT 8

typedef struct
{
  PlumbElement element;
  gsize length;     /* of its text */
  gsize room;       /* for it, where it lies now */
  gboolean is_span; /* it is in the file just so, and copied when somebody asks */
} Node;

/* What all leaves in one language have: the values of their attributes. */
typedef struct _Language Language;

struct _Language
{
  Language *next;
  const char *values[2];
};

struct _PlumbMarkup
{
  char *name;
  char *data;
  gsize length;
  GQuark domain;
  int markup_code;
  int limit_code;
  PlumbElement *root;
  GPtrArray *open;     /* PlumbElement, the chain from the root */
  gsize known;         /* all tags that begin before this byte have been seen */
  Language *languages; /* in the blocks */
  const char *last_name; /* of a leaf */
  GPtrArray *blocks;
  char *free_start;
  gsize free_size;
  GPtrArray *parents;  /* the lists of children, to be freed */
  GPtrArray *childless; /* what all elements without children share */
  GArray *line_starts; /* gsize: byte offset of each line; NULL until somebody asks */
};

/* ---- memory ----------------------------------------------------------------------------- */

static gpointer
allocate (PlumbMarkup *self, gsize size)
{
  gpointer start;

  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size > self->free_size)
    {
      self->free_size = MAX (size, BLOCK_SIZE);
      self->free_start = g_malloc (self->free_size);
      g_ptr_array_add (self->blocks, self->free_start);
    }
  start = self->free_start;
  self->free_start += size;
  self->free_size -= size;

  return start;
}

static char *
copy_string (PlumbMarkup *self, const char *string, gsize length)
{
  char *copy = allocate (self, length + 1);

  memcpy (copy, string, length);
  copy[length] = '\0';

  return copy;
}

static const char **
copy_strings (PlumbMarkup *self, const char **strings)
{
  guint n = g_strv_length ((char **) strings);
  const char **copy = allocate (self, (n + 1) * sizeof *copy);

  for (guint i = 0; i < n; i++)
    copy[i] = copy_string (self, strings[i], strlen (strings[i]));
  copy[n] = NULL;

  return copy;
}

/* ---- places ----------------------------------------------------------------------------- */

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

static void
locate (PlumbMarkup *self, gsize offset, guint *line, guint *column)
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

static void
set_error_at (PlumbMarkup *self, gsize offset, GError **error, int code, const char *format,
              va_list arguments) G_GNUC_PRINTF (5, 0);

static void
set_error_at (PlumbMarkup *self, gsize offset, GError **error, int code, const char *format,
              va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  guint line, column;

  locate (self, offset, &line, &column);
  g_set_error (error, self->domain, code, "%s:%u:%u: %s", self->name, line, column, message);
}

/* GMarkup counts the line break as the first character of the line behind it. */
static gsize
get_offset (PlumbMarkup *self, GMarkupParseContext *context)
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

static gsize
find_after (const PlumbMarkup *self, gsize at, const char *string)
{
  /* A tag's end is near, and strstr() takes its time to begin. */
  const char *found = string[1] == '\0' ? memchr (self->data + at, *string, self->length - at)
                                        : strstr (self->data + at, string);

  return found != NULL ? (gsize) (found - self->data) + strlen (string) : self->length;
}

/* Behind a comment, a section or an instruction that begins here. */
static gsize
skip_special (const PlumbMarkup *self, gsize at)
{
  const char *start = self->data + at;

  if (g_str_has_prefix (start, "<!--"))
    return find_after (self, at + 4, "-->");
  if (g_str_has_prefix (start, "<![CDATA["))
    return find_after (self, at, "]]>");

  return find_after (self, at, g_str_has_prefix (start, "<?") ? "?>" : ">");
}

/* Behind the '>' of a tag; a value may hold one. */
static gsize
find_tag_end (const PlumbMarkup *self, gsize at)
{
  char quote = '\0';

  for (; at < self->length; at++)
    if (quote != '\0')
      quote = self->data[at] == quote ? '\0' : quote;
    else if (self->data[at] == '"' || self->data[at] == '\'')
      quote = self->data[at];
    else if (self->data[at] == '>')
      return at + 1;

  return self->length;
}

/* GMarkup reports the tags in the order of the file, so the next one is that which it means. */
static gsize
find_next_tag (PlumbMarkup *self)
{
  gsize at = self->known;

  while ((at = find_after (self, at, "<")) < self->length)
    {
      gsize start = at - 1;

      if (self->data[at] == '!' || self->data[at] == '?')
        at = skip_special (self, start);
      else if (self->data[at] != '/')
        return start;
    }

  return self->length;
}

/* ---- elements --------------------------------------------------------------------------- */

static void
add_child (PlumbMarkup *self, PlumbElement *parent, PlumbElement *element)
{
  if (parent->children == self->childless)
    {
      parent->children = g_ptr_array_new ();
      g_ptr_array_add (self->parents, parent->children);
    }
  g_ptr_array_add (parent->children, element);
}

static PlumbElement *
add_element (PlumbMarkup *self, const char *name, const char **names, const char **values)
{
  Node *node = allocate (self, sizeof *node);
  PlumbElement *element = &node->element;

  *node = (Node){ { 0 }, 0, 0, FALSE };
  element->markup = self;
  element->name = name;
  element->children = self->childless;
  element->copy = "";
  element->names = names;
  element->values = values;
  if (self->open->len == 0)
    self->root = element;
  else
    add_child (self, g_ptr_array_index (self->open, self->open->len - 1), element);

  return element;
}

static void
on_start_element (GMarkupParseContext *context, const char *name, const char **names,
                  const char **values, gpointer data, GError **error)
{
  PlumbMarkup *self = data;
  PlumbElement *element
      = add_element (self, copy_string (self, name, strlen (name)), copy_strings (self, names),
                     copy_strings (self, values));

  element->start = find_next_tag (self);
  element->text_start = find_tag_end (self, element->start);
  self->known = element->text_start;
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
add_text (PlumbMarkup *self, PlumbElement *element, const char *text, gsize length)
{
  Node *node = (Node *) element;
  char *words = (char *) element->copy;

  if (length == 0)
    return;
  /* Mostly all comes at once; around children, comments and sections in pieces. */
  if (node->length + length > node->room)
    {
      node->room = MAX (node->length + length, 2 * node->room);
      words = allocate (self, node->room + 1);
      memcpy (words, element->copy, node->length);
      element->copy = words;
    }
  memcpy (words + node->length, text, length);
  node->length += length;
  words[node->length] = '\0';
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  PlumbMarkup *self = data;

  if (self->open->len > 0)
    add_text (self, g_ptr_array_index (self->open, self->open->len - 1), text, length);
}

/* ---- leaves ----------------------------------------------------------------------------- */

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

static const char **
get_language (PlumbMarkup *self, const char *start, gsize length)
{
  Language *language;

  for (language = self->languages; language != NULL; language = language->next)
    if (strncmp (language->values[0], start, length) == 0 && language->values[0][length] == '\0')
      return language->values;

  language = allocate (self, sizeof *language);
  language->next = self->languages;
  language->values[0] = g_intern_string (copy_string (self, start, length));
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
    self->last_name = copy_string (self, start, length);

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
    element = add_element (self, name, names,
                           get_language (self, data + found->language, found->language_length));
  else
    element = add_element (self, name, names + 1, names + 1);
  element->start = found->start;
  element->text_start = found->text;
  element->copy = NULL;
  ((Node *) element)->length = found->text_end - found->text;
  ((Node *) element)->is_span = TRUE;
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
        at = skip_special (self, start);
      else if (read_leaf (self, from, start, found))
        return TRUE;
      else
        at = find_tag_end (self, start);
    }

  return FALSE;
}

/* What stands between two leaves is mostly a new line. */
static gboolean
is_space (const PlumbMarkup *self, gsize at, gsize end)
{
  while (at < end && g_ascii_isspace (self->data[at]))
    at++;

  return at == end;
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

/* ---- the file --------------------------------------------------------------------------- */

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

static gboolean
is_utf8 (const PlumbMarkup *self, gsize length, gsize *invalid)
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

static void
begin (PlumbMarkup *self)
{
  g_ptr_array_set_size (self->open, 0);
  self->root = NULL;
  self->known = 0;
}

static gboolean
parse (PlumbMarkup *self, GMarkupParseContext *context, gboolean by_hand, GError **error)
{
  Leaf next;
  gsize fed = 0;

  begin (self);
  while (by_hand && find_leaf (self, fed, &next))
    {
      if (fed > 0 && is_space (self, fed, next.start))
        add_text (self, g_ptr_array_index (self->open, self->open->len - 1), self->data + fed,
                  next.start - fed);
      else if (!g_markup_parse_context_parse (context, self->data + fed,
                                              (gssize) (next.start - fed), error))
        return FALSE;
      if (self->open->len == 0 || self->open->len >= MAXIMUM_DEPTH)
        return FALSE;
      add_leaf (self, &next);
      fed = next.end;
      self->known = fed;
    }

  return g_markup_parse_context_parse (context, self->data + fed, (gssize) (self->length - fed),
                                       error)
         && g_markup_parse_context_end_parse (context, error);
}

static GMarkupParseContext *
create_context (PlumbMarkup *self)
{
  static const GMarkupParser parser = { on_start_element, on_end_element, on_text, NULL, NULL };

  return g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
}

static PlumbMarkup *
create (const char *data, gsize length, const char *name, GQuark domain, int markup_code,
        int limit_code)
{
  PlumbMarkup *self = g_new0 (PlumbMarkup, 1);

  self->name = g_strdup (name);
  self->domain = domain;
  self->markup_code = markup_code;
  self->limit_code = limit_code;
  self->open = g_ptr_array_new ();
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->parents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->childless = g_ptr_array_new ();
  self->data = g_malloc (length + 1);
  memcpy (self->data, data, length);
  self->data[length] = '\0';
  self->length = length;

  return self;
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
  g_autoptr (PlumbMarkup) self = NULL;
  g_autoptr (GMarkupParseContext) quick = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  GError *found = NULL;
  guint line, column;
  gsize invalid;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  if (length > MAXIMUM_SIZE)
    {
      g_set_error (error, domain, limit_code, "%s: larger than %d MiB", name,
                   MAXIMUM_SIZE / 1024 / 1024);
      return NULL;
    }
  self = create (data, length, name, domain, markup_code, limit_code);
  if (!is_utf8 (self, length, &invalid))
    {
      locate (self, invalid, &line, &column);
      g_set_error (error, domain, markup_code, "%s:%u:%u: this is not UTF-8 text", name, line,
                   column);
      return NULL;
    }

  quick = create_context (self);
  if (parse (self, quick, TRUE, NULL))
    return g_steal_pointer (&self);
  /* Once more, to say where and why. */
  context = create_context (self);
  if (parse (self, context, FALSE, &found))
    return g_steal_pointer (&self);
  take_markup_error (self, found, context, error);

  return NULL;
}

void
plumb_markup_free (PlumbMarkup *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->parents, g_ptr_array_unref);
  g_clear_pointer (&self->childless, g_ptr_array_unref);
  g_clear_pointer (&self->line_starts, g_array_unref);
  g_free (self->name);
  g_free (self->data);
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

const char *
plumb_element_get_text (const PlumbElement *self)
{
  PlumbMarkup *markup = self->markup;

  if (self->copy == NULL)
    ((PlumbElement *) self)->copy = copy_string (markup, markup->data + self->text_start,
                                                 ((const Node *) self)->length);

  return self->copy;
}

gboolean
plumb_element_get_span (const PlumbElement *self, gsize *start, gsize *length)
{
  const Node *node = (const Node *) self;

  *start = self->text_start;
  *length = node->length;

  return node->is_span;
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

void
plumb_element_get_place (const PlumbElement *self, const char *attribute, guint *line,
                         guint *column)
{
  gboolean inside = attribute != NULL && plumb_element_get (self, attribute) != NULL;

  locate (self->markup, inside ? find_value (self, attribute) : self->start, line, column);
}
