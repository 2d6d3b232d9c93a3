/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-summary-private.h"

#include "plumb-format.h"
#include "plumb-phrase.h"

#include <string.h>

static guint
number_source (PlumbSummary *self, const PlumbSource *source)
{
  guint place;

  if (!g_ptr_array_find (self->sources, source, &place))
    {
      place = self->sources->len;
      g_ptr_array_add (self->sources, (gpointer) source);
    }
  return place + 1;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The numbers of the sources of some statements, ascending: "1, 2, 5". */
char *
plumb_summary_cite (PlumbSummary *self, GPtrArray *statements)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *string = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);
      guint number = number_source (self, statement->source);

      g_hash_table_add (self->statements, (gpointer) statement);
      g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      if (number != last)
        g_string_append_printf (string, "%s%u", string->len > 0 ? ", " : "", number);
      last = number;
    }
  return g_string_free (string, FALSE);
}

/* a to z, then aa, ab, … */
static void
append_letter (GString *string, guint place)
{
  if (place >= 26)
    append_letter (string, place / 26 - 1);
  g_string_append_c (string, (char) ('a' + place % 26));
}

static guint
letter_disagreement (PlumbSummary *self, const PlumbDisagreement *disagreement)
{
  guint place;

  if (!g_ptr_array_find (self->disagreements, disagreement, &place))
    {
      place = self->disagreements->len;
      g_ptr_array_add (self->disagreements, (gpointer) disagreement);
    }
  return place;
}

/* The letters of some disagreements: "(a, c)", or nothing. */
char *
plumb_summary_mark_disagreements (PlumbSummary *self, GPtrArray *disagreements)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < disagreements->len; i++)
    {
      g_string_append (string, i == 0 ? "(" : ", ");
      append_letter (string, letter_disagreement (self, g_ptr_array_index (disagreements, i)));
    }
  if (string->len > 0)
    g_string_append_c (string, ')');
  return g_string_free (string, FALSE);
}

static void
add_disagreement (PlumbSummary *self, const PlumbDisagreement *disagreement, guint place)
{
  GString *marker = g_string_new ("(");
  GString *markup = g_string_new (NULL);
  g_autofree char *title
      = g_markup_escape_text (plumb_summary_get_text (self, disagreement->title), -1);

  append_letter (marker, place);
  g_string_append_c (marker, ')');
  g_string_append_printf (markup, "<b>%s:</b>", title);
  for (guint i = 0; i < disagreement->sides->len; i++)
    {
      const PlumbSide *side = g_ptr_array_index (disagreement->sides, i);
      const char *text = plumb_summary_get_text (self, side->text);
      gboolean stopped = g_str_has_suffix (text, ".");
      g_autofree char *escaped
          = g_markup_escape_text (text, (gssize) strlen (text) - (stopped ? 1 : 0));
      g_autofree char *numbers = plumb_summary_cite (self, side->statements);

      g_string_append_printf (markup, " %s [%s].", escaped, numbers);
    }
  plumb_document_builder_add_list_item_markup (self->builder, marker->str, markup->str);
  g_string_free (marker, TRUE);
  g_string_free (markup, TRUE);
}

void
plumb_summary_add_disagreements (PlumbSummary *self)
{
  if (self->disagreements->len == 0)
    return;
  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_words (self->language, "Where sources disagree"));
  plumb_document_builder_set_small (self->builder, TRUE);
  for (guint i = 0; i < self->disagreements->len; i++)
    add_disagreement (self, g_ptr_array_index (self->disagreements, i), i);
  plumb_document_builder_set_small (self->builder, FALSE);
}

/* The statements of one source that this page rests on, in the pathway's order. */
static char *
list_statements (PlumbSummary *self, const PlumbSource *source)
{
  GPtrArray *statements = plumb_pathway_get_statements (self->pathway);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);

      if (statement->source == source && g_hash_table_contains (self->statements, statement))
        g_string_append_printf (string, "%s%s", string->len > 0 ? ", " : "", statement->id);
    }
  return g_string_free (string, FALSE);
}

static char *
format_year (const PlumbSummary *self, const PlumbSource *source)
{
  g_autofree char *day
      = source->updated != NULL ? plumb_format_day (source->updated, self->language) : NULL;

  if (day != NULL)
    /* Translators: of a source: the day of its last update. */
    return g_strdup_printf (plumb_words (self->language, ", updated %s"), day);
  if (source->year != 0)
    /* Translators: of a source: the year of its publication. */
    return g_strdup_printf (plumb_words (self->language, ", %d"), source->year);
  return g_strdup ("");
}

static void
add_reference (PlumbSummary *self, const PlumbSource *source, guint number)
{
  g_autofree char *marker = g_strdup_printf ("[%u]", number);
  g_autofree char *year = format_year (self, source);
  g_autofree char *statements = list_statements (self, source);
  g_autofree char *text
      = g_strdup_printf ("%s. %s%s: %s", plumb_summary_get_text (self, source->title),
                         plumb_phrase_publisher (source, self->language), year, statements);

  plumb_document_builder_add_list_item (self->builder, marker, text);
}

void
plumb_summary_add_references (PlumbSummary *self)
{
  if (self->sources->len == 0)
    return;
  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_words (self->language, "References"));
  plumb_document_builder_set_small (self->builder, TRUE);
  for (guint i = 0; i < self->sources->len; i++)
    add_reference (self, g_ptr_array_index (self->sources, i), i + 1);
  plumb_document_builder_set_small (self->builder, FALSE);
}
