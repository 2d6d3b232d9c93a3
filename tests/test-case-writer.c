/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-case-draft.h"
#include "plumb-case-shelf.h"
#include "plumb-case-writer.h"
#include "plumb-test.h"

#define SCIATICA                                                                           \
  PLUMB_TEST_CLEAR "patient_label=Mustermann visit_date=2026-11-21 onset_date=2026-09-26 " \
                   "leg_pain=true pain_score=8 course=partial"

typedef struct
{
  PlumbPathway *pathway;
  PlumbCaseShelf *shelf;
  PlumbTraps *traps; /* borrowed */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pathway = plumb_test_builtin ();
  fixture->shelf = plumb_case_shelf_new_builtin (fixture->pathway, NULL);
  g_assert_nonnull (fixture->shelf);
  fixture->traps = plumb_case_shelf_get_traps (fixture->shelf);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plumb_case_shelf_free (fixture->shelf);
  plumb_pathway_unref (fixture->pathway);
}

static PlumbCase *
read_back (Fixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PlumbCase *found
      = plumb_case_new_from_bytes (fixture->pathway, fixture->traps, bytes, "case.xml", &error);

  g_assert_no_error (error);

  return found;
}

static void
assert_same_text (const PlumbText *a, const PlumbText *b)
{
  static const char *const languages[] = { NULL, "es", "fr", "de", "ar" };

  g_assert_true ((a == NULL) == (b == NULL));
  for (guint i = 0; a != NULL && i < G_N_ELEMENTS (languages); i++)
    g_assert_cmpstr (plumb_text_get (a, languages[i]), ==, plumb_text_get (b, languages[i]));
}

static void
assert_same_list (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (g_ptr_array_find (b, g_ptr_array_index (a, i), NULL));
}

/* Also what an earlier step told, which is not written again. */
static void
assert_same_step (Fixture *fixture, PlumbCase *a, PlumbCase *b, guint step)
{
  GPtrArray *findings = plumb_pathway_get_findings (fixture->pathway);
  const PlumbCaseStep *first = plumb_case_get_step (a, step);
  const PlumbCaseStep *second = plumb_case_get_step (b, step);

  assert_same_text (first->text, second->text);
  assert_same_list (first->expected, second->expected);
  assert_same_list (first->absent, second->absent);
  g_assert_true (first->stage == second->stage);
  g_assert_cmpuint (first->answers->len, ==, second->answers->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbCaseAnswer *one
          = plumb_case_find_answer (a, step, g_ptr_array_index (findings, i));
      const PlumbCaseAnswer *other
          = plumb_case_find_answer (b, step, g_ptr_array_index (findings, i));

      g_assert_true ((one == NULL) == (other == NULL));
      if (one == NULL)
        continue;
      g_assert_true (plumb_value_equal (&one->value, &other->value));
      g_assert_cmpint (one->given, ==, other->given);
      assert_same_text (one->text, other->text);
    }
}

static void
assert_same (Fixture *fixture, PlumbCase *a, PlumbCase *b)
{
  g_assert_cmpstr (plumb_case_get_id (a), ==, plumb_case_get_id (b));
  g_assert_cmpuint (plumb_case_get_difficulty (a), ==, plumb_case_get_difficulty (b));
  g_assert_cmpint (plumb_case_get_review (a), ==, plumb_case_get_review (b));
  assert_same_text (plumb_case_get_title (a), plumb_case_get_title (b));
  g_assert_cmpuint (plumb_case_get_traps (a)->len, ==, plumb_case_get_traps (b)->len);
  g_assert_cmpuint (plumb_case_count_steps (a), ==, plumb_case_count_steps (b));
  for (guint i = 0; i < plumb_case_count_steps (a); i++)
    assert_same_step (fixture, a, b, i);
  g_assert_cmpuint (plumb_case_get_lessons (a)->len, ==, plumb_case_get_lessons (b)->len);
  for (guint i = 0; i < plumb_case_get_lessons (a)->len; i++)
    {
      const PlumbCaseLesson *one = g_ptr_array_index (plumb_case_get_lessons (a), i);
      const PlumbCaseLesson *other = g_ptr_array_index (plumb_case_get_lessons (b), i);

      assert_same_text (one->text, other->text);
      assert_same_list (one->statements, other->statements);
    }
}

/* Every case of the program, as it is and once it was opened to be edited. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  GPtrArray *cases = plumb_case_shelf_get_cases (fixture->shelf);

  g_assert_cmpuint (cases->len, >=, 24);
  for (guint i = 0; i < cases->len; i++)
    {
      PlumbCase *before = g_ptr_array_index (cases, i);
      g_autoptr (PlumbCaseDraft) draft = plumb_case_draft_new_from_case (before);
      g_autofree char *text = plumb_case_write (plumb_case_draft_get_case (draft));
      g_autoptr (PlumbCase) after = read_back (fixture, text);
      g_autofree char *again = plumb_case_write (after);
      g_autoptr (GPtrArray) faults = NULL;

      assert_same (fixture, before, after);
      g_assert_cmpstr (text, ==, again);
      faults = plumb_case_list_faults (fixture->pathway, fixture->traps, text, "case.xml", NULL);
      g_assert_cmpuint (faults->len, ==, 0);
    }
}

static PlumbCaseDraft *
draft_sciatica (Fixture *fixture)
{
  g_autoptr (PlumbConsultation) consultation = plumb_test_consultation (fixture->pathway, SCIATICA);

  return plumb_case_draft_new (consultation, fixture->traps);
}

static void
finish (Fixture *fixture, PlumbCaseDraft *draft)
{
  plumb_case_draft_set_title (draft, "A leg that won't <settle> & rest");
  plumb_case_draft_set_story (draft, 0, "Eight weeks of pain\nbelow the knee.");
  for (guint i = 0; i < 2; i++)
    {
      guint lesson = plumb_case_draft_add_lesson (draft);

      plumb_case_draft_set_lesson (draft, lesson, "Weigh the deficit, not the pain.");
      plumb_case_draft_set_statement (
          draft, lesson, plumb_pathway_lookup_statement (fixture->pathway, "I02"), TRUE);
    }
}

/* Nobody finds the patient again: no name, no day, no free words; weeks instead. */
static void
test_nothing_of_the_patient (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseDraft) draft = draft_sciatica (fixture);
  g_autofree char *text = plumb_case_write (plumb_case_draft_get_case (draft));

  g_assert_null (strstr (text, "Mustermann"));
  g_assert_null (strstr (text, "2026"));
  g_assert_null (strstr (text, "onset_date"));
  g_assert_nonnull (strstr (text, "<given finding=\"weeks_since_onset\" value=\"8\"/>"));
  g_assert_nonnull (strstr (text, "<hidden finding=\"pain_score\" value=\"8\"/>"));
  g_assert_nonnull (strstr (text, "<card id=\"red_flags\"/>"));
  g_assert_null (strstr (text, "finding=\"rf_fever\""));
}

