/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-words.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

static const char *
translate (const PlumbText *text)
{
  return plumb_text_get (text, plumb_app_language ());
}

/**
 * plumb_chart_standing_word:
 * @standing: how a box stands
 *
 * Returns: a sentence of its own, such as "Current."
 */
const char *
plumb_chart_standing_word (PlumbStanding standing)
{
  switch (standing)
    {
    case PLUMB_STANDING_TAKEN:
      /* Translators: of a box on the chart: it is on the patient's route. */
      return _ ("Taken.");
    case PLUMB_STANDING_CURRENT:
      /* Translators: of a box on the chart: this decision waits for an answer. */
      return _ ("Current.");
    case PLUMB_STANDING_RULED_OUT:
      /* Translators: of a box on the chart: the answers exclude it. */
      return _ ("Ruled out.");
    case PLUMB_STANDING_OPEN:
    default:
      /* Translators: of a box on the chart: nobody knows yet whether the route gets there. */
      return _ ("Open.");
    }
}

/* The same in one word, within a sentence. */
const char *
plumb_chart_standing_short (PlumbStanding standing)
{
  switch (standing)
    {
    case PLUMB_STANDING_TAKEN:
      return _ ("taken");
    case PLUMB_STANDING_CURRENT:
      return _ ("current");
    case PLUMB_STANDING_RULED_OUT:
      return _ ("ruled out");
    case PLUMB_STANDING_OPEN:
    default:
      return _ ("still open");
    }
}

/**
 * plumb_chart_exit_text:
 * @exit: an exit
 *
 * Returns: (transfer full): its label, else the text of the box that it leads to
 */
char *
plumb_chart_exit_text (const PlumbExit *exit)
{
  g_return_val_if_fail (exit != NULL, NULL);

  return g_strdup (translate (exit->label != NULL ? exit->label : exit->target->text));
}

static char *
list_exits (const PlumbNode *node)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);
      g_autofree char *text = plumb_chart_exit_text (exit);

      if (plumb_exit_is_repeated (exit))
        continue;
      if (i > 0)
        /* Translators: between the items of a list. */
        g_string_append (list, _ (", "));
      g_string_append (list, text);
    }

  return g_string_free (list, FALSE);
}

static char *
describe_place (const PlumbNode *node, const char *standing)
{
  const char *text = translate (node->text);

  switch (node->kind)
    {
    case PLUMB_NODE_DECISION:
      /* Translators: read aloud for a box of the chart: its number, its text and how it stands,
       * such as "Step 12, decision: STarT Back risk group? Current." */
      return g_strdup_printf (_ ("Step %u, decision: %s %s"), node->number, text, standing);
    case PLUMB_NODE_ACTION:
      /* Translators: as for a decision: "Step 15, action: Physiotherapy. Open." */
      return g_strdup_printf (_ ("Step %u, action: %s. %s"), node->number, text, standing);
    case PLUMB_NODE_STATE:
      /* Translators: as for a decision: "Step 10, state: No red flag. Taken." */
      return g_strdup_printf (_ ("Step %u, state: %s. %s"), node->number, text, standing);
    case PLUMB_NODE_LINK:
    default:
      /* Translators: as for a decision, of a box that leads to another stage:
       * "Link: Go to 5 Physio. Open." */
      return g_strdup_printf (_ ("Link: %s. %s"), text, standing);
    }
}

/**
 * plumb_chart_describe_node:
 * @node: a box
 * @standing: how it stands
 *
 * Returns: (transfer full): all that its picture says, in whole sentences
 */
char *
plumb_chart_describe_node (const PlumbNode *node, PlumbStanding standing)
{
  g_autofree char *place = NULL;
  g_autofree char *exits = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  place = describe_place (node, plumb_chart_standing_word (standing));
  if (node->kind != PLUMB_NODE_DECISION)
    return g_steal_pointer (&place);
  exits = list_exits (node);

  /* Translators: after the description of a decision, a list of its exits:
   * "… Current. Exits: low, medium, high" */
  return g_strdup_printf (_ ("%s Exits: %s"), place, exits);
}

