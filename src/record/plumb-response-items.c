/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-response-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef gboolean (*PlumbItemFunc) (PlumbResponseReader *self, JsonObject *item, gpointer data);

static gboolean read_item (PlumbResponseReader *self, JsonObject *item, gpointer data);

/* ---- what is wrong ----------------------------------------------------------------------- */

static const char *
get_link (JsonObject *item)
{
  JsonNode *node = json_object_get_member (item, "linkId");

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
fail_item (PlumbResponseReader *self, JsonObject *item, const char *reason)
{
  const char *link = get_link (item);
  g_autofree char *quoted = plumb_consultation_file_quote (link ? link : "?");

  plumb_consultation_file_set_error (
      self->error, PLUMB_CONSULTATION_FILE_ERROR_ITEM, plumb_json_get_data (self->json),
      plumb_json_get_slice (self->json, item).text,
      /* Translators: the id of an item in a file, then what is wrong with it, as a sentence */
      _ ("Item “%s”: %s"), quoted, reason);
  return FALSE;
}

/* ---- items ------------------------------------------------------------------------------- */

/* An array that may be absent; FALSE where something else stands in its place. */
static gboolean
get_array (JsonObject *object, const char *name, JsonArray **array)
{
  JsonNode *node = json_object_get_member (object, name);

  *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return *array != NULL || node == NULL || JSON_NODE_HOLDS_NULL (node);
}

static gboolean
foreach_item (PlumbResponseReader *self, JsonObject *parent, PlumbItemFunc func, gpointer data)
{
  JsonArray *items;

  if (!get_array (parent, "item", &items))
    return fail_item (self, parent, _ ("Its “item” is not a list."));
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonNode *node = json_array_get_element (items, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail_item (self, parent, _ ("Its “item” holds something that is not an item."));
      if (!func (self, json_node_get_object (node), data))
        return FALSE;
    }

  return TRUE;
}

static gboolean
foreach_item_of_answers (PlumbResponseReader *self,
                         JsonObject *item,
                         PlumbItemFunc func,
                         gpointer data)
{
  JsonArray *answers;

  if (!get_array (item, "answer", &answers))
    return fail_item (self, item, _ ("Its “answer” is not a list."));
  for (guint i = 0; answers != NULL && i < json_array_get_length (answers); i++)
    {
      JsonNode *node = json_array_get_element (answers, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail_item (self, item, _ ("Its “answer” holds something that is not an answer."));
      if (!foreach_item (self, json_node_get_object (node), func, data))
        return FALSE;
    }

  return TRUE;
}

/* Every item directly below, in the order of the text; stops where FUNC returns FALSE. */
static gboolean
foreach_child (PlumbResponseReader *self, JsonObject *item, PlumbItemFunc func, gpointer data)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, item);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (strcmp (name, "item") == 0 && !foreach_item (self, item, func, data))
        return FALSE;
      if (strcmp (name, "answer") == 0 && !foreach_item_of_answers (self, item, func, data))
        return FALSE;
    }

  return TRUE;
}

static const PlumbFinding *
get_finding (PlumbResponseReader *self, JsonObject *item)
{
  const char *link = get_link (item);

  return link != NULL ? plumb_pathway_lookup_finding (self->pathway, link) : NULL;
}

/* Returns: whether the item keeps the marks of the body map. */
static gboolean
is_body (PlumbResponseReader *self, JsonObject *item)
{
  const PlumbBody *body = plumb_pathway_get_body (self->pathway);

  return body != NULL && g_strcmp0 (get_link (item), body->id) == 0;
}

/* Returns: (nullable): the advice of which the item keeps what is done with it. */
static const PlumbRecommendation *
get_advice (PlumbResponseReader *self, JsonObject *item)
{
  const char *link = get_link (item);

  return link != NULL ? plumb_pathway_lookup_recommendation (self->pathway, link) : NULL;
}

static gboolean
is_known (PlumbResponseReader *self, JsonObject *item)
{
  return get_finding (self, item) != NULL || is_body (self, item)
         || get_advice (self, item) != NULL;
}

/* ---- what the pathway does not know ------------------------------------------------------ */

typedef struct
{
  GString *text;
  const char *cursor; /* up to which the source is copied */
} PlumbCopy;

/* An answer is kept in one place only, so known items are taken out of unknown
 * ones, and an empty item is left in their stead. */
static gboolean
take_out_known (PlumbResponseReader *self, JsonObject *item, gpointer data)
{
  PlumbJsonSlice slice = plumb_json_get_slice (self->json, item);
  PlumbCopy *copy = data;

  if (!is_known (self, item))
    return foreach_child (self, item, take_out_known, data);

  g_string_append_len (copy->text, copy->cursor, slice.text - copy->cursor);
  g_string_append (copy->text, "{\"linkId\": ");
  plumb_json_append_string (copy->text, get_link (item));
  g_string_append_c (copy->text, '}');
  copy->cursor = slice.text + slice.length;

  return read_item (self, item, NULL);
}

