/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-chart-panel.h"
#include "plumb-search-dialog.h"

static PlumbChartPanel *
get_chart (PlumbWindow *self)
{
  return PLUMB_CHART_PANEL (adw_bin_get_child (self->chart_place));
}

/* The box that gives an advice: one on the route, where there is one. */
static const PlumbNode *
find_carrier (PlumbWindow *self, const PlumbRecommendation *recommendation)
{
  const PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  const PlumbNode *first = NULL;

  for (guint i = 0; i < recommendation->carriers->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, i);

      if (plumb_evaluation_get_advice (evaluation, advice) == PLUMB_TRUE)
        return advice->node;
      if (first == NULL)
        first = advice->node;
    }

  return first;
}

static void
go_to_advice (PlumbWindow *self, const PlumbRecommendation *recommendation)
{
  const PlumbNode *node = find_carrier (self, recommendation);

  if (node != NULL)
    plumb_chart_panel_go_to (get_chart (self), node, recommendation);
  else if (recommendation->stage != NULL)
    {
      plumb_session_set_stage (self->session, recommendation->stage);
      plumb_window_show_chart (self);
    }
}

/* The box at which a stage begins. */
static void
go_to_stage (PlumbWindow *self, const PlumbStage *stage)
{
  if (stage->nodes->len > 0)
    plumb_chart_panel_go_to (get_chart (self), g_ptr_array_index (stage->nodes, 0), NULL);
}

/**
 * plumb_window_go_to:
 * @self: a window
 * @place: a finding, an advice, a box or a stage of its pathway
 *
 * Shows a place and puts the keyboard there.
 */
void
plumb_window_go_to (PlumbWindow *self, const PlumbPlace *place)
{
  adw_view_stack_set_visible_child_name (self->pages, "pathway");
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
  switch (place->kind)
    {
    case PLUMB_PLACE_FINDING:
      plumb_window_show_questions (self);
      plumb_findings_panel_go_to (self->findings, place->finding);
      break;
    case PLUMB_PLACE_ADVICE:
      go_to_advice (self, place->recommendation);
      break;
    case PLUMB_PLACE_BOX:
      plumb_chart_panel_go_to (get_chart (self), place->node, NULL);
      break;
    case PLUMB_PLACE_STAGE:
      go_to_stage (self, place->stage);
      break;
    case PLUMB_PLACE_DISAGREEMENT:
    case PLUMB_PLACE_STATEMENT:
    case PLUMB_PLACE_SOURCE:
    default:
      break;
    }
}

/* Actions */

/* A place among the boxes of the pathway. */
void
plumb_window_show_box (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  GPtrArray *nodes = plumb_pathway_get_nodes (plumb_session_get_pathway (self->session));
  guint place = g_variant_get_uint32 (parameter);

  if (place < nodes->len)
    {
      PlumbPlace box = { PLUMB_PLACE_BOX, { g_ptr_array_index (nodes, place) } };

      plumb_window_go_to (self, &box);
    }
}

void
plumb_window_search_pathway (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  GtkWidget *dialog = plumb_search_dialog_new (self->session);

  plumb_window_commit (self);
  g_signal_connect_object (dialog, "go", G_CALLBACK (plumb_window_go_to), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
plumb_window_toggle_outline (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  PlumbChartPanel *chart = get_chart (self);

  adw_view_stack_set_visible_child_name (self->pages, "pathway");
  plumb_chart_panel_set_outline (chart, !plumb_chart_panel_get_outline (chart));
  gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD);
}

void
plumb_window_toggle_whole (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  PlumbChartPanel *chart = get_chart (self);

  adw_view_stack_set_visible_child_name (self->pages, "pathway");
  plumb_chart_panel_set_whole (chart, !plumb_chart_panel_get_whole (chart));
}

/* Back from the whole pathway to one stage. */
void
plumb_window_show_chart (PlumbWindow *self)
{
  plumb_chart_panel_set_whole (get_chart (self), FALSE);
}
