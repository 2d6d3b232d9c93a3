/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-private.h"

#include <string.h>

#define NEAR 0.01

static void
bend_trunk (PlumbChartPlan *self, PlumbPlanTrunk *trunk, guint gutter, guint column)
{
  g_array_append_val (column < trunk->gutter ? trunk->lefts : trunk->rights, gutter);
  trunk->first = MIN (trunk->first, gutter);
  trunk->last = MAX (trunk->last, gutter);
}

static guint
trunk_crossings (const GArray *bends, const PlumbPlanTrunk *other)
{
  guint sum = 0;

  for (guint i = 0; i < bends->len; i++)
    {
      guint at = g_array_index (bends, guint, i);

      if (at > other->first && at < other->last)
        sum += 2;
      else if (at == other->first || at == other->last)
        sum += 1;
    }
  return sum;
}

static void
order_trunks (PlumbPlanGutter *gutter, GPtrArray *trunks)
{
  guint n = trunks->len;
  g_autofree guint *cost = g_new0 (guint, n * n + 1);
  g_autofree gboolean *apart = g_new0 (gboolean, n * n + 1);
  g_autofree guint *order = g_new0 (guint, n + 1);
  g_autofree guint *levels = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        const PlumbPlanTrunk *left = g_ptr_array_index (trunks, i);
        const PlumbPlanTrunk *right = g_ptr_array_index (trunks, j);

        cost[i * n + j]
            = trunk_crossings (left->rights, right) + trunk_crossings (right->lefts, left);
        apart[i * n + j] = left->first <= right->last && right->first <= left->last;
      }
  plumb_chart_order (n, cost, order);
  gutter->n_lanes = plumb_chart_stack (n, order, apart, levels);
  for (guint i = 0; i < n; i++)
    ((PlumbPlanTrunk *) g_ptr_array_index (trunks, i))->lane = levels[i];
}

/* Gives the verticals in the gutters between columns their lanes. */
void
plumb_chart_plan_assign_trunks (PlumbChartPlan *self)
{
  g_autoptr (GPtrArray) by_gutter
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i <= self->n_columns; i++)
    g_ptr_array_add (by_gutter, g_ptr_array_new ());
  for (guint i = 0; i < self->n_edges; i++)
    {
      const PlumbPlanEdge *edge = &self->edges[i];
      PlumbPlanTrunk *trunk;

      if (edge->passage != PLUMB_PASSAGE_GUTTER)
        continue;
      trunk = plumb_chart_plan_ensure_trunk (self, edge->source, edge->gutter);
      if (trunk->first == G_MAXUINT)
        g_ptr_array_add (g_ptr_array_index (by_gutter, edge->gutter), trunk);
      bend_trunk (self, trunk, self->boxes[edge->source].row + 1, self->boxes[edge->source].column);
      bend_trunk (self, trunk, self->boxes[edge->target].row, self->boxes[edge->target].column);
    }
  for (guint i = 0; i <= self->n_columns; i++)
    order_trunks (&self->verticals[i], g_ptr_array_index (by_gutter, i));
}

static void
pin_bus (PlumbPlanBus *bus, GArray *pins, double x, guint box)
{
  PlumbPlanPin pin = { x, box };

  g_array_append_val (pins, pin);
  bus->x0 = MIN (bus->x0, x);
  bus->x1 = MAX (bus->x1, x);
}

static void
pin_edge (PlumbChartPlan *self, const PlumbPlanEdge *edge)
{
  const PlumbPlanBox *source = &self->boxes[edge->source];
  const PlumbPlanBox *target = &self->boxes[edge->target];
  guint leaves = edge->passage == PLUMB_PASSAGE_SOURCE ? target->row : source->row + 1;
  PlumbPlanBus *bus = plumb_chart_plan_ensure_bus (self, edge->source, leaves);
  gboolean up = target->row <= source->row;
  double trunk;

  pin_bus (bus, bus->tops, source->x, edge->source);
  if (edge->passage != PLUMB_PASSAGE_GUTTER)
    {
      pin_bus (bus, bus->bottoms, target->x + edge->port, edge->target);
      return;
    }
  trunk = plumb_chart_plan_trunk_x (self, edge->source, edge->gutter);
  pin_bus (bus, up ? bus->tops : bus->bottoms, trunk, PLUMB_CHART_NOTHING);
  bus = plumb_chart_plan_ensure_bus (self, edge->source, target->row);
  pin_bus (bus, up ? bus->bottoms : bus->tops, trunk, PLUMB_CHART_NOTHING);
  pin_bus (bus, bus->bottoms, target->x + edge->port, edge->target);
}

static guint
bus_crossings (const GArray *pins, const PlumbPlanBus *other)
{
  guint sum = 0;

  for (guint i = 0; i < pins->len; i++)
    {
      double x = g_array_index (pins, PlumbPlanPin, i).x;

      sum += x > other->x0 + NEAR && x < other->x1 - NEAR;
    }
  return sum;
}

