/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-summary-private.h"

static const PlumbStance *
get_stance (const PlumbSummary *self, const PlumbRecommendation *recommendation)
{
  return plumb_stances_get (plumb_evaluation_get_stances (self->evaluation), recommendation);
}

static gboolean
is_departure (const PlumbStance *stance)
{
  return stance->kind == PLUMB_STANCE_DECLINED || stance->kind == PLUMB_STANCE_CHANGED;
}

static void
add_departure (PlumbSummary *self, const PlumbRecommendation *recommendation)
{
  g_autofree char *stance = plumb_phrase_stance (get_stance (self, recommendation), self->language);

  plumb_document_builder_add_row (self->builder, PLUMB_TONE_CAUTION,
                                  plumb_summary_get_text (self, recommendation->title), NULL, NULL,
                                  stance, NULL);
}

/* Advice in force that the clinician does not follow as it stands; the advice itself stays where
 * it is, with the same word beside it. */
void
plumb_summary_add_departures (PlumbSummary *self)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < self->advice->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (self->advice, i);

      if (!is_departure (get_stance (self, recommendation)))
        continue;
      if (!headed)
        plumb_document_builder_add_heading (
            self->builder, 1, PLUMB_TONE_NEUTRAL,
            /* Translators: heading over advice that the clinician declined or changed. */
            plumb_words (self->language, "Departures from advice"));
      headed = TRUE;
      add_departure (self, recommendation);
    }
}

/* Returns: (transfer full) (nullable): what stands in small color below an advice: how soon it is
 * due, and whether the clinician follows it */
char *
plumb_summary_format_badge (const PlumbSummary *self,
                            const PlumbRecommendation *recommendation,
                            const char *urgency)
{
  const char *stance
      = plumb_phrase_stance_kind (get_stance (self, recommendation)->kind, self->language);

  if (urgency == NULL || stance == NULL)
    return g_strdup (urgency ? urgency : stance);
  return g_strconcat (urgency, PLUMB_SUMMARY_DOT, stance, NULL);
}
