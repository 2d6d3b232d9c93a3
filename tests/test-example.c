/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pathways that show how one is written: that of the menu, and that of README. */

#include "plumb-check.h"
#include "plumb-evaluation.h"

#include "plumb-test-example.h"

static void
assert_proved (PlumbPathway *pathway)
{
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  GPtrArray *diagnostics = plumb_check_get_diagnostics (check);

  if (diagnostics->len > 0)
    g_error ("%s", ((const PlumbDiagnostic *) g_ptr_array_index (diagnostics, 0))->message);
  g_assert_true (plumb_check_get_coverage (check)->is_complete);
}

/* advice: ids of all that is in force, by urgency and strength. */
static void
assert_advice (PlumbPathway *pathway, const char *answers, const char *expected)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < advice->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const PlumbRecommendation *) g_ptr_array_index (advice, i))->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static PlumbPathway *
read_example (void)
{
  g_autofree char *text = plumb_test_example_text ();

  return plumb_test_read (text);
}

static void
test_example_is_proved (void)
{
  g_autoptr (PlumbPathway) pathway = read_example ();

  assert_proved (pathway);
}

/* It must not be taken for more than it is, whatever page of it one sees. */
static void
test_example_says_what_it_is (void)
{
  g_autoptr (PlumbPathway) pathway = read_example ();
  const char *title = plumb_text_get (plumb_pathway_get_title (pathway), NULL);
  const char *disclaimer = plumb_text_get (plumb_pathway_get_disclaimer (pathway), NULL);

  g_assert_nonnull (strstr (title, "demonstration, not for patients"));
  g_assert_nonnull (strstr (disclaimer, "not for patients"));
  g_assert_cmpint (plumb_pathway_get_review (pathway), ==, PLUMB_REVIEW_SUBMITTED);
}

static void
test_patients (void)
{
  g_autoptr (PlumbPathway) pathway = read_example ();

  /* Nobody has been asked anything. */
  assert_advice (pathway, "", "");
  assert_advice (pathway, "age=40 weeks_since_onset=2 rf_injury=false", "");
  assert_advice (pathway, "rf_injury=true", "refer_emergency");
  assert_advice (pathway, "age=40 red_flags=false rf_cord=true pain_score=8", "refer_urgent");
  assert_advice (pathway, "age=17 red_flags=false", "outside_pathway");
  assert_advice (pathway,
                 "age=40 weeks_since_onset=2 red_flags=false pain_score=6 nsaid_unsuitable=false "
                 "arm_pain=false",
                 "keep_moving review_two_weeks nsaid avoid_collar safety_net");
  assert_advice (pathway,
                 "age=70 weeks_since_onset=8 red_flags=false pain_score=4 nsaid_unsuitable=true "
                 "arm_pain=true course=same",
                 "keep_moving acetaminophen exercise watch_root avoid_collar safety_net");
  assert_advice (pathway, "age=70 weeks_since_onset=12 red_flags=false pain_score=0",
                 "keep_moving lasting_pain avoid_collar safety_net");
}

/* One threshold changed: who falls into the gap, and where it is. */
static void
test_broken_threshold (void)
{
  g_autofree char *text = plumb_test_example_text ();
  g_autofree char *broken
      = plumb_test_edit (text, "when=\"pain_score &lt; 4\"", "when=\"pain_score &lt; 3\"");
  g_autoptr (PlumbPathway) pathway = plumb_test_read (broken);
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  GPtrArray *diagnostics = plumb_check_get_diagnostics (check);
  const PlumbDiagnostic *diagnostic;
  g_autofree char *patient = NULL;

  g_assert_cmpuint (diagnostics->len, ==, 1);
  diagnostic = g_ptr_array_index (diagnostics, 0);
  patient = plumb_diagnostic_describe_patient (diagnostic);
  g_assert_cmpuint (diagnostic->number, ==, 206);
  g_assert_cmpstr (diagnostic->node->id, ==, "how_strong");
  g_assert_cmpuint (diagnostic->line, >, 0);
  g_assert_nonnull (strstr (patient, "Pain, 0 to 10: 3"));
}

/* What README shows can be read and is proved as it stands there. */
static void
test_readme (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "README.md", NULL);
  g_autofree char *readme = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = NULL;
  const char *begin, *end;

  g_file_get_contents (path, &readme, NULL, &error);
  g_assert_no_error (error);
  begin = strstr (readme, "```xml\n");
  g_assert_nonnull (begin);
  begin += strlen ("```xml\n");
  end = strstr (begin, "```");
  g_assert_nonnull (end);
  text = g_strndup (begin, (gsize) (end - begin));
  pathway = plumb_test_read (text);
  assert_proved (pathway);
  assert_advice (pathway, "airway=true", "emergency");
  assert_advice (pathway, "airway=false days=8", "examine");
  assert_advice (pathway, "airway=false days=7", "");
  assert_advice (pathway, "days=8", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/example/is-proved", test_example_is_proved);
  g_test_add_func ("/example/says-what-it-is", test_example_says_what_it_is);
  g_test_add_func ("/example/patients", test_patients);
  g_test_add_func ("/example/broken-threshold", test_broken_threshold);
  g_test_add_func ("/example/readme", test_readme);

  return g_test_run ();
}
