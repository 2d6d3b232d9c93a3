/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-layout.h"
#include "plumb-chart-palette.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

/**
 * PlumbChartEdges:
 *
 * The edges of one chart with their labels, painted ahead: a render node an
 * edge, made anew only where an answer changed how its exit stands.
 */
typedef struct _PlumbChartEdges PlumbChartEdges;

PlumbChartEdges *plumb_chart_edges_new (PlumbChartLayout *layout, PangoContext *context);
void plumb_chart_edges_free (PlumbChartEdges *self);
gboolean plumb_chart_edges_update (PlumbChartEdges *self,
                                   const PlumbEvaluation *evaluation,
                                   const PlumbEvaluation *recorded,
                                   const PlumbChartPalette *palette);
void plumb_chart_edges_snapshot (PlumbChartEdges *self,
                                 GtkSnapshot *snapshot,
                                 const graphene_rect_t *visible);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbChartEdges, plumb_chart_edges_free)

G_END_DECLS
