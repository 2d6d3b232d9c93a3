/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-evaluation-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (PlumbEvaluation,
                     plumb_evaluation,
                     plumb_evaluation_ref,
                     plumb_evaluation_unref)

/* ---- the snapshot ----------------------------------------------------------------------- */

/* Codes are interned, but free text ends with its consultation: keep a copy. */
static void
keep_texts (PlumbEvaluation *self)
{
  const GPtrArray *findings = self->pathway->lists[PLUMB_KIND_FINDING];

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      PlumbValue *value = &self->slots[i];

      if (finding->type != PLUMB_FINDING_STRING || value->type != PLUMB_VALUE_STRING)
        continue;
      if (self->texts == NULL)
        self->texts = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->texts, g_strdup (value->string));
      value->string = g_ptr_array_index (self->texts, self->texts->len - 1);
    }
}

/* Takes marks and stances over. */
static PlumbEvaluation *
create (PlumbPathway *pathway,
        const PlumbValue *answers,
        const GDate *visit,
        PlumbBodyMarks *marks,
        PlumbStances *stances)
{
  PlumbEvaluation *self = g_new0 (PlumbEvaluation, 1);

  g_atomic_ref_count_init (&self->references);
  self->pathway = plumb_pathway_ref (pathway);
  self->visit = *visit;
  self->marks = marks;
  self->stances = stances;
  self->slots = g_new0 (PlumbValue, pathway->n_slots);
  self->nodes = g_malloc0 (pathway->lists[PLUMB_KIND_NODE]->len + pathway->exits->len);
  self->exits = self->nodes + pathway->lists[PLUMB_KIND_NODE]->len;
  memcpy (self->slots, answers, pathway->lists[PLUMB_KIND_FINDING]->len * sizeof (PlumbValue));
  keep_texts (self);
  plumb_evaluation_compute (self);

  return self;
}

/**
 * plumb_evaluation_new:
 * @pathway: a pathway
 * @answers: one value a finding, in the order of the findings
 * @today: the day of the visit where none is answered
 *
 * Works out what the pathway says to these answers.
 *
 * Returns: (transfer full): an immutable snapshot
 */
PlumbEvaluation *
plumb_evaluation_new (PlumbPathway *pathway, const PlumbValue *answers, const GDate *today)
{
  g_return_val_if_fail (pathway != NULL && answers != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  return create (pathway, answers, today, plumb_body_marks_new (pathway),
                 plumb_stances_new (pathway));
}

PlumbEvaluation *
plumb_evaluation_new_for_consultation (PlumbConsultation *consultation)
{
  GDate visit;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (consultation), NULL);

  plumb_consultation_get_visit_date (consultation, &visit);

  return create (plumb_consultation_get_pathway (consultation),
                 plumb_consultation_get_answers (consultation), &visit,
                 plumb_body_marks_ref (plumb_consultation_get_marks (consultation)),
                 plumb_stances_ref (plumb_consultation_get_stances (consultation)));
}

/* Weeks that are given count from now on, and no longer the first day of pain; without that day
 * the weeks that were counted from it are not known any more. */
static void
put_answers (const PlumbPathway *pathway,
             PlumbValue *values,
             const PlumbAnswer *answers,
             gsize n_answers)
{
  const PlumbFinding *onset = pathway->roles[PLUMB_ROLE_ONSET_DATE];
  const PlumbFinding *weeks = pathway->roles[PLUMB_ROLE_WEEKS_SINCE_ONSET];

  for (gsize i = 0; i < n_answers; i++)
    if (onset != NULL && answers[i].finding == weeks)
      values[onset->index] = plumb_value_null ();
    else if (weeks != NULL && answers[i].finding == onset
             && values[onset->index].type != PLUMB_VALUE_NULL)
      values[weeks->index] = plumb_value_null ();
  for (gsize i = 0; i < n_answers; i++)
    values[answers[i].finding->index] = answers[i].value;
}

/**
 * plumb_evaluation_new_with_answers:
 * @self: an evaluation
 * @answers: (array length=n_answers): answers that are tried, each fit for its finding
 * @n_answers: how many
 *
 * Works out what the pathway would say if these answers were given as well, or in
 * place of others; a null value takes an answer back. Where weeks since onset are
 * tried, they count and not the first day of pain.
 *
 * Returns: (transfer full): an immutable snapshot, with the marks and stances of @self
 */
