/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation.h"

G_BEGIN_DECLS

gboolean plumb_answer_parse (const PlumbFinding *finding,
                             const char *text,
                             PlumbValue *value,
                             GError **error);
char *plumb_answer_format (const PlumbFinding *finding, const PlumbValue *value);
gboolean plumb_answer_is_normal (const PlumbFinding *finding, const PlumbValue *value);
const PlumbText *plumb_answer_get_line (const PlumbFinding *finding);
PlumbValue plumb_answer_for_line (const PlumbFinding *finding, gboolean yes);
GArray *plumb_answer_list_normal (GPtrArray *findings, const PlumbValue *answers);
gboolean plumb_answer_is_yes_no_list (GPtrArray *findings);
guint plumb_answer_count_normal (GPtrArray *findings);
const PlumbScore *plumb_answer_find_score (PlumbPathway *pathway, const PlumbFinding *finding);

G_END_DECLS
