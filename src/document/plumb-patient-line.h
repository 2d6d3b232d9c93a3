/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

G_BEGIN_DECLS

char *
plumb_patient_line (const PlumbEvaluation *evaluation, const char *language, gboolean with_age);

G_END_DECLS
