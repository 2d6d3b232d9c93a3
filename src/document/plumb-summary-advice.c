/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-summary-private.h"

#include "plumb-reason.h"

#include <glib/gi18n-lib.h>

#define MAX_REASONS 4

/* What is written for each advice, in the order in which strengths are shown. */
const char *
plumb_summary_get_heading (const PlumbSummary *self, PlumbStrength strength)
{
  static const char *const headings[] = {
    /* Translators: headings over advice, by its strength. */
    [PLUMB_STRENGTH_DO] = N_ ("Do"),
    [PLUMB_STRENGTH_CONSIDER] = N_ ("Consider"),
    [PLUMB_STRENGTH_CAUTION] = N_ ("Caution"),
    [PLUMB_STRENGTH_AVOID] = N_ ("Avoid"),
    [PLUMB_STRENGTH_INFORM] = N_ ("Good to know"),
  };

  return plumb_words (self->language, headings[strength]);
}

static PlumbTone
get_strength_tone (PlumbStrength strength)
{
  static const PlumbTone tones[] = {
    [PLUMB_STRENGTH_DO] = PLUMB_TONE_DO,           [PLUMB_STRENGTH_CONSIDER] = PLUMB_TONE_CONSIDER,
    [PLUMB_STRENGTH_CAUTION] = PLUMB_TONE_CAUTION, [PLUMB_STRENGTH_AVOID] = PLUMB_TONE_AVOID,
    [PLUMB_STRENGTH_INFORM] = PLUMB_TONE_INFORM,
  };

  return tones[strength];
}

const char *
plumb_summary_get_urgency (const PlumbSummary *self, PlumbUrgency urgency)
{
  switch (urgency)
    {
    case PLUMB_URGENCY_EMERGENCY:
      return plumb_words (self->language, "Emergency: now");
    case PLUMB_URGENCY_SAME_DAY:
      return plumb_words (self->language, "Same day");
    case PLUMB_URGENCY_URGENT:
      return plumb_words (self->language, "Urgent");
    case PLUMB_URGENCY_ROUTINE:
    default:
      return NULL;
    }
}

static void
add_reason (const PlumbSummary *self,
            const PlumbFinding *finding,
            GHashTable *told,
            GPtrArray *reasons)
{
  const PlumbValue *answer = plumb_evaluation_get_answer (self->evaluation, finding);

  /* A sign that is absent speaks for nothing in the first stage. */
  if (answer->type == PLUMB_VALUE_NULL || (answer->type == PLUMB_VALUE_BOOLEAN && !answer->boolean)
      || !g_hash_table_add (told, (gpointer) finding))
    return;
  g_ptr_array_add (reasons, plumb_phrase_answer (finding, answer, self->language));
}

/* All signs that the boxes before a reached action turned on: one is enough for
 * the advice, but whoever takes the patient over must hear of every one. */
static void
add_signs (const PlumbSummary *self, const PlumbNode *node, GHashTable *told, GPtrArray *reasons)
{
  for (guint i = 0; i < node->entries->len; i++)
    {
      const PlumbExit *entry = g_ptr_array_index (node->entries, i);
      g_autoptr (GPtrArray) findings = NULL;

      if (plumb_evaluation_get_exit (self->evaluation, entry) != PLUMB_TRUE)
        continue;
      findings = plumb_evaluation_list_node_findings (self->evaluation, entry->source);
      for (guint j = 0; j < findings->len; j++)
        if (((const PlumbFinding *) g_ptr_array_index (findings, j))->type == PLUMB_FINDING_BOOLEAN)
          add_reason (self, g_ptr_array_index (findings, j), told, reasons);
    }
}

static char *
format_signs (const PlumbSummary *self, const PlumbRecommendation *recommendation)
{
  g_autoptr (GPtrArray) because = plumb_evaluation_list_because (self->evaluation, recommendation);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < because->len; i++)
    add_reason (self, g_ptr_array_index (because, i), told, reasons);
  for (guint i = 0; i < recommendation->carriers->len; i++)
    {
      const PlumbAdvice *advice = g_ptr_array_index (recommendation->carriers, i);

      if (plumb_evaluation_get_advice (self->evaluation, advice) == PLUMB_TRUE)
        add_signs (self, advice->node, told, reasons);
    }
  return plumb_summary_capitalize (plumb_summary_join (reasons, PLUMB_SUMMARY_DOT));
}

