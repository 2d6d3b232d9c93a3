/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-lesson.h"
#include "plumb-progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_WINDOW (plumb_teaching_window_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingWindow,
                      plumb_teaching_window,
                      PLUMB,
                      TEACHING_WINDOW,
                      AdwApplicationWindow)

/**
 * PlumbTeachingWindow:
 *
 * Where cases are played: visibly another mode, which shares nothing with any
 * consultation. What it prints says on every page that it is a teaching case.
 *
 * Actions: teach.cases (Escape), teach.next, teach.play (id), teach.commit (Ctrl+Enter; on
 * the other pages what its button does), teach.advice (Ctrl+D), teach.search (Ctrl+F),
 * teach.progress (Ctrl+G), teach.open-folder (Ctrl+O), teach.export, teach.erase,
 * teach.present (F5), teach.present-case (id), teach.explore (Ctrl+E). Number keys choose.
 */
PlumbTeachingWindow *plumb_teaching_window_new (GtkApplication *application, PlumbPathway *pathway);
PlumbLesson *plumb_teaching_window_get_lesson (PlumbTeachingWindow *self);     /* or NULL */
PlumbProgress *plumb_teaching_window_get_progress (PlumbTeachingWindow *self); /* or NULL */
const char *plumb_teaching_window_get_page (PlumbTeachingWindow *self);
gboolean
plumb_teaching_window_press_key (PlumbTeachingWindow *self, guint keyval, GdkModifierType state);
void plumb_teaching_window_open_folder (PlumbTeachingWindow *self, GFile *folder);
gboolean plumb_teaching_window_export (PlumbTeachingWindow *self, GFile *file, GError **error);

G_END_DECLS
