/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-poster.h"

#include "plumb-chart-sheet.h"
#include "plumb-format.h"
#include "plumb-imprint.h"
#include "plumb-painter-private.h"
#include "plumb-words.h"

/* Of the words around the chart, on A4; they grow with the paper. */
#define BODY_SIZE_PT 7.4
/* As little as every printer can do without. */
#define MARGIN_PT 24.0
#define CHART_FONT PLUMB_PAPER_FONTS " 10"
/* For rounding: a picture a hair too high would go to the next page. */
#define SLACK_PT 1.0

typedef struct
{
  PlumbEvaluation *evaluation;
  PlumbPathway *pathway;
  const PlumbStage *stage; /* or NULL: all of them */
  const char *language;
  PlumbChartSheet *sheet;
  gboolean taken; /* there is a route to show */
  double width;   /* of the paper as it is given */
  double height;
} Poster;

/* Something was answered that says more than who came and when. */
static gboolean
has_route (PlumbEvaluation *evaluation)
{
  GPtrArray *findings = plumb_pathway_get_findings (plumb_evaluation_get_pathway (evaluation));

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      if (finding->role != PLUMB_ROLE_VISIT_DATE && finding->role != PLUMB_ROLE_PATIENT_LABEL
          && plumb_evaluation_get_answer (evaluation, finding)->type != PLUMB_VALUE_NULL)
        return TRUE;
    }
  return FALSE;
}

static PlumbChartSheet *
create_sheet (const Poster *self)
{
  PangoContext *context = plumb_painter_create_context (self->language);
  const PlumbChartStyle style
      = { .context = context,
          .font = CHART_FONT,
          .language = self->language,
          .right_to_left = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL,
          .compact = self->stage == NULL };
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  PlumbChartSheet *sheet;

  if (self->stage != NULL)
    g_ptr_array_add (stages, (gpointer) self->stage);
  else
    g_ptr_array_extend (stages, plumb_pathway_get_stages (self->pathway), NULL, NULL);
  sheet = plumb_chart_sheet_new (stages, &style, self->taken ? self->evaluation : NULL);
  g_object_unref (context);
  return sheet;
}

/* A teaching sheet names the day and nobody. */
static char *
format_subtitle (const Poster *self)
{
  g_autofree char *day = NULL;
  GDate date;

  if (!self->taken)
    return self->stage != NULL ? g_strdup (plumb_text_get (self->stage->subtitle, self->language))
                               : g_strdup (plumb_words (self->language, "The whole pathway"));
  plumb_evaluation_get_visit_date (self->evaluation, &date);
  day = plumb_format_date (&date, self->language);
  /* Translators: below the title of a poster; the date of a visit. */
  return g_strdup_printf (plumb_words (self->language, "With the route taken on %s"), day);
}

/* The page with everything but the chart, or with it. */
static PlumbDocument *
create_document (const Poster *self, gboolean landscape, GBytes *chart)
{
  const char *title = plumb_text_get (plumb_pathway_get_title (self->pathway), self->language);
  const PlumbText *disclaimer = plumb_pathway_get_disclaimer (self->pathway);
  PlumbDocumentBuilder *builder = plumb_document_builder_new (title, self->language);
  g_autofree char *subtitle = format_subtitle (self);
  g_autofree char *imprint = plumb_imprint (self->pathway, self->language);
  g_autofree char *words = plumb_chart_sheet_describe (self->sheet);
  GDate date;

  plumb_document_builder_set_body_size (
      builder, CLAMP (BODY_SIZE_PT * self->height / PLUMB_PAPER_A4_HEIGHT, 6, 16));
  plumb_document_builder_set_margin (builder, MARGIN_PT);
  plumb_document_builder_set_landscape (builder, landscape);
  plumb_evaluation_get_visit_date (self->evaluation, &date);
  plumb_document_builder_set_date (builder, &date);
  plumb_document_builder_add_title (builder, title);
  if (*subtitle != '\0')
    plumb_document_builder_add_subtitle (builder, subtitle);
  if (chart != NULL)
    plumb_document_builder_add_picture (builder, chart, words, 0);
  if (disclaimer != NULL)
    plumb_document_builder_add_footer (builder, plumb_text_get (disclaimer, self->language));
  plumb_document_builder_add_footer (builder, imprint);
  return plumb_document_builder_end (builder);
}

/* The room that the words leave to the chart. */
static void
measure_room (const Poster *self, gboolean landscape, double *width, double *height)
{
  g_autoptr (PlumbDocument) document = create_document (self, landscape, NULL);
  g_autoptr (PlumbPainter) painter = plumb_painter_new (document, self->width, self->height);
  double above = plumb_document_get_body_size (document);

  *width = plumb_painter_get_content_width (painter);
  *height = MAX (1, plumb_painter_get_free_height (painter) - above - SLACK_PT);
}

static PlumbDocument *
fit (const Poster *self)
{
  const char *title = plumb_text_get (plumb_pathway_get_title (self->pathway), self->language);
  double width[2], height[2];
  gboolean landscape;
  g_autoptr (GBytes) chart = NULL;
  char *svg;

  measure_room (self, FALSE, &width[FALSE], &height[FALSE]);
  measure_room (self, TRUE, &width[TRUE], &height[TRUE]);
  landscape = plumb_chart_sheet_fit (self->sheet, width[TRUE], height[TRUE])
              > plumb_chart_sheet_fit (self->sheet, width[FALSE], height[FALSE]);
  svg = plumb_chart_sheet_to_svg (self->sheet, width[landscape], height[landscape], title);
  chart = g_bytes_new_take (svg, strlen (svg));
  return create_document (self, landscape, chart);
}

/**
 * plumb_poster_new:
 * @evaluation: what the pathway says to a patient's answers
 * @stage: (nullable): the stage to show; %NULL for the whole pathway
 * @language: (nullable): such as "es"; %NULL for the pathway's source language
 * @width: of the paper in points, standing
 * @height: of the paper in points, standing
 *
 * The pathway on one sheet, for the wall and for teaching: with the route where
 * something has been answered, blank where nothing has. The sheet is turned
 * when that makes the chart larger.
 *
 * Returns: (transfer full): a document of one page, which names no patient
 */
PlumbDocument *
plumb_poster_new (PlumbEvaluation *evaluation,
                  const PlumbStage *stage,
                  const char *language,
                  double width,
                  double height)
{
  g_return_val_if_fail (evaluation != NULL, NULL);
  g_return_val_if_fail (width >= 100 && height >= width, NULL);

  Poster self = { 0 };
  PlumbDocument *document;

  self.evaluation = evaluation;
  self.pathway = plumb_evaluation_get_pathway (evaluation);
  self.stage = stage;
  self.language = language;
  self.taken = has_route (evaluation);
  self.width = width;
  self.height = height;
  self.sheet = create_sheet (&self);
  document = fit (&self);
  plumb_chart_sheet_free (self.sheet);
  return document;
}
