/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-body-map.h"

#include "plumb-body-suggestion.h"
#include "plumb-language.h"

#include <glib/gi18n.h>

struct _PlumbBodyMap
{
  AdwWindow parent_instance;

  GtkLabel *prompt;
  PlumbBodyFigure *figure;
  GtkLabel *marked;
  GtkLabel *heading;
  GtkBox *suggestions;

  PlumbSession *session;
};

G_DEFINE_FINAL_TYPE (PlumbBodyMap, plumb_body_map, ADW_TYPE_WINDOW)

static PlumbBodyMarks *
get_marks (PlumbBodyMap *self)
{
  return plumb_evaluation_get_marks (plumb_session_get_evaluation (self->session));
}

static char *
list_marked (PlumbBodyMap *self)
{
  g_autoptr (GPtrArray) areas = plumb_body_marks_list (get_marks (self));
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < areas->len; i++)
    {
      const PlumbArea *area = g_ptr_array_index (areas, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                              plumb_text_get (area->label, plumb_app_language ()));
    }
  if (areas->len == 0)
    g_string_append (list, _ ("Nothing is marked."));

  return g_string_free (list, FALSE);
}

static void
update (PlumbBodyMap *self)
{
  g_autoptr (GPtrArray) implications = plumb_body_marks_list_implications (get_marks (self));
  g_autofree char *marked = list_marked (self);

  if (!g_str_equal (gtk_label_get_text (self->marked), marked))
    gtk_label_set_text (self->marked, marked);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), implications->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.clear",
                                 plumb_body_marks_count (get_marks (self)) > 0);
}

/* The window */

static void
clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbSession *session = PLUMB_BODY_MAP (widget)->session;
  g_autoptr (PlumbBodyMarks) none = plumb_body_marks_new (plumb_session_get_pathway (session));

  plumb_session_set_marks (session, none);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_session_undo (PLUMB_BODY_MAP (widget)->session);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_session_redo (PLUMB_BODY_MAP (widget)->session);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "map.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "map.redo", NULL, redo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "map.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "map.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "map.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plumb_body_map_dispose (GObject *object)
{
  PlumbBodyMap *self = PLUMB_BODY_MAP (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_body_map_parent_class)->dispose (object);
}

static void
plumb_body_map_class_init (PlumbBodyMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_body_map_dispose;

  add_keys (widget_class);
  g_type_ensure (PLUMB_TYPE_BODY_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-body-map.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbBodyMap, prompt);
  gtk_widget_class_bind_template_child (widget_class, PlumbBodyMap, figure);
  gtk_widget_class_bind_template_child (widget_class, PlumbBodyMap, marked);
  gtk_widget_class_bind_template_child (widget_class, PlumbBodyMap, heading);
  gtk_widget_class_bind_template_child (widget_class, PlumbBodyMap, suggestions);
}

static void
plumb_body_map_init (PlumbBodyMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_texts (PlumbBodyMap *self, const PlumbBody *body)
{
  const char *title = plumb_text_get (body->title, plumb_app_language ());

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->prompt, plumb_text_get (body->prompt, plumb_app_language ()));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->figure), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/**
 * plumb_body_map_new:
 * @session: a session whose pathway has a body map
 *
 * Returns: (transfer none): the window, owned by GTK until it is destroyed
 */
PlumbBodyMap *
plumb_body_map_new (PlumbSession *session)
{
  const PlumbBody *body;
  PlumbBodyMap *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);

  body = plumb_pathway_get_body (plumb_session_get_pathway (session));
  g_return_val_if_fail (body != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_BODY_MAP, NULL);
  self->session = g_object_ref (session);
  show_texts (self, body);
  plumb_body_figure_set_session (self->figure, session);
  for (guint i = 0; i < body->implications->len; i++)
    gtk_box_append (self->suggestions,
                    plumb_body_suggestion_new (session, g_ptr_array_index (body->implications, i)));
  update (self);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reset", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_child_focus (GTK_WIDGET (self->figure), GTK_DIR_TAB_FORWARD);

  return self;
}

PlumbBodyFigure *
plumb_body_map_get_figure (PlumbBodyMap *self)
{
  g_return_val_if_fail (PLUMB_IS_BODY_MAP (self), NULL);

  return self->figure;
}

/* Opens the map above the window of a widget. */
void
plumb_body_map_present (PlumbSession *session, GtkWidget *parent)
{
  PlumbBodyMap *self = plumb_body_map_new (session);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
}
