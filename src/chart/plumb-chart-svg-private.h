/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-private.h"
#include "plumb-chart-svg.h"

G_BEGIN_DECLS

/* The print palette, whatever the theme of the screen. */
#define PLUMB_INK "#241f31"
#define PLUMB_INK_SOFT "#5e5c64"
#define PLUMB_INK_FAINT "#737277"
#define PLUMB_LINE_FAINT "#8a898c"
#define PLUMB_TAKEN "#1a5fb4"
#define PLUMB_TAKEN_FILL "#d6e4f7"
#define PLUMB_PAPER "#ffffff"

/* How something stands on a chart; without an evaluation nothing stands anyhow. */
typedef enum
{
  PLUMB_LOOK_RULED_OUT,
  PLUMB_LOOK_BLANK,
  PLUMB_LOOK_OPEN,
  PLUMB_LOOK_TAKEN,
  PLUMB_LOOK_CURRENT,
} PlumbLook;

/* An SVG document being written. */
typedef struct
{
  GString *text;
  PlumbChartType type;
  gsize lines;  /* where the path now being written begins */
  double scale; /* at which the document shows; 0: as it is */
} PlumbSvg;

void plumb_svg_init (PlumbSvg *self, const PlumbChartFont *font, const PlumbChartStyle *style);
void plumb_svg_open (PlumbSvg *self, double width, double height, const char *title,
                     const char *description);
char *plumb_svg_close (PlumbSvg *self);
void plumb_svg_printf (PlumbSvg *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void plumb_svg_number (PlumbSvg *self, const char *before, double value, const char *after);
void plumb_svg_element_text (PlumbSvg *self, const char *name, const char *content);
void plumb_svg_lines (PlumbSvg *self, const char *const *lines, const PlumbRectangle *area,
                      double line_height, double align, double size, const char *color,
                      gboolean bold);
void plumb_svg_shape (PlumbSvg *self, PlumbNodeKind kind, const PlumbRectangle *area,
                      double inset, const char *attributes);
void plumb_svg_box (PlumbSvg *self, PlumbNodeKind kind, const PlumbRectangle *area,
                    PlumbLook look);
void plumb_svg_badge (PlumbSvg *self, const PlumbRectangle *badge, guint number, PlumbLook look);
void plumb_svg_check (PlumbSvg *self, double x, double y, double radius);
void plumb_svg_arrow (PlumbSvg *self, const PlumbPoint *from, const PlumbPoint *to,
                      PlumbLook look);
void plumb_svg_begin_lines (PlumbSvg *self);
void plumb_svg_add_line (PlumbSvg *self, const PlumbPoint *points, guint n_points,
                         gboolean arrow);
void plumb_svg_end_lines (PlumbSvg *self, PlumbLook look);

const char *plumb_look_ink (PlumbLook look);
PlumbLook plumb_look_of_node (const PlumbEvaluation *evaluation, const PlumbNode *node);
PlumbLook plumb_look_of_exit (const PlumbEvaluation *evaluation, const PlumbExit *exit);
const char *plumb_look_in_words (PlumbLook look, const char *language);
void plumb_svg_stage (PlumbSvg *self, const PlumbChartLayout *layout,
                      const PlumbEvaluation *evaluation);

/* A decision on the route, with what was answered there. */
typedef struct
{
  const PlumbNode *node;
  PlumbLook look;
  char *answer; /* NULL: none yet */
  PlumbChartText question;
  PlumbChartText reply;
  double height;
  double behind; /* where the reply begins on the last line of the question; 0: below it */
} PlumbRouteStep;

/* The route taken while it is drawn from top to bottom. */
typedef struct
{
  PlumbSvg svg;
  const PlumbEvaluation *evaluation;
  PlumbChartFont *font;
  GPtrArray *steps; /* PlumbRouteStep */
  double width;
  double y;
} PlumbRoute;

double plumb_route_mirror (const PlumbRoute *self, double x, double width);
/* The width of the widest word; text may be NULL. */
double plumb_route_measure_word (const PlumbRoute *self, const char *text);
char *plumb_route_name_stage (const PlumbRoute *self, const PlumbStage *stage);
void plumb_route_write_stage (PlumbRoute *self, const PlumbStage *stage, double x, double width);
void plumb_route_write_strip (PlumbRoute *self);
void plumb_route_write_cards (PlumbRoute *self);

G_END_DECLS
