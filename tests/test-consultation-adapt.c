/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A consultation that goes on with a newer version of its pathway. */

#include "plumb-consultation.h"

#include "plumb-test-example.h"

typedef struct
{
  char *text;
  PlumbPathway *pathway;
  PlumbConsultation *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->text = plumb_test_example_text ();
  fixture->pathway = plumb_test_read (fixture->text);
  fixture->before = plumb_test_consultation (
      fixture->pathway, "age=80 weeks_since_onset=6 red_flags=false pain_score=9 course=worse");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->before);
  plumb_pathway_unref (fixture->pathway);
  g_free (fixture->text);
}

/* dropped: in words, separated by a semicolon. */
static PlumbConsultation *
adapt (Fixture *fixture, const char *text, const char *dropped)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_read (text);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *words = NULL;
  PlumbConsultation *after
      = plumb_consultation_new_adapted (pathway, fixture->before, NULL, &list);

  g_ptr_array_add (list, NULL);
  words = g_strjoinv ("; ", (char **) list->pdata);
  g_assert_cmpstr (words, ==, dropped);
  g_assert_true (plumb_consultation_get_pathway (after) == pathway);

  return after;
}

static const PlumbValue *
answer_of (PlumbConsultation *consultation, const char *id)
{
  return plumb_consultation_get_answer (
      consultation,
      plumb_pathway_lookup_finding (plumb_consultation_get_pathway (consultation), id));
}

static void
test_all_fits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbConsultation) after = adapt (fixture, fixture->text, "");

  g_assert_cmpuint (plumb_consultation_count_answers (after), ==,
                    plumb_consultation_count_answers (fixture->before));
  g_assert_cmpint (answer_of (after, "age")->integer, ==, 80);
  g_assert_cmpstr (answer_of (after, "course")->string, ==, "worse");
  g_assert_false (plumb_consultation_get_can_undo (after));
}

static void
test_out_of_range (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text
      = plumb_test_edit (fixture->text, "min=\"0\" max=\"120\"", "min=\"0\" max=\"79\"");
  g_autoptr (PlumbConsultation) after = adapt (fixture, text, "Age: 80");

  g_assert_cmpint (answer_of (after, "age")->type, ==, PLUMB_VALUE_NULL);
  g_assert_cmpint (answer_of (after, "pain_score")->integer, ==, 9);
}

static void
test_choice_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text
      = plumb_test_edit (fixture->text, "<choice code=\"worse\">", "<choice code=\"much_worse\">");
  g_autoptr (PlumbConsultation) after = adapt (fixture, text, "Course: Worse");

  g_assert_cmpint (answer_of (after, "course")->type, ==, PLUMB_VALUE_NULL);
}

/* A label may change as it likes: the id counts. */
static void
test_other_label (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text
      = plumb_test_edit (fixture->text, "<label>Age</label>", "<label>Years of age</label>");
  g_autoptr (PlumbConsultation) after = adapt (fixture, text, "");

  g_assert_cmpint (answer_of (after, "age")->integer, ==, 80);
}

static void
test_stances (Fixture *fixture, gconstpointer data)
{
  const PlumbRecommendation *advice
      = plumb_pathway_lookup_recommendation (fixture->pathway, "keep_moving");
  const PlumbStance declined
      = { PLUMB_STANCE_DECLINED,
          plumb_pathway_lookup_departure_reason (fixture->pathway, "already_arranged"), NULL,
          FALSE };
  g_autofree char *text = plumb_test_edit (fixture->text, "<reason id=\"already_arranged\">",
                                           "<reason id=\"arranged\">");
  PlumbStances *none = plumb_consultation_get_stances (fixture->before);
  g_autoptr (PlumbStances) stances = plumb_stances_new_with (none, advice, &declined);
  g_autoptr (PlumbConsultation) same = NULL;
  g_autoptr (PlumbConsultation) other = NULL;

  plumb_consultation_set_stances (fixture->before, stances);
  same = adapt (fixture, fixture->text, "");
  advice = plumb_pathway_lookup_recommendation (plumb_consultation_get_pathway (same),
                                                "keep_moving");
  g_assert_cmpint (plumb_stances_get (plumb_consultation_get_stances (same), advice)->kind, ==,
                   PLUMB_STANCE_DECLINED);
  other = adapt (fixture, text, "Keep the neck moving");
  g_assert_true (plumb_stances_is_empty (plumb_consultation_get_stances (other)));
}

static void
test_record (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text
      = plumb_test_edit (fixture->text, "id=\"acute-neck-pain-demonstration\"", "id=\"another\"");
  g_autoptr (PlumbConsultation) same = NULL;
  g_autoptr (PlumbConsultation) other = NULL;

  plumb_consultation_set_id (fixture->before, "one");
  same = adapt (fixture, fixture->text, "");
  g_assert_cmpstr (plumb_consultation_get_id (same), ==, "one");
  other = adapt (fixture, text, "");
  g_assert_null (plumb_consultation_get_id (other));
}

/* Marks of the body map, between two readings of the same file. */
static void
test_marks (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbPathway) again = plumb_test_builtin ();
  g_autoptr (PlumbConsultation) before = plumb_consultation_new (pathway);
  const PlumbArea *area = plumb_pathway_lookup_area (pathway, "left_calf");
  g_autoptr (PlumbBodyMarks) marks
      = plumb_body_marks_new_with (plumb_consultation_get_marks (before), area, TRUE);
  g_autoptr (PlumbConsultation) after = NULL;
  g_autoptr (GPtrArray) dropped = NULL;

  plumb_consultation_set_marks (before, marks);
  after = plumb_consultation_new_adapted (again, before, NULL, &dropped);
  g_assert_cmpuint (dropped->len, ==, 0);
  g_assert_true (plumb_body_marks_get (plumb_consultation_get_marks (after),
                                       plumb_pathway_lookup_area (again, "left_calf")));
  g_assert_false (plumb_consultation_get_can_undo (after));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "all-fits", test_all_fits },
    { "out-of-range", test_out_of_range },
    { "choice-is-gone", test_choice_is_gone },
    { "other-label", test_other_label },
    { "stances", test_stances },
    { "record", test_record },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/consultation-adapt/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  g_test_add_func ("/consultation-adapt/marks", test_marks);

  return g_test_run ();
}
