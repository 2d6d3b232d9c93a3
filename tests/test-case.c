/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-case-shelf.h"
#include "plumb-test.h"

#include <glib/gstdio.h>

typedef struct
{
  PlumbPathway *pathway;
  PlumbTraps *traps;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->pathway = plumb_test_builtin ();
  fixture->traps = plumb_traps_new_builtin (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plumb_traps_unref (fixture->traps);
  plumb_pathway_unref (fixture->pathway);
}

static PlumbCase *
read_case (Fixture *fixture, const char *xml, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return plumb_case_new_from_bytes (fixture->pathway, fixture->traps, bytes, "test.xml", error);
}

#define HEAD                                                                                  \
  "<case format='1' id='a-case' pathway='low-back-pain' difficulty='1' review='submitted'>\n" \
  "<title>A title</title>\n"
#define STEP "<step><text>Somebody comes.</text><given finding='age' value='48'/>"
#define END "</step>\n<expect step='1' stage='triage'/>\n</case>"

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCase) found
      = read_case (fixture,
                   HEAD STEP "<hidden finding='rf_fever' value='true'><text>Very hot.</text>"
                             "</hidden><card id='red_flags'/>" END,
                   &error);
  const PlumbFinding *fever = plumb_pathway_lookup_finding (fixture->pathway, "rf_fever");
  const PlumbFinding *numbness
      = plumb_pathway_lookup_finding (fixture->pathway, "rf_saddle_anesthesia");
  const PlumbFinding *weeks = plumb_pathway_lookup_finding (fixture->pathway, "weeks_since_onset");
  const PlumbCaseAnswer *answer;

  g_assert_no_error (error);
  answer = plumb_case_find_answer (found, 0, fever);
  g_assert_cmpstr (plumb_text_get (answer->text, NULL), ==, "Very hot.");
  g_assert_true (answer->value.boolean);
  g_assert_false (answer->given);
  /* What the card implies … */
  g_assert_false (plumb_case_find_answer (found, 0, numbness)->value.boolean);
  /* … and what nobody says. */
  g_assert_null (plumb_case_find_answer (found, 0, weeks));
}

