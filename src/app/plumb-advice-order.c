/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-order.h"

static gboolean
is_given_by (const PlumbEvaluation *evaluation,
             const PlumbRecommendation *recommendation,
             const PlumbStage *stage)
{
  for (guint i = 0; i < recommendation->carriers->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, i);

      if (advice->node->stage == stage
          && plumb_evaluation_get_advice (evaluation, advice) == PLUMB_TRUE)
        return TRUE;
    }

  return FALSE;
}

/* The advice of the first stage is that of the red flags, urgent or not. */
static gboolean
must_be_open (const PlumbEvaluation *evaluation, const PlumbRecommendation *recommendation)
{
  return plumb_evaluation_get_urgency (evaluation, recommendation) < PLUMB_URGENCY_ROUTINE
         || recommendation->strength == PLUMB_STRENGTH_CAUTION
         || recommendation->stage->index == 0;
}

static void
choose (const PlumbEvaluation *evaluation,
        const PlumbStage *stage,
        GPtrArray *advice,
        GHashTable *chosen)
{
  for (guint i = 0; i < advice->len; i++)
    if (must_be_open (evaluation, g_ptr_array_index (advice, i)))
      g_hash_table_add (chosen, g_ptr_array_index (advice, i));
  for (guint i = 0; i < advice->len && g_hash_table_size (chosen) < PLUMB_ADVICE_OPEN; i++)
    if (is_given_by (evaluation, g_ptr_array_index (advice, i), stage))
      g_hash_table_add (chosen, g_ptr_array_index (advice, i));
  for (guint i = 0; i < advice->len && g_hash_table_size (chosen) < PLUMB_ADVICE_OPEN; i++)
    g_hash_table_add (chosen, g_ptr_array_index (advice, i));
}

/**
 * plumb_advice_divide:
 * @evaluation: an evaluation
 * @stage: the stage in view
 * @open: (out) (transfer full): what stands open
 * @folded: (out) (transfer full): what is folded away
 *
 * What is urgent, and every caution, stands open; then what the stage in view
 * adds; then the rest, until there is as much as can be taken in.
 */
void
plumb_advice_divide (const PlumbEvaluation *evaluation,
                     const PlumbStage *stage,
                     GPtrArray **open,
                     GPtrArray **folded)
{
  g_autoptr (GPtrArray) advice = NULL;
  g_autoptr (GHashTable) chosen = NULL;

  g_return_if_fail (evaluation != NULL);
  g_return_if_fail (open != NULL && folded != NULL);

  advice = plumb_evaluation_list_advice (evaluation);
  chosen = g_hash_table_new (NULL, NULL);
  choose (evaluation, stage, advice, chosen);
  *open = g_ptr_array_new ();
  *folded = g_ptr_array_new ();
  for (guint i = 0; i < advice->len; i++)
    {
      gpointer recommendation = g_ptr_array_index (advice, i);

      g_ptr_array_add (g_hash_table_contains (chosen, recommendation) ? *open : *folded,
                       recommendation);
    }
}

static void
free_review (gpointer data)
{
  PlumbAdviceReview *review = data;

  g_ptr_array_unref (review->recommendations);
  g_free (review);
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const PlumbAdviceReview *first = *(const PlumbAdviceReview *const *) a;
  const PlumbAdviceReview *second = *(const PlumbAdviceReview *const *) b;
  int order = g_date_compare (&first->due, &second->due);

  return order != 0 ? order : g_date_compare (&first->earliest, &second->earliest);
}

static PlumbAdviceReview *
ensure_review (GPtrArray *reviews, const GDate *earliest, const GDate *due)
{
  PlumbAdviceReview *review;

  for (guint i = 0; i < reviews->len; i++)
    {
      review = g_ptr_array_index (reviews, i);
      if (g_date_compare (&review->earliest, earliest) == 0
          && g_date_compare (&review->due, due) == 0)
        return review;
    }
  review = g_new0 (PlumbAdviceReview, 1);
  review->earliest = *earliest;
  review->due = *due;
  review->recommendations = g_ptr_array_new ();
  g_ptr_array_add (reviews, review);

  return review;
}

/**
 * plumb_advice_list_reviews:
 * @evaluation: an evaluation
 *
 * Returns: (transfer full) (element-type PlumbAdviceReview): the days on which
 *   advice in force wants another look
 */
GPtrArray *
plumb_advice_list_reviews (const PlumbEvaluation *evaluation)
{
  GPtrArray *reviews = g_ptr_array_new_with_free_func (free_review);
  g_autoptr (GPtrArray) advice = NULL;

  g_return_val_if_fail (evaluation != NULL, reviews);

  advice = plumb_evaluation_list_advice (evaluation);
  for (guint i = 0; i < advice->len; i++)
    {
      GDate earliest;
      GDate due;

      g_date_clear (&earliest, 1);
      g_date_clear (&due, 1);
      if (plumb_evaluation_get_review (evaluation, g_ptr_array_index (advice, i), &earliest, &due))
        g_ptr_array_add (ensure_review (reviews, &earliest, &due)->recommendations,
                         g_ptr_array_index (advice, i));
    }
  g_ptr_array_sort (reviews, compare_reviews);

  return reviews;
}
