/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test.h"

typedef struct
{
  PlumbPathway *pathway;
  PlumbConsultation *consultation;
  guint n_changes;
} Fixture;

static void
on_changed (PlumbConsultation *consultation, Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pathway = plumb_test_builtin ();
  fixture->consultation = plumb_test_consultation (fixture->pathway, "");
  g_signal_connect (fixture->consultation, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->consultation);
  plumb_pathway_unref (fixture->pathway);
}

static const PlumbFinding *
find (Fixture *fixture, const char *id)
{
  const PlumbFinding *finding = plumb_pathway_lookup_finding (fixture->pathway, id);

  g_assert_nonnull (finding);

  return finding;
}

static gboolean
answer (Fixture *fixture, const char *id, const char *text, GError **error)
{
  PlumbValue value = plumb_test_value (find (fixture, id), text);

  return plumb_consultation_answer (fixture->consultation, find (fixture, id), &value, error);
}

static void
assert_answer (Fixture *fixture, const char *id, const char *expected)
{
  g_autofree char *text = plumb_value_to_string (
      plumb_consultation_get_answer (fixture->consultation, find (fixture, id)));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_assert_false (plumb_consultation_get_can_undo (fixture->consultation));
  g_assert_true (answer (fixture, "age", "48", NULL));
  g_assert_true (answer (fixture, "age", "84", NULL));
  assert_answer (fixture, "age", "84");

  plumb_consultation_undo (fixture->consultation);
  assert_answer (fixture, "age", "48");
  g_assert_true (plumb_consultation_get_can_redo (fixture->consultation));
  plumb_consultation_undo (fixture->consultation);
  assert_answer (fixture, "age", "null");
  plumb_consultation_undo (fixture->consultation);
  assert_answer (fixture, "age", "null");

  plumb_consultation_redo (fixture->consultation);
  plumb_consultation_redo (fixture->consultation);
  assert_answer (fixture, "age", "84");
  g_assert_false (plumb_consultation_get_can_redo (fixture->consultation));
  g_assert_cmpuint (fixture->n_changes, ==, 6);
}

static void
test_many_are_one_step (Fixture *fixture, gconstpointer data)
{
  const PlumbGroup *group = find (fixture, "rf_fever")->group;
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));

  for (guint i = 0; i < group->findings->len; i++)
    {
      PlumbAnswer given
          = { g_ptr_array_index (group->findings, i), plumb_value_boolean (FALSE) };

      g_array_append_val (answers, given);
    }
  g_assert_true (plumb_consultation_answer_many (
      fixture->consultation, (const PlumbAnswer *) (gpointer) answers->data, answers->len, NULL));
  g_assert_cmpuint (plumb_consultation_count_answers (fixture->consultation), ==,
                    group->findings->len);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  plumb_consultation_undo (fixture->consultation);
  g_assert_cmpuint (plumb_consultation_count_answers (fixture->consultation), ==, 0);
}

static void
test_same_answer_is_no_step (Fixture *fixture, gconstpointer data)
{
  g_assert_true (answer (fixture, "course", "partial", NULL));
  g_assert_true (answer (fixture, "course", "partial", NULL));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  plumb_consultation_undo (fixture->consultation);
  g_assert_false (plumb_consultation_get_can_undo (fixture->consultation));
}

static void
test_answer_after_undo_forgets_redo (Fixture *fixture, gconstpointer data)
{
  g_assert_true (answer (fixture, "age", "48", NULL));
  plumb_consultation_undo (fixture->consultation);
  g_assert_true (answer (fixture, "age", "50", NULL));
  g_assert_false (plumb_consultation_get_can_redo (fixture->consultation));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    PlumbValue value;
    PlumbConsultationError code;
  } refused[] = {
    { "age", { PLUMB_VALUE_INTEGER, { .integer = 121 } }, PLUMB_CONSULTATION_ERROR_RANGE },
    { "age", { PLUMB_VALUE_INTEGER, { .integer = -1 } }, PLUMB_CONSULTATION_ERROR_RANGE },
    { "age", { PLUMB_VALUE_BOOLEAN, { .boolean = TRUE } }, PLUMB_CONSULTATION_ERROR_TYPE },
    { "rf_fever", { PLUMB_VALUE_INTEGER, { .integer = 1 } }, PLUMB_CONSULTATION_ERROR_TYPE },
    { "course", { PLUMB_VALUE_STRING, { .string = "splendid" } }, PLUMB_CONSULTATION_ERROR_RANGE },
    { "onset_date", { PLUMB_VALUE_STRING, { .string = "x" } }, PLUMB_CONSULTATION_ERROR_TYPE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plumb_consultation_answer (fixture->consultation,
                                                 find (fixture, refused[i].id),
                                                 &refused[i].value, &error));
      g_assert_error (error, PLUMB_CONSULTATION_ERROR, (int) refused[i].code);
      g_assert_true (g_str_has_prefix (
          error->message, plumb_text_get (find (fixture, refused[i].id)->label, NULL)));
    }
  g_assert_cmpuint (plumb_consultation_count_answers (fixture->consultation), ==, 0);
}

