/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-explanation-private.h"

#include "plumb-evaluation-private.h"
#include "plumb-goal.h"

/*
 * The fewest answers that would make a guard true. The guard is taken apart along
 * `and`, `or` and `not`, through its terms; what is left are single comparisons,
 * and there every value that makes a difference is tried.
 *
 * A need is a list of changes of which one is enough; of several needs each has to
 * be met.
 */

typedef struct
{
  const PlumbEvaluation *evaluation;
  const PlumbCandidates *candidates;
  PlumbEvaluation *trial;
  GPtrArray *goals;    /* those made for terms */
  GPtrArray *findings; /* while names are collected */
  gboolean impossible;
} PlumbSearch;

static GPtrArray *plan (PlumbSearch *self, const PlumbGoal *goal);

static GPtrArray *
new_needs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static GArray *
add_need (GPtrArray *needs)
{
  GArray *need = g_array_new (FALSE, FALSE, sizeof (PlumbExplanationChange));

  g_ptr_array_add (needs, need);

  return need;
}

static void
add_change (GArray *need, PlumbExplanationChange change)
{
  for (guint i = 0; i < need->len; i++)
    {
      PlumbExplanationChange *earlier = &g_array_index (need, PlumbExplanationChange, i);

      if (earlier->finding == change.finding && earlier->taken_back == change.taken_back
          && earlier->recommendation == change.recommendation)
        {
          earlier->answers |= change.answers;
          return;
        }
    }
  g_array_append_val (need, change);
}

/* ---- single comparisons ----------------------------------------------------------------- */

static void
collect_finding (guint slot, gpointer data)
{
  PlumbSearch *self = data;
  PlumbPathway *pathway = self->evaluation->pathway;
  const PlumbFinding *finding = plumb_pathway_get_slot_finding (pathway, slot);
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, slot);

  if (finding != NULL && !g_ptr_array_find (self->findings, finding, NULL))
    g_ptr_array_add (self->findings, (gpointer) finding);
  else if (term != NULL)
    plumb_expression_foreach_name (term->expression, collect_finding, self);
}

static gboolean
would_meet (PlumbSearch *self, const PlumbGoal *goal, const PlumbFinding *finding, PlumbValue value)
{
  PlumbAnswer answer = { finding, value };

  plumb_evaluation_try (self->trial, self->evaluation, &answer, 1);

  return plumb_goal_is_met (goal, self->trial->slots);
}

static void
try_values (PlumbSearch *self, const PlumbGoal *goal, GArray *need)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (self->findings, i);
      const GArray *values = plumb_candidates_get (self->candidates, finding);
      PlumbExplanationChange change = { .finding = finding };

      for (guint j = 0; j < values->len; j++)
        if (would_meet (self, goal, finding, g_array_index (values, PlumbCandidate, j).value))
          change.answers |= G_GUINT64_CONSTANT (1) << j;
      if (change.answers != 0)
        add_change (need, change);
    }
}

static void
try_taking_back (PlumbSearch *self, const PlumbGoal *goal, GArray *need)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      PlumbExplanationChange change
          = { .finding = g_ptr_array_index (self->findings, i), .taken_back = TRUE };

      if (self->evaluation->slots[change.finding->index].type != PLUMB_VALUE_NULL
          && would_meet (self, goal, change.finding, plumb_value_null ()))
        add_change (need, change);
    }
}

/* No single answer is enough: whatever is not known has to be known first. */
static void
add_unknown (PlumbSearch *self, GPtrArray *needs)
{
  self->impossible = TRUE;
  for (guint i = 0; i < self->findings->len; i++)
    {
      PlumbExplanationChange change = { .finding = g_ptr_array_index (self->findings, i) };

      if (self->evaluation->slots[change.finding->index].type == PLUMB_VALUE_NULL)
        add_change (add_need (needs), change);
    }
}

static void
plan_comparison (PlumbSearch *self, const PlumbGoal *goal, GPtrArray *needs)
{
  g_autoptr (GArray) need = g_array_new (FALSE, FALSE, sizeof (PlumbExplanationChange));
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();

  self->findings = findings;
  plumb_goal_foreach_name (goal, collect_finding, self);
  try_values (self, goal, need);
  if (need->len == 0)
    try_taking_back (self, goal, need);
  if (need->len == 0)
    add_unknown (self, needs);
  else
    g_ptr_array_add (needs, g_array_ref (need));
  self->findings = NULL;
}

/* ---- names ------------------------------------------------------------------------------ */

static void
take_all (GPtrArray *needs, GPtrArray *more)
{
  g_ptr_array_extend_and_steal (needs, more);
}

static void
plan_term (PlumbSearch *self, const PlumbTerm *term, gboolean wanted, GPtrArray *needs)
{
  PlumbGoal *goal = plumb_goal_new (term->expression, wanted);

  g_ptr_array_add (self->goals, goal);
  take_all (needs, plan (self, goal));
}

static void
plan_name (PlumbSearch *self, const PlumbGoal *goal, GPtrArray *needs)
{
  PlumbPathway *pathway = self->evaluation->pathway;
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, goal->slot);
  PlumbExplanationChange change
      = { .recommendation = plumb_pathway_get_slot_recommendation (pathway, goal->slot),
          .wanted = goal->wanted == PLUMB_TRUE };

  if (term != NULL)
    plan_term (self, term, goal->wanted == PLUMB_TRUE, needs);
  else if (change.recommendation != NULL)
    add_change (add_need (needs), change);
  else
    plan_comparison (self, goal, needs);
}

/* ---- and, or ---------------------------------------------------------------------------- */

