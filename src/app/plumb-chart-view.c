/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-view.h"

#include "plumb-action-popover.h"
#include "plumb-chart-compass.h"
#include "plumb-chart-edges.h"
#include "plumb-chart-scroll.h"
#include "plumb-decision-popover.h"
#include "plumb-language.h"
#include "plumb-node-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Around the layout: room for the marker of a current box. */
#define MARGIN_X 14
#define MARGIN_Y 12

#define ZOOM_LEAST 0.5
#define ZOOM_MOST 3.0
/* What fits the width is never smaller than can be read, nor larger than is useful. */
#define FIT_LEAST 0.62
#define FIT_MOST 1.15

struct _PlumbChartView
{
  GtkWidget parent_instance;

  PlumbSession *session;
  GSignalGroup *signals;
  double zoom; /* 0: fit the width */

  const PlumbStage *stage;
  GHashTable *layouts; /* PlumbStage to PlumbChartLayout, for the font below */
  PangoContext *context;
  char *font;
  gboolean right_to_left;
  PlumbChartPalette palette;

  PlumbChartLayout *layout; /* of the stage; NULL until the font is known */
  GPtrArray *boxes;         /* PlumbNodeBox, in the order of the layout's boxes */
  PlumbChartEdges *edges;
  PlumbChartScroll *scroll;
  GtkPopover *popover;
  gboolean moved; /* to another stage: go to its focus at once, not gliding */
  guint show_id;
};

G_DEFINE_FINAL_TYPE (PlumbChartView, plumb_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static PlumbEvaluation *
get_evaluation (PlumbChartView *self)
{
  return self->session != NULL ? plumb_session_get_evaluation (self->session) : NULL;
}

/* Size and place */

static double
get_scale_for (PlumbChartView *self, double width)
{
  if (self->zoom > 0)
    return self->zoom;
  if (self->layout == NULL)
    return 1;

  return CLAMP (width / (plumb_chart_layout_get_width (self->layout) + 2 * MARGIN_X), FIT_LEAST,
                FIT_MOST);
}

double
plumb_chart_view_get_scale (PlumbChartView *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_VIEW (self), 1);

  return get_scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* Where the upper left corner of the layout is, in coordinates of the view. */
static graphene_point_t
get_origin (PlumbChartView *self, double width, double scale)
{
  double spare = width - plumb_chart_layout_get_width (self->layout) * scale;

  return GRAPHENE_POINT_INIT ((float) round (MAX (MARGIN_X * scale, spare / 2)),
                              (float) round (MARGIN_Y * scale));
}

static void
measure_width (PlumbChartView *self, int *minimum, int *natural)
{
  double width = plumb_chart_layout_get_width (self->layout) + 2 * MARGIN_X;

  *minimum = (int) floor (width * (self->zoom > 0 ? self->zoom : FIT_LEAST));
  *natural = (int) floor (width * (self->zoom > 0 ? self->zoom : 1));
}

static void
measure_height (PlumbChartView *self, int width, int *minimum, int *natural)
{
  double height = plumb_chart_layout_get_height (self->layout) + 2 * MARGIN_Y;

  *minimum = *natural = (int) ceil (height * get_scale_for (self, width < 0 ? 0 : width));
}

static void
plumb_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);

  *minimum = *natural = 0;
  if (self->layout == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static GtkSizeRequestMode
plumb_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate_box (GtkWidget *box, const graphene_point_t *origin, double scale)
{
  const PlumbRectangle *area = &plumb_node_box_get_geometry (PLUMB_NODE_BOX (box))->area;
  GskTransform *transform = gsk_transform_translate (NULL, origin);
  int width;
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  transform = gsk_transform_scale (transform, (float) scale, (float) scale);
  transform = gsk_transform_translate (
      transform, &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y));
  gtk_widget_allocate (box, width, height, -1, transform);
}

static void
plumb_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);

  if (self->layout != NULL)
    {
      double scale = get_scale_for (self, width);
      graphene_point_t origin = get_origin (self, width, scale);

      for (guint i = 0; i < self->boxes->len; i++)
        allocate_box (g_ptr_array_index (self->boxes, i), &origin, scale);
    }
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

