/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-summary-private.h"

#include "plumb-body-picture.h"

/* From this many questions on, a card that is answered no throughout is told by its count. */
#define LONG_CARD 5
/* Large enough to tell the areas apart, and to draw a line onto by hand. */
#define BODY_HEIGHT_PT 130.0

/* How the yes/no questions of one card and one group stand for which no is the unremarkable
 * answer. */
typedef struct
{
  guint n_questions;
  guint n_no;
  guint n_open;
} Tally;

static gboolean
is_normally_no (const PlumbFinding *finding)
{
  return plumb_value_get_truth (&finding->normal) == PLUMB_FALSE;
}

/* These stand in the title of the page, or in the score. */
static gboolean
is_told_elsewhere (const PlumbFinding *finding)
{
  return finding->role == PLUMB_ROLE_VISIT_DATE || finding->role == PLUMB_ROLE_PATIENT_LABEL
         || finding->role == PLUMB_ROLE_AGE || finding->score != NULL;
}

static Tally
tally_card (const PlumbSummary *self, const PlumbCard *card, const PlumbGroup *group)
{
  Tally tally = { 0, 0, 0 };

  for (guint i = 0; card != NULL && i < card->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (card->findings, i);
      const PlumbValue *answer = plumb_evaluation_get_answer (self->evaluation, finding);

      if (finding->group != group || !is_normally_no (finding))
        continue;
      tally.n_questions++;
      if (answer->type == PLUMB_VALUE_NULL)
        tally.n_open++;
      else if (!answer->boolean)
        tally.n_no++;
    }
  return tally;
}

/* Only a card that was answered in full may be told by its count. */
static gboolean
is_told_by_count (const PlumbSummary *self, const PlumbFinding *finding)
{
  Tally tally = tally_card (self, finding->card, finding->group);

  return is_normally_no (finding) && tally.n_questions >= LONG_CARD && tally.n_open == 0
         && !plumb_evaluation_get_answer (self->evaluation, finding)->boolean;
}

static const char *
find_band (const PlumbSummary *self, const PlumbFinding *finding, gint64 number)
{
  GPtrArray *measures = plumb_pathway_get_measures (self->pathway);

  for (guint i = 0; i < measures->len; i++)
    {
      const PlumbMeasure *measure = g_ptr_array_index (measures, i);

      for (guint j = 0; measure->finding == finding && j < measure->bands->len; j++)
        {
          const PlumbBand *band = g_ptr_array_index (measure->bands, j);

          if (number >= band->from && number <= band->to)
            return plumb_summary_get_text (self, band->text);
        }
    }
  return NULL;
}

static char *
phrase_finding (const PlumbSummary *self, const PlumbFinding *finding)
{
  const PlumbValue *answer = plumb_evaluation_get_answer (self->evaluation, finding);
  char *phrase = plumb_phrase_answer (finding, answer, self->language);
  const char *band
      = answer->type == PLUMB_VALUE_INTEGER ? find_band (self, finding, answer->integer) : NULL;

  if (band != NULL)
    {
      char *with_band = g_strdup_printf ("%s (%s)", phrase, band);

      g_free (phrase);
      return with_band;
    }
  return phrase;
}

static gboolean
is_alone_in_group (const PlumbCard *card, const PlumbGroup *group)
{
  for (guint i = 0; i < group->findings->len; i++)
    if (((const PlumbFinding *) g_ptr_array_index (group->findings, i))->card != card)
      return FALSE;
  return TRUE;
}

/* The title of a card says nothing of a group to which only some of its lines belong. */
static gboolean
is_within_group (const PlumbCard *card, const PlumbGroup *group)
{
  for (guint i = 0; i < card->findings->len; i++)
    if (((const PlumbFinding *) g_ptr_array_index (card->findings, i))->group != group)
      return FALSE;
  return TRUE;
}

static gboolean
is_titled (const PlumbCard *card, const PlumbGroup *group)
{
  return is_within_group (card, group) && !is_alone_in_group (card, group);
}

