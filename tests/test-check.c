/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-check-private.h"
#include "plumb-evaluation-private.h"
#include "plumb-test.h"

/* ---- a small pathway without fault ------------------------------------------------------ */

#define WORDS(label)                                                                              \
  "<label>" label "</label><question>Q</question><patient>P</patient><help>H</help>"
#define ADVICE(id, attributes)                                                                    \
  "<recommendation id=\"" id "\" stage=\"s\" strength=\"do\" urgency=\"routine\" " attributes     \
  " statements=\"A\"><title>T</title><clinician>C</clinician><patient>P</patient>"                \
  "<rationale>R</rationale></recommendation>\n"

static const char clean[]
    = "<pathway format=\"1\" id=\"t\" version=\"1\" review=\"approved\" updated=\"2026-01-01\">\n"
      "<title>T</title><disclaimer>D</disclaimer>\n"
      "<sources><source id=\"o\" kind=\"k\"><title>T</title><publisher>P</publisher></source>"
      "</sources>\n"
      "<statements><statement id=\"A\" source=\"o\" kind=\"do\"><text>T</text></statement>"
      "</statements>\n"
      "<groups><group id=\"g\"><title>G</title></group><group id=\"flags\"><title>F</title>"
      "</group></groups>\n"
      "<findings>\n"
      "<finding id=\"fever\" group=\"flags\" type=\"boolean\" snomed=\"386661006\">" WORDS ("Fever")
      "<yes>y</yes><no>n</no></finding>\n"
      "<finding id=\"weeks\" group=\"g\" type=\"integer\" min=\"0\" max=\"9\" loinc=\"72514-3\">"
      WORDS ("Weeks") "<phrase>%s</phrase></finding>\n"
      "<finding id=\"course\" group=\"g\" type=\"choice\">" WORDS ("Course")
      "<choice code=\"none\"><label>None</label><phrase>n</phrase></choice>"
      "<choice code=\"good\"><label>Good</label><phrase>g</phrase></choice></finding>\n"
      "</findings>\n"
      "<terms><term id=\"long\">weeks &gt;= 6</term></terms>\n"
      "<warnings><warning id=\"w\" when=\"weeks &gt; 8\"><text>T</text></warning></warnings>\n"
      "<recommendations>\n"
      ADVICE ("rest", "for=\"rest\"") ADVICE ("walk", "against=\"rest\"") ADVICE ("scan", "")
      ADVICE ("wait", "for=\"calm\"")
      "</recommendations>\n"
      "<disagreements><disagreement id=\"x\" statements=\"A\" recommendations=\"rest\">"
      "<title>T</title><side statements=\"A\"><text>T</text></side></disagreement>"
      "</disagreements>\n"
      "<stages><stage id=\"s\"><title>S</title><subtitle>U</subtitle>\n"
      "<node id=\"a\" kind=\"state\" column=\"0\" row=\"0\" start=\"yes\"><text>T</text>"
      "<exit to=\"b\"/></node>\n"
      "<node id=\"b\" kind=\"decision\" select=\"one\" column=\"0\" row=\"1\"><text>T</text>\n"
      "<exit to=\"c\" when=\"fever\"><label>yes</label></exit>\n"
      "<exit to=\"d\" when=\"not fever\"><label>no</label></exit></node>\n"
      "<node id=\"c\" kind=\"action\" column=\"0\" row=\"2\"><text>T</text>"
      "<advise recommendation=\"rest\"/></node>\n"
      "<node id=\"d\" kind=\"decision\" select=\"one\" column=\"1\" row=\"2\"><text>T</text>\n"
      "<exit to=\"e\" when=\"long\"><label>yes</label></exit>\n"
      "<exit to=\"f\" when=\"not long\"><label>no</label></exit></node>\n"
      "<node id=\"e\" kind=\"action\" column=\"0\" row=\"3\"><text>T</text>"
      "<advise recommendation=\"walk\"/>\n"
      "<advise recommendation=\"scan\" when=\"course = 'none'\"/></node>\n"
      "<node id=\"f\" kind=\"action\" column=\"1\" row=\"3\"><text>T</text>"
      "<advise recommendation=\"wait\"/></node>\n"
      "</stage></stages>\n"
      "<invariants>\n"
      "<invariant id=\"i\" each=\"flags\" when=\"it is not false\" never=\"walk scan wait\">"
      "<text>Pause</text></invariant>\n"
      "<invariant id=\"j\" when=\"fever\" always=\"rest\"><text>Refer</text></invariant>\n"
      "<invariant id=\"k\" stays=\"rest\" founded=\"for:calm\"><text>Stay</text></invariant>\n"
      "</invariants>\n"
      "</pathway>\n";

