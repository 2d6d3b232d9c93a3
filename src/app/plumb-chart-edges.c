/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-edges.h"

#include "plumb-chart-drawing.h"

typedef struct
{
  const PlumbChartEdge *geometry;
  PlumbStanding standing;
  gboolean tried; /* it stands so only with the answers that are tried */
  GskRenderNode *node; /* NULL: to be painted anew */
} Edge;

struct _PlumbChartEdges
{
  PlumbChartLayout *layout;
  PangoContext *context;
  PlumbChartPalette palette;
  Edge *edges;
  guint n_edges;
};

/**
 * plumb_chart_edges_new:
 * @layout: a layout
 * @context: that of the layout
 *
 * Returns: (transfer full): the edges, as yet without anything painted
 */
PlumbChartEdges *
plumb_chart_edges_new (PlumbChartLayout *layout, PangoContext *context)
{
  PlumbChartEdges *self;
  const PlumbChartEdge *edges;

  g_return_val_if_fail (layout != NULL && PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (PlumbChartEdges, 1);
  self->layout = plumb_chart_layout_ref (layout);
  self->context = g_object_ref (context);
  edges = plumb_chart_layout_get_edges (layout, &self->n_edges);
  self->edges = g_new0 (Edge, self->n_edges);
  for (guint i = 0; i < self->n_edges; i++)
    self->edges[i].geometry = &edges[i];

  return self;
}

void
plumb_chart_edges_free (PlumbChartEdges *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_edges; i++)
    g_clear_pointer (&self->edges[i].node, gsk_render_node_unref);
  g_clear_pointer (&self->layout, plumb_chart_layout_unref);
  g_clear_object (&self->context);
  g_free (self->edges);
  g_free (self);
}

static void
find_bounds (const PlumbChartEdge *geometry, double margin, graphene_rect_t *bounds)
{
  PlumbPoint low = geometry->points[0];
  PlumbPoint high = low;

  for (guint i = 1; i < geometry->n_points; i++)
    {
      low.x = MIN (low.x, geometry->points[i].x);
      low.y = MIN (low.y, geometry->points[i].y);
      high.x = MAX (high.x, geometry->points[i].x);
      high.y = MAX (high.y, geometry->points[i].y);
    }
  graphene_rect_init (bounds, (float) (low.x - margin), (float) (low.y - margin),
                      (float) (high.x - low.x + 2 * margin), (float) (high.y - low.y + 2 * margin));
}

static void
append_line (PlumbChartEdges *self, const Edge *edge, GtkSnapshot *snapshot)
{
  double arrow = plumb_chart_layout_get_arrow_length (self->layout);
  graphene_rect_t bounds;
  cairo_t *cr;

  find_bounds (edge->geometry, arrow, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (edge->tried)
    plumb_chart_draw_tried_edge (cr, edge->geometry->points, edge->geometry->n_points, arrow,
                                 edge->standing, &self->palette);
  else
    plumb_chart_draw_edge (cr, edge->geometry->points, edge->geometry->n_points, arrow,
                           edge->standing, &self->palette);
  cairo_destroy (cr);
}

static PangoLayout *
create_label (PlumbChartEdges *self, const Edge *edge)
{
  g_autofree char *text = g_strjoinv ("\n", edge->geometry->label_lines);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (self->context);
  double align = edge->geometry->label_align;

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, align < 0.25   ? PANGO_ALIGN_LEFT
                                      : align > 0.75 ? PANGO_ALIGN_RIGHT
                                                     : PANGO_ALIGN_CENTER);
  pango_attr_list_insert (attributes, pango_attr_weight_new (edge->standing == PLUMB_STANDING_TAKEN
                                                                 ? PANGO_WEIGHT_BOLD
                                                                 : PANGO_WEIGHT_NORMAL));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
append_label (PlumbChartEdges *self, const Edge *edge, GtkSnapshot *snapshot)
{
  const PlumbRectangle *area = &edge->geometry->label;
  g_autoptr (PangoLayout) layout = NULL;
  graphene_point_t point;
  PangoRectangle extents;

  if (edge->geometry->label_lines == NULL)
    return;
  layout = create_label (self, edge);
  pango_layout_get_extents (layout, NULL, &extents);
  point.x = (float) (area->x
                     + (area->width - (double) extents.width / PANGO_SCALE)
                           * edge->geometry->label_align
                     - (double) extents.x / PANGO_SCALE);
  point.y = (float) (area->y + (area->height - (double) extents.height / PANGO_SCALE) / 2);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &point);
  gtk_snapshot_append_layout (snapshot, layout,
                              plumb_chart_line_color (&self->palette, edge->standing));
  gtk_snapshot_restore (snapshot);
}

