/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates, numbers, lists and plurals in the form of a language, by ICU: no locale of the system is
 * asked, so a page in Arabic comes out right on a machine that knows only English.
 * language: "es", or NULL for English. */
char *plumb_format_date (const GDate *date, const char *language);
char *plumb_format_day (const char *day, const char *language);
char *plumb_format_number (gint64 number, const char *language);
char *plumb_format_list (const char *const *items, const char *language);
gboolean plumb_format_is_right_to_left (const char *language);
guint plumb_format_plural (guint64 number, guint n_forms, const char *language);

G_END_DECLS
