/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-check.h"
#include "plumb-cli.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- what is wrong ---------------------------------------------------------------------- */

/* One line a problem: place, number, message and patient. */
static void
print_diagnostic (const char *file, const PlumbDiagnostic *diagnostic)
{
  g_autofree char *patient = plumb_diagnostic_describe_patient (diagnostic);
  g_autofree char *message
      = patient == NULL
            ? g_strdup_printf ("PB%03u: %s", diagnostic->number, diagnostic->message)
            /* Translators: the number of a problem, what it is, and a patient for whom it is so */
            : g_strdup_printf (_ ("PB%03u: %s Patient: %s."), diagnostic->number,
                               diagnostic->message, patient);

  plumb_cli_report (file, diagnostic->line, diagnostic->column, message);
}

static void
print_accepted (const char *file, const PlumbDiagnostic *diagnostic)
{
  g_autofree char *patient = plumb_diagnostic_describe_patient (diagnostic);

  printf ("  PB%03u %s:%u: %s\n", diagnostic->number, file, diagnostic->line, diagnostic->message);
  if (patient != NULL)
    /* Translators: a patient as an example */
    printf (_ ("    Patient: %s.\n"), patient);
}

static void
print_kind (const PlumbDiagnosticKind *kind)
{
  printf ("PB%03u  %s\n", kind->number, _ (kind->meaning));
  printf ("       %s\n", _ (kind->mend));
}

/* What the numbers mean that were met, once each. */
static void
print_kinds_met (GPtrArray *diagnostics)
{
  guint n_kinds;
  const PlumbDiagnosticKind *kinds = plumb_diagnostic_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < diagnostics->len; j++)
      {
        const PlumbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, j);

        if (diagnostic->number != kinds[i].number || diagnostic->severity != PLUMB_SEVERITY_PROBLEM)
          continue;
        print_kind (&kinds[i]);
        break;
      }
}

static int
print_list (void)
{
  guint n_kinds;
  const PlumbDiagnosticKind *kinds = plumb_diagnostic_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    print_kind (&kinds[i]);

  return PLUMB_CLI_DONE;
}

/* ---- what is proved --------------------------------------------------------------------- */

static void
print_coverage (const PlumbCheck *check, gint64 time)
{
  const PlumbCoverage *coverage = plumb_check_get_coverage (check);

  if (!coverage->is_complete)
    {
      printf (_ ("Not proved: what concerns patients.\n"));
      return;
    }
  printf (_ ("Proved for every patient: %u findings, answered or not, make %.1f × 10^%.0f "
             "different consultations.\n"),
          coverage->n_findings,
          pow (10, coverage->decimal_exponent - floor (coverage->decimal_exponent)),
          floor (coverage->decimal_exponent));
  printf (_ ("  %u guards and conditions, %u terms; %u decisions, %u exits, %u boxes\n"),
          coverage->n_guards, coverage->n_terms, coverage->n_decisions, coverage->n_exits,
          coverage->n_boxes);
  printf (_ ("  %u recommendations, %u invariants, %u pairs of advice for and against one thing\n"),
          coverage->n_recommendations, coverage->n_invariants, coverage->n_pairs);
  printf (_ ("  %u statements, %u translated texts, %u check digits\n"), coverage->n_statements,
          coverage->n_texts, coverage->n_codes);
  printf (_ ("  with %u nodes of decision diagrams, in %.2f seconds\n"), coverage->n_nodes,
          (double) time / G_USEC_PER_SEC);
}

static void
print_all_accepted (const char *file, GPtrArray *diagnostics)
{
  gboolean any = FALSE;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PlumbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (diagnostic->severity != PLUMB_SEVERITY_ACCEPTED)
        continue;
      if (!any)
        printf (_ ("Accepted by those who wrote the pathway:\n"));
      any = TRUE;
      print_accepted (file, diagnostic);
    }
}

static int
print_check (const PlumbCheck *check, const char *file, gint64 time)
{
  GPtrArray *diagnostics = plumb_check_get_diagnostics (check);
  guint n_problems = plumb_check_count_problems (check);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PlumbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (diagnostic->severity == PLUMB_SEVERITY_PROBLEM)
        print_diagnostic (file, diagnostic);
    }
  if (n_problems > 0)
    {
      print_kinds_met (diagnostics);
      printf (ngettext ("%u problem.\n", "%u problems.\n", n_problems), n_problems);
    }
  print_all_accepted (file, diagnostics);
  print_coverage (check, time);

  return n_problems > 0 ? PLUMB_CLI_PROBLEM : PLUMB_CLI_DONE;
}

/* ---- the command ------------------------------------------------------------------------ */

static PlumbPathway *
open_pathway (const char *name, char **place)
{
  g_autoptr (GFile) file = name ? g_file_new_for_commandline_arg (name) : NULL;
  g_autoptr (GError) error = NULL;
  PlumbPathway *pathway
      = file ? plumb_pathway_new_from_file (file, &error) : plumb_pathway_new_builtin (&error);
  g_autofree char *message = NULL;
  guint number;

  *place = file ? g_file_get_parse_name (file) : g_strdup ("low-back-pain.xml");
  if (pathway != NULL)
    return pathway;

  number = plumb_diagnostic_get_error_number (error);
  /* Messages about what is inside the file begin with its place. */
  if (error->domain == PLUMB_PATHWAY_ERROR && g_str_has_prefix (error->message, *place))
    {
      const char *text = strstr (error->message, ": ");

      g_printerr ("%.*s: PB%03u%s\n", (int) (text - error->message), error->message, number, text);
    }
  else
    {
      message = g_strdup_printf ("PB%03u: %s", number, error->message);
      plumb_cli_report (*place, 0, 0, message);
    }
  print_kind (plumb_diagnostic_lookup_kind (number));

  return NULL;
}

static int
check_pathway (const char *name)
{
  g_autofree char *place = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PlumbPathway) pathway = open_pathway (name, &place);
  g_autoptr (PlumbCheck) check = NULL;

  if (pathway == NULL)
    return PLUMB_CLI_PROBLEM;
  check = plumb_check_new (pathway);

  return print_check (check, place, g_get_monotonic_time () - start);
}

/**
 * plumb_cli_check:
 * @arguments: "check" and what follows
 *
 * Proves a pathway, and prints what is wrong with it, for whom and where.
 *
 * Returns: the program's exit status
 */
int
plumb_cli_check (GStrv arguments)
{
  g_autofree char *pathway_file = NULL;
  gboolean list = FALSE;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "pathway", 0, 0, G_OPTION_ARG_FILENAME, &pathway_file,
      N_ ("The pathway, in place of the program's own"), N_ ("FILE") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("List all that can be wrong, and how to mend it"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_ ("[FILE]") },
    { NULL },
  };

  if (!plumb_cli_parse_options (arguments, NULL,
                                _ ("Proves that a pathway has no holes: for every patient, with "
                                   "any finding answered or not.\n"
                                   "FILE is a pathway; without it, the program's own is proved."),
                                entries))
    return PLUMB_CLI_USAGE;
  if (files != NULL && (files[1] != NULL || pathway_file != NULL))
    return plumb_cli_refuse ("check", _ ("There is more than one FILE."));

  return list ? print_list () : check_pathway (files ? files[0] : pathway_file);
}
