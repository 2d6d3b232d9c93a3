/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-search.h"

#include "plumb-test.h"

static PlumbPathway *builtin;
static PlumbSearch *search;

static const PlumbSearchResult *
get (GPtrArray *results, guint i)
{
  g_assert_cmpuint (i, <, results->len);

  return g_ptr_array_index (results, i);
}

static const PlumbSearchResult *
find_object (GPtrArray *results, gconstpointer object)
{
  g_assert_nonnull (object);
  for (guint i = 0; i < results->len; i++)
    if (get (results, i)->place.object == object)
      return get (results, i);

  return NULL;
}

/* The matched words of a text, in brackets: "the [foot] [drop]". */
static char *
mark (const char *text, GArray *spans)
{
  GString *marked = g_string_new (NULL);
  guint end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const PlumbSearchSpan *span = &g_array_index (spans, PlumbSearchSpan, i);

      g_assert_cmpuint (end, <=, span->start);
      g_string_append_len (marked, text + end, span->start - end);
      g_string_append_printf (marked, "[%.*s]", (int) (span->end - span->start),
                              text + span->start);
      end = span->end;
    }
  g_string_append (marked, text + end);

  return g_string_free (marked, FALSE);
}

/* ---- the pathway ------------------------------------------------------------------------- */

static void
test_foot_drop (void)
{
  g_autoptr (GPtrArray) results = plumb_search_query (search, "foot drop");
  const PlumbSearchResult *first = get (results, 0);
  g_autofree char *marked = mark (first->excerpt, first->excerpt_spans);

  g_assert_cmpint (first->place.kind, ==, PLUMB_PLACE_FINDING);
  g_assert_true (first->place.finding
                 == plumb_pathway_lookup_finding (builtin, "rf_severe_deficit"));
  g_assert_cmpstr (first->title, ==, "Severe motor deficit");
  g_assert_cmpstr (marked, ==, "[Foot] [drop], or cannot stand on heels or tiptoes?");
  g_assert_nonnull (
      find_object (results, plumb_pathway_lookup_recommendation (builtin, "refer_same_day")));
}

/* The words stand in the title, in another order. */
static void
test_night_pain (void)
{
  g_autoptr (GPtrArray) results = plumb_search_query (search, "night pain");
  const PlumbSearchResult *first = get (results, 0);
  g_autofree char *marked = mark (first->title, first->title_spans);

  g_assert_true (first->place.finding == plumb_pathway_lookup_finding (builtin, "rf_night_pain"));
  g_assert_cmpstr (marked, ==, "Unrelenting [pain], worse at [night]");
}

/* Every place that speaks of it, whatever its kind; the advice about it first. */
static void
test_tens (void)
{
  g_autoptr (GPtrArray) results = plumb_search_query (search, "tens");
  guint n_kinds[PLUMB_N_PLACE_KINDS] = { 0 };

  g_assert_cmpstr (get (results, 0)->title, ==, "Ultrasound, TENS or traction as treatment");
  for (guint i = 0; i < results->len; i++)
    n_kinds[get (results, i)->place.kind]++;
  g_assert_cmpuint (n_kinds[PLUMB_PLACE_FINDING], >, 0);
  g_assert_cmpuint (n_kinds[PLUMB_PLACE_ADVICE], >, 1);
  g_assert_cmpuint (n_kinds[PLUMB_PLACE_STATEMENT], >, 2);
  g_assert_nonnull (find_object (results, plumb_pathway_lookup_statement (builtin, "O10")));
}

/* The statement first, then whatever rests on it. */
static void
test_statement (void)
{
  g_autoptr (GPtrArray) results = plumb_search_query (search, "p22");
  const PlumbSearchResult *first = get (results, 0);

  g_assert_true (first->place.statement == plumb_pathway_lookup_statement (builtin, "P22"));
  g_assert_true (g_str_has_prefix (first->excerpt, "Routine imaging is not advised"));
  g_assert_nonnull (
      find_object (results, plumb_pathway_lookup_recommendation (builtin, "imaging_reasonable")));
  g_assert_nonnull (
      find_object (results, plumb_pathway_lookup_node (builtin, "reevaluation_eight")));
  g_assert_nonnull (find_object (results, plumb_pathway_lookup_finding (builtin, "pain_score")));
}

