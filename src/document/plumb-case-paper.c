/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-case-paper.h"

#include "plumb-chart-svg.h"
#include "plumb-imprint.h"
#include "plumb-painter-private.h"
#include "plumb-summary-private.h"

#include <string.h>

/* Read at a table, and written on. */
#define BODY_SIZE_PT 10.0
#define ROUTE_SIZE_PT 7.5
/* The lines to write on, in points. */
#define LINES_WIDTH 520
#define LINES_APART 22

typedef struct
{
  PlumbSummary summary; /* gathers sources over all steps */
  PlumbCase *content;
  const char *language;
} Paper;

static const char *
get_text (const Paper *self, const PlumbText *text)
{
  return plumb_text_get (text, self->language);
}

static void
add_heading (Paper *self, const char *text)
{
  plumb_document_builder_add_heading (self->summary.builder, 1, PLUMB_TONE_NEUTRAL, text);
}

static void
add_subheading (Paper *self, const char *text)
{
  plumb_document_builder_add_heading (self->summary.builder, 2, PLUMB_TONE_NEUTRAL, text);
}

/* ---- what everybody gets ----------------------------------------------------------------- */

static char *
format_title (PlumbCase *content, const char *language)
{
  /* Translators: title of a page; %s: the title of a case. */
  return g_strdup_printf (plumb_words (language, "Teaching case: %s"),
                          plumb_text_get (plumb_case_get_title (content), language));
}

static char *
format_subtitle (const Paper *self, gboolean solution)
{
  guint difficulty = plumb_case_get_difficulty (self->content);
  g_autofree char *grade = NULL;
  const char *pathway
      = get_text (self, plumb_pathway_get_title (plumb_case_get_pathway (self->content)));

  /* Translators: below the title of a teaching case; from 1 to 3. */
  grade = g_strdup_printf (plumb_words (self->language, "difficulty %u of %u"), difficulty,
                           PLUMB_CASE_MAX_DIFFICULTY);

  return g_strdup_printf ("%s" PLUMB_SUMMARY_DOT "%s" PLUMB_SUMMARY_DOT "%s", pathway, grade,
                          solution
                              /* Translators: of a teaching case on paper. */
                              ? plumb_words (self->language, "with the solution")
                              /* Translators: of a teaching case on paper. */
                              : plumb_words (self->language, "without the solution"));
}

static void
add_story (Paper *self, guint step)
{
  const PlumbCaseStep *visit = plumb_case_get_step (self->content, step);
  g_autofree char *heading = NULL;

  if (plumb_case_count_steps (self->content) == 1)
    heading = g_strdup (plumb_words (self->language, "Story"));
  else
    /* Translators: heading of a part of a teaching case; %u: its number, from 1. */
    heading = g_strdup_printf (plumb_words (self->language, "Story, step %u"), step + 1);
  add_heading (self, heading);
  plumb_document_builder_add_paragraph (self->summary.builder, get_text (self, visit->text));
}

/* ---- to work on -------------------------------------------------------------------------- */

static void
add_lines (Paper *self, guint n_lines)
{
  GString *svg = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%u\" "
                          "viewBox=\"0 0 %d %u\">",
                          LINES_WIDTH, n_lines * LINES_APART + 1, LINES_WIDTH,
                          n_lines * LINES_APART + 1);
  for (guint i = 1; i <= n_lines; i++)
    g_string_append_printf (svg,
                            "<path d=\"M0 %u H%d\" fill=\"none\" stroke=\"#8b8b8b\" "
                            "stroke-width=\"0.5\"/>",
                            i * LINES_APART, LINES_WIDTH);
  g_string_append (svg, "</svg>");
  bytes = g_string_free_to_bytes (svg);
  plumb_document_builder_add_picture (self->summary.builder, bytes,
                                      plumb_words (self->language, "Space to write"), 0);
}

static void
add_tasks (Paper *self)
{
  const char *const tasks[] = {
    plumb_words (self->language, "What do you ask and examine first, and why?"),
    plumb_words (self->language, "Which red flags have to be excluded?"),
    plumb_words (self->language, "Which box of the pathway is next? Commit before you go on."),
    plumb_words (self->language, "What do you advise, and how soon?"),
    plumb_words (self->language, "What do you advise against?"),
    plumb_words (self->language, "When do you see the patient again, and what would bring that "
                                 "forward?"),
  };
  const guint lines[G_N_ELEMENTS (tasks)] = { 3, 2, 2, 3, 2, 2 };

  add_heading (self, plumb_words (self->language, "Questions"));
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autofree char *number = plumb_format_number (i + 1, self->language);

      plumb_document_builder_add_list_item (self->summary.builder, number, tasks[i]);
      add_lines (self, lines[i]);
    }
}

