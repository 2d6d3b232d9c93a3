/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case.h"

G_BEGIN_DECLS

/*
 * A case while it is written. Steps, answers and lessons are counted from 0; texts are
 * those of the case's own language, and a text that changes loses its translations.
 */
typedef struct _PlumbCaseDraft PlumbCaseDraft;

/* What is known of the patient, without name, dates and free words. */
PlumbCaseDraft *plumb_case_draft_new (PlumbConsultation *consultation, PlumbTraps *traps);
/* For a case that exists: @teaching_case itself stays as it is. */
PlumbCaseDraft *plumb_case_draft_new_from_case (PlumbCase *teaching_case);
void plumb_case_draft_free (PlumbCaseDraft *self);

/* What is written so far, to be read, title and story perhaps still empty; borrowed. */
PlumbCase *plumb_case_draft_get_case (PlumbCaseDraft *self);
PlumbTraps *plumb_case_draft_get_traps (PlumbCaseDraft *self);

void plumb_case_draft_set_title (PlumbCaseDraft *self, const char *title);
void plumb_case_draft_set_difficulty (PlumbCaseDraft *self, guint difficulty);
void plumb_case_draft_set_trap (PlumbCaseDraft *self, const PlumbTrap *trap, gboolean set);
void plumb_case_draft_set_story (PlumbCaseDraft *self, guint step, const char *story);
/* Told by the story, else to be asked for. */
void plumb_case_draft_set_given (PlumbCaseDraft *self, guint step, guint answer, gboolean given);
guint plumb_case_draft_add_lesson (PlumbCaseDraft *self);
void plumb_case_draft_remove_lesson (PlumbCaseDraft *self, guint lesson);
void plumb_case_draft_set_lesson (PlumbCaseDraft *self, guint lesson, const char *text);
void plumb_case_draft_set_statement (PlumbCaseDraft *self,
                                     guint lesson,
                                     const PlumbStatement *statement,
                                     gboolean set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCaseDraft, plumb_case_draft_free)

G_END_DECLS
