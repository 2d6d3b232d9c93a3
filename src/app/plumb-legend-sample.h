/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_LEGEND_SAMPLE (plumb_legend_sample_get_type ())
G_DECLARE_FINAL_TYPE (PlumbLegendSample, plumb_legend_sample, PLUMB, LEGEND_SAMPLE, GtkWidget)

/* A small box of the chart, drawn as the chart draws it. */
GtkWidget *plumb_legend_sample_new (PlumbNodeKind kind, PlumbStanding standing);

G_END_DECLS
