/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation.h"

G_BEGIN_DECLS

#define PLUMB_CONSULTATION_FILE_ERROR (plumb_consultation_file_error_quark ())
GQuark plumb_consultation_file_error_quark (void);

/**
 * PlumbConsultationFileError:
 * @PLUMB_CONSULTATION_FILE_ERROR_SYNTAX: not JSON, cut off, or nested too deeply
 * @PLUMB_CONSULTATION_FILE_ERROR_LIMIT: larger than a consultation can be
 * @PLUMB_CONSULTATION_FILE_ERROR_RESOURCE: another resource, or for another pathway
 * @PLUMB_CONSULTATION_FILE_ERROR_ITEM: an item whose answer cannot be
 *
 * What can be wrong with the text of a consultation file.
 */
typedef enum
{
  PLUMB_CONSULTATION_FILE_ERROR_SYNTAX,
  PLUMB_CONSULTATION_FILE_ERROR_LIMIT,
  PLUMB_CONSULTATION_FILE_ERROR_RESOURCE,
  PLUMB_CONSULTATION_FILE_ERROR_ITEM,
} PlumbConsultationFileError;

/* In bytes; a consultation with every finding answered has about 10 000. */
#define PLUMB_CONSULTATION_FILE_MAX_SIZE (8 * 1024 * 1024)

/*
 * A FHIR R4 QuestionnaireResponse as file. Reading is all or nothing.
 * warnings: (out) (optional) (transfer full): messages, such as items that the
 * pathway does not know (they are kept and written back).
 */
PlumbConsultation *plumb_consultation_file_parse (PlumbPathway *pathway,
                                                  const char *data,
                                                  gssize length,
                                                  GPtrArray **warnings,
                                                  GError **error);
PlumbConsultation *plumb_consultation_file_read (PlumbPathway *pathway,
                                                 GFile *file,
                                                 GPtrArray **warnings,
                                                 GError **error);
gboolean
plumb_consultation_file_error_get_position (const GError *error, guint *line, guint *column);

/* JSON text, an item a line, stable order; g_free. */
char *plumb_consultation_file_to_json (PlumbConsultation *consultation, gboolean completed);
gboolean
plumb_consultation_file_write (PlumbConsultation *consultation, GFile *file, GError **error);

G_END_DECLS
