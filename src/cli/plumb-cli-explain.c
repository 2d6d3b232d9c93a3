/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-json.h"
#include "plumb-cli-reading.h"
#include "plumb-explanation-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  PlumbCliReading reading;
  char *advice;
  gboolean all;
} PlumbCliExplain;

static void
clear_explain (PlumbCliExplain *self)
{
  plumb_cli_reading_clear (&self->reading);
  g_free (self->advice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbCliExplain, clear_explain)

/* ---- JSON -------------------------------------------------------------------------------- */

static void
add_truth (JsonBuilder *builder, const char *name, PlumbTruth truth)
{
  PlumbValue value
      = truth == PLUMB_UNKNOWN ? plumb_value_null () : plumb_value_boolean (truth == PLUMB_TRUE);

  plumb_cli_json_add_value (builder, name, &value);
}

static void
append_step (JsonBuilder *builder, const PlumbExplanationStep *step)
{
  json_builder_begin_object (builder);
  plumb_cli_json_add_string (builder, "node", step->node->id);
  plumb_cli_json_add_string (builder, "to", step->exit ? step->exit->target->id : NULL);
  add_truth (builder, "holds", step->truth);
  plumb_cli_json_add_ids (builder, "findings", step->findings);
  plumb_cli_json_add_ids (builder, "statements", step->node->statements);
  json_builder_end_object (builder);
}

static void
append_candidates (JsonBuilder *builder,
                   const PlumbExplanation *explanation,
                   const PlumbExplanationChange *change)
{
  const GArray *values
      = plumb_candidates_get (plumb_explanation_get_candidates (explanation), change->finding);

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < values->len; i++)
    if ((change->answers >> i & 1) != 0)
      plumb_cli_json_append_candidate (builder, change->finding,
                                       &g_array_index (values, PlumbCandidate, i));
  json_builder_end_array (builder);
}

static void
append_change (JsonBuilder *builder,
               const PlumbExplanation *explanation,
               const PlumbExplanationChange *change)
{
  const PlumbEvaluation *evaluation = plumb_explanation_get_evaluation (explanation);

  json_builder_begin_object (builder);
  if (change->finding == NULL)
    {
      plumb_cli_json_add_string (builder, "recommendation", change->recommendation->id);
      plumb_cli_json_add_boolean (builder, "in_force", change->wanted);
    }
  else
    {
      plumb_cli_json_add_string (builder, "finding", change->finding->id);
      plumb_cli_json_add_value (builder, "answered",
                                plumb_evaluation_get_answer (evaluation, change->finding));
      append_candidates (builder, explanation, change);
    }
  json_builder_end_object (builder);
}

