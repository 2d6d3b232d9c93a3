/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

G_BEGIN_DECLS

/**
 * PlumbBodyMarks:
 *
 * The areas of the pathway's body map that are marked: an immutable set, shared
 * by reference count. A change makes another one.
 */
typedef struct _PlumbBodyMarks PlumbBodyMarks;

PlumbBodyMarks *plumb_body_marks_new (PlumbPathway *pathway);
PlumbBodyMarks *
plumb_body_marks_new_with (const PlumbBodyMarks *self, const PlumbArea *area, gboolean marked);
PlumbBodyMarks *plumb_body_marks_ref (PlumbBodyMarks *self);
void plumb_body_marks_unref (PlumbBodyMarks *self);

gboolean plumb_body_marks_get (const PlumbBodyMarks *self, const PlumbArea *area);
guint plumb_body_marks_count (const PlumbBodyMarks *self);
gboolean plumb_body_marks_equal (const PlumbBodyMarks *a, const PlumbBodyMarks *b);

/* Each returns a new array of borrowed pointers; g_ptr_array_unref when done. */
GPtrArray *plumb_body_marks_list (const PlumbBodyMarks *self);              /* PlumbArea */
GPtrArray *plumb_body_marks_list_implications (const PlumbBodyMarks *self); /* PlumbImplication */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbBodyMarks, plumb_body_marks_unref)

G_END_DECLS
