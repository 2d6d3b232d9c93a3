/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_ADVICE_CARD (plumb_advice_card_get_type ())
G_DECLARE_FINAL_TYPE (PlumbAdviceCard, plumb_advice_card, PLUMB, ADVICE_CARD, AdwBin)

/**
 * PlumbAdviceCard:
 *
 * One recommendation: how strong and how soon, what to do and why, on what it
 * rests, where its sources disagree, and what the clinician does with it.
 */
GtkWidget *plumb_advice_card_new (PlumbSession *session, const PlumbRecommendation *recommendation);
const PlumbRecommendation *plumb_advice_card_get_recommendation (PlumbAdviceCard *self);
/* Shows the reasoning, and puts the keyboard there. */
void plumb_advice_card_unfold (PlumbAdviceCard *self);
void plumb_advice_card_update (PlumbAdviceCard *self, const PlumbEvaluation *evaluation);
/* After each update: what answers that are tried would do to it; NULL while none are. */
void plumb_advice_card_set_trial (PlumbAdviceCard *self, PlumbWhatIf *trial);

G_END_DECLS
