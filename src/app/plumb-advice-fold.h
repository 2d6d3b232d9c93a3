/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_ADVICE_FOLD (plumb_advice_fold_get_type ())
G_DECLARE_FINAL_TYPE (PlumbAdviceFold, plumb_advice_fold, PLUMB, ADVICE_FOLD, AdwBin)

/**
 * PlumbAdviceFold:
 *
 * Advice of one strength, folded away: how much there is, and its titles; the
 * cards when it is opened.
 */
GtkWidget *plumb_advice_fold_new (PlumbStrength strength);
void plumb_advice_fold_update (PlumbAdviceFold *self, GPtrArray *folded, PlumbSession *session);

G_END_DECLS
