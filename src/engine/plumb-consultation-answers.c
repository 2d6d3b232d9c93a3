/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-private.h"

#include <glib/gi18n-lib.h>

/* ---- checking --------------------------------------------------------------------------- */

static guint32
get_julian (PlumbConsultation *self, const PlumbValue *answers, PlumbFindingRole role)
{
  const PlumbFinding *finding = plumb_pathway_get_role (self->pathway, role);
  const PlumbValue *value = finding ? &answers[finding->index] : NULL;

  return value != NULL && value->type == PLUMB_VALUE_DATE ? value->julian : 0;
}

static gboolean
check_dates (PlumbConsultation *self, const PlumbValue *answers, GError **error)
{
  const PlumbFinding *onset = plumb_pathway_get_role (self->pathway, PLUMB_ROLE_ONSET_DATE);
  guint32 visit = get_julian (self, answers, PLUMB_ROLE_VISIT_DATE);
  guint32 began = get_julian (self, answers, PLUMB_ROLE_ONSET_DATE);

  if (visit == 0)
    visit = g_date_get_julian (&self->today);
  if (began <= visit)
    return TRUE;

  g_set_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_DATE,
               /* Translators: the label of the finding for the first day of pain */
               _ ("%s: the pain cannot have begun after the day of the visit."),
               plumb_text_get (onset->label, NULL));
  return FALSE;
}

/* ---- changing --------------------------------------------------------------------------- */

static PlumbValue
keep_text (PlumbConsultation *self, const PlumbFinding *finding, const PlumbValue *value)
{
  PlumbValue kept = *value;

  if (finding->type != PLUMB_FINDING_STRING || value->type != PLUMB_VALUE_STRING)
    return kept;
  kept.string = g_hash_table_lookup (self->texts, value->string);
  if (kept.string == NULL)
    {
      char *text = g_strdup (value->string);

      g_hash_table_insert (self->texts, text, text);
      kept.string = text;
    }

  return kept;
}

void
plumb_consultation_put_answer (PlumbConsultation *self, guint finding, const PlumbValue *value)
{
  PlumbValue *answer = &self->answers[finding];

  self->n_answers -= answer->type != PLUMB_VALUE_NULL;
  self->n_answers += value->type != PLUMB_VALUE_NULL;
  *answer = *value;
}

/* Returns: the changes that lead to the answers, or %NULL with @error set. */
static GArray *
prepare (PlumbConsultation *self, const PlumbAnswer *answers, gsize n_answers, GError **error)
{
  guint n_findings = plumb_pathway_get_findings (self->pathway)->len;
  g_autofree PlumbValue *after = g_memdup2 (self->answers, n_findings * sizeof (PlumbValue));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlumbConsultationChange));

  for (gsize i = 0; i < n_answers; i++)
    {
      const PlumbFinding *finding = answers[i].finding;

      if (!plumb_finding_check_value (finding, &answers[i].value, error))
        return NULL;
      after[finding->index] = keep_text (self, finding, &answers[i].value);
    }
  if (!check_dates (self, after, error))
    return NULL;

  for (guint i = 0; i < n_findings; i++)
    if (!plumb_value_equal (&self->answers[i], &after[i]))
      {
        PlumbConsultationChange change = { i, self->answers[i], after[i] };

        g_array_append_val (changes, change);
      }

  return g_steal_pointer (&changes);
}

/**
 * plumb_consultation_answer_many:
 * @self: a consultation
 * @answers: (array length=n_answers): what is answered; a later one to the same
 *   finding wins, and a null value takes the answer back
 * @n_answers: how many
 *
 * Records several answers as one undo step, or none of them.
 *
 * Returns: %FALSE with @error in %PLUMB_CONSULTATION_ERROR set, and nothing
 *   changed, when one of them cannot be
 */
gboolean
plumb_consultation_answer_many (PlumbConsultation *self,
                                const PlumbAnswer *answers,
                                gsize n_answers,
                                GError **error)
{
  g_autoptr (GArray) changes = NULL;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (answers != NULL || n_answers == 0, FALSE);

  changes = prepare (self, answers, n_answers, error);
  if (changes == NULL)
    return FALSE;
  if (changes->len > 0)
    plumb_consultation_do_step (self, g_steal_pointer (&changes), self->marks, self->stances);

  return TRUE;
}

