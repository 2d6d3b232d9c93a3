/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at diagrams: what they yield, what they ask, and who comes to what they yield. */

#include "plumb-diagram-private.h"

gboolean
plumb_diagrams_is_exhausted (const PlumbDiagrams *self)
{
  return self->exhausted;
}

/* Returns: how many nodes there are */
guint
plumb_diagrams_get_size (const PlumbDiagrams *self)
{
  return self->n_nodes;
}

guint64
plumb_diagrams_get_steps (const PlumbDiagrams *self)
{
  return self->n_steps;
}

gboolean
plumb_diagrams_is_constant (const PlumbDiagrams *self, PlumbDiagram diagram)
{
  return plumb_diagrams_get_level (self, diagram) == PLUMB_DIAGRAM_LEAF;
}

/**
 * plumb_diagrams_get_value:
 * @self: diagrams
 * @diagram: one of them
 * @cells: (nullable): the cell of every variable; may be %NULL for a leaf
 *
 * Returns: (transfer none): what it yields there
 */
const PlumbValue *
plumb_diagrams_get_value (const PlumbDiagrams *self, PlumbDiagram diagram, const guint *cells)
{
  while (plumb_diagrams_get_level (self, diagram) != PLUMB_DIAGRAM_LEAF)
    diagram
        = plumb_diagrams_get_edge (self, diagram, cells[plumb_diagrams_get_level (self, diagram)]);

  return plumb_diagrams_get_leaf (self, diagram);
}

static void
mark_variables (const PlumbDiagrams *self, PlumbDiagram diagram, guint8 *seen, guint8 *asked)
{
  guint level = plumb_diagrams_get_level (self, diagram);

  if (level == PLUMB_DIAGRAM_LEAF || seen[diagram])
    return;
  seen[diagram] = TRUE;
  asked[level] = TRUE;
  for (guint i = 0; i < plumb_diagrams_get_arity (self, level); i++)
    mark_variables (self, plumb_diagrams_get_edge (self, diagram, i), seen, asked);
}

void
plumb_diagrams_foreach_variable (const PlumbDiagrams *self,
                                 PlumbDiagram diagram,
                                 PlumbSupportFunc func,
                                 gpointer data)
{
  g_autofree guint8 *seen = g_malloc0 (self->vertices->len);
  g_autofree guint8 *asked = g_malloc0 (self->arities->len + 1);

  mark_variables (self, diagram, seen, asked);
  for (guint i = 0; i < self->arities->len; i++)
    if (asked[i])
      func (i, data);
}

typedef struct
{
  const PlumbDiagrams *diagrams;
  PlumbDiagram leaf;
  PlumbCellCost cost;
  gpointer data;
  guint32 *costs; /* of the cheapest way from a vertex on, and one; 0: not looked at yet */
} PlumbSearchPath;

#define NO_PATH (G_MAXUINT32 / 2)

static guint32
measure (PlumbSearchPath *search, PlumbDiagram diagram)
{
  guint level = plumb_diagrams_get_level (search->diagrams, diagram);
  guint32 least = NO_PATH;

  if (level == PLUMB_DIAGRAM_LEAF)
    return diagram == search->leaf ? 0 : NO_PATH;
  if (search->costs[diagram] != 0)
    return search->costs[diagram] - 1;
  for (guint i = 0; i < plumb_diagrams_get_arity (search->diagrams, level); i++)
    {
      guint32 rest = measure (search, plumb_diagrams_get_edge (search->diagrams, diagram, i));

      if (rest < NO_PATH)
        least = MIN (least, rest + search->cost (level, i, search->data));
    }
  search->costs[diagram] = least + 1;

  return least;
}

static PlumbDiagram
take_cheapest (PlumbSearchPath *search, PlumbDiagram diagram, guint *cells)
{
  guint level = plumb_diagrams_get_level (search->diagrams, diagram);
  guint32 least = measure (search, diagram);

  for (guint i = 0; i < plumb_diagrams_get_arity (search->diagrams, level); i++)
    {
      PlumbDiagram next = plumb_diagrams_get_edge (search->diagrams, diagram, i);

      if (measure (search, next) < NO_PATH
          && measure (search, next) + search->cost (level, i, search->data) == least)
        {
          cells[level] = i;
          return next;
        }
    }

  g_return_val_if_reached (search->leaf);
}

/**
 * plumb_diagrams_find:
 * @self: diagrams
 * @diagram: one of them
 * @leaf: a leaf
 * @cost: (scope call): what an answer costs
 * @data: for @cost
 * @cells: (array): where to put the cell of every variable, %PLUMB_CELL_ANY for
 *   those on which nothing depends
 *
 * Finds the cheapest case in which @diagram yields @leaf.
 *
 * Returns: %FALSE where it never does
 */
gboolean
plumb_diagrams_find (const PlumbDiagrams *self,
                     PlumbDiagram diagram,
                     PlumbDiagram leaf,
                     PlumbCellCost cost,
                     gpointer data,
                     guint *cells)
{
  g_autofree guint32 *costs = g_new0 (guint32, self->vertices->len);
  PlumbSearchPath search = { self, leaf, cost, data, costs };

  for (guint i = 0; i < self->arities->len; i++)
    cells[i] = PLUMB_CELL_ANY;
  if (measure (&search, diagram) >= NO_PATH)
    return FALSE;
  while (plumb_diagrams_get_level (self, diagram) != PLUMB_DIAGRAM_LEAF)
    diagram = take_cheapest (&search, diagram, cells);

  return TRUE;
}
