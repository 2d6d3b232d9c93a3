/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"
#include "plumb-words.h"

#define RULE_WIDTH_PT 0.5

static const PlumbColor ink = { 0.141, 0.122, 0.192 };
static const PlumbColor muted = { 0.333, 0.322, 0.365 };

double
plumb_painter_mirror (const PlumbPainter *self, double x, double width)
{
  return self->right_to_left ? self->width - x - width : x;
}

static void
draw_layout (const PlumbBrush *brush, PangoLayout *layout, double x, double y)
{
  double width = pango_units_to_double (pango_layout_get_width (layout));

  plumb_layout_show (brush->cr, layout, plumb_painter_mirror (brush->painter, x, width), y);
}

static void
draw_check_box (const PlumbBrush *brush, const PlumbPiece *piece)
{
  double size = 0.72 * piece->item->line_baseline;
  double y = piece->y + piece->item->line_baseline - piece->item->line_top - size;

  cairo_set_line_width (brush->cr, 0.8);
  cairo_rectangle (brush->cr, plumb_painter_mirror (brush->painter, piece->x + 0.4, size), y, size,
                   size);
  cairo_stroke (brush->cr);
}

static void
draw_line_start (const PlumbBrush *brush, const PlumbPiece *piece)
{
  const PlumbItem *item = piece->item;
  const PlumbBlock *block = item->block;
  double size = 0.72 * item->height;

  if (item->line > 0)
    return;
  if (block->kind == PLUMB_BLOCK_CHECK_ITEM)
    draw_check_box (brush, piece);
  else if (block->kind == PLUMB_BLOCK_HEADING && block->tone != PLUMB_TONE_NEUTRAL)
    plumb_painter_draw_mark (brush->painter, brush->cr, block->tone,
                             plumb_painter_mirror (brush->painter, piece->x, size),
                             piece->y + (item->height - size) / 2, size);
  if (item->layouts[PLUMB_CELL_BADGE] != NULL)
    {
      plumb_brush_begin_tag (brush, "Lbl");
      draw_layout (brush, item->layouts[PLUMB_CELL_BADGE], piece->x, piece->y);
      plumb_brush_end_tag (brush, "Lbl");
    }
}

static PlumbColor
get_text_color (const PlumbBlock *block)
{
  switch ((int) block->kind)
    {
    case PLUMB_BLOCK_HEADING:
      return plumb_tone_get_color (block->tone);
    case PLUMB_BLOCK_SUBTITLE:
      return muted;
    default:
      return ink;
    }
}

static void
draw_text (PlumbBrush *brush, const PlumbPiece *piece)
{
  const PlumbItem *item = piece->item;
  PangoLayout *layout = item->layouts[PLUMB_CELL_LEAD];
  double width = item->width - item->indent;
  double x = plumb_painter_mirror (brush->painter, piece->x + item->indent, width);

  plumb_brush_set_color (brush, get_text_color (item->block));
  draw_line_start (brush, piece);
  if (!brush->body && g_strcmp0 (brush->container, "L") == 0)
    {
      plumb_brush_begin_tag (brush, "LBody");
      brush->body = TRUE;
    }
  cairo_move_to (brush->cr, x + item->line_x, piece->y + item->line_baseline - item->line_top);
  plumb_layout_show_line (brush->cr, layout, pango_layout_get_line_readonly (layout, item->line));
  if (item->block->kind == PLUMB_BLOCK_SUBTITLE
      && item->line + 1 == (guint) pango_layout_get_line_count (layout))
    plumb_brush_draw_rule (brush, piece->x, piece->y + item->height - RULE_WIDTH_PT, item->width,
                           1);
}

static PlumbColor
get_cell_color (const PlumbBlock *block, PlumbCell cell)
{
  if (cell == PLUMB_CELL_BADGE)
    return plumb_tone_get_color (block->tone);
  if (cell == PLUMB_CELL_NOTE || cell == PLUMB_CELL_TRAILING
      || (block->kind == PLUMB_BLOCK_FACT && cell == PLUMB_CELL_LEAD))
    return muted;
  return ink;
}

static void
draw_cell (const PlumbBrush *brush, const PlumbPiece *piece, PlumbCell cell, double *y)
{
  PangoLayout *layout = piece->item->layouts[cell];
  double x, width;

  if (layout == NULL)
    return;
  plumb_painter_get_cell (brush->painter, piece->item, cell, &x, &width);
  plumb_brush_begin_tag (brush, "P");
  plumb_brush_set_color (brush, get_cell_color (piece->item->block, cell));
  draw_layout (brush, layout, piece->x + x, *y);
  plumb_brush_end_tag (brush, "P");
  *y += plumb_layout_get_height (layout);
}

/* Cells beside the lead share the baseline of its first line. */
static void
draw_side_cell (const PlumbBrush *brush, const PlumbPiece *piece, PlumbCell cell, double y)
{
  PangoLayout *layout = piece->item->layouts[cell];

  if (layout == NULL)
    return;
  y += plumb_layout_get_baseline (piece->item->layouts[PLUMB_CELL_LEAD])
       - plumb_layout_get_baseline (layout);
  plumb_brush_begin_tag (brush, "TD");
  draw_cell (brush, piece, cell, &y);
  plumb_brush_end_tag (brush, "TD");
}

