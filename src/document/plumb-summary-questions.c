/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-summary-private.h"

/* A page with fewer questions than this names each; beyond, a card of some is told by its title. */
#define FEW_QUESTIONS 20
#define LONG_CARD 4

static guint
count_of_card (GPtrArray *findings, const PlumbCard *card)
{
  guint n_findings = 0;

  for (guint i = 0; i < findings->len; i++)
    n_findings += ((const PlumbFinding *) g_ptr_array_index (findings, i))->card == card;
  return n_findings;
}

/* The score to which an item belongs, or whose result is entered with this finding. */
static const PlumbScore *
find_score (const PlumbSummary *self, const PlumbFinding *finding)
{
  GPtrArray *scores = plumb_pathway_get_scores (self->pathway);

  for (guint i = 0; i < scores->len; i++)
    if (((const PlumbScore *) g_ptr_array_index (scores, i))->entered == finding)
      return g_ptr_array_index (scores, i);
  return finding->score;
}

static gboolean
is_told_by_card (const PlumbSummary *self, GPtrArray *findings, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) all = plumb_evaluation_list_questions (self->evaluation);

  return all->len > FEW_QUESTIONS && finding->card != NULL
         && count_of_card (findings, finding->card) >= LONG_CARD;
}

/* The name under which a question stands in a list; NULL where another question has named it. */
static char *
name_question (const PlumbSummary *self,
               GPtrArray *findings,
               const PlumbFinding *finding,
               GHashTable *named)
{
  const PlumbScore *score = find_score (self, finding);

  if (score != NULL)
    return g_hash_table_add (named, (gpointer) score)
               ? g_strdup (plumb_summary_get_text (self, score->title))
               : NULL;
  if (!is_told_by_card (self, findings, finding))
    return g_strdup (plumb_summary_get_text (self, finding->label));
  if (!g_hash_table_add (named, (gpointer) finding->card))
    return NULL;
  return g_strdup_printf ("%s (%u)", plumb_summary_get_text (self, finding->card->title),
                          count_of_card (findings, finding->card));
}

static char *
name_questions (const PlumbSummary *self, GPtrArray *findings)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      char *name = name_question (self, findings, g_ptr_array_index (findings, i), named);

      if (name != NULL)
        g_ptr_array_add (names, name);
    }
  return plumb_summary_join (names, plumb_words (self->language, ", "));
}

/* Those that nobody has named yet. */
static GPtrArray *
take_new (GPtrArray *findings, GHashTable *told)
{
  GPtrArray *fresh = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    if (g_hash_table_add (told, g_ptr_array_index (findings, i)))
      g_ptr_array_add (fresh, g_ptr_array_index (findings, i));
  return fresh;
}

/* What a current decision waits for: the questions to ask next. */
static void
add_decision (PlumbSummary *self, const PlumbNode *node, GHashTable *told)
{
  g_autoptr (GPtrArray) findings = plumb_evaluation_list_node_questions (self->evaluation, node);
  g_autoptr (GPtrArray) fresh = take_new (findings, told);
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  if (fresh->len == 0)
    return;
  names = name_questions (self, fresh);
  /* Translators: questions, and the number of the box of the chart that waits for them. */
  text = g_strdup_printf (plumb_words (self->language, "%s (decides\u00a0box\u00a0%u)"), names,
                          node->number);
  plumb_document_builder_add_check_item (self->builder, text);
}

static gboolean
waits_for (PlumbSummary *self, const PlumbNode *node, GPtrArray *findings)
{
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_node_questions (self->evaluation, node);

  for (guint i = 0; i < findings->len; i++)
    if (g_ptr_array_find (questions, g_ptr_array_index (findings, i), NULL))
      return TRUE;
  return FALSE;
}

static char *
list_boxes (PlumbSummary *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) taken = plumb_evaluation_list_taken (self->evaluation);
  GString *boxes = g_string_new (NULL);

  for (guint i = 0; i < taken->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (taken, i);

      if (node->number > 0 && waits_for (self, node, findings))
        g_string_append_printf (boxes, "%s%u", boxes->len > 0 ? ", " : "", node->number);
    }
  return g_string_free (boxes, FALSE);
}

/* What could still change advice in boxes that are reached: a line a group. */
static void
add_group (PlumbSummary *self, const PlumbGroup *group, GPtrArray *findings)
{
  g_autoptr (GPtrArray) mine = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *boxes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < findings->len; i++)
    if (((const PlumbFinding *) g_ptr_array_index (findings, i))->group == group)
      g_ptr_array_add (mine, g_ptr_array_index (findings, i));
  if (mine->len == 0)
    return;
  names = name_questions (self, mine);
  boxes = list_boxes (self, mine);
  /* Translators: a topic, questions of it, and the numbers of the boxes whose advice they change.
   */
  text = g_strdup_printf (plumb_words (self->language, "%s: %s (box\u00a0%s)"),
                          plumb_summary_get_text (self, group->title), names, boxes);
  plumb_document_builder_add_check_item (self->builder, text);
}

static void
add_groups (PlumbSummary *self, GHashTable *told)
{
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (self->evaluation);
  g_autoptr (GPtrArray) rest = take_new (questions, told);
  GPtrArray *groups = plumb_pathway_get_groups (self->pathway);

  if (rest->len == 0)
    return;
  plumb_document_builder_add_heading (self->builder, 2, PLUMB_TONE_NEUTRAL,
                                      plumb_words (self->language, "May still change the advice"));
  for (guint i = 0; i < groups->len; i++)
    add_group (self, g_ptr_array_index (groups, i), rest);
}

void
plumb_summary_add_questions (PlumbSummary *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (self->evaluation);

  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_words (self->language, "Not asked, and it matters"));
  for (guint i = 0; i < current->len; i++)
    add_decision (self, g_ptr_array_index (current, i), told);
  add_groups (self, told);
  if (g_hash_table_size (told) == 0)
    plumb_document_builder_add_paragraph (
        self->builder,
        plumb_words (self->language,
                     "Every question on which the boxes reached depend is answered."));
}
