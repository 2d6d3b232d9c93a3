/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-date-button.h"

#include "plumb-date-popover.h"
#include "plumb-language.h"

/* A button that opens a calendar. */
struct _PlumbDateButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  PlumbSession *session;
  const PlumbFinding *finding;
};

G_DEFINE_FINAL_TYPE (PlumbDateButton, plumb_date_button, ADW_TYPE_BIN)

/* A calendar is a heavy thing, and most are never opened. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  PlumbDateButton *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, plumb_date_popover_new (self->session, self->finding));
}

static void
plumb_date_button_dispose (GObject *object)
{
  g_clear_object (&PLUMB_DATE_BUTTON (object)->session);

  G_OBJECT_CLASS (plumb_date_button_parent_class)->dispose (object);
}

static void
plumb_date_button_class_init (PlumbDateButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plumb_date_button_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_date_button_init (PlumbDateButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * plumb_date_button_new:
 * @session: a session
 * @finding: a date
 *
 * Returns: (transfer floating): a button that opens a calendar for @finding
 */
GtkWidget *
plumb_date_button_new (PlumbSession *session, const PlumbFinding *finding)
{
  PlumbDateButton *self;
  const char *question;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL && finding->type == PLUMB_FINDING_DATE, NULL);

  self = g_object_new (PLUMB_TYPE_DATE_BUTTON, NULL);
  self->session = g_object_ref (session);
  self->finding = finding;
  question = plumb_text_get (finding->question, plumb_app_language ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);

  return GTK_WIDGET (self);
}
