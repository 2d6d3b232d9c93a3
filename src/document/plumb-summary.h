/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

PlumbDocument *plumb_summary_new (PlumbEvaluation *evaluation, const char *language);
PlumbDocument *
plumb_summary_new_full (PlumbEvaluation *evaluation, const char *language, gboolean large);

G_END_DECLS
