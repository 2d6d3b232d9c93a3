/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

PlumbDocument *plumb_poster_new (PlumbEvaluation *evaluation,
                                 const PlumbStage *stage,
                                 const char *language,
                                 double width,
                                 double height);

G_END_DECLS
