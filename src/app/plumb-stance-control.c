/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-stance-control.h"

#include "plumb-language.h"
#include "plumb-stance-popover.h"

#include <glib/gi18n.h>

struct _PlumbStanceControl
{
  AdwBin parent_instance;

  GtkCheckButton *accept;
  GtkMenuButton *depart;

  PlumbSession *session;
  const PlumbRecommendation *recommendation;
  PlumbStanceKind kind; /* as it is shown */
};

G_DEFINE_FINAL_TYPE (PlumbStanceControl, plumb_stance_control, ADW_TYPE_BIN)

static void
on_accept (PlumbStanceControl *self)
{
  PlumbStance stance = { PLUMB_STANCE_ACCEPTED, NULL, NULL, FALSE };
  gboolean accepted = gtk_check_button_get_active (self->accept);

  if (accepted != (self->kind == PLUMB_STANCE_ACCEPTED))
    plumb_session_set_stance (self->session, self->recommendation, accepted ? &stance : NULL, NULL);
}

static void
on_closed (GtkWidget *button)
{
  gtk_widget_grab_focus (button);
}

/* Made when somebody opens it: there is one on every card. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  PlumbStanceControl *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = plumb_stance_popover_new (self->session, self->recommendation);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (on_closed), button);
  gtk_menu_button_set_popover (button, popover);
}

/* To set a tooltip asks the screen where the pointer is, and that takes long for so many cards. */

static gboolean
on_query_accept (GtkWidget *button,
                 int x,
                 int y,
                 gboolean keyboard,
                 GtkTooltip *tooltip,
                 PlumbStanceControl *self)
{
  gtk_tooltip_set_text (tooltip, self->kind == PLUMB_STANCE_ACCEPTED ? _ ("Accepted: take it back")
                                                                     : _ ("Accept this advice"));

  return TRUE;
}

static gboolean
on_query_depart (GtkWidget *button,
                 int x,
                 int y,
                 gboolean keyboard,
                 GtkTooltip *tooltip,
                 PlumbStanceControl *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->depart);

  if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, _ ("Decline or change this advice"));

  return TRUE;
}

static void
plumb_stance_control_dispose (GObject *object)
{
  g_clear_object (&PLUMB_STANCE_CONTROL (object)->session);

  G_OBJECT_CLASS (plumb_stance_control_parent_class)->dispose (object);
}

static void
plumb_stance_control_class_init (PlumbStanceControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_stance_control_dispose;

  gtk_widget_class_set_css_name (widget_class, "stancecontrol");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-stance-control.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbStanceControl, accept);
  gtk_widget_class_bind_template_child (widget_class, PlumbStanceControl, depart);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_query_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_query_depart);
}

static void
plumb_stance_control_init (PlumbStanceControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->depart, create_popover, self, NULL);
}

/* Heard wherever the keyboard comes back to it: after a reason is recorded as well. */
static void
name_depart (PlumbStanceControl *self, const char *words)
{
  const char *title = plumb_text_get (self->recommendation->title, plumb_app_language ());
  /* Translators: read aloud for the button that departs from an advice; its title. */
  g_autofree char *name = g_strdup_printf (_ ("Decline or change: %s"), title);
  g_autofree char *all = words != NULL ? g_strdup_printf ("%s. %s", name, words) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->depart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  all != NULL ? all : name, -1);
}

static void
name_accept (PlumbStanceControl *self)
{
  const char *title = plumb_text_get (self->recommendation->title, plumb_app_language ());
  /* Translators: read aloud for the box to tick that accepts an advice; its title. */
  g_autofree char *name = g_strdup_printf (_ ("Accept: %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * plumb_stance_control_new:
 * @session: a session
 * @recommendation: an advice
 *
 * Returns: (transfer floating): buttons for what is done with @recommendation
 */
GtkWidget *
plumb_stance_control_new (PlumbSession *session, const PlumbRecommendation *recommendation)
{
  PlumbStanceControl *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (recommendation != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_STANCE_CONTROL, NULL);
  self->session = g_object_ref (session);
  self->recommendation = recommendation;
  name_accept (self);
  name_depart (self, NULL);

  return GTK_WIDGET (self);
}

void
plumb_stance_control_update (PlumbStanceControl *self, const PlumbStance *stance, const char *words)
{
  g_return_if_fail (PLUMB_IS_STANCE_CONTROL (self));
  g_return_if_fail (stance != NULL);

  self->kind = stance->kind;
  gtk_check_button_set_active (self->accept, stance->kind == PLUMB_STANCE_ACCEPTED);
  name_depart (self, words);
}
