/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-teaching-author.h"

#include <glib/gi18n.h>

/* A copy, which knows neither whose it was nor when: the consultation stays as it is. */
void
plumb_window_make_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  PlumbConsultation *consultation;
  g_autoptr (PlumbTraps) traps = NULL;
  g_autoptr (GError) error = NULL;

  plumb_window_commit (self);
  consultation = plumb_session_get_consultation (self->session);
  if (plumb_consultation_count_answers (consultation) == 0)
    {
      plumb_window_toast (self, _ ("Nothing is answered yet: there is no case to make."));
      return;
    }
  traps = plumb_traps_new_builtin (&error);
  if (traps == NULL)
    {
      plumb_window_report (self, _ ("No case can be made"), error->message);
      return;
    }
  gtk_window_present (GTK_WINDOW (
      plumb_teaching_author_new (GTK_WINDOW (self), plumb_case_draft_new (consultation, traps))));
}
