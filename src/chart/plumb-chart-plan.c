/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-private.h"

#include <string.h>

/* Where each value that is used stands among all that are: the grid without its empty lines. */
static GHashTable *
rank_values (GArray *values)
{
  GHashTable *ranks = g_hash_table_new (NULL, NULL);
  guint rank = 0;

  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);

      if (!g_hash_table_contains (ranks, GUINT_TO_POINTER (value)))
        g_hash_table_insert (ranks, GUINT_TO_POINTER (value), GUINT_TO_POINTER (rank++));
    }
  return ranks;
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static guint
rank_of (GHashTable *ranks, guint value)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (ranks, GUINT_TO_POINTER (value)));
}

static void
rank_boxes (PlumbChartPlan *self)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) column_ranks = NULL;
  g_autoptr (GHashTable) row_ranks = NULL;

  for (guint i = 0; i < self->n_boxes; i++)
    {
      g_array_append_val (columns, self->boxes[i].node->column);
      g_array_append_val (rows, self->boxes[i].node->row);
    }
  g_array_sort (columns, compare_guints);
  g_array_sort (rows, compare_guints);
  column_ranks = rank_values (columns);
  row_ranks = rank_values (rows);
  for (guint i = 0; i < self->n_boxes; i++)
    {
      self->boxes[i].column = rank_of (column_ranks, self->boxes[i].node->column);
      self->boxes[i].row = rank_of (row_ranks, self->boxes[i].node->row);
    }
  self->n_columns = g_hash_table_size (column_ranks);
  self->n_rows = g_hash_table_size (row_ranks);
}

static guint64
cell_key (guint column, guint row)
{
  return ((guint64) row << 32) | column;
}

static void
index_cells (PlumbChartPlan *self)
{
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->n_boxes; i++)
    {
      guint64 key = cell_key (self->boxes[i].column, self->boxes[i].row);

      g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i + 1));
    }
}

guint
plumb_chart_plan_cell (const PlumbChartPlan *self, guint column, guint row)
{
  guint64 key = cell_key (column, row);
  gpointer found = g_hash_table_lookup (self->cells, &key);

  return found ? GPOINTER_TO_UINT (found) - 1 : PLUMB_CHART_NOTHING;
}

static void
size_boxes (PlumbChartPlan *self, const char *language)
{
  for (guint i = 0; i < self->n_boxes; i++)
    {
      PlumbPlanBox *box = &self->boxes[i];

      const char *text = plumb_text_get (box->node->text, language);

      box->base_width = plumb_chart_font_box_width (self->font, box->node->kind, text);
      box->height = plumb_chart_font_fit (self->font, box->node->kind, text, box->base_width,
                                          &box->text);
    }
}

static void
break_label (PlumbChartPlan *self, PlumbPlanEdge *edge, const char *language)
{
  const char *text = edge->exit->label ? plumb_text_get (edge->exit->label, language) : NULL;

  if (text && *text)
    plumb_chart_font_break (self->font, text, 0.5 * self->font->body_width, 3, &edge->label);
}

/* Exits to other stages have no end here; only links have such. */
static void
collect_edges (PlumbChartPlan *self, const char *language)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) edges = g_array_new (FALSE, TRUE, sizeof (PlumbPlanEdge));

  for (guint i = 0; i < self->n_boxes; i++)
    g_hash_table_insert (places, (gpointer) self->boxes[i].node, GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->n_boxes; i++)
    for (guint j = 0; j < self->boxes[i].node->exits->len; j++)
      {
        PlumbPlanEdge edge = { g_ptr_array_index (self->boxes[i].node->exits, j), i };
        gpointer target;

        if (!g_hash_table_lookup_extended (places, edge.exit->target, NULL, &target)
            || GPOINTER_TO_UINT (target) == i)
          continue;
        edge.target = GPOINTER_TO_UINT (target);
        break_label (self, &edge, language);
        g_array_append_val (edges, edge);
      }
  self->n_edges = edges->len;
  self->edges = g_memdup2 (edges->data, edges->len * sizeof (PlumbPlanEdge));
}

static void
free_trunk (gpointer data)
{
  PlumbPlanTrunk *trunk = data;

  g_array_unref (trunk->lefts);
  g_array_unref (trunk->rights);
  g_free (trunk);
}

static void
free_bus (gpointer data)
{
  PlumbPlanBus *bus = data;

  g_array_unref (bus->tops);
  g_array_unref (bus->bottoms);
  g_free (bus);
}

