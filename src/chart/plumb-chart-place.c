/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-private.h"

#include <math.h>

static void
need (double *room, double value)
{
  *room = MAX (*room, value);
}

static double
slack (const PlumbChartPlan *self, const PlumbPlanBox *box)
{
  return (self->column_widths[box->column] - box->width) / 2;
}

/* Room in the gutters beside columns for the labels that stand out of them. */
static void
reserve_beside (PlumbChartPlan *self, const PlumbPlanEdge *edge)
{
  const PlumbChartFont *font = self->font;
  const PlumbPlanBox *source = &self->boxes[edge->source];
  const PlumbPlanBox *target = &self->boxes[edge->target];
  double half = self->column_widths[target->column] / 2;
  double width = edge->label.lines ? edge->label.width : 0;

  if (edge->passage != PLUMB_PASSAGE_SIDE)
    {
      double out = edge->label_side * edge->port + 2 * font->gap + width - half;

      if (width > 0 && edge->label_side > 0)
        need (&self->verticals[target->column + 1].before, out);
      else if (width > 0)
        need (&self->verticals[target->column].after, out);
      return;
    }
  width += width > 0 ? 3 * font->gap : 0;
  if (target->column > source->column)
    need (&self->verticals[source->column + 1].before, width - slack (self, source));
  else
    {
      need (&self->verticals[source->column].after, width - slack (self, source));
      need (&self->verticals[target->column + 1].before, font->arrow + 2 * font->gap);
    }
}

static void
size_columns (PlumbChartPlan *self)
{
  for (guint i = 0; i <= self->n_columns; i++)
    {
      self->verticals[i].before = i > 0 ? 2 * self->font->gap : self->font->gap;
      self->verticals[i].after
          = i < self->n_columns ? self->font->badge + self->font->gap : self->font->gap;
    }
  for (guint i = 0; i < self->n_columns; i++)
    self->column_widths[i] = 0;
  for (guint i = 0; i < self->n_boxes; i++)
    need (&self->column_widths[self->boxes[i].column],
          MAX (self->boxes[i].width, self->font->body_width));
  for (guint i = 0; i < self->n_edges; i++)
    reserve_beside (self, &self->edges[i]);
}

static void
place_columns (PlumbChartPlan *self)
{
  const PlumbChartFont *font = self->font;
  double x = 0;

  for (guint i = 0; i <= self->n_columns; i++)
    {
      PlumbPlanGutter *gutter = &self->verticals[i];
      double lanes = gutter->n_lanes ? (gutter->n_lanes - 1) * font->lane + 2 * font->gap : 0;
      double least = i > 0 && i < self->n_columns ? font->gutter : 0;
      double spare = MAX (0, least - gutter->before - lanes - gutter->after);

      gutter->start = x;
      gutter->lanes = x + gutter->before + spare / 2 + font->gap;
      gutter->size = gutter->before + lanes + gutter->after + spare;
      x += gutter->size;
      if (i < self->n_columns)
        x += self->column_widths[i];
    }
  self->width = ceil (x);
  for (guint i = 0; i < self->n_boxes; i++)
    {
      const PlumbPlanGutter *gutter = &self->verticals[self->boxes[i].column];

      self->boxes[i].x
          = gutter->start + gutter->size + self->column_widths[self->boxes[i].column] / 2;
    }
}

/* What stands between the lanes of a gutter and the row below it. */
static double
arrow_room (const PlumbChartFont *font)
{
  return font->badge + font->gap;
}

static void
size_rows (PlumbChartPlan *self)
{
  const PlumbChartFont *font = self->font;

  for (guint i = 0; i <= self->n_rows; i++)
    self->horizontals[i].after = 0;
  for (guint i = 0; i < self->n_rows; i++)
    self->row_heights[i] = 0;
  for (guint i = 0; i < self->n_boxes; i++)
    need (&self->row_heights[self->boxes[i].row], self->boxes[i].height);
  for (guint i = 0; i < self->n_edges; i++)
    {
      const PlumbPlanEdge *edge = &self->edges[i];
      guint row = self->boxes[edge->target].row;

      if (!edge->label.lines)
        continue;
      if (edge->passage == PLUMB_PASSAGE_SIDE)
        need (&self->row_heights[row], 2 * (edge->label.height + font->gap));
      else
        need (&self->horizontals[row].after, edge->label.height + font->gap);
    }
}

static void
place_rows (PlumbChartPlan *self)
{
  const PlumbChartFont *font = self->font;
  double y = 0;

  for (guint i = 0; i <= self->n_rows; i++)
    {
      PlumbPlanGutter *gutter = &self->horizontals[i];
      gboolean inner = i > 0 && i < self->n_rows;
      double lanes = gutter->n_lanes ? (gutter->n_lanes - 1) * font->lane : 0;
      double least = inner ? font->gutter : 0;

      gutter->before = gutter->n_lanes || inner ? font->stem : 0;
      gutter->after += i < self->n_rows ? arrow_room (font) : font->gap;
      if (gutter->n_lanes)
        gutter->after += font->gap / 2;
      gutter->size = MAX (least, gutter->before + lanes + gutter->after);
      gutter->start = y;
      gutter->lanes = y + gutter->size - gutter->after - lanes;
      y += gutter->size;
      if (i < self->n_rows)
        y += self->row_heights[i];
    }
  self->height = ceil (y);
  for (guint i = 0; i < self->n_boxes; i++)
    {
      const PlumbPlanGutter *gutter = &self->horizontals[self->boxes[i].row];

      self->boxes[i].y = gutter->start + gutter->size + self->row_heights[self->boxes[i].row] / 2;
    }
}

