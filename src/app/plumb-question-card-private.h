/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-question-card.h"

G_BEGIN_DECLS

struct _PlumbQuestionCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *reason;
  GtkLabel *prompt;
  GtkToggleButton *explain;
  GtkBox *lines_box;
  GtkButton *none;
  GtkLabel *copyright; /* of a score */
  GtkButton *skip;

  PlumbSession *session;
  const PlumbFinding *finding;
  const PlumbScore *score;
  GPtrArray *findings; /* PlumbFinding, those that the card answers */
  GPtrArray *lines;    /* PlumbQuestionLine, borrowed */
};

/* plumb-question-card-answers.c */
gboolean plumb_question_card_is_answered (PlumbQuestionCard *self, const PlumbFinding *finding);
gboolean plumb_question_card_is_remarkable (PlumbQuestionCard *self);
gboolean plumb_question_card_is_stale (PlumbQuestionCard *self);
GArray *plumb_question_card_list_normal (PlumbQuestionCard *self); /* PlumbAnswer */

/* plumb-question-card-build.c */
void plumb_question_card_build (PlumbQuestionCard *self);
void plumb_question_card_forget (PlumbQuestionCard *self);
void plumb_question_card_update_buttons (PlumbQuestionCard *self);
void plumb_question_card_update_name (PlumbQuestionCard *self);
void plumb_question_card_update_help (PlumbQuestionCard *self);

G_END_DECLS
