/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"
#include "plumb-stances.h"

G_BEGIN_DECLS

/* Answers in words. language: "es", or NULL for the source language. */
char *plumb_phrase_answer (const PlumbFinding *finding, const PlumbValue *value,
                           const char *language);
char *plumb_phrase_value (const PlumbFinding *finding, const PlumbValue *value,
                          const char *language);

/* What the clinician does with an advice, such as "Declined: The patient prefers otherwise". */
const char *plumb_phrase_stance_kind (PlumbStanceKind kind, const char *language);
char *plumb_phrase_stance (const PlumbStance *stance, const char *language);

const char *plumb_strength_to_string (PlumbStrength strength);
const char *plumb_urgency_to_string (PlumbUrgency urgency);
const char *plumb_node_kind_to_string (PlumbNodeKind kind);
const char *plumb_phrase_publisher (const PlumbSource *source, const char *language);

G_END_DECLS
