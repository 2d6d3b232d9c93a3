/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-explanation.h"

G_BEGIN_DECLS

/* An explanation in words, the same in the window, on paper and on the command line.
 * language: "es", or NULL for English. Strings are the caller's unless const. */

/* "In force", "Open: …", "Not in force". */
const char *plumb_explanation_phrase_state (const PlumbExplanation *self, const char *language);
/* "Box 12: STarT Back risk group? → medium" */
char *plumb_explanation_phrase_step (const PlumbExplanation *self,
                                     const PlumbExplanationStep *step, const char *language);
/* The answers behind a step in short phrases; empty where it rests on none. */
char *plumb_explanation_phrase_answers (const PlumbExplanation *self,
                                        const PlumbExplanationStep *step, const char *language);
/* One need: "Weeks since onset: 8 or more (answered: 3)", its alternatives joined by "or". */
char *plumb_explanation_phrase_need (const PlumbExplanation *self, GArray *need,
                                     const char *language);
/* "M02, Some guideline (2025): what it says" */
char *plumb_explanation_phrase_statement (const PlumbStatement *statement, const char *language);
/* All of it, over several lines, without a last newline. */
char *plumb_explanation_to_text (const PlumbExplanation *self, const char *language);

G_END_DECLS
