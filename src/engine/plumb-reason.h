/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* Why an advice is in force, in short phrases: what every panel and page shows. */
char **plumb_reason_list (const PlumbEvaluation *evaluation,
                          const PlumbRecommendation *recommendation, const char *language,
                          guint maximum);
/* The answers to some findings in the same words. */
char **plumb_reason_list_findings (const PlumbEvaluation *evaluation, GPtrArray *findings,
                                   const char *language, guint maximum);

G_END_DECLS
