/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-mnemonic.h"

static void
update_name (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_auto (GStrv) parts = g_strsplit (label != NULL ? label : "", "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * plumb_mnemonic_name_button:
 * @button: a button whose label has a mnemonic
 *
 * GTK 4.8 names such a button for a screen reader with the underscore in it,
 * which is then read aloud; this names it as it is seen, whatever its label
 * becomes.
 */
void
plumb_mnemonic_name_button (GtkButton *button)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  g_signal_connect (button, "notify::label", G_CALLBACK (update_name), NULL);
  update_name (button);
}
