/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-window-private.h"

#include "plumb-teaching-author.h"
#include "plumb-teaching-paper.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * plumb_teaching_window_open_folder:
 * @self: a window
 * @folder: with files of cases
 *
 * Shows the cases of @folder instead of those that are there; files that are no
 * cases are told of. Where the folder cannot be read, nothing changes.
 */
void
plumb_teaching_window_open_folder (PlumbTeachingWindow *self, GFile *folder)
{
  g_autoptr (GError) error = NULL;
  PlumbCaseShelf *shelf;

  g_return_if_fail (PLUMB_IS_TEACHING_WINDOW (self));
  g_return_if_fail (G_IS_FILE (folder));

  shelf = plumb_case_shelf_new_from_folder (self->pathway, folder, &error);
  if (shelf == NULL)
    {
      plumb_teaching_window_toast (self, error->message);
      return;
    }
  g_clear_object (&self->lesson);
  g_clear_pointer (&self->shelf, plumb_case_shelf_free);
  self->shelf = shelf;
  g_set_object (&self->folder, folder);
  plumb_teaching_window_show_cases (self);
}

/**
 * plumb_teaching_window_export:
 * @self: a window
 * @file: where to
 * @error: return location for an error
 *
 * Writes the learner's progress as CSV.
 *
 * Returns: %FALSE on error
 */
gboolean
plumb_teaching_window_export (PlumbTeachingWindow *self, GFile *file, GError **error)
{
  g_autofree char *csv = NULL;

  g_return_val_if_fail (PLUMB_IS_TEACHING_WINDOW (self) && self->progress != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  csv = plumb_progress_to_csv (self->progress);

  return g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  NULL, error);
}

static void
on_chosen_file (GtkNativeDialog *dialog, int response, PlumbTeachingWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  GtkFileChooserAction action = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  if (action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    plumb_teaching_window_open_folder (self, file);
  else if (self->leaf == NULL
               ? !plumb_teaching_window_export (self, file, &error)
               : !plumb_teaching_paper_export (self->leaf, self->solution, file, &error))
    plumb_teaching_window_toast (self, error->message);
  else if (self->leaf != NULL)
    plumb_teaching_window_toast (self, _ ("The pages are exported."));
}

void
plumb_teaching_window_choose_file (PlumbTeachingWindow *self,
                                   GtkFileChooserAction action,
                                   const char *title,
                                   const char *name)
{
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen_file), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Pages, and writing */

void
plumb_teaching_window_act_on_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingWindow *self = PLUMB_TEACHING_WINDOW (widget);
  PlumbCase *teaching_case;
  const char *id;
  gboolean solution;
  g_autoptr (GError) error = NULL;
  g_autofree char *file_name = NULL;

  g_variant_get (parameter, "(&sb)", &id, &solution);
  teaching_case = plumb_case_shelf_lookup (self->shelf, id);
  if (teaching_case == NULL)
    return;
  if (g_str_equal (name, "teach.print"))
    {
      if (!plumb_teaching_paper_print (GTK_WINDOW (self), teaching_case, solution, &error))
        plumb_teaching_window_toast (self, error->message);
      return;
    }
  g_clear_pointer (&self->leaf, plumb_case_unref);
  self->leaf = plumb_case_ref (teaching_case);
  self->solution = solution;
  /* Translators: the name of a file; %s: the id of a case. */
  file_name = g_strdup_printf (solution ? _ ("%s-solution.pdf") : _ ("%s-case.pdf"), id);
  plumb_teaching_window_choose_file (self, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export as PDF"),
                                     file_name);
}

/* What is saved into the folder in sight stands there at once. */
static void
on_saved (PlumbTeachingWindow *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (self->folder != NULL && folder != NULL && g_file_equal (folder, self->folder)
      && self->lesson == NULL)
    plumb_teaching_window_open_folder (self, folder);
}

void
plumb_teaching_window_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingWindow *self = PLUMB_TEACHING_WINDOW (widget);
  PlumbCase *teaching_case
      = plumb_case_shelf_lookup (self->shelf, g_variant_get_string (parameter, NULL));
  PlumbTeachingAuthor *author;

  if (teaching_case == NULL)
    return;
  author = plumb_teaching_author_new (GTK_WINDOW (self),
                                      plumb_case_draft_new_from_case (teaching_case));
  g_signal_connect_object (author, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (author));
}
