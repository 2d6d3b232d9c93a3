/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation.h"

G_BEGIN_DECLS

typedef enum
{
  PLUMB_SEVERITY_PROBLEM,
  PLUMB_SEVERITY_ACCEPTED, /* found, and judged by whoever wrote the pathway */
} PlumbSeverity;

/*
 * What is wrong with a pathway, where, and for whom. A number keeps its meaning for ever; it
 * is printed behind the letters PB.
 */
typedef struct
{
  guint number;
  PlumbSeverity severity;
  guint line; /* in the pathway's file, from 1; 0: nowhere in particular */
  guint column;
  char *message;
  GArray *witness;    /* PlumbAnswer: a patient for whom it is so, null for what is not asked; NULL
                       * where it is no matter of patients; what is left out does not matter */
  PlumbAnswer change; /* then this is answered; finding NULL: nothing */
  const PlumbNode *node;                     /* the box that it is about, or NULL */
  const PlumbRecommendation *recommendation; /* the advice, or NULL */
} PlumbDiagnostic;

/* An entry in the list of all that can be wrong. */
typedef struct
{
  guint number;
  const char *meaning; /* marked for translation, not translated */
  const char *mend;
} PlumbDiagnosticKind;

PlumbDiagnostic *plumb_diagnostic_new (guint number, const char *message);
void plumb_diagnostic_free (PlumbDiagnostic *self);

/* Free with g_free; NULL where there is no patient. */
char *plumb_diagnostic_describe_patient (const PlumbDiagnostic *self);

const PlumbDiagnosticKind *plumb_diagnostic_get_kinds (guint *n_kinds);
const PlumbDiagnosticKind *plumb_diagnostic_lookup_kind (guint number);
/* The number for what plumb_pathway_new_from_bytes() refuses. */
guint plumb_diagnostic_get_error_number (const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbDiagnostic, plumb_diagnostic_free)

G_END_DECLS