/* A later visit replaces what an earlier one knew, and keeps the rest. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCase) found = read_case (
      fixture,
      HEAD STEP "<given finding='weeks_since_onset' value='1'/></step>"
                "<step><text>Later.</text><given finding='weeks_since_onset' value='5'/></step>"
                "<expect step='1' stage='triage'/><expect step='2' stage='triage'/></case>",
      &error);
  const PlumbFinding *age = plumb_pathway_lookup_finding (fixture->pathway, "age");
  const PlumbFinding *weeks = plumb_pathway_lookup_finding (fixture->pathway, "weeks_since_onset");

  g_assert_no_error (error);
  g_assert_cmpuint (plumb_case_count_steps (found), ==, 2);
  g_assert_cmpint (plumb_case_find_answer (found, 0, weeks)->value.integer, ==, 1);
  g_assert_cmpint (plumb_case_find_answer (found, 1, weeks)->value.integer, ==, 5);
  g_assert_cmpint (plumb_case_find_answer (found, 1, age)->value.integer, ==, 48);
}

/* Each is refused with its place. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *xml;
    const char *message;
    int code;
  } files[] = {
    { "", "test.xml:1:", PLUMB_CASE_ERROR_MARKUP },
    { "hello", "test.xml:1:1:", PLUMB_CASE_ERROR_MARKUP },
    { "<pathway format='1'/>", "test.xml:1:1: this is <pathway>", PLUMB_CASE_ERROR_FORMAT },
    { "<case format='2'/>", "test.xml:1:15:", PLUMB_CASE_ERROR_FORMAT },
    { "<case format='1' id='x' pathway='neck-pain' difficulty='1' review='submitted'/>",
      "test.xml:1:34: the case is about the pathway “neck-pain”", PLUMB_CASE_ERROR_PATHWAY },
    { "<case format='1' id='x' pathway='low-back-pain' difficulty='4' review='submitted'/>",
      "test.xml:1:61: “4”", PLUMB_CASE_ERROR_VALUE },
    { "<case format='1' id='../x' pathway='low-back-pain' difficulty='1' review='submitted'/>",
      "test.xml:1:22: “../x” is not an id", PLUMB_CASE_ERROR_VALUE },
    { HEAD "</case>", "test.xml:1:1: <case> lacks its <step>", PLUMB_CASE_ERROR_MARKUP },
    { HEAD STEP "<given finding='horoscope' value='true'/>" END,
      "test.xml:3:", PLUMB_CASE_ERROR_ID },
    { HEAD STEP "<given finding='age' value='49'/>" END, "test.xml:3:", PLUMB_CASE_ERROR_ID },
    { HEAD STEP "<hidden finding='rf_fever' value='perhaps'/>" END,
      "test.xml:3:", PLUMB_CASE_ERROR_VALUE },
    { HEAD STEP "<hidden finding='course' value='sideways'/>" END,
      "test.xml:3:", PLUMB_CASE_ERROR_VALUE },
    { HEAD STEP "<card id='tarot'/>" END, "test.xml:3:", PLUMB_CASE_ERROR_ID },
    { HEAD STEP "<spell/>" END, "test.xml:3:", PLUMB_CASE_ERROR_MARKUP },
    { HEAD STEP "</step>\n</case>", "test.xml:1:1: nothing is expected of step 1",
      PLUMB_CASE_ERROR_MARKUP },
    { HEAD STEP "</step>\n<expect step='2' stage='triage'/></case>",
      "test.xml:4:15:", PLUMB_CASE_ERROR_VALUE },
    { HEAD STEP "</step>\n<expect step='1' stage='lobby'/></case>",
      "test.xml:4:25:", PLUMB_CASE_ERROR_ID },
    { HEAD STEP "</step>\n<expect step='1' stage='triage' advice='leeches'/></case>",
      "test.xml:4:41:", PLUMB_CASE_ERROR_ID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlumbCase) found = read_case (fixture, files[i].xml, &error);

      g_assert_null (found);
      g_assert_error (error, PLUMB_CASE_ERROR, files[i].code);
      if (!g_str_has_prefix (error->message, files[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, files[i].message);
    }
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* A damaged and a foreign file are told of, and the others load. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("plumbline-cases-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCaseShelf) shelf = NULL;
  GPtrArray *refusals;

  write_file (path, "damaged.xml", "<case format='1'");
  write_file (path, "foreign.xml", "<html/>");
  write_file (path, "good.xml", HEAD STEP END);
  write_file (path, "twin.xml", HEAD STEP END);
  write_file (path, "notes.txt", "no case");
  shelf = plumb_case_shelf_new_from_folder (fixture->pathway, folder, &error);
  remove_folder (path);
  g_assert_no_error (error);
  g_assert_cmpuint (plumb_case_shelf_get_cases (shelf)->len, ==, 1);
  g_assert_nonnull (plumb_case_shelf_lookup (shelf, "a-case"));
  refusals = plumb_case_shelf_get_refusals (shelf);
  g_assert_cmpuint (refusals->len, ==, 3);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (refusals, 0), "damaged.xml:1:"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (refusals, 1), "foreign.xml:1:1:"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (refusals, 2), "twin.xml:1:1:"));
  g_clear_pointer (&shelf, plumb_case_shelf_free);
  shelf = plumb_case_shelf_new_from_folder (fixture->pathway, folder, &error);
  g_assert_null (shelf);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* ---- the cases that come with the program ------------------------------------------------- */

static PlumbCaseShelf *
open_shelf (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlumbCaseShelf *shelf = plumb_case_shelf_new_builtin (fixture->pathway, &error);
  GPtrArray *refusals;

  g_assert_no_error (error);
  refusals = plumb_case_shelf_get_refusals (shelf);
  for (guint i = 0; i < refusals->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (refusals, i));
  g_assert_cmpuint (refusals->len, ==, 0);

  return shelf;
}

static void
test_every_file_is_in_the_bundle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseShelf) shelf = open_shelf (fixture);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "cases", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCaseShelf) files
      = plumb_case_shelf_new_from_folder (fixture->pathway, folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plumb_case_shelf_get_cases (files)->len, >=, 24);
  g_assert_cmpuint (plumb_case_shelf_get_refusals (files)->len, ==, 0);
  g_assert_cmpuint (plumb_case_shelf_get_cases (shelf)->len, ==,
                    plumb_case_shelf_get_cases (files)->len);
}

static void
check_advice (PlumbCase *self, guint step, PlumbEvaluation *evaluation)
{
  const PlumbCaseStep *visit = plumb_case_get_step (self, step);

  g_assert_cmpuint (visit->expected->len, >, 0);
  for (guint i = 0; i < visit->expected->len; i++)
    {
      const PlumbRecommendation *advice = g_ptr_array_index (visit->expected, i);

      if (plumb_evaluation_get_recommendation (evaluation, advice) != PLUMB_TRUE)
        g_error ("%s, step %u: %s is not in force", plumb_case_get_id (self), step + 1, advice->id);
    }
  for (guint i = 0; i < visit->absent->len; i++)
    {
      const PlumbRecommendation *advice = g_ptr_array_index (visit->absent, i);

      if (plumb_evaluation_get_recommendation (evaluation, advice) == PLUMB_TRUE)
        g_error ("%s, step %u: %s is in force", plumb_case_get_id (self), step + 1, advice->id);
    }
}

