/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls up or down until a widget can be seen, with a margin in pixels around it. */
void plumb_reveal (GtkWidget *widget, int margin);

/* Once all that is in the window has found its place: what has none yet cannot be
 * scrolled to. Forgotten with the widget. */
typedef void (*PlumbLaterFunc) (GtkWidget *widget, gconstpointer data);
void plumb_later (GtkWidget *widget, PlumbLaterFunc func, gconstpointer data);

G_END_DECLS
