/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_SEARCH_DIALOG (plumb_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlumbSearchDialog, plumb_search_dialog, PLUMB, SEARCH_DIALOG, AdwWindow)

/**
 * PlumbSearchDialog:
 *
 * Where does it say …: words in, places of the pathway out.
 *
 * Signals:
 *  go (self, pointer to PlumbPlace): a finding, an advice, a box or a stage was
 *   chosen, and the dialog is closed; statements, sources and disagreements are
 *   shown in it
 */
GtkWidget *plumb_search_dialog_new (PlumbSession *session);
void plumb_search_dialog_set_text (PlumbSearchDialog *self, const char *text);

G_END_DECLS
