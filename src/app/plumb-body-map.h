/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-body-figure.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_BODY_MAP (plumb_body_map_get_type ())
G_DECLARE_FINAL_TYPE (PlumbBodyMap, plumb_body_map, PLUMB, BODY_MAP, AdwWindow)

/**
 * PlumbBodyMap:
 *
 * A window with the figure on which the clinician marks where it hurts, and with
 * what the marks suggest. Actions: map.clear, map.undo, map.redo.
 */
PlumbBodyMap *plumb_body_map_new (PlumbSession *session);
PlumbBodyFigure *plumb_body_map_get_figure (PlumbBodyMap *self);
void plumb_body_map_present (PlumbSession *session, GtkWidget *parent);

G_END_DECLS
