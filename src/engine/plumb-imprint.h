/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

G_BEGIN_DECLS

/* What a pathway says of itself on every page: its version, how far it and its translation have
 * been reviewed, and whose the questionnaires are. */
const char *plumb_imprint_review (PlumbReview review, const char *language);
char *plumb_imprint_version (const PlumbPathway *pathway, const char *language);
const char *plumb_imprint_translation (const PlumbPathway *pathway, const char *language);
char *plumb_imprint (const PlumbPathway *pathway, const char *language);

G_END_DECLS
