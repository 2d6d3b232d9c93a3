/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-body-area.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

struct _PlumbBodyArea
{
  GtkWidget parent_instance;

  PlumbSession *session;
  const PlumbBodyPicture *picture; /* that of the figure around it, which outlives it */
  const PlumbArea *area;
  int shown; /* the state that was shown last, -1 for none */
};

G_DEFINE_FINAL_TYPE (PlumbBodyArea, plumb_body_area, GTK_TYPE_WIDGET)

static PlumbBodyMarks *
get_marks (PlumbBodyArea *self)
{
  return plumb_consultation_get_marks (plumb_session_get_consultation (self->session));
}

static void
toggle (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbBodyArea *self = PLUMB_BODY_AREA (widget);
  PlumbBodyMarks *marks = get_marks (self);
  g_autoptr (PlumbBodyMarks) wanted
      = plumb_body_marks_new_with (marks, self->area, !plumb_body_marks_get (marks, self->area));

  plumb_session_set_marks (self->session, wanted);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, PlumbBodyArea *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    gtk_widget_activate_action (GTK_WIDGET (self), "area.toggle", NULL);
}

/* Areas have no corners: a click counts for the one whose shape it hits. */
static gboolean
plumb_body_area_contains (GtkWidget *widget, double x, double y)
{
  PlumbBodyArea *self = PLUMB_BODY_AREA (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_rectangle_t place;

  if (width <= 0 || height <= 0 || x < 0 || y < 0 || x >= width || y >= height
      || !plumb_body_picture_get_place (self->picture, self->area, &place))
    return FALSE;

  return plumb_body_picture_find (self->picture, place.x + x * place.width / width,
                                  place.y + y * place.height / height)
         == self->area;
}

static void
plumb_body_area_dispose (GObject *object)
{
  g_clear_object (&PLUMB_BODY_AREA (object)->session);

  G_OBJECT_CLASS (plumb_body_area_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint keys[]
      = { GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };

  gtk_widget_class_install_action (widget_class, "area.toggle", NULL, toggle);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "area.toggle", NULL);
}

static void
plumb_body_area_class_init (PlumbBodyAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_body_area_dispose;
  widget_class->contains = plumb_body_area_contains;

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "bodyarea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
plumb_body_area_init (PlumbBodyArea *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->shown = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * plumb_body_area_new:
 * @session: a session
 * @picture: the drawing, which must outlive the widget
 * @area: an area of the session's pathway
 *
 * Returns: (transfer floating): the area, to be laid over its place in the drawing
 */
GtkWidget *
plumb_body_area_new (PlumbSession *session, const PlumbBodyPicture *picture, const PlumbArea *area)
{
  PlumbBodyArea *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (picture != NULL && area != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_BODY_AREA, NULL);
  self->session = g_object_ref (session);
  self->picture = picture;
  self->area = area;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               plumb_text_get (area->label, plumb_app_language ()));
  plumb_body_area_update (self);

  return GTK_WIDGET (self);
}

const PlumbArea *
plumb_body_area_get_area (PlumbBodyArea *self)
{
  g_return_val_if_fail (PLUMB_IS_BODY_AREA (self), NULL);

  return self->area;
}

/* Tells what is marked now, where that has changed. */
void
plumb_body_area_update (PlumbBodyArea *self)
{
  const char *label;
  g_autofree char *name = NULL;
  gboolean marked;

  g_return_if_fail (PLUMB_IS_BODY_AREA (self));

  marked = plumb_body_marks_get (get_marks (self), self->area);
  if (marked == self->shown)
    return;
  self->shown = marked;
  label = plumb_text_get (self->area->label, plumb_app_language ());
  name = marked
             /* Translators: read aloud for an area of the body map; it is a part of the body. */
             ? g_strdup_printf (_ ("%s, marked"), label)
             : g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
      marked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
