/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Breaks the pathway in every small way that an editor's slip might, one at a time, and sees that
 * somebody notices: the reader, the checks, or the reference. */

#include "plumb-test-reference.h"
#include "plumb-test.h"

/* ---- what survives, and why that is right ----------------------------------------------- */

/* Whoever survives says the same as before in other words. */
static const struct
{
  const char *name;
  const char *reason;
} explained[] = {
  { "first operand in pt_unsatisfied: clear and > ",
    "The box is reached only where the case is clear, so the term need not say it again." },
  { "first operand in late_failure: clear and > ",
    "The box is reached only where the case is clear, so the term need not say it again." },
  { "first operand in duloxetine_due: clear and > ",
    "The box is reached only where the case is clear, so the term need not say it again." },
  { "first operand in tramadol_due: clear and > ",
    "The box is reached only where the case is clear, so the term need not say it again." },
  { "operand in medicines_checks: or nsaid_full_dose > ",
    "Who is due for the full dose takes a low dose, and so an NSAID already." },
  { "operand in medicines_checks: or nsaid_full_dose >  (2)",
    "Who is due for the full dose takes a low dose, and so an NSAID already." },
  { "operand in medicines_checks: or nsaid_full_dose >  (3)",
    "Who is due for the full dose takes a low dose, and so an NSAID already." },
};

/* ---- making mutants --------------------------------------------------------------------- */

typedef struct
{
  char *name;
  gsize start; /* what is cut out of the pathway … */
  gsize end;
  char *replacement; /* … and what takes its place */
} PlumbMutant;

typedef struct
{
  char *xml;
  gsize first; /* of the part that is broken */
  gsize last;
  GPtrArray *mutants;
  GHashTable *names;
  GHashTable *codes; /* of a finding, to "code|code|…" */
} PlumbBreeder;

static void
mutant_free (gpointer data)
{
  PlumbMutant *self = data;

  g_free (self->name);
  g_free (self->replacement);
  g_free (self);
}

/* The id that stands last before a place. */
static char *
find_id (const PlumbBreeder *self, gsize at)
{
  const char *start = self->xml + at;
  const char *end;

  while (start > self->xml && strncmp (start, " id=\"", 5) != 0)
    start--;
  start += 5;
  end = strchr (start, '"');

  return g_strndup (start, end - start);
}

/* A mutant is called by what it does, where, and to what; of equal ones each has a number. */
static void
add (PlumbBreeder *self, const char *operation, gsize start, gsize end, const char *replacement)
{
  PlumbMutant *mutant = g_new0 (PlumbMutant, 1);
  g_autofree char *id = find_id (self, start);
  g_autofree char *what = g_strndup (self->xml + start, MIN (end - start, 60));
  g_autofree char *name = NULL;
  guint count;

  g_strdelimit (what, "\n", ' ');
  name = g_strdup_printf ("%s in %s: %s > %s", operation, id, g_strstrip (what),
                          strlen (replacement) < 40 ? replacement : "…");
  count = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name)) + 1;
  g_hash_table_insert (self->names, g_strdup (name), GUINT_TO_POINTER (count));
  mutant->name = count > 1 ? g_strdup_printf ("%s (%u)", name, count) : g_strdup (name);
  mutant->start = start;
  mutant->end = end;
  mutant->replacement = g_strdup (replacement);
  g_ptr_array_add (self->mutants, mutant);
}

typedef void (*PlumbBreed) (PlumbBreeder *self,
                            const GMatchInfo *match,
                            gsize offset,
                            const char *operation,
                            const char *argument);

/* Calls @breed for every match between two places. */
static void
breed_matches (PlumbBreeder *self,
               gsize first,
               gsize last,
               const char *pattern,
               const char *operation,
               PlumbBreed breed,
               const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL | G_REGEX_RAW, 0, &error);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_no_error (error);
  g_regex_match_full (regex, self->xml + first, (gssize) (last - first), 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    breed (self, match, first, operation, argument);
}

static void
get_range (const GMatchInfo *match, int group, gsize offset, gsize *start, gsize *end)
{
  int from, to;

  g_match_info_fetch_pos (match, group, &from, &to);
  *start = offset + (gsize) from;
  *end = offset + (gsize) to;
}

