/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-handout-private.h"

#include "plumb-words.h"

#include <string.h>

static GPtrArray *
list_section (const PlumbHandout *self, const PlumbHandoutSection *section)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (self->items, i);

      if (item->handout_section == section)
        g_ptr_array_add (items, (gpointer) item);
    }

  return items;
}

void
plumb_handout_add_heading (PlumbHandout *self, const PlumbHandoutSection *section, guint n_items)
{
  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_handout_get_text (self, section->title));
  if (section->introduction != NULL && (n_items > 1 || !section->several))
    plumb_document_builder_add_paragraph (self->builder,
                                          plumb_handout_get_text (self, section->introduction));
}

/* ---- what was found ---------------------------------------------------------------------- */

static char *
format_weeks (const PlumbHandout *self)
{
  const PlumbFinding *finding
      = plumb_pathway_get_role (self->pathway, PLUMB_ROLE_WEEKS_SINCE_ONSET);
  const PlumbValue *weeks
      = finding != NULL ? plumb_evaluation_get_answer (self->evaluation, finding) : NULL;

  if (weeks == NULL || weeks->type != PLUMB_VALUE_INTEGER)
    return NULL;

  return g_strdup_printf (
      /* Translators: on the patient's page, in a sentence such as "You have had back pain for 3
       * weeks." */
      plumb_words_plural (self->language, "%u week", "%u weeks", (guint64) weeks->integer),
      (guint) weeks->integer);
}

/* A sentence that asks for weeks which nobody knows is not said. */
static char *
format_sentence (const PlumbHandout *self, const PlumbHandoutSentence *sentence)
{
  const char *pattern = plumb_handout_get_text (self, sentence->text);
  g_autofree char *weeks = format_weeks (self);

  if (strstr (pattern, "{weeks}") == NULL)
    return g_strdup (pattern);

  return weeks != NULL ? plumb_handout_fill (pattern, "{weeks}", weeks) : NULL;
}

static void
append_sentence (GString *string, const char *sentence)
{
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append (string, sentence);
}

void
plumb_handout_add_found (PlumbHandout *self, const PlumbHandoutSection *section)
{
  g_autoptr (GPtrArray) items = list_section (self, section);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < self->plan->sentences->len; i++)
    {
      const PlumbHandoutSentence *sentence = g_ptr_array_index (self->plan->sentences, i);
      g_autofree char *words = NULL;

      if (!plumb_handout_holds (self, sentence->condition))
        continue;
      words = format_sentence (self, sentence);
      if (words != NULL)
        append_sentence (found, words);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (items, i);

      append_sentence (found, plumb_handout_get_text (self, item->patient));
    }
  if (found->len == 0)
    return;
  plumb_handout_add_heading (self, section, 1);
  plumb_document_builder_add_paragraph (self->builder, found->str);
}

/* ---- lists ------------------------------------------------------------------------------- */

static char *
format_item (const PlumbHandout *self, const PlumbRecommendation *item)
{
  const char *text = plumb_handout_get_text (self, item->patient);

  if (item->handout_title == NULL)
    return g_markup_escape_text (text, -1);

  return g_markup_printf_escaped (
      /* Translators: an item of a list on the patient's page: what it is about, and the text. */
      plumb_words (self->language, "<b>%1$s.</b> %2$s"),
      plumb_handout_get_text (self, item->handout_title), text);
}

/* Titles are what the eye finds its way by; without them, lines can run on, but not for eyes that
 * see little. */
static gboolean
can_run_on (const PlumbHandout *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (items, i);

      if (item->handout_title != NULL)
        return FALSE;
    }

  return self->density == PLUMB_DENSITY_DENSE && !self->large_print;
}

static void
add_running_text (PlumbHandout *self, GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (items, i);

      append_sentence (text, plumb_handout_get_text (self, item->patient));
    }
  plumb_document_builder_add_paragraph (self->builder, text->str);
}

static void
add_items (PlumbHandout *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *markup = format_item (self, g_ptr_array_index (items, i));

      if (items->len == 1)
        plumb_document_builder_add_paragraph_markup (self->builder, markup);
      else
        plumb_document_builder_add_list_item_markup (self->builder, NULL, markup);
    }
}

void
plumb_handout_add_list (PlumbHandout *self, const PlumbHandoutSection *section)
{
  g_autoptr (GPtrArray) items = list_section (self, section);

  if (items->len == 0)
    return;
  plumb_handout_add_heading (self, section, items->len);
  if (can_run_on (self, items))
    add_running_text (self, items);
  else
    add_items (self, items);
}

/* ---- warning signs ----------------------------------------------------------------------- */

static void
add_signs (PlumbHandout *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    plumb_document_builder_add_list_item (
        self->builder, NULL,
        plumb_handout_get_text (self, g_ptr_array_index (self->plan->signs, i)));
}

/* Where the longer half of the words ends. */
static guint
find_half (const PlumbHandout *self)
{
  glong length = 0, total = 0;
  guint half = 0;

  for (guint i = 0; i < self->plan->signs->len; i++)
    total += g_utf8_strlen (plumb_handout_get_text (self, g_ptr_array_index (self->plan->signs, i)),
                            -1);
  while (half < self->plan->signs->len && 2 * length < total)
    length += g_utf8_strlen (
        plumb_handout_get_text (self, g_ptr_array_index (self->plan->signs, half++)), -1);

  return half;
}

/* The same signs on every page, whatever was answered. */
void
plumb_handout_add_signs (PlumbHandout *self, const PlumbHandoutSection *section)
{
  guint n_signs = self->plan->signs->len;
  guint half = find_half (self);

  plumb_document_builder_begin_notice (self->builder, PLUMB_TONE_URGENT);
  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_URGENT,
                                      plumb_handout_get_text (self, section->title));
  if (self->density < PLUMB_DENSITY_COMPACT || self->large_print || half == n_signs)
    add_signs (self, 0, n_signs);
  else
    {
      plumb_document_builder_begin_columns (self->builder, 0.5);
      add_signs (self, 0, half);
      plumb_document_builder_next_column (self->builder);
      add_signs (self, half, n_signs);
      plumb_document_builder_end_columns (self->builder);
    }
  if (section->introduction != NULL)
    plumb_document_builder_add_paragraph (self->builder,
                                          plumb_handout_get_text (self, section->introduction));
  plumb_document_builder_end_notice (self->builder);
}
