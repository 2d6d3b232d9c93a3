/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-trial.h"

#include <glib/gi18n.h>

static gboolean
changes_urgency (PlumbWhatIf *trial, const PlumbRecommendation *recommendation)
{
  GArray *changes = plumb_what_if_get_urgency_changes (trial);

  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, PlumbUrgencyChange, i).recommendation == recommendation)
      return TRUE;

  return FALSE;
}

/**
 * plumb_advice_trial_find:
 * @trial: (nullable): answers that are tried
 * @recommendation: an advice
 *
 * Returns: what they would do to it
 */
PlumbAdviceTrial
plumb_advice_trial_find (PlumbWhatIf *trial, const PlumbRecommendation *recommendation)
{
  if (trial == NULL)
    return PLUMB_ADVICE_UNTOUCHED;
  if (g_ptr_array_find (plumb_what_if_get_added (trial), recommendation, NULL))
    return PLUMB_ADVICE_ADDED;
  if (g_ptr_array_find (plumb_what_if_get_removed (trial), recommendation, NULL))
    return PLUMB_ADVICE_REMOVED;

  return changes_urgency (trial, recommendation) ? PLUMB_ADVICE_CHANGED : PLUMB_ADVICE_UNTOUCHED;
}

const char *
plumb_advice_trial_word (PlumbAdviceTrial effect)
{
  switch (effect)
    {
    case PLUMB_ADVICE_ADDED:
      /* Translators: on a card of advice, while answers are tried that are not recorded. */
      return _ ("WOULD BE ADDED");
    case PLUMB_ADVICE_REMOVED:
      /* Translators: on a card of advice, while answers are tried that are not recorded. */
      return _ ("WOULD BE REMOVED");
    case PLUMB_ADVICE_CHANGED:
      /* Translators: on a card of advice: it would be more or less urgent. */
      return _ ("THE URGENCY WOULD CHANGE");
    case PLUMB_ADVICE_UNTOUCHED:
    default:
      return NULL;
    }
}

const char *
plumb_advice_trial_class (PlumbAdviceTrial effect)
{
  switch (effect)
    {
    case PLUMB_ADVICE_ADDED:
      return "would-add";
    case PLUMB_ADVICE_REMOVED:
      return "would-remove";
    case PLUMB_ADVICE_CHANGED:
      return "would-change";
    case PLUMB_ADVICE_UNTOUCHED:
    default:
      return NULL;
    }
}

static void
move_in (GPtrArray *open, GPtrArray *folded, guint *place, gpointer recommendation)
{
  guint now;

  g_ptr_array_remove (folded, recommendation);
  if (g_ptr_array_find (open, recommendation, &now))
    {
      /* What is urgent stays where it is. */
      if (now < *place)
        return;
      g_ptr_array_remove_index (open, now);
    }
  g_ptr_array_insert (open, (int) (*place)++, recommendation);
}

static guint
count_urgent (PlumbWhatIf *trial, GPtrArray *open)
{
  guint n = 0;

  while (n < open->len
         && plumb_evaluation_get_urgency (plumb_what_if_get_before (trial),
                                          g_ptr_array_index (open, n))
                < PLUMB_URGENCY_ROUTINE)
    n++;

  return n;
}

/**
 * plumb_advice_trial_mix:
 * @trial: answers that are tried
 * @open: (element-type PlumbRecommendation): what stands open without them
 * @folded: (element-type PlumbRecommendation): what is folded without them
 *
 * Nothing that is in force goes away: what would be removed stands there too.
 */
void
plumb_advice_trial_mix (PlumbWhatIf *trial, GPtrArray *open, GPtrArray *folded)
{
  GPtrArray *added, *removed;
  GArray *changes;
  guint place;

  g_return_if_fail (trial != NULL && open != NULL && folded != NULL);

  added = plumb_what_if_get_added (trial);
  removed = plumb_what_if_get_removed (trial);
  changes = plumb_what_if_get_urgency_changes (trial);
  place = count_urgent (trial, open);
  for (guint i = 0; i < added->len; i++)
    move_in (open, folded, &place, g_ptr_array_index (added, i));
  for (guint i = 0; i < changes->len; i++)
    move_in (open, folded, &place,
             (gpointer) g_array_index (changes, PlumbUrgencyChange, i).recommendation);
  for (guint i = 0; i < removed->len; i++)
    move_in (open, folded, &place, g_ptr_array_index (removed, i));
}
