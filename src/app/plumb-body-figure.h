/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-body-area.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_BODY_FIGURE (plumb_body_figure_get_type ())
G_DECLARE_FINAL_TYPE (PlumbBodyFigure, plumb_body_figure, PLUMB, BODY_FIGURE, GtkWidget)

/**
 * PlumbBodyFigure:
 *
 * The drawing of the body map with its areas as children. Arrow keys move between
 * them as the picture lies; Tab passes the figure in one step.
 */
void plumb_body_figure_set_session (PlumbBodyFigure *self, PlumbSession *session);
PlumbBodyArea *plumb_body_figure_find_area (PlumbBodyFigure *self, const PlumbArea *area);

G_END_DECLS
