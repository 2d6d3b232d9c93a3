/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_ACTION_POPOVER (plumb_action_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlumbActionPopover, plumb_action_popover, PLUMB, ACTION_POPOVER, GtkPopover)

/**
 * PlumbActionPopover:
 *
 * What an action advises, or why a state matters.
 */
GtkWidget *plumb_action_popover_new (PlumbSession *session, const PlumbNode *node);
const PlumbNode *plumb_action_popover_get_node (PlumbActionPopover *self);
/* Unfolds one of the pieces of advice, and puts the keyboard there. */
void plumb_action_popover_show_advice (PlumbActionPopover *self,
                                       const PlumbRecommendation *recommendation);

G_END_DECLS
