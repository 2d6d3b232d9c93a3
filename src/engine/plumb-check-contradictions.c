/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That the pathway does not advise for and against one thing at once. */

#include "plumb-check-private.h"

#include <glib/gi18n-lib.h>

static PlumbDiagram
is_in_force (PlumbChecker *self, const PlumbRecommendation *recommendation)
{
  return plumb_diagrams_is_true (self->diagrams, self->slots[recommendation->slot]);
}

/* An exception that lets nothing off. */
void
plumb_checker_report_unneeded (PlumbChecker *self, const PlumbAccepted *accepted)
{
  const PlumbElement *element = plumb_checker_find (self, "invariants/accepted", accepted->index);

  if (!plumb_checker_is_sound (self))
    return;
  if (accepted->against == NULL)
    plumb_checker_report (self, 405, element, NULL, _ ("“%s” needs no exception here."),
                          accepted->advice->id);
  else
    plumb_checker_report (self, 405, element, NULL,
                          _ ("“%s” and “%s” do not contradict each other."), accepted->advice->id,
                          accepted->against->id);
}

static const char *
find_common (const GPtrArray *a, GPtrArray *b)
{
  /* Topics are interned. */
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_find (b, g_ptr_array_index (a, i), NULL))
      return g_ptr_array_index (a, i);

  return NULL;
}

static const PlumbAccepted *
find_accepted (const PlumbChecker *self,
               const PlumbRecommendation *advice,
               const PlumbRecommendation *against)
{
  for (guint i = 0; i < self->pathway->accepted->len; i++)
    {
      const PlumbAccepted *accepted = g_ptr_array_index (self->pathway->accepted, i);

      if (accepted->advice == advice && accepted->against == against)
        return accepted;
    }

  return NULL;
}

/* Returns: what lets them off, where they do contradict each other */
static const PlumbAccepted *
check_pair (PlumbChecker *self,
            const PlumbRecommendation *advice,
            const PlumbRecommendation *against,
            const char *topic)
{
  const PlumbAccepted *accepted = find_accepted (self, advice, against);
  PlumbDiagram both = plumb_diagrams_and (self->diagrams, is_in_force (self, advice),
                                          is_in_force (self, against));
  PlumbDiagnostic *found;

  self->coverage.n_pairs++;
  if (both == PLUMB_DIAGRAM_FALSE || !plumb_checker_is_sound (self))
    return NULL;
  if (accepted != NULL)
    found = plumb_checker_report (
        self, 404, plumb_checker_find (self, "invariants/accepted", accepted->index), NULL,
        /* Translators: two advices, what both are about, and why both may be in force */
        _ ("“%s” and “%s” are in force at once, for and against “%s”; accepted, because %s"),
        advice->id, against->id, topic, plumb_text_get (accepted->reason, NULL));
  else
    found = plumb_checker_report (
        self, 404, plumb_checker_find (self, "recommendations/recommendation", advice->index), NULL,
        _ ("“%s” and “%s” are in force at once, for and against “%s”."), advice->id, against->id,
        topic);
  found->severity = accepted ? PLUMB_SEVERITY_ACCEPTED : PLUMB_SEVERITY_PROBLEM;
  found->recommendation = advice;
  plumb_checker_add_witness (self, found, both);

  return accepted;
}

void
plumb_checker_check_contradictions (PlumbChecker *self)
{
  GPtrArray *recommendations = self->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  g_autoptr (GHashTable) needed = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) opposing = g_ptr_array_new ();

  for (guint i = 0; i < recommendations->len; i++)
    {
      PlumbRecommendation *against = g_ptr_array_index (recommendations, i);

      if (against->topics_against->len > 0)
        g_ptr_array_add (opposing, against);
    }
  for (guint i = 0; i < recommendations->len; i++)
    for (guint j = 0; j < opposing->len; j++)
      {
        const PlumbRecommendation *advice = g_ptr_array_index (recommendations, i);
        const PlumbRecommendation *against = g_ptr_array_index (opposing, j);
        const char *topic = find_common (advice->topics, against->topics_against);

        if (topic != NULL)
          g_hash_table_add (needed, (gpointer) check_pair (self, advice, against, topic));
      }
  for (guint i = 0; i < self->pathway->accepted->len; i++)
    if (!g_hash_table_contains (needed, g_ptr_array_index (self->pathway->accepted, i)))
      plumb_checker_report_unneeded (self, g_ptr_array_index (self->pathway->accepted, i));
}
