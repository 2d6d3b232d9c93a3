/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

#include "plumb-format.h"

#define MARGIN_PT 38.0
#define MARGIN_SHARE 0.08

G_DEFINE_QUARK (plumb_painter_error, plumb_painter_error)

static void
plumb_page_free (PlumbPage *page)
{
  g_array_unref (page->frames);
  g_array_unref (page->pieces);
  g_free (page);
}

/* A context for paper, so that no screen's resolution, hinting or text scaling
 * gets on it, and that all places break lines alike. @language: NULL for the
 * source language. */
PangoContext *
plumb_painter_create_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLanguage *spoken = pango_language_from_string (language != NULL ? language : "en");

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, spoken);
  pango_context_set_base_dir (context, plumb_format_is_right_to_left (language)
                                           ? PANGO_DIRECTION_RTL
                                           : PANGO_DIRECTION_LTR);
  return context;
}

/**
 * plumb_painter_new:
 * @document: what to lay out
 * @width: of the whole page in points, at least 100; the margins are the painter's
 * @height: of the whole page in points, at least 100
 *
 * Lays the document out at once, in color.
 *
 * Returns: (transfer full): a painter
 */
PlumbPainter *
plumb_painter_new (PlumbDocument *document, double width, double height)
{
  return plumb_painter_new_full (document, width, height, FALSE);
}

/**
 * plumb_painter_new_full:
 * @document: what to lay out
 * @width: of the whole page in points, at least 100; the margins are the painter's
 * @height: of the whole page in points, at least 100
 * @black_and_white: whether all ink is black, pictures included
 *
 * Lays the document out at once. A document that wants its paper lying gets it
 * so: then width and height may be given either way.
 *
 * Returns: (transfer full): a painter
 */
PlumbPainter *
plumb_painter_new_full (PlumbDocument *document,
                        double width,
                        double height,
                        gboolean black_and_white)
{
  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (width >= 100 && height >= 100, NULL);

  PlumbPainter *self = g_new0 (PlumbPainter, 1);
  gboolean turned = plumb_document_get_landscape (document) && width < height;

  self->document = plumb_document_ref (document);
  self->width = turned ? height : width;
  self->height = turned ? width : height;
  self->margin = plumb_document_get_margin (document);
  self->margin
      = MIN (self->margin > 0 ? self->margin : MARGIN_PT, MARGIN_SHARE * MIN (width, height));
  self->body = plumb_document_get_body_size (document);
  self->black_and_white = black_and_white;
  self->context = plumb_painter_create_context (plumb_document_get_language (document));
  self->right_to_left = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_item_free);
  self->footer = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_item_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_page_free);
  plumb_painter_measure (self);
  plumb_painter_flow (self);
  return self;
}

/**
 * plumb_painter_free:
 * @self: (transfer full): a painter
 */
void
plumb_painter_free (PlumbPainter *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->footer);
  g_clear_pointer (&self->header, plumb_item_free);
  g_object_unref (self->context);
  plumb_document_unref (self->document);
  g_free (self);
}

/**
 * plumb_painter_get_document:
 * @self: a painter
 *
 * Returns: (transfer none): what it paints
 */
PlumbDocument *
plumb_painter_get_document (const PlumbPainter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

/**
 * plumb_painter_get_width:
 * @self: a painter
 *
 * Returns: the width of a page in points
 */
double
plumb_painter_get_width (const PlumbPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * plumb_painter_get_height:
 * @self: a painter
 *
 * Returns: the height of a page in points
 */
double
plumb_painter_get_height (const PlumbPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * plumb_painter_get_n_pages:
 * @self: a painter
 *
 * Returns: the number of pages, at least 1
 */
guint
plumb_painter_get_n_pages (PlumbPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * plumb_painter_draw_page:
 * @self: a painter
 * @cr: where to paint: one unit is one point, the page's upper left corner is the origin
 * @page: which page, from 0
 *
 * Paints ink only: the paper is the caller's, white.
 */
void
plumb_painter_draw_page (PlumbPainter *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < self->pages->len);

  plumb_painter_draw (self, cr, page, FALSE);
}

double
plumb_painter_get_free_height (PlumbPainter *self)
{
  const PlumbPage *page = g_ptr_array_index (self->pages, 0);
  double end = self->top;

  for (guint i = 0; i < page->pieces->len; i++)
    {
      const PlumbPiece *piece = &g_array_index (page->pieces, PlumbPiece, i);

      end = MAX (end, piece->y + piece->item->height);
    }
  return MAX (0, self->bottom - end);
}

double
plumb_painter_get_content_width (const PlumbPainter *self)
{
  return self->width - 2 * self->margin;
}
