/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-diagnostic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_CHECK_ROW (plumb_check_row_get_type ())
G_DECLARE_FINAL_TYPE (PlumbCheckRow, plumb_check_row, PLUMB, CHECK_ROW, GtkListBoxRow)

/**
 * PlumbCheckRow:
 *
 * One thing that the check found: what, for whom, where.
 *
 * Signal: try (self), when the patient is to be looked at.
 */
GtkWidget *plumb_check_row_new (const PlumbDiagnostic *diagnostic, const char *file);
/* Borrowed from the check, which outlives its rows. */
const PlumbDiagnostic *plumb_check_row_get_diagnostic (PlumbCheckRow *self);

G_END_DECLS
