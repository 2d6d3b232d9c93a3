/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_OUTLINE_ROW (plumb_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (PlumbOutlineRow, plumb_outline_row, PLUMB, OUTLINE_ROW, GtkListBoxRow)

/**
 * PlumbOutlineRow:
 *
 * A line of the outline: a stage, a box of it, or an exit of the box.
 */
GtkWidget *plumb_outline_row_new_stage (const PlumbStage *stage);
GtkWidget *plumb_outline_row_new_node (const PlumbNode *node);
GtkWidget *plumb_outline_row_new_exit (const PlumbExit *exit);

const PlumbStage *plumb_outline_row_get_stage (PlumbOutlineRow *self); /* where it belongs */
const PlumbNode *plumb_outline_row_get_node (PlumbOutlineRow *self);   /* NULL: a stage */
const PlumbExit *plumb_outline_row_get_exit (PlumbOutlineRow *self);   /* NULL: no exit */

void plumb_outline_row_set_expanded (PlumbOutlineRow *self, gboolean expanded);
void plumb_outline_row_update (PlumbOutlineRow *self, const PlumbEvaluation *evaluation);

G_END_DECLS