static void
add_needs (JsonBuilder *builder, const PlumbExplanation *explanation)
{
  GPtrArray *needs = plumb_explanation_get_needs (explanation);

  json_builder_set_member_name (builder, "needs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < needs->len; i++)
    {
      GArray *need = g_ptr_array_index (needs, i);

      json_builder_begin_array (builder);
      for (guint j = 0; j < need->len; j++)
        append_change (builder, explanation, &g_array_index (need, PlumbExplanationChange, j));
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
append_explanation (JsonBuilder *builder, const PlumbExplanation *explanation)
{
  GPtrArray *steps = plumb_explanation_get_steps (explanation);

  json_builder_begin_object (builder);
  plumb_cli_json_add_string (builder, "recommendation",
                             plumb_explanation_get_recommendation (explanation)->id);
  add_truth (builder, "in_force", plumb_explanation_get_truth (explanation));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    append_step (builder, g_ptr_array_index (steps, i));
  json_builder_end_array (builder);
  add_needs (builder, explanation);
  plumb_cli_json_add_ids (builder, "statements", plumb_explanation_get_statements (explanation));
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *explanations, PlumbPathway *pathway, const char *id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  plumb_cli_json_add_string (builder, "id", id);
  plumb_cli_json_add_pathway (builder, pathway);
  json_builder_set_member_name (builder, "explanations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < explanations->len; i++)
    append_explanation (builder, g_ptr_array_index (explanations, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  text = plumb_cli_json_end (builder);
  puts (text);
}

/* ---- text -------------------------------------------------------------------------------- */

static void
print_text (GPtrArray *explanations, const char *language)
{
  if (explanations->len == 0)
    puts (_ ("No advice is in force."));
  for (guint i = 0; i < explanations->len; i++)
    {
      g_autofree char *text
          = plumb_explanation_to_text (g_ptr_array_index (explanations, i), language);

      if (i > 0)
        putchar ('\n');
      puts (text);
    }
}

/* ---- the command ------------------------------------------------------------------------- */

/* By its id, or by its title however it is capitalized. */
static const PlumbRecommendation *
find_advice (PlumbPathway *pathway, const char *name, const char *language)
{
  const PlumbRecommendation *found = plumb_pathway_lookup_recommendation (pathway, name);
  GPtrArray *all = plumb_pathway_get_recommendations (pathway);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < all->len && found == NULL; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (all, i);
      g_autofree char *title
          = g_utf8_casefold (plumb_text_get (recommendation->title, language), -1);

      if (g_str_equal (title, wanted))
        found = recommendation;
    }

  return found;
}

static void
add_explanation (GPtrArray *explanations,
                 PlumbEvaluation *evaluation,
                 const PlumbRecommendation *recommendation)
{
  g_ptr_array_add (explanations, plumb_explanation_new (evaluation, recommendation));
}

/* One advice; or those in force, and with --all the others behind them. */
static GPtrArray *
explain_all (const PlumbCliExplain *self,
             PlumbEvaluation *evaluation,
             const PlumbRecommendation *only)
{
  GPtrArray *explanations
      = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_explanation_unref);
  g_autoptr (GPtrArray) in_force = plumb_evaluation_list_advice (evaluation);
  GPtrArray *all = plumb_pathway_get_recommendations (plumb_evaluation_get_pathway (evaluation));

  if (only != NULL)
    {
      add_explanation (explanations, evaluation, only);
      return explanations;
    }
  for (guint i = 0; i < in_force->len; i++)
    add_explanation (explanations, evaluation, g_ptr_array_index (in_force, i));
  for (guint i = 0; self->all && i < all->len; i++)
    if (!g_ptr_array_find (in_force, g_ptr_array_index (all, i), NULL))
      add_explanation (explanations, evaluation, g_ptr_array_index (all, i));

  return explanations;
}

static int
explain (PlumbCliExplain *self)
{
  PlumbCliReading *reading = &self->reading;
  g_autoptr (GPtrArray) explanations = NULL;
  const PlumbRecommendation *only = NULL;
  int status = plumb_cli_reading_open_pathway (reading);

  if (status != PLUMB_CLI_DONE)
    return status;
  if (self->advice != NULL
      && (only = find_advice (reading->pathway, self->advice, reading->language)) == NULL)
    return plumb_cli_refuse ("explain", _ ("The pathway has no advice “%s”."), self->advice);
  status = plumb_cli_reading_open_consultation (reading);
  if (status != PLUMB_CLI_DONE)
    return status;

  explanations = explain_all (self, reading->evaluation, only);
  if (reading->json)
    print_json (explanations, reading->pathway, plumb_consultation_get_id (reading->consultation));
  else
    print_text (explanations, reading->language);

  return PLUMB_CLI_DONE;
}

/**
 * plumb_cli_explain:
 * @arguments: "explain" and what follows
 *
 * Prints why advice is in force, or what stands in its way.
 *
 * Returns: the program's exit status
 */
int
plumb_cli_explain (GStrv arguments)
{
  g_auto (PlumbCliExplain) self = { .reading.command = "explain" };
  const GOptionEntry entries[] = {
    { "advice", 0, 0, G_OPTION_ARG_STRING, &self.advice,
      N_ ("One advice, by its id or title, in force or not; else all that are in force"),
      N_ ("ADVICE") },
    { "recommendation", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &self.advice, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &self.all, N_ ("Those that are not in force as well"), NULL },
    { NULL },
  };
  int status;

  status
      = plumb_cli_reading_parse (&self.reading, arguments,
                                 _ ("Prints why advice is in force, or what stands in its way.\n"
                                    "FILE is a FHIR QuestionnaireResponse; - is standard input."),
                                 entries);
  if (status != PLUMB_CLI_DONE)
    return status;
  if (self.reading.files == NULL || self.reading.files[1] != NULL)
    return plumb_cli_refuse ("explain", _ ("One FILE is needed."));
  if (self.advice != NULL && self.all)
    return plumb_cli_refuse ("explain", _ ("--advice and --all do not go together."));

  return explain (&self);
}
