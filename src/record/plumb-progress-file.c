/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-progress-private.h"

#include "plumb-json.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1

/* ---- writing ----------------------------------------------------------------------------- */

static void
set_string (JsonBuilder *builder, const char *name, const char *string)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, string);
}

static void
set_integer (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
set_boolean (JsonBuilder *builder, const char *name, gboolean truth)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, truth);
}

static void
write_commit (JsonBuilder *builder, const PlumbProgressCommit *commit)
{
  json_builder_begin_object (builder);
  set_string (builder, "stage", commit->stage);
  if (commit->box != NULL)
    set_string (builder, "box", commit->box);
  json_builder_set_member_name (builder, "right");
  json_builder_add_double_value (builder, commit->right);
  set_integer (builder, "missed", commit->missed);
  json_builder_end_object (builder);
}

static void
write_play (JsonBuilder *builder, const PlumbProgressPlay *play)
{
  json_builder_begin_object (builder);
  set_string (builder, "case", play->teaching_case);
  set_integer (builder, "time", play->time);
  set_boolean (builder, "finished", play->finished);
  set_boolean (builder, "safe", play->safe);
  set_integer (builder, "points", play->points);
  set_integer (builder, "cost", play->cost);
  json_builder_set_member_name (builder, "traps");
  json_builder_begin_array (builder);
  for (guint i = 0; play->traps[i] != NULL; i++)
    json_builder_add_string_value (builder, play->traps[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "commits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < play->commits->len; i++)
    write_commit (builder, g_ptr_array_index (play->commits, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Free with g_free(). */
char *
plumb_progress_to_json (const PlumbProgress *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  set_integer (builder, "format", FORMAT);
  set_string (builder, "name", self->name);
  json_builder_set_member_name (builder, "plays");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->plays->len; i++)
    write_play (builder, g_ptr_array_index (self->plays, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

/* ---- reading ----------------------------------------------------------------------------- */

/* NULL where there is none, or of another kind. */
static JsonNode *
get_member (JsonObject *object, const char *name, JsonNodeType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gint64
get_integer (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64
             ? MAX (json_node_get_int (node), 0)
             : 0;
}

static gboolean
get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_commit (PlumbProgressPlay *play, JsonObject *object)
{
  JsonNode *right = object != NULL ? get_member (object, "right", JSON_NODE_VALUE) : NULL;
  const char *stage = object != NULL ? get_string (object, "stage") : NULL;
  PlumbProgressCommit *commit;

  if (stage == NULL || right == NULL)
    return FALSE;
  commit = plumb_progress_add_commit (play);
  commit->stage = g_strdup (stage);
  commit->box = g_strdup (get_string (object, "box"));
  commit->right = CLAMP (json_node_get_double (right), 0, 1);
  commit->missed = (guint) MIN (get_integer (object, "missed"), G_MAXUINT16);

  return TRUE;
}

static char **
read_traps (JsonObject *object)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *traps = get_array (object, "traps");

  for (guint i = 0; traps != NULL && i < json_array_get_length (traps); i++)
    {
      JsonNode *node = json_array_get_element (traps, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (node));
    }

  return g_strv_builder_end (builder);
}

static gboolean
read_play (PlumbProgress *self, JsonObject *object)
{
  const char *id = object != NULL ? get_string (object, "case") : NULL;
  JsonArray *commits = object != NULL ? get_array (object, "commits") : NULL;
  PlumbProgressPlay *play;

  if (id == NULL || commits == NULL)
    return FALSE;
  play = plumb_progress_add_play (self);
  play->teaching_case = g_strdup (id);
  play->time = get_integer (object, "time");
  play->finished = get_boolean (object, "finished");
  play->safe = get_boolean (object, "safe");
  play->points = (guint) MIN (get_integer (object, "points"), 100);
  play->cost = (guint) MIN (get_integer (object, "cost"), G_MAXUINT16);
  g_strfreev (play->traps);
  play->traps = read_traps (object);
  for (guint i = 0; i < json_array_get_length (commits); i++)
    if (!read_commit (play, get_object (commits, i)))
      return FALSE;

  return TRUE;
}

static gboolean
read_plays (PlumbProgress *self, JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonArray *plays = object != NULL ? get_array (object, "plays") : NULL;

  if (plays == NULL || get_integer (object, "format") != FORMAT)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (plays); i++)
    if (!read_play (self, get_object (plays, i)))
      return FALSE;

  return TRUE;
}

/* All or nothing. */
gboolean
plumb_progress_read (PlumbProgress *self, const char *data, gsize length, GError **error)
{
  g_autoptr (PlumbJson) json = plumb_json_new (data, length, error);

  if (json == NULL)
    return FALSE;
  if (read_plays (self, plumb_json_get_root (json)))
    return TRUE;
  g_ptr_array_set_size (self->plays, 0);
  g_set_error (error, PLUMB_PROGRESS_ERROR, PLUMB_PROGRESS_ERROR_DAMAGED,
               _ ("The file %s does not hold the progress of a learner."),
               g_file_peek_path (self->file));

  return FALSE;
}
