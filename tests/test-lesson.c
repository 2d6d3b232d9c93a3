/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-case-shelf.h"
#include "plumb-lesson.h"
#include "plumb-test.h"

typedef struct
{
  PlumbPathway *pathway;
  PlumbTraps *traps;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pathway = plumb_test_builtin ();
  fixture->traps = plumb_traps_new_builtin (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plumb_traps_unref (fixture->traps);
  plumb_pathway_unref (fixture->pathway);
}

/* A fever behind an ordinary story. */
static const char FEVER[]
    = "<case format='1' id='fever' pathway='low-back-pain' difficulty='1' review='submitted'>"
      "<title>Hot</title>"
      "<step><text>Somebody comes.</text><given finding='age' value='48'/>"
      "<hidden finding='non_spinal_cause' value='false'/>"
      "<hidden finding='rf_fever' value='true'><text>Very hot.</text></hidden>"
      "<card id='red_flags'/></step>"
      "<step><text>Later.</text><hidden finding='rf_fever' value='false'/>"
      "<card id='red_flags'/></step>"
      "<expect step='1' stage='triage'/><expect step='2' stage='triage'/></case>";

static PlumbLesson *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (FEVER, strlen (FEVER));
  g_autoptr (PlumbCase) fever
      = plumb_case_new_from_bytes (fixture->pathway, fixture->traps, bytes, "fever.xml", &error);

  g_assert_no_error (error);

  return plumb_lesson_new (fever);
}

static const PlumbFinding *
find (Fixture *fixture, const char *id)
{
  return plumb_pathway_lookup_finding (fixture->pathway, id);
}

static void
ask_everything (PlumbLesson *self)
{
  GPtrArray *findings
      = plumb_pathway_get_findings (plumb_case_get_pathway (plumb_lesson_get_case (self)));

  for (guint i = 0; i < findings->len; i++)
    if (plumb_lesson_can_ask (g_ptr_array_index (findings, i)))
      plumb_lesson_ask_together (self, g_ptr_array_index (findings, i));
}

static void
choose_right (PlumbLesson *self)
{
  GArray *choices = plumb_lesson_get_choices (self);

  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, PlumbLessonChoice, i).right)
      plumb_lesson_choose (self, i, TRUE);
}

/* prudent: asks all and predicts rightly; else asks nothing and predicts nothing. */
static void
play (PlumbLesson *self, gboolean prudent)
{
  for (guint i = 0; plumb_lesson_get_phase (self) != PLUMB_LESSON_OVER; i++)
    {
      g_assert_cmpuint (i, <, 200);
      if (prudent)
        {
          ask_everything (self);
          choose_right (self);
        }
      plumb_lesson_commit (self);
      g_assert_cmpint (plumb_lesson_get_phase (self), ==, PLUMB_LESSON_REVEALED);
      plumb_lesson_proceed (self);
    }
}

/* What is hidden is known only when it is asked, and each question costs. */
static void
test_asking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);
  const PlumbFinding *fever = find (fixture, "rf_fever");
  g_autofree char *words = NULL;

  g_assert_cmpint (plumb_lesson_get_knowledge (lesson, find (fixture, "age")), ==,
                   PLUMB_LESSON_TOLD);
  g_assert_null (plumb_lesson_get_answer (lesson, fever));
  plumb_lesson_ask (lesson, fever);
  g_assert_cmpuint (plumb_lesson_get_cost (lesson), ==, PLUMB_LESSON_COST);
  words = plumb_lesson_phrase_answer (lesson, fever, NULL);
  g_assert_cmpstr (words, ==, "Very hot.");
  plumb_lesson_ask (lesson, fever);
  g_assert_cmpuint (plumb_lesson_get_cost (lesson), ==, PLUMB_LESSON_COST);
}

/* A whole card costs little more than one question. */
static void
test_asking_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);

  plumb_lesson_ask_together (lesson, find (fixture, "rf_fever"));
  g_assert_cmpuint (plumb_lesson_get_cost (lesson), ==, PLUMB_LESSON_COST_TOGETHER);
  g_assert_nonnull (plumb_lesson_get_answer (lesson, find (fixture, "rf_night_pain")));
}

