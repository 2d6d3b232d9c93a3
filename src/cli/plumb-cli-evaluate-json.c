/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli.h"
#include "plumb-phrase.h"

#include <json-glib/json-glib.h>

/* Every struct of the pathway that has an id begins with it. */
typedef struct
{
  const char *id;
} PlumbIdentified;

G_STATIC_ASSERT (G_STRUCT_OFFSET (PlumbFinding, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlumbNode, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (PlumbStatement, id) == 0);

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_ids (JsonBuilder *builder, const char *name, GPtrArray *things)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < things->len; i++)
    {
      const PlumbIdentified *thing = g_ptr_array_index (things, i);

      json_builder_add_string_value (builder, thing->id);
    }
  json_builder_end_array (builder);
}

static void
add_value (JsonBuilder *builder, const char *name, const PlumbValue *value)
{
  json_builder_set_member_name (builder, name);
  switch (value->type)
    {
    case PLUMB_VALUE_BOOLEAN:
      json_builder_add_boolean_value (builder, value->boolean);
      break;
    case PLUMB_VALUE_INTEGER:
      json_builder_add_int_value (builder, value->integer);
      break;
    case PLUMB_VALUE_DECIMAL:
      json_builder_add_double_value (builder, (double) value->decimal / (double) PLUMB_DECIMAL_ONE);
      break;
    case PLUMB_VALUE_STRING:
      json_builder_add_string_value (builder, value->string);
      break;
    case PLUMB_VALUE_NULL:
    case PLUMB_VALUE_DATE:
    case PLUMB_VALUE_LIST:
    default:
      json_builder_add_null_value (builder);
    }
}

static void
add_date (JsonBuilder *builder, const char *name, const GDate *date)
{
  const PlumbValue value = plumb_value_date (date);
  g_autofree char *text = plumb_value_to_string (&value);

  add_string (builder, name, text);
}

static void
add_pathway (JsonBuilder *builder, PlumbPathway *pathway)
{
  json_builder_set_member_name (builder, "pathway");
  json_builder_begin_object (builder);
  add_string (builder, "id", plumb_pathway_get_id (pathway));
  add_string (builder, "version", plumb_pathway_get_version (pathway));
  json_builder_end_object (builder);
}

static void
add_recommendation (JsonBuilder *builder,
                    const PlumbEvaluation *evaluation,
                    const PlumbRecommendation *recommendation)
{
  g_autoptr (GPtrArray) because = plumb_evaluation_list_because (evaluation, recommendation);

  json_builder_begin_object (builder);
  add_string (builder, "id", recommendation->id);
  add_string (builder, "strength", plumb_strength_to_string (recommendation->strength));
  add_string (builder, "urgency", plumb_urgency_to_string (recommendation->urgency));
  add_string (builder, "stage", recommendation->stage->id);
  add_ids (builder, "statements", recommendation->statements);
  add_ids (builder, "because", because);
  json_builder_end_object (builder);
}

static void
add_scores (JsonBuilder *builder, const PlumbEvaluation *evaluation)
{
  GPtrArray *scores = plumb_pathway_get_scores (plumb_evaluation_get_pathway (evaluation));

  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      json_builder_set_member_name (builder, score->id);
      json_builder_begin_object (builder);
      for (guint j = 0; j < score->field_names->len; j++)
        add_value (
            builder, g_ptr_array_index (score->field_names, j),
            plumb_evaluation_get_term (evaluation, g_ptr_array_index (score->field_terms, j)));
      json_builder_end_object (builder);
    }
}

static void
add_reviews (JsonBuilder *builder, const PlumbEvaluation *evaluation, GPtrArray *advice)
{
  json_builder_set_member_name (builder, "reviews");
  json_builder_begin_array (builder);
  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (advice, i);
      GDate earliest, due;

      if (!plumb_evaluation_get_review (evaluation, recommendation, &earliest, &due))
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "recommendation", recommendation->id);
      add_date (builder, "earliest", &earliest);
      add_date (builder, "due", &due);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_evaluation (JsonBuilder *builder, const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  g_autoptr (GPtrArray) taken = plumb_evaluation_list_taken (evaluation);
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (evaluation);
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);

  add_pathway (builder, plumb_evaluation_get_pathway (evaluation));
  json_builder_set_member_name (builder, "recommendations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < advice->len; i++)
    add_recommendation (builder, evaluation, g_ptr_array_index (advice, i));
  json_builder_end_array (builder);
  add_scores (builder, evaluation);
  add_ids (builder, "taken", taken);
  add_ids (builder, "current", current);
  add_ids (builder, "next", questions);
  add_reviews (builder, evaluation, advice);
}

/**
 * plumb_cli_evaluation_to_json:
 * @evaluation: what the pathway says
 * @id: (nullable): the consultation's id
 *
 * Returns: (transfer full): a JSON object in one line
 */
char *
plumb_cli_evaluation_to_json (const PlumbEvaluation *evaluation, const char *id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "id", id);
  add_evaluation (builder, evaluation);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
