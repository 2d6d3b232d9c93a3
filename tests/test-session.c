/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-session.h"

#include "plumb-consultation-file.h"
#include "plumb-note.h"

#include "plumb-test.h"

#include <glib/gstdio.h>

static PlumbPathway *pathway;
static char *scratch;

/* ---- steps ------------------------------------------------------------------------------- */

static const PlumbFinding *
find (const char *id)
{
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, id);

  g_assert_nonnull (finding);

  return finding;
}

static void
answer (PlumbSession *session, const char *id, const char *text)
{
  PlumbValue value = plumb_test_value (find (id), text);
  g_autoptr (GError) error = NULL;

  g_assert_true (plumb_session_answer (session, find (id), &value, &error));
  g_assert_no_error (error);
}

/* One undo step for a whole group of yes/no findings. */
static void
answer_group (PlumbSession *session, const char *group, gboolean yes)
{
  GPtrArray *findings = plumb_pathway_get_findings (pathway);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      PlumbAnswer one = { g_ptr_array_index (findings, i), plumb_value_boolean (yes) };

      if (g_str_equal (one.finding->group->id, group) && one.finding->type == PLUMB_FINDING_BOOLEAN)
        g_array_append_val (answers, one);
    }
  plumb_session_answer_many (session, (const PlumbAnswer *) (gpointer) answers->data, answers->len,
                             &error);
  g_assert_no_error (error);
}

static PlumbSession *
start_without_red_flag (void)
{
  PlumbSession *session = plumb_session_new (pathway);

  answer (session, "age", "48");
  answer (session, "weeks_since_onset", "9");
  answer (session, "non_spinal_cause", "false");
  answer_group (session, "red_flags", FALSE);

  return session;
}

static PlumbStanding
standing_of (PlumbSession *session, const PlumbNode *node)
{
  return plumb_evaluation_get_node_standing (plumb_session_get_evaluation (session), node);
}

static const PlumbFinding *
first_question (PlumbSession *session)
{
  g_autoptr (GPtrArray) questions = plumb_session_list_questions (session);

  return questions->len > 0 ? g_ptr_array_index (questions, 0) : NULL;
}

static void
count (gpointer object, gpointer anything, guint *n)
{
  (*n)++;
}

/* ---- answers ----------------------------------------------------------------------------- */

static void
test_answer (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  g_autoptr (PlumbEvaluation) before
      = plumb_evaluation_ref (plumb_session_get_evaluation (session));
  guint n_notified = 0;

  g_signal_connect (session, "notify::evaluation", G_CALLBACK (count), &n_notified);
  answer (session, "age", "48");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (plumb_session_get_evaluation (session) != before);
  g_assert_cmpint (
      plumb_evaluation_get_answer (plumb_session_get_evaluation (session), find ("age"))->integer,
      ==, 48);

  /* The same answer again is no change. */
  answer (session, "age", "48");
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_refused_answer (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  g_autoptr (GError) error = NULL;
  PlumbValue value = plumb_value_integer (500);

  answer (session, "age", "48");
  g_assert_false (plumb_session_answer (session, find ("age"), &value, &error));
  g_assert_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_RANGE);
  g_assert_cmpint (
      plumb_evaluation_get_answer (plumb_session_get_evaluation (session), find ("age"))->integer,
      ==, 48);
}

