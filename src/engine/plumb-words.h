/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fixed words in a language of choice, for pages and reasons: what gettext is for the language of
 * the surroundings. language: "es", or NULL for English. */
const char *plumb_words (const char *language, const char *text) G_GNUC_FORMAT (2);
const char *plumb_words_in (const char *language, const char *context, const char *text)
    G_GNUC_FORMAT (3);
const char *
plumb_words_plural (const char *language, const char *singular, const char *plural, guint64 number)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

G_END_DECLS
