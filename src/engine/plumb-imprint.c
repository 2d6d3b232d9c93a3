/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-imprint.h"

#include "plumb-format.h"
#include "plumb-words.h"

/**
 * plumb_imprint_review:
 * @review: how far something has been reviewed
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer none): the status in words, to stand inside a sentence
 */
const char *
plumb_imprint_review (PlumbReview review, const char *language)
{
  switch (review)
    {
    case PLUMB_REVIEW_UNDER_REVIEW:
      /* Translators: the status of a pathway that experts have not finished reviewing. */
      return plumb_words (language, "under review");
    case PLUMB_REVIEW_APPROVED:
      /* Translators: the status of a pathway that experts have reviewed and found right. */
      return plumb_words (language, "approved after review");
    case PLUMB_REVIEW_SUBMITTED:
    default:
      /* Translators: the status of a pathway that no expert has reviewed yet. */
      return plumb_words (language, "not reviewed");
    }
}

/**
 * plumb_imprint_version:
 * @pathway: a pathway
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): name, version, review status and last update in one sentence
 */
char *
plumb_imprint_version (const PlumbPathway *pathway, const char *language)
{
  g_autofree char *updated = NULL;

  g_return_val_if_fail (pathway != NULL, NULL);

  updated = plumb_format_day (plumb_pathway_get_updated (pathway), language);

  return g_strdup_printf (
      /* Translators: at the foot of each page: name of the pathway, its version, "under review",
       * the date of its last update. */
      plumb_words (language, "%1$s pathway %2$s, %3$s, updated %4$s."),
      plumb_text_get (plumb_pathway_get_title (pathway), language),
      plumb_pathway_get_version (pathway),
      plumb_imprint_review (plumb_pathway_get_review (pathway), language), updated);
}

/**
 * plumb_imprint_translation:
 * @pathway: a pathway
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (nullable) (transfer none): what readers must know of the translation
 *   into @language; %NULL where it has been approved, or nothing was translated
 */
const char *
plumb_imprint_translation (const PlumbPathway *pathway, const char *language)
{
  const PlumbTranslation *translation;

  g_return_val_if_fail (pathway != NULL, NULL);

  translation = language ? plumb_pathway_lookup_translation (pathway, language) : NULL;
  if (translation == NULL || translation->review == PLUMB_REVIEW_APPROVED)
    return NULL;
  if (translation->review == PLUMB_REVIEW_UNDER_REVIEW)
    return plumb_words (language, "This translation is under review.");

  return plumb_words (language, "No clinician has reviewed this translation yet.");
}

/**
 * plumb_imprint:
 * @pathway: a pathway
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): all of it in a line for the foot of a page
 */
char *
plumb_imprint (const PlumbPathway *pathway, const char *language)
{
  GPtrArray *scores;
  const char *translation;
  g_autofree char *version = NULL;
  GString *line;

  g_return_val_if_fail (pathway != NULL, NULL);

  version = plumb_imprint_version (pathway, language);
  translation = plumb_imprint_translation (pathway, language);
  line = g_string_new (version);
  if (translation != NULL)
    g_string_append_printf (line, " %s", translation);
  scores = plumb_pathway_get_scores (pathway);
  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      if (score->copyright != NULL)
        g_string_append_printf (line, " %s", plumb_text_get (score->copyright, language));
    }

  return g_string_free (line, FALSE);
}
