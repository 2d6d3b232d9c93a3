/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-question-card.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_QUESTION_PANEL (plumb_question_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlumbQuestionPanel, plumb_question_panel, PLUMB, QUESTION_PANEL, AdwBin)

/**
 * PlumbQuestionPanel:
 *
 * Asks the next question: what decides the next box, always one card.
 *
 * Properties: session; hint (string, read-only, notify): the keys that answer it, or NULL.
 */
PlumbQuestionCard *plumb_question_panel_get_card (PlumbQuestionPanel *self);
void plumb_question_panel_set_session (PlumbQuestionPanel *self, PlumbSession *session);
const char *plumb_question_panel_get_hint (PlumbQuestionPanel *self);

G_END_DECLS
