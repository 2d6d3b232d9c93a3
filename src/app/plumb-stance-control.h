/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_STANCE_CONTROL (plumb_stance_control_get_type ())
G_DECLARE_FINAL_TYPE (PlumbStanceControl, plumb_stance_control, PLUMB, STANCE_CONTROL, AdwBin)

/**
 * PlumbStanceControl:
 *
 * What is done with an advice, in little room: a box to tick accepts it, and a button
 * opens a popover where it is declined or changed.
 */
GtkWidget *plumb_stance_control_new (PlumbSession *session,
                                     const PlumbRecommendation *recommendation);
/* Shows what is recorded. words: what that is, or NULL where it is nothing. */
void plumb_stance_control_update (PlumbStanceControl *self,
                                  const PlumbStance *stance,
                                  const char *words);

G_END_DECLS
