/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

G_BEGIN_DECLS

/* In the order in which they are listed. */
typedef enum
{
  PLUMB_PLACE_FINDING,
  PLUMB_PLACE_ADVICE,
  PLUMB_PLACE_BOX,
  PLUMB_PLACE_STAGE,
  PLUMB_PLACE_DISAGREEMENT,
  PLUMB_PLACE_STATEMENT,
  PLUMB_PLACE_SOURCE,
} PlumbPlaceKind;

#define PLUMB_N_PLACE_KINDS (PLUMB_PLACE_SOURCE + 1)

/* Something in a pathway that one can go to; lives as long as the pathway. */
typedef struct
{
  PlumbPlaceKind kind;
  union
  {
    gconstpointer object;
    const PlumbFinding *finding;
    const PlumbRecommendation *recommendation;
    const PlumbNode *node;
    const PlumbStage *stage;
    const PlumbDisagreement *disagreement;
    const PlumbStatement *statement;
    const PlumbSource *source;
  };
} PlumbPlace;

const char *plumb_place_get_title (const PlumbPlace *self, const char *language);
/* PlumbStatement on which it rests, borrowed; NULL for a statement or a source. */
GPtrArray *plumb_place_get_statements (const PlumbPlace *self);
/* Each returns a new array; unref when done. */
GArray *plumb_place_list_citing (const PlumbPlace *self,
                                 const PlumbPathway *pathway); /* PlumbPlace */
GPtrArray *plumb_place_list_sources (const PlumbPlace *self);  /* PlumbSource, borrowed */
/* PlumbDisagreement about what a box itself rests on, beside those of its advice. */
GPtrArray *plumb_place_list_disagreements (const PlumbNode *node, const PlumbPathway *pathway);

G_END_DECLS
