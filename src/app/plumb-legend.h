/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_LEGEND (plumb_legend_get_type ())
G_DECLARE_FINAL_TYPE (PlumbLegend, plumb_legend, PLUMB, LEGEND, GtkBox)

/**
 * PlumbLegend:
 *
 * What the outlines of a chart mean.
 */
GtkWidget *plumb_legend_new (void);

G_END_DECLS
