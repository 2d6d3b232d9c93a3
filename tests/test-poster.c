/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"
#include "plumb-poster.h"
#include "plumb-test-pdf.h"
#include "plumb-test.h"

static PlumbPathway *pathway;

/* stage: its number, 0 for the whole pathway. */
static PlumbPainter *
paint (const char *answers, guint stage, const char *language, double width, double height)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  const PlumbStage *shown = stage > 0 ? g_ptr_array_index (stages, stage - 1) : NULL;
  g_autoptr (PlumbDocument) document
      = plumb_poster_new (evaluation, shown, language, width, height);

  return plumb_painter_new (document, width, height);
}

static const PlumbItem *
find_picture (PlumbPainter *painter)
{
  GArray *pieces = ((PlumbPage *) g_ptr_array_index (painter->pages, 0))->pieces;

  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, PlumbPiece, i).item->block->kind == PLUMB_BLOCK_PICTURE)
      return g_array_index (pieces, PlumbPiece, i).item;
  g_assert_not_reached ();
}

static void
test_it_is_one_page (void)
{
  static const struct
  {
    double width;
    double height;
  } papers[] = { { PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT },
                 { PLUMB_PAPER_LETTER_WIDTH, PLUMB_PAPER_LETTER_HEIGHT },
                 { PLUMB_PAPER_A3_WIDTH, PLUMB_PAPER_A3_HEIGHT } };
  guint n_stages = plumb_pathway_get_stages (pathway)->len;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    for (guint stage = 0; stage <= n_stages; stage++)
      {
        g_autoptr (PlumbPainter) painter
            = paint (PLUMB_TEST_CLEAR, stage, NULL, papers[i].width, papers[i].height);

        g_assert_cmpuint (plumb_painter_get_n_pages (painter), ==, 1);
      }
}

/* In Arabic the first stage stands at the right, whether or not the pathway speaks it. */
static void
test_it_runs_to_the_left_in_arabic (void)
{
  g_autoptr (PlumbPainter) painter
      = paint ("", 0, "ar", PLUMB_PAPER_A3_WIDTH, PLUMB_PAPER_A3_HEIGHT);
  gsize size;
  const char *svg = g_bytes_get_data (find_picture (painter)->block->picture, &size);
  const char *first = g_strstr_len (svg, (gssize) size, "translate(");

  g_assert_cmpuint (plumb_painter_get_n_pages (painter), ==, 1);
  g_assert_nonnull (first);
  g_assert_cmpfloat (g_ascii_strtod (first + strlen ("translate("), NULL), >, 300);
}

/* It reaches one of the edges; the other way of laying the paper would not be better. */
static void
test_it_is_as_large_as_the_page_allows (void)
{
  for (guint stage = 0; stage <= 3; stage++)
    {
      g_autoptr (PlumbPainter) painter
          = paint (PLUMB_TEST_CLEAR, stage, NULL, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);
      const PlumbItem *picture = find_picture (painter);
      double width = picture->picture_width / plumb_painter_get_content_width (painter);
      double left = plumb_painter_get_free_height (painter);

      g_assert_true (width > 0.98 || left < 4);
      g_assert_cmpfloat (width, <=, 1.001);
    }
}

/* The size of the text of the boxes, in points: all of it is at least that. */
static double
measure_text (PlumbPainter *painter)
{
  const PlumbItem *picture = find_picture (painter);
  RsvgRectangle box;
  gboolean has_box;

  rsvg_handle_get_intrinsic_dimensions (picture->picture, NULL, NULL, NULL, NULL, &has_box, &box);
  g_assert_true (has_box);
  /* Boxes are set in ten units. */
  return 10 * picture->picture_width / box.width;
}

static void
test_the_whole_pathway_is_readable_on_a3 (void)
{
  g_autoptr (PlumbPainter) painter
      = paint (PLUMB_TEST_CLEAR, 0, NULL, PLUMB_PAPER_A3_WIDTH, PLUMB_PAPER_A3_HEIGHT);

  g_assert_cmpfloat (measure_text (painter), >=, 5.5);
}

static char *
read_poster (PlumbTestPdf *pdf, const char *answers, guint stage)
{
  g_autoptr (PlumbPainter) painter
      = paint (answers, stage, NULL, PLUMB_PAPER_A3_WIDTH, PLUMB_PAPER_A3_HEIGHT);
  g_autoptr (GFile) file = g_file_new_for_path (pdf->path);
  g_autoptr (GError) error = NULL;

  plumb_painter_write_pdf (painter, file, &error);
  g_assert_no_error (error);
  return plumb_test_read_text (pdf->path);
}

/* Title, legend, version, review, disclaimer; and with answers the day of the route. */
static void
test_words_around_the_chart (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *blank = read_poster (pdf, "", 0);
  g_autofree char *taken = NULL;

  plumb_test_assert_contains (blank, "The whole pathway");
  plumb_test_assert_contains (blank, "Decision");
  plumb_test_assert_contains (blank, plumb_pathway_get_version (pathway));
  plumb_test_assert_contains (blank, "under review");
  plumb_test_assert_contains (blank, plumb_text_get (plumb_pathway_get_disclaimer (pathway), NULL));
  plumb_test_assert_lacks (blank, "ruled out");
  taken = read_poster (pdf, PLUMB_TEST_CLEAR, 0);
  plumb_test_assert_contains (taken, "With the route taken on 21 November 2026");
  plumb_test_assert_contains (taken, "ruled out");
}

static void
test_it_names_no_patient (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *text = read_poster (pdf, PLUMB_TEST_CLEAR "patient_label=Mustermann", 0);

  plumb_test_assert_lacks (text, "Mustermann");
}

/* Every box of every stage is on it, in words too. */
static void
test_every_box_is_there (void)
{
  g_autoptr (PlumbPainter) painter
      = paint ("", 0, NULL, PLUMB_PAPER_A3_WIDTH, PLUMB_PAPER_A3_HEIGHT);
  const char *words = find_picture (painter)->block->alternative;
  GPtrArray *nodes = plumb_pathway_get_nodes (pathway);

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *box
          = g_strdup_printf ("%u %s", node->number, plumb_text_get (node->text, NULL));

      if (node->number > 0)
        plumb_test_assert_contains (words, box);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/poster/it-is-one-page", test_it_is_one_page);
  g_test_add_func ("/poster/it-runs-to-the-left-in-arabic", test_it_runs_to_the_left_in_arabic);
  g_test_add_func ("/poster/it-is-as-large-as-the-page-allows",
                   test_it_is_as_large_as_the_page_allows);
  g_test_add_func ("/poster/the-whole-pathway-is-readable-on-a3",
                   test_the_whole_pathway_is_readable_on_a3);
  g_test_add ("/poster/words-around-the-chart", PlumbTestPdf, NULL, plumb_test_pdf_set_up,
              test_words_around_the_chart, plumb_test_pdf_tear_down);
  g_test_add ("/poster/it-names-no-patient", PlumbTestPdf, NULL, plumb_test_pdf_set_up,
              test_it_names_no_patient, plumb_test_pdf_tear_down);
  g_test_add_func ("/poster/every-box-is-there", test_every_box_is_there);

  status = g_test_run ();
  plumb_pathway_unref (pathway);
  return status;
}