/* @others: whether the group has told anything that is not counted. */
static char *
phrase_tally (const PlumbSummary *self,
              const PlumbCard *card,
              const PlumbGroup *group,
              const Tally *tally,
              gboolean others)
{
  g_autofree char *count = NULL;

  if (tally->n_no == tally->n_questions && (!others || is_within_group (card, group)))
    /* Translators: of this many yes/no questions, all were answered no. */
    count = g_strdup_printf (plumb_words (self->language, "none of %u"), tally->n_questions);
  else
    /* Translators: after those answered yes: the rest, this many, were all answered no. */
    count = g_strdup_printf (plumb_words (self->language, "none of the other %u"), tally->n_no);
  if (!is_titled (card, group))
    return g_steal_pointer (&count);
  return g_strdup_printf ("%s: %s", plumb_summary_get_text (self, card->title), count);
}

static char *
phrase_open (const PlumbSummary *self,
             const PlumbCard *card,
             const PlumbGroup *group,
             const Tally *tally)
{
  g_autofree char *count
      /* Translators: how many of how many questions nobody has asked. */
      = g_strdup_printf (plumb_words (self->language, "%u of %u not asked"), tally->n_open,
                         tally->n_questions);

  if (!is_titled (card, group))
    return g_steal_pointer (&count);
  return g_strdup_printf ("%s: %s", plumb_summary_get_text (self, card->title), count);
}

/* The cards of a group, in order, each once. */
static GPtrArray *
list_cards (const PlumbGroup *group)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < group->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (group->findings, i);

      if (finding->card != NULL && !g_ptr_array_find (cards, finding->card, NULL))
        g_ptr_array_add (cards, (gpointer) finding->card);
    }
  return cards;
}

static void
add_counts (const PlumbSummary *self, const PlumbGroup *group, GPtrArray *parts)
{
  g_autoptr (GPtrArray) cards = list_cards (group);
  gboolean others = parts->len > 0;

  for (guint i = 0; i < cards->len; i++)
    {
      const PlumbCard *card = g_ptr_array_index (cards, i);
      Tally tally = tally_card (self, card, group);

      if (tally.n_questions == 0 || tally.n_open == tally.n_questions)
        continue;
      if (tally.n_open > 0)
        g_ptr_array_add (parts, phrase_open (self, card, group, &tally));
      else if (tally.n_no > 0 && tally.n_questions >= LONG_CARD)
        g_ptr_array_add (parts, phrase_tally (self, card, group, &tally, others));
    }
}

/* All that was answered in a group; counts last, so that a yes is read first. */
static GPtrArray *
list_phrases (const PlumbSummary *self, const PlumbGroup *group)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < group->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (group->findings, i);

      if (!is_told_elsewhere (finding) && plumb_summary_is_answered (self, finding)
          && !is_told_by_count (self, finding))
        g_ptr_array_add (parts, phrase_finding (self, finding));
    }
  add_counts (self, group, parts);
  return parts;
}

static const PlumbValue *
get_score_field (const PlumbSummary *self, const PlumbScore *score, const char *name)
{
  for (guint i = 0; i < score->field_names->len; i++)
    if (g_strcmp0 (g_ptr_array_index (score->field_names, i), name) == 0)
      return plumb_evaluation_get_term (self->evaluation,
                                        g_ptr_array_index (score->field_terms, i));
  return NULL;
}

static char *
format_field (const PlumbSummary *self, const PlumbScore *score, const PlumbValue *value)
{
  if (value == NULL || value->type == PLUMB_VALUE_NULL)
    return NULL;
  if (value->type == PLUMB_VALUE_STRING && score->entered != NULL)
    return plumb_phrase_value (score->entered, value, self->language);
  return plumb_value_to_string (value);
}

/* The result of a score in words, or NULL where it is not known. */
static char *
phrase_score (const PlumbSummary *self, const PlumbScore *score)
{
  g_autofree char *total = format_field (self, score, get_score_field (self, score, "total"));
  g_autofree char *subscore = format_field (self, score, get_score_field (self, score, "subscore"));
  g_autofree char *risk = format_field (self, score, get_score_field (self, score, "risk"));

  if (risk == NULL)
    return NULL;
  if (total == NULL || subscore == NULL)
    /* Translators: result of a questionnaire that was scored elsewhere: the risk group. */
    return g_strdup_printf (plumb_words (self->language, "risk group: %s (scored elsewhere)"),
                            risk);
  /* Translators: result of a questionnaire: two numbers, then the risk group. */
  return g_strdup_printf (plumb_words (self->language, "risk group: %s (total %s, subscore %s)"),
                          risk, total, subscore);
}

