/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"
#include "plumb-evaluation.h"

G_BEGIN_DECLS

PlumbDocument *plumb_note_new_document (PlumbEvaluation *evaluation, const char *language);
char *plumb_note_new (PlumbEvaluation *evaluation, const char *language);

G_END_DECLS
