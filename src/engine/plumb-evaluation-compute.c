/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-evaluation-private.h"

/* ---- the days --------------------------------------------------------------------------- */

static guint32
get_day (const PlumbEvaluation *self, PlumbFindingRole role)
{
  const PlumbFinding *finding = self->pathway->roles[role];
  const PlumbValue *value = finding ? &self->slots[finding->index] : NULL;

  return value != NULL && value->type == PLUMB_VALUE_DATE ? value->julian : 0;
}

/* The first day of pain wins over weeks that were entered: whole weeks up to the visit. */
static void
compute_days (PlumbEvaluation *self)
{
  const PlumbFinding *weeks = self->pathway->roles[PLUMB_ROLE_WEEKS_SINCE_ONSET];
  guint32 visit = get_day (self, PLUMB_ROLE_VISIT_DATE);
  guint32 onset = get_day (self, PLUMB_ROLE_ONSET_DATE);
  PlumbValue *days = &self->slots[self->pathway->days_slot];

  if (visit != 0)
    g_date_set_julian (&self->visit, visit);
  else
    visit = g_date_get_julian (&self->visit);

  *days = plumb_value_null ();
  if (onset != 0 && onset <= visit)
    {
      *days = plumb_value_integer (visit - onset);
      if (weeks != NULL)
        self->slots[weeks->index] = plumb_value_integer ((visit - onset) / 7);
    }
  else if (weeks != NULL && self->slots[weeks->index].type == PLUMB_VALUE_INTEGER)
    *days = plumb_value_integer (7 * self->slots[weeks->index].integer);
}

/* ---- the chart -------------------------------------------------------------------------- */

static PlumbTruth
compute_exit (const PlumbEvaluation *self, const PlumbExit *exit)
{
  PlumbTruth source = self->nodes[exit->source->index];

  if (source == PLUMB_FALSE || exit->guard == NULL)
    return source;

  return MIN (source, plumb_expression_evaluate_truth (exit->guard, self->slots));
}

static void
compute_nodes (PlumbEvaluation *self)
{
  const GPtrArray *order = self->pathway->node_order;

  for (guint i = 0; i < order->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (order, i);
      PlumbTruth reached = node->start ? PLUMB_TRUE : PLUMB_FALSE;

      for (guint j = 0; j < node->entries->len; j++)
        {
          const PlumbExit *entry = g_ptr_array_index (node->entries, j);

          reached = MAX (reached, (PlumbTruth) self->exits[entry->index]);
        }
      self->nodes[node->index] = reached;
      for (guint j = 0; j < node->exits->len; j++)
        {
          const PlumbExit *exit = g_ptr_array_index (node->exits, j);

          self->exits[exit->index] = compute_exit (self, exit);
        }
    }
}

/* ---- the advice ------------------------------------------------------------------------- */

static PlumbValue
truth_to_value (PlumbTruth truth)
{
  return truth == PLUMB_UNKNOWN ? plumb_value_null () : plumb_value_boolean (truth == PLUMB_TRUE);
}

static void
compute_recommendations (PlumbEvaluation *self)
{
  const GPtrArray *order = self->pathway->recommendation_order;

  for (guint i = 0; i < order->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (order, i);
      PlumbTruth in_force = PLUMB_FALSE;

      for (guint j = 0; j < recommendation->carriers->len && in_force != PLUMB_TRUE; j++)
        in_force = MAX (in_force, plumb_evaluation_weigh_advice (
                                      self, g_ptr_array_index (recommendation->carriers, j)));
      self->slots[recommendation->slot] = truth_to_value (in_force);
    }
}

/* ---- the whole -------------------------------------------------------------------------- */

void
plumb_evaluation_compute (PlumbEvaluation *self)
{
  const GPtrArray *terms = self->pathway->term_order;

  compute_days (self);
  for (guint i = 0; i < terms->len; i++)
    {
      const PlumbTerm *term = g_ptr_array_index (terms, i);

      plumb_expression_evaluate (term->expression, self->slots, &self->slots[term->slot]);
    }
  compute_nodes (self);
  compute_recommendations (self);
}
