/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-outline-view-private.h"

#include "plumb-outline-row.h"
#include "plumb-reveal.h"

#include <glib/gi18n.h>

/* Around a row to which somebody is led. */
#define MARGIN 48

G_DEFINE_FINAL_TYPE (PlumbOutlineView, plumb_outline_view, ADW_TYPE_BIN)

PlumbOutlineStage *
plumb_outline_view_get_stage (PlumbOutlineView *self, const PlumbStage *stage)
{
  return &g_array_index (self->stages, PlumbOutlineStage, stage->index);
}

/* How things stand */

static void
update (PlumbOutlineView *self)
{
  const PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);

  for (guint i = 0; i < self->stages->len; i++)
    {
      PlumbOutlineStage *stage = &g_array_index (self->stages, PlumbOutlineStage, i);

      plumb_outline_row_update (PLUMB_OUTLINE_ROW (stage->row), evaluation);
      for (guint j = 0; stage->expanded && j < stage->rows->len; j++)
        plumb_outline_row_update (g_ptr_array_index (stage->rows, j), evaluation);
    }
}

/* Folding */

static void
add_row (PlumbOutlineView *self, PlumbOutlineStage *stage, GtkWidget *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (stage->row));

  gtk_list_box_insert (self->list, row, index + 1 + (int) stage->rows->len);
  g_ptr_array_add (stage->rows, row);
}

static void
make_rows (PlumbOutlineView *self, const PlumbStage *stage)
{
  PlumbOutlineStage *part = plumb_outline_view_get_stage (self, stage);

  part->rows = g_ptr_array_new ();
  for (guint i = 0; i < stage->nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (stage->nodes, i);
      GtkWidget *row = plumb_outline_row_new_node (node);

      g_hash_table_insert (self->rows, (gpointer) node, row);
      add_row (self, part, row);
      for (guint j = 0; j < node->exits->len; j++)
        add_row (self, part, plumb_outline_row_new_exit (g_ptr_array_index (node->exits, j)));
    }
}

void
plumb_outline_view_set_expanded (PlumbOutlineView *self, const PlumbStage *stage, gboolean expanded)
{
  PlumbOutlineStage *part = plumb_outline_view_get_stage (self, stage);

  if (part->expanded == expanded)
    return;
  if (part->rows == NULL)
    make_rows (self, stage);
  part->expanded = expanded;
  plumb_outline_row_set_expanded (PLUMB_OUTLINE_ROW (part->row), expanded);
  gtk_list_box_invalidate_filter (self->list);
  update (self);
}

static gboolean
is_unfolded (GtkListBoxRow *row, gpointer data)
{
  PlumbOutlineRow *line = PLUMB_OUTLINE_ROW (row);

  return plumb_outline_row_get_node (line) == NULL
         || plumb_outline_view_get_stage (data, plumb_outline_row_get_stage (line))->expanded;
}

/* Going somewhere */

static void
show_row (GtkWidget *widget, gconstpointer node)
{
  GtkWidget *row = plumb_outline_view_find_row (PLUMB_OUTLINE_VIEW (widget), node);

  if (row != NULL)
    plumb_reveal (row, MARGIN);
}

