/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} PlumbOwned;

G_DEFINE_QUARK (plumb_pathway_error, plumb_pathway_error)
G_DEFINE_BOXED_TYPE (PlumbPathway, plumb_pathway, plumb_pathway_ref, plumb_pathway_unref)

static void
plumb_owned_free (gpointer data)
{
  PlumbOwned *owned = data;

  owned->destroy (owned->data);
  g_free (owned);
}

/* Takes @data over for as long as the pathway lives, and hands it back. */
gpointer
plumb_pathway_own (PlumbPathway *self, gpointer data, GDestroyNotify destroy)
{
  PlumbOwned *owned = g_new (PlumbOwned, 1);

  owned->data = data;
  owned->destroy = destroy;
  g_ptr_array_add (self->owned, owned);

  return data;
}

PlumbPathway *
plumb_pathway_new_empty (void)
{
  PlumbPathway *self = g_new0 (PlumbPathway, 1);

  g_atomic_ref_count_init (&self->references);
  self->owned = g_ptr_array_new_with_free_func (plumb_owned_free);
  self->title = plumb_text_new ();
  self->disclaimer = plumb_text_new ();
  for (guint kind = 0; kind < PLUMB_N_KINDS; kind++)
    {
      self->lists[kind] = g_ptr_array_new ();
      self->tables[kind] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->exits = g_ptr_array_new ();
  self->term_order = g_ptr_array_new ();
  self->node_order = g_ptr_array_new ();
  self->recommendation_order = g_ptr_array_new ();
  self->invariants = g_ptr_array_new ();
  self->accepted = g_ptr_array_new ();

  return self;
}

PlumbPathway *
plumb_pathway_ref (PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_pathway_unref (PlumbPathway *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint kind = 0; kind < PLUMB_N_KINDS; kind++)
    {
      g_ptr_array_unref (self->lists[kind]);
      g_hash_table_unref (self->tables[kind]);
    }
  g_ptr_array_unref (self->exits);
  g_ptr_array_unref (self->term_order);
  g_ptr_array_unref (self->node_order);
  g_ptr_array_unref (self->recommendation_order);
  g_ptr_array_unref (self->invariants);
  g_ptr_array_unref (self->accepted);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_ptr_array_unref (self->owned);
  plumb_text_free (self->title);
  plumb_text_free (self->disclaimer);
  g_free (self->id);
  g_free (self->version);
  g_free (self->updated);
  g_free (self);
}

const char *
plumb_pathway_get_id (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
plumb_pathway_get_version (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->version;
}

PlumbReview
plumb_pathway_get_review (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, PLUMB_REVIEW_SUBMITTED);

  return self->review;
}

/* Returns: the ISO date of the last change */
const char *
plumb_pathway_get_updated (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->updated;
}

const PlumbText *
plumb_pathway_get_title (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const PlumbText *
plumb_pathway_get_disclaimer (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->disclaimer;
}

#define PLUMB_DEFINE_LIST(name, kind)                                                             \
  GPtrArray *plumb_pathway_get_##name (const PlumbPathway *self)                                   \
  {                                                                                                \
    g_return_val_if_fail (self != NULL, NULL);                                                     \
                                                                                                   \
    return self->lists[kind];                                                                      \
  }

PLUMB_DEFINE_LIST (translations, PLUMB_KIND_TRANSLATION)
PLUMB_DEFINE_LIST (departure_reasons, PLUMB_KIND_DEPARTURE)
PLUMB_DEFINE_LIST (sources, PLUMB_KIND_SOURCE)
PLUMB_DEFINE_LIST (statements, PLUMB_KIND_STATEMENT)
PLUMB_DEFINE_LIST (groups, PLUMB_KIND_GROUP)
PLUMB_DEFINE_LIST (cards, PLUMB_KIND_CARD)
PLUMB_DEFINE_LIST (findings, PLUMB_KIND_FINDING)
PLUMB_DEFINE_LIST (scores, PLUMB_KIND_SCORE)
PLUMB_DEFINE_LIST (measures, PLUMB_KIND_MEASURE)
PLUMB_DEFINE_LIST (areas, PLUMB_KIND_AREA)
PLUMB_DEFINE_LIST (terms, PLUMB_KIND_TERM)
PLUMB_DEFINE_LIST (warnings, PLUMB_KIND_WARNING)
PLUMB_DEFINE_LIST (recommendations, PLUMB_KIND_RECOMMENDATION)
PLUMB_DEFINE_LIST (disagreements, PLUMB_KIND_DISAGREEMENT)
PLUMB_DEFINE_LIST (stages, PLUMB_KIND_STAGE)
PLUMB_DEFINE_LIST (nodes, PLUMB_KIND_NODE)

GPtrArray *
plumb_pathway_get_exits (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exits;
}

/**
 * plumb_pathway_get_body:
 * @self: a pathway
 *
 * Returns: (nullable): its body map, where it has one
 */
const PlumbBody *
plumb_pathway_get_body (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

/**
 * plumb_pathway_get_handout:
 * @self: a pathway
 *
 * Returns: (nullable): what it says of the patient's page, where it does
 */
const PlumbHandoutPlan *
plumb_pathway_get_handout (const PlumbPathway *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->handout;
}

#define PLUMB_DEFINE_LOOKUP(name, Type, kind)                                                     \
  const Type *plumb_pathway_lookup_##name (const PlumbPathway *self, const char *id)               \
  {                                                                                                \
    g_return_val_if_fail (self != NULL && id != NULL, NULL);                                       \
                                                                                                   \
    return g_hash_table_lookup (self->tables[kind], id);                                           \
  }

PLUMB_DEFINE_LOOKUP (translation, PlumbTranslation, PLUMB_KIND_TRANSLATION)
PLUMB_DEFINE_LOOKUP (departure_reason, PlumbDepartureReason, PLUMB_KIND_DEPARTURE)
PLUMB_DEFINE_LOOKUP (finding, PlumbFinding, PLUMB_KIND_FINDING)
PLUMB_DEFINE_LOOKUP (area, PlumbArea, PLUMB_KIND_AREA)
PLUMB_DEFINE_LOOKUP (term, PlumbTerm, PLUMB_KIND_TERM)
PLUMB_DEFINE_LOOKUP (recommendation, PlumbRecommendation, PLUMB_KIND_RECOMMENDATION)
PLUMB_DEFINE_LOOKUP (statement, PlumbStatement, PLUMB_KIND_STATEMENT)
PLUMB_DEFINE_LOOKUP (stage, PlumbStage, PLUMB_KIND_STAGE)
PLUMB_DEFINE_LOOKUP (node, PlumbNode, PLUMB_KIND_NODE)

/**
 * plumb_pathway_get_role:
 * @self: a pathway
 * @role: a role other than %PLUMB_ROLE_NONE
 *
 * Returns: (nullable): the finding that plays it, where the pathway has one
 */
const PlumbFinding *
plumb_pathway_get_role (const PlumbPathway *self, PlumbFindingRole role)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (role > PLUMB_ROLE_NONE && role <= PLUMB_ROLE_AGE, NULL);

  return self->roles[role];
}

/**
 * plumb_finding_lookup_choice:
 * @self: a finding of the choice type
 * @code: a code
 *
 * Returns: (nullable): the choice of that code
 */
const PlumbChoice *
plumb_finding_lookup_choice (const PlumbFinding *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const PlumbChoice *choice = g_ptr_array_index (self->choices, i);

      if (g_str_equal (choice->code, code))
        return choice;
    }

  return NULL;
}

/* Whether one of its answers is unremarkable. */
gboolean
plumb_finding_has_normal (const PlumbFinding *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->normal.type != PLUMB_VALUE_NULL;
}

/* Whether an answer is the unremarkable one. */
gboolean
plumb_finding_is_normal (const PlumbFinding *self, const PlumbValue *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  return plumb_finding_has_normal (self) && plumb_value_equal (&self->normal, value);
}

/**
 * plumb_finding_is_asked:
 * @self: a finding
 * @answers: the answers, indexed by finding
 *
 * Nobody asks how the exercises go when there are none.
 *
 * Returns: whether its line stands on its card: unless what it needs was denied
 */
gboolean
plumb_finding_is_asked (const PlumbFinding *self, const PlumbValue *answers)
{
  g_return_val_if_fail (self != NULL && answers != NULL, FALSE);

  return self->needs == NULL
         || plumb_value_get_truth (&answers[self->needs->index]) != PLUMB_FALSE;
}

static gboolean
is_whole_on (const PlumbGroup *group, const PlumbCard *card)
{
  for (guint i = 0; i < group->findings->len; i++)
    if (((const PlumbFinding *) g_ptr_array_index (group->findings, i))->card != card)
      return FALSE;

  return TRUE;
}

/**
 * plumb_finding_get_none_title:
 * @self: a finding
 * @is_unremarkable: (scope call): whether a finding has its unremarkable answer
 * @data: for @is_unremarkable
 *
 * Several lines of a card of which none is remarkable can be told in one word: all of
 * the card under its title, or else all of a group of which no finding is elsewhere.
 * Where yes is the unremarkable answer, “none” would say the opposite of a group.
 *
 * Returns: (nullable): the title of which “none” can be said in the place of @self
 *   and the others, or %NULL where @self stands for itself
 */
const PlumbText *
plumb_finding_get_none_title (const PlumbFinding *self,
                              PlumbFindingTest is_unremarkable,
                              gpointer data)
{
  gboolean card = TRUE;
  gboolean group = TRUE;

  g_return_val_if_fail (self != NULL && is_unremarkable != NULL, NULL);

  if (self->card == NULL || self->type != PLUMB_FINDING_BOOLEAN)
    return NULL;
  for (guint i = 0; i < self->card->findings->len && (card || group); i++)
    {
      const PlumbFinding *line = g_ptr_array_index (self->card->findings, i);
      gboolean fine = line->type == PLUMB_FINDING_BOOLEAN && is_unremarkable (line, data);

      card &= fine;
      if (line->group == self->group)
        group &= fine && plumb_value_get_truth (&line->normal) == PLUMB_FALSE;
    }
  if (card)
    return self->card->title;

  return group && is_whole_on (self->group, self->card) ? self->group->title : NULL;
}

/**
 * plumb_finding_may_be_normal:
 * @self: a finding
 * @answers: the answers, indexed by finding
 *
 * Nobody says in passing that a treatment has lasted no week once it is known to
 * have begun: such a finding follows another, and is only taken for unremarkable
 * as long as that one is. What needs another finding is nothing before that is yes.
 *
 * Returns: whether its unremarkable answer may be given together with others
 */
gboolean
plumb_finding_may_be_normal (const PlumbFinding *self, const PlumbValue *answers)
{
  const PlumbValue *leader;

  g_return_val_if_fail (self != NULL && answers != NULL, FALSE);

  if (!plumb_finding_has_normal (self)
      || (self->needs != NULL
          && plumb_value_get_truth (&answers[self->needs->index]) != PLUMB_TRUE))
    return FALSE;
  if (self->follows == NULL)
    return TRUE;
  leader = &answers[self->follows->index];

  return leader->type == PLUMB_VALUE_NULL || plumb_finding_is_normal (self->follows, leader);
}

/**
 * plumb_exit_is_repeated:
 * @self: an exit
 *
 * One answer may lead on to several boxes: then several exits have one guard.
 *
 * Returns: whether an earlier exit of the same box has the same guard, so that
 *   whoever lists the answers names this one no second time
 */
gboolean
plumb_exit_is_repeated (const PlumbExit *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->source->exits->len; i++)
    {
      const PlumbExit *earlier = g_ptr_array_index (self->source->exits, i);

      if (earlier == self)
        return FALSE;
      if (earlier->guard != NULL && self->guard != NULL
          && g_str_equal (plumb_expression_get_text (earlier->guard),
                          plumb_expression_get_text (self->guard)))
        return TRUE;
    }

  return FALSE;
}

/* What a slot holds; NULL where it holds something else. The days since onset stand for the
 * finding from which they are counted. */
const PlumbFinding *
plumb_pathway_get_slot_finding (const PlumbPathway *self, guint slot)
{
  if (slot == self->days_slot)
    return self->roles[PLUMB_ROLE_WEEKS_SINCE_ONSET];

  return slot < self->days_slot ? g_ptr_array_index (self->lists[PLUMB_KIND_FINDING], slot) : NULL;
}

const PlumbTerm *
plumb_pathway_get_slot_term (const PlumbPathway *self, guint slot)
{
  GPtrArray *terms = self->lists[PLUMB_KIND_TERM];
  guint first = self->days_slot + 1;

  return slot >= first && slot - first < terms->len ? g_ptr_array_index (terms, slot - first)
                                                    : NULL;
}

const PlumbRecommendation *
plumb_pathway_get_slot_recommendation (const PlumbPathway *self, guint slot)
{
  GPtrArray *recommendations = self->lists[PLUMB_KIND_RECOMMENDATION];
  guint first = self->days_slot + 1 + self->lists[PLUMB_KIND_TERM]->len;

  return slot >= first && slot - first < recommendations->len
             ? g_ptr_array_index (recommendations, slot - first)
             : NULL;
}
