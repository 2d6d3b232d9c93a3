/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test-pdf.h"

#include <signal.h>
#include <sys/resource.h>

#define SVG                                                                       \
  "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='40'><text y='20' " \
  "font-family='Cantarell' font-size='9'>Boxes</text></svg>"

static PlumbDocument *
create_document (const char *label)
{
  PlumbDocumentBuilder *builder = plumb_document_builder_new ("Back pain: a page", "es");
  g_autoptr (GBytes) svg = g_bytes_new_static (SVG, strlen (SVG));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 21, 11, 2026);
  plumb_document_builder_set_date (builder, &date);
  plumb_document_builder_add_title (builder, "Back pain");
  plumb_document_builder_add_subtitle (builder, label);
  plumb_document_builder_set_header (builder, label);
  plumb_document_builder_add_heading (builder, 1, PLUMB_TONE_DO, "Do");
  plumb_document_builder_add_picture (builder, svg, "1 Red flags: none → 2 Weeks?", 0);
  for (guint i = 0; i < 60; i++)
    plumb_document_builder_add_row (builder, PLUMB_TONE_DO, "Stay active", "Urgent", "no red flag",
                                    "Keep flat feet first.", "1");
  plumb_document_builder_add_list_item (builder, "[1]", "A source");
  plumb_document_builder_add_footer (builder, "For professionals.");
  return plumb_document_builder_end (builder);
}

static void
write_page (const PlumbTestPdf *pdf, const char *label)
{
  g_autoptr (PlumbDocument) document = create_document (label);

  plumb_test_write (document, pdf->path);
}

static GBytes *
create_bytes (void)
{
  g_autoptr (PlumbDocument) document = create_document ("M. R.");
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_LETTER_WIDTH, PLUMB_PAPER_LETTER_HEIGHT);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = plumb_painter_write_pdf_bytes (painter, &error);

  g_assert_no_error (error);
  return bytes;
}

static gboolean
write_to (const char *path, GError **error)
{
  g_autoptr (PlumbDocument) document = create_document ("M. R.");
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return plumb_painter_write_pdf (painter, file, error);
}

/* ---- what is in the file ---------------------------------------------------------------- */

