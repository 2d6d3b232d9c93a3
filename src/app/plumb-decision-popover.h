/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_DECISION_POPOVER (plumb_decision_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlumbDecisionPopover,
                      plumb_decision_popover,
                      PLUMB,
                      DECISION_POPOVER,
                      GtkPopover)

/**
 * PlumbDecisionPopover:
 *
 * Offers the exits of a decision, and the questions on which they depend.
 */
GtkWidget *plumb_decision_popover_new (PlumbSession *session, const PlumbNode *node);
const PlumbNode *plumb_decision_popover_get_node (PlumbDecisionPopover *self);
/* Whether the decision waited for an answer when this opened, and has it now. */
gboolean plumb_decision_popover_is_settled (PlumbDecisionPopover *self);

G_END_DECLS
