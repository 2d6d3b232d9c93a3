/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_EXIT_BUTTON (plumb_exit_button_get_type ())
G_DECLARE_FINAL_TYPE (PlumbExitButton, plumb_exit_button, PLUMB, EXIT_BUTTON, GtkButton)

/**
 * PlumbExitButton:
 *
 * One exit of a decision: its label, how it stands, and its number key. It can
 * be clicked where a click can answer.
 */
GtkWidget *plumb_exit_button_new (const PlumbExit *exit, guint key);
const PlumbExit *plumb_exit_button_get_exit (PlumbExitButton *self);
void plumb_exit_button_set_key_visible (PlumbExitButton *self, gboolean visible);
gboolean plumb_exit_button_update (PlumbExitButton *self, const PlumbEvaluation *evaluation);

G_END_DECLS
