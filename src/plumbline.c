/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-application.h"
#include "plumb-language.h"

int
main (int argc, char **argv)
{
  g_autoptr (PlumbApplication) application = NULL;

  plumb_language_init ();
  application = plumb_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
