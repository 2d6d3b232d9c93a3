/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-diagram.h"

#include "plumb-diagram-private.h"

#include <string.h>

#define CACHE_BITS 17

/* ---- leaves and nodes ------------------------------------------------------------------- */

static PlumbDiagram
add_leaf (PlumbDiagrams *self, PlumbValue value)
{
  PlumbVertex vertex = { PLUMB_DIAGRAM_LEAF, self->values->len };

  g_array_append_val (self->values, value);
  g_array_append_val (self->vertices, vertex);

  return self->vertices->len - 1;
}

/**
 * plumb_diagrams_new:
 * @maximum_nodes: how many nodes there may be
 * @maximum_steps: how many steps may be taken
 *
 * Once a limit is met every result is unknown, and
 * plumb_diagrams_is_exhausted() says so: nothing found by then counts.
 *
 * Returns: (transfer full): no variables, and the leaves false, null and true
 */
PlumbDiagrams *
plumb_diagrams_new (guint maximum_nodes, guint64 maximum_steps)
{
  PlumbDiagrams *self = g_new0 (PlumbDiagrams, 1);

  self->arities = g_array_new (FALSE, FALSE, sizeof (guint));
  self->vertices = g_array_new (FALSE, FALSE, sizeof (PlumbVertex));
  self->edges = g_array_new (FALSE, FALSE, sizeof (PlumbDiagram));
  self->values = g_array_new (FALSE, FALSE, sizeof (PlumbValue));
  self->stack = g_array_new (FALSE, FALSE, sizeof (PlumbDiagram));
  self->leaves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->table_size = 1 << 12;
  self->table = g_new0 (guint32, self->table_size);
  self->cache = g_new0 (PlumbCached, 1 << CACHE_BITS);
  self->maximum_nodes = maximum_nodes;
  self->maximum_steps = maximum_steps;
  add_leaf (self, plumb_value_boolean (FALSE));
  add_leaf (self, plumb_value_null ());
  add_leaf (self, plumb_value_boolean (TRUE));

  return self;
}

void
plumb_diagrams_free (PlumbDiagrams *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->arities);
  g_array_unref (self->vertices);
  g_array_unref (self->edges);
  g_array_unref (self->values);
  g_array_unref (self->stack);
  g_hash_table_unref (self->leaves);
  g_free (self->table);
  g_free (self->cache);
  g_free (self);
}

/**
 * plumb_diagrams_constant:
 * @self: diagrams
 * @value: any value but a list
 *
 * Returns: what yields it whatever is asked
 */
PlumbDiagram
plumb_diagrams_constant (PlumbDiagrams *self, PlumbValue value)
{
  g_autofree char *key = NULL;
  gpointer found;
  PlumbDiagram leaf;

  if (value.type == PLUMB_VALUE_NULL || value.type == PLUMB_VALUE_BOOLEAN)
    return (PlumbDiagram) plumb_value_get_truth (&value);

  key = g_strdup_printf ("%d:%" G_GINT64_FORMAT, (int) value.type,
                         value.type == PLUMB_VALUE_STRING ? (gint64) (gintptr) value.string
                                                          : value.integer);
  found = g_hash_table_lookup (self->leaves, key);
  if (found != NULL)
    return GPOINTER_TO_UINT (found);
  leaf = add_leaf (self, value);
  g_hash_table_insert (self->leaves, g_steal_pointer (&key), GUINT_TO_POINTER (leaf));

  return leaf;
}