static PlumbPathway *
read_pathway (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  PlumbPathway *pathway = plumb_pathway_new_from_bytes (bytes, "test.xml", &error);

  g_assert_no_error (error);

  return pathway;
}

static char *
replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);
  GString *result;

  g_assert_nonnull (at);
  result = g_string_new_len (text, at - text);
  g_string_append (result, to);
  g_string_append (result, at + strlen (from));

  return g_string_free (result, FALSE);
}

static char *
join_numbers (const PlumbCheck *check, PlumbSeverity severity)
{
  GPtrArray *diagnostics = plumb_check_get_diagnostics (check);
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PlumbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      g_autofree char *patient = plumb_diagnostic_describe_patient (diagnostic);

      g_test_message ("PB%03u %u:%u %s [%s]", diagnostic->number, diagnostic->line,
                      diagnostic->column, diagnostic->message, patient ? patient : "");
      if (diagnostic->severity == severity)
        g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? " " : "", diagnostic->number);
    }

  return g_string_free (numbers, FALSE);
}

/* ---- one fault each --------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *numbers; /* what is found, by place */
  guint line;          /* of the first */
  const char *patient; /* of the first, or NULL */
  const char *also_from; /* a second change, or NULL */
  const char *also_to;
} faults[] = {
  { "dead-end", "<exit to=\"b\"/>", "<exit to=\"b\"/><exit to=\"z\"/></node>\n"
    "<node id=\"z\" kind=\"decision\" select=\"any\" column=\"2\" row=\"1\"><text>T</text>", "101", 22, NULL },
  { "one-label-twice", "<label>no</label>", "<label>yes</label>", "102", 24, NULL },
  { "one-guard-two-labels", "<exit to=\"c\" when=\"fever\"><label>yes</label></exit>",
    "<exit to=\"c\" when=\"fever\"><label>yes</label></exit>\n"
    "<exit to=\"f\" when=\"fever\"><label>sure</label></exit>", "102 401", 24, NULL },
  { "one-exit-twice", "<exit to=\"b\"/>", "<exit to=\"b\"/><exit to=\"b\"/>", "103", 21, NULL },
  { "never-true", "when=\"not long\"", "when=\"weeks &gt; 9\"", "303 206 201", 17, NULL },
  { "never-false", "when=\"weeks &gt; 8\"", "when=\"weeks &gt;= 0\"", "212", 12, NULL },
  { "always-true", "when=\"course = 'none'\"", "when=\"course is null or course is not null\"",
    "211", 30, NULL },
  { "always-true-exit", "when=\"fever\"", "when=\"fever is null or fever is not null\"",
    "404 202 207", 14, "Fever: no; Weeks: 6" },
  { "no-matter-here", "when=\"not long\"", "when=\"not long or fever\"", "", 0, NULL },
  { "exit-for-nobody", "when=\"not long\"", "when=\"not long and fever\"", "303 206 203", 17, NULL },
  { "exit-for-everybody", "when=\"not long\"", "when=\"not fever\"", "204 207", 28, NULL },
  { "term-constant", "weeks &gt;= 6</term>", "weeks &gt;= 6</term><term id=\"u\">weeks &gt; 9 and"
    " weeks &lt; 3</term>", "205 509", 11, NULL },
  { "gap", "when=\"not long\"", "when=\"weeks &lt; 5\"", "206", 26, "Fever: no; Weeks: 5" },
  { "gap-of-null", "when=\"not long\"", "when=\"weeks &lt; 6 and course is not null\"", "206", 26, "Fever: no; Weeks: 0; Course: not asked" },
  { "overlap", "when=\"not long\"", "when=\"weeks &lt; 8\"", "207", 28, "Fever: no; Weeks: 6" },
  { "overlap-of-null", "when=\"not long\"", "when=\"long is not true\"", "407", 36, "Fever: no; Weeks: not asked; then Weeks: 6" },
  { "standstill", "when=\"not long\"", "when=\"not long and (if course = 'good' then null else true)\"",
    "208 407", 26, "Fever: no; Weeks: 0; Course: Good" },
  { "one-of-any", "id=\"d\" kind=\"decision\" select=\"one\"",
    "id=\"d\" kind=\"decision\" select=\"any\"", "213", 26, NULL },
  { "not-covered", "id=\"d\" kind=\"decision\" select=\"one\"",
    "id=\"d\" kind=\"decision\" select=\"any\" covers=\"yes\"", "206", 26, "Fever: no; Weeks: 5",
    "when=\"not long\"", "when=\"weeks &lt; 5\"" },
  { "gap-between-days", "when=\"not long\"", "when=\"days_since_onset &lt; 15\"", "206", 26,
    "Fever: no; Weeks: 2", "type=\"integer\" min", "type=\"integer\" role=\"weeks-since-onset\" min" },
  { "advice-for-nobody", "when=\"course = 'none'\"", "when=\"course = 'none' and not long\"", "210", 30, NULL },
  { "advice-for-everybody", "when=\"course = 'none'\"", "when=\"long\"", "503 211", 9, NULL },
  { "warning-never", "when=\"weeks &gt; 8\"", "when=\"weeks &gt; 9\"", "212", 12, NULL },
  { "box-without-way", "</stage>", "<node id=\"z\" kind=\"state\" column=\"2\" row=\"3\">"
    "<text>T</text></node>\n</stage>", "301", 32, NULL },
  { "not-carried", "</recommendations>", ADVICE ("more", "") "</recommendations>", "302", 18, NULL },
  { "shown-though-paused", "when=\"not fever\"", "when=\"fever is not true\"", "401 407", 34, "Fever: not asked; Weeks: 6" },
  { "missing-advice", "<advise recommendation=\"rest\"/>", "<advise recommendation=\"rest\" "
    "when=\"long\"/>", "402", 35, "Fever: yes; Weeks: 0" },
  { "disappears", "<advise recommendation=\"rest\"/>", "<advise recommendation=\"rest\" "
    "when=\"course is null\"/>", "402 403", 35, "Fever: yes; Course: None" },
  { "contradiction", "<advise recommendation=\"walk\"/>", "<advise recommendation=\"walk\"/>"
    "<advise recommendation=\"rest\"/>", "404", 14, "Fever: no; Weeks: 6" },
  { "exception-without-need", "</invariants>", "<accepted advice=\"rest\" against=\"walk\"><reason>R"
    "</reason></accepted></invariants>", "405", 37, NULL },
  { "promise-about-nobody", "when=\"fever\" always", "when=\"fever and not fever\" always", "406", 35, NULL },
  { "cites-nothing", "for=\"rest\" statements=\"A\"", "for=\"rest\"", "501", 14, NULL },
  { "not-cited", "</statements>", "<statement id=\"B\" source=\"o\" kind=\"do\"><text>T</text>"
    "</statement></statements>", "502", 4, NULL },
  { "finding-not-used", "when=\"course = 'none'\"", "when=\"weeks &gt; 7\"", "503", 9, NULL },
  { "finding-not-asked", "</findings>", "<finding id=\"mood\" group=\"g\" type=\"boolean\">" WORDS ("M")
    "<yes>y</yes><no>n</no></finding></findings>", "504", 10, NULL, "when=\"weeks &gt; 8\"",
    "when=\"weeks &gt; 8 or mood\"" },
  { "free-text", "</findings>", "<finding id=\"note\" group=\"g\" type=\"string\">" WORDS ("N")
    "<phrase>%s</phrase></finding></findings>", "209", 30, NULL, "course = 'none'",
    "note = course" },
  { "only-recorded", "<finding id=\"course\"", "<finding id=\"course\" use=\"record\"", "510", 9, NULL },
  { "loinc", "72514-3", "72514-4", "506", 8, NULL },
  { "snomed", "386661006", "386661007", "507", 7, NULL },
  { "no-side", "<side statements=\"A\">", "<side statements=\"\">", "508", 19, NULL },
  { "two-sides", "<side statements=\"A\">", "<side statements=\"A\"><text>T</text></side>"
    "<side statements=\"A\">", "508", 19, NULL },
  { "term-not-used", "</terms>", "<term id=\"u\">weeks &gt; 3</term></terms>", "509", 11, NULL },
  { "list-not-followed", "when=\"course = 'none'\"",
    "when=\"weeks in (if fever then { 7 } else { 8 })\"", "503 902", 9, NULL },
};

