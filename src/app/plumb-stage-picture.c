/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-stage-picture.h"

#include "plumb-chart-drawing.h"
#include "plumb-chart-words.h"

#include <math.h>

/* Between the frame and the chart. */
#define PADDING 5

struct _PlumbStagePicture
{
  GtkWidget parent_instance;

  const PlumbStage *stage;
  PlumbChartLayout *layout;
  PlumbEvaluation *evaluation;
  PlumbChartPalette palette;
  double scale;
};

G_DEFINE_FINAL_TYPE (PlumbStagePicture, plumb_stage_picture, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Drawing. Lines shrink less than what they surround: they still tell how it stands. */

static double
get_line_scale (PlumbStagePicture *self)
{
  return CLAMP (sqrt (self->scale), 0.3, 1);
}

static PlumbRectangle
shrink (PlumbStagePicture *self, const PlumbRectangle *area)
{
  double factor = self->scale / get_line_scale (self);

  return (PlumbRectangle){ area->x * factor, area->y * factor, area->width * factor,
                           area->height * factor };
}

static void
draw_edge (PlumbStagePicture *self, cairo_t *cr, const PlumbChartEdge *edge)
{
  double factor = self->scale / get_line_scale (self);
  double arrow = plumb_chart_layout_get_arrow_length (self->layout) * factor;
  g_autofree PlumbPoint *points = g_new (PlumbPoint, edge->n_points);

  for (guint i = 0; i < edge->n_points; i++)
    points[i] = (PlumbPoint){ edge->points[i].x * factor, edge->points[i].y * factor };
  plumb_chart_draw_edge (cr, points, edge->n_points, arrow,
                         plumb_evaluation_get_exit_standing (self->evaluation, edge->exit),
                         &self->palette);
}

/* What is taken comes last, so that nothing crosses it. */
static void
draw_edges (PlumbStagePicture *self, cairo_t *cr)
{
  guint n_edges;
  const PlumbChartEdge *edges = plumb_chart_layout_get_edges (self->layout, &n_edges);

  for (int taken = 0; taken < 2; taken++)
    for (guint i = 0; i < n_edges; i++)
      if ((plumb_evaluation_get_exit_standing (self->evaluation, edges[i].exit)
           == PLUMB_STANDING_TAKEN)
          == taken)
        draw_edge (self, cr, &edges[i]);
}

static void
draw_boxes (PlumbStagePicture *self, cairo_t *cr)
{
  guint n_boxes;
  const PlumbChartBox *boxes = plumb_chart_layout_get_boxes (self->layout, &n_boxes);

  for (guint i = 0; i < n_boxes; i++)
    {
      PlumbRectangle area = shrink (self, &boxes[i].area);

      plumb_chart_draw_box (cr, boxes[i].node->kind, &area,
                            plumb_evaluation_get_node_standing (self->evaluation, boxes[i].node),
                            FALSE, &self->palette);
    }
}

static graphene_point_t
get_origin (PlumbStagePicture *self)
{
  double width = plumb_chart_layout_get_width (self->layout) * self->scale;

  return GRAPHENE_POINT_INIT (
      (float) MAX (PADDING, (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2),
      (float) PADDING);
}

static void
plumb_stage_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlumbStagePicture *self = PLUMB_STAGE_PICTURE (widget);
  double lines = get_line_scale (self);
  graphene_point_t origin;
  cairo_t *cr;

  if (self->layout == NULL || self->evaluation == NULL)
    return;
  origin = get_origin (self);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)));
  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, lines, lines);
  draw_edges (self, cr);
  draw_boxes (self, cr);
  cairo_destroy (cr);
}

/* The pointer */

