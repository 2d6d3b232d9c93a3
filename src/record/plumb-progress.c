/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-progress-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAXIMUM_SIZE (16 * 1024 * 1024)

/* Days until the next time, after so many good times in a row. */
static const guint intervals[] = { 1, 3, 7, 16, 35, 90 };

G_DEFINE_QUARK (plumb - progress - error - quark, plumb_progress_error)

static void
free_commit (gpointer data)
{
  PlumbProgressCommit *commit = data;

  g_free (commit->stage);
  g_free (commit->box);
  g_free (commit);
}

static void
free_play (gpointer data)
{
  PlumbProgressPlay *play = data;

  g_free (play->teaching_case);
  g_strfreev (play->traps);
  g_ptr_array_unref (play->commits);
  g_free (play);
}

PlumbProgressPlay *
plumb_progress_add_play (PlumbProgress *self)
{
  PlumbProgressPlay *play = g_new0 (PlumbProgressPlay, 1);

  play->traps = g_new0 (char *, 1);
  play->commits = g_ptr_array_new_with_free_func (free_commit);
  g_ptr_array_add (self->plays, play);

  return play;
}

PlumbProgressCommit *
plumb_progress_add_commit (PlumbProgressPlay *play)
{
  PlumbProgressCommit *commit = g_new0 (PlumbProgressCommit, 1);

  g_ptr_array_add (play->commits, commit);

  return commit;
}

/* ---- the file ---------------------------------------------------------------------------- */

/* Names may be written in any script and with any sign; files may not. */
static GFile *
choose_file (GFile *folder, const char *name)
{
  g_autofree char *path
      = folder != NULL ? NULL
                       : g_build_filename (g_get_user_data_dir (), "plumbline", "teaching", NULL);
  g_autoptr (GFile) place = folder != NULL ? g_object_ref (folder) : g_file_new_for_path (path);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  g_autofree char *base = g_strdup_printf ("%.16s.json", sum);

  return g_file_get_child (place, base);
}

static gboolean
load (PlumbProgress *self, GError **error)
{
  g_autoptr (GError) found = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, NULL, &found);
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize length;

  if (g_error_matches (found, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (stream != NULL)
    bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAXIMUM_SIZE, NULL, &found);
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &length);

  return plumb_progress_read (self, data ? data : "", length, error);
}

