/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-phrase.h"

#include "plumb-format.h"
#include "plumb-words.h"

#include <string.h>

/**
 * plumb_phrase_value:
 * @finding: a finding
 * @value: an answer to it
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): the answer alone, as it would stand beside the
 *   finding's label: "Yes", "8", "Low dose", "31 October 2026"; a dash for none
 */
char *
plumb_phrase_value (const PlumbFinding *finding, const PlumbValue *value, const char *language)
{
  const PlumbChoice *choice;
  GDate date;

  g_return_val_if_fail (finding != NULL && value != NULL, NULL);

  switch (value->type)
    {
    case PLUMB_VALUE_BOOLEAN:
      return g_strdup (value->boolean ? plumb_words (language, "Yes")
                                      : plumb_words (language, "No"));
    case PLUMB_VALUE_INTEGER:
      return plumb_format_number (value->integer, language);
    case PLUMB_VALUE_DATE:
      g_date_clear (&date, 1);
      g_date_set_julian (&date, value->julian);
      return plumb_format_date (&date, language);
    case PLUMB_VALUE_STRING:
      choice = finding->type == PLUMB_FINDING_CHOICE
                   ? plumb_finding_lookup_choice (finding, value->string)
                   : NULL;
      return g_strdup (choice ? plumb_text_get (choice->label, language) : value->string);
    case PLUMB_VALUE_NULL:
    case PLUMB_VALUE_DECIMAL:
    case PLUMB_VALUE_LIST:
    default:
      return g_strdup ("–");
    }
}

/* The pathway's phrases hold %s once; the reader has seen to that for the source language, and a
 * translation without it is shown as it is. */
static char *
fill_in (const char *phrase, const char *value)
{
  const char *place = strstr (phrase, "%s");

  return place ? g_strdup_printf ("%.*s%s%s", (int) (place - phrase), phrase, value, place + 2)
               : g_strdup (phrase);
}

/**
 * plumb_phrase_answer:
 * @finding: a finding
 * @value: the answer to it, or null
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): the answer as a fragment for reasons, such as
 *   "no fever" or "weeks since onset: 3"; for null, that nobody has asked
 */
char *
plumb_phrase_answer (const PlumbFinding *finding, const PlumbValue *value, const char *language)
{
  g_autofree char *words = NULL;
  const PlumbChoice *choice;

  g_return_val_if_fail (finding != NULL && value != NULL, NULL);

  if (value->type == PLUMB_VALUE_NULL)
    return g_strdup_printf (
        /* Translators: a reason for an advice; the label of a finding that has no answer yet */
        plumb_words (language, "not asked: %s"), plumb_text_get (finding->label, language));
  if (finding->type == PLUMB_FINDING_BOOLEAN)
    return g_strdup (plumb_text_get (value->boolean ? finding->yes : finding->no, language));
  if (finding->type == PLUMB_FINDING_CHOICE)
    {
      choice = plumb_finding_lookup_choice (finding, value->string);
      return g_strdup (choice ? plumb_text_get (choice->phrase, language) : value->string);
    }
  words = plumb_phrase_value (finding, value, language);

  return fill_in (plumb_text_get (finding->phrase, language), words);
}

/**
 * plumb_phrase_stance_kind:
 * @kind: what the clinician does with an advice
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (nullable) (transfer none): the word for it, %NULL where nothing is decided
 */
const char *
plumb_phrase_stance_kind (PlumbStanceKind kind, const char *language)
{
  switch (kind)
    {
    case PLUMB_STANCE_ACCEPTED:
      /* Translators: the clinician follows an advice. */
      return plumb_words_in (language, "advice", "Accepted");
    case PLUMB_STANCE_DECLINED:
      /* Translators: the clinician does not follow an advice. */
      return plumb_words_in (language, "advice", "Declined");
    case PLUMB_STANCE_CHANGED:
      /* Translators: the clinician follows an advice in another form. */
      return plumb_words_in (language, "advice", "Changed");
    case PLUMB_STANCE_NONE:
    default:
      return NULL;
    }
}

/**
 * plumb_phrase_stance:
 * @stance: what the clinician does with an advice
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full) (nullable): that with its reason and words, such as
 *   "Declined: The patient prefers otherwise. Cold feels better"; %NULL where
 *   nothing is decided
 */
char *
plumb_phrase_stance (const PlumbStance *stance, const char *language)
{
  const char *kind, *reason;

  g_return_val_if_fail (stance != NULL, NULL);

  kind = plumb_phrase_stance_kind (stance->kind, language);
  reason = stance->reason ? plumb_text_get (stance->reason->text, language) : stance->words;
  if (kind == NULL || reason == NULL)
    return g_strdup (kind);
  if (stance->reason == NULL || stance->words == NULL)
    /* Translators: what is done with an advice, such as Declined, and why. */
    return g_strdup_printf (plumb_words_in (language, "advice", "%1$s: %2$s"), kind, reason);
  /* Translators: what is done with an advice, such as Declined; a reason from a list; and the
   * clinician's own words. */
  return g_strdup_printf (plumb_words_in (language, "advice", "%1$s: %2$s. %3$s"), kind, reason,
                          stance->words);
}

const char *
plumb_strength_to_string (PlumbStrength strength)
{
  static const char *const words[] = { "do", "consider", "caution", "avoid", "inform" };

  g_return_val_if_fail (strength < G_N_ELEMENTS (words), NULL);

  return words[strength];
}

const char *
plumb_urgency_to_string (PlumbUrgency urgency)
{
  static const char *const words[] = { "emergency", "same_day", "urgent", "routine" };

  g_return_val_if_fail (urgency < G_N_ELEMENTS (words), NULL);

  return words[urgency];
}

const char *
plumb_node_kind_to_string (PlumbNodeKind kind)
{
  static const char *const words[] = { "state", "decision", "action", "link" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (words), NULL);

  return words[kind];
}

/**
 * plumb_phrase_publisher:
 * @source: a source
 * @language: (nullable): the language to write in
 *
 * Returns: who has published @source, or that nobody says so
 */
const char *
plumb_phrase_publisher (const PlumbSource *source, const char *language)
{
  g_return_val_if_fail (source != NULL, NULL);

  if (source->publisher != NULL)
    return plumb_text_get (source->publisher, language);

  /* Translators: in the place of the name of a publisher. */
  return plumb_words (language, "Publisher not stated");
}
