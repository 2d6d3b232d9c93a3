/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-exploration.h"

#include "plumb-chart-panel.h"
#include "plumb-language.h"
#include "plumb-node-box.h"
#include "plumb-outline-row.h"
#include "plumb-teaching-chart.h"
#include "plumb-teaching-prediction.h"
#include "plumb-teaching-reasoning.h"
#include "plumb-trial-bar.h"
#include "plumb-what-if-page.h"

#include <glib/gi18n.h>

struct _PlumbTeachingExploration
{
  AdwBin parent_instance;

  AdwBin *chart_place;
  AdwBin *trial_place;
  AdwBin *answers_place;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *content;
  GtkLabel *status;

  PlumbSession *session;
  PlumbChartPanel *panel;
  const PlumbNode *node;
  GtkRoot *root; /* whose keyboard is watched; NULL while there is none */
};

G_DEFINE_FINAL_TYPE (PlumbTeachingExploration, plumb_teaching_exploration, ADW_TYPE_BIN)

static const char *
translate (const PlumbText *text)
{
  return plumb_text_get (text, plumb_app_language ());
}

/* A box */

static void
clear_content (PlumbTeachingExploration *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
add_advice (PlumbTeachingExploration *self, const PlumbNode *node)
{
  if (node->advices->len == 0)
    return;
  gtk_box_append (self->content, plumb_teaching_label_new (_ ("What it advises"), "heading"));
  for (guint i = 0; i < node->advices->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (node->advices, i);

      gtk_box_append (self->content, plumb_teaching_advice_new (advice->recommendation));
    }
}

/**
 * plumb_teaching_exploration_show_node:
 * @self: an exploration
 * @node: a box of its pathway
 *
 * Tells all there is to a box: what it says, why, what it rests on and what it advises.
 */
void
plumb_teaching_exploration_show_node (PlumbTeachingExploration *self, const PlumbNode *node)
{
  g_autofree char *title = NULL;

  g_return_if_fail (PLUMB_IS_TEACHING_EXPLORATION (self));
  g_return_if_fail (node != NULL);

  if (self->node == node)
    return;
  self->node = node;
  clear_content (self);
  title = node->kind == PLUMB_NODE_LINK
              ? g_strdup (translate (node->text))
              /* Translators: the number of a box in the chart, and what it says. */
              : g_strdup_printf (_ ("Box %u: %s"), node->number, translate (node->text));
  gtk_box_append (self->content, plumb_teaching_label_new (title, "title-3"));
  gtk_box_append (self->content,
                  plumb_teaching_label_new (translate (node->stage->title), "dim-label"));
  plumb_teaching_add_reasoning (self->content, node, plumb_session_get_pathway (self->session));
  add_advice (self, node);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Where the keyboard is, or was when something opened from a box. */
static void
on_focus (PlumbTeachingExploration *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  GtkWidget *box;
  const PlumbNode *node = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  box = gtk_widget_get_ancestor (focus, PLUMB_TYPE_NODE_BOX);
  if (box != NULL)
    node = plumb_node_box_get_node (PLUMB_NODE_BOX (box));
  else if ((box = gtk_widget_get_ancestor (focus, PLUMB_TYPE_OUTLINE_ROW)) != NULL)
    node = plumb_outline_row_get_node (PLUMB_OUTLINE_ROW (box));
  if (node != NULL)
    plumb_teaching_exploration_show_node (self, node);
}

static void
plumb_teaching_exploration_root (GtkWidget *widget)
{
  PlumbTeachingExploration *self = PLUMB_TEACHING_EXPLORATION (widget);

  GTK_WIDGET_CLASS (plumb_teaching_exploration_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (self->root))
    g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (on_focus), self,
                             G_CONNECT_SWAPPED);
}

static void
plumb_teaching_exploration_unroot (GtkWidget *widget)
{
  PlumbTeachingExploration *self = PLUMB_TEACHING_EXPLORATION (widget);

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_data (self->root, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (plumb_teaching_exploration_parent_class)->unroot (widget);
}

/* The session */

static void
update (PlumbTeachingExploration *self)
{
  gboolean can_undo, can_redo;

  g_object_get (self->session, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explore.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explore.clear", can_undo || can_redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explore.redo", can_redo);
  gtk_label_set_text (self->status, can_undo
                                        ? _ ("Answers tried here are nobody's; they are not kept.")
                                        : _ ("Nothing is answered. A click on a box opens it."));
}

/* Such as "8 or more": the chart asks for it. */
static void
on_answer (PlumbTeachingExploration *self, const PlumbFinding *finding)
{
  const PlumbNode *node = plumb_session_find_waiting (self->session, finding);

  if (node != NULL)
    plumb_chart_panel_go_to (self->panel, node, NULL);
}

static void
turn_pages (PlumbTeachingExploration *self)
{
  gboolean answers = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "answers") != 0;

  gtk_stack_set_visible_child_name (self->stack, answers ? "answers" : "box");
  if (answers)
    gtk_widget_grab_focus (adw_bin_get_child (self->answers_place));
  else
    plumb_teaching_exploration_begin (self);
}

static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingExploration *self = PLUMB_TEACHING_EXPLORATION (widget);

  if (g_str_equal (name, "explore.undo"))
    plumb_session_undo (self->session);
  else if (g_str_equal (name, "explore.redo"))
    plumb_session_redo (self->session);
  else if (g_str_equal (name, "explore.clear"))
    plumb_session_clear (self->session);
  else
    turn_pages (self);
}

