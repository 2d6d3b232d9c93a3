/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"
#include "plumb-painter.h"

G_BEGIN_DECLS

/* What the program puts on paper. */
typedef enum
{
  PLUMB_PAPER_SUMMARY,
  PLUMB_PAPER_HANDOUT,
  PLUMB_PAPER_NOTE,
  PLUMB_PAPER_POSTER, /* the whole pathway */
  PLUMB_PAPER_STAGE,  /* a poster of one stage */
} PlumbPaperKind;
#define PLUMB_N_PAPERS (PLUMB_PAPER_STAGE + 1)

typedef enum
{
  PLUMB_PAPER_SIZE_A4,
  PLUMB_PAPER_SIZE_LETTER,
  PLUMB_PAPER_SIZE_A3,
} PlumbPaperSize;
#define PLUMB_N_PAPER_SIZES (PLUMB_PAPER_SIZE_A3 + 1)

/* How; everything is borrowed. */
typedef struct
{
  double width;  /* of the paper in points, standing */
  double height;
  const char *language;    /* NULL: the pathway's source language */
  gboolean large;          /* print, where plumb_paper_has_large() */
  const PlumbStage *stage; /* for its poster */
  const char *const *left_out; /* of the handout: ids of advice; NULL: nothing */
} PlumbPaperOptions;

const char *plumb_paper_get_id (PlumbPaperKind kind);
gboolean plumb_paper_find (const char *id, PlumbPaperKind *kind);
gboolean plumb_paper_has_large (PlumbPaperKind kind);
gboolean plumb_paper_is_poster (PlumbPaperKind kind);
const char *plumb_paper_size_get_id (PlumbPaperSize size);
gboolean plumb_paper_size_find (const char *id, PlumbPaperSize *size);
void plumb_paper_size_get (PlumbPaperSize size, double *width, double *height);

PlumbDocument *plumb_paper_create (PlumbPaperKind kind,
                                   PlumbEvaluation *evaluation,
                                   const PlumbPaperOptions *options);

G_END_DECLS
