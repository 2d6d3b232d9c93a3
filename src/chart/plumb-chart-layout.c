/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-layout.h"

#include "plumb-chart-private.h"

struct _PlumbChartLayout
{
  grefcount ref_count;
  const PlumbStage *stage;
  double width;
  double height;
  PlumbChartType type;
  PlumbChartBox *boxes;
  guint n_boxes;
  PlumbChartEdge *edges;
  guint n_edges;
  GHashTable *index; /* PlumbNode to PlumbChartBox */
};

G_DEFINE_BOXED_TYPE (PlumbChartLayout,
                     plumb_chart_layout,
                     plumb_chart_layout_ref,
                     plumb_chart_layout_unref)

static double
mirror (const PlumbChartLayout *self, double x, double width)
{
  return self->type.right_to_left ? self->width - x - width : x;
}

static void
build_box (PlumbChartLayout *self, PlumbChartPlan *plan, guint index)
{
  PlumbPlanBox *planned = &plan->boxes[index];
  PlumbChartBox *box = &self->boxes[index];
  double x = planned->x - planned->width / 2;

  box->node = planned->node;
  box->area.x = mirror (self, x, planned->width);
  box->area.y = planned->y - planned->height / 2;
  box->area.width = planned->width;
  box->area.height = planned->height;
  box->text_area.x = mirror (self, planned->x - planned->text.width / 2, planned->text.width);
  box->text_area.y = planned->y - planned->text.height / 2;
  box->text_area.width = planned->text.width;
  box->text_area.height = planned->text.height;
  box->line_height = planned->text.line_height;
  box->lines = g_steal_pointer (&planned->text.lines);
  if (planned->node->number > 0)
    plumb_chart_shape_badge (planned->node->kind, &box->area, self->type.right_to_left,
                             plan->font->badge, &box->badge);
  g_hash_table_insert (self->index, (gpointer) box->node, box);
}

static void
build_edge (PlumbChartLayout *self, PlumbChartPlan *plan, guint index)
{
  PlumbPlanEdge *planned = &plan->edges[index];
  PlumbChartEdge *edge = &self->edges[index];
  int side = self->type.right_to_left ? -planned->label_side : planned->label_side;

  edge->exit = planned->exit;
  edge->n_points = planned->n_points;
  edge->points = g_new (PlumbPoint, planned->n_points);
  for (guint i = 0; i < planned->n_points; i++)
    {
      edge->points[i].x = mirror (self, planned->points[i].x, 0);
      edge->points[i].y = planned->points[i].y;
    }
  if (!planned->label.lines)
    return;
  edge->label = planned->label_area;
  edge->label.x = mirror (self, planned->label_area.x, planned->label_area.width);
  edge->label_lines = g_steal_pointer (&planned->label.lines);
  edge->label_align = (1 - side) / 2.0;
}

static void
take_type (PlumbChartLayout *self, const PlumbChartFont *font, const PlumbChartStyle *style)
{
  self->type.family = g_strdup (font->family);
  self->type.size = font->size;
  self->type.ascent = font->ascent;
  self->type.line_height = font->line_height;
  self->type.arrow = font->arrow;
  self->type.language = g_strdup (style->language);
  self->type.right_to_left = style->right_to_left;
}

/**
 * plumb_chart_layout_new:
 * @stage: a stage; its pathway must outlive the layout
 * @style: how text is set; read now, not kept
 *
 * Breaks the texts, places the boxes on the stage's grid and routes its edges.
 * Lengths are in the units of the style's Pango context and grow with its font.
 *
 * Returns: (transfer full): the geometry of the stage
 */
PlumbChartLayout *
plumb_chart_layout_new (const PlumbStage *stage, const PlumbChartStyle *style)
{
  g_autoptr (PlumbChartPlan) plan = NULL;
  PlumbChartLayout *self;

  g_return_val_if_fail (stage, NULL);
  g_return_val_if_fail (style && PANGO_IS_CONTEXT (style->context) && style->font, NULL);

  plan = plumb_chart_plan_new (stage, style);
  plumb_chart_plan_route (plan);
  self = g_new0 (PlumbChartLayout, 1);
  g_ref_count_init (&self->ref_count);
  self->stage = stage;
  self->width = plan->width;
  self->height = plan->height;
  take_type (self, plan->font, style);
  self->index = g_hash_table_new (NULL, NULL);
  self->n_boxes = plan->n_boxes;
  self->boxes = g_new0 (PlumbChartBox, self->n_boxes);
  for (guint i = 0; i < self->n_boxes; i++)
    build_box (self, plan, i);
  self->n_edges = plan->n_edges;
  self->edges = g_new0 (PlumbChartEdge, self->n_edges);
  for (guint i = 0; i < self->n_edges; i++)
    build_edge (self, plan, i);
  return self;
}

