/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-paper.h"
#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PAPER_PAGE (plumb_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (PlumbPaperPage, plumb_paper_page, PLUMB, PAPER_PAGE, AdwBin)

/**
 * PlumbPaperPage:
 *
 * What goes on paper, page by page as it will print, with how to print it
 * beside. What it shows is made only while it can be seen; the choices are
 * remembered in the settings.
 *
 * Actions: paper.print, paper.export.
 *
 * Properties:
 *  kind (PlumbPaperKind as a number, read-write): the document shown
 */
GtkWidget *plumb_paper_page_new (PlumbSession *session);
void plumb_paper_page_set_kind (PlumbPaperPage *self, PlumbPaperKind kind);
PlumbPaperKind plumb_paper_page_get_kind (PlumbPaperPage *self);

/* Any of the documents as it would be shown here. */
PlumbPainter *plumb_paper_page_create_painter (PlumbPaperPage *self, PlumbPaperKind kind);
const char *plumb_paper_page_get_language (PlumbPaperPage *self, PlumbPaperKind kind);
gboolean plumb_paper_page_get_black_and_white (PlumbPaperPage *self);
GtkPageSetup *plumb_paper_page_create_setup (PlumbPaperPage *self, PlumbPaperKind kind);

G_END_DECLS
