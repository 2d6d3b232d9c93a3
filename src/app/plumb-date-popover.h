/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_DATE_POPOVER (plumb_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlumbDatePopover, plumb_date_popover, PLUMB, DATE_POPOVER, GtkPopover)

GtkWidget *plumb_date_popover_new (PlumbSession *session, const PlumbFinding *finding);

G_END_DECLS
