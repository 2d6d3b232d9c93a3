/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_QUESTION_CARD (plumb_question_card_get_type ())
G_DECLARE_FINAL_TYPE (PlumbQuestionCard, plumb_question_card, PLUMB, QUESTION_CARD, AdwBin)

/**
 * PlumbQuestionCard:
 *
 * Asks about one finding: with those of its card, as a score, or alone.
 *
 * Properties: session.
 * Signal: done (self), when everything on the card is answered or the rest skipped.
 */
GtkWidget *plumb_question_card_new (PlumbSession *session);
void plumb_question_card_set_session (PlumbQuestionCard *self, PlumbSession *session);

const PlumbFinding *plumb_question_card_get_finding (PlumbQuestionCard *self);
void plumb_question_card_set_finding (PlumbQuestionCard *self, const PlumbFinding *finding);
void plumb_question_card_set_reason (PlumbQuestionCard *self, const char *reason);

gboolean plumb_question_card_contains (PlumbQuestionCard *self, const PlumbFinding *finding);
gboolean plumb_question_card_is_complete (PlumbQuestionCard *self);
gboolean plumb_question_card_is_waiting (PlumbQuestionCard *self);
char *plumb_question_card_dup_hint (PlumbQuestionCard *self);

gboolean plumb_question_card_press_digit (PlumbQuestionCard *self, guint digit);
void plumb_question_card_skip (PlumbQuestionCard *self);

G_END_DECLS
