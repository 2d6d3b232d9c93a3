/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-what-if.h"

G_BEGIN_DECLS

/* Print one JSON object in a line; id: of the consultation, or NULL. */
void plumb_cli_print_effect (const PlumbWhatIf *what_if, PlumbPathway *pathway, const char *id);
void plumb_cli_print_possible_answers (const PlumbPossibleAnswers *list, PlumbPathway *pathway,
                                       const char *id);

G_END_DECLS