/* The object */

static void
plumb_teaching_exploration_dispose (GObject *object)
{
  PlumbTeachingExploration *self = PLUMB_TEACHING_EXPLORATION (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_teaching_exploration_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const char *const names[]
      = { "explore.undo", "explore.redo", "explore.clear", "explore.what-if" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "explore.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "explore.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "explore.clear",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "explore.what-if", NULL);
}

static void
plumb_teaching_exploration_class_init (PlumbTeachingExplorationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_teaching_exploration_dispose;
  widget_class->root = plumb_teaching_exploration_root;
  widget_class->unroot = plumb_teaching_exploration_unroot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-exploration.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingExploration, chart_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingExploration, trial_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingExploration, answers_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingExploration, stack);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingExploration, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingExploration, content);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingExploration, status);
  install_actions (widget_class);
}

static void
plumb_teaching_exploration_init (PlumbTeachingExploration *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
build (PlumbTeachingExploration *self)
{
  GtkWidget *bar = plumb_trial_bar_new (self->session);

  self->panel = PLUMB_CHART_PANEL (plumb_chart_panel_new (self->session));
  plumb_teaching_chart_spare_room (self->panel);
  adw_bin_set_child (self->chart_place, GTK_WIDGET (self->panel));
  adw_bin_set_child (self->trial_place, bar);
  adw_bin_set_child (self->answers_place, plumb_what_if_page_new (self->session));
  g_signal_connect_object (bar, "answer", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::can-undo", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::can-redo", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plumb_teaching_exploration_new:
 * @pathway: the pathway
 *
 * Returns: (transfer floating): it with nothing answered
 */
GtkWidget *
plumb_teaching_exploration_new (PlumbPathway *pathway)
{
  PlumbTeachingExploration *self;
  const PlumbStage *first;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_TEACHING_EXPLORATION, NULL);
  self->session = plumb_session_new (pathway);
  build (self);
  update (self);
  first = g_ptr_array_index (plumb_pathway_get_stages (pathway), 0);
  if (first->nodes->len > 0)
    plumb_teaching_exploration_show_node (self, g_ptr_array_index (first->nodes, 0));

  return GTK_WIDGET (self);
}

PlumbSession *
plumb_teaching_exploration_get_session (PlumbTeachingExploration *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_EXPLORATION (self), NULL);

  return self->session;
}

const PlumbNode *
plumb_teaching_exploration_get_node (PlumbTeachingExploration *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_EXPLORATION (self), NULL);

  return self->node;
}

void
plumb_teaching_exploration_begin (PlumbTeachingExploration *self)
{
  g_return_if_fail (PLUMB_IS_TEACHING_EXPLORATION (self));

  if (self->node != NULL)
    plumb_chart_panel_go_to (self->panel, self->node, NULL);
}
