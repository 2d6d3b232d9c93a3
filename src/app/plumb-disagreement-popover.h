/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_DISAGREEMENT_POPOVER (plumb_disagreement_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlumbDisagreementPopover,
                      plumb_disagreement_popover,
                      PLUMB,
                      DISAGREEMENT_POPOVER,
                      GtkPopover)

/**
 * PlumbDisagreementPopover:
 *
 * Where sources disagree: what each side says, and what the pathway does.
 */
GtkWidget *plumb_disagreement_popover_new (GPtrArray *disagreements);
void plumb_disagreement_add (GtkBox *box, const PlumbDisagreement *disagreement);

G_END_DECLS
