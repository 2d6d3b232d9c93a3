/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-candidates.h"
#include "plumb-evaluation-private.h"

#include <string.h>

/*
 * Which question comes next: safety first, then the one after which the fewest
 * are expected to be left, as long as that is worth leaving the order of the chart
 * in which a clinician thinks. What is asked together, on one card or as one
 * score, is one question; each of its answers is tried on the whole chart.
 */

/* How many questions one must be expected to save more than the next one in the chart. */
#define WORTH_A_JUMP 1.0

typedef struct
{
  PlumbEvaluation *trial; /* answers are tried on it */
  const PlumbEvaluation *evaluation;
  PlumbCandidates *candidates;
  guint8 *seen;     /* findings and terms walked already, by slot */
  GPtrArray *found; /* PlumbFinding, in the order in which the chart waits for them */
  gboolean settled; /* also what could still turn a guard that has a value */
} PlumbNext;

/* What is asked in one go. */
typedef struct
{
  GPtrArray *findings; /* PlumbFinding, those that are waited for */
  const PlumbCard *card;
  PlumbUrgency urgency; /* of the most urgent advice that one of its answers brings */
  double left;          /* questions expected to be left behind it */
  guint order;          /* in the chart */
} PlumbUnit;

/* ---- what a state of the chart waits for ------------------------------------------------ */

static void
note_open (guint slot, gpointer data)
{
  PlumbNext *self = data;
  PlumbPathway *pathway = self->trial->pathway;
  const PlumbFinding *finding = plumb_pathway_get_slot_finding (pathway, slot);
  const PlumbTerm *term = plumb_pathway_get_slot_term (pathway, slot);
  guint index = finding != NULL ? finding->index : slot;

  if (self->seen[index])
    return;
  self->seen[index] = TRUE;
  if (finding != NULL && self->trial->slots[index].type == PLUMB_VALUE_NULL)
    g_ptr_array_add (self->found, (gpointer) finding);
  else if (term != NULL)
    plumb_expression_foreach_open (term->expression, self->trial->slots, self->settled, note_open,
                                   self);
}

static void
note_expression (PlumbNext *self, const PlumbExpression *expression)
{
  if (expression != NULL)
    plumb_expression_foreach_open (expression, self->trial->slots, self->settled, note_open, self);
}

static void
note_node (PlumbNext *self, const PlumbNode *node)
{
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (self->settled || self->trial->exits[exit->index] == PLUMB_UNKNOWN)
        note_expression (self, exit->guard);
    }
  for (guint i = 0; i < node->advices->len; i++)
    note_expression (self, ((const PlumbAdvice *) g_ptr_array_index (node->advices, i))->condition);
}

/* Boxes that are reached at least as surely as that. */
static void
note_nodes (PlumbNext *self, PlumbTruth reached, gboolean decisions)
{
  const GPtrArray *nodes = self->trial->pathway->lists[PLUMB_KIND_NODE];

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      if ((PlumbTruth) self->trial->nodes[i] >= reached
          && (node->kind == PLUMB_NODE_DECISION) == decisions)
        note_node (self, node);
    }
}

static void
note_reached (PlumbNext *self, gboolean decisions)
{
  note_nodes (self, PLUMB_TRUE, decisions);
}

/* A term that has a value was passed by: it may still turn when what is settled is looked at. */
static void
forget_terms (PlumbNext *self)
{
  const PlumbPathway *pathway = self->trial->pathway;

  memset (self->seen + pathway->days_slot + 1, 0, pathway->lists[PLUMB_KIND_TERM]->len);
}

/* ---- questions as they are asked -------------------------------------------------------- */

/* Where a finding is asked: the address of its card or score, or its own. */
static gconstpointer
get_place (const PlumbFinding *finding)
{
  if (finding->score != NULL)
    return finding->score;

  return finding->card != NULL ? (gconstpointer) finding->card : finding;
}

/* Of all decisions that are not ruled out: what an answer opens is no reason to put it off. */
static guint
count_left (PlumbNext *self)
{
  guint n = 0;

  g_ptr_array_set_size (self->found, 0);
  memset (self->seen, 0, self->trial->pathway->n_slots);
  note_nodes (self, PLUMB_UNKNOWN, TRUE);
  for (guint i = 0; i < self->found->len; i++)
    {
      gconstpointer place = get_place (g_ptr_array_index (self->found, i));
      gboolean is_new = TRUE;

      for (guint j = 0; j < i && is_new; j++)
        is_new = get_place (g_ptr_array_index (self->found, j)) != place;
      n += is_new;
    }

  return n;
}

