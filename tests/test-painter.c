/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-painter-private.h"
#include "plumb-test-pdf.h"

#define LONG_WORDS                                                                                 \
  "Keep up normal activity as far as the pain allows; a short rest is fine, days in bed are not. " \
  "Plan the return to work with the patient, and say when you want to see each other again. "

static PlumbDocumentBuilder *
begin (const char *language)
{
  return plumb_document_builder_new ("Back pain", language);
}

static PlumbPainter *
paint (PlumbDocumentBuilder *builder)
{
  g_autoptr (PlumbDocument) document = plumb_document_builder_end (builder);

  return plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);
}

static GArray *
get_pieces (PlumbPainter *painter, guint page)
{
  return ((PlumbPage *) g_ptr_array_index (painter->pages, page))->pieces;
}

static const PlumbPiece *
get_piece (PlumbPainter *painter, guint page, guint index)
{
  GArray *pieces = get_pieces (painter, page);

  g_assert_cmpuint (index, <, pieces->len);
  return &g_array_index (pieces, PlumbPiece, index);
}

static const PlumbPiece *
get_last_piece (PlumbPainter *painter, guint page)
{
  return get_piece (painter, page, get_pieces (painter, page)->len - 1);
}

static guint
count_pieces (PlumbPainter *painter)
{
  guint n_pieces = 0;

  for (guint i = 0; i < painter->pages->len; i++)
    n_pieces += get_pieces (painter, i)->len;
  return n_pieces;
}

/* Nothing hangs over an edge, whatever the document. */
static void
assert_inside (PlumbPainter *painter)
{
  for (guint i = 0; i < painter->pages->len; i++)
    for (guint j = 0; j < get_pieces (painter, i)->len; j++)
      {
        const PlumbPiece *piece = get_piece (painter, i, j);

        g_assert_cmpfloat (piece->x, >=, painter->margin - 0.01);
        g_assert_cmpfloat (piece->x + piece->item->width, <=,
                           painter->width - painter->margin + 0.01);
        g_assert_cmpfloat (piece->y, >=, painter->margin * 0.8);
        g_assert_cmpfloat (piece->y + piece->item->height, <=, painter->bottom + 0.01);
      }
}

static void
add_rows (PlumbDocumentBuilder *builder, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *lead = g_strdup_printf ("Row %u", i);

      plumb_document_builder_add_row (builder, PLUMB_TONE_DO, lead, NULL, "no red flag", LONG_WORDS,
                                      "1, 2");
    }
}

static void
add_paragraphs (PlumbDocumentBuilder *builder, guint n_paragraphs)
{
  for (guint i = 0; i < n_paragraphs; i++)
    plumb_document_builder_add_paragraph (builder, LONG_WORDS LONG_WORDS);
}

/* ---- pages ------------------------------------------------------------------------------ */

static void
test_an_empty_document_is_one_page (void)
{
  g_autoptr (PlumbPainter) painter = paint (begin (NULL));

  g_assert_cmpuint (plumb_painter_get_n_pages (painter), ==, 1);
}

static void
test_no_row_is_lost_or_cut (void)
{
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autoptr (PlumbPainter) painter = NULL;

  add_rows (builder, 100);
  painter = paint (builder);

  g_assert_cmpuint (plumb_painter_get_n_pages (painter), >, 1);
  g_assert_cmpuint (count_pieces (painter), ==, 100);
  assert_inside (painter);
}

/* However much stands above it, a heading is never the last thing on a page. */
static void
test_headings_keep_with_what_follows (void)
{
  for (guint n_rows = 1; n_rows < 60; n_rows++)
    {
      PlumbDocumentBuilder *builder = begin (NULL);
      g_autoptr (PlumbPainter) painter = NULL;

      add_rows (builder, n_rows);
      plumb_document_builder_add_heading (builder, 1, PLUMB_TONE_DO, "Do");
      plumb_document_builder_add_heading (builder, 2, PLUMB_TONE_NEUTRAL, "Today");
      add_rows (builder, 1);
      painter = paint (builder);

      for (guint i = 0; i < painter->pages->len; i++)
        g_assert_cmpint (get_last_piece (painter, i)->item->block->kind, ==, PLUMB_BLOCK_ROW);
    }
}