static void
test_fault (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *once = replace (clean, faults[i].from, faults[i].to);
  g_autofree char *xml = faults[i].also_from
                             ? replace (once, faults[i].also_from, faults[i].also_to)
                             : g_strdup (once);
  g_autoptr (PlumbPathway) pathway = read_pathway (xml);
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  g_autofree char *numbers = join_numbers (check, PLUMB_SEVERITY_PROBLEM);
  GPtrArray *diagnostics = plumb_check_get_diagnostics (check);
  const PlumbDiagnostic *first = diagnostics->len > 0 ? g_ptr_array_index (diagnostics, 0) : NULL;
  g_autofree char *patient = first ? plumb_diagnostic_describe_patient (first) : NULL;

  g_assert_cmpstr (numbers, ==, faults[i].numbers);
  if (faults[i].line != 0)
    g_assert_cmpuint (first->line, ==, faults[i].line);
  if (faults[i].patient != NULL)
    g_assert_cmpstr (patient, ==, faults[i].patient);
}

static void
test_clean (void)
{
  g_autoptr (PlumbPathway) pathway = read_pathway (clean);
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  g_autofree char *numbers = join_numbers (check, PLUMB_SEVERITY_PROBLEM);
  const PlumbCoverage *coverage = plumb_check_get_coverage (check);

  g_assert_cmpstr (numbers, ==, "");
  g_assert_true (coverage->is_complete);
  g_assert_cmpuint (coverage->n_findings, ==, 3);
  g_assert_cmpuint (coverage->n_guards, ==, 6);
  g_assert_cmpuint (coverage->n_pairs, ==, 1);
  g_assert_cmpuint (coverage->n_codes, ==, 2);
}