/* ---- the solution ------------------------------------------------------------------------ */

/* What is told in the case's own words; all the rest stands in the findings below. */
static void
add_told (Paper *self, guint step)
{
  const PlumbCaseStep *visit = plumb_case_get_step (self->content, step);
  gboolean headed = FALSE;

  for (guint i = 0; i < visit->answers->len; i++)
    {
      const PlumbCaseAnswer *answer = g_ptr_array_index (visit->answers, i);
      g_autofree char *markup = NULL;

      if (answer->text == NULL)
        continue;
      if (!headed)
        add_subheading (self, plumb_words (self->language, "What asking brings"));
      headed = TRUE;
      markup = g_markup_printf_escaped ("<b>%s:</b> %s", get_text (self, answer->finding->label),
                                        get_text (self, answer->text));
      plumb_document_builder_add_list_item_markup (self->summary.builder, NULL, markup);
    }
}

static GBytes *
draw_route (const Paper *self)
{
  PangoContext *context = plumb_painter_create_context (self->language);
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *font = g_strconcat (PLUMB_PAPER_FONTS " ",
                                       g_ascii_dtostr (size, sizeof size, ROUTE_SIZE_PT), NULL);
  const PlumbChartStyle style
      = { .context = context,
          .font = font,
          .language = self->language,
          .right_to_left = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL };
  char *svg = plumb_chart_svg_route (self->summary.evaluation, &style, LINES_WIDTH);

  g_object_unref (context);

  return svg != NULL ? g_bytes_new_take (svg, strlen (svg)) : NULL;
}

static void
add_route (Paper *self)
{
  g_autoptr (GPtrArray) route = plumb_summary_list_route (&self->summary, FALSE);
  g_autoptr (GPtrArray) decided = plumb_summary_list_route (&self->summary, TRUE);
  const char *arrow = plumb_summary_get_arrow (&self->summary);
  g_autofree char *words = plumb_summary_join (route, arrow);
  g_autofree char *decisions = plumb_summary_join (decided, arrow);
  g_autoptr (GBytes) picture = draw_route (self);

  if (route->len == 0)
    return;
  add_heading (self, plumb_words (self->language, "Route of the pathway"));
  if (picture != NULL)
    plumb_document_builder_add_picture (self->summary.builder, picture, words, 0);
  plumb_document_builder_set_small (self->summary.builder, TRUE);
  plumb_document_builder_add_paragraph (self->summary.builder, decisions);
  plumb_document_builder_set_small (self->summary.builder, FALSE);
}

/* What is urgent is always told in full, whatever the case is about. */
static gboolean
is_told_in_full (const Paper *self, const PlumbCaseStep *visit, PlumbRecommendation *advice)
{
  return plumb_summary_is_triage (advice)
         || plumb_evaluation_get_urgency (self->summary.evaluation, advice) != PLUMB_URGENCY_ROUTINE
         || g_ptr_array_find (visit->expected, advice, NULL);
}

static void
add_others (Paper *self, GPtrArray *others)
{
  g_autofree char *list = plumb_summary_join (others, "; ");

  if (others->len == 0)
    return;
  add_subheading (self, plumb_words (self->language, "Also in force"));
  plumb_document_builder_set_small (self->summary.builder, TRUE);
  plumb_document_builder_add_paragraph (self->summary.builder, list);
  plumb_document_builder_set_small (self->summary.builder, FALSE);
}

static void
add_advice (Paper *self, const PlumbCaseStep *visit)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->summary.advice);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  self->summary.advice = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      PlumbRecommendation *advice = g_ptr_array_index (all, i);

      if (is_told_in_full (self, visit, advice))
        g_ptr_array_add (self->summary.advice, advice);
      else
        g_ptr_array_add (others, g_strdup (get_text (self, advice->title)));
    }
  plumb_summary_add_triage_notice (&self->summary);
  plumb_summary_add_advice (&self->summary);
  add_others (self, others);
}

static void
add_solution (Paper *self, guint step)
{
  const PlumbCaseStep *visit = plumb_case_get_step (self->content, step);
  g_autofree char *heading = NULL;

  if (plumb_case_count_steps (self->content) == 1)
    heading = g_strdup (plumb_words (self->language, "Solution"));
  else
    /* Translators: heading of a part of a teaching case; %u: its number, from 1. */
    heading = g_strdup_printf (plumb_words (self->language, "Solution, step %u"), step + 1);
  add_heading (self, heading);
  add_told (self, step);
  plumb_summary_add_findings (&self->summary);
  add_route (self);
  add_advice (self, visit);
}