static void
plumb_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (widget);
  double scale = plumb_chart_view_get_scale (self);
  GskRenderNode *node = self->edges != NULL ? plumb_chart_edges_get_node (self->edges) : NULL;

  if (node != NULL)
    {
      graphene_point_t origin = get_origin (self, gtk_widget_get_width (widget), scale);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &origin);
      gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
      gtk_snapshot_append_node (snapshot, node);
      gtk_snapshot_restore (snapshot);
    }
  for (guint i = 0; self->boxes != NULL && i < self->boxes->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->boxes, i), snapshot);
}

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

static graphene_rect_t
locate (PlumbChartView *self, const PlumbChartBox *box)
{
  double scale = plumb_chart_view_get_scale (self);
  graphene_point_t origin = get_origin (self, gtk_widget_get_width (GTK_WIDGET (self)), scale);

  return GRAPHENE_RECT_INIT ((float) (origin.x + box->area.x * scale),
                             (float) (origin.y + box->area.y * scale),
                             (float) (box->area.width * scale),
                             (float) (box->area.height * scale));
}

/* With what surrounds it: the way in above it, its exits below it. */
static void
show_box (PlumbChartView *self, const PlumbNode *node, gboolean animate)
{
  GtkWidget *widget = plumb_chart_view_find_box (self, node);
  graphene_rect_t area;

  if (widget == NULL)
    return;
  area = locate (self, plumb_node_box_get_geometry (PLUMB_NODE_BOX (widget)));
  graphene_rect_inset (&area, -40, -56);
  area.size.height += 48;
  plumb_chart_scroll_show (self->scroll, &area, animate);
}

static gboolean
show_focus_now (gpointer data)
{
  PlumbChartView *self = data;

  self->show_id = 0;
  if (self->session != NULL)
    show_box (self, plumb_session_get_focus_node (self->session), !self->moved);
  self->moved = FALSE;

  return G_SOURCE_REMOVE;
}

/* After the boxes have found their places, which is before the next frame. */
static void
show_focus (PlumbChartView *self)
{
  if (self->show_id == 0)
    self->show_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, show_focus_now, self, NULL);
}

/* What opens from a box */

static void
forget_popover (PlumbChartView *self)
{
  GtkWidget *popover = GTK_WIDGET (g_steal_pointer (&self->popover));

  if (popover != NULL)
    gtk_widget_unparent (popover);
}