/* Some box of the stage is reached. */
static gboolean
reaches_stage (PlumbEvaluation *evaluation, const PlumbStage *stage)
{
  for (guint i = 0; i < stage->nodes->len; i++)
    if (plumb_evaluation_get_node (evaluation, g_ptr_array_index (stage->nodes, i)) == PLUMB_TRUE)
      return TRUE;

  return FALSE;
}

/* The pathway says to each case what its author expects, and has nothing left to ask that the
 * case could answer. */
static void
test_expectations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseShelf) shelf = open_shelf (fixture);
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);

  for (guint i = 0; i < cases->len; i++)
    {
      PlumbCase *self = g_ptr_array_index (cases, i);

      for (guint step = 0; step < plumb_case_count_steps (self); step++)
        {
          g_autoptr (PlumbEvaluation) evaluation = plumb_case_evaluate (self, step);
          const PlumbCaseStep *visit = plumb_case_get_step (self, step);

          check_advice (self, step, evaluation);
          if (!reaches_stage (evaluation, visit->stage))
            g_error ("%s, step %u: %s is not reached", plumb_case_get_id (self), step + 1,
                     visit->stage->id);
        }
    }
}

static void
test_learning_points (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseShelf) shelf = open_shelf (fixture);
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);

  for (guint i = 0; i < cases->len; i++)
    {
      GPtrArray *lessons = plumb_case_get_lessons (g_ptr_array_index (cases, i));

      g_assert_cmpuint (lessons->len, >=, 2);
      g_assert_cmpuint (lessons->len, <=, 4);
      for (guint j = 0; j < lessons->len; j++)
        g_assert_cmpuint (
            ((const PlumbCaseLesson *) g_ptr_array_index (lessons, j))->statements->len, >, 0);
    }
}

/* Together they show every stage, every degree of urgency, every risk group and every trap. */
static void
test_coverage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseShelf) shelf = open_shelf (fixture);
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *stages = plumb_pathway_get_stages (fixture->pathway);
  GPtrArray *traps = plumb_traps_get_list (plumb_case_shelf_get_traps (shelf));
  const PlumbTerm *risk = plumb_pathway_lookup_term (fixture->pathway, "start_back_risk");
  gboolean urgencies[PLUMB_URGENCY_ROUTINE + 1] = { FALSE };
  gboolean difficulties[PLUMB_CASE_MAX_DIFFICULTY + 1] = { TRUE };
  const char *const groups[] = { "low", "medium", "high" };

  for (guint i = 0; i < cases->len; i++)
    {
      PlumbCase *self = g_ptr_array_index (cases, i);
      GPtrArray *own = plumb_case_get_traps (self);

      difficulties[plumb_case_get_difficulty (self)] = TRUE;
      for (guint j = 0; j < own->len; j++)
        g_hash_table_add (seen, (gpointer) ((const PlumbTrap *) g_ptr_array_index (own, j))->title);
      for (guint step = 0; step < plumb_case_count_steps (self); step++)
        {
          g_autoptr (PlumbEvaluation) evaluation = plumb_case_evaluate (self, step);
          g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
          const PlumbValue *group = plumb_evaluation_get_term (evaluation, risk);

          g_hash_table_add (seen, (gpointer) plumb_case_get_step (self, step)->stage);
          if (group->type == PLUMB_VALUE_STRING)
            g_hash_table_add (seen, (gpointer) group->string);
          urgencies[plumb_evaluation_get_urgency (evaluation, g_ptr_array_index (advice, 0))]
              = TRUE;
        }
    }
  for (guint i = 0; i < stages->len; i++)
    if (!g_hash_table_contains (seen, g_ptr_array_index (stages, i)))
      g_error ("No case is about %s", ((const PlumbStage *) g_ptr_array_index (stages, i))->id);
  for (guint i = 0; i < traps->len; i++)
    g_assert_true (
        g_hash_table_contains (seen, ((const PlumbTrap *) g_ptr_array_index (traps, i))->title));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_assert_true (g_hash_table_contains (seen, g_intern_string (groups[i])));
  for (guint i = 0; i < G_N_ELEMENTS (urgencies); i++)
    g_assert_true (urgencies[i]);
  for (guint i = 0; i < G_N_ELEMENTS (difficulties); i++)
    g_assert_true (difficulties[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/case/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("reading", test_reading);
  ADD ("steps", test_steps);
  ADD ("refused", test_refused);
  ADD ("folder", test_folder);
  ADD ("every-file-is-in-the-bundle", test_every_file_is_in_the_bundle);
  ADD ("expectations", test_expectations);
  ADD ("learning-points", test_learning_points);
  ADD ("coverage", test_coverage);
#undef ADD

  return g_test_run ();
}
