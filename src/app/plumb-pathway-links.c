/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-links.h"

#include "plumb-chart-drawing.h"

#define LANE 5
#define ARROW 8
/* So many stages can send links through one gutter beside each other. */
#define LANES 3

graphene_point_t
plumb_pathway_grid_locate (const PlumbPathwayGrid *self, guint index)
{
  guint column = index % self->n_columns;
  guint row = index / self->n_columns;
  double x = self->gutter + column * (self->cell_width + self->gutter);

  return GRAPHENE_POINT_INIT (
      (float) (self->right_to_left ? self->width - x - self->cell_width : x),
      (float) (self->gutter + row * (self->cell_height + self->gutter)));
}

/* A link leaves its stage at the bottom, or at the top where it stays in the row, runs
 * along the gutters and comes down upon the other stage. */

typedef struct
{
  PlumbPoint points[6];
  guint n_points;
} Path;

static void
add (Path *path, double x, double y)
{
  path->points[path->n_points++] = (PlumbPoint){ x, y };
}

static double
above (const PlumbPathwayGrid *grid, guint row, double offset)
{
  return row * (grid->cell_height + grid->gutter) + grid->gutter / 2 + offset;
}

static void
trace (const PlumbPathwayGrid *grid, guint from, guint to, guint lane, Path *path)
{
  double offset = ((double) lane - (LANES - 1) / 2.0) * LANE;
  graphene_point_t start = plumb_pathway_grid_locate (grid, from);
  graphene_point_t end = plumb_pathway_grid_locate (grid, to);
  guint from_row = from / grid->n_columns;
  guint to_row = to / grid->n_columns;
  guint leaving = from_row < to_row ? from_row + 1 : from_row;
  double x = start.x + grid->cell_width / 2 + 2 * offset;
  double trunk = grid->right_to_left ? grid->width - grid->gutter / 2 - offset
                                     : grid->gutter / 2 + offset;

  path->n_points = 0;
  add (path, x, from_row < to_row ? start.y + grid->cell_height : start.y);
  add (path, x, above (grid, leaving, offset));
  if (leaving != to_row)
    {
      add (path, trunk, above (grid, leaving, offset));
      add (path, trunk, above (grid, to_row, offset));
    }
  x = end.x + grid->cell_width / 2 + (from_row == to_row ? -3 * LANE : 2 * offset);
  add (path, x, above (grid, to_row, offset));
  add (path, x, end.y);
}

static gboolean
is_drawn_now (PlumbStanding standing, guint pass)
{
  static const PlumbStanding order[]
      = { PLUMB_STANDING_RULED_OUT, PLUMB_STANDING_OPEN, PLUMB_STANDING_TAKEN };

  return standing == order[pass] || (standing == PLUMB_STANDING_CURRENT && pass == 2);
}

static void
draw_from (cairo_t *cr,
           const PlumbPathwayGrid *grid,
           const PlumbNode *node,
           guint lane,
           guint pass,
           PlumbEvaluation *evaluation,
           const PlumbChartPalette *palette)
{
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);
      PlumbStanding standing = plumb_evaluation_get_exit_standing (evaluation, exit);
      Path path;

      if (exit->target->stage == node->stage || !is_drawn_now (standing, pass))
        continue;
      trace (grid, node->stage->index, exit->target->stage->index, lane, &path);
      plumb_chart_draw_edge (cr, path.points, path.n_points, ARROW, standing, palette);
    }
}

/* Whether a stage sends links to others. */
static gboolean
leads_on (const PlumbStage *stage)
{
  for (guint i = 0; i < stage->nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (stage->nodes, i);

      if (node->kind == PLUMB_NODE_LINK && node->exits->len > 0)
        return TRUE;
    }

  return FALSE;
}

void
plumb_pathway_links_draw (cairo_t *cr,
                          const PlumbPathwayGrid *grid,
                          GPtrArray *stages,
                          PlumbEvaluation *evaluation,
                          const PlumbChartPalette *palette)
{
  g_return_if_fail (cr != NULL && grid != NULL && grid->n_columns > 0);
  g_return_if_fail (stages != NULL && evaluation != NULL && palette != NULL);

  for (guint pass = 0; pass < 3; pass++)
    {
      guint lane = 0;

      for (guint i = 0; i < stages->len; i++)
        {
          const PlumbStage *stage = g_ptr_array_index (stages, i);

          if (!leads_on (stage))
            continue;
          for (guint j = 0; j < stage->nodes->len; j++)
            draw_from (cr, grid, g_ptr_array_index (stage->nodes, j), lane % LANES, pass,
                       evaluation, palette);
          lane++;
        }
    }
}
