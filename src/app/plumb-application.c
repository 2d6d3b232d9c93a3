/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-application.h"

#include "plumb-format.h"
#include "plumb-language.h"
#include "plumb-pathway-file.h"
#include "plumb-style.h"
#include "plumb-teaching-window.h"
#include "plumb-window.h"

#include "config.h"

#include <glib/gi18n.h>

struct _PlumbApplication
{
  AdwApplication parent_instance;

  PlumbPathway *pathway;
  PlumbPathwayFile *pathway_file; /* NULL: the pathway is the program's own */
  gboolean exit_after_startup;
};

G_DEFINE_FINAL_TYPE (PlumbApplication, plumb_application, ADW_TYPE_APPLICATION)

/* The command line */

static const GOptionEntry options[]
    = { { "pathway", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
          N_ ("Walk through the pathway of a file"), N_ ("FILE") },
        /* For measuring how long starting takes. */
        { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
        { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"),
          NULL },
        { NULL } };

static gboolean
load_pathway (PlumbApplication *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  self->pathway_file = plumb_pathway_file_new (file);
  self->pathway = plumb_pathway_file_read (self->pathway_file, &error);
  if (self->pathway == NULL)
    g_printerr ("%s\n", error->message);

  return self->pathway != NULL;
}

/* The pathway inside the program can always be read: the tests prove it. */
static void
ensure_pathway (PlumbApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (self->pathway != NULL)
    return;
  self->pathway = plumb_pathway_new_builtin (&error);
  if (self->pathway == NULL)
    g_error ("The program's own pathway cannot be read: %s", error->message);
}

static int
plumb_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);
  g_autofree char *path = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Plumbline %s\n", PACKAGE_VERSION);
      return 0;
    }
  self->exit_after_startup = g_variant_dict_contains (given, "exit-after-startup");
  g_variant_dict_lookup (given, "pathway", "^ay", &path);
  /* Another pathway is not for a window that runs already. */
  if (path != NULL || self->exit_after_startup)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (path != NULL && !load_pathway (self, path))
    return 1;

  return -1;
}

/* Windows */

static void
on_first_frame (GdkFrameClock *clock, GApplication *application)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, application);
  g_print ("first frame\n");
  g_application_quit (application);
}

/* Where a desktop shows the icons of windows, it can wait until the first is painted. */
static gboolean
set_icon (gpointer data)
{
  gtk_window_set_default_icon_name (APPLICATION_ID);

  return G_SOURCE_REMOVE;
}

static PlumbWindow *
open_window (PlumbApplication *self)
{
  PlumbWindow *window = plumb_window_new (GTK_APPLICATION (self), self->pathway);

  plumb_window_keep_recovery (window);
  gtk_window_present (GTK_WINDOW (window));
  if (self->pathway_file != NULL)
    plumb_window_follow_pathway (window, self->pathway_file);
  if (self->exit_after_startup)
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                      G_CALLBACK (on_first_frame), self);

  return window;
}

static gboolean
offer_recovery (gpointer window)
{
  plumb_window_offer_recovery (window);

  return G_SOURCE_REMOVE;
}

/* Once the window is there: nobody waits for a question about yesterday. */
static void
offer_recovery_later (PlumbApplication *self, PlumbWindow *window)
{
  if (!self->exit_after_startup)
    g_idle_add_full (G_PRIORITY_LOW, offer_recovery, g_object_ref (window), g_object_unref);
}

static void
plumb_application_activate (GApplication *application)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);

  offer_recovery_later (self, open_window (self));
}

static void
plumb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);
  PlumbWindow *window = NULL;

  for (int i = 0; i < n_files; i++)
    {
      window = open_window (self);
      plumb_window_open (window, files[i]);
    }
  if (window != NULL)
    offer_recovery_later (self, window);
}

/* One window after the other, so that each asks about its own changes. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

/* Another mode, in a window of its own; nothing of it is built before. */
static void
teach (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlumbApplication *self = PLUMB_APPLICATION (data);

  gtk_window_present (
      GTK_WINDOW (plumb_teaching_window_new (GTK_APPLICATION (self), self->pathway)));
}

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.print-summary", { "<Control>p" } },
  { "win.copy-note", { "<Control><Shift>c" } },
  { "win.show-handout", { "<Control><Shift>p" } },
  { "win.show-poster", { "<Control><Shift>a" } },
  { "win.export-pdf", { "<Control>e" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.skip", { "<Control>k" } },
  { "win.search", { "<Control>f" } },
  { "win.search-pathway", { "<Control><Shift>f" } },
  { "win.outline", { "<Control><Shift>o" } },
  { "win.chart-alone", { "F9" } },
  { "win.whole-pathway", { "<Control>8" } },
  { "win.what-if", { "<Control><Shift>w" } },
  { "win.go-to-current", { "<Alt>End" } },
  { "win.show-page('pathway')", { "<Control>1" } },
  { "win.show-page('paper')", { "<Control>2" } },
  { "win.about-pathway", { "F1" } },
  { "win.keyboard-shortcuts", { "<Control>question", "<Control>F1" } },
};

static void
add_stage_accelerators (GtkApplication *application)
{
  for (int i = 1; i <= 10; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-stage(%d)", i);
      g_autofree char *key = g_strdup_printf ("<Alt>%d", i % 10);

      gtk_application_set_accels_for_action (application, action, (const char *[]){ key, NULL });
    }
}

static void
plumb_application_startup (GApplication *application)
{
  PlumbApplication *self = PLUMB_APPLICATION (application);
  const GActionEntry entries[] = { { .name = "teach", .activate = teach },
                                   { .name = "quit", .activate = quit } };

  G_APPLICATION_CLASS (plumb_application_parent_class)->startup (application);

  /* GTK asks the system's locale, which may not know the language that the program speaks. */
  if (plumb_format_is_right_to_left (plumb_app_language ()))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  plumb_style_load (gdk_display_get_default ());
  g_idle_add_full (G_PRIORITY_LOW, set_icon, NULL, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);
  add_stage_accelerators (GTK_APPLICATION (application));
  ensure_pathway (self);
}

static void
plumb_application_finalize (GObject *object)
{
  PlumbApplication *self = PLUMB_APPLICATION (object);

  g_clear_pointer (&self->pathway, plumb_pathway_unref);
  g_clear_object (&self->pathway_file);

  G_OBJECT_CLASS (plumb_application_parent_class)->finalize (object);
}

static void
plumb_application_class_init (PlumbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plumb_application_finalize;
  application_class->handle_local_options = plumb_application_handle_local_options;
  application_class->startup = plumb_application_startup;
  application_class->activate = plumb_application_activate;
  application_class->open = plumb_application_open;
}

static void
plumb_application_init (PlumbApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  /* Translators: after "Usage: plumbline [OPTION…]". */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[CONSULTATION…]"));
}

/**
 * plumb_application_new:
 *
 * Returns: (transfer full): the application
 */
PlumbApplication *
plumb_application_new (void)
{
  return g_object_new (PLUMB_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", NULL, NULL);
}
