/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-json.h"

#include "plumb-consultation-file-private.h"
#include "plumb-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlumbJson
{
  const char *data;
  JsonParser *parser;
  GArray *objects;       /* PlumbJsonSpan */
  GArray *members;       /* PlumbJsonSpan */
  GHashTable *span_of;   /* JsonObject to PlumbJsonSpan, of objects */
  GHashTable *member_of; /* name to PlumbJsonSpan, of members */
};

/* ---- the tree beside the text ------------------------------------------------------------ */

/* Walks the tree in the order of the text, so that the n-th object met is the
 * n-th that was scanned. */
typedef struct
{
  PlumbJson *json;
  guint n_objects;
  gboolean found_twin;
} PlumbJsonWalk;

static void walk_node (PlumbJsonWalk *walk, JsonNode *node);

static void
walk_member (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  walk_node (data, node);
}

static void
walk_element (JsonArray *array, guint index, JsonNode *node, gpointer data)
{
  walk_node (data, node);
}

static void
walk_node (PlumbJsonWalk *walk, JsonNode *node)
{
  if (walk->found_twin)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), walk_element, walk);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      PlumbJsonSpan *span = &g_array_index (walk->json->objects, PlumbJsonSpan, walk->n_objects++);

      g_hash_table_insert (walk->json->span_of, object, span);
      /* The parser lets the last of two equal names win. */
      walk->found_twin = json_object_get_size (object) != span->n_members;
      if (!walk->found_twin)
        json_object_foreach_member (object, walk_member, walk);
    }
}

static gboolean
match_spans (PlumbJson *self, GError **error)
{
  PlumbJsonWalk walk = { self, 0, FALSE };

  walk_node (&walk, json_parser_get_root (self->parser));
  if (!walk.found_twin)
    return TRUE;

  plumb_consultation_file_set_error (
      error, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, self->data,
      g_array_index (self->objects, PlumbJsonSpan, walk.n_objects - 1).start,
      _ ("A member is given twice in this object, so it is not clear which one counts."));
  return FALSE;
}

static void
match_members (PlumbJson *self)
{
  JsonNode *root = json_parser_get_root (self->parser);
  g_autoptr (GList) names = NULL;
  guint index = 0;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return;
  names = json_object_get_members (json_node_get_object (root));
  for (GList *l = names; l != NULL; l = l->next)
    g_hash_table_insert (self->member_of, l->data,
                         &g_array_index (self->members, PlumbJsonSpan, index++));
}

/* ---- public ------------------------------------------------------------------------------ */

/**
 * plumb_json_new:
 * @data: a text, which must outlive the result
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): the value, or %NULL with @error in
 *   %PLUMB_CONSULTATION_FILE_ERROR set
 */
PlumbJson *
plumb_json_new (const char *data, gsize length, GError **error)
{
  g_autoptr (PlumbJson) self = g_new0 (PlumbJson, 1);
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  self->data = data;
  self->parser = json_parser_new_immutable ();
  self->objects = g_array_new (FALSE, FALSE, sizeof (PlumbJsonSpan));
  self->members = g_array_new (FALSE, FALSE, sizeof (PlumbJsonSpan));
  self->span_of = g_hash_table_new (NULL, NULL);
  self->member_of = g_hash_table_new (g_str_hash, g_str_equal);

  if (!plumb_json_scan (data, length, self->objects, self->members, error))
    return NULL;
  if (!json_parser_load_from_data (self->parser, data, length, &reason))
    {
      plumb_consultation_file_set_error (error, PLUMB_CONSULTATION_FILE_ERROR_SYNTAX, data, NULL,
                                         "%s", reason->message);
      return NULL;
    }
  if (!match_spans (self, error))
    return NULL;
  match_members (self);

  return g_steal_pointer (&self);
}

void
plumb_json_free (PlumbJson *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->member_of);
  g_hash_table_unref (self->span_of);
  g_array_unref (self->members);
  g_array_unref (self->objects);
  g_object_unref (self->parser);
  g_free (self);
}

const char *
plumb_json_get_data (const PlumbJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->data;
}

JsonNode *
plumb_json_get_root (const PlumbJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return json_parser_get_root (self->parser);
}

static PlumbJsonSlice
get_slice (GHashTable *table, gconstpointer key)
{
  const PlumbJsonSpan *span = g_hash_table_lookup (table, key);

  return span ? (PlumbJsonSlice){ span->start, span->end - span->start }
              : (PlumbJsonSlice){ NULL, 0 };
}

/**
 * plumb_json_get_slice:
 * @object: an object of @self
 *
 * Returns: how @object is written
 */
PlumbJsonSlice
plumb_json_get_slice (const PlumbJson *self, JsonObject *object)
{
  g_return_val_if_fail (self != NULL, (PlumbJsonSlice){ 0 });

  return get_slice (self->span_of, object);
}

/**
 * plumb_json_get_member:
 * @name: a member of the outermost object
 *
 * Returns: how its value is written; an empty slice where there is no such member
 */
PlumbJsonSlice
plumb_json_get_member (const PlumbJson *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, (PlumbJsonSlice){ 0 });

  return get_slice (self->member_of, name);
}

/**
 * plumb_json_append_string:
 * @text: a JSON text being written
 * @string: valid UTF-8
 *
 * Appends @string in quotes, with every character kept as it is but those that
 * JSON wants escaped.
 */
void
plumb_json_append_string (GString *text, const char *string)
{
  static const char plain[] = "\b\f\n\r\t\"\\";
  static const char letters[] = "bfnrt\"\\";

  g_return_if_fail (text != NULL && string != NULL);

  g_string_append_c (text, '"');
  for (const char *cursor = string; *cursor != '\0'; cursor++)
    {
      const char *found = strchr (plain, *cursor);

      if (found != NULL)
        g_string_append_printf (text, "\\%c", letters[found - plain]);
      else if ((guchar) *cursor < 0x20 || *cursor == 0x7f)
        g_string_append_printf (text, "\\u%04x", (guint) *cursor);
      else
        g_string_append_c (text, *cursor);
    }
  g_string_append_c (text, '"');
}
