/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-answer-control.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_ANSWER_CHOICE (plumb_answer_choice_get_type ())
G_DECLARE_FINAL_TYPE (PlumbAnswerChoice,
                      plumb_answer_choice,
                      PLUMB,
                      ANSWER_CHOICE,
                      PlumbAnswerControl)

G_END_DECLS
