/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-case-writer.h"

#include "plumb-case-private.h"

#include <string.h>

/* In the order of PlumbReview. */
static const char *const reviews[] = { "submitted", "under-review", "approved" };

/* A card that would save fewer lines is not worth its own. */
#define MINIMUM_ON_CARD 2

/* ---- elements ---------------------------------------------------------------------------- */

static void
append_text (GString *xml, const char *name, const char *language, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  if (language == NULL)
    g_string_append_printf (xml, "<%s>%s</%s>", name, escaped, name);
  else
    g_string_append_printf (xml, "<%s xml:lang=\"%s\">%s</%s>", name, language, escaped, name);
}

/* In every language of the pathway in which it is there. */
static void
append_texts (GString *xml,
              const PlumbCase *self,
              const char *before,
              const char *name,
              const PlumbText *text)
{
  GPtrArray *translations = plumb_pathway_get_translations (self->pathway);

  g_string_append (xml, before);
  append_text (xml, name, NULL, text != NULL ? plumb_text_get (text, NULL) : "");
  for (guint i = 0; text != NULL && i < translations->len; i++)
    {
      const PlumbTranslation *translation = g_ptr_array_index (translations, i);

      if (!plumb_text_has (text, translation->language))
        continue;
      g_string_append (xml, before);
      append_text (xml, name, translation->language, plumb_text_get (text, translation->language));
    }
}

static void
append_value (GString *xml, const PlumbValue *value)
{
  if (value->type == PLUMB_VALUE_BOOLEAN)
    g_string_append (xml, value->boolean ? "true" : "false");
  else if (value->type == PLUMB_VALUE_INTEGER)
    g_string_append_printf (xml, "%" G_GINT64_FORMAT, value->integer);
  else
    {
      g_autofree char *escaped = g_markup_escape_text (value->string, -1);

      g_string_append (xml, escaped);
    }
}

static void
append_answer (GString *xml, const PlumbCase *self, const PlumbCaseAnswer *answer)
{
  const char *name = answer->given ? "given" : "hidden";

  g_string_append_printf (xml, "    <%s finding=\"%s\" value=\"", name, answer->finding->id);
  append_value (xml, &answer->value);
  if (answer->text == NULL)
    {
      g_string_append (xml, "\"/>\n");
      return;
    }
  g_string_append (xml, "\">");
  append_texts (xml, self, "", "text", answer->text);
  g_string_append_printf (xml, "</%s>\n", name);
}

typedef const char *(*GetId) (gconstpointer member);

#define DEFINE_GET_ID(name, Type)                           \
  static const char *get_##name##_id (gconstpointer member) \
  {                                                         \
    return ((const Type *) member)->id;                     \
  }
DEFINE_GET_ID (trap, PlumbTrap)
DEFINE_GET_ID (advice, PlumbRecommendation)
DEFINE_GET_ID (statement, PlumbStatement)

static void
append_list (GString *xml, const char *attribute, GPtrArray *list, GetId get_id)
{
  if (list->len == 0)
    return;
  g_string_append_printf (xml, " %s=\"", attribute);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (xml, "%s%s", i > 0 ? " " : "", get_id (g_ptr_array_index (list, i)));
  g_string_append_c (xml, '"');
}

/* ---- steps ------------------------------------------------------------------------------- */

static const PlumbCaseAnswer *
find_answer (const PlumbCaseStep *step, const PlumbFinding *finding)
{
  for (guint i = 0; i < step->answers->len; i++)
    {
      const PlumbCaseAnswer *answer = g_ptr_array_index (step->answers, i);

      if (answer->finding == finding)
        return answer;
    }

  return NULL;
}

static gboolean
is_plain (const PlumbCaseAnswer *answer)
{
  return !answer->given && answer->text == NULL && plumb_finding_has_normal (answer->finding)
         && plumb_value_equal (&answer->value, &answer->finding->normal);
}

