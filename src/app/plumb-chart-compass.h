/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where an arrow key leads from one box: as the picture lies. NULL: nowhere. */
const PlumbChartBox *plumb_chart_compass_find (const PlumbChartBox *boxes,
                                               guint n_boxes,
                                               const PlumbChartBox *from,
                                               GtkDirectionType direction);
const PlumbChartBox *plumb_chart_compass_first (const PlumbChartBox *boxes, guint n_boxes);

G_END_DECLS
