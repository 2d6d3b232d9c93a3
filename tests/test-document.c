/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-document.h"

static PlumbDocumentBuilder *
begin (void)
{
  return plumb_document_builder_new ("Back pain", NULL);
}

static const PlumbBlock *
get_block (PlumbDocument *document, guint index)
{
  GPtrArray *blocks = plumb_document_get_blocks (document);

  g_assert_cmpuint (index, <, blocks->len);
  return g_ptr_array_index (blocks, index);
}

/* ---- building --------------------------------------------------------------------------- */

static void
test_blocks_stand_in_order (void)
{
  PlumbDocumentBuilder *builder = begin ();
  g_autoptr (PlumbDocument) document = NULL;

  plumb_document_builder_add_title (builder, "Back pain");
  plumb_document_builder_add_heading (builder, 2, PLUMB_TONE_AVOID, "Avoid");
  plumb_document_builder_add_row (builder, PLUMB_TONE_URGENT, "Bed rest", NULL, "no red flag",
                                  "Get up again.", "1, 2");
  document = plumb_document_builder_end (builder);

  g_assert_cmpuint (plumb_document_get_blocks (document)->len, ==, 3);
  g_assert_cmpint (get_block (document, 0)->kind, ==, PLUMB_BLOCK_TITLE);
  g_assert_cmpint (get_block (document, 1)->tone, ==, PLUMB_TONE_AVOID);
  g_assert_cmpuint (get_block (document, 1)->level, ==, 2);
  g_assert_cmpstr (get_block (document, 2)->cells[PLUMB_CELL_LEAD].text, ==, "Bed rest");
  g_assert_null (get_block (document, 2)->cells[PLUMB_CELL_BADGE].text);
  g_assert_cmpstr (get_block (document, 2)->cells[PLUMB_CELL_TRAILING].text, ==, "1, 2");
}

/* What is added inside columns or a notice belongs to them, and what follows does not. */
static void
test_notices_and_columns_nest (void)
{
  PlumbDocumentBuilder *builder = begin ();
  g_autoptr (PlumbDocument) document = NULL;
  const PlumbBlock *columns;
  const PlumbBlock *notice;

  plumb_document_builder_begin_columns (builder, 0.5);
  plumb_document_builder_add_paragraph (builder, "left");
  plumb_document_builder_next_column (builder);
  plumb_document_builder_begin_notice (builder, PLUMB_TONE_URGENT);
  plumb_document_builder_add_paragraph (builder, "framed");
  plumb_document_builder_end_notice (builder);
  plumb_document_builder_add_paragraph (builder, "right");
  plumb_document_builder_end_columns (builder);
  plumb_document_builder_add_paragraph (builder, "below");
  document = plumb_document_builder_end (builder);

  g_assert_cmpuint (plumb_document_get_blocks (document)->len, ==, 2);
  columns = get_block (document, 0);
  g_assert_cmpuint (columns->children[0]->len, ==, 1);
  g_assert_cmpuint (columns->children[1]->len, ==, 2);
  notice = g_ptr_array_index (columns->children[1], 0);
  g_assert_cmpint (notice->kind, ==, PLUMB_BLOCK_NOTICE);
  g_assert_cmpuint (notice->children[0]->len, ==, 1);
  g_assert_cmpstr (get_block (document, 1)->cells[PLUMB_CELL_LEAD].text, ==, "below");
}

static void
test_an_open_notice_is_no_document (void)
{
  if (g_test_subprocess ())
    {
      PlumbDocumentBuilder *builder = begin ();

      plumb_document_builder_begin_notice (builder, PLUMB_TONE_URGENT);
      plumb_document_builder_end (builder);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*stack->len == 0*");
}

static void
test_metadata (void)
{
  PlumbDocumentBuilder *builder = plumb_document_builder_new ("Dolor de espalda", "es");
  g_autoptr (PlumbDocument) document = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 21, 11, 2026);
  plumb_document_builder_set_date (builder, &date);
  plumb_document_builder_set_body_size (builder, 12);
  document = plumb_document_builder_end (builder);

  g_assert_cmpstr (plumb_document_get_title (document), ==, "Dolor de espalda");
  g_assert_cmpstr (plumb_document_get_language (document), ==, "es");
  g_assert_cmpint (g_date_compare (plumb_document_get_date (document), &date), ==, 0);
  g_assert_cmpfloat (plumb_document_get_body_size (document), ==, 12);
}

static void
test_a_document_may_stand_for_no_day (void)
{
  g_autoptr (PlumbDocument) document = plumb_document_builder_end (begin ());

  g_assert_null (plumb_document_get_date (document));
}

