/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-panel.h"

#include "plumb-action-popover.h"
#include "plumb-chart-words.h"
#include "plumb-language.h"
#include "plumb-legend.h"
#include "plumb-pathway-view.h"
#include "plumb-reveal.h"
#include "plumb-stage-strip.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.2
/* Around a box to which somebody is led. */
#define MARGIN 48

struct _PlumbChartPanel
{
  AdwBin parent_instance;

  PlumbStageStrip *strip;
  GtkWidget *legend;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *pause;
  GtkLabel *pause_text;
  PlumbChartView *view;
  GtkStack *stack;
  GtkWidget *zoom_buttons;
  GtkWidget *outline_view; /* NULL until it is first seen, … */
  GtkWidget *whole_view;   /* … and so is this */

  gboolean outline;
  gboolean whole;
  gboolean compact; /* there is little room */
  const PlumbRecommendation *wanted; /* to be shown once its box is open */
  PlumbSession *session;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (PlumbChartPanel, plumb_chart_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_OUTLINE,
  PROP_WHOLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What stands above the chart */

static void
show_title (PlumbChartPanel *self, const char *title, const char *subtitle)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && !self->compact);
}

static void
show_pause (PlumbChartPanel *self, const PlumbStage *stage)
{
  g_autofree char *text = plumb_chart_describe_pause (self->session, stage);

  gtk_label_set_text (self->pause_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->pause, text != NULL);
}

static void
update (PlumbChartPanel *self)
{
  const PlumbStage *stage
      = self->session != NULL ? plumb_session_get_stage (self->session) : NULL;
  const char *language = plumb_app_language ();
  g_autofree char *title = NULL;

  if (stage == NULL)
    return;
  if (self->whole)
    {
      show_title (self, _ ("The whole pathway"), _ ("Every stage with the links between them"));
      gtk_widget_set_visible (self->pause, FALSE);
      return;
    }
  title = g_strdup_printf ("%u %s", stage->number, plumb_text_get (stage->title, language));
  show_title (self, title,
              stage->subtitle != NULL ? plumb_text_get (stage->subtitle, language) : NULL);
  show_pause (self, stage);
}

static void
set_session (PlumbChartPanel *self, PlumbSession *session)
{
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  update (self);
  plumb_stage_strip_set_session (self->strip, session);
  plumb_chart_view_set_session (self->view, session);
}

/* Zoom */

static void
zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlumbChartView *view = PLUMB_CHART_PANEL (widget)->view;

  plumb_chart_view_set_zoom (view, plumb_chart_view_get_scale (view) * ZOOM_STEP);
}

static void
zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlumbChartView *view = PLUMB_CHART_PANEL (widget)->view;

  plumb_chart_view_set_zoom (view, plumb_chart_view_get_scale (view) / ZOOM_STEP);
}

static void
zoom_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  plumb_chart_panel_set_whole (PLUMB_CHART_PANEL (widget), FALSE);
  plumb_chart_view_set_zoom (PLUMB_CHART_PANEL (widget)->view, 0);
}

static void
zoom_fit_stage (GtkWidget *widget, const char *action, GVariant *parameter)
{
  plumb_chart_panel_set_whole (PLUMB_CHART_PANEL (widget), FALSE);
  plumb_chart_view_fit_stage (PLUMB_CHART_PANEL (widget)->view);
}

/* Chart, outline or the whole pathway */

static void
on_stage_chosen (PlumbChartPanel *self)
{
  plumb_chart_panel_set_whole (self, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static PlumbOutlineView *
ensure_outline (PlumbChartPanel *self)
{
  if (self->outline_view == NULL)
    {
      self->outline_view = plumb_outline_view_new (self->session);
      gtk_stack_add_named (self->stack, self->outline_view, "outline");
    }

  return PLUMB_OUTLINE_VIEW (self->outline_view);
}

static void
ensure_whole (PlumbChartPanel *self)
{
  if (self->whole_view != NULL)
    return;
  self->whole_view = plumb_pathway_view_new (self->session);
  gtk_stack_add_named (self->stack, self->whole_view, "whole");
  g_signal_connect_object (self->whole_view, "chosen", G_CALLBACK (on_stage_chosen), self,
                           G_CONNECT_SWAPPED);
}

static void
show_page (PlumbChartPanel *self)
{
  if (self->outline)
    ensure_outline (self);
  else if (self->whole)
    ensure_whole (self);
  gtk_stack_set_visible_child_name (self->stack, self->outline ? "outline"
                                                 : self->whole ? "whole"
                                                               : "chart");
  gtk_widget_set_sensitive (self->zoom_buttons, !self->outline && !self->whole);
  gtk_widget_set_visible (self->legend, !self->outline && !self->compact);
  update (self);
}

static void
show_chart (GtkWidget *widget, const char *action, GVariant *parameter)
{
  plumb_chart_panel_set_whole (PLUMB_CHART_PANEL (widget), FALSE);
}

/* The object */

static void
plumb_chart_panel_dispose (GObject *object)
{
  PlumbChartPanel *self = PLUMB_CHART_PANEL (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_chart_panel_parent_class)->dispose (object);
}

static void
plumb_chart_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OUTLINE)
    g_value_set_boolean (value, PLUMB_CHART_PANEL (object)->outline);
  else if (id == PROP_WHOLE)
    g_value_set_boolean (value, PLUMB_CHART_PANEL (object)->whole);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_chart_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OUTLINE)
    plumb_chart_panel_set_outline (PLUMB_CHART_PANEL (object), g_value_get_boolean (value));
  else if (id == PROP_WHOLE)
    plumb_chart_panel_set_whole (PLUMB_CHART_PANEL (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_chart_panel_class_init (PlumbChartPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_chart_panel_dispose;
  object_class->get_property = plumb_chart_panel_get_property;
  object_class->set_property = plumb_chart_panel_set_property;

  properties[PROP_OUTLINE]
      = g_param_spec_boolean ("outline", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WHOLE]
      = g_param_spec_boolean ("whole", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLUMB_TYPE_STAGE_STRIP);
  g_type_ensure (PLUMB_TYPE_CHART_VIEW);
  g_type_ensure (PLUMB_TYPE_LEGEND);
  gtk_widget_class_set_css_name (widget_class, "chartpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-chart-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, strip);
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, legend);
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, pause);
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, pause_text);
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, view);
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbChartPanel, zoom_buttons);
  gtk_widget_class_install_action (widget_class, "chart.show-chart", NULL, show_chart);
  gtk_widget_class_install_action (widget_class, "chart.zoom-fit-stage", NULL, zoom_fit_stage);
  gtk_widget_class_install_action (widget_class, "chart.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "chart.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "chart.zoom-fit", NULL, zoom_fit);
}

