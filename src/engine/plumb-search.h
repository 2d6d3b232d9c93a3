/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-place.h"

G_BEGIN_DECLS

/**
 * PlumbSearch:
 *
 * Answers "where does it say …" from the texts of a pathway in one language.
 * Immutable; keeps its pathway alive.
 */
typedef struct _PlumbSearch PlumbSearch;

/* What matched, in bytes of a text. */
typedef struct
{
  guint start;
  guint end;
} PlumbSearchSpan;

typedef struct
{
  PlumbPlace place;
  guint rank;          /* 0 is best */
  const char *title;   /* borrowed from the pathway */
  GArray *title_spans; /* PlumbSearchSpan */
  char *excerpt;       /* of what it says, around the match; "" when it says no more */
  GArray *excerpt_spans;
} PlumbSearchResult;

PlumbSearch *plumb_search_new (PlumbPathway *pathway, const char *language);
void plumb_search_free (PlumbSearch *self);
/* PlumbSearchResult, results of a kind together, the best kind first; unref when done. */
GPtrArray *plumb_search_query (const PlumbSearch *self, const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbSearch, plumb_search_free)

G_END_DECLS
