/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-style.h"

#include "plumb-test-window.h"

static void
read_route (GtkWidget *widget, GdkRGBA *color)
{
  plumb_test_settle ();
  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                                 "plumb_route", color));
}

/* The colors follow the desktop's, there and back. */
static void
test_dark (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *window = plumb_test_show (gtk_label_new ("Text"));
  GdkRGBA light, dark, again;

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  read_route (window, &light);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  read_route (window, &dark);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  read_route (window, &again);
  g_assert_false (gdk_rgba_equal (&light, &dark));
  g_assert_true (gdk_rgba_equal (&light, &again));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/style/dark", test_dark);

  return g_test_run ();
}