static void
add_lessons (Paper *self)
{
  GPtrArray *lessons = plumb_case_get_lessons (self->content);

  if (lessons->len > 0)
    add_heading (self, plumb_words (self->language, "Learning points"));
  for (guint i = 0; i < lessons->len; i++)
    {
      const PlumbCaseLesson *lesson = g_ptr_array_index (lessons, i);
      g_autofree char *numbers = plumb_summary_cite (&self->summary, lesson->statements);
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      g_autofree char *text = NULL;

      for (guint j = 0; j < lesson->statements->len; j++)
        g_ptr_array_add (
            ids, (char *) ((PlumbStatement *) g_ptr_array_index (lesson->statements, j))->id);
      g_ptr_array_add (ids, NULL);
      if (ids->len > 1)
        {
          g_autofree char *list = g_strjoinv (", ", (char **) ids->pdata);

          text = g_strdup_printf ("%s [%s: %s]", get_text (self, lesson->text), numbers, list);
        }
      plumb_document_builder_add_list_item (self->summary.builder, NULL,
                                            text != NULL ? text : get_text (self, lesson->text));
    }
}

/* ---- the whole --------------------------------------------------------------------------- */

static void
use_step (Paper *self, PlumbEvaluation *evaluation)
{
  self->summary.evaluation = evaluation;
  g_ptr_array_unref (self->summary.advice);
  self->summary.advice = plumb_evaluation_list_advice (evaluation);
}

static void
add_footer (Paper *self)
{
  PlumbPathway *pathway = plumb_case_get_pathway (self->content);
  const PlumbText *disclaimer = plumb_pathway_get_disclaimer (pathway);
  g_autofree char *imprint = plumb_imprint (pathway, self->language);
  g_autofree char *state = NULL;

  /* Translators: at the foot of every page; %s: how far the case is reviewed. */
  state = g_strdup_printf (
      plumb_words (self->language, "Teaching case (%s): for learning, and no "
                                   "part of any patient’s record."),
      plumb_imprint_review (plumb_case_get_review (self->content), self->language));
  plumb_document_builder_add_footer (self->summary.builder, state);
  if (disclaimer != NULL)
    plumb_document_builder_add_footer (self->summary.builder, get_text (self, disclaimer));
  plumb_document_builder_add_footer (self->summary.builder, imprint);
}

static void
begin (Paper *self, gboolean solution)
{
  g_autofree char *title = format_title (self->content, self->language);
  g_autofree char *subtitle = format_subtitle (self, solution);

  /* The summary's own builder has the summary's title. */
  plumb_document_builder_free (self->summary.builder);
  self->summary.builder = plumb_document_builder_new (title, self->language);
  plumb_document_builder_set_body_size (self->summary.builder, BODY_SIZE_PT);
  plumb_document_builder_set_header (self->summary.builder, title);
  plumb_document_builder_add_title (self->summary.builder, title);
  plumb_document_builder_add_subtitle (self->summary.builder, subtitle);
}

/**
 * plumb_case_paper_new:
 * @teaching_case: a case
 * @solution: whether it is told
 * @language: (nullable): such as "es"; %NULL for the pathway's source language
 *
 * The story with questions and space to write; or the story with what asking
 * brings, the route of the pathway, its advice with statements and sources, where
 * these disagree, and the learning points. Every page says that it is a teaching case.
 *
 * Returns: (transfer full): a document
 */
PlumbDocument *
plumb_case_paper_new (PlumbCase *teaching_case, gboolean solution, const char *language)
{
  Paper self = { .content = teaching_case, .language = language };
  g_autoptr (GPtrArray) evaluations = NULL;

  g_return_val_if_fail (teaching_case != NULL, NULL);

  evaluations = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_evaluation_unref);
  for (guint i = 0; i < plumb_case_count_steps (teaching_case); i++)
    g_ptr_array_add (evaluations, plumb_case_evaluate (teaching_case, i));
  plumb_summary_init (&self.summary, g_ptr_array_index (evaluations, 0), language);
  begin (&self, solution);
  for (guint i = 0; i < evaluations->len; i++)
    {
      use_step (&self, g_ptr_array_index (evaluations, i));
      add_story (&self, i);
      if (solution)
        add_solution (&self, i);
      else
        add_tasks (&self);
    }
  if (solution)
    {
      add_lessons (&self);
      plumb_summary_add_disagreements (&self.summary);
      plumb_summary_add_references (&self.summary);
    }
  add_footer (&self);
  plumb_summary_clear (&self.summary);

  return plumb_document_builder_end (self.summary.builder);
}
