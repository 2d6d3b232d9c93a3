/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-explanation.h"

G_BEGIN_DECLS

/* GArray of PlumbExplanationChange, of each of which one is needed to make a guard true. */
GPtrArray *plumb_explanation_find_needs (const PlumbEvaluation *evaluation,
                                         const PlumbCandidates *candidates,
                                         const PlumbExpression *guard, gboolean *suffice);

G_END_DECLS
