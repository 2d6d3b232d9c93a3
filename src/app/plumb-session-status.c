/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-session-private.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

static gboolean
are_others_paused (PlumbSession *self, const PlumbStage *own)
{
  GPtrArray *stages = plumb_pathway_get_stages (self->pathway);

  for (guint i = 0; i < stages->len; i++)
    {
      const PlumbStage *stage = g_ptr_array_index (stages, i);

      if (stage != own
          && plumb_evaluation_get_stage_standing (self->evaluation, stage)
                 != PLUMB_STANDING_RULED_OUT)
        return FALSE;
    }

  return TRUE;
}

/**
 * plumb_session_get_alarm:
 * @self: a session
 * @paused: (out) (optional): whether every other stage is paused because of it
 *
 * What the whole window has to know of: advice that does not wait, or that
 * stands alone.
 *
 * Returns: (nullable): the most urgent advice, if it is of that kind
 */
const PlumbRecommendation *
plumb_session_get_alarm (PlumbSession *self, gboolean *paused)
{
  g_autoptr (GPtrArray) advice = NULL;
  const PlumbRecommendation *first;
  PlumbUrgency urgency;
  gboolean alone;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  advice = plumb_evaluation_list_advice (self->evaluation);
  first = advice->len > 0 ? g_ptr_array_index (advice, 0) : NULL;
  urgency = first != NULL ? plumb_evaluation_get_urgency (self->evaluation, first)
                          : PLUMB_URGENCY_ROUTINE;
  alone
      = first != NULL && urgency != PLUMB_URGENCY_ROUTINE && are_others_paused (self, first->stage);
  if (paused != NULL)
    *paused = alone;
  if (first == NULL)
    return NULL;

  return alone || urgency == PLUMB_URGENCY_EMERGENCY || urgency == PLUMB_URGENCY_SAME_DAY ? first
                                                                                          : NULL;
}

/* The status line */

static char *
describe_focus (PlumbSession *self)
{
  const char *language = plumb_app_language ();

  /* Translators: the number of a box, the number and title of its stage, the text of the box,
   * such as "Step 12 in stage 4, Stratify: STarT Back risk group?" */
  return g_strdup_printf (_ ("Step %u in stage %u, %s: %s"), self->focus_node->number,
                          self->focus_node->stage->number,
                          plumb_text_get (self->focus_node->stage->title, language),
                          plumb_text_get (self->focus_node->text, language));
}

static char *
describe_urgent (PlumbSession *self, const PlumbRecommendation *urgent)
{
  const char *title = plumb_text_get (urgent->title, plumb_app_language ());

  /* Translators: the word is an advice, such as "Emergency department now". */
  switch (plumb_evaluation_get_urgency (self->evaluation, urgent))
    {
    case PLUMB_URGENCY_EMERGENCY:
      return g_strdup_printf (_ ("This is an emergency: %s."), title);
    case PLUMB_URGENCY_SAME_DAY:
      return g_strdup_printf (_ ("This is for today: %s."), title);
    case PLUMB_URGENCY_URGENT:
      return g_strdup_printf (_ ("This is urgent: %s."), title);
    case PLUMB_URGENCY_ROUTINE:
    default:
      return NULL;
    }
}

static char *
describe_advice (guint n_advice)
{
  if (n_advice == 0)
    return g_strdup (_ ("No advice is in force yet."));

  return g_strdup_printf (
      ngettext ("%u recommendation is in force.", "%u recommendations are in force.", n_advice),
      n_advice);
}

/* Advice in force from which the clinician departs. */
static guint
count_departures (PlumbSession *self, GPtrArray *advice)
{
  guint n = 0;

  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbStance *stance = plumb_session_get_stance (self, g_ptr_array_index (advice, i));

      n += stance->kind == PLUMB_STANCE_DECLINED || stance->kind == PLUMB_STANCE_CHANGED;
    }

  return n;
}

/* What is tried comes first: nobody may take it for what is. */
static char *
describe_trial (PlumbSession *self)
{
  guint n_added = plumb_what_if_get_added (self->trial)->len;
  guint n_removed = plumb_what_if_get_removed (self->trial)->len;

  /* Translators: what is tried without being recorded, such as "Weeks since onset: 8 or more",
   * how much advice would come into force, and how much would no longer be in force. */
  return g_strdup_printf (
      _ ("Trying: %s. Nothing is recorded. Advice that would be added: %u; removed: %u."),
      self->trial_words, n_added, n_removed);
}

/**
 * plumb_session_dup_status:
 * @self: a session
 *
 * Returns: (transfer full): one line in whole sentences that says where the
 *   consultation stands
 */
char *
plumb_session_dup_status (PlumbSession *self)
{
  g_autoptr (GPtrArray) advice = NULL;
  const PlumbRecommendation *alarm;
  g_autofree char *count = NULL;
  g_autofree char *place = NULL;
  guint n_departures;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  if (self->trial != NULL)
    return describe_trial (self);
  advice = plumb_evaluation_list_advice (self->evaluation);
  count = describe_advice (advice->len);
  alarm = plumb_session_get_alarm (self, NULL);
  if (alarm != NULL)
    place = describe_urgent (self, alarm);
  if (place == NULL && plumb_session_is_current (self, self->focus_node))
    place = describe_focus (self);
  if (place == NULL)
    place = g_strdup (_ ("No decision waits for an answer."));

  n_departures = count_departures (self, advice);
  if (n_departures == 0)
    return g_strdup_printf ("%s %s", place, count);

  /* Translators: where the consultation stands, how much advice is in force, and from how
   * much of it the clinician departs. */
  return g_strdup_printf (_ ("%s %s Declined or changed: %u."), place, count, n_departures);
}
