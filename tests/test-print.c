/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing, into files: no printer, no dialog and no display is needed for it. */

#include "plumb-painter.h"
#include "plumb-print-operation.h"
#include "plumb-summary.h"
#include "plumb-test.h"

#include <glib/gstdio.h>

static PlumbDocument *
make_document (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR "weeks_since_onset=9 pain_score=8");

  return plumb_summary_new (evaluation, NULL);
}

static char *
make_path (const char *name)
{
  g_autofree char *folder = g_strdup (g_getenv ("PLUMB_TEST_FOLDER"));

  return g_build_filename (folder, name, NULL);
}

static GBytes *
export_pdf (GtkPrintOperation *operation, const char *name)
{
  g_autofree char *path = make_path (name);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;
  char *contents;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_no_error (error);
  g_unlink (path);

  return g_bytes_new_take (contents, length);
}

static void
set_paper (GtkPrintOperation *operation, const char *name)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (name);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_paper_size_free (size);
}

static void
test_finalize (void)
{
  g_autoptr (PlumbDocument) document = make_document ();

  g_assert_finalize_object (plumb_print_operation_new (document));
}

static void
test_export (void)
{
  g_autoptr (PlumbDocument) document = make_document ();
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);
  g_autoptr (GtkPrintOperation) operation = plumb_print_operation_new (document);
  g_autoptr (GBytes) pdf = NULL;

  set_paper (operation, GTK_PAPER_NAME_A4);
  pdf = export_pdf (operation, "export.pdf");
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==,
                   (int) plumb_painter_get_n_pages (painter));
}

/* The same document is the same file. */
static void
test_reproducible (void)
{
  g_autoptr (PlumbDocument) document = make_document ();
  g_autoptr (GtkPrintOperation) operation = plumb_print_operation_new (document);
  g_autoptr (GtkPrintOperation) again = plumb_print_operation_new (document);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  set_paper (operation, GTK_PAPER_NAME_A4);
  set_paper (again, GTK_PAPER_NAME_A4);
  first = export_pdf (operation, "first.pdf");
  second = export_pdf (again, "second.pdf");
  g_assert_true (g_bytes_equal (first, second));
}

/* A wrong place is an error, and nothing is printed. */
static void
test_no_such_place (void)
{
  g_autoptr (PlumbDocument) document = make_document ();
  g_autoptr (GtkPrintOperation) operation = plumb_print_operation_new (document);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_export_filename (operation, "/nowhere/at/all.pdf");
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
}

/* The next time it starts from the paper of the last. */
static void
test_remembers (void)
{
  g_autoptr (PlumbDocument) document = make_document ();
  g_autoptr (GtkPrintOperation) operation = plumb_print_operation_new (document);
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GBytes) pdf = NULL;

  set_paper (operation, GTK_PAPER_NAME_A5);
  pdf = export_pdf (operation, "remembered.pdf");
  setup = plumb_print_operation_load_page_setup ();
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup)), ==,
                   GTK_PAPER_NAME_A5);
}

/* A spoiled memory is as good as none. */
static void
test_spoiled_memory (void)
{
  g_autofree char *path
      = g_build_filename (g_get_user_state_dir (), "plumbline", "print-settings", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GtkPageSetup) setup = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "[Page Setup\nnonsense", -1, NULL));
  setup = plumb_print_operation_load_page_setup ();
  g_assert_nonnull (setup);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("plumb-print-XXXXXX", NULL);
  int status;

  /* Its own state folder: other tests run beside this one. */
  g_setenv ("PLUMB_TEST_FOLDER", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print/finalize", test_finalize);
  g_test_add_func ("/print/export", test_export);
  g_test_add_func ("/print/reproducible", test_reproducible);
  g_test_add_func ("/print/no-such-place", test_no_such_place);
  g_test_add_func ("/print/remembers", test_remembers);
  g_test_add_func ("/print/spoiled-memory", test_spoiled_memory);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
