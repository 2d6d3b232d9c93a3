/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PATHWAY_DIALOG (plumb_pathway_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlumbPathwayDialog, plumb_pathway_dialog, PLUMB, PATHWAY_DIALOG, AdwWindow)

GtkWidget *plumb_pathway_dialog_new (PlumbPathway *pathway);

G_END_DECLS
