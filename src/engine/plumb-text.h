/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlumbText:
 *
 * A text of the pathway in its source language and in whatever languages the
 * file carries it. Owned by its pathway, immutable for whoever looks on.
 */
typedef struct _PlumbText PlumbText;

PlumbText *plumb_text_new (void);
PlumbText *plumb_text_dup (const PlumbText *self);
void plumb_text_free (PlumbText *self);
void plumb_text_add (PlumbText *self, const char *language, const char *words);
void plumb_text_add_span (PlumbText *self, const char *language, const char *words,
                          gsize length);
gboolean plumb_text_has (const PlumbText *self, const char *language);
const char *plumb_text_get (const PlumbText *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbText, plumb_text_free)

G_END_DECLS
