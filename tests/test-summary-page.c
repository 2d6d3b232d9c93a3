/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-page-view.h"
#include "plumb-summary-page.h"
#include "plumb-summary.h"
#include "plumb-test-window.h"

static guint
count_pages (GtkWidget *widget)
{
  guint n = PLUMB_IS_PAGE_VIEW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_pages (child);

  return n;
}

static GtkWidget *
find_first (GtkWidget *widget)
{
  GtkWidget *found = PLUMB_IS_PAGE_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_first (child);

  return found;
}

static void
test_finalize (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();

  plumb_test_check_finalized (plumb_summary_page_new (NULL));
  plumb_test_check_finalized (plumb_summary_page_new (session));
  plumb_test_check_finalized_shown (plumb_summary_page_new (session));
}

/* Nobody waits for pages that nobody looks at. */
static void
test_lazy (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *page = plumb_summary_page_new (session);
  GtkWidget *window;
  GtkWidget *first;

  gtk_stack_add_child (GTK_STACK (stack), gtk_label_new ("elsewhere"));
  gtk_stack_add_child (GTK_STACK (stack), page);
  window = plumb_test_show (stack);
  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  g_assert_cmpuint (count_pages (page), ==, 0);
  gtk_stack_set_visible_child (GTK_STACK (stack), page);
  plumb_test_settle ();
  g_assert_cmpuint (count_pages (page), >, 0);
  first = find_first (page);
  plumb_test_answer (session, "weeks_since_onset=9");
  g_assert_cmpuint (count_pages (page), >, 0);
  g_assert_true (find_first (page) != first);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_property (GtkWidget *widget, GtkAccessibleProperty property, const char *expected)
{
  char *problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, expected);

  g_assert_cmpstr (problem, ==, NULL);
}

/* Who does not see the pages hears what they say. */
static void
test_words (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *page = plumb_summary_page_new (session);
  GtkWidget *window = plumb_test_show (page);
  g_autoptr (PlumbDocument) document
      = plumb_summary_new (plumb_session_get_evaluation (session), NULL);
  g_autofree char *text = plumb_document_to_text (document);
  g_autofree char *name = g_strdup_printf ("Page 1 of %u", count_pages (page));

  assert_property (find_first (page), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  assert_property (find_first (page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The page keeps its shape at any width. */
static void
test_shape (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  g_autoptr (PlumbDocument) document
      = plumb_summary_new (plumb_session_get_evaluation (session), NULL);
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);
  GtkWidget *view = g_object_ref_sink (plumb_page_view_new (painter, 0));
  static const int widths[] = { 400, 600, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int height;

      gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, widths[i], NULL, &height, NULL, NULL);
      g_assert_cmpfloat_with_epsilon ((double) height / widths[i], G_SQRT2, 0.01);
    }
  g_object_unref (view);
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/summary-page/finalize", test_finalize);
  g_test_add_func ("/summary-page/lazy", test_lazy);
  g_test_add_func ("/summary-page/words", test_words);
  g_test_add_func ("/summary-page/shape", test_shape);

  return g_test_run ();
}
