/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PATHWAY_VIEW (plumb_pathway_view_get_type ())
G_DECLARE_FINAL_TYPE (PlumbPathwayView, plumb_pathway_view, PLUMB, PATHWAY_VIEW, GtkWidget)

/**
 * PlumbPathwayView:
 *
 * The whole pathway as one picture that fits the room there is: each stage as
 * small as a stamp, every box as it stands, and the links from stage to stage.
 *
 * Signals:
 *  chosen (self): a stage was clicked; it is the session's now
 */
GtkWidget *plumb_pathway_view_new (PlumbSession *session);

G_END_DECLS
