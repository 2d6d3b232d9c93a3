/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-file.h"
#include "plumb-evaluation.h"
#include "plumb-test.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * How many answers and how many clicks an empty consultation needs until every
 * current decision is settled, when the questions are asked in the order of the
 * engine: over the stories of data/vignettes and over the consultations of
 * data/oracle-consultations.ndjson.
 *
 * The patient knows what the file holds. What it does not hold is left open; in a
 * story, though, what the clinician would have seen is not there: the lines of a
 * card of which the story says nothing are unremarkable.
 *
 * A card is asked as a whole. One click says that all its lines are unremarkable;
 * before it, each line that is not takes one. Where a line is not known, each other
 * line is answered singly, and one click goes on. Anything else
 * takes a click, or one to skip it. A number that is typed counts as a click, and so
 * does each item of a score that is ticked; both are told apart, the ticks being
 * copied from a paper form. One click says that no other item is ticked.
 *
 * A visit in which nothing much is the matter must not need more than MOST_CLICKS,
 * the ticks of the form aside: else it ends with 1, which a test looks at.
 *
 * usage: bench-questions [PATHWAY], to measure another pathway than the program's own
 */

#define MOST_CLICKS 12

typedef struct
{
  const char *name;
  guint answers;
  guint clicks;
  guint skips; /* among the clicks */
  guint typed; /* among the clicks */
  guint items; /* of a score, among the clicks */
} Visit;

typedef struct
{
  PlumbPathway *pathway;
  const PlumbValue *known; /* by finding */
  gboolean is_story;
  gboolean by_box; /* box after box, as the window follows the chart */
  PlumbValue *given;
  gboolean *skipped;
  Visit visit;
} Patient;

static PlumbEvaluation *
evaluate (const Patient *self)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);

  return plumb_evaluation_new (self->pathway, self->given, &today);
}

/* ---- answering -------------------------------------------------------------------------- */

static PlumbValue
get_known (const Patient *self, const PlumbFinding *finding)
{
  PlumbValue known = self->known[finding->index];

  if (known.type == PLUMB_VALUE_NULL && self->is_story && finding->card != NULL)
    return plumb_finding_may_be_normal (finding, self->given) ? finding->normal : known;

  return known;
}

static void
give (Patient *self, const PlumbFinding *finding, PlumbValue value)
{
  self->given[finding->index] = value;
  self->visit.answers++;
}

static gboolean
is_open (const Patient *self, const PlumbFinding *finding)
{
  return self->given[finding->index].type == PLUMB_VALUE_NULL && !self->skipped[finding->index]
         && plumb_finding_is_asked (finding, self->given);
}

static void
answer_or_skip (Patient *self, const PlumbFinding *finding)
{
  PlumbValue known = get_known (self, finding);

  self->visit.clicks++;
  if (known.type != PLUMB_VALUE_NULL)
    {
      self->visit.typed += finding->type == PLUMB_FINDING_INTEGER;
      give (self, finding, known);
      return;
    }
  self->skipped[finding->index] = TRUE;
  self->visit.skips++;
}

/* Names and days are on cards too, but nothing waits for them. */
static gboolean
is_line (const Patient *self, const PlumbFinding *finding)
{
  return finding->type != PLUMB_FINDING_DATE && finding->type != PLUMB_FINDING_STRING
         && is_open (self, finding);
}

static void
answer_remarkable (Patient *self, const PlumbCard *card)
{
  for (guint i = 0; i < card->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (card->findings, i);
      PlumbValue known = get_known (self, finding);

      if (!is_line (self, finding) || known.type == PLUMB_VALUE_NULL
          || (plumb_finding_is_normal (finding, &known)
              && plumb_finding_may_be_normal (finding, self->given)))
        continue;
      self->visit.clicks++;
      self->visit.typed += finding->type == PLUMB_FINDING_INTEGER;
      give (self, finding, known);
    }
}

/* Whether all lines that are left are unremarkable. */
static gboolean
can_say_none (const Patient *self, const PlumbCard *card)
{
  for (guint i = 0; i < card->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (card->findings, i);

      if (is_line (self, finding) && get_known (self, finding).type == PLUMB_VALUE_NULL)
        return FALSE;
    }

  return TRUE;
}

static void
answer_card (Patient *self, const PlumbCard *card)
{
  gboolean none;
  gboolean left = FALSE;

  answer_remarkable (self, card);
  none = can_say_none (self, card);
  for (guint i = 0; i < card->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (card->findings, i);
      PlumbValue known = get_known (self, finding);

      if (!is_line (self, finding))
        continue;
      left = TRUE;
      if (known.type == PLUMB_VALUE_NULL)
        self->skipped[finding->index] = TRUE;
      else
        {
          self->visit.clicks += !none;
          self->visit.typed += !none && finding->type == PLUMB_FINDING_INTEGER;
          give (self, finding, known);
        }
    }
  self->visit.clicks += left;
  self->visit.skips += left && !none;
}