static PlumbUrgency
get_urgency (const PlumbEvaluation *evaluation)
{
  const GPtrArray *all = evaluation->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  PlumbUrgency urgency = PLUMB_URGENCY_ROUTINE;

  for (guint i = 0; i < all->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (all, i);

      if (plumb_evaluation_get_recommendation (evaluation, recommendation) == PLUMB_TRUE)
        urgency = MIN (urgency, plumb_evaluation_get_urgency (evaluation, recommendation));
    }

  return urgency;
}

/* One answer, with the other lines of its card unremarkable. */
static void
try_answer (PlumbNext *self, const PlumbUnit *unit, const PlumbFinding *finding, PlumbValue value)
{
  PlumbAnswer answers[PLUMB_MAX_CANDIDATES];
  const PlumbValue *slots = self->evaluation->slots;
  guint n = 0;

  for (guint i = 0; unit->card != NULL && i < unit->card->findings->len; i++)
    {
      const PlumbFinding *line = g_ptr_array_index (unit->card->findings, i);

      if (line != finding && n < G_N_ELEMENTS (answers) - 1
          && slots[line->index].type == PLUMB_VALUE_NULL
          && plumb_finding_may_be_normal (line, slots)
          && (line->follows != finding || plumb_finding_is_normal (finding, &value)))
        answers[n++] = (PlumbAnswer){ line, line->normal };
    }
  answers[n++] = (PlumbAnswer){ finding, value };
  plumb_evaluation_try (self->trial, self->evaluation, answers, n);
}

static double
weigh_finding (PlumbNext *self, PlumbUnit *unit, const PlumbFinding *finding)
{
  const GArray *values = plumb_candidates_get (self->candidates, finding);
  double sum = 0;

  for (guint i = 0; i < values->len; i++)
    {
      try_answer (self, unit, finding, g_array_index (values, PlumbCandidate, i).value);
      sum += count_left (self);
      unit->urgency = MIN (unit->urgency, get_urgency (self->trial));
    }

  return values->len > 0 ? sum / values->len : G_MAXUINT;
}

/* Every value is as likely as every other: nobody knows better. */
static void
weigh (PlumbNext *self, PlumbUnit *unit)
{
  double sum = 0;

  for (guint i = 0; i < unit->findings->len; i++)
    sum += weigh_finding (self, unit, g_ptr_array_index (unit->findings, i));
  unit->left = sum / unit->findings->len;
}

/* What must be known today. */
static gboolean
is_pressing (const PlumbUnit *unit)
{
  return unit->urgency <= PLUMB_URGENCY_SAME_DAY;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const PlumbUnit *first = *(const PlumbUnit *const *) a;
  const PlumbUnit *second = *(const PlumbUnit *const *) b;

  if ((is_pressing (first) || is_pressing (second)) && first->urgency != second->urgency)
    return (int) first->urgency - (int) second->urgency;

  return (int) first->order - (int) second->order;
}

/* Brings one of the questions from a place on to that place: the next one in the chart, unless
 * another saves enough to be worth a jump to another part of it. */
static void
promote (GPtrArray *units, guint place)
{
  const PlumbUnit *next = g_ptr_array_index (units, place);
  guint best = place;

  for (guint i = place + 1; i < units->len; i++)
    {
      const PlumbUnit *unit = g_ptr_array_index (units, i);
      const PlumbUnit *so_far = g_ptr_array_index (units, best);

      if (is_pressing (next) && unit->urgency != next->urgency)
        break;
      if (unit->left < so_far->left && unit->left < next->left - WORTH_A_JUMP)
        best = i;
    }
  g_ptr_array_insert (units, (int) place, g_ptr_array_steal_index (units, best));
}

static void
free_unit (gpointer data)
{
  PlumbUnit *unit = data;

  g_ptr_array_unref (unit->findings);
  g_free (unit);
}

