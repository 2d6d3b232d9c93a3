/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"

/* The marks beside headings: a shape of its own for each tone, so that none is
 * told by color alone. Drawn on a unit square. */

PlumbColor
plumb_tone_get_color (PlumbTone tone)
{
  static const PlumbColor colors[] = {
    [PLUMB_TONE_NEUTRAL] = { 0.141, 0.122, 0.192 },  [PLUMB_TONE_DO] = { 0.082, 0.357, 0.663 },
    [PLUMB_TONE_CONSIDER] = { 0.090, 0.416, 0.278 }, [PLUMB_TONE_CAUTION] = { 0.557, 0.302, 0.0 },
    [PLUMB_TONE_AVOID] = { 0.647, 0.114, 0.176 },    [PLUMB_TONE_INFORM] = { 0.333, 0.322, 0.365 },
    [PLUMB_TONE_URGENT] = { 0.647, 0.114, 0.176 },
  };

  return colors[tone];
}

static void
draw_disc (cairo_t *cr, gboolean filled)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.5, 0.5, filled ? 0.5 : 0.44, 0, 2 * G_PI);
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
draw_triangle (cairo_t *cr)
{
  cairo_move_to (cr, 0.5, 0.06);
  cairo_line_to (cr, 0.96, 0.92);
  cairo_line_to (cr, 0.04, 0.92);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_check (cairo_t *cr)
{
  cairo_move_to (cr, 0.27, 0.52);
  cairo_line_to (cr, 0.44, 0.69);
  cairo_line_to (cr, 0.74, 0.33);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr)
{
  cairo_move_to (cr, 0.32, 0.32);
  cairo_line_to (cr, 0.68, 0.68);
  cairo_move_to (cr, 0.68, 0.32);
  cairo_line_to (cr, 0.32, 0.68);
  cairo_stroke (cr);
}

static void
draw_stem_and_dot (cairo_t *cr, double stem_top, double stem_bottom, double dot)
{
  cairo_move_to (cr, 0.5, stem_top);
  cairo_line_to (cr, 0.5, stem_bottom);
  cairo_move_to (cr, 0.5, dot);
  cairo_line_to (cr, 0.5, dot);
  cairo_stroke (cr);
}

/* Two ways to go. */
static void
draw_fork (cairo_t *cr)
{
  cairo_move_to (cr, 0.5, 0.76);
  cairo_line_to (cr, 0.5, 0.54);
  cairo_line_to (cr, 0.3, 0.32);
  cairo_move_to (cr, 0.5, 0.54);
  cairo_line_to (cr, 0.7, 0.32);
  cairo_stroke (cr);
}

static void
draw_sign (cairo_t *cr, PlumbTone tone)
{
  gboolean filled = tone == PLUMB_TONE_DO || tone == PLUMB_TONE_AVOID || tone == PLUMB_TONE_URGENT;

  if (tone == PLUMB_TONE_CAUTION)
    draw_triangle (cr);
  else
    draw_disc (cr, filled);
  if (filled)
    cairo_set_source_rgb (cr, 1, 1, 1);
  if (tone == PLUMB_TONE_DO)
    draw_check (cr);
  else if (tone == PLUMB_TONE_AVOID)
    draw_cross (cr);
  else if (tone == PLUMB_TONE_CONSIDER)
    draw_fork (cr);
  else if (tone == PLUMB_TONE_INFORM)
    draw_stem_and_dot (cr, 0.48, 0.7, 0.29);
  else if (tone == PLUMB_TONE_CAUTION)
    draw_stem_and_dot (cr, 0.4, 0.6, 0.77);
  else
    draw_stem_and_dot (cr, 0.25, 0.55, 0.75);
}

void
plumb_painter_draw_mark (const PlumbPainter *self,
                         cairo_t *cr,
                         PlumbTone tone,
                         double x,
                         double y,
                         double size)
{
  static const PlumbColor black = { 0, 0, 0 };
  PlumbColor color = self->black_and_white ? black : plumb_tone_get_color (tone);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_set_line_width (cr, 0.11);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_sign (cr, tone);
  cairo_restore (cr);
}
