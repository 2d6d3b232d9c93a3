/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-language.h"

#include "config.h"
#include "plumb-format.h"

#include <glib/gi18n.h>

#include <locale.h>
#include <string.h>

/* Run from the build folder, the program reads what was built there. */
static gboolean
runs_uninstalled (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, BUILD_DIR G_DIR_SEPARATOR_S);
}

/**
 * plumb_language_init:
 *
 * Chooses the language of the program's messages from the surroundings. Called
 * once, first thing.
 */
void
plumb_language_init (void)
{
  gboolean uninstalled = runs_uninstalled ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled ? BUILD_LOCALE_DIR : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (uninstalled)
    g_setenv ("GSETTINGS_SCHEMA_DIR", BUILD_SCHEMA_DIR, FALSE);
}

/**
 * plumb_app_language:
 *
 * Returns: (nullable): the language in which the window shows the pathway's
 *   texts, such as "es"; %NULL for the language in which they were written
 */
const char *
plumb_app_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "C") || g_str_equal (names[i], "POSIX"))
        return NULL;
      if (strpbrk (names[i], ".@") != NULL)
        continue;

      return strncmp (names[i], "en", 2) == 0 ? NULL : names[i];
    }

  return NULL;
}

/**
 * plumb_app_direction_mark:
 *
 * A line runs as its first letter does: one that begins with the id of a statement or
 * the name of a publisher would run to the right in a language that runs to the left.
 *
 * Returns: what is put before such a line
 */
const char *
plumb_app_direction_mark (void)
{
  return plumb_format_is_right_to_left (plumb_app_language ()) ? "\u200f" : "";
}
