/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-place.h"

/**
 * plumb_place_get_title:
 * @self: a place
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer none): what it is called; a statement goes by its id
 */
const char *
plumb_place_get_title (const PlumbPlace *self, const char *language)
{
  g_return_val_if_fail (self != NULL && self->object != NULL, "");

  switch (self->kind)
    {
    case PLUMB_PLACE_FINDING:
      return plumb_text_get (self->finding->label, language);
    case PLUMB_PLACE_ADVICE:
      return plumb_text_get (self->recommendation->title, language);
    case PLUMB_PLACE_BOX:
      return plumb_text_get (self->node->text, language);
    case PLUMB_PLACE_STAGE:
      return plumb_text_get (self->stage->title, language);
    case PLUMB_PLACE_DISAGREEMENT:
      return plumb_text_get (self->disagreement->title, language);
    case PLUMB_PLACE_STATEMENT:
      return self->statement->id;
    case PLUMB_PLACE_SOURCE:
    default:
      return plumb_text_get (self->source->title, language);
    }
}

GPtrArray *
plumb_place_get_statements (const PlumbPlace *self)
{
  g_return_val_if_fail (self != NULL && self->object != NULL, NULL);

  switch (self->kind)
    {
    case PLUMB_PLACE_FINDING:
      return self->finding->statements;
    case PLUMB_PLACE_ADVICE:
      return self->recommendation->statements;
    case PLUMB_PLACE_BOX:
      return self->node->statements;
    case PLUMB_PLACE_STAGE:
      return self->stage->statements;
    case PLUMB_PLACE_DISAGREEMENT:
      return self->disagreement->statements;
    case PLUMB_PLACE_STATEMENT:
    case PLUMB_PLACE_SOURCE:
    default:
      return NULL;
    }
}

/**
 * plumb_place_list_sources:
 * @self: a place
 *
 * Returns: (transfer full) (element-type PlumbSource): where what it says comes
 *   from, each once, in the order of its statements
 */
GPtrArray *
plumb_place_list_sources (const PlumbPlace *self)
{
  GPtrArray *sources = g_ptr_array_new ();
  GPtrArray *statements;

  g_return_val_if_fail (self != NULL && self->object != NULL, sources);

  if (self->kind == PLUMB_PLACE_SOURCE)
    g_ptr_array_add (sources, (gpointer) self->source);
  if (self->kind == PLUMB_PLACE_STATEMENT)
    g_ptr_array_add (sources, (gpointer) self->statement->source);
  statements = plumb_place_get_statements (self);
  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);

      if (!g_ptr_array_find (sources, statement->source, NULL))
        g_ptr_array_add (sources, (gpointer) statement->source);
    }

  return sources;
}

/* What cites */

typedef struct
{
  const PlumbPlace *cited;
  GArray *places; /* PlumbPlace */
} PlumbCiting;

static gboolean
cites (const PlumbPlace *cited, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);

      if (cited->kind == PLUMB_PLACE_SOURCE ? statement->source == cited->source
                                            : statement == cited->statement)
        return TRUE;
    }

  return FALSE;
}

static void
add_once (GArray *places, PlumbPlaceKind kind, gconstpointer object)
{
  PlumbPlace place = { kind, { object } };

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, PlumbPlace, i).object == object)
      return;
  g_array_append_val (places, place);
}

static void
add_citing (PlumbCiting *citing, PlumbPlaceKind kind, GPtrArray *objects)
{
  for (guint i = 0; i < objects->len; i++)
    {
      PlumbPlace place = { kind, { g_ptr_array_index (objects, i) } };

      if (cites (citing->cited, plumb_place_get_statements (&place)))
        add_once (citing->places, kind, place.object);
    }
}

/* A questionnaire and what a number means are found at the findings that they are about. */
static void
add_citing_findings (PlumbCiting *citing, const PlumbPathway *pathway)
{
  GPtrArray *scores = plumb_pathway_get_scores (pathway);
  GPtrArray *measures = plumb_pathway_get_measures (pathway);

  add_citing (citing, PLUMB_PLACE_FINDING, plumb_pathway_get_findings (pathway));
  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      if (cites (citing->cited, score->statements))
        add_once (citing->places, PLUMB_PLACE_FINDING,
                  score->entered != NULL ? score->entered : g_ptr_array_index (score->items, 0));
    }
  for (guint i = 0; i < measures->len; i++)
    {
      const PlumbMeasure *measure = g_ptr_array_index (measures, i);

      if (cites (citing->cited, measure->statements))
        add_once (citing->places, PLUMB_PLACE_FINDING, measure->finding);
    }
}

/**
 * plumb_place_list_citing:
 * @self: a statement, a source or a disagreement
 * @pathway: its pathway
 *
 * Returns: (transfer full) (element-type PlumbPlace): what rests on it, advice and
 *   boxes first; of a disagreement, the advice that it is about
 */
GArray *
plumb_place_list_citing (const PlumbPlace *self, const PlumbPathway *pathway)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlumbPlace));
  PlumbCiting citing = { self, places };

  g_return_val_if_fail (self != NULL && self->object != NULL && pathway != NULL, places);

  if (self->kind == PLUMB_PLACE_DISAGREEMENT)
    for (guint i = 0; i < self->disagreement->recommendations->len; i++)
      add_once (places, PLUMB_PLACE_ADVICE,
                g_ptr_array_index (self->disagreement->recommendations, i));
  if (self->kind != PLUMB_PLACE_STATEMENT && self->kind != PLUMB_PLACE_SOURCE)
    return places;
  add_citing (&citing, PLUMB_PLACE_ADVICE, plumb_pathway_get_recommendations (pathway));
  add_citing (&citing, PLUMB_PLACE_BOX, plumb_pathway_get_nodes (pathway));
  add_citing (&citing, PLUMB_PLACE_STAGE, plumb_pathway_get_stages (pathway));
  add_citing_findings (&citing, pathway);
  add_citing (&citing, PLUMB_PLACE_DISAGREEMENT, plumb_pathway_get_disagreements (pathway));

  return places;
}

/* Where sources disagree */

static gboolean
share_statement (GPtrArray *some, GPtrArray *others)
{
  for (guint i = 0; i < some->len; i++)
    if (g_ptr_array_find (others, g_ptr_array_index (some, i), NULL))
      return TRUE;

  return FALSE;
}

static gboolean
is_about_advice_of (const PlumbDisagreement *disagreement, const PlumbNode *node)
{
  for (guint i = 0; i < node->advices->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (node->advices, i);

      if (g_ptr_array_find (disagreement->recommendations, advice->recommendation, NULL))
        return TRUE;
    }

  return FALSE;
}

/**
 * plumb_place_list_disagreements:
 * @node: a box
 * @pathway: its pathway
 *
 * Returns: (transfer full) (element-type PlumbDisagreement): those about statements
 *   on which the box rests; not those that the cards of its advice show
 */
GPtrArray *
plumb_place_list_disagreements (const PlumbNode *node, const PlumbPathway *pathway)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *all;

  g_return_val_if_fail (node != NULL && pathway != NULL, found);

  all = plumb_pathway_get_disagreements (pathway);
  for (guint i = 0; i < all->len; i++)
    {
      const PlumbDisagreement *disagreement = g_ptr_array_index (all, i);

      if (share_statement (node->statements, disagreement->statements)
          && !is_about_advice_of (disagreement, node))
        g_ptr_array_add (found, (gpointer) disagreement);
    }

  return found;
}
