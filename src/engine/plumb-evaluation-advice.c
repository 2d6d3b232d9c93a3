/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-evaluation-private.h"

/* Which advice is in force, how soon it must be followed, and when it is reviewed. */

/* ---- in force or not -------------------------------------------------------------------- */

/* Returns: true exactly when the advice is in force */
PlumbTruth
plumb_evaluation_get_recommendation (const PlumbEvaluation *self,
                                     const PlumbRecommendation *recommendation)
{
  g_return_val_if_fail (self != NULL && recommendation != NULL, PLUMB_UNKNOWN);

  return plumb_value_get_truth (&self->slots[recommendation->slot]);
}

/* Returns: the same for one action that carries the advice */
PlumbTruth
plumb_evaluation_get_advice (const PlumbEvaluation *self, const PlumbAdvice *advice)
{
  g_return_val_if_fail (self != NULL && advice != NULL, PLUMB_UNKNOWN);

  return plumb_evaluation_weigh_advice (self, advice);
}

/* ---- the order -------------------------------------------------------------------------- */

/**
 * plumb_evaluation_get_urgency:
 * @self: an evaluation
 * @recommendation: an advice
 *
 * One advice can stand in several actions of which one has less time than another: a
 * scan for a suspected fracture is not the emergency that it is for cauda equina.
 *
 * Returns: how soon the advice must be followed by these answers
 */
PlumbUrgency
plumb_evaluation_get_urgency (const PlumbEvaluation *self,
                              const PlumbRecommendation *recommendation)
{
  gboolean in_force = FALSE;
  PlumbUrgency urgency = PLUMB_URGENCY_ROUTINE;

  g_return_val_if_fail (self != NULL && recommendation != NULL, PLUMB_URGENCY_ROUTINE);

  for (guint i = 0; i < recommendation->carriers->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, i);

      if (plumb_evaluation_get_advice (self, advice) != PLUMB_TRUE)
        continue;
      in_force = TRUE;
      if (advice->urgency < urgency)
        urgency = advice->urgency;
    }

  return in_force ? urgency : recommendation->urgency;
}

static int
compare_advice (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlumbRecommendation *first = *(const PlumbRecommendation *const *) a;
  const PlumbRecommendation *second = *(const PlumbRecommendation *const *) b;
  PlumbUrgency first_urgency = plumb_evaluation_get_urgency (data, first);
  PlumbUrgency second_urgency = plumb_evaluation_get_urgency (data, second);

  if (first_urgency != second_urgency)
    return (int) first_urgency - (int) second_urgency;
  if (first->strength != second->strength)
    return (int) first->strength - (int) second->strength;

  return (int) first->index - (int) second->index;
}

GPtrArray *
plumb_evaluation_list_advice (const PlumbEvaluation *self)
{
  GPtrArray *advice = g_ptr_array_new ();
  const GPtrArray *recommendations;

  g_return_val_if_fail (self != NULL, advice);

  recommendations = self->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  for (guint i = 0; i < recommendations->len; i++)
    {
      PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      if (plumb_evaluation_get_recommendation (self, recommendation) == PLUMB_TRUE)
        g_ptr_array_add (advice, recommendation);
    }
  g_ptr_array_sort_with_data (advice, compare_advice, (gpointer) self);

  return advice;
}

/* ---- reviews ---------------------------------------------------------------------------- */

static gboolean
add_days (const PlumbEvaluation *self, const PlumbExpression *days, GDate *date)
{
  PlumbValue value;
  gint64 julian;

  plumb_expression_evaluate (days, self->slots, &value);
  if (value.type != PLUMB_VALUE_INTEGER)
    return FALSE;
  julian = (gint64) g_date_get_julian (&self->visit) + value.integer;
  if (julian < 1 || julian > G_MAXINT32)
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) julian);

  return TRUE;
}

/**
 * plumb_evaluation_get_review:
 * @self: an evaluation
 * @recommendation: an advice
 * @earliest: (out): the first day for the review
 * @due: (out): the last day for it; never before the visit
 *
 * Returns: whether the advice names a review whose days are known
 */
gboolean
plumb_evaluation_get_review (const PlumbEvaluation *self,
                             const PlumbRecommendation *recommendation,
                             GDate *earliest,
                             GDate *due)
{
  g_return_val_if_fail (self != NULL && recommendation != NULL, FALSE);
  g_return_val_if_fail (earliest != NULL && due != NULL, FALSE);

  return recommendation->review_due != NULL
         && add_days (self, recommendation->review_earliest, earliest)
         && add_days (self, recommendation->review_due, due);
}
