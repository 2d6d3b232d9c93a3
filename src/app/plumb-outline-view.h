/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_OUTLINE_VIEW (plumb_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (PlumbOutlineView, plumb_outline_view, PLUMB, OUTLINE_VIEW, AdwBin)

/**
 * PlumbOutlineView:
 *
 * The whole pathway as a nested list with the numbers of the chart: stages, their
 * boxes, and the exits of these. It scrolls itself.
 */
GtkWidget *plumb_outline_view_new (PlumbSession *session);
/* The row of a box, which need not be in sight; NULL while its stage is folded for the first time.
 */
GtkWidget *plumb_outline_view_find_row (PlumbOutlineView *self, const PlumbNode *node);
/* Unfolds and focuses a box. */
void plumb_outline_view_go_to (PlumbOutlineView *self, const PlumbNode *node);
/* What a click on the box does. */
void plumb_outline_view_open (PlumbOutlineView *self, const PlumbNode *node);
/* To be read and folded, but nothing opens from a box, so that nothing is answered there. */
void plumb_outline_view_set_read_only (PlumbOutlineView *self, gboolean read_only);
/* What is open from a box, or NULL. */
GtkPopover *plumb_outline_view_get_popover (PlumbOutlineView *self);

G_END_DECLS
