/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An empty window of libadwaita that closes after its first frame: what
 * bench-start.py compares the start of Plumbline with. */

#include <adwaita.h>

static void
on_first_frame (GdkFrameClock *clock, GApplication *application)
{
  g_print ("first frame\n");
  g_application_quit (application);
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_first_frame), application);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application
      = adw_application_new ("org.plumbline.EmptyWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
