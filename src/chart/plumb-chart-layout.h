/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} PlumbPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} PlumbRectangle;

/* How text is set: everything is in the units of the Pango context (points on
 * paper, logical pixels on screen). */
typedef struct
{
  PangoContext *context;  /* borrowed; its font map, resolution and language count */
  const char *font;       /* Pango font description of box text, such as "Cantarell 10.5" */
  const char *language;   /* of the pathway's texts; NULL: source language */
  gboolean right_to_left; /* mirror the columns */
  gboolean compact;       /* as close as can be, for much on one sheet */
} PlumbChartStyle;

/* One box: the outline's rectangle and the lines of its text, centered in it. */
typedef struct
{
  const PlumbNode *node;
  PlumbRectangle area;
  PlumbRectangle text_area; /* where the text stands, inside the outline */
  char **lines;             /* NULL-terminated, broken to fit */
  double line_height;
  PlumbRectangle badge; /* the circle with the number, on the upper leading corner; empty on links */
} PlumbChartBox;

/* One exit: an orthogonal polyline from outline to outline, arrow at the end. */
typedef struct
{
  const PlumbExit *exit;
  PlumbPoint *points;
  guint n_points;
  PlumbRectangle label; /* empty when the exit has none */
  char **label_lines;   /* NULL when none */
  double label_align;   /* where the lines stand in the label: 0 left, 0.5 middle, 1 right */
} PlumbChartEdge;

/**
 * PlumbChartLayout:
 *
 * The geometry of one stage: where boxes, edges and labels stand. It depends on
 * the stage, its texts and the style, never on answers. Immutable, ref-counted.
 */
typedef struct _PlumbChartLayout PlumbChartLayout;

#define PLUMB_TYPE_CHART_LAYOUT (plumb_chart_layout_get_type ())
GType plumb_chart_layout_get_type (void);

PlumbChartLayout *plumb_chart_layout_new (const PlumbStage *stage, const PlumbChartStyle *style);
PlumbChartLayout *plumb_chart_layout_ref (PlumbChartLayout *self);
void plumb_chart_layout_unref (PlumbChartLayout *self);

const PlumbStage *plumb_chart_layout_get_stage (const PlumbChartLayout *self);
double plumb_chart_layout_get_width (const PlumbChartLayout *self);
double plumb_chart_layout_get_height (const PlumbChartLayout *self);
double plumb_chart_layout_get_line_height (const PlumbChartLayout *self);
const PlumbChartBox *plumb_chart_layout_get_boxes (const PlumbChartLayout *self, guint *n_boxes);
const PlumbChartEdge *plumb_chart_layout_get_edges (const PlumbChartLayout *self, guint *n_edges);
const PlumbChartBox *plumb_chart_layout_find_box (const PlumbChartLayout *self,
                                                  const PlumbNode *node);
/* The corners of the outline of a box of this kind and size, for hexagons and rectangles;
 * rounded boxes and ovals are drawn from their area. Returns the number of points, at most 6. */
guint plumb_chart_outline (PlumbNodeKind kind, const PlumbRectangle *area, PlumbPoint points[6]);
/* The radius of the corners of states (half circles at the ends) and actions; 0 for the others. */
double plumb_chart_corner_radius (PlumbNodeKind kind, const PlumbRectangle *area);
/* The length of an arrowhead, which is two thirds as wide. */
double plumb_chart_layout_get_arrow_length (const PlumbChartLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbChartLayout, plumb_chart_layout_unref)

G_END_DECLS
