/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-view-private.h"

#include "plumb-chart-compass.h"
#include "plumb-node-box.h"

static PlumbNodeBox *
get_focused_box (PlumbChartView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return PLUMB_IS_NODE_BOX (child) ? PLUMB_NODE_BOX (child) : NULL;
}

static gboolean
focus_box (PlumbChartView *self, const PlumbChartBox *geometry)
{
  GtkWidget *box = geometry != NULL ? plumb_chart_view_find_box (self, geometry->node) : NULL;

  if (box == NULL)
    return FALSE;
  plumb_chart_scroll_stop (self->scroll);

  return gtk_widget_grab_focus (box);
}

static gboolean
focus_start (PlumbChartView *self)
{
  const PlumbChartBox *boxes;
  guint n_boxes;

  boxes = plumb_chart_layout_get_boxes (self->layout, &n_boxes);

  return focus_box (self, plumb_chart_compass_first (boxes, n_boxes));
}

/* Tab comes to one box and leaves the chart again; arrows go from box to box. */
static gboolean
plumb_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);
  PlumbNodeBox *focused = get_focused_box (self);
  const PlumbChartBox *boxes;
  guint n_boxes;

  if (self->layout == NULL || self->session == NULL)
    return FALSE;
  /* A popover is a child too, and keeps the keyboard while it is open. */
  if (self->popover != NULL
      && gtk_widget_get_focus_child (widget) == GTK_WIDGET (self->popover))
    return gtk_widget_child_focus (GTK_WIDGET (self->popover), direction);
  if (focused == NULL)
    return focus_box (self, plumb_chart_layout_find_box (
                                self->layout, plumb_session_get_focus_node (self->session)))
           || focus_start (self);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  boxes = plumb_chart_layout_get_boxes (self->layout, &n_boxes);
  focus_box (self, plumb_chart_compass_find (boxes, n_boxes, plumb_node_box_get_geometry (focused),
                                             direction));

  return TRUE;
}

static void
go_to_first (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (PLUMB_CHART_VIEW (widget)->layout != NULL)
    focus_start (PLUMB_CHART_VIEW (widget));
}

static void
go_to_current (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);
  GtkWidget *box;

  if (self->session == NULL)
    return;
  plumb_session_go_to_current (self->session);
  box = plumb_chart_view_find_box (self, plumb_session_get_focus_node (self->session));
  if (box != NULL)
    gtk_widget_grab_focus (box);
  plumb_chart_view_show_focus (self);
}

/* The exit by which the route came to a box, or by which it could come. */
static const PlumbExit *
find_entry (PlumbChartView *self, const PlumbNode *node)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);

  for (guint i = 0; i < node->entries->len; i++)
    {
      const PlumbExit *entry = g_ptr_array_index (node->entries, i);

      if (plumb_evaluation_get_exit (evaluation, entry) == PLUMB_TRUE)
        return entry;
    }

  return node->entries->len > 0 ? g_ptr_array_index (node->entries, 0) : NULL;
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);
  PlumbNodeBox *focused = get_focused_box (self);
  const PlumbExit *entry;
  GtkWidget *box;

  if (focused == NULL || self->session == NULL)
    return;
  entry = find_entry (self, plumb_node_box_get_node (focused));
  if (entry == NULL)
    return;
  plumb_session_set_stage (self->session, entry->source->stage);
  box = plumb_chart_view_find_box (self, entry->source);
  if (box != NULL)
    gtk_widget_grab_focus (box);
}

void
plumb_chart_view_install_keys (GtkWidgetClass *widget_class)
{
  widget_class->focus = plumb_chart_view_focus;
  gtk_widget_class_install_action (widget_class, "view.first", NULL, go_to_first);
  gtk_widget_class_install_action (widget_class, "view.current", NULL, go_to_current);
  gtk_widget_class_install_action (widget_class, "view.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "view.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "view.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Home, 0, "view.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "view.current", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_End, 0, "view.current", NULL);
}
