/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-evaluation.h"
#include "plumb-stances.h"

#include <string.h>

typedef struct
{
  PlumbPathway *pathway;
  const PlumbRecommendation *urgent;  /* of the first stage */
  const PlumbRecommendation *routine; /* of a later one */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GPtrArray *all;

  fixture->pathway = plumb_pathway_new_builtin (NULL);
  all = plumb_pathway_get_recommendations (fixture->pathway);
  fixture->urgent = g_ptr_array_index (all, 0);
  fixture->routine = g_ptr_array_index (all, all->len - 1);
  g_assert_cmpuint (fixture->urgent->stage->index, ==, 0);
  g_assert_cmpuint (fixture->routine->stage->index, >, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plumb_pathway_unref (fixture->pathway);
}

static PlumbStances *
decide (Fixture *fixture, const PlumbRecommendation *advice, PlumbStance stance)
{
  g_autoptr (PlumbStances) none = plumb_stances_new (fixture->pathway);

  return plumb_stances_new_with (none, advice, &stance);
}

static void
test_nothing_decided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbStances) none = plumb_stances_new (fixture->pathway);

  g_assert_true (plumb_stances_is_empty (none));
  g_assert_cmpint (plumb_stances_get (none, fixture->urgent)->kind, ==, PLUMB_STANCE_NONE);
  g_assert_false (plumb_stances_get (none, fixture->urgent)->left_out);
}

static void
test_a_change_makes_another_set (Fixture *fixture, gconstpointer data)
{
  const PlumbDepartureReason *reason
      = g_ptr_array_index (plumb_pathway_get_departure_reasons (fixture->pathway), 0);
  const PlumbStance declined
      = { PLUMB_STANCE_DECLINED, reason, (char *) "Would rather wait", FALSE };
  g_autoptr (PlumbStances) none = plumb_stances_new (fixture->pathway);
  g_autoptr (PlumbStances) one = plumb_stances_new_with (none, fixture->routine, &declined);
  const PlumbStance *kept = plumb_stances_get (one, fixture->routine);

  g_assert_true (plumb_stances_is_empty (none));
  g_assert_false (plumb_stances_equal (none, one));
  g_assert_cmpint (kept->kind, ==, PLUMB_STANCE_DECLINED);
  g_assert_true (kept->reason == reason);
  g_assert_cmpstr (kept->words, ==, "Would rather wait");
  g_assert_cmpint (plumb_stances_get (one, fixture->urgent)->kind, ==, PLUMB_STANCE_NONE);
}

static void
test_taking_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbStances) none = plumb_stances_new (fixture->pathway);
  g_autoptr (PlumbStances) one
      = decide (fixture, fixture->routine, (PlumbStance){ .left_out = TRUE });
  g_autoptr (PlumbStances) back
      = plumb_stances_new_with (one, fixture->routine, &(PlumbStance){ PLUMB_STANCE_NONE });

  g_assert_false (plumb_stances_is_empty (one));
  g_assert_true (plumb_stances_equal (none, back));
}

static void
test_red_flag_advice_needs_a_reason (Fixture *fixture, gconstpointer data)
{
  const PlumbStance bare = { .kind = PLUMB_STANCE_DECLINED };
  const PlumbStance told = { .kind = PLUMB_STANCE_DECLINED, .words = (char *) "Seen there today" };
  g_autoptr (GError) error = NULL;

  g_assert_true (plumb_stance_check (fixture->urgent, &told, NULL));
  g_assert_true (plumb_stance_check (fixture->routine, &bare, NULL));
  g_assert_false (plumb_stance_check (fixture->urgent, &bare, &error));
  g_assert_error (error, PLUMB_STANCE_ERROR, PLUMB_STANCE_ERROR_REASON);
}

static void
test_a_change_needs_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *novel = g_strnfill (PLUMB_STANCE_MAX_WORDS + 1, 'x');
  const PlumbStance bare = { .kind = PLUMB_STANCE_CHANGED };
  const PlumbStance long_winded = { .kind = PLUMB_STANCE_CHANGED, .words = novel };
  g_autoptr (GError) error = NULL;

  g_assert_false (plumb_stance_check (fixture->routine, &bare, &error));
  g_assert_error (error, PLUMB_STANCE_ERROR, PLUMB_STANCE_ERROR_WORDS);
  g_assert_false (plumb_stance_check (fixture->routine, &long_winded, NULL));
  novel[PLUMB_STANCE_MAX_WORDS] = '\0';
  g_assert_true (plumb_stance_check (fixture->routine, &long_winded, NULL));
}

/* One undo step each, and what the pathway says stays as it is. */
static void
test_in_a_consultation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbConsultation) consultation = plumb_consultation_new (fixture->pathway);
  g_autoptr (PlumbStances) one
      = decide (fixture, fixture->routine, (PlumbStance){ PLUMB_STANCE_ACCEPTED });
  g_autoptr (PlumbEvaluation) evaluation = NULL;

  plumb_consultation_set_stances (consultation, one);
  g_assert_true (plumb_consultation_get_can_undo (consultation));
  evaluation = plumb_evaluation_new_for_consultation (consultation);
  g_assert_true (plumb_evaluation_get_stances (evaluation) == one);
  g_assert_cmpint (plumb_evaluation_get_recommendation (evaluation, fixture->routine), !=,
                   PLUMB_TRUE);
  plumb_consultation_undo (consultation);
  g_assert_true (plumb_stances_is_empty (plumb_consultation_get_stances (consultation)));
  plumb_consultation_redo (consultation);
  g_assert_true (plumb_stances_equal (one, plumb_consultation_get_stances (consultation)));
  plumb_consultation_set_stances (consultation, one);
  plumb_consultation_undo (consultation);
  g_assert_false (plumb_consultation_get_can_undo (consultation));
}

static void
test_names_of_kinds (void)
{
  PlumbStanceKind kind;

  for (PlumbStanceKind i = PLUMB_STANCE_NONE; i <= PLUMB_STANCE_CHANGED; i++)
    {
      g_assert_true (plumb_stance_kind_from_string (plumb_stance_kind_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (plumb_stance_kind_from_string ("perhaps", &kind));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/stances/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing-decided", test_nothing_decided);
  ADD ("a-change-makes-another-set", test_a_change_makes_another_set);
  ADD ("taking-back", test_taking_back);
  ADD ("red-flag-advice-needs-a-reason", test_red_flag_advice_needs_a_reason);
  ADD ("a-change-needs-words", test_a_change_needs_words);
  ADD ("in-a-consultation", test_in_a_consultation);
#undef ADD
  g_test_add_func ("/stances/names-of-kinds", test_names_of_kinds);

  return g_test_run ();
}
