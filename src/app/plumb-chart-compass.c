/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-compass.h"

#include <math.h>

static PlumbPoint
find_middle (const PlumbChartBox *box)
{
  return (PlumbPoint){ box->area.x + box->area.width / 2, box->area.y + box->area.height / 2 };
}

/* How far ahead a box lies in the direction, and how far beside it. */
static void
measure (const PlumbChartBox *from,
         const PlumbChartBox *to,
         GtkDirectionType direction,
         double *ahead,
         double *beside)
{
  PlumbPoint a = find_middle (from);
  PlumbPoint b = find_middle (to);
  gboolean across = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  gboolean back = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP;

  *ahead = (across ? b.x - a.x : b.y - a.y) * (back ? -1 : 1);
  *beside = fabs (across ? b.y - a.y : b.x - a.x);
}

/* Whatever is nearest, being beside counting more than being far ahead. To the
 * left and right the row is kept where it has another box. */
static double
rank (const PlumbChartBox *from, const PlumbChartBox *to, GtkDirectionType direction)
{
  gboolean across = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  double ahead;
  double beside;

  measure (from, to, direction, &ahead, &beside);
  if (ahead < (across ? from->area.width / 4 : from->area.height / 2))
    return INFINITY;

  return ahead + beside * (across ? 6 : 1.5);
}

/**
 * plumb_chart_compass_find:
 * @boxes: (array length=n_boxes): the boxes of a chart
 * @n_boxes: how many
 * @from: one of them
 * @direction: one of the four that arrow keys have
 *
 * Returns: (nullable): the box where the arrow key leads
 */
const PlumbChartBox *
plumb_chart_compass_find (const PlumbChartBox *boxes,
                          guint n_boxes,
                          const PlumbChartBox *from,
                          GtkDirectionType direction)
{
  const PlumbChartBox *best = NULL;
  double best_rank = INFINITY;

  g_return_val_if_fail (from != NULL, NULL);

  for (guint i = 0; i < n_boxes; i++)
    {
      double rank_here = &boxes[i] == from ? INFINITY : rank (from, &boxes[i], direction);

      if (rank_here < best_rank)
        {
          best = &boxes[i];
          best_rank = rank_here;
        }
    }

  return best;
}

/* The uppermost box, and of those the one nearest to the leading side. */
const PlumbChartBox *
plumb_chart_compass_first (const PlumbChartBox *boxes, guint n_boxes)
{
  const PlumbChartBox *first = NULL;

  for (guint i = 0; i < n_boxes; i++)
    if (first == NULL || boxes[i].node->row < first->node->row
        || (boxes[i].node->row == first->node->row && boxes[i].node->column < first->node->column))
      first = &boxes[i];

  return first;
}
