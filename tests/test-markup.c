/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-markup.h"

#include <string.h>

typedef enum
{
  MALFORMED,
  TOO_LARGE,
} Code;

#define DOMAIN g_quark_from_static_string ("test-markup")

static PlumbMarkup *
parse (const char *data, gssize length, GError **error)
{
  return plumb_markup_parse (data, length < 0 ? strlen (data) : (gsize) length, "file.xml", DOMAIN,
                             MALFORMED, TOO_LARGE, error);
}

/* The tree as text: <name lang=value|text|children>. */
static void
write_element (const PlumbElement *element, GString *tree)
{
  g_string_append_printf (tree, "<%s", element->name);
  for (guint i = 0; element->names[i] != NULL; i++)
    g_string_append_printf (tree, " %s=%s", element->names[i], element->values[i]);
  g_string_append_printf (tree, "|%s|", plumb_element_get_text (element));
  for (guint i = 0; i < element->children->len; i++)
    write_element (g_ptr_array_index (element->children, i), tree);
  g_string_append_c (tree, '>');
}

static void
assert_tree (const char *data, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbMarkup) markup = parse (data, -1, &error);
  GString *tree = g_string_new (NULL);

  g_assert_no_error (error);
  write_element (plumb_markup_get_root (markup), tree);
  g_assert_cmpstr (tree->str, ==, expected);
  g_string_free (tree, TRUE);
}

/* Plain leaves are read by hand, and all else by GMarkup: nobody can tell which is which. */
static void
test_translations (void)
{
  assert_tree ("<a><t>one</t><t xml:lang=\"es\">uno</t><t xml:lang=\"fr\">un</t></a>",
               "<a||<t|one|><t xml:lang=es|uno|><t xml:lang=fr|un|>>");
  assert_tree ("<a>\n <b>\n  <t xml:lang=\"ar\">واحد</t>\n </b><c/></a>",
               "<a|\n |<b|\n  \n |<t xml:lang=ar|واحد|>><c||>>");
  assert_tree ("<a><t xml:lang=\"es\">&lt;uno&gt;</t></a>", "<a||<t xml:lang=es|<uno>|>>");
  assert_tree ("<a><t xml:lang=\"es\"></t><t xml:lang=\"fr\"/></a>",
               "<a||<t xml:lang=es||><t xml:lang=fr||>>");
  assert_tree ("<a><t id=\"x\" xml:lang=\"es\">uno</t></a>", "<a||<t id=x xml:lang=es|uno|>>");
  assert_tree ("<a><t xml:lang=\"es\">u<b/>no</t></a>", "<a||<t xml:lang=es|uno|<b||>>>");
  assert_tree ("<t xml:lang=\"es\">uno</t>", "<t xml:lang=es|uno|>");
}

/* What only looks like one. */
static void
test_no_translations (void)
{
  assert_tree ("<a><!-- <t xml:lang=\"es\">uno</t> --><t xml:lang=\"fr\">un</t></a>",
               "<a||<t xml:lang=fr|un|>>");
  assert_tree ("<a><b><![CDATA[ <t xml:lang=\"es\">uno</t>]]></b></a>",
               "<a||<b| <t xml:lang=\"es\">uno</t>|>>");
  assert_tree ("<a>text <t xml:lang=\"es\">uno</t> text</a>", "<a|text  text|<t xml:lang=es|uno|>>");
  assert_tree ("<a>text <t>one</t> <t>two</t> text</a>", "<a|text   text|<t|one|><t|two|>>");
}

static void
assert_error (const char *data, gssize length, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (data, length, &error));
  g_assert_error (error, DOMAIN, MALFORMED);
  g_assert_cmpstr (error->message, ==, message);
}

