/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway.h"

/* How long reading the pathway takes: what every start waits for. */

#define REPETITIONS 31

static int
compare (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a;
  const gint64 *y = b;

  return (*x > *y) - (*x < *y);
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PlumbPathway) pathway = plumb_pathway_new_builtin (NULL);
      gint64 time = g_get_monotonic_time () - start;

      g_assert_nonnull (pathway);
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  g_print ("reading the pathway: median %.2f ms, slowest %.2f ms of %u\n",
           (double) g_array_index (times, gint64, REPETITIONS / 2) / 1000,
           (double) g_array_index (times, gint64, REPETITIONS - 1) / 1000, REPETITIONS);

  return 0;
}
