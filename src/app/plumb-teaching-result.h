/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-teaching-chart.h"

#include "plumb-lesson.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_RESULT (plumb_teaching_result_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingResult, plumb_teaching_result, PLUMB, TEACHING_RESULT, AdwBin)

/**
 * PlumbTeachingResult:
 *
 * The end of a case: the score in words, what was missed and what it would have
 * changed, what is to be remembered, and the two routes side by side.
 */
void plumb_teaching_result_set_lesson (PlumbTeachingResult *self, PlumbLesson *lesson);
/* The learner's route, and the pathway's. */
PlumbTeachingChart *plumb_teaching_result_get_chart (PlumbTeachingResult *self, gboolean own);
char *plumb_teaching_result_dup_text (PlumbTeachingResult *self);

G_END_DECLS
