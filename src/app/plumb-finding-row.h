/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_FINDING_ROW (plumb_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (PlumbFindingRow, plumb_finding_row, PLUMB, FINDING_ROW, AdwBin)

GtkWidget *plumb_finding_row_new (PlumbSession *session, const PlumbFinding *finding);
const PlumbFinding *plumb_finding_row_get_finding (PlumbFindingRow *self);

G_END_DECLS
