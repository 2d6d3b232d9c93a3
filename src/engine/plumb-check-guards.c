/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Guards that say something: neither always true nor never, where they stand. */

#include "plumb-check-private.h"

#include <glib/gi18n-lib.h>

static PlumbDiagram
is_true (PlumbChecker *self, PlumbDiagram diagram)
{
  return plumb_diagrams_is_true (self->diagrams, diagram);
}

/* Whether nobody for whom @reached is true makes @guard false: then it asks, but decides
 * nothing. */
static gboolean
is_never_false (PlumbChecker *self, PlumbDiagram reached, PlumbDiagram guard)
{
  return plumb_diagrams_and (self->diagrams, is_true (self, reached),
                             plumb_diagrams_is_false (self->diagrams, guard))
         == PLUMB_DIAGRAM_FALSE;
}

static void
report_text (PlumbChecker *self, const PlumbPlacedExpression *placed)
{
  const PlumbElement *element = plumb_checker_find (self, placed->list, placed->index);

  for (guint i = 0; i < self->n_variables; i++)
    if (self->inputs[self->findings[i]].text)
      plumb_checker_report (self, 209, element, placed->attribute,
                            _ ("“%s” rests on the free text of “%s”."),
                            plumb_expression_get_text (placed->expression),
                            self->inputs[self->findings[i]].finding->id);
}

static void
note_text_use (guint slot, PlumbUse use, gint64 other_or_cut, gpointer data)
{
  PlumbChecker *self = data;
  const PlumbFinding *finding
      = use == PLUMB_USE_TEXT ? plumb_pathway_get_slot_finding (self->pathway, slot) : NULL;

  if (finding != NULL && finding->type == PLUMB_FINDING_STRING)
    self->inputs[finding->index].text = TRUE;
}

static void
check_text (PlumbChecker *self, const PlumbPlacedExpression *placed, gpointer data)
{
  GPtrArray *findings = self->pathway->lists[PLUMB_KIND_FINDING];

  for (guint i = 0; i < findings->len; i++)
    self->inputs[i].text = FALSE;
  plumb_expression_foreach_use (placed->expression, note_text_use, self);
  report_text (self, placed);
}

static guint
judge_exit (PlumbChecker *self, const PlumbExit *exit)
{
  PlumbDiagram guard = is_true (self, self->guards[exit->index]);
  PlumbDiagram reached = is_true (self, self->nodes[exit->source->index]);

  if (guard == PLUMB_DIAGRAM_FALSE)
    return 201;
  if (is_never_false (self, PLUMB_DIAGRAM_TRUE, self->guards[exit->index]))
    return 202;
  if (reached == PLUMB_DIAGRAM_FALSE)
    return 0;
  if (is_true (self, self->exits[exit->index]) == PLUMB_DIAGRAM_FALSE)
    return 203;

  return is_never_false (self, reached, self->guards[exit->index]) ? 204 : 0;
}

static void
check_exit (PlumbChecker *self, const PlumbExit *exit)
{
  const PlumbElement *element = plumb_checker_find (self, "stages/exit", exit->index);
  const char *guard = exit->guard ? plumb_expression_get_text (exit->guard) : NULL;
  guint number = guard ? judge_exit (self, exit) : 0;
  PlumbDiagnostic *found;

  if (number == 0 || !plumb_checker_is_sound (self))
    return;
  found = plumb_checker_report (self, number, element, "when",
                                number == 201 ? _ ("The guard “%s” of “%s” is never true.")
                                : number == 202 ? _ ("The guard “%s” of “%s” is never false.")
                                : number == 203
                                    ? _ ("The guard “%s” is true for nobody who reaches “%s”.")
                                    : _ ("The guard “%s” is false for nobody who reaches “%s”."),
                                guard, exit->source->id);
  found->node = exit->source;
}

