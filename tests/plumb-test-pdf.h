/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of pages need: a folder of their own, and the tools that read a PDF as others
 * will read it. A tool that is missing fails the test. */

#include "plumb-painter.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} PlumbTestPdf;

static inline void
plumb_test_pdf_set_up (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  pdf->folder = g_dir_make_tmp ("plumb-pdf-XXXXXX", &error);
  g_assert_no_error (error);
  pdf->path = g_build_filename (pdf->folder, "page.pdf", NULL);
}

static inline guint
plumb_test_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static inline void
plumb_test_pdf_tear_down (PlumbTestPdf *pdf, gconstpointer data)
{
  g_unlink (pdf->path);
  g_assert_cmpint (g_rmdir (pdf->folder), ==, 0);
  g_free (pdf->folder);
  g_free (pdf->path);
}

/* What a tool prints about a file; it must end well. */
static inline char *
plumb_test_run (const char *tool, const char *option, const char *path, const char *to)
{
  const char *arguments[] = { tool, option, path, to, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return output;
}

/* All white space, line ends among it, as single spaces; signs of direction left out. */
static inline char *
plumb_test_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_type (character) == G_UNICODE_FORMAT)
        continue;
      if (!g_unichar_isspace (character))
        g_string_append_unichar (folded, character);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  return g_string_free (folded, FALSE);
}

/* The words of a PDF in the order in which they are painted. */
static inline char *
plumb_test_read_text (const char *path)
{
  g_autofree char *text = plumb_test_run ("pdftotext", "-raw", path, "-");

  return plumb_test_fold (text);
}

/* The same, put in order by place: what runs to the left comes out as it is read. */
static inline char *
plumb_test_read_page (const char *path)
{
  g_autofree char *text = plumb_test_run ("pdftotext", path, "-", NULL);

  return plumb_test_fold (text);
}

static inline void
plumb_test_write (PlumbDocument *document, const char *path)
{
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  plumb_painter_write_pdf (painter, file, &error);
  g_assert_no_error (error);
}

static inline void
plumb_test_assert_contains (const char *text, const char *words)
{
  g_autofree char *folded = plumb_test_fold (words);

  if (strstr (text, folded) == NULL)
    g_error ("“%s” is missing in: %s", folded, text);
}

static inline void
plumb_test_assert_lacks (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” should not be in: %s", words, text);
}

/* NULL ends the list. Each must stand behind the one before. */
static inline void
plumb_test_assert_order (const char *text, const char *const *words)
{
  const char *place = text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      place = strstr (place, words[i]);
      if (place == NULL)
        g_error ("“%s” is missing, or before “%s”, in: %s", words[i], i > 0 ? words[i - 1] : "",
                 text);
    }
}