static gboolean
has_focus (PlumbOutlineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The list goes along with the consultation, but not while somebody reads in it. */
static void
follow (PlumbOutlineView *self)
{
  const PlumbNode *node = plumb_session_get_focus_node (self->session);
  const PlumbStage *stage = plumb_session_get_stage (self->session);

  if (stage != NULL)
    plumb_outline_view_set_expanded (self, stage, TRUE);
  if (node != NULL && node->stage == stage && !has_focus (self))
    plumb_later (GTK_WIDGET (self), show_row, node);
}

static void
focus_row (GtkWidget *widget, gconstpointer node)
{
  GtkWidget *row = plumb_outline_view_find_row (PLUMB_OUTLINE_VIEW (widget), node);

  if (row == NULL)
    return;
  gtk_widget_grab_focus (row);
  plumb_reveal (row, MARGIN);
}

GtkWidget *
plumb_outline_view_find_row (PlumbOutlineView *self, const PlumbNode *node)
{
  g_return_val_if_fail (PLUMB_IS_OUTLINE_VIEW (self), NULL);

  return g_hash_table_lookup (self->rows, node);
}

/**
 * plumb_outline_view_go_to:
 * @self: a view
 * @node: a box
 *
 * Unfolds the stage of a box and puts the keyboard on the box.
 */
void
plumb_outline_view_go_to (PlumbOutlineView *self, const PlumbNode *node)
{
  g_return_if_fail (PLUMB_IS_OUTLINE_VIEW (self));
  g_return_if_fail (node != NULL);

  plumb_outline_view_set_expanded (self, node->stage, TRUE);
  plumb_later (GTK_WIDGET (self), focus_row, node);
}

/* What opens from a row */

static void
on_popover_closed (GtkWidget *widget, const PlumbNode *node)
{
  focus_row (widget, node);
}

/* A link leads where the route does, else to the first place that it names. */
static const PlumbNode *
find_target (PlumbOutlineView *self, const PlumbNode *link)
{
  const PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  const PlumbNode *first = NULL;

  for (guint i = 0; i < link->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (link->exits, i);

      if (first == NULL || plumb_evaluation_get_exit (evaluation, exit) == PLUMB_TRUE)
        first = exit->target;
    }

  return first;
}

/**
 * plumb_outline_view_open:
 * @self: a view
 * @node: a box
 *
 * Does what a click on the box does, as in the chart.
 */
void
plumb_outline_view_open (PlumbOutlineView *self, const PlumbNode *node)
{
  graphene_rect_t area;

  g_return_if_fail (PLUMB_IS_OUTLINE_VIEW (self));
  g_return_if_fail (node != NULL);

  if (node->kind == PLUMB_NODE_LINK)
    {
      const PlumbNode *target = find_target (self, node);

      if (target != NULL)
        plumb_outline_view_go_to (self, target);
      return;
    }
  if (self->read_only)
    return;
  plumb_outline_view_set_expanded (self, node->stage, TRUE);
  if (gtk_widget_compute_bounds (plumb_outline_view_find_row (self, node), GTK_WIDGET (self),
                                 &area))
    plumb_box_popover_open (self->popover, self->session, node, &area, GTK_POS_BOTTOM);
}

void
plumb_outline_view_set_read_only (PlumbOutlineView *self, gboolean read_only)
{
  g_return_if_fail (PLUMB_IS_OUTLINE_VIEW (self));

  self->read_only = !!read_only;
  if (read_only)
    plumb_box_popover_forget (self->popover);
}

GtkPopover *
plumb_outline_view_get_popover (PlumbOutlineView *self)
{
  g_return_val_if_fail (PLUMB_IS_OUTLINE_VIEW (self), NULL);

  return plumb_box_popover_get_popover (self->popover);
}

static void
on_row_activated (PlumbOutlineView *self, PlumbOutlineRow *row)
{
  const PlumbStage *stage = plumb_outline_row_get_stage (row);
  const PlumbExit *exit = plumb_outline_row_get_exit (row);

  if (exit != NULL)
    plumb_outline_view_go_to (self, exit->target);
  else if (plumb_outline_row_get_node (row) != NULL)
    plumb_outline_view_open (self, plumb_outline_row_get_node (row));
  else
    plumb_outline_view_set_expanded (self, stage,
                                     !plumb_outline_view_get_stage (self, stage)->expanded);
}

/* What the session says */

static void
on_evaluation_changed (PlumbOutlineView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  plumb_box_popover_close_when_settled (self->popover);
}

static void
on_moved (PlumbOutlineView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow (self);
}

static void
plumb_outline_view_map (GtkWidget *widget)
{
  PlumbOutlineView *self = PLUMB_OUTLINE_VIEW (widget);

  GTK_WIDGET_CLASS (plumb_outline_view_parent_class)->map (widget);

  if (self->session == NULL)
    return;
  update (self);
  follow (self);
}

static void
clear_stage (gpointer data)
{
  g_clear_pointer (&((PlumbOutlineStage *) data)->rows, g_ptr_array_unref);
}

static void
add_stages (PlumbOutlineView *self)
{
  GPtrArray *stages = plumb_pathway_get_stages (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < stages->len; i++)
    {
      PlumbOutlineStage stage
          = { plumb_outline_row_new_stage (g_ptr_array_index (stages, i)), NULL, FALSE };

      g_array_append_val (self->stages, stage);
      gtk_list_box_append (self->list, stage.row);
    }
  update (self);
}

static void
set_session (PlumbOutlineView *self, PlumbSession *session)
{
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  add_stages (self);
}

/* The object */

static void
plumb_outline_view_dispose (GObject *object)
{
  PlumbOutlineView *self = PLUMB_OUTLINE_VIEW (object);

  g_clear_pointer (&self->popover, plumb_box_popover_free);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_outline_view_parent_class)->dispose (object);
}

static void
plumb_outline_view_finalize (GObject *object)
{
  PlumbOutlineView *self = PLUMB_OUTLINE_VIEW (object);

  g_array_unref (self->stages);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (plumb_outline_view_parent_class)->finalize (object);
}

static void
plumb_outline_view_class_init (PlumbOutlineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_outline_view_dispose;
  object_class->finalize = plumb_outline_view_finalize;
  widget_class->map = plumb_outline_view_map;

  gtk_widget_class_set_css_name (widget_class, "outlineview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbOutlineView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  plumb_outline_view_install_keys (widget_class);
}

static void
plumb_outline_view_init (PlumbOutlineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->stages = g_array_new (FALSE, FALSE, sizeof (PlumbOutlineStage));
  g_array_set_clear_func (self->stages, clear_stage);
  self->rows = g_hash_table_new (NULL, NULL);
  self->popover = plumb_box_popover_new (GTK_WIDGET (self), on_popover_closed);
  gtk_list_box_set_filter_func (self->list, is_unfolded, self, NULL);
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation",
                                  G_CALLBACK (on_evaluation_changed), self);
  g_signal_group_connect_swapped (self->signals, "notify::stage", G_CALLBACK (on_moved), self);
  g_signal_group_connect_swapped (self->signals, "notify::focus-node", G_CALLBACK (on_moved), self);
}

/**
 * plumb_outline_view_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
plumb_outline_view_new (PlumbSession *session)
{
  PlumbOutlineView *self = g_object_new (PLUMB_TYPE_OUTLINE_VIEW, NULL);

  if (session != NULL)
    set_session (self, session);

  return GTK_WIDGET (self);
}
