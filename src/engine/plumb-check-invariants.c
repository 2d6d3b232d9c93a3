/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pathway promises. */

#include "plumb-check-private.h"

#include <glib/gi18n-lib.h>

static PlumbDiagram
is_in_force (PlumbChecker *self, const PlumbRecommendation *recommendation)
{
  return plumb_diagrams_is_true (self->diagrams, self->slots[recommendation->slot]);
}

/* ---- invariants ------------------------------------------------------------------------- */

/* finding: whose answer takes the advice back, or NULL */
static const PlumbAccepted *
find_exception (const PlumbInvariant *invariant,
                const PlumbRecommendation *recommendation,
                const PlumbFinding *finding)
{
  for (guint i = 0; i < invariant->accepted->len; i++)
    {
      const PlumbAccepted *accepted = g_ptr_array_index (invariant->accepted, i);

      if (accepted->advice == recommendation
          && (finding == NULL || accepted->findings->len == 0
              || g_ptr_array_find (accepted->findings, finding, NULL)))
        return accepted;
    }

  return NULL;
}

/* Where somebody has let advice off, it is found all the same, and told as accepted. */
static PlumbDiagnostic *
report_broken (PlumbChecker *self,
               guint number,
               const PlumbInvariant *invariant,
               const PlumbRecommendation *recommendation,
               const PlumbFinding *finding,
               PlumbDiagram problem)
{
  const PlumbElement *element = plumb_checker_find (self, "invariants/invariant", invariant->index);
  const char *text = plumb_text_get (invariant->text, NULL);
  const PlumbAccepted *accepted = find_exception (invariant, recommendation, finding);
  PlumbDiagnostic *found;

  if (accepted != NULL)
    found = plumb_checker_report (
        self, number, plumb_checker_find (self, "invariants/accepted", accepted->index), NULL,
        /* Translators: a promise of the pathway, an advice, and why it is let off */
        _ ("“%s” does not hold for “%s”; accepted, because %s"), text, recommendation->id,
        plumb_text_get (accepted->reason, NULL));
  else
    found
        = plumb_checker_report (self, number, element, NULL,
                                number == 401   ? _ ("“%s” is broken: “%s” is in force.")
                                : number == 402 ? _ ("“%s” is broken: “%s” is not in force.")
                                : number == 403 ? _ ("“%s” is broken: “%s” disappears.")
                                                : _ ("“%s” is broken: “%s” rests on the unknown."),
                                text, recommendation->id);
  found->severity = accepted ? PLUMB_SEVERITY_ACCEPTED : PLUMB_SEVERITY_PROBLEM;
  found->recommendation = recommendation;
  plumb_checker_add_witness (self, found, problem);

  return found;
}

/* The patient for whom the promise is broken: of the first condition that breaks it. */
static PlumbDiagram
find_broken (PlumbChecker *self,
             guint number,
             const PlumbRecommendation *recommendation,
             const PlumbDiagram *conditions,
             guint n_conditions)
{
  PlumbDiagram in_force = is_in_force (self, recommendation);
  PlumbDiagram wrong = number == 401 ? in_force : plumb_diagrams_not (self->diagrams, in_force);
  PlumbDiagram problem = PLUMB_DIAGRAM_FALSE;

  for (guint i = 0; i < n_conditions && problem == PLUMB_DIAGRAM_FALSE; i++)
    problem = plumb_diagrams_and (self->diagrams, conditions[i], wrong);

  return problem;
}

/* One broken condition may let a hundred advices through: the first is told, the others counted. */
static void
check_list (PlumbChecker *self,
            guint number,
            const PlumbInvariant *invariant,
            const GPtrArray *list,
            const PlumbDiagram *conditions,
            guint n_conditions)
{
  PlumbDiagnostic *first = NULL;
  guint n_more = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (list, i);
      PlumbDiagram problem = find_broken (self, number, recommendation, conditions, n_conditions);

      if (problem == PLUMB_DIAGRAM_FALSE || !plumb_checker_is_sound (self))
        continue;
      if (find_exception (invariant, recommendation, NULL) != NULL || first == NULL)
        {
          PlumbDiagnostic *found
              = report_broken (self, number, invariant, recommendation, NULL, problem);

          if (found->severity == PLUMB_SEVERITY_PROBLEM)
            first = found;
        }
      else
        n_more++;
    }
  if (n_more > 0)
    {
      /* Translators: what is wrong, and how many advices more it concerns */
      char *message = g_strdup_printf (_ ("%s (And so for %u more.)"), first->message, n_more);

      g_free (first->message);
      first->message = message;
    }
}

/* ---- advice that stays ------------------------------------------------------------------ */

typedef struct
{
  PlumbChecker *checker;
  const PlumbInvariant *invariant;
  const PlumbRecommendation *recommendation;
  PlumbDiagram in_force;
  guint number;      /* 403, or 407 */
  gboolean found;    /* a problem has been told */
  gboolean accepted; /* an exception has */
} PlumbStay;

/* An exception must not hide a problem, so each is told once. */
static gboolean *
get_told (PlumbStay *self, const PlumbFinding *finding)
{
  return find_exception (self->invariant, self->recommendation, finding) ? &self->accepted
                                                                         : &self->found;
}

