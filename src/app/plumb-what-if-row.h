/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_WHAT_IF_ROW (plumb_what_if_row_get_type ())
G_DECLARE_FINAL_TYPE (PlumbWhatIfRow, plumb_what_if_row, PLUMB, WHAT_IF_ROW, AdwBin)

/**
 * PlumbWhatIfRow:
 *
 * An answer that would change the plan, what it would add and remove, and a button that
 * tries it, or stops that.
 */
GtkWidget *plumb_what_if_row_new (PlumbSession *session,
                                  const PlumbPossibleAnswers *answers, /* outlives the row */
                                  guint place);
/* Shows whether it is this answer that is tried now. */
void plumb_what_if_row_update (PlumbWhatIfRow *self);

G_END_DECLS
