/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-candidates.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the JSON object that a builder is in. */
void plumb_cli_json_add_string (JsonBuilder *builder, const char *name, const char *value);
void plumb_cli_json_add_boolean (JsonBuilder *builder, const char *name, gboolean value);
/* things: structs of the pathway that have an id, which is their first member. */
void plumb_cli_json_add_ids (JsonBuilder *builder, const char *name, GPtrArray *things);
void plumb_cli_json_add_value (JsonBuilder *builder, const char *name, const PlumbValue *value);
void plumb_cli_json_add_pathway (JsonBuilder *builder, PlumbPathway *pathway);

/* An item each of the array that a builder is in. */
void plumb_cli_json_append_value (JsonBuilder *builder, const PlumbValue *value);
/* An answer; several numbers are an object with "from" and "to". */
void plumb_cli_json_append_candidate (JsonBuilder *builder, const PlumbFinding *finding,
                                      const PlumbCandidate *candidate);

/* The whole in one line; the caller's. */
char *plumb_cli_json_end (JsonBuilder *builder);

G_END_DECLS