static gboolean
save (PlumbProgress *self, GError **error)
{
  g_autofree char *json = plumb_progress_to_json (self);
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (self->file));

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
                           g_strerror (errno));
      return FALSE;
    }

  return g_file_set_contents_full (g_file_peek_path (self->file), json, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

/**
 * plumb_progress_new:
 * @folder: (nullable): a local folder, or %NULL for that of the user's data
 * @name: of the learner, as somebody on this machine types it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was kept under @name, or nothing yet;
 *   %NULL where there is something that cannot be read
 */
PlumbProgress *
plumb_progress_new (GFile *folder, const char *name, GError **error)
{
  g_autoptr (PlumbProgress) self = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (PlumbProgress, 1);
  self->name = g_strstrip (g_strdup (name));
  self->plays = g_ptr_array_new_with_free_func (free_play);
  if (*self->name == '\0')
    {
      g_set_error_literal (error, PLUMB_PROGRESS_ERROR, PLUMB_PROGRESS_ERROR_NAME,
                           _ ("There is no name to keep the progress under."));
      return NULL;
    }
  self->file = choose_file (folder, self->name);
  if (!load (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
plumb_progress_free (PlumbProgress *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->file);
  g_ptr_array_unref (self->plays);
  g_free (self->name);
  g_free (self);
}

const char *
plumb_progress_get_name (const PlumbProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

GFile *
plumb_progress_get_file (const PlumbProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

GPtrArray *
plumb_progress_get_plays (const PlumbProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plays;
}

/**
 * plumb_progress_erase:
 * @self: a learner's progress
 * @error: return location for an error
 *
 * Forgets everything, in memory and on the disk.
 *
 * Returns: %FALSE on error, and everything is still there
 */
gboolean
plumb_progress_erase (PlumbProgress *self, GError **error)
{
  g_autoptr (GError) found = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_file_delete (self->file, NULL, &found)
      && !g_error_matches (found, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  g_ptr_array_set_size (self->plays, 0);

  return TRUE;
}

/* ---- playing ----------------------------------------------------------------------------- */

static char **
list_traps (PlumbCase *teaching_case)
{
  GPtrArray *traps = plumb_case_get_traps (teaching_case);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < traps->len; i++)
    g_strv_builder_add (ids, ((const PlumbTrap *) g_ptr_array_index (traps, i))->id);

  return g_strv_builder_end (ids);
}

/**
 * plumb_progress_begin:
 * @self: a learner's progress
 * @lesson: a lesson that begins
 * @now: the time, in seconds since 1970, UTC
 *
 * From now on plumb_progress_record() is about @lesson. Nothing is written before the
 * first commit.
 */
void
plumb_progress_begin (PlumbProgress *self, PlumbLesson *lesson, gint64 now)
{
  PlumbCase *teaching_case;
  PlumbProgressPlay *play;

  g_return_if_fail (self != NULL);
  g_return_if_fail (PLUMB_IS_LESSON (lesson));

  teaching_case = plumb_lesson_get_case (lesson);
  play = plumb_progress_add_play (self);
  play->teaching_case = g_strdup (plumb_case_get_id (teaching_case));
  play->time = now;
  g_strfreev (play->traps);
  play->traps = list_traps (teaching_case);
}

static void
copy_commit (PlumbProgressPlay *play, const PlumbLessonCommit *commit)
{
  PlumbProgressCommit *copy = plumb_progress_add_commit (play);

  copy->stage = g_strdup (commit->stage->id);
  copy->box = commit->node != NULL ? g_strdup (commit->node->id) : NULL;
  copy->right = commit->right;
  copy->missed = commit->missed->len;
}

/**
 * plumb_progress_record:
 * @self: a learner's progress
 * @lesson: the lesson that was begun last
 * @now: the time, in seconds since 1970, UTC
 * @error: return location for an error
 *
 * Notes how far @lesson has come, and writes the file.
 *
 * Returns: %FALSE with @error set when it cannot be written
 */
gboolean
plumb_progress_record (PlumbProgress *self, PlumbLesson *lesson, gint64 now, GError **error)
{
  GPtrArray *commits;
  PlumbLessonScore score;
  PlumbProgressPlay *play;

  g_return_val_if_fail (self != NULL && self->plays->len > 0, FALSE);
  g_return_val_if_fail (PLUMB_IS_LESSON (lesson), FALSE);

  play = g_ptr_array_index (self->plays, self->plays->len - 1);
  commits = plumb_lesson_get_commits (lesson);
  for (guint i = play->commits->len; i < commits->len; i++)
    copy_commit (play, g_ptr_array_index (commits, i));
  plumb_lesson_get_score (lesson, &score);
  play->time = now;
  play->finished = plumb_lesson_get_phase (lesson) == PLUMB_LESSON_OVER;
  play->safe = score.safe;
  play->points = score.points;
  play->cost = score.cost;

  return save (self, error);
}

/* ---- looking back ------------------------------------------------------------------------ */

const PlumbProgressPlay *
plumb_progress_find_play (const PlumbProgress *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = self->plays->len; i > 0; i--)
    {
      const PlumbProgressPlay *play = g_ptr_array_index (self->plays, i - 1);

      if (play->finished && g_str_equal (play->teaching_case, id))
        return play;
    }

  return NULL;
}

static gboolean
is_mastered (const PlumbProgressPlay *play)
{
  return play->safe && play->points >= PLUMB_PROGRESS_MASTERED;
}

/**
 * plumb_progress_get_due:
 * @self: a learner's progress
 * @id: of a case
 *
 * After each time that went well the next is further away; after one that did not, it is tomorrow.
 *
 * Returns: when the case is to be repeated, in seconds since 1970; 0 when it was never finished
 */
gint64
plumb_progress_get_due (const PlumbProgress *self, const char *id)
{
  guint in_a_row = 0;
  gint64 last = 0;

  g_return_val_if_fail (self != NULL && id != NULL, 0);

  for (guint i = 0; i < self->plays->len; i++)
    {
      const PlumbProgressPlay *play = g_ptr_array_index (self->plays, i);

      if (!play->finished || !g_str_equal (play->teaching_case, id))
        continue;
      in_a_row = is_mastered (play) ? in_a_row + 1 : 0;
      last = play->time;
    }

  return last == 0
             ? 0
             : last + intervals[MIN (in_a_row, G_N_ELEMENTS (intervals) - 1)] * PLUMB_PROGRESS_DAY;
}

/* Over all commits in a stage. */
PlumbProgressShare
plumb_progress_get_stage (const PlumbProgress *self, const char *id)
{
  PlumbProgressShare share = { 0, 0 };

  g_return_val_if_fail (self != NULL && id != NULL, share);

  for (guint i = 0; i < self->plays->len; i++)
    {
      const PlumbProgressPlay *play = g_ptr_array_index (self->plays, i);

      for (guint j = 0; j < play->commits->len; j++)
        {
          const PlumbProgressCommit *commit = g_ptr_array_index (play->commits, j);

          if (!g_str_equal (commit->stage, id))
            continue;
          share.times++;
          share.right += commit->right;
        }
    }
  if (share.times > 0)
    share.right /= share.times;

  return share;
}

/* Over all finished cases with a trap: how many of them were mastered. */
PlumbProgressShare
plumb_progress_get_trap (const PlumbProgress *self, const char *id)
{
  PlumbProgressShare share = { 0, 0 };

  g_return_val_if_fail (self != NULL && id != NULL, share);

  for (guint i = 0; i < self->plays->len; i++)
    {
      const PlumbProgressPlay *play = g_ptr_array_index (self->plays, i);

      if (!play->finished || !g_strv_contains ((const char *const *) play->traps, id))
        continue;
      share.times++;
      share.right += is_mastered (play);
    }
  if (share.times > 0)
    share.right /= share.times;

  return share;
}

static void
append_row (GString *csv, const PlumbProgressPlay *play, const PlumbProgressCommit *commit)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (play->time);
  g_autofree char *when = time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");
  char right[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (right, sizeof right, "%.2f", commit->right);
  g_string_append_printf (csv, "%s,%s,%s,%s,%s,%u,%s,%s,%u,%u\r\n", when, play->teaching_case,
                          commit->stage, commit->box != NULL ? commit->box : "", right,
                          commit->missed, play->finished ? "yes" : "no", play->safe ? "yes" : "no",
                          play->points, play->cost);
}

/**
 * plumb_progress_to_csv:
 * @self: a learner's progress
 *
 * Returns: (transfer full): a line a commit, as RFC 4180 has it
 */
char *
plumb_progress_to_csv (const PlumbProgress *self)
{
  GString *csv;

  g_return_val_if_fail (self != NULL, NULL);

  csv = g_string_new ("time,case,stage,box,right,missed_questions,finished,safe,points,cost\r\n");
  for (guint i = 0; i < self->plays->len; i++)
    {
      const PlumbProgressPlay *play = g_ptr_array_index (self->plays, i);

      for (guint j = 0; j < play->commits->len; j++)
        append_row (csv, play, g_ptr_array_index (play->commits, j));
    }

  return g_string_free (csv, FALSE);
}
