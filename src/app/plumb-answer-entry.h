/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-answer-control.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_ANSWER_ENTRY (plumb_answer_entry_get_type ())
G_DECLARE_FINAL_TYPE (PlumbAnswerEntry, plumb_answer_entry, PLUMB, ANSWER_ENTRY, PlumbAnswerControl)

gboolean plumb_answer_entry_commit (PlumbAnswerEntry *self);
gboolean plumb_answer_entry_revert (PlumbAnswerEntry *self);
PlumbAnswerEntry *plumb_answer_entry_find (GtkWidget *focus);

G_END_DECLS
