/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* Advice in the words of the window. */
const char *plumb_advice_strength_word (PlumbStrength strength);
const char *plumb_advice_strength_title (PlumbStrength strength);
const char *plumb_advice_strength_class (PlumbStrength strength);
const char *plumb_advice_urgency_word (PlumbUrgency urgency);
char *plumb_advice_reason (const PlumbEvaluation *evaluation,
                           const PlumbRecommendation *recommendation,
                           guint most);
char *plumb_advice_statement_ids (GPtrArray *statements, guint most);
char *plumb_advice_statement_texts (GPtrArray *statements);
char *plumb_advice_describe_source (const PlumbSource *source);
char *plumb_advice_review_days (const GDate *earliest, const GDate *due);

G_END_DECLS
