/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation.h"
#include "plumb-phrase.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlumbPathway *pathway; /* the new one */
  const char *language;
  GPtrArray *dropped; /* char * */
} PlumbAdaption;

static void
drop_answer (PlumbAdaption *self, const PlumbFinding *finding, const PlumbValue *value)
{
  g_autofree char *answer = plumb_phrase_value (finding, value, self->language);

  /* Translators: the label of a finding, and an answer to it. */
  g_ptr_array_add (self->dropped,
                   g_strdup_printf (_ ("%s: %s"), plumb_text_get (finding->label, self->language),
                                    answer));
}

/* ---- answers ---------------------------------------------------------------------------- */

static gboolean
is_of_same_type (const PlumbFinding *a, const PlumbFinding *b)
{
  return a->type == b->type && a->role == b->role;
}

static GArray *
adapt_answers (PlumbAdaption *self, PlumbConsultation *other)
{
  GPtrArray *findings = plumb_pathway_get_findings (plumb_consultation_get_pathway (other));
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *before = g_ptr_array_index (findings, i);
      const PlumbValue *value = plumb_consultation_get_answer (other, before);
      PlumbAnswer answer = { plumb_pathway_lookup_finding (self->pathway, before->id), *value };

      if (value->type == PLUMB_VALUE_NULL)
        continue;
      if (answer.finding != NULL && is_of_same_type (before, answer.finding)
          && plumb_finding_check_value (answer.finding, value, NULL))
        g_array_append_val (answers, answer);
      else
        drop_answer (self, before, value);
    }

  return answers;
}

/* What fits one by one may not fit together: another day of the visit may come before the onset. */
static void
load_answers (PlumbAdaption *self, PlumbConsultation *consultation, GArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const PlumbAnswer *answer = &g_array_index (answers, PlumbAnswer, i);

      if (!plumb_consultation_load (consultation, answer, 1, NULL))
        drop_answer (self, answer->finding, &answer->value);
    }
}

/* ---- marks and stances ------------------------------------------------------------------ */

static void
adapt_marks (PlumbAdaption *self, PlumbConsultation *consultation, PlumbConsultation *other)
{
  g_autoptr (GPtrArray) areas = plumb_body_marks_list (plumb_consultation_get_marks (other));
  g_autoptr (PlumbBodyMarks) marks = plumb_body_marks_new (self->pathway);

  for (guint i = 0; i < areas->len; i++)
    {
      const PlumbArea *before = g_ptr_array_index (areas, i);
      const PlumbArea *area = plumb_pathway_lookup_area (self->pathway, before->id);
      PlumbBodyMarks *with = area != NULL ? plumb_body_marks_new_with (marks, area, TRUE) : NULL;

      if (with == NULL)
        {
          g_ptr_array_add (self->dropped, g_strdup (plumb_text_get (before->label, self->language)));
          continue;
        }
      plumb_body_marks_unref (marks);
      marks = with;
    }
  plumb_consultation_set_marks (consultation, marks);
}

static gboolean
adapt_stance (PlumbAdaption *self, const PlumbRecommendation *recommendation, PlumbStance *stance)
{
  if (recommendation == NULL)
    return FALSE;
  if (stance->reason != NULL)
    {
      stance->reason = plumb_pathway_lookup_departure_reason (self->pathway, stance->reason->id);
      if (stance->reason == NULL)
        return FALSE;
    }

  return plumb_stance_check (recommendation, stance, NULL);
}

static void
adapt_stances (PlumbAdaption *self, PlumbConsultation *consultation, PlumbConsultation *other)
{
  GPtrArray *all = plumb_pathway_get_recommendations (plumb_consultation_get_pathway (other));
  g_autoptr (PlumbStances) stances = plumb_stances_new (self->pathway);

  for (guint i = 0; i < all->len; i++)
    {
      const PlumbRecommendation *before = g_ptr_array_index (all, i);
      const PlumbRecommendation *after
          = plumb_pathway_lookup_recommendation (self->pathway, before->id);
      PlumbStance stance = *plumb_stances_get (plumb_consultation_get_stances (other), before);
      PlumbStances *with;

      if (stance.kind == PLUMB_STANCE_NONE && !stance.left_out)
        continue;
      if (!adapt_stance (self, after, &stance))
        {
          g_ptr_array_add (self->dropped, g_strdup (plumb_text_get (before->title, self->language)));
          continue;
        }
      with = plumb_stances_new_with (stances, after, &stance);
      plumb_stances_unref (stances);
      stances = with;
    }
  plumb_consultation_set_stances (consultation, stances);
}

/* ---- the whole -------------------------------------------------------------------------- */

static void
adapt_day (PlumbConsultation *consultation, PlumbConsultation *other)
{
  const PlumbFinding *visit = plumb_pathway_get_role (plumb_consultation_get_pathway (other),
                                                      PLUMB_ROLE_VISIT_DATE);
  GDate today;

  if (visit != NULL && plumb_consultation_get_answer (other, visit)->type != PLUMB_VALUE_NULL)
    return;
  plumb_consultation_get_visit_date (other, &today);
  plumb_consultation_set_today (consultation, &today);
}

/* A record of another pathway is another record. */
static void
adapt_record (PlumbConsultation *consultation, PlumbConsultation *other)
{
  if (!g_str_equal (plumb_pathway_get_id (plumb_consultation_get_pathway (consultation)),
                    plumb_pathway_get_id (plumb_consultation_get_pathway (other))))
    return;
  plumb_consultation_set_id (consultation, plumb_consultation_get_id (other));
  plumb_consultation_set_remainder (consultation, plumb_consultation_get_remainder (other));
}

/**
 * plumb_consultation_new_adapted:
 * @pathway: a pathway, such as a newer version of @other's
 * @other: a consultation, which stays as it is
 * @language: (nullable): as plumb_text_get() takes it, for @dropped
 * @dropped: (out) (optional) (transfer full) (element-type utf8): what does not fit into
 *   @pathway, in words; empty where all does
 *
 * Takes over what still fits: answers to findings of the same id and kind, where they are in
 * range; marks of areas, and what is done with each advice. Nothing can be undone in it.
 *
 * Returns: (transfer full): a consultation of @pathway
 */
PlumbConsultation *
plumb_consultation_new_adapted (PlumbPathway *pathway,
                                PlumbConsultation *other,
                                const char *language,
                                GPtrArray **dropped)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  PlumbAdaption adaption = { pathway, language, list };
  g_autoptr (GArray) answers = NULL;
  PlumbConsultation *self;

  g_return_val_if_fail (pathway != NULL, NULL);
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (other), NULL);

  self = plumb_consultation_new (pathway);
  adapt_day (self, other);
  adapt_record (self, other);
  answers = adapt_answers (&adaption, other);
  adapt_marks (&adaption, self, other);
  adapt_stances (&adaption, self, other);
  /* Loading forgets the steps so far. */
  plumb_consultation_load (self, NULL, 0, NULL);
  load_answers (&adaption, self, answers);
  if (dropped != NULL)
    *dropped = g_steal_pointer (&list);

  return self;
}
