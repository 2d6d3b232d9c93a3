/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper than any consultation, and shallow enough for a recursive parser. */
#define PLUMB_JSON_MAX_DEPTH 64
/* A bound for the memory that a tree of the text takes. */
#define PLUMB_JSON_MAX_VALUES 100000

/* Where a value stands in the text. */
typedef struct
{
  const char *start;
  const char *end;
  guint n_members; /* of an object */
} PlumbJsonSpan;

/* objects: every object, in the order in which they begin; members: the values
 * of the outermost object. Both of PlumbJsonSpan. */
gboolean
plumb_json_scan (const char *data, gsize length, GArray *objects, GArray *members, GError **error);

G_END_DECLS