static void
test_from_a_consultation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseDraft) draft = draft_sciatica (fixture);
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (fixture->pathway, SCIATICA);
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  g_autoptr (PlumbCase) found = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *text = NULL;
  gboolean readable;

  finish (fixture, draft);
  text = plumb_case_write (plumb_case_draft_get_case (draft));
  faults = plumb_case_list_faults (fixture->pathway, fixture->traps, text, "case.xml", &readable);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (readable);
  found = read_back (fixture, text);
  assert_same (fixture, plumb_case_draft_get_case (draft), found);
  g_assert_cmpstr (plumb_case_get_id (found), ==, "a-leg-that-wont-settle-rest");
  assert_same_list (advice, plumb_case_get_step (found, 0)->expected);
  g_assert_cmpuint (plumb_case_get_step (found, 0)->absent->len, >, 0);
}

/* What is not written yet is refused, each with its line. */
static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseDraft) draft = draft_sciatica (fixture);
  g_autofree char *text = plumb_case_write (plumb_case_draft_get_case (draft));
  g_autoptr (GPtrArray) faults = NULL;
  gboolean readable;

  faults = plumb_case_list_faults (fixture->pathway, fixture->traps, text, "new.xml", &readable);
  g_assert_false (readable);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, "new.xml:2:1: <case> lacks its <title>");
}

/* The pathway is asked too. */
static void
test_another_advice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseDraft) draft = draft_sciatica (fixture);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  gboolean readable;

  finish (fixture, draft);
  text = plumb_case_write (plumb_case_draft_get_case (draft));
  parts = g_strsplit (text, "<expect step=\"1\" advice=\"", 2);
  changed = g_strconcat (parts[0], "<expect step=\"1\" advice=\"refer_emergency ", parts[1], NULL);
  faults = plumb_case_list_faults (fixture->pathway, fixture->traps, changed, "x.xml", &readable);
  g_assert_true (readable);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (faults, 0), "does not give this advice"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 0), "x.xml:"));
}

/* Other words are not the ones that were translated and reviewed. */
static void
test_editing (Fixture *fixture, gconstpointer data)
{
  PlumbCase *before = plumb_case_shelf_lookup (fixture->shelf, "foot-drop-four-days");
  g_autoptr (PlumbCaseDraft) draft = plumb_case_draft_new_from_case (before);
  PlumbCase *content = plumb_case_draft_get_case (draft);

  plumb_case_draft_set_title (draft, plumb_text_get (plumb_case_get_title (before), NULL));
  assert_same_text (plumb_case_get_title (before), plumb_case_get_title (content));
  plumb_case_draft_set_title (draft, "Another title");
  g_assert_cmpstr (plumb_text_get (plumb_case_get_title (content), "es"), ==, "Another title");
  g_assert_cmpstr (plumb_case_get_id (content), ==, "foot-drop-four-days");
  g_assert_cmpint (plumb_case_get_review (content), ==, PLUMB_REVIEW_SUBMITTED);
  plumb_case_draft_set_given (draft, 0, 0, FALSE);
  plumb_case_draft_remove_lesson (draft, 0);
  g_assert_true (plumb_case_get_step (before, 0)->answers->len > 0);
  g_assert_true (
      ((PlumbCaseAnswer *) g_ptr_array_index (plumb_case_get_step (before, 0)->answers, 0))->given);
  g_assert_cmpuint (plumb_case_get_lessons (content)->len + 1, ==,
                    plumb_case_get_lessons (before)->len);
}

/* A title without Latin letters still gives a name that the reader takes. */
static void
test_any_script (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbCaseDraft) draft = draft_sciatica (fixture);
  g_autofree char *text = NULL;
  g_autoptr (PlumbCase) found = NULL;

  finish (fixture, draft);
  plumb_case_draft_set_title (draft, "ألم في الساق");
  text = plumb_case_write (plumb_case_draft_get_case (draft));
  found = read_back (fixture, text);
  g_assert_cmpstr (plumb_text_get (plumb_case_get_title (found), NULL), ==, "ألم في الساق");
  g_assert_cmpstr (plumb_case_get_id (found), ==, "case");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/case-writer/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("nothing-of-the-patient", test_nothing_of_the_patient);
  ADD ("from-a-consultation", test_from_a_consultation);
  ADD ("unfinished", test_unfinished);
  ADD ("another-advice", test_another_advice);
  ADD ("editing", test_editing);
  ADD ("any-script", test_any_script);
#undef ADD

  return g_test_run ();
}