/**
 * plumb_consultation_answer:
 * @self: a consultation
 * @finding: a finding of its pathway
 * @value: what is answered; null takes the answer back
 *
 * Returns: as plumb_consultation_answer_many() does
 */
gboolean
plumb_consultation_answer (PlumbConsultation *self,
                           const PlumbFinding *finding,
                           const PlumbValue *value,
                           GError **error)
{
  PlumbAnswer answer;

  g_return_val_if_fail (finding != NULL && value != NULL, FALSE);

  answer.finding = finding;
  answer.value = *value;

  return plumb_consultation_answer_many (self, &answer, 1, error);
}

/**
 * plumb_consultation_load:
 *
 * Records answers that were given before, from a file: without an undo step, and
 * with the steps so far forgotten.
 *
 * Returns: as plumb_consultation_answer_many() does
 */
gboolean
plumb_consultation_load (PlumbConsultation *self,
                         const PlumbAnswer *answers,
                         gsize n_answers,
                         GError **error)
{
  gboolean could_undo, could_redo;
  g_autoptr (GArray) changes = NULL;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (answers != NULL || n_answers == 0, FALSE);

  changes = prepare (self, answers, n_answers, error);
  if (changes == NULL)
    return FALSE;
  could_undo = self->undo->len > 0;
  could_redo = self->redo->len > 0;
  for (guint i = 0; i < changes->len; i++)
    plumb_consultation_put_answer (self,
                                   g_array_index (changes, PlumbConsultationChange, i).finding,
                                   &g_array_index (changes, PlumbConsultationChange, i).after);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  plumb_consultation_notify_changed (self, could_undo, could_redo);

  return TRUE;
}

/* ---- the day of the visit --------------------------------------------------------------- */

void
plumb_consultation_set_today (PlumbConsultation *self, const GDate *today)
{
  g_return_if_fail (PLUMB_IS_CONSULTATION (self));
  g_return_if_fail (today != NULL && g_date_valid (today));

  self->today = *today;
}

/* date: (out): the day of the visit as answered, else the day set as today */
void
plumb_consultation_get_visit_date (PlumbConsultation *self, GDate *date)
{
  guint32 visit;

  g_return_if_fail (PLUMB_IS_CONSULTATION (self));
  g_return_if_fail (date != NULL);

  visit = get_julian (self, self->answers, PLUMB_ROLE_VISIT_DATE);
  *date = self->today;
  if (visit != 0)
    g_date_set_julian (date, visit);
}

/**
 * plumb_consultation_fix_visit_date:
 * @self: a consultation
 *
 * Where nobody has answered the day of the visit, today is recorded as its
 * answer, so that a consultation opened on a later day still counts its weeks and
 * reviews from the day on which it was held. Nobody chose this, so it is no step to
 * be undone.
 */
void
plumb_consultation_fix_visit_date (PlumbConsultation *self)
{
  const PlumbFinding *visit;
  PlumbValue day;

  g_return_if_fail (PLUMB_IS_CONSULTATION (self));

  visit = plumb_pathway_get_role (self->pathway, PLUMB_ROLE_VISIT_DATE);
  if (visit == NULL || self->answers[visit->index].type != PLUMB_VALUE_NULL)
    return;
  day = plumb_value_date (&self->today);
  plumb_consultation_put_answer (self, visit->index, &day);
  plumb_consultation_notify_changed (self, self->undo->len > 0, self->redo->len > 0);
}

/* ---- reading ---------------------------------------------------------------------------- */

const PlumbValue *
plumb_consultation_get_answers (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->answers;
}

const PlumbValue *
plumb_consultation_get_answer (PlumbConsultation *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  return &self->answers[finding->index];
}

/* Returns: how many findings are answered */
guint
plumb_consultation_count_answers (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), 0);

  return self->n_answers;
}
