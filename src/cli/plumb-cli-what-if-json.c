/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-what-if.h"

#include "plumb-cli-json.h"
#include "plumb-phrase.h"

#include <stdio.h>

static void
add_urgency_changes (JsonBuilder *builder, const PlumbWhatIf *what_if)
{
  GArray *changes = plumb_what_if_get_urgency_changes (what_if);

  json_builder_set_member_name (builder, "urgency_changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    {
      const PlumbUrgencyChange *change = &g_array_index (changes, PlumbUrgencyChange, i);

      json_builder_begin_object (builder);
      plumb_cli_json_add_string (builder, "recommendation", change->recommendation->id);
      plumb_cli_json_add_string (builder, "before", plumb_urgency_to_string (change->before));
      plumb_cli_json_add_string (builder, "after", plumb_urgency_to_string (change->after));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_effect (JsonBuilder *builder, const PlumbWhatIf *what_if)
{
  plumb_cli_json_add_ids (builder, "added", plumb_what_if_get_added (what_if));
  plumb_cli_json_add_ids (builder, "removed", plumb_what_if_get_removed (what_if));
  add_urgency_changes (builder, what_if);
}

static JsonBuilder *
begin_json (PlumbPathway *pathway, const char *id)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  plumb_cli_json_add_string (builder, "id", id);
  plumb_cli_json_add_pathway (builder, pathway);

  return builder;
}

static void
print_builder (JsonBuilder *builder)
{
  g_autofree char *text = NULL;

  json_builder_end_object (builder);
  text = plumb_cli_json_end (builder);
  puts (text);
}

void
plumb_cli_print_effect (const PlumbWhatIf *what_if, PlumbPathway *pathway, const char *id)
{
  g_autoptr (JsonBuilder) builder = begin_json (pathway, id);
  const PlumbEvaluation *after = plumb_what_if_get_after (what_if);
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (after);
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (after);
  GArray *answers = plumb_what_if_get_answers (what_if);

  json_builder_set_member_name (builder, "set");
  json_builder_begin_object (builder);
  for (guint i = 0; i < answers->len; i++)
    {
      const PlumbAnswer *answer = &g_array_index (answers, PlumbAnswer, i);

      plumb_cli_json_add_value (builder, answer->finding->id, &answer->value);
    }
  json_builder_end_object (builder);
  add_effect (builder, what_if);
  plumb_cli_json_add_ids (builder, "changed", plumb_what_if_get_changed_nodes (what_if));
  plumb_cli_json_add_ids (builder, "current", current);
  plumb_cli_json_add_ids (builder, "next", questions);
  print_builder (builder);
}

static void
append_possible (JsonBuilder *builder, const PlumbPossibleAnswers *list, guint i)
{
  const PlumbPossibleAnswer *possible = plumb_possible_answers_get (list, i);
  const GArray *values
      = plumb_candidates_get (plumb_possible_answers_get_candidates (list), possible->finding);

  json_builder_begin_object (builder);
  plumb_cli_json_add_string (builder, "finding", possible->finding->id);
  plumb_cli_json_add_value (
      builder, "answered",
      plumb_evaluation_get_answer (plumb_what_if_get_before (possible->effect), possible->finding));
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint j = 0; j < values->len; j++)
    if ((possible->answers >> j & 1) != 0)
      plumb_cli_json_append_candidate (builder, possible->finding,
                                       &g_array_index (values, PlumbCandidate, j));
  json_builder_end_array (builder);
  plumb_cli_json_add_string (
      builder, "urgency", plumb_urgency_to_string (plumb_what_if_get_urgency (possible->effect)));
  add_effect (builder, possible->effect);
  json_builder_end_object (builder);
}

void
plumb_cli_print_possible_answers (const PlumbPossibleAnswers *list,
                                  PlumbPathway *pathway,
                                  const char *id)
{
  g_autoptr (JsonBuilder) builder = begin_json (pathway, id);

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plumb_possible_answers_get_length (list); i++)
    append_possible (builder, list, i);
  json_builder_end_array (builder);
  print_builder (builder);
}
