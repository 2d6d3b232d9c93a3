/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-words.h"

#include "plumb-language.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>

static const char *
translate (const PlumbText *text)
{
  return plumb_text_get (text, plumb_app_language ());
}

/* As it stands on a card. */
const char *
plumb_advice_strength_word (PlumbStrength strength)
{
  switch (strength)
    {
    case PLUMB_STRENGTH_DO:
      /* Translators: how strong an advice is, above its title. */
      return _ ("DO");
    case PLUMB_STRENGTH_CONSIDER:
      return _ ("CONSIDER");
    case PLUMB_STRENGTH_CAUTION:
      return _ ("CAUTION");
    case PLUMB_STRENGTH_AVOID:
      return _ ("AVOID");
    case PLUMB_STRENGTH_INFORM:
    default:
      return _ ("GOOD TO KNOW");
    }
}

/* As it stands above several. */
const char *
plumb_advice_strength_title (PlumbStrength strength)
{
  switch (strength)
    {
    case PLUMB_STRENGTH_DO:
      /* Translators: a heading above several pieces of advice. */
      return _ ("Do");
    case PLUMB_STRENGTH_CONSIDER:
      return _ ("Consider");
    case PLUMB_STRENGTH_CAUTION:
      return _ ("Caution");
    case PLUMB_STRENGTH_AVOID:
      return _ ("Avoid");
    case PLUMB_STRENGTH_INFORM:
    default:
      return _ ("Good to know");
    }
}

/* The style class of whatever shows advice. */
const char *
plumb_advice_strength_class (PlumbStrength strength)
{
  switch (strength)
    {
    case PLUMB_STRENGTH_DO:
      return "do";
    case PLUMB_STRENGTH_CONSIDER:
      return "consider";
    case PLUMB_STRENGTH_CAUTION:
      return "caution";
    case PLUMB_STRENGTH_AVOID:
      return "avoid";
    case PLUMB_STRENGTH_INFORM:
    default:
      return "inform";
    }
}

/* NULL for what has time. */
const char *
plumb_advice_urgency_word (PlumbUrgency urgency)
{
  switch (urgency)
    {
    case PLUMB_URGENCY_EMERGENCY:
      /* Translators: how soon an advice must be followed. */
      return _ ("EMERGENCY");
    case PLUMB_URGENCY_SAME_DAY:
      return _ ("SAME DAY");
    case PLUMB_URGENCY_URGENT:
      return _ ("URGENT");
    case PLUMB_URGENCY_ROUTINE:
    default:
      return NULL;
    }
}

/* Reasons */

static gboolean
is_normal (const PlumbEvaluation *evaluation, const PlumbFinding *finding)
{
  return finding->normal != PLUMB_UNKNOWN
         && plumb_value_get_truth (plumb_evaluation_get_answer (evaluation, finding))
                == finding->normal;
}

/* Whether every question of the card was answered, and none remarkably. */
static gboolean
is_all_normal (const PlumbEvaluation *evaluation, const PlumbCard *card)
{
  for (guint i = 0; i < card->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (card->findings, i);

      if (finding->type == PLUMB_FINDING_BOOLEAN && !is_normal (evaluation, finding))
        return FALSE;
    }

  return TRUE;
}

/* The items of a score count as its result. */
static char *
phrase_score (const PlumbEvaluation *evaluation, const PlumbScore *score)
{
  for (guint i = 0; score->entered != NULL && i < score->field_terms->len; i++)
    {
      const PlumbValue *value
          = plumb_evaluation_get_term (evaluation, g_ptr_array_index (score->field_terms, i));

      const PlumbChoice *choice
          = value->type == PLUMB_VALUE_STRING
                ? plumb_finding_lookup_choice (score->entered, value->string)
                : NULL;

      if (choice != NULL)
        /* Translators: a questionnaire and its result, such as "STarT Back: Medium risk". */
        return g_strdup_printf (_ ("%s: %s"), translate (score->title),
                                translate (choice->label));
    }

  return NULL;
}

