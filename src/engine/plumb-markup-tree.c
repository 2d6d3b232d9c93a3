/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup-private.h"

/* Elements, their names, values and texts live in blocks that are freed at once. */
#define BLOCK_SIZE (128 * 1024)
#define ALIGNMENT 8

/* ---- memory ----------------------------------------------------------------------------- */

gpointer
plumb_markup_allocate (PlumbMarkup *self, gsize size)
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

char *
plumb_markup_copy_string (PlumbMarkup *self, const char *string, gsize length)
{
  char *copy = plumb_markup_allocate (self, length + 1);

  memcpy (copy, string, length);
  copy[length] = '\0';

  return copy;
}

const char **
plumb_markup_copy_strings (PlumbMarkup *self, const char **strings)
{
  guint n = g_strv_length ((char **) strings);
  const char **copy = plumb_markup_allocate (self, (n + 1) * sizeof *copy);

  for (guint i = 0; i < n; i++)
    copy[i] = plumb_markup_copy_string (self, strings[i], strlen (strings[i]));
  copy[n] = NULL;

  return copy;
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

PlumbElement *
plumb_markup_add_element (PlumbMarkup *self,
                          const char *name,
                          const char **names,
                          const char **values)
{
  PlumbMarkupNode *node = plumb_markup_allocate (self, sizeof *node);
  PlumbElement *element = &node->element;

  *node = (PlumbMarkupNode){ { 0 }, 0, 0, FALSE };
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

void
plumb_markup_add_text (PlumbMarkup *self, PlumbElement *element, const char *text, gsize length)
{
  PlumbMarkupNode *node = (PlumbMarkupNode *) element;
  char *words = (char *) element->copy;

  if (length == 0)
    return;
  /* Mostly all comes at once; around children, comments and sections in pieces. */
  if (node->length + length > node->room)
    {
      node->room = MAX (node->length + length, 2 * node->room);
      words = plumb_markup_allocate (self, node->room + 1);
      memcpy (words, element->copy, node->length);
      element->copy = words;
    }
  memcpy (words + node->length, text, length);
  node->length += length;
  words[node->length] = '\0';
}
