/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

G_BEGIN_DECLS

/* What the clinician does with an advice. None of it changes what the pathway says. */
typedef enum
{
  PLUMB_STANCE_NONE,
  PLUMB_STANCE_ACCEPTED,
  PLUMB_STANCE_DECLINED,
  PLUMB_STANCE_CHANGED, /* followed in another form, which the words tell */
} PlumbStanceKind;

/* Of the clinician's own words, in characters. */
#define PLUMB_STANCE_MAX_WORDS 500

typedef struct
{
  PlumbStanceKind kind;
  const PlumbDepartureReason *reason; /* NULL: none chosen */
  char *words;                        /* the clinician's own; NULL: none */
  gboolean left_out;                  /* not on the patient's handout */
} PlumbStance;

#define PLUMB_STANCE_ERROR (plumb_stance_error_quark ())
GQuark plumb_stance_error_quark (void);

typedef enum
{
  PLUMB_STANCE_ERROR_REASON, /* to be declined only with a reason, and there is none */
  PLUMB_STANCE_ERROR_WORDS,  /* a change without words, or words that are too long */
} PlumbStanceError;

/**
 * PlumbStances:
 *
 * What the clinician does with each advice, and what the handout leaves out: an
 * immutable set, shared by reference count. A change makes another one.
 */
typedef struct _PlumbStances PlumbStances;

PlumbStances *plumb_stances_new (PlumbPathway *pathway);
PlumbStances *plumb_stances_new_with (const PlumbStances *self,
                                      const PlumbRecommendation *recommendation,
                                      const PlumbStance *stance);
PlumbStances *plumb_stances_ref (PlumbStances *self);
void plumb_stances_unref (PlumbStances *self);

const PlumbStance *plumb_stances_get (const PlumbStances *self,
                                      const PlumbRecommendation *recommendation);
gboolean plumb_stances_equal (const PlumbStances *a, const PlumbStances *b);
gboolean plumb_stances_is_empty (const PlumbStances *self);

const char *plumb_stance_kind_to_string (PlumbStanceKind kind);
gboolean plumb_stance_kind_from_string (const char *string, PlumbStanceKind *kind);
gboolean plumb_stance_needs_reason (const PlumbRecommendation *recommendation);
gboolean plumb_stance_check (const PlumbRecommendation *recommendation,
                             const PlumbStance *stance,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbStances, plumb_stances_unref)

G_END_DECLS