/* One wrong answer among several leaves all of them out. */
static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  PlumbAnswer answers[] = { { find (fixture, "age"), plumb_value_integer (40) },
                            { find (fixture, "pain_score"), plumb_value_integer (11) } };

  g_assert_false (plumb_consultation_answer_many (fixture->consultation, answers, 2, NULL));
  assert_answer (fixture, "age", "null");
}

static void
test_onset_after_visit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (answer (fixture, "onset_date", "2026-11-21", NULL));
  g_assert_false (answer (fixture, "onset_date", "2026-11-22", &error));
  g_assert_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_DATE);
  g_clear_error (&error);

  g_assert_false (answer (fixture, "visit_date", "2026-11-20", &error));
  g_assert_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_DATE);
  assert_answer (fixture, "visit_date", "null");
}

/* Put away today and opened on another day, a consultation keeps its own day. */
static void
test_fix_visit_date (Fixture *fixture, gconstpointer data)
{
  g_assert_true (answer (fixture, "age", "48", NULL));
  plumb_consultation_fix_visit_date (fixture->consultation);
  assert_answer (fixture, "visit_date", "2026-11-21");
  plumb_consultation_undo (fixture->consultation);
  assert_answer (fixture, "age", "null");
  assert_answer (fixture, "visit_date", "2026-11-21");
  g_assert_false (plumb_consultation_get_can_undo (fixture->consultation));

  g_assert_true (answer (fixture, "visit_date", "2026-11-20", NULL));
  plumb_consultation_fix_visit_date (fixture->consultation);
  assert_answer (fixture, "visit_date", "2026-11-20");
}

/* Whatever script a label is written in, it is kept to the letter. */
static void
test_text_as_typed (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[]
      = { "M. R.", "محمد ع.", "Žofie Š.", "山田 太郎", "👩‍🦽 17", "a\tb", "  spaces  " };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      PlumbValue value = { PLUMB_VALUE_STRING, { .string = labels[i] } };

      g_assert_true (plumb_consultation_answer (fixture->consultation,
                                                find (fixture, "patient_label"), &value, NULL));
      g_assert_cmpstr (plumb_consultation_get_answer (fixture->consultation,
                                                      find (fixture, "patient_label"))
                           ->string,
                       ==, labels[i]);
    }
}

/* Longer than anybody types: refused, and by name. */
static void
test_text_too_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (10001, 'x');
  PlumbValue value = { PLUMB_VALUE_STRING, { .string = text } };
  g_autoptr (GError) error = NULL;

  g_assert_false (plumb_consultation_answer (fixture->consultation,
                                             find (fixture, "patient_label"), &value, &error));
  g_assert_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_RANGE);
  text[10000] = '\0';
  g_assert_true (plumb_consultation_answer (fixture->consultation,
                                            find (fixture, "patient_label"), &value, NULL));
}

static void
test_load_is_no_step (Fixture *fixture, gconstpointer data)
{
  PlumbAnswer loaded = { find (fixture, "age"), plumb_value_integer (70) };

  g_assert_true (answer (fixture, "age", "48", NULL));
  g_assert_true (plumb_consultation_load (fixture->consultation, &loaded, 1, NULL));
  assert_answer (fixture, "age", "70");
  g_assert_false (plumb_consultation_get_can_undo (fixture->consultation));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "undo", test_undo },
    { "many-are-one-step", test_many_are_one_step },
    { "same-answer-is-no-step", test_same_answer_is_no_step },
    { "answer-after-undo-forgets-redo", test_answer_after_undo_forgets_redo },
    { "refused", test_refused },
    { "all-or-nothing", test_all_or_nothing },
    { "onset-after-visit", test_onset_after_visit },
    { "fix-visit-date", test_fix_visit_date },
    { "text-as-typed", test_text_as_typed },
    { "text-too-long", test_text_too_long },
    { "load-is-no-step", test_load_is_no_step },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/consultation/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
