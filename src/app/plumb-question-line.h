/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_QUESTION_LINE (plumb_question_line_get_type ())
G_DECLARE_FINAL_TYPE (PlumbQuestionLine, plumb_question_line, PLUMB, QUESTION_LINE, AdwBin)

PlumbQuestionLine *
plumb_question_line_new (PlumbSession *session, const PlumbFinding *finding, guint first_key);
PlumbQuestionLine *plumb_question_line_new_compact (PlumbSession *session,
                                                    const PlumbFinding *finding,
                                                    guint key);
PlumbQuestionLine *plumb_question_line_new_alone (PlumbSession *session,
                                                  const PlumbFinding *finding);
const PlumbFinding *plumb_question_line_get_finding (PlumbQuestionLine *self);
guint plumb_question_line_get_n_keys (PlumbQuestionLine *self);
void plumb_question_line_press (PlumbQuestionLine *self, guint position);
gboolean plumb_question_line_get_compact (PlumbQuestionLine *self);
gboolean plumb_question_line_commit (PlumbQuestionLine *self);
gboolean plumb_question_line_get_typed (PlumbQuestionLine *self);
void plumb_question_line_set_help_visible (PlumbQuestionLine *self, gboolean visible);

G_END_DECLS
