/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-answer-control.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_SCORE_ITEM (plumb_score_item_get_type ())
G_DECLARE_FINAL_TYPE (PlumbScoreItem, plumb_score_item, PLUMB, SCORE_ITEM, PlumbAnswerControl)

PlumbScoreItem *
plumb_score_item_new (PlumbSession *session, const PlumbFinding *finding, guint number);
gboolean plumb_score_item_press_key (PlumbScoreItem *self, guint keyval);
void plumb_score_item_set_current (PlumbScoreItem *self, gboolean current);

G_END_DECLS
