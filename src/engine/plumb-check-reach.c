/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Boxes and advice that somebody reaches. */

#include "plumb-check-private.h"

#include <glib/gi18n-lib.h>

/* Advice that fails in some box where it could be given is reported there. */
static gboolean
is_reported (PlumbChecker *self, const PlumbRecommendation *recommendation)
{
  for (guint i = 0; i < self->diagnostics->len; i++)
    {
      const PlumbDiagnostic *found = g_ptr_array_index (self->diagnostics, i);

      if (found->number == 210 && found->recommendation == recommendation)
        return TRUE;
    }

  return FALSE;
}

void
plumb_checker_check_reach (PlumbChecker *self)
{
  GPtrArray *nodes = self->pathway->lists[PLUMB_KIND_NODE];
  GPtrArray *recommendations = self->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  PlumbDiagnostic *found;

  /* Boxes behind exits that are never taken follow from these. */
  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      if (node->start || node->entries->len > 0)
        continue;
      found = plumb_checker_report (self, 301, plumb_checker_find (self, "stages/node", i), NULL,
                                    _ ("Nobody reaches “%s”."), node->id);
      found->node = node;
    }
  for (guint i = 0; i < recommendations->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);
      const PlumbElement *element = plumb_checker_find (self, "recommendations/recommendation", i);

      if (recommendation->carriers->len == 0)
        found = plumb_checker_report (self, 302, element, NULL, _ ("No box carries “%s”."),
                                      recommendation->id);
      else if (plumb_checker_is_sound (self)
               && plumb_diagrams_is_true (self->diagrams, self->slots[recommendation->slot])
                      == PLUMB_DIAGRAM_FALSE
               && plumb_checker_is_sound (self) && !is_reported (self, recommendation))
        found = plumb_checker_report (self, 303, element, NULL, _ ("“%s” is in force for nobody."),
                                      recommendation->id);
      else
        continue;
      found->recommendation = recommendation;
    }
}