static gboolean
keep_unknown (PlumbResponseReader *self, JsonObject *item)
{
  PlumbJsonSlice slice = plumb_json_get_slice (self->json, item);
  g_autoptr (GString) text = g_string_new (NULL);
  PlumbCopy copy = { text, slice.text };
  g_autofree char *quoted = plumb_consultation_file_quote (get_link (item));

  if (!foreach_child (self, item, take_out_known, &copy))
    return FALSE;
  g_string_append_len (text, copy.cursor, slice.text + slice.length - copy.cursor);
  g_string_append_printf (self->unknown, "%s%s", self->unknown->len > 0 ? ",\n" : "", text->str);
  plumb_response_reader_warn (
      self,
      /* Translators: the id of an item in a file */
      _ ("Item “%s” is unknown to this pathway. It is kept, and decides nothing."), quoted);

  return TRUE;
}

/* ---- what it knows ----------------------------------------------------------------------- */

/* Returns: whether nothing is found, as long as which the search goes on. */
static gboolean
is_unknown_throughout (PlumbResponseReader *self, JsonObject *item, gpointer data)
{
  return !is_known (self, item) && foreach_child (self, item, is_unknown_throughout, data);
}

static gboolean
read_answer (PlumbResponseReader *self,
             JsonObject *item,
             const PlumbFinding *finding,
             JsonArray *answers)
{
  PlumbAnswer answer = { finding, plumb_value_null () };
  g_autoptr (GError) reason = NULL;

  if (answers == NULL || json_array_get_length (answers) == 0)
    return TRUE;
  if (json_array_get_length (answers) > 1)
    return fail_item (self, item, _ ("It has several answers, and can have one only."));
  if (!plumb_response_answer_read (finding, json_array_get_object_element (answers, 0),
                                   &answer.value, &reason))
    return fail_item (self, item, reason->message);
  if (answer.value.type == PLUMB_VALUE_NULL)
    return TRUE;
  if (self->places[finding->index] != NULL)
    return fail_item (self, item, _ ("It is answered twice."));

  self->places[finding->index] = plumb_json_get_slice (self->json, item).text;
  g_array_append_val (self->answers, answer);

  return TRUE;
}

/* As many answers as there are marks. */
static gboolean
read_marks (PlumbResponseReader *self, JsonObject *item, JsonArray *answers)
{
  guint n_answers = answers ? json_array_get_length (answers) : 0;

  if (n_answers == 0)
    return TRUE;
  if (self->marked)
    return fail_item (self, item, _ ("It is answered twice."));
  self->marked = TRUE;
  for (guint i = 0; i < n_answers; i++)
    {
      g_autoptr (GError) reason = NULL;

      if (!plumb_response_marks_read (self->pathway, json_array_get_object_element (answers, i),
                                      &self->marks, &reason))
        return fail_item (self, item, reason->message);
    }

  return TRUE;
}

static gboolean
read_stance (PlumbResponseReader *self,
             JsonObject *item,
             const PlumbRecommendation *advice,
             JsonArray *answers)
{
  const guint n_answers = answers ? json_array_get_length (answers) : 0;
  g_autoptr (GError) reason = NULL;

  if (n_answers == 0)
    return TRUE;
  if (n_answers > 1)
    return fail_item (self, item, _ ("It has several answers, and can have one only."));
  if (plumb_stances_get (self->stances, advice)->kind != PLUMB_STANCE_NONE
      || plumb_stances_get (self->stances, advice)->left_out)
    return fail_item (self, item, _ ("It is answered twice."));
  if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (answers, 0)))
    return fail_item (self, item, _ ("Its “answer” holds something that is not an answer."));
  if (!plumb_response_stance_read (self->pathway, advice,
                                   json_array_get_object_element (answers, 0), &self->stances,
                                   &reason))
    return fail_item (self, item, reason->message);

  return TRUE;
}

/* Groups are for the reader of the file alone: what they hold is read as if it
 * stood outside. */
static gboolean
read_item (PlumbResponseReader *self, JsonObject *item, gpointer data)
{
  const PlumbFinding *finding = get_finding (self, item);
  const PlumbRecommendation *advice = get_advice (self, item);
  JsonArray *answers;

  if (get_link (item) == NULL)
    return fail_item (self, item, _ ("An item has no “linkId”."));
  if (json_object_has_member (item, "modifierExtension"))
    return fail_item (self, item, _ ("A “modifierExtension” changes what it means."));
  if (!get_array (item, "answer", &answers))
    return fail_item (self, item, _ ("Its “answer” is not a list."));

  /* What stands within its answer belongs to it. */
  if (advice != NULL)
    return read_stance (self, item, advice, answers);
  if (!is_known (self, item))
    {
      gboolean is_group = answers == NULL || json_array_get_length (answers) == 0;

      if (!is_group || is_unknown_throughout (self, item, NULL))
        return keep_unknown (self, item);
      if (*self->error != NULL)
        return FALSE;
    }

  return foreach_child (self, item, read_item, NULL)
         && (!is_body (self, item) || read_marks (self, item, answers))
         && (finding == NULL || read_answer (self, item, finding, answers));
}

/**
 * plumb_response_reader_read_items:
 * @self: a reader
 * @resource: the resource
 *
 * Returns: %FALSE with the reader's error set where an item cannot be
 */
gboolean
plumb_response_reader_read_items (PlumbResponseReader *self, JsonObject *resource)
{
  return foreach_item (self, resource, read_item, NULL);
}