static void
test_undo (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  gboolean can_undo, can_redo;

  answer (session, "age", "48");
  answer_group (session, "red_flags", FALSE);
  plumb_session_undo (session);
  g_object_get (session, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_true (can_undo);
  g_assert_true (can_redo);
  g_assert_cmpuint (plumb_consultation_count_answers (plumb_session_get_consultation (session)), ==,
                    1);
  plumb_session_redo (session);
  g_assert_cmpuint (plumb_consultation_count_answers (plumb_session_get_consultation (session)), >,
                    10);
  g_object_get (session, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);
}

/* Nothing follows an empty undo, not even a notification. */
static void
test_undo_nothing (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  guint n_notified = 0;

  g_signal_connect (session, "notify::evaluation", G_CALLBACK (count), &n_notified);
  plumb_session_undo (session);
  plumb_session_redo (session);
  g_assert_cmpuint (n_notified, ==, 0);
}

/* ---- where the consultation is ----------------------------------------------------------- */

static void
test_begins_at_first_decision (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  const PlumbNode *node = plumb_session_get_focus_node (session);

  g_assert_nonnull (node);
  g_assert_cmpint (standing_of (session, node), ==, PLUMB_STANDING_CURRENT);
  g_assert_true (node->stage == g_ptr_array_index (plumb_pathway_get_stages (pathway), 0));
  g_assert_true (plumb_session_get_stage (session) == node->stage);
}

static void
test_moves_on (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  const PlumbNode *node = plumb_session_get_focus_node (session);

  g_assert_nonnull (node);
  g_assert_cmpint (standing_of (session, node), ==, PLUMB_STANDING_CURRENT);
  g_assert_cmpuint (node->stage->number, >, 1);
  g_assert_true (plumb_session_get_stage (session) == node->stage);
}

/* The stage that is looked at is worked in first, wherever else a decision waits. */
static void
test_stage_in_view_first (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  const PlumbFinding *needed;
  g_autoptr (GPtrArray) current
      = plumb_evaluation_list_current (plumb_session_get_evaluation (session));
  const PlumbNode *last = g_ptr_array_index (current, current->len - 1);

  g_assert_true (last->stage != plumb_session_get_stage (session));
  plumb_session_set_stage (session, last->stage);
  g_assert_true (plumb_session_get_focus_node (session)->stage == last->stage);
  /* Its card waits for an answer that decides which lines are on it. */
  needed = first_question (session);
  g_assert_cmpstr (needed->id, ==, "pt_started");
  answer (session, "pt_started", "false");
  plumb_session_set_stage (session, last->stage);
  g_assert_true (plumb_session_find_waiting (session, first_question (session))
                 == plumb_session_get_focus_node (session));
}

/* Undo shows the question whose answer it took. */
static void
test_undo_goes_back (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  const PlumbFinding *asked;
  const PlumbStage *triage = plumb_session_get_stage (session);

  answer (session, "age", "48");
  answer (session, "non_spinal_cause", "false");
  asked = first_question (session);
  answer_group (session, "red_flags", FALSE);
  g_assert_true (plumb_session_get_stage (session) != triage);
  plumb_session_undo (session);
  g_assert_true (plumb_session_get_stage (session) == triage);
  g_assert_true (first_question (session) == asked);
}

static void
test_notify_once (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  guint n_notified = 0;

  g_signal_connect (session, "notify::stage", G_CALLBACK (count), &n_notified);
  plumb_session_set_stage (session, g_ptr_array_index (stages, 0));
  g_assert_cmpuint (n_notified, ==, 0);
  plumb_session_set_stage (session, g_ptr_array_index (stages, 1));
  g_assert_cmpuint (n_notified, ==, 1);
}

/* ---- questions --------------------------------------------------------------------------- */

static void
test_skip (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  const PlumbFinding *first = first_question (session);
  g_autoptr (GPtrArray) questions = NULL;
  guint n_skipped = 0;

  g_signal_connect_swapped (session, "skipped", G_CALLBACK (g_atomic_int_inc), &n_skipped);
  plumb_session_skip (session, first);
  g_assert_cmpuint (n_skipped, ==, 1);
  g_assert_true (plumb_session_get_skipped (session, first));
  questions = plumb_session_list_questions (session);
  g_assert_true (g_ptr_array_index (questions, 0) != (gpointer) first);
  g_assert_true (g_ptr_array_index (questions, questions->len - 1) == (gpointer) first);

  /* Forgotten with the next consultation. */
  plumb_session_clear (session);
  g_assert_false (plumb_session_get_skipped (session, first));
}

/* Each finding is asked once, and never what is answered. */
static void
test_questions_are_open (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  g_autoptr (GPtrArray) questions = plumb_session_list_questions (session);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (questions->len, >, 3);
  for (guint i = 0; i < questions->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (questions, i);

      g_assert_true (g_hash_table_add (seen, (gpointer) finding));
      g_assert_cmpint (
          plumb_evaluation_get_answer (plumb_session_get_evaluation (session), finding)->type, ==,
          PLUMB_VALUE_NULL);
    }
}

/* ---- trying ------------------------------------------------------------------------------ */

/* Neither the answers, nor undo, nor what would be saved, nor the evaluation of which note,
 * pages and handout are made. */
static void
test_trial_never_records (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  PlumbConsultation *consultation = plumb_session_get_consultation (session);
  PlumbEvaluation *recorded = plumb_session_get_evaluation (session);
  PlumbAnswer answer = { find ("rf_saddle_anesthesia"), plumb_value_boolean (TRUE) };
  g_autofree char *saved_before = plumb_consultation_file_to_json (consultation, FALSE);
  g_autofree char *note_before = plumb_note_new (recorded, NULL);
  g_autofree char *saved_after = NULL;
  g_autofree char *note_after = NULL;
  g_autofree char *status = NULL;
  guint n_notified = 0;

  g_signal_connect (session, "notify::evaluation", G_CALLBACK (count), &n_notified);
  g_signal_connect (session, "notify::can-undo", G_CALLBACK (count), &n_notified);
  g_signal_connect (session, "notify::modified", G_CALLBACK (count), &n_notified);
  g_assert_true (plumb_session_try (session, &answer, 1, NULL));
  g_assert_true (plumb_session_get_shown (session) != recorded);
  g_assert_true (plumb_session_get_evaluation (session) == recorded);
  g_assert_cmpuint (n_notified, ==, 0);
  saved_after = plumb_consultation_file_to_json (consultation, FALSE);
  g_assert_cmpstr (saved_after, ==, saved_before);
  note_after = plumb_note_new (plumb_session_get_evaluation (session), NULL);
  g_assert_cmpstr (note_after, ==, note_before);
  g_assert_null (plumb_session_get_alarm (session, NULL));
  status = plumb_session_dup_status (session);
  g_assert_true (g_str_has_prefix (status, "Trying: "));

  plumb_session_stop_trying (session);
  g_assert_null (plumb_session_get_trial (session));
  g_assert_true (plumb_session_get_shown (session) == recorded);
}

/* A refused answer is not tried either, and what was tried before stays. */
static void
test_trial_refused (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  PlumbAnswer good = { find ("age"), plumb_value_integer (48) };
  PlumbAnswer bad = { find ("age"), plumb_value_integer (500) };
  g_autoptr (GError) error = NULL;

  g_assert_true (plumb_session_try (session, &good, 1, NULL));
  g_assert_false (plumb_session_try (session, &bad, 1, &error));
  g_assert_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_RANGE);
  g_assert_nonnull (plumb_session_get_trial (session));
}

