/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CHECK_PANEL (plumb_check_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlumbCheckPanel, plumb_check_panel, PLUMB, CHECK_PANEL, AdwBin)

/**
 * PlumbCheckPanel:
 *
 * What is wrong with the pathway on the screen, beside its chart.
 *
 * Signals: go (self, PlumbDiagnostic pointer), when the box that one is about is to be shown;
 * try (self, PlumbDiagnostic pointer), when its patient is to be looked at.
 */
GtkWidget *plumb_check_panel_new (void);
/* Begun, and not done yet: what was found before stays. */
void plumb_check_panel_begin (PlumbCheckPanel *self);
/* file: what the pathway's file is called; summary: the result in one sentence. */
void plumb_check_panel_show (PlumbCheckPanel *self,
                             PlumbCheck *check,
                             const char *file,
                             const char *summary);
/* The file cannot be read: why and where. What was found in its last version is no longer so. */
void plumb_check_panel_refuse (PlumbCheckPanel *self, const char *message);

G_END_DECLS
