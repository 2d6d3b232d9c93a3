/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

G_BEGIN_DECLS

/* What the chart says in words, to those who hear it. */
char *plumb_chart_describe_node (const PlumbNode *node, PlumbStanding standing);
char *plumb_chart_describe_exit (const PlumbExit *exit, PlumbStanding standing);
/* A box with its exits, where they lead and how they stand. */
char *plumb_chart_describe_branch (const PlumbNode *node, const PlumbEvaluation *evaluation);
const char *plumb_chart_standing_word (PlumbStanding standing);
const char *plumb_chart_standing_short (PlumbStanding standing);
char *plumb_chart_exit_text (const PlumbExit *exit);
gboolean plumb_chart_is_paused (PlumbSession *session, const PlumbStage *stage);
char *plumb_chart_describe_pause (PlumbSession *session, const PlumbStage *stage);

G_END_DECLS
