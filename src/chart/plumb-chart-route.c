/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-private.h"

#include <math.h>

/* Beyond this many edges a chart is routed once, not in every way that might look better. */
#define MOST_EDGES_TO_IMPROVE 120

static gboolean
row_is_free (const PlumbChartPlan *self, const PlumbPlanBox *a, const PlumbPlanBox *b)
{
  guint first = MIN (a->column, b->column);
  guint last = MAX (a->column, b->column);

  for (guint column = first + 1; column < last; column++)
    if (plumb_chart_plan_cell (self, column, a->row) != PLUMB_CHART_NOTHING)
      return FALSE;
  return TRUE;
}

/* Two exits of one box into the same side would share line and label: one goes round. */
static gboolean
side_is_free (const PlumbChartPlan *self, guint index)
{
  const PlumbPlanEdge *edge = &self->edges[index];

  for (guint i = 0; i < index; i++)
    if (self->edges[i].source == edge->source && self->edges[i].target == edge->target)
      return FALSE;
  return TRUE;
}

static guint
passing_column (const PlumbChartPlan *self, const PlumbPlanEdge *edge, PlumbPassage passage)
{
  if (passage == PLUMB_PASSAGE_SOURCE)
    return self->boxes[edge->source].column;
  if (passage == PLUMB_PASSAGE_TARGET)
    return self->boxes[edge->target].column;
  return PLUMB_CHART_NOTHING;
}

/* Whether an edge that already passes here and this one stay clear of each other, or belong
 * together. */
static gboolean
agrees_with (const PlumbChartPlan *self,
             const PlumbPlanEdge *edge,
             PlumbPassage passage,
             const PlumbPlanEdge *other)
{
  if (passing_column (self, other, other->passage) != passing_column (self, edge, passage))
    return TRUE;
  if (self->boxes[other->source].row + 1 >= self->boxes[edge->target].row
      || self->boxes[edge->source].row + 1 >= self->boxes[other->target].row)
    return TRUE;
  if (other->passage != passage)
    return FALSE;
  if (passage == PLUMB_PASSAGE_SOURCE)
    return other->source == edge->source;
  return other->target == edge->target;
}

static gboolean
may_pass (const PlumbChartPlan *self, guint index, PlumbPassage passage)
{
  const PlumbPlanEdge *edge = &self->edges[index];
  guint column = passing_column (self, edge, passage);

  for (guint row = self->boxes[edge->source].row + 1; row < self->boxes[edge->target].row; row++)
    if (plumb_chart_plan_cell (self, column, row) != PLUMB_CHART_NOTHING)
      return FALSE;
  for (guint i = 0; i < self->n_edges; i++)
    if (i != index && !agrees_with (self, edge, passage, &self->edges[i]))
      return FALSE;
  return TRUE;
}

/* The gutter beside the target, on the side from which the edge comes. */
static guint
nearest_gutter (const PlumbChartPlan *self, const PlumbPlanEdge *edge)
{
  guint source = self->boxes[edge->source].column;
  guint target = self->boxes[edge->target].column;

  return source < target ? target : target + 1;
}

/* Rows lie between the ends: there is a choice of how to pass them. */
static gboolean
is_long (const PlumbChartPlan *self, const PlumbPlanEdge *edge)
{
  return edge->passage != PLUMB_PASSAGE_SIDE && edge->passage != PLUMB_PASSAGE_NEXT;
}

static void
choose_first (PlumbChartPlan *self, guint index)
{
  PlumbPlanEdge *edge = &self->edges[index];
  const PlumbPlanBox *source = &self->boxes[edge->source];
  const PlumbPlanBox *target = &self->boxes[edge->target];

  if (source->row == target->row && row_is_free (self, source, target)
      && side_is_free (self, index))
    edge->passage = PLUMB_PASSAGE_SIDE;
  else if (target->row == source->row + 1)
    edge->passage = PLUMB_PASSAGE_NEXT;
  else
    {
      edge->passage = PLUMB_PASSAGE_GUTTER;
      edge->gutter = nearest_gutter (self, edge);
    }
}

static void
choose_column (PlumbChartPlan *self, guint index)
{
  PlumbPlanEdge *edge = &self->edges[index];

  if (edge->passage != PLUMB_PASSAGE_GUTTER
      || self->boxes[edge->target].row <= self->boxes[edge->source].row)
    return;
  if (may_pass (self, index, PLUMB_PASSAGE_TARGET))
    edge->passage = PLUMB_PASSAGE_TARGET;
  else if (may_pass (self, index, PLUMB_PASSAGE_SOURCE))
    edge->passage = PLUMB_PASSAGE_SOURCE;
}

