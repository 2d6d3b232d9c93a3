/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plumb_mnemonic_name_button (GtkButton *button);

G_END_DECLS
