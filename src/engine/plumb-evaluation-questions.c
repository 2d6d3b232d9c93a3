/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-evaluation-private.h"

/*
 * What an evaluation rests on and what it waits for: walks over the guards, through
 * the terms down to findings.
 */

typedef struct
{
  const PlumbEvaluation *evaluation;
  GPtrArray *findings;
  GHashTable *seen;         /* findings, terms and recommendations walked already */
  gboolean include_settled; /* open walks: also what could still flip a settled guard */
  GPtrArray *pending;       /* because walks: advice on which conditions rest, told last */
  gboolean particular;      /* because walks: without what every advice rests on */
  guint depth;              /* because walks: how many terms deep */
} PlumbWalk;

static void
walk_init (PlumbWalk *walk, const PlumbEvaluation *evaluation)
{
  walk->evaluation = evaluation;
  walk->findings = g_ptr_array_new ();
  walk->seen = g_hash_table_new (NULL, NULL);
  walk->include_settled = FALSE;
  walk->pending = g_ptr_array_new ();
  walk->particular = FALSE;
  walk->depth = 0;
}

static GPtrArray *
walk_end (PlumbWalk *walk)
{
  g_hash_table_unref (walk->seen);
  g_ptr_array_unref (walk->pending);

  return walk->findings;
}

static void
add_finding (PlumbWalk *walk, const PlumbFinding *finding)
{
  if (g_hash_table_add (walk->seen, (gpointer) finding))
    g_ptr_array_add (walk->findings, (gpointer) finding);
}

/* ---- because ---------------------------------------------------------------------------- */

/* What the first stage asks is behind every advice: it is particular to one only where a guard
 * of its own names it, and not a term. */
static gboolean
is_particular (const PlumbWalk *walk, const PlumbFinding *finding)
{
  return !walk->particular || !finding->groundwork || walk->depth == 0;
}

static void
add_support (guint slot, gpointer data)
{
  PlumbWalk *walk = data;
  PlumbPathway *pathway = walk->evaluation->pathway;
  const PlumbFinding *finding = plumb_pathway_get_slot_finding (pathway, slot);
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, slot);
  const PlumbRecommendation *recommendation
      = plumb_pathway_get_slot_recommendation (pathway, slot);

  if (finding != NULL && is_particular (walk, finding))
    add_finding (walk, finding);
  else if (term != NULL && g_hash_table_add (walk->seen, (gpointer) term))
    {
      walk->depth++;
      plumb_expression_foreach_support (term->expression, walk->evaluation->slots, add_support,
                                        walk);
      walk->depth--;
    }
  else if (recommendation != NULL && g_hash_table_add (walk->seen, (gpointer) recommendation))
    g_ptr_array_add (walk->pending, (gpointer) recommendation);
}

/* What a guard names itself says more than what its terms stand for: first the one, then the
 * other. */
static void
add_named_support (guint slot, gpointer data)
{
  PlumbWalk *walk = data;

  if (plumb_pathway_get_slot_finding (walk->evaluation->pathway, slot) != NULL)
    add_support (slot, walk);
}

static void
walk_support (PlumbWalk *walk, const PlumbExpression *expression)
{
  if (expression == NULL)
    return;
  plumb_expression_foreach_support (expression, walk->evaluation->slots, add_named_support, walk);
  plumb_expression_foreach_support (expression, walk->evaluation->slots, add_support, walk);
}

static const PlumbExit *
find_taken_entry (const PlumbWalk *walk, const PlumbNode *node)
{
  for (guint i = 0; i < node->entries->len; i++)
    {
      const PlumbExit *entry = g_ptr_array_index (node->entries, i);

      if (walk->evaluation->exits[entry->index] == PLUMB_TRUE)
        return entry;
    }

  return NULL;
}

/* Up one taken way from a reached box to the start; the guards next to the box first. */
static void
walk_way (PlumbWalk *walk, const PlumbNode *node)
{
  while (node != NULL && g_hash_table_add (walk->seen, (gpointer) node))
    {
      const PlumbExit *taken = find_taken_entry (walk, node);

      if (walk->particular && taken != NULL && taken->source->stage->index == 0)
        return;
      if (taken != NULL)
        walk_support (walk, taken->guard);
      node = taken ? taken->source : NULL;
    }
}

static void
walk_because (PlumbWalk *walk, const PlumbRecommendation *recommendation)
{
  for (guint i = 0; i < recommendation->carriers->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, i);

      if (plumb_evaluation_get_advice (walk->evaluation, advice) != PLUMB_TRUE)
        continue;
      walk_support (walk, advice->condition);
      walk_way (walk, advice->node);
    }
}

static GPtrArray *
list_because (const PlumbEvaluation *self, const PlumbRecommendation *recommendation,
              gboolean particular)
{
  PlumbWalk walk;

  walk_init (&walk, self);
  walk.particular = particular;
  walk_because (&walk, recommendation);
  for (guint i = 0; i < walk.pending->len; i++)
    walk_because (&walk, g_ptr_array_index (walk.pending, i));

  return walk_end (&walk);
}