/* ---- scores ------------------------------------------------------------------------------ */

static const PlumbScore *
find_score (const Patient *self, const PlumbFinding *question)
{
  GPtrArray *scores = plumb_pathway_get_scores (self->pathway);

  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      if (score == question->score || score->entered == question)
        return score;
    }

  return NULL;
}

static gboolean
is_form_there (const Patient *self, const PlumbScore *score)
{
  for (guint i = 0; i < score->items->len; i++)
    if (get_known (self, g_ptr_array_index (score->items, i)).type == PLUMB_VALUE_NULL)
      return FALSE;

  return TRUE;
}

static void
answer_score (Patient *self, const PlumbScore *score)
{
  guint n_ticked = 0;

  for (guint i = 0; i < score->items->len; i++)
    {
      const PlumbFinding *item = g_ptr_array_index (score->items, i);
      PlumbValue known = get_known (self, item);

      n_ticked += !plumb_finding_is_normal (item, &known);
      give (self, item, known);
    }
  self->visit.clicks += n_ticked + (n_ticked < score->items->len);
  self->visit.items += n_ticked;
}

/* ---- one visit -------------------------------------------------------------------------- */

/* The first question of the first box that waits. */
static const PlumbFinding *
find_first_of_box (const Patient *self, const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (evaluation);

  for (guint i = 0; i < current->len; i++)
    {
      g_autoptr (GPtrArray) questions
          = plumb_evaluation_list_node_questions (evaluation, g_ptr_array_index (current, i));

      for (guint j = 0; j < questions->len; j++)
        if (is_open (self, g_ptr_array_index (questions, j)))
          return g_ptr_array_index (questions, j);
    }

  return NULL;
}

static const PlumbFinding *
choose_by_box (const Patient *self, const PlumbEvaluation *evaluation)
{
  const PlumbFinding *first = find_first_of_box (self, evaluation);
  const PlumbFinding *before
      = first != NULL ? plumb_evaluation_get_asked_before (evaluation, first) : NULL;
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);

  return before != NULL && is_open (self, before) && g_ptr_array_find (questions, before, NULL)
             ? before
             : first;
}

static const PlumbFinding *
choose_question (const Patient *self)
{
  g_autoptr (PlumbEvaluation) evaluation = evaluate (self);
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (evaluation);
  guint n_deciding = plumb_evaluation_count_deciding_questions (evaluation);

  if (self->by_box)
    return choose_by_box (self, evaluation);
  for (guint i = 0; i < n_deciding; i++)
    if (is_open (self, g_ptr_array_index (questions, i)))
      return g_ptr_array_index (questions, i);

  return NULL;
}

static Visit
simulate (PlumbPathway *pathway, const char *name, const PlumbValue *known, gboolean is_story,
          gboolean by_box)
{
  guint n_findings = plumb_pathway_get_findings (pathway)->len;
  g_autofree PlumbValue *given = g_new0 (PlumbValue, n_findings);
  g_autofree gboolean *skipped = g_new0 (gboolean, n_findings);
  Patient patient = { pathway, known, is_story, by_box, given, skipped, { .name = name } };
  const PlumbFinding *question;
  const PlumbScore *score;

  while ((question = choose_question (&patient)) != NULL)
    {
      score = find_score (&patient, question);
      if (question->card != NULL)
        answer_card (&patient, question->card);
      else if (score != NULL && is_form_there (&patient, score))
        answer_score (&patient, score);
      else
        answer_or_skip (&patient, question);
    }

  return patient.visit;
}

/* ---- stories ---------------------------------------------------------------------------- */

static PlumbValue
read_value (const PlumbFinding *finding, JsonNode *node)
{
  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return plumb_value_boolean (json_node_get_boolean (node));
    case PLUMB_FINDING_INTEGER:
      return plumb_value_integer (json_node_get_int (node));
    default:
      return plumb_value_string (json_node_get_string (node));
    }
}

static void
run_story (PlumbPathway *pathway, const char *path, gboolean by_box, GArray *visits)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree PlumbValue *known = g_new0 (PlumbValue, plumb_pathway_get_findings (pathway)->len);
  JsonObject *story, *answers;
  g_autoptr (GList) ids = NULL;
  Visit visit;

  if (!json_parser_load_from_file (parser, path, NULL))
    g_error ("%s cannot be read", path);
  story = json_node_get_object (json_parser_get_root (parser));
  answers = json_object_get_object_member (story, "answers");
  ids = json_object_get_members (answers);
  for (GList *id = ids; id != NULL; id = id->next)
    {
      const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, id->data);

      known[finding->index] = read_value (finding, json_object_get_member (answers, id->data));
    }
  visit = simulate (pathway, g_intern_string (json_object_get_string_member (story, "id")), known,
                    TRUE, by_box);
  g_array_append_val (visits, visit);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GArray *