/* A card says all or nothing: it may stand only where each of its lines is answered. */
static gboolean
can_say (const PlumbCard *card, const PlumbCase *self, guint number)
{
  const PlumbCaseStep *step = plumb_case_get_step (self, number);
  guint plain = 0;

  for (guint i = 0; i < card->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (card->findings, i);
      const PlumbCaseAnswer *answer = find_answer (step, finding);

      if (!plumb_finding_has_normal (finding) || !plumb_case_meets_need (self, number, finding))
        continue;
      if (answer == NULL)
        return FALSE;
      plain += is_plain (answer);
    }

  return plain >= MINIMUM_ON_CARD;
}

static void
append_step (GString *xml, const PlumbCase *self, guint number)
{
  const PlumbCaseStep *step = plumb_case_get_step (self, number);
  GPtrArray *cards = plumb_pathway_get_cards (self->pathway);
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);

  g_string_append (xml, "  <step>");
  append_texts (xml, self, "\n    ", "text", step->text);
  g_string_append_c (xml, '\n');
  for (guint i = 0; i < cards->len; i++)
    if (can_say (g_ptr_array_index (cards, i), self, number))
      g_hash_table_add (said, g_ptr_array_index (cards, i));
  for (guint i = 0; i < step->answers->len; i++)
    {
      const PlumbCaseAnswer *answer = g_ptr_array_index (step->answers, i);

      if (!is_plain (answer) || answer->finding->card == NULL
          || !g_hash_table_contains (said, answer->finding->card))
        append_answer (xml, self, answer);
    }
  for (guint i = 0; i < cards->len; i++)
    if (g_hash_table_contains (said, g_ptr_array_index (cards, i)))
      g_string_append_printf (xml, "    <card id=\"%s\"/>\n",
                              ((const PlumbCard *) g_ptr_array_index (cards, i))->id);
  g_string_append (xml, "  </step>\n");
}

static void
append_expectation (GString *xml, const PlumbCaseStep *step, guint number)
{
  if (step->stage == NULL)
    return;
  g_string_append_printf (xml, "  <expect step=\"%u\"", number);
  append_list (xml, "advice", step->expected, get_advice_id);
  append_list (xml, "absent", step->absent, get_advice_id);
  g_string_append_printf (xml, " stage=\"%s\"/>\n", step->stage->id);
}

static void
append_lesson (GString *xml, const PlumbCase *self, const PlumbCaseLesson *lesson)
{
  g_string_append (xml, "  <learning");
  append_list (xml, "statements", lesson->statements, get_statement_id);
  g_string_append_c (xml, '>');
  append_texts (xml, self, "", "text", lesson->text);
  g_string_append (xml, "</learning>\n");
}

/**
 * plumb_case_write:
 * @self: a case, or what is there of one
 *
 * What was implied by a card is implied again where that says the same.
 *
 * Returns: (transfer full): the text of its file
 */
char *
plumb_case_write (const PlumbCase *self)
{
  GString *xml;

  g_return_val_if_fail (self != NULL, NULL);

  xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_printf (xml,
                          "<case format=\"1\" id=\"%s\" pathway=\"%s\" difficulty=\"%u\" "
                          "review=\"%s\"",
                          self->id, plumb_pathway_get_id (self->pathway), self->difficulty,
                          reviews[self->review]);
  append_list (xml, "traps", self->own_traps, get_trap_id);
  g_string_append_c (xml, '>');
  append_texts (xml, self, "\n  ", "title", self->title);
  g_string_append_c (xml, '\n');
  for (guint i = 0; i < self->steps->len; i++)
    append_step (xml, self, i);
  for (guint i = 0; i < self->steps->len; i++)
    append_expectation (xml, g_ptr_array_index (self->steps, i), i + 1);
  for (guint i = 0; i < self->lessons->len; i++)
    append_lesson (xml, self, g_ptr_array_index (self->lessons, i));
  g_string_append (xml, "</case>\n");

  return g_string_free (xml, FALSE);
}
