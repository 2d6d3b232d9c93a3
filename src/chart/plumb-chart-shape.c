/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-private.h"

#include <math.h>

#define SINE_45 (G_SQRT2 / 2)

double
plumb_chart_shape_slant (double width, double height)
{
  return MIN (height / 4, width / 4);
}

/**
 * plumb_chart_outline:
 * @kind: the shape
 * @area: the rectangle around it
 * @points: (out): up to six corners, clockwise from the upper left
 *
 * The corners of a hexagon (decision) or of a rectangle (anything else, for
 * hit tests; rounded boxes and ovals are drawn from their area).
 *
 * Returns: the number of corners
 */
guint
plumb_chart_outline (PlumbNodeKind kind, const PlumbRectangle *area, PlumbPoint points[6])
{
  double right = area->x + area->width;
  double bottom = area->y + area->height;
  double slant = plumb_chart_shape_slant (area->width, area->height);

  if (kind != PLUMB_NODE_DECISION)
    {
      points[0] = (PlumbPoint){ area->x, area->y };
      points[1] = (PlumbPoint){ right, area->y };
      points[2] = (PlumbPoint){ right, bottom };
      points[3] = (PlumbPoint){ area->x, bottom };
      return 4;
    }
  points[0] = (PlumbPoint){ area->x + slant, area->y };
  points[1] = (PlumbPoint){ right - slant, area->y };
  points[2] = (PlumbPoint){ right, area->y + area->height / 2 };
  points[3] = (PlumbPoint){ right - slant, bottom };
  points[4] = (PlumbPoint){ area->x + slant, bottom };
  points[5] = (PlumbPoint){ area->x, area->y + area->height / 2 };
  return 6;
}

/**
 * plumb_chart_corner_radius:
 * @kind: the shape
 * @area: the rectangle around it
 *
 * Returns: the radius of the corners of states (half circles at the ends, unless
 *   the box is very tall) and of actions; 0 for hexagons and ovals
 */
double
plumb_chart_corner_radius (PlumbNodeKind kind, const PlumbRectangle *area)
{
  if (kind == PLUMB_NODE_STATE)
    return MIN (area->height / 2, area->width / 4);
  if (kind == PLUMB_NODE_ACTION)
    return MIN (area->height / 14, area->width / 24);
  return 0;
}

/* How far below the top of its area an outline is, beside the middle. */
double
plumb_chart_shape_top (PlumbNodeKind kind, double width, double height, double offset)
{
  double share = 2 * offset / width;

  if (kind != PLUMB_NODE_LINK)
    return 0;
  return height / 2 * (1 - sqrt (MAX (0, 1 - share * share)));
}

/* How far from the middle an arrow may arrive at the top: the level part, clear of the badge. */
double
plumb_chart_shape_reach (PlumbNodeKind kind,
                         double width,
                         double height,
                         const PlumbChartFont *font)
{
  PlumbRectangle area = { 0, 0, width, height };
  PlumbRectangle badge;

  if (kind == PLUMB_NODE_LINK)
    return 0.3 * width;
  plumb_chart_shape_badge (kind, &area, FALSE, font->badge, &badge);
  return width / 2
         - MAX (badge.x + badge.width + font->gap / 2, plumb_chart_corner_radius (kind, &area));
}

/* Where the circle with the number stands: on the upper leading corner. */
void
plumb_chart_shape_badge (PlumbNodeKind kind,
                         const PlumbRectangle *area,
                         gboolean mirrored,
                         double radius,
                         PlumbRectangle *badge)
{
  double inset = 0;
  double drop = 0;

  if (kind == PLUMB_NODE_DECISION)
    inset = plumb_chart_shape_slant (area->width, area->height);
  else if (kind == PLUMB_NODE_STATE)
    inset = drop = MAX (0, plumb_chart_corner_radius (kind, area) * (1 - SINE_45) - radius / 2);
  if (mirrored)
    inset = area->width - inset;
  badge->x = area->x + inset - radius;
  badge->y = area->y + drop - radius;
  badge->width = badge->height = 2 * radius;
}
