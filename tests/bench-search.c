/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-search.h"

#include "plumb-test.h"

/* How long it takes to read the pathway's words, and to answer a query. */
int
main (void)
{
  const char *const queries[] = { "p", "pain", "foot drop", "night pain", "imaging at 8 weeks" };
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PlumbSearch) search = plumb_search_new (pathway, NULL);

  g_print ("index: %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1000);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      guint n = 0;

      start = g_get_monotonic_time ();
      for (guint j = 0; j < 100; j++)
        {
          g_autoptr (GPtrArray) results = plumb_search_query (search, queries[i]);

          n = results->len;
        }
      g_print ("%s: %u results, %.3f ms\n", queries[i], n,
               (double) (g_get_monotonic_time () - start) / 100000);
    }

  return 0;
}
