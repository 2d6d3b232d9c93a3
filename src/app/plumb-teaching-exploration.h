/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_EXPLORATION (plumb_teaching_exploration_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingExploration,
                      plumb_teaching_exploration,
                      PLUMB,
                      TEACHING_EXPLORATION,
                      AdwBin)

/**
 * PlumbTeachingExploration:
 *
 * The pathway without a case: the chart, and beside it all there is to the box that has the
 * keyboard, or the answers that would change the plan. What is answered here is nobody's: it
 * has a session of its own, which is neither kept nor printed.
 *
 * Actions: explore.undo (Ctrl+Z), explore.redo (Ctrl+Shift+Z), explore.clear (Ctrl+N),
 * explore.what-if (Ctrl+Shift+W) turns to the answers and back.
 */
GtkWidget *plumb_teaching_exploration_new (PlumbPathway *pathway);
PlumbSession *plumb_teaching_exploration_get_session (PlumbTeachingExploration *self);
/* The box that is told about, or NULL. */
const PlumbNode *plumb_teaching_exploration_get_node (PlumbTeachingExploration *self);
void plumb_teaching_exploration_show_node (PlumbTeachingExploration *self, const PlumbNode *node);
/* Puts the keyboard on a box of the chart. */
void plumb_teaching_exploration_begin (PlumbTeachingExploration *self);

G_END_DECLS