/* The first group, where there is one, else the whole, becomes @argument. */
static void
breed_replacement (PlumbBreeder *self,
                   const GMatchInfo *match,
                   gsize offset,
                   const char *operation,
                   const char *argument)
{
  gsize start, end;

  get_range (match, g_match_info_get_match_count (match) > 1 ? 1 : 0, offset, &start, &end);
  add (self, operation, start, end, argument);
}

static void
breed_negation (PlumbBreeder *self,
                const GMatchInfo *match,
                gsize offset,
                const char *operation,
                const char *argument)
{
  g_autofree char *guard = g_match_info_fetch (match, 1);
  g_autofree char *negation = g_strdup_printf ("not (%s)", guard);
  gsize start, end;

  get_range (match, 1, offset, &start, &end);
  if (!g_str_has_prefix (guard, "if ") && !g_str_has_prefix (guard, "not ("))
    add (self, operation, start, end, negation);
}

static void
breed_shift (PlumbBreeder *self,
             const GMatchInfo *match,
             gsize offset,
             const char *operation,
             const char *argument)
{
  g_autofree char *number = g_match_info_fetch (match, 1);
  gint64 value = g_ascii_strtoll (number, NULL, 10);
  g_autofree char *more = g_strdup_printf ("%" G_GINT64_FORMAT, value + 1);
  g_autofree char *less = g_strdup_printf ("%" G_GINT64_FORMAT, value - 1);
  gsize start, end;

  get_range (match, 1, offset, &start, &end);
  add (self, operation, start, end, more);
  add (self, operation, start, end, less);
}

/* One digit of a code is another. */
static void
breed_digit (PlumbBreeder *self,
             const GMatchInfo *match,
             gsize offset,
             const char *operation,
             const char *argument)
{
  gsize start, end;
  char other[] = "0";

  get_range (match, 1, offset, &start, &end);
  other[0] = (char) ('0' + (self->xml[start] - '0' + 1) % 10);
  add (self, operation, start, end, other);
}

/* x = 'code': every other code of x. */
static void
breed_codes (PlumbBreeder *self,
             const GMatchInfo *match,
             gsize offset,
             const char *operation,
             const char *argument)
{
  g_autofree char *name = g_match_info_fetch (match, 1);
  g_autofree char *code = g_match_info_fetch (match, 2);
  const char *codes = g_hash_table_lookup (self->codes, name);
  g_auto (GStrv) others = g_strsplit (codes ? codes : "low|medium|high", "|", -1);
  gsize start, end;

  get_range (match, 2, offset, &start, &end);
  for (guint i = 0; others[i] != NULL; i++)
    if (!g_str_equal (others[i], code))
      add (self, operation, start, end, others[i]);
}

