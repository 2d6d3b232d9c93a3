/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-explanation-text.h"

#include "plumb-phrase.h"
#include "plumb-reason.h"
#include "plumb-words.h"

/* So many needs are told one by one; what goes beyond is told by its number. */
#define MAX_NEEDS 8
#define MAX_ANSWERS 12

const char *
plumb_explanation_phrase_state (const PlumbExplanation *self, const char *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (plumb_explanation_get_truth (self))
    {
    case PLUMB_TRUE:
      return plumb_words_in (language, "advice", "In force");
    case PLUMB_FALSE:
      return plumb_words_in (language, "advice", "Not in force");
    case PLUMB_UNKNOWN:
    default:
      return plumb_words_in (language, "advice", "Open: not everything has been asked");
    }
}

/* ---- steps ------------------------------------------------------------------------------ */

static char *
phrase_box (const PlumbNode *node, const char *language)
{
  const char *text = plumb_text_get (node->text, language);

  if (node->number == 0)
    return g_strdup (text);

  /* Translators: the number of a box of the chart, and its text. */
  return g_strdup_printf (plumb_words (language, "Box %1$u: %2$s"), node->number, text);
}

/**
 * plumb_explanation_phrase_step:
 * @self: an explanation
 * @step: one of its steps
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): the box and the exit that is taken from it; for the
 *   last step, where the advice has a condition of its own, that it is meant
 */
char *
plumb_explanation_phrase_step (const PlumbExplanation *self,
                               const PlumbExplanationStep *step,
                               const char *language)
{
  g_autofree char *box = NULL;

  g_return_val_if_fail (self != NULL && step != NULL, NULL);

  box = phrase_box (step->node, language);
  if (step->exit != NULL && step->exit->label != NULL)
    /* Translators: a box of the chart, and the exit by which the way goes on. */
    return g_strdup_printf (plumb_words (language, "%1$s → %2$s"), box,
                            plumb_text_get (step->exit->label, language));
  if (step->advice != NULL && step->advice->condition != NULL)
    /* Translators: a box of the chart that gives an advice only under a condition. */
    return g_strdup_printf (plumb_words (language, "%s → the condition of this advice"), box);

  return g_steal_pointer (&box);
}

/**
 * plumb_explanation_phrase_answers:
 * @self: an explanation
 * @step: one of its steps
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): the answers on which the step rests, or what nobody
 *   has asked and it waits for; empty where there is nothing to ask
 */
char *
plumb_explanation_phrase_answers (const PlumbExplanation *self,
                                  const PlumbExplanationStep *step,
                                  const char *language)
{
  g_auto (GStrv) phrases = NULL;

  g_return_val_if_fail (self != NULL && step != NULL, NULL);

  phrases = plumb_reason_list_findings (plumb_explanation_get_evaluation (self), step->findings,
                                        language, MAX_ANSWERS);

  /* Translators: stands between reasons. */
  return g_strjoinv (plumb_words (language, "; "), phrases);
}

/* ---- needs ------------------------------------------------------------------------------ */

static char *
phrase_advice_change (const PlumbExplanationChange *change, const char *language)
{
  const char *title = plumb_text_get (change->recommendation->title, language);

  /* Translators: an advice on which another one depends. */
  return change->wanted ? g_strdup_printf (plumb_words (language, "“%s” in force"), title)
                        : g_strdup_printf (plumb_words (language, "“%s” not in force"), title);
}

static char *
phrase_wanted (const PlumbExplanation *self,
               const PlumbExplanationChange *change,
               const char *language)
{
  const char *label = plumb_text_get (change->finding->label, language);
  g_autofree char *values = NULL;

  if (change->taken_back)
    /* Translators: the label of a finding whose answer is in the way. */
    return g_strdup_printf (plumb_words (language, "%s: left open"), label);
  if (change->answers == 0)
    return g_strdup (label);
  values = plumb_candidates_phrase (plumb_explanation_get_candidates (self), change->finding,
                                    change->answers, language);

  /* Translators: the label of a finding, and the answer that would be needed. */
  return g_strdup_printf (plumb_words_in (language, "finding", "%1$s: %2$s"), label, values);
}

/* What nobody has asked is never to be read as an answer. */
static char *
phrase_change (const PlumbExplanation *self,
               const PlumbExplanationChange *change,
               const char *language)
{
  const PlumbValue *answer;
  g_autofree char *wanted = NULL;
  g_autofree char *now = NULL;

  if (change->finding == NULL)
    return phrase_advice_change (change, language);
  wanted = phrase_wanted (self, change, language);
  answer = plumb_evaluation_get_answer (plumb_explanation_get_evaluation (self), change->finding);
  if (answer->type == PLUMB_VALUE_NULL)
    /* Translators: an answer that would be needed, such as "Fever: No". */
    return g_strdup_printf (plumb_words (language, "%s (nobody has asked)"), wanted);
  now = plumb_phrase_value (change->finding, answer, language);

  /* Translators: an answer that would be needed, and the one that was given. */
  return g_strdup_printf (plumb_words (language, "%1$s (answered: %2$s)"), wanted, now);
}

/**
 * plumb_explanation_phrase_need:
 * @self: an explanation
 * @need: (element-type PlumbExplanationChange): one of its needs
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): the answers of which one is needed, each with what is
 *   answered now
 */
