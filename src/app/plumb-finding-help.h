/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plumb_finding_help_attach (GtkWidget *label, const PlumbFinding *finding);

G_END_DECLS
