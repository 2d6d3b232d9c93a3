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
      g_autofree char *text = plumb_chart_exit_text (g_ptr_array_index (node->exits, i));

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

/* What is urgent stands alone: it holds up every stage but its own. */
static const PlumbRecommendation *
find_urgent (const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  const PlumbRecommendation *first;

  if (advice->len == 0)
    return NULL;
  first = g_ptr_array_index (advice, 0);

  return first->urgency < PLUMB_URGENCY_ROUTINE ? first : NULL;
}

/**
 * plumb_chart_is_paused:
 * @evaluation: an evaluation
 * @stage: a stage
 *
 * Returns: whether @stage is not on the route because something urgent is
 */
gboolean
plumb_chart_is_paused (const PlumbEvaluation *evaluation, const PlumbStage *stage)
{
  const PlumbRecommendation *urgent;

  g_return_val_if_fail (evaluation != NULL && stage != NULL, FALSE);

  if (plumb_evaluation_get_stage_standing (evaluation, stage) != PLUMB_STANDING_RULED_OUT)
    return FALSE;
  urgent = find_urgent (evaluation);

  return urgent != NULL && urgent->stage != stage;
}

/**
 * plumb_chart_describe_pause:
 * @evaluation: an evaluation
 * @stage: a stage
 *
 * Returns: (transfer full) (nullable): why @stage is not on the route; %NULL
 *   where it is, or may be
 */
char *
plumb_chart_describe_pause (const PlumbEvaluation *evaluation, const PlumbStage *stage)
{
  g_return_val_if_fail (evaluation != NULL && stage != NULL, NULL);

  if (plumb_evaluation_get_stage_standing (evaluation, stage) != PLUMB_STANDING_RULED_OUT)
    return NULL;
  if (plumb_chart_is_paused (evaluation, stage))
    /* Translators: above the chart of a stage. The word is an advice, such as "Emergency imaging". */
    return g_strdup_printf (_ ("This stage is paused. First: %s."),
                            translate (find_urgent (evaluation)->title));

  return g_strdup (_ ("With these answers this stage is not on the route."));
}
