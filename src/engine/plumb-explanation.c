/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-explanation-private.h"

#include "plumb-evaluation-private.h"

struct _PlumbExplanation
{
  gatomicrefcount references;
  PlumbEvaluation *evaluation;
  const PlumbRecommendation *recommendation;
  GPtrArray *steps; /* PlumbExplanationStep, from the start to the box that gives the advice */
  const PlumbExplanationStep *obstacle;
  guint n_obstacles;
  PlumbCandidates *candidates; /* made with the needs; NULL without an obstacle */
  GPtrArray *needs;
  gboolean needs_suffice;
  GPtrArray *statements;
};

G_DEFINE_BOXED_TYPE (PlumbExplanation,
                     plumb_explanation,
                     plumb_explanation_ref,
                     plumb_explanation_unref)

/* ---- the best way ----------------------------------------------------------------------- */

/* What stands on a way: guards that are false, and guards that nobody knows. */
typedef struct
{
  guint n_false;
  guint n_unknown;
  const PlumbExit *last; /* the exit by which the way comes to the box */
} PlumbWay;

typedef struct
{
  const PlumbEvaluation *evaluation;
  gboolean is_ruled_out; /* false guards cannot be avoided: then the fewest guards of any kind */
  PlumbWay *ways;        /* by box */
} PlumbRoute;

static gboolean
is_shorter (const PlumbRoute *self, const PlumbWay *way, const PlumbWay *other)
{
  guint obstacles = way->n_false + way->n_unknown;
  guint others = other->n_false + other->n_unknown;

  if (!self->is_ruled_out && way->n_false != other->n_false)
    return way->n_false < other->n_false;
  if (obstacles != others)
    return obstacles < others;

  return way->n_false < other->n_false;
}

static PlumbWay
go_on (const PlumbRoute *self, PlumbWay way, const PlumbExpression *guard)
{
  PlumbTruth truth = plumb_evaluation_test (self->evaluation, guard);

  way.n_false += truth == PLUMB_FALSE;
  way.n_unknown += truth == PLUMB_UNKNOWN;

  return way;
}

static void
find_way (PlumbRoute *self, const PlumbNode *node)
{
  PlumbWay *best = &self->ways[node->index];

  if (node->start)
    return;
  best->n_false = G_MAXUINT / 4;
  for (guint i = 0; i < node->entries->len; i++)
    {
      const PlumbExit *entry = g_ptr_array_index (node->entries, i);
      PlumbWay way = go_on (self, self->ways[entry->source->index], entry->guard);

      way.last = entry;
      if (best->last == NULL || is_shorter (self, &way, best))
        *best = way;
    }
}

static const PlumbAdvice *
find_carrier (PlumbRoute *self, const PlumbRecommendation *recommendation)
{
  const GPtrArray *order = self->evaluation->pathway->node_order;
  const PlumbAdvice *best = NULL;
  PlumbWay best_way = { 0 };

  for (guint i = 0; i < order->len; i++)
    find_way (self, g_ptr_array_index (order, i));
  for (guint i = 0; i < recommendation->carriers->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, i);
      PlumbWay way = go_on (self, self->ways[advice->node->index], advice->condition);

      if (best != NULL && !is_shorter (self, &way, &best_way))
        continue;
      best = advice;
      best_way = way;
    }

  return best;
}

/* ---- steps ------------------------------------------------------------------------------ */

static void
free_step (gpointer data)
{
  PlumbExplanationStep *step = data;

  g_ptr_array_unref (step->findings);
  g_free (step);
}

static void
add_step (PlumbExplanation *self,
          const PlumbNode *node,
          const PlumbExit *exit,
          const PlumbAdvice *advice)
{
  PlumbExplanationStep *step = g_new0 (PlumbExplanationStep, 1);
  const PlumbExpression *guard = exit != NULL ? exit->guard : advice->condition;

  step->node = node;
  step->exit = exit;
  step->advice = advice;
  step->truth = plumb_evaluation_test (self->evaluation, guard);
  if (guard == NULL)
    step->findings = g_ptr_array_new ();
  else if (step->truth == PLUMB_UNKNOWN)
    step->findings = plumb_evaluation_list_open (self->evaluation, guard);
  else
    step->findings = plumb_evaluation_list_support (self->evaluation, guard);
  g_ptr_array_insert (self->steps, 0, step);
}

