/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WHAT_IF_PAGE (plumb_what_if_page_get_type ())
G_DECLARE_FINAL_TYPE (PlumbWhatIfPage, plumb_what_if_page, PLUMB, WHAT_IF_PAGE, AdwBin)

/**
 * PlumbWhatIfPage:
 *
 * Answers that would change the plan, the most consequential first; each can be tried. It
 * is made anew after an answer, once nothing else is to be done and while it can be seen.
 *
 * Properties:
 *  closable (boolean, read-write): whether there is a button that activates win.what-if
 */
GtkWidget *plumb_what_if_page_new (PlumbSession *session);
/* How many answers it lists now. */
guint plumb_what_if_page_get_length (PlumbWhatIfPage *self);

G_END_DECLS
