/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-finding-help.h"

#include "plumb-language.h"

static gboolean
on_query (GtkWidget *label,
          int x,
          int y,
          gboolean keyboard,
          GtkTooltip *tooltip,
          const PlumbFinding *finding)
{
  const char *help = plumb_text_get (finding->help, plumb_app_language ());

  gtk_tooltip_set_text (tooltip, help);

  return help != NULL && *help != '\0';
}

/**
 * plumb_finding_help_attach:
 * @label: a widget
 * @finding: a finding, whose pathway outlives the widget
 *
 * Shows what there is to know about the finding as the tooltip of the widget. It is
 * made when somebody waits for it: to set one asks the screen where the pointer is,
 * and that takes long for so many rows.
 */
void
plumb_finding_help_attach (GtkWidget *label, const PlumbFinding *finding)
{
  g_return_if_fail (GTK_IS_WIDGET (label));
  g_return_if_fail (finding != NULL);

  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query), (gpointer) finding);
}
