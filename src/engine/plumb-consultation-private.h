/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation.h"

G_BEGIN_DECLS

struct _PlumbConsultation
{
  GObject parent_instance;

  PlumbPathway *pathway;
  PlumbValue *answers; /* one a finding */
  guint n_answers;
  GDate today;
  PlumbBodyMarks *marks;
  PlumbStances *stances;
  GPtrArray *undo; /* PlumbConsultationStep */
  GPtrArray *redo;
  /* Free text belongs to this patient alone, so it is not interned: it goes
   * with the consultation. */
  GHashTable *texts;
  char *remainder;
  char *id;
};

/* One answer that changes, from what and to what. */
typedef struct
{
  guint finding;
  PlumbValue before;
  PlumbValue after;
} PlumbConsultationChange;

/* Tells about a change, and about undo and redo where they became possible or impossible. */
void plumb_consultation_notify_changed (PlumbConsultation *self,
                                        gboolean could_undo,
                                        gboolean could_redo);

/* Nothing is checked, and nobody told. */
void
plumb_consultation_put_answer (PlumbConsultation *self, guint finding, const PlumbValue *value);

/* changes: (nullable): PlumbConsultationChange, taken over */
void plumb_consultation_do_step (PlumbConsultation *self,
                                 GArray *changes,
                                 PlumbBodyMarks *marks,
                                 PlumbStances *stances);
/* The list for undo or redo: owns what is put into it. */
GPtrArray *plumb_consultation_create_steps (void);

G_END_DECLS
