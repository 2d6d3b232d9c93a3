/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-response-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An item with the advice's id as its link keeps what the clinician does with it; reason, own
 * words and the handout are items within its answer. */
#define REASON ".reason"
#define WORDS ".words"
#define LEFT_OUT ".left-out"

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, PLUMB_CONSULTATION_FILE_ERROR, PLUMB_CONSULTATION_FILE_ERROR_ITEM,
                       message);
  return FALSE;
}

/* ---- reading ----------------------------------------------------------------------------- */

/* Returns: (nullable): the member of the only answer of an item within @answer */
static JsonNode *
find_detail (JsonObject *answer,
             const PlumbRecommendation *advice,
             const char *suffix,
             const char *value_name)
{
  g_autofree char *link = g_strconcat (advice->id, suffix, NULL);
  JsonNode *node = json_object_get_member (answer, "item");
  JsonArray *items = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonNode *element = json_array_get_element (items, i);
      JsonObject *item = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      JsonArray *answers;

      if (item == NULL
          || g_strcmp0 (json_object_get_string_member_with_default (item, "linkId", NULL), link)
                 != 0
          || (node = json_object_get_member (item, "answer")) == NULL
          || !JSON_NODE_HOLDS_ARRAY (node))
        continue;
      answers = json_node_get_array (node);
      if (json_array_get_length (answers) == 1
          && JSON_NODE_HOLDS_OBJECT (json_array_get_element (answers, 0)))
        return json_object_get_member (json_array_get_object_element (answers, 0), value_name);
    }

  return NULL;
}

static const char *
get_code (JsonNode *coding)
{
  return coding != NULL && JSON_NODE_HOLDS_OBJECT (coding)
             ? json_object_get_string_member_with_default (json_node_get_object (coding), "code",
                                                           NULL)
             : NULL;
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
read_reason (PlumbPathway *pathway,
             const PlumbRecommendation *advice,
             JsonObject *answer,
             PlumbStance *stance,
             GError **error)
{
  const char *code = get_code (find_detail (answer, advice, REASON, "valueCoding"));

  if (code == NULL)
    return TRUE;
  stance->reason = plumb_pathway_lookup_departure_reason (pathway, code);

  return stance->reason != NULL
         || fail (error, _ ("The reason is not one that this pathway knows."));
}

/**
 * plumb_response_stance_read:
 * @pathway: a pathway
 * @advice: an advice of it
 * @answer: the answer of the item with the advice's id
 * @stances: (inout): what is decided so far, replaced by that with @advice
 *
 * Returns: %FALSE with @error set to a sentence about the answer alone
 */
gboolean
plumb_response_stance_read (PlumbPathway *pathway,
                            const PlumbRecommendation *advice,
                            JsonObject *answer,
                            PlumbStances **stances,
                            GError **error)
{
  const char *code = get_code (json_object_get_member (answer, "valueCoding"));
  JsonNode *left_out = find_detail (answer, advice, LEFT_OUT, "valueBoolean");
  PlumbStance stance = { PLUMB_STANCE_NONE };
  PlumbStances *more;

  if (code == NULL || !plumb_stance_kind_from_string (code, &stance.kind))
    return fail (error, _ ("The answer must say what is done with the advice, as valueCoding: "
                           "none, accepted, declined or changed."));
  if (!read_reason (pathway, advice, answer, &stance, error))
    return FALSE;
  /* Copied below. */
  stance.words = (char *) get_string (find_detail (answer, advice, WORDS, "valueString"));
  stance.left_out = left_out != NULL && json_node_get_value_type (left_out) == G_TYPE_BOOLEAN
                    && json_node_get_boolean (left_out);
  if (!plumb_stance_check (advice, &stance, error))
    return FALSE;

  more = plumb_stances_new_with (*stances, advice, &stance);
  plumb_stances_unref (*stances);
  *stances = more;

  return TRUE;
}

/* ---- writing ----------------------------------------------------------------------------- */

static void
begin_detail (GString *text,
              gboolean *any,
              const PlumbRecommendation *advice,
              const char *suffix,
              const char *value_name)
{
  g_autofree char *link = g_strconcat (advice->id, suffix, NULL);

  g_string_append (text, *any ? ", " : ", \"item\": [");
  *any = TRUE;
  g_string_append (text, "{\"linkId\": ");
  plumb_json_append_string (text, link);
  g_string_append_printf (text, ", \"answer\": [{\"%s\": ", value_name);
}

/**
 * plumb_response_stance_append:
 * @text: what is being written
 * @advice: an advice
 * @stance: what is done with it
 *
 * Appends the only element of an item's `answer`.
 */
void
plumb_response_stance_append (GString *text,
                              const PlumbRecommendation *advice,
                              const PlumbStance *stance)
{
  gboolean any = FALSE;

  g_string_append_printf (text, "{\"valueCoding\": {\"code\": \"%s\"}",
                          plumb_stance_kind_to_string (stance->kind));
  if (stance->reason != NULL)
    {
      begin_detail (text, &any, advice, REASON, "valueCoding");
      g_string_append (text, "{\"code\": ");
      plumb_json_append_string (text, stance->reason->id);
      g_string_append (text, ", \"display\": ");
      plumb_json_append_string (text, plumb_text_get (stance->reason->text, NULL));
      g_string_append (text, "}}]}");
    }
  if (stance->words != NULL)
    {
      begin_detail (text, &any, advice, WORDS, "valueString");
      plumb_json_append_string (text, stance->words);
      g_string_append (text, "}]}");
    }
  if (stance->left_out)
    {
      begin_detail (text, &any, advice, LEFT_OUT, "valueBoolean");
      g_string_append (text, "true}]}");
    }
  g_string_append (text, any ? "]}" : "}");
}
