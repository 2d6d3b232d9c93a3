/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-answer-control.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_ANSWER_LIST (plumb_answer_list_get_type ())
G_DECLARE_FINAL_TYPE (PlumbAnswerList, plumb_answer_list, PLUMB, ANSWER_LIST, PlumbAnswerControl)

PlumbAnswerList *
plumb_answer_list_new (PlumbSession *session, const PlumbFinding *finding, guint first_key);
PlumbAnswerList *plumb_answer_list_new_compact (PlumbSession *session, const PlumbFinding *finding);
guint plumb_answer_list_get_n_answers (PlumbAnswerList *self);
void plumb_answer_list_press (PlumbAnswerList *self, guint position);

G_END_DECLS
