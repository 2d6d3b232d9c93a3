/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PlumbJson:
 *
 * A JSON text, checked to the letter of RFC 8259 and bounded before the parser
 * sees it, in which the text of every object can be found again. The parser
 * alone takes comments, single quotes and numbers that overflow, follows
 * nesting to the end of the stack, and lets the last of two equal members win.
 */
typedef struct _PlumbJson PlumbJson;

/* A piece of the text: not terminated, valid as long as the text. */
typedef struct
{
  const char *text;
  gsize length;
} PlumbJsonSlice;

/* data: borrowed; must outlive the result. */
PlumbJson *plumb_json_new (const char *data, gsize length, GError **error);
void plumb_json_free (PlumbJson *self);

const char *plumb_json_get_data (const PlumbJson *self);
JsonNode *plumb_json_get_root (const PlumbJson *self);
PlumbJsonSlice plumb_json_get_slice (const PlumbJson *self, JsonObject *object);
PlumbJsonSlice plumb_json_get_member (const PlumbJson *self, const char *name);

void plumb_json_append_string (GString *text, const char *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbJson, plumb_json_free)

G_END_DECLS