static void
test_headings_keep_with_columns_and_notices (void)
{
  for (guint n_rows = 1; n_rows < 60; n_rows++)
    {
      PlumbDocumentBuilder *builder = begin (NULL);
      g_autoptr (PlumbPainter) painter = NULL;

      add_rows (builder, n_rows);
      plumb_document_builder_add_heading (builder, 1, PLUMB_TONE_NEUTRAL, "Findings");
      plumb_document_builder_begin_columns (builder, 0.5);
      plumb_document_builder_begin_notice (builder, PLUMB_TONE_URGENT);
      plumb_document_builder_add_paragraph (builder, "left");
      plumb_document_builder_end_notice (builder);
      plumb_document_builder_next_column (builder);
      plumb_document_builder_add_fact (builder, "Pain", LONG_WORDS);
      plumb_document_builder_end_columns (builder);
      painter = paint (builder);

      for (guint i = 0; i < painter->pages->len; i++)
        g_assert_cmpint (get_last_piece (painter, i)->item->block->kind, !=, PLUMB_BLOCK_HEADING);
      assert_inside (painter);
    }
}

/* Neither the first line of a paragraph alone at the foot of a page, nor the last at the head. */
static void
test_no_widows_or_orphans (void)
{
  for (guint n_rows = 1; n_rows < 40; n_rows++)
    {
      PlumbDocumentBuilder *builder = begin (NULL);
      g_autoptr (PlumbPainter) painter = NULL;

      add_rows (builder, n_rows);
      add_paragraphs (builder, 12);
      painter = paint (builder);

      for (guint i = 0; i + 1 < painter->pages->len; i++)
        {
          const PlumbItem *last = get_last_piece (painter, i)->item;
          const PlumbItem *first = get_piece (painter, i + 1, 0)->item;

          if (last->block != first->block)
            continue;
          g_assert_cmpuint (last->line, >=, 1);
          g_assert_cmpuint (first->line + 1, <,
                            (guint) pango_layout_get_line_count (first->layouts[0]));
        }
    }
}

static void
test_a_row_taller_than_a_page_is_made_smaller (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autoptr (PlumbPainter) painter = NULL;

  for (guint i = 0; i < 80; i++)
    g_string_append (words, LONG_WORDS);
  plumb_document_builder_add_row (builder, PLUMB_TONE_DO, "Long", NULL, NULL, words->str, NULL);
  painter = paint (builder);

  g_assert_cmpuint (count_pieces (painter), ==, 1);
  g_assert_cmpfloat (get_piece (painter, 0, 0)->item->scale, <, 1);
  assert_inside (painter);
}

static void
test_a_long_notice_is_framed_on_every_page (void)
{
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autoptr (PlumbPainter) painter = NULL;

  plumb_document_builder_begin_notice (builder, PLUMB_TONE_URGENT);
  add_paragraphs (builder, 60);
  plumb_document_builder_end_notice (builder);
  painter = paint (builder);

  g_assert_cmpuint (painter->pages->len, >, 1);
  for (guint i = 0; i < painter->pages->len; i++)
    {
      GArray *frames = ((PlumbPage *) g_ptr_array_index (painter->pages, i))->frames;
      const PlumbPiece *frame = &g_array_index (frames, PlumbPiece, 0);
      const PlumbPiece *last = get_last_piece (painter, i);

      g_assert_cmpuint (frames->len, ==, 1);
      g_assert_cmpfloat (frame->y, <, get_piece (painter, i, 0)->y);
      g_assert_cmpfloat (frame->y + frame->height, >, last->y + last->item->height);
    }
  assert_inside (painter);
}

