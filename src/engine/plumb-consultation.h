/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-body-marks.h"
#include "plumb-pathway.h"
#include "plumb-stances.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define PLUMB_CONSULTATION_ERROR (plumb_consultation_error_quark ())
GQuark plumb_consultation_error_quark (void);

typedef enum
{
  PLUMB_CONSULTATION_ERROR_TYPE,   /* a value of another type than the finding's */
  PLUMB_CONSULTATION_ERROR_RANGE,  /* outside the finding's range or choices */
  PLUMB_CONSULTATION_ERROR_DATE,   /* onset after the visit, or no such day */
} PlumbConsultationError;

/* One finding and what is answered to it; a null value takes the answer back. */
typedef struct
{
  const PlumbFinding *finding;
  PlumbValue value;
} PlumbAnswer;

#define PLUMB_TYPE_CONSULTATION (plumb_consultation_get_type ())
G_DECLARE_FINAL_TYPE (PlumbConsultation, plumb_consultation, PLUMB, CONSULTATION, GObject)

/*
 * Properties: can-undo, can-redo (boolean, read-only, notify).
 * Signal: changed (self), after every change of answers or marks.
 */
PlumbConsultation *plumb_consultation_new (PlumbPathway *pathway);
/* For another pathway, or a newer one, with what still fits. (plumb-consultation-adapt.c) */
PlumbConsultation *plumb_consultation_new_adapted (PlumbPathway *pathway, PlumbConsultation *other,
                                                   const char *language, GPtrArray **dropped);
PlumbPathway *plumb_consultation_get_pathway (PlumbConsultation *self);

/* The day that stands for the visit when none is answered; today at creation. */
void plumb_consultation_set_today (PlumbConsultation *self, const GDate *today);
void plumb_consultation_get_visit_date (PlumbConsultation *self, GDate *date);
/* Makes that day an answer, without an undo step: before a consultation is put away. */
void plumb_consultation_fix_visit_date (PlumbConsultation *self);

/* All answers, indexed by PlumbFinding.index; valid until the next change. */
const PlumbValue *plumb_consultation_get_answers (PlumbConsultation *self);
const PlumbValue *plumb_consultation_get_answer (PlumbConsultation *self,
                                                 const PlumbFinding *finding);
guint plumb_consultation_count_answers (PlumbConsultation *self);

/* One undo step each; nothing changes on error, and no step for no change. */
gboolean plumb_consultation_answer (PlumbConsultation *self, const PlumbFinding *finding,
                                    const PlumbValue *value, GError **error);
gboolean plumb_consultation_answer_many (PlumbConsultation *self, const PlumbAnswer *answers,
                                         gsize n_answers, GError **error);
/* Like answer_many, without an undo step and forgetting all earlier ones: for loading. */
gboolean plumb_consultation_load (PlumbConsultation *self, const PlumbAnswer *answers,
                                  gsize n_answers, GError **error);

/* The body map: one undo step, and none for no change. They decide nothing by themselves. */
PlumbBodyMarks *plumb_consultation_get_marks (PlumbConsultation *self); /* borrowed */
void plumb_consultation_set_marks (PlumbConsultation *self, PlumbBodyMarks *marks);

/* What the clinician does with each advice: one undo step, and none for no change. */
PlumbStances *plumb_consultation_get_stances (PlumbConsultation *self); /* borrowed */
void plumb_consultation_set_stances (PlumbConsultation *self, PlumbStances *stances);

gboolean plumb_consultation_get_can_undo (PlumbConsultation *self);
gboolean plumb_consultation_get_can_redo (PlumbConsultation *self);
void plumb_consultation_undo (PlumbConsultation *self);
void plumb_consultation_redo (PlumbConsultation *self);

/* Checks one value against its finding alone. */
gboolean plumb_finding_check_value (const PlumbFinding *finding, const PlumbValue *value,
                                    GError **error);

/* What a file held that the pathway does not know, kept word for word (JSON
 * text of an object, as the file's reader makes it, or NULL), and the id of the record. */
void plumb_consultation_set_remainder (PlumbConsultation *self, const char *remainder);
const char *plumb_consultation_get_remainder (PlumbConsultation *self);
void plumb_consultation_set_id (PlumbConsultation *self, const char *id);
const char *plumb_consultation_get_id (PlumbConsultation *self);

G_END_DECLS