/* A text that stands in the file as it is read can be taken from there. */
static void
test_spans (void)
{
  static const char data[] = "<a><t xml:lang=\"es\">uno y  dos</t><t>one &amp; two</t></a>";
  g_autoptr (PlumbMarkup) markup = parse (data, -1, NULL);
  GPtrArray *children = plumb_markup_get_root (markup)->children;
  const PlumbElement *plain = g_ptr_array_index (children, 0);
  const PlumbElement *resolved = g_ptr_array_index (children, 1);
  gsize start, length;

  g_assert_true (plumb_element_get_span (plain, &start, &length));
  g_assert_cmpmem (data + start, length, "uno y  dos", strlen ("uno y  dos"));
  g_assert_cmpstr (plumb_element_get_text (plain), ==, "uno y  dos");
  g_assert_true (plumb_element_get_text (plain) == plumb_element_get_text (plain));
  g_assert_false (plumb_element_get_span (resolved, &start, &length));
  g_assert_cmpstr (plumb_element_get_text (resolved), ==, "one & two");
}

/* Characters of one to four bytes; and what is none. */
static void
test_characters (void)
{
  assert_tree ("<a><t>aé‘中𝄞ﬁ</t></a>", "<a||<t|aé‘中𝄞ﬁ|>>");
  assert_error ("<a>12345678\xc0\x80</a>", -1, "file.xml:1:12: this is not UTF-8 text");
  assert_error ("<a>\xe0\x80\x80</a>", -1, "file.xml:1:4: this is not UTF-8 text");
  assert_error ("<a>é\xed\xa0\x80</a>", -1, "file.xml:1:5: this is not UTF-8 text");
  assert_error ("<a>\xe2\x80</a>", -1, "file.xml:1:4: this is not UTF-8 text");
  assert_error ("<a>\xf5\x80\x80\x80</a>", -1, "file.xml:1:4: this is not UTF-8 text");
  assert_error ("<a>\x80</a>", -1, "file.xml:1:4: this is not UTF-8 text");
  assert_error ("<a>\xc3", -1, "file.xml:1:4: this is not UTF-8 text");
}

static void
test_errors (void)
{
  static const char null_byte[] = "<a>\nx\0y</a>";

  assert_error ("<a>\n<t xml:lang=\"es\">ñandú</t> <t></a>", -1,
                "file.xml:2:35: Element “a” was closed, but the currently open element is “t”");
  assert_error ("<a>\n12345678\n abc\xff</a>", -1, "file.xml:3:5: this is not UTF-8 text");
  assert_error (null_byte, sizeof null_byte - 1, "file.xml:2:2: this is not UTF-8 text");
}

/* An element is found behind any number of translations. */
static void
test_places (void)
{
  g_autoptr (PlumbMarkup) markup
      = parse ("<a>\n <!-- <b> -->\n <t xml:lang=\"es\">ñ\nandú</t> <t>x</t>\n"
               " <t xml:lang='fr'>é</t><b c=\"d &gt; 1\"/>\n</a>",
               -1, NULL);
  const guint expected[][2] = { { 3, 2 }, { 4, 10 }, { 5, 2 }, { 5, 24 } };
  const PlumbElement *root = plumb_markup_get_root (markup);
  guint line, column;

  g_assert_cmpuint (root->children->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      plumb_element_get_place (g_ptr_array_index (root->children, i), NULL, &line, &column);
      g_assert_cmpuint (line, ==, expected[i][0]);
      g_assert_cmpuint (column, ==, expected[i][1]);
    }
  plumb_element_get_place (plumb_element_find (root, "b"), "c", &line, &column);
  g_assert_cmpuint (line, ==, 5);
  g_assert_cmpuint (column, ==, 30);
}

static void
test_depth (void)
{
  GString *deep = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 32; i++)
    g_string_append (deep, "<a>");
  g_string_append (deep, "<t xml:lang=\"es\">uno</t>");
  for (guint i = 0; i < 32; i++)
    g_string_append (deep, "</a>");
  g_assert_null (parse (deep->str, -1, &error));
  g_assert_error (error, DOMAIN, TOO_LARGE);
  g_string_free (deep, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markup/translations", test_translations);
  g_test_add_func ("/markup/spans", test_spans);
  g_test_add_func ("/markup/characters", test_characters);
  g_test_add_func ("/markup/no-translations", test_no_translations);
  g_test_add_func ("/markup/errors", test_errors);
  g_test_add_func ("/markup/places", test_places);
  g_test_add_func ("/markup/depth", test_depth);

  return g_test_run ();
}
