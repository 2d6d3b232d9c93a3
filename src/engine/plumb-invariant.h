/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

G_BEGIN_DECLS

/*
 * What a pathway promises whoever is in the room, whatever is answered or left
 * open. Written in the pathway, for plumb_check_new() to prove.
 */
typedef struct
{
  const char *id;
  guint index;
  const PlumbText *text;
  GPtrArray *conditions; /* PlumbExpression: where one of them is true …; empty: everywhere */
  GPtrArray *subjects;   /* PlumbFinding of whom each condition speaks, or NULL, beside them */
  GPtrArray *never;      /* PlumbRecommendation: … none of these is in force */
  GPtrArray *always;     /* … all of these are */
  GPtrArray *stays;      /* PlumbAdvice: once in force, it stays whatever more is answered */
  GPtrArray *founded;    /* PlumbAdvice: it rests on nothing that nobody has asked */
  GPtrArray *accepted;   /* PlumbAccepted of advice that is let off, with the reason */
} PlumbInvariant;

/* What the checks would find, and somebody has judged. */
typedef struct
{
  guint index; /* over the whole pathway */
  const PlumbRecommendation *advice;
  const PlumbRecommendation *against; /* NULL inside an invariant */
  GPtrArray *findings; /* PlumbFinding: whose answer may take advice back; empty: no matter whose */
  const PlumbText *reason;
} PlumbAccepted;

/* PlumbInvariant, in the order of the file */
GPtrArray *plumb_pathway_get_invariants (const PlumbPathway *self);
/* PlumbAccepted: advice that may stand beside advice against the same thing */
GPtrArray *plumb_pathway_get_accepted (const PlumbPathway *self);

G_END_DECLS