run_stories (PlumbPathway *pathway, gboolean by_box)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "vignettes", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  const char *name;

  if (directory == NULL)
    g_error ("%s cannot be read", folder);
  while ((name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  for (guint i = 0; i < paths->len; i++)
    run_story (pathway, g_ptr_array_index (paths, i), by_box, visits);

  return visits;
}

static GArray *
run_samples (PlumbPathway *pathway)
{
  g_auto (GStrv) lines = plumb_test_read_lines ("oracle-consultations.ndjson");
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (PlumbConsultation) consultation
          = plumb_consultation_file_parse (pathway, lines[i], -1, NULL, NULL);
      Visit visit = simulate (pathway, NULL, plumb_consultation_get_answers (consultation), FALSE,
                              FALSE);

      g_array_append_val (visits, visit);
    }

  return visits;
}

/* ---- figures ---------------------------------------------------------------------------- */

static int
compare_clicks (gconstpointer a, gconstpointer b)
{
  return (int) ((const Visit *) a)->clicks - (int) ((const Visit *) b)->clicks;
}

static int
compare_answers (gconstpointer a, gconstpointer b)
{
  return (int) ((const Visit *) a)->answers - (int) ((const Visit *) b)->answers;
}

static const Visit *
get_percentile (GArray *sorted, guint percent)
{
  return &g_array_index (sorted, Visit, (sorted->len - 1) * percent / 100);
}

static void
print_figures (const char *title, GArray *visits)
{
  g_array_sort (visits, compare_answers);
  g_print ("%s (%u): answers median %u, 90th percentile %u, most %u;", title, visits->len,
           get_percentile (visits, 50)->answers, get_percentile (visits, 90)->answers,
           get_percentile (visits, 100)->answers);
  g_array_sort (visits, compare_clicks);
  g_print (" clicks median %u, 90th percentile %u, most %u\n", get_percentile (visits, 50)->clicks,
           get_percentile (visits, 90)->clicks, get_percentile (visits, 100)->clicks);
}

/* Visits in which nothing much is the matter; whether they are as short as promised. */
static gboolean
print_simple (GArray *visits)
{
  static const char *const simple[]
      = { "first-visit-spasm", "severe-leg-pain-first-week", "one-session-low-risk",
          "one-session-medium-risk", "one-session-high-risk", NULL };
  gboolean short_enough = TRUE;

  for (guint i = 0; i < visits->len; i++)
    {
      const Visit *visit = &g_array_index (visits, Visit, i);

      if (!g_strv_contains (simple, visit->name))
        continue;
      g_print ("a simple visit: %-28s %2u clicks, %2u without the ticks of the form\n",
               visit->name, visit->clicks, visit->clicks - visit->items);
      short_enough &= visit->clicks - visit->items <= MOST_CLICKS;
    }

  return short_enough;
}

static PlumbPathway *
open_pathway (const char *name)
{
  g_autoptr (GFile) file = name ? g_file_new_for_commandline_arg (name) : NULL;
  g_autoptr (GError) error = NULL;
  PlumbPathway *pathway
      = file ? plumb_pathway_new_from_file (file, &error) : plumb_pathway_new_builtin (&error);

  if (pathway == NULL)
    g_error ("%s", error->message);

  return pathway;
}

int
main (int argc, char **argv)
{
  g_autoptr (PlumbPathway) pathway = NULL;
  g_autoptr (GArray) stories = NULL;
  g_autoptr (GArray) by_box = NULL;
  g_autoptr (GArray) samples = NULL;
  gboolean short_enough;
  gint64 start;

  g_test_init (&argc, &argv, NULL);
  pathway = open_pathway (argc > 1 ? argv[1] : NULL);
  stories = run_stories (pathway, FALSE);
  for (guint i = 0; i < stories->len; i++)
    {
      const Visit *visit = &g_array_index (stories, Visit, i);

      g_print ("%-28s %3u answers, %2u clicks, of which %u to type, %u to skip and %u to tick items\n",
               visit->name, visit->answers, visit->clicks, visit->typed, visit->skips,
               visit->items);
    }
  short_enough = print_simple (stories);
  print_figures ("stories", stories);
  by_box = run_stories (pathway, TRUE);
  g_print ("box after box, as the window follows the chart:\n");
  short_enough &= print_simple (by_box);
  print_figures ("stories", by_box);
  start = g_get_monotonic_time ();
  samples = run_samples (pathway);
  print_figures ("consultations", samples);
  g_print ("all consultations in %.1f s\n", (double) (g_get_monotonic_time () - start) / 1e6);

  return short_enough ? 0 : 1;
}
