/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-layout.h"
#include "plumb-chart-palette.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* The shapes of a chart, for the view and its legend. How a box stands is told
 * by its outline: thick and filled when taken, double when current, dashed when
 * open, thin and struck through when ruled out; dotted where it would stand so with
 * answers that are only tried. Lengths are in logical pixels. */

/* How far the second outline of a current box, and its badges, reach beyond its area. */
#define PLUMB_CHART_RING 6.0
#define PLUMB_CHART_OVERHANG 30.0

void plumb_chart_draw_box (cairo_t *cr,
                           PlumbNodeKind kind,
                           const PlumbRectangle *area,
                           PlumbStanding standing,
                           gboolean hovered,
                           const PlumbChartPalette *palette);
void plumb_chart_draw_tried_box (cairo_t *cr,
                                 PlumbNodeKind kind,
                                 const PlumbRectangle *area,
                                 PlumbStanding standing,
                                 gboolean hovered,
                                 const PlumbChartPalette *palette);
void plumb_chart_draw_marker (cairo_t *cr,
                              const PlumbRectangle *badge,
                              gboolean right_to_left,
                              const PlumbChartPalette *palette);
void plumb_chart_draw_badge (cairo_t *cr,
                             const PlumbRectangle *badge,
                             PlumbStanding standing,
                             const PlumbChartPalette *palette);
void
plumb_chart_draw_check (cairo_t *cr, const PlumbRectangle *badge, const PlumbChartPalette *palette);
void plumb_chart_draw_edge (cairo_t *cr,
                            const PlumbPoint *points,
                            guint n_points,
                            double arrow_length,
                            PlumbStanding standing,
                            const PlumbChartPalette *palette);
void plumb_chart_draw_tried_edge (cairo_t *cr,
                                  const PlumbPoint *points,
                                  guint n_points,
                                  double arrow_length,
                                  PlumbStanding standing,
                                  const PlumbChartPalette *palette);

const GdkRGBA *plumb_chart_line_color (const PlumbChartPalette *palette, PlumbStanding standing);
double plumb_chart_line_width (PlumbStanding standing);

G_END_DECLS
