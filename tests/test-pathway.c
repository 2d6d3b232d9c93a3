/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test.h"

/* ---- the smallest pathway, and what can be wrong with it -------------------------------- */

#define HEAD                                                                                      \
  "<pathway format=\"1\" id=\"t\" version=\"1\" review=\"approved\" updated=\"2026-01-01\">\n"    \
  "<title>T</title><disclaimer>D</disclaimer>\n"
#define WORDS "<label>L</label><question>Q</question><patient>P</patient><help>H</help>"
#define FINDINGS                                                                                  \
  "<groups><group id=\"g\"><title>G</title></group></groups>\n"                                   \
  "<findings>\n"                                                                                  \
  "<finding id=\"fever\" group=\"g\" type=\"boolean\">" WORDS "<yes>y</yes><no>n</no></finding>\n" \
  "<finding id=\"weeks\" group=\"g\" type=\"integer\" min=\"0\" max=\"9\">" WORDS                 \
  "<phrase>%s w</phrase></finding>\n"                                                             \
  "<finding id=\"day\" group=\"g\" type=\"date\">" WORDS "<phrase>%s</phrase></finding>\n"        \
  "</findings>\n"
#define ADVICE                                                                                    \
  "<recommendations><recommendation id=\"rest\" stage=\"s\" strength=\"do\" urgency=\"routine\">" \
  "<title>R</title><clinician>C</clinician><patient>P</patient><rationale>R</rationale>"          \
  "</recommendation></recommendations>\n"
#define STAGE(nodes)                                                                              \
  "<stages><stage id=\"s\"><title>S</title><subtitle>U</subtitle>\n" nodes "</stage></stages>"
#define START "<node id=\"a\" kind=\"state\" column=\"0\" row=\"0\" start=\"yes\"><text>A</text>"
#define TAIL "</pathway>"

/* With a place on the handout: the advice on line 9, the handout from line 12. */
#define PRINTED(item)                                                                             \
  "<recommendations><recommendation id=\"rest\" stage=\"s\" strength=\"do\" urgency=\"routine\">" \
  "<title>R</title><clinician>C</clinician><patient>P</patient>\n" item                           \
  "<rationale>R</rationale></recommendation></recommendations>\n"
#define SECTIONS                                                                                  \
  "<handout><sections><section id=\"do\" kind=\"cards\"><title>D</title></section>"               \
  "<section id=\"back\" kind=\"return\"><title>B</title></section>"                               \
  "<section id=\"help\" kind=\"signs\"><title>H</title></section></sections>\n"
#define PAGES "<pages><page sections=\"do help\"><title>P</title></page></pages>\n"
#define BACK                                                                                      \
  "<return><between>{from}-{to}</between><by>{to}</by><on>{to}</on><undated>U</undated>"          \
  "<unplanned>N</unplanned><sooner>S</sooner></return>\n"
#define SIGNS "<signs><sign><text>pain</text></sign></signs>\n"
#define CLOSING "<closing>C</closing><note>N</note></handout>\n"
#define ITEM "<item section=\"do\"><title>T</title></item>"
#define HANDOUT(item, parts) HEAD FINDINGS PRINTED (item) STAGE (START "</node>\n") SECTIONS parts TAIL
#define WHOLE_HANDOUT HANDOUT (ITEM, PAGES BACK SIGNS CLOSING)

/* A card, and what may stand on it beside yes/no lines. */
#define GROUP "<groups><group id=\"g\"><title>G</title></group></groups>\n"
#define CARDS "<cards><card id=\"c\"><title>C</title></card></cards>\n"
#define BEGUN(normal)                                                                             \
  "<finding id=\"begun\" group=\"g\" card=\"c\" type=\"boolean\" " normal ">" WORDS              \
  "<yes>y</yes><no>n</no></finding>\n"
#define WEEKS(normal)                                                                             \
  "<finding id=\"weeks\" group=\"g\" card=\"c\" type=\"integer\" min=\"0\" max=\"9\" " normal ">" \
  WORDS "<phrase>%s w</phrase></finding>\n"
#define DOSE(normal, more)                                                                        \
  "<finding id=\"dose\" group=\"g\" card=\"c\" type=\"choice\" " normal ">" WORDS                \
  "<choice code=\"none\"><label>N</label><phrase>n</phrase></choice>"                             \
  "<choice code=\"low\"><label>L</label><phrase>l</phrase></choice></finding>\n" more

