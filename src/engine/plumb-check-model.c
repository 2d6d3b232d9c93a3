/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pathway as diagrams: what every term, guard, box, exit and advice is for every patient,
 * worked out as plumb-evaluation-compute.c does it for one. */

#include "plumb-check-private.h"
#include "plumb-handout-plan.h"

#include <glib/gi18n-lib.h>

/* ---- all expressions -------------------------------------------------------------------- */

typedef struct
{
  PlumbChecker *checker;
  PlumbExpressionFunc func;
  gpointer data;
} PlumbCaller;

static void
call (const PlumbCaller *self,
      const PlumbExpression *expression,
      const char *list,
      guint index,
      const char *attribute)
{
  PlumbPlacedExpression placed = { expression, list, index, attribute };

  if (expression != NULL)
    self->func (self->checker, &placed, self->data);
}

static void
call_advice (const PlumbCaller *self)
{
  GPtrArray *nodes = self->checker->pathway->lists[PLUMB_KIND_NODE];

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      for (guint j = 0; j < node->advices->len; j++)
        {
          const PlumbAdvice *advice = g_ptr_array_index (node->advices, j);

          call (self, advice->condition, "stages/advise", self->checker->first_advice[i] + j,
                "when");
        }
    }
}

static void
call_invariants (const PlumbCaller *self)
{
  for (guint i = 0; i < self->checker->pathway->invariants->len; i++)
    {
      const PlumbInvariant *invariant = g_ptr_array_index (self->checker->pathway->invariants, i);

      for (guint j = 0; j < invariant->conditions->len; j++)
        call (self, g_ptr_array_index (invariant->conditions, j), "invariants/invariant", i,
              "when");
    }
}

static void
call_reviews (const PlumbCaller *self)
{
  GPtrArray *recommendations = self->checker->pathway->lists[PLUMB_KIND_RECOMMENDATION];

  for (guint i = 0; i < recommendations->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      call (self, recommendation->review_earliest, "recommendations/recommendation", i, NULL);
      call (self, recommendation->review_due, "recommendations/recommendation", i, NULL);
    }
}

static void
call_handout (const PlumbCaller *self)
{
  GPtrArray *recommendations = self->checker->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  const PlumbHandoutPlan *plan = self->checker->pathway->handout;

  for (guint i = 0; i < recommendations->len; i++)
    call (self,
          ((const PlumbRecommendation *) g_ptr_array_index (recommendations, i))->handout_condition,
          "recommendations/recommendation", i, NULL);
  if (plan == NULL)
    return;
  for (guint i = 0; i < plan->pages->len; i++)
    call (self, ((PlumbHandoutPage *) g_ptr_array_index (plan->pages, i))->condition,
          "handout/page", i, "when");
  for (guint i = 0; i < plan->sentences->len; i++)
    call (self, ((PlumbHandoutSentence *) g_ptr_array_index (plan->sentences, i))->condition,
          "handout/sentence", i, "when");
  for (guint i = 0; i < plan->exercises->len; i++)
    call (self, ((PlumbHandoutExercise *) g_ptr_array_index (plan->exercises, i))->condition,
          "handout/exercise", i, "when");
  call (self, plan->exercise_condition, "handout/exercises", 0, "when");
}

void
plumb_checker_foreach_expression (PlumbChecker *self,
                                  gboolean others,
                                  PlumbExpressionFunc func,
                                  gpointer data)
{
  const PlumbCaller caller = { self, func, data };
  const PlumbPathway *pathway = self->pathway;
  GPtrArray *warnings = pathway->lists[PLUMB_KIND_WARNING];

  for (guint i = 0; i < pathway->term_order->len; i++)
    {
      const PlumbTerm *term = g_ptr_array_index (pathway->term_order, i);

      call (&caller, term->expression, "terms/term", term->index, NULL);
    }
  for (guint i = 0; i < pathway->exits->len; i++)
    call (&caller, ((PlumbExit *) g_ptr_array_index (pathway->exits, i))->guard, "stages/exit", i,
          "when");
  call_advice (&caller);
  for (guint i = 0; i < warnings->len; i++)
    call (&caller, ((PlumbWarning *) g_ptr_array_index (warnings, i))->condition,
          "warnings/warning", i, "when");
  call_handout (&caller);
  if (others)
    call_reviews (&caller);
  else
    call_invariants (&caller);
}

/* ---- diagrams --------------------------------------------------------------------------- */

PlumbDiagram
plumb_checker_compile (PlumbChecker *self, const PlumbPlacedExpression *placed)
{
  PlumbDiagram diagram;

  if (plumb_diagrams_compile (self->diagrams, placed->expression, self->slots, &diagram))
    return diagram;

  plumb_checker_report (self, 902, plumb_checker_find (self, placed->list, placed->index),
                        placed->attribute, _ ("“%s” cannot be proved."),
                        plumb_expression_get_text (placed->expression));
  self->unfollowed = TRUE;

  return PLUMB_DIAGRAM_UNKNOWN;
}

static void
build_terms (PlumbChecker *self)
{
  const GPtrArray *terms = self->pathway->term_order;

  for (guint i = 0; i < terms->len; i++)
    {
      const PlumbTerm *term = g_ptr_array_index (terms, i);
      PlumbPlacedExpression placed = { term->expression, "terms/term", term->index, NULL };

      self->slots[term->slot] = plumb_checker_compile (self, &placed);
    }
}

