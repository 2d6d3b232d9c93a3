/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_BOX_DETAILS (plumb_box_details_get_type ())
G_DECLARE_FINAL_TYPE (PlumbBoxDetails, plumb_box_details, PLUMB, BOX_DETAILS, AdwBin)

/**
 * PlumbBoxDetails:
 *
 * At the foot of whatever opens from a box: its statements with their sources, and
 * where the sources disagree about them. Nothing is seen where there is neither.
 */
void
plumb_box_details_set_node (PlumbBoxDetails *self, PlumbPathway *pathway, const PlumbNode *node);

G_END_DECLS