/* Every text but the two that are there lacks the language. */
static void
test_languages (void)
{
  g_autofree char *xml = replace (clean, "<title>T</title><disclaimer>",
                                  "<title>T</title><title xml:lang=\"es\">T</title>"
                                  "<disclaimer xml:lang=\"es\">D</disclaimer><disclaimer>");
  g_autoptr (PlumbPathway) pathway = read_pathway (xml);
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  GPtrArray *diagnostics = plumb_check_get_diagnostics (check);

  g_assert_cmpuint (diagnostics->len, ==, plumb_check_get_coverage (check)->n_texts - 2);
  g_assert_cmpuint (diagnostics->len, >, 40);
  for (guint i = 0; i < diagnostics->len; i++)
    g_assert_cmpuint (((PlumbDiagnostic *) g_ptr_array_index (diagnostics, i))->number, ==, 505);
}

/* To answer the first day of pain takes back the weeks that were entered, and what rests on them. */
static void
test_recounted (void)
{
  g_autofree char *with_role = replace (clean, "type=\"integer\" min",
                                        "type=\"integer\" role=\"weeks-since-onset\" min");
  g_autofree char *with_day = replace (
      with_role, "</findings>",
      "<finding id=\"day\" group=\"g\" type=\"date\" role=\"onset-date\">" WORDS ("Day")
      "<phrase>%s</phrase></finding></findings>");
  g_autofree char *xml = replace (with_day, "<advise recommendation=\"rest\"/>",
                                  "<advise recommendation=\"rest\" when=\"weeks &lt; 3\"/>");
  g_autoptr (PlumbPathway) pathway = read_pathway (xml);
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  g_autofree char *numbers = join_numbers (check, PLUMB_SEVERITY_PROBLEM);
  g_autofree char *patient = plumb_diagnostic_describe_patient (
      g_ptr_array_index (plumb_check_get_diagnostics (check), 1));

  g_assert_cmpstr (numbers, ==, "402 403");
  g_assert_cmpstr (patient, ==, "Fever: yes; Weeks: 0; then Weeks: 3");
}

