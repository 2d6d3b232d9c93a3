/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Why the pathway says so, in the pages of teaching, where there is room for all of it. */
GtkWidget *plumb_teaching_label_new (const char *text, const char *css_class);
/* Their texts and sources, as narrow as the page: in a room the type is large. */
GtkWidget *plumb_teaching_statements_new (GPtrArray *statements);
/* What unfolds; a long title goes on in the next line. */
GtkWidget *plumb_teaching_expander_new (const char *title, GtkWidget *child);
/* Each with its title, what either side says, and what the pathway makes of it. */
void plumb_teaching_add_disagreements (GtkBox *box, GPtrArray *disagreements);
/* Rationale, disagreements and statements of a box. */
void plumb_teaching_add_reasoning (GtkBox *box, const PlumbNode *node, const PlumbPathway *pathway);

G_END_DECLS
