/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case.h"

G_BEGIN_DECLS

typedef enum
{
  PLUMB_SLIDE_STORY,   /* what is told at a step */
  PLUMB_SLIDE_BOX,     /* a decision of the route: where does the way go on? */
  PLUMB_SLIDE_ADVICE,  /* what is in force at the end of a step */
  PLUMB_SLIDE_LESSONS, /* what is to be remembered */
} PlumbSlideKind;

/* One thing to show to a room. All that it points to lives as long as the slides. */
typedef struct
{
  PlumbSlideKind kind;
  guint step;              /* of the case, from 0 */
  const PlumbNode *node;   /* boxes only, else NULL */
  GPtrArray *exits;        /* PlumbExit; boxes only, else empty */
  GPtrArray *known;        /* PlumbFinding, with an answer of the case: what a story tells, or what
                              a decision turns on */
  GPtrArray *unknown;      /* PlumbFinding of which the case knows nothing */
  GPtrArray *advice;       /* PlumbRecommendation, to be shown one by one */
  guint n_more;            /* advice in force beside these */
  PlumbEvaluation *before; /* for the chart, until the slide has said what it has to say … */
  PlumbEvaluation *after;  /* … and from then on */
  guint n_moments;         /* in how many parts it is shown; at least one */
} PlumbSlide;

/* A case as a walk along its route, forward and back. Immutable. */
typedef struct _PlumbSlides PlumbSlides;

PlumbSlides *plumb_slides_new (PlumbCase *teaching_case);
void plumb_slides_free (PlumbSlides *self);
PlumbCase *plumb_slides_get_case (const PlumbSlides *self);
guint plumb_slides_get_length (const PlumbSlides *self);
const PlumbSlide *plumb_slides_get (const PlumbSlides *self, guint place);
/* How many exits of a box a moment shows; and whether it tells the findings, and the outcome. */
guint plumb_slide_count_exits (const PlumbSlide *self, guint moment);
gboolean plumb_slide_tells_findings (const PlumbSlide *self, guint moment);
gboolean plumb_slide_tells_outcome (const PlumbSlide *self, guint moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbSlides, plumb_slides_free)

G_END_DECLS
