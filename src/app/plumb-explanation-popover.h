/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_EXPLANATION_POPOVER (plumb_explanation_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    PlumbExplanationPopover, plumb_explanation_popover, PLUMB, EXPLANATION_POPOVER, GtkPopover)

/**
 * PlumbExplanationPopover:
 *
 * Why an advice is in force: the way from the start to it, box by box, with the answers and
 * statements behind each. Or why it is not: what stands in its way, and the answers that
 * would change that, each of which can be tried. It speaks of the recorded answers, also
 * while others are tried.
 *
 * A box is a button that activates win.show-box with its place among the pathway's boxes.
 */
GtkWidget *plumb_explanation_popover_new (PlumbSession *session,
                                          const PlumbRecommendation *recommendation);

/* A button that opens one, made when it opens. */
GtkWidget *plumb_explanation_button_new (PlumbSession *session,
                                         const PlumbRecommendation *recommendation);
void plumb_explanation_button_set_in_force (GtkWidget *button,
                                            const PlumbRecommendation *recommendation,
                                            gboolean in_force);

G_END_DECLS