static void
check_change (PlumbStay *self, guint variable, guint from, guint to)
{
  PlumbChecker *checker = self->checker;
  const PlumbInput *input = &checker->inputs[checker->findings[variable]];
  PlumbDiagrams *diagrams = checker->diagrams;
  PlumbDiagram before = plumb_diagrams_restrict (diagrams, self->in_force, variable, from);
  PlumbDiagram after = plumb_diagrams_restrict (diagrams, self->in_force, variable, to);
  PlumbDiagram problem
      = plumb_diagrams_and (diagrams, before, plumb_diagrams_not (diagrams, after));
  gboolean *told = get_told (self, input->finding);
  PlumbAnswer was = { input->finding, g_array_index (input->cells, PlumbCell, from).value };
  PlumbDiagnostic *found;

  if (problem == PLUMB_DIAGRAM_FALSE || !plumb_checker_is_sound (checker))
    return;
  *told = TRUE;
  found = report_broken (checker, self->number, self->invariant, self->recommendation,
                         input->finding, problem);
  g_array_append_val (found->witness, was);
  found->change.finding = input->finding;
  found->change.value = g_array_index (input->cells, PlumbCell, to).value;
}

/* To answer is to go from null to a value; and, for advice that stays, a day may be answered
 * where weeks were entered, which then count no more. */
static void
check_answer (guint variable, gpointer data)
{
  PlumbStay *self = data;
  PlumbChecker *checker = self->checker;
  const PlumbInput *input = &checker->inputs[checker->findings[variable]];
  gboolean recounted = self->number == 403 && input->finding->role == PLUMB_ROLE_WEEKS_SINCE_ONSET
                       && checker->pathway->roles[PLUMB_ROLE_ONSET_DATE] != NULL;

  const gboolean *told = get_told (self, input->finding);

  for (guint from = 0; from < (recounted ? input->cells->len : 1); from++)
    for (guint to = 1; to < input->cells->len; to++)
      if (from != to && !*told)
        check_change (self, variable, from, to);
}

static void
check_stays (PlumbChecker *self,
             const PlumbInvariant *invariant,
             const GPtrArray *stays,
             guint number)
{
  for (guint i = 0; i < stays->len;)
    {
      const PlumbRecommendation *recommendation
          = ((const PlumbAdvice *) g_ptr_array_index (stays, i))->recommendation;
      PlumbStay stay
          = { self, invariant, recommendation, PLUMB_DIAGRAM_FALSE, number, FALSE, FALSE };

      for (; i < stays->len; i++)
        {
          const PlumbAdvice *advice = g_ptr_array_index (stays, i);
          guint at = 0;

          if (advice->recommendation != recommendation)
            break;
          g_ptr_array_find (advice->node->advices, advice, &at);
          at += self->first_advice[advice->node->index];
          stay.in_force
              = plumb_diagrams_or (self->diagrams, stay.in_force,
                                   plumb_diagrams_is_true (self->diagrams, self->advices[at]));
        }
      plumb_diagrams_foreach_variable (self->diagrams, stay.in_force, check_answer, &stay);
    }
}

/* ---- one invariant ---------------------------------------------------------------------- */

static PlumbDiagram
compile_condition (PlumbChecker *self, const PlumbInvariant *invariant, guint index)
{
  PlumbPlacedExpression placed = { g_ptr_array_index (invariant->conditions, index),
                                   "invariants/invariant", invariant->index, "when" };
  PlumbDiagram condition
      = plumb_diagrams_is_true (self->diagrams, plumb_checker_compile (self, &placed));
  const PlumbFinding *subject = g_ptr_array_index (invariant->subjects, index);

  if (condition == PLUMB_DIAGRAM_FALSE && plumb_checker_is_sound (self))
    plumb_checker_report (self, 406, plumb_checker_find (self, placed.list, placed.index), "when",
                          subject ? _ ("“%s” is never true for “%s”.") : _ ("“%s” is never true."),
                          plumb_expression_get_text (placed.expression),
                          subject ? subject->id : "");

  return condition;
}

static gboolean
was_accepted (PlumbChecker *self, guint from, const PlumbRecommendation *recommendation)
{
  for (guint i = from; i < self->diagnostics->len; i++)
    {
      const PlumbDiagnostic *found = g_ptr_array_index (self->diagnostics, i);

      if (found->severity == PLUMB_SEVERITY_ACCEPTED && found->recommendation == recommendation)
        return TRUE;
    }

  return FALSE;
}

static void
check_invariant (PlumbChecker *self, const PlumbInvariant *invariant)
{
  guint n_conditions = invariant->conditions->len;
  g_autofree PlumbDiagram *conditions = g_new (PlumbDiagram, n_conditions + 1);
  guint before = self->diagnostics->len;

  for (guint i = 0; i < n_conditions; i++)
    conditions[i] = compile_condition (self, invariant, i);
  if (n_conditions == 0)
    conditions[n_conditions++] = PLUMB_DIAGRAM_TRUE;

  check_list (self, 401, invariant, invariant->never, conditions, n_conditions);
  check_list (self, 402, invariant, invariant->always, conditions, n_conditions);
  check_stays (self, invariant, invariant->stays, 403);
  check_stays (self, invariant, invariant->founded, 407);
  for (guint i = 0; i < invariant->accepted->len; i++)
    {
      const PlumbAccepted *accepted = g_ptr_array_index (invariant->accepted, i);

      if (!was_accepted (self, before, accepted->advice))
        plumb_checker_report_unneeded (self, accepted);
    }
}

void
plumb_checker_check_invariants (PlumbChecker *self)
{
  const GPtrArray *invariants = self->pathway->invariants;

  for (guint i = 0; i < invariants->len && plumb_checker_is_sound (self); i++)
    check_invariant (self, g_ptr_array_index (invariants, i));
}
