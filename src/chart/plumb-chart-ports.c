/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-private.h"

#include <string.h>

/* A place at the top of a box where one arrow, or several without labels, arrive. */
typedef struct
{
  guint edge;    /* the first that arrives; the others are merged with it */
  int side;      /* from which it comes: -1 left, 0 straight from above, 1 right */
  guint start;   /* the gutter in which it turns down */
  guint from;    /* how far left it comes from */
  double before; /* room for labels */
  double after;
  gboolean several; /* the source has other exits too */
  double x;
} Port;

static guint
entry_gutter (const PlumbChartPlan *self, const PlumbPlanEdge *edge)
{
  if (edge->passage == PLUMB_PASSAGE_TARGET)
    return self->boxes[edge->source].row + 1;
  return self->boxes[edge->target].row;
}

static gboolean
has_several_exits (const PlumbChartPlan *self, guint box)
{
  guint n_exits = 0;

  for (guint i = 0; i < self->boxes[box].node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (self->boxes[box].node->exits, i);

      n_exits += exit->target->stage == self->boxes[box].node->stage;
    }
  return n_exits > 1;
}

static Port
describe_port (const PlumbChartPlan *self, guint index)
{
  const PlumbPlanEdge *edge = &self->edges[index];
  guint at = 2 * self->boxes[edge->target].column + 1;
  guint from = 2 * self->boxes[edge->source].column + 1;
  Port port = { .edge = index };

  if (edge->passage == PLUMB_PASSAGE_GUTTER)
    from = 2 * edge->gutter;
  port.from = from;
  port.side = (from > at) - (from < at);
  port.start = entry_gutter (self, edge);
  port.several = has_several_exits (self, edge->source);
  return port;
}

/* Inside of each side comes what turns down first: no two of them cross. */
static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *first = a;
  const Port *second = b;

  if (first->side != second->side)
    return first->side - second->side;
  if (first->start != second->start)
    return (first->start < second->start ? -1 : 1) * (first->side < 0 ? -1 : 1);
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->edge < second->edge ? -1 : first->edge > second->edge;
}

static gboolean
is_labeled (const PlumbPlanEdge *edge)
{
  return edge->label.lines != NULL;
}

/*
 * Arrows without labels arrive as one, if their sources lead nowhere else: where
 * a line that leads elsewhere too joined in, nobody could tell who goes where.
 */
static gboolean
may_merge (const PlumbChartPlan *self, const Port *port, const Port *entry)
{
  const PlumbPlanEdge *edge = &self->edges[entry->edge];
  const PlumbPlanBox *target = &self->boxes[edge->target];

  if (is_labeled (edge) || is_labeled (&self->edges[port->edge]))
    return FALSE;
  if (target->apart && port->side != entry->side)
    return FALSE;
  return edge->source == self->edges[port->edge].source || (!port->several && !entry->several);
}

/* A split box merges only what arrives side by side: the others would cross what is between. */
static Port *
find_port (const PlumbChartPlan *self, GArray *ports, const Port *entry)
{
  gboolean split = self->boxes[self->edges[entry->edge].target].split;

  for (guint i = split && ports->len ? ports->len - 1 : 0; i < ports->len; i++)
    if (may_merge (self, &g_array_index (ports, Port, i), entry))
      return &g_array_index (ports, Port, i);
  return NULL;
}

/* Merges what may be merged; tells each entry the edge that names its port. */
static GArray *
merge_ports (const PlumbChartPlan *self, GArray *entries, guint *port_of)
{
  GArray *ports = g_array_new (FALSE, FALSE, sizeof (Port));

  for (guint i = 0; i < entries->len; i++)
    {
      const Port *entry = &g_array_index (entries, Port, i);
      Port *port = find_port (self, ports, entry);

      port_of[i] = port ? port->edge : entry->edge;
      if (!port)
        {
          g_array_append_vals (ports, entry, 1);
          continue;
        }
      port->side = port->side == entry->side ? port->side : 0;
      port->start = MIN (port->start, entry->start);
    }
  return ports;
}