static void
draw_row (const PlumbBrush *brush, const PlumbPiece *piece)
{
  gboolean row = piece->item->block->kind == PLUMB_BLOCK_ROW;
  double top = piece->y + (row ? plumb_painter_get_row_padding (brush->painter) : 0);
  double y = top;

  plumb_brush_begin_tag (brush, "TH");
  draw_cell (brush, piece, PLUMB_CELL_LEAD, &y);
  draw_cell (brush, piece, PLUMB_CELL_BADGE, &y);
  draw_cell (brush, piece, PLUMB_CELL_NOTE, &y);
  plumb_brush_end_tag (brush, "TH");
  draw_side_cell (brush, piece, PLUMB_CELL_MIDDLE, top);
  draw_side_cell (brush, piece, PLUMB_CELL_TRAILING, top);
  if (row)
    plumb_brush_draw_rule (brush, piece->x, piece->y + piece->item->height, piece->item->width,
                           RULE_WIDTH_PT);
}

static void
draw_picture (const PlumbBrush *brush, const PlumbPiece *piece)
{
  const PlumbItem *item = piece->item;
  RsvgRectangle viewport = { 0, piece->y, item->picture_width, item->picture_height };

  if (item->picture == NULL)
    {
      plumb_brush_set_color (brush, ink);
      draw_layout (brush, item->layouts[PLUMB_CELL_LEAD], piece->x, piece->y);
      return;
    }
  viewport.x = plumb_painter_mirror (brush->painter, piece->x, viewport.width);
  cairo_save (brush->cr);
  rsvg_handle_render_document (item->picture, brush->cr, &viewport, NULL);
  cairo_restore (brush->cr);
}

static void
draw_content (PlumbBrush *brush, const PlumbPiece *piece)
{
  switch ((int) piece->item->block->kind)
    {
    case PLUMB_BLOCK_ROW:
    case PLUMB_BLOCK_FACT:
      draw_row (brush, piece);
      break;
    case PLUMB_BLOCK_PICTURE:
      draw_picture (brush, piece);
      break;
    default:
      draw_text (brush, piece);
    }
}

static void
draw_piece (PlumbBrush *brush, const PlumbPiece *piece)
{
  double scale = piece->item->scale;
  PlumbPiece at = *piece;

  plumb_brush_open_block (brush, piece->item->block);
  cairo_save (brush->cr);
  if (scale < 1)
    {
      /* Towards the edge at which text begins. */
      if (brush->painter->right_to_left)
        cairo_translate (brush->cr, (1 - scale) * brush->painter->width, 0);
      cairo_scale (brush->cr, scale, scale);
      at.x /= scale;
      at.y /= scale;
    }
  draw_content (brush, &at);
  cairo_restore (brush->cr);
}

static void
draw_header (const PlumbBrush *brush)
{
  PlumbPainter *self = brush->painter;
  double y = 0.8 * self->margin;

  plumb_brush_set_color (brush, muted);
  plumb_layout_show (brush->cr, self->header->layouts[PLUMB_CELL_LEAD], self->margin, y);
  plumb_brush_draw_rule (brush, self->margin, y + self->header->height + 0.35 * self->body,
                         self->width - 2 * self->margin, RULE_WIDTH_PT);
}

static void
draw_page_number (const PlumbBrush *brush, guint page, double y)
{
  PlumbPainter *self = brush->painter;
  double width = 5 * self->body;
  /* Translators: at the foot of a printed page: number of this page, number of pages. */
  const char *language = plumb_document_get_language (self->document);
  g_autofree char *text
      = g_strdup_printf (plumb_words (language, "%u / %u"), page + 1, self->pages->len);
  const PlumbInline content = { text, NULL };
  g_autoptr (PangoLayout) layout
      = plumb_painter_create_layout (self, &content, 0.84 * self->body, FALSE, width);

  pango_layout_set_alignment (layout, self->right_to_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  draw_layout (brush, layout, self->width - self->margin - width,
               y - plumb_layout_get_height (layout));
}

/* The same words below every page: a reader of tags hears them once, at the end. */
static void
draw_footer (PlumbBrush *brush, guint page)
{
  PlumbPainter *self = brush->painter;
  double bottom = self->height - 0.8 * self->margin;
  double y = bottom - self->footer_height;
  gboolean tagged = brush->tagged;

  brush->tagged = tagged && page + 1 == self->pages->len;
  plumb_brush_draw_rule (brush, self->margin, y - 0.5 * self->body, self->width - 2 * self->margin,
                         1);
  for (guint i = 0; i < self->footer->len; i++)
    {
      const PlumbItem *item = g_ptr_array_index (self->footer, i);
      PlumbPiece piece = { item, self->margin, y, 0 };

      y += item->height;
      if (y <= bottom + 0.5)
        draw_piece (brush, &piece);
    }
  plumb_brush_close_all (brush);
  brush->tagged = FALSE;
  plumb_brush_set_color (brush, muted);
  draw_page_number (brush, page, bottom);
  brush->tagged = tagged;
}

void
plumb_painter_draw (PlumbPainter *self, cairo_t *cr, guint index, gboolean tagged)
{
  const PlumbPage *page = g_ptr_array_index (self->pages, index);
  PlumbBrush brush = { self, cr, tagged, NULL, NULL, FALSE };

  cairo_save (cr);
  if (index > 0 && self->header != NULL)
    draw_header (&brush);
  for (guint i = 0; i < page->frames->len; i++)
    plumb_brush_draw_frame (&brush, &g_array_index (page->frames, PlumbPiece, i));
  for (guint i = 0; i < page->pieces->len; i++)
    draw_piece (&brush, &g_array_index (page->pieces, PlumbPiece, i));
  plumb_brush_close_all (&brush);
  draw_footer (&brush, index);
  cairo_restore (cr);
}
