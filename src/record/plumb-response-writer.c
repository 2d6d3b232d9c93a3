/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-response-private.h"

#include <string.h>

/* ---- what is kept for others ------------------------------------------------------------- */

/* Whether a member of the resource is written back as it was read. */
gboolean
plumb_response_keeps_member (const char *name)
{
  static const char *const own[]
      = { "resourceType", "id", "questionnaire", "status", "item", "text", NULL };

  return !g_strv_contains (own, name);
}

/* The remainder as read from the file, or NULL where there is none. */
static PlumbJson *
parse_remainder (PlumbConsultation *consultation)
{
  const char *remainder = plumb_consultation_get_remainder (consultation);
  g_autoptr (PlumbJson) json
      = remainder ? plumb_json_new (remainder, strlen (remainder), NULL) : NULL;

  return json != NULL && JSON_NODE_HOLDS_OBJECT (plumb_json_get_root (json))
             ? g_steal_pointer (&json)
             : NULL;
}

/* Returns: whether the file that CONSULTATION was read from called it completed. */
gboolean
plumb_response_was_completed (PlumbConsultation *consultation)
{
  g_autoptr (PlumbJson) json = parse_remainder (consultation);

  return json != NULL
         && g_strcmp0 (json_object_get_string_member_with_default (
                           json_node_get_object (plumb_json_get_root (json)), "status", NULL),
                       PLUMB_RESPONSE_COMPLETED)
                == 0;
}

/* ---- members ----------------------------------------------------------------------------- */

static void
begin_member (GString *text, const char *name)
{
  g_string_append (text, text->len > 2 ? ",\n  " : "  ");
  plumb_json_append_string (text, name);
  g_string_append (text, ": ");
}

static void
append_member (GString *text, const char *name, const char *value)
{
  begin_member (text, name);
  plumb_json_append_string (text, value);
}

static void
append_questionnaire (GString *text, PlumbPathway *pathway)
{
  g_autofree char *canonical
      = g_strdup_printf ("%s%s|%s", PLUMB_RESPONSE_URN, plumb_pathway_get_id (pathway),
                         plumb_pathway_get_version (pathway));

  append_member (text, "questionnaire", canonical);
}

/* The answers were gathered on the day of the visit. A file may know the hour as
 * well, and then keeps it as long as the day is the same. */
static void
append_authored (GString *text, PlumbConsultation *consultation, PlumbJson *remainder)
{
  const PlumbFinding *finding = plumb_pathway_get_role (
      plumb_consultation_get_pathway (consultation), PLUMB_ROLE_VISIT_DATE);
  const PlumbValue *visit = finding ? plumb_consultation_get_answer (consultation, finding) : NULL;
  JsonNode *node = remainder ? json_object_get_member (
                       json_node_get_object (plumb_json_get_root (remainder)), "authored")
                             : NULL;
  const char *kept = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node)
                         : NULL;
  g_autofree char *day = NULL;

  if (visit != NULL && visit->type == PLUMB_VALUE_DATE)
    day = plumb_value_to_string (visit);
  if (kept != NULL && (day == NULL || g_str_has_prefix (kept, day)))
    append_member (text, "authored", kept);
  else if (day != NULL)
    append_member (text, "authored", day);
}

static void
append_kept_members (GString *text, PlumbJson *remainder)
{
  g_autoptr (GList) names
      = json_object_get_members (json_node_get_object (plumb_json_get_root (remainder)));

  for (GList *l = names; l != NULL; l = l->next)
    {
      PlumbJsonSlice slice = plumb_json_get_member (remainder, l->data);

      if (!plumb_response_keeps_member (l->data) || strcmp (l->data, "authored") == 0)
        continue;
      begin_member (text, l->data);
      g_string_append_len (text, slice.text, slice.length);
    }
}

/* ---- items ------------------------------------------------------------------------------- */

