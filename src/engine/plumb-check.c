/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-check.h"

#include "plumb-check-private.h"

#include "plumb-format.h"

#include <glib/gi18n-lib.h>

/* The built-in pathway takes some ten thousand nodes; these limits are some hundred megabytes
 * and some seconds away. */
#define MAXIMUM_NODES 2000000
#define MAXIMUM_STEPS 60000000

struct _PlumbCheck
{
  gatomicrefcount references;
  PlumbPathway *pathway;
  GPtrArray *diagnostics;
  PlumbCoverage coverage;
};

G_DEFINE_BOXED_TYPE (PlumbCheck, plumb_check, plumb_check_ref, plumb_check_unref)

/* ---- the work --------------------------------------------------------------------------- */

static void
gather_elements (PlumbChecker *self, const char *section, const PlumbElement *element)
{
  for (guint i = 0; i < element->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (element->children, i);
      g_autofree char *key = g_strdup_printf ("%s/%s", section, child->name);
      GPtrArray *list = g_hash_table_lookup (self->elements, key);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->elements, g_steal_pointer (&key), list);
        }
      g_ptr_array_add (list, child);
      gather_elements (self, section, child);
    }
}

/* The file is read once more, for its places only: the pathway itself does without them. */
static void
read_places (PlumbChecker *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->pathway->bytes, &length);
  PlumbElement *root;

  self->markup = plumb_markup_parse (data, length, self->pathway->name, PLUMB_PATHWAY_ERROR,
                                     PLUMB_PATHWAY_ERROR_MARKUP, PLUMB_PATHWAY_ERROR_LIMIT, NULL);
  g_return_if_fail (self->markup != NULL);

  root = plumb_markup_get_root (self->markup);
  for (guint i = 0; i < root->children->len; i++)
    {
      const PlumbElement *section = g_ptr_array_index (root->children, i);

      gather_elements (self, section->name, section);
    }
}

/* Places, input space and diagrams. others: (nullable): PlumbExpression with the pathway's names,
 * for whoever compares the pathway with something else. */
PlumbChecker *
plumb_checker_new (const PlumbPathway *pathway,
                   GPtrArray *others,
                   guint maximum_nodes,
                   guint64 maximum_steps)
{
  PlumbChecker *self = g_new0 (PlumbChecker, 1);

  self->pathway = pathway;
  self->others = others;
  self->diagrams = plumb_diagrams_new (maximum_nodes, maximum_steps);
  self->elements
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_diagnostic_free);
  read_places (self);
  plumb_checker_build_model (self);

  return self;
}

void
plumb_checker_free (PlumbChecker *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->pathway->lists[PLUMB_KIND_FINDING]->len; i++)
    {
      g_array_unref (self->inputs[i].cells);
      g_array_unref (self->inputs[i].cuts);
    }
  plumb_diagrams_free (self->diagrams);
  plumb_markup_free (self->markup);
  g_hash_table_unref (self->elements);
  g_ptr_array_unref (self->diagnostics);
  g_free (self->inputs);
  g_free (self->findings);
  g_free (self->slots);
  g_free (self->nodes);
  g_free (self->guards);
  g_free (self->exits);
  g_free (self->first_advice);
  g_free (self->conditions);
  g_free (self->advices);
  g_free (self);
}

static void
check_patients (PlumbChecker *self)
{
  plumb_checker_check_guards (self);
  plumb_checker_check_decisions (self);
  plumb_checker_check_handout (self);
  plumb_checker_check_invariants (self);
  plumb_checker_check_contradictions (self);
}

static void
report_limit (PlumbChecker *self)
{
  g_autofree char *steps
      = plumb_format_number ((gint64) plumb_diagrams_get_steps (self->diagrams), NULL);

  if (plumb_diagrams_is_exhausted (self->diagrams))
    plumb_checker_report (
        self, 901, NULL, NULL,
        _ ("The limit of %u nodes or %s steps is met; what concerns patients is not proved."),
        plumb_diagrams_get_size (self->diagrams), steps);
  self->coverage.is_complete = plumb_checker_is_sound (self);
  self->coverage.n_nodes = plumb_diagrams_get_size (self->diagrams);
  self->coverage.n_steps = plumb_diagrams_get_steps (self->diagrams);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PlumbDiagnostic *x = *(PlumbDiagnostic *const *) a;
  const PlumbDiagnostic *y = *(PlumbDiagnostic *const *) b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;

  return (int) x->number - (int) y->number;
}

/**
 * plumb_check_new_limited:
 * @pathway: a pathway
 * @maximum_nodes: how many nodes the diagrams may have
 * @maximum_steps: how many steps may be taken
 *
 * Returns: (transfer full): what is wrong with @pathway, and how much was proved;
 *   where a limit was met, a diagnostic says so
 */
PlumbCheck *
plumb_check_new_limited (PlumbPathway *pathway, guint maximum_nodes, guint64 maximum_steps)
{
  g_autoptr (PlumbChecker) checker = NULL;
  PlumbCheck *self;

  g_return_val_if_fail (pathway != NULL, NULL);

  checker = plumb_checker_new (pathway, NULL, maximum_nodes, maximum_steps);
  plumb_checker_check_graph (checker);
  if (plumb_checker_is_sound (checker))
    check_patients (checker);
  plumb_checker_check_reach (checker);
  plumb_checker_check_content (checker);
  report_limit (checker);
  g_ptr_array_sort (checker->diagnostics, compare_places);

  self = g_new0 (PlumbCheck, 1);
  g_atomic_ref_count_init (&self->references);
  self->pathway = plumb_pathway_ref (pathway);
  self->diagnostics = g_ptr_array_ref (checker->diagnostics);
  self->coverage = checker->coverage;

  return self;
}

/**
 * plumb_check_new:
 * @pathway: a pathway
 *
 * Checks a pathway for every patient that there can be. Takes a fraction of a
 * second for the built-in one; may be called in a thread.
 *
 * Returns: (transfer full): what is wrong with @pathway, and how much was proved
 */
PlumbCheck *
plumb_check_new (PlumbPathway *pathway)
{
  return plumb_check_new_limited (pathway, MAXIMUM_NODES, MAXIMUM_STEPS);
}

PlumbCheck *
plumb_check_ref (PlumbCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_check_unref (PlumbCheck *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  plumb_pathway_unref (self->pathway);
  g_ptr_array_unref (self->diagnostics);
  g_free (self);
}

/* ---- what was found --------------------------------------------------------------------- */

PlumbPathway *
plumb_check_get_pathway (const PlumbCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pathway;
}

/* Returns: (transfer none): PlumbDiagnostic, in the order of their places */
GPtrArray *
plumb_check_get_diagnostics (const PlumbCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnostics;
}

/* Returns: how many diagnostics nobody has accepted */
guint
plumb_check_count_problems (const PlumbCheck *self)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->diagnostics->len; i++)
    count += ((const PlumbDiagnostic *) g_ptr_array_index (self->diagnostics, i))->severity
             == PLUMB_SEVERITY_PROBLEM;

  return count;
}

const PlumbCoverage *
plumb_check_get_coverage (const PlumbCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->coverage;
}