/* What is accepted is told with its reason, and is no problem. */
static void
test_accepted (void)
{
  g_autofree char *contradicts = replace (clean, "<advise recommendation=\"walk\"/>",
                                          "<advise recommendation=\"walk\"/>"
                                          "<advise recommendation=\"rest\"/>");
  g_autofree char *xml = replace (contradicts, "</invariants>",
                                  "<accepted advice=\"rest\" against=\"walk\"><reason>both help."
                                  "</reason></accepted></invariants>");
  g_autoptr (PlumbPathway) pathway = read_pathway (xml);
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  g_autofree char *accepted = join_numbers (check, PLUMB_SEVERITY_ACCEPTED);
  const PlumbDiagnostic *first = g_ptr_array_index (plumb_check_get_diagnostics (check), 0);

  g_assert_cmpstr (accepted, ==, "404");
  g_assert_cmpuint (plumb_check_count_problems (check), ==, 0);
  g_assert_true (g_str_has_suffix (first->message, "accepted, because both help."));
}

/* ---- every guard, against the evaluator ------------------------------------------------- */

static const char *const guards[] = {
  "fever",
  "fever and not (weeks &lt; 3)",
  "fever or weeks = 4",
  "fever xor weeks &gt;= 2",
  "fever implies course = 'good'",
  "weeks between 2 and 5",
  "weeks between days and 5",
  "weeks in { 1, 4, null }",
  "weeks in { 1, days, 7 }",
  "course in { 'none', null }",
  "weeks &gt; days",
  "weeks &lt;= days and weeks != 4 and days &gt; 2",
  "weeks = days or days = 9",
  "weeks + days &gt; 9",
  "weeks - days * 2 = 1",
  "-weeks &lt; -3",
  "weeks * 1.5 &gt;= days",
  "weeks &gt; 2.5",
  "weeks ~ days",
  "weeks !~ 3",
  "course ~ 'none'",
  "Count({ weeks, days }) = 1",
  "Count({ fever, course = 'none', weeks &gt; 3 }) &gt;= 2",
  "AllTrue({ fever, weeks &gt; 3, course = 'good' })",
  "AnyTrue({ fever, weeks &gt; 3, course = 'good' })",
  "Coalesce(weeks, days) &gt;= 5",
  "Coalesce(fever, course = 'good', false)",
  "Coalesce({ weeks, days, 3 }) &lt; 4",
  "(if fever then weeks else days) &gt; 4",
  "if weeks &gt; 3 then fever else course is null",
  "case when fever then weeks when course = 'good' then 3 else null end &gt; 2",
  "case weeks when 3 then fever when days then true else null end",
  "case course when 'none' then 1 when 'good' then 2.5 else 0 end &gt; 1",
  "(weeks &gt; 3) is not true and (fever is null or fever is not false)",
  "null or fever",
  "if null then true else fever",
  "sum &gt;= 2 and sum is not null",
  "mood = 'good' or mood is null",
  "weeks &gt;= 0 and weeks &lt;= 9",
};