static gboolean
is_better (GPtrArray *needs, gboolean impossible, GPtrArray *best, gboolean best_impossible)
{
  if (best == NULL || impossible != best_impossible)
    return best == NULL || best_impossible;

  return needs->len < best->len;
}

/* Ways that take one change each are as good as one another; else the shortest way counts. */
static void
plan_any (PlumbSearch *self, const PlumbGoal *goal, GPtrArray *needs)
{
  g_autoptr (GPtrArray) best = NULL;
  gboolean before = self->impossible;
  gboolean best_impossible = FALSE;

  for (guint i = 0; i < goal->parts->len; i++)
    {
      g_autoptr (GPtrArray) part = NULL;

      self->impossible = FALSE;
      part = plan (self, g_ptr_array_index (goal->parts, i));
      if (best != NULL && best->len == 1 && part->len == 1 && !self->impossible && !best_impossible)
        {
          GArray *more = g_ptr_array_index (part, 0);

          for (guint j = 0; j < more->len; j++)
            add_change (g_ptr_array_index (best, 0),
                        g_array_index (more, PlumbExplanationChange, j));
        }
      else if (is_better (part, self->impossible, best, best_impossible))
        {
          best_impossible = self->impossible;
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&part);
        }
    }
  self->impossible = before || best_impossible;
  if (best != NULL)
    take_all (needs, g_steal_pointer (&best));
}

static GPtrArray *
plan (PlumbSearch *self, const PlumbGoal *goal)
{
  GPtrArray *needs = new_needs ();

  if (plumb_goal_is_met (goal, self->evaluation->slots))
    return needs;
  switch (goal->kind)
    {
    case PLUMB_GOAL_ALL:
      for (guint i = 0; i < goal->parts->len; i++)
        take_all (needs, plan (self, g_ptr_array_index (goal->parts, i)));
      break;
    case PLUMB_GOAL_ANY:
      plan_any (self, goal, needs);
      break;
    case PLUMB_GOAL_NAME:
      plan_name (self, goal, needs);
      break;
    case PLUMB_GOAL_OTHER:
    default:
      plan_comparison (self, goal, needs);
      break;
    }

  return needs;
}

/* ---- putting together ------------------------------------------------------------------- */

static PlumbExplanationChange *
get_only (GPtrArray *needs, guint i)
{
  GArray *need = g_ptr_array_index (needs, i);

  return need->len == 1 ? &g_array_index (need, PlumbExplanationChange, 0) : NULL;
}

/* Whether an answer that is needed anyway meets another need as well. */
static gboolean
is_met_by (const PlumbExplanationChange *only, GArray *need)
{
  for (guint i = 0; i < need->len; i++)
    {
      const PlumbExplanationChange *change = &g_array_index (need, PlumbExplanationChange, i);

      if (change->finding == only->finding && change->recommendation == only->recommendation
          && change->taken_back == only->taken_back && change->wanted == only->wanted
          && (only->answers & ~change->answers) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Two conditions on the same finding become one. */
static void
intersect (GPtrArray *needs)
{
  for (guint i = 0; i < needs->len; i++)
    for (guint j = needs->len; j-- > i + 1;)
      {
        PlumbExplanationChange *first = get_only (needs, i);
        PlumbExplanationChange *second = get_only (needs, j);

        if (first == NULL || second == NULL || first->finding == NULL
            || first->finding != second->finding || (first->answers & second->answers) == 0)
          continue;
        first->answers &= second->answers;
        g_ptr_array_remove_index (needs, j);
      }
}

static void
drop_met (GPtrArray *needs)
{
  for (guint i = needs->len; i-- > 0;)
    for (guint j = 0; j < needs->len; j++)
      {
        const PlumbExplanationChange *only = j != i ? get_only (needs, j) : NULL;

        if (only == NULL || !is_met_by (only, g_ptr_array_index (needs, i)))
          continue;
        g_ptr_array_remove_index (needs, i);
        break;
      }
}

/* With the first change of every need. */
static gboolean
is_enough (PlumbSearch *self, GPtrArray *needs, const PlumbExpression *guard)
{
  g_autofree PlumbAnswer *answers = g_new0 (PlumbAnswer, needs->len + 1);

  for (guint i = 0; i < needs->len; i++)
    {
      const PlumbExplanationChange *change
          = &g_array_index ((GArray *) g_ptr_array_index (needs, i), PlumbExplanationChange, 0);
      const GArray *values
          = change->finding ? plumb_candidates_get (self->candidates, change->finding) : NULL;

      if (change->finding == NULL || (change->answers == 0 && !change->taken_back))
        return FALSE;
      answers[i].finding = change->finding;
      for (guint j = values->len; j-- > 0;)
        if ((change->answers >> j & 1) != 0)
          answers[i].value = g_array_index (values, PlumbCandidate, j).value;
    }
  plumb_evaluation_try (self->trial, self->evaluation, answers, needs->len);

  return plumb_expression_evaluate_truth (guard, self->trial->slots) == PLUMB_TRUE;
}

GPtrArray *
plumb_explanation_find_needs (const PlumbEvaluation *evaluation,
                              const PlumbCandidates *candidates,
                              const PlumbExpression *guard,
                              gboolean *suffice)
{
  g_autoptr (PlumbGoal) goal = plumb_goal_new (guard, TRUE);
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_goal_free);
  g_autoptr (PlumbEvaluation) trial = plumb_evaluation_new_trial (evaluation);
  PlumbSearch search = { evaluation, candidates, trial, goals, NULL, FALSE };
  GPtrArray *needs = plan (&search, goal);

  intersect (needs);
  drop_met (needs);
  *suffice = is_enough (&search, needs, guard);

  return needs;
}
