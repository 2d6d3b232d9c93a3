/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-answer-control.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_ANSWER_TOGGLES (plumb_answer_toggles_get_type ())
G_DECLARE_FINAL_TYPE (PlumbAnswerToggles,
                      plumb_answer_toggles,
                      PLUMB,
                      ANSWER_TOGGLES,
                      PlumbAnswerControl)

void plumb_answer_toggles_press (PlumbAnswerToggles *self, gboolean yes);

G_END_DECLS
