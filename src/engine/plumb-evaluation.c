/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-evaluation-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (PlumbEvaluation, plumb_evaluation, plumb_evaluation_ref,
                     plumb_evaluation_unref)

static PlumbValue
truth_to_value (PlumbTruth truth)
{
  return truth == PLUMB_UNKNOWN ? plumb_value_null () : plumb_value_boolean (truth == PLUMB_TRUE);
}

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

static void
compute_recommendations (PlumbEvaluation *self)
{
  const GPtrArray *order = self->pathway->recommendation_order;

  for (guint i = 0; i < order->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (order, i);
      PlumbTruth in_force = PLUMB_FALSE;

      for (guint j = 0; j < recommendation->carriers->len && in_force != PLUMB_TRUE; j++)
        in_force = MAX (in_force, plumb_evaluation_get_advice (
                                      self, g_ptr_array_index (recommendation->carriers, j)));
      self->slots[recommendation->slot] = truth_to_value (in_force);
    }
}

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

/* ---- the snapshot ----------------------------------------------------------------------- */

/* Codes are interned, but free text ends with its consultation: keep a copy. */
static void
keep_texts (PlumbEvaluation *self)
{
  const GPtrArray *findings = self->pathway->lists[PLUMB_KIND_FINDING];

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      PlumbValue *value = &self->slots[i];

      if (finding->type != PLUMB_FINDING_STRING || value->type != PLUMB_VALUE_STRING)
        continue;
      if (self->texts == NULL)
        self->texts = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->texts, g_strdup (value->string));
      value->string = g_ptr_array_index (self->texts, self->texts->len - 1);
    }
}

/* Takes marks and stances over. */
static PlumbEvaluation *
create (PlumbPathway *pathway,
        const PlumbValue *answers,
        const GDate *visit,
        PlumbBodyMarks *marks,
        PlumbStances *stances)
{
  PlumbEvaluation *self = g_new0 (PlumbEvaluation, 1);

  g_atomic_ref_count_init (&self->references);
  self->pathway = plumb_pathway_ref (pathway);
  self->visit = *visit;
  self->marks = marks;
  self->stances = stances;
  self->slots = g_new0 (PlumbValue, pathway->n_slots);
  self->nodes = g_malloc0 (pathway->lists[PLUMB_KIND_NODE]->len + pathway->exits->len);
  self->exits = self->nodes + pathway->lists[PLUMB_KIND_NODE]->len;
  memcpy (self->slots, answers, pathway->lists[PLUMB_KIND_FINDING]->len * sizeof (PlumbValue));
  keep_texts (self);
  plumb_evaluation_compute (self);

  return self;
}

/**
 * plumb_evaluation_new:
 * @pathway: a pathway
 * @answers: one value a finding, in the order of the findings
 * @today: the day of the visit where none is answered
 *
 * Works out what the pathway says to these answers.
 *
 * Returns: (transfer full): an immutable snapshot
 */
PlumbEvaluation *
plumb_evaluation_new (PlumbPathway *pathway, const PlumbValue *answers, const GDate *today)
{
  g_return_val_if_fail (pathway != NULL && answers != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  return create (pathway, answers, today, plumb_body_marks_new (pathway),
                 plumb_stances_new (pathway));
}

PlumbEvaluation *
plumb_evaluation_new_for_consultation (PlumbConsultation *consultation)
{
  GDate visit;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (consultation), NULL);

  plumb_consultation_get_visit_date (consultation, &visit);

  return create (plumb_consultation_get_pathway (consultation),
                 plumb_consultation_get_answers (consultation), &visit,
                 plumb_body_marks_ref (plumb_consultation_get_marks (consultation)),
                 plumb_stances_ref (plumb_consultation_get_stances (consultation)));
}

/* Weeks that are given count from now on, and no longer the first day of pain; without that day
 * the weeks that were counted from it are not known any more. */
static void
put_answers (const PlumbPathway *pathway,
             PlumbValue *values,
             const PlumbAnswer *answers,
             gsize n_answers)
{
  const PlumbFinding *onset = pathway->roles[PLUMB_ROLE_ONSET_DATE];
  const PlumbFinding *weeks = pathway->roles[PLUMB_ROLE_WEEKS_SINCE_ONSET];

  for (gsize i = 0; i < n_answers; i++)
    if (onset != NULL && answers[i].finding == weeks)
      values[onset->index] = plumb_value_null ();
    else if (weeks != NULL && answers[i].finding == onset
             && values[onset->index].type != PLUMB_VALUE_NULL)
      values[weeks->index] = plumb_value_null ();
  for (gsize i = 0; i < n_answers; i++)
    values[answers[i].finding->index] = answers[i].value;
}