static void
check_term (PlumbChecker *self, const PlumbTerm *term)
{
  PlumbDiagram diagram = self->slots[term->slot];
  gboolean is_boolean = plumb_expression_get_value_type (term->expression) == PLUMB_VALUE_BOOLEAN;
  gboolean never_true = is_boolean && is_true (self, diagram) == PLUMB_DIAGRAM_FALSE;
  gboolean never_false = is_boolean && is_never_false (self, PLUMB_DIAGRAM_TRUE, diagram);

  if ((!plumb_diagrams_is_constant (self->diagrams, diagram) && !never_true && !never_false)
      || !plumb_checker_is_sound (self))
    return;
  plumb_checker_report (self, 205, plumb_checker_find (self, "terms/term", term->index), NULL,
                        never_true    ? _ ("The term “%s” is never true.")
                        : never_false ? _ ("The term “%s” is never false.")
                                      : _ ("The term “%s” has one value for every patient."),
                        term->id);
}

static void
check_condition (PlumbChecker *self, const PlumbAdvice *advice, guint index)
{
  const PlumbElement *element = plumb_checker_find (self, "stages/advise", index);
  PlumbDiagram reached = is_true (self, self->nodes[advice->node->index]);
  PlumbDiagram condition = is_true (self, self->conditions[index]);
  gboolean never, always;
  PlumbDiagnostic *found;

  if (advice->condition == NULL || reached == PLUMB_DIAGRAM_FALSE)
    return;
  never = plumb_diagrams_and (self->diagrams, reached, condition) == PLUMB_DIAGRAM_FALSE;
  always = is_never_false (self, reached, self->conditions[index]);
  if ((!never && !always) || !plumb_checker_is_sound (self))
    return;
  found = plumb_checker_report (
      self, never ? 210 : 211, element, "when",
      never ? _ ("“%s” is true for nobody who reaches “%s”, so “%s” is never given there.")
            : _ ("“%s” is false for nobody who reaches “%s”, and decides nothing about “%s”."),
      plumb_expression_get_text (advice->condition), advice->node->id, advice->recommendation->id);
  found->node = advice->node;
  found->recommendation = advice->recommendation;
}

static void
check_warning (PlumbChecker *self, const PlumbWarning *warning, guint index)
{
  PlumbPlacedExpression placed = { warning->condition, "warnings/warning", index, "when" };
  PlumbDiagram condition = plumb_checker_compile (self, &placed);
  gboolean never = is_true (self, condition) == PLUMB_DIAGRAM_FALSE;
  gboolean always = is_never_false (self, PLUMB_DIAGRAM_TRUE, condition);

  if ((never || always) && plumb_checker_is_sound (self))
    plumb_checker_report (self, 212, plumb_checker_find (self, placed.list, index), "when",
                          never ? _ ("The warning “%s” is never given.")
                                : _ ("The warning “%s” is held back for nobody."),
                          warning->id);
}

void
plumb_checker_check_guards (PlumbChecker *self)
{
  const PlumbPathway *pathway = self->pathway;
  GPtrArray *nodes = pathway->lists[PLUMB_KIND_NODE];
  GPtrArray *warnings = pathway->lists[PLUMB_KIND_WARNING];
  gboolean text = FALSE;

  for (guint i = 0; i < self->n_variables; i++)
    text |= self->inputs[self->findings[i]].text;
  if (text)
    {
      plumb_checker_foreach_expression (self, FALSE, check_text, NULL);
      self->unfollowed = TRUE;
    }
  for (guint i = 0; i < pathway->term_order->len; i++)
    check_term (self, g_ptr_array_index (pathway->term_order, i));
  for (guint i = 0; i < pathway->exits->len && plumb_checker_is_sound (self); i++)
    check_exit (self, g_ptr_array_index (pathway->exits, i));
  for (guint i = 0; i < nodes->len && plumb_checker_is_sound (self); i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      for (guint j = 0; j < node->advices->len; j++)
        check_condition (self, g_ptr_array_index (node->advices, j), self->first_advice[i] + j);
    }
  for (guint i = 0; i < warnings->len; i++)
    check_warning (self, g_ptr_array_index (warnings, i), i);
}
