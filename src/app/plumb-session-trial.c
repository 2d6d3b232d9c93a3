/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-session-private.h"

#include "plumb-language.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>

gboolean
plumb_session_forget_trial (PlumbSession *self)
{
  if (self->trial == NULL)
    return FALSE;
  g_clear_pointer (&self->trial, plumb_what_if_unref);
  g_clear_pointer (&self->trial_words, g_free);
  self->trial_stage = self->trial_home = NULL;

  return TRUE;
}

/* ---- in words --------------------------------------------------------------------------- */

static char *
phrase_words (const PlumbFinding *finding, const char *words)
{
  /* Translators: the label of a finding, and an answer to it. */
  return g_strdup_printf (_ ("%s: %s"), plumb_text_get (finding->label, plumb_app_language ()),
                          words);
}

static char *
phrase_answer (const PlumbAnswer *answer)
{
  g_autofree char *value = NULL;

  if (answer->value.type == PLUMB_VALUE_NULL)
    /* Translators: stands for the answer to a finding that would be taken back. */
    return phrase_words (answer->finding, _ ("left open"));
  value = plumb_phrase_value (answer->finding, &answer->value, plumb_app_language ());

  return phrase_words (answer->finding, value);
}

static char *
phrase_answers (GArray *answers)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (phrases, phrase_answer (&g_array_index (answers, PlumbAnswer, i)));
  g_ptr_array_add (phrases, NULL);

  /* Translators: between the answers that are tried together. */
  return g_strjoinv (_ ("; "), (char **) phrases->pdata);
}

/* ---- what is in view -------------------------------------------------------------------- */

static gboolean
is_in_view (PlumbSession *self, gconstpointer node)
{
  return ((const PlumbNode *) node)->stage == self->stage;
}

/* The stage of the first advice that comes or goes, else of the first box that changes. */
static const PlumbStage *
find_stage (PlumbSession *self)
{
  GPtrArray *nodes = plumb_what_if_get_changed_nodes (self->trial);
  GPtrArray *added = plumb_what_if_get_added (self->trial);
  GPtrArray *removed = plumb_what_if_get_removed (self->trial);
  GPtrArray *advice = added->len > 0 ? added : removed;
  const PlumbRecommendation *first = advice->len > 0 ? g_ptr_array_index (advice, 0) : NULL;

  if (first != NULL && first->stage != NULL)
    return first->stage;

  return nodes->len > 0 ? ((const PlumbNode *) g_ptr_array_index (nodes, 0))->stage : NULL;
}

static void
show_stage (PlumbSession *self, const PlumbStage *stage)
{
  if (stage == NULL || stage == self->stage)
    return;
  /* The question stays where it is. */
  self->stage = stage;
  g_object_notify (G_OBJECT (self), "stage");
}

static void
show_change (PlumbSession *self)
{
  GPtrArray *nodes = plumb_what_if_get_changed_nodes (self->trial);

  for (guint i = 0; i < nodes->len; i++)
    if (is_in_view (self, g_ptr_array_index (nodes, i)))
      return;
  self->trial_home = self->stage;
  show_stage (self, find_stage (self));
  self->trial_stage = self->stage;
}

/* Where nobody has turned to another stage meanwhile. */
static void
end (PlumbSession *self)
{
  const PlumbStage *home = self->stage == self->trial_stage ? self->trial_home : NULL;

  plumb_session_forget_trial (self);
  show_stage (self, home);
}

/* ---- trying ----------------------------------------------------------------------------- */

