/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-file.h"
#include "plumb-explanation.h"
#include "plumb-test.h"
#include "plumb-what-if.h"

/*
 * How long it takes to list every answer that would change the plan, to choose
 * the next question, and to explain every advice, over consultations complete and
 * partial.
 */

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

static void
list_answers (PlumbEvaluation *evaluation)
{
  plumb_possible_answers_free (plumb_possible_answers_new (evaluation));
}

static void
choose_question (PlumbEvaluation *evaluation)
{
  g_ptr_array_unref (plumb_evaluation_list_questions (evaluation));
}

static void
explain_all (PlumbEvaluation *evaluation)
{
  GPtrArray *all = plumb_pathway_get_recommendations (plumb_evaluation_get_pathway (evaluation));

  for (guint i = 0; i < all->len; i++)
    plumb_explanation_unref (plumb_explanation_new (evaluation, g_ptr_array_index (all, i)));
}

static void
measure (PlumbPathway *pathway,
         char **lines,
         const char *title,
         void (*run) (PlumbEvaluation *evaluation))
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (PlumbConsultation) consultation
          = plumb_consultation_file_parse (pathway, lines[i], -1, NULL, NULL);
      g_autoptr (PlumbEvaluation) evaluation = plumb_evaluation_new_for_consultation (consultation);
      gint64 start = g_get_monotonic_time ();
      double time;

      run (evaluation);
      time = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  g_print ("%s: median %.2f milliseconds, slowest %.2f, of %u consultations\n", title,
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len - 1), times->len);
}

int
main (int argc, char **argv)
{
  g_autoptr (PlumbPathway) pathway = NULL;
  g_auto (GStrv) lines = NULL;

  g_test_init (&argc, &argv, NULL);
  lines = plumb_test_read_lines ("oracle-consultations.ndjson");
  pathway = plumb_pathway_new_builtin (NULL);
  measure (pathway, lines, "all answers that would change the plan", list_answers);
  measure (pathway, lines, "the next question", choose_question);
  measure (pathway, lines, "an explanation of every advice", explain_all);

  return 0;
}