static void
build_exit (PlumbChecker *self, const PlumbExit *exit)
{
  PlumbPlacedExpression placed = { exit->guard, "stages/exit", exit->index, "when" };

  self->guards[exit->index]
      = exit->guard ? plumb_checker_compile (self, &placed) : PLUMB_DIAGRAM_TRUE;
  self->exits[exit->index] = plumb_diagrams_and (self->diagrams, self->nodes[exit->source->index],
                                                 self->guards[exit->index]);
}

static void
build_nodes (PlumbChecker *self)
{
  const GPtrArray *order = self->pathway->node_order;

  for (guint i = 0; i < order->len && plumb_checker_is_sound (self); i++)
    {
      const PlumbNode *node = g_ptr_array_index (order, i);
      PlumbDiagram reached = node->start ? PLUMB_DIAGRAM_TRUE : PLUMB_DIAGRAM_FALSE;

      for (guint j = 0; j < node->entries->len; j++)
        {
          const PlumbExit *entry = g_ptr_array_index (node->entries, j);

          reached = plumb_diagrams_or (self->diagrams, reached, self->exits[entry->index]);
        }
      self->nodes[node->index] = reached;
      for (guint j = 0; j < node->exits->len; j++)
        build_exit (self, g_ptr_array_index (node->exits, j));
    }
}

static guint
find_advice (const PlumbChecker *self, const PlumbAdvice *advice)
{
  guint index = 0;

  g_ptr_array_find (advice->node->advices, advice, &index);

  return self->first_advice[advice->node->index] + index;
}

static void
build_recommendations (PlumbChecker *self)
{
  const GPtrArray *order = self->pathway->recommendation_order;

  for (guint i = 0; i < order->len && plumb_checker_is_sound (self); i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (order, i);
      PlumbDiagram in_force = PLUMB_DIAGRAM_FALSE;

      for (guint j = 0; j < recommendation->carriers->len; j++)
        {
          const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, j);
          guint index = find_advice (self, advice);
          PlumbPlacedExpression placed = { advice->condition, "stages/advise", index, "when" };

          self->conditions[index]
              = advice->condition ? plumb_checker_compile (self, &placed) : PLUMB_DIAGRAM_TRUE;
          self->advices[index] = plumb_diagrams_and (
              self->diagrams, self->nodes[advice->node->index], self->conditions[index]);
          in_force = plumb_diagrams_or (self->diagrams, in_force, self->advices[index]);
        }
      self->slots[recommendation->slot] = in_force;
    }
}

static guint
count_advice (PlumbChecker *self)
{
  GPtrArray *nodes = self->pathway->lists[PLUMB_KIND_NODE];
  guint n_advices = 0;

  self->first_advice = g_new0 (guint, nodes->len + 1);
  for (guint i = 0; i < nodes->len; i++)
    {
      self->first_advice[i] = n_advices;
      n_advices += ((const PlumbNode *) g_ptr_array_index (nodes, i))->advices->len;
    }

  return n_advices;
}

static void
count_guard (PlumbChecker *self, const PlumbPlacedExpression *placed, gpointer data)
{
  self->coverage.n_guards
      += placed->attribute != NULL && !g_str_equal (placed->list, "invariants/invariant");
}

static void
count_parts (PlumbChecker *self)
{
  const PlumbPathway *pathway = self->pathway;
  GPtrArray *nodes = pathway->lists[PLUMB_KIND_NODE];

  plumb_checker_foreach_expression (self, FALSE, count_guard, NULL);
  self->coverage.n_terms = pathway->term_order->len;
  self->coverage.n_exits = pathway->exits->len;
  self->coverage.n_boxes = nodes->len;
  self->coverage.n_recommendations = pathway->lists[PLUMB_KIND_RECOMMENDATION]->len;
  self->coverage.n_invariants = pathway->invariants->len;
  for (guint i = 0; i < nodes->len; i++)
    self->coverage.n_decisions
        += ((const PlumbNode *) g_ptr_array_index (nodes, i))->kind == PLUMB_NODE_DECISION;
}

/* Whether what the diagrams say can be relied upon. */
gboolean
plumb_checker_is_sound (const PlumbChecker *self)
{
  return !self->unfollowed && !plumb_diagrams_is_exhausted (self->diagrams);
}

void
plumb_checker_build_model (PlumbChecker *self)
{
  const PlumbPathway *pathway = self->pathway;
  guint n_advices = count_advice (self);

  self->slots = g_new (PlumbDiagram, pathway->n_slots + 1);
  for (guint i = 0; i < pathway->n_slots; i++)
    self->slots[i] = PLUMB_DIAGRAM_UNKNOWN;
  self->nodes = g_new0 (PlumbDiagram, pathway->lists[PLUMB_KIND_NODE]->len + 1);
  self->guards = g_new0 (PlumbDiagram, pathway->exits->len + 1);
  self->exits = g_new0 (PlumbDiagram, pathway->exits->len + 1);
  self->conditions = g_new0 (PlumbDiagram, n_advices + 1);
  self->advices = g_new0 (PlumbDiagram, n_advices + 1);

  count_parts (self);
  plumb_checker_build_space (self);
  build_terms (self);
  build_nodes (self);
  build_recommendations (self);
}
