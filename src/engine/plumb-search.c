/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-search-private.h"

#include <string.h>

/* Each word of a query, folded. */
typedef struct
{
  char *text;
  gsize length;
} PlumbSearchWord;

static void
clear_word (gpointer data)
{
  g_free (((PlumbSearchWord *) data)->text);
}

static GArray *
split_query (const char *query)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PlumbSearchWord));
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  const char *end = valid;
  const char *start;

  g_array_set_clear_func (words, clear_word);
  while ((start = plumb_search_next_word (end, &end)) != NULL)
    {
      char *folded = plumb_search_fold (start, (gsize) (end - start));
      PlumbSearchWord word = { folded, strlen (folded) };

      if (word.length > 0)
        g_array_append_val (words, word);
      else
        g_free (folded);
    }

  return words;
}

/* Matching */

static gboolean
begins_with (const PlumbSearchToken *token, const PlumbSearchWord *word)
{
  return strncmp (token->word, word->text, word->length) == 0;
}

static const PlumbSearchField *
get_field (const PlumbSearch *self, guint field)
{
  return &g_array_index (self->fields, PlumbSearchField, field);
}

/* A whole word is better than the beginning of one, but a title is better than that. */
static guint
rank_token (const PlumbSearch *self, const PlumbSearchToken *token, const PlumbSearchWord *word)
{
  return 2 * get_field (self, token->field)->weight + (token->word[word->length] != '\0');
}

/* G_MAXUINT: the word is not there. */
static guint
rank_word (const PlumbSearch *self, const PlumbSearchEntry *entry, const PlumbSearchWord *word)
{
  guint best = G_MAXUINT;

  for (guint i = entry->first_token; i < entry->end_token && best > 0; i++)
    {
      const PlumbSearchToken *token = &g_array_index (self->tokens, PlumbSearchToken, i);

      if (begins_with (token, word))
        best = MIN (best, rank_token (self, token, word));
    }

  return best;
}

static gboolean
is_phrase_at (const PlumbSearch *self, const PlumbSearchEntry *entry, GArray *words, guint start)
{
  guint field = g_array_index (self->tokens, PlumbSearchToken, start).field;

  if (start + words->len > entry->end_token)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      const PlumbSearchToken *token = &g_array_index (self->tokens, PlumbSearchToken, start + i);

      if (token->field != field || !begins_with (token, &g_array_index (words, PlumbSearchWord, i)))
        return FALSE;
    }

  return TRUE;
}

/* Whether the words follow each other somewhere. */
static gboolean
has_phrase (const PlumbSearch *self, const PlumbSearchEntry *entry, GArray *words)
{
  for (guint i = entry->first_token; i < entry->end_token; i++)
    if (is_phrase_at (self, entry, words, i))
      return TRUE;

  return FALSE;
}

/* G_MAXUINT: some word is not there. */
static guint
rank_entry (const PlumbSearch *self, const PlumbSearchEntry *entry, GArray *words)
{
  guint sum = 0;

  for (guint i = 0; i < words->len; i++)
    {
      guint rank = rank_word (self, entry, &g_array_index (words, PlumbSearchWord, i));

      if (rank == G_MAXUINT)
        return G_MAXUINT;
      sum += rank;
    }

  return 2 * sum + !has_phrase (self, entry, words);
}

/* What is shown */

static GArray *
list_spans (const PlumbSearch *self, const PlumbSearchEntry *entry, GArray *words, guint field)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlumbSearchSpan));

  for (guint i = entry->first_token; i < entry->end_token; i++)
    {
      const PlumbSearchToken *token = &g_array_index (self->tokens, PlumbSearchToken, i);
      PlumbSearchSpan span = { token->start, token->end };

      for (guint j = 0; token->field == field && j < words->len; j++)
        if (begins_with (token, &g_array_index (words, PlumbSearchWord, j)))
          {
            g_array_append_val (spans, span);
            break;
          }
    }

  return spans;
}

static guint
count_words (const PlumbSearch *self, const PlumbSearchEntry *entry, GArray *words, guint field)
{
  guint n = 0;

  for (guint j = 0; j < words->len; j++)
    for (guint i = entry->first_token; i < entry->end_token; i++)
      {
        const PlumbSearchToken *token = &g_array_index (self->tokens, PlumbSearchToken, i);

        if (token->field == field
            && begins_with (token, &g_array_index (words, PlumbSearchWord, j)))
          {
            n++;
            break;
          }
      }

  return n;
}

