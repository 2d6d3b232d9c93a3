/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-layout.h"

G_BEGIN_DECLS

/* ---- text: plumb-chart-text.c ---- */

/* The font of a chart and every length that follows from it. */
typedef struct
{
  PangoLayout *measure; /* bold: what fits in bold fits in every standing */
  char *family;
  double size; /* in the units of the context */
  double share; /* of the font's own height of a line */
  double line_height;
  double ascent;
  double body_width; /* of actions and states */
  double pad_x;
  double pad_y;
  double badge; /* radius */
  double lane;  /* between two lanes of a gutter */
  double port;  /* between two arrows at one box */
  double gap;   /* around labels */
  double arrow; /* length of an arrowhead */
  double gutter;       /* least size between columns or rows */
  double stem;         /* from a box down to the first lane */
  double least_height; /* of text in a box */
} PlumbChartFont;

/* Text broken into lines. */
typedef struct
{
  char **lines;
  double width;
  double height;
  double line_height;
} PlumbChartText;

PlumbChartFont *plumb_chart_font_new (const PlumbChartStyle *style);
void plumb_chart_font_free (PlumbChartFont *self);
double plumb_chart_font_measure (PlumbChartFont *self, const char *text);
void plumb_chart_font_break (PlumbChartFont *self, const char *text, double width,
                             guint max_lines, PlumbChartText *result);
double plumb_chart_font_fit (PlumbChartFont *self, PlumbNodeKind kind, const char *text,
                             double width, PlumbChartText *result);
double plumb_chart_font_box_width (PlumbChartFont *self, PlumbNodeKind kind, const char *text);
void plumb_chart_text_clear (PlumbChartText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbChartFont, plumb_chart_font_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbChartText, plumb_chart_text_clear)

/* ---- shapes: plumb-chart-shape.c ---- */

double plumb_chart_shape_slant (double width, double height);
double plumb_chart_shape_top (PlumbNodeKind kind, double width, double height, double offset);
double plumb_chart_shape_reach (PlumbNodeKind kind, double width, double height,
                                const PlumbChartFont *font);
void plumb_chart_shape_badge (PlumbNodeKind kind, const PlumbRectangle *area, gboolean mirrored,
                              double radius, PlumbRectangle *badge);

/* ---- the plan: plumb-chart-plan.c, -route.c, -ports.c, -place.c, -lanes.c ---- */

#define PLUMB_CHART_NOTHING G_MAXUINT

/* A box on the grid. Rows and columns that hold nothing are left out of it. */
typedef struct
{
  const PlumbNode *node;
  guint column;
  guint row;
  double base_width;
  double width;
  double height;
  double x; /* of the center, once placed */
  double y;
  gboolean apart; /* no arrow but a straight one may arrive at the middle */
  gboolean split; /* arrows merge only with their neighbors */
  PlumbChartText text;
} PlumbPlanBox;

/* How an edge gets past the rows between its ends. */
typedef enum
{
  PLUMB_PASSAGE_SIDE,   /* same row: from side to side */
  PLUMB_PASSAGE_NEXT,   /* next row: no row between */
  PLUMB_PASSAGE_SOURCE, /* down the free cells below the source */
  PLUMB_PASSAGE_TARGET, /* down the free cells above the target */
  PLUMB_PASSAGE_GUTTER, /* along a gutter between columns */
} PlumbPassage;

typedef struct
{
  const PlumbExit *exit;
  guint source;
  guint target;
  PlumbPassage passage;
  guint gutter;
  PlumbChartText label;
  PlumbRectangle label_area;
  int label_side; /* -1: left of its segment, 1: right, 0: above it */
  double port;    /* where it arrives, from the middle of the target's top */
  PlumbPoint points[8];
  guint n_points;
} PlumbPlanEdge;

/* The vertical of one source in a gutter between columns. */
typedef struct
{
  guint net; /* the source box: its exits share what they can */
  guint gutter;
  guint first; /* the horizontal gutters between which it runs */
  guint last;
  GArray *lefts; /* guint: horizontal gutters in which it turns left, and right */
  GArray *rights;
  guint lane;
} PlumbPlanTrunk;

/* Where a vertical meets a horizontal, and the box at its other end, or nothing. */
typedef struct
{
  double x;
  guint box;
} PlumbPlanPin;

/* The horizontal of one source in a gutter between rows. */
typedef struct
{
  guint net;
  guint gutter;
  double x0;
  double x1;
  GArray *tops; /* PlumbPlanPin: where verticals meet it from above, and from below */
  GArray *bottoms;
  guint lane;
} PlumbPlanBus;

typedef struct
{
  double start;
  double lanes; /* where the first lane is */
  double size;
  double before; /* room that labels need before and after the lanes */
  double after;
  guint n_lanes;
} PlumbPlanGutter;

typedef struct
{
  PlumbChartFont *font;
  guint n_columns;
  guint n_rows;
  GHashTable *cells; /* of the boxes */
  PlumbPlanBox *boxes;
  guint n_boxes;
  PlumbPlanEdge *edges;
  guint n_edges;
  double *column_widths;
  double *row_heights;
  PlumbPlanGutter *verticals;   /* n_columns + 1, before each column */
  PlumbPlanGutter *horizontals; /* n_rows + 1, above each row */
  GPtrArray *trunks;            /* PlumbPlanTrunk */
  GPtrArray *buses;             /* PlumbPlanBus */
  GHashTable *trunk_index;
  GHashTable *bus_index;
  double width;
  double height;
} PlumbChartPlan;

PlumbChartPlan *plumb_chart_plan_new (const PlumbStage *stage, const PlumbChartStyle *style);
void plumb_chart_plan_free (PlumbChartPlan *self);
guint plumb_chart_plan_cell (const PlumbChartPlan *self, guint column, guint row);

/* Chooses how every edge passes, and places everything. */
void plumb_chart_plan_route (PlumbChartPlan *self);
guint plumb_chart_plan_count_crossings (const PlumbChartPlan *self);

/* Places everything for the passages chosen. */
void plumb_chart_plan_place (PlumbChartPlan *self);
void plumb_chart_plan_assign_ports (PlumbChartPlan *self);
void plumb_chart_plan_assign_trunks (PlumbChartPlan *self);
gboolean plumb_chart_plan_assign_buses (PlumbChartPlan *self);
PlumbPlanTrunk *plumb_chart_plan_ensure_trunk (PlumbChartPlan *self, guint net, guint gutter);
PlumbPlanBus *plumb_chart_plan_ensure_bus (PlumbChartPlan *self, guint net, guint gutter);
double plumb_chart_plan_trunk_x (const PlumbChartPlan *self, guint net, guint gutter);
double plumb_chart_plan_bus_y (const PlumbChartPlan *self, guint net, guint gutter);
void plumb_chart_plan_draw_edges (PlumbChartPlan *self);
void plumb_chart_plan_place_labels (PlumbChartPlan *self);

void plumb_chart_order (guint n, const guint *cost, guint *order);
guint plumb_chart_stack (guint n, const guint *order, const gboolean *apart, guint *levels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbChartPlan, plumb_chart_plan_free)

/* ---- the layout, for the SVG writer ---- */

typedef struct
{
  char *family;
  double size;
  double ascent;
  double line_height;
  double arrow;
  char *language;
  gboolean right_to_left;
} PlumbChartType;

const PlumbChartType *plumb_chart_layout_get_type_setting (const PlumbChartLayout *self);

G_END_DECLS
