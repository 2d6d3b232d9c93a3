/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_FINDINGS_PANEL (plumb_findings_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlumbFindingsPanel, plumb_findings_panel, PLUMB, FINDINGS_PANEL, AdwBin)

/**
 * PlumbFindingsPanel:
 *
 * All findings, in groups, with search. Properties: session.
 */
void plumb_findings_panel_set_session (PlumbFindingsPanel *self, PlumbSession *session);
void plumb_findings_panel_search (PlumbFindingsPanel *self);
/* Unfolds the group of a finding and puts the keyboard on it. */
void plumb_findings_panel_go_to (PlumbFindingsPanel *self, const PlumbFinding *finding);

G_END_DECLS
