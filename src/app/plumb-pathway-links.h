/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-palette.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* Where the stages of a pathway stand: in rows, one after another, each in a cell. */
typedef struct
{
  guint n_columns;
  double cell_width;
  double cell_height;
  double gutter; /* above each row and before each column: there the links run */
  double width;  /* of the whole */
  gboolean right_to_left;
} PlumbPathwayGrid;

/* The upper left corner of the cell of a stage. */
graphene_point_t plumb_pathway_grid_locate (const PlumbPathwayGrid *self, guint index);
/* The links from stage to stage, each as it stands. */
void plumb_pathway_links_draw (cairo_t *cr,
                               const PlumbPathwayGrid *grid,
                               GPtrArray *stages,
                               PlumbEvaluation *evaluation,
                               const PlumbChartPalette *palette);

G_END_DECLS
