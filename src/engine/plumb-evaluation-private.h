/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"
#include "plumb-pathway-private.h"

G_BEGIN_DECLS

struct _PlumbEvaluation
{
  gatomicrefcount references;
  PlumbPathway *pathway;
  GDate visit;
  PlumbValue *slots; /* findings, days since onset, terms, recommendations */
  guint8 *nodes;     /* PlumbTruth, by index */
  guint8 *exits;     /* PlumbTruth, by index */
  PlumbBodyMarks *marks;
  GPtrArray *texts;  /* free text of this patient, or NULL */
};

/* Works out everything above from the findings in the slots. */
void plumb_evaluation_compute (PlumbEvaluation *self);

G_END_DECLS
