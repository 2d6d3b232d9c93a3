/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of the chart on the screen need: a view of the built-in pathway in a window. */

#include "plumb-chart-panel.h"
#include "plumb-test-window.h"

typedef struct
{
  PlumbSession *session;
  GtkWidget *window;
  PlumbChartView *view;
} PlumbTestChart;

static inline void
plumb_test_chart_set_up (PlumbTestChart *self, gconstpointer data)
{
  GtkWidget *panel;

  self->session = plumb_test_session ();
  panel = plumb_chart_panel_new (self->session);
  self->view = plumb_chart_panel_get_view (PLUMB_CHART_PANEL (panel));
  self->window = plumb_test_show (panel);
}

static inline void
plumb_test_chart_tear_down (PlumbTestChart *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->session);
}

static inline const PlumbNode *
plumb_test_chart_find_node (PlumbTestChart *self, const char *id)
{
  const PlumbNode *node = plumb_pathway_lookup_node (plumb_session_get_pathway (self->session), id);

  g_assert_nonnull (node);

  return node;
}

static inline void
plumb_test_chart_add (const char *path, void (*test) (PlumbTestChart *, gconstpointer))
{
  g_test_add (path, PlumbTestChart, NULL, plumb_test_chart_set_up, test,
              plumb_test_chart_tear_down);
}
