/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-handout-private.h"

#include "plumb-imprint.h"
#include "plumb-painter.h"
#include "plumb-patient-line.h"

#include <string.h>

/* Twelve points are the least for patients; eighteen are large print. */
#define BODY_SIZE_PT 12.0
#define LARGE_SIZE_PT 18.0
#define MAX_PAGES 2

const char *
plumb_handout_get_text (const PlumbHandout *self, const PlumbText *text)
{
  return plumb_text_get (text, self->language);
}

/* The reader has seen to it that the placeholder is there. */
char *
plumb_handout_fill (const char *pattern, const char *placeholder, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (pattern, placeholder, -1);

  return g_strjoinv (words, parts);
}

/* Nothing that is not known is taken for true. */
gboolean
plumb_handout_holds (const PlumbHandout *self, const PlumbExpression *condition)
{
  return condition == NULL || plumb_evaluation_test (self->evaluation, condition) == PLUMB_TRUE;
}

/* What the clinician declines, or follows in another form, was not decided as it stands here. */
static gboolean
is_departed_from (const PlumbHandout *self, const PlumbRecommendation *recommendation)
{
  const PlumbStance *stance
      = plumb_stances_get (plumb_evaluation_get_stances (self->evaluation), recommendation);

  return stance->kind == PLUMB_STANCE_DECLINED || stance->kind == PLUMB_STANCE_CHANGED;
}

static gboolean
is_left_out (const PlumbHandout *self, const PlumbRecommendation *recommendation)
{
  const PlumbStance *stance
      = plumb_stances_get (plumb_evaluation_get_stances (self->evaluation), recommendation);

  return stance->left_out
         || (self->left_out != NULL && g_strv_contains (self->left_out, recommendation->id));
}

gboolean
plumb_handout_follows (const PlumbHandout *self, const PlumbRecommendation *recommendation)
{
  return plumb_evaluation_get_recommendation (self->evaluation, recommendation) == PLUMB_TRUE
         && !is_departed_from (self, recommendation)
         && (self->complete || !is_left_out (self, recommendation));
}

/* ---- which page, and what is on it ------------------------------------------------------- */

static const PlumbHandoutPage *
find_page (const PlumbHandout *self)
{
  for (guint i = 0; i < self->plan->pages->len; i++)
    {
      const PlumbHandoutPage *page = g_ptr_array_index (self->plan->pages, i);

      if (plumb_handout_holds (self, page->condition))
        return page;
    }
  g_return_val_if_reached (NULL);
}

static gboolean
is_printed (const PlumbHandout *self, const PlumbRecommendation *recommendation)
{
  return recommendation->handout_section != NULL
         && g_ptr_array_find (self->page->sections, recommendation->handout_section, NULL)
         && plumb_handout_holds (self, recommendation->handout_condition)
         && plumb_handout_follows (self, recommendation);
}

/* The most urgent first, then in the pathway's order, which keeps what belongs together. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer evaluation)
{
  const PlumbRecommendation *first = *(const PlumbRecommendation *const *) a;
  const PlumbRecommendation *second = *(const PlumbRecommendation *const *) b;
  int order = (int) plumb_evaluation_get_urgency (evaluation, first)
              - (int) plumb_evaluation_get_urgency (evaluation, second);

  return order != 0 ? order : (int) first->index - (int) second->index;
}

static GPtrArray *
list_items (const PlumbHandout *self)
{
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (self->evaluation);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < advice->len; i++)
    if (is_printed (self, g_ptr_array_index (advice, i)))
      g_ptr_array_add (items, g_ptr_array_index (advice, i));
  g_ptr_array_sort_with_data (items, compare_items, self->evaluation);

  return items;
}

static gboolean
start (PlumbHandout *self, PlumbEvaluation *evaluation)
{
  self->evaluation = evaluation;
  self->pathway = plumb_evaluation_get_pathway (evaluation);
  self->plan = plumb_pathway_get_handout (self->pathway);
  self->page = self->plan != NULL ? find_page (self) : NULL;

  return self->page != NULL;
}

/* ---- writing ----------------------------------------------------------------------------- */

