/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-progress.h"

#include "plumb-case-shelf.h"
#include "plumb-test.h"

#include <glib/gstdio.h>

#define NAME "Zoë 医生 ../x"

typedef struct
{
  PlumbPathway *pathway;
  PlumbCaseShelf *shelf;
  PlumbCase *teaching_case;
  char *path;
  GFile *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pathway = plumb_test_builtin ();
  fixture->shelf = plumb_case_shelf_new_builtin (fixture->pathway, NULL);
  fixture->teaching_case = g_ptr_array_index (plumb_case_shelf_get_cases (fixture->shelf), 0);
  fixture->path = g_dir_make_tmp ("plumbline-progress-XXXXXX", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (fixture->path, name, NULL);

      g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_object_unref (fixture->folder);
  g_free (fixture->path);
  plumb_case_shelf_free (fixture->shelf);
  plumb_pathway_unref (fixture->pathway);
}

static PlumbProgress *
open_progress (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlumbProgress *progress = plumb_progress_new (fixture->folder, NAME, &error);

  g_assert_no_error (error);

  return progress;
}

static void
predict (PlumbLesson *lesson, gboolean well)
{
  GPtrArray *findings
      = plumb_pathway_get_findings (plumb_case_get_pathway (plumb_lesson_get_case (lesson)));
  GArray *choices = plumb_lesson_get_choices (lesson);

  for (guint i = 0; well && i < findings->len; i++)
    if (plumb_lesson_can_ask (g_ptr_array_index (findings, i)))
      plumb_lesson_ask_together (lesson, g_ptr_array_index (findings, i));
  for (guint i = 0; well && i < choices->len; i++)
    if (g_array_index (choices, PlumbLessonChoice, i).right)
      plumb_lesson_choose (lesson, i, TRUE);
  plumb_lesson_commit (lesson);
}

/* To the end, recorded as the window does it. */
static void
play (Fixture *fixture, PlumbProgress *progress, gint64 now, gboolean well)
{
  g_autoptr (PlumbLesson) lesson = plumb_lesson_new (fixture->teaching_case);
  g_autoptr (GError) error = NULL;

  plumb_progress_begin (progress, lesson, now);
  while (plumb_lesson_get_phase (lesson) != PLUMB_LESSON_OVER)
    {
      predict (lesson, well);
      plumb_lesson_proceed (lesson);
      plumb_progress_record (progress, lesson, now, &error);
      g_assert_no_error (error);
    }
}

static void
test_nothing_yet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbProgress) progress = open_progress (fixture);

  g_assert_cmpstr (plumb_progress_get_name (progress), ==, NAME);
  g_assert_cmpuint (plumb_progress_get_plays (progress)->len, ==, 0);
  g_assert_cmpint (plumb_progress_get_due (progress, "any"), ==, 0);
  g_assert_cmpuint (plumb_progress_get_stage (progress, "any").times, ==, 0);
  g_assert_false (g_file_query_exists (plumb_progress_get_file (progress), NULL));
}

/* Whatever happens after a commit, the commit is on the disk. */
static void
test_survives_a_crash (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbProgress) progress = open_progress (fixture);
  g_autoptr (PlumbProgress) later = NULL;
  g_autoptr (PlumbLesson) lesson = plumb_lesson_new (fixture->teaching_case);
  const PlumbProgressPlay *kept;
  GStatBuf status;

  plumb_progress_begin (progress, lesson, 1000);
  predict (lesson, FALSE);
  g_assert_true (plumb_progress_record (progress, lesson, 1000, NULL));
  later = open_progress (fixture);
  g_assert_cmpuint (plumb_progress_get_plays (later)->len, ==, 1);
  kept = g_ptr_array_index (plumb_progress_get_plays (later), 0);
  g_assert_cmpstr (kept->teaching_case, ==, plumb_case_get_id (fixture->teaching_case));
  g_assert_cmpuint (kept->commits->len, ==, 1);
  g_assert_false (kept->finished);
  /* And nobody else may read it. */
  g_assert_cmpint (g_stat (g_file_peek_path (plumb_progress_get_file (later)), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbProgress) progress = open_progress (fixture);
  g_autoptr (PlumbProgress) later = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  play (fixture, progress, 1000, FALSE);
  play (fixture, progress, 2000, TRUE);
  later = open_progress (fixture);
  before = plumb_progress_to_csv (progress);
  after = plumb_progress_to_csv (later);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (
      plumb_progress_find_play (later, plumb_case_get_id (fixture->teaching_case))->safe);
}