PlumbEvaluation *
plumb_evaluation_new_with_answers (const PlumbEvaluation *self,
                                   const PlumbAnswer *answers,
                                   gsize n_answers)
{
  g_autofree PlumbValue *values = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  values = g_memdup2 (self->slots, self->pathway->n_slots * sizeof (PlumbValue));
  put_answers (self->pathway, values, answers, n_answers);

  return create (self->pathway, values, &self->visit, plumb_body_marks_ref (self->marks),
                 plumb_stances_ref (self->stances));
}

PlumbEvaluation *
plumb_evaluation_new_trial (const PlumbEvaluation *base)
{
  PlumbEvaluation *trial = plumb_evaluation_new_with_answers (base, NULL, 0);

  g_clear_pointer (&trial->texts, g_ptr_array_unref);
  plumb_evaluation_try (trial, base, NULL, 0);

  return trial;
}

void
plumb_evaluation_try (PlumbEvaluation *trial,
                      const PlumbEvaluation *base,
                      const PlumbAnswer *answers,
                      gsize n_answers)
{
  guint n_findings = trial->pathway->lists[PLUMB_KIND_FINDING]->len;

  memcpy (trial->slots, base->slots, n_findings * sizeof (PlumbValue));
  trial->visit = base->visit;
  put_answers (trial->pathway, trial->slots, answers, n_answers);
  plumb_evaluation_compute (trial);
}

PlumbEvaluation *
plumb_evaluation_ref (PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_evaluation_unref (PlumbEvaluation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  plumb_pathway_unref (self->pathway);
  plumb_body_marks_unref (self->marks);
  plumb_stances_unref (self->stances);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_free (self->slots);
  g_free (self->nodes);
  g_free (self);
}

/* ---- what it was made of ---------------------------------------------------------------- */

PlumbPathway *
plumb_evaluation_get_pathway (const PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pathway;
}

/* Returns: (transfer none): what is marked on the body map; nothing where only answers were given
 */
PlumbBodyMarks *
plumb_evaluation_get_marks (const PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->marks;
}

PlumbStances *
plumb_evaluation_get_stances (const PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stances;
}

/* date: (out): the day from which reviews are counted */
void
plumb_evaluation_get_visit_date (const PlumbEvaluation *self, GDate *date)
{
  g_return_if_fail (self != NULL && date != NULL);

  *date = self->visit;
}

const PlumbValue *
plumb_evaluation_get_answer (const PlumbEvaluation *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (self != NULL && finding != NULL, NULL);

  return &self->slots[finding->index];
}

/* ---- conditions ------------------------------------------------------------------------- */

const PlumbValue *
plumb_evaluation_get_term (const PlumbEvaluation *self, const PlumbTerm *term)
{
  g_return_val_if_fail (self != NULL && term != NULL, NULL);

  return &self->slots[term->slot];
}

/**
 * plumb_evaluation_test:
 * @self: an evaluation
 * @condition: (nullable): a Boolean expression of its pathway
 *
 * Returns: what it comes to with these answers; %NULL, for no condition, is true
 */
PlumbTruth
plumb_evaluation_test (const PlumbEvaluation *self, const PlumbExpression *condition)
{
  g_return_val_if_fail (self != NULL, PLUMB_UNKNOWN);

  return condition != NULL ? plumb_expression_evaluate_truth (condition, self->slots) : PLUMB_TRUE;
}

GPtrArray *
plumb_evaluation_list_warnings (const PlumbEvaluation *self)
{
  GPtrArray *warnings = g_ptr_array_new ();
  const GPtrArray *known;

  g_return_val_if_fail (self != NULL, warnings);

  known = self->pathway->lists[PLUMB_KIND_WARNING];
  for (guint i = 0; i < known->len; i++)
    {
      const PlumbWarning *warning = g_ptr_array_index (known, i);

      if (plumb_expression_evaluate_truth (warning->condition, self->slots) == PLUMB_TRUE)
        g_ptr_array_add (warnings, (gpointer) warning);
    }

  return warnings;
}