static char *
phrase_reason (const PlumbEvaluation *evaluation, const PlumbFinding *finding, GHashTable *seen)
{
  const PlumbCard *card = finding->card;
  g_autofree char *result
      = finding->score != NULL ? phrase_score (evaluation, finding->score) : NULL;

  if (result != NULL)
    return g_hash_table_add (seen, (gpointer) finding->score) ? g_steal_pointer (&result) : NULL;
  if (card == NULL || card->findings->len < 3 || !is_normal (evaluation, finding)
      || !is_all_normal (evaluation, card))
    return plumb_phrase_answer (finding, plumb_evaluation_get_answer (evaluation, finding),
                                plumb_app_language ());
  if (!g_hash_table_add (seen, (gpointer) card))
    return NULL;

  /* Translators: the title of a group of questions, none of which applies: "Red flags: none". */
  return g_strdup_printf (_ ("%s: none"), translate (card->title));
}

/**
 * plumb_advice_reason:
 * @evaluation: an evaluation
 * @recommendation: an advice in force
 * @most: how many reasons to give; the rest becomes a number
 *
 * Questions that were asked together and of which none applies are one reason.
 *
 * Returns: (transfer full) (nullable): the answers that put the advice in force,
 *   such as "Because: 3 weeks since onset, Red flags: none"
 */
char *
plumb_advice_reason (const PlumbEvaluation *evaluation, const PlumbRecommendation *recommendation,
                     guint most)
{
  g_autoptr (GPtrArray) because = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GString) list = NULL;
  guint n = 0;

  g_return_val_if_fail (evaluation != NULL && recommendation != NULL, NULL);

  because = plumb_evaluation_list_because (evaluation, recommendation);
  seen = g_hash_table_new (NULL, NULL);
  list = g_string_new (NULL);
  for (guint i = 0; i < because->len; i++)
    {
      g_autofree char *reason
          = phrase_reason (evaluation, g_ptr_array_index (because, i), seen);

      if (reason == NULL || n++ >= most)
        continue;
      if (n > 1)
        g_string_append (list, _ (", "));
      g_string_append (list, reason);
    }
  if (n == 0)
    return NULL;
  if (n > most)
    {
      g_string_append_c (list, ' ');
      /* Translators: at the end of a list of reasons. */
      g_string_append_printf (list, ngettext ("and %u more", "and %u more", n - most), n - most);
    }

  /* Translators: before the answers that put an advice in force. */
  return g_strdup_printf (_ ("Because: %s"), list->str);
}

/* Sources */

/* "M02 M32 P32 +2" */
char *
plumb_advice_statement_ids (GPtrArray *statements, guint most)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < statements->len && i < most; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", statement->id);
    }
  if (statements->len > most)
    g_string_append_printf (ids, " +%u", statements->len - most);

  return g_string_free (ids, FALSE);
}

/* "NICE, Low back pain and sciatica (2020)" */
char *
plumb_advice_describe_source (const PlumbSource *source)
{
  const char *title;
  const char *publisher;

  g_return_val_if_fail (source != NULL, NULL);

  title = translate (source->title);
  publisher = source->publisher != NULL ? translate (source->publisher) : "";
  if (*publisher == '\0')
    return source->year > 0 ? g_strdup_printf ("%s (%d)", title, source->year) : g_strdup (title);
  if (source->year <= 0)
    return g_strdup_printf ("%s: %s", publisher, title);

  return g_strdup_printf ("%s: %s (%d)", publisher, title, source->year);
}

/* One a line, each with where it comes from. */
char *
plumb_advice_statement_texts (GPtrArray *statements)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *source = plumb_advice_describe_source (statement->source);

      g_string_append_printf (texts, "%s%s  %s\n%s", i > 0 ? "\n" : "", statement->id,
                              translate (statement->text), source);
    }

  return g_string_free (texts, FALSE);
}

/**
 * plumb_advice_review_days:
 * @earliest: the first day
 * @due: the last day
 *
 * Returns: (transfer full): "5 December 2026", or both days
 */
char *
plumb_advice_review_days (const GDate *earliest, const GDate *due)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (earliest != NULL && due != NULL, NULL);

  last = plumb_phrase_date (due, plumb_app_language ());
  if (g_date_compare (earliest, due) >= 0)
    return g_steal_pointer (&last);
  first = plumb_phrase_date (earliest, plumb_app_language ());

  /* Translators: the first and the last day of a review: "5 December to 19 December 2026". */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}
