/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-chart.h"

#include "plumb-node-box.h"
#include "plumb-room.h"

struct _PlumbTeachingChart
{
  AdwBin parent_instance;

  PlumbSession *session;
  PlumbChartView *view;
  GPtrArray *missed; /* PlumbFinding */
  guint n_filled;    /* boxes of the stage that show their text */
  gboolean plain;    /* without anything around it, and whole */
  guint mark_id;
};

G_DEFINE_FINAL_TYPE (PlumbTeachingChart, plumb_teaching_chart, ADW_TYPE_BIN)

/* Boxes that turn on what was missed, and that the way passes */

gboolean
plumb_teaching_chart_is_missed (PlumbTeachingChart *self, const PlumbNode *node)
{
  PlumbEvaluation *evaluation;
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (PLUMB_IS_TEACHING_CHART (self), FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  evaluation = plumb_session_get_evaluation (self->session);
  if (node->kind != PLUMB_NODE_DECISION
      || plumb_evaluation_get_node (evaluation, node) != PLUMB_TRUE)
    return FALSE;
  findings = plumb_evaluation_list_node_findings (evaluation, node);
  for (guint i = 0; i < self->missed->len; i++)
    if (g_ptr_array_find (findings, g_ptr_array_index (self->missed, i), NULL))
      return TRUE;

  return FALSE;
}

static gboolean
mark (gpointer data)
{
  PlumbTeachingChart *self = data;
  const PlumbStage *stage = plumb_session_get_stage (self->session);

  self->mark_id = 0;
  /* Not before it has a size to fit into. */
  if (self->plain && gtk_widget_get_height (GTK_WIDGET (self)) > 0)
    plumb_chart_view_fit_stage (self->view);
  for (guint i = 0; stage != NULL && i < stage->nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (stage->nodes, i);
      GtkWidget *box = plumb_chart_view_find_box (self->view, node);

      if (box == NULL)
        continue;
      plumb_node_box_set_blank (PLUMB_NODE_BOX (box), i >= self->n_filled);
      if (plumb_teaching_chart_is_missed (self, node))
        gtk_widget_add_css_class (box, "missed");
      else
        gtk_widget_remove_css_class (box, "missed");
    }

  return G_SOURCE_REMOVE;
}

/* When the boxes of the stage are there. */
static void
mark_later (PlumbTeachingChart *self)
{
  if (self->mark_id == 0)
    self->mark_id = g_idle_add (mark, self);
}

static void
plumb_teaching_chart_dispose (GObject *object)
{
  PlumbTeachingChart *self = PLUMB_TEACHING_CHART (object);

  g_clear_handle_id (&self->mark_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_teaching_chart_parent_class)->dispose (object);
}

static void
plumb_teaching_chart_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_TEACHING_CHART (object)->missed);

  G_OBJECT_CLASS (plumb_teaching_chart_parent_class)->finalize (object);
}

static void
plumb_teaching_chart_class_init (PlumbTeachingChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plumb_teaching_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_teaching_chart_finalize;
}

static void
plumb_teaching_chart_init (PlumbTeachingChart *self)
{
  self->missed = g_ptr_array_new ();
  self->n_filled = G_MAXUINT;
}

static PlumbTeachingChart *
create (PlumbPathway *pathway)
{
  PlumbTeachingChart *self = g_object_new (PLUMB_TYPE_TEACHING_CHART, NULL);

  self->session = plumb_session_new (pathway);
  g_signal_connect_object (self->session, "notify::stage", G_CALLBACK (mark_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::evaluation", G_CALLBACK (mark_later), self,
                           G_CONNECT_SWAPPED);

  return self;
}

static void
fit_room (GtkWidget *panel)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (panel));
  int height = gtk_widget_get_height (root);

  if (height > 0 && plumb_room_is_scarce (panel, gtk_widget_get_width (root), height))
    plumb_chart_panel_set_compact (PLUMB_CHART_PANEL (panel), TRUE);
}

/**
 * plumb_teaching_chart_spare_room:
 * @panel: a chart beside other columns
 *
 * Where @panel comes into a window with room for few lines, as with large letters, the
 * chart keeps to what it cannot do without.
 */
void
plumb_teaching_chart_spare_room (PlumbChartPanel *panel)
{
  g_return_if_fail (PLUMB_IS_CHART_PANEL (panel));

  g_signal_connect (panel, "map", G_CALLBACK (fit_room), NULL);
}

