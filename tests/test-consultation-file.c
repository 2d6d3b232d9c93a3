/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test-consultation.h"

#include <glib/gstdio.h>

static GFile *
new_place (char **folder)
{
  *folder = g_dir_make_tmp ("plumbline-XXXXXX", NULL);
  g_assert_nonnull (*folder);

  return g_file_new_build_filename (*folder, "consultation.json", NULL);
}

static void
test_write (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_place (&folder);
  g_autoptr (PlumbConsultation) consultation
      = read_text (RESPONSE (ITEM ("age", "{\"valueInteger\": 45}")));
  g_autoptr (PlumbConsultation) again = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (plumb_consultation_file_write (consultation, file, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  again = plumb_consultation_file_read (pathway, file, NULL, &error);
  g_assert_no_error (error);
  assert_answer (again, "age", "45");

  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  /* Nothing else is left behind. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A link stays a link, and what it leads to is replaced. */
static void
test_write_through_link (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_place (&folder);
  g_autoptr (GFile) link = g_file_new_build_filename (folder, "link.json", NULL);
  g_autoptr (PlumbConsultation) consultation = read_text (RESPONSE (""));
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "old", -1, NULL));
  g_assert_true (g_file_make_symbolic_link (link, "consultation.json", NULL, NULL));
  g_assert_true (plumb_consultation_file_write (consultation, link, NULL));
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  assert_contains (text, "QuestionnaireResponse");

  g_assert_true (g_file_delete (link, NULL, NULL));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_completed_stays (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_place (&folder);
  g_autoptr (PlumbConsultation) consultation
      = read_text ("{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\", "
                   "\"questionnaire\": \"urn:plumbline:pathway:low-back-pain\"}");
  g_autofree char *text = NULL;

  g_assert_true (plumb_consultation_file_write (consultation, file, NULL));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  assert_contains (text, "\"status\": \"completed\"");

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_file_errors (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_place (&folder);
  g_autoptr (GFile) folder_itself = g_file_new_for_path (folder);
  g_autoptr (GFile) below_nothing = g_file_new_build_filename (folder, "no", "c.json", NULL);
  g_autoptr (PlumbConsultation) consultation = read_text (RESPONSE (""));
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) not_a_file = NULL;
  g_autoptr (GError) nowhere = NULL;

  g_assert_null (plumb_consultation_file_read (pathway, file, NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (plumb_consultation_file_read (pathway, folder_itself, NULL, &not_a_file));
  g_assert_error (not_a_file, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_false (plumb_consultation_file_write (consultation, below_nothing, &nowhere));
  g_assert_error (nowhere, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A device without end is not read to its end. */
static void
test_endless (void)
{
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (plumb_consultation_file_read (pathway, zero, NULL, &error));
  g_assert_error (error, PLUMB_CONSULTATION_FILE_ERROR, PLUMB_CONSULTATION_FILE_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/consultation-file/write", test_write);
  g_test_add_func ("/consultation-file/write-through-link", test_write_through_link);
  g_test_add_func ("/consultation-file/completed-stays", test_completed_stays);
  g_test_add_func ("/consultation-file/file-errors", test_file_errors);
  g_test_add_func ("/consultation-file/endless", test_endless);

  return run_tests ();
}