static GPtrArray *
group_units (GPtrArray *findings)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (free_unit);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      PlumbUnit *unit = g_hash_table_lookup (places, get_place (finding));

      if (unit == NULL)
        {
          unit = g_new0 (PlumbUnit, 1);
          unit->findings = g_ptr_array_new ();
          unit->card = finding->card;
          unit->urgency = PLUMB_URGENCY_ROUTINE;
          unit->order = i;
          g_ptr_array_add (units, unit);
          g_hash_table_insert (places, (gpointer) get_place (finding), unit);
        }
      g_ptr_array_add (unit->findings, (gpointer) finding);
    }

  return units;
}

/* Puts the findings in the order in which they are best asked. */
static GPtrArray *
sort_questions (PlumbNext *self, GPtrArray *findings)
{
  GPtrArray *sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) units = group_units (findings);

  for (guint i = 0; units->len > 1 && i < units->len; i++)
    weigh (self, g_ptr_array_index (units, i));
  g_ptr_array_sort (units, compare_units);
  for (guint i = 0; i < units->len; i++)
    promote (units, i);
  for (guint i = 0; i < units->len; i++)
    {
      const PlumbUnit *unit = g_ptr_array_index (units, i);

      for (guint j = 0; j < unit->findings->len; j++)
        g_ptr_array_add (sorted, g_ptr_array_index (unit->findings, j));
    }

  return sorted;
}

/* ---- the list --------------------------------------------------------------------------- */

static GPtrArray *
list_waiting (PlumbNext *self, guint *n_deciding)
{
  GPtrArray *waiting = g_ptr_array_new ();

  self->found = waiting;
  note_reached (self, TRUE);
  *n_deciding = waiting->len;
  note_reached (self, FALSE);
  forget_terms (self);
  self->settled = TRUE;
  note_reached (self, TRUE);
  note_reached (self, FALSE);
  self->settled = FALSE;
  self->found = NULL;

  return waiting;
}

static void
choose (PlumbEvaluation *self)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->pathway->n_slots);
  g_autoptr (PlumbEvaluation) trial = plumb_evaluation_new_trial (self);
  g_autoptr (GPtrArray) deciding = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) waiting = NULL;
  PlumbNext next = { .trial = trial, .evaluation = self, .seen = seen };

  waiting = list_waiting (&next, &self->n_deciding);
  for (guint i = 0; i < self->n_deciding; i++)
    g_ptr_array_add (deciding, g_ptr_array_index (waiting, i));
  next.found = found;
  next.candidates = plumb_candidates_new (self);
  self->questions = sort_questions (&next, deciding);
  plumb_candidates_free (next.candidates);
  for (guint i = self->n_deciding; i < waiting->len; i++)
    g_ptr_array_add (self->questions, g_ptr_array_index (waiting, i));
}

/* The order is worked out when it is first asked for; that changes nothing that can be seen. */
static const GPtrArray *
get_questions (const PlumbEvaluation *self)
{
  if (self->questions == NULL)
    choose ((PlumbEvaluation *) self);

  return self->questions;
}

/**
 * plumb_evaluation_list_questions:
 * @self: an evaluation
 *
 * First what the current decisions wait for: what may bring urgent advice before
 * all else, the most urgent first, so that the red flags come before everything;
 * then, in the order of the chart, unless another one is expected to leave fewer
 * questions by more than one. What one card or score asks
 * stands together. Behind that, in the order of the chart, what the conditions of
 * reached actions wait for, and last what was never asked and could still turn an
 * exit or a condition that holds for want of an answer.
 *
 * Returns: (transfer container) (element-type PlumbFinding): the unanswered
 *   findings, the one to ask next first
 */
GPtrArray *
plumb_evaluation_list_questions (const PlumbEvaluation *self)
{
  GPtrArray *copy = g_ptr_array_new ();
  const GPtrArray *questions;

  g_return_val_if_fail (self != NULL, copy);

  questions = get_questions (self);
  for (guint i = 0; i < questions->len; i++)
    g_ptr_array_add (copy, g_ptr_array_index (questions, i));

  return copy;
}

/**
 * plumb_evaluation_count_deciding_questions:
 * @self: an evaluation
 *
 * Returns: how many of plumb_evaluation_list_questions(), from the first, the
 *   current decisions wait for; 0 where every decision that is reached is settled
 */
guint
plumb_evaluation_count_deciding_questions (const PlumbEvaluation *self)
{
  g_return_val_if_fail (self != NULL, 0);

  get_questions (self);

  return self->n_deciding;
}