/**
 * plumb_evaluation_new_with_answers:
 * @self: an evaluation
 * @answers: (array length=n_answers): answers that are tried, each fit for its finding
 * @n_answers: how many
 *
 * Works out what the pathway would say if these answers were given as well, or in
 * place of others; a null value takes an answer back. Where weeks since onset are
 * tried, they count and not the first day of pain.
 *
 * Returns: (transfer full): an immutable snapshot, with the marks and stances of @self
 */
PlumbEvaluation *
plumb_evaluation_new_with_answers (const PlumbEvaluation *self,
                                   const PlumbAnswer *answers,
                                   gsize n_answers)
{
  g_autofree PlumbValue *values = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  values = g_memdup2 (self->slots, self->pathway->n_slots * sizeof (PlumbValue));
  put_answers (self->pathway, values, answers, n_answers);

  return create (self->pathway, values, &self->visit, plumb_body_marks_ref (self->marks),
                 plumb_stances_ref (self->stances));
}

PlumbEvaluation *
plumb_evaluation_new_trial (const PlumbEvaluation *base)
{
  PlumbEvaluation *trial = plumb_evaluation_new_with_answers (base, NULL, 0);

  g_clear_pointer (&trial->texts, g_ptr_array_unref);
  plumb_evaluation_try (trial, base, NULL, 0);

  return trial;
}

void
plumb_evaluation_try (PlumbEvaluation *trial,
                      const PlumbEvaluation *base,
                      const PlumbAnswer *answers,
                      gsize n_answers)
{
  guint n_findings = trial->pathway->lists[PLUMB_KIND_FINDING]->len;

  memcpy (trial->slots, base->slots, n_findings * sizeof (PlumbValue));
  trial->visit = base->visit;
  put_answers (trial->pathway, trial->slots, answers, n_answers);
  plumb_evaluation_compute (trial);
}

PlumbEvaluation *
plumb_evaluation_ref (PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_evaluation_unref (PlumbEvaluation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  plumb_pathway_unref (self->pathway);
  plumb_body_marks_unref (self->marks);
  plumb_stances_unref (self->stances);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_free (self->slots);
  g_free (self->nodes);
  g_free (self);
}

/* ---- what it says ----------------------------------------------------------------------- */

PlumbPathway *
plumb_evaluation_get_pathway (const PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pathway;
}

/* Returns: (transfer none): what is marked on the body map; nothing where only answers were given */
PlumbBodyMarks *
plumb_evaluation_get_marks (const PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->marks;
}

PlumbStances *
plumb_evaluation_get_stances (const PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stances;
}

/* date: (out): the day from which reviews are counted */
void
plumb_evaluation_get_visit_date (const PlumbEvaluation *self, GDate *date)
{
  g_return_if_fail (self != NULL && date != NULL);

  *date = self->visit;
}

/* Returns: true when the box is reached, unknown when it is open, false when it is ruled out */
PlumbTruth
plumb_evaluation_get_node (const PlumbEvaluation *self, const PlumbNode *node)
{
  g_return_val_if_fail (self != NULL && node != NULL, PLUMB_UNKNOWN);

  return (PlumbTruth) self->nodes[node->index];
}

PlumbTruth
plumb_evaluation_get_exit (const PlumbEvaluation *self, const PlumbExit *exit)
{
  g_return_val_if_fail (self != NULL && exit != NULL, PLUMB_UNKNOWN);

  return (PlumbTruth) self->exits[exit->index];
}

/* Returns: true exactly when the advice is in force */
PlumbTruth
plumb_evaluation_get_recommendation (const PlumbEvaluation *self,
                                     const PlumbRecommendation *recommendation)
{
  g_return_val_if_fail (self != NULL && recommendation != NULL, PLUMB_UNKNOWN);

  return plumb_value_get_truth (&self->slots[recommendation->slot]);
}

/* Returns: the same for one action that carries the advice */
PlumbTruth
plumb_evaluation_get_advice (const PlumbEvaluation *self, const PlumbAdvice *advice)
{
  PlumbTruth reached;

  g_return_val_if_fail (self != NULL && advice != NULL, PLUMB_UNKNOWN);

  reached = self->nodes[advice->node->index];
  if (reached == PLUMB_FALSE || advice->condition == NULL)
    return reached;

  return MIN (reached, plumb_expression_evaluate_truth (advice->condition, self->slots));
}

static gboolean
is_current (const PlumbEvaluation *self, const PlumbNode *node)
{
  if (node->kind != PLUMB_NODE_DECISION || self->nodes[node->index] != PLUMB_TRUE)
    return FALSE;
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (self->exits[exit->index] == PLUMB_UNKNOWN)
        return TRUE;
    }

  return FALSE;
}