static void
test_the_same_document_is_the_same_file (void)
{
  g_autoptr (GBytes) first = create_bytes ();
  g_autoptr (GBytes) second = NULL;

  /* The clock goes on; PDF writers like to note the second. */
  g_usleep (1100 * 1000);
  second = create_bytes ();

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_the_file_is_sound (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *verdict = NULL;

  write_page (pdf, "M. R.");
  verdict = plumb_test_run ("qpdf", "--check", pdf->path, NULL);

  plumb_test_assert_contains (verdict, "No syntax or stream encoding errors found");
}

static void
test_metadata_names_no_patient (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *info = NULL;
  g_autofree char *raw = NULL;

  write_page (pdf, "Mustermann");
  info = plumb_test_run ("pdfinfo", "-isodates", pdf->path, NULL);
  raw = plumb_test_run ("pdfinfo", "-meta", pdf->path, NULL);

  plumb_test_assert_contains (info, "Back pain: a page");
  plumb_test_assert_contains (info, "2026-11-21T00:00:00Z");
  plumb_test_assert_lacks (info, "Mustermann");
  plumb_test_assert_lacks (raw, "Mustermann");
}

static void
test_every_font_is_embedded (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  write_page (pdf, "مريض 中");
  fonts = plumb_test_run ("pdffonts", pdf->path, NULL, NULL);
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_true (g_regex_match_simple (" yes (yes|no)  *(yes|no) +[0-9]+ +0$", lines[i], 0, 0));
}

static void
test_words_of_any_script_are_kept (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_page (pdf, "مريض · Жук · M. R.");
  text = plumb_test_read_page (pdf->path);

  plumb_test_assert_contains (text, "مريض");
  plumb_test_assert_contains (text, "Жук · M. R.");
}

/* Ligatures would turn "first" into signs that no search finds. */
static void
test_words_are_letters (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_page (pdf, "M. R.");
  text = plumb_test_read_text (pdf->path);

  plumb_test_assert_contains (text, "Keep flat feet first.");
}

static void
test_the_text_of_pictures_is_text (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_page (pdf, "M. R.");
  text = plumb_test_read_text (pdf->path);

  plumb_test_assert_contains (text, "Boxes");
}

/* What a screen reader is given: headings, a table, a list, each in its place. */
static void
test_the_file_is_tagged (PlumbTestPdf *pdf, gconstpointer data)
{
  static const char *const order[] = { "Document",
                                       "H1",
                                       "\"Back pain\"",
                                       "H2",
                                       "\"Do\"",
                                       "Figure",
                                       "Table",
                                       "TR",
                                       "TH",
                                       "\"Stay active\"",
                                       "\"Urgent\"",
                                       "TD",
                                       "\"Keep flat feet first.\"",
                                       "L",
                                       "LI",
                                       "Lbl",
                                       "LBody",
                                       "\"A source\"",
                                       "\"For professionals.\"",
                                       NULL };
  g_autofree char *structure = NULL;

  write_page (pdf, "M. R.");
  structure = plumb_test_run ("pdfinfo", "-struct-text", pdf->path, NULL);

  plumb_test_assert_order (structure, order);
}

static void
test_language_and_alternatives_are_said (PlumbTestPdf *pdf, gconstpointer data)
{
  static const char language[] = "/Lang <FEFF00650073>";      /* es */
  static const char alternative[] = "/Alt <FEFF003100200052"; /* 1 R… */
  g_autofree char *contents = NULL;
  gsize size;

  write_page (pdf, "M. R.");
  g_assert_true (g_file_get_contents (pdf->path, &contents, &size, NULL));

  g_assert_nonnull (memmem (contents, size, language, strlen (language)));
  g_assert_nonnull (memmem (contents, size, alternative, strlen (alternative)));
}

/* A reader of tags stops at a replacement text: there must be none, and all in reading order. */
static void
test_tags_hold_all_words (PlumbTestPdf *pdf, gconstpointer data)
{
  static const char *const texts[] = {
    "Risk of a fracture\u00a0· four (decides box\u00a012), non\u2011steroidal, end",
    "\u2068M. R.\u2069 · 48 years",
    "علامات العلاج: بلا ألم NSAID (3 مرات) 21 نوفمبر 2026، الآن على الأقل",
  };
  static const char *const read[] = {
    "\"Risk of a fracture · four (decides box 12), non",
    "\"M. R. · 48 years\"",
    /* Brackets are those that are seen; ligatures the one character that they are drawn as. */
    "NSAID )3 مرات( 21 نوفمبر 2026، ا",
  };
  PlumbDocumentBuilder *builder = plumb_document_builder_new ("Words", "ar");
  g_autoptr (PlumbDocument) document = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    plumb_document_builder_add_paragraph (builder, texts[i]);
  document = plumb_document_builder_end (builder);
  plumb_test_write (document, pdf->path);
  structure = plumb_test_run ("pdfinfo", "-struct-text", pdf->path, NULL);
  whole = g_utf8_normalize (structure, -1, G_NORMALIZE_NFKC);
  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    plumb_test_assert_contains (structure, read[i]);
  plumb_test_assert_contains (whole, "على الأقل");
  plumb_test_assert_contains (whole, "علامات العلاج: بلا ألم NSAID");
}

static void
test_headings_are_bookmarks (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *objects = NULL;

  write_page (pdf, "M. R.");
  objects = plumb_test_run ("qpdf", "--json", pdf->path, NULL);

  plumb_test_assert_contains (objects, "\"title\": \"Do\"");
}

/* Loose sheets keep their owner and their place. */
static void
test_every_page_is_named_and_numbered (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  write_page (pdf, "M. R. · 21 November 2026");
  text = plumb_test_run ("pdftotext", "-raw", pdf->path, "-");
  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1;

  g_assert_cmpuint (n_pages, >, 1);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u / %u", i + 1, n_pages);

      plumb_test_assert_contains (pages[i], number);
      plumb_test_assert_contains (pages[i], "M. R. · 21 November 2026");
      plumb_test_assert_contains (pages[i], "For professionals.");
    }
}