/* A click on a box would answer it, and answers come from the case. */
static void
keep_off (GtkWidget *widget)
{
  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_set_can_focus (widget, FALSE);
}

/**
 * plumb_teaching_chart_new:
 * @pathway: the pathway
 *
 * Returns: (transfer floating): a chart with nothing answered
 */
GtkWidget *
plumb_teaching_chart_new (PlumbPathway *pathway)
{
  PlumbTeachingChart *self;
  PlumbChartPanel *panel;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = create (pathway);
  panel = PLUMB_CHART_PANEL (plumb_chart_panel_new (self->session));
  self->view = plumb_chart_panel_get_view (panel);
  keep_off (GTK_WIDGET (self->view));
  plumb_teaching_chart_spare_room (panel);
  plumb_outline_view_set_read_only (plumb_chart_panel_get_outline_view (panel), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (panel));

  return GTK_WIDGET (self);
}

/**
 * plumb_teaching_chart_new_plain:
 * @pathway: the pathway
 *
 * Returns: (transfer floating): the same without anything around it, the whole of each stage
 *   at once, for a room
 */
GtkWidget *
plumb_teaching_chart_new_plain (PlumbPathway *pathway)
{
  PlumbTeachingChart *self;
  GtkWidget *window;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = create (pathway);
  window = gtk_scrolled_window_new ();
  self->view = PLUMB_CHART_VIEW (plumb_chart_view_new (self->session));
  self->plain = TRUE;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->view));
  keep_off (GTK_WIDGET (self->view));
  g_signal_connect_object (self->view, "map", G_CALLBACK (mark_later), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), window);

  return GTK_WIDGET (self);
}

/**
 * plumb_teaching_chart_show_blank:
 * @self: a chart
 * @stage: what to show
 * @n_filled: how many of its boxes, from the first, show their text
 */
void
plumb_teaching_chart_show_blank (PlumbTeachingChart *self, const PlumbStage *stage, guint n_filled)
{
  g_return_if_fail (PLUMB_IS_TEACHING_CHART (self));
  g_return_if_fail (stage != NULL);

  self->n_filled = n_filled;
  plumb_session_set_stage (self->session, stage);
  /* At once, so that no text is seen for a moment, and again once all boxes are there. */
  g_clear_handle_id (&self->mark_id, g_source_remove);
  mark (self);
  mark_later (self);
}

const PlumbStage *
plumb_teaching_chart_get_stage (PlumbTeachingChart *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_CHART (self), NULL);

  return plumb_session_get_stage (self->session);
}

/**
 * plumb_teaching_chart_show:
 * @self: a chart
 * @evaluation: of the same pathway
 * @node: (nullable): the box to look at
 */
void
plumb_teaching_chart_show (PlumbTeachingChart *self,
                           PlumbEvaluation *evaluation,
                           const PlumbNode *node)
{
  g_autoptr (GArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *findings;

  g_return_if_fail (PLUMB_IS_TEACHING_CHART (self));
  g_return_if_fail (evaluation != NULL);

  answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  findings = plumb_pathway_get_findings (plumb_session_get_pathway (self->session));
  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      PlumbAnswer answer = { finding, *plumb_evaluation_get_answer (evaluation, finding) };

      if (finding->type != PLUMB_FINDING_DATE && finding->type != PLUMB_FINDING_STRING)
        g_array_append_val (answers, answer);
    }
  if (!plumb_session_answer_many (self->session, (const PlumbAnswer *) (gpointer) answers->data,
                                  answers->len, &error))
    g_warning ("A teaching case cannot be shown: %s", error->message);
  if (node != NULL)
    {
      plumb_session_set_focus_node (self->session, node);
      plumb_session_set_stage (self->session, node->stage);
    }
}

void
plumb_teaching_chart_set_missed (PlumbTeachingChart *self, GPtrArray *findings)
{
  g_return_if_fail (PLUMB_IS_TEACHING_CHART (self));
  g_return_if_fail (findings != NULL);

  g_ptr_array_unref (self->missed);
  self->missed = g_ptr_array_copy (findings, NULL, NULL);
  mark_later (self);
}

PlumbEvaluation *
plumb_teaching_chart_get_evaluation (PlumbTeachingChart *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_CHART (self), NULL);

  return plumb_session_get_evaluation (self->session);
}