static void
test_source (void)
{
  g_autoptr (GPtrArray) results = plumb_search_query (search, "ng59");

  g_assert_cmpint (get (results, 0)->place.kind, ==, PLUMB_PLACE_SOURCE);
  g_assert_cmpstr (get (results, 0)->place.source->id, ==, "nice_ng59");
}

/* What a number means, a questionnaire's name: they are found where they are asked. */
static void
test_beside (void)
{
  g_autoptr (GPtrArray) change = plumb_search_query (search, "change of 10 points matters");
  g_autoptr (GPtrArray) score = plumb_search_query (search, "start back");

  g_assert_nonnull (find_object (change, plumb_pathway_lookup_finding (builtin, "odi")));
  g_assert_nonnull (
      find_object (score, plumb_pathway_lookup_finding (builtin, "start_back_entered")));
}

static void
test_nothing (void)
{
  const char *const queries[] = { "", "  ", "?!", "xyzzy", "night xyzzy", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) results = plumb_search_query (search, queries[i]);

      g_assert_cmpuint (results->len, ==, 0);
    }
}

static void
test_case (void)
{
  g_autoptr (GPtrArray) some = plumb_search_query (search, "Fóot  DROP,");
  g_autoptr (GPtrArray) others = plumb_search_query (search, "foot drop");

  g_assert_cmpuint (some->len, ==, others->len);
  for (guint i = 0; i < some->len; i++)
    g_assert_true (get (some, i)->place.object == get (others, i)->place.object);
}

/* Kinds stay together, and each goes from its best result on. */
static void
test_order (void)
{
  const char *const queries[] = { "pain", "p", "physio", "imaging 8", "M" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) results = plumb_search_query (search, queries[i]);
      gboolean seen[PLUMB_N_PLACE_KINDS] = { FALSE };

      g_assert_cmpuint (results->len, >, 1);
      for (guint j = 1; j < results->len; j++)
        {
          const PlumbSearchResult *before = get (results, j - 1);
          const PlumbSearchResult *result = get (results, j);

          seen[before->place.kind] = TRUE;
          if (result->place.kind == before->place.kind)
            g_assert_cmpuint (before->rank, <=, result->rank);
          else
            g_assert_false (seen[result->place.kind]);
        }
    }
}

/* Every label of the pathway finds what it names, and every excerpt can be shown. */
static void
test_every_label (void)
{
  GPtrArray *findings = plumb_pathway_get_findings (builtin);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      g_autoptr (GPtrArray) results
          = plumb_search_query (search, plumb_text_get (finding->label, NULL));

      g_assert_nonnull (find_object (results, finding));
      for (guint j = 0; j < results->len; j++)
        {
          g_autofree char *marked
              = mark (get (results, j)->excerpt, get (results, j)->excerpt_spans);

          g_assert_true (g_utf8_validate (marked, -1, NULL));
          g_assert_cmpint (g_utf8_strlen (get (results, j)->excerpt, -1), <=, 152);
        }
    }
}

/* ---- other words ------------------------------------------------------------------------- */

