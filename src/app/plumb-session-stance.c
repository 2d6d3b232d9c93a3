/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-session-private.h"

/* What the clinician does with each advice */

const PlumbStance *
plumb_session_get_stance (PlumbSession *self, const PlumbRecommendation *recommendation)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);
  g_return_val_if_fail (recommendation != NULL, NULL);

  return plumb_stances_get (plumb_consultation_get_stances (self->consultation), recommendation);
}

static void
replace_stance (PlumbSession *self,
                const PlumbRecommendation *recommendation,
                const PlumbStance *stance)
{
  PlumbStances *before = plumb_consultation_get_stances (self->consultation);
  g_autoptr (PlumbStances) after = plumb_stances_new_with (before, recommendation, stance);

  plumb_consultation_set_stances (self->consultation, after);
}

/**
 * plumb_session_set_stance:
 * @self: a session
 * @recommendation: an advice
 * @stance: (nullable): what the clinician does with it, %NULL to take that back;
 *   copied. Space around its words is not kept, and its left_out is not looked at:
 *   for that there is plumb_session_set_left_out()
 * @error: return location for an error of #PLUMB_STANCE_ERROR
 *
 * Records it, as one undo step.
 *
 * Returns: %FALSE on error, and nothing has changed
 */
gboolean
plumb_session_set_stance (PlumbSession *self,
                          const PlumbRecommendation *recommendation,
                          const PlumbStance *stance,
                          GError **error)
{
  PlumbStance wanted = { PLUMB_STANCE_NONE, NULL, NULL, FALSE };
  g_autofree char *words = NULL;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (recommendation != NULL, FALSE);

  if (stance != NULL)
    {
      wanted = *stance;
      words = stance->words != NULL ? g_strstrip (g_strdup (stance->words)) : NULL;
      wanted.words = words;
    }
  wanted.left_out = plumb_session_get_stance (self, recommendation)->left_out;
  if (!plumb_stance_check (recommendation, &wanted, error))
    return FALSE;
  replace_stance (self, recommendation, &wanted);

  return TRUE;
}

/**
 * plumb_session_set_left_out:
 * @self: a session
 * @recommendation: an advice
 * @left_out: whether the patient's handout does without it
 *
 * Records it, as one undo step. What is done with the advice stays as it is.
 */
void
plumb_session_set_left_out (PlumbSession *self,
                            const PlumbRecommendation *recommendation,
                            gboolean left_out)
{
  PlumbStance wanted;

  g_return_if_fail (PLUMB_IS_SESSION (self));
  g_return_if_fail (recommendation != NULL);

  wanted = *plumb_session_get_stance (self, recommendation);
  wanted.left_out = left_out != FALSE;
  replace_stance (self, recommendation, &wanted);
}
