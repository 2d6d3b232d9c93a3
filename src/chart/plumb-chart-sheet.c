/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-sheet-private.h"

#define TITLE_SCALE 1.3

static void
clear_place (gpointer data)
{
  PlumbSheetPlace *place = data;

  plumb_chart_layout_unref (place->layout);
  plumb_chart_text_clear (&place->title);
}

static PlumbSheetPlace *
get_place (const PlumbChartSheet *self, guint index)
{
  return &g_array_index (self->places, PlumbSheetPlace, index);
}

static void
add_stage (PlumbChartSheet *self, const PlumbStage *stage, const PlumbChartStyle *style)
{
  PlumbSheetPlace place = { 0 };
  g_autofree char *title
      = g_strdup_printf ("%u %s", stage->number, plumb_text_get (stage->title, style->language));

  place.layout = plumb_chart_layout_new (stage, style);
  plumb_chart_font_break (self->font, title,
                          plumb_chart_layout_get_width (place.layout) / TITLE_SCALE, 0,
                          &place.title);
  place.head = TITLE_SCALE * place.title.height + 0.3 * self->font->line_height;
  place.height = place.head + plumb_chart_layout_get_height (place.layout);
  g_array_append_val (self->places, place);
}

double
plumb_chart_sheet_mirror (const PlumbChartSheet *self, double x, double width)
{
  return self->svg.type.right_to_left ? self->width - x - width : x;
}

/* ---- columns ---------------------------------------------------------------------------- */

/* Fills columns up to a height, in the order of the stages. Returns: how many it takes. */
static guint
fill_columns (PlumbChartSheet *self, double limit)
{
  guint column = 0;
  double y = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      PlumbSheetPlace *place = get_place (self, i);

      if (y > 0 && y + place->height > limit + 0.01)
        {
          column++;
          y = 0;
        }
      place->column = column;
      y += place->height + self->gap;
    }
  return column + 1;
}

/* The least height at which so many columns are enough: that of some stages in a row. */
static double
find_least_height (PlumbChartSheet *self, guint n_columns)
{
  double least = G_MAXDOUBLE;

  for (guint first = 0; first < self->places->len; first++)
    {
      double height = 0;

      for (guint last = first; last < self->places->len && height < least; last++)
        {
          height += get_place (self, last)->height + (last > first ? self->gap : 0);
          if (height < least && fill_columns (self, height) <= n_columns)
            least = height;
        }
    }
  return least;
}

/* Each stage goes where the least stands so far, so that the columns end alike. */
static void
level_columns (PlumbChartSheet *self, guint n_columns)
{
  g_autofree double *ends = g_new0 (double, n_columns);

  for (guint i = 0; i < self->places->len; i++)
    {
      PlumbSheetPlace *place = get_place (self, i);

      place->column = 0;
      for (guint column = 1; column < n_columns; column++)
        if (ends[column] < ends[place->column])
          place->column = column;
      ends[place->column] += place->height + self->gap;
    }
}

/* Puts the stages of a column below one another. Returns: how wide it is. */
static double
settle_column (PlumbChartSheet *self, guint column, double x)
{
  double width = 0;
  double y = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      PlumbSheetPlace *place = get_place (self, i);

      if (place->column != column)
        continue;
      place->x = x;
      place->y = y;
      y += place->height + self->gap;
      width = MAX (width, plumb_chart_layout_get_width (place->layout));
    }
  self->height = MAX (self->height, y - self->gap);
  return width;
}

/* In so many columns: read down each of them, or level. */
static void
arrange (PlumbChartSheet *self, guint n_columns, gboolean level)
{
  double x = 0;

  if (level)
    level_columns (self, n_columns);
  else
    fill_columns (self, find_least_height (self, n_columns));
  self->height = 0;
  for (guint column = 0; column < n_columns; column++)
    x += settle_column (self, column, x) + self->gap;
  self->width = x - self->gap;
  plumb_chart_sheet_measure_legend (self);
  self->height += self->top;
}

/**
 * plumb_chart_sheet_fit:
 * @self: a sheet
 * @width: the room that there is
 * @height: the room that there is
 *
 * Arranges the stages so that they are as large as they can be in this room.
 *
 * Returns: how large: 1 is the size of the style's font
 */
double
plumb_chart_sheet_fit (PlumbChartSheet *self, double width, double height)
{
  guint best = 2;
  double scale = 0;

  g_return_val_if_fail (self != NULL && width > 0 && height > 0, 0);

  /* Even: read down the columns; odd: level. */
  for (guint i = 2; i < 2 * self->places->len + 2; i++)
    {
      double fit;

      arrange (self, i / 2, i % 2 == 1);
      fit = MIN (width / self->width, height / self->height);
      if (fit > scale)
        {
          scale = fit;
          best = i;
        }
    }
  arrange (self, best / 2, best % 2 == 1);
  return scale;
}

