/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TRIAL_BAR (plumb_trial_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTrialBar, plumb_trial_bar, PLUMB, TRIAL_BAR, AdwBin)

/**
 * PlumbTrialBar:
 *
 * What is tried and not recorded, with buttons that record it or stop. Seen only while
 * something is tried.
 *
 * Signals:
 *  answer (self, pointer to PlumbFinding): somebody wants to answer what is tried, and it
 *  is no answer yet, such as "8 or more"
 */
GtkWidget *plumb_trial_bar_new (PlumbSession *session);

G_END_DECLS
