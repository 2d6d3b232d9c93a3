/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-diagnostic.h"

G_BEGIN_DECLS

/*
 * Proofs over the whole of a pathway: every guard for every patient, with any
 * finding answered, or not asked at all. Not a sample: guards become decision
 * diagrams (plumb-diagram.h), and a proof is that a diagram has no path to what
 * must not be.
 */
typedef struct _PlumbCheck PlumbCheck;

/* How much was proved. */
typedef struct
{
  guint n_findings;        /* on which guards depend */
  double decimal_exponent; /* of the number of different consultations, nothing asked included */
  guint n_terms;
  guint n_guards; /* of exits, and conditions of advice, warnings and the handout */
  guint n_decisions;
  guint n_exits;
  guint n_boxes;
  guint n_recommendations;
  guint n_invariants;
  guint n_pairs; /* of advice for and advice against one thing */
  guint n_statements;
  guint n_texts; /* times languages */
  guint n_codes;
  guint n_nodes; /* of the diagrams */
  guint64 n_steps;
  gboolean is_complete; /* FALSE: a limit was met, and what concerns patients is not proved */
} PlumbCoverage;

#define PLUMB_TYPE_CHECK (plumb_check_get_type ())
GType plumb_check_get_type (void);

PlumbCheck *plumb_check_new (PlumbPathway *pathway);
/* With limits of one's own, for tests. */
PlumbCheck *
plumb_check_new_limited (PlumbPathway *pathway, guint maximum_nodes, guint64 maximum_steps);
PlumbCheck *plumb_check_ref (PlumbCheck *self);
void plumb_check_unref (PlumbCheck *self);

PlumbPathway *plumb_check_get_pathway (const PlumbCheck *self);
GPtrArray *plumb_check_get_diagnostics (const PlumbCheck *self); /* PlumbDiagnostic, by place */
guint plumb_check_count_problems (const PlumbCheck *self);
const PlumbCoverage *plumb_check_get_coverage (const PlumbCheck *self);

/* For a code with its check digit at the end. */
gboolean plumb_code_is_loinc (const char *code);
gboolean plumb_code_is_snomed (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCheck, plumb_check_unref)

G_END_DECLS