/* A guard over a yes or no, a choice and two numbers, in all 3 · 3 · 11 · 11 cases. */
static void
test_guard (gconstpointer data)
{
  g_autofree char *with_days = replace (
      clean, "<finding id=\"course\"",
      "<finding id=\"days\" group=\"g\" type=\"integer\" min=\"0\" max=\"9\">" WORDS ("Days")
      "<phrase>%s</phrase></finding>\n<finding id=\"course\"");
  g_autofree char *with_terms = replace (
      with_days, "</terms>",
      "<term id=\"sum\">if weeks is null then null else (if fever then 1 else 0) + (if weeks &gt; 4 "
      "then 1 else 0)</term><term id=\"mood\">if fever then course else 'none'</term></terms>");
  g_autofree char *when = g_strdup_printf ("when=\"%s\"", (const char *) data);
  g_autofree char *xml = NULL;
  g_autoptr (PlumbPathway) pathway = NULL;
  g_autoptr (PlumbChecker) checker = NULL;
  GDate today = plumb_test_today ();
  guint n_cases = 0;

  xml = replace (with_terms, "when=\"course = 'none'\"", when);
  pathway = read_pathway (xml);
  checker = plumb_checker_new (pathway, NULL, 100000, 1000000);
  g_assert_true (plumb_checker_is_sound (checker));

  for (int fever = 0; fever < 3; fever++)
    for (int weeks = -1; weeks < 10; weeks++)
      for (int days = -1; days < 10; days++)
        for (int course = 0; course < 3; course++, n_cases++)
          {
            PlumbValue answers[4] = { { 0 } };
            guint cells[8];
            g_autoptr (PlumbEvaluation) evaluation = NULL;
            const PlumbNode *node = plumb_pathway_lookup_node (pathway, "e");
            const PlumbAdvice *advice = g_ptr_array_index (node->advices, 1);
            const PlumbValue *got;

            if (fever < 2)
              answers[0] = plumb_value_boolean (fever);
            if (weeks >= 0)
              answers[1] = plumb_value_integer (weeks);
            if (days >= 0)
              answers[2] = plumb_value_integer (days);
            if (course > 0)
              answers[3] = plumb_value_string (course == 1 ? "none" : "good");
            evaluation = plumb_evaluation_new (pathway, answers, &today);
            plumb_checker_locate (checker, answers, cells);
            got = plumb_diagrams_get_value (checker->diagrams,
                                            checker->advices[checker->first_advice[node->index] + 1],
                                            cells);
            g_assert_cmpint (plumb_value_get_truth (got), ==,
                             plumb_evaluation_get_advice (evaluation, advice));
            got = plumb_diagrams_get_value (
                checker->diagrams, checker->conditions[checker->first_advice[node->index] + 1],
                cells);
            g_assert_cmpint (plumb_value_get_truth (got), ==,
                             plumb_expression_evaluate_truth (advice->condition,
                                                              evaluation->slots));
          }
  g_assert_cmpuint (n_cases, ==, 1089);
}

/* ---- the built-in pathway, against its evaluation --------------------------------------- */

static void
answer_at_random (const PlumbPathway *pathway, PlumbValue *answers)
{
  GPtrArray *findings = plumb_pathway_get_findings (pathway);
  gboolean clear = g_test_rand_bit ();
  guint rest = (guint) g_test_rand_int_range (1, 8);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      answers[i] = plumb_value_null ();
      if (clear && finding->groundwork)
        answers[i] = finding->type == PLUMB_FINDING_BOOLEAN
                         ? plumb_value_boolean (FALSE)
                         : plumb_value_integer (g_test_rand_int_range (18, 121));
      else if (g_test_rand_int_range (0, 8) >= (int) rest)
        continue;
      else if (finding->type == PLUMB_FINDING_BOOLEAN)
        answers[i] = plumb_value_boolean (g_test_rand_bit ());
      else if (finding->type == PLUMB_FINDING_INTEGER)
        answers[i] = plumb_value_integer (g_test_rand_int_range (
            (gint32) finding->minimum,
            (gint32) (g_test_rand_bit () ? finding->maximum : MIN (finding->maximum, 16)) + 1));
      else if (finding->type == PLUMB_FINDING_CHOICE)
        answers[i] = plumb_value_string (
            ((const PlumbChoice *) g_ptr_array_index (
                 finding->choices, g_test_rand_int_range (0, (gint32) finding->choices->len)))
                ->code);
    }
}

