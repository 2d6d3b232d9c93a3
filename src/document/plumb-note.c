/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-note.h"

#include "plumb-imprint.h"
#include "plumb-summary-private.h"

#include <string.h>

/* In characters: what a narrow field of a record shows without breaking lines again. */
#define LINE_LENGTH 72
#define INDENT "  "
#define BULLET "- "
/* Read on paper by adults at a desk. */
#define BODY_SIZE_PT 10.0

/* ---- what it says ------------------------------------------------------------------------ */

static void
add_heading (PlumbSummary *self, const char *text)
{
  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL, text);
}

static void
add_title (PlumbSummary *self)
{
  g_autofree char *patient = plumb_summary_format_patient (self, TRUE);

  plumb_document_builder_add_title (
      self->builder, plumb_summary_get_text (self, plumb_pathway_get_title (self->pathway)));
  plumb_document_builder_add_subtitle (self->builder, patient);
}

/* What nobody has asked among the red flags stands before everything that may sound like relief. */
static void
add_open_triage (PlumbSummary *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (plumb_summary_list_open_triage (self, lines) == 0)
    return;
  add_heading (self, plumb_words (self->language, "The red flags are not all answered"));
  for (guint i = 0; i < lines->len; i++)
    plumb_document_builder_add_list_item (self->builder, NULL, g_ptr_array_index (lines, i));
}

static void
add_route (PlumbSummary *self)
{
  g_autoptr (GPtrArray) route = plumb_summary_list_route (self, TRUE);

  if (route->len == 0)
    return;
  add_heading (self, plumb_words (self->language, "Route taken"));
  for (guint i = 0; i < route->len; i++)
    plumb_document_builder_add_list_item (self->builder, NULL, g_ptr_array_index (route, i));
}

/* "Stay active (accepted)": urgency and what the clinician does with it stand behind the title. */
static char *
format_advice (const PlumbSummary *self, const PlumbRecommendation *recommendation)
{
  const PlumbStance *stance
      = plumb_stances_get (plumb_evaluation_get_stances (self->evaluation), recommendation);
  const char *urgency = plumb_summary_get_urgency (
      self, plumb_evaluation_get_urgency (self->evaluation, recommendation));
  g_autofree char *told = plumb_phrase_stance (stance, self->language);
  GString *string = g_string_new (plumb_summary_get_text (self, recommendation->title));

  if (urgency != NULL)
    g_string_append_printf (string, " (%s)", urgency);
  if (told != NULL)
    g_string_append_printf (string, ". %s", told);

  return g_string_free (string, FALSE);
}

static void
add_strength (PlumbSummary *self, PlumbStrength strength)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < self->advice->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (self->advice, i);
      g_autofree char *text = NULL;

      if (recommendation->strength != strength)
        continue;
      if (!headed)
        plumb_document_builder_add_heading (self->builder, 2, PLUMB_TONE_NEUTRAL,
                                            plumb_summary_get_heading (self, strength));
      headed = TRUE;
      text = format_advice (self, recommendation);
      plumb_document_builder_add_list_item (self->builder, NULL, text);
    }
}

static void
add_plan (PlumbSummary *self)
{
  if (self->advice->len == 0)
    return;
  /* Translators: heading of the advice in a note for the patient's record. */
  add_heading (self, plumb_words (self->language, "Plan"));
  for (PlumbStrength strength = PLUMB_STRENGTH_DO; strength <= PLUMB_STRENGTH_INFORM; strength++)
    add_strength (self, strength);
}

/* In the order in which records are read. */
static void
add_content (PlumbSummary *self)
{
  g_autofree char *imprint = plumb_imprint (self->pathway, self->language);

  add_title (self);
  add_open_triage (self);
  /* Translators: heading of what the patient told. */
  plumb_summary_add_groups (self, TRUE, plumb_words (self->language, "History"));
  plumb_summary_add_groups (self, FALSE, plumb_words (self->language, "Findings"));
  add_route (self);
  add_plan (self);
  plumb_summary_add_reviews (self);
  plumb_summary_add_questions (self);
  plumb_document_builder_add_footer (self->builder, imprint);
}

