/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-author-private.h"

#include "plumb-painter.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * plumb_teaching_author_save_to:
 * @self: a window
 * @file: where to
 *
 * Writes the case, all or nothing. What no shelf could read is shown, and not written.
 *
 * Returns: whether @file now holds the case
 */
gboolean
plumb_teaching_author_save_to (PlumbTeachingAuthor *self, GFile *file)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PLUMB_IS_TEACHING_AUTHOR (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  text = plumb_teaching_author_dup_text (self);
  if (!plumb_teaching_author_look (self, text, NULL))
    {
      plumb_teaching_author_toast (
          self, _ ("The case is not saved: something is missing or wrong, see below."));
      return FALSE;
    }
  if (!plumb_painter_write_file (file, text, strlen (text), &error))
    {
      plumb_teaching_author_toast (self, error->message);
      return FALSE;
    }
  g_set_object (&self->file, file);
  g_free (self->saved);
  self->saved = g_steal_pointer (&text);
  plumb_teaching_author_toast (self, _ ("The case is saved."));
  g_signal_emit_by_name (self, "saved", file);

  return TRUE;
}

static void
on_file (PlumbTeachingAuthor *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    plumb_teaching_author_save_to (self, file);
}

/* Whoever saves is told first what is wrong, not after a name was chosen. */
void
plumb_teaching_author_save (PlumbTeachingAuthor *self)
{
  g_autofree char *text = plumb_teaching_author_dup_text (self);
  g_autofree char *name = plumb_teaching_author_dup_name (self);

  if (!plumb_teaching_author_look (self, text, NULL))
    {
      plumb_teaching_author_toast (
          self, _ ("The case is not saved: something is missing or wrong, see below."));
      return;
    }
  g_clear_object (&self->chooser);
  self->chooser
      = gtk_file_chooser_native_new (_ ("Save the case"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (self->file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (self->chooser), self->file, NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_file), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