/* ---- the sheet -------------------------------------------------------------------------- */

/**
 * plumb_chart_sheet_new:
 * @stages: (element-type PlumbStage): what to show, at least one
 * @style: how text is set
 * @evaluation: (nullable): how the boxes stand, which must outlive the sheet; %NULL: a blank chart
 *
 * Returns: (transfer full): a sheet
 */
PlumbChartSheet *
plumb_chart_sheet_new (GPtrArray *stages,
                       const PlumbChartStyle *style,
                       const PlumbEvaluation *evaluation)
{
  PlumbChartSheet *self;

  g_return_val_if_fail (stages != NULL && stages->len > 0, NULL);
  g_return_val_if_fail (style != NULL && PANGO_IS_CONTEXT (style->context), NULL);

  self = g_new0 (PlumbChartSheet, 1);
  self->font = plumb_chart_font_new (style);
  self->language = g_strdup (style->language);
  self->evaluation = evaluation;
  plumb_svg_init (&self->svg, self->font, style);
  self->svg.type.language = self->language;
  self->gap = 1.6 * self->font->line_height;
  self->places = g_array_new (FALSE, FALSE, sizeof (PlumbSheetPlace));
  g_array_set_clear_func (self->places, clear_place);
  self->entries = g_array_new (FALSE, FALSE, sizeof (PlumbSheetEntry));
  for (guint i = 0; i < stages->len; i++)
    add_stage (self, g_ptr_array_index (stages, i), style);
  plumb_chart_sheet_fill_legend (self);
  return self;
}

void
plumb_chart_sheet_free (PlumbChartSheet *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->places);
  g_array_unref (self->entries);
  plumb_chart_font_free (self->font);
  g_free (self->language);
  g_free (self);
}

static void
write_place (PlumbChartSheet *self, const PlumbSheetPlace *place)
{
  PlumbSvg *svg = &self->svg;
  double width = plumb_chart_layout_get_width (place->layout);
  double x = plumb_chart_sheet_mirror (self, place->x, width);
  double y = self->top + place->y;
  PlumbRectangle title = { x, y, width, TITLE_SCALE * place->title.height };

  plumb_svg_lines (svg, (const char *const *) place->title.lines, &title,
                   TITLE_SCALE * place->title.line_height, svg->type.right_to_left ? 1 : 0,
                   TITLE_SCALE * self->font->size, PLUMB_INK, TRUE);
  plumb_svg_number (svg, "<g transform=\"translate(", x, ",");
  plumb_svg_number (svg, "", y + place->head, ")\">\n");
  plumb_svg_stage (svg, place->layout, self->evaluation);
  plumb_svg_printf (svg, "</g>\n");
}

static void
describe_stage (const PlumbChartSheet *self, const PlumbStage *stage, GString *text)
{
  g_string_append_printf (text, "%s%u %s:", text->len > 0 ? " " : "", stage->number,
                          plumb_text_get (stage->title, self->language));
  for (guint i = 0; i < stage->nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (stage->nodes, i);
      PlumbLook look = plumb_look_of_node (self->evaluation, node);

      if (node->number == 0)
        continue;
      g_string_append_printf (text, " %u %s", node->number,
                              plumb_text_get (node->text, self->language));
      if (look != PLUMB_LOOK_BLANK)
        g_string_append_printf (text, " (%s)", plumb_look_in_words (look, self->language));
      g_string_append_c (text, ';');
    }
}

/**
 * plumb_chart_sheet_describe:
 * @self: a sheet
 *
 * Returns: (transfer full): its boxes with their numbers, and how they stand, in words
 */
char *
plumb_chart_sheet_describe (const PlumbChartSheet *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->places->len; i++)
    describe_stage (self, plumb_chart_layout_get_stage (get_place (self, i)->layout), text);
  return g_string_free (text, FALSE);
}

/**
 * plumb_chart_sheet_to_svg:
 * @self: a sheet
 * @width: the room that there is
 * @height: the room that there is
 * @title: of the picture
 *
 * Returns: (transfer full): the sheet as a complete SVG document that is as
 *   large as this room allows
 */
char *
plumb_chart_sheet_to_svg (PlumbChartSheet *self, double width, double height, const char *title)
{
  g_autofree char *description = NULL;

  g_return_val_if_fail (self != NULL && title != NULL, NULL);

  description = plumb_chart_sheet_describe (self);
  self->svg.scale = plumb_chart_sheet_fit (self, width, height);
  plumb_svg_open (&self->svg, self->width, self->height, title, description);
  plumb_chart_sheet_write_legend (self);
  for (guint i = 0; i < self->places->len; i++)
    write_place (self, get_place (self, i));
  return plumb_svg_close (&self->svg);
}
