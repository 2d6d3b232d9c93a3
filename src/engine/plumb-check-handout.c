/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page for the patient: pages that somebody gets, and words that are not for all or for
 * nobody. */

#include "plumb-check-private.h"
#include "plumb-handout-plan.h"

#include <glib/gi18n-lib.h>

static PlumbDiagram
compile (PlumbChecker *self, const PlumbExpression *condition, const char *list, guint index)
{
  PlumbPlacedExpression placed = { condition, list, index, "when" };

  return condition ? plumb_checker_compile (self, &placed) : PLUMB_DIAGRAM_TRUE;
}

/* The first page whose condition is true is printed. */
static void
check_pages (PlumbChecker *self, const GPtrArray *pages)
{
  PlumbDiagram earlier = PLUMB_DIAGRAM_FALSE;

  for (guint i = 0; i < pages->len; i++)
    {
      const PlumbHandoutPage *page = g_ptr_array_index (pages, i);
      PlumbDiagram own = plumb_diagrams_is_true (
          self->diagrams, compile (self, page->condition, "handout/page", i));
      PlumbDiagram printed
          = plumb_diagrams_and (self->diagrams, own, plumb_diagrams_not (self->diagrams, earlier));

      if (printed == PLUMB_DIAGRAM_FALSE && plumb_checker_is_sound (self))
        plumb_checker_report (self, 214, plumb_checker_find (self, "handout/page", i), "when",
                              _ ("Nobody gets the page “%s”."), plumb_text_get (page->title, NULL));
      earlier = plumb_diagrams_or (self->diagrams, earlier, own);
    }
}

static void
check_words (PlumbChecker *self, const PlumbExpression *condition, const char *list, guint index)
{
  PlumbDiagram diagram = compile (self, condition, list, index);
  gboolean never = plumb_diagrams_is_true (self->diagrams, diagram) == PLUMB_DIAGRAM_FALSE;
  gboolean always = plumb_diagrams_is_false (self->diagrams, diagram) == PLUMB_DIAGRAM_FALSE;

  if (condition == NULL || !(never || always) || !plumb_checker_is_sound (self))
    return;
  plumb_checker_report (self, 214, plumb_checker_find (self, list, index), "when",
                        never ? _ ("What is printed where “%s” is printed for nobody.")
                              : _ ("What is printed where “%s” is held back for nobody."),
                        plumb_expression_get_text (condition));
}

/* A sentence that reassures must not be taken back by answering more. */
typedef struct
{
  PlumbChecker *checker;
  const PlumbHandoutSentence *sentence;
  guint index;
  PlumbDiagram printed;
  gboolean found;
} PlumbFounded;

static void
check_answer (guint variable, gpointer data)
{
  PlumbFounded *self = data;
  PlumbChecker *checker = self->checker;
  const PlumbInput *input = &checker->inputs[checker->findings[variable]];
  PlumbDiagram unasked = plumb_diagrams_restrict (checker->diagrams, self->printed, variable, 0);

  for (guint cell = 1; cell < input->cells->len && !self->found; cell++)
    {
      PlumbDiagram answered
          = plumb_diagrams_restrict (checker->diagrams, self->printed, variable, cell);
      PlumbDiagram problem = plumb_diagrams_and (checker->diagrams, unasked,
                                                 plumb_diagrams_not (checker->diagrams, answered));
      PlumbAnswer was = { input->finding, plumb_value_null () };
      PlumbDiagnostic *found;

      if (problem == PLUMB_DIAGRAM_FALSE || !plumb_checker_is_sound (checker))
        continue;
      self->found = TRUE;
      found = plumb_checker_report (checker, 407,
                                    plumb_checker_find (checker, "handout/sentence", self->index),
                                    "when", _ ("“%s” reassures, and rests on the unknown."),
                                    plumb_text_get (self->sentence->text, NULL));
      plumb_checker_add_witness (checker, found, problem);
      g_array_append_val (found->witness, was);
      found->change.finding = input->finding;
      found->change.value = g_array_index (input->cells, PlumbCell, cell).value;
    }
}

static void
check_founded (PlumbChecker *self, const PlumbHandoutSentence *sentence, guint index)
{
  PlumbFounded founded = { self, sentence, index, PLUMB_DIAGRAM_FALSE, FALSE };

  if (!sentence->founded)
    return;
  founded.printed = plumb_diagrams_is_true (
      self->diagrams, compile (self, sentence->condition, "handout/sentence", index));
  plumb_diagrams_foreach_variable (self->diagrams, founded.printed, check_answer, &founded);
}

void
plumb_checker_check_handout (PlumbChecker *self)
{
  const PlumbHandoutPlan *plan = self->pathway->handout;

  if (plan == NULL)
    return;
  check_pages (self, plan->pages);
  for (guint i = 0; i < plan->sentences->len; i++)
    {
      const PlumbHandoutSentence *sentence = g_ptr_array_index (plan->sentences, i);

      check_words (self, sentence->condition, "handout/sentence", i);
      check_founded (self, sentence, i);
    }
  for (guint i = 0; i < plan->exercises->len; i++)
    check_words (self,
                 ((const PlumbHandoutExercise *) g_ptr_array_index (plan->exercises, i))->condition,
                 "handout/exercise", i);
  check_words (self, plan->exercise_condition, "handout/exercises", 0);
}
