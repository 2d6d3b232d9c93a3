/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_STANCE_POPOVER (plumb_stance_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlumbStancePopover, plumb_stance_popover, PLUMB, STANCE_POPOVER, GtkPopover)

/**
 * PlumbStancePopover:
 *
 * Where the clinician declines or changes an advice: why, from a short list, and
 * in words of one's own. What cannot be recorded so stands beneath, and the
 * popover stays.
 */
GtkWidget *plumb_stance_popover_new (PlumbSession *session,
                                     const PlumbRecommendation *recommendation);

G_END_DECLS
