/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing, into files: no printer, no dialog and no display is needed for it. */

#include "plumb-painter.h"
#include "plumb-poster.h"
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

static GtkPageSetup *
create_setup (const char *name)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (name);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);

  return setup;
}

static GtkPrintOperation *
print_poster (guint stage, gboolean black_and_white)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR);
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  g_autoptr (PlumbDocument) document
      = plumb_poster_new (evaluation, stage > 0 ? g_ptr_array_index (stages, stage - 1) : NULL,
                          NULL, PLUMB_PAPER_A3_WIDTH, PLUMB_PAPER_A3_HEIGHT);
  g_autoptr (GtkPageSetup) setup = create_setup (GTK_PAPER_NAME_A3);

  return plumb_print_operation_new_full (document, setup, black_and_white);
}

/* The paper lies where the poster does, and the poster is one page on any paper. */
static void
test_poster (void)
{
  static const char *const papers[] = { GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A4 };
  g_autoptr (GtkPrintOperation) lying = print_poster (1, FALSE);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (lying);

  g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GtkPrintOperation) operation = print_poster (0, FALSE);
      g_autoptr (GBytes) pdf = NULL;

      set_paper (operation, papers[i]);
      pdf = export_pdf (operation, "poster.pdf");
      g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, 1);
    }
}

/* It makes a difference; what difference, the painter's own tests say. */
static void
test_black_and_white (void)
{
  g_autoptr (GtkPrintOperation) color = print_poster (1, FALSE);
  g_autoptr (GtkPrintOperation) gray = print_poster (1, TRUE);
  g_autoptr (GBytes) first = export_pdf (color, "color.pdf");
  g_autoptr (GBytes) second = export_pdf (gray, "gray.pdf");

  g_assert_false (g_bytes_equal (first, second));
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
  g_test_add_func ("/print/poster", test_poster);
  g_test_add_func ("/print/black-and-white", test_black_and_white);
  g_test_add_func ("/print/remembers", test_remembers);
  g_test_add_func ("/print/spoiled-memory", test_spoiled_memory);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
