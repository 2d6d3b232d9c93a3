/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-json.h"
#include "plumb-cli.h"
#include "plumb-phrase.h"

static void
add_date (JsonBuilder *builder, const char *name, const GDate *date)
{
  const PlumbValue value = plumb_value_date (date);
  g_autofree char *text = plumb_value_to_string (&value);

  plumb_cli_json_add_string (builder, name, text);
}

static void
add_recommendation (JsonBuilder *builder,
                    const PlumbEvaluation *evaluation,
                    const PlumbRecommendation *recommendation)
{
  g_autoptr (GPtrArray) because = plumb_evaluation_list_because (evaluation, recommendation);

  json_builder_begin_object (builder);
  plumb_cli_json_add_string (builder, "id", recommendation->id);
  plumb_cli_json_add_string (builder, "strength",
                             plumb_strength_to_string (recommendation->strength));
  plumb_cli_json_add_string (builder, "urgency", plumb_urgency_to_string (recommendation->urgency));
  plumb_cli_json_add_string (builder, "stage", recommendation->stage->id);
  plumb_cli_json_add_ids (builder, "statements", recommendation->statements);
  plumb_cli_json_add_ids (builder, "because", because);
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
        plumb_cli_json_add_value (
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
      plumb_cli_json_add_string (builder, "recommendation", recommendation->id);
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

  plumb_cli_json_add_pathway (builder, plumb_evaluation_get_pathway (evaluation));
  json_builder_set_member_name (builder, "recommendations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < advice->len; i++)
    add_recommendation (builder, evaluation, g_ptr_array_index (advice, i));
  json_builder_end_array (builder);
  add_scores (builder, evaluation);
  plumb_cli_json_add_ids (builder, "taken", taken);
  plumb_cli_json_add_ids (builder, "current", current);
  plumb_cli_json_add_ids (builder, "next", questions);
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

  json_builder_begin_object (builder);
  plumb_cli_json_add_string (builder, "id", id);
  add_evaluation (builder, evaluation);
  json_builder_end_object (builder);

  return plumb_cli_json_end (builder);
}
