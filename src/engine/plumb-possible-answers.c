/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-what-if.h"

#include "plumb-evaluation-private.h"
#include "plumb-words.h"

#include <string.h>

/* Every value of every finding that makes a difference is tried; those that change
 * the advice in the same way are put together, and the effects are put in order. */

struct _PlumbPossibleAnswers
{
  PlumbCandidates *candidates;
  GArray *list; /* PlumbPossibleAnswer */
};

/* What is in force, and how urgent: a byte an advice. */
typedef guint8 *PlumbPlan;

static void
write_plan (const PlumbEvaluation *evaluation, PlumbPlan plan)
{
  const GPtrArray *all = evaluation->pathway->lists[PLUMB_KIND_RECOMMENDATION];

  for (guint i = 0; i < all->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (all, i);

      plan[i] = plumb_value_get_truth (&evaluation->slots[recommendation->slot]) == PLUMB_TRUE
                    ? 1 + plumb_evaluation_get_urgency (evaluation, recommendation)
                    : 0;
    }
}

/* ---- trying ----------------------------------------------------------------------------- */

typedef struct
{
  PlumbPossibleAnswers *self;
  PlumbEvaluation *evaluation;
  PlumbEvaluation *trial;
  guint n_advice;
  PlumbPlan now;
  PlumbPlan plans; /* of the candidates of one finding, one behind the other */
} PlumbTrying;

static PlumbPlan
get_plan (const PlumbTrying *trying, guint candidate)
{
  return trying->plans + (gsize) candidate * trying->n_advice;
}

static void
add_answer (PlumbTrying *trying, const PlumbFinding *finding, guint first, PlumbCandidateSet set)
{
  const GArray *values = plumb_candidates_get (trying->self->candidates, finding);
  PlumbAnswer answer = { finding, g_array_index (values, PlumbCandidate, first).value };
  PlumbPossibleAnswer possible = { finding, set, NULL };

  possible.effect = plumb_what_if_new (trying->evaluation, &answer, 1, NULL);
  /* Nobody could give it, such as a number out of bounds. */
  if (possible.effect != NULL)
    g_array_append_val (trying->self->list, possible);
}

static void
group_candidates (PlumbTrying *trying, const PlumbFinding *finding, guint n_values)
{
  PlumbCandidateSet told = 0;

  for (guint i = 0; i < n_values; i++)
    {
      PlumbCandidateSet set = 0;

      if ((told >> i & 1) != 0 || memcmp (get_plan (trying, i), trying->now, trying->n_advice) == 0)
        continue;
      for (guint j = i; j < n_values; j++)
        if (memcmp (get_plan (trying, i), get_plan (trying, j), trying->n_advice) == 0)
          set |= G_GUINT64_CONSTANT (1) << j;
      told |= set;
      add_answer (trying, finding, i, set);
    }
}

static void
try_finding (PlumbTrying *trying, const PlumbFinding *finding)
{
  const GArray *values = plumb_candidates_get (trying->self->candidates, finding);

  for (guint i = 0; i < values->len; i++)
    {
      PlumbAnswer answer = { finding, g_array_index (values, PlumbCandidate, i).value };

      plumb_evaluation_try (trying->trial, trying->evaluation, &answer, 1);
      write_plan (trying->trial, get_plan (trying, i));
    }
  group_candidates (trying, finding, values->len);
}

/* ---- order ------------------------------------------------------------------------------ */

/* What is to be done or left undone counts more than what is to be considered or told. */
static guint
weigh_advice (const PlumbRecommendation *recommendation)
{
  switch (recommendation->strength)
    {
    case PLUMB_STRENGTH_DO:
    case PLUMB_STRENGTH_AVOID:
      return 3;
    case PLUMB_STRENGTH_CAUTION:
    case PLUMB_STRENGTH_CONSIDER:
      return 2;
    case PLUMB_STRENGTH_INFORM:
    default:
      return 1;
    }
}

static guint
weigh_effect (const PlumbWhatIf *effect)
{
  GPtrArray *added = plumb_what_if_get_added (effect);
  GPtrArray *removed = plumb_what_if_get_removed (effect);
  GArray *changes = plumb_what_if_get_urgency_changes (effect);
  guint weight = 0;

  for (guint i = 0; i < added->len; i++)
    weight += weigh_advice (g_ptr_array_index (added, i));
  for (guint i = 0; i < removed->len; i++)
    weight += weigh_advice (g_ptr_array_index (removed, i));
  for (guint i = 0; i < changes->len; i++)
    weight += weigh_advice (g_array_index (changes, PlumbUrgencyChange, i).recommendation);

  return weight;
}

