/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be seen of the chart without asking anything. One start, no circle and free cells
 * are the reader's: it takes no other chart. */

#include "plumb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
check_dead_end (PlumbChecker *self, const PlumbNode *node)
{
  PlumbDiagnostic *found;
  gboolean leads_on = node->kind == PLUMB_NODE_DECISION || node->kind == PLUMB_NODE_LINK;

  if (node->exits->len > 0
      || !(leads_on || (node->kind == PLUMB_NODE_ACTION && node->advices->len == 0)))
    return;
  found = plumb_checker_report (self, 101, plumb_checker_find (self, "stages/node", node->index),
                                NULL, _ ("Box “%s” is a dead end."), node->id);
  found->node = node;
}

static const char *
get_guard_text (const PlumbExit *exit)
{
  return exit->guard ? plumb_expression_get_text (exit->guard) : "";
}

/* Returns: whether they are at odds */
static gboolean
compare_exits (PlumbChecker *self, const PlumbExit *earlier, const PlumbExit *later)
{
  const PlumbElement *element = plumb_checker_find (self, "stages/exit", later->index);
  gboolean same_guard = strcmp (get_guard_text (earlier), get_guard_text (later)) == 0;
  gboolean same_label
      = earlier->label != NULL && later->label != NULL
        && strcmp (plumb_text_get (earlier->label, NULL), plumb_text_get (later->label, NULL)) == 0;
  PlumbDiagnostic *found;

  if (same_guard && earlier->target == later->target)
    found = plumb_checker_report (self, 103, element, NULL,
                                  _ ("Two exits of “%s” lead to “%s” under the same guard."),
                                  later->source->id, later->target->id);
  else if (later->source->kind == PLUMB_NODE_DECISION && same_guard != same_label)
    found = plumb_checker_report (
        self, 102, element, NULL,
        same_label ? _ ("Two exits of “%s” are labeled “%s” and have different guards.")
                   : _ ("Two exits of “%s” have the same guard; one of them is labeled “%s”."),
        later->source->id, plumb_text_get (later->label, NULL));
  else
    return FALSE;
  found->node = later->source;

  return TRUE;
}

static void
check_exits (PlumbChecker *self, const PlumbNode *node)
{
  for (guint i = 1; i < node->exits->len; i++)
    for (guint j = 0; j < i; j++)
      if (compare_exits (self, g_ptr_array_index (node->exits, j),
                         g_ptr_array_index (node->exits, i)))
        break;
}

void
plumb_checker_check_graph (PlumbChecker *self)
{
  GPtrArray *nodes = self->pathway->lists[PLUMB_KIND_NODE];

  for (guint i = 0; i < nodes->len; i++)
    {
      check_dead_end (self, g_ptr_array_index (nodes, i));
      check_exits (self, g_ptr_array_index (nodes, i));
    }
}