/* One undo step, and the trial is over. */
static void
test_trial_taken_over (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  PlumbConsultation *consultation = plumb_session_get_consultation (session);
  PlumbAnswer answer = { find ("rf_saddle_anesthesia"), plumb_value_boolean (TRUE) };
  guint n_answers = plumb_consultation_count_answers (consultation);
  guint n_notified = 0;

  g_assert_true (plumb_session_try (session, &answer, 1, NULL));
  g_assert_true (plumb_session_get_can_take_over (session));
  g_signal_connect (session, "notify::trial", G_CALLBACK (count), &n_notified);
  g_assert_true (plumb_session_take_over (session, NULL));
  g_assert_null (plumb_session_get_trial (session));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_nonnull (plumb_session_get_alarm (session, NULL));
  plumb_session_undo (session);
  g_assert_null (plumb_session_get_alarm (session, NULL));
  g_assert_cmpuint (plumb_consultation_count_answers (consultation), ==, n_answers);
}

/* Any real answer, undo and another consultation end it. */
static void
test_trial_ends (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  PlumbAnswer trial = { find ("rf_saddle_anesthesia"), plumb_value_boolean (TRUE) };

  g_assert_true (plumb_session_try (session, &trial, 1, NULL));
  answer (session, "leg_pain", "false");
  g_assert_null (plumb_session_get_trial (session));
  g_assert_true (plumb_session_try (session, &trial, 1, NULL));
  plumb_session_undo (session);
  g_assert_null (plumb_session_get_trial (session));
  g_assert_true (plumb_session_try (session, &trial, 1, NULL));
  plumb_session_clear (session);
  g_assert_null (plumb_session_get_trial (session));
  g_assert_true (plumb_session_get_shown (session) == plumb_session_get_evaluation (session));
}

/* ---- red flags --------------------------------------------------------------------------- */

static void
test_alarm (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  g_autofree char *status = NULL;
  gboolean paused = TRUE;

  g_assert_null (plumb_session_get_alarm (session, &paused));
  g_assert_false (paused);
  answer (session, "rf_saddle_anesthesia", "true");
  g_assert_cmpint (plumb_session_get_alarm (session, &paused)->urgency, ==,
                   PLUMB_URGENCY_EMERGENCY);
  g_assert_true (paused);
  g_assert_cmpuint (plumb_session_get_stage (session)->number, ==, 1);
  status = plumb_session_dup_status (session);
  g_assert_true (g_str_has_prefix (status, "This is an emergency: "));
}

