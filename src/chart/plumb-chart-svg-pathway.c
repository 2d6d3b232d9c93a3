/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg-private.h"

#include "plumb-imprint.h"

/* The document of all stages while it is written from top to bottom. */
typedef struct
{
  PlumbSvg svg;
  PlumbChartFont *font;
  double margin;
  double width;
  double y;
} Sheet;

static void
write_block (Sheet *sheet,
             const PlumbChartText *text,
             double size,
             const char *color,
             gboolean bold)
{
  double scale = size / sheet->font->size;
  PlumbRectangle area
      = { sheet->margin, sheet->y, sheet->width - 2 * sheet->margin, text->height * scale };

  plumb_svg_lines (&sheet->svg, (const char *const *) text->lines, &area, text->line_height * scale,
                   sheet->svg.type.right_to_left ? 1 : 0, size, color, bold);
  sheet->y += area.height;
}

/* A paragraph over the whole width; larger text is broken to as much less. */
static void
write_paragraph (Sheet *sheet, const char *words, double scale, const char *color, gboolean bold)
{
  g_auto (PlumbChartText) text = { 0 };

  plumb_chart_font_break (sheet->font, words, (sheet->width - 2 * sheet->margin) / scale, 0, &text);
  write_block (sheet, &text, scale * sheet->font->size, color, bold);
}

static void
write_legend_item (Sheet *sheet, PlumbLook look, double *x)
{
  const char *words = plumb_look_in_words (look, sheet->svg.type.language);
  const char *const lines[] = { words, NULL };
  double height = 1.3 * sheet->font->line_height;
  double room = plumb_chart_font_measure (sheet->font, words);
  gboolean mirrored = sheet->svg.type.right_to_left;
  PlumbRectangle area = { *x, sheet->y, 2.6 * height, height };
  PlumbRectangle text = { *x + 3 * height, sheet->y + 0.15 * sheet->font->line_height, room,
                          sheet->font->line_height };

  if (mirrored)
    {
      area.x = sheet->width - area.x - area.width;
      text.x = sheet->width - text.x - text.width;
    }
  plumb_svg_box (&sheet->svg, PLUMB_NODE_ACTION, &area, look);
  plumb_svg_lines (&sheet->svg, lines, &text, sheet->font->line_height, mirrored ? 1 : 0,
                   sheet->font->size, PLUMB_INK, FALSE);
  *x += 3 * height + room + 2 * sheet->font->line_height;
}

static void
write_legend (Sheet *sheet)
{
  static const PlumbLook looks[]
      = { PLUMB_LOOK_TAKEN, PLUMB_LOOK_CURRENT, PLUMB_LOOK_OPEN, PLUMB_LOOK_RULED_OUT };
  double x = sheet->margin;

  sheet->y += 0.6 * sheet->font->line_height;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    write_legend_item (sheet, looks[i], &x);
  sheet->y += 1.3 * sheet->font->line_height;
}

static void
write_stage (Sheet *sheet, const PlumbChartLayout *layout, const PlumbEvaluation *evaluation)
{
  const PlumbStage *stage = plumb_chart_layout_get_stage (layout);
  const char *language = sheet->svg.type.language;
  g_autofree char *title
      = g_strdup_printf ("%u %s", stage->number, plumb_text_get (stage->title, language));
  double x = sheet->svg.type.right_to_left
                 ? sheet->width - sheet->margin - plumb_chart_layout_get_width (layout)
                 : sheet->margin;

  sheet->y += 2 * sheet->font->line_height;
  write_paragraph (sheet, title, 1.3, PLUMB_INK, TRUE);
  write_paragraph (sheet, plumb_text_get (stage->subtitle, language), 1, PLUMB_INK_SOFT, FALSE);
  plumb_svg_number (&sheet->svg, "<g transform=\"translate(", x, ",");
  plumb_svg_number (&sheet->svg, "", sheet->y, ")\">\n");
  plumb_svg_stage (&sheet->svg, layout, evaluation);
  plumb_svg_printf (&sheet->svg, "</g>\n");
  sheet->y += plumb_chart_layout_get_height (layout);
}

static void
write_head (Sheet *sheet, PlumbPathway *pathway, const PlumbEvaluation *evaluation)
{
  g_autofree char *version = NULL;

  sheet->y = sheet->margin;
  write_paragraph (sheet,
                   plumb_text_get (plumb_pathway_get_title (pathway), sheet->svg.type.language),
                   1.7, PLUMB_INK, TRUE);
  version = plumb_imprint_version (pathway, sheet->svg.type.language);
  write_paragraph (sheet, version, 1, PLUMB_INK_SOFT, FALSE);
  if (evaluation)
    write_legend (sheet);
}

static GPtrArray *
lay_out_stages (PlumbPathway *pathway, const PlumbChartStyle *style, double *width)
{
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  GPtrArray *layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_chart_layout_unref);

  for (guint i = 0; i < stages->len; i++)
    {
      PlumbChartLayout *layout = plumb_chart_layout_new (g_ptr_array_index (stages, i), style);

      g_ptr_array_add (layouts, layout);
      *width = MAX (*width, plumb_chart_layout_get_width (layout));
    }
  return layouts;
}

/* Everything between the head of the document and its end; tells how high it became. */
static void
write_sheet (Sheet *sheet,
             PlumbPathway *pathway,
             GPtrArray *layouts,
             const PlumbEvaluation *evaluation)
{
  const char *language = sheet->svg.type.language;

  write_head (sheet, pathway, evaluation);
  for (guint i = 0; i < layouts->len; i++)
    write_stage (sheet, g_ptr_array_index (layouts, i), evaluation);
  sheet->y += 2 * sheet->font->line_height;
  write_paragraph (sheet, plumb_text_get (plumb_pathway_get_disclaimer (pathway), language), 1,
                   PLUMB_INK_SOFT, FALSE);
  sheet->y += sheet->margin;
}

/**
 * plumb_chart_svg_pathway:
 * @pathway: a pathway
 * @style: how text is set
 * @evaluation: (nullable): how the boxes stand, with a legend; %NULL: a blank chart
 *
 * Returns: (transfer full): all stages below one another with their titles, the
 *   pathway's version and its disclaimer, as one complete SVG document
 */
char *
plumb_chart_svg_pathway (PlumbPathway *pathway,
                         const PlumbChartStyle *style,
                         const PlumbEvaluation *evaluation)
{
  Sheet sheet = { 0 };
  g_autoptr (GPtrArray) layouts = NULL;
  g_autofree char *body = NULL;
  const char *title;

  g_return_val_if_fail (pathway, NULL);
  g_return_val_if_fail (style && PANGO_IS_CONTEXT (style->context) && style->font, NULL);

  sheet.font = plumb_chart_font_new (style);
  plumb_svg_init (&sheet.svg, sheet.font, style);
  sheet.margin = 1.5 * sheet.font->line_height;
  sheet.width = 40 * sheet.font->line_height;
  layouts = lay_out_stages (pathway, style, &sheet.width);
  sheet.width += 2 * sheet.margin;
  sheet.svg.text = g_string_new (NULL);
  write_sheet (&sheet, pathway, layouts, evaluation);
  body = g_string_free (sheet.svg.text, FALSE);
  title = plumb_text_get (plumb_pathway_get_title (pathway), style->language);
  plumb_svg_open (&sheet.svg, sheet.width, sheet.y, title, title);
  g_string_append (sheet.svg.text, body);
  plumb_chart_font_free (sheet.font);
  return plumb_svg_close (&sheet.svg);
}
