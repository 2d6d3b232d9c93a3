/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlumbChartScroll:
 *
 * Moves the view of a scrolled window to where something is. Whoever scrolls by
 * hand meanwhile wins.
 */
typedef struct _PlumbChartScroll PlumbChartScroll;

PlumbChartScroll *plumb_chart_scroll_new (GtkWidget *child);
void plumb_chart_scroll_free (PlumbChartScroll *self);
void plumb_chart_scroll_stop (PlumbChartScroll *self);
void
plumb_chart_scroll_show (PlumbChartScroll *self, const graphene_rect_t *area, gboolean animate);

/* The value nearest to the present one with which start to end can be seen. */
double plumb_chart_scroll_find (double value, double page, double upper, double start, double end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbChartScroll, plumb_chart_scroll_free)

G_END_DECLS
