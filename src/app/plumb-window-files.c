/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-consultation-file.h"

#include <glib/gi18n.h>

/* Messages */

/* What went wrong, above what is on the screen, which stays. */
void
plumb_window_report (PlumbWindow *self, const char *heading, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the reader has to say of a file that it took, if anything. */
void
plumb_window_report_warnings (PlumbWindow *self, GPtrArray *warnings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (warnings == NULL || warnings->len == 0)
    return;
  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (warnings, i));
  plumb_window_report (self, _ ("The file was opened, but not all of it was understood"),
                       text->str);
}

/* Choosing a file */

/**
 * plumb_window_choose_file:
 * @self: a window
 * @chooser: (transfer full): what to ask with
 * @on_response: a handler of its response, with @self as data
 *
 * Asks for a file, one at a time.
 */
void
plumb_window_choose_file (PlumbWindow *self, GtkFileChooserNative *chooser, GCallback on_response)
{
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  self->chooser = chooser;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", on_response, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) consultations = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (consultations, _ ("Consultations"));
  gtk_file_filter_add_pattern (consultations, "*.json");
  gtk_file_chooser_add_filter (chooser, consultations);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/* Opening */

/* Which file, and where in it. */
static char *
describe_error (GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  guint line, column;

  if (!plumb_consultation_file_error_get_position (error, &line, &column))
    /* Translators: the name of a file, and what is wrong with it. */
    return g_strdup_printf (_ ("%1$s: %2$s"), name, error->message);

  /* Translators: the name of a file, what is wrong with it, and where. */
  return g_strdup_printf (_ ("%1$s: %2$s (line %3$u, column %4$u)"), name, error->message, line,
                          column);
}

/**
 * plumb_window_open:
 * @self: a window
 * @file: a consultation file
 *
 * Puts the consultation of a file on the screen. When that fails, says why and
 * leaves everything as it is.
 */
void
plumb_window_open (PlumbWindow *self, GFile *file)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  g_return_if_fail (PLUMB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!plumb_session_open (self->session, file, &warnings, &error))
    {
      problem = describe_error (file, error);
      plumb_window_report (self, _ ("The file could not be opened"), problem);
    }
  else
    plumb_window_report_warnings (self, warnings);
}

static void
on_open_response (PlumbWindow *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    plumb_window_open (self, file);
}

static void
ask_for_file_to_open (PlumbWindow *self)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Open a consultation"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  add_filters (GTK_FILE_CHOOSER (chooser));
  plumb_window_choose_file (self, chooser, G_CALLBACK (on_open_response));
}

/* Saving */

static void
take_step (PlumbWindow *self, PlumbWindowStep step)
{
  switch (step)
    {
    case PLUMB_WINDOW_NEW:
      plumb_session_clear (self->session);
      break;
    case PLUMB_WINDOW_OPEN:
      ask_for_file_to_open (self);
      break;
    case PLUMB_WINDOW_PATHWAY:
      plumb_window_take_pathway (self);
      break;
    case PLUMB_WINDOW_CLOSE:
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      break;
    case PLUMB_WINDOW_STAY:
    default:
      plumb_window_toast (self, _ ("The consultation is saved."));
    }
}

static void
save_to (PlumbWindow *self, GFile *file)
{
  PlumbWindowStep step = self->step;
  g_autoptr (GError) error = NULL;

  self->step = PLUMB_WINDOW_STAY;
  if (plumb_session_save (self->session, file, &error))
    take_step (self, step);
  else
    plumb_window_report (self, _ ("The consultation could not be saved"), error->message);
}

static void
on_save_response (PlumbWindow *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    save_to (self, file);
  else
    self->step = PLUMB_WINDOW_STAY;
}

/* Named by its day alone: who came is nobody's business who sees the folder. */
static char *
suggest_name (PlumbWindow *self)
{
  GDate date;

  plumb_evaluation_get_visit_date (plumb_session_get_evaluation (self->session), &date);
  /* Translators: the name of a file; the numbers are year, month and day. */
  return g_strdup_printf (_ ("consultation-%04u-%02u-%02u.json"), g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}

static void
ask_where_to_save (PlumbWindow *self)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Save the consultation"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  GFile *file = plumb_session_get_file (self->session);
  g_autofree char *name = suggest_name (self);

  add_filters (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  plumb_window_choose_file (self, chooser, G_CALLBACK (on_save_response));
}

/**
 * plumb_window_save:
 * @self: a window
 * @elsewhere: whether to ask for a file although there is one
 *
 * Saves the consultation.
 */
void
plumb_window_save (PlumbWindow *self, gboolean elsewhere)
{
  GFile *file = plumb_session_get_file (self->session);

  if (file != NULL && !elsewhere)
    save_to (self, file);
  else
    ask_where_to_save (self);
}

/* Leaving */

static void
on_leave_response (PlumbWindow *self, const char *response)
{
  PlumbWindowStep step = self->step;

  if (g_str_equal (response, "save"))
    {
      plumb_window_save (self, FALSE);
      return;
    }
  self->step = PLUMB_WINDOW_STAY;
  if (g_str_equal (response, "discard"))
    take_step (self, step);
}

static void
ask_about_changes (PlumbWindow *self)
{
  GtkWidget *widget = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Save the changes?"),
      _ ("The consultation has changes that are not saved. They are lost unless you save them."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_leave_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * plumb_window_proceed:
 * @self: a window
 * @step: what to do
 *
 * Takes a step that takes the consultation off the screen, once its changes are
 * saved or given up.
 */
void
plumb_window_proceed (PlumbWindow *self, PlumbWindowStep step)
{
  plumb_window_commit (self);
  if (!plumb_session_get_modified (self->session))
    {
      take_step (self, step);
      return;
    }
  self->step = step;
  ask_about_changes (self);
}
