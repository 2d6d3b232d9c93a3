/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-legend.h"

#include "plumb-legend-sample.h"

#include <glib/gi18n.h>

struct _PlumbLegend
{
  GtkBox parent_instance;

  GtkFlowBox *flow; /* with large text what does not fit beside stands below */
};

G_DEFINE_FINAL_TYPE (PlumbLegend, plumb_legend, GTK_TYPE_BOX)

static void
add (PlumbLegend *self, PlumbNodeKind kind, PlumbStanding standing, const char *word)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (word);

  gtk_box_append (GTK_BOX (pair), plumb_legend_sample_new (kind, standing));
  gtk_box_append (GTK_BOX (pair), label);
  gtk_flow_box_append (self->flow, pair);
  gtk_widget_set_focusable (gtk_widget_get_parent (pair), FALSE);
}

static void
plumb_legend_class_init (PlumbLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plumb_legend_init (PlumbLegend *self)
{
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, 4);
  gtk_flow_box_set_column_spacing (self->flow, 6);
  gtk_widget_set_hexpand (GTK_WIDGET (self->flow), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->flow));
  /* Translators: the four words of the legend below the chart. */
  add (self, PLUMB_NODE_STATE, PLUMB_STANDING_TAKEN, _ ("taken"));
  add (self, PLUMB_NODE_DECISION, PLUMB_STANDING_CURRENT, _ ("current"));
  add (self, PLUMB_NODE_ACTION, PLUMB_STANDING_OPEN, _ ("still open"));
  add (self, PLUMB_NODE_ACTION, PLUMB_STANDING_RULED_OUT, _ ("ruled out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend of the chart"), -1);
}

GtkWidget *
plumb_legend_new (void)
{
  return g_object_new (PLUMB_TYPE_LEGEND, NULL);
}