/* What the case does not know stays unknown, however often one asks. */
static void
test_unknown_stays_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);
  const PlumbFinding *course = find (fixture, "course");

  plumb_lesson_ask (lesson, course);
  g_assert_cmpint (plumb_lesson_get_knowledge (lesson, course), ==, PLUMB_LESSON_ASKED);
  g_assert_null (plumb_lesson_get_answer (lesson, course));
  g_assert_cmpint (plumb_evaluation_get_answer (plumb_lesson_get_truth (lesson), course)->type, ==,
                   PLUMB_VALUE_NULL);
}

/* The chart shows nothing of an answer before somebody commits to a step. */
static void
test_the_chart_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);
  const PlumbFinding *fever = find (fixture, "rf_fever");

  plumb_lesson_ask (lesson, fever);
  g_assert_cmpint (plumb_evaluation_get_answer (plumb_lesson_get_evaluation (lesson), fever)->type,
                   ==, PLUMB_VALUE_NULL);
  plumb_lesson_turn_to_advice (lesson);
  g_assert_null (plumb_lesson_get_node (lesson));
  plumb_lesson_commit (lesson);
  g_assert_cmpint (plumb_evaluation_get_answer (plumb_lesson_get_evaluation (lesson), fever)->type,
                   ==, PLUMB_VALUE_BOOLEAN);
}

/* Only one exit of such a decision can be predicted. */
static void
test_one_exit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);
  GArray *choices = plumb_lesson_get_choices (lesson);

  g_assert_nonnull (plumb_lesson_get_node (lesson));
  g_assert_true (plumb_lesson_get_exclusive (lesson));
  plumb_lesson_choose (lesson, 0, TRUE);
  plumb_lesson_choose (lesson, 1, TRUE);
  g_assert_false (g_array_index (choices, PlumbLessonChoice, 0).chosen);
  g_assert_true (g_array_index (choices, PlumbLessonChoice, 1).chosen);
}

static void
test_missed_red_flag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);
  const PlumbFinding *fever = find (fixture, "rf_fever");
  PlumbLessonScore score;

  plumb_lesson_turn_to_advice (lesson);
  choose_right (lesson);
  plumb_lesson_commit (lesson);
  plumb_lesson_get_score (lesson, &score);
  g_assert_cmpint (plumb_lesson_get_knowledge (lesson, fever), ==, PLUMB_LESSON_MISSED);
  g_assert_true (g_ptr_array_find (plumb_lesson_get_missed_flags (lesson), fever, NULL));
  g_assert_false (score.safe);
  g_assert_cmpuint (score.points, <, PLUMB_LESSON_SAFE_POINTS);
  g_assert_cmpfloat (score.concordance, ==, 1);
}

static void
test_missed_urgent_advice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);
  PlumbLessonScore score;

  ask_everything (lesson);
  plumb_lesson_turn_to_advice (lesson);
  plumb_lesson_commit (lesson);
  plumb_lesson_get_score (lesson, &score);
  g_assert_cmpuint (plumb_lesson_get_missed_flags (lesson)->len, ==, 0);
  g_assert_cmpuint (plumb_lesson_get_missed_advice (lesson)->len, >, 0);
  g_assert_false (score.safe);
  g_assert_cmpuint (score.points, <, PLUMB_LESSON_SAFE_POINTS);
}

/* An old "yes" or "no" does not stand for what the new visit hides. */
static void
test_a_new_visit_asks_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);
  const PlumbFinding *fever = find (fixture, "rf_fever");

  ask_everything (lesson);
  plumb_lesson_turn_to_advice (lesson);
  plumb_lesson_commit (lesson);
  plumb_lesson_proceed (lesson);
  g_assert_cmpuint (plumb_lesson_get_step (lesson), ==, 1);
  g_assert_cmpint (plumb_lesson_get_knowledge (lesson, fever), ==, PLUMB_LESSON_UNASKED);
  plumb_lesson_ask (lesson, fever);
  g_assert_false (plumb_lesson_get_answer (lesson, fever)->value.boolean);
  g_assert_cmpint (plumb_lesson_get_knowledge (lesson, find (fixture, "age")), ==,
                   PLUMB_LESSON_TOLD);
}

