/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-document-private.h"

G_DEFINE_BOXED_TYPE (PlumbDocument, plumb_document, plumb_document_ref, plumb_document_unref)

void
plumb_block_free (PlumbBlock *block)
{
  for (guint i = 0; i < PLUMB_N_CELLS; i++)
    {
      g_free (block->cells[i].text);
      g_clear_pointer (&block->cells[i].attributes, pango_attr_list_unref);
    }
  for (guint i = 0; i < G_N_ELEMENTS (block->children); i++)
    g_clear_pointer (&block->children[i], g_ptr_array_unref);
  g_clear_pointer (&block->picture, g_bytes_unref);
  g_free (block->alternative);
  g_free (block);
}

/**
 * plumb_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
PlumbDocument *
plumb_document_ref (PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * plumb_document_unref:
 * @self: (transfer full): a document
 */
void
plumb_document_unref (PlumbDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->footer);
  g_clear_pointer (&self->header, plumb_block_free);
  g_free (self);
}

/**
 * plumb_document_get_title:
 * @self: a document
 *
 * Returns: the title for the window and the file's metadata; it names no patient
 */
const char *
plumb_document_get_title (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * plumb_document_get_language:
 * @self: a document
 *
 * Returns: (nullable): the language of the texts, such as "es"; %NULL for the source language
 */
const char *
plumb_document_get_language (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * plumb_document_get_date:
 * @self: a document
 *
 * Returns: (nullable): the day that the document stands for, or %NULL
 */
const GDate *
plumb_document_get_date (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_date_valid (&self->date) ? &self->date : NULL;
}

/**
 * plumb_document_get_body_size:
 * @self: a document
 *
 * Returns: the size of running text in points; all other sizes follow from it
 */
double
plumb_document_get_body_size (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->body_size;
}

/**
 * plumb_document_get_spacing:
 * @self: a document
 *
 * Returns: the factor for all space between its blocks, usually 1
 */
double
plumb_document_get_spacing (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spacing;
}

/**
 * plumb_document_get_landscape:
 * @self: a document
 *
 * Returns: whether its pages lie, wider than high
 */
gboolean
plumb_document_get_landscape (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->landscape;
}

/**
 * plumb_document_get_margin:
 * @self: a document
 *
 * Returns: the most room around the content in points; 0 for what is usual
 */
double
plumb_document_get_margin (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->margin;
}

/**
 * plumb_document_get_blocks:
 * @self: a document
 *
 * Returns: (transfer none) (element-type PlumbBlock): the content, first to last
 */
GPtrArray *
plumb_document_get_blocks (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blocks;
}

/**
 * plumb_document_get_footer:
 * @self: a document
 *
 * Returns: (transfer none) (element-type PlumbBlock): the lines below every page
 */
GPtrArray *
plumb_document_get_footer (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->footer;
}

/**
 * plumb_document_get_header:
 * @self: a document
 *
 * Returns: (nullable): the line above every page but the first
 */
const PlumbBlock *
plumb_document_get_header (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->header;
}

static void
append_cells (GString *string, const PlumbBlock *block, const PlumbCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (block->cells[cells[i]].text != NULL)
      {
        if (i > 0 && string->len > 0 && string->str[string->len - 1] != '\n')
          g_string_append (string, i == 1 ? ": " : " · ");
        g_string_append (string, block->cells[cells[i]].text);
      }
  g_string_append_c (string, '\n');
}

static void append_blocks (GString *string, GPtrArray *blocks);

static void
append_block (GString *string, const PlumbBlock *block)
{
  static const PlumbCell row[] = { PLUMB_CELL_LEAD, PLUMB_CELL_MIDDLE, PLUMB_CELL_BADGE,
                                   PLUMB_CELL_NOTE, PLUMB_CELL_TRAILING };
  const char *text = block->cells[PLUMB_CELL_LEAD].text;
  const char *marker = block->cells[PLUMB_CELL_BADGE].text;

  switch (block->kind)
    {
    case PLUMB_BLOCK_HEADING:
      g_string_append_printf (string, "\n%s\n", text);
      break;
    case PLUMB_BLOCK_LIST_ITEM:
      g_string_append_printf (string, "%s %s\n", marker != NULL ? marker : "-", text);
      break;
    case PLUMB_BLOCK_CHECK_ITEM:
      g_string_append_printf (string, "[ ] %s\n", text);
      break;
    case PLUMB_BLOCK_FACT:
    case PLUMB_BLOCK_ROW:
      append_cells (string, block, row, G_N_ELEMENTS (row));
      break;
    case PLUMB_BLOCK_PICTURE:
      g_string_append_printf (string, "%s\n", block->alternative);
      break;
    case PLUMB_BLOCK_COLUMNS:
    case PLUMB_BLOCK_NOTICE:
      for (guint i = 0; i < G_N_ELEMENTS (block->children); i++)
        if (block->children[i] != NULL)
          append_blocks (string, block->children[i]);
      break;
    case PLUMB_BLOCK_TITLE:
    case PLUMB_BLOCK_SUBTITLE:
    case PLUMB_BLOCK_PARAGRAPH:
    case PLUMB_BLOCK_HEADER:
    case PLUMB_BLOCK_FOOTER:
      g_string_append_printf (string, "%s\n", text);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_blocks (GString *string, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    append_block (string, g_ptr_array_index (blocks, i));
}

/**
 * plumb_document_to_text:
 * @self: a document
 *
 * The same content as plain text, for the clipboard, a .txt file or a screen
 * reader: pictures by their alternative text, the footer once at the end.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line feed
 */
char *
plumb_document_to_text (const PlumbDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *string = g_string_new (NULL);

  append_blocks (string, self->blocks);
  if (self->footer->len > 0)
    {
      g_string_append_c (string, '\n');
      append_blocks (string, self->footer);
    }
  return g_string_free (string, FALSE);
}