static gboolean
is_answered (const PlumbPossibleAnswer *possible)
{
  return plumb_evaluation_get_answer (plumb_what_if_get_before (possible->effect),
                                      possible->finding)
             ->type
         != PLUMB_VALUE_NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const PlumbPossibleAnswer *first = a;
  const PlumbPossibleAnswer *second = b;
  PlumbUrgency first_urgency = plumb_what_if_get_urgency (first->effect);
  PlumbUrgency second_urgency = plumb_what_if_get_urgency (second->effect);
  guint first_weight = weigh_effect (first->effect);
  guint second_weight = weigh_effect (second->effect);

  if (is_answered (first) != is_answered (second))
    return is_answered (first) ? 1 : -1;
  if (first_urgency != second_urgency)
    return (int) first_urgency - (int) second_urgency;
  if (first_weight != second_weight)
    return first_weight > second_weight ? -1 : 1;
  if (first->finding != second->finding)
    return (int) first->finding->index - (int) second->finding->index;

  return first->answers < second->answers ? -1 : 1;
}

/* ---- the list --------------------------------------------------------------------------- */

/**
 * plumb_possible_answers_new:
 * @evaluation: what the pathway says now
 *
 * Lists each single answer that would change the advice in force: what nobody has
 * asked before what would have to be answered in another way; within both what
 * brings or removes the most urgent advice first, then what changes the most.
 *
 * Returns: (transfer full): the list
 */
PlumbPossibleAnswers *
plumb_possible_answers_new (PlumbEvaluation *evaluation)
{
  g_autoptr (PlumbEvaluation) trial = NULL;
  g_autofree PlumbPlan now = NULL;
  g_autofree PlumbPlan plans = NULL;
  PlumbPossibleAnswers *self;
  PlumbTrying trying = { 0 };
  const GPtrArray *findings;

  g_return_val_if_fail (evaluation != NULL, NULL);

  self = g_new0 (PlumbPossibleAnswers, 1);
  self->candidates = plumb_candidates_new (evaluation);
  self->list = g_array_new (FALSE, FALSE, sizeof (PlumbPossibleAnswer));
  trying.self = self;
  trying.evaluation = evaluation;
  trying.trial = trial = plumb_evaluation_new_trial (evaluation);
  trying.n_advice = evaluation->pathway->lists[PLUMB_KIND_RECOMMENDATION]->len;
  trying.now = now = g_malloc0 (trying.n_advice + 1);
  trying.plans = plans = g_malloc0 ((gsize) (trying.n_advice + 1) * PLUMB_MAX_CANDIDATES);
  write_plan (evaluation, now);
  findings = evaluation->pathway->lists[PLUMB_KIND_FINDING];
  for (guint i = 0; i < findings->len; i++)
    try_finding (&trying, g_ptr_array_index (findings, i));
  g_array_sort (self->list, compare);

  return self;
}

void
plumb_possible_answers_free (PlumbPossibleAnswers *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->list->len; i++)
    plumb_what_if_unref (g_array_index (self->list, PlumbPossibleAnswer, i).effect);
  g_array_unref (self->list);
  plumb_candidates_free (self->candidates);
  g_free (self);
}

guint
plumb_possible_answers_get_length (const PlumbPossibleAnswers *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->list->len;
}

const PlumbPossibleAnswer *
plumb_possible_answers_get (const PlumbPossibleAnswers *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->list->len, NULL);

  return &g_array_index (self->list, PlumbPossibleAnswer, i);
}

const PlumbCandidates *
plumb_possible_answers_get_candidates (const PlumbPossibleAnswers *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->candidates;
}

/**
 * plumb_possible_answers_phrase:
 * @self: a list
 * @i: a place in it
 * @language: (nullable): as plumb_text_get() takes it
 *
 * Returns: (transfer full): the finding and the answers to it, such as "Weeks
 *   since onset: 8 or more"
 */
char *
plumb_possible_answers_phrase (const PlumbPossibleAnswers *self, guint i, const char *language)
{
  const PlumbPossibleAnswer *possible = plumb_possible_answers_get (self, i);
  g_autofree char *answers = NULL;

  g_return_val_if_fail (possible != NULL, NULL);

  answers
      = plumb_candidates_phrase (self->candidates, possible->finding, possible->answers, language);

  /* Translators: the label of a finding, and an answer to it. */
  return g_strdup_printf (plumb_words_in (language, "finding", "%1$s: %2$s"),
                          plumb_text_get (possible->finding->label, language), answers);
}
