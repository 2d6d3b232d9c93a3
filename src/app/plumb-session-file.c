/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-session-private.h"

#include "plumb-consultation-file.h"

static guint
count_findings (PlumbSession *self)
{
  return plumb_pathway_get_findings (self->pathway)->len;
}

static gboolean
differs_from_saved (PlumbSession *self)
{
  const PlumbValue *answers = plumb_consultation_get_answers (self->consultation);
  guint n = count_findings (self);

  if (self->unsaved)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (!plumb_value_equal (&answers[i], &self->saved[i]))
      return TRUE;

  return !plumb_body_marks_equal (plumb_consultation_get_marks (self->consultation),
                                  self->saved_marks)
         || !plumb_stances_equal (plumb_consultation_get_stances (self->consultation),
                                  self->saved_stances);
}

void
plumb_session_update_modified (PlumbSession *self)
{
  gboolean modified = differs_from_saved (self);

  if (modified == self->modified)
    return;
  self->modified = modified;
  g_object_notify (G_OBJECT (self), "modified");
}

/* Takes the answers as those of the file. */
void
plumb_session_remember_saved (PlumbSession *self)
{
  const PlumbValue *answers = plumb_consultation_get_answers (self->consultation);

  self->unsaved = FALSE;
  g_free (self->saved);
  self->saved = g_memdup2 (answers, sizeof *answers * count_findings (self));
  g_clear_pointer (&self->saved_marks, plumb_body_marks_unref);
  self->saved_marks = plumb_body_marks_ref (plumb_consultation_get_marks (self->consultation));
  g_clear_pointer (&self->saved_stances, plumb_stances_unref);
  self->saved_stances = plumb_stances_ref (plumb_consultation_get_stances (self->consultation));
  plumb_session_update_modified (self);
}

/* Until it is saved, whatever the answers are. */
void
plumb_session_set_unsaved (PlumbSession *self)
{
  self->unsaved = TRUE;
  plumb_session_update_modified (self);
}

void
plumb_session_set_file (PlumbSession *self, GFile *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify (G_OBJECT (self), "file");
}

/**
 * plumb_session_open:
 * @self: a session
 * @file: a consultation file
 * @warnings: (out) (optional) (transfer full) (element-type utf8): what the
 *   reader has to say of a file that it took
 * @error: return location for an error
 *
 * Puts the consultation of a file in the place of the one on the screen.
 *
 * Returns: %FALSE on error, and nothing has changed
 */
gboolean
plumb_session_open (PlumbSession *self, GFile *file, GPtrArray **warnings, GError **error)
{
  PlumbConsultation *consultation;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  consultation = plumb_consultation_file_read (self->pathway, file, warnings, error);
  if (consultation == NULL)
    return FALSE;
  plumb_session_take_consultation (self, consultation, file);

  return TRUE;
}

/**
 * plumb_session_recover:
 * @self: a session
 * @file: a consultation that was cut off
 * @day: (nullable): the day on which that was; weeks and reviews count from it
 * @warnings: (out) (optional) (transfer full) (element-type utf8): what the reader
 *   has to say of a file that it took
 * @error: return location for an error
 *
 * As plumb_session_open(), but what is in @file is yet to be saved, and elsewhere.
 *
 * Returns: %FALSE on error, and nothing has changed
 */
gboolean
plumb_session_recover (PlumbSession *self,
                       GFile *file,
                       const GDate *day,
                       GPtrArray **warnings,
                       GError **error)
{
  PlumbConsultation *consultation;

  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  consultation = plumb_consultation_file_read (self->pathway, file, warnings, error);
  if (consultation == NULL)
    return FALSE;
  if (day != NULL)
    {
      plumb_consultation_set_today (consultation, day);
      plumb_consultation_fix_visit_date (consultation);
    }
  plumb_session_take_consultation (self, consultation, NULL);
  plumb_session_set_unsaved (self);

  return TRUE;
}

gboolean
plumb_session_save (PlumbSession *self, GFile *file, GError **error)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  plumb_consultation_fix_visit_date (self->consultation);
  if (!plumb_consultation_file_write (self->consultation, file, error))
    return FALSE;
  plumb_session_set_file (self, file);
  plumb_session_remember_saved (self);

  return TRUE;
}

GFile *
plumb_session_get_file (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->file;
}

gboolean
plumb_session_get_modified (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);

  return self->modified;
}