static const char words[]
    = "<pathway format=\"1\" id=\"t\" version=\"1\" review=\"approved\" updated=\"2026-01-01\">"
      "<title>T</title><disclaimer>D</disclaimer>"
      "<groups><group id=\"g\"><title>G</title></group></groups>"
      "<findings>"
      "<finding id=\"prefix\" group=\"g\" type=\"boolean\"><label>Feverish</label>"
      "<question>Q</question><patient>P</patient><help>H</help><yes>y</yes><no>n</no></finding>"
      "<finding id=\"body\" group=\"g\" type=\"boolean\"><label>L</label>"
      "<question>Q</question><patient>P</patient><help>Any "
      "fever?</help><yes>y</yes><no>n</no></finding>"
      "<finding id=\"whole\" group=\"g\" type=\"boolean\"><label>Chills or fever</label>"
      "<question>Q</question><patient>P</patient><help>H</help><yes>y</yes><no>n</no></finding>"
      "<finding id=\"accents\" group=\"g\" type=\"boolean\"><label>Déficit moteur sévère</label>"
      "<question xml:lang=\"es\">¿Parálisis?</question><question>Straße, ŁÓDŹ</question>"
      "<patient>P</patient><help>H</help><yes>y</yes><no>n</no></finding>"
      "<finding id=\"hebrew\" group=\"g\" type=\"boolean\"><label>כאב גב תחתון</label>"
      "<question>Q</question><patient>P</patient><help>כְּאֵב חזק "
      "בלילה</help><yes>y</yes><no>n</no></finding>"
      "<finding id=\"arabic\" group=\"g\" type=\"boolean\"><label>ألم أسفل الظهر</label>"
      "<question>Q</question><patient>P</patient><help>H</help><yes>y</yes><no>n</no></finding>"
      "</findings>"
      "<stages><stage id=\"s\"><title>S</title><subtitle>U</subtitle>"
      "<node id=\"a\" kind=\"state\" column=\"0\" row=\"0\" start=\"yes\"><text>A</text></node>"
      "</stage></stages></pathway>";

static const struct
{
  const char *query;
  const char *expected; /* ids of findings, in order */
} cases[] = {
  { "fever", "whole prefix body" },
  { "feve", "prefix whole body" }, /* all beginnings: the order of the pathway */
  { "deficit severe", "accents" },
  { "DÉFICIT", "accents" },
  { "strasse", "accents" },
  { "lodz", "accents" },
  { "כאב", "hebrew" },
  { "תחתון כאב", "hebrew" },
  { "לילה", "" }, /* in the middle of a word */
  { "ظهر", "" },
  { "أسفل", "arabic" },
  { "الظ", "arabic" },
};

static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = plumb_test_pathway (words, &error);
  g_autoptr (PlumbSearch) index = NULL;

  g_assert_no_error (error);
  index = plumb_search_new (pathway, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) results = plumb_search_query (index, cases[i].query);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < results->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", get (results, j)->place.finding->id);
      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (ids->str, ==, cases[i].expected);
    }
}

/* In the language of the window. */
static void
test_language (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = plumb_test_pathway (words, &error);
  g_autoptr (PlumbSearch) index = plumb_search_new (pathway, "es");
  g_autoptr (GPtrArray) found = plumb_search_query (index, "paralisis");
  g_autoptr (GPtrArray) not_found = plumb_search_query (index, "strasse");

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (not_found->len, ==, 0);
}

/* The index outlives the caller's hold on the pathway. */
static void
test_excerpt_of_hebrew (void)
{
  PlumbPathway *pathway = plumb_test_pathway (words, NULL);
  g_autoptr (PlumbSearch) index = plumb_search_new (pathway, NULL);
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *marked = NULL;

  plumb_pathway_unref (pathway);
  results = plumb_search_query (index, "חזק");
  marked = mark (get (results, 0)->excerpt, get (results, 0)->excerpt_spans);
  g_assert_cmpstr (marked, ==, "כְּאֵב [חזק] בלילה");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  builtin = plumb_test_builtin ();
  search = plumb_search_new (builtin, NULL);

  g_test_add_func ("/search/foot-drop", test_foot_drop);
  g_test_add_func ("/search/night-pain", test_night_pain);
  g_test_add_func ("/search/tens", test_tens);
  g_test_add_func ("/search/statement", test_statement);
  g_test_add_func ("/search/source", test_source);
  g_test_add_func ("/search/beside", test_beside);
  g_test_add_func ("/search/nothing", test_nothing);
  g_test_add_func ("/search/case", test_case);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/every-label", test_every_label);
  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/language", test_language);
  g_test_add_func ("/search/excerpt-of-hebrew", test_excerpt_of_hebrew);

  status = g_test_run ();
  plumb_search_free (search);
  plumb_pathway_unref (builtin);

  return status;
}