static void
add_title (PlumbHandout *self)
{
  const char *title = plumb_handout_get_text (self, self->page->title);
  g_autofree char *patient = plumb_patient_line (self->evaluation, self->language, FALSE);
  g_autofree char *header = g_strdup_printf ("%s · %s", title, patient);

  plumb_document_builder_add_title (self->builder, title);
  plumb_document_builder_add_subtitle (self->builder, patient);
  plumb_document_builder_set_header (self->builder, header);
}

static void
add_section (PlumbHandout *self, const PlumbHandoutSection *section)
{
  switch (section->kind)
    {
    case PLUMB_HANDOUT_FOUND:
      plumb_handout_add_found (self, section);
      break;
    case PLUMB_HANDOUT_CARDS:
      plumb_handout_add_cards (self, section);
      break;
    case PLUMB_HANDOUT_LIST:
      plumb_handout_add_list (self, section);
      break;
    case PLUMB_HANDOUT_RETURN:
      plumb_handout_add_return (self, section);
      break;
    case PLUMB_HANDOUT_SIGNS:
      plumb_handout_add_signs (self, section);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_footer (PlumbHandout *self)
{
  g_autofree char *version = plumb_imprint_version (self->pathway, self->language);
  const char *translation = plumb_imprint_translation (self->pathway, self->language);
  g_autofree char *line
      = translation != NULL ? g_strdup_printf ("%s %s", version, translation) : g_strdup (version);

  plumb_document_builder_add_footer (self->builder,
                                     plumb_handout_get_text (self, self->plan->note));
  plumb_document_builder_add_footer (self->builder, line);
}

/* Where there is a place for words about coming back, it stands there. */
static void
add_closing (PlumbHandout *self)
{
  for (guint i = 0; i < self->page->sections->len; i++)
    {
      const PlumbHandoutSection *section = g_ptr_array_index (self->page->sections, i);

      if (section->kind == PLUMB_HANDOUT_RETURN)
        return;
    }
  plumb_document_builder_add_paragraph (self->builder,
                                        plumb_handout_get_text (self, self->plan->closing));
}

/* From roomy to dense. */
static const struct
{
  PlumbDensity density;
  double spacing; /* between blocks, as a factor */
  double margin;  /* in points */
} steps[] = {
  { PLUMB_DENSITY_ROOMY, 1, 38 },     { PLUMB_DENSITY_PAIRED, 0.8, 38 },
  { PLUMB_DENSITY_COMPACT, 0.8, 38 }, { PLUMB_DENSITY_COMPACT, 0.55, 36 },
  { PLUMB_DENSITY_DENSE, 0.4, 30 },
};
#define DENSEST (G_N_ELEMENTS (steps) - 1)

static PlumbDocument *
write_document (PlumbHandout *self, guint step)
{
  GDate date;

  self->density = steps[step].density;
  self->builder = plumb_document_builder_new (plumb_handout_get_text (self, self->page->title),
                                              self->language);
  plumb_document_builder_set_body_size (self->builder, self->body);
  plumb_document_builder_set_spacing (self->builder, steps[step].spacing);
  plumb_document_builder_set_margin (self->builder, steps[step].margin);
  plumb_evaluation_get_visit_date (self->evaluation, &date);
  plumb_document_builder_set_date (self->builder, &date);
  add_title (self);
  for (guint i = 0; i < self->page->sections->len; i++)
    add_section (self, g_ptr_array_index (self->page->sections, i));
  add_closing (self);
  add_footer (self);

  return plumb_document_builder_end (g_steal_pointer (&self->builder));
}

/* ---- as few pages as possible ------------------------------------------------------------ */

static guint
count_pages_on (PlumbDocument *document, double width, double height)
{
  g_autoptr (PlumbPainter) painter = plumb_painter_new (document, width, height);

  return plumb_painter_get_n_pages (painter);
}

static guint
count_pages (const PlumbHandout *self, PlumbDocument *document)
{
  if (self->width > 0 && self->height > 0)
    return count_pages_on (document, self->width, self->height);

  return MAX (count_pages_on (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT),
              count_pages_on (document, PLUMB_PAPER_LETTER_WIDTH, PLUMB_PAPER_LETTER_HEIGHT));
}

/* Keeps what has the fewest pages, and among equals what came first. */
static void
try_step (PlumbHandout *self, guint step, PlumbDocument **best, guint *least)
{
  PlumbDocument *document = write_document (self, step);
  guint n_pages = count_pages (self, document);

  if (n_pages >= *least)
    {
      plumb_document_unref (document);
      return;
    }
  g_clear_pointer (best, plumb_document_unref);
  *best = document;
  *least = n_pages;
}

/* What only may be thought about, and stands in no order of need. */
static gboolean
drop_spare_item (PlumbHandout *self)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      const PlumbRecommendation *item = g_ptr_array_index (self->items, i - 1);

      if (item->handout_section->spare)
        {
          g_ptr_array_remove_index (self->items, i - 1);
          return TRUE;
        }
    }

  return FALSE;
}