/* Further and further away, and back to tomorrow when it goes wrong. */
static void
test_spaced_repetition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbProgress) progress = open_progress (fixture);
  const char *id = plumb_case_get_id (fixture->teaching_case);
  const guint days[] = { 3, 7, 16, 35, 90, 90 };
  gint64 now = 1000;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      play (fixture, progress, now, TRUE);
      g_assert_cmpint (plumb_progress_get_due (progress, id), ==,
                       now + days[i] * PLUMB_PROGRESS_DAY);
      now = plumb_progress_get_due (progress, id);
    }
  play (fixture, progress, now, FALSE);
  g_assert_cmpint (plumb_progress_get_due (progress, id), ==, now + PLUMB_PROGRESS_DAY);
}

static void
test_shares (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbProgress) progress = open_progress (fixture);
  const PlumbStage *stage = plumb_case_get_step (fixture->teaching_case, 0)->stage;
  GPtrArray *traps = plumb_case_get_traps (fixture->teaching_case);
  const PlumbTrap *trap = g_ptr_array_index (traps, 0);
  PlumbProgressShare share;

  play (fixture, progress, 1000, TRUE);
  g_assert_cmpfloat (plumb_progress_get_stage (progress, stage->id).right, ==, 1);
  play (fixture, progress, 2000, FALSE);
  share = plumb_progress_get_stage (progress, stage->id);
  g_assert_cmpuint (share.times, >=, 2);
  g_assert_cmpfloat (share.right, <, 1);
  share = plumb_progress_get_trap (progress, trap->id);
  g_assert_cmpuint (share.times, ==, 2);
  g_assert_cmpfloat (share.right, ==, 0.5);
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbProgress) progress = open_progress (fixture);
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  play (fixture, progress, 0, TRUE);
  csv = plumb_progress_to_csv (progress);
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "time,case,stage,box,right,"));
  g_assert_true (g_str_has_prefix (lines[1], "1970-01-01T00:00:00Z,"));
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 10);
    }
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlumbProgress) progress = open_progress (fixture);
  g_autoptr (GError) error = NULL;

  play (fixture, progress, 1000, TRUE);
  g_assert_true (g_file_query_exists (plumb_progress_get_file (progress), NULL));
  g_assert_true (plumb_progress_erase (progress, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_query_exists (plumb_progress_get_file (progress), NULL));
  g_assert_cmpuint (plumb_progress_get_plays (progress)->len, ==, 0);
  g_assert_true (plumb_progress_erase (progress, &error));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const char *const files[] = {
    "",
    "{",
    "[]",
    "{\"format\":1}",
    "{\"format\":2,\"plays\":[]}",
    "{\"format\":1,\"plays\":[1]}",
    "{\"format\":1,\"plays\":[{\"case\":\"x\",\"commits\":[{}]}]}",
  };
  g_autoptr (GError) nameless = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (PlumbProgress) progress = NULL;
      g_autoptr (PlumbProgress) empty = NULL;
      g_autoptr (GError) error = NULL;

      empty = open_progress (fixture);
      g_assert_true (g_file_set_contents (g_file_peek_path (plumb_progress_get_file (empty)),
                                          files[i], -1, NULL));
      progress = plumb_progress_new (fixture->folder, NAME, &error);
      g_assert_null (progress);
      g_assert_nonnull (error);
      g_assert_true (plumb_progress_erase (empty, NULL));
    }
  g_assert_null (plumb_progress_new (fixture->folder, "  ", &nameless));
  g_assert_error (nameless, PLUMB_PROGRESS_ERROR, PLUMB_PROGRESS_ERROR_NAME);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/progress/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing-yet", test_nothing_yet);
  ADD ("survives-a-crash", test_survives_a_crash);
  ADD ("round-trip", test_round_trip);
  ADD ("spaced-repetition", test_spaced_repetition);
  ADD ("shares", test_shares);
  ADD ("csv", test_csv);
  ADD ("erase", test_erase);
  ADD ("refused", test_refused);
#undef ADD

  return g_test_run ();
}
