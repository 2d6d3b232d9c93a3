/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

/* What the drawing of all blocks shares: colors, rules, frames, and the tags of PDF. */

#define FRAME_WIDTH_PT 1.6
#define FRAME_RADIUS_PT 5.0

static const PlumbColor pale = { 0.851, 0.843, 0.871 };
static const PlumbColor black = { 0, 0, 0 };

/* Without colors all ink is black: tones are told by words, marks and frames. */
void
plumb_brush_set_color (const PlumbBrush *brush, PlumbColor color)
{
  PlumbColor shown = brush->painter->black_and_white ? black : color;

  cairo_set_source_rgb (brush->cr, shown.red, shown.green, shown.blue);
}

void
plumb_brush_draw_rule (const PlumbBrush *brush, double x, double y, double width, double line_width)
{
  plumb_brush_set_color (brush, pale);
  cairo_set_line_width (brush->cr, brush->painter->black_and_white ? line_width / 2 : line_width);
  cairo_move_to (brush->cr, plumb_painter_mirror (brush->painter, x, width), y);
  cairo_rel_line_to (brush->cr, width, 0);
  cairo_stroke (brush->cr);
}

/* ---- frames ---- */

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

/* A tint that copies well in gray. */
static void
fill_frame (const PlumbBrush *brush, PlumbTone tone)
{
  PlumbColor color = plumb_tone_get_color (tone);
  double tint = tone == PLUMB_TONE_INFORM || tone == PLUMB_TONE_DO ? 0.1 : 0.045;

  cairo_set_source_rgb (brush->cr, 1 - tint * (1 - color.red), 1 - tint * (1 - color.green),
                        1 - tint * (1 - color.blue));
  cairo_fill_preserve (brush->cr);
}

/* Urgent and caution are framed, and without colors the others too, by a line for each. */
static void
stroke_frame (const PlumbBrush *brush, PlumbTone tone)
{
  static const double dashes[PLUMB_TONE_URGENT + 1]
      = { [PLUMB_TONE_CONSIDER] = 6, [PLUMB_TONE_INFORM] = 1.5, [PLUMB_TONE_NEUTRAL] = 1.5 };
  gboolean strong = tone == PLUMB_TONE_URGENT || tone == PLUMB_TONE_CAUTION;

  if (!strong && !brush->painter->black_and_white)
    return;
  plumb_brush_set_color (brush, plumb_tone_get_color (tone));
  cairo_set_line_width (brush->cr, tone == PLUMB_TONE_URGENT ? FRAME_WIDTH_PT : strong ? 1 : 0.6);
  cairo_set_dash (brush->cr, &dashes[tone], dashes[tone] > 0 ? 1 : 0, 0);
  cairo_stroke (brush->cr);
}

void
plumb_brush_draw_frame (const PlumbBrush *brush, const PlumbPiece *piece)
{
  PlumbTone tone = piece->item->block->tone;

  cairo_save (brush->cr);
  trace_frame (brush->cr, plumb_painter_mirror (brush->painter, piece->x, piece->item->width),
               piece->y, piece->item->width, piece->height);
  if (!brush->painter->black_and_white)
    fill_frame (brush, tone);
  stroke_frame (brush, tone);
  cairo_new_path (brush->cr);
  cairo_restore (brush->cr);
}

/* ---- tags ---- */

void
plumb_brush_begin_tag (const PlumbBrush *brush, const char *name)
{
  if (brush->tagged)
    cairo_tag_begin (brush->cr, name, NULL);
}

void
plumb_brush_end_tag (const PlumbBrush *brush, const char *name)
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
close_block (PlumbBrush *brush)
{
  if (brush->body)
    plumb_brush_end_tag (brush, "LBody");
  brush->body = FALSE;
  if (brush->block != NULL)
    plumb_brush_end_tag (brush, get_tag (brush->block));
  brush->block = NULL;
}

void
plumb_brush_close_all (PlumbBrush *brush)
{
  close_block (brush);
  if (brush->container != NULL)
    plumb_brush_end_tag (brush, brush->container);
  brush->container = NULL;
}

/* Lines of one block share its tag; neighbors of a kind share a list or table. */
void
plumb_brush_open_block (PlumbBrush *brush, const PlumbBlock *block)
{
  const char *container = get_container_tag (block);

  if (brush->block == block)
    return;
  close_block (brush);
  if (g_strcmp0 (brush->container, container) != 0)
    {
      plumb_brush_close_all (brush);
      if (container != NULL)
        plumb_brush_begin_tag (brush, container);
      brush->container = container;
    }
  plumb_brush_begin_tag (brush, get_tag (block));
  brush->block = block;
}
