/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The view is one class over several files: the object and what it shows
 * (plumb-chart-view.c), size and painting (-paint.c), zoom (-zoom.c), fonts and colors
 * (-style.c), keys (-keys.c), and what opens from a box (-open.c). */

#include "plumb-chart-edges.h"
#include "plumb-chart-scroll.h"
#include "plumb-chart-view.h"

G_BEGIN_DECLS

struct _PlumbChartView
{
  GtkWidget parent_instance;

  PlumbSession *session;
  GSignalGroup *signals;
  double zoom;        /* 0: fit … */
  gboolean fit_stage; /* … the whole stage, else the width */

  const PlumbStage *stage;
  GHashTable *layouts; /* PlumbStage to PlumbChartLayout, for the font below */
  PangoContext *context;
  char *font;
  gboolean right_to_left;
  PlumbChartPalette palette;

  PlumbChartLayout *layout; /* of the stage; NULL until the font is known */
  GPtrArray *boxes;         /* PlumbNodeBox, in the order of the layout's boxes */
  PlumbChartEdges *edges;
  PlumbChartScroll *scroll;
  GtkPopover *popover;
  graphene_rect_t painted; /* in coordinates of the view */
  graphene_point_t pointer;      /* where it was last, in coordinates of the view */
  double pinched;                /* the scale when two fingers came down */
  gboolean anchored;             /* a place is held where it is while the zoom changes: */
  graphene_point_t anchor;       /* the place, in coordinates of the layout */
  graphene_point_t anchor_place; /* where it is, from the corner of what can be seen */
  gboolean moved; /* another stage or zoom: the view goes to its focus when boxes are placed */
};

/* ---- plumb-chart-view.c ---- */

void plumb_chart_view_build (PlumbChartView *self);
void plumb_chart_view_update_boxes (PlumbChartView *self);
void plumb_chart_view_show_focus (PlumbChartView *self);
void plumb_chart_view_await_layout (PlumbChartView *self);

/* ---- plumb-chart-view-paint.c ---- */

graphene_rect_t plumb_chart_view_locate (PlumbChartView *self, const PlumbChartBox *box);
graphene_point_t plumb_chart_view_get_origin (PlumbChartView *self);
graphene_rect_t plumb_chart_view_find_visible (PlumbChartView *self);
void plumb_chart_view_install_painting (GtkWidgetClass *widget_class);

/* ---- plumb-chart-view-zoom.c ---- */

void plumb_chart_view_hold_anchor (PlumbChartView *self);
void plumb_chart_view_add_zoom_controllers (PlumbChartView *self);

/* ---- plumb-chart-view-style.c ---- */

void plumb_chart_view_update_colors (PlumbChartView *self);
void plumb_chart_view_install_style (GtkWidgetClass *widget_class);

/* ---- plumb-chart-view-keys.c ---- */

void plumb_chart_view_install_keys (GtkWidgetClass *widget_class);

/* ---- plumb-chart-view-open.c ---- */

void plumb_chart_view_forget_popover (PlumbChartView *self);
void plumb_chart_view_close_when_settled (PlumbChartView *self);

G_END_DECLS
