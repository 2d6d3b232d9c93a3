/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* What the chart says in words, to those who hear it. */
char *plumb_chart_describe_node (const PlumbNode *node, PlumbStanding standing);
const char *plumb_chart_standing_word (PlumbStanding standing);
char *plumb_chart_exit_text (const PlumbExit *exit);
gboolean plumb_chart_is_paused (const PlumbEvaluation *evaluation, const PlumbStage *stage);
char *plumb_chart_describe_pause (const PlumbEvaluation *evaluation, const PlumbStage *stage);

G_END_DECLS