static char *
format_reasons (const PlumbSummary *self, const PlumbRecommendation *recommendation)
{
  g_auto (GStrv) reasons = NULL;

  if (plumb_summary_is_triage (recommendation))
    return format_signs (self, recommendation);
  reasons = plumb_reason_list (self->evaluation, recommendation, self->language, MAX_REASONS);
  return plumb_summary_capitalize (g_strjoinv (PLUMB_SUMMARY_DOT, reasons));
}

static char *
format_citations (PlumbSummary *self, const PlumbRecommendation *recommendation)
{
  g_autofree char *numbers = plumb_summary_cite (self, recommendation->statements);
  g_autofree char *letters = plumb_summary_mark_disagreements (self, recommendation->disagreements);

  return *letters != '\0' ? g_strdup_printf ("%s %s", numbers, letters)
                          : g_steal_pointer (&numbers);
}

static void
add_row (PlumbSummary *self, const PlumbRecommendation *recommendation)
{
  g_autofree char *reasons = format_reasons (self, recommendation);
  g_autofree char *citations = format_citations (self, recommendation);
  const char *urgency = plumb_summary_get_urgency (
      self, plumb_evaluation_get_urgency (self->evaluation, recommendation));
  g_autofree char *badge = plumb_summary_format_badge (self, recommendation, urgency);

  plumb_document_builder_add_row (self->builder, urgency ? PLUMB_TONE_URGENT : PLUMB_TONE_CAUTION,
                                  plumb_summary_get_text (self, recommendation->title), badge,
                                  reasons, plumb_summary_get_text (self, recommendation->clinician),
                                  citations);
}

/* The advice is sorted: the most urgent first. */
static const PlumbRecommendation *
find_triage_advice (const PlumbSummary *self)
{
  for (guint i = 0; i < self->advice->len; i++)
    if (plumb_summary_is_triage (g_ptr_array_index (self->advice, i)))
      return g_ptr_array_index (self->advice, i);
  return NULL;
}

static const char *
get_notice_heading (const PlumbSummary *self, PlumbUrgency urgency)
{
  switch (urgency)
    {
    case PLUMB_URGENCY_EMERGENCY:
      return plumb_words (self->language, "Emergency: act now");
    case PLUMB_URGENCY_SAME_DAY:
      return plumb_words (self->language, "Act today");
    case PLUMB_URGENCY_URGENT:
      return plumb_words (self->language, "Urgent: act before anything else");
    case PLUMB_URGENCY_ROUTINE:
    default:
      return plumb_words (self->language, "Before anything else");
    }
}

static void
add_paused_line (PlumbSummary *self)
{
  for (guint i = 0; i < self->advice->len; i++)
    if (!plumb_summary_is_triage (g_ptr_array_index (self->advice, i)))
      return;
  plumb_document_builder_add_paragraph_markup (
      self->builder,
      plumb_words (self->language,
                   "<b>The other stages of the pathway are paused</b> until this is settled. No "
                   "other advice is in force."));
}

static void
add_still_open (PlumbSummary *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *markup = NULL;

  if (plumb_summary_list_open_triage (self, lines) == 0)
    return;
  list = plumb_summary_join (lines, "; ");
  /* Translators: list of questions about red flags that nobody has asked. */
  markup = g_markup_printf_escaped (
      plumb_words (self->language, "<b>Not asked yet, and it may be more urgent:</b> %s"), list);
  plumb_document_builder_add_paragraph_markup (self->builder, markup);
}

void
plumb_summary_add_triage_notice (PlumbSummary *self)
{
  const PlumbRecommendation *first = find_triage_advice (self);
  PlumbUrgency urgency;
  PlumbTone tone;

  if (first == NULL)
    return;
  urgency = plumb_evaluation_get_urgency (self->evaluation, first);
  tone = urgency == PLUMB_URGENCY_ROUTINE ? PLUMB_TONE_CAUTION : PLUMB_TONE_URGENT;
  plumb_document_builder_begin_notice (self->builder, tone);
  plumb_document_builder_add_heading (self->builder, 1, tone, get_notice_heading (self, urgency));
  for (guint i = 0; i < self->advice->len; i++)
    if (plumb_summary_is_triage (g_ptr_array_index (self->advice, i)))
      add_row (self, g_ptr_array_index (self->advice, i));
  add_paused_line (self);
  add_still_open (self);
  plumb_document_builder_end_notice (self->builder);
}

