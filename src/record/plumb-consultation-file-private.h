/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation-file.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PLUMB_RESPONSE_TYPE "QuestionnaireResponse"
#define PLUMB_RESPONSE_URN "urn:plumbline:pathway:"
#define PLUMB_RESPONSE_IN_PROGRESS "in-progress"
#define PLUMB_RESPONSE_COMPLETED "completed"

/* text: all that is read; place: where in it, or NULL for nowhere in particular. */
void plumb_consultation_file_set_error (GError **error,
                                        PlumbConsultationFileError code,
                                        const char *text,
                                        const char *place,
                                        const char *format,
                                        ...) G_GNUC_PRINTF (5, 6);
char *plumb_consultation_file_quote (const char *string);

/* The value of one answer, read from an object of FHIR and written as one. */
gboolean plumb_response_answer_read (const PlumbFinding *finding,
                                     JsonObject *answer,
                                     PlumbValue *value,
                                     GError **error);
void
plumb_response_answer_append (GString *text, const PlumbFinding *finding, const PlumbValue *value);

/* The same for the marks of the body map: one of them is read, all are written. */
gboolean plumb_response_marks_read (PlumbPathway *pathway,
                                    JsonObject *answer,
                                    PlumbBodyMarks **marks,
                                    GError **error);
void plumb_response_marks_append (GString *text, const PlumbBodyMarks *marks);

gboolean plumb_response_was_completed (PlumbConsultation *consultation);

G_END_DECLS
