/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli.h"
#include "plumb-format.h"
#include "plumb-phrase.h"
#include "plumb-reason.h"

#include <glib/gi18n.h>

#define MAX_REASONS 6

static const char *
get_strength_heading (PlumbStrength strength)
{
  switch (strength)
    {
    case PLUMB_STRENGTH_DO:
      return C_ ("strength of advice", "DO");
    case PLUMB_STRENGTH_CONSIDER:
      return C_ ("strength of advice", "CONSIDER");
    case PLUMB_STRENGTH_CAUTION:
      return C_ ("strength of advice", "CAUTION");
    case PLUMB_STRENGTH_AVOID:
      return C_ ("strength of advice", "AVOID");
    case PLUMB_STRENGTH_INFORM:
      return C_ ("strength of advice", "INFORM");
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
get_urgency_heading (PlumbUrgency urgency)
{
  switch (urgency)
    {
    case PLUMB_URGENCY_EMERGENCY:
      return _ ("Advice: emergency, now");
    case PLUMB_URGENCY_SAME_DAY:
      return _ ("Advice: today");
    case PLUMB_URGENCY_URGENT:
      return _ ("Advice: urgent");
    case PLUMB_URGENCY_ROUTINE:
      return _ ("Advice");
    default:
      g_return_val_if_reached ("");
    }
}

static void
append_current (GString *text, const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (evaluation);

  g_string_append (text, current->len > 0 ? _ ("Open decisions\n") : _ ("No decision is open.\n"));
  for (guint i = 0; i < current->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (current, i);

      g_string_append_printf (text, "  %u. %s (%s)\n", node->number,
                              plumb_text_get (node->text, NULL),
                              plumb_text_get (node->stage->title, NULL));
    }
}

static void
append_questions (GString *text, const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);

  if (questions->len > 0)
    g_string_append (text, _ ("To be asked, the best question first\n"));
  for (guint i = 0; i < questions->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (questions, i);

      g_string_append_printf (text, "  %s [%s]\n", plumb_text_get (finding->question, NULL),
                              finding->id);
    }
}

static void
append_because (GString *text,
                const PlumbEvaluation *evaluation,
                const PlumbRecommendation *recommendation)
{
  g_auto (GStrv) reasons = plumb_reason_list (evaluation, recommendation, NULL, MAX_REASONS);
  g_autofree char *joined = g_strjoinv (", ", reasons);

  if (joined[0] != '\0')
    /* Translators: the answers that led to an advice, with commas */
    g_string_append_printf (text, _ ("    Because: %s\n"), joined);
}

static void
append_review (GString *text,
               const PlumbEvaluation *evaluation,
               const PlumbRecommendation *recommendation)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GDate earliest, due;

  if (!plumb_evaluation_get_review (evaluation, recommendation, &earliest, &due))
    return;
  from = plumb_format_date (&earliest, NULL);
  to = plumb_format_date (&due, NULL);
  /* Translators: two dates */
  g_string_append_printf (text, _ ("    Review: from %s to %s\n"), from, to);
}

static void
append_advice (GString *text, const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  const PlumbRecommendation *before = NULL;

  if (advice->len == 0)
    g_string_append (text, _ ("No advice is in force.\n"));
  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (advice, i);

      PlumbUrgency urgency = plumb_evaluation_get_urgency (evaluation, recommendation);

      if (before == NULL || plumb_evaluation_get_urgency (evaluation, before) != urgency)
        g_string_append_printf (text, "%s\n", get_urgency_heading (urgency));
      g_string_append_printf (text, "  %s: %s [%s]\n    %s\n",
                              get_strength_heading (recommendation->strength),
                              plumb_text_get (recommendation->title, NULL), recommendation->id,
                              plumb_text_get (recommendation->clinician, NULL));
      append_because (text, evaluation, recommendation);
      append_review (text, evaluation, recommendation);
      before = recommendation;
    }
}

static void
append_scores (GString *text, const PlumbEvaluation *evaluation)
{
  GPtrArray *scores = plumb_pathway_get_scores (plumb_evaluation_get_pathway (evaluation));

  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      g_string_append_printf (text, "%s:", plumb_text_get (score->title, NULL));
      for (guint j = 0; j < score->field_names->len; j++)
        {
          const PlumbValue *value
              = plumb_evaluation_get_term (evaluation, g_ptr_array_index (score->field_terms, j));
          g_autofree char *literal = plumb_value_to_string (value);

          g_string_append_printf (text, "%s %s %s", j > 0 ? "," : "",
                                  (char *) g_ptr_array_index (score->field_names, j),
                                  value->type == PLUMB_VALUE_NULL     ? _ ("unknown")
                                  : value->type == PLUMB_VALUE_STRING ? value->string
                                                                      : literal);
        }
      g_string_append (text, "\n");
    }
}

/**
 * plumb_cli_evaluation_to_text:
 * @evaluation: what the pathway says
 * @heading: what to call the consultation
 *
 * Returns: (transfer full): lines to be read, without a last newline
 */
char *
plumb_cli_evaluation_to_text (const PlumbEvaluation *evaluation, const char *heading)
{
  PlumbPathway *pathway = plumb_evaluation_get_pathway (evaluation);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *visit = NULL;
  GDate date;

  plumb_evaluation_get_visit_date (evaluation, &date);
  visit = plumb_format_date (&date, NULL);
  /* Translators: the name of a consultation, the day of the visit, a pathway and its version */
  g_string_append_printf (text, _ ("%s, %s (%s %s)\n"), heading, visit,
                          plumb_text_get (plumb_pathway_get_title (pathway), NULL),
                          plumb_pathway_get_version (pathway));
  append_scores (text, evaluation);
  append_current (text, evaluation);
  append_questions (text, evaluation);
  append_advice (text, evaluation);
  g_string_append (text, plumb_text_get (plumb_pathway_get_disclaimer (pathway), NULL));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