/* One page hangs on a fridge and two are read: blocks stand closer where that saves a page, and
 * only there. More than two pages cost bullets first, and then what can be spared; large print
 * takes the pages that it needs. */
static PlumbDocument *
write_shortest (PlumbHandout *self)
{
  PlumbDocument *best = NULL;
  guint least = G_MAXUINT;

  for (guint step = 0; step < DENSEST && least > 1; step++)
    try_step (self, step, &best, &least);
  if (least > MAX_PAGES)
    try_step (self, DENSEST, &best, &least);
  while (least > MAX_PAGES && !self->large_print && drop_spare_item (self))
    try_step (self, DENSEST, &best, &least);

  return best;
}

/**
 * plumb_handout_new:
 * @evaluation: what the pathway says to a patient's answers
 * @language: (nullable): of the texts, such as "es"; %NULL for the source language
 * @options: (nullable): %NULL for none of them
 *
 * The page that the patient takes home: what was found, what helps, when to come
 * back, and always the warning signs. It holds the advice in force and nothing
 * else; with a red flag it is the referral page.
 *
 * Returns: (transfer full) (nullable): a document whose title names no patient;
 *   %NULL when the pathway says nothing of a handout
 */
PlumbDocument *
plumb_handout_new (PlumbEvaluation *evaluation,
                   const char *language,
                   const PlumbHandoutOptions *options)
{
  g_return_val_if_fail (evaluation != NULL, NULL);

  const PlumbHandoutOptions none = { 0 };
  PlumbHandout self = { .language = language };
  PlumbDocument *document;

  if (!start (&self, evaluation))
    return NULL;
  options = options != NULL ? options : &none;
  self.large_print = options->large_print;
  self.body = options->large_print ? LARGE_SIZE_PT : BODY_SIZE_PT;
  self.width = options->width;
  self.height = options->height;
  self.left_out = options->left_out;
  self.items = list_items (&self);
  document = write_shortest (&self);
  g_ptr_array_unref (self.items);

  return document;
}

/**
 * plumb_handout_list_items:
 * @evaluation: what the pathway says to a patient's answers
 *
 * Returns: (transfer container) (element-type PlumbRecommendation): the advices
 *   that the handout prints, or would if they were not left out
 */
GPtrArray *
plumb_handout_list_items (PlumbEvaluation *evaluation)
{
  g_return_val_if_fail (evaluation != NULL, NULL);

  PlumbHandout self = { .complete = TRUE };

  return start (&self, evaluation) ? list_items (&self) : g_ptr_array_new ();
}
