/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-question-card-private.h"

#include "plumb-answer.h"

/* What is answered on a card, and what is not. */

static const PlumbValue *
get_answer (PlumbQuestionCard *self, const PlumbFinding *finding)
{
  return plumb_evaluation_get_answer (plumb_session_get_evaluation (self->session), finding);
}

gboolean
plumb_question_card_is_answered (PlumbQuestionCard *self, const PlumbFinding *finding)
{
  return get_answer (self, finding)->type != PLUMB_VALUE_NULL;
}

/* Names and days are asked for, but nothing waits for them. */
static gboolean
is_required (const PlumbFinding *finding)
{
  return finding->type != PLUMB_FINDING_DATE && finding->type != PLUMB_FINDING_STRING;
}

static gboolean
is_score_complete (PlumbQuestionCard *self)
{
  if (self->score->entered != NULL && plumb_question_card_is_answered (self, self->score->entered))
    return TRUE;
  for (guint i = 0; i < self->score->items->len; i++)
    if (!plumb_question_card_is_answered (self, g_ptr_array_index (self->score->items, i)))
      return FALSE;

  return TRUE;
}

/**
 * plumb_question_card_is_complete:
 * @self: a card
 *
 * Returns: whether nothing on the card is left to answer
 */
gboolean
plumb_question_card_is_complete (PlumbQuestionCard *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_CARD (self), TRUE);

  if (self->score != NULL)
    return is_score_complete (self);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->findings, i);

      if (is_required (finding) && !plumb_question_card_is_answered (self, finding))
        return FALSE;
    }

  return TRUE;
}

/**
 * plumb_question_card_is_waiting:
 * @self: a card
 *
 * A list of yes/no lines or a score is to be finished once it is begun, though the
 * chart may already know enough; anything else only while a decision waits for it.
 *
 * Returns: whether the card is still worth answering
 */
gboolean
plumb_question_card_is_waiting (PlumbQuestionCard *self)
{
  g_autoptr (GPtrArray) questions = NULL;

  g_return_val_if_fail (PLUMB_IS_QUESTION_CARD (self), FALSE);

  if (self->finding == NULL || plumb_question_card_is_complete (self)
      || plumb_question_card_is_stale (self))
    return FALSE;
  questions = plumb_session_list_questions (self->session);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->findings, i);

      if (!plumb_question_card_is_answered (self, finding)
          && !plumb_session_get_skipped (self->session, finding)
          && (self->score != NULL || (self->lines->len > 1 && plumb_finding_has_normal (finding))
              || g_ptr_array_find (questions, finding, NULL)))
        return TRUE;
    }

  return FALSE;
}

gboolean
plumb_question_card_contains (PlumbQuestionCard *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_CARD (self), FALSE);

  return g_ptr_array_find (self->findings, finding, NULL);
}

/* What None of these would answer. */
GArray *
plumb_question_card_list_normal (PlumbQuestionCard *self)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);

  return plumb_answer_list_normal (self->findings, plumb_consultation_get_answers (consultation));
}

/* Whether a yes/no line has an answer that is not the unremarkable one. */
gboolean
plumb_question_card_is_remarkable (PlumbQuestionCard *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->findings, i);

      if (plumb_finding_has_normal (finding) && plumb_question_card_is_answered (self, finding)
          && !plumb_answer_is_normal (finding, get_answer (self, finding)))
        return TRUE;
    }

  return FALSE;
}

/* Whether an answer from elsewhere took a line off the card, or brought one. */
gboolean
plumb_question_card_is_stale (PlumbQuestionCard *self)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);
  const PlumbValue *answers = plumb_consultation_get_answers (consultation);
  const PlumbCard *card = self->finding != NULL ? self->finding->card : NULL;

  for (guint i = 0; card != NULL && self->lines->len > 1 && i < card->findings->len; i++)
    {
      const PlumbFinding *line = g_ptr_array_index (card->findings, i);

      if (plumb_finding_is_asked (line, answers) != plumb_question_card_contains (self, line))
        return TRUE;
    }

  return FALSE;
}
