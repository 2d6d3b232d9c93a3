/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-layout.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

/**
 * PlumbChartSheet:
 *
 * Stages side by side and below one another in as many columns as suit a sheet
 * of paper, with a legend above them.
 */
typedef struct _PlumbChartSheet PlumbChartSheet;

PlumbChartSheet *plumb_chart_sheet_new (GPtrArray *stages, /* PlumbStage */
                                        const PlumbChartStyle *style,
                                        const PlumbEvaluation *evaluation);
void plumb_chart_sheet_free (PlumbChartSheet *self);
double plumb_chart_sheet_fit (PlumbChartSheet *self, double width, double height);
char *plumb_chart_sheet_to_svg (PlumbChartSheet *self, double width, double height,
                                const char *title);
char *plumb_chart_sheet_describe (const PlumbChartSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbChartSheet, plumb_chart_sheet_free)

G_END_DECLS
