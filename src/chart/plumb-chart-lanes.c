/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-private.h"

static void
move_item (guint *order, guint from, guint to)
{
  guint item = order[from];

  for (guint i = from; i < to; i++)
    order[i] = order[i + 1];
  for (guint i = from; i > to; i--)
    order[i] = order[i - 1];
  order[to] = item;
}

/* Slides one item away from its place step by step, as far as the slope of costs is best. */
static void
slide (guint n,
       const guint *cost,
       const guint *order,
       guint from,
       int step,
       gint64 *best,
       guint *to)
{
  guint item = order[from];
  gint64 gain = 0;

  for (guint place = from; (step > 0 && place + 1 < n) || (step < 0 && place > 0);)
    {
      guint other = order[place += step];
      gint64 item_first = cost[item * n + other];
      gint64 other_first = cost[other * n + item];

      gain += step > 0 ? item_first - other_first : other_first - item_first;
      if (gain > *best)
        {
          *best = gain;
          *to = place;
        }
    }
}

static gboolean
improve (guint n, const guint *cost, guint *order, guint from)
{
  gint64 best = 0;
  guint to = from;

  slide (n, cost, order, from, 1, &best, &to);
  slide (n, cost, order, from, -1, &best, &to);
  move_item (order, from, to);
  return to != from;
}

static guint64
order_cost (guint n, const guint *cost, const guint *order)
{
  guint64 sum = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      sum += cost[order[i] * n + order[j]];
  return sum;
}

static guint64
settle (guint n, const guint *cost, guint *order)
{
  gboolean moved = TRUE;

  for (guint pass = 0; moved && pass < 16; pass++)
    {
      moved = FALSE;
      for (guint from = 0; from < n; from++)
        moved |= improve (n, cost, order, from);
    }
  return order_cost (n, cost, order);
}

/*
 * plumb_chart_order:
 *
 * Orders n items so that the sum of cost[i * n + j] over every i before j is
 * small: moves single items while that helps, from the given order and from its
 * reverse.
 */
void
plumb_chart_order (guint n, const guint *cost, guint *order)
{
  g_autofree guint *forward = g_new (guint, n);
  g_autofree guint *backward = g_new (guint, n);
  gboolean keep;

  for (guint i = 0; i < n; i++)
    {
      forward[i] = i;
      backward[i] = n - 1 - i;
    }
  keep = settle (n, cost, forward) <= settle (n, cost, backward);
  for (guint i = 0; i < n; i++)
    order[i] = keep ? forward[i] : backward[i];
}

/*
 * plumb_chart_stack:
 *
 * Gives every item the first level behind all earlier items from which it must
 * keep apart. Returns: the number of levels.
 */
guint
plumb_chart_stack (guint n, const guint *order, const gboolean *apart, guint *levels)
{
  guint n_levels = 0;

  for (guint i = 0; i < n; i++)
    {
      guint level = 0;

      for (guint j = 0; j < i; j++)
        if (apart[order[i] * n + order[j]])
          level = MAX (level, levels[order[j]] + 1);
      levels[order[i]] = level;
      n_levels = MAX (n_levels, level + 1);
    }
  return n_levels;
}
