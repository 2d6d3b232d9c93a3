/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-search-private.h"

#include <string.h>

/* Words and texts */

static void
add_tokens (PlumbSearch *self, const char *text)
{
  const char *end = text;
  const char *word;

  while ((word = plumb_search_next_word (end, &end)) != NULL)
    {
      g_autofree char *folded = plumb_search_fold (word, (gsize) (end - word));
      PlumbSearchToken token = { g_string_chunk_insert_const (self->strings, folded),
                                 self->fields->len, (guint) (word - text), (guint) (end - text) };

      g_array_append_val (self->tokens, token);
    }
}

/* text: lives as long as the pathway or the strings of the index */
static void
add_string (PlumbSearch *self, PlumbSearchWeight weight, const char *text)
{
  PlumbSearchField field = { text, weight };

  if (*text == '\0')
    return;
  add_tokens (self, text);
  g_array_append_val (self->fields, field);
}

static void
add_text (PlumbSearch *self, PlumbSearchWeight weight, const PlumbText *text)
{
  if (text != NULL)
    add_string (self, weight, plumb_text_get (text, self->language));
}

static void
add_ids (PlumbSearch *self, GPtrArray *statements)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);

      g_string_append_printf (ids, "%s ", statement->id);
    }
  add_string (self, PLUMB_SEARCH_CITED, g_string_chunk_insert (self->strings, ids->str));
}

/* Places. What is added after the title is shown in this order of preference. */

static void
add_number (PlumbSearch *self, const PlumbFinding *finding)
{
  GPtrArray *measures = plumb_pathway_get_measures (self->pathway);

  for (guint i = 0; i < measures->len; i++)
    {
      const PlumbMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->finding != finding)
        continue;
      add_text (self, PLUMB_SEARCH_BODY, measure->change_text);
      for (guint j = 0; j < measure->bands->len; j++)
        add_text (self, PLUMB_SEARCH_BODY,
                  ((const PlumbBand *) g_ptr_array_index (measure->bands, j))->text);
    }
}

static void
add_finding (PlumbSearch *self, const PlumbFinding *finding)
{
  add_text (self, PLUMB_SEARCH_QUESTION, finding->question);
  add_text (self, PLUMB_SEARCH_BODY, finding->help);
  for (guint i = 0; i < finding->choices->len; i++)
    add_text (self, PLUMB_SEARCH_BODY,
              ((const PlumbChoice *) g_ptr_array_index (finding->choices, i))->label);
  add_text (self, PLUMB_SEARCH_BODY, finding->patient);
  add_text (self, PLUMB_SEARCH_BODY, finding->problem);
  add_number (self, finding);
  add_text (self, PLUMB_SEARCH_CITED, finding->group->title);
  if (finding->card != NULL)
    add_text (self, PLUMB_SEARCH_CITED, finding->card->title);
  if (finding->score != NULL)
    add_text (self, PLUMB_SEARCH_CITED, finding->score->title);
}

static void
add_recommendation (PlumbSearch *self, const PlumbRecommendation *recommendation)
{
  add_text (self, PLUMB_SEARCH_BODY, recommendation->clinician);
  add_text (self, PLUMB_SEARCH_BODY, recommendation->rationale);
  add_text (self, PLUMB_SEARCH_BODY, recommendation->patient);
}

static void
add_node (PlumbSearch *self, const PlumbNode *node)
{
  g_autofree char *number = g_strdup_printf ("%u", node->number);

  add_text (self, PLUMB_SEARCH_BODY, node->rationale);
  for (guint i = 0; i < node->exits->len; i++)
    add_text (self, PLUMB_SEARCH_BODY,
              ((const PlumbExit *) g_ptr_array_index (node->exits, i))->label);
  if (node->number > 0)
    add_string (self, PLUMB_SEARCH_CITED, g_string_chunk_insert (self->strings, number));
}

static void
add_disagreement (PlumbSearch *self, const PlumbDisagreement *disagreement)
{
  add_text (self, PLUMB_SEARCH_BODY, disagreement->note);
  for (guint i = 0; i < disagreement->sides->len; i++)
    add_text (self, PLUMB_SEARCH_BODY,
              ((const PlumbSide *) g_ptr_array_index (disagreement->sides, i))->text);
}

static void
add_rest (PlumbSearch *self, const PlumbPlace *place)
{
  switch (place->kind)
    {
    case PLUMB_PLACE_FINDING:
      add_finding (self, place->finding);
      break;
    case PLUMB_PLACE_ADVICE:
      add_recommendation (self, place->recommendation);
      break;
    case PLUMB_PLACE_BOX:
      add_node (self, place->node);
      break;
    case PLUMB_PLACE_STAGE:
      add_text (self, PLUMB_SEARCH_BODY, place->stage->subtitle);
      break;
    case PLUMB_PLACE_DISAGREEMENT:
      add_disagreement (self, place->disagreement);
      break;
    case PLUMB_PLACE_STATEMENT:
      add_text (self, PLUMB_SEARCH_BODY, place->statement->text);
      break;
    case PLUMB_PLACE_SOURCE:
    default:
      if (place->source->publisher != NULL)
        add_text (self, PLUMB_SEARCH_BODY, place->source->publisher);
      add_string (self, PLUMB_SEARCH_CITED, place->source->id);
      break;
    }
}

static void
add_places (PlumbSearch *self, PlumbPlaceKind kind, GPtrArray *objects)
{
  for (guint i = 0; i < objects->len; i++)
    {
      PlumbSearchEntry entry = { .place = { kind, { g_ptr_array_index (objects, i) } },
                                 .first_field = self->fields->len,
                                 .first_token = self->tokens->len };

      add_string (self, PLUMB_SEARCH_TITLE, plumb_place_get_title (&entry.place, self->language));
      add_rest (self, &entry.place);
      add_ids (self, plumb_place_get_statements (&entry.place));
      entry.end_field = self->fields->len;
      entry.end_token = self->tokens->len;
      g_array_append_val (self->entries, entry);
    }
}

void
plumb_search_fill (PlumbSearch *self)
{
  add_places (self, PLUMB_PLACE_FINDING, plumb_pathway_get_findings (self->pathway));
  add_places (self, PLUMB_PLACE_ADVICE, plumb_pathway_get_recommendations (self->pathway));
  add_places (self, PLUMB_PLACE_BOX, plumb_pathway_get_nodes (self->pathway));
  add_places (self, PLUMB_PLACE_STAGE, plumb_pathway_get_stages (self->pathway));
  add_places (self, PLUMB_PLACE_DISAGREEMENT, plumb_pathway_get_disagreements (self->pathway));
  add_places (self, PLUMB_PLACE_STATEMENT, plumb_pathway_get_statements (self->pathway));
  add_places (self, PLUMB_PLACE_SOURCE, plumb_pathway_get_sources (self->pathway));
}
