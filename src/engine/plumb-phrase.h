/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

G_BEGIN_DECLS

/* Answers in words. language: "es", or NULL for the source language. */
char *plumb_phrase_answer (const PlumbFinding *finding, const PlumbValue *value,
                           const char *language);
char *plumb_phrase_value (const PlumbFinding *finding, const PlumbValue *value,
                          const char *language);

const char *plumb_strength_to_string (PlumbStrength strength);
const char *plumb_urgency_to_string (PlumbUrgency urgency);
const char *plumb_node_kind_to_string (PlumbNodeKind kind);

G_END_DECLS