static PlumbStanding
truth_to_standing (PlumbTruth truth)
{
  switch (truth)
    {
    case PLUMB_TRUE:
      return PLUMB_STANDING_TAKEN;
    case PLUMB_FALSE:
      return PLUMB_STANDING_RULED_OUT;
    case PLUMB_UNKNOWN:
    default:
      return PLUMB_STANDING_OPEN;
    }
}

PlumbStanding
plumb_evaluation_get_node_standing (const PlumbEvaluation *self, const PlumbNode *node)
{
  g_return_val_if_fail (self != NULL && node != NULL, PLUMB_STANDING_OPEN);

  return is_current (self, node) ? PLUMB_STANDING_CURRENT
                                 : truth_to_standing ((PlumbTruth) self->nodes[node->index]);
}

PlumbStanding
plumb_evaluation_get_exit_standing (const PlumbEvaluation *self, const PlumbExit *exit)
{
  g_return_val_if_fail (self != NULL && exit != NULL, PLUMB_STANDING_OPEN);

  return truth_to_standing ((PlumbTruth) self->exits[exit->index]);
}

PlumbStanding
plumb_evaluation_get_stage_standing (const PlumbEvaluation *self, const PlumbStage *stage)
{
  PlumbTruth reached = PLUMB_FALSE;

  g_return_val_if_fail (self != NULL && stage != NULL, PLUMB_STANDING_OPEN);

  for (guint i = 0; i < stage->nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (stage->nodes, i);

      if (is_current (self, node))
        return PLUMB_STANDING_CURRENT;
      reached = MAX (reached, (PlumbTruth) self->nodes[node->index]);
    }

  return truth_to_standing (reached);
}

const PlumbValue *
plumb_evaluation_get_answer (const PlumbEvaluation *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (self != NULL && finding != NULL, NULL);

  return &self->slots[finding->index];
}

const PlumbValue *
plumb_evaluation_get_term (const PlumbEvaluation *self, const PlumbTerm *term)
{
  g_return_val_if_fail (self != NULL && term != NULL, NULL);

  return &self->slots[term->slot];
}

GPtrArray *
plumb_evaluation_list_taken (const PlumbEvaluation *self)
{
  GPtrArray *taken = g_ptr_array_new ();
  const GPtrArray *nodes;

  g_return_val_if_fail (self != NULL, taken);

  nodes = self->pathway->lists[PLUMB_KIND_NODE];
  for (guint i = 0; i < nodes->len; i++)
    if (self->nodes[i] == PLUMB_TRUE)
      g_ptr_array_add (taken, g_ptr_array_index (nodes, i));

  return taken;
}

GPtrArray *
plumb_evaluation_list_current (const PlumbEvaluation *self)
{
  GPtrArray *current = g_ptr_array_new ();
  const GPtrArray *nodes;

  g_return_val_if_fail (self != NULL, current);

  nodes = self->pathway->lists[PLUMB_KIND_NODE];
  for (guint i = 0; i < nodes->len; i++)
    if (is_current (self, g_ptr_array_index (nodes, i)))
      g_ptr_array_add (current, g_ptr_array_index (nodes, i));

  return current;
}

/**
 * plumb_evaluation_get_urgency:
 * @self: an evaluation
 * @recommendation: an advice
 *
 * One advice can stand in several actions of which one has less time than another: a
 * scan for a suspected fracture is not the emergency that it is for cauda equina.
 *
 * Returns: how soon the advice must be followed by these answers
 */
