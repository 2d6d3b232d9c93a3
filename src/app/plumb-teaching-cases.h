/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case-shelf.h"
#include "plumb-progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_CASES (plumb_teaching_cases_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingCases, plumb_teaching_cases, PLUMB, TEACHING_CASES, AdwBin)

/**
 * PlumbTeachingCases:
 *
 * The cases to choose from, and which of them to repeat. Traps are named only
 * after a case was played.
 *
 * Signals: chosen (self, id), when a case is to be played; named (self, name), when
 * the learner has typed another name.
 */
void plumb_teaching_cases_show (PlumbTeachingCases *self,
                                PlumbCaseShelf *shelf,
                                PlumbProgress *progress,
                                gint64 now);
const char *plumb_teaching_cases_get_name (PlumbTeachingCases *self);
const char *plumb_teaching_cases_get_focused (PlumbTeachingCases *self); /* or NULL */
/* Puts the keyboard on the button that plays the next case. */
void plumb_teaching_cases_focus_next (PlumbTeachingCases *self);
void plumb_teaching_cases_set_name (PlumbTeachingCases *self, const char *name);
/* The case to play next: the one that waits longest to be repeated, else the first new one. */
PlumbCase *
plumb_teaching_cases_find_next (PlumbCaseShelf *shelf, PlumbProgress *progress, gint64 now);

G_END_DECLS
