/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int plumb_room_get_line (GtkWidget *widget);
gboolean plumb_room_is_scarce (GtkWidget *widget, int width, int height);

G_END_DECLS
