/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window fits the screen, and what of it is made only when it is asked for. */

#include "plumb-chart-panel.h"
#include "plumb-date-button.h"
#include "plumb-language.h"
#include "plumb-legend.h"
#include "plumb-pathway-view.h"
#include "plumb-test-window.h"
#include "plumb-window-private.h"

static PlumbPathway *pathway;

static PlumbWindow *
open_window (void)
{
  PlumbWindow *window = plumb_window_new (NULL, pathway);

  gtk_window_present (GTK_WINDOW (window));
  plumb_test_settle ();

  return window;
}

static void
close_window (PlumbWindow *window)
{
  window->closing = TRUE;
  gtk_window_close (GTK_WINDOW (window));
  plumb_test_settle ();
}

static PlumbChartPanel *
get_chart (PlumbWindow *window)
{
  return PLUMB_CHART_PANEL (adw_bin_get_child (window->chart_place));
}

/* At the size at which the window opens, no stage is scrolled sideways. */
static void
test_stages_fit (void)
{
  PlumbWindow *window = open_window ();
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  GtkWidget *view = GTK_WIDGET (plumb_chart_panel_get_view (get_chart (window)));
  GtkWidget *scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));

  for (guint i = 0; i < stages->len; i++)
    {
      plumb_session_set_stage (plumb_window_get_session (window), g_ptr_array_index (stages, i));
      plumb_test_settle ();
      g_test_message ("stage %u", i + 1);
      g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=,
                         gtk_adjustment_get_page_size (across));
    }
  close_window (window);
}

static gboolean
asks_for_tooltip (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &shown);

  return shown;
}

/* The status has two lines, and what is more is to be had from its tooltip. */
static void
test_status (void)
{
  PlumbWindow *window = open_window ();
  GtkLabel *status = window->status;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_false (asks_for_tooltip (GTK_WIDGET (status)));
  for (guint i = 0; i < 40; i++)
    g_string_append (text, "One more sentence. ");
  gtk_label_set_text (status, text->str);
  plumb_test_settle ();
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (status)), ==, 2);
  g_assert_true (asks_for_tooltip (GTK_WIDGET (status)));
  close_window (window);
}

/* With text of twice the size the window is still no wider than the screen, whatever the card asks
 * and the advice says; it runs in every language. */
static void
test_large_text (void)
{
  PlumbWindow *window = open_window ();
  int least;

  plumb_test_answer (plumb_window_get_session (window),
                     PLUMB_TEST_CLEAR "weeks_since_onset=9 start_back_entered=high");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  plumb_test_settle ();
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_test_message ("%d pixels, in “%s”", least, plumb_app_language ());
  g_assert_cmpint (least, <=, 1280);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  close_window (window);
}

/* Where letters are large the chart still has most of the height; everything comes back with
 * smaller ones. */
static void
test_room_for_the_chart (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *chart = GTK_WIDGET (get_chart (window));
  GtkWidget *view = GTK_WIDGET (plumb_chart_panel_get_view (get_chart (window)));
  GtkWidget *scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *legend = plumb_test_find (chart, PLUMB_TYPE_LEGEND);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  plumb_test_settle ();
  g_assert_true (gtk_widget_get_visible (legend));

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  plumb_test_settle ();
  g_assert_false (gtk_widget_get_visible (legend));
  g_assert_cmpint (2 * gtk_widget_get_height (scrolled), >, gtk_widget_get_height (chart));

  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  plumb_test_settle ();
  g_assert_true (gtk_widget_get_visible (legend));
  close_window (window);
}

/* A pane that was drawn wider stays so, however high the window is. */
static void
test_panes_stay (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *legend = plumb_test_find (GTK_WIDGET (get_chart (window)), PLUMB_TYPE_LEGEND);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  plumb_test_settle ();
  gtk_paned_set_position (window->panes, 380);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 500);
  plumb_test_settle ();
  g_assert_false (gtk_widget_get_visible (legend));
  g_assert_cmpint (gtk_paned_get_position (window->panes), ==, 380);
  close_window (window);
}

/* For who turns the screen to the patient. */
static void
test_chart_alone (void)
{
  PlumbWindow *window = open_window ();
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.chart-alone", NULL);
  plumb_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_chart (window))), ==, width);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_chart (window))));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.chart-alone", NULL);
  plumb_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_chart (window))), <, width);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->questions)));
  close_window (window);
}

static void
test_pages_are_made_when_seen (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *chart = GTK_WIDGET (get_chart (window));

  g_assert_null (plumb_test_find (chart, PLUMB_TYPE_OUTLINE_VIEW));
  g_assert_null (plumb_test_find (chart, PLUMB_TYPE_PATHWAY_VIEW));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.outline", NULL);
  g_assert_true (gtk_widget_get_mapped (plumb_test_find (chart, PLUMB_TYPE_OUTLINE_VIEW)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.whole-pathway", NULL);
  g_assert_true (gtk_widget_get_mapped (plumb_test_find (chart, PLUMB_TYPE_PATHWAY_VIEW)));
  close_window (window);
}

static void
test_popovers_are_made_when_opened (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *date = plumb_test_find (GTK_WIDGET (window->questions), PLUMB_TYPE_DATE_BUTTON);
  GtkWidget *button = plumb_test_find (date, GTK_TYPE_MENU_BUTTON);

  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  plumb_test_settle ();
  g_assert_nonnull (plumb_test_find (button, GTK_TYPE_CALENDAR));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));

  g_assert_null (gtk_menu_button_get_popover (window->menu));
  gtk_menu_button_popup (window->menu);
  plumb_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (window->menu))));
  gtk_menu_button_popdown (window->menu);
  close_window (window);
}

static void
test_shortcuts (void)
{
  PlumbWindow *window = open_window ();
  GtkApplicationWindow *application_window = GTK_APPLICATION_WINDOW (window);
  GtkShortcutsWindow *overlay;

  g_assert_null (gtk_application_window_get_help_overlay (application_window));
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.keyboard-shortcuts", NULL);
      plumb_test_settle ();
      overlay = gtk_application_window_get_help_overlay (application_window);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (overlay)));
      gtk_window_close (GTK_WINDOW (overlay));
      plumb_test_settle ();
    }
  close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  plumb_language_init ();
  plumb_test_init (&argc, &argv);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/window-layout/stages-fit", test_stages_fit);
  g_test_add_func ("/window-layout/status", test_status);
  g_test_add_func ("/window-layout/large-text", test_large_text);
  g_test_add_func ("/window-layout/room-for-the-chart", test_room_for_the_chart);
  g_test_add_func ("/window-layout/panes-stay", test_panes_stay);
  g_test_add_func ("/window-layout/chart-alone", test_chart_alone);
  g_test_add_func ("/window-layout/pages-are-made-when-seen", test_pages_are_made_when_seen);
  g_test_add_func ("/window-layout/popovers-are-made-when-opened",
                   test_popovers_are_made_when_opened);
  g_test_add_func ("/window-layout/shortcuts", test_shortcuts);
  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
