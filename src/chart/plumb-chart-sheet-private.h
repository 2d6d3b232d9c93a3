/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-sheet.h"
#include "plumb-chart-svg-private.h"

G_BEGIN_DECLS

/* A stage with its title, and where it stands. */
typedef struct
{
  PlumbChartLayout *layout;
  PlumbChartText title;
  double head; /* height of the title with the space below */
  double height;
  guint column;
  double x; /* from the leading edge */
  double y;
} PlumbSheetPlace;

/* An entry of the legend: the shape of a box, or how one looks. */
typedef struct
{
  PlumbNodeKind kind;
  PlumbLook look;
  const char *words;
  double width;
} PlumbSheetEntry;

struct _PlumbChartSheet
{
  PlumbSvg svg;
  PlumbChartFont *font;
  char *language;
  const PlumbEvaluation *evaluation; /* or NULL */
  GArray *places;                    /* PlumbSheetPlace */
  GArray *entries;                   /* PlumbSheetEntry */
  double gap;                        /* between columns, and between stages */
  double width;                      /* as it is arranged now */
  double height;
  double top; /* of the stages: the legend ends */
};

/* plumb-chart-sheet-legend.c: measuring sets where the stages begin. */
void plumb_chart_sheet_fill_legend (PlumbChartSheet *self);
void plumb_chart_sheet_measure_legend (PlumbChartSheet *self);
void plumb_chart_sheet_write_legend (PlumbChartSheet *self);

/* plumb-chart-sheet.c */
double plumb_chart_sheet_mirror (const PlumbChartSheet *self, double x, double width);

G_END_DECLS
