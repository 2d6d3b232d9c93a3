/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-note.h"
#include "plumb-print-operation.h"

#include <glib/gi18n.h>

/* The page is made when somebody first wants it: most consultations begin without. */
PlumbPaperPage *
plumb_window_get_paper (PlumbWindow *self)
{
  if (adw_bin_get_child (self->paper_place) == NULL)
    adw_bin_set_child (self->paper_place, plumb_paper_page_new (self->session));

  return PLUMB_PAPER_PAGE (adw_bin_get_child (self->paper_place));
}

/* ---- looking ---------------------------------------------------------------------------- */

static void
show_paper (PlumbWindow *self, PlumbPaperKind kind)
{
  plumb_window_commit (self);
  plumb_paper_page_set_kind (plumb_window_get_paper (self), kind);
  adw_view_stack_set_visible_child_name (self->pages, "paper");
}

void
plumb_window_show_handout (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_paper (PLUMB_WINDOW (widget), PLUMB_PAPER_HANDOUT);
}

void
plumb_window_show_poster (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_paper (PLUMB_WINDOW (widget), PLUMB_PAPER_POSTER);
}

/* The note as plain text, to paste into the record. */
void
plumb_window_copy_note (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  const char *language;
  g_autofree char *text = NULL;

  plumb_window_commit (self);
  language = plumb_paper_page_get_language (plumb_window_get_paper (self), PLUMB_PAPER_NOTE);
  text = plumb_note_new (plumb_session_get_evaluation (self->session), language);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  plumb_window_toast (self, _ ("The note is copied."));
}

/* ---- printing --------------------------------------------------------------------------- */

static void
report_print_error (PlumbWindow *self, const GError *error)
{
  plumb_window_report (self, _ ("The pages could not be printed"),
                       error != NULL ? error->message : NULL);
}

static void
on_printed (PlumbWindow *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    report_print_error (self, error);
}

/* Printing goes on by itself: the window may close meanwhile. */
static void
print_paper (PlumbWindow *self, PlumbPaperKind kind)
{
  PlumbPaperPage *page = plumb_window_get_paper (self);
  g_autoptr (PlumbPainter) painter = plumb_paper_page_create_painter (page, kind);
  g_autoptr (GtkPageSetup) setup = plumb_paper_page_create_setup (page, kind);
  g_autoptr (GtkPrintOperation) operation = plumb_print_operation_new_full (
      plumb_painter_get_document (painter), setup, plumb_paper_page_get_black_and_white (page));
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_allow_async (operation, TRUE);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                    GTK_WINDOW (self), &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    report_print_error (self, error);
  else if (result == GTK_PRINT_OPERATION_RESULT_IN_PROGRESS)
    g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, G_CONNECT_SWAPPED);
}

void
plumb_window_print_summary (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_commit (PLUMB_WINDOW (widget));
  print_paper (PLUMB_WINDOW (widget), PLUMB_PAPER_SUMMARY);
}

void
plumb_window_print_shown (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  plumb_window_commit (self);
  print_paper (self, plumb_paper_page_get_kind (plumb_window_get_paper (self)));
}

/* ---- PDF -------------------------------------------------------------------------------- */

/* What is in sight, else the summary. */
static PlumbPaperKind
find_kind (PlumbWindow *self)
{
  gboolean in_sight = g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "paper") == 0;

  return in_sight ? plumb_paper_page_get_kind (plumb_window_get_paper (self)) : PLUMB_PAPER_SUMMARY;
}

static const char *
name_file (PlumbPaperKind kind)
{
  switch (kind)
    {
    case PLUMB_PAPER_HANDOUT:
      /* Translators: the name of a file. */
      return _ ("handout.pdf");
    case PLUMB_PAPER_NOTE:
      /* Translators: the name of a file. */
      return _ ("note.pdf");
    case PLUMB_PAPER_POSTER:
    case PLUMB_PAPER_STAGE:
      /* Translators: the name of a file. */
      return _ ("poster.pdf");
    case PLUMB_PAPER_SUMMARY:
    default:
      /* Translators: the name of a file. */
      return _ ("summary.pdf");
    }
}

/**
 * plumb_window_export_to:
 * @self: a window
 * @file: where to
 *
 * Writes the document in sight as a PDF file. When that fails, says why.
 */
void
plumb_window_export_to (PlumbWindow *self, GFile *file)
{
  g_autoptr (PlumbPainter) painter
      = plumb_paper_page_create_painter (plumb_window_get_paper (self), find_kind (self));
  g_autoptr (GError) error = NULL;

  if (plumb_painter_write_pdf (painter, file, &error))
    plumb_window_toast (self, _ ("The pages are exported."));
  else
    plumb_window_report (self, _ ("The pages could not be exported"), error->message);
}

static void
on_export_response (PlumbWindow *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    plumb_window_export_to (self, file);
}

void
plumb_window_export_pdf (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Export as PDF"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  plumb_window_commit (self);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name_file (find_kind (self)));
  plumb_window_choose_file (self, chooser, G_CALLBACK (on_export_response));
}