static void
add_steps (PlumbExplanation *self)
{
  g_autofree PlumbWay *ways
      = g_new0 (PlumbWay, self->evaluation->pathway->lists[PLUMB_KIND_NODE]->len);
  PlumbRoute route = { self->evaluation, plumb_explanation_get_truth (self) == PLUMB_FALSE, ways };
  const PlumbAdvice *carrier = find_carrier (&route, self->recommendation);

  if (carrier == NULL)
    return;
  add_step (self, carrier->node, NULL, carrier);
  for (const PlumbExit *exit = ways[carrier->node->index].last; exit != NULL;
       exit = ways[exit->source->index].last)
    add_step (self, exit->source, exit, NULL);
}

/* ---- what stands in the way ------------------------------------------------------------- */

static void
find_obstacle (PlumbExplanation *self)
{
  const PlumbExpression *guard;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PlumbExplanationStep *step = g_ptr_array_index (self->steps, i);

      if (step->truth == PLUMB_TRUE)
        continue;
      if (self->obstacle == NULL)
        self->obstacle = step;
      self->n_obstacles++;
    }
  self->candidates = plumb_candidates_new (self->evaluation);
  if (self->obstacle == NULL)
    return;
  guard = self->obstacle->exit != NULL ? self->obstacle->exit->guard
                                       : self->obstacle->advice->condition;
  self->needs = plumb_explanation_find_needs (self->evaluation, self->candidates, guard,
                                              &self->needs_suffice);
}

static void
add_statements (PlumbExplanation *self, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    if (!g_ptr_array_find (self->statements, g_ptr_array_index (statements, i), NULL))
      g_ptr_array_add (self->statements, g_ptr_array_index (statements, i));
}

/* What the first stage rests on is behind every advice, and told with its own. */
static void
find_statements (PlumbExplanation *self)
{
  add_statements (self, self->recommendation->statements);
  for (guint i = self->steps->len; i-- > 0;)
    {
      const PlumbExplanationStep *step = g_ptr_array_index (self->steps, i);

      if (step->node->stage->index > 0 || self->recommendation->stage->index == 0)
        add_statements (self, step->node->statements);
    }
}

/**
 * plumb_explanation_new:
 * @evaluation: an evaluation
 * @recommendation: an advice of its pathway
 *
 * Follows the way from the start to the box that gives the advice: a way that is
 * taken where the advice is in force, else the one with the fewest guards against
 * it. Where the advice is still open no guard on the way is false.
 *
 * Returns: (transfer full): why the advice is in force, or what stands in its way
 */
PlumbExplanation *
plumb_explanation_new (PlumbEvaluation *evaluation, const PlumbRecommendation *recommendation)
{
  PlumbExplanation *self;

  g_return_val_if_fail (evaluation != NULL && recommendation != NULL, NULL);

  self = g_new0 (PlumbExplanation, 1);
  g_atomic_ref_count_init (&self->references);
  self->evaluation = plumb_evaluation_ref (evaluation);
  self->recommendation = recommendation;
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->statements = g_ptr_array_new ();
  add_steps (self);
  find_obstacle (self);
  find_statements (self);
  if (self->needs == NULL)
    self->needs = g_ptr_array_new ();

  return self;
}

PlumbExplanation *
plumb_explanation_ref (PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_explanation_unref (PlumbExplanation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->needs);
  g_ptr_array_unref (self->statements);
  plumb_candidates_free (self->candidates);
  plumb_evaluation_unref (self->evaluation);
  g_free (self);
}

/* ---- reading ---------------------------------------------------------------------------- */

PlumbEvaluation *
plumb_explanation_get_evaluation (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->evaluation;
}

const PlumbRecommendation *
plumb_explanation_get_recommendation (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->recommendation;
}

PlumbTruth
plumb_explanation_get_truth (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, PLUMB_UNKNOWN);

  return plumb_evaluation_get_recommendation (self->evaluation, self->recommendation);
}

/**
 * plumb_explanation_get_steps:
 * @self: an explanation
 *
 * Returns: (transfer none) (element-type PlumbExplanationStep): the boxes of the
 *   way, the start first, the box that gives the advice last
 */
GPtrArray *
plumb_explanation_get_steps (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->steps;
}

const PlumbExplanationStep *
plumb_explanation_get_obstacle (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->obstacle;
}

/* Returns: how many steps of the way do not hold */
guint
plumb_explanation_count_obstacles (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_obstacles;
}

/**
 * plumb_explanation_get_needs:
 * @self: an explanation
 *
 * Returns: (transfer none) (element-type GArray): the fewest answers that would
 *   take the first step that does not hold: of each array of
 *   #PlumbExplanationChange one, of all arrays together
 */
GPtrArray *
plumb_explanation_get_needs (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->needs;
}

gboolean
plumb_explanation_get_needs_suffice (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->needs_suffice;
}

const PlumbCandidates *
plumb_explanation_get_candidates (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->candidates;
}

GPtrArray *
plumb_explanation_get_statements (const PlumbExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->statements;
}
