/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-case-paper.h"

#include "plumb-case-shelf.h"
#include "plumb-test-pdf.h"
#include "plumb-test.h"

static PlumbPathway *pathway;
static PlumbCaseShelf *shelf;

static const char *const languages[] = { NULL, "es", "fr", "de", "ar" };

/* As plumb_test_assert_contains() looks for it. */
static char *
fold_document (PlumbCase *teaching_case, gboolean solution, const char *language)
{
  g_autoptr (PlumbDocument) document = plumb_case_paper_new (teaching_case, solution, language);
  g_autofree char *text = plumb_document_to_text (document);

  return plumb_test_fold (text);
}

static void
assert_lacks (const char *text, const char *words)
{
  g_autofree char *folded = plumb_test_fold (words);

  plumb_test_assert_lacks (text, folded);
}

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;

  return n;
}

static char *
write_pages (PlumbTestPdf *pdf,
             PlumbCase *teaching_case,
             gboolean solution,
             const char *language,
             guint *n_pages)
{
  g_autoptr (PlumbDocument) document = plumb_case_paper_new (teaching_case, solution, language);
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);
  g_autoptr (GFile) file = g_file_new_for_path (pdf->path);
  g_autoptr (GError) error = NULL;

  *n_pages = plumb_painter_get_n_pages (painter);
  plumb_painter_write_pdf (painter, file, &error);
  g_assert_no_error (error);

  return plumb_test_read_text (pdf->path);
}

/* Title and foot say it, on every page, once each at least. */
static void
test_every_page_says_what_it_is (PlumbTestPdf *pdf, gconstpointer data)
{
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);

  for (guint i = 0; i < cases->len; i++)
    for (guint solution = 0; solution < 2; solution++)
      {
        guint n_pages;
        g_autofree char *text
            = write_pages (pdf, g_ptr_array_index (cases, i), solution, NULL, &n_pages);

        g_assert_cmpuint (n_pages, >=, 1);
        g_assert_cmpuint (n_pages, <=, solution ? 8 : 6);
        g_assert_cmpuint (count_words (text, "Teaching case ("), ==, n_pages);
        g_assert_cmpuint (count_words (text, "Teaching case: "), >=, n_pages);
      }
}

/* In the words of the case and the pathway, whatever the language. */
static void
check_solution (PlumbCase *self, const char *text, const char *language)
{
  GPtrArray *lessons = plumb_case_get_lessons (self);

  for (guint step = 0; step < plumb_case_count_steps (self); step++)
    {
      const PlumbCaseStep *visit = plumb_case_get_step (self, step);

      for (guint i = 0; i < visit->expected->len; i++)
        plumb_test_assert_contains (
            text,
            plumb_text_get (((PlumbRecommendation *) g_ptr_array_index (visit->expected, i))->title,
                            language));
      for (guint i = 0; i < visit->answers->len; i++)
        {
          const PlumbCaseAnswer *answer = g_ptr_array_index (visit->answers, i);

          if (answer->text != NULL)
            plumb_test_assert_contains (text, plumb_text_get (answer->text, language));
        }
    }
  for (guint i = 0; i < lessons->len; i++)
    {
      const PlumbCaseLesson *lesson = g_ptr_array_index (lessons, i);

      plumb_test_assert_contains (text, plumb_text_get (lesson->text, language));
      for (guint j = 0; j < lesson->statements->len; j++)
        plumb_test_assert_contains (
            text, ((PlumbStatement *) g_ptr_array_index (lesson->statements, j))->id);
    }
}

static void
test_every_case_in_every_language (void)
{
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);

  g_assert_cmpuint (cases->len, >=, 24);
  for (guint i = 0; i < cases->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        PlumbCase *self = g_ptr_array_index (cases, i);
        const char *language = languages[j];
        g_autofree char *text = fold_document (self, TRUE, language);

        plumb_test_assert_contains (text, plumb_text_get (plumb_case_get_title (self), language));
        for (guint step = 0; step < plumb_case_count_steps (self); step++)
          plumb_test_assert_contains (
              text, plumb_text_get (plumb_case_get_step (self, step)->text, language));
        check_solution (self, text, language);
      }
}

/* Neither advice nor what asking brings nor a learning point. */
static void
test_nothing_is_given_away (void)
{
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);

  for (guint i = 0; i < cases->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        PlumbCase *self = g_ptr_array_index (cases, i);
        const char *language = languages[j];
        g_autofree char *text = fold_document (self, FALSE, language);
        GPtrArray *lessons = plumb_case_get_lessons (self);

        for (guint step = 0; step < plumb_case_count_steps (self); step++)
          {
            const PlumbCaseStep *visit = plumb_case_get_step (self, step);

            plumb_test_assert_contains (text, plumb_text_get (visit->text, language));
            for (guint k = 0; k < visit->expected->len; k++)
              assert_lacks (
                  text, plumb_text_get (
                            ((PlumbRecommendation *) g_ptr_array_index (visit->expected, k))->title,
                            language));
            for (guint k = 0; k < visit->answers->len; k++)
              {
                const PlumbCaseAnswer *answer = g_ptr_array_index (visit->answers, k);

                if (answer->text != NULL && !answer->given)
                  assert_lacks (text, plumb_text_get (answer->text, language));
              }
          }
        for (guint k = 0; k < lessons->len; k++)
          assert_lacks (text,
                        plumb_text_get (((PlumbCaseLesson *) g_ptr_array_index (lessons, k))->text,
                                        language));
      }
}

static void
test_what_stands_where (void)
{
  static const char *const order[] = { "Teaching case: ",
                                       "with the solution",
                                       "Story",
                                       "What asking brings",
                                       "Route of the pathway",
                                       "Learning points",
                                       "References",
                                       "Teaching case (",
                                       "pathway 1.0.0",
                                       NULL };
  PlumbCase *self = plumb_case_shelf_lookup (shelf, "foot-drop-four-days");
  g_autoptr (PlumbDocument) solved = plumb_case_paper_new (self, TRUE, NULL);
  g_autoptr (PlumbDocument) open = plumb_case_paper_new (self, FALSE, NULL);
  g_autofree char *solution = plumb_document_to_text (solved);
  g_autofree char *task = plumb_document_to_text (open);

  plumb_test_assert_order (solution, order);
  plumb_test_assert_contains (task, "Space to write");
  plumb_test_assert_contains (task, "Which red flags have to be excluded?");
  plumb_test_assert_lacks (task, "Route of the pathway");
  plumb_test_assert_lacks (task, "References");
  plumb_test_assert_lacks (solution, "Space to write");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();
  shelf = plumb_case_shelf_new_builtin (pathway, NULL);
  g_assert_nonnull (shelf);

  g_test_add ("/case-paper/every-page-says-what-it-is", PlumbTestPdf, NULL, plumb_test_pdf_set_up,
              test_every_page_says_what_it_is, plumb_test_pdf_tear_down);
  g_test_add_func ("/case-paper/every-case-in-every-language", test_every_case_in_every_language);
  g_test_add_func ("/case-paper/nothing-is-given-away", test_nothing_is_given_away);
  g_test_add_func ("/case-paper/what-stands-where", test_what_stands_where);

  status = g_test_run ();
  plumb_case_shelf_free (shelf);
  plumb_pathway_unref (pathway);

  return status;
}
