/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg.h"

#include "plumb-chart-svg-private.h"
#include "plumb-words.h"

static char *
stage_title (const PlumbStage *stage, const char *language)
{
  const char *title = plumb_text_get (stage->title, language);
  const char *subtitle = plumb_text_get (stage->subtitle, language);

  if (!*subtitle)
    return g_strdup_printf ("%u %s", stage->number, title);
  /* Translators: number, title and subtitle of a stage of the pathway */
  return g_strdup_printf (plumb_words (language, "%u %s: %s"), stage->number, title, subtitle);
}

static char *
stage_description (const PlumbStage *stage, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stage->nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (stage->nodes, i);

      if (node->number)
        g_string_append_printf (text, "%s%u. %s", text->len ? "; " : "", node->number,
                                plumb_text_get (node->text, language));
    }
  return g_string_free (text, FALSE);
}

/**
 * plumb_chart_svg:
 * @layout: the geometry of a stage
 * @evaluation: (nullable): how its boxes stand; %NULL: a blank chart
 *
 * Returns: (transfer full): the stage as a complete SVG document, in the units
 *   of the layout, with text as text and alternative text
 */
char *
plumb_chart_svg (const PlumbChartLayout *layout, const PlumbEvaluation *evaluation)
{
  const PlumbStage *stage;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  PlumbSvg svg = { 0 };

  g_return_val_if_fail (layout, NULL);

  svg.type = *plumb_chart_layout_get_type_setting (layout);
  stage = plumb_chart_layout_get_stage (layout);
  title = stage_title (stage, svg.type.language);
  description = stage_description (stage, svg.type.language);
  plumb_svg_open (&svg, plumb_chart_layout_get_width (layout),
                  plumb_chart_layout_get_height (layout), title, description);
  plumb_svg_stage (&svg, layout, evaluation);
  return plumb_svg_close (&svg);
}