/* words: (transfer full) */
static void
begin (PlumbSession *self, PlumbWhatIf *trial, char *words, gboolean exact)
{
  g_object_freeze_notify (G_OBJECT (self));
  end (self);
  self->trial = trial;
  self->trial_words = words;
  self->trial_exact = exact;
  show_change (self);
  g_object_notify (G_OBJECT (self), "trial");
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * plumb_session_try:
 * @self: a session
 * @answers: (array length=n_answers): answers; a null value takes one back
 * @n_answers: how many
 * @error: return location for an error of #PLUMB_CONSULTATION_ERROR
 *
 * Shows what would change, in place of what was tried before. Records nothing.
 *
 * Returns: %FALSE on error, and nothing has changed
 */
gboolean
plumb_session_try (PlumbSession *self,
                   const PlumbAnswer *answers,
                   gsize n_answers,
                   GError **error)
{
  PlumbWhatIf *trial;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (answers != NULL && n_answers > 0, FALSE);

  trial = plumb_what_if_new (self->evaluation, answers, n_answers, error);
  if (trial == NULL)
    return FALSE;
  begin (self, trial, phrase_answers (plumb_what_if_get_answers (trial)), TRUE);

  return TRUE;
}

/* "8 or more" shows what would follow, and is nobody's answer. */
static gboolean
is_exact (const PlumbCandidate *candidate, const PlumbFinding *finding, PlumbCandidateSet set)
{
  return (set & (set - 1)) == 0
         && (finding->type != PLUMB_FINDING_INTEGER || candidate->from == candidate->to);
}

/**
 * plumb_session_try_candidates:
 * @self: a session
 * @candidates: what could be answered
 * @finding: a finding
 * @set: some of its candidates, which all have the same effect; 0 to leave it open
 * @error: return location for an error of #PLUMB_CONSULTATION_ERROR
 *
 * Tries the first of some answers to one finding, and speaks of all of them.
 *
 * Returns: %FALSE on error, and nothing has changed
 */
gboolean
plumb_session_try_candidates (PlumbSession *self,
                              const PlumbCandidates *candidates,
                              const PlumbFinding *finding,
                              PlumbCandidateSet set,
                              GError **error)
{
  PlumbAnswer answer = { finding, plumb_value_null () };
  const PlumbCandidate *candidate;
  g_autofree char *words = NULL;
  PlumbWhatIf *trial;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (candidates != NULL && finding != NULL, FALSE);

  if (set == 0)
    return plumb_session_try (self, &answer, 1, error);
  candidate = &g_array_index (plumb_candidates_get (candidates, finding), PlumbCandidate,
                              (guint) g_bit_nth_lsf (set, -1));
  answer.value = candidate->value;
  trial = plumb_what_if_new (self->evaluation, &answer, 1, error);
  if (trial == NULL)
    return FALSE;
  words = plumb_candidates_phrase (candidates, finding, set, plumb_app_language ());
  begin (self, trial, phrase_words (finding, words), is_exact (candidate, finding, set));

  return TRUE;
}

void
plumb_session_stop_trying (PlumbSession *self)
{
  g_return_if_fail (PLUMB_IS_SESSION (self));

  if (self->trial == NULL)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  end (self);
  g_object_notify (G_OBJECT (self), "trial");
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * plumb_session_take_over:
 * @self: a session in which something is tried that can be recorded
 * @error: return location for an error of #PLUMB_CONSULTATION_ERROR
 *
 * Gives the answers that are tried, as one undo step. That ends the trial.
 *
 * Returns: %FALSE on error, and nothing has changed
 */
gboolean
plumb_session_take_over (PlumbSession *self, GError **error)
{
  g_autoptr (PlumbWhatIf) trial = NULL;
  GArray *answers;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (plumb_session_get_can_take_over (self), FALSE);

  trial = plumb_what_if_ref (self->trial);
  answers = plumb_what_if_get_answers (trial);
  if (!plumb_session_answer_many (self, (const PlumbAnswer *) (gpointer) answers->data,
                                  answers->len, error))
    return FALSE;
  /* Where that was the answer anyway. */
  plumb_session_stop_trying (self);

  return TRUE;
}

PlumbWhatIf *
plumb_session_get_trial (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->trial;
}

const char *
plumb_session_get_trial_words (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->trial_words;
}

gboolean
plumb_session_get_can_take_over (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);

  return self->trial != NULL && self->trial_exact;
}

PlumbEvaluation *
plumb_session_get_shown (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->trial != NULL ? plumb_what_if_get_after (self->trial) : self->evaluation;
}
