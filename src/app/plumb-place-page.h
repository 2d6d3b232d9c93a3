/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-place.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PLACE_PAGE (plumb_place_page_get_type ())
G_DECLARE_FINAL_TYPE (PlumbPlacePage, plumb_place_page, PLUMB, PLACE_PAGE, AdwBin)

/**
 * PlumbPlacePage:
 *
 * A statement, a source or a disagreement in full, and all that rests on it.
 *
 * Signals:
 *  chosen (self, pointer to PlumbPlace): one of these was activated
 */
GtkWidget *plumb_place_page_new (PlumbPathway *pathway, const PlumbPlace *place);
const PlumbPlace *plumb_place_page_get_place (PlumbPlacePage *self);

G_END_DECLS
