/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-legend-sample.h"
#include "plumb-legend.h"
#include "plumb-stage-button.h"
#include "plumb-stage-strip.h"
#include "plumb-test-window.h"

static GtkWidget *
get_button (GtkWidget *strip, guint number)
{
  GtkWidget *child = gtk_widget_get_first_child (strip);

  for (guint i = 1; i < number; i++)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
test_finalize (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();

  plumb_test_check_finalized (plumb_stage_strip_new (NULL));
  plumb_test_check_finalized (plumb_stage_strip_new (session));
  plumb_test_check_finalized_shown (plumb_stage_strip_new (session));
  plumb_test_check_finalized_shown (plumb_legend_new ());
}

static void
assert_label (GtkWidget *widget, const char *expected)
{
  char *problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                      GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
test_standing (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *strip = g_object_ref_sink (plumb_stage_strip_new (session));
  GtkWidget *triage = get_button (strip, 1);
  GtkWidget *next = get_button (strip, 2);

  assert_label (triage, "Stage 1, Triage. Current.");
  assert_label (next, "Stage 2, First steps. Open.");
  g_assert_true (gtk_widget_has_css_class (triage, "current"));
  g_assert_true (gtk_widget_has_css_class (triage, "in-view"));
  plumb_test_answer (session, "rf_saddle_anesthesia=true");
  assert_label (next, "Stage 2, First steps. Paused.");
  g_assert_true (gtk_widget_has_css_class (next, "paused"));
  plumb_session_undo (session);
  plumb_test_answer (session, PLUMB_TEST_CLEAR);
  assert_label (triage, "Stage 1, Triage. Taken.");
  g_assert_false (gtk_widget_has_css_class (triage, "in-view"));
  g_object_unref (strip);
}

static void
test_click (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *strip = g_object_ref_sink (plumb_stage_strip_new (session));

  g_signal_emit_by_name (get_button (strip, 7), "clicked");
  g_assert_cmpuint (plumb_session_get_stage (session)->number, ==, 7);
  g_assert_true (gtk_widget_has_css_class (get_button (strip, 7), "in-view"));
  g_assert_false (gtk_widget_has_css_class (get_button (strip, 1), "in-view"));
  g_object_unref (strip);
}

/* What does not fit beside stands below. */
static void
test_rows (void)
{
  g_autoptr (PlumbSession) session = plumb_test_session ();
  GtkWidget *strip = g_object_ref_sink (plumb_stage_strip_new (session));
  int least;
  int wide;
  int narrow;
  int height;

  gtk_widget_measure (strip, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
  gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, wide, NULL, &height, NULL, NULL);
  gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, wide / 2, NULL, &narrow, NULL, NULL);
  g_assert_cmpint (least, <, wide / 4);
  g_assert_cmpint (narrow, >, height);
  g_assert_cmpint (narrow, <, 3 * height);
  g_object_unref (strip);
}

int
main (int argc, char *argv[])
{
  plumb_test_init (&argc, &argv);

  g_test_add_func ("/stage-strip/finalize", test_finalize);
  g_test_add_func ("/stage-strip/standing", test_standing);
  g_test_add_func ("/stage-strip/click", test_click);
  g_test_add_func ("/stage-strip/rows", test_rows);

  return g_test_run ();
}