/**
 * plumb_chart_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): @self
 */
PlumbChartLayout *
plumb_chart_layout_ref (PlumbChartLayout *self)
{
  g_return_val_if_fail (self, NULL);

  g_ref_count_inc (&self->ref_count);
  return self;
}

static void
free_layout (PlumbChartLayout *self)
{
  for (guint i = 0; i < self->n_boxes; i++)
    g_strfreev (self->boxes[i].lines);
  for (guint i = 0; i < self->n_edges; i++)
    {
      g_strfreev (self->edges[i].label_lines);
      g_free (self->edges[i].points);
    }
  g_hash_table_unref (self->index);
  g_free (self->boxes);
  g_free (self->edges);
  g_free (self->type.family);
  g_free (self->type.language);
  g_free (self);
}

/**
 * plumb_chart_layout_unref:
 * @self: (transfer full): a layout
 */
void
plumb_chart_layout_unref (PlumbChartLayout *self)
{
  g_return_if_fail (self);

  if (g_ref_count_dec (&self->ref_count))
    free_layout (self);
}

/**
 * plumb_chart_layout_get_stage:
 * @self: a layout
 *
 * Returns: (transfer none): the stage that was laid out
 */
const PlumbStage *
plumb_chart_layout_get_stage (const PlumbChartLayout *self)
{
  g_return_val_if_fail (self, NULL);

  return self->stage;
}

/**
 * plumb_chart_layout_get_width:
 * @self: a layout
 *
 * Returns: the width of the whole chart, margins for badges included
 */
double
plumb_chart_layout_get_width (const PlumbChartLayout *self)
{
  g_return_val_if_fail (self, 0);

  return self->width;
}

/**
 * plumb_chart_layout_get_height:
 * @self: a layout
 *
 * Returns: the height of the whole chart
 */
double
plumb_chart_layout_get_height (const PlumbChartLayout *self)
{
  g_return_val_if_fail (self, 0);

  return self->height;
}

/**
 * plumb_chart_layout_get_line_height:
 * @self: a layout
 *
 * Returns: the height of one line of text
 */
double
plumb_chart_layout_get_line_height (const PlumbChartLayout *self)
{
  g_return_val_if_fail (self, 0);

  return self->type.line_height;
}

/**
 * plumb_chart_layout_get_arrow_length:
 * @self: a layout
 *
 * Returns: the length of an arrowhead at the end of an edge
 */
double
plumb_chart_layout_get_arrow_length (const PlumbChartLayout *self)
{
  g_return_val_if_fail (self, 0);

  return self->type.arrow;
}

/**
 * plumb_chart_layout_get_boxes:
 * @self: a layout
 * @n_boxes: (out): how many
 *
 * Returns: (transfer none): the boxes, in the order of the stage's nodes
 */
const PlumbChartBox *
plumb_chart_layout_get_boxes (const PlumbChartLayout *self, guint *n_boxes)
{
  g_return_val_if_fail (self && n_boxes, NULL);

  *n_boxes = self->n_boxes;
  return self->boxes;
}

/**
 * plumb_chart_layout_get_edges:
 * @self: a layout
 * @n_edges: (out): how many
 *
 * Returns: (transfer none): the exits that stay inside the stage
 */
const PlumbChartEdge *
plumb_chart_layout_get_edges (const PlumbChartLayout *self, guint *n_edges)
{
  g_return_val_if_fail (self && n_edges, NULL);

  *n_edges = self->n_edges;
  return self->edges;
}

/**
 * plumb_chart_layout_find_box:
 * @self: a layout
 * @node: a node of any stage
 *
 * Returns: (transfer none) (nullable): the node's box
 */
const PlumbChartBox *
plumb_chart_layout_find_box (const PlumbChartLayout *self, const PlumbNode *node)
{
  g_return_val_if_fail (self, NULL);

  return g_hash_table_lookup (self->index, node);
}

/* How the text of the layout is set, for those that paint it without Pango. */
const PlumbChartType *
plumb_chart_layout_get_type_setting (const PlumbChartLayout *self)
{
  return &self->type;
}