/* ---- texts ------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *given;
  const char *kept;
} Text;

static const Text texts[] = {
  { "plain", "M. R.", "M. R." },
  { "control",
    "a\a\x1b[31mb\x7f"
    "c",
    "a[31mbc" },
  { "tab", "a\tb", "a b" },
  { "line-feed", "a\r\nb", "a\nb" },
  { "override",
    "a\u202eb\u202c"
    "c",
    "abc" },
  { "separator", "a\u2028b", "ab" },
  { "arabic", "مريض ١٢", "مريض ١٢" },
  { "invalid",
    "a\xff"
    "b",
    "a\ufffd"
    "b" },
  { "markup", "<b>a</b> & b", "<b>a</b> & b" },
};

static void
test_text_is_kept_as_typed (gconstpointer data)
{
  const Text *text = data;
  PlumbDocumentBuilder *builder = begin ();
  g_autoptr (PlumbDocument) document = NULL;

  plumb_document_builder_add_paragraph (builder, text->given);
  document = plumb_document_builder_end (builder);

  g_assert_cmpstr (get_block (document, 0)->cells[PLUMB_CELL_LEAD].text, ==, text->kept);
}

static void
test_markup_is_emphasis (void)
{
  PlumbDocumentBuilder *builder = begin ();
  g_autoptr (PlumbDocument) document = NULL;

  plumb_document_builder_add_paragraph_markup (builder, "<b>Now</b>: 1 &lt; 2");
  document = plumb_document_builder_end (builder);

  g_assert_cmpstr (get_block (document, 0)->cells[PLUMB_CELL_LEAD].text, ==, "Now: 1 < 2");
  g_assert_nonnull (get_block (document, 0)->cells[PLUMB_CELL_LEAD].attributes);
}

static void
test_broken_markup_loses_nothing (void)
{
  PlumbDocumentBuilder *builder = begin ();
  g_autoptr (PlumbDocument) document = NULL;

  plumb_document_builder_add_paragraph_markup (builder, "<b>1 < 2");
  document = plumb_document_builder_end (builder);

  g_assert_cmpstr (get_block (document, 0)->cells[PLUMB_CELL_LEAD].text, ==, "<b>1 < 2");
}

/* ---- as plain text ---------------------------------------------------------------------- */

static void
test_plain_text (void)
{
  PlumbDocumentBuilder *builder = begin ();
  g_autoptr (GBytes) svg = g_bytes_new_static ("<svg/>", 6);
  g_autoptr (PlumbDocument) document = NULL;
  g_autofree char *text = NULL;

  plumb_document_builder_add_title (builder, "Back pain");
  plumb_document_builder_begin_columns (builder, 0.5);
  plumb_document_builder_add_fact (builder, "Pain", "8");
  plumb_document_builder_next_column (builder);
  plumb_document_builder_add_check_item (builder, "Work");
  plumb_document_builder_end_columns (builder);
  plumb_document_builder_add_picture (builder, svg, "1 Red flags: none", 0);
  plumb_document_builder_add_heading (builder, 1, PLUMB_TONE_DO, "Do");
  plumb_document_builder_add_row (builder, PLUMB_TONE_DO, "Stay active", "Urgent", "no red flag",
                                  "Keep moving.", "1");
  plumb_document_builder_add_list_item (builder, "[1]", "A source");
  plumb_document_builder_add_footer (builder, "For professionals.");
  document = plumb_document_builder_end (builder);
  text = plumb_document_to_text (document);

  g_assert_cmpstr (text, ==,
                   "Back pain\n"
                   "Pain: 8\n"
                   "[ ] Work\n"
                   "1 Red flags: none\n"
                   "\n"
                   "Do\n"
                   "Stay active: Keep moving. · Urgent · no red flag · 1\n"
                   "[1] A source\n"
                   "\n"
                   "For professionals.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/blocks-stand-in-order", test_blocks_stand_in_order);
  g_test_add_func ("/document/notices-and-columns-nest", test_notices_and_columns_nest);
  g_test_add_func ("/document/an-open-notice-is-no-document", test_an_open_notice_is_no_document);
  g_test_add_func ("/document/metadata", test_metadata);
  g_test_add_func ("/document/may-stand-for-no-day", test_a_document_may_stand_for_no_day);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/text/%s", texts[i].name);

      g_test_add_data_func (path, &texts[i], test_text_is_kept_as_typed);
    }
  g_test_add_func ("/document/markup-is-emphasis", test_markup_is_emphasis);
  g_test_add_func ("/document/broken-markup-loses-nothing", test_broken_markup_loses_nothing);
  g_test_add_func ("/document/plain-text", test_plain_text);

  return g_test_run ();
}