static void
compare (const PlumbChecker *checker, const PlumbEvaluation *evaluation, const guint *cells)
{
  const PlumbPathway *pathway = checker->pathway;
  GPtrArray *nodes = pathway->lists[PLUMB_KIND_NODE];

  for (guint i = 0; i < nodes->len; i++)
    g_assert_cmpint (
        plumb_value_get_truth (
            plumb_diagrams_get_value (checker->diagrams, checker->nodes[i], cells)),
        ==, evaluation->nodes[i]);
  for (guint i = 0; i < pathway->exits->len; i++)
    g_assert_cmpint (
        plumb_value_get_truth (
            plumb_diagrams_get_value (checker->diagrams, checker->exits[i], cells)),
        ==, evaluation->exits[i]);
  /* Terms and recommendations. */
  for (guint i = pathway->days_slot + 1; i < pathway->n_slots; i++)
    {
      const PlumbValue *got
          = plumb_diagrams_get_value (checker->diagrams, checker->slots[i], cells);

      g_assert_true (plumb_value_equal (got, &evaluation->slots[i]));
    }
}

static void
test_builtin_evaluation (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbChecker) checker = plumb_checker_new (pathway, NULL, 1000000, 10000000);
  g_autofree PlumbValue *answers
      = g_new0 (PlumbValue, plumb_pathway_get_findings (pathway)->len);
  g_autofree guint *cells = g_new0 (guint, checker->n_variables);
  GDate today = plumb_test_today ();

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = NULL;

      answer_at_random (pathway, answers);
      evaluation = plumb_evaluation_new (pathway, answers, &today);
      plumb_checker_locate (checker, answers, cells);
      compare (checker, evaluation, cells);
    }
}

static void
test_builtin (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  g_autofree char *numbers = join_numbers (check, PLUMB_SEVERITY_PROBLEM);
  const PlumbCoverage *coverage = plumb_check_get_coverage (check);

  g_assert_cmpstr (numbers, ==, "");
  g_assert_true (coverage->is_complete);
  g_assert_cmpuint (coverage->n_recommendations, ==, 107);
  g_assert_cmpuint (coverage->n_invariants, >=, 30);
  g_assert_cmpfloat (coverage->decimal_exponent, >, 50);
}

/* ---- large, and deep -------------------------------------------------------------------- */

/* A chain of @n_boxes decisions over @n_findings yes or no. */
static PlumbPathway *
make_chain (guint n_boxes, guint n_findings)
{
  g_autoptr (GString) xml = g_string_new (
      "<pathway format=\"1\" id=\"t\" version=\"1\" review=\"approved\" updated=\"2026-01-01\">\n"
      "<title>T</title><disclaimer>D</disclaimer>\n"
      "<groups><group id=\"g\"><title>G</title></group></groups><findings>\n");

  for (guint i = 0; i < n_findings; i++)
    g_string_append_printf (xml, "<finding id=\"f%u\" group=\"g\" type=\"boolean\">" WORDS ("F")
                                 "<yes>y</yes><no>n</no></finding>\n", i);
  g_string_append (xml, "</findings><stages><stage id=\"s\"><title>S</title>"
                        "<subtitle>U</subtitle>\n");
  for (guint i = 0; i < n_boxes; i++)
    {
      g_string_append_printf (xml,
                              "<node id=\"n%u\" kind=\"decision\" select=\"any\" column=\"0\" "
                              "row=\"%u\"%s><text>T</text>",
                              i, i, i == 0 ? " start=\"yes\"" : "");
      g_string_append_printf (xml, "<exit to=\"n%u\" when=\"f%u or not f%u\"><label>L</label>"
                                   "</exit></node>\n",
                              i + 1, i % n_findings, (i / n_findings + i) % n_findings);
    }
  g_string_append_printf (xml, "<node id=\"n%u\" kind=\"state\" column=\"0\" row=\"%u\">"
                               "<text>T</text></node></stage></stages></pathway>", n_boxes,
                          n_boxes);

  return read_pathway (xml->str);
}

static void
test_large (void)
{
  g_autoptr (PlumbPathway) pathway = make_chain (10000, 20);
  g_autoptr (PlumbCheck) check = plumb_check_new (pathway);
  const PlumbCoverage *coverage = plumb_check_get_coverage (check);

  g_assert_true (coverage->is_complete);
  g_assert_cmpuint (coverage->n_boxes, ==, 10001);
  g_assert_cmpuint (coverage->n_nodes, <, 200000);
}

