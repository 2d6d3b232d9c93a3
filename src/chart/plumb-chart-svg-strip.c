/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg-private.h"

#include <math.h>

/* In a box of a short route; few have more. */
#define USUAL_LINES 6

static gboolean
search (const PlumbRoute *self, const PlumbNode *from, const PlumbNode *to, GHashTable *seen)
{
  for (guint i = 0; i < from->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (from->exits, i);

      if (plumb_evaluation_get_exit_standing (self->evaluation, exit) != PLUMB_STANDING_TAKEN)
        continue;
      if (exit->target == to)
        return TRUE;
      if (exit->target->kind != PLUMB_NODE_DECISION
          && g_hash_table_add (seen, (gpointer) exit->target)
          && search (self, exit->target, to, seen))
        return TRUE;
    }
  return FALSE;
}

/* Whether the route runs from one decision to another with none between. */
static gboolean
leads_to (const PlumbRoute *self, const PlumbNode *from, const PlumbNode *to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  return search (self, from, to, seen);
}

static void
fit_step (PlumbRoute *self, PlumbRouteStep *step, double width)
{
  const PlumbChartFont *font = self->font;

  for (guint n = 2;; n++)
    {
      double room = width - 0.5 * n * font->line_height - 1.6 * font->pad_x;
      guint needed;

      plumb_chart_text_clear (&step->question);
      plumb_chart_text_clear (&step->reply);
      plumb_chart_font_break (self->font,
                              plumb_text_get (step->node->text, self->svg.type.language), room, 0,
                              &step->question);
      needed = g_strv_length (step->question.lines);
      if (step->answer)
        {
          plumb_chart_font_break (self->font, step->answer, room, 0, &step->reply);
          needed += g_strv_length (step->reply.lines);
        }
      step->height = MAX (n, needed) * font->line_height + 1.6 * font->pad_y;
      if (needed <= n || n > 12)
        return;
    }
}

static void
write_step_text (PlumbRoute *self, const PlumbRouteStep *step, const PlumbRectangle *area)
{
  double height = step->question.height + (step->answer ? step->reply.height : 0);
  PlumbRectangle text = { area->x, area->y + (area->height - height) / 2, area->width, height };

  plumb_svg_lines (&self->svg, (const char *const *) step->question.lines, &text,
                   step->question.line_height, 0.5, self->font->size, PLUMB_INK,
                   step->look == PLUMB_LOOK_CURRENT);
  if (!step->answer)
    return;
  text.y += step->question.height;
  plumb_svg_lines (&self->svg, (const char *const *) step->reply.lines, &text,
                   step->reply.line_height, 0.5, self->font->size, PLUMB_TAKEN, TRUE);
}

static void
write_step (PlumbRoute *self, const PlumbRouteStep *step, const PlumbRectangle *area)
{
  PlumbRectangle badge;

  plumb_svg_box (&self->svg, PLUMB_NODE_DECISION, area, step->look);
  write_step_text (self, step, area);
  plumb_chart_shape_badge (PLUMB_NODE_DECISION, area, self->svg.type.right_to_left,
                           self->font->badge, &badge);
  plumb_svg_badge (&self->svg, &badge, step->node->number, step->look);
}

static void
write_link (PlumbRoute *self, double from, double to, double y)
{
  PlumbPoint points[2]
      = { { plumb_route_mirror (self, from, 0), y }, { plumb_route_mirror (self, to, 0), y } };

  plumb_svg_begin_lines (&self->svg);
  plumb_svg_add_line (&self->svg, points, 2, TRUE);
  plumb_svg_end_lines (&self->svg, PLUMB_LOOK_TAKEN);
  plumb_svg_arrow (&self->svg, &points[0], &points[1], PLUMB_LOOK_TAKEN);
}

/* From the end of one row to the start of the next, beside the name of the stage. */
static void
write_return (PlumbRoute *self, const PlumbRectangle *from, const PlumbRectangle *to)
{
  double middle = from->y + from->height + 0.45 * self->font->line_height;
  double end = self->svg.type.right_to_left ? to->x + 0.25 * to->width : to->x + 0.75 * to->width;
  PlumbPoint points[] = { { from->x + from->width / 2, from->y + from->height },
                          { from->x + from->width / 2, middle },
                          { end, middle },
                          { end, to->y - 1 } };

  plumb_svg_begin_lines (&self->svg);
  plumb_svg_add_line (&self->svg, points, G_N_ELEMENTS (points), TRUE);
  plumb_svg_end_lines (&self->svg, PLUMB_LOOK_TAKEN);
  plumb_svg_arrow (&self->svg, &points[2], &points[3], PLUMB_LOOK_TAKEN);
}

/* Writes one row; last_area is where its last box stands, for the way to the next. */
static void
write_row (PlumbRoute *self,
           guint first,
           guint last,
           double width,
           double gap,
           PlumbRectangle *last_area)
{
  double top = self->y + self->font->line_height + self->font->badge + 1;
  double height = 0;

  for (guint i = first; i < last; i++)
    height = MAX (height, ((PlumbRouteStep *) g_ptr_array_index (self->steps, i))->height);
  height = ceil (height);
  for (guint i = first; i < last; i++)
    {
      const PlumbRouteStep *step = g_ptr_array_index (self->steps, i);
      const PlumbRouteStep *before = i > 0 ? g_ptr_array_index (self->steps, i - 1) : NULL;
      double x = 2 + (i - first) * (width + gap);
      PlumbRectangle area = { plumb_route_mirror (self, x, width), top, width, height };

      if (!before || i == first || before->node->stage != step->node->stage)
        plumb_route_write_stage (self, step->node->stage, x, width + gap);
      if (before && leads_to (self, before->node, step->node))
        {
          if (i == first)
            write_return (self, last_area, &area);
          else
            write_link (self, x - gap + 1, x - 1.5, top + height / 2);
        }
      write_step (self, step, &area);
      *last_area = area;
    }
  self->y = top + height + 0.9 * self->font->line_height;
}

/* The least width of a hexagon in which no word is torn apart: the more lines there are, the more
 * its slanted sides take. */
static double
least_width (const PlumbRoute *self)
{
  double widest = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PlumbRouteStep *step = g_ptr_array_index (self->steps, i);
      const char *text = plumb_text_get (step->node->text, self->svg.type.language);

      widest = MAX (widest, plumb_route_measure_word (self, text));
      widest = MAX (widest, plumb_route_measure_word (self, step->answer));
    }
  return widest + 0.5 * USUAL_LINES * self->font->line_height + 1.6 * self->font->pad_x + 1;
}

/* A short route: hexagons in rows, joined by arrows where one leads to the next. */
void
plumb_route_write_strip (PlumbRoute *self)
{
  double gap = 1.9 * self->font->line_height;
  double least = MAX (self->font->body_width, least_width (self));
  guint in_row = MAX (1, (guint) ((self->width - 4 + gap) / (least + gap)));
  double width = MIN (floor ((self->width - 4 + gap) / in_row - gap), 1.25 * least);
  PlumbRectangle last_area = { 0 };

  for (guint i = 0; i < self->steps->len; i++)
    fit_step (self, g_ptr_array_index (self->steps, i), width);
  for (guint i = 0; i < self->steps->len; i += in_row)
    write_row (self, i, MIN (i + in_row, self->steps->len), width, gap, &last_area);
}
