/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-format.h"
#include "plumb-language.h"

#include <glib/gi18n.h>

static gboolean
get_day (GFile *left, GDate *day)
{
  g_autoptr (GDateTime) time = plumb_recovery_get_time (left);

  g_date_clear (day, 1);
  if (time != NULL)
    g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (time),
                    (GDateMonth) g_date_time_get_month (time),
                    (GDateYear) g_date_time_get_year (time));

  return time != NULL;
}

/* What was left behind is kept anew before the old file goes. */
static void
take_over (PlumbWindow *self, GFile *left)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;
  gboolean has_day = get_day (left, &day);

  if (!plumb_session_recover (self->session, left, has_day ? &day : NULL, &warnings, &error))
    {
      plumb_window_report (self, _ ("The consultation could not be opened"), error->message);
      return;
    }
  plumb_window_report_warnings (self, warnings);
  if (self->recovery != NULL && plumb_recovery_flush (self->recovery))
    plumb_recovery_forget (left);
}

static void
on_response (PlumbWindow *self, const char *response, GtkWidget *dialog)
{
  GFile *left = g_object_get_data (G_OBJECT (dialog), "left");

  if (g_str_equal (response, "open"))
    take_over (self, left);
  else if (g_str_equal (response, "discard"))
    plumb_recovery_forget (left);
}

static char *
describe (GFile *left)
{
  g_autoptr (GDateTime) time = plumb_recovery_get_time (left);
  g_autofree char *clock = NULL;
  g_autofree char *day = NULL;
  GDate date;

  if (time == NULL || !get_day (left, &date))
    return g_strdup (_ ("Plumbline ended before it was saved."));
  day = plumb_format_date (&date, plumb_app_language ());
  clock = g_date_time_format (time, "%H:%M");

  /* Translators: the day, and the hour and minute, of the last answer. */
  return g_strdup_printf (_ ("Plumbline ended before it was saved. The last answer was given on "
                             "%1$s at %2$s."),
                          day, clock);
}

static void
ask (PlumbWindow *self, GFile *left)
{
  g_autofree char *text = describe (left);
  GtkWidget *widget = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Go on with the consultation that was interrupted?"), text);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "later", _ ("Ask _later"), "discard", _ ("_Discard"),
                                    "open", _ ("_Go on"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_close_response (dialog, "later");
  g_object_set_data_full (G_OBJECT (dialog), "left", g_object_ref (left), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * plumb_window_keep_recovery:
 * @self: a window
 *
 * From now on keeps what is not saved, in case the program is cut off.
 */
void
plumb_window_keep_recovery (PlumbWindow *self)
{
  g_autoptr (PlumbRecovery) before = NULL;

  g_return_if_fail (PLUMB_IS_WINDOW (self));

  /* The old file goes when the new one is there. */
  before = g_steal_pointer (&self->recovery);
  self->recovery = plumb_recovery_new (self->session);
  plumb_recovery_flush (self->recovery);
}

/**
 * plumb_window_offer_recovery:
 * @self: a window
 *
 * Asks what to do with the latest consultation that was cut off, if there is one and
 * the window has nothing that it would take the place of.
 */
void
plumb_window_offer_recovery (PlumbWindow *self)
{
  g_autoptr (GPtrArray) left = NULL;

  g_return_if_fail (PLUMB_IS_WINDOW (self));

  if (self->session == NULL || plumb_session_get_modified (self->session))
    return;
  left = plumb_recovery_list_left (plumb_session_get_pathway (self->session));
  if (left->len > 0)
    ask (self, g_ptr_array_index (left, 0));
}