PlumbUrgency
plumb_evaluation_get_urgency (const PlumbEvaluation *self,
                              const PlumbRecommendation *recommendation)
{
  gboolean in_force = FALSE;
  PlumbUrgency urgency = PLUMB_URGENCY_ROUTINE;

  g_return_val_if_fail (self != NULL && recommendation != NULL, PLUMB_URGENCY_ROUTINE);

  for (guint i = 0; i < recommendation->carriers->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, i);

      if (plumb_evaluation_get_advice (self, advice) != PLUMB_TRUE)
        continue;
      in_force = TRUE;
      if (advice->urgency < urgency)
        urgency = advice->urgency;
    }

  return in_force ? urgency : recommendation->urgency;
}

static int
compare_advice (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlumbRecommendation *first = *(const PlumbRecommendation *const *) a;
  const PlumbRecommendation *second = *(const PlumbRecommendation *const *) b;
  PlumbUrgency first_urgency = plumb_evaluation_get_urgency (data, first);
  PlumbUrgency second_urgency = plumb_evaluation_get_urgency (data, second);

  if (first_urgency != second_urgency)
    return (int) first_urgency - (int) second_urgency;
  if (first->strength != second->strength)
    return (int) first->strength - (int) second->strength;

  return (int) first->index - (int) second->index;
}

GPtrArray *
plumb_evaluation_list_advice (const PlumbEvaluation *self)
{
  GPtrArray *advice = g_ptr_array_new ();
  const GPtrArray *recommendations;

  g_return_val_if_fail (self != NULL, advice);

  recommendations = self->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  for (guint i = 0; i < recommendations->len; i++)
    {
      PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      if (plumb_evaluation_get_recommendation (self, recommendation) == PLUMB_TRUE)
        g_ptr_array_add (advice, recommendation);
    }
  g_ptr_array_sort_with_data (advice, compare_advice, (gpointer) self);

  return advice;
}

/**
 * plumb_evaluation_test:
 * @self: an evaluation
 * @condition: (nullable): a Boolean expression of its pathway
 *
 * Returns: what it comes to with these answers; %NULL, for no condition, is true
 */
PlumbTruth
plumb_evaluation_test (const PlumbEvaluation *self, const PlumbExpression *condition)
{
  g_return_val_if_fail (self != NULL, PLUMB_UNKNOWN);

  return condition != NULL ? plumb_expression_evaluate_truth (condition, self->slots) : PLUMB_TRUE;
}

GPtrArray *
plumb_evaluation_list_warnings (const PlumbEvaluation *self)
{
  GPtrArray *warnings = g_ptr_array_new ();
  const GPtrArray *known;

  g_return_val_if_fail (self != NULL, warnings);

  known = self->pathway->lists[PLUMB_KIND_WARNING];
  for (guint i = 0; i < known->len; i++)
    {
      const PlumbWarning *warning = g_ptr_array_index (known, i);

      if (plumb_expression_evaluate_truth (warning->condition, self->slots) == PLUMB_TRUE)
        g_ptr_array_add (warnings, (gpointer) warning);
    }

  return warnings;
}

static gboolean
add_days (const PlumbEvaluation *self, const PlumbExpression *days, GDate *date)
{
  PlumbValue value;
  gint64 julian;

  plumb_expression_evaluate (days, self->slots, &value);
  if (value.type != PLUMB_VALUE_INTEGER)
    return FALSE;
  julian = (gint64) g_date_get_julian (&self->visit) + value.integer;
  if (julian < 1 || julian > G_MAXINT32)
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) julian);

  return TRUE;
}

/**
 * plumb_evaluation_get_review:
 * @self: an evaluation
 * @recommendation: an advice
 * @earliest: (out): the first day for the review
 * @due: (out): the last day for it; never before the visit
 *
 * Returns: whether the advice names a review whose days are known
 */
gboolean
plumb_evaluation_get_review (const PlumbEvaluation *self,
                             const PlumbRecommendation *recommendation, GDate *earliest,
                             GDate *due)
{
  g_return_val_if_fail (self != NULL && recommendation != NULL, FALSE);
  g_return_val_if_fail (earliest != NULL && due != NULL, FALSE);

  return recommendation->review_due != NULL
         && add_days (self, recommendation->review_earliest, earliest)
         && add_days (self, recommendation->review_due, due);
}
