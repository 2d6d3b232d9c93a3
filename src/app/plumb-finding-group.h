/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_FINDING_GROUP (plumb_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (PlumbFindingGroup, plumb_finding_group, PLUMB, FINDING_GROUP, AdwBin)

GtkWidget *plumb_finding_group_new (PlumbSession *session, const PlumbGroup *group);
const PlumbGroup *plumb_finding_group_get_group (PlumbFindingGroup *self);
gboolean plumb_finding_group_get_expanded (PlumbFindingGroup *self);
void plumb_finding_group_set_expanded (PlumbFindingGroup *self, gboolean expanded);
/* Its row; NULL until the group has been open. */
GtkWidget *plumb_finding_group_find_row (PlumbFindingGroup *self, const PlumbFinding *finding);
guint plumb_finding_group_search (PlumbFindingGroup *self, char **words);

G_END_DECLS
