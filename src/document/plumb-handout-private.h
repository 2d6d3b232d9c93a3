/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-handout.h"

G_BEGIN_DECLS

/* How close the blocks stand. The type never shrinks: only pictures and spaces do. */
typedef enum
{
  PLUMB_DENSITY_ROOMY,   /* a card a line */
  PLUMB_DENSITY_PAIRED,  /* two cards a line */
  PLUMB_DENSITY_COMPACT, /* and small pictures */
  PLUMB_DENSITY_DENSE,   /* and lists without titles as running text */
} PlumbDensity;

/* A handout while it is written. Shared by the plumb-handout-*.c files. */
typedef struct
{
  PlumbEvaluation *evaluation;
  PlumbPathway *pathway;
  const PlumbHandoutPlan *plan;
  const PlumbHandoutPage *page;
  const char *language;
  PlumbDensity density;
  gboolean large_print;
  double body;  /* size of running text, in points */
  double width; /* of the paper; 0: not known */
  double height;
  const char *const *left_out; /* or NULL */
  gboolean complete;           /* with what is left out */
  GPtrArray *items;            /* PlumbRecommendation to print, in the order of the advice */
  PlumbDocumentBuilder *builder;
} PlumbHandout;

const char *plumb_handout_get_text (const PlumbHandout *self, const PlumbText *text);
char *plumb_handout_fill (const char *pattern, const char *placeholder, const char *words);
gboolean plumb_handout_holds (const PlumbHandout *self, const PlumbExpression *condition);
/* Whether an advice is in force, as it stands, and not left out. */
gboolean plumb_handout_follows (const PlumbHandout *self,
                                const PlumbRecommendation *recommendation);

void
plumb_handout_add_heading (PlumbHandout *self, const PlumbHandoutSection *section, guint n_items);
void plumb_handout_add_found (PlumbHandout *self, const PlumbHandoutSection *section);
void plumb_handout_add_list (PlumbHandout *self, const PlumbHandoutSection *section);
void plumb_handout_add_signs (PlumbHandout *self, const PlumbHandoutSection *section);
void plumb_handout_add_cards (PlumbHandout *self, const PlumbHandoutSection *section);
void plumb_handout_add_return (PlumbHandout *self, const PlumbHandoutSection *section);

G_END_DECLS
