/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-test.h"

/* In which order questions are asked. */

static PlumbPathway *pathway;

static const char *const samples[] = {
  "",
  "age=48",
  PLUMB_TEST_CLEAR,
  PLUMB_TEST_CLEAR "weeks_since_onset=1 nerve=false",
  PLUMB_TEST_CLEAR "weeks_since_onset=9 pt_started=true pt_weeks=8 pt_response=partial",
  PLUMB_TEST_CLEAR "weeks_since_onset=30 course=none nerve=true",
};

static GPtrArray *
list (const char *answers)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);

  return plumb_evaluation_list_questions (evaluation);
}

/* Red flags before everything, those of an emergency among them. */
static void
test_red_flags_first (void)
{
  g_autoptr (GPtrArray) questions = list ("");
  const PlumbFinding *first = g_ptr_array_index (questions, 0);

  g_assert_cmpstr (first->card->id, ==, "red_flags");
  for (guint i = 0; i < first->card->findings->len; i++)
    g_assert_true (((const PlumbFinding *) g_ptr_array_index (questions, i))->card == first->card);
}

/* Whether there is physiotherapy decides which lines a card has: it is asked before that card. */
static void
test_what_is_needed_first (void)
{
  const PlumbFinding *started = plumb_pathway_lookup_finding (pathway, "pt_started");
  const PlumbFinding *anxiety = plumb_pathway_lookup_finding (pathway, "anxiety");
  g_autoptr (PlumbEvaluation) open = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR);
  g_autoptr (PlumbEvaluation) known
      = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR "pt_started=false");

  g_assert_true (plumb_evaluation_get_asked_before (open, anxiety) == started);
  g_assert_null (plumb_evaluation_get_asked_before (open, started));
  g_assert_null (plumb_evaluation_get_asked_before (known, anxiety));
}

/* What is asked on one card is not torn apart. */
static void
test_cards_stay_whole (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, samples[i]);
      g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint n_deciding = plumb_evaluation_count_deciding_questions (evaluation);
      const PlumbCard *card = NULL;

      g_assert_cmpuint (n_deciding, >, 0);
      for (guint j = 0; j < n_deciding; j++)
        {
          const PlumbFinding *finding = g_ptr_array_index (questions, j);

          if (finding->card != NULL && finding->card != card)
            g_assert_true (g_hash_table_add (seen, (gpointer) finding->card));
          card = finding->card;
        }
    }
}

/* Nothing that is answered is asked, and nothing twice. */
static void
test_open_and_once (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, samples[i]);
      g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < questions->len; j++)
        {
          const PlumbFinding *finding = g_ptr_array_index (questions, j);

          g_assert_true (g_hash_table_add (seen, (gpointer) finding));
          g_assert_cmpint (plumb_evaluation_get_answer (evaluation, finding)->type, ==,
                           PLUMB_VALUE_NULL);
        }
    }
}

/* Each deciding question is one that a current decision waits for, and all of them are there. */
static void
test_deciding (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, samples[i]);
      g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);
      g_autoptr (GPtrArray) current = plumb_evaluation_list_current (evaluation);
      guint n_deciding = plumb_evaluation_count_deciding_questions (evaluation);

      for (guint j = 0; j < n_deciding; j++)
        {
          gboolean waited_for = FALSE;

          for (guint k = 0; k < current->len && !waited_for; k++)
            {
              g_autoptr (GPtrArray) asked = plumb_evaluation_list_node_questions (
                  evaluation, g_ptr_array_index (current, k));

              waited_for = g_ptr_array_find (asked, g_ptr_array_index (questions, j), NULL);
            }
          g_assert_true (waited_for);
        }
      g_assert_true ((n_deciding > 0) == (current->len > 0));
    }
}

/* With a red flag the pathway pauses: what is left to ask is triage. */
static void
test_paused (void)
{
  g_autoptr (PlumbEvaluation) evaluation
      = plumb_test_evaluation (pathway, "red_flags=true age=48 non_spinal_cause=false");

  g_assert_cmpuint (plumb_evaluation_count_deciding_questions (evaluation), ==, 0);
}

/* A question that spares others is asked before those: one that rules half of a small pathway
 * out comes before what stands earlier in the chart. */
static void
test_sparing_question (void)
{
  static const char head[]
      = "<pathway format='1' id='p' version='1.0.0' review='under-review' updated='2026-11-21'>"
        "<title>P</title><disclaimer>D</disclaimer>"
        "<groups><group id='g'><title>G</title></group></groups><findings>";
  static const char *const names[] = { "a", "b", "c", "d", "all" };
  g_autoptr (GString) xml = g_string_new (head);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) small = NULL;
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (xml,
                            "<finding id='%s' group='g' type='boolean'><label>l</label>"
                            "<question>q?</question><patient>p</patient><help>h</help>"
                            "<yes>y</yes><no>n</no></finding>",
                            names[i]);
  g_string_append (xml,
                   "</findings><recommendations><recommendation id='r' stage='s' strength='do' "
                   "urgency='routine'><title>R</title><clinician>c</clinician><patient>p</patient>"
                   "<rationale>r</rationale></recommendation></recommendations>"
                   "<stages><stage id='s'><title>S</title><subtitle>s</subtitle>"
                   "<node id='n' kind='decision' select='any' column='0' row='0' start='yes'>"
                   "<text>t</text><rationale>r</rationale>");
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (xml, "<exit to='m' when='%s and all'><label>%s</label></exit>",
                            names[i], names[i]);
  g_string_append (xml, "</node><node id='m' kind='action' column='0' row='1'><text>t</text>"
                        "<rationale>r</rationale><advise recommendation='r'/></node>"
                        "</stage></stages></pathway>");
  small = plumb_test_pathway (xml->str, &error);
  g_assert_no_error (error);
  evaluation = plumb_test_evaluation (small, "");
  questions = plumb_evaluation_list_questions (evaluation);

  g_assert_cmpuint (questions->len, ==, 5);
  g_assert_cmpstr (((const PlumbFinding *) g_ptr_array_index (questions, 0))->id, ==, "all");
  g_assert_cmpstr (((const PlumbFinding *) g_ptr_array_index (questions, 1))->id, ==, "a");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/questions/red-flags-first", test_red_flags_first);
  g_test_add_func ("/questions/what-is-needed-first", test_what_is_needed_first);
  g_test_add_func ("/questions/cards-stay-whole", test_cards_stay_whole);
  g_test_add_func ("/questions/open-and-once", test_open_and_once);
  g_test_add_func ("/questions/deciding", test_deciding);
  g_test_add_func ("/questions/paused", test_paused);
  g_test_add_func ("/questions/sparing-question", test_sparing_question);

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
