/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The presenter is one class over two files: what is shown (plumb-teaching-presenter.c), and
 * what the keys do (-keys.c). */

#include "plumb-teaching-chart.h"
#include "plumb-teaching-presenter.h"

G_BEGIN_DECLS

struct _PlumbTeachingPresenter
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *place_text;
  GtkWidget *left;
  GtkScrolledWindow *scroller;
  GtkBox *content;
  GtkStack *charts;
  GtkLabel *help;

  PlumbSlides *slides; /* NULL: nothing is shown */
  guint place;
  guint moment;
  GPtrArray *votes; /* guint array, one an exit, beside the slides */
  int marked;
  gboolean blank;
  guint n_filled;
  PlumbTeachingChart *chart;
  PlumbTeachingChart *blank_chart;
  PlumbEvaluation *shown; /* borrowed from the slides: what the chart shows */
};

/* ---- plumb-teaching-presenter.c ---- */

const PlumbSlide *plumb_teaching_presenter_find_slide (PlumbTeachingPresenter *self);
guint *plumb_teaching_presenter_find_votes (PlumbTeachingPresenter *self); /* one an exit */
void plumb_teaching_presenter_show (PlumbTeachingPresenter *self);

/* ---- plumb-teaching-presenter-keys.c ---- */

void plumb_teaching_presenter_go_to (PlumbTeachingPresenter *self, guint place, guint moment);

G_END_DECLS