/* Nothing is asked or chosen after the fact. */
static void
test_no_second_thoughts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbLesson) lesson = begin (fixture);
  guint cost;

  plumb_lesson_commit (lesson);
  cost = plumb_lesson_get_cost (lesson);
  ask_everything (lesson);
  choose_right (lesson);
  g_assert_cmpuint (plumb_lesson_get_cost (lesson), ==, cost);
  for (guint i = 0; i < plumb_lesson_get_choices (lesson)->len; i++)
    g_assert_false (g_array_index (plumb_lesson_get_choices (lesson), PlumbLessonChoice, i).chosen);
}

/* Every case can be played to its end; prudence is always safe and always above carelessness,
 * and where there was something to miss, carelessness is unsafe. */
static void
test_every_case (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCaseShelf) shelf = plumb_case_shelf_new_builtin (fixture->pathway, &error);
  GPtrArray *cases;
  guint n_unsafe = 0;

  g_assert_no_error (error);
  cases = plumb_case_shelf_get_cases (shelf);
  for (guint i = 0; i < cases->len; i++)
    {
      g_autoptr (PlumbLesson) prudent = plumb_lesson_new (g_ptr_array_index (cases, i));
      g_autoptr (PlumbLesson) careless = plumb_lesson_new (g_ptr_array_index (cases, i));
      PlumbLessonScore good, bad;

      play (prudent, TRUE);
      play (careless, FALSE);
      plumb_lesson_get_score (prudent, &good);
      plumb_lesson_get_score (careless, &bad);
      g_test_message ("%s: %u (%u commits, cost %u of %u), %u%s",
                      plumb_case_get_id (g_ptr_array_index (cases, i)), good.points,
                      plumb_lesson_get_commits (prudent)->len, good.cost, good.cost_needed,
                      bad.points, bad.safe ? "" : " unsafe");
      g_assert_true (good.safe);
      g_assert_cmpfloat (good.concordance, ==, 1);
      g_assert_cmpuint (plumb_lesson_get_missed (prudent)->len, ==, 0);
      g_assert_cmpuint (good.points, >, bad.points);
      n_unsafe += !bad.safe;
    }
  g_assert_cmpuint (n_unsafe, >=, 4);
}

/* Who never asks how old the patient is has missed that the pathway is not for a child. */
static void
test_a_missed_age (Fixture *fixture, gconstpointer data)
{
  static const char CHILD[]
      = "<case format='1' id='child' pathway='low-back-pain' difficulty='1' review='submitted'>"
        "<title>Small</title><step><text>Somebody comes.</text><hidden finding='age' value='%s'/>"
        "<given finding='non_spinal_cause' value='false'/><card id='red_flags'/></step>"
        "<expect step='1' stage='triage'/></case>";
  const char *const ages[] = { "15", "48" };

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_autoptr (GString) text = g_string_new (CHILD);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PlumbCase) child = NULL;
      g_autoptr (PlumbLesson) lesson = NULL;
      PlumbLessonScore score;

      g_string_replace (text, "%s", ages[i], 1);
      bytes = g_bytes_new (text->str, text->len);
      child = plumb_case_new_from_bytes (fixture->pathway, fixture->traps, bytes, "child.xml",
                                         &error);
      g_assert_no_error (error);
      lesson = plumb_lesson_new (child);
      while (plumb_lesson_get_phase (lesson) != PLUMB_LESSON_OVER)
        {
          choose_right (lesson);
          plumb_lesson_commit (lesson);
          plumb_lesson_proceed (lesson);
        }
      plumb_lesson_get_score (lesson, &score);
      g_assert_cmpint (
          g_ptr_array_find (plumb_lesson_get_missed_flags (lesson), find (fixture, "age"), NULL),
          ==, i == 0);
      if (i == 0)
        g_assert_false (score.safe);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/lesson/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("asking", test_asking);
  ADD ("asking-together", test_asking_together);
  ADD ("unknown-stays-unknown", test_unknown_stays_unknown);
  ADD ("the-chart-waits", test_the_chart_waits);
  ADD ("one-exit", test_one_exit);
  ADD ("missed-red-flag", test_missed_red_flag);
  ADD ("missed-urgent-advice", test_missed_urgent_advice);
  ADD ("a-new-visit-asks-anew", test_a_new_visit_asks_anew);
  ADD ("no-second-thoughts", test_no_second_thoughts);
  ADD ("every-case", test_every_case);
#undef ADD
  g_test_add ("/lesson/a-missed-age", Fixture, NULL, set_up, test_a_missed_age, tear_down);

  return g_test_run ();
}
