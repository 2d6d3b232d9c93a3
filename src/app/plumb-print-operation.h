/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PRINT_OPERATION (plumb_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (PlumbPrintOperation,
                      plumb_print_operation,
                      PLUMB,
                      PRINT_OPERATION,
                      GtkPrintOperation)

/**
 * PlumbPrintOperation:
 *
 * Prints a document. Run it with gtk_print_operation_run(): for paper, with
 * %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG and the window. It starts from the
 * printer and paper that were used last, and remembers what is used now. (For
 * win.export-pdf, plumb_painter_write_pdf() writes the same pages.)
 *
 * Properties:
 *  document (PlumbDocument boxed, construct-only)
 *  setup (GtkPageSetup, construct-only), black-and-white (boolean, construct-only)
 */
GtkPrintOperation *plumb_print_operation_new (PlumbDocument *document);
GtkPrintOperation *plumb_print_operation_new_full (PlumbDocument *document,
                                                   GtkPageSetup *setup,
                                                   gboolean black_and_white);

/* The paper that was used last, else that of the locale. */
GtkPageSetup *plumb_print_operation_load_page_setup (void);

G_END_DECLS