static const PlumbRecommendation *
find_alarm (PlumbSession *session, const PlumbStage *stage)
{
  gboolean paused = FALSE;
  const PlumbRecommendation *alarm = plumb_session_get_alarm (session, &paused);

  return alarm != NULL && paused && alarm->stage != stage ? alarm : NULL;
}

/**
 * plumb_chart_is_paused:
 * @session: a session
 * @stage: a stage
 *
 * Returns: whether @stage waits because something comes before all else
 */
gboolean
plumb_chart_is_paused (PlumbSession *session, const PlumbStage *stage)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (session) && stage != NULL, FALSE);

  return find_alarm (session, stage) != NULL;
}

/**
 * plumb_chart_describe_pause:
 * @session: a session
 * @stage: a stage
 *
 * Returns: (transfer full) (nullable): why @stage is not on the route; %NULL
 *   where it is, or may be
 */
char *
plumb_chart_describe_pause (PlumbSession *session, const PlumbStage *stage)
{
  const PlumbRecommendation *alarm;

  g_return_val_if_fail (PLUMB_IS_SESSION (session) && stage != NULL, NULL);

  alarm = find_alarm (session, stage);
  if (alarm != NULL)
    /* Translators: above the chart of a stage. The word is an advice: "Emergency imaging". */
    return g_strdup_printf (_ ("This stage is paused. First: %s."), translate (alarm->title));
  if (plumb_evaluation_get_stage_standing (plumb_session_get_shown (session), stage)
      != PLUMB_STANDING_RULED_OUT)
    return NULL;
  if (plumb_session_get_trial (session) != NULL)
    return g_strdup (_ ("With the answers that are tried this stage is not on the route."));

  return g_strdup (_ ("With these answers this stage is not on the route."));
}

/**
 * plumb_chart_describe_exit:
 * @exit: an exit
 * @standing: how it stands
 *
 * Returns: (transfer full): its label, where it leads and how it stands: "low, to step
 *   14: still open"
 */
char *
plumb_chart_describe_exit (const PlumbExit *exit, PlumbStanding standing)
{
  const char *how = plumb_chart_standing_short (standing);
  const char *label;

  g_return_val_if_fail (exit != NULL, NULL);

  label = exit->label != NULL ? translate (exit->label) : NULL;
  if (exit->target->number == 0)
    return label != NULL
               /* Translators: read aloud for an exit that leads to another stage: its label, the
                * text of the link, how it stands: "yes, to Go to 5 Physio: taken". */
               ? g_strdup_printf (_ ("%s, to %s: %s"), label, translate (exit->target->text), how)
               : g_strdup_printf (_ ("to %s: %s"), translate (exit->target->text), how);

  return label != NULL
             /* Translators: read aloud for an exit: its label, the number of the box that it leads
              * to, how it stands: "low, to step 14: still open". */
             ? g_strdup_printf (_ ("%s, to step %u: %s"), label, exit->target->number, how)
             : g_strdup_printf (_ ("to step %u: %s"), exit->target->number, how);
}

/**
 * plumb_chart_describe_branch:
 * @node: a box
 * @evaluation: how things stand
 *
 * Returns: (transfer full): what the box is and where it leads, in whole sentences
 */
char *
plumb_chart_describe_branch (const PlumbNode *node, const PlumbEvaluation *evaluation)
{
  g_autofree char *place = NULL;
  g_autoptr (GString) exits = g_string_new (NULL);

  g_return_val_if_fail (node != NULL && evaluation != NULL, NULL);

  place = describe_place (
      node, plumb_chart_standing_word (plumb_evaluation_get_node_standing (evaluation, node)));
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);
      g_autofree char *text
          = plumb_chart_describe_exit (exit, plumb_evaluation_get_exit_standing (evaluation, exit));

      g_string_append_printf (exits, "%s%s", i > 0 ? "; " : "", text);
    }
  if (exits->len == 0)
    return g_steal_pointer (&place);

  return g_strdup_printf (_ ("%s Exits: %s"), place, exits->str);
}
