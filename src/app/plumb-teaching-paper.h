/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with a case but playing it: teach.print (id, solution), teach.export-paper
 * (id, solution) and teach.edit (id). */
GMenuModel *plumb_teaching_paper_create_menu (const char *id);

/* The case as pages in the program's language; each says that it is a teaching case. */
gboolean plumb_teaching_paper_print (GtkWindow *window,
                                     PlumbCase *teaching_case,
                                     gboolean solution,
                                     GError **error);
gboolean plumb_teaching_paper_export (PlumbCase *teaching_case,
                                      gboolean solution,
                                      GFile *file,
                                      GError **error);

G_END_DECLS