static void
begin_item (GString *items, const char *link, const char *text)
{
  g_string_append (items, items->len > 0 ? ",\n    {\"linkId\": " : "    {\"linkId\": ");
  plumb_json_append_string (items, link);
  g_string_append (items, ", \"text\": ");
  plumb_json_append_string (items, text);
  g_string_append (items, ", \"answer\": [");
}

static void
append_answers (GString *items, PlumbConsultation *consultation)
{
  GPtrArray *findings = plumb_pathway_get_findings (plumb_consultation_get_pathway (consultation));

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      const PlumbValue *value = plumb_consultation_get_answer (consultation, finding);

      if (value->type == PLUMB_VALUE_NULL)
        continue;
      begin_item (items, finding->id, plumb_text_get (finding->label, NULL));
      plumb_response_answer_append (items, finding, value);
      g_string_append (items, "]}");
    }
}

static void
append_marks (GString *items, PlumbConsultation *consultation)
{
  const PlumbBody *body = plumb_pathway_get_body (plumb_consultation_get_pathway (consultation));
  PlumbBodyMarks *marks = plumb_consultation_get_marks (consultation);

  if (body == NULL || plumb_body_marks_count (marks) == 0)
    return;
  begin_item (items, body->id, plumb_text_get (body->title, NULL));
  plumb_response_marks_append (items, marks);
  g_string_append (items, "]}");
}

static void
append_stances (GString *items, PlumbConsultation *consultation)
{
  GPtrArray *advice
      = plumb_pathway_get_recommendations (plumb_consultation_get_pathway (consultation));
  PlumbStances *stances = plumb_consultation_get_stances (consultation);

  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbRecommendation *one = g_ptr_array_index (advice, i);
      const PlumbStance *stance = plumb_stances_get (stances, one);

      if (stance->kind == PLUMB_STANCE_NONE && !stance->left_out)
        continue;
      begin_item (items, one->id, plumb_text_get (one->title, NULL));
      plumb_response_stance_append (items, one, stance);
      g_string_append (items, "]}");
    }
}

static void
append_kept_items (GString *items, PlumbJson *remainder)
{
  JsonNode *node
      = json_object_get_member (json_node_get_object (plumb_json_get_root (remainder)), "item");
  JsonArray *array
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        {
          PlumbJsonSlice slice = plumb_json_get_slice (remainder, json_node_get_object (element));

          g_string_append (items, items->len > 0 ? ",\n    " : "    ");
          g_string_append_len (items, slice.text, slice.length);
        }
    }
}

/**
 * plumb_consultation_file_to_json:
 * @consultation: a consultation
 * @completed: whether it is finished
 *
 * Writes the answers in the order of the pathway's findings, an item a line, the
 * marks of the body map, what the clinician does with each advice, then what the file that they
 * came from held besides.
 *
 * Returns: (transfer full): a FHIR R4 QuestionnaireResponse as JSON
 */
char *
plumb_consultation_file_to_json (PlumbConsultation *consultation, gboolean completed)
{
  g_autoptr (GString) text = g_string_new ("{\n");
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (PlumbJson) remainder = NULL;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (consultation), NULL);

  remainder = parse_remainder (consultation);
  append_member (text, "resourceType", PLUMB_RESPONSE_TYPE);
  if (plumb_consultation_get_id (consultation) != NULL)
    append_member (text, "id", plumb_consultation_get_id (consultation));
  append_questionnaire (text, plumb_consultation_get_pathway (consultation));
  append_member (text, "status", completed ? PLUMB_RESPONSE_COMPLETED : PLUMB_RESPONSE_IN_PROGRESS);
  append_authored (text, consultation, remainder);
  if (remainder != NULL)
    append_kept_members (text, remainder);

  append_answers (items, consultation);
  append_marks (items, consultation);
  append_stances (items, consultation);
  if (remainder != NULL)
    append_kept_items (items, remainder);
  if (items->len > 0)
    {
      begin_member (text, "item");
      g_string_append_printf (text, "[\n%s\n  ]", items->str);
    }
  g_string_append (text, "\n}\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}
