/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-style.h"

#include "config.h"

/* AdwApplication would load the same sheets from the application's resource base path, but with
 * that path GTK also adds a folder of icons after it has begun to read the icon theme, reads the
 * theme a second time, and the first frame waits for it. */

typedef struct
{
  const char *file;
  gboolean dark;
  gboolean high_contrast;
} Sheet;

static const Sheet sheets[] = {
  { "style-dark.css", TRUE, FALSE },
  { "style-hc.css", FALSE, TRUE },
  { "style-hc-dark.css", TRUE, TRUE },
};

static GtkCssProvider *
add_provider (GdkDisplay *display)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  return provider;
}

static void
load (GtkCssProvider *provider, const char *file)
{
  g_autofree char *path = g_strconcat (RESOURCE_BASE_PATH "/", file, NULL);

  gtk_css_provider_load_from_resource (provider, path);
}

/* A sheet that does not apply now is an empty one. */
static void
update (AdwStyleManager *manager, GParamSpec *pspec, GPtrArray *providers)
{
  for (guint i = 0; i < providers->len; i++)
    {
      if ((!sheets[i].dark || adw_style_manager_get_dark (manager))
          && (!sheets[i].high_contrast || adw_style_manager_get_high_contrast (manager)))
        load (g_ptr_array_index (providers, i), sheets[i].file);
      else
        gtk_css_provider_load_from_data (g_ptr_array_index (providers, i), "", -1);
    }
}

/**
 * plumb_style_load:
 * @display: a display
 *
 * Puts the program's style sheets onto a display, and changes them with its colors and contrast.
 */
void
plumb_style_load (GdkDisplay *display)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);
  g_autoptr (GtkCssProvider) base = NULL;
  GPtrArray *providers;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  base = add_provider (display);
  load (base, "style.css");
  providers = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (display), "plumb-style", providers,
                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    g_ptr_array_add (providers, add_provider (display));
  update (manager, NULL, providers);
  g_signal_connect (manager, "notify::dark", G_CALLBACK (update), providers);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (update), providers);
}