/* The boxes, the grid and the edges of a stage, nothing placed yet. */
PlumbChartPlan *
plumb_chart_plan_new (const PlumbStage *stage, const PlumbChartStyle *style)
{
  PlumbChartPlan *self = g_new0 (PlumbChartPlan, 1);

  self->font = plumb_chart_font_new (style);
  self->n_boxes = stage->nodes->len;
  self->boxes = g_new0 (PlumbPlanBox, self->n_boxes);
  for (guint i = 0; i < self->n_boxes; i++)
    self->boxes[i].node = g_ptr_array_index (stage->nodes, i);
  rank_boxes (self);
  index_cells (self);
  size_boxes (self, style->language);
  collect_edges (self, style->language);
  self->column_widths = g_new0 (double, self->n_columns);
  self->row_heights = g_new0 (double, self->n_rows);
  self->verticals = g_new0 (PlumbPlanGutter, self->n_columns + 1);
  self->horizontals = g_new0 (PlumbPlanGutter, self->n_rows + 1);
  self->trunks = g_ptr_array_new_with_free_func (free_trunk);
  self->buses = g_ptr_array_new_with_free_func (free_bus);
  self->trunk_index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->bus_index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
plumb_chart_plan_free (PlumbChartPlan *self)
{
  for (guint i = 0; i < self->n_boxes; i++)
    plumb_chart_text_clear (&self->boxes[i].text);
  for (guint i = 0; i < self->n_edges; i++)
    plumb_chart_text_clear (&self->edges[i].label);
  g_hash_table_unref (self->trunk_index);
  g_hash_table_unref (self->bus_index);
  g_ptr_array_unref (self->trunks);
  g_ptr_array_unref (self->buses);
  g_hash_table_unref (self->cells);
  g_free (self->boxes);
  g_free (self->edges);
  g_free (self->column_widths);
  g_free (self->row_heights);
  g_free (self->verticals);
  g_free (self->horizontals);
  plumb_chart_font_free (self->font);
  g_free (self);
}

static gpointer
find (GHashTable *index, guint net, guint gutter)
{
  guint64 key = cell_key (net, gutter);

  return g_hash_table_lookup (index, &key);
}

static void
keep (GHashTable *index, GPtrArray *list, guint net, guint gutter, gpointer value)
{
  guint64 key = cell_key (net, gutter);

  g_hash_table_insert (index, g_memdup2 (&key, sizeof key), value);
  g_ptr_array_add (list, value);
}

PlumbPlanTrunk *
plumb_chart_plan_ensure_trunk (PlumbChartPlan *self, guint net, guint gutter)
{
  PlumbPlanTrunk *trunk = find (self->trunk_index, net, gutter);

  if (trunk)
    return trunk;
  trunk = g_new0 (PlumbPlanTrunk, 1);
  trunk->net = net;
  trunk->gutter = gutter;
  trunk->first = G_MAXUINT;
  trunk->lefts = g_array_new (FALSE, FALSE, sizeof (guint));
  trunk->rights = g_array_new (FALSE, FALSE, sizeof (guint));
  keep (self->trunk_index, self->trunks, net, gutter, trunk);
  return trunk;
}

PlumbPlanBus *
plumb_chart_plan_ensure_bus (PlumbChartPlan *self, guint net, guint gutter)
{
  PlumbPlanBus *bus = find (self->bus_index, net, gutter);

  if (bus)
    return bus;
  bus = g_new0 (PlumbPlanBus, 1);
  bus->net = net;
  bus->gutter = gutter;
  bus->x0 = G_MAXDOUBLE;
  bus->x1 = -G_MAXDOUBLE;
  bus->tops = g_array_new (FALSE, FALSE, sizeof (PlumbPlanPin));
  bus->bottoms = g_array_new (FALSE, FALSE, sizeof (PlumbPlanPin));
  keep (self->bus_index, self->buses, net, gutter, bus);
  return bus;
}

double
plumb_chart_plan_trunk_x (const PlumbChartPlan *self, guint net, guint gutter)
{
  const PlumbPlanTrunk *trunk = find (self->trunk_index, net, gutter);
  guint lane = trunk ? trunk->lane : 0;

  return self->verticals[gutter].lanes + lane * self->font->lane;
}

double
plumb_chart_plan_bus_y (const PlumbChartPlan *self, guint net, guint gutter)
{
  const PlumbPlanBus *bus = find (self->bus_index, net, gutter);
  guint lane = bus ? bus->lane : 0;

  return self->horizontals[gutter].lanes + lane * self->font->lane;
}
