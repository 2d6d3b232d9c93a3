/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-painter-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* For documents that stand for no day: the file must not tell when it was made. */
#define NO_DATE "1970-01-01T00:00:00Z"

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (PlumbPainter *self, cairo_surface_t *surface)
{
  const GDate *date = plumb_document_get_date (self->document);
  g_autofree char *created = NULL;

  if (date != NULL)
    created = g_strdup_printf ("%04u-%02u-%02uT00:00:00Z", g_date_get_year (date),
                               (guint) g_date_get_month (date), (guint) g_date_get_day (date));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  plumb_document_get_title (self->document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Plumbline");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  created != NULL ? created : NO_DATE);
}

static void
add_bookmarks (PlumbPainter *self, cairo_surface_t *surface, guint index)
{
  const PlumbPage *page = g_ptr_array_index (self->pages, index);

  for (guint i = 0; i < page->pieces->len; i++)
    {
      const PlumbPiece *piece = &g_array_index (page->pieces, PlumbPiece, i);
      const PlumbBlock *block = piece->item->block;
      g_autofree char *place = NULL;

      if (block->kind != PLUMB_BLOCK_HEADING || piece->item->line > 0)
        continue;
      place = g_strdup_printf ("page=%u pos=[%d %d]", index + 1, (int) piece->x, (int) piece->y);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                     block->cells[PLUMB_CELL_LEAD].text, place, 0);
    }
}

static void
draw_pages (PlumbPainter *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < self->pages->len; i++)
    {
      plumb_painter_draw (self, cr, i, TRUE);
      add_bookmarks (self, surface, i);
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  cairo_destroy (cr);
}

/* In the order in which the pages are drawn, as the figures stand in the file. */
static GPtrArray *
list_alternatives (PlumbPainter *self)
{
  GPtrArray *alternatives = g_ptr_array_new ();

  for (guint i = 0; i < self->pages->len; i++)
    {
      const PlumbPage *page = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const PlumbBlock *block = g_array_index (page->pieces, PlumbPiece, j).item->block;

          if (block->kind == PLUMB_BLOCK_PICTURE)
            g_ptr_array_add (alternatives, block->alternative);
        }
    }
  return alternatives;
}

/**
 * plumb_painter_write_pdf_bytes:
 * @self: a painter
 * @error: return location for an error of %PLUMB_PAINTER_ERROR
 *
 * The same document gives the same bytes, whenever and wherever.
 *
 * Returns: (transfer full): a tagged PDF file, or %NULL on error
 */
GBytes *
plumb_painter_write_pdf_bytes (PlumbPainter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_bytes, array, self->width, self->height);
  g_autoptr (GPtrArray) alternatives = list_alternatives (self);
  const char *language = plumb_document_get_language (self->document);
  g_autoptr (GBytes) bytes = NULL;
  cairo_status_t status;

  set_metadata (self, surface);
  draw_pages (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (array);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PLUMB_PAINTER_ERROR, PLUMB_PAINTER_ERROR_CAIRO,
                   _ ("The pages cannot be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return plumb_pdf_describe (bytes, language != NULL ? language : "en", self->right_to_left,
                             alternatives);
}

/**
 * plumb_painter_write_pdf:
 * @self: a painter
 * @file: where to; replaced when it exists
 * @error: return location for an error of %PLUMB_PAINTER_ERROR or %G_IO_ERROR
 *
 * Writes all pages as a PDF file, as plumb_painter_write_file() does.
 *
 * Returns: whether @file now holds the pages; nothing is left behind if not
 */
gboolean
plumb_painter_write_pdf (PlumbPainter *self, GFile *file, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_autoptr (GBytes) bytes = plumb_painter_write_pdf_bytes (self, error);
  const char *data;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return plumb_painter_write_file (file, data, size, error);
}
