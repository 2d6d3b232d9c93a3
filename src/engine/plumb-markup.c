/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup-private.h"

/* A pathway of 10,000 boxes is about 10 MiB. */
#define MAXIMUM_SIZE (64 * 1024 * 1024)

/* ---- what GMarkup reports --------------------------------------------------------------- */

/* GMarkup reports the tags in the order of the file, so the next one is that which it means. */
static gsize
find_next_tag (PlumbMarkup *self)
{
  gsize at = self->known;

  while ((at = plumb_markup_find_after (self, at, "<")) < self->length)
    {
      gsize start = at - 1;

      if (self->data[at] == '!' || self->data[at] == '?')
        at = plumb_markup_skip_special (self, start);
      else if (self->data[at] != '/')
        return start;
    }

  return self->length;
}

static void
on_start_element (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  PlumbMarkup *self = data;
  PlumbElement *element = plumb_markup_add_element (
      self, plumb_markup_copy_string (self, name, strlen (name)),
      plumb_markup_copy_strings (self, names), plumb_markup_copy_strings (self, values));

  element->start = find_next_tag (self);
  element->text_start = plumb_markup_find_tag_end (self, element->start);
  self->known = element->text_start;
  g_ptr_array_add (self->open, element);
  if (self->open->len > PLUMB_MARKUP_MAXIMUM_DEPTH)
    plumb_element_set_error (element, error, self->limit_code,
                             "elements are nested deeper than %d levels",
                             PLUMB_MARKUP_MAXIMUM_DEPTH);
}

static void
on_end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  PlumbMarkup *self = data;

  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  PlumbMarkup *self = data;

  if (self->open->len > 0)
    plumb_markup_add_text (self, g_ptr_array_index (self->open, self->open->len - 1), text, length);
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
  plumb_markup_locate (self, plumb_markup_get_offset (self, context), &line, &column);
  g_set_error (error, self->domain, self->markup_code, "%s:%u:%u: %s", self->name, line, column,
               g_str_has_prefix (found->message, "Error on line") && message ? message + 2
                                                                             : found->message);
  g_error_free (found);
}

/* ---- the file --------------------------------------------------------------------------- */

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
  gsize fed = 0;

  begin (self);
  if (by_hand && !plumb_markup_read_leaves (self, context, &fed, error))
    return FALSE;

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
create (const char *data,
        gsize length,
        const char *name,
        GQuark domain,
        int markup_code,
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
plumb_markup_parse (const char *data,
                    gsize length,
                    const char *name,
                    GQuark domain,
                    int markup_code,
                    int limit_code,
                    GError **error)
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
  if (!plumb_markup_is_utf8 (self, length, &invalid))
    {
      plumb_markup_locate (self, invalid, &line, &column);
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
