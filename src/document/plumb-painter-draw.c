/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-painter-private.h"

#include <glib/gi18n-lib.h>

#define RULE_WIDTH_PT 0.5
#define FRAME_WIDTH_PT 1.6
#define FRAME_RADIUS_PT 5.0

static const PlumbColor ink = { 0.141, 0.122, 0.192 };
static const PlumbColor muted = { 0.333, 0.322, 0.365 };
static const PlumbColor pale = { 0.851, 0.843, 0.871 };

/* What stands open in the tree of tags, while pieces of one page go by. */
typedef struct
{
  PlumbPainter *painter;
  cairo_t *cr;
  gboolean tagged;
  const char *container;   /* L or Table, or NULL */
  const PlumbBlock *block; /* whose tag is open, or NULL */
} Brush;

static void
set_color (cairo_t *cr, PlumbColor color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

double
plumb_painter_mirror (const PlumbPainter *self, double x, double width)
{
  return self->right_to_left ? self->width - x - width : x;
}

static void
begin_tag (const Brush *brush, const char *name)
{
  if (brush->tagged)
    cairo_tag_begin (brush->cr, name, NULL);
}

static void
end_tag (const Brush *brush, const char *name)
{
  if (brush->tagged)
    cairo_tag_end (brush->cr, name);
}

static const char *
get_container_tag (const PlumbBlock *block)
{
  switch ((int) block->kind)
    {
    case PLUMB_BLOCK_LIST_ITEM:
    case PLUMB_BLOCK_CHECK_ITEM:
      return "L";
    case PLUMB_BLOCK_ROW:
    case PLUMB_BLOCK_FACT:
      return "Table";
    default:
      return NULL;
    }
}

static const char *
get_tag (const PlumbBlock *block)
{
  switch ((int) block->kind)
    {
    case PLUMB_BLOCK_TITLE:
      return "H1";
    case PLUMB_BLOCK_HEADING:
      return block->level == 1 ? "H2" : "H3";
    case PLUMB_BLOCK_LIST_ITEM:
    case PLUMB_BLOCK_CHECK_ITEM:
      return "LI";
    case PLUMB_BLOCK_ROW:
    case PLUMB_BLOCK_FACT:
      return "TR";
    case PLUMB_BLOCK_PICTURE:
      return "Figure";
    default:
      return "P";
    }
}

static void
close_block (Brush *brush)
{
  if (brush->block != NULL)
    end_tag (brush, get_tag (brush->block));
  brush->block = NULL;
}

static void
close_all (Brush *brush)
{
  close_block (brush);
  if (brush->container != NULL)
    end_tag (brush, brush->container);
  brush->container = NULL;
}

/* Lines of one block share its tag; neighbors of a kind share a list or table. */
static void
open_block (Brush *brush, const PlumbBlock *block)
{
  const char *container = get_container_tag (block);

  if (brush->block == block)
    return;
  close_block (brush);
  if (g_strcmp0 (brush->container, container) != 0)
    {
      close_all (brush);
      if (container != NULL)
        begin_tag (brush, container);
      brush->container = container;
    }
  begin_tag (brush, get_tag (block));
  brush->block = block;
}

static void
draw_layout (const Brush *brush, PangoLayout *layout, double x, double y)
{
  double width = pango_units_to_double (pango_layout_get_width (layout));

  plumb_layout_show (brush->cr, layout, plumb_painter_mirror (brush->painter, x, width), y);
}

static void
draw_rule (const Brush *brush, double x, double y, double width, double line_width)
{
  set_color (brush->cr, pale);
  cairo_set_line_width (brush->cr, line_width);
  cairo_move_to (brush->cr, plumb_painter_mirror (brush->painter, x, width), y);
  cairo_rel_line_to (brush->cr, width, 0);
  cairo_stroke (brush->cr);
}

static void
draw_check_box (const Brush *brush, const PlumbPiece *piece)
{
  double size = 0.72 * piece->item->line_baseline;
  double y = piece->y + piece->item->line_baseline - piece->item->line_top - size;

  cairo_set_line_width (brush->cr, 0.8);
  cairo_rectangle (brush->cr, plumb_painter_mirror (brush->painter, piece->x + 0.4, size), y, size,
                   size);
  cairo_stroke (brush->cr);
}

static void
draw_line_start (const Brush *brush, const PlumbPiece *piece)
{
  const PlumbItem *item = piece->item;
  const PlumbBlock *block = item->block;
  double size = 0.72 * item->height;

  if (item->line > 0)
    return;
  if (block->kind == PLUMB_BLOCK_CHECK_ITEM)
    draw_check_box (brush, piece);
  else if (block->kind == PLUMB_BLOCK_HEADING && block->tone != PLUMB_TONE_NEUTRAL)
    plumb_painter_draw_mark (brush->cr, block->tone,
                             plumb_painter_mirror (brush->painter, piece->x, size),
                             piece->y + (item->height - size) / 2, size);
  if (item->layouts[PLUMB_CELL_BADGE] != NULL)
    {
      begin_tag (brush, "Lbl");
      draw_layout (brush, item->layouts[PLUMB_CELL_BADGE], piece->x, piece->y);
      end_tag (brush, "Lbl");
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
draw_text (const Brush *brush, const PlumbPiece *piece)
{
  const PlumbItem *item = piece->item;
  PangoLayout *layout = item->layouts[PLUMB_CELL_LEAD];
  double width = item->width - item->indent;
  double x = plumb_painter_mirror (brush->painter, piece->x + item->indent, width);
  gboolean body = g_strcmp0 (brush->container, "L") == 0;

  set_color (brush->cr, get_text_color (item->block));
  draw_line_start (brush, piece);
  if (body)
    begin_tag (brush, "LBody");
  cairo_move_to (brush->cr, x + item->line_x, piece->y + item->line_baseline - item->line_top);
  plumb_layout_show_line (brush->cr, layout, pango_layout_get_line_readonly (layout, item->line));
  if (body)
    end_tag (brush, "LBody");
  if (item->block->kind == PLUMB_BLOCK_SUBTITLE
      && item->line + 1 == (guint) pango_layout_get_line_count (layout))
    draw_rule (brush, piece->x, piece->y + item->height - RULE_WIDTH_PT, item->width, 1);
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
draw_cell (const Brush *brush, const PlumbPiece *piece, PlumbCell cell, double *y)
{
  PangoLayout *layout = piece->item->layouts[cell];
  double x, width;

  if (layout == NULL)
    return;
  plumb_painter_get_cell (brush->painter, piece->item, cell, &x, &width);
  begin_tag (brush, "P");
  set_color (brush->cr, get_cell_color (piece->item->block, cell));
  draw_layout (brush, layout, piece->x + x, *y);
  end_tag (brush, "P");
  *y += plumb_layout_get_height (layout);
}

/* Cells beside the lead share the baseline of its first line. */
static void
draw_side_cell (const Brush *brush, const PlumbPiece *piece, PlumbCell cell, double y)
{
  PangoLayout *layout = piece->item->layouts[cell];

  if (layout == NULL)
    return;
  y += plumb_layout_get_baseline (piece->item->layouts[PLUMB_CELL_LEAD])
       - plumb_layout_get_baseline (layout);
  begin_tag (brush, "TD");
  draw_cell (brush, piece, cell, &y);
  end_tag (brush, "TD");
}

static void
draw_row (const Brush *brush, const PlumbPiece *piece)
{
  gboolean row = piece->item->block->kind == PLUMB_BLOCK_ROW;
  double top = piece->y + (row ? plumb_painter_get_row_padding (brush->painter) : 0);
  double y = top;

  begin_tag (brush, "TH");
  draw_cell (brush, piece, PLUMB_CELL_LEAD, &y);
  draw_cell (brush, piece, PLUMB_CELL_BADGE, &y);
  draw_cell (brush, piece, PLUMB_CELL_NOTE, &y);
  end_tag (brush, "TH");
  draw_side_cell (brush, piece, PLUMB_CELL_MIDDLE, top);
  draw_side_cell (brush, piece, PLUMB_CELL_TRAILING, top);
  if (row)
    draw_rule (brush, piece->x, piece->y + piece->item->height, piece->item->width, RULE_WIDTH_PT);
}

static void
draw_picture (const Brush *brush, const PlumbPiece *piece)
{
  const PlumbItem *item = piece->item;
  RsvgRectangle viewport = { 0, piece->y, item->picture_width, item->picture_height };

  if (item->picture == NULL)
    {
      set_color (brush->cr, ink);
      draw_layout (brush, item->layouts[PLUMB_CELL_LEAD], piece->x, piece->y);
      return;
    }
  viewport.x = plumb_painter_mirror (brush->painter, piece->x, viewport.width);
  cairo_save (brush->cr);
  rsvg_handle_render_document (item->picture, brush->cr, &viewport, NULL);
  cairo_restore (brush->cr);
}

static void
draw_content (const Brush *brush, const PlumbPiece *piece)
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
draw_piece (Brush *brush, const PlumbPiece *piece)
{
  double scale = piece->item->scale;
  PlumbPiece at = *piece;

  open_block (brush, piece->item->block);
  cairo_save (brush->cr);
  if (scale < 1)
    {
      cairo_scale (brush->cr, scale, scale);
      at.x /= scale;
      at.y /= scale;
    }
  draw_content (brush, &at);
  cairo_restore (brush->cr);
}

static void
trace_frame (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = MIN (FRAME_RADIUS_PT, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Urgent and caution are framed; the others are a tint that copies well in gray. */
static void
draw_frame (const Brush *brush, const PlumbPiece *piece)
{
  cairo_t *cr = brush->cr;
  PlumbTone tone = piece->item->block->tone;
  PlumbColor color = plumb_tone_get_color (tone);
  double tint = tone == PLUMB_TONE_INFORM || tone == PLUMB_TONE_DO ? 0.1 : 0.045;

  trace_frame (cr, plumb_painter_mirror (brush->painter, piece->x, piece->item->width), piece->y,
               piece->item->width, piece->height);
  cairo_set_source_rgb (cr, 1 - tint * (1 - color.red), 1 - tint * (1 - color.green),
                        1 - tint * (1 - color.blue));
  cairo_fill_preserve (cr);
  if (tone == PLUMB_TONE_URGENT || tone == PLUMB_TONE_CAUTION)
    {
      set_color (cr, color);
      cairo_set_line_width (cr, tone == PLUMB_TONE_URGENT ? FRAME_WIDTH_PT : 1);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
draw_header (const Brush *brush)
{
  PlumbPainter *self = brush->painter;
  double y = 0.8 * self->margin;

  set_color (brush->cr, muted);
  cairo_move_to (brush->cr, self->margin, y);
  pango_cairo_show_layout (brush->cr, self->header->layouts[PLUMB_CELL_LEAD]);
  draw_rule (brush, self->margin, y + self->header->height + 0.35 * self->body,
             self->width - 2 * self->margin, RULE_WIDTH_PT);
}

static void
draw_page_number (const Brush *brush, guint page, double y)
{
  PlumbPainter *self = brush->painter;
  double width = 5 * self->body;
  /* Translators: at the foot of a printed page: number of this page, number of pages. */
  g_autofree char *text = g_strdup_printf (_ ("%u / %u"), page + 1, self->pages->len);
  const PlumbInline content = { text, NULL };
  g_autoptr (PangoLayout) layout
      = plumb_painter_create_layout (self, &content, 0.82 * self->body, FALSE, width);

  pango_layout_set_alignment (layout, self->right_to_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  draw_layout (brush, layout, self->width - self->margin - width,
               y - plumb_layout_get_height (layout));
}

/* The same words below every page: a reader of tags hears them once, at the end. */
static void
draw_footer (Brush *brush, guint page)
{
  PlumbPainter *self = brush->painter;
  double bottom = self->height - 0.8 * self->margin;
  double y = bottom - self->footer_height;
  gboolean tagged = brush->tagged;

  brush->tagged = tagged && page + 1 == self->pages->len;
  draw_rule (brush, self->margin, y - 0.5 * self->body, self->width - 2 * self->margin, 1);
  for (guint i = 0; i < self->footer->len; i++)
    {
      const PlumbItem *item = g_ptr_array_index (self->footer, i);
      PlumbPiece piece = { item, self->margin, y, 0 };

      y += item->height;
      if (y <= bottom + 0.5)
        draw_piece (brush, &piece);
    }
  close_all (brush);
  brush->tagged = FALSE;
  set_color (brush->cr, muted);
  draw_page_number (brush, page, bottom);
  brush->tagged = tagged;
}

void
plumb_painter_draw (PlumbPainter *self, cairo_t *cr, guint index, gboolean tagged)
{
  const PlumbPage *page = g_ptr_array_index (self->pages, index);
  Brush brush = { self, cr, tagged, NULL, NULL };

  cairo_save (cr);
  if (index > 0 && self->header != NULL)
    draw_header (&brush);
  for (guint i = 0; i < page->frames->len; i++)
    draw_frame (&brush, &g_array_index (page->frames, PlumbPiece, i));
  for (guint i = 0; i < page->pieces->len; i++)
    draw_piece (&brush, &g_array_index (page->pieces, PlumbPiece, i));
  close_all (&brush);
  draw_footer (&brush, index);
  cairo_restore (cr);
}