static void
add_strength (PlumbSummary *self, PlumbStrength strength)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < self->advice->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (self->advice, i);

      if (recommendation->strength != strength || plumb_summary_is_triage (recommendation))
        continue;
      if (!headed)
        plumb_document_builder_add_heading (self->builder, 1, get_strength_tone (strength),
                                            plumb_summary_get_heading (self, strength));
      headed = TRUE;
      add_row (self, recommendation);
    }
}

void
plumb_summary_add_advice (PlumbSummary *self)
{
  for (PlumbStrength strength = PLUMB_STRENGTH_DO; strength <= PLUMB_STRENGTH_INFORM; strength++)
    add_strength (self, strength);
}

/* ---- review ----------------------------------------------------------------------------- */

typedef struct
{
  const PlumbRecommendation *recommendation;
  GDate earliest;
  GDate due;
} Review;

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const Review *first = a;
  const Review *second = b;
  int order = g_date_compare (&first->due, &second->due);

  return order != 0 ? order
                    : (int) first->recommendation->index - (int) second->recommendation->index;
}

static char *
format_review_time (const PlumbSummary *self, const Review *review)
{
  g_autofree char *earliest = plumb_format_date (&review->earliest, self->language);
  g_autofree char *due = plumb_format_date (&review->due, self->language);
  GDate visit;

  plumb_evaluation_get_visit_date (self->evaluation, &visit);
  if (g_date_compare (&review->due, &visit) < 0)
    /* Translators: of a review whose last day has passed: that day. */
    return g_strdup_printf (plumb_words (self->language, "Overdue since %s"), due);
  if (g_date_compare (&review->earliest, &visit) <= 0)
    /* Translators: of a review: the last day for it. */
    return g_strdup_printf (plumb_words (self->language, "By %s"), due);
  /* Translators: of a review: the first and the last day for it. */
  return g_strdup_printf (plumb_words (self->language, "%s to %s"), earliest, due);
}

static void
add_review (PlumbSummary *self, const Review *review)
{
  g_autofree char *time = format_review_time (self, review);

  plumb_document_builder_add_row (self->builder, PLUMB_TONE_NEUTRAL,
                                  plumb_summary_get_text (self, review->recommendation->title),
                                  NULL, NULL, time, NULL);
}

/* A review without its days is still owed. */
static void
add_undated_review (PlumbSummary *self, const PlumbRecommendation *recommendation)
{
  plumb_document_builder_add_row (self->builder, PLUMB_TONE_NEUTRAL,
                                  plumb_summary_get_text (self, recommendation->title), NULL, NULL,
                                  plumb_words (self->language, "Date not known"), NULL);
}

static GArray *
list_reviews (PlumbSummary *self, GPtrArray *undated)
{
  GArray *reviews = g_array_new (FALSE, TRUE, sizeof (Review));

  for (guint i = 0; i < self->advice->len; i++)
    {
      Review review = { g_ptr_array_index (self->advice, i) };

      if (review.recommendation->review_due == NULL)
        continue;
      if (plumb_evaluation_get_review (self->evaluation, review.recommendation, &review.earliest,
                                       &review.due))
        g_array_append_val (reviews, review);
      else
        g_ptr_array_add (undated, (gpointer) review.recommendation);
    }
  g_array_sort (reviews, compare_reviews);
  return reviews;
}

void
plumb_summary_add_reviews (PlumbSummary *self)
{
  g_autoptr (GPtrArray) undated = g_ptr_array_new ();
  g_autoptr (GArray) reviews = list_reviews (self, undated);

  if (reviews->len + undated->len == 0)
    return;
  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_words (self->language, "Review"));
  for (guint i = 0; i < reviews->len; i++)
    add_review (self, &g_array_index (reviews, Review, i));
  for (guint i = 0; i < undated->len; i++)
    add_undated_review (self, g_ptr_array_index (undated, i));
}
