/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-panel.h"
#include "plumb-evaluation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_CHART (plumb_teaching_chart_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingChart, plumb_teaching_chart, PLUMB, TEACHING_CHART, AdwBin)

/**
 * PlumbTeachingChart:
 *
 * The chart of a teaching case, to be looked at: no answer is given on it. It has a
 * session of its own, which no consultation ever sees.
 */
GtkWidget *plumb_teaching_chart_new (PlumbPathway *pathway);
GtkWidget *plumb_teaching_chart_new_plain (PlumbPathway *pathway);
/* The chart of a stage to be filled in: only its first boxes show their text. */
void
plumb_teaching_chart_show_blank (PlumbTeachingChart *self, const PlumbStage *stage, guint n_filled);
const PlumbStage *plumb_teaching_chart_get_stage (PlumbTeachingChart *self);
/* Moves to a set of answers, and to a box where there is one. */
void plumb_teaching_chart_show (PlumbTeachingChart *self,
                                PlumbEvaluation *evaluation,
                                const PlumbNode *node);
/* Marks the boxes that turn on questions which were missed (PlumbFinding). */
void plumb_teaching_chart_set_missed (PlumbTeachingChart *self, GPtrArray *findings);
gboolean plumb_teaching_chart_is_missed (PlumbTeachingChart *self, const PlumbNode *node);
PlumbEvaluation *plumb_teaching_chart_get_evaluation (PlumbTeachingChart *self); /* borrowed */

/* For any chart of the window for teaching. */
void plumb_teaching_chart_spare_room (PlumbChartPanel *panel);

G_END_DECLS
