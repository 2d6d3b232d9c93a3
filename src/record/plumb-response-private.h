/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-consultation-file-private.h"
#include "plumb-json.h"

G_BEGIN_DECLS

/* What is gathered from a file before anything of it is let into a consultation. */
typedef struct
{
  PlumbPathway *pathway;
  PlumbJson *json;
  GArray *answers;     /* PlumbAnswer */
  const char **places; /* where in the text a finding is answered, or NULL */
  PlumbBodyMarks *marks;
  gboolean marked; /* whether there was an item for them */
  PlumbStances *stances;
  GPtrArray *warnings; /* char * */
  GString *unknown;    /* items that the pathway does not know, as written, with commas */
  GError **error;
} PlumbResponseReader;

gboolean plumb_response_reader_read_items (PlumbResponseReader *self, JsonObject *resource);
gboolean plumb_response_stance_read (PlumbPathway *pathway,
                                     const PlumbRecommendation *advice,
                                     JsonObject *answer,
                                     PlumbStances **stances,
                                     GError **error);
void plumb_response_stance_append (GString *text,
                                   const PlumbRecommendation *advice,
                                   const PlumbStance *stance);
void plumb_response_reader_warn (PlumbResponseReader *self, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* The remainder of a consultation, as the reader makes it and the writer takes it: the
 * text of a JSON object of members of the resource, "item" with unknown items among them. */
gboolean plumb_response_keeps_member (const char *name);

G_END_DECLS