static guint
hash_node (guint level, const PlumbDiagram *edges, guint n_edges)
{
  guint64 hash = level + 1;

  for (guint i = 0; i < n_edges; i++)
    hash = (hash ^ edges[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (hash >> 29);
}

static void
grow_table (PlumbDiagrams *self)
{
  g_free (self->table);
  self->table_size *= 2;
  self->table = g_new0 (guint32, self->table_size);
  for (guint i = 0; i < self->vertices->len; i++)
    {
      const PlumbVertex *vertex = plumb_diagrams_get_vertex (self, i);
      guint at;

      if (vertex->level == PLUMB_DIAGRAM_LEAF)
        continue;
      at = hash_node (vertex->level, &g_array_index (self->edges, PlumbDiagram, vertex->edges),
                      plumb_diagrams_get_arity (self, vertex->level));
      while (self->table[at & (self->table_size - 1)] != 0)
        at++;
      self->table[at & (self->table_size - 1)] = i + 1;
    }
}

static PlumbDiagram
add_node (PlumbDiagrams *self, guint level, const PlumbDiagram *edges, guint n_edges)
{
  PlumbVertex vertex = { level, self->edges->len };

  g_array_append_vals (self->edges, edges, n_edges);
  g_array_append_val (self->vertices, vertex);
  if (++self->n_nodes > self->maximum_nodes)
    self->exhausted = TRUE;

  return self->vertices->len - 1;
}

/* The node that asks @level and goes on to @edges: one that is there already, where there is
 * such a one, and none at all where nothing depends on the answer. */
static PlumbDiagram
make_node (PlumbDiagrams *self, guint level, const PlumbDiagram *edges)
{
  guint n_edges = plumb_diagrams_get_arity (self, level);
  gboolean differs = FALSE;
  guint at;

  for (guint i = 1; i < n_edges; i++)
    differs |= edges[i] != edges[0];
  if (!differs)
    return edges[0];

  for (at = hash_node (level, edges, n_edges);; at++)
    {
      guint32 entry = self->table[at & (self->table_size - 1)];
      const PlumbVertex *vertex = entry ? plumb_diagrams_get_vertex (self, entry - 1) : NULL;

      if (vertex == NULL)
        break;
      if (vertex->level == level
          && memcmp (&g_array_index (self->edges, PlumbDiagram, vertex->edges), edges,
                     n_edges * sizeof *edges)
                 == 0)
        return entry - 1;
    }
  self->table[at & (self->table_size - 1)] = self->vertices->len + 1;
  if (self->n_nodes >= self->table_size / 2)
    {
      PlumbDiagram added = add_node (self, level, edges, n_edges);

      grow_table (self);
      return added;
    }

  return add_node (self, level, edges, n_edges);
}

/**
 * plumb_diagrams_add_variable:
 * @self: diagrams
 * @n_cells: how many different answers there are, null included
 *
 * Returns: the variable, asked behind all earlier ones
 */
guint
plumb_diagrams_add_variable (PlumbDiagrams *self, guint n_cells)
{
  g_return_val_if_fail (n_cells > 0, PLUMB_VARIABLE_NONE);

  g_array_append_val (self->arities, n_cells);

  return self->arities->len - 1;
}

/**
 * plumb_diagrams_variable:
 * @self: diagrams
 * @variable: one of its variables
 * @values: what it yields in each cell
 *
 * Returns: what asks this variable alone
 */
PlumbDiagram
plumb_diagrams_variable (PlumbDiagrams *self, guint variable, const PlumbValue *values)
{
  guint n_cells = plumb_diagrams_get_arity (self, variable);
  g_autofree PlumbDiagram *edges = g_new (PlumbDiagram, n_cells);

  for (guint i = 0; i < n_cells; i++)
    edges[i] = plumb_diagrams_constant (self, values[i]);

  return make_node (self, variable, edges);
}

/* ---- operations ------------------------------------------------------------------------- */

static inline guint
hash_operation (PlumbOperation operation, PlumbDiagram a, PlumbDiagram b, PlumbDiagram c)
{
  guint64 hash = ((guint64) operation << 58) ^ a;

  hash = hash * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) ^ b;
  hash = hash * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) ^ c;

  return (guint) ((hash * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> (64 - CACHE_BITS));
}

/* Results that need no look below. They also keep what does not matter out of the cache. */
static gboolean
shorten (PlumbOperation operation,
         PlumbDiagram a,
         PlumbDiagram b,
         PlumbDiagram c,
         PlumbDiagram *result)
{
  PlumbDiagram absorbing
      = operation == PLUMB_OPERATION_AND ? PLUMB_DIAGRAM_FALSE : PLUMB_DIAGRAM_TRUE;

  switch ((int) operation)
    {
    case PLUMB_OPERATION_AND:
    case PLUMB_OPERATION_OR:
      if (a == absorbing || b == absorbing)
        *result = absorbing;
      else if (a == b || b == PLUMB_DIAGRAM_TRUE - absorbing)
        *result = a;
      else if (a == PLUMB_DIAGRAM_TRUE - absorbing)
        *result = b;
      else
        return FALSE;
      return TRUE;

    case PLUMB_OPERATION_SELECT:
      if (a == PLUMB_DIAGRAM_TRUE || b == c)
        *result = b;
      else if (a == PLUMB_DIAGRAM_FALSE || a == PLUMB_DIAGRAM_UNKNOWN)
        *result = c;
      else
        return FALSE;
      return TRUE;

    case PLUMB_OPERATION_COALESCE:
      *result = b;
      return a == PLUMB_DIAGRAM_UNKNOWN;

    default:
      return FALSE;
    }
}

static inline PlumbDiagram
follow (const PlumbDiagrams *self, PlumbDiagram diagram, guint level, guint cell)
{
  return plumb_diagrams_get_level (self, diagram) == level
             ? plumb_diagrams_get_edge (self, diagram, cell)
             : diagram;
}

static PlumbDiagram apply (PlumbDiagrams *self,
                           PlumbOperation operation,
                           PlumbDiagram a,
                           PlumbDiagram b,
                           PlumbDiagram c);

static PlumbDiagram
apply_below (PlumbDiagrams *self,
             PlumbOperation operation,
             PlumbDiagram a,
             PlumbDiagram b,
             PlumbDiagram c)
{
  guint level = MIN (MIN (plumb_diagrams_get_level (self, a), plumb_diagrams_get_level (self, b)),
                     plumb_diagrams_get_level (self, c));
  guint base = self->stack->len;
  PlumbDiagram result;

  if (level == PLUMB_DIAGRAM_LEAF)
    return plumb_diagrams_constant (
        self, plumb_operation_calculate (operation, plumb_diagrams_get_leaf (self, a),
                                         plumb_diagrams_get_leaf (self, b),
                                         plumb_diagrams_get_leaf (self, c)));

  for (guint i = 0; i < plumb_diagrams_get_arity (self, level) && !self->exhausted; i++)
    {
      PlumbDiagram edge = apply (self, operation, follow (self, a, level, i),
                                 follow (self, b, level, i), follow (self, c, level, i));

      g_array_append_val (self->stack, edge);
    }
  result = self->exhausted
               ? PLUMB_DIAGRAM_UNKNOWN
               : make_node (self, level, &g_array_index (self->stack, PlumbDiagram, base));
  g_array_set_size (self->stack, base);

  return result;
}

/* The cell that @variable is held to is @cell. */
static PlumbDiagram
restrict_below (PlumbDiagrams *self, PlumbDiagram a, guint variable, guint cell)
{
  guint level = plumb_diagrams_get_level (self, a);
  guint base = self->stack->len;
  PlumbDiagram result;

  if (level > variable)
    return a;
  if (level == variable)
    return plumb_diagrams_get_edge (self, a, cell);

  for (guint i = 0; i < plumb_diagrams_get_arity (self, level) && !self->exhausted; i++)
    {
      PlumbDiagram edge = apply (self, PLUMB_OPERATION_RESTRICT,
                                 plumb_diagrams_get_edge (self, a, i), variable, cell);

      g_array_append_val (self->stack, edge);
    }
  result = self->exhausted
               ? PLUMB_DIAGRAM_UNKNOWN
               : make_node (self, level, &g_array_index (self->stack, PlumbDiagram, base));
  g_array_set_size (self->stack, base);

  return result;
}

static PlumbDiagram
apply (PlumbDiagrams *self,
       PlumbOperation operation,
       PlumbDiagram a,
       PlumbDiagram b,
       PlumbDiagram c)
{
  PlumbCached *cached;
  PlumbDiagram result;

  if (shorten (operation, a, b, c, &result))
    return result;
  if ((operation == PLUMB_OPERATION_AND || operation == PLUMB_OPERATION_OR) && a > b)
    {
      result = a;
      a = b;
      b = result;
    }
  cached = &self->cache[hash_operation (operation, a, b, c)];
  if (cached->operation == operation + 1u && cached->a == a && cached->b == b && cached->c == c)
    return cached->result;

  if (++self->n_steps > self->maximum_steps)
    self->exhausted = TRUE;
  if (self->exhausted)
    return PLUMB_DIAGRAM_UNKNOWN;
  result = operation == PLUMB_OPERATION_RESTRICT ? restrict_below (self, a, b, c)
                                                 : apply_below (self, operation, a, b, c);
  *cached = (PlumbCached){ operation + 1u, a, b, c, result };

  return result;
}

/**
 * plumb_diagrams_apply:
 * @self: diagrams
 * @operation: what to do in every case
 * @a: the first operand
 * @b: the second, 0 where there is none
 * @c: the third, 0 where there is none
 *
 * Returns: what yields the result of the operation on what the operands yield
 */
PlumbDiagram
plumb_diagrams_apply (PlumbDiagrams *self,
                      PlumbOperation operation,
                      PlumbDiagram a,
                      PlumbDiagram b,
                      PlumbDiagram c)
{
  return apply (self, operation, a, b, c);
}

/**
 * plumb_diagrams_restrict:
 * @self: diagrams
 * @diagram: one of them
 * @variable: a variable
 * @cell: one of its cells
 *
 * Returns: what @diagram is where @variable is in @cell; it no longer asks it
 */
PlumbDiagram
plumb_diagrams_restrict (PlumbDiagrams *self, PlumbDiagram diagram, guint variable, guint cell)
{
  return apply (self, PLUMB_OPERATION_RESTRICT, diagram, variable, cell);
}