char *
plumb_explanation_phrase_need (const PlumbExplanation *self, GArray *need, const char *language)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL && need != NULL, NULL);

  for (guint i = 0; i < need->len; i++)
    g_ptr_array_add (
        phrases, phrase_change (self, &g_array_index (need, PlumbExplanationChange, i), language));
  g_ptr_array_add (phrases, NULL);

  /* Translators: stands between answers of which one is enough. */
  return g_strjoinv (plumb_words (language, ", or "), (char **) phrases->pdata);
}

/**
 * plumb_explanation_phrase_statement:
 * @statement: a statement of a source
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): its number, where it stands, and what it says
 */
char *
plumb_explanation_phrase_statement (const PlumbStatement *statement, const char *language)
{
  const char *title, *text;

  g_return_val_if_fail (statement != NULL, NULL);

  title = plumb_text_get (statement->source->title, language);
  text = plumb_text_get (statement->text, language);
  if (statement->source->year == 0)
    /* Translators: the number of a statement, the title of its source, what it says. */
    return g_strdup_printf (plumb_words (language, "%1$s, %2$s: %3$s"), statement->id, title, text);

  /* Translators: the number of a statement, the title and year of its source, what it says. */
  return g_strdup_printf (plumb_words (language, "%1$s, %2$s (%3$d): %4$s"), statement->id, title,
                          statement->source->year, text);
}

/* ---- all of it -------------------------------------------------------------------------- */

static void
append_step (GString *text,
             const PlumbExplanation *self,
             const PlumbExplanationStep *step,
             const char *language)
{
  g_autofree char *place = plumb_explanation_phrase_step (self, step, language);
  g_autofree char *answers = plumb_explanation_phrase_answers (self, step, language);

  g_string_append_printf (text, "\n  %s", place);
  if (*answers != '\0')
    g_string_append_printf (text, "\n    %s", answers);
}

static void
append_chain (GString *text, const PlumbExplanation *self, const char *language)
{
  GPtrArray *steps = plumb_explanation_get_steps (self);

  for (guint i = 0; i < steps->len; i++)
    append_step (text, self, g_ptr_array_index (steps, i), language);
}

static void
append_needs (GString *text, const PlumbExplanation *self, const char *language)
{
  GPtrArray *needs = plumb_explanation_get_needs (self);

  if (needs->len > 0)
    g_string_append_printf (text, "\n  %s",
                            needs->len == 1
                                ? plumb_words (language, "It would take this answer:")
                                : plumb_words (language, "It would take each of these answers:"));
  for (guint i = 0; i < needs->len && i < MAX_NEEDS; i++)
    {
      g_autofree char *need
          = plumb_explanation_phrase_need (self, g_ptr_array_index (needs, i), language);

      g_string_append_printf (text, "\n    %s", need);
    }
  if (needs->len > MAX_NEEDS)
    {
      g_string_append (text, "\n    ");
      g_string_append_printf (
          text, plumb_words_plural (language, "and %u more", "and %u more", needs->len - MAX_NEEDS),
          needs->len - MAX_NEEDS);
    }
}

static void
append_obstacle (GString *text, const PlumbExplanation *self, const char *language)
{
  const PlumbExplanationStep *obstacle = plumb_explanation_get_obstacle (self);
  guint n_more = plumb_explanation_count_obstacles (self) - 1;

  g_string_append_printf (text, "\n  %s",
                          obstacle->truth == PLUMB_UNKNOWN
                              ? plumb_words (language, "Nobody knows yet whether this holds:")
                              : plumb_words (language, "This does not hold:"));
  append_step (text, self, obstacle, language);
  append_needs (text, self, language);
  if (n_more == 0)
    return;
  g_string_append (text, "\n  ");
  g_string_append_printf (text,
                          plumb_words_plural (language, "Behind it %u more condition is not met.",
                                              "Behind it %u more conditions are not met.", n_more),
                          n_more);
}

static void
append_statements (GString *text, const PlumbExplanation *self, const char *language)
{
  GPtrArray *statements = plumb_explanation_get_statements (self);

  if (statements->len > 0)
    g_string_append_printf (text, "\n  %s", plumb_words (language, "What it rests on:"));
  for (guint i = 0; i < statements->len; i++)
    {
      g_autofree char *statement
          = plumb_explanation_phrase_statement (g_ptr_array_index (statements, i), language);

      g_string_append_printf (text, "\n    %s", statement);
    }
}

/**
 * plumb_explanation_to_text:
 * @self: an explanation
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): the advice and how it stands; the chain of boxes with
 *   the answers, or the first step that does not hold and what would take it; and
 *   the statements behind it
 */
char *
plumb_explanation_to_text (const PlumbExplanation *self, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (
      text,
      /* Translators: the title of an advice, and whether it is in force. */
      plumb_words_in (language, "advice", "%1$s: %2$s"),
      plumb_text_get (plumb_explanation_get_recommendation (self)->title, language),
      plumb_explanation_phrase_state (self, language));
  if (plumb_explanation_get_obstacle (self) == NULL)
    append_chain (text, self, language);
  else
    append_obstacle (text, self, language);
  append_statements (text, self, language);

  return g_strdup (text->str);
}