/* Each column goes on where the other does not matter; what follows stands below both. */
static void
test_columns_flow_side_by_side (void)
{
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autoptr (PlumbPainter) painter = NULL;
  const PlumbPiece *last;
  guint last_page;

  plumb_document_builder_begin_columns (builder, 0.4);
  plumb_document_builder_add_paragraph (builder, "left");
  plumb_document_builder_next_column (builder);
  add_paragraphs (builder, 40);
  plumb_document_builder_end_columns (builder);
  plumb_document_builder_add_paragraph (builder, "below");
  painter = paint (builder);

  last_page = painter->pages->len - 1;
  last = get_last_piece (painter, last_page);
  g_assert_cmpuint (last_page, >, 0);
  g_assert_cmpstr (last->item->block->cells[PLUMB_CELL_LEAD].text, ==, "below");
  g_assert_cmpfloat (last->x, ==, painter->margin);
  g_assert_cmpfloat (get_piece (painter, 0, 1)->y, ==, get_piece (painter, 0, 0)->y);
  g_assert_cmpfloat (get_piece (painter, 0, 1)->x, >, get_piece (painter, 0, 0)->x);
  assert_inside (painter);
}

static void
test_words_without_spaces_stay_on_the_page (void)
{
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autofree char *word = g_strnfill (10000, 'x');
  g_autoptr (PlumbPainter) painter = NULL;

  plumb_document_builder_add_paragraph (builder, word);
  plumb_document_builder_add_row (builder, PLUMB_TONE_DO, word, word, word, word, word);
  plumb_document_builder_set_header (builder, word);
  plumb_document_builder_add_footer (builder, word);
  painter = paint (builder);

  assert_inside (painter);
}

/* ---- pictures --------------------------------------------------------------------------- */

static PlumbPainter *
paint_picture (const char *svg, double max_height)
{
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (svg, strlen (svg));

  plumb_document_builder_add_picture (builder, bytes, "A ruler", max_height);
  return paint (builder);
}

/* Ten centimeters of a drawing are ten centimeters of paper. */
static void
test_a_ruler_keeps_its_length (void)
{
  g_autoptr (PlumbPainter) painter = paint_picture (
      "<svg xmlns='http://www.w3.org/2000/svg' width='10cm' height='1cm'><rect width='10cm'"
      " height='1cm'/></svg>",
      0);

  g_assert_cmpfloat_with_epsilon (get_piece (painter, 0, 0)->item->picture_width, 10 / 2.54 * 72,
                                  0.1);
}

static void
test_pictures_shrink_to_fit (void)
{
  const char *svg = "<svg xmlns='http://www.w3.org/2000/svg' width='2000' height='1000'/>";
  g_autoptr (PlumbPainter) wide = paint_picture (svg, 0);
  g_autoptr (PlumbPainter) low = paint_picture (svg, 50);

  g_assert_cmpfloat_with_epsilon (get_piece (wide, 0, 0)->item->picture_width,
                                  wide->width - 2 * wide->margin, 0.01);
  g_assert_cmpfloat_with_epsilon (get_piece (low, 0, 0)->item->picture_height, 50, 0.01);
  g_assert_cmpfloat_with_epsilon (get_piece (low, 0, 0)->item->picture_width, 100, 0.01);
}

static void
test_a_broken_picture_is_said_in_words (void)
{
  g_autoptr (PlumbPainter) painter = paint_picture ("<svg><rect", 0);
  const PlumbItem *item = get_piece (painter, 0, 0)->item;

  g_assert_null (item->picture);
  g_assert_cmpstr (pango_layout_get_text (item->layouts[PLUMB_CELL_LEAD]), ==, "A ruler");
}

/* ---- painting --------------------------------------------------------------------------- */

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Ink;