/* ---- where it goes ---------------------------------------------------------------------- */

static void
test_a_folder_that_is_not_there (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *path = g_build_filename (pdf->folder, "missing", "page.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_to (path, &error));
  g_assert_error (error, PLUMB_PAINTER_ERROR, PLUMB_PAINTER_ERROR_FILE);
  g_assert_cmpuint (plumb_test_count_files (pdf->folder), ==, 0);
}

static void
test_a_folder_is_no_file (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *path = g_build_filename (pdf->folder, "folder", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
  g_assert_false (write_to (path, &error));
  g_assert_error (error, PLUMB_PAINTER_ERROR, PLUMB_PAINTER_ERROR_FILE);
  g_assert_cmpuint (plumb_test_count_files (pdf->folder), ==, 1);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
test_a_full_device_stays_a_device (void)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_false (write_to ("/dev/full", &error));
  g_assert_error (error, PLUMB_PAINTER_ERROR, PLUMB_PAINTER_ERROR_FILE);
  g_assert_cmpint (g_stat ("/dev/full", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));
}

/* When there is no room for the new file, the old one is still there, whole and alone. */
static void
test_no_room_leaves_what_was_there (PlumbTestPdf *pdf, gconstpointer data)
{
  struct rlimit before, small;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  g_assert_true (g_file_set_contents (pdf->path, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  written = write_to (pdf->path, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (written);
  g_assert_error (error, PLUMB_PAINTER_ERROR, PLUMB_PAINTER_ERROR_FILE);
  g_assert_true (g_file_get_contents (pdf->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpuint (plumb_test_count_files (pdf->folder), ==, 1);
}

static void
test_a_link_leads_to_the_file (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *link = g_build_filename (pdf->folder, "link.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (pdf->path, "old", -1, NULL));
  g_assert_cmpint (symlink (pdf->path, link), ==, 0);
  g_assert_true (write_to (link, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (pdf->path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpint (g_unlink (link), ==, 0);
}

static void
add (const char *path, void (*function) (PlumbTestPdf *, gconstpointer))
{
  g_test_add (path, PlumbTestPdf, NULL, plumb_test_pdf_set_up, function, plumb_test_pdf_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/the-same-document-is-the-same-file",
                   test_the_same_document_is_the_same_file);
  add ("/pdf/the-file-is-sound", test_the_file_is_sound);
  add ("/pdf/metadata-names-no-patient", test_metadata_names_no_patient);
  add ("/pdf/every-font-is-embedded", test_every_font_is_embedded);
  add ("/pdf/words-of-any-script-are-kept", test_words_of_any_script_are_kept);
  add ("/pdf/words-are-letters", test_words_are_letters);
  add ("/pdf/the-text-of-pictures-is-text", test_the_text_of_pictures_is_text);
  add ("/pdf/the-file-is-tagged", test_the_file_is_tagged);
  add ("/pdf/language-and-alternatives-are-said", test_language_and_alternatives_are_said);
  add ("/pdf/tags-hold-all-words", test_tags_hold_all_words);
  add ("/pdf/headings-are-bookmarks", test_headings_are_bookmarks);
  add ("/pdf/every-page-is-named-and-numbered", test_every_page_is_named_and_numbered);
  add ("/pdf/a-folder-that-is-not-there", test_a_folder_that_is_not_there);
  add ("/pdf/a-folder-is-no-file", test_a_folder_is_no_file);
  g_test_add_func ("/pdf/a-full-device-stays-a-device", test_a_full_device_stays_a_device);
  add ("/pdf/no-room-leaves-what-was-there", test_no_room_leaves_what_was_there);
  add ("/pdf/a-link-leads-to-the-file", test_a_link_leads_to_the_file);

  return g_test_run ();
}