GPtrArray *
plumb_evaluation_list_support (const PlumbEvaluation *self, const PlumbExpression *expression)
{
  PlumbWalk walk;

  walk_init (&walk, self);
  walk_support (&walk, expression);
  for (guint i = 0; i < walk.pending->len; i++)
    walk_because (&walk, g_ptr_array_index (walk.pending, i));

  return walk_end (&walk);
}

/**
 * plumb_evaluation_list_because:
 * @self: an evaluation
 * @recommendation: an advice
 *
 * Returns: (transfer container) (element-type PlumbFinding): the findings that
 *   put the advice in force, those nearest to it first; one without an answer is
 *   among them where the advice holds because nobody has asked. Empty when the
 *   advice is not in force.
 */
GPtrArray *
plumb_evaluation_list_because (const PlumbEvaluation *self,
                               const PlumbRecommendation *recommendation)
{
  g_return_val_if_fail (self != NULL && recommendation != NULL, NULL);

  return list_because (self, recommendation, FALSE);
}

/**
 * plumb_evaluation_list_particular:
 * @self: an evaluation
 * @recommendation: an advice
 *
 * Returns: (transfer container) (element-type PlumbFinding): as
 *   plumb_evaluation_list_because(), but for an advice of a later stage without
 *   the answers of the first one, on which every advice rests
 */
GPtrArray *
plumb_evaluation_list_particular (const PlumbEvaluation *self,
                                  const PlumbRecommendation *recommendation)
{
  g_return_val_if_fail (self != NULL && recommendation != NULL, NULL);

  return list_because (self, recommendation, recommendation->stage->index > 0);
}

/* ---- what is still open ----------------------------------------------------------------- */

static void
add_open (guint slot, gpointer data)
{
  PlumbWalk *walk = data;
  PlumbPathway *pathway = walk->evaluation->pathway;
  const PlumbFinding *finding = plumb_pathway_get_slot_finding (pathway, slot);
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, slot);

  if (finding != NULL)
    {
      if (walk->evaluation->slots[finding->index].type == PLUMB_VALUE_NULL)
        add_finding (walk, finding);
    }
  else if (term != NULL && g_hash_table_add (walk->seen, (gpointer) term))
    plumb_expression_foreach_open (term->expression, walk->evaluation->slots,
                                   walk->include_settled, add_open, walk);
}

static void
walk_open (PlumbWalk *walk, const PlumbExpression *expression)
{
  if (expression != NULL)
    plumb_expression_foreach_open (expression, walk->evaluation->slots, walk->include_settled,
                                   add_open, walk);
}

GPtrArray *
plumb_evaluation_list_open (const PlumbEvaluation *self, const PlumbExpression *expression)
{
  PlumbWalk walk;

  walk_init (&walk, self);
  walk_open (&walk, expression);

  return walk_end (&walk);
}

static void
walk_node_open (PlumbWalk *walk, const PlumbNode *node)
{
  for (guint i = 0; i < node->exits->len; i++)
    walk_open (walk, ((const PlumbExit *) g_ptr_array_index (node->exits, i))->guard);
  for (guint i = 0; i < node->advices->len; i++)
    walk_open (walk, ((const PlumbAdvice *) g_ptr_array_index (node->advices, i))->condition);
}

/**
 * plumb_evaluation_list_node_questions:
 * @self: an evaluation
 * @node: a box, reached or not
 *
 * Returns: (transfer container) (element-type PlumbFinding): the unanswered
 *   findings on which its exits or conditions still turn
 */
GPtrArray *
plumb_evaluation_list_node_questions (const PlumbEvaluation *self, const PlumbNode *node)
{
  PlumbWalk walk;

  g_return_val_if_fail (self != NULL && node != NULL, NULL);

  walk_init (&walk, self);
  walk.include_settled = TRUE;
  walk_node_open (&walk, node);

  return walk_end (&walk);
}

/**
 * plumb_evaluation_get_asked_before:
 * @self: an evaluation
 * @finding: a finding that is to be asked
 *
 * A card is asked once only when it is known which of its lines are on it.
 *
 * Returns: (nullable): an unanswered finding that another line of the card of
 *   @finding needs
 */
const PlumbFinding *
plumb_evaluation_get_asked_before (const PlumbEvaluation *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (self != NULL && finding != NULL, NULL);

  for (guint i = 0; finding->card != NULL && i < finding->card->findings->len; i++)
    {
      const PlumbFinding *line = g_ptr_array_index (finding->card->findings, i);

      if (line->needs != NULL && self->slots[line->needs->index].type == PLUMB_VALUE_NULL)
        return line->needs;
    }

  return NULL;
}

/* ---- all that a box depends on ---------------------------------------------------------- */

