/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_ADVICE_PANEL (plumb_advice_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlumbAdvicePanel, plumb_advice_panel, PLUMB, ADVICE_PANEL, AdwBin)

/**
 * PlumbAdvicePanel:
 *
 * The advice in force as cards, the most urgent first, and the days on which
 * to look again. It scrolls itself.
 */
GtkWidget *plumb_advice_panel_new (PlumbSession *session);

G_END_DECLS