/* As many findings as boxes: more cases than there is room for, and it says so. */
static void
test_limit (void)
{
  g_autoptr (PlumbPathway) pathway = make_chain (10000, 10000);
  g_autoptr (PlumbCheck) check = plumb_check_new_limited (pathway, 200000, 2000000);
  const PlumbCoverage *coverage = plumb_check_get_coverage (check);
  g_autofree char *numbers = join_numbers (check, PLUMB_SEVERITY_PROBLEM);

  g_assert_false (coverage->is_complete);
  g_assert_cmpstr (numbers, ==, "901");
  g_assert_cmpuint (coverage->n_nodes, <=, 200001);
  g_assert_cmpuint (coverage->n_steps, <=, 2000001);
}

static void
test_deep (void)
{
  g_autoptr (GString) guard = g_string_new ("when=\"");
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (guard, '(');
  g_string_append (guard, "fever");
  for (guint i = 0; i < 10000; i++)
    g_string_append_c (guard, ')');
  g_string_append_c (guard, '"');
  xml = replace (clean, "when=\"fever\"", guard->str);
  bytes = g_bytes_new (xml, strlen (xml));
  g_assert_null (plumb_pathway_new_from_bytes (bytes, "test.xml", &error));
  g_assert_error (error, PLUMB_PATHWAY_ERROR, PLUMB_PATHWAY_ERROR_GUARD);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "test.xml:23:"));
  g_assert_cmpuint (plumb_diagnostic_get_error_number (error), ==, 5);
}

/* ---- codes, and the list ---------------------------------------------------------------- */

static void
test_codes (void)
{
  static const char *const loinc[] = { "72514-3", "91340-0", "91348-3", "97909-6", "8480-6" };
  static const char *const snomed[] = { "386661006", "22298006", "404684003", "161891005" };
  static const char *const neither[] = { "", "-", "72514", "72514-33", "1-", "x72514-3", "12345" };

  for (guint i = 0; i < G_N_ELEMENTS (loinc); i++)
    g_assert_true (plumb_code_is_loinc (loinc[i]));
  for (guint i = 0; i < G_N_ELEMENTS (snomed); i++)
    g_assert_true (plumb_code_is_snomed (snomed[i]));
  for (guint i = 0; i < G_N_ELEMENTS (neither); i++)
    {
      g_assert_false (plumb_code_is_loinc (neither[i]));
      g_assert_false (plumb_code_is_snomed (neither[i]));
    }
  /* One wrong digit, or two that changed places, is always seen. */
  g_assert_false (plumb_code_is_snomed ("386661007"));
  g_assert_false (plumb_code_is_snomed ("368661006"));
  g_assert_false (plumb_code_is_loinc ("75214-3"));
}

/* Numbers ascend, each has its words, and each fault above has an entry. */
static void
test_kinds (void)
{
  guint n_kinds;
  const PlumbDiagnosticKind *kinds = plumb_diagnostic_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_assert_true (i == 0 || kinds[i].number > kinds[i - 1].number);
      g_assert_true (g_str_has_suffix (kinds[i].meaning, "."));
      g_assert_true (g_str_has_suffix (kinds[i].mend, "."));
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_auto (GStrv) numbers = g_strsplit (faults[i].numbers, " ", -1);

      for (guint j = 0; numbers[j] != NULL && *numbers[j] != '\0'; j++)
        g_assert_nonnull (
            plumb_diagnostic_lookup_kind ((guint) g_ascii_strtoull (numbers[j], NULL, 10)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/clean", test_clean);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/fault/%s", faults[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  g_test_add_func ("/check/languages", test_languages);
  g_test_add_func ("/check/recounted", test_recounted);
  g_test_add_func ("/check/accepted", test_accepted);
  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/guard/%u", i);

      g_test_add_data_func (path, guards[i], test_guard);
    }
  g_test_add_func ("/check/builtin", test_builtin);
  g_test_add_func ("/check/builtin/evaluation", test_builtin_evaluation);
  g_test_add_func ("/check/large", test_large);
  g_test_add_func ("/check/limit", test_limit);
  g_test_add_func ("/check/deep", test_deep);
  g_test_add_func ("/check/codes", test_codes);
  g_test_add_func ("/check/kinds", test_kinds);

  return g_test_run ();
}