/* Where the upper part of a page has ink when painted at a scale; in points. */
static Ink
find_ink (PlumbPainter *painter, double until, double scale)
{
  Ink ink = { painter->width, painter->height, 0, 0 };
  int width = (int) (painter->width * scale);
  int height = (int) (until * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  plumb_painter_draw_page (painter, cr, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *row
            = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

        if (((const guint32 *) (gconstpointer) row)[x] >> 24 == 0)
          continue;
        ink.left = MIN (ink.left, x / scale);
        ink.top = MIN (ink.top, y / scale);
        ink.right = MAX (ink.right, x / scale);
        ink.bottom = MAX (ink.bottom, y / scale);
      }
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_a_preview_is_the_page_made_smaller (void)
{
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autoptr (PlumbPainter) painter = NULL;
  Ink full, half;

  plumb_document_builder_add_title (builder, "Back pain");
  add_rows (builder, 5);
  plumb_document_builder_add_footer (builder, "For professionals.");
  painter = paint (builder);
  full = find_ink (painter, painter->height, 1);
  half = find_ink (painter, painter->height, 0.5);

  g_assert_cmpfloat_with_epsilon (full.left, half.left, 3);
  g_assert_cmpfloat_with_epsilon (full.top, half.top, 3);
  g_assert_cmpfloat_with_epsilon (full.right, half.right, 3);
  g_assert_cmpfloat_with_epsilon (full.bottom, half.bottom, 3);
  g_assert_cmpfloat (full.left, >=, painter->margin - 1);
  g_assert_cmpfloat (full.right, <=, painter->width - painter->margin + 1);
}

static Ink
find_ink_of_word (const char *language)
{
  PlumbDocumentBuilder *builder = begin (language);
  g_autoptr (PlumbPainter) painter = NULL;

  plumb_document_builder_add_check_item (builder, "ألم");
  painter = paint (builder);
  /* The foot goes over the whole width in every language. */
  return find_ink (painter, painter->height / 2, 1);
}

static void
test_pages_in_arabic_begin_at_the_right (void)
{
  g_assert_cmpfloat (find_ink_of_word ("en").right, <, PLUMB_PAPER_A4_WIDTH / 2);
  g_assert_cmpfloat (find_ink_of_word ("ar").left, >, PLUMB_PAPER_A4_WIDTH / 2);
}

/* ---- directions ------------------------------------------------------------------------- */

/* Where a page with one block has ink, above its foot. */
static Ink
find_ink_of (PlumbDocumentBuilder *builder)
{
  g_autoptr (PlumbPainter) painter = paint (builder);

  return find_ink (painter, painter->height / 2, 1);
}

static void
add_fact (PlumbDocumentBuilder *builder)
{
  plumb_document_builder_add_fact (builder, "ألم", "NSAID");
}

static void
add_row (PlumbDocumentBuilder *builder)
{
  plumb_document_builder_add_row (builder, PLUMB_TONE_DO, "ألم", NULL, NULL, NULL, "12");
}

static void
add_columns (PlumbDocumentBuilder *builder)
{
  plumb_document_builder_begin_columns (builder, 0.6);
  plumb_document_builder_add_paragraph (builder, "ألم");
  plumb_document_builder_next_column (builder);
  plumb_document_builder_add_check_item (builder, "NSAID");
  plumb_document_builder_end_columns (builder);
}

static void
add_notice (PlumbDocumentBuilder *builder)
{
  plumb_document_builder_begin_notice (builder, PLUMB_TONE_URGENT);
  plumb_document_builder_add_heading (builder, 1, PLUMB_TONE_URGENT, "ألم");
  plumb_document_builder_end_notice (builder);
}

static void
add_title (PlumbDocumentBuilder *builder)
{
  plumb_document_builder_add_title (builder, "ألم");
}

static void
add_list_item (PlumbDocumentBuilder *builder)
{
  plumb_document_builder_add_list_item (builder, "(a)", "NSAID");
}

/* What lies at one edge in English lies at the other in Arabic, at the same distance. */
static void
test_every_block_is_mirrored_in_arabic (void)
{
  static void (*const add[]) (PlumbDocumentBuilder *)
      = { add_fact, add_row, add_columns, add_notice, add_title, add_list_item };

  for (guint i = 0; i < G_N_ELEMENTS (add); i++)
    {
      PlumbDocumentBuilder *english = begin ("en");
      PlumbDocumentBuilder *arabic = begin ("ar");
      Ink left, right;

      add[i](english);
      add[i](arabic);
      left = find_ink_of (english);
      right = find_ink_of (arabic);
      g_assert_cmpfloat_with_epsilon (left.left, PLUMB_PAPER_A4_WIDTH - right.right, 4);
      g_assert_cmpfloat_with_epsilon (left.right, PLUMB_PAPER_A4_WIDTH - right.left, 4);
    }
}

/* Also what had to be made smaller. */
static void
test_a_row_made_smaller_begins_at_the_right_in_arabic (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  PlumbDocumentBuilder *builder = begin ("ar");
  g_autoptr (PlumbPainter) painter = NULL;
  Ink ink;

  for (guint i = 0; i < 80; i++)
    g_string_append (words, LONG_WORDS);
  plumb_document_builder_add_row (builder, PLUMB_TONE_DO, "ألم", NULL, NULL, words->str, NULL);
  painter = paint (builder);
  ink = find_ink (painter, painter->bottom, 1);
  g_assert_cmpfloat (get_piece (painter, 0, 0)->item->scale, <, 1);
  g_assert_cmpfloat_with_epsilon (ink.right, painter->width - painter->margin, 4);
}

/* ---- paper ------------------------------------------------------------------------------ */

static void
test_paper_is_turned_for_a_document_that_lies (void)
{
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autoptr (PlumbPainter) painter = NULL;

  plumb_document_builder_set_landscape (builder, TRUE);
  plumb_document_builder_add_paragraph (builder, LONG_WORDS);
  painter = paint (builder);
  g_assert_cmpfloat (plumb_painter_get_width (painter), ==, PLUMB_PAPER_A4_HEIGHT);
  g_assert_cmpfloat (plumb_painter_get_height (painter), ==, PLUMB_PAPER_A4_WIDTH);
  assert_inside (painter);
}

/* Whether any ink of the first page has a color. */
static gboolean
has_color (PlumbPainter *painter)
{
  int width = (int) painter->width;
  int height = (int) painter->height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean found = FALSE;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  plumb_painter_draw_page (painter, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height && !found; y++)
    for (int x = 0; x < width && !found; x++)
      {
        const guint8 *row
            = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
        guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

        found = (pixel >> 16 & 0xff) != (pixel & 0xff) || (pixel >> 8 & 0xff) != (pixel & 0xff);
      }
  cairo_surface_destroy (surface);
  return found;
}

static PlumbDocument *
create_colorful_document (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='40'>"
                            "<rect width='90' height='40' fill='#d6e4f7' stroke='#1a5fb4'/></svg>";
  PlumbDocumentBuilder *builder = begin (NULL);
  g_autoptr (GBytes) picture = g_bytes_new_static (svg, strlen (svg));

  for (PlumbTone tone = PLUMB_TONE_NEUTRAL; tone <= PLUMB_TONE_URGENT; tone++)
    {
      plumb_document_builder_begin_notice (builder, tone);
      plumb_document_builder_add_heading (builder, 1, tone, "Heading");
      plumb_document_builder_add_row (builder, tone, "Lead", "Badge", "Note", "Words", "1");
      plumb_document_builder_end_notice (builder);
    }
  plumb_document_builder_add_picture (builder, picture, "A box", 0);
  return plumb_document_builder_end (builder);
}

static void
test_black_and_white_has_no_color (void)
{
  g_autoptr (PlumbDocument) document = create_colorful_document ();
  g_autoptr (PlumbPainter) color = plumb_painter_new_full (document, 600, 800, FALSE);
  g_autoptr (PlumbPainter) gray = plumb_painter_new_full (document, 600, 800, TRUE);

  g_assert_true (has_color (color));
  g_assert_false (has_color (gray));
}

static void
assert_drops_to (const char *svg, const char *expected)
{
  g_autoptr (GBytes) before = g_bytes_new (svg, strlen (svg));
  g_autoptr (GBytes) after = plumb_picture_drop_colors (before);

  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after), expected,
                   strlen (expected));
}