/**
 * plumb_note_new_document:
 * @evaluation: what the pathway says to a patient's answers
 * @language: (nullable): of the note, such as "es"; %NULL for the pathway's own
 *
 * The note for the patient's record: history, findings, route, plan, review, what
 * was not asked, and the version of the pathway, always in this order.
 *
 * Returns: (transfer full): a document whose title names no patient
 */
PlumbDocument *
plumb_note_new_document (PlumbEvaluation *evaluation, const char *language)
{
  PlumbSummary self = { 0 };

  g_return_val_if_fail (evaluation != NULL, NULL);

  plumb_summary_init (&self, evaluation, language);
  plumb_document_builder_set_body_size (self.builder, BODY_SIZE_PT);
  add_content (&self);
  plumb_summary_clear (&self);

  return plumb_document_builder_end (self.builder);
}

/* ---- as plain text ----------------------------------------------------------------------- */

/* Records know no direction marks, and what isolates a name on paper is a box there. */
static gboolean
is_plain (gunichar character)
{
  return !(character >= 0x2066 && character <= 0x2069);
}

static char *
make_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar character = g_utf8_get_char (p);

      if (is_plain (character))
        g_string_append_unichar (plain, g_unichar_isspace (character) ? ' ' : character);
    }

  return g_string_free (plain, FALSE);
}

/* Breaks at spaces; a word longer than a line stays whole. */
static void
append_wrapped (GString *note, const char *lead, const char *text)
{
  g_autofree char *plain = make_plain (text);
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  glong length = g_utf8_strlen (lead, -1);
  gboolean fresh = TRUE;

  g_string_append (note, lead);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const glong width = g_utf8_strlen (words[i], -1);

      if (width == 0)
        continue;
      if (!fresh && length + 1 + width > LINE_LENGTH)
        {
          g_string_append (note, "\n" INDENT);
          length = strlen (INDENT);
          fresh = TRUE;
        }
      g_string_append_printf (note, "%s%s", fresh ? "" : " ", words[i]);
      length += width + !fresh;
      fresh = FALSE;
    }
  g_string_append_c (note, '\n');
}

static void
append_block (GString *note, const PlumbBlock *block)
{
  const char *lead = block->cells[PLUMB_CELL_LEAD].text;
  const char *middle = block->cells[PLUMB_CELL_MIDDLE].text;
  g_autofree char *line = NULL;

  if (lead == NULL)
    return;
  switch (block->kind)
    {
    case PLUMB_BLOCK_HEADING:
      line = block->level == 1 ? g_utf8_strup (lead, -1) : g_strconcat (lead, ":", NULL);
      if (block->level == 1)
        g_string_append_c (note, '\n');
      append_wrapped (note, "", line);
      break;
    case PLUMB_BLOCK_FACT:
    case PLUMB_BLOCK_ROW:
      line = g_strdup_printf ("%s: %s", lead, middle ? middle : "");
      append_wrapped (note, block->kind == PLUMB_BLOCK_ROW ? BULLET : "", line);
      break;
    case PLUMB_BLOCK_LIST_ITEM:
    case PLUMB_BLOCK_CHECK_ITEM:
      append_wrapped (note, BULLET, lead);
      break;
    default:
      append_wrapped (note, "", lead);
    }
}

/**
 * plumb_note_new:
 * @evaluation: what the pathway says to a patient's answers
 * @language: (nullable): of the note, such as "es"; %NULL for the pathway's own
 *
 * Returns: (transfer full): the note as plain text in short lines, without markup
 */
char *
plumb_note_new (PlumbEvaluation *evaluation, const char *language)
{
  g_autoptr (PlumbDocument) document = NULL;
  GPtrArray *parts[2];
  GString *note;

  g_return_val_if_fail (evaluation != NULL, NULL);

  document = plumb_note_new_document (evaluation, language);
  note = g_string_new (NULL);
  parts[0] = plumb_document_get_blocks (document);
  parts[1] = plumb_document_get_footer (document);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i > 0)
        g_string_append_c (note, '\n');
      for (guint j = 0; j < parts[i]->len; j++)
        append_block (note, g_ptr_array_index (parts[i], j));
    }

  return g_string_free (note, FALSE);
}