static void
add_name (guint slot, gpointer data)
{
  PlumbWalk *walk = data;
  PlumbPathway *pathway = walk->evaluation->pathway;
  const PlumbFinding *finding = plumb_pathway_get_slot_finding (pathway, slot);
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, slot);

  if (finding != NULL)
    add_finding (walk, finding);
  else if (term != NULL && g_hash_table_add (walk->seen, (gpointer) term))
    plumb_expression_foreach_name (term->expression, add_name, walk);
}

/**
 * plumb_evaluation_list_node_findings:
 * @self: an evaluation
 * @node: a box
 *
 * Returns: (transfer container) (element-type PlumbFinding): every finding that
 *   its exits or conditions name, answered or not
 */
GPtrArray *
plumb_evaluation_list_node_findings (const PlumbEvaluation *self, const PlumbNode *node)
{
  PlumbWalk walk;

  g_return_val_if_fail (self != NULL && node != NULL, NULL);

  walk_init (&walk, self);
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (exit->guard != NULL)
        plumb_expression_foreach_name (exit->guard, add_name, &walk);
    }
  for (guint i = 0; i < node->advices->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (node->advices, i);

      if (advice->condition != NULL)
        plumb_expression_foreach_name (advice->condition, add_name, &walk);
    }

  return walk_end (&walk);
}

/* ---- answering by choosing an exit ------------------------------------------------------ */

typedef struct
{
  const PlumbEvaluation *evaluation;
  GArray *answers; /* PlumbAnswer */
} PlumbSolution;

static gboolean
assign_finding (PlumbSolution *solution, const PlumbFinding *finding, const PlumbValue *value)
{
  PlumbAnswer answer = { finding, *value };

  for (guint i = 0; i < solution->answers->len; i++)
    {
      const PlumbAnswer *earlier = &g_array_index (solution->answers, PlumbAnswer, i);

      if (earlier->finding == finding)
        return plumb_value_equal (&earlier->value, value);
    }
  g_array_append_val (solution->answers, answer);

  return TRUE;
}

static gboolean
assign (guint slot, const PlumbValue *value, gpointer data)
{
  PlumbSolution *solution = data;
  PlumbPathway *pathway = solution->evaluation->pathway;
  const PlumbFinding *finding
      = slot < pathway->days_slot ? plumb_pathway_get_slot_finding (pathway, slot) : NULL;
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, slot);

  if (finding != NULL)
    return assign_finding (solution, finding, value);

  return term != NULL && value->type == PLUMB_VALUE_BOOLEAN
         && plumb_expression_solve (term->expression, solution->evaluation->slots, value->boolean,
                                    assign, solution);
}

/* Whether the answers really lead out by the exit. */
static gboolean
holds (const PlumbEvaluation *self, const PlumbExit *exit, const GArray *answers)
{
  g_autofree PlumbValue *values
      = g_memdup2 (self->slots, self->pathway->n_slots * sizeof (PlumbValue));
  g_autoptr (PlumbEvaluation) after = NULL;

  for (guint i = 0; i < answers->len; i++)
    {
      const PlumbAnswer *answer = &g_array_index (answers, PlumbAnswer, i);

      values[answer->finding->index] = answer->value;
    }
  after = plumb_evaluation_new (self->pathway, values, &self->visit);

  return plumb_expression_evaluate_truth (exit->guard, after->slots) == PLUMB_TRUE;
}

/* One click may say no to a whole card, which shows what it says no to; it must not record, on
 * the way, something about a question that is asked elsewhere. */
static gboolean
is_one_question (const GArray *answers)
{
  const PlumbFinding *first = g_array_index (answers, PlumbAnswer, 0).finding;

  for (guint i = 1; i < answers->len; i++)
    {
      const PlumbFinding *finding = g_array_index (answers, PlumbAnswer, i).finding;

      if (finding->card == NULL || finding->card != first->card)
        return FALSE;
    }

  return TRUE;
}

/**
 * plumb_evaluation_solve_exit:
 * @self: an evaluation
 * @exit: an exit of a decision
 *
 * Returns: (transfer full) (nullable) (element-type PlumbAnswer): the one obvious
 *   set of answers that takes the exit: one answer, or no to every open question
 *   of a card; %NULL when the exit holds already, or there is none, or several
 */
GArray *
plumb_evaluation_solve_exit (const PlumbEvaluation *self, const PlumbExit *exit)
{
  g_autoptr (GArray) answers = NULL;
  PlumbSolution solution;

  g_return_val_if_fail (self != NULL && exit != NULL, NULL);

  if (exit->guard == NULL)
    return NULL;
  answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  solution = (PlumbSolution) { self, answers };
  if (!plumb_expression_solve (exit->guard, self->slots, TRUE, assign, &solution)
      || answers->len == 0 || !is_one_question (answers) || !holds (self, exit, answers))
    return NULL;

  return g_steal_pointer (&answers);
}