/* Lines stay, however faint; names of parts are no colors. */
static void
test_pictures_drop_their_colors (void)
{
  assert_drops_to ("fill=\"#d6e4f7\" stroke=\"#1a5fb4\"", "fill=\"#ffffff\" stroke=\"#000000\"");
  assert_drops_to ("stroke=\"#8a898c\"", "stroke=\"#000000\"");
  assert_drops_to ("style='fill:#fff;stroke:#00f'", "style='fill:#ffffff;stroke:#000000'");
  assert_drops_to ("<use xlink:href=\"#abc\"/> fill=\"url(#fedcba)\"",
                   "<use xlink:href=\"#abc\"/> fill=\"url(#fedcba)\"");
  assert_drops_to ("no. #1 of #12345", "no. #1 of #12345");
  assert_drops_to ("#", "#");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/painter/an-empty-document-is-one-page", test_an_empty_document_is_one_page);
  g_test_add_func ("/painter/no-row-is-lost-or-cut", test_no_row_is_lost_or_cut);
  g_test_add_func ("/painter/headings-keep-with-what-follows",
                   test_headings_keep_with_what_follows);
  g_test_add_func ("/painter/headings-keep-with-columns-and-notices",
                   test_headings_keep_with_columns_and_notices);
  g_test_add_func ("/painter/no-widows-or-orphans", test_no_widows_or_orphans);
  g_test_add_func ("/painter/a-row-taller-than-a-page-is-made-smaller",
                   test_a_row_taller_than_a_page_is_made_smaller);
  g_test_add_func ("/painter/a-long-notice-is-framed-on-every-page",
                   test_a_long_notice_is_framed_on_every_page);
  g_test_add_func ("/painter/columns-flow-side-by-side", test_columns_flow_side_by_side);
  g_test_add_func ("/painter/words-without-spaces-stay-on-the-page",
                   test_words_without_spaces_stay_on_the_page);
  g_test_add_func ("/painter/picture/a-ruler-keeps-its-length", test_a_ruler_keeps_its_length);
  g_test_add_func ("/painter/picture/shrinks-to-fit", test_pictures_shrink_to_fit);
  g_test_add_func ("/painter/picture/broken-is-said-in-words",
                   test_a_broken_picture_is_said_in_words);
  g_test_add_func ("/painter/a-preview-is-the-page-made-smaller",
                   test_a_preview_is_the_page_made_smaller);
  g_test_add_func ("/painter/pages-in-arabic-begin-at-the-right",
                   test_pages_in_arabic_begin_at_the_right);
  g_test_add_func ("/painter/every-block-is-mirrored-in-arabic",
                   test_every_block_is_mirrored_in_arabic);
  g_test_add_func ("/painter/a-row-made-smaller-begins-at-the-right-in-arabic",
                   test_a_row_made_smaller_begins_at_the_right_in_arabic);
  g_test_add_func ("/painter/paper-is-turned-for-a-document-that-lies",
                   test_paper_is_turned_for_a_document_that_lies);
  g_test_add_func ("/painter/black-and-white-has-no-color", test_black_and_white_has_no_color);
  g_test_add_func ("/painter/picture/drops-its-colors", test_pictures_drop_their_colors);

  return g_test_run ();
}
