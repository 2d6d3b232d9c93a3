/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-view-private.h"

#include "plumb-language.h"
#include "plumb-node-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlumbChartView, plumb_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A box on the screen */

GtkWidget *
plumb_chart_view_find_box (PlumbChartView *self, const PlumbNode *node)
{
  g_return_val_if_fail (PLUMB_IS_CHART_VIEW (self), NULL);

  for (guint i = 0; self->boxes != NULL && node != NULL && i < self->boxes->len; i++)
    if (plumb_node_box_get_node (g_ptr_array_index (self->boxes, i)) == node)
      return g_ptr_array_index (self->boxes, i);

  return NULL;
}

/* With what surrounds it: the way in above it, its exits below it. */
static void
show_box (PlumbChartView *self, const PlumbNode *node, gboolean animate)
{
  GtkWidget *widget = plumb_chart_view_find_box (self, node);
  graphene_rect_t area;

  if (widget == NULL)
    return;
  area = plumb_chart_view_locate (self, plumb_node_box_get_geometry (PLUMB_NODE_BOX (widget)));
  graphene_rect_inset (&area, -40, -56);
  area.size.height += 48;
  plumb_chart_scroll_show (self->scroll, &area, animate);
}

/* The box that the view goes to: what would change first, else where the consultation is. */
static const PlumbNode *
find_focus (PlumbChartView *self)
{
  PlumbWhatIf *trial = plumb_session_get_trial (self->session);
  GPtrArray *changed = trial != NULL ? plumb_what_if_get_changed_nodes (trial) : NULL;

  for (guint i = 0; changed != NULL && i < changed->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (changed, i);

      if (node->stage == self->stage)
        return node;
    }

  return plumb_session_get_focus_node (self->session);
}

/* Where boxes are about to find other places, that is done when they have. */
void
plumb_chart_view_show_focus (PlumbChartView *self)
{
  if (!self->moved && self->session != NULL)
    show_box (self, find_focus (self), TRUE);
}

static void
on_laid_out (GdkFrameClock *clock, PlumbChartView *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_laid_out, self);
  self->moved = FALSE;
  if (self->anchored && self->layout != NULL)
    plumb_chart_view_hold_anchor (self);
  else if (self->session != NULL)
    show_box (self, find_focus (self), FALSE);
}

/* The same frame lays out again what this moves, so nobody sees it elsewhere. */
void
plumb_chart_view_await_layout (PlumbChartView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!self->moved || clock == NULL)
    return;
  g_signal_handlers_disconnect_by_func (clock, on_laid_out, self);
  g_signal_connect_object (clock, "layout", G_CALLBACK (on_laid_out), self, G_CONNECT_AFTER);
}

/* The boxes and edges of a stage */

static void
on_opened (PlumbChartView *self, PlumbNodeBox *box)
{
  plumb_chart_view_open (self, plumb_node_box_get_node (box));
}

static void
clear_stage (PlumbChartView *self)
{
  plumb_chart_view_forget_popover (self);
  g_clear_pointer (&self->edges, plumb_chart_edges_free);
  g_clear_pointer (&self->layout, plumb_chart_layout_unref);
  for (guint i = 0; self->boxes != NULL && i < self->boxes->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->boxes, i));
  if (self->boxes != NULL)
    g_ptr_array_set_size (self->boxes, 0);
}

static PlumbChartLayout *
ensure_layout (PlumbChartView *self)
{
  PlumbChartLayout *layout = g_hash_table_lookup (self->layouts, self->stage);
  PlumbChartStyle style = { self->context, self->font, plumb_app_language (), self->right_to_left };

  if (layout == NULL)
    {
      layout = plumb_chart_layout_new (self->stage, &style);
      g_hash_table_insert (self->layouts, (gpointer) self->stage, layout);
    }

  return plumb_chart_layout_ref (layout);
}

static void
add_box (PlumbChartView *self, const PlumbChartBox *geometry)
{
  GtkWidget *box = plumb_node_box_new (self->layout, geometry, self->context);

  g_signal_connect_object (box, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_ptr_array_add (self->boxes, box);
}

void
plumb_chart_view_update_boxes (PlumbChartView *self)
{
  PlumbEvaluation *recorded = plumb_session_get_evaluation (self->session);
  PlumbEvaluation *shown = plumb_session_get_shown (self->session);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      PlumbNodeBox *box = g_ptr_array_index (self->boxes, i);
      const PlumbNode *node = plumb_node_box_get_node (box);
      PlumbStanding standing = plumb_evaluation_get_node_standing (shown, node);

      plumb_node_box_set_palette (box, &self->palette);
      plumb_node_box_set_standing (box, standing);
      plumb_node_box_set_tried (box, shown != recorded
                                         && plumb_evaluation_get_node_standing (recorded, node)
                                                != standing);
    }
  if (plumb_chart_edges_update (self->edges, shown, recorded, &self->palette))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where the route may go from a box, for a screen reader. */
static void
relate_box (PlumbChartView *self, PlumbNodeBox *box)
{
  const PlumbNode *node = plumb_node_box_get_node (box);
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_FLOW_TO;
  g_auto (GValue) value = G_VALUE_INIT;
  GList *targets = NULL;

  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);
      GtkWidget *target = plumb_chart_view_find_box (self, exit->target);

      if (target != NULL)
        targets = g_list_append (targets, target);
    }
  if (targets == NULL)
    return;
  gtk_accessible_relation_init_value (relation, &value);
  g_value_set_pointer (&value, targets);
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (box), 1, &relation, &value);
}

