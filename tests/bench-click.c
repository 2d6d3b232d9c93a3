/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a click takes, from the answer to the painted frame, in a window of
 * 1280 by 800: for the built-in pathway, and for a made-up one whose only stage
 * has a thousand boxes. */

#include "plumb-chart-panel.h"
#include "plumb-test-window.h"
#include "plumb-window.h"

#define N_CLICKS 500
#define N_COLUMNS 20
#define N_ROWS 50

/* A made-up pathway: a grid of decisions and actions, side by side and below one
 * another, of which every answer changes the standing of some hundred boxes. */

static void
add_findings (GString *xml)
{
  g_string_append (xml, "<groups><group id=\"all\"><title>All</title></group></groups><findings>");
  for (int i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (
        xml,
        "<finding id=\"f%d\" group=\"all\" type=\"boolean\"><label>Finding %d</label>"
        "<question>Is finding %d there?</question><patient>It is there.</patient>"
        "<help>Look.</help><yes>finding %d</yes><no>no finding %d</no></finding>",
        i, i, i, i, i);
  g_string_append (xml, "</findings>");
}

static void
add_start (GString *xml)
{
  g_string_append (xml, "<node id=\"start\" kind=\"state\" column=\"0\" row=\"0\" start=\"yes\">"
                        "<text>Start here</text>");
  for (int column = 0; column < N_COLUMNS; column++)
    g_string_append_printf (xml, "<exit to=\"n%d_1\"/>", column);
  g_string_append (xml, "</node>");
}

static void
add_node (GString *xml, int column, int row)
{
  gboolean decision = row == 1;

  g_string_append_printf (xml, "<node id=\"n%d_%d\" kind=\"%s\" column=\"%d\" row=\"%d\"%s>",
                          column, row, decision ? "decision" : "action", column, row,
                          decision ? " select=\"any\"" : "");
  g_string_append_printf (xml, "<text>Box of column %d in row %d</text>", column, row);
  if (row < N_ROWS)
    g_string_append_printf (xml,
                            decision ? "<exit to=\"n%d_%d\" when=\"f%d\"><label>yes</label></exit>"
                                     : "<exit to=\"n%d_%d\"/>",
                            column, row + 1, column);
  g_string_append (xml, "</node>");
}

static PlumbPathway *
make_large_pathway (void)
{
  g_autoptr (GString) xml = g_string_new (
      "<pathway format=\"1\" id=\"large\" version=\"1.0.0\" review=\"under-review\""
      " updated=\"2026-11-21\"><title>Large</title><disclaimer>Not for use</disclaimer>");
  g_autoptr (GError) error = NULL;
  PlumbPathway *pathway;

  add_findings (xml);
  g_string_append (xml, "<stages><stage id=\"only\"><title>Only</title><subtitle>All</subtitle>");
  add_start (xml);
  for (int column = 0; column < N_COLUMNS; column++)
    for (int row = 1; row <= N_ROWS; row++)
      add_node (xml, column, row);
  g_string_append (xml, "</stage></stages></pathway>");
  pathway = plumb_test_pathway (xml->str, &error);
  g_assert_no_error (error);

  return pathway;
}

/* Clicks */

static void
on_after_paint (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* What is left over from before is not this click's. */
static void
settle (void)
{
  for (int i = 0; i < 3; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

/* The answers of every choice and yes/no in turn; a second time takes them back. */
static void
click (PlumbSession *session, guint number)
{
  GPtrArray *findings = plumb_pathway_get_findings (plumb_session_get_pathway (session));
  const PlumbFinding *finding = g_ptr_array_index (findings, number % findings->len);
  guint round = number / findings->len;
  PlumbValue value = plumb_value_null ();
  g_autoptr (GError) error = NULL;

  if (finding->type == PLUMB_FINDING_BOOLEAN)
    value = plumb_value_boolean (round % 3 == 1);
  else if (finding->type == PLUMB_FINDING_CHOICE)
    value = plumb_value_string (
        ((const PlumbChoice *) g_ptr_array_index (finding->choices, round % finding->choices->len))
            ->code);
  else if (finding->type == PLUMB_FINDING_INTEGER)
    value = plumb_value_integer (CLAMP ((gint64) (4 + round), finding->minimum, finding->maximum));
  else
    return;
  plumb_session_answer (session, finding, &value, &error);
  g_assert_no_error (error);
}

/* In milliseconds, from the answer until the frame that shows it is painted.
 * GTK itself waits for its next turn of 1/60 s before it begins to paint: that
 * is the screen's pace and not the program's work, so it is left out. */
typedef struct
{
  gint64 begun; /* when the painting began */
  gboolean painted;
} Frame;

static void
on_before_paint (GdkFrameClock *clock, Frame *frame)
{
  frame->begun = g_get_monotonic_time ();
}

static double
time_click (GtkWidget *window, PlumbSession *session, guint number)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Frame frame = { 0, FALSE };
  gulong before;
  gulong after;
  gint64 start;
  gint64 answered;

  settle ();
  before = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &frame);
  after = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frame.painted);
  start = g_get_monotonic_time ();
  click (session, number);
  answered = g_get_monotonic_time ();
  /* There is a frame even where the answer changes nothing. */
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!frame.painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);

  return (double) (answered - start + g_get_monotonic_time () - frame.begun) / 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
measure (const char *name, GtkWidget *window, PlumbSession *session)
{
  double times[N_CLICKS];

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < 20; i++)
    settle ();
  for (guint i = 0; i < N_CLICKS; i++)
    times[i] = time_click (window, session, i);
  qsort (times, N_CLICKS, sizeof *times, compare);
  g_print ("%-16s %3u clicks: median %6.2f ms, 99th percentile %6.2f ms, longest %6.2f ms\n", name,
           N_CLICKS, times[N_CLICKS / 2], times[N_CLICKS * 99 / 100], times[N_CLICKS - 1]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlumbPathway) builtin = NULL;
  g_autoptr (PlumbPathway) large = NULL;
  PlumbWindow *window;

  plumb_test_init (&argc, &argv);

  builtin = plumb_test_builtin ();
  window = plumb_window_new (NULL, builtin);
  measure ("built-in pathway", GTK_WIDGET (window), plumb_window_get_session (window));
  large = make_large_pathway ();
  window = plumb_window_new (NULL, large);
  measure ("1,000 boxes", GTK_WIDGET (window), plumb_window_get_session (window));

  return 0;
}