/* Inside a guard. */
static void
breed_guard (PlumbBreeder *self,
             const GMatchInfo *match,
             gsize offset,
             const char *operation,
             const char *argument)
{
  static const struct
  {
    const char *operation;
    const char *pattern;
    PlumbBreed breed;
    const char *argument;
  } slips[] = {
    { "shift", "\\b(\\d+)\\b(?!-)", breed_shift, NULL },
    { "code", "(\\w+) = '(\\w+)'", breed_codes, NULL },
    { "and", " and ", breed_replacement, " or " },
    { "or", " or ", breed_replacement, " and " },
    { "at least", "&gt;=", breed_replacement, "&gt;" },
    { "more", "&gt;(?!=)", breed_replacement, "&gt;=" },
    { "at most", "&lt;=", breed_replacement, "&lt;" },
    { "less", "&lt;(?!=)", breed_replacement, "&lt;=" },
    { "turn", "&gt;=?", breed_replacement, "&lt;" },
    { "turn", "&lt;=?", breed_replacement, "&gt;=" },
    { "equal", " = ", breed_replacement, " != " },
    { "not", "\\bnot (?=[\\w(])(?!true|null|false)", breed_replacement, "" },
    { "is not true", " is not true", breed_replacement, "" },
    { "is not true", " is not true", breed_replacement, " is true" },
    { "is not true", " is not true", breed_replacement, " is false" },
    { "is true", " is true", breed_replacement, "" },
    { "is null", " is null", breed_replacement, " is not null" },
    { "is not null", " is not null", breed_replacement, " is null" },
    { "operand",
      " (?:or|and) (?:not )?\\w+(?: (?:&[lg]t;=?|=) (?:'\\w+'|\\d+))?(?: is(?: not)? "
      "(?:true|null))?"
      "(?= or | and |\\)|$)",
      breed_replacement, "" },
    { "first operand",
      "^(?:not )?\\w+(?: (?:&[lg]t;=?|=) (?:'\\w+'|\\d+))?(?: is(?: not)? (?:true|null))? "
      "(?:or|and) (?!not true)",
      breed_replacement, "" },
  };
  gsize start, end;

  get_range (match, 1, offset, &start, &end);
  breed_negation (self, match, offset, "negate", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    breed_matches (self, start, end, slips[i].pattern, slips[i].operation, slips[i].breed,
                   slips[i].argument);
}

/* Two exits that stand side by side lead where the other did. */
static void
breed_swap (PlumbBreeder *self,
            const GMatchInfo *match,
            gsize offset,
            const char *operation,
            const char *argument)
{
  g_autofree char *first = g_match_info_fetch (match, 1);
  g_autofree char *between = g_match_info_fetch (match, 2);
  g_autofree char *second = g_match_info_fetch (match, 3);
  g_autofree char *swapped = g_strconcat (second, between, first, NULL);
  gsize start, end, unused;

  get_range (match, 1, offset, &start, &unused);
  get_range (match, 3, offset, &unused, &end);
  if (!g_str_equal (first, second))
    add (self, operation, start, end, swapped);
}

static void
breed_words (PlumbBreeder *self,
             const GMatchInfo *match,
             gsize offset,
             const char *operation,
             const char *argument)
{
  g_autofree char *word = g_match_info_fetch (match, 1);
  g_auto (GStrv) others = g_strsplit (argument, " ", -1);
  gsize start, end;

  get_range (match, 1, offset, &start, &end);
  for (guint i = 0; others[i] != NULL; i++)
    if (!g_str_equal (word, others[i]))
      {
        add (self, operation, start, end, others[i]);
        break;
      }
}

/* Every statement that a list cites is lost once. */
static void
breed_citations (PlumbBreeder *self,
                 const GMatchInfo *match,
                 gsize offset,
                 const char *operation,
                 const char *argument)
{
  gsize start, end;

  get_range (match, 1, offset, &start, &end);
  breed_matches (self, start, end, "\\w+ ?", operation, breed_replacement, "");
}

static void
read_codes (PlumbBreeder *self)
{
  g_autoptr (GRegex) finding
      = g_regex_new ("<finding id=\"(\\w+)\".*?</finding>", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) choice = g_regex_new ("<choice code=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (finding, self->xml, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *whole = g_match_info_fetch (match, 0);
      g_autoptr (GMatchInfo) inner = NULL;
      g_autoptr (GString) codes = g_string_new (NULL);

      for (g_regex_match (choice, whole, 0, &inner); g_match_info_matches (inner);
           g_match_info_next (inner, NULL))
        {
          g_autofree char *code = g_match_info_fetch (inner, 1);

          g_string_append_printf (codes, "%s%s", codes->len > 0 ? "|" : "", code);
        }
      if (codes->len > 0)
        g_hash_table_insert (self->codes, g_match_info_fetch (match, 1),
                             g_string_free (g_steal_pointer (&codes), FALSE));
    }
}

static void
breed_section (PlumbBreeder *self,
               const char *section,
               const char *pattern,
               const char *operation,
               PlumbBreed breed,
               const char *argument)
{
  g_autofree char *open = g_strdup_printf ("\n  <%s>", section);
  g_autofree char *close = g_strdup_printf ("\n  </%s>", section);
  const char *start = strstr (self->xml, open);
  const char *end = start ? strstr (start, close) : NULL;

  g_assert_nonnull (end);
  breed_matches (self, (gsize) (start - self->xml), (gsize) (end - self->xml), pattern, operation,
                 breed, argument);
}

static void
breed_all (PlumbBreeder *self)
{
  const char *stages = "triage first_steps nerve_root";

  breed_section (self, "terms", "<term id=\"\\w+\">([^<]*)</term>", "", breed_guard, NULL);
  breed_section (self, "warnings", " when=\"([^\"]*)\"", "", breed_guard, NULL);
  breed_section (self, "stages", " when=\"([^\"]*)\"", "", breed_guard, NULL);
  breed_section (self, "stages", "<advise [^>]*( when=\"[^\"]*\")", "condition lost",
                 breed_replacement, "");
  breed_section (self, "stages", "<exit [^>]*?(?:/>|>.*?</exit>)", "exit lost", breed_replacement,
                 "");
  breed_section (self, "stages", "<advise [^>]*/>", "advice lost", breed_replacement, "");
  breed_section (self, "stages", "<exit to=\"(\\w+)\"([^\\n]*\\n *<exit to=\")(\\w+)\"",
                 "exits swapped", breed_swap, NULL);
  breed_section (self, "stages",
                 "<advise recommendation=\"(\\w+)\"(.*?<advise recommendation=\")"
                 "(\\w+)\"",
                 "advice swapped", breed_swap, NULL);
  breed_section (self, "stages", "select=\"(one)\"", "select", breed_replacement, "any");
  breed_section (self, "stages", "select=\"(any)\"", "select", breed_replacement, "one");
  breed_section (self, "recommendations", "strength=\"(\\w+)\"", "strength", breed_words,
                 "do consider");
  breed_section (self, "recommendations", "urgency=\"(\\w+)\"", "urgency", breed_words,
                 "routine urgent");
  breed_section (self, "recommendations", "stage=\"(\\w+)\"", "stage", breed_words, stages);
  breed_section (self, "recommendations", "statements=\"([^\"]*)\"", "citations lost",
                 breed_replacement, "");
  breed_section (self, "recommendations", "statements=\"([^\"]*)\"", "citation lost",
                 breed_citations, NULL);
  breed_section (self, "findings", " group=\"(\\w+)\"", "group", breed_words, "visit pain");
  breed_section (self, "findings", " m(?:in|ax)=\"(\\d+)\"", "range", breed_shift, NULL);
  breed_section (self, "scores", " loinc=\"\\d*(\\d)-\\d\"", "code", breed_digit, NULL);
  breed_section (self, "scores", " loinc=\"\\d*-(\\d)\"", "code", breed_digit, NULL);
  breed_section (self, "disagreements", "<side statements=\"(\\w+)", "side", breed_replacement, "");
}

/* ---- who notices ------------------------------------------------------------------------ */

typedef struct
{
  const char *xml; /* the pathway that is broken */
  char *cql;
  char *findings;
  char *recommendations;
  guint n_refused;
  guint n_checked;
  guint n_compared;
  guint n_explained;
  GMutex mutex;
  GPtrArray *survivors;
} PlumbHunt;

static gboolean
differs_in_words (const PlumbHunt *self, const PlumbPathway *pathway)
{
  g_autofree char *finding
      = plumb_reference_find_row (pathway, self->findings, plumb_reference_has_finding);
  g_autofree char *recommendation = plumb_reference_find_row (pathway, self->recommendations,
                                                              plumb_reference_has_recommendation);

  return finding != NULL || recommendation != NULL;
}

static gboolean
differs_in_logic (const PlumbHunt *self, const PlumbPathway *pathway)
{
  PlumbReference *reference = plumb_reference_new (pathway, self->cql);
  guint n_compared;
  gboolean differs = plumb_reference_compare (reference, &n_compared) != NULL;

  plumb_reference_free (reference);

  return differs;
}

static void
hunt (gpointer data, gpointer user_data)
{
  const PlumbMutant *mutant = data;
  PlumbHunt *self = user_data;
  g_autofree char *xml = g_strdup_printf ("%.*s%s%s", (int) mutant->start, self->xml,
                                          mutant->replacement, self->xml + mutant->end);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (PlumbPathway) pathway = plumb_pathway_new_from_bytes (bytes, "mutant.xml", NULL);
  gboolean refused = pathway == NULL;
  gboolean compared = !refused && differs_in_words (self, pathway);
  g_autoptr (PlumbCheck) check = !refused && !compared ? plumb_check_new (pathway) : NULL;
  gboolean checked = check != NULL && plumb_check_count_problems (check) > 0;

  if (check != NULL && !checked)
    compared = differs_in_logic (self, pathway);

  g_mutex_lock (&self->mutex);
  self->n_refused += refused;
  self->n_checked += checked;
  self->n_compared += compared;
  if (!refused && !checked && !compared)
    g_ptr_array_add (self->survivors, mutant->name);
  g_mutex_unlock (&self->mutex);
}

/* As many at a time as there are processors. */
static void
hunt_all (PlumbHunt *self, GPtrArray *mutants)
{
  g_autoptr (GError) error = NULL;
  GThreadPool *pool = g_thread_pool_new (hunt, self, (int) g_get_num_processors (), TRUE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < mutants->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (mutants, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static gboolean
is_explained (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    if (g_strcmp0 (explained[i].name, name) == 0)
      return TRUE;

  return FALSE;
}

static char *
read_pathway (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "pathway",
                                                 "low-back-pain.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *xml = NULL;

  g_file_get_contents (path, &xml, NULL, &error);
  g_assert_no_error (error);

  return xml;
}

static PlumbHunt *
hunt_new (void)
{
  PlumbHunt *self = g_new0 (PlumbHunt, 1);

  self->cql = plumb_reference_read_cql ();
  self->findings = plumb_reference_read ("findings.tsv");
  self->recommendations = plumb_reference_read ("recommendations.tsv");
  self->survivors = g_ptr_array_new ();
  g_mutex_init (&self->mutex);

  return self;
}

static void
hunt_free (PlumbHunt *self)
{
  g_free (self->cql);
  g_free (self->findings);
  g_free (self->recommendations);
  g_ptr_array_unref (self->survivors);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbHunt, hunt_free)

/* The pathway equals its specification, definition by definition, for every patient. */
static void
test_reference (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbHunt) data = hunt_new ();
  PlumbReference *reference = plumb_reference_new (pathway, data->cql);
  g_autofree char *finding
      = plumb_reference_find_row (pathway, data->findings, plumb_reference_has_finding);
  g_autofree char *recommendation = plumb_reference_find_row (pathway, data->recommendations,
                                                              plumb_reference_has_recommendation);
  guint n_compared;

  g_assert_cmpstr (plumb_reference_compare (reference, &n_compared), ==, NULL);
  g_assert_cmpuint (n_compared, ==, plumb_pathway_get_recommendations (pathway)->len);
  g_assert_cmpstr (finding, ==, NULL);
  g_assert_cmpstr (recommendation, ==, NULL);
  plumb_reference_free (reference);
}

static void
test_mutants (void)
{
  g_autoptr (PlumbHunt) found = hunt_new ();
  PlumbBreeder breeder = { read_pathway (),
                           0,
                           0,
                           g_ptr_array_new_with_free_func (mutant_free),
                           g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                           g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  guint n_unexplained = 0;

  found->xml = breeder.xml;
  read_codes (&breeder);
  breed_all (&breeder);
  hunt_all (found, breeder.mutants);

  for (guint i = 0; i < found->survivors->len; i++)
    {
      const char *name = g_ptr_array_index (found->survivors, i);

      found->n_explained += is_explained (name);
      if (is_explained (name))
        continue;
      n_unexplained++;
      g_printerr ("# survives: %s\n", name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    if (!g_ptr_array_find_with_equal_func (found->survivors, explained[i].name, g_str_equal, NULL))
      {
        n_unexplained++;
        g_printerr ("# explained, but does not survive: %s\n", explained[i].name);
      }
  g_test_message ("%u mutants: the reader refuses %u, the checks find %u, the reference %u; "
                  "%u say the same in other words",
                  breeder.mutants->len, found->n_refused, found->n_checked, found->n_compared,
                  found->n_explained);
  g_assert_cmpuint (n_unexplained, ==, 0);
  g_assert_cmpuint (breeder.mutants->len, >, 1000);

  g_free (breeder.xml);
  g_ptr_array_unref (breeder.mutants);
  g_hash_table_unref (breeder.names);
  g_hash_table_unref (breeder.codes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mutants/reference", test_reference);
  g_test_add_func ("/mutants/hunt", test_mutants);

  return g_test_run ();
}
