/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a box or a line stands can be told where all colors are one. */

#include "plumb-chart-drawing.h"

#include <string.h>

#define WIDTH 160
#define HEIGHT 90

static const PlumbStanding standings[] = { PLUMB_STANDING_TAKEN, PLUMB_STANDING_CURRENT,
                                           PLUMB_STANDING_OPEN, PLUMB_STANDING_RULED_OUT };
static const PlumbNodeKind kinds[]
    = { PLUMB_NODE_STATE, PLUMB_NODE_DECISION, PLUMB_NODE_ACTION, PLUMB_NODE_LINK };

/* Black lines, and nothing that fills. */
static PlumbChartPalette
one_color (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const GdkRGBA white = { 1, 1, 1, 1 };

  return (PlumbChartPalette){ black, white, black, black, black, white };
}

typedef void (*Draw) (cairo_t *cr, PlumbNodeKind kind, PlumbStanding standing);

static cairo_surface_t *
paint (Draw draw, PlumbNodeKind kind, PlumbStanding standing)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw (cr, kind, standing);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The share of the picture in which two of them are plainly light and dark. */
static double
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *one = cairo_image_surface_get_data (a);
  const guchar *other = cairo_image_surface_get_data (b);
  guint n = 0;

  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    n += ABS ((int) one[4 * i] - (int) other[4 * i]) > 96;

  return n / (double) (WIDTH * HEIGHT);
}

static void
assert_told_apart (Draw draw, PlumbNodeKind kind, double least)
{
  cairo_surface_t *pictures[G_N_ELEMENTS (standings)];

  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    pictures[i] = paint (draw, kind, standings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (compare (pictures[i], pictures[j]), >, least);
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    cairo_surface_destroy (pictures[i]);
}

static void
draw_box (cairo_t *cr, PlumbNodeKind kind, PlumbStanding standing)
{
  PlumbRectangle area = { 20, 20, WIDTH - 40, HEIGHT - 40 };
  PlumbRectangle badge = { 120, 10, 22, 22 };
  PlumbChartPalette palette = one_color ();

  plumb_chart_draw_box (cr, kind, &area, standing, FALSE, &palette);
  if (standing == PLUMB_STANDING_TAKEN)
    plumb_chart_draw_check (cr, &badge, &palette);
}

static void
test_boxes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    assert_told_apart (draw_box, kinds[i], 0.008);
}

/* A line, and so a box of another kind, is taken or open or ruled out; current is a box alone. */
static void
draw_line (cairo_t *cr, PlumbNodeKind kind, PlumbStanding standing)
{
  const PlumbPoint points[] = { { 10, 10 }, { 10, 60 }, { 150, 60 } };
  PlumbChartPalette palette = one_color ();

  plumb_chart_draw_edge (cr, points, G_N_ELEMENTS (points), 9, standing, &palette);
}

static void
test_lines (void)
{
  cairo_surface_t *taken = paint (draw_line, PLUMB_NODE_STATE, PLUMB_STANDING_TAKEN);
  cairo_surface_t *open = paint (draw_line, PLUMB_NODE_STATE, PLUMB_STANDING_OPEN);
  cairo_surface_t *ruled_out = paint (draw_line, PLUMB_NODE_STATE, PLUMB_STANDING_RULED_OUT);

  g_assert_cmpfloat (compare (taken, open), >, 0.008);
  g_assert_cmpfloat (compare (taken, ruled_out), >, 0.008);
  g_assert_cmpfloat (compare (open, ruled_out), >, 0.002);
  cairo_surface_destroy (taken);
  cairo_surface_destroy (open);
  cairo_surface_destroy (ruled_out);
}

/* What is ruled out is the thinnest of all, what is taken the thickest. */
static void
test_widths (void)
{
  g_assert_cmpfloat (plumb_chart_line_width (PLUMB_STANDING_RULED_OUT), <,
                     plumb_chart_line_width (PLUMB_STANDING_OPEN));
  g_assert_cmpfloat (1.5 * plumb_chart_line_width (PLUMB_STANDING_OPEN), <,
                     plumb_chart_line_width (PLUMB_STANDING_TAKEN));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-look/boxes", test_boxes);
  g_test_add_func ("/chart-look/lines", test_lines);
  g_test_add_func ("/chart-look/widths", test_widths);

  return g_test_run ();
}
