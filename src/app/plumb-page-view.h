/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_PAGE_VIEW (plumb_page_view_get_type ())
G_DECLARE_FINAL_TYPE (PlumbPageView, plumb_page_view, PLUMB, PAGE_VIEW, GtkWidget)

/**
 * PlumbPageView:
 *
 * One page as it will print, as wide as there is room. Paper is white on every desktop.
 */
GtkWidget *plumb_page_view_new (PlumbPainter *painter, guint page);

G_END_DECLS