static gboolean
cross (const PlumbPoint *a, const PlumbPoint *b, const PlumbPoint *c, const PlumbPoint *d)
{
  double y = a->y;
  double x = c->x;

  return ABS (a->y - b->y) < 0.01 && ABS (c->x - d->x) < 0.01 && x > MIN (a->x, b->x) + 0.01
         && x < MAX (a->x, b->x) - 0.01 && y > MIN (c->y, d->y) + 0.01
         && y < MAX (c->y, d->y) - 0.01;
}

static guint
count_between (const PlumbPlanEdge *a, const PlumbPlanEdge *b)
{
  guint sum = 0;

  for (guint i = 0; i + 1 < a->n_points; i++)
    for (guint j = 0; j + 1 < b->n_points; j++)
      sum += cross (&a->points[i], &a->points[i + 1], &b->points[j], &b->points[j + 1])
             || cross (&b->points[j], &b->points[j + 1], &a->points[i], &a->points[i + 1]);
  return sum;
}

guint
plumb_chart_plan_count_crossings (const PlumbChartPlan *self)
{
  guint sum = 0;

  for (guint i = 0; i < self->n_edges; i++)
    for (guint j = 0; j < i; j++)
      if (self->edges[i].source != self->edges[j].source)
        sum += count_between (&self->edges[i], &self->edges[j]);
  return sum;
}

/* What a reader pays: crossings first, then bends, then the way the eye has to go. */
static double
reading_cost (PlumbChartPlan *self)
{
  double length = self->width + self->height;
  double bends = 0;

  plumb_chart_plan_place (self);
  for (guint i = 0; i < self->n_boxes; i++)
    bends += self->boxes[i].split; /* one arrow is calmer than two */
  for (guint i = 0; i < self->n_edges; i++)
    {
      const PlumbPlanEdge *edge = &self->edges[i];

      bends += edge->n_points - 2;
      for (guint j = 0; j + 1 < edge->n_points; j++)
        length += ABS (edge->points[j].x - edge->points[j + 1].x)
                  + ABS (edge->points[j].y - edge->points[j + 1].y);
    }
  return 1000 * plumb_chart_plan_count_crossings (self) + 10 * bends
         + length / self->font->line_height;
}

static void
try_passage (PlumbChartPlan *self, guint index, PlumbPassage passage, guint gutter, double *best)
{
  PlumbPlanEdge *edge = &self->edges[index];
  PlumbPassage old_passage = edge->passage;
  guint old_gutter = edge->gutter;
  double cost;

  if (passage == old_passage && gutter == old_gutter)
    return;
  if (passage != PLUMB_PASSAGE_GUTTER && !may_pass (self, index, passage))
    return;
  edge->passage = passage;
  edge->gutter = gutter;
  cost = reading_cost (self);
  if (cost < *best - 0.01)
    {
      *best = cost;
      return;
    }
  edge->passage = old_passage;
  edge->gutter = old_gutter;
}

static void
improve_edge (PlumbChartPlan *self, guint index, double *best)
{
  const PlumbPlanEdge *edge = &self->edges[index];
  guint source = self->boxes[edge->source].column;
  guint target = self->boxes[edge->target].column;
  gboolean down = self->boxes[edge->target].row > self->boxes[edge->source].row;

  for (guint gutter = MIN (source, target); gutter <= MAX (source, target) + 1; gutter++)
    try_passage (self, index, PLUMB_PASSAGE_GUTTER, gutter, best);
  if (!down)
    return;
  try_passage (self, index, PLUMB_PASSAGE_TARGET, 0, best);
  try_passage (self, index, PLUMB_PASSAGE_SOURCE, 0, best);
}

static void
improve_arrival (PlumbChartPlan *self, guint index, double *best)
{
  double cost;

  self->boxes[index].split = !self->boxes[index].split;
  cost = reading_cost (self);
  if (cost < *best - 0.01)
    *best = cost;
  else
    self->boxes[index].split = !self->boxes[index].split;
}

static void
improve (PlumbChartPlan *self, double *best)
{
  for (guint i = 0; i < self->n_edges; i++)
    if (is_long (self, &self->edges[i]))
      improve_edge (self, i, best);
  for (guint i = 0; i < self->n_boxes; i++)
    if (self->boxes[i].node->entries->len > 1)
      improve_arrival (self, i, best);
}

/* Chooses how every edge passes the rows between its ends, and places everything. */
void
plumb_chart_plan_route (PlumbChartPlan *self)
{
  for (guint i = 0; i < self->n_edges; i++)
    choose_first (self, i);
  for (guint i = 0; i < self->n_edges; i++)
    choose_column (self, i);
  if (self->n_edges <= MOST_EDGES_TO_IMPROVE)
    {
      double before = INFINITY;
      double best = reading_cost (self);

      for (guint pass = 0; best < before && pass < 4; pass++)
        {
          before = best;
          improve (self, &best);
        }
    }
  plumb_chart_plan_place (self);
}