static gboolean
forget_popover_now (gpointer data)
{
  PlumbChartView *self = data;

  if (self->popover != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    forget_popover (self);

  return G_SOURCE_REMOVE;
}

static const PlumbNode *
get_popover_node (GtkPopover *popover)
{
  return PLUMB_IS_DECISION_POPOVER (popover)
             ? plumb_decision_popover_get_node (PLUMB_DECISION_POPOVER (popover))
             : plumb_action_popover_get_node (PLUMB_ACTION_POPOVER (popover));
}

/* The keyboard goes back to the box, or to where the consultation went on. */
static void
on_popover_closed (PlumbChartView *self)
{
  GtkWidget *box = plumb_chart_view_find_box (self, get_popover_node (self->popover));

  if (box == NULL && self->session != NULL)
    box = plumb_chart_view_find_box (self, plumb_session_get_focus_node (self->session));
  if (box != NULL)
    gtk_widget_grab_focus (box);
  /* Not while it is still telling others that it is closed. */
  g_idle_add_full (G_PRIORITY_DEFAULT, forget_popover_now, g_object_ref (self), g_object_unref);
}

static void
present_popover (PlumbChartView *self, GtkWidget *popover, const PlumbChartBox *box)
{
  graphene_rect_t area = locate (self, box);
  GdkRectangle target = { (int) area.origin.x, (int) area.origin.y, (int) ceil (area.size.width),
                          (int) ceil (area.size.height) };

  forget_popover (self);
  self->popover = GTK_POPOVER (popover);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (self->popover, &target);
  /* Beside the box there is most height, and its exits below it can be seen. */
  gtk_popover_set_position (self->popover,
                            area.origin.x + area.size.width / 2
                                    < gtk_widget_get_width (GTK_WIDGET (self)) / 2.0
                                ? GTK_POS_RIGHT
                                : GTK_POS_LEFT);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (self->popover);
}

static const PlumbStage *
find_link_stage (PlumbChartView *self, const PlumbNode *link)
{
  const PlumbExit *first = NULL;

  if (link->leads_to != NULL)
    return link->leads_to;
  for (guint i = 0; i < link->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (link->exits, i);

      if (first == NULL || plumb_evaluation_get_exit (get_evaluation (self), exit) == PLUMB_TRUE)
        first = exit;
    }

  return first != NULL ? first->target->stage : NULL;
}

static void
follow_link (PlumbChartView *self, const PlumbNode *link)
{
  const PlumbStage *stage = find_link_stage (self, link);

  if (stage != NULL)
    plumb_session_set_stage (self->session, stage);
}

/**
 * plumb_chart_view_open:
 * @self: a view
 * @node: a box of the stage in view
 *
 * Does what a click on the box does: offers the exits of a decision, shows what
 * an action advises or why a state matters, follows a link.
 */
void
plumb_chart_view_open (PlumbChartView *self, const PlumbNode *node)
{
  const PlumbChartBox *box;

  g_return_if_fail (PLUMB_IS_CHART_VIEW (self));
  g_return_if_fail (node != NULL);

  if (self->session == NULL || self->layout == NULL)
    return;
  box = plumb_chart_layout_find_box (self->layout, node);
  if (box == NULL)
    return;
  plumb_chart_scroll_stop (self->scroll);
  if (node->kind == PLUMB_NODE_LINK)
    follow_link (self, node);
  else if (node->kind == PLUMB_NODE_DECISION)
    present_popover (self, plumb_decision_popover_new (self->session, node), box);
  else
    present_popover (self, plumb_action_popover_new (self->session, node), box);
}

static void
on_opened (PlumbChartView *self, PlumbNodeBox *box)
{
  plumb_chart_view_open (self, plumb_node_box_get_node (box));
}

/* The boxes and edges of a stage */

static void
clear_stage (PlumbChartView *self)
{
  forget_popover (self);
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
  PlumbChartStyle style
      = { self->context, self->font, plumb_app_language (), self->right_to_left };

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

static void
update_boxes (PlumbChartView *self)
{
  PlumbEvaluation *evaluation = get_evaluation (self);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      PlumbNodeBox *box = g_ptr_array_index (self->boxes, i);

      plumb_node_box_set_palette (box, &self->palette);
      plumb_node_box_set_standing (
          box, plumb_evaluation_get_node_standing (evaluation, plumb_node_box_get_node (box)));
    }
  if (plumb_chart_edges_update (self->edges, evaluation, &self->palette))
    gtk_widget_queue_draw (GTK_WIDGET (self));
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

static void
build_stage (PlumbChartView *self)
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
  update_boxes (self);
  name_view (self);
}

/* What the style sheets and the desktop say */

/* Text is set once and shown at any scale, so its glyphs must not keep to the
 * pixels of one. */
static PangoContext *
create_context (PlumbChartView *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  const cairo_font_options_t *given = pango_cairo_context_get_font_options (context);
  cairo_font_options_t *options
      = given != NULL ? cairo_font_options_copy (given) : cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

static char *
dup_font (PlumbChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_font_description_to_string (pango_context_get_font_description (context));
}

static void
update_colors (PlumbChartView *self)
{
  PlumbChartPalette palette;

  plumb_chart_palette_read (&palette, GTK_WIDGET (self));
  if (plumb_chart_palette_equal (&palette, &self->palette))
    return;
  self->palette = palette;
  if (self->layout != NULL)
    update_boxes (self);
}

static void
update_style (PlumbChartView *self, gboolean force)
{
  g_autofree char *font = NULL;
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  font = dup_font (self);
  update_colors (self);
  if (!force && g_strcmp0 (font, self->font) == 0 && right_to_left == self->right_to_left)
    return;
  g_free (self->font);
  self->font = g_steal_pointer (&font);
  g_clear_object (&self->context);
  self->context = create_context (self);
  self->right_to_left = right_to_left;
  g_hash_table_remove_all (self->layouts);
  build_stage (self);
}

static void
plumb_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plumb_chart_view_parent_class)->css_changed (widget, change);

  update_style (PLUMB_CHART_VIEW (widget), FALSE);
}

static void
plumb_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plumb_chart_view_parent_class)->system_setting_changed (widget, setting);

  update_style (PLUMB_CHART_VIEW (widget), setting != GTK_SYSTEM_SETTING_ICON_THEME);
}

static void
plumb_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  update_style (PLUMB_CHART_VIEW (widget), FALSE);
}

