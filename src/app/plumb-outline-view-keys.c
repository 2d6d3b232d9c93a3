/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-outline-view-private.h"

/* As in a tree: in and out. */

static PlumbOutlineRow *
get_focused_row (PlumbOutlineView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return PLUMB_IS_OUTLINE_ROW (row) ? PLUMB_OUTLINE_ROW (row) : NULL;
}

static void
go_in (PlumbOutlineView *self, PlumbOutlineRow *row)
{
  const PlumbStage *stage = plumb_outline_row_get_stage (row);
  GtkListBoxRow *next;

  if (plumb_outline_row_get_exit (row) != NULL)
    return;
  if (plumb_outline_row_get_node (row) == NULL
      && !plumb_outline_view_get_stage (self, stage)->expanded)
    {
      plumb_outline_view_set_expanded (self, stage, TRUE);
      return;
    }
  next = gtk_list_box_get_row_at_index (self->list,
                                        gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
go_out (PlumbOutlineView *self, PlumbOutlineRow *row)
{
  const PlumbStage *stage = plumb_outline_row_get_stage (row);

  if (plumb_outline_row_get_exit (row) != NULL)
    gtk_widget_grab_focus (plumb_outline_view_find_row (self, plumb_outline_row_get_node (row)));
  else if (plumb_outline_row_get_node (row) != NULL)
    gtk_widget_grab_focus (plumb_outline_view_get_stage (self, stage)->row);
  else
    plumb_outline_view_set_expanded (self, stage, FALSE);
}

static void
go_sideways (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbOutlineView *self = PLUMB_OUTLINE_VIEW (widget);
  PlumbOutlineRow *row = get_focused_row (self);
  gboolean right = g_str_equal (name, "outline.right");

  if (row == NULL)
    return;
  if (right == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL))
    go_in (self, row);
  else
    go_out (self, row);
}

void
plumb_outline_view_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "outline.right", NULL, go_sideways);
  gtk_widget_class_install_action (widget_class, "outline.left", NULL, go_sideways);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "outline.right", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Right, 0, "outline.right", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "outline.left", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Left, 0, "outline.left", NULL);
}