const PlumbNode *
plumb_stage_picture_find_node (PlumbStagePicture *self, double x, double y)
{
  const PlumbChartBox *boxes;
  graphene_point_t origin;
  guint n_boxes;

  g_return_val_if_fail (PLUMB_IS_STAGE_PICTURE (self), NULL);

  if (self->layout == NULL)
    return NULL;
  origin = get_origin (self);
  x = (x - origin.x) / self->scale;
  y = (y - origin.y) / self->scale;
  boxes = plumb_chart_layout_get_boxes (self->layout, &n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    {
      const PlumbRectangle *area = &boxes[i].area;

      if (x >= area->x && x <= area->x + area->width && y >= area->y
          && y <= area->y + area->height)
        return boxes[i].node;
    }

  return NULL;
}

static gboolean
plumb_stage_picture_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean from_keyboard,
                                   GtkTooltip *tooltip)
{
  PlumbStagePicture *self = PLUMB_STAGE_PICTURE (widget);
  const PlumbNode *node
      = from_keyboard ? NULL : plumb_stage_picture_find_node (self, x, y);
  g_autofree char *text = NULL;

  if (node == NULL || self->evaluation == NULL)
    return FALSE;
  text = plumb_chart_describe_node (
      node, plumb_evaluation_get_node_standing (self->evaluation, node));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, PlumbStagePicture *self)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[CHOSEN], 0);
}

/* The object */

static void
plumb_stage_picture_dispose (GObject *object)
{
  PlumbStagePicture *self = PLUMB_STAGE_PICTURE (object);

  g_clear_pointer (&self->layout, plumb_chart_layout_unref);
  g_clear_pointer (&self->evaluation, plumb_evaluation_unref);

  G_OBJECT_CLASS (plumb_stage_picture_parent_class)->dispose (object);
}

static void
plumb_stage_picture_class_init (PlumbStagePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_stage_picture_dispose;
  widget_class->snapshot = plumb_stage_picture_snapshot;
  widget_class->query_tooltip = plumb_stage_picture_query_tooltip;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "stagepicture");
  /* The button above it says the same, and the outline says each box. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plumb_stage_picture_init (PlumbStagePicture *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->scale = 0.15;
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * plumb_stage_picture_new:
 * @stage: a stage
 *
 * Returns: (transfer floating): its picture, as yet empty
 */
GtkWidget *
plumb_stage_picture_new (const PlumbStage *stage)
{
  PlumbStagePicture *self;

  g_return_val_if_fail (stage != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_STAGE_PICTURE, NULL);
  self->stage = stage;

  return GTK_WIDGET (self);
}

const PlumbStage *
plumb_stage_picture_get_stage (PlumbStagePicture *self)
{
  g_return_val_if_fail (PLUMB_IS_STAGE_PICTURE (self), NULL);

  return self->stage;
}

void
plumb_stage_picture_set_layout (PlumbStagePicture *self, PlumbChartLayout *layout)
{
  g_return_if_fail (PLUMB_IS_STAGE_PICTURE (self));

  g_clear_pointer (&self->layout, plumb_chart_layout_unref);
  if (layout != NULL)
    self->layout = plumb_chart_layout_ref (layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plumb_stage_picture_set_scale (PlumbStagePicture *self, double scale)
{
  g_return_if_fail (PLUMB_IS_STAGE_PICTURE (self) && scale > 0);

  if (G_APPROX_VALUE (scale, self->scale, 0.0001))
    return;
  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plumb_stage_picture_update:
 * @self: a picture
 * @evaluation: how things stand now
 * @in_view: whether it is the stage that the chart shows
 * @palette: the colors
 *
 * Shows how the boxes stand.
 */
void
plumb_stage_picture_update (PlumbStagePicture *self,
                            PlumbEvaluation *evaluation,
                            gboolean in_view,
                            const PlumbChartPalette *palette)
{
  g_return_if_fail (PLUMB_IS_STAGE_PICTURE (self));
  g_return_if_fail (evaluation != NULL && palette != NULL);

  plumb_evaluation_ref (evaluation);
  g_clear_pointer (&self->evaluation, plumb_evaluation_unref);
  self->evaluation = evaluation;
  self->palette = *palette;
  if (in_view)
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-view");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "in-view");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