static void
add_point (PlumbPlanEdge *edge, double x, double y)
{
  PlumbPoint *points = edge->points;
  guint n = edge->n_points;

  if (n > 0 && ABS (points[n - 1].x - x) < 0.01 && ABS (points[n - 1].y - y) < 0.01)
    return;
  if (n > 1
      && ((ABS (points[n - 2].x - x) < 0.01 && ABS (points[n - 1].x - x) < 0.01)
          || (ABS (points[n - 2].y - y) < 0.01 && ABS (points[n - 1].y - y) < 0.01)))
    n--;
  points[n] = (PlumbPoint){ x, y };
  edge->n_points = n + 1;
}

static void
draw_side (PlumbPlanEdge *edge, const PlumbPlanBox *source, const PlumbPlanBox *target)
{
  double direction = target->x > source->x ? 1 : -1;

  add_point (edge, source->x + direction * source->width / 2, source->y);
  add_point (edge, target->x - direction * target->width / 2, source->y);
}

static void
draw_edge (PlumbChartPlan *self, PlumbPlanEdge *edge)
{
  const PlumbPlanBox *source = &self->boxes[edge->source];
  const PlumbPlanBox *target = &self->boxes[edge->target];
  guint turns = edge->passage == PLUMB_PASSAGE_SOURCE ? target->row : source->row + 1;
  double end = target->x + edge->port;
  double y = plumb_chart_plan_bus_y (self, edge->source, turns);

  add_point (edge, source->x, source->y + source->height / 2);
  if (edge->passage == PLUMB_PASSAGE_GUTTER)
    {
      double x = plumb_chart_plan_trunk_x (self, edge->source, edge->gutter);

      add_point (edge, source->x, y);
      add_point (edge, x, y);
      y = plumb_chart_plan_bus_y (self, edge->source, target->row);
      add_point (edge, x, y);
      add_point (edge, end, y);
    }
  else if (ABS (source->x - end) > 0.01)
    {
      add_point (edge, source->x, y);
      add_point (edge, end, y);
    }
  add_point (
      edge, end,
      target->y - target->height / 2
          + plumb_chart_shape_top (target->node->kind, target->width, target->height, edge->port));
}

void
plumb_chart_plan_draw_edges (PlumbChartPlan *self)
{
  for (guint i = 0; i < self->n_edges; i++)
    {
      PlumbPlanEdge *edge = &self->edges[i];

      edge->n_points = 0;
      if (edge->passage == PLUMB_PASSAGE_SIDE)
        draw_side (edge, &self->boxes[edge->source], &self->boxes[edge->target]);
      else
        draw_edge (self, edge);
    }
}

/* Above the line, near the source; in the middle where the line is short and the gutter free. */
static void
label_side (PlumbChartPlan *self, PlumbPlanEdge *edge)
{
  const PlumbChartFont *font = self->font;
  const PlumbPlanBox *source = &self->boxes[edge->source];
  const PlumbPlanBox *target = &self->boxes[edge->target];
  double direction = target->x > source->x ? 1 : -1;
  guint gutter = direction > 0 ? source->column + 1 : source->column;
  double start = edge->points[0].x;
  double length = ABS (edge->points[1].x - start) - font->arrow - font->gap;
  double inset = 1.5 * font->gap;

  if (direction > 0)
    length = MIN (length, ABS (edge->points[1].x - start) - font->badge - font->gap);
  if (ABS ((int) target->column - (int) source->column) == 1
      && self->verticals[gutter].n_lanes == 0)
    inset = MAX (font->gap, (length - edge->label.width) / 2);
  edge->label_area.x = direction > 0 ? start + inset : start - inset - edge->label.width;
  edge->label_area.y = source->y - font->gap / 2 - edge->label.height;
  edge->label_side = 0;
}

static void
label_drop (PlumbChartPlan *self, PlumbPlanEdge *edge)
{
  const PlumbChartFont *font = self->font;
  const PlumbPlanBox *target = &self->boxes[edge->target];
  const PlumbPlanGutter *gutter = &self->horizontals[target->row];
  double x = edge->points[edge->n_points - 1].x;

  edge->label_area.x = edge->label_side > 0 ? x + font->gap : x - font->gap - edge->label.width;
  edge->label_area.y = gutter->start + gutter->size - arrow_room (font) - edge->label.height;
}

void
plumb_chart_plan_place_labels (PlumbChartPlan *self)
{
  for (guint i = 0; i < self->n_edges; i++)
    {
      PlumbPlanEdge *edge = &self->edges[i];

      if (!edge->label.lines)
        continue;
      edge->label_area.width = edge->label.width;
      edge->label_area.height = edge->label.height;
      if (edge->passage == PLUMB_PASSAGE_SIDE)
        label_side (self, edge);
      else
        label_drop (self, edge);
    }
}

/* Every round that fails keeps one more box's middle free, so the rounds end. */
void
plumb_chart_plan_place (PlumbChartPlan *self)
{
  gboolean settled = FALSE;

  for (guint i = 0; i < self->n_boxes; i++)
    self->boxes[i].apart = FALSE;
  for (guint round = 0; !settled && round <= self->n_boxes; round++)
    {
      g_hash_table_remove_all (self->trunk_index);
      g_hash_table_remove_all (self->bus_index);
      g_ptr_array_set_size (self->trunks, 0);
      g_ptr_array_set_size (self->buses, 0);
      plumb_chart_plan_assign_ports (self);
      size_columns (self);
      plumb_chart_plan_assign_trunks (self);
      place_columns (self);
      settled = plumb_chart_plan_assign_buses (self);
    }
  size_rows (self);
  place_rows (self);
  plumb_chart_plan_draw_edges (self);
  plumb_chart_plan_place_labels (self);
}
