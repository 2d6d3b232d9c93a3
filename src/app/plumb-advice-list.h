/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_ADVICE_LIST (plumb_advice_list_get_type ())
G_DECLARE_FINAL_TYPE (PlumbAdviceList, plumb_advice_list, PLUMB, ADVICE_LIST, GtkBox)

/**
 * PlumbAdviceList:
 *
 * Cards of advice below one another. A card that was there stays the same widget.
 */
GtkWidget *plumb_advice_list_new (void);
void
plumb_advice_list_update (PlumbAdviceList *self, GPtrArray *recommendations, PlumbSession *session);

G_END_DECLS
