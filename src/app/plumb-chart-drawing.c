/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-drawing.h"

#include <math.h>

static const double dashes[] = { 6, 4 };

const GdkRGBA *
plumb_chart_line_color (const PlumbChartPalette *palette, PlumbStanding standing)
{
  switch (standing)
    {
    case PLUMB_STANDING_TAKEN:
    case PLUMB_STANDING_CURRENT:
      return &palette->route;
    case PLUMB_STANDING_RULED_OUT:
      return &palette->ruled_out;
    case PLUMB_STANDING_OPEN:
    default:
      return &palette->open;
    }
}

double
plumb_chart_line_width (PlumbStanding standing)
{
  switch (standing)
    {
    case PLUMB_STANDING_TAKEN:
    case PLUMB_STANDING_CURRENT:
      return 2.75;
    case PLUMB_STANDING_RULED_OUT:
      return 1;
    case PLUMB_STANDING_OPEN:
    default:
      return 1.5;
    }
}

static void
trace_ellipse (cairo_t *cr, const PlumbRectangle *area)
{
  cairo_save (cr);
  cairo_translate (cr, area->x + area->width / 2, area->y + area->height / 2);
  cairo_scale (cr, area->width / 2, area->height / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_restore (cr);
}

static void
trace_rounded (cairo_t *cr, const PlumbRectangle *area, double radius)
{
  double right = area->x + area->width;
  double bottom = area->y + area->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, area->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, area->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, area->x + radius, area->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace_corners (cairo_t *cr, PlumbNodeKind kind, const PlumbRectangle *area)
{
  PlumbPoint points[6];
  guint n_points = plumb_chart_outline (kind, area, points);

  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

static void
trace (cairo_t *cr, PlumbNodeKind kind, const PlumbRectangle *area)
{
  switch (kind)
    {
    case PLUMB_NODE_LINK:
      trace_ellipse (cr, area);
      break;
    case PLUMB_NODE_DECISION:
      trace_corners (cr, kind, area);
      break;
    case PLUMB_NODE_STATE:
    case PLUMB_NODE_ACTION:
    default:
      trace_rounded (cr, area, plumb_chart_corner_radius (kind, area));
      break;
    }
}

static void
set_line (cairo_t *cr, PlumbStanding standing, gboolean tried, const PlumbChartPalette *palette)
{
  double width = plumb_chart_line_width (standing);
  double dots[] = { 0, 1.5 * width + 2 };

  gdk_cairo_set_source_rgba (cr, plumb_chart_line_color (palette, standing));
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, tried ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (tried)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  else if (standing == PLUMB_STANDING_OPEN)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
strike (cairo_t *cr, const PlumbRectangle *area)
{
  cairo_move_to (cr, area->x + area->width * 0.06, area->y + area->height * 0.9);
  cairo_line_to (cr, area->x + area->width * 0.94, area->y + area->height * 0.1);
  cairo_stroke (cr);
}

static void
draw_ring (cairo_t *cr, PlumbNodeKind kind, const PlumbRectangle *area)
{
  PlumbRectangle ring = { area->x - PLUMB_CHART_RING, area->y - PLUMB_CHART_RING,
                          area->width + 2 * PLUMB_CHART_RING, area->height + 2 * PLUMB_CHART_RING };

  trace (cr, kind, &ring);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_box (cairo_t *cr,
          PlumbNodeKind kind,
          const PlumbRectangle *area,
          PlumbStanding standing,
          gboolean tried,
          gboolean hovered,
          const PlumbChartPalette *palette)
{
  const GdkRGBA *fill
      = standing == PLUMB_STANDING_TAKEN && !tried ? &palette->route_fill : &palette->paper;
  GdkRGBA shade = palette->route;

  trace (cr, kind, area);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  if (hovered)
    {
      shade.alpha = 0.08f;
      gdk_cairo_set_source_rgba (cr, &shade);
      cairo_fill_preserve (cr);
    }
  set_line (cr, standing, tried, palette);
  cairo_stroke (cr);
  if (standing == PLUMB_STANDING_RULED_OUT)
    strike (cr, area);
  if (standing == PLUMB_STANDING_CURRENT)
    draw_ring (cr, kind, area);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/**
 * plumb_chart_draw_box:
 * @cr: a cairo context
 * @kind: the shape
 * @area: the rectangle around it
 * @standing: how the box stands
 * @hovered: whether the pointer is over it
 * @palette: the colors
 *
 * Draws the outline of a box and what fills it.
 */
void
plumb_chart_draw_box (cairo_t *cr,
                      PlumbNodeKind kind,
                      const PlumbRectangle *area,
                      PlumbStanding standing,
                      gboolean hovered,
                      const PlumbChartPalette *palette)
{
  draw_box (cr, kind, area, standing, FALSE, hovered, palette);
}

/* Dotted: as it would stand with the answers that are tried. */
void
plumb_chart_draw_tried_box (cairo_t *cr,
                            PlumbNodeKind kind,
                            const PlumbRectangle *area,
                            PlumbStanding standing,
                            gboolean hovered,
                            const PlumbChartPalette *palette)
{
  draw_box (cr, kind, area, standing, TRUE, hovered, palette);
}

/* The disc behind the number; its rim keeps it apart from the outline below it. */
void
plumb_chart_draw_badge (cairo_t *cr,
                        const PlumbRectangle *badge,
                        PlumbStanding standing,
                        const PlumbChartPalette *palette)
{
  PlumbRectangle rim = { badge->x - 1, badge->y - 1, badge->width + 2, badge->height + 2 };

  trace_ellipse (cr, &rim);
  gdk_cairo_set_source_rgba (cr, &palette->paper);
  cairo_fill (cr);
  trace_ellipse (cr, badge);
  gdk_cairo_set_source_rgba (cr, plumb_chart_line_color (palette, standing));
  cairo_fill (cr);
}

/* A badge with a check mark, on the other upper corner of what is taken. */
void
plumb_chart_draw_check (cairo_t *cr, const PlumbRectangle *badge, const PlumbChartPalette *palette)
{
  double unit = badge->width / 20;

  plumb_chart_draw_badge (cr, badge, PLUMB_STANDING_TAKEN, palette);
  cairo_move_to (cr, badge->x + 5.5 * unit, badge->y + 10.5 * unit);
  cairo_rel_line_to (cr, 3.2 * unit, 3.2 * unit);
  cairo_rel_line_to (cr, 5.8 * unit, -6.6 * unit);
  gdk_cairo_set_source_rgba (cr, &palette->paper);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2 * unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/* A badge with a triangle, there too, on the box at which the consultation is: beside the box it
 * would meet the lines that pass. */
void
plumb_chart_draw_marker (cairo_t *cr,
                         const PlumbRectangle *badge,
                         gboolean right_to_left,
                         const PlumbChartPalette *palette)
{
  double unit = badge->width / 20 * (right_to_left ? -1 : 1);
  double middle = badge->x + badge->width / 2;

  plumb_chart_draw_badge (cr, badge, PLUMB_STANDING_CURRENT, palette);
  cairo_move_to (cr, middle + 5.5 * unit, badge->y + badge->height / 2);
  cairo_rel_line_to (cr, -8.5 * unit, -5 * fabs (unit));
  cairo_rel_line_to (cr, 0, 10 * fabs (unit));
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &palette->paper);
  cairo_fill (cr);
}

static void
draw_arrow (cairo_t *cr, const PlumbPoint *from, const PlumbPoint *tip, double length)
{
  double dx = tip->x - from->x;
  double dy = tip->y - from->y;
  double distance = hypot (dx, dy);
  double half = length / 3;

  if (distance <= 0)
    return;
  dx /= distance;
  dy /= distance;
  cairo_move_to (cr, tip->x, tip->y);
  cairo_line_to (cr, tip->x - dx * length - dy * half, tip->y - dy * length + dx * half);
  cairo_line_to (cr, tip->x - dx * length + dy * half, tip->y - dy * length - dx * half);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Up to the foot of the arrowhead, so that a thick line does not blunt its tip. */
static void
trace_line (cairo_t *cr, const PlumbPoint *points, guint n_points, double arrow_length)
{
  const PlumbPoint *tip = &points[n_points - 1];
  const PlumbPoint *before = &points[n_points - 2];
  double distance = hypot (tip->x - before->x, tip->y - before->y);
  double share = distance > 0 ? MAX (0, distance - arrow_length * 0.8) / distance : 0;

  for (guint i = 0; i + 1 < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_line_to (cr, before->x + (tip->x - before->x) * share,
                 before->y + (tip->y - before->y) * share);
}

static void
draw_edge (cairo_t *cr,
           const PlumbPoint *points,
           guint n_points,
           double arrow_length,
           PlumbStanding standing,
           gboolean tried,
           const PlumbChartPalette *palette)
{
  set_line (cr, standing, tried, palette);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_line (cr, points, n_points, arrow_length);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  draw_arrow (cr, &points[n_points - 2], &points[n_points - 1],
              standing == PLUMB_STANDING_RULED_OUT ? arrow_length * 0.75 : arrow_length);
}

/**
 * plumb_chart_draw_edge:
 * @cr: a cairo context
 * @points: (array length=n_points): the corners of its line
 * @n_points: how many, at least two
 * @arrow_length: of the arrowhead at the last of them
 * @standing: how the exit stands
 * @palette: the colors
 *
 * Draws the line of an exit and its arrowhead.
 */
void
plumb_chart_draw_edge (cairo_t *cr,
                       const PlumbPoint *points,
                       guint n_points,
                       double arrow_length,
                       PlumbStanding standing,
                       const PlumbChartPalette *palette)
{
  g_return_if_fail (n_points >= 2);

  draw_edge (cr, points, n_points, arrow_length, standing, FALSE, palette);
}

/* Dotted, as such a box. */
void
plumb_chart_draw_tried_edge (cairo_t *cr,
                             const PlumbPoint *points,
                             guint n_points,
                             double arrow_length,
                             PlumbStanding standing,
                             const PlumbChartPalette *palette)
{
  g_return_if_fail (n_points >= 2);

  draw_edge (cr, points, n_points, arrow_length, standing, TRUE, palette);
}
