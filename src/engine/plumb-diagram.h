/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-expression.h"

G_BEGIN_DECLS

/*
 * Decision diagrams: functions of finitely many variables, each with finitely
 * many cells, that yield a value of the guard language. A diagram is a graph in
 * which every node asks one variable and has an edge for each of its cells;
 * variables are asked in one fixed order, and equal subgraphs are one. So two
 * functions are equal when they have the same number, a function is constant
 * when its diagram is a single leaf, and whether a function can yield a value is
 * whether it has a path to that leaf. That settles a question about all inputs
 * at once, however many they are.
 *
 * Null is the leaf PLUMB_DIAGRAM_UNKNOWN, of whatever type.
 */
typedef struct _PlumbDiagrams PlumbDiagrams;
typedef guint32 PlumbDiagram;

#define PLUMB_DIAGRAM_FALSE ((PlumbDiagram) 0)
#define PLUMB_DIAGRAM_UNKNOWN ((PlumbDiagram) 1)
#define PLUMB_DIAGRAM_TRUE ((PlumbDiagram) 2)

/* A cell that a path leaves open: whatever it is, nothing changes. */
#define PLUMB_CELL_ANY G_MAXUINT32
#define PLUMB_VARIABLE_NONE G_MAXUINT32

typedef enum
{
  PLUMB_OPERATION_NOT, /* a */
  PLUMB_OPERATION_AND, /* a, b */
  PLUMB_OPERATION_OR,
  PLUMB_OPERATION_XOR,
  PLUMB_OPERATION_IS_NULL, /* a; true or false */
  PLUMB_OPERATION_IS_TRUE,
  PLUMB_OPERATION_IS_FALSE,
  PLUMB_OPERATION_EQUAL, /* a, b; in the order of PlumbRelation */
  PLUMB_OPERATION_NOT_EQUAL,
  PLUMB_OPERATION_LESS,
  PLUMB_OPERATION_LESS_OR_EQUAL,
  PLUMB_OPERATION_GREATER,
  PLUMB_OPERATION_GREATER_OR_EQUAL,
  PLUMB_OPERATION_EQUIVALENT,
  PLUMB_OPERATION_ADD,
  PLUMB_OPERATION_SUBTRACT,
  PLUMB_OPERATION_MULTIPLY,
  PLUMB_OPERATION_NEGATE,     /* a */
  PLUMB_OPERATION_TO_DECIMAL, /* a */
  PLUMB_OPERATION_COALESCE,   /* a, or b where a is null */
  PLUMB_OPERATION_SELECT,     /* a is true ? b : c */
  PLUMB_OPERATION_RESTRICT    /* internal */
} PlumbOperation;

PlumbDiagrams *plumb_diagrams_new (guint maximum_nodes, guint64 maximum_steps);
void plumb_diagrams_free (PlumbDiagrams *self);

guint plumb_diagrams_add_variable (PlumbDiagrams *self, guint n_cells);
PlumbDiagram
plumb_diagrams_variable (PlumbDiagrams *self, guint variable, const PlumbValue *values);
PlumbDiagram plumb_diagrams_constant (PlumbDiagrams *self, PlumbValue value);
PlumbDiagram plumb_diagrams_apply (PlumbDiagrams *self,
                                   PlumbOperation operation,
                                   PlumbDiagram a,
                                   PlumbDiagram b,
                                   PlumbDiagram c);
PlumbDiagram
plumb_diagrams_restrict (PlumbDiagrams *self, PlumbDiagram diagram, guint variable, guint cell);

gboolean plumb_diagrams_is_exhausted (const PlumbDiagrams *self);
guint plumb_diagrams_get_size (const PlumbDiagrams *self);
guint64 plumb_diagrams_get_steps (const PlumbDiagrams *self);
const PlumbValue *
plumb_diagrams_get_value (const PlumbDiagrams *self, PlumbDiagram diagram, const guint *cells);
gboolean plumb_diagrams_is_constant (const PlumbDiagrams *self, PlumbDiagram diagram);
/* Calls func for every variable that the diagram asks, in their order. */
void plumb_diagrams_foreach_variable (const PlumbDiagrams *self,
                                      PlumbDiagram diagram,
                                      PlumbSupportFunc func,
                                      gpointer data);

/* What a cell costs a path. */
typedef guint (*PlumbCellCost) (guint variable, guint cell, gpointer data);

gboolean plumb_diagrams_find (const PlumbDiagrams *self,
                              PlumbDiagram diagram,
                              PlumbDiagram leaf,
                              PlumbCellCost cost,
                              gpointer data,
                              guint *cells);

/* From guards: slots holds a diagram for every name. */
gboolean plumb_diagrams_compile (PlumbDiagrams *self,
                                 const PlumbExpression *expression,
                                 const PlumbDiagram *slots,
                                 PlumbDiagram *diagram);

/* How an expression uses a name that is not a term of its own. */
typedef enum
{
  PLUMB_USE_CUT,      /* an Integer, only ever compared with other_or_cut and what is below it */
  PLUMB_USE_COMPARED, /* an Integer, compared with that of the slot other_or_cut */
  PLUMB_USE_VALUE,    /* an Integer, in some other way: each value may matter */
  PLUMB_USE_TEXT      /* a String */
} PlumbUse;

typedef void (*PlumbUseFunc) (guint slot, PlumbUse use, gint64 other_or_cut, gpointer data);

void plumb_expression_foreach_use (const PlumbExpression *self, PlumbUseFunc func, gpointer data);

static inline PlumbDiagram
plumb_diagrams_not (PlumbDiagrams *self, PlumbDiagram a)
{
  return plumb_diagrams_apply (self, PLUMB_OPERATION_NOT, a, 0, 0);
}

static inline PlumbDiagram
plumb_diagrams_and (PlumbDiagrams *self, PlumbDiagram a, PlumbDiagram b)
{
  return plumb_diagrams_apply (self, PLUMB_OPERATION_AND, a, b, 0);
}

static inline PlumbDiagram
plumb_diagrams_or (PlumbDiagrams *self, PlumbDiagram a, PlumbDiagram b)
{
  return plumb_diagrams_apply (self, PLUMB_OPERATION_OR, a, b, 0);
}

/* True or false, never unknown. */
static inline PlumbDiagram
plumb_diagrams_is_true (PlumbDiagrams *self, PlumbDiagram a)
{
  return plumb_diagrams_apply (self, PLUMB_OPERATION_IS_TRUE, a, 0, 0);
}

static inline PlumbDiagram
plumb_diagrams_is_false (PlumbDiagrams *self, PlumbDiagram a)
{
  return plumb_diagrams_apply (self, PLUMB_OPERATION_IS_FALSE, a, 0, 0);
}

static inline PlumbDiagram
plumb_diagrams_is_null (PlumbDiagrams *self, PlumbDiagram a)
{
  return plumb_diagrams_apply (self, PLUMB_OPERATION_IS_NULL, a, 0, 0);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbDiagrams, plumb_diagrams_free)

G_END_DECLS
