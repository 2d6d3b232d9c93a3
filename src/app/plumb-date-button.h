/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_DATE_BUTTON (plumb_date_button_get_type ())
G_DECLARE_FINAL_TYPE (PlumbDateButton, plumb_date_button, PLUMB, DATE_BUTTON, AdwBin)

GtkWidget *plumb_date_button_new (PlumbSession *session, const PlumbFinding *finding);

G_END_DECLS
