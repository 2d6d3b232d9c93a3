/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-layout.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* One stage as a complete SVG document (text as text). evaluation may be NULL: a blank chart. */
char *plumb_chart_svg (const PlumbChartLayout *layout, const PlumbEvaluation *evaluation);
/* All stages below one another with their titles, one document. */
char *plumb_chart_svg_pathway (PlumbPathway *pathway, const PlumbChartStyle *style,
                               const PlumbEvaluation *evaluation);
/* The taken route as a strip of small boxes with arrows, at most width wide, in as many rows as
 * that takes; for the printed summary. */
char *plumb_chart_svg_route (const PlumbEvaluation *evaluation, const PlumbChartStyle *style,
                             double width);

G_END_DECLS
