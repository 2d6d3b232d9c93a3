/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Decisions without gaps, overlaps and standstills. */

#include "plumb-check-private.h"

#include <glib/gi18n-lib.h>

static PlumbDiagram
is_true (PlumbChecker *self, PlumbDiagram diagram)
{
  return plumb_diagrams_is_true (self->diagrams, diagram);
}

static void
report_decision (PlumbChecker *self,
                 guint number,
                 const PlumbExit *exit,
                 const PlumbNode *node,
                 PlumbDiagram problem,
                 const char *message)
{
  PlumbDiagnostic *found;

  if (problem == PLUMB_DIAGRAM_FALSE || !plumb_checker_is_sound (self))
    return;
  found = plumb_checker_report (self, number,
                                exit ? plumb_checker_find (self, "stages/exit", exit->index)
                                     : plumb_checker_find (self, "stages/node", node->index),
                                exit ? "when" : NULL, "%s", message);
  found->node = node;
  plumb_checker_add_witness (self, found, problem);
}

/* With which of the earlier exits; those of the same guard are one answer that leads to several
 * boxes. */
static void
check_overlap (PlumbChecker *self, const PlumbNode *node, guint later)
{
  const PlumbExit *exit = g_ptr_array_index (node->exits, later);

  for (guint i = 0; i < later; i++)
    {
      const PlumbExit *earlier = g_ptr_array_index (node->exits, i);
      PlumbDiagram both
          = plumb_diagrams_and (self->diagrams, is_true (self, self->exits[earlier->index]),
                                is_true (self, self->exits[exit->index]));
      g_autofree char *message = g_strdup_printf (_ ("“%s” takes the exits “%s” and “%s” at once."),
                                                  node->id, plumb_text_get (earlier->label, NULL),
                                                  plumb_text_get (exit->label, NULL));

      if (self->guards[earlier->index] == self->guards[exit->index])
        continue;
      report_decision (self, 207, exit, node, both, message);
      if (both != PLUMB_DIAGRAM_FALSE)
        return;
    }
}

typedef struct
{
  PlumbChecker *checker;
  PlumbDiagram answered; /* true where everything is */
} PlumbAnswered;

static void
require_answer (guint variable, gpointer data)
{
  PlumbAnswered *self = data;
  PlumbChecker *checker = self->checker;
  PlumbDiagram slot = checker->slots[checker->findings[variable]];

  self->answered = plumb_diagrams_and (
      checker->diagrams, self->answered,
      plumb_diagrams_not (checker->diagrams, plumb_diagrams_is_null (checker->diagrams, slot)));
}

/* What the exits of one decision are for those who reach it; all but the first are true or
 * false. */
typedef struct
{
  PlumbDiagram best; /* what the most likely exit is */
  PlumbDiagram gap;
  PlumbDiagram standstill;
  PlumbDiagram overlap;
} PlumbOutlook;

static void
look_at_exits (PlumbChecker *self, const PlumbNode *node, PlumbOutlook *outlook)
{
  PlumbDiagrams *diagrams = self->diagrams;
  PlumbDiagram reached = is_true (self, self->nodes[node->index]);
  PlumbAnswered answered = { self, reached };

  *outlook = (PlumbOutlook){ PLUMB_DIAGRAM_FALSE, PLUMB_DIAGRAM_FALSE, PLUMB_DIAGRAM_FALSE,
                             PLUMB_DIAGRAM_FALSE };
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);
      PlumbDiagram guard = self->guards[exit->index];
      PlumbDiagram before = is_true (self, outlook->best);

      if (!plumb_exit_is_repeated (exit))
        outlook->overlap = plumb_diagrams_or (
            diagrams, outlook->overlap,
            plumb_diagrams_and (diagrams, plumb_diagrams_and (diagrams, reached, before),
                                is_true (self, guard)));
      outlook->best = plumb_diagrams_or (diagrams, outlook->best, guard);
      plumb_diagrams_foreach_variable (diagrams, guard, require_answer, &answered);
    }
  outlook->gap
      = plumb_diagrams_and (diagrams, reached, plumb_diagrams_is_false (diagrams, outlook->best));
  outlook->standstill = plumb_diagrams_and (diagrams, answered.answered,
                                            plumb_diagrams_is_null (diagrams, outlook->best));
}

static void
check_decision (PlumbChecker *self, const PlumbNode *node)
{
  g_autofree char *gap = g_strdup_printf (_ ("“%s” rules out every exit."), node->id);
  g_autofree char *stall
      = g_strdup_printf (_ ("“%s” takes no exit though all it asks is answered."), node->id);
  PlumbOutlook outlook;
  PlumbDiagnostic *found;

  look_at_exits (self, node, &outlook);
  if (node->covers)
    {
      report_decision (self, 206, NULL, node, outlook.gap, gap);
      report_decision (self, 208, NULL, node, outlook.standstill, stall);
    }
  if (node->select == PLUMB_SELECT_ONE && outlook.overlap != PLUMB_DIAGRAM_FALSE)
    for (guint i = 1; i < node->exits->len; i++)
      check_overlap (self, node, i);
  if (node->select == PLUMB_SELECT_ANY && outlook.gap == PLUMB_DIAGRAM_FALSE
      && outlook.overlap == PLUMB_DIAGRAM_FALSE && outlook.standstill == PLUMB_DIAGRAM_FALSE
      && is_true (self, self->nodes[node->index]) != PLUMB_DIAGRAM_FALSE
      && plumb_checker_is_sound (self))
    {
      found
          = plumb_checker_report (self, 213, plumb_checker_find (self, "stages/node", node->index),
                                  "select", _ ("“%s” takes one exit in every case."), node->id);
      found->node = node;
    }
}

void
plumb_checker_check_decisions (PlumbChecker *self)
{
  GPtrArray *nodes = self->pathway->lists[PLUMB_KIND_NODE];

  for (guint i = 0; i < nodes->len && plumb_checker_is_sound (self); i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      if (node->kind == PLUMB_NODE_DECISION && node->exits->len > 0)
        check_decision (self, node);
    }
}
