/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-search.h"

G_BEGIN_DECLS

/* How much a word says of what it stands in; the first says most. */
typedef enum
{
  PLUMB_SEARCH_TITLE,
  PLUMB_SEARCH_QUESTION,
  PLUMB_SEARCH_BODY,
  PLUMB_SEARCH_CITED, /* ids of statements and names of groups: found, never shown */
} PlumbSearchWeight;

typedef struct
{
  const char *text;
  PlumbSearchWeight weight;
} PlumbSearchField;

typedef struct
{
  const char *word; /* folded */
  guint field;
  guint start; /* in bytes of the field's text */
  guint end;
} PlumbSearchToken;

/* A place with its fields and their tokens, which follow each other. */
typedef struct
{
  PlumbPlace place;
  guint first_field;
  guint end_field;
  guint first_token;
  guint end_token;
} PlumbSearchEntry;

struct _PlumbSearch
{
  PlumbPathway *pathway;
  char *language;
  GStringChunk *strings;
  GArray *fields;
  GArray *tokens;
  GArray *entries;
};

/* plumb-search-index.c */
void plumb_search_fill (PlumbSearch *self);

/* plumb-search-words.c */
const char *plumb_search_next_word (const char *text, const char **end);
char *plumb_search_fold (const char *word, gsize length);

/* plumb-search-excerpt.c */
char *plumb_search_excerpt (const char *text, GArray *spans);

G_END_DECLS
