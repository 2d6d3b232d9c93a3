/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_BODY_SUGGESTION (plumb_body_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (PlumbBodySuggestion, plumb_body_suggestion, PLUMB, BODY_SUGGESTION, AdwBin)

/**
 * PlumbBodySuggestion:
 *
 * A finding that the marks of the body map suggest, with a button that records it.
 * In sight as long as they do. Action: suggestion.record.
 */
GtkWidget *plumb_body_suggestion_new (PlumbSession *session, const PlumbImplication *implication);
const PlumbImplication *plumb_body_suggestion_get_implication (PlumbBodySuggestion *self);

G_END_DECLS
