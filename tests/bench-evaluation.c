/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-file.h"
#include "plumb-evaluation.h"
#include "plumb-test.h"

/*
 * How long one evaluation of the whole pathway takes: what every click costs
 * before anything is drawn. Over consultations complete and partial.
 */

#define REPETITIONS 50

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

static double
measure (PlumbConsultation *consultation)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < REPETITIONS; i++)
    plumb_evaluation_unref (plumb_evaluation_new_for_consultation (consultation));

  return (double) (g_get_monotonic_time () - start) / REPETITIONS;
}

static GArray *
measure_all (PlumbPathway *pathway)
{
  g_auto (GStrv) lines = plumb_test_read_lines ("oracle-consultations.ndjson");
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (PlumbConsultation) consultation
          = plumb_consultation_file_parse (pathway, lines[i], -1, NULL, NULL);
      double time = measure (consultation);

      g_array_append_val (times, time);
    }
  g_array_sort (times, compare);

  return times;
}

int
main (int argc, char **argv)
{
  g_autoptr (PlumbPathway) pathway = NULL;
  g_autoptr (GArray) times = NULL;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_pathway_new_builtin (NULL);
  times = measure_all (pathway);
  g_print ("one evaluation: median %.1f microseconds, slowest %.1f, of %u consultations\n",
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len - 1), times->len);

  return 0;
}
