/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"
#include "plumb-trap.h"

G_BEGIN_DECLS

/*
 * A story to learn from, told in steps. Immutable once read, shared by reference
 * count; what its functions return lives as long as it does.
 */
typedef struct _PlumbCase PlumbCase;

#define PLUMB_CASE_MIN_DIFFICULTY 1
#define PLUMB_CASE_MAX_DIFFICULTY 3

/* Something that is true of the patient at one step. */
typedef struct
{
  const PlumbFinding *finding;
  PlumbValue value;
  gboolean given;        /* told by the story; else revealed by asking */
  const PlumbText *text; /* in whose words it is revealed; NULL: the pathway's */
} PlumbCaseAnswer;

/* One visit, or one moment of it. */
typedef struct
{
  const PlumbText *text;
  GPtrArray *answers; /* PlumbCaseAnswer, those that a card implies included */
  /* What the pathway has to say when all of it is known. */
  GPtrArray *expected; /* PlumbRecommendation in force */
  GPtrArray *absent;   /* PlumbRecommendation not in force */
  const PlumbStage *stage;
} PlumbCaseStep;

/* What is to be remembered. */
typedef struct
{
  const PlumbText *text;
  GPtrArray *statements; /* PlumbStatement */
} PlumbCaseLesson;

#define PLUMB_CASE_ERROR (plumb_case_error_quark ())
GQuark plumb_case_error_quark (void);

typedef enum
{
  PLUMB_CASE_ERROR_MARKUP,  /* not well-formed, or an element out of place */
  PLUMB_CASE_ERROR_FORMAT,  /* no case, or one of a newer format */
  PLUMB_CASE_ERROR_PATHWAY, /* written for another pathway */
  PLUMB_CASE_ERROR_VALUE,   /* an attribute's value is not of its kind */
  PLUMB_CASE_ERROR_ID,      /* a name that the pathway or the traps do not have */
  PLUMB_CASE_ERROR_LIMIT,   /* larger than this program reads */
} PlumbCaseError;

#define PLUMB_TYPE_CASE (plumb_case_get_type ())
GType plumb_case_get_type (void);

PlumbCase *plumb_case_new_from_bytes (PlumbPathway *pathway,
                                      PlumbTraps *traps,
                                      GBytes *bytes,
                                      const char *name,
                                      GError **error);
PlumbCase *plumb_case_ref (PlumbCase *self);
void plumb_case_unref (PlumbCase *self);

PlumbPathway *plumb_case_get_pathway (const PlumbCase *self);
const char *plumb_case_get_id (const PlumbCase *self);
const PlumbText *plumb_case_get_title (const PlumbCase *self);
guint plumb_case_get_difficulty (const PlumbCase *self);
PlumbReview plumb_case_get_review (const PlumbCase *self);
GPtrArray *plumb_case_get_traps (const PlumbCase *self);   /* PlumbTrap */
GPtrArray *plumb_case_get_lessons (const PlumbCase *self); /* PlumbCaseLesson */
guint plumb_case_count_steps (const PlumbCase *self);
const PlumbCaseStep *plumb_case_get_step (const PlumbCase *self, guint step);

/* What is true of a finding at a step, the first being 0; NULL where the case does not know. */
const PlumbCaseAnswer *
plumb_case_find_answer (const PlumbCase *self, guint step, const PlumbFinding *finding);
gboolean plumb_case_meets_need (const PlumbCase *self, guint step, const PlumbFinding *finding);
/* The whole truth at a step: what the pathway says when everything was asked. */
PlumbEvaluation *plumb_case_evaluate (const PlumbCase *self, guint step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCase, plumb_case_unref)

G_END_DECLS