/* Only one arrow comes straight down; further ones from the same box turn beside it. */
static void
separate_straights (PlumbChartPlan *self, GArray *ports)
{
  gboolean taken = FALSE;

  for (guint i = 0; i < ports->len; i++)
    {
      Port *port = &g_array_index (ports, Port, i);

      if (port->side != 0)
        continue;
      if (taken)
        {
          port->side = 1;
          port->start = 0;
        }
      taken = TRUE;
    }
  g_array_sort (ports, compare_ports);
}

static void
choose_label_sides (PlumbChartPlan *self, GArray *ports)
{
  for (guint i = 0; i < ports->len; i++)
    {
      Port *port = &g_array_index (ports, Port, i);
      PlumbPlanEdge *edge = &self->edges[port->edge];
      gboolean left = i + 1 < ports->len && (i == 0 || port->side < 0);
      double room = is_labeled (edge) ? edge->label.width + 2 * self->font->gap : 0;

      edge->label_side = left ? -1 : 1;
      port->before = left ? room : 0;
      port->after = left ? 0 : room;
    }
}

/* Ports from left to right; the straight one, or the middle of all, is the middle of the box. */
static void
spread_ports (PlumbChartPlan *self, GArray *ports, gboolean apart)
{
  double x = 0;
  double middle = 0;
  gboolean straight = FALSE;
  gboolean passed = FALSE;

  for (guint i = 0; i < ports->len; i++)
    {
      Port *port = &g_array_index (ports, Port, i);
      Port *before = i > 0 ? port - 1 : NULL;

      if (before)
        x += MAX (self->font->port, before->after + port->before);
      if (apart && !passed && port->side > 0 && !straight)
        {
          /* The middle is kept free as though something came down there. */
          middle = before ? x : x - self->font->port;
          x = before ? x + self->font->port : x;
          passed = TRUE;
        }
      port->x = x;
      if (port->side == 0)
        {
          middle = x;
          straight = TRUE;
        }
    }
  if (apart && !straight && !passed)
    middle = x + self->font->port;
  else if (!straight && !apart)
    middle = x / 2;
  for (guint i = 0; i < ports->len; i++)
    g_array_index (ports, Port, i).x -= middle;
}

static void
fit_box (PlumbChartPlan *self, PlumbPlanBox *box, GArray *ports)
{
  double need = 0;
  double reach;

  box->width = box->base_width;
  for (guint i = 0; i < ports->len; i++)
    need = MAX (need, ABS (g_array_index (ports, Port, i).x));
  while ((reach = plumb_chart_shape_reach (box->node->kind, box->width, box->height, self->font))
         < need)
    box->width += MAX (1, 2 * (need - reach));
}

static void
assign_box (PlumbChartPlan *self, guint index, GArray *entries)
{
  PlumbPlanBox *box = &self->boxes[index];
  g_autofree guint *port_of = g_new (guint, entries->len + 1);
  g_autoptr (GArray) ports = NULL;

  g_array_sort (entries, compare_ports);
  ports = merge_ports (self, entries, port_of);
  separate_straights (self, ports);
  choose_label_sides (self, ports);
  spread_ports (self, ports, box->apart);
  fit_box (self, box, ports);
  for (guint i = 0; i < entries->len; i++)
    for (guint j = 0; j < ports->len; j++)
      if (g_array_index (ports, Port, j).edge == port_of[i])
        self->edges[g_array_index (entries, Port, i).edge].port = g_array_index (ports, Port, j).x;
}

/* Says where along the top of its target every edge arrives, and which side its label takes. */
void
plumb_chart_plan_assign_ports (PlumbChartPlan *self)
{
  g_autofree GArray **entries = g_new (GArray *, self->n_boxes + 1);

  for (guint i = 0; i < self->n_boxes; i++)
    entries[i] = g_array_new (FALSE, FALSE, sizeof (Port));
  for (guint i = 0; i < self->n_edges; i++)
    {
      Port port = describe_port (self, i);

      if (self->edges[i].passage != PLUMB_PASSAGE_SIDE)
        g_array_append_val (entries[self->edges[i].target], port);
    }
  for (guint i = 0; i < self->n_boxes; i++)
    {
      assign_box (self, i, entries[i]);
      g_array_unref (entries[i]);
    }
}