static void
append_number (GString *string, guint number)
{
  g_string_append_printf (string, "%s%u", string->len > 0 ? ", " : "", number);
}

/* Yes and no items by their numbers on the form, the others by their answers. */
static void
list_items (const PlumbSummary *self, const PlumbScore *score, GPtrArray *parts)
{
  g_autoptr (GString) yes = g_string_new (NULL);
  g_autoptr (GString) no = g_string_new (NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < score->items->len; i++)
    {
      const PlumbFinding *item = g_ptr_array_index (score->items, i);
      const PlumbValue *answer = plumb_evaluation_get_answer (self->evaluation, item);
      g_autofree char *value = plumb_phrase_value (item, answer, self->language);

      if (answer->type == PLUMB_VALUE_BOOLEAN)
        append_number (answer->boolean ? yes : no, i + 1);
      else if (answer->type != PLUMB_VALUE_NULL)
        /* Translators: an item of a questionnaire by its number, and what was answered. */
        g_ptr_array_add (
            others, g_strdup_printf (plumb_words (self->language, "item %u: %s"), i + 1, value));
    }
  if (yes->len > 0)
    /* Translators: numbers of the items of a questionnaire that were answered "agree". */
    g_ptr_array_add (parts, g_strdup_printf (plumb_words (self->language, "agree: %s"), yes->str));
  if (no->len > 0)
    /* Translators: numbers of the items of a questionnaire that were answered "disagree". */
    g_ptr_array_add (parts,
                     g_strdup_printf (plumb_words (self->language, "disagree: %s"), no->str));
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (parts, g_strdup (g_ptr_array_index (others, i)));
}

static void
add_score (PlumbSummary *self, const PlumbScore *score, GPtrArray *parts)
{
  char *result = phrase_score (self, score);
  guint n_items = parts->len;

  list_items (self, score, parts);
  n_items = parts->len - n_items;
  if (result != NULL)
    g_ptr_array_insert (parts, 0, result);
  else if (n_items > 0)
    g_ptr_array_insert (parts, 0,
                        g_strdup (plumb_words (self->language, "not scored, items are missing")));
}

static GPtrArray *
list_group_parts (PlumbSummary *self, const PlumbGroup *group)
{
  GPtrArray *parts = list_phrases (self, group);
  GPtrArray *scores = plumb_pathway_get_scores (self->pathway);

  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      if (score->group == group)
        add_score (self, score, parts);
    }
  return parts;
}

/* The copyright of a score stands below its result. */
static char *
format_group (const PlumbSummary *self, const PlumbGroup *group, GPtrArray *parts)
{
  GPtrArray *scores = plumb_pathway_get_scores (self->pathway);
  char *value = plumb_summary_capitalize (plumb_summary_join (parts, PLUMB_SUMMARY_DOT));

  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);
      char *with_copyright;

      if (score->group != group || score->copyright == NULL)
        continue;
      with_copyright
          = g_strdup_printf ("%s\n%s", value, plumb_summary_get_text (self, score->copyright));
      g_free (value);
      value = with_copyright;
    }
  return value;
}

/* Without its picture, the map is still told. */
static void
add_body (PlumbSummary *self)
{
  PlumbBodyMarks *marks = plumb_evaluation_get_marks (self->evaluation);
  g_autofree char *words = NULL;
  g_autoptr (GBytes) svg = NULL;

  if (plumb_body_marks_count (marks) == 0)
    return;
  words = plumb_body_picture_describe (marks, self->language);
  svg = plumb_body_picture_to_svg (marks, NULL, self->language, NULL);
  if (svg != NULL)
    plumb_document_builder_add_picture (self->builder, svg, words, BODY_HEIGHT_PT);
  else
    plumb_document_builder_add_paragraph (self->builder, words);
}

static void
add_silence (PlumbSummary *self, GPtrArray *silent)
{
  g_autofree char *silence = plumb_summary_join (silent, plumb_words (self->language, ", "));

  /* Translators: label before the list of topics about which nothing was answered. */
  if (silent->len > 0)
    plumb_document_builder_add_fact (self->builder, plumb_words (self->language, "Not asked"),
                                     silence);
}

