/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-lesson.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_QUESTIONS (plumb_teaching_questions_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingQuestions,
                      plumb_teaching_questions,
                      PLUMB,
                      TEACHING_QUESTIONS,
                      AdwBin)

/**
 * PlumbTeachingQuestions:
 *
 * The left of a case that is played: the story so far, and what can be asked.
 */
void plumb_teaching_questions_set_lesson (PlumbTeachingQuestions *self, PlumbLesson *lesson);
/* Puts the keyboard into the search; Enter there asks the first question that is found. */
void plumb_teaching_questions_search (PlumbTeachingQuestions *self);
GtkEditable *plumb_teaching_questions_get_search (PlumbTeachingQuestions *self);
void plumb_teaching_questions_ask_first (PlumbTeachingQuestions *self);

G_END_DECLS
