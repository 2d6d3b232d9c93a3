/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_AUTHOR (plumb_teaching_author_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingAuthor,
                      plumb_teaching_author,
                      PLUMB,
                      TEACHING_AUTHOR,
                      AdwWindow)

/**
 * PlumbTeachingAuthor:
 *
 * Where a case is written: as a form, or as the text of its file.
 *
 * Actions: author.save (Ctrl+S), author.check (Ctrl+Enter), author.source (Ctrl+U),
 * author.add-lesson. Signal: saved (self, GFile).
 */
PlumbTeachingAuthor *plumb_teaching_author_new (GtkWindow *parent, PlumbCaseDraft *draft);
/* What is wrong, each with its line; "" when nothing is, or nobody has looked. */
const char *plumb_teaching_author_get_faults (PlumbTeachingAuthor *self);
/* Whether nothing is wrong. */
gboolean plumb_teaching_author_check (PlumbTeachingAuthor *self);
/* What cannot be read back is not written; then, or on error, FALSE. */
gboolean plumb_teaching_author_save_to (PlumbTeachingAuthor *self, GFile *file);

G_END_DECLS
