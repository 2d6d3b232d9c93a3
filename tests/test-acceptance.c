/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-file.h"
#include "plumb-evaluation.h"
#include "plumb-test.h"

#include <json-glib/json-glib.h>

/*
 * The pathway against what a reference CQL engine answers to consultations,
 * complete and partial (data/oracle-*.ndjson), and against clinical stories
 * with advice that must and must not appear (data/vignettes). A case each.
 */

static PlumbPathway *pathway;

typedef struct
{
  PlumbConsultation *consultation;
  JsonNode *expected;
} Case;

static Case *
new_case (PlumbConsultation *consultation, JsonNode *expected)
{
  Case *result = g_new0 (Case, 1);

  g_assert_nonnull (consultation);
  result->consultation = consultation;
  result->expected = expected;

  return result;
}

static void
free_case (gpointer data)
{
  Case *self = data;

  g_object_unref (self->consultation);
  json_node_unref (self->expected);
  g_free (self);
}

/* ---- comparing --------------------------------------------------------------------------- */

static GHashTable *
list_in_force (const PlumbEvaluation *evaluation)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);

  for (guint i = 0; i < advice->len; i++)
    g_hash_table_add (ids, (gpointer) ((PlumbRecommendation *) g_ptr_array_index (advice, i))->id);

  return ids;
}

/* Reports each id of LIST that is (or is not) in force. */
static void
check_list (GHashTable *in_force, JsonArray *list, gboolean wanted, const char *complaint)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      const char *id = json_array_get_string_element (list, i);

      /* A word that the pathway does not know could never be in force. */
      g_assert_nonnull (plumb_pathway_lookup_recommendation (pathway, id));
      if (g_hash_table_contains (in_force, id) != wanted)
        {
          g_test_message ("%s: %s", complaint, id);
          g_test_fail ();
        }
    }
}

static void
check_term (const char *name, JsonNode *expected, const PlumbEvaluation *evaluation)
{
  const PlumbTerm *term = plumb_pathway_lookup_term (pathway, name);
  const PlumbValue *value;

  g_assert_nonnull (term);
  value = plumb_evaluation_get_term (evaluation, term);
  if (JSON_NODE_HOLDS_NULL (expected))
    g_assert_cmpint (value->type, ==, PLUMB_VALUE_NULL);
  else if (json_node_get_value_type (expected) == G_TYPE_STRING)
    {
      g_assert_cmpint (value->type, ==, PLUMB_VALUE_STRING);
      g_assert_cmpstr (value->string, ==, json_node_get_string (expected));
    }
  else
    {
      g_assert_cmpint (value->type, ==, PLUMB_VALUE_INTEGER);
      g_assert_cmpint (value->integer, ==, json_node_get_int (expected));
    }
}

static void
test_oracle (gconstpointer data)
{
  const Case *self = data;
  JsonObject *expected = json_node_get_object (self->expected);
  JsonArray *list = json_object_get_array_member (expected, "recommendations");
  JsonObject *terms = json_object_get_object_member (expected, "terms");
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_evaluation_new_for_consultation (self->consultation);
  g_autoptr (GHashTable) in_force = list_in_force (evaluation);
  g_autoptr (GList) names = json_object_get_members (terms);
  GHashTableIter iter;
  gpointer id;

  g_assert_cmpstr (plumb_consultation_get_id (self->consultation), ==,
                   json_object_get_string_member (expected, "id"));
  check_list (in_force, list, TRUE, "missing");
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_hash_table_remove (in_force, json_array_get_string_element (list, i));
  g_hash_table_iter_init (&iter, in_force);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_test_message ("unwanted: %s", (char *) id);
      g_test_fail ();
    }
  for (GList *l = names; l != NULL; l = l->next)
    check_term (l->data, json_object_get_member (terms, l->data), evaluation);
}

static void
test_vignette (gconstpointer data)
{
  const Case *self = data;
  JsonObject *story = json_node_get_object (self->expected);
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_evaluation_new_for_consultation (self->consultation);
  g_autoptr (GHashTable) in_force = list_in_force (evaluation);

  check_list (in_force, json_object_get_array_member (story, "must"), TRUE, "missing");
  check_list (in_force, json_object_get_array_member (story, "must_not"), FALSE, "unwanted");
}

/* ---- cases ------------------------------------------------------------------------------- */

static void
add_oracle (void)
{
  g_auto (GStrv) consultations = plumb_test_read_lines ("oracle-consultations.ndjson");
  g_auto (GStrv) answers = plumb_test_read_lines ("oracle-expected.ndjson");

  g_assert_cmpuint (g_strv_length (consultations), >=, 319);
  g_assert_cmpuint (g_strv_length (consultations), ==, g_strv_length (answers));
  for (guint i = 0; consultations[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      PlumbConsultation *consultation
          = plumb_consultation_file_parse (pathway, consultations[i], -1, NULL, &error);
      g_autofree char *path = NULL;

      g_assert_no_error (error);
      path = g_strdup_printf ("/acceptance/oracle/%s", plumb_consultation_get_id (consultation));
      g_test_add_data_func_full (path, new_case (consultation, json_from_string (answers[i], NULL)),
                                 test_oracle, free_case);
    }
}

static PlumbValue
read_answer (JsonNode *node)
{
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return plumb_value_boolean (json_node_get_boolean (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return plumb_value_integer (json_node_get_int (node));

  return plumb_value_string (json_node_get_string (node));
}

static PlumbConsultation *
answer_story (JsonObject *answers)
{
  PlumbConsultation *consultation = plumb_consultation_new (pathway);
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  json_object_iter_init (&iter, answers);
  while (json_object_iter_next (&iter, &id, &node))
    {
      const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, id);
      const PlumbValue value = read_answer (node);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (finding);
      plumb_consultation_answer (consultation, finding, &value, &error);
      g_assert_no_error (error);
    }

  return consultation;
}

static void
add_vignettes (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "vignettes", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n_stories = 0;
  const char *name;

  g_assert_nonnull (files);
  for (; (name = g_dir_read_name (files)) != NULL; n_stories++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *test = NULL;
      JsonNode *story;
      JsonObject *object;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      story = json_from_string (text, NULL);
      g_assert_nonnull (story);
      object = json_node_get_object (story);
      test = g_strdup_printf ("/acceptance/vignette/%s",
                              json_object_get_string_member (object, "id"));
      g_test_add_data_func_full (
          test, new_case (answer_story (json_object_get_object_member (object, "answers")), story),
          test_vignette, free_case);
    }
  g_assert_cmpuint (n_stories, >=, 14);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_pathway_new_builtin (NULL);
  g_assert_nonnull (pathway);

  add_oracle ();
  add_vignettes ();
  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