static void
test_status (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  const PlumbNode *node = plumb_session_get_focus_node (session);
  g_autofree char *status = plumb_session_dup_status (session);
  g_autofree char *expected = g_strdup_printf (
      "Step %u in stage 1, %s: %s No advice is in force yet.", node->number,
      plumb_text_get (node->stage->title, NULL), plumb_text_get (node->text, NULL));

  g_assert_cmpstr (status, ==, expected);
}

/* ---- what is done with an advice ---------------------------------------------------------- */

static const PlumbRecommendation *
first_advice (PlumbSession *session)
{
  g_autoptr (GPtrArray) advice
      = plumb_evaluation_list_advice (plumb_session_get_evaluation (session));

  g_assert_cmpuint (advice->len, >, 0);

  return g_ptr_array_index (advice, 0);
}

static void
decline (PlumbSession *session, const PlumbRecommendation *recommendation)
{
  const PlumbStance declined = { PLUMB_STANCE_DECLINED, NULL, (char *) "Later", FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_true (plumb_session_set_stance (session, recommendation, &declined, &error));
  g_assert_no_error (error);
}

/* Panels hear of it as of an answer, and nothing moves: not what is asked, not what is in view. */
static void
test_stance_moves_nothing (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  guint n_notified = 0;

  plumb_session_set_focus_node (session, NULL);
  plumb_session_set_stage (session, g_ptr_array_index (stages, 0));
  g_assert_null (plumb_session_get_focus_node (session));
  g_signal_connect_swapped (session, "notify::evaluation", G_CALLBACK (g_atomic_int_inc),
                            &n_notified);
  decline (session, first_advice (session));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_null (plumb_session_get_focus_node (session));
  g_assert_true (plumb_session_get_stage (session) == g_ptr_array_index (stages, 0));
  plumb_session_undo (session);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_true (plumb_session_get_stage (session) == g_ptr_array_index (stages, 0));
}

static void
test_stance_is_saved (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  g_autoptr (GFile) file = g_file_new_build_filename (scratch, "stance.json", NULL);
  const PlumbRecommendation *recommendation = first_advice (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (plumb_session_save (session, file, &error));
  decline (session, recommendation);
  plumb_session_set_left_out (session, recommendation, TRUE);
  g_assert_true (plumb_session_get_modified (session));
  g_assert_true (plumb_session_save (session, file, &error));
  g_assert_false (plumb_session_get_modified (session));

  plumb_session_clear (session);
  g_assert_cmpint (plumb_session_get_stance (session, recommendation)->kind, ==,
                   PLUMB_STANCE_NONE);
  g_assert_true (plumb_session_open (session, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plumb_session_get_stance (session, recommendation)->kind, ==,
                   PLUMB_STANCE_DECLINED);
  g_assert_cmpstr (plumb_session_get_stance (session, recommendation)->words, ==, "Later");
  g_assert_true (plumb_session_get_stance (session, recommendation)->left_out);
}

static void
test_stance_refused (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  const PlumbStance changed = { PLUMB_STANCE_CHANGED, NULL, (char *) " \t ", FALSE };
  guint n_steps = 0;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      plumb_session_set_stance (session, first_advice (session), &changed, &error));
  g_assert_error (error, PLUMB_STANCE_ERROR, PLUMB_STANCE_ERROR_WORDS);
  for (; plumb_consultation_get_can_undo (plumb_session_get_consultation (session)); n_steps++)
    plumb_session_undo (session);
  g_assert_cmpuint (n_steps, ==, 4); /* the answers that it started with */
}

static void
test_status_tells_departures (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  const PlumbRecommendation *recommendation = first_advice (session);
  g_autofree char *before = plumb_session_dup_status (session);
  g_autofree char *expected = g_strconcat (before, " Declined or changed: 1.", NULL);
  g_autofree char *after = NULL;

  decline (session, recommendation);
  after = plumb_session_dup_status (session);
  g_assert_cmpstr (after, ==, expected);
}

/* ---- files ------------------------------------------------------------------------------- */

static GFile *
scratch_file (const char *name)
{
  return g_file_new_build_filename (scratch, name, NULL);
}

static void
test_save_and_open (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  g_autoptr (GFile) file = scratch_file ("saved.json");
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  guint n_answers = plumb_consultation_count_answers (plumb_session_get_consultation (session));
  guint n_reset = 0;

  g_assert_true (plumb_session_get_modified (session));
  g_assert_true (plumb_session_save (session, file, &error));
  g_assert_no_error (error);
  g_assert_false (plumb_session_get_modified (session));
  g_assert_true (g_file_equal (plumb_session_get_file (session), file));

  g_signal_connect_swapped (session, "reset", G_CALLBACK (g_atomic_int_inc), &n_reset);
  plumb_session_clear (session);
  g_assert_null (plumb_session_get_file (session));
  g_assert_cmpuint (plumb_consultation_count_answers (plumb_session_get_consultation (session)), ==,
                    0);
  g_assert_true (plumb_session_open (session, file, &warnings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_reset, ==, 2);
  g_assert_false (plumb_session_get_modified (session));
  g_assert_cmpuint (plumb_consultation_count_answers (plumb_session_get_consultation (session)), >=,
                    n_answers);
  g_assert_cmpuint (plumb_session_get_stage (session)->number, >, 1);
}

/* Undone to what the file holds, there is nothing to save. */
static void
test_modified_is_a_difference (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);

  g_assert_false (plumb_session_get_modified (session));
  answer (session, "age", "48");
  g_assert_true (plumb_session_get_modified (session));
  plumb_session_undo (session);
  g_assert_false (plumb_session_get_modified (session));
}

static void
test_open_bad_file (void)
{
  g_autoptr (PlumbSession) session = start_without_red_flag ();
  g_autoptr (PlumbEvaluation) before
      = plumb_evaluation_ref (plumb_session_get_evaluation (session));
  g_autoptr (GFile) file = scratch_file ("bad.json");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "{\"resourceType\"", -1, NULL));
  g_assert_false (plumb_session_open (session, file, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (plumb_session_get_evaluation (session) == before);
  g_assert_null (plumb_session_get_file (session));
}

static void
test_finalize (void)
{
  PlumbSession *session = start_without_red_flag ();

  g_assert_finalize_object (session);
}

static void
remove_scratch (void)
{
  g_autoptr (GDir) folder = g_dir_open (scratch, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (scratch, name, NULL);

      g_unlink (path);
    }
  g_rmdir (scratch);
  g_free (scratch);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();
  scratch = g_dir_make_tmp ("test-session-XXXXXX", NULL);

  g_test_add_func ("/session/answer", test_answer);
  g_test_add_func ("/session/refused-answer", test_refused_answer);
  g_test_add_func ("/session/undo", test_undo);
  g_test_add_func ("/session/undo-nothing", test_undo_nothing);
  g_test_add_func ("/session/begins-at-first-decision", test_begins_at_first_decision);
  g_test_add_func ("/session/moves-on", test_moves_on);
  g_test_add_func ("/session/stage-in-view-first", test_stage_in_view_first);
  g_test_add_func ("/session/undo-goes-back", test_undo_goes_back);
  g_test_add_func ("/session/notify-once", test_notify_once);
  g_test_add_func ("/session/skip", test_skip);
  g_test_add_func ("/session/questions-are-open", test_questions_are_open);
  g_test_add_func ("/session/trial-never-records", test_trial_never_records);
  g_test_add_func ("/session/trial-refused", test_trial_refused);
  g_test_add_func ("/session/trial-taken-over", test_trial_taken_over);
  g_test_add_func ("/session/trial-ends", test_trial_ends);
  g_test_add_func ("/session/alarm", test_alarm);
  g_test_add_func ("/session/status", test_status);
  g_test_add_func ("/session/stance-moves-nothing", test_stance_moves_nothing);
  g_test_add_func ("/session/stance-is-saved", test_stance_is_saved);
  g_test_add_func ("/session/stance-refused", test_stance_refused);
  g_test_add_func ("/session/status-tells-departures", test_status_tells_departures);
  g_test_add_func ("/session/save-and-open", test_save_and_open);
  g_test_add_func ("/session/modified-is-a-difference", test_modified_is_a_difference);
  g_test_add_func ("/session/open-bad-file", test_open_bad_file);
  g_test_add_func ("/session/finalize", test_finalize);

  status = g_test_run ();
  plumb_pathway_unref (pathway);
  remove_scratch ();

  return status;
}
