/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-advice-words.h"

#include "plumb-language.h"
#include "plumb-format.h"
#include "plumb-reason.h"

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

/**
 * plumb_advice_reason:
 * @evaluation: an evaluation
 * @recommendation: an advice in force
 * @most: how many reasons to give, from 2
 *
 * Returns: (transfer full) (nullable): what put the advice in force, such as
 *   "Because: weeks since onset: 3, STarT Back: High"
 */
char *
plumb_advice_reason (const PlumbEvaluation *evaluation,
                     const PlumbRecommendation *recommendation,
                     guint most)
{
  g_auto (GStrv) reasons = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (evaluation != NULL && recommendation != NULL, NULL);

  reasons = plumb_reason_list (evaluation, recommendation, plumb_app_language (), most);
  if (reasons == NULL || reasons[0] == NULL)
    return NULL;
  /* Translators: between the items of a list. */
  list = g_strjoinv (_ (", "), reasons);

  /* Translators: before the answers that put an advice in force. */
  return g_strdup_printf (_ ("Because: %s"), list);
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
  const char *mark = plumb_app_direction_mark ();
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *source = plumb_advice_describe_source (statement->source);

      g_string_append_printf (texts, "%s%s%s  %s\n%s%s", i > 0 ? "\n" : "", mark, statement->id,
                              translate (statement->text), mark, source);
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

  last = plumb_format_date (due, plumb_app_language ());
  if (g_date_compare (earliest, due) >= 0)
    return g_steal_pointer (&last);
  first = plumb_format_date (earliest, plumb_app_language ());

  /* Translators: the first and the last day of a review: "5 December to 19 December 2026". */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}
