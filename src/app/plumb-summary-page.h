/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"
#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_SUMMARY_PAGE (plumb_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (PlumbSummaryPage, plumb_summary_page, PLUMB, SUMMARY_PAGE, AdwBin)

/**
 * PlumbSummaryPage:
 *
 * The summary of the consultation, page by page as it will print. Its buttons
 * activate win.print and win.export-pdf. What it shows is made only while it
 * can be seen.
 *
 * Properties:
 *  session (PlumbSession, read-write)
 */
GtkWidget *plumb_summary_page_new (PlumbSession *session);

G_END_DECLS
