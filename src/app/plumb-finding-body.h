/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_FINDING_BODY (plumb_finding_body_get_type ())
G_DECLARE_FINAL_TYPE (PlumbFindingBody, plumb_finding_body, PLUMB, FINDING_BODY, AdwBin)

GtkWidget *plumb_finding_body_new (PlumbSession *session, const PlumbGroup *group);
void plumb_finding_body_search (PlumbFindingBody *self, char **words);
GtkWidget *plumb_finding_body_find_row (PlumbFindingBody *self, const PlumbFinding *finding);
gboolean plumb_finding_body_matches (const PlumbFinding *finding, char **words);

G_END_DECLS
