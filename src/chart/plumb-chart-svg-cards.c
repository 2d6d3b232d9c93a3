/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg-private.h"

#include <math.h>

typedef struct
{
  guint first;
  guint last;
  double height;
} Card;

static double
card_indent (const PlumbRoute *self)
{
  return 2 * self->font->badge + self->font->gap;
}

/* The answer stands behind the question where there is room, else below it. */
static void
fit_card_step (PlumbRoute *self, PlumbRouteStep *step, double room)
{
  guint n_lines;

  plumb_chart_font_break (self->font, plumb_text_get (step->node->text, self->svg.type.language),
                          room, 0, &step->question);
  step->height = step->question.height + 1.2 * self->font->gap;
  if (!step->answer)
    return;
  plumb_chart_font_break (self->font, step->answer, room, 0, &step->reply);
  n_lines = g_strv_length (step->question.lines);
  step->behind
      = plumb_chart_font_measure (self->font, step->question.lines[n_lines - 1]) + self->font->gap;
  if (g_strv_length (step->reply.lines) > 1 || step->behind + step->reply.width > room)
    step->behind = 0;
  if (step->behind <= 0)
    step->height += step->reply.height;
}

static GArray *
list_cards (PlumbRoute *self, double width)
{
  GArray *cards = g_array_new (FALSE, TRUE, sizeof (Card));

  for (guint i = 0; i < self->steps->len; i++)
    {
      PlumbRouteStep *step = g_ptr_array_index (self->steps, i);
      const PlumbRouteStep *before = i > 0 ? g_ptr_array_index (self->steps, i - 1) : NULL;
      Card *card;

      fit_card_step (self, step, width - card_indent (self));
      if (!before || before->node->stage != step->node->stage)
        {
          Card next = { i, i, 2.1 * self->font->line_height };

          g_array_append_val (cards, next);
        }
      card = &g_array_index (cards, Card, cards->len - 1);
      card->last = i + 1;
      card->height += step->height;
    }
  return cards;
}

static void
write_card_step (PlumbRoute *self, const PlumbRouteStep *step, double x, double y, double room)
{
  double indent = card_indent (self);
  double align = self->svg.type.right_to_left ? 1 : 0;
  double line = self->font->line_height;
  PlumbRectangle badge
      = { plumb_route_mirror (self, x, 2 * self->font->badge), y + line / 2 - self->font->badge,
          2 * self->font->badge, 2 * self->font->badge };
  PlumbRectangle text
      = { plumb_route_mirror (self, x + indent, room - indent), y, room - indent, line };

  plumb_svg_badge (&self->svg, &badge, step->node->number, step->look);
  plumb_svg_lines (&self->svg, (const char *const *) step->question.lines, &text,
                   step->question.line_height, align, self->font->size, PLUMB_INK,
                   step->look == PLUMB_LOOK_CURRENT);
  if (!step->answer)
    return;
  text.y += step->question.height - (step->behind > 0 ? step->reply.line_height : 0);
  text.x += align > 0 ? -step->behind : step->behind;
  plumb_svg_lines (&self->svg, (const char *const *) step->reply.lines, &text,
                   step->reply.line_height, align, self->font->size, PLUMB_TAKEN, TRUE);
}

static PlumbLook
look_of_card (const PlumbRoute *self, const Card *card)
{
  for (guint i = card->first; i < card->last; i++)
    if (((PlumbRouteStep *) g_ptr_array_index (self->steps, i))->look == PLUMB_LOOK_CURRENT)
      return PLUMB_LOOK_CURRENT;
  return PLUMB_LOOK_TAKEN;
}

static double
card_inset (const PlumbRoute *self)
{
  return self->font->gap + 0.22 * self->font->line_height;
}

static void
write_card (PlumbRoute *self, const Card *card, double x, double width)
{
  const PlumbRouteStep *first = g_ptr_array_index (self->steps, card->first);
  PlumbRectangle area = { plumb_route_mirror (self, x, width), self->y, width, card->height };
  double inset = card_inset (self);

  plumb_svg_box (&self->svg, PLUMB_NODE_ACTION, &area, look_of_card (self, card));
  self->y += 0.45 * self->font->line_height;
  plumb_route_write_stage (self, first->node->stage, x + inset, width - 2 * inset);
  self->y += 1.3 * self->font->line_height;
  for (guint i = card->first; i < card->last; i++)
    {
      const PlumbRouteStep *step = g_ptr_array_index (self->steps, i);

      write_card_step (self, step, x + inset, self->y, width - 2 * inset);
      self->y += step->height;
    }
  self->y = area.y + card->height;
}

double
plumb_route_measure_word (const PlumbRoute *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text ? text : "", " -", -1);
  double widest = 0;

  for (guint i = 0; words[i]; i++)
    widest = MAX (widest, plumb_chart_font_measure (self->font, words[i]));
  return widest;
}

/* The least width of a card in which no word is torn apart, and the stage's name is one line. */
static double
least_width (const PlumbRoute *self)
{
  double widest = 0, title = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PlumbRouteStep *step = g_ptr_array_index (self->steps, i);
      const char *text = plumb_text_get (step->node->text, self->svg.type.language);

      g_autofree char *name = plumb_route_name_stage (self, step->node->stage);

      title = MAX (title, plumb_chart_font_measure (self->font, name));
      widest = MAX (widest, plumb_route_measure_word (self, text));
      widest = MAX (widest, plumb_route_measure_word (self, step->answer));
    }
  return MAX (widest + card_indent (self), title) + 2 * card_inset (self) + 1;
}

/* How many columns of at most this height the cards fill, one below the other. */
static guint
count_columns (const GArray *cards, double height, double gap)
{
  guint n_columns = 1;
  double filled = 0;

  for (guint i = 0; i < cards->len; i++)
    {
      double next = g_array_index (cards, Card, i).height;

      if (filled > 0 && filled + gap + next > height)
        {
          n_columns++;
          filled = 0;
        }
      filled += (filled > 0 ? gap : 0) + next;
    }
  return n_columns;
}

/* The least height at which the cards fill no more columns than there are. */
static double
column_height (const GArray *cards, guint n_columns, double gap, double step)
{
  double height = 0;

  for (guint i = 0; i < cards->len; i++)
    height = MAX (height, g_array_index (cards, Card, i).height);
  while (count_columns (cards, height, gap) > n_columns)
    height += step;
  return height;
}

/* A long route: a card for each stage, in columns like those of a newspaper: the order stays, and
 * little paper is left empty. */
void
plumb_route_write_cards (PlumbRoute *self)
{
  double gap = 0.9 * self->font->line_height;
  guint n_columns
      = MAX (1, (guint) ((self->width - 4 + gap)
                         / (MAX (1.05 * self->font->body_width, least_width (self)) + gap)));
  double width = floor ((self->width - 4 + gap) / n_columns - gap);
  g_autoptr (GArray) cards = list_cards (self, width - 2 * card_inset (self));
  double height = column_height (cards, n_columns, gap, gap);
  double top = self->y;
  double x = 2;

  for (guint i = 0; i < cards->len; i++)
    {
      const Card *card = &g_array_index (cards, Card, i);

      if (self->y > top && self->y + card->height > top + height + 0.1)
        {
          self->y = top;
          x += width + gap;
        }
      write_card (self, card, x, width);
      self->y += gap;
    }
  self->y = top + height + 2;
}
