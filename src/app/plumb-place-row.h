/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PLACE_ROW (plumb_place_row_get_type ())
G_DECLARE_FINAL_TYPE (PlumbPlaceRow, plumb_place_row, PLUMB, PLACE_ROW, GtkListBoxRow)

/**
 * PlumbPlaceRow:
 *
 * A place of the pathway in a list: what it is, its title, what it says, and from
 * which statements and source.
 */
GtkWidget *plumb_place_row_new (const PlumbPlace *place);
GtkWidget *plumb_place_row_new_for_result (const PlumbSearchResult *result);
const PlumbPlace *plumb_place_row_get_place (PlumbPlaceRow *self);
/* Puts a heading between places of different kinds. */
void plumb_place_row_update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data);

G_END_DECLS
