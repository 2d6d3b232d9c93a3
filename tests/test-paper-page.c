/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-page-view.h"
#include "plumb-paper-page.h"
#include "plumb-settings.h"
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

  plumb_test_check_finalized (plumb_paper_page_new (NULL));
  plumb_test_check_finalized (plumb_paper_page_new (session));
  plumb_test_check_finalized_shown (plumb_paper_page_new (session));
}

/* Nobody waits for pages that nobody looks at. */
static void
test_lazy (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *page = plumb_paper_page_new (session);
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
  GtkWidget *page = plumb_paper_page_new (session);
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

/* ---- the choices ------------------------------------------------------------------------ */

static gpointer
get_nth (GtkWidget *page, GType type, guint index)
{
  GtkWidget *found = plumb_test_find_nth (page, type, index);

  g_assert_nonnull (found);
  return found;
}

static void
reset_settings (void)
{
  static const char *const keys[] = { "paper-size",       "poster-size", "paper-language",
                                      "handout-language", "large-print", "black-and-white" };
  g_autoptr (GSettings) settings = plumb_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

/* Each document of the table is there to choose, and shows at least a page. */
static void
test_kinds (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *page = plumb_paper_page_new (session);
  GtkWidget *window = plumb_test_show (page);
  GtkDropDown *kinds = get_nth (page, GTK_TYPE_DROP_DOWN, 0);

  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (kinds)), ==, PLUMB_N_PAPERS);
  for (guint kind = 0; kind < PLUMB_N_PAPERS; kind++)
    {
      gtk_drop_down_set_selected (kinds, kind);
      g_assert_cmpuint (plumb_paper_page_get_kind (PLUMB_PAPER_PAGE (page)), ==, kind);
      g_assert_cmpuint (count_pages (page), >, 0);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A3 is for posters; what is chosen is there the next time. */
static void
test_paper_is_remembered (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *page = g_object_ref_sink (plumb_paper_page_new (session));
  GtkWidget *again;
  GtkDropDown *sizes = get_nth (page, GTK_TYPE_DROP_DOWN, 2);
  g_autoptr (PlumbPainter) painter = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (sizes)), ==, 2);
  gtk_drop_down_set_selected (sizes, PLUMB_PAPER_SIZE_LETTER);
  plumb_paper_page_set_kind (PLUMB_PAPER_PAGE (page), PLUMB_PAPER_POSTER);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (sizes)), ==, 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (sizes), ==, PLUMB_PAPER_SIZE_A3);
  again = g_object_ref_sink (plumb_paper_page_new (session));
  painter = plumb_paper_page_create_painter (PLUMB_PAPER_PAGE (again), PLUMB_PAPER_SUMMARY);
  g_assert_cmpfloat (plumb_painter_get_width (painter), ==, PLUMB_PAPER_LETTER_WIDTH);
  g_object_unref (page);
  g_object_unref (again);
  reset_settings ();
}

static void
test_large_print_takes_more_room (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *page = plumb_paper_page_new (session);
  GtkWidget *window = plumb_test_show (page);
  guint n_before;

  plumb_test_answer (session, PLUMB_TEST_CLEAR "weeks_since_onset=9 pain_score=8");
  n_before = count_pages (page);
  gtk_check_button_set_active (get_nth (page, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  g_assert_cmpuint (count_pages (page), >, n_before);
  gtk_window_destroy (GTK_WINDOW (window));
  reset_settings ();
}

static char *
read_handout (GtkWidget *page)
{
  g_autoptr (PlumbPainter) painter
      = plumb_paper_page_create_painter (PLUMB_PAPER_PAGE (page), PLUMB_PAPER_HANDOUT);

  return plumb_document_to_text (plumb_painter_get_document (painter));
}

/* One click leaves a thing out of the handout, another brings it back. */
static void
test_handout_leaves_out (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *page = plumb_paper_page_new (session);
  GtkWidget *window = plumb_test_show (page);
  g_autofree char *before = NULL;
  g_autofree char *without = NULL;
  g_autofree char *after = NULL;
  GtkCheckButton *item;

  plumb_test_answer (session, PLUMB_TEST_CLEAR "weeks_since_onset=9 pain_score=8");
  plumb_paper_page_set_kind (PLUMB_PAPER_PAGE (page), PLUMB_PAPER_HANDOUT);
  item = get_nth (page, GTK_TYPE_CHECK_BUTTON, 2);
  before = read_handout (page);
  gtk_check_button_set_active (item, FALSE);
  without = read_handout (page);
  /* The choice is part of the consultation, and the button shows what is undone. */
  plumb_session_undo (session);
  g_assert_true (gtk_check_button_get_active (item));
  plumb_session_redo (session);
  g_assert_false (gtk_check_button_get_active (item));
  gtk_check_button_set_active (item, TRUE);
  after = read_handout (page);
  g_assert_cmpstr (without, !=, before);
  g_assert_cmpstr (after, ==, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/paper-page/finalize", test_finalize);
  g_test_add_func ("/paper-page/lazy", test_lazy);
  g_test_add_func ("/paper-page/words", test_words);
  g_test_add_func ("/paper-page/shape", test_shape);
  g_test_add_func ("/paper-page/kinds", test_kinds);
  g_test_add_func ("/paper-page/paper-is-remembered", test_paper_is_remembered);
  g_test_add_func ("/paper-page/large-print-takes-more-room", test_large_print_takes_more_room);
  g_test_add_func ("/paper-page/handout-leaves-out", test_handout_leaves_out);

  return g_test_run ();
}