static void
paint (PlumbChartEdges *self, Edge *edge)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  append_line (self, edge, snapshot);
  append_label (self, edge, snapshot);
  edge->node = gtk_snapshot_free_to_node (snapshot);
}

static PlumbStanding
get_standing (const PlumbEvaluation *evaluation, const PlumbExit *exit)
{
  PlumbStanding standing = plumb_evaluation_get_exit_standing (evaluation, exit);

  return standing == PLUMB_STANDING_CURRENT ? PLUMB_STANDING_OPEN : standing;
}

/**
 * plumb_chart_edges_update:
 * @self: edges
 * @evaluation: how the exits are to be shown
 * @recorded: how they stand with the answers that are recorded; often the same
 * @palette: the colors
 *
 * Paints what changed.
 *
 * Returns: whether anything did
 */
gboolean
plumb_chart_edges_update (PlumbChartEdges *self,
                          const PlumbEvaluation *evaluation,
                          const PlumbEvaluation *recorded,
                          const PlumbChartPalette *palette)
{
  gboolean recolored;
  gboolean changed = FALSE;

  g_return_val_if_fail (self != NULL && evaluation != NULL && recorded != NULL && palette != NULL, FALSE);

  recolored = !plumb_chart_palette_equal (palette, &self->palette);
  self->palette = *palette;
  for (guint i = 0; i < self->n_edges; i++)
    {
      Edge *edge = &self->edges[i];
      PlumbStanding standing = get_standing (evaluation, edge->geometry->exit);
      gboolean tried = recorded != evaluation
                       && get_standing (recorded, edge->geometry->exit) != standing;

      if (edge->node != NULL && standing == edge->standing && tried == edge->tried && !recolored)
        continue;
      edge->standing = standing;
      edge->tried = tried;
      g_clear_pointer (&edge->node, gsk_render_node_unref);
      paint (self, edge);
      changed = TRUE;
    }

  return changed;
}

static void
append_edges (PlumbChartEdges *self,
              PlumbStanding standing,
              GtkSnapshot *snapshot,
              const graphene_rect_t *visible)
{
  for (guint i = 0; i < self->n_edges; i++)
    {
      const Edge *edge = &self->edges[i];
      graphene_rect_t bounds;

      if (edge->standing != standing || edge->node == NULL)
        continue;
      gsk_render_node_get_bounds (edge->node, &bounds);
      if (graphene_rect_intersection (&bounds, visible, NULL))
        gtk_snapshot_append_node (snapshot, edge->node);
    }
}

/**
 * plumb_chart_edges_snapshot:
 * @self: edges
 * @snapshot: where to paint
 * @visible: what can be seen, in coordinates of the layout
 *
 * What is taken lies above what is open, and that above what is ruled out:
 * where exits share a stretch, the one that matters more is seen.
 */
void
plumb_chart_edges_snapshot (PlumbChartEdges *self,
                            GtkSnapshot *snapshot,
                            const graphene_rect_t *visible)
{
  g_return_if_fail (self != NULL && snapshot != NULL && visible != NULL);

  append_edges (self, PLUMB_STANDING_RULED_OUT, snapshot, visible);
  append_edges (self, PLUMB_STANDING_OPEN, snapshot, visible);
  append_edges (self, PLUMB_STANDING_TAKEN, snapshot, visible);
}