static void
plumb_chart_panel_init (PlumbChartPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::stage", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::trial", G_CALLBACK (update), self);
}

/**
 * plumb_chart_panel_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): a panel
 */
GtkWidget *
plumb_chart_panel_new (PlumbSession *session)
{
  PlumbChartPanel *self = g_object_new (PLUMB_TYPE_CHART_PANEL, NULL);

  if (session != NULL)
    set_session (self, session);

  return GTK_WIDGET (self);
}

PlumbChartView *
plumb_chart_panel_get_view (PlumbChartPanel *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_PANEL (self), NULL);

  return self->view;
}

PlumbOutlineView *
plumb_chart_panel_get_outline_view (PlumbChartPanel *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_PANEL (self), NULL);

  return ensure_outline (self);
}

gboolean
plumb_chart_panel_get_outline (PlumbChartPanel *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_PANEL (self), FALSE);

  return self->outline;
}

void
plumb_chart_panel_set_outline (PlumbChartPanel *self, gboolean outline)
{
  g_return_if_fail (PLUMB_IS_CHART_PANEL (self));

  if (self->outline == outline)
    return;
  if (outline)
    plumb_chart_panel_set_whole (self, FALSE);
  self->outline = outline;
  show_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTLINE]);
}

gboolean
plumb_chart_panel_get_whole (PlumbChartPanel *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_PANEL (self), FALSE);

  return self->whole;
}

void
plumb_chart_panel_set_whole (PlumbChartPanel *self, gboolean whole)
{
  g_return_if_fail (PLUMB_IS_CHART_PANEL (self));

  if (self->whole == whole)
    return;
  if (whole)
    plumb_chart_panel_set_outline (self, FALSE);
  self->whole = whole;
  show_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
}

/* Going to a box */

static GtkPopover *
open_box (PlumbChartPanel *self, const PlumbNode *node)
{
  if (self->outline)
    {
      plumb_outline_view_open (ensure_outline (self), node);
      return plumb_outline_view_get_popover (ensure_outline (self));
    }
  plumb_chart_view_open (self->view, node);

  return plumb_chart_view_get_popover (self->view);
}

static void
show_advice (GtkWidget *widget, gconstpointer node)
{
  PlumbChartPanel *self = PLUMB_CHART_PANEL (widget);
  const PlumbRecommendation *recommendation = g_steal_pointer (&self->wanted);
  GtkPopover *popover = recommendation != NULL ? open_box (self, node) : NULL;

  if (PLUMB_IS_ACTION_POPOVER (popover))
    plumb_action_popover_show_advice (PLUMB_ACTION_POPOVER (popover), recommendation);
}

static void
focus_box (GtkWidget *widget, gconstpointer node)
{
  PlumbChartPanel *self = PLUMB_CHART_PANEL (widget);
  GtkWidget *box = self->outline ? plumb_outline_view_find_row (ensure_outline (self), node)
                                 : plumb_chart_view_find_box (self->view, node);

  if (box == NULL)
    return;
  gtk_widget_grab_focus (box);
  plumb_reveal (box, MARGIN);
  /* What opens points at the box where it is now. */
  if (self->wanted != NULL)
    plumb_later (widget, show_advice, node);
}

/**
 * plumb_chart_panel_set_compact:
 * @self: a panel
 * @compact: whether there is little room
 *
 * Where room is scarce the chart gets it: the stages are told by their numbers, and
 * the subtitle and the legend go.
 */
void
plumb_chart_panel_set_compact (PlumbChartPanel *self, gboolean compact)
{
  g_return_if_fail (PLUMB_IS_CHART_PANEL (self));

  if (compact == self->compact)
    return;
  self->compact = compact;
  plumb_stage_strip_set_compact (self->strip, compact);
  show_page (self);
}

/**
 * plumb_chart_panel_go_to:
 * @self: a panel
 * @node: a box
 * @recommendation: (nullable): an advice that it carries
 *
 * Turns to a box and puts the keyboard there. The consultation stays where it is.
 */
void
plumb_chart_panel_go_to (PlumbChartPanel *self,
                         const PlumbNode *node,
                         const PlumbRecommendation *recommendation)
{
  g_return_if_fail (PLUMB_IS_CHART_PANEL (self));
  g_return_if_fail (node != NULL);

  plumb_session_set_stage (self->session, node->stage);
  plumb_chart_panel_set_whole (self, FALSE);
  if (self->outline)
    plumb_outline_view_go_to (ensure_outline (self), node);
  self->wanted = recommendation;
  plumb_later (GTK_WIDGET (self), focus_box, node);
}