/* The text that holds most of the words; the first, where several do or none does. */
static guint
choose_field (const PlumbSearch *self, const PlumbSearchEntry *entry, GArray *words)
{
  guint best = G_MAXUINT;
  guint most = 0;

  for (guint field = entry->first_field; field < entry->end_field; field++)
    {
      PlumbSearchWeight weight = get_field (self, field)->weight;
      guint n = count_words (self, entry, words, field);

      if (weight == PLUMB_SEARCH_TITLE || weight == PLUMB_SEARCH_CITED
          || (best != G_MAXUINT && n <= most))
        continue;
      best = field;
      most = n;
    }

  return best;
}

static void
result_free (gpointer data)
{
  PlumbSearchResult *result = data;

  g_array_unref (result->title_spans);
  g_array_unref (result->excerpt_spans);
  g_free (result->excerpt);
  g_free (result);
}

static PlumbSearchResult *
result_new (const PlumbSearch *self, const PlumbSearchEntry *entry, GArray *words, guint rank)
{
  PlumbSearchResult *result = g_new0 (PlumbSearchResult, 1);
  guint field = choose_field (self, entry, words);

  result->place = entry->place;
  result->rank = rank;
  result->title = plumb_place_get_title (&entry->place, self->language);
  result->title_spans = list_spans (self, entry, words, entry->first_field);
  result->excerpt_spans = list_spans (self, entry, words, field);
  result->excerpt = field != G_MAXUINT ? plumb_search_excerpt (get_field (self, field)->text,
                                                               result->excerpt_spans)
                                       : g_strdup ("");

  return result;
}

/* The order */

static gint
compare_results (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *best = data;
  const PlumbSearchResult *first = *(const PlumbSearchResult *const *) a;
  const PlumbSearchResult *second = *(const PlumbSearchResult *const *) b;
  PlumbPlaceKind kinds[] = { first->place.kind, second->place.kind };

  if (kinds[0] == kinds[1])
    return first->rank < second->rank ? -1 : first->rank > second->rank;
  if (best[kinds[0]] != best[kinds[1]])
    return best[kinds[0]] < best[kinds[1]] ? -1 : 1;

  return kinds[0] < kinds[1] ? -1 : 1;
}

/* Stable, so that what is equally good stays in the order of the pathway. */
static void
sort_results (GPtrArray *results)
{
  guint best[PLUMB_N_PLACE_KINDS];

  memset (best, 0xff, sizeof best);
  for (guint i = 0; i < results->len; i++)
    {
      const PlumbSearchResult *result = g_ptr_array_index (results, i);

      /* Without what a phrase adds: that says little across kinds. */
      best[result->place.kind] = MIN (best[result->place.kind], result->rank / 2);
    }
  g_ptr_array_sort_with_data (results, compare_results, best);
}

/**
 * plumb_search_query:
 * @self: an index
 * @query: words or beginnings of words, in any order; case and accents do not count
 *
 * Finds the places that hold every word. Within a kind, matches in a title come
 * first, then matches of whole words, then words that follow each other as in the
 * query; the kind with the best match leads.
 *
 * Returns: (transfer full) (element-type PlumbSearchResult): empty where nothing is
 *   found, or @query has no word
 */
GPtrArray *
plumb_search_query (const PlumbSearch *self, const char *query)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (result_free);
  g_autoptr (GArray) words = NULL;

  g_return_val_if_fail (self != NULL && query != NULL, results);

  words = split_query (query);
  for (guint i = 0; words->len > 0 && i < self->entries->len; i++)
    {
      const PlumbSearchEntry *entry = &g_array_index (self->entries, PlumbSearchEntry, i);
      guint rank = rank_entry (self, entry, words);

      if (rank != G_MAXUINT)
        g_ptr_array_add (results, result_new (self, entry, words, rank));
    }
  sort_results (results);

  return results;
}

/**
 * plumb_search_new:
 * @pathway: a pathway
 * @language: (nullable): the language of the texts, as plumb_text_get() takes it
 *
 * Returns: (transfer full): an index; free with plumb_search_free()
 */
PlumbSearch *
plumb_search_new (PlumbPathway *pathway, const char *language)
{
  PlumbSearch *self;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_new0 (PlumbSearch, 1);
  self->pathway = plumb_pathway_ref (pathway);
  self->language = g_strdup (language);
  self->strings = g_string_chunk_new (4096);
  self->fields = g_array_new (FALSE, FALSE, sizeof (PlumbSearchField));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (PlumbSearchToken));
  self->entries = g_array_new (FALSE, FALSE, sizeof (PlumbSearchEntry));
  plumb_search_fill (self);

  return self;
}

void
plumb_search_free (PlumbSearch *self)
{
  if (self == NULL)
    return;
  plumb_pathway_unref (self->pathway);
  g_free (self->language);
  g_string_chunk_free (self->strings);
  g_array_unref (self->fields);
  g_array_unref (self->tokens);
  g_array_unref (self->entries);
  g_free (self);
}