static void
plumb_chart_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plumb_chart_view_parent_class)->root (widget);

  update_style (PLUMB_CHART_VIEW (widget), FALSE);
}

/* What the session says */

static void
close_when_settled (PlumbChartView *self)
{
  if (PLUMB_IS_DECISION_POPOVER (self->popover)
      && plumb_decision_popover_is_settled (PLUMB_DECISION_POPOVER (self->popover)))
    gtk_popover_popdown (self->popover);
}

static void
on_evaluation_changed (PlumbChartView *self)
{
  if (self->layout == NULL || self->stage != plumb_session_get_stage (self->session))
    return;
  update_boxes (self);
  close_when_settled (self);
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
  build_stage (self);
  self->moved = TRUE;
  show_focus (self);
  if (!focused || self->boxes->len == 0)
    return;
  box = plumb_chart_view_find_box (self, plumb_session_get_focus_node (self->session));
  gtk_widget_grab_focus (box != NULL ? box : g_ptr_array_index (self->boxes, 0));
}

static void
on_focus_node_changed (PlumbChartView *self)
{
  show_focus (self);
}

static void
set_session (PlumbChartView *self, PlumbSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  clear_stage (self);
  g_hash_table_remove_all (self->layouts);
  self->stage = NULL;
  g_signal_group_set_target (self->signals, session);
  if (session != NULL)
    on_stage_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* Keys */

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
  show_focus (self);
}

/* Zoom */

double
plumb_chart_view_get_zoom (PlumbChartView *self)
{
  g_return_val_if_fail (PLUMB_IS_CHART_VIEW (self), 0);

  return self->zoom;
}

/**
 * plumb_chart_view_set_zoom:
 * @self: a view
 * @zoom: from 0.5 to 3, or 0 to fit the width
 *
 * Sets how large the chart is drawn.
 */
void
plumb_chart_view_set_zoom (PlumbChartView *self, double zoom)
{
  g_return_if_fail (PLUMB_IS_CHART_VIEW (self));

  if (zoom > 0)
    zoom = CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST);
  if (G_APPROX_VALUE (zoom, self->zoom, 0.001))
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  show_focus (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static gboolean
on_wheel (GtkEventController *wheel, double dx, double dy, PlumbChartView *self)
{
  plumb_chart_scroll_stop (self->scroll);

  return GDK_EVENT_PROPAGATE;
}

/* The object */

static void
plumb_chart_view_dispose (GObject *object)
{
  PlumbChartView *self = PLUMB_CHART_VIEW (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
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
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
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
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      plumb_chart_view_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.first", NULL, go_to_first);
  gtk_widget_class_install_action (widget_class, "view.current", NULL, go_to_current);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "view.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Home, 0, "view.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "view.current", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_End, 0, "view.current", NULL);
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
  widget_class->measure = plumb_chart_view_measure;
  widget_class->get_request_mode = plumb_chart_view_get_request_mode;
  widget_class->size_allocate = plumb_chart_view_size_allocate;
  widget_class->snapshot = plumb_chart_view_snapshot;
  widget_class->css_changed = plumb_chart_view_css_changed;
  widget_class->system_setting_changed = plumb_chart_view_system_setting_changed;
  widget_class->direction_changed = plumb_chart_view_direction_changed;
  widget_class->root = plumb_chart_view_root;
  widget_class->focus = plumb_chart_view_focus;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, PLUMB_TYPE_SESSION, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, ZOOM_MOST, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  install_keys (widget_class);
}

static void
watch_session (PlumbChartView *self)
{
  self->signals = g_signal_group_new (PLUMB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::evaluation",
                                  G_CALLBACK (on_evaluation_changed), self);
  g_signal_group_connect_swapped (self->signals, "notify::stage", G_CALLBACK (on_stage_changed),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::focus-node",
                                  G_CALLBACK (on_focus_node_changed), self);
}

static void
plumb_chart_view_init (PlumbChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->layouts = g_hash_table_new_full (NULL, NULL, NULL,
                                         (GDestroyNotify) plumb_chart_layout_unref);
  self->boxes = g_ptr_array_new ();
  self->scroll = plumb_chart_scroll_new (GTK_WIDGET (self));
  watch_session (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_wheel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
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
  return g_object_new (PLUMB_TYPE_CHART_VIEW, "session", session, NULL);
}
