/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-what-if.h"

#include "plumb-words.h"

static const char *
get_urgency_word (PlumbUrgency urgency, const char *language)
{
  switch (urgency)
    {
    case PLUMB_URGENCY_EMERGENCY:
      return plumb_words_in (language, "urgency", "emergency");
    case PLUMB_URGENCY_SAME_DAY:
      return plumb_words_in (language, "urgency", "the same day");
    case PLUMB_URGENCY_URGENT:
      return plumb_words_in (language, "urgency", "urgent");
    case PLUMB_URGENCY_ROUTINE:
    default:
      return plumb_words_in (language, "urgency", "routine");
    }
}

/* A title in the imperative is enough for what is to be done; the others say what they are. */
static char *
phrase_strength (PlumbStrength strength, const char *title, const char *language)
{
  switch (strength)
    {
    case PLUMB_STRENGTH_CONSIDER:
      /* Translators: the title of an advice that may be followed. */
      return g_strdup_printf (plumb_words (language, "Consider: %s"), title);
    case PLUMB_STRENGTH_CAUTION:
      /* Translators: the title of an advice that warns. */
      return g_strdup_printf (plumb_words (language, "Caution: %s"), title);
    case PLUMB_STRENGTH_AVOID:
      /* Translators: the title of an advice against something. */
      return g_strdup_printf (plumb_words (language, "Avoid: %s"), title);
    case PLUMB_STRENGTH_INFORM:
      /* Translators: the title of an advice on what to tell the patient. */
      return g_strdup_printf (plumb_words (language, "Inform: %s"), title);
    case PLUMB_STRENGTH_DO:
    default:
      return g_strdup (title);
    }
}

/**
 * plumb_what_if_phrase_advice:
 * @recommendation: an advice
 * @urgency: how soon it is to be followed
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): its title after its strength, unless it is to be done,
 *   and how urgent it is, unless it is routine
 */
char *
plumb_what_if_phrase_advice (const PlumbRecommendation *recommendation,
                             PlumbUrgency urgency,
                             const char *language)
{
  const char *title;
  g_autofree char *words = NULL;

  g_return_val_if_fail (recommendation != NULL, NULL);

  title = plumb_text_get (recommendation->title, language);
  words = phrase_strength (recommendation->strength, title, language);
  if (urgency == PLUMB_URGENCY_ROUTINE)
    return g_steal_pointer (&words);

  /* Translators: an advice, and how urgent it is. */
  return g_strdup_printf (plumb_words (language, "%1$s (%2$s)"), words,
                          get_urgency_word (urgency, language));
}

typedef struct
{
  GString *text;
  guint indent;
  guint maximum; /* lines of each kind */
  const char *language;
} PlumbLines;

static void
start_line (PlumbLines *lines)
{
  g_autofree char *spaces = g_strnfill (lines->indent, ' ');

  g_string_append_printf (lines->text, "%s%s", lines->text->len > 0 ? "\n" : "", spaces);
}

static void
append_rest (PlumbLines *lines, const char *sign, guint n)
{
  start_line (lines);
  g_string_append_printf (lines->text, "%s ", sign);
  g_string_append_printf (lines->text,
                          plumb_words_plural (lines->language, "and %u more", "and %u more", n), n);
}

static void
append_advice (PlumbLines *lines,
               const PlumbEvaluation *evaluation,
               GPtrArray *advice,
               const char *sign)
{
  guint n = advice->len > lines->maximum + 1 ? lines->maximum : advice->len;

  for (guint i = 0; i < n; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (advice, i);
      g_autofree char *words = plumb_what_if_phrase_advice (
          recommendation, plumb_evaluation_get_urgency (evaluation, recommendation),
          lines->language);

      start_line (lines);
      g_string_append_printf (lines->text, "%s %s", sign, words);
    }
  if (n < advice->len)
    append_rest (lines, sign, advice->len - n);
}

static void
append_urgency (PlumbLines *lines, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const PlumbUrgencyChange *change = &g_array_index (changes, PlumbUrgencyChange, i);

      start_line (lines);
      g_string_append_printf (
          lines->text,
          /* Translators: an advice, how urgent it is, and how urgent it would be. */
          plumb_words (lines->language, "* %1$s: %3$s in place of %2$s"),
          plumb_text_get (change->recommendation->title, lines->language),
          get_urgency_word (change->before, lines->language),
          get_urgency_word (change->after, lines->language));
    }
}

/**
 * plumb_what_if_to_text:
 * @self: answers that are tried
 * @indent: how many spaces each line begins with
 * @maximum: how many advices to name of those that come, and of those that go, the
 *   most urgent first; 0 for all
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): a line an advice that comes (+), goes (−) or changes
 *   its urgency (*), without a last newline; one line that says so where none does
 */
char *
plumb_what_if_to_text (const PlumbWhatIf *self, guint indent, guint maximum, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PlumbLines lines = { text, indent, maximum > 0 ? maximum : G_MAXUINT - 1, language };

  g_return_val_if_fail (self != NULL, NULL);

  append_advice (&lines, plumb_what_if_get_after (self), plumb_what_if_get_added (self), "+");
  append_advice (&lines, plumb_what_if_get_before (self), plumb_what_if_get_removed (self), "−");
  append_urgency (&lines, plumb_what_if_get_urgency_changes (self));
  if (!plumb_what_if_changes_advice (self))
    {
      start_line (&lines);
      g_string_append (text, plumb_words (language, "The advice would stay as it is."));
    }

  return g_strdup (text->str);
}