/* The bottom of one bus that stands exactly below a top of another. */
static const PlumbPlanPin *
find_meeting (const PlumbPlanBus *above, const PlumbPlanBus *below)
{
  for (guint i = 0; i < above->tops->len; i++)
    for (guint j = 0; j < below->bottoms->len; j++)
      {
        const PlumbPlanPin *pin = &g_array_index (below->bottoms, PlumbPlanPin, j);

        if (ABS (pin->x - g_array_index (above->tops, PlumbPlanPin, i).x) < NEAR)
          return pin;
      }
  return NULL;
}

static gboolean
share_arrow (const PlumbPlanBus *left, const PlumbPlanBus *right)
{
  for (guint i = 0; i < left->bottoms->len; i++)
    for (guint j = 0; j < right->bottoms->len; j++)
      {
        const PlumbPlanPin *a = &g_array_index (left->bottoms, PlumbPlanPin, i);
        const PlumbPlanPin *b = &g_array_index (right->bottoms, PlumbPlanPin, j);

        if (a->box != PLUMB_CHART_NOTHING && a->box == b->box && ABS (a->x - b->x) < NEAR
            && ABS (a->x - left->x1) < NEAR && ABS (a->x - right->x0) < NEAR)
          return TRUE;
      }
  return FALSE;
}

/* Whether two buses need different lanes; those that meet at one arrow from both sides do not. */
static gboolean
keep_apart (const PlumbChartPlan *self, const PlumbPlanBus *a, const PlumbPlanBus *b)
{
  double room = self->font->lane;

  if (find_meeting (a, b) || find_meeting (b, a))
    return TRUE;
  if (a->x0 >= b->x1 + room || b->x0 >= a->x1 + room)
    return FALSE;
  return !share_arrow (a, b) && !share_arrow (b, a);
}

/* Boxes whose arrow would run along the stem of another must let it arrive beside the middle. */
static gboolean
resolve_meetings (PlumbChartPlan *self, GPtrArray *buses, const guint *order)
{
  gboolean settled = TRUE;

  for (guint i = 0; i < buses->len; i++)
    for (guint j = i + 1; j < buses->len; j++)
      {
        const PlumbPlanPin *pin = find_meeting (g_ptr_array_index (buses, order[j]),
                                                g_ptr_array_index (buses, order[i]));

        if (!pin || pin->box == PLUMB_CHART_NOTHING || self->boxes[pin->box].apart)
          continue;
        self->boxes[pin->box].apart = TRUE;
        settled = FALSE;
      }
  return settled;
}

#define CONFLICT 100000

static gboolean
order_buses (PlumbChartPlan *self, PlumbPlanGutter *gutter, GPtrArray *buses)
{
  guint n = buses->len;
  g_autofree guint *cost = g_new0 (guint, n * n + 1);
  g_autofree gboolean *apart = g_new0 (gboolean, n * n + 1);
  g_autofree guint *order = g_new0 (guint, n + 1);
  g_autofree guint *levels = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        const PlumbPlanBus *upper = g_ptr_array_index (buses, i);
        const PlumbPlanBus *lower = g_ptr_array_index (buses, j);

        if (i == j)
          continue;
        cost[i * n + j] = bus_crossings (upper->bottoms, lower) + bus_crossings (lower->tops, upper)
                          + (find_meeting (lower, upper) ? CONFLICT : 0);
        apart[i * n + j] = keep_apart (self, upper, lower);
      }
  plumb_chart_order (n, cost, order);
  gutter->n_lanes = plumb_chart_stack (n, order, apart, levels);
  for (guint i = 0; i < n; i++)
    ((PlumbPlanBus *) g_ptr_array_index (buses, i))->lane = levels[i];
  return resolve_meetings (self, buses, order);
}

/*
 * Gives the horizontals in the gutters between rows their lanes. Returns FALSE
 * when some arrow had to be moved for it: the plan must be placed again.
 */
gboolean
plumb_chart_plan_assign_buses (PlumbChartPlan *self)
{
  g_autoptr (GPtrArray) by_gutter
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean settled = TRUE;

  for (guint i = 0; i <= self->n_rows; i++)
    g_ptr_array_add (by_gutter, g_ptr_array_new ());
  for (guint i = 0; i < self->n_edges; i++)
    if (self->edges[i].passage != PLUMB_PASSAGE_SIDE)
      pin_edge (self, &self->edges[i]);
  for (guint i = 0; i < self->buses->len; i++)
    {
      PlumbPlanBus *bus = g_ptr_array_index (self->buses, i);

      if (bus->x1 - bus->x0 > NEAR)
        g_ptr_array_add (g_ptr_array_index (by_gutter, bus->gutter), bus);
    }
  for (guint i = 0; i <= self->n_rows; i++)
    settled &= order_buses (self, &self->horizontals[i], g_ptr_array_index (by_gutter, i));
  return settled;
}
