/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Statements with where they come from, for a popover. */
GtkWidget *plumb_statement_list_new (GPtrArray *statements);
GtkWidget *plumb_statement_popover_new (GPtrArray *statements);
GtkWidget *plumb_popover_frame_new (GtkWidget *child);

G_END_DECLS
