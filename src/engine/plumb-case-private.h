/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case.h"
#include "plumb-markup.h"

G_BEGIN_DECLS

struct _PlumbCase
{
  gatomicrefcount references;
  PlumbPathway *pathway;
  PlumbTraps *traps;
  char *id;
  PlumbText *title;
  guint difficulty;
  PlumbReview review;
  GPtrArray *own_traps; /* PlumbTrap */
  GPtrArray *steps;     /* PlumbCaseStep */
  GPtrArray *lessons;   /* PlumbCaseLesson */
};

/* All children of one name are the same text in several languages. */
gboolean plumb_case_read_text (const PlumbElement *element,
                               gboolean required,
                               PlumbText **text,
                               const char *name,
                               GError **error);

PlumbCase *plumb_case_new_empty (PlumbPathway *pathway, PlumbTraps *traps);
PlumbCaseStep *plumb_case_add_step (PlumbCase *self);
PlumbCaseLesson *plumb_case_add_lesson (PlumbCase *self);

G_END_DECLS
