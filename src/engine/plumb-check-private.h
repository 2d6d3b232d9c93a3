/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-check.h"
#include "plumb-diagram.h"
#include "plumb-invariant.h"
#include "plumb-pathway-private.h"

G_BEGIN_DECLS

/* The values of a finding between which no guard can tell. The first cell is null. */
typedef struct
{
  PlumbValue value; /* one of them */
  gint64 low;       /* integers: all of them; days, where the variable counts days */
  gint64 high;
  guint rank; /* integers compared with each other: which among those between low and high */
} PlumbCell;

typedef struct
{
  const PlumbFinding *finding;
  guint variable;
  GArray *cells;  /* PlumbCell */
  GArray *cuts;   /* gint64, sorted once: where cells begin */
  guint partner;  /* the next of those it is compared with, in a ring; itself: none */
  guint n_ranks;  /* how many there are in the ring */
  gboolean used;  /* some guard names it */
  gboolean every; /* each value is a cell of its own */
  gboolean days;  /* the weeks since onset, counted in days */
  gboolean text;  /* a guard names its text */
} PlumbInput;

typedef struct
{
  const PlumbPathway *pathway;
  GPtrArray *others; /* PlumbExpression, between whose cases the space tells too; or NULL */
  PlumbDiagrams *diagrams;
  PlumbMarkup *markup;  /* for places; NULL where there is no file */
  GHashTable *elements; /* "section/name" to GPtrArray of PlumbElement, in the order of the file */
  GPtrArray *diagnostics;
  PlumbCoverage coverage;

  PlumbInput *inputs; /* by finding */
  guint *findings;    /* the finding of each variable */
  guint n_variables;
  PlumbDiagram *slots;      /* what every name of a guard is */
  PlumbDiagram *nodes;      /* what every box is, by index */
  PlumbDiagram *guards;     /* of exits, by index */
  PlumbDiagram *exits;      /* source and guard */
  guint *first_advice;      /* of each node, among all of the pathway */
  PlumbDiagram *conditions; /* of advice */
  PlumbDiagram *advices;    /* box and condition */
  gboolean unfollowed;      /* an expression was not compiled: nothing about patients counts */
} PlumbChecker;

PlumbChecker *plumb_checker_new (const PlumbPathway *pathway,
                                 GPtrArray *others,
                                 guint maximum_nodes,
                                 guint64 maximum_steps);
void plumb_checker_free (PlumbChecker *self);

/* An expression of the pathway, and where it stands. */
typedef struct
{
  const PlumbExpression *expression;
  const char *list;      /* "section/name" */
  guint index;           /* in that list */
  const char *attribute; /* NULL: the element's text */
} PlumbPlacedExpression;

typedef void (*PlumbExpressionFunc) (PlumbChecker *self,
                                     const PlumbPlacedExpression *placed,
                                     gpointer data);
/* All that are true or false, and terms; others: reviews too, in place of invariants. */
void plumb_checker_foreach_expression (PlumbChecker *self,
                                       gboolean others,
                                       PlumbExpressionFunc func,
                                       gpointer data);

void plumb_checker_build_space (PlumbChecker *self);
/* The cell of every variable for answers by finding, dates already counted. */
void plumb_checker_locate (const PlumbChecker *self, const PlumbValue *answers, guint *cells);
void plumb_checker_build_model (PlumbChecker *self);
gboolean plumb_checker_is_sound (const PlumbChecker *self);
PlumbDiagram plumb_checker_compile (PlumbChecker *self, const PlumbPlacedExpression *placed);

/* Each adds what is wrong. The element may be NULL. */
const PlumbElement *plumb_checker_find (const PlumbChecker *self, const char *list, guint index);
PlumbDiagnostic *plumb_checker_report (PlumbChecker *self,
                                       guint number,
                                       const PlumbElement *element,
                                       const char *attribute,
                                       const char *format,
                                       ...) G_GNUC_PRINTF (5, 6);
void
plumb_checker_add_witness (PlumbChecker *self, PlumbDiagnostic *diagnostic, PlumbDiagram problem);

void plumb_checker_check_graph (PlumbChecker *self);
void plumb_checker_check_guards (PlumbChecker *self);
void plumb_checker_check_decisions (PlumbChecker *self);
void plumb_checker_check_reach (PlumbChecker *self);
void plumb_checker_check_handout (PlumbChecker *self);
void plumb_checker_check_invariants (PlumbChecker *self);
void plumb_checker_check_contradictions (PlumbChecker *self);
void plumb_checker_report_unneeded (PlumbChecker *self, const PlumbAccepted *accepted);
void plumb_checker_check_content (PlumbChecker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbChecker, plumb_checker_free)

G_END_DECLS
