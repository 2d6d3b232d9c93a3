/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-diagram.h"

G_BEGIN_DECLS

#define PLUMB_DIAGRAM_LEAF G_MAXUINT32

/* A node, or a leaf, whose level is PLUMB_DIAGRAM_LEAF. */
typedef struct
{
  guint32 level;
  guint32 edges; /* where they begin among all edges; of a leaf, its place among the values */
} PlumbVertex;

typedef struct
{
  guint32 operation; /* and one, so that zero is an empty place */
  PlumbDiagram a, b, c;
  PlumbDiagram result;
} PlumbCached;

struct _PlumbDiagrams
{
  GArray *arities;    /* guint: cells of each variable */
  GArray *vertices;   /* PlumbVertex */
  GArray *edges;      /* PlumbDiagram */
  GArray *values;     /* PlumbValue: of the leaves */
  GArray *stack;      /* PlumbDiagram: edges of nodes in the making */
  GHashTable *leaves; /* PlumbValue, as it is printed, to its leaf */
  guint32 *table;     /* open addressing: vertex and one, or 0 */
  guint table_size;   /* a power of two */
  guint n_nodes;
  PlumbCached *cache;
  guint maximum_nodes;
  guint64 maximum_steps;
  guint64 n_steps;
  gboolean exhausted;
};

static inline const PlumbVertex *
plumb_diagrams_get_vertex (const PlumbDiagrams *self, PlumbDiagram diagram)
{
  return &g_array_index (self->vertices, PlumbVertex, diagram);
}

static inline guint
plumb_diagrams_get_arity (const PlumbDiagrams *self, guint variable)
{
  return g_array_index (self->arities, guint, variable);
}

static inline PlumbDiagram
plumb_diagrams_get_edge (const PlumbDiagrams *self, PlumbDiagram diagram, guint cell)
{
  return g_array_index (self->edges, PlumbDiagram,
                        plumb_diagrams_get_vertex (self, diagram)->edges + cell);
}

static inline const PlumbValue *
plumb_diagrams_get_leaf (const PlumbDiagrams *self, PlumbDiagram diagram)
{
  return &g_array_index (self->values, PlumbValue,
                         plumb_diagrams_get_vertex (self, diagram)->edges);
}

static inline guint
plumb_diagrams_get_level (const PlumbDiagrams *self, PlumbDiagram diagram)
{
  return plumb_diagrams_get_vertex (self, diagram)->level;
}

/* What an operation yields for plain values, by the evaluator's own rules. */
PlumbValue plumb_operation_calculate (PlumbOperation operation,
                                      const PlumbValue *a,
                                      const PlumbValue *b,
                                      const PlumbValue *c);

G_END_DECLS