/* What a later visit may call a change, for the measures that were taken. */
static void
add_changes (PlumbSummary *self)
{
  GPtrArray *measures = plumb_pathway_get_measures (self->pathway);

  for (guint i = 0; i < measures->len; i++)
    {
      const PlumbMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->change_text != NULL && plumb_summary_is_answered (self, measure->finding))
        plumb_document_builder_add_fact (self->builder,
                                         plumb_summary_get_text (self, measure->finding->label),
                                         plumb_summary_get_text (self, measure->change_text));
    }
}

/* The groups of answers that tell the history, or those of what was found, a line each. */
void
plumb_summary_add_groups (PlumbSummary *self, gboolean history, const char *heading)
{
  gboolean headed = FALSE;
  GPtrArray *groups = plumb_pathway_get_groups (self->pathway);

  for (guint i = 0; i < groups->len; i++)
    {
      const PlumbGroup *group = g_ptr_array_index (groups, i);
      g_autoptr (GPtrArray) parts = NULL;
      g_autofree char *value = NULL;

      if (group->history != history)
        continue;
      parts = list_group_parts (self, group);
      if (parts->len == 0)
        continue;
      value = plumb_summary_join (parts, plumb_words (self->language, ", "));
      if (!headed)
        plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL, heading);
      headed = TRUE;
      plumb_document_builder_add_fact (self->builder, plumb_summary_get_text (self, group->title),
                                       value);
    }
}

void
plumb_summary_add_findings (PlumbSummary *self)
{
  GPtrArray *groups = plumb_pathway_get_groups (self->pathway);
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();

  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_words (self->language, "Findings"));
  for (guint i = 0; i < groups->len; i++)
    {
      const PlumbGroup *group = g_ptr_array_index (groups, i);
      const char *title = plumb_summary_get_text (self, group->title);
      g_autoptr (GPtrArray) parts = list_group_parts (self, group);
      g_autofree char *value = format_group (self, group, parts);

      if (parts->len > 0)
        plumb_document_builder_add_fact (self->builder, title, value);
      else
        g_ptr_array_add (silent, (gpointer) title);
    }
  add_changes (self);
  add_silence (self, silent);
  add_body (self);
}

static guint
count_open (const PlumbSummary *self, GPtrArray *findings)
{
  guint n_open = 0;

  for (guint i = 0; i < findings->len; i++)
    n_open += !plumb_summary_is_answered (self, g_ptr_array_index (findings, i));
  return n_open;
}

static char *
format_open (const PlumbSummary *self, const PlumbGroup *group, GPtrArray *findings, guint n_open)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      if (!plumb_summary_is_answered (self, finding))
        g_ptr_array_add (labels, (gpointer) plumb_summary_get_text (self, finding->label));
    }
  list = plumb_summary_join (labels, plumb_words (self->language, ", "));
  if (n_open == findings->len && n_open >= LONG_CARD)
    /* Translators: topic, and how many questions: none of them was asked. */
    return g_strdup_printf (plumb_words (self->language, "%s: all %u"),
                            plumb_summary_get_text (self, group->title), n_open);
  if (n_open >= LONG_CARD)
    /* Translators: topic, how many of how many questions were not asked, and which. */
    return g_strdup_printf (plumb_words (self->language, "%s: %u of %u (%s)"),
                            plumb_summary_get_text (self, group->title), n_open, findings->len,
                            list);
  return g_strdup_printf ("%s: %s", plumb_summary_get_text (self, group->title), list);
}

/* One line a group for what the first stage still waits for; returns how many questions. */
guint
plumb_summary_list_open_triage (PlumbSummary *self, GPtrArray *lines)
{
  GPtrArray *groups = plumb_pathway_get_groups (self->pathway);
  guint n_all = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const PlumbGroup *group = g_ptr_array_index (groups, i);
      g_autoptr (GPtrArray) findings = g_ptr_array_new ();
      guint n_open;

      for (guint j = 0; j < group->findings->len; j++)
        if (((const PlumbFinding *) g_ptr_array_index (group->findings, j))->groundwork)
          g_ptr_array_add (findings, g_ptr_array_index (group->findings, j));
      n_open = count_open (self, findings);
      if (n_open > 0)
        g_ptr_array_add (lines, format_open (self, group, findings, n_open));
      n_all += n_open;
    }
  return n_all;
}
