/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg.h"
#include "plumb-cli-print.h"

#include <pango/pangocairo.h>
#include <string.h>

#define CHART_FONT "Cantarell, Noto Sans, Noto Sans Arabic, DejaVu Sans, sans-serif 10"
/* Room for margins, title and footer on a page with a chart, in points. */
#define CHART_SURROUNDINGS 170.0

static PangoContext *
create_context (const PlumbCliPrint *self)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (context, 72.0);
  if (self->language != NULL)
    pango_context_set_language (context, pango_language_from_string (self->language));

  return context;
}

static gboolean
is_right_to_left (const char *language)
{
  const PangoLanguage *known = pango_language_from_string (language);
  int n_scripts = 0;
  const PangoScript *scripts
      = known != NULL ? pango_language_get_scripts ((PangoLanguage *) known, &n_scripts) : NULL;

  return n_scripts > 0 && scripts[0] == PANGO_SCRIPT_ARABIC;
}

static char *
draw_stage (const PlumbStage *stage,
            const PlumbChartStyle *style,
            const PlumbEvaluation *evaluation)
{
  g_autoptr (PlumbChartLayout) layout = plumb_chart_layout_new (stage, style);

  return plumb_chart_svg (layout, evaluation);
}

/**
 * plumb_cli_draw_chart:
 * @self: what is asked for
 * @stage: (nullable): the stage to draw, or %NULL for all
 * @evaluation: how the boxes stand
 *
 * Returns: (transfer full): the chart as an SVG document
 */
char *
plumb_cli_draw_chart (const PlumbCliPrint *self,
                      const PlumbStage *stage,
                      PlumbEvaluation *evaluation)
{
  PangoContext *context = create_context (self);
  const PlumbChartStyle style = { .context = context,
                                  .font = CHART_FONT,
                                  .language = self->language,
                                  .right_to_left = is_right_to_left (self->language) };
  char *svg = stage != NULL ? draw_stage (stage, &style, evaluation)
                            : plumb_chart_svg_pathway (plumb_evaluation_get_pathway (evaluation),
                                                       &style, evaluation);

  g_object_unref (context);
  return svg;
}

static void
add_stage (PlumbDocumentBuilder *builder,
           const PlumbCliPrint *self,
           const PlumbStage *stage,
           PlumbEvaluation *evaluation)
{
  char *svg = plumb_cli_draw_chart (self, stage, evaluation);
  g_autoptr (GBytes) bytes = g_bytes_new_take (svg, strlen (svg));

  plumb_document_builder_add_heading (builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_text_get (stage->title, self->language));
  plumb_document_builder_add_picture (builder, bytes,
                                      plumb_text_get (stage->subtitle, self->language),
                                      self->height - CHART_SURROUNDINGS);
}

/**
 * plumb_cli_print_chart:
 * @self: what is asked for
 * @stage: (nullable): the stage to show, or %NULL for all
 * @evaluation: how the boxes stand
 *
 * Returns: (transfer full): a document with a page for each stage
 */
PlumbDocument *
plumb_cli_print_chart (const PlumbCliPrint *self,
                       const PlumbStage *stage,
                       PlumbEvaluation *evaluation)
{
  PlumbPathway *pathway = plumb_evaluation_get_pathway (evaluation);
  const char *title = plumb_text_get (plumb_pathway_get_title (pathway), self->language);
  PlumbDocumentBuilder *builder = plumb_document_builder_new (title, self->language);
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  GDate date;

  plumb_evaluation_get_visit_date (evaluation, &date);
  plumb_document_builder_set_date (builder, &date);
  plumb_document_builder_add_title (builder, title);
  for (guint i = 0; i < stages->len; i++)
    if (stage == NULL || stage == g_ptr_array_index (stages, i))
      add_stage (builder, self, g_ptr_array_index (stages, i), evaluation);
  plumb_document_builder_add_footer (
      builder, plumb_text_get (plumb_pathway_get_disclaimer (pathway), self->language));

  return plumb_document_builder_end (builder);
}