static void
name_view (PlumbChartView *self)
{
  /* Translators: read aloud: the number and the title of a stage. */
  g_autofree char *name
      = g_strdup_printf (_ ("Flow chart of stage %u, %s"), self->stage->number,
                         plumb_text_get (self->stage->title, plumb_app_language ()));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
plumb_chart_view_build (PlumbChartView *self)
{
  const PlumbChartBox *boxes;
  guint n_boxes;

  clear_stage (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->stage == NULL || self->font == NULL)
    return;
  self->layout = ensure_layout (self);
  self->edges = plumb_chart_edges_new (self->layout, self->context);
  boxes = plumb_chart_layout_get_boxes (self->layout, &n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    add_box (self, &boxes[i]);
  for (guint i = 0; i < self->boxes->len; i++)
    relate_box (self, g_ptr_array_index (self->boxes, i));
  plumb_chart_view_update_boxes (self);
  name_view (self);
}

/* What the session says */

static void
on_evaluation_changed (PlumbChartView *self)
{
  if (self->layout == NULL || self->stage != plumb_session_get_stage (self->session))
    return;
  plumb_chart_view_update_boxes (self);
  plumb_chart_view_close_when_settled (self);
}

static void
on_trial_changed (PlumbChartView *self)
{
  if (self->layout == NULL || self->stage != plumb_session_get_stage (self->session))
    return;
  plumb_chart_view_update_boxes (self);
  plumb_chart_view_show_focus (self);
}

static void
on_stage_changed (PlumbChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  GtkWidget *box;

  if (self->stage == plumb_session_get_stage (self->session))
    return;
  self->stage = plumb_session_get_stage (self->session);
  plumb_chart_view_build (self);
  self->anchored = FALSE;
  self->moved = TRUE;
  plumb_chart_view_await_layout (self);
  if (!focused || self->boxes->len == 0)
    return;
  box = plumb_chart_view_find_box (self, plumb_session_get_focus_node (self->session));
  gtk_widget_grab_focus (box != NULL ? box : g_ptr_array_index (self->boxes, 0));
}

static void
on_focus_node_changed (PlumbChartView *self)
{
  plumb_chart_view_show_focus (self);
}

/**
 * plumb_chart_view_set_session:
 * @self: a view without a session so far
 * @session: the session to show
 */
void
plumb_chart_view_set_session (PlumbChartView *self, PlumbSession *session)
{
  g_return_if_fail (PLUMB_IS_CHART_VIEW (self) && self->session == NULL);
  g_return_if_fail (PLUMB_IS_SESSION (session));

  self->session = g_object_ref (session);
  g_signal_group_set_target (self->signals, session);
  on_stage_changed (self);
}

/* The object */

static void
plumb_chart_view_dispose (GObject *object)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  clear_stage (self);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->scroll, plumb_chart_scroll_free);
  g_clear_object (&self->context);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_chart_view_parent_class)->dispose (object);
}

static void
plumb_chart_view_finalize (GObject *object)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_free (self->font);

  G_OBJECT_CLASS (plumb_chart_view_parent_class)->finalize (object);
}

static void
plumb_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plumb_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      plumb_chart_view_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plumb_chart_view_class_init (PlumbChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plumb_chart_view_dispose;
  object_class->finalize = plumb_chart_view_finalize;
  object_class->get_property = plumb_chart_view_get_property;
  object_class->set_property = plumb_chart_view_set_property;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 2, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  plumb_chart_view_install_painting (widget_class);
  plumb_chart_view_install_style (widget_class);
  plumb_chart_view_install_keys (widget_class);
}

static void
watch_session (PlumbChartView *self)
{
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation",
                                  G_CALLBACK (on_evaluation_changed), self);
  g_signal_group_connect_swapped (self->signals, "notify::trial", G_CALLBACK (on_trial_changed),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::stage", G_CALLBACK (on_stage_changed),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::focus-node",
                                  G_CALLBACK (on_focus_node_changed), self);
}

static void
plumb_chart_view_init (PlumbChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->layouts
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) plumb_chart_layout_unref);
  self->boxes = g_ptr_array_new ();
  self->scroll = plumb_chart_scroll_new (GTK_WIDGET (self));
  watch_session (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (plumb_chart_view_update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast",
                           G_CALLBACK (plumb_chart_view_update_colors), self, G_CONNECT_SWAPPED);
  plumb_chart_view_add_zoom_controllers (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * plumb_chart_view_new:
 * @session: (nullable): the session to show
 *
 * Returns: (transfer floating): a view, to be put into a scrolled window
 */
GtkWidget *
plumb_chart_view_new (PlumbSession *session)
{
  PlumbChartView *self = g_object_new (PLUMB_TYPE_CHART_VIEW, NULL);

  if (session != NULL)
    plumb_chart_view_set_session (self, session);

  return GTK_WIDGET (self);
}
