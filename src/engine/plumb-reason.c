/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-reason.h"

#include "plumb-phrase.h"
#include "plumb-words.h"

#include <string.h>

/* The result of a score stands for its items. */
static char *
phrase_score (const PlumbEvaluation *evaluation, const PlumbScore *score, const char *language)
{
  const char *title = plumb_text_get (score->title, language);
  const PlumbValue *result = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < score->field_terms->len; i++)
    {
      const PlumbValue *value
          = plumb_evaluation_get_term (evaluation, g_ptr_array_index (score->field_terms, i));

      if (value->type == PLUMB_VALUE_STRING)
        result = value;
    }
  if (result == NULL)
    return g_strdup_printf (
        /* Translators: a reason; the name of a score that nobody has worked out yet */
        plumb_words (language, "%s not scored"), title);
  words = plumb_phrase_value (score->entered, result, language);

  return g_strdup_printf (/* Translators: a reason; the name of a score and its result */
                          plumb_words (language, "%1$s: %2$s"), title, words);
}

/* Where only the groundwork speaks for an advice, the box at which its stage opens says so. */
static char *
phrase_groundwork (const PlumbRecommendation *recommendation, const char *language)
{
  for (guint i = 0; i < recommendation->stage->nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (recommendation->stage->nodes, i);

      if (node->kind == PLUMB_NODE_STATE)
        return g_strdup (plumb_text_get (node->text, language));
    }

  return NULL;
}

/* Collects phrases up to a number, and what nobody has asked for one phrase at the end. */
typedef struct
{
  const PlumbEvaluation *evaluation;
  const char *language;
  GPtrArray *phrases; /* char * */
  GString *unasked;
  guint n_unasked;
  GHashTable *told; /* scores and titles told already */
  GPtrArray *findings; /* PlumbFinding, all that are to be told */
} PlumbReasons;

static void
add_unasked (PlumbReasons *reasons, const char *label)
{
  if (reasons->n_unasked++ > 0)
    g_string_append (reasons->unasked,
                     /* Translators: stands between the things of a list */
                     plumb_words (reasons->language, ", "));
  g_string_append (reasons->unasked, label);
}

/* A line that is not asked for, since there is nothing that it could be of, says nothing. */
static gboolean
is_unremarkable (const PlumbFinding *finding, gpointer data)
{
  const PlumbReasons *reasons = data;
  const PlumbValue *answer = plumb_evaluation_get_answer (reasons->evaluation, finding);

  if (finding->needs != NULL
      && plumb_value_get_truth (plumb_evaluation_get_answer (reasons->evaluation, finding->needs))
             == PLUMB_FALSE)
    return TRUE;

  return plumb_finding_is_normal (finding, answer);
}

/* The title that tells a finding together with others, if more than two of them are reasons: a
 * single one is a reason of its own. */
static const PlumbText *
find_none_title (PlumbReasons *reasons, const PlumbFinding *finding)
{
  const PlumbText *title = plumb_finding_get_none_title (finding, is_unremarkable, reasons);
  guint n_reasons = 0;

  for (guint i = 0; title != NULL && i < reasons->findings->len; i++)
    {
      const PlumbFinding *reason = g_ptr_array_index (reasons->findings, i);

      n_reasons += reason->card == finding->card
                   && (title == finding->card->title || reason->group == finding->group);
    }

  return n_reasons > 2 ? title : NULL;
}

static void
add_reason (PlumbReasons *reasons, const PlumbFinding *finding)
{
  const PlumbValue *value = plumb_evaluation_get_answer (reasons->evaluation, finding);
  const PlumbText *none = find_none_title (reasons, finding);

  if (finding->score != NULL)
    {
      if (g_hash_table_add (reasons->told, (gpointer) finding->score))
        g_ptr_array_add (reasons->phrases,
                         phrase_score (reasons->evaluation, finding->score, reasons->language));
    }
  else if (none != NULL)
    {
      if (g_hash_table_add (reasons->told, (gpointer) none))
        g_ptr_array_add (reasons->phrases,
                         g_strdup_printf (
                             /* Translators: a reason; the title of a group of questions, none of
                              * which applies: "Back and leg findings: none" */
                             plumb_words (reasons->language, "%s: none"),
                             plumb_text_get (none, reasons->language)));
    }
  else if (value->type == PLUMB_VALUE_NULL)
    add_unasked (reasons, plumb_text_get (finding->label, reasons->language));
  else
    g_ptr_array_add (reasons->phrases, plumb_phrase_answer (finding, value, reasons->language));
}

/* Those of the findings that fit, what nobody has asked as the last one. */
static GPtrArray *
phrase_findings (const PlumbEvaluation *evaluation,
                 GPtrArray *findings,
                 const char *language,
                 guint maximum)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) unasked = g_string_new (NULL);
  PlumbReasons reasons = { evaluation, language, phrases, unasked, 0, told, findings };

  for (guint i = 0; i < findings->len; i++)
    add_reason (&reasons, g_ptr_array_index (findings, i));
  if (phrases->len > maximum - (unasked->len > 0))
    g_ptr_array_set_size (phrases, (int) (maximum - (unasked->len > 0)));
  if (unasked->len > 0)
    g_ptr_array_add (phrases,
                     /* Translators: a reason for an advice; the labels of findings that have no
                      * answer yet */
                     g_strdup_printf (plumb_words (language, "not asked: %s"), unasked->str));

  return phrases;
}

static char **
end_phrases (GPtrArray *phrases)
{
  g_ptr_array_add (phrases, NULL);

  return g_strdupv ((char **) phrases->pdata);
}

/**
 * plumb_reason_list_findings:
 * @evaluation: an evaluation
 * @findings: (element-type PlumbFinding): findings
 * @language: (nullable): as plumb_text_get() takes it
 * @maximum: at most so many, from 2
 *
 * Returns: (transfer full): what is answered to @findings, as plumb_reason_list()
 *   puts it
 */
char **
plumb_reason_list_findings (const PlumbEvaluation *evaluation,
                            GPtrArray *findings,
                            const char *language,
                            guint maximum)
{
  g_autoptr (GPtrArray) phrases = NULL;

  g_return_val_if_fail (evaluation != NULL && findings != NULL, NULL);
  g_return_val_if_fail (maximum > 1, NULL);

  phrases = phrase_findings (evaluation, findings, language, maximum);

  return end_phrases (phrases);
}

/**
 * plumb_reason_list:
 * @evaluation: an evaluation
 * @recommendation: an advice in force
 * @language: (nullable): as plumb_text_get() takes it
 * @maximum: at most so many, from 2
 *
 * Returns: (transfer full): short phrases, the nearest reason first, such as
 *   "weeks since onset: 9" and "STarT Back: High"; the last one names what nobody
 *   has asked, where the advice rests on that. Empty where the advice is not in
 *   force.
 */
char **
plumb_reason_list (const PlumbEvaluation *evaluation,
                   const PlumbRecommendation *recommendation,
                   const char *language,
                   guint maximum)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) phrases = NULL;

  g_return_val_if_fail (evaluation != NULL && recommendation != NULL, NULL);
  g_return_val_if_fail (maximum > 1, NULL);

  findings = plumb_evaluation_list_particular (evaluation, recommendation);
  phrases = phrase_findings (evaluation, findings, language, maximum);
  if (phrases->len == 0
      && plumb_evaluation_get_recommendation (evaluation, recommendation) == PLUMB_TRUE)
    g_ptr_array_add (phrases, phrase_groundwork (recommendation, language));

  return end_phrases (phrases);
}
