/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-painter.h"

#include <librsvg/rsvg.h>

G_BEGIN_DECLS

/* Debian's default fonts; the second and third are for what the first lacks. */
#define PLUMB_PAPER_FONTS "Cantarell, Noto Sans, Noto Sans Arabic, DejaVu Sans, sans-serif"

/*
 * Three steps, one file each: measuring turns blocks into items that know their
 * height (plumb-painter-measure.c), flowing places them on pages as pieces
 * (plumb-painter-flow.c), drawing paints the pieces (plumb-painter-draw.c).
 * All lengths are points.
 */

typedef struct
{
  double red;
  double green;
  double blue;
} PlumbColor;

/* What is never cut in two: one line of running text, a row, a picture; or a
 * run of other items (columns, notice) that flow on their own. */
typedef struct
{
  const PlumbBlock *block;
  PangoLayout *layouts[PLUMB_N_CELLS];
  RsvgHandle *picture;
  double width;
  double height;
  double space;  /* above; none at the top of a page */
  double indent; /* of the text, from the leading edge */
  double scale;  /* under 1 when larger than a page */
  gboolean keep; /* on the page of the item that follows */
  guint line;    /* which line of the text */
  double line_top;
  double line_baseline;
  double line_x;
  double picture_width;
  double picture_height;
  GPtrArray *children[2]; /* PlumbItem; columns and notices */
} PlumbItem;

/* An item in its place. */
typedef struct
{
  const PlumbItem *item;
  double x;
  double y;
  double height; /* of frames, which may go on over pages */
} PlumbPiece;

typedef struct
{
  GArray *frames; /* PlumbPiece, behind all others */
  GArray *pieces; /* PlumbPiece */
} PlumbPage;

struct _PlumbPainter
{
  PlumbDocument *document;
  double width;
  double height;
  double margin;
  double top;         /* of the content on the first page */
  double running_top; /* of the content on all others */
  double bottom;      /* of the content */
  double body;        /* size of running text */
  gboolean right_to_left;
  gboolean black_and_white;
  PangoContext *context;
  GPtrArray *items;  /* PlumbItem, the top level */
  GPtrArray *footer; /* PlumbItem */
  PlumbItem *header; /* or NULL */
  double footer_height;
  GPtrArray *pages; /* PlumbPage */
};

/* What stands open in the tree of tags, while pieces of one page go by. */
typedef struct
{
  PlumbPainter *painter;
  cairo_t *cr;
  gboolean tagged;
  const char *container;   /* L or Table, or NULL */
  const PlumbBlock *block; /* whose tag is open, or NULL */
  gboolean body;           /* and in it that of a list item's text */
} PlumbBrush;

void plumb_brush_set_color (const PlumbBrush *brush, PlumbColor color);
void
plumb_brush_draw_rule (const PlumbBrush *brush, double x, double y, double width, double line_width);
void plumb_brush_draw_frame (const PlumbBrush *brush, const PlumbPiece *piece);
void plumb_brush_begin_tag (const PlumbBrush *brush, const char *name);
void plumb_brush_end_tag (const PlumbBrush *brush, const char *name);
void plumb_brush_open_block (PlumbBrush *brush, const PlumbBlock *block);
void plumb_brush_close_all (PlumbBrush *brush);

PangoContext *plumb_painter_create_context (const char *language);
PangoLayout *plumb_painter_create_layout (PlumbPainter *self,
                                          const PlumbInline *content,
                                          double size,
                                          gboolean bold,
                                          double width);
void plumb_painter_measure (PlumbPainter *self);
void plumb_painter_flow (PlumbPainter *self);
void plumb_painter_draw (PlumbPainter *self, cairo_t *cr, guint page, gboolean tagged);
void plumb_item_free (PlumbItem *item);
/* What is free below the content of the first page, and how wide it is. */
double plumb_painter_get_free_height (PlumbPainter *self);
double plumb_painter_get_content_width (const PlumbPainter *self);

/* The edge from which something this wide is drawn, mirrored where text runs to the left. */
double plumb_painter_mirror (const PlumbPainter *self, double x, double width);
double plumb_painter_get_padding (const PlumbPainter *self);
double plumb_painter_get_row_padding (const PlumbPainter *self);
double plumb_painter_get_column_gap (const PlumbPainter *self);
void plumb_painter_get_cell (const PlumbPainter *self,
                             const PlumbItem *item,
                             PlumbCell cell,
                             double *x,
                             double *width);
double plumb_layout_get_height (PangoLayout *layout);
double plumb_layout_get_baseline (PangoLayout *layout);
void plumb_layout_show_line (cairo_t *cr, PangoLayout *layout, PangoLayoutLine *line);
void plumb_layout_show (cairo_t *cr, PangoLayout *layout, double x, double y);

void plumb_painter_draw_mark (const PlumbPainter *self,
                              cairo_t *cr,
                              PlumbTone tone,
                              double x,
                              double y,
                              double size);
PlumbColor plumb_tone_get_color (PlumbTone tone);

GBytes *plumb_picture_drop_colors (GBytes *svg);
GBytes *plumb_pdf_describe (GBytes *pdf,
                            const char *language,
                            gboolean right_to_left,
                            GPtrArray *alternatives);

G_END_DECLS