#define THERAPY                                                                                   \
  "<finding id=\"therapy\" group=\"g\" type=\"boolean\">" WORDS "<yes>y</yes><no>n</no></finding>\n"

#define WHOLE HEAD FINDINGS ADVICE STAGE (START "</node>\n") TAIL

static const struct
{
  const char *name;
  const char *xml;
  PlumbPathwayError code;
  const char *message; /* how it begins: place and words */
} wrong[] = {
  { "empty", "", PLUMB_PATHWAY_ERROR_MARKUP, "test.xml:1:1: " },
  { "truncated", HEAD FINDINGS, PLUMB_PATHWAY_ERROR_MARKUP, "test.xml:9:1: " },
  { "not-utf-8", HEAD "<groups><group id=\"g\"><title>\xff</title></group></groups>", PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:3:30: this is not UTF-8 text" },
  { "not-closed", "<pathway format=\"1\">\n<title>T</titel>", PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:2:" },
  { "not-xml", "{\"a\": 1}", PLUMB_PATHWAY_ERROR_MARKUP, "test.xml:1:1: " },
  { "another-root", "<svg/>", PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:1:1: this is <svg>, not a <pathway>" },
  { "newer-format", "<pathway format=\"2\"/>", PLUMB_PATHWAY_ERROR_FORMAT,
    "test.xml:1:18: the file has format 2" },
  { "no-format", "<pathway/>", PLUMB_PATHWAY_ERROR_FORMAT, "test.xml:1:1: " },
  { "no-such-day", "<pathway format=\"1\" id=\"t\" version=\"1\" review=\"approved\" updated=\"2026-13-41\">"
    "<title>T</title><disclaimer>D</disclaimer>" TAIL, PLUMB_PATHWAY_ERROR_VALUE,
    "test.xml:1:67: “2026-13-41” is not a day" },
  { "unknown-code", HEAD "<groups><group id=\"g\"><title>G</title></group></groups>\n<findings><finding id=\"course\" group=\"g\" type=\"choice\">" WORDS
    "<choice code=\"good\"><label>G</label><phrase>g</phrase></choice><choice code=\"bad\"><label>B</label><phrase>b</phrase></choice>"
    "</finding></findings>\n" STAGE (START "\n<exit to=\"a\" when=\"course = 'good' or course = 'godo'\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:7:48: “godo” is not an answer to anything named here" },
  { "normal-not-a-choice", HEAD GROUP CARDS "<findings>\n" DOSE ("normal=\"some\"", "") "</findings>" TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:6:1: normal “some” is none of the choices" },
  { "normal-out-of-range", HEAD GROUP CARDS "<findings>\n" WEEKS ("normal=\"10\"") "</findings>" TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:6:1: normal 10 is outside 0 to 9" },
  { "normal-not-on-a-card", HEAD GROUP "<findings>\n<finding id=\"weeks\" group=\"g\" type=\"integer\" normal=\"0\">" WORDS
    "<phrase>%s w</phrase></finding></findings>" TAIL, PLUMB_PATHWAY_ERROR_VALUE,
    "test.xml:5:1: a choice or a number with a normal answer must be on a card" },
  { "normal-day", HEAD GROUP CARDS "<findings>\n<finding id=\"day\" group=\"g\" card=\"c\" type=\"date\" normal=\"0\">" WORDS
    "<phrase>%s</phrase></finding></findings>" TAIL, PLUMB_PATHWAY_ERROR_VALUE,
    "test.xml:6:1: a day or a text has no normal answer" },
  { "normal-neither-yes-nor-no", HEAD GROUP CARDS "<findings>\n<finding id=\"fever\" group=\"g\" card=\"c\" type=\"boolean\" normal=\"0\">" WORDS
    "<yes>y</yes><no>n</no></finding></findings>" TAIL, PLUMB_PATHWAY_ERROR_VALUE, "test.xml:6:" },
  { "follows-without-normal", HEAD GROUP CARDS "<findings>\n" BEGUN ("") WEEKS ("normal=\"0\" follows=\"begun\"") "</findings>" TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:7:1: “begun” is not on the same card with a normal answer" },
  { "follows-what-comes-later", HEAD GROUP CARDS "<findings>\n" WEEKS ("normal=\"0\" follows=\"begun\"") BEGUN ("normal=\"no\"") "</findings>" TAIL,
    PLUMB_PATHWAY_ERROR_ID, "test.xml:6:" },
  { "needs-on-the-same-card", HEAD GROUP CARDS "<findings>\n" BEGUN ("normal=\"no\"") WEEKS ("needs=\"begun\"") "</findings>" TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:7:1: “begun” is not a yes/no question that is asked before this card" },
  { "needs-what-comes-later", HEAD GROUP CARDS "<findings>\n" WEEKS ("needs=\"therapy\"") THERAPY "</findings>" TAIL,
    PLUMB_PATHWAY_ERROR_ID, "test.xml:6:" },
  { "card-of-another-kind", HEAD GROUP "<cards><card id=\"c\" lines=\"short\"><title>C</title></card></cards>" TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:4:" },
  { "unknown-element", HEAD "<extra/>" TAIL, PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:3:1: <extra> has no place in <pathway>" },
  { "unknown-attribute", HEAD FINDINGS ADVICE STAGE ("<node id=\"a\" kind=\"state\" colum=\"0\"/>") TAIL,
    PLUMB_PATHWAY_ERROR_MARKUP, "test.xml:11:1: the attribute “colum” is not known on <node>" },
  { "no-stage", HEAD FINDINGS TAIL, PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:1:1: the pathway has no stage" },
  { "no-start", HEAD FINDINGS ADVICE STAGE ("<node id=\"a\" kind=\"state\" column=\"0\" row=\"0\"><text>A</text></node>") TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:1:1: no box is the start" },
  { "two-starts", HEAD FINDINGS ADVICE STAGE (START "</node>\n<node id=\"b\" kind=\"state\" column=\"1\" row=\"0\" start=\"yes\"><text>A</text></node>") TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:12:1: the pathway starts at “a” already" },
  { "unknown-id", HEAD FINDINGS ADVICE STAGE (START "\n<exit to=\"b\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_ID, "test.xml:12:11: nothing is called “b”" },
  { "unknown-advice", HEAD FINDINGS ADVICE STAGE ("<node id=\"a\" kind=\"action\" column=\"0\" row=\"0\" start=\"yes\"><text>A</text>\n<advise recommendation=\"walk\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_ID, "test.xml:12:25: nothing is called “walk”" },
  { "twice", HEAD FINDINGS ADVICE STAGE (START "</node>\n  <node id=\"a\" kind=\"state\" column=\"1\" row=\"0\"><text>A</text></node>") TAIL,
    PLUMB_PATHWAY_ERROR_ID, "test.xml:12:13: the id “a” is there twice" },
  { "same-cell", HEAD FINDINGS ADVICE STAGE (START "</node>\n<node id=\"b\" kind=\"state\" column=\"0\" row=\"0\"><text>A</text></node>") TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:12:1: “a” and “b” stand in the same cell" },
  { "wrong-word", HEAD FINDINGS ADVICE STAGE ("<node id=\"a\" kind=\"box\" column=\"0\" row=\"0\"><text>A</text></node>") TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:11:20: “box” is none of: state, decision, action, link" },
  { "not-a-number", HEAD FINDINGS ADVICE STAGE ("<node id=\"a\" kind=\"state\" column=\"x\" row=\"0\"><text>A</text></node>") TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:11:35: “x” is not a whole number" },
  { "wrong-type", HEAD "<groups><group id=\"g\"><title>G</title></group></groups>\n<findings><finding id=\"f\" group=\"g\" type=\"bool\"/></findings>" TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:4:43: “bool” is none of: boolean" },
  { "bad-guard", HEAD FINDINGS ADVICE STAGE (START "\n<exit to=\"a\" when=\"fever and and\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:12:30: " },
  { "guard-after-entity", HEAD FINDINGS ADVICE STAGE (START "\n<exit to=\"a\" when=\"weeks &lt; 3 and nobody\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:12:37: " },
  { "guard-unknown-name", HEAD FINDINGS ADVICE STAGE (START "\n<exit to=\"a\" when=\"cough\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:12:20: " },
  { "guard-of-another-type", HEAD FINDINGS ADVICE STAGE (START "\n<exit to=\"a\" when=\"weeks + 1\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:12:20: this must be true or false" },
  { "guard-of-mixed-types", HEAD FINDINGS ADVICE STAGE (START "\n<exit to=\"a\" when=\"weeks = 'two'\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:12:" },
  { "guard-names-a-day", HEAD FINDINGS ADVICE STAGE (START "\n<exit to=\"a\" when=\"day is null\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:12:20: " },
  { "guard-names-advice", HEAD FINDINGS ADVICE STAGE (START "\n<exit to=\"a\" when=\"rest\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:12:20: " },
  { "term-bad-on-line-two", HEAD FINDINGS "<terms><term id=\"t1\">\n  fever or or fever</term></terms>" ADVICE STAGE (START "</node>") TAIL,
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:10:12: " },
  { "terms-in-a-circle", HEAD FINDINGS "<terms><term id=\"t1\">t2</term>\n<term id=\"t2\">t1 or fever</term></terms>" ADVICE STAGE (START "</node>") TAIL,
    PLUMB_PATHWAY_ERROR_CYCLE, "test.xml:9:8: the term “t1” depends on itself, by way of “t2”" },
  { "exits-in-a-circle", HEAD FINDINGS ADVICE STAGE (START "<exit to=\"b\"/></node>\n<node id=\"b\" kind=\"state\" column=\"1\" row=\"0\"><text>B</text><exit to=\"a\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_CYCLE, "test.xml:11:1: the exits lead in a circle through “a”" },
  { "exit-upward", HEAD FINDINGS ADVICE STAGE (START "</node>\n<node id=\"b\" kind=\"state\" column=\"0\" row=\"1\"><text>B</text>\n<exit to=\"a\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:13:1: this exit leads back up the chart" },
  { "decision-without-when", HEAD FINDINGS ADVICE STAGE (START "</node>\n<node id=\"b\" kind=\"decision\" select=\"one\" column=\"0\" row=\"1\"><text>B</text>\n<exit to=\"c\"><label>x</label></exit></node>\n<node id=\"c\" kind=\"state\" column=\"0\" row=\"2\"><text>C</text></node>") TAIL,
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:13:1: each exit of a decision says when" },
  { "advice-in-a-circle", HEAD FINDINGS ADVICE STAGE ("<node id=\"a\" kind=\"action\" column=\"0\" row=\"0\" start=\"yes\"><text>A</text><advise recommendation=\"rest\" when=\"rest\"/></node>") TAIL,
    PLUMB_PATHWAY_ERROR_CYCLE, "test.xml:9:18: the conditions of “rest” lead back to it" },
  /* The handout, from line 12. */
  { "no-place-on-handout", HANDOUT ("", PAGES BACK SIGNS CLOSING), PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:9:18: “rest” lacks its <item>" },
  { "no-such-section", HANDOUT ("<item section=\"dont\"/>", PAGES BACK SIGNS CLOSING), PLUMB_PATHWAY_ERROR_ID,
    "test.xml:10:16: nothing is called “dont”" },
  { "card-without-title", HANDOUT ("<item section=\"do\"/>", PAGES BACK SIGNS CLOSING), PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:10:1: <item> lacks its <title>" },
  { "words-for-nothing", HANDOUT ("<item section=\"none\"><title>T</title></item>", PAGES BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_MARKUP, "test.xml:10:22: <title> has no place in <item>" },
  { "among-the-signs", HANDOUT ("<item section=\"help\"/>", PAGES BACK SIGNS CLOSING), PLUMB_PATHWAY_ERROR_VALUE,
    "test.xml:10:16: the warning signs are always the same" },
  { "no-review-to-return-for", HANDOUT ("<item section=\"back\"/>", PAGES BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:10:16: only an advice with a review goes there" },
  { "review-elsewhere", HANDOUT (ITEM "<review earliest=\"1\" due=\"2\"/>", PAGES BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:10:16: an advice with a review goes where one comes back" },
  { "no-such-picture", HANDOUT ("<item section=\"do\" picture=\"cat\"><title>T</title></item>", PAGES BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_ID, "test.xml:10:29: nothing is called “cat”" },
  { "item-guard", HANDOUT ("<item section=\"do\" when=\"fever or or\"><title>T</title></item>", PAGES BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:10:35: " },
  { "page-without-signs", HANDOUT (ITEM, "<pages>\n<page sections=\"do\"><title>P</title></page></pages>" BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:15:1: every page shows the warning signs" },
  { "page-behind-the-last", HANDOUT (ITEM, "<pages>\n<page sections=\"help\"><title>P</title></page>\n<page sections=\"help\"><title>P</title></page></pages>" BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:15:1: each page says when" },
  { "no-page-for-the-rest", HANDOUT (ITEM, "<pages>\n<page when=\"fever\" sections=\"help\"><title>P</title></page></pages>" BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:15:1: each page says when" },
  { "no-pages", HANDOUT (ITEM, BACK SIGNS CLOSING), PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:13:18: <handout> lacks its <pages>" },
  { "no-signs", HANDOUT (ITEM, PAGES BACK "<signs/>" CLOSING), PLUMB_PATHWAY_ERROR_MARKUP,
    "test.xml:13:18: <handout> lacks its <signs>" },
  { "placeholder-lost", HANDOUT (ITEM, PAGES "<return><between>{from}</between></return>" SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:15:9: <between> lacks its placeholder {to}" },
  { "placeholder-lost-in-translation", HANDOUT (ITEM, PAGES "<return><between>{from}-{to}</between><between xml:lang=\"es\">de {to}</between></return>" SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:15:39: <between> lacks its placeholder {from}" },
  { "placeholder-unknown", HANDOUT (ITEM, PAGES "<found><sentence when=\"fever\"><text>{weeks} {days}</text></sentence></found>" BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_VALUE, "test.xml:15:45: this is no placeholder of <text>" },
  { "sentence-of-a-number", HANDOUT (ITEM, PAGES "<found><sentence finding=\"weeks\"/></found>" BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_GUARD, "test.xml:15:27: this must be true or false" },
  { "sentence-unguarded", HANDOUT (ITEM, PAGES "<found><sentence><text>T</text></sentence></found>" BACK SIGNS CLOSING),
    PLUMB_PATHWAY_ERROR_MARKUP, "test.xml:15:8: " },
};

static void
test_wrong (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (plumb_test_pathway (wrong[i].xml, &error));
  g_assert_error (error, PLUMB_PATHWAY_ERROR, (int) wrong[i].code);
  g_test_message ("%s", error->message);
  if (!g_str_has_prefix (error->message, wrong[i].message))
    g_error ("%s\n  expected %s…\n  got      %s", wrong[i].name, wrong[i].message,
             error->message);
}

static void
test_smallest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = plumb_test_pathway (WHOLE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plumb_pathway_get_nodes (pathway)->len, ==, 1);
  g_assert_null (plumb_pathway_get_handout (pathway));
}

static void
test_smallest_handout (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = plumb_test_pathway (WHOLE_HANDOUT, &error);
  const PlumbHandoutPlan *plan;
  const PlumbRecommendation *rest;

  g_assert_no_error (error);
  plan = plumb_pathway_get_handout (pathway);
  g_assert_cmpuint (plan->sections->len, ==, 3);
  g_assert_cmpuint (plan->pages->len, ==, 1);
  g_assert_cmpuint (plan->signs->len, ==, 1);
  g_assert_cmpuint (plan->exercises->len, ==, 0);
  rest = plumb_pathway_lookup_recommendation (pathway, "rest");
  g_assert_true (rest->handout_section == g_ptr_array_index (plan->sections, 0));
  g_assert_cmpstr (plumb_text_get (rest->handout_title, NULL), ==, "T");
}

static void
test_deep (void)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<a>");
  g_assert_null (plumb_test_pathway (xml->str, &error));
  g_assert_error (error, PLUMB_PATHWAY_ERROR, PLUMB_PATHWAY_ERROR_LIMIT);
}

/* Cut off anywhere, the file of the real pathway is refused with a place, never half read. */
static void
test_truncated_anywhere (void)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/org/plumbline/Plumbline/pathway/low-back-pain.xml",
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = g_bytes_get_size (bytes);

  /* The last few bytes are white space and the end tag. */
  for (gsize cut = 0; cut + 12 < length; cut += length / 97)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (plumb_pathway_new_from_bytes (part, "cut", &error));
      g_assert_error (error, PLUMB_PATHWAY_ERROR, PLUMB_PATHWAY_ERROR_MARKUP);
      g_assert_true (g_str_has_prefix (error->message, "cut:"));
    }
}

static void
test_no_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/pathway.xml");
  g_autoptr (GError) error = NULL;

  g_assert_null (plumb_pathway_new_from_file (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Translations stand beside the text that they translate. */
static void
test_languages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = plumb_test_pathway (
      HEAD "<groups><group id=\"g\"><title>Pain</title><title xml:lang=\"es\">Dolor</title>"
           "</group></groups>\n" STAGE (START "</node>") TAIL,
      &error);
  const PlumbGroup *group;

  g_assert_no_error (error);
  group = g_ptr_array_index (plumb_pathway_get_groups (pathway), 0);
  g_assert_cmpstr (plumb_text_get (group->title, NULL), ==, "Pain");
  g_assert_cmpstr (plumb_text_get (group->title, "es"), ==, "Dolor");
  g_assert_cmpstr (plumb_text_get (group->title, "es_MX"), ==, "Dolor");
  g_assert_cmpstr (plumb_text_get (group->title, "fr"), ==, "Pain");
}

/* ---- the pathway that comes with the program, held against the tables ------------------- */

/* Calls @check for every row but the first of a table. */
static void
foreach_row (const char *table, void (*check) (PlumbPathway *, char **), PlumbPathway *pathway)
{
  g_autofree char *name = g_strconcat (table, ".tsv", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0')
        continue;
      check (pathway, cells);
      n_rows++;
    }
  g_assert_cmpuint (n_rows, >, 20);
}

static void
check_finding (PlumbPathway *pathway, char **cells)
{
  static const char *const types[] = { "boolean", "integer", "date", "string", "choice" };
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, cells[0]);
  g_auto (GStrv) values = NULL;

  g_test_message ("%s", cells[0]);
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->group->id, ==, cells[1]);
  g_assert_cmpstr (types[finding->type], ==, cells[2]);
  values = g_strsplit (cells[3], finding->type == PLUMB_FINDING_INTEGER ? ".." : "|", -1);
  if (finding->type == PLUMB_FINDING_INTEGER)
    {
      g_assert_cmpint (finding->minimum, ==, atoi (values[0]));
      g_assert_cmpint (finding->maximum, ==, atoi (values[1]));
    }
  else if (finding->type == PLUMB_FINDING_CHOICE)
    {
      g_assert_cmpuint (finding->choices->len, ==, g_strv_length (values));
      for (guint i = 0; values[i] != NULL; i++)
        g_assert_nonnull (plumb_finding_lookup_choice (finding, values[i]));
    }
}

/* "P01 M02", in any order. */
static void
assert_statements (const GPtrArray *statements, const char *expected)
{
  g_auto (GStrv) ids = g_strsplit (expected, " ", -1);

  g_assert_cmpuint (statements->len, ==, g_strv_length (ids));
  for (guint i = 0; i < statements->len; i++)
    g_assert_true (g_strv_contains ((const char *const *) ids,
                                    ((const PlumbStatement *) g_ptr_array_index (statements, i))
                                        ->id));
}

static void
check_recommendation (PlumbPathway *pathway, char **cells)
{
  static const char *const strengths[] = { "do", "consider", "caution", "avoid", "inform" };
  static const char *const urgencies[] = { "emergency", "same_day", "urgent", "routine" };
  const PlumbRecommendation *recommendation
      = plumb_pathway_lookup_recommendation (pathway, cells[0]);

  g_test_message ("%s", cells[0]);
  g_assert_nonnull (recommendation);
  g_assert_cmpstr (recommendation->stage->id, ==, cells[1]);
  g_assert_cmpstr (strengths[recommendation->strength], ==, cells[2]);
  g_assert_cmpstr (urgencies[recommendation->urgency], ==, cells[3]);
  assert_statements (recommendation->statements, cells[4]);
  g_assert_cmpuint (recommendation->carriers->len, >, 0);
}

static void
check_statement (PlumbPathway *pathway, char **cells)
{
  const PlumbStatement *statement = plumb_pathway_lookup_statement (pathway, cells[0]);

  g_test_message ("%s", cells[0]);
  g_assert_nonnull (statement);
  g_assert_cmpint (statement->page, ==, g_str_equal (cells[2], "page"));
}

static void
check_disagreement (PlumbPathway *pathway, char **cells)
{
  const GPtrArray *disagreements = plumb_pathway_get_disagreements (pathway);
  g_auto (GStrv) recommendations = g_strsplit (cells[2], " ", -1);

  for (guint i = 0; i < disagreements->len; i++)
    {
      const PlumbDisagreement *each = g_ptr_array_index (disagreements, i);
      guint n_sided = 0;

      if (!g_str_equal (each->id, cells[0]))
        continue;
      assert_statements (each->statements, cells[1]);
      g_assert_cmpuint (each->recommendations->len, ==, g_strv_length (recommendations));
      g_assert_cmpuint (each->sides->len, >=, 2);
      for (guint j = 0; j < each->sides->len; j++)
        n_sided += ((const PlumbSide *) g_ptr_array_index (each->sides, j))->statements->len;
      g_assert_cmpuint (n_sided, ==, each->statements->len);
      return;
    }
  g_error ("%s is missing", cells[0]);
}

static void
test_tables (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();

  foreach_row ("findings", check_finding, pathway);
  foreach_row ("recommendations", check_recommendation, pathway);
  foreach_row ("statements", check_statement, pathway);
  foreach_row ("external", check_statement, pathway);
  foreach_row ("disagreements", check_disagreement, pathway);
}

static void
cite (GHashTable *cited, const GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    g_hash_table_add (cited, g_ptr_array_index (statements, i));
}

#define CITE_ALL(cited, list, Type)                                                               \
  for (guint i_ = 0; i_ < (list)->len; i_++)                                                      \
    cite (cited, ((const Type *) g_ptr_array_index (list, i_))->statements)

/* Every statement is cited somewhere, but for the features of the page, which the program meets. */
static void
test_every_statement_is_cited (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (GHashTable) cited = g_hash_table_new (NULL, NULL);
  const GPtrArray *statements = plumb_pathway_get_statements (pathway);
  guint n_page = 0;

  CITE_ALL (cited, plumb_pathway_get_recommendations (pathway), PlumbRecommendation);
  CITE_ALL (cited, plumb_pathway_get_disagreements (pathway), PlumbDisagreement);
  CITE_ALL (cited, plumb_pathway_get_findings (pathway), PlumbFinding);
  CITE_ALL (cited, plumb_pathway_get_scores (pathway), PlumbScore);
  CITE_ALL (cited, plumb_pathway_get_measures (pathway), PlumbMeasure);
  CITE_ALL (cited, plumb_pathway_get_stages (pathway), PlumbStage);
  CITE_ALL (cited, plumb_pathway_get_nodes (pathway), PlumbNode);

  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);

      n_page += statement->page;
      if (!statement->page && !g_hash_table_contains (cited, statement))
        g_error ("the statement %s is cited nowhere", statement->id);
    }
  g_assert_cmpuint (n_page, ==, 6);
}

/* Ten stages of at most 18 boxes; every finding that decides is asked by some box. */
static void
test_stages (void)
{
  static const char *const decides_nothing[]
      = { "visit_date", "onset_date", "patient_label", "odi", "pt_sessions", NULL };
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, "");
  g_autoptr (GHashTable) asked = g_hash_table_new (NULL, NULL);
  const GPtrArray *stages = plumb_pathway_get_stages (pathway);
  const GPtrArray *nodes = plumb_pathway_get_nodes (pathway);
  const GPtrArray *findings = plumb_pathway_get_findings (pathway);

  g_assert_cmpuint (stages->len, ==, 10);
  for (guint i = 0; i < stages->len; i++)
    g_assert_cmpuint (((const PlumbStage *) g_ptr_array_index (stages, i))->nodes->len, <=, 18);

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);
      g_autoptr (GPtrArray) turning = plumb_evaluation_list_node_findings (evaluation, node);

      g_assert_true (node->kind == PLUMB_NODE_LINK || node->rationale != NULL);
      for (guint j = 0; j < turning->len; j++)
        g_hash_table_add (asked, g_ptr_array_index (turning, j));
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s", finding->id);
      g_assert_true (g_hash_table_contains (asked, finding)
                     != g_strv_contains (decides_nothing, finding->id));
    }
}

/* Only cautions and notes on a dose hang on a condition inside an action. */
static void
test_conditions (void)
{
  static const char *const dose_notes[]
      = { "muscle_relaxant_low_start", "avoid_muscle_relaxant_hepatic", NULL };
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  const GPtrArray *nodes = plumb_pathway_get_nodes (pathway);
  guint n_conditions = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const GPtrArray *advices = ((const PlumbNode *) g_ptr_array_index (nodes, i))->advices;

      for (guint j = 0; j < advices->len; j++)
        {
          const PlumbAdvice *advice = g_ptr_array_index (advices, j);

          if (advice->condition == NULL)
            continue;
          n_conditions++;
          g_test_message ("%s", advice->recommendation->id);
          g_assert_true (advice->recommendation->strength == PLUMB_STRENGTH_CAUTION
                         || g_strv_contains (dose_notes, advice->recommendation->id));
        }
    }
  g_assert_cmpuint (n_conditions, >, 10);
}

/* A choice and a number have an unremarkable answer too, and one may follow another line. */
static void
test_normal (void)
{
  static const char xml[] = HEAD GROUP CARDS "<findings>\n" BEGUN ("normal=\"no\"")
      WEEKS ("normal=\"0\" follows=\"begun\"") DOSE ("normal=\"none\"", "") "</findings>\n" ADVICE
      STAGE (START "</node>\n") TAIL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) small = plumb_pathway_new_from_bytes (bytes, "test.xml", &error);
  const PlumbFinding *begun, *weeks, *dose;
  PlumbValue answers[3] = { { PLUMB_VALUE_NULL } };

  g_assert_no_error (error);
  begun = plumb_pathway_lookup_finding (small, "begun");
  weeks = plumb_pathway_lookup_finding (small, "weeks");
  dose = plumb_pathway_lookup_finding (small, "dose");
  g_assert_cmpint (weeks->normal.type, ==, PLUMB_VALUE_INTEGER);
  g_assert_cmpint (weeks->normal.integer, ==, 0);
  g_assert_cmpstr (dose->normal.string, ==, "none");
  g_assert_true (weeks->follows == begun);

  g_assert_true (plumb_finding_may_be_normal (weeks, answers));
  answers[begun->index] = plumb_value_boolean (FALSE);
  g_assert_true (plumb_finding_may_be_normal (weeks, answers));
  answers[begun->index] = plumb_value_boolean (TRUE);
  g_assert_false (plumb_finding_may_be_normal (weeks, answers));
  g_assert_true (plumb_finding_may_be_normal (dose, answers));
}

/* A line may wait for the answer to another question: then None of these says nothing of it, and
 * where the answer is no, nobody asks. */
static void
test_needs (void)
{
  static const char xml[] = HEAD GROUP CARDS "<findings>\n" THERAPY
      WEEKS ("normal=\"0\" needs=\"therapy\"") DOSE ("normal=\"none\"", "") "</findings>\n" ADVICE
      STAGE (START "</node>\n") TAIL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) small = plumb_pathway_new_from_bytes (bytes, "test.xml", &error);
  const PlumbFinding *therapy, *weeks;
  PlumbValue answers[3] = { { PLUMB_VALUE_NULL } };

  g_assert_no_error (error);
  therapy = plumb_pathway_lookup_finding (small, "therapy");
  weeks = plumb_pathway_lookup_finding (small, "weeks");
  g_assert_true (weeks->needs == therapy);

  g_assert_true (plumb_finding_is_asked (weeks, answers));
  g_assert_false (plumb_finding_may_be_normal (weeks, answers));
  answers[therapy->index] = plumb_value_boolean (TRUE);
  g_assert_true (plumb_finding_is_asked (weeks, answers));
  g_assert_true (plumb_finding_may_be_normal (weeks, answers));
  answers[therapy->index] = plumb_value_boolean (FALSE);
  g_assert_false (plumb_finding_is_asked (weeks, answers));
  g_assert_false (plumb_finding_may_be_normal (weeks, answers));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pathway/wrong/%s", wrong[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  g_test_add_func ("/pathway/normal", test_normal);
  g_test_add_func ("/pathway/needs", test_needs);
  g_test_add_func ("/pathway/smallest", test_smallest);
  g_test_add_func ("/pathway/smallest-handout", test_smallest_handout);
  g_test_add_func ("/pathway/deep", test_deep);
  g_test_add_func ("/pathway/truncated-anywhere", test_truncated_anywhere);
  g_test_add_func ("/pathway/no-file", test_no_file);
  g_test_add_func ("/pathway/languages", test_languages);
  g_test_add_func ("/pathway/tables", test_tables);
  g_test_add_func ("/pathway/every-statement-is-cited", test_every_statement_is_cited);
  g_test_add_func ("/pathway/stages", test_stages);
  g_test_add_func ("/pathway/conditions", test_conditions);

  return g_test_run ();
}
