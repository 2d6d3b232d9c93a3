/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-reason.h"

#include "plumb-phrase.h"

#include <glib/gi18n-lib.h>
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
        _ ("%s not scored"), title);
  words = plumb_phrase_value (score->entered, result, language);

  return g_strdup_printf (/* Translators: a reason; the name of a score and its result */
                          _ ("%1$s: %2$s"), title, words);
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

/**
 * plumb_reason_list:
 * @evaluation: an evaluation
 * @recommendation: an advice in force
 * @language: (nullable): as plumb_text_get() takes it
 * @maximum: at most so many, from 1
 *
 * Returns: (transfer full): short phrases, the nearest reason first, such as
 *   "weeks since onset: 9" and "STarT Back: High"; what nobody has asked is named
 *   as such. Empty where the advice is not in force.
 */
char **
plumb_reason_list (const PlumbEvaluation *evaluation, const PlumbRecommendation *recommendation,
                   const char *language, guint maximum)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  g_autoptr (GHashTable) scores = g_hash_table_new (NULL, NULL);
  guint n_reasons = 0;

  g_return_val_if_fail (evaluation != NULL && recommendation != NULL, NULL);
  g_return_val_if_fail (maximum > 0, NULL);

  findings = plumb_evaluation_list_because (evaluation, recommendation);
  for (guint i = 0; i < findings->len && n_reasons < maximum; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *phrase = NULL;

      if (recommendation->stage->index > 0 && finding->groundwork)
        continue;
      if (finding->score != NULL && !g_hash_table_add (scores, (gpointer) finding->score))
        continue;
      phrase = finding->score != NULL
                   ? phrase_score (evaluation, finding->score, language)
                   : plumb_phrase_answer (finding, plumb_evaluation_get_answer (evaluation, finding),
                                          language);
      g_strv_builder_add (reasons, phrase);
      n_reasons++;
    }
  if (n_reasons == 0 && findings->len > 0)
    {
      g_autofree char *phrase = phrase_groundwork (recommendation, language);

      if (phrase != NULL)
        g_strv_builder_add (reasons, phrase);
    }

  return g_strv_builder_end (reasons);
}
