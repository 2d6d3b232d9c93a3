/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-slides.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_PRESENTER (plumb_teaching_presenter_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingPresenter,
                      plumb_teaching_presenter,
                      PLUMB,
                      TEACHING_PRESENTER,
                      AdwBin)

/**
 * PlumbTeachingPresenter:
 *
 * A case in large type for a room, by keys alone: the story, each decision of the route with
 * its exits one by one, the votes of the room, the findings, where the way goes on and why.
 * Right, Space and Page Down go on; Left and Page Up go back; Home and End go to either end.
 * Number keys add a vote to an exit, or write its votes after Up or Down has marked it. B is
 * a blank chart of the stage, whose boxes are filled in one by one.
 *
 * Signals: left (self), when Escape was pressed
 */
void plumb_teaching_presenter_set_case (PlumbTeachingPresenter *self, PlumbCase *teaching_case);
gboolean plumb_teaching_presenter_press_key (PlumbTeachingPresenter *self,
                                             guint keyval,
                                             GdkModifierType state);
/* Where it is; for tests as well. */
const PlumbSlide *plumb_teaching_presenter_get_slide (PlumbTeachingPresenter *self);
guint plumb_teaching_presenter_get_place (PlumbTeachingPresenter *self);
guint plumb_teaching_presenter_get_moment (PlumbTeachingPresenter *self);
/* Of the exits of the box that is shown. */
guint plumb_teaching_presenter_get_votes (PlumbTeachingPresenter *self, guint exit);
int plumb_teaching_presenter_get_marked (PlumbTeachingPresenter *self); /* -1: none */
gboolean plumb_teaching_presenter_get_blank (PlumbTeachingPresenter *self);
guint plumb_teaching_presenter_get_filled (PlumbTeachingPresenter *self);
/* All that is written now, for a screen reader and for tests; free with g_free(). */
char *plumb_teaching_presenter_dup_text (PlumbTeachingPresenter *self);
/* Digits of the number pad as well, and those of keyboards of other scripts; -1: none. */
int plumb_teaching_find_digit (guint keyval);

G_END_DECLS
