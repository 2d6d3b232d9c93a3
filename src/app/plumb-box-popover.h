/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlumbBoxPopover:
 *
 * What opens from a box, wherever the box is shown: at most one popover, a child of
 * its host.
 */
typedef struct _PlumbBoxPopover PlumbBoxPopover;

/* Told when it is closed, to put the keyboard where it was. */
typedef void (*PlumbBoxPopoverClosed) (GtkWidget *host, const PlumbNode *node);

PlumbBoxPopover *plumb_box_popover_new (GtkWidget *host, PlumbBoxPopoverClosed closed);
void plumb_box_popover_free (PlumbBoxPopover *self);
void plumb_box_popover_open (PlumbBoxPopover *self,
                             PlumbSession *session,
                             const PlumbNode *node,
                             const graphene_rect_t *area,
                             GtkPositionType position);
void plumb_box_popover_close_when_settled (PlumbBoxPopover *self);
void plumb_box_popover_forget (PlumbBoxPopover *self);
/* The box it is about; NULL while none is open. */
const PlumbNode *plumb_box_popover_get_node (PlumbBoxPopover *self);
GtkPopover *plumb_box_popover_get_popover (PlumbBoxPopover *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbBoxPopover, plumb_box_popover_free)

G_END_DECLS
