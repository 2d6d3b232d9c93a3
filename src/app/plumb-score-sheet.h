/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_SCORE_SHEET (plumb_score_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlumbScoreSheet, plumb_score_sheet, PLUMB, SCORE_SHEET, AdwWindow)

PlumbScoreSheet *plumb_score_sheet_new (PlumbSession *session, const PlumbScore *score);
void plumb_score_sheet_present (PlumbSession *session, const PlumbScore *score, GtkWidget *parent);

G_END_DECLS
