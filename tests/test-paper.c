/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All documents, in all languages of the pathway, on all papers. */

#include "plumb-painter-private.h"
#include "plumb-paper.h"
#include "plumb-test.h"

static PlumbPathway *pathway;

static void
test_ids_are_found_again (void)
{
  for (PlumbPaperKind i = 0; i < PLUMB_N_PAPERS; i++)
    {
      PlumbPaperKind found;

      g_assert_true (plumb_paper_find (plumb_paper_get_id (i), &found));
      g_assert_cmpint (found, ==, i);
    }
  for (PlumbPaperSize i = 0; i < PLUMB_N_PAPER_SIZES; i++)
    {
      PlumbPaperSize found;

      g_assert_true (plumb_paper_size_find (plumb_paper_size_get_id (i), &found));
      g_assert_cmpint (found, ==, i);
    }
}

static void
test_unknown_ids_are_not_found (void)
{
  PlumbPaperKind kind;
  PlumbPaperSize size;

  g_assert_false (plumb_paper_find ("letter", &kind));
  g_assert_false (plumb_paper_find (NULL, &kind));
  g_assert_false (plumb_paper_size_find ("a5", &size));
}

/* ---- nothing is cut off ------------------------------------------------------------------ */

static gboolean
is_text (const PlumbBlock *block)
{
  return block->kind != PLUMB_BLOCK_ROW && block->kind != PLUMB_BLOCK_FACT
         && block->kind != PLUMB_BLOCK_PICTURE;
}

/* All ink of a line lies within the width that it was given and, but for an accent's breadth,
 * within its height. */
static void
assert_line_inside (PangoLayout *layout, guint line, double height, double room)
{
  PangoRectangle ink, logical;
  PangoLayoutLine *shown = pango_layout_get_line_readonly (layout, (int) line);

  pango_layout_line_get_pixel_extents (shown, &ink, &logical);
  g_assert_cmpint (ink.width, <=, pango_layout_get_width (layout) / PANGO_SCALE + 3);
  g_assert_cmpfloat (ink.height, <=, height + room);
}

static void
assert_layout_inside (PangoLayout *layout, double room)
{
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    assert_line_inside (layout, (guint) i, plumb_layout_get_height (layout), room);
}

static void
assert_piece_inside (PlumbPainter *painter, const PlumbPiece *piece)
{
  const PlumbItem *item = piece->item;
  double room = 0.35 * painter->body;

  g_assert_cmpfloat (piece->x, >=, painter->margin - 0.01);
  g_assert_cmpfloat (piece->x + item->width * item->scale, <=,
                     painter->width - painter->margin + 0.01);
  g_assert_cmpfloat (piece->y + item->height, <=, painter->bottom + 0.01);
  if (is_text (item->block))
    {
      assert_line_inside (item->layouts[PLUMB_CELL_LEAD], item->line, item->height, room);
      return;
    }
  for (PlumbCell cell = 0; cell < PLUMB_N_CELLS; cell++)
    if (item->layouts[cell] != NULL)
      assert_layout_inside (item->layouts[cell], room);
}

static void
assert_all_inside (PlumbPainter *painter)
{
  for (guint i = 0; i < painter->pages->len; i++)
    {
      const PlumbPage *page = g_ptr_array_index (painter->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        assert_piece_inside (painter, &g_array_index (page->pieces, PlumbPiece, j));
    }
}

static void
check (PlumbPaperKind kind, PlumbPaperSize size, const char *language, const char *answers)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  PlumbPaperOptions options = { .language = language };

  plumb_paper_size_get (size, &options.width, &options.height);
  options.stage = g_ptr_array_index (plumb_pathway_get_stages (pathway), 0);
  for (guint large = 0; large <= (plumb_paper_has_large (kind) ? 1 : 0); large++)
    {
      g_autoptr (PlumbDocument) document = NULL;
      g_autoptr (PlumbPainter) painter = NULL;

      options.large = large;
      document = plumb_paper_create (kind, evaluation, &options);
      painter = plumb_painter_new (document, options.width, options.height);
      g_assert_cmpuint (plumb_painter_get_n_pages (painter), >, 0);
      assert_all_inside (painter);
    }
}

static void
check_language (const char *language)
{
  static const char *const consultations[] = {
    "",
    PLUMB_TEST_CLEAR "weeks_since_onset=9 pain_score=8",
    "non_spinal_cause=false age=48 rf_saddle_anesthesia=true",
  };

  for (PlumbPaperKind kind = 0; kind < PLUMB_N_PAPERS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (consultations); i++)
      check (kind, PLUMB_PAPER_SIZE_A4, language, consultations[i]);
  check (PLUMB_PAPER_SUMMARY, PLUMB_PAPER_SIZE_LETTER, language, consultations[1]);
  check (PLUMB_PAPER_POSTER, PLUMB_PAPER_SIZE_A3, language, consultations[1]);
}

static void
test_nothing_is_cut_off (void)
{
  GPtrArray *translations = plumb_pathway_get_translations (pathway);

  check_language (NULL);
  for (guint i = 0; i < translations->len; i++)
    check_language (((PlumbTranslation *) g_ptr_array_index (translations, i))->language);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/paper/ids-are-found-again", test_ids_are_found_again);
  g_test_add_func ("/paper/unknown-ids-are-not-found", test_unknown_ids_are_not_found);
  g_test_add_func ("/paper/nothing-is-cut-off", test_nothing_is_cut_off);

  status = g_test_run ();
  plumb_pathway_unref (pathway);
  return status;
}
