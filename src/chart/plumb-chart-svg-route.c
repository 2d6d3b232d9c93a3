/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg-private.h"

#include "plumb-words.h"

#include <math.h>

/* A longer route is shown as one card a stage: it must stay short on paper. */
#define MOST_BOXES 12

static void
free_step (gpointer data)
{
  PlumbRouteStep *step = data;

  plumb_chart_text_clear (&step->question);
  plumb_chart_text_clear (&step->reply);
  g_free (step->answer);
  g_free (step);
}

static char *
list_answers (const PlumbRoute *self, const PlumbNode *node)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (exit->label && !plumb_exit_is_repeated (exit)
          && plumb_evaluation_get_exit_standing (self->evaluation, exit) == PLUMB_STANDING_TAKEN)
        g_ptr_array_add (labels, (gpointer) plumb_text_get (exit->label, self->svg.type.language));
    }
  if (labels->len == 0)
    return NULL;
  g_ptr_array_add (labels, NULL);
  /* Translators: between two answers to one question */
  return g_strjoinv (plumb_words (self->svg.type.language, ", "), (char **) labels->pdata);
}

static void
add_step (PlumbRoute *self, const PlumbNode *node, PlumbLook look)
{
  PlumbRouteStep *step = g_new0 (PlumbRouteStep, 1);

  step->node = node;
  step->look = look;
  step->answer = list_answers (self, node);
  g_ptr_array_add (self->steps, step);
}

static gboolean
is_answered (const PlumbRoute *self, const PlumbNode *node)
{
  g_autofree char *answer = NULL;

  if (node->kind != PLUMB_NODE_DECISION
      || plumb_look_of_node (self->evaluation, node) < PLUMB_LOOK_TAKEN)
    return FALSE;
  answer = list_answers (self, node);
  return answer != NULL;
}

/* What was decided with a consequence, and what waits in the stages where something was. */
static void
collect_stage (PlumbRoute *self, const PlumbStage *stage, gboolean begun)
{
  for (guint i = 0; i < stage->nodes->len && !begun; i++)
    begun = is_answered (self, g_ptr_array_index (stage->nodes, i));
  for (guint i = 0; i < stage->nodes->len && begun; i++)
    {
      const PlumbNode *node = g_ptr_array_index (stage->nodes, i);
      PlumbLook look = plumb_look_of_node (self->evaluation, node);

      if (is_answered (self, node)
          || (node->kind == PLUMB_NODE_DECISION && look == PLUMB_LOOK_CURRENT))
        add_step (self, node, look);
    }
}

static void
collect_steps (PlumbRoute *self)
{
  GPtrArray *stages = plumb_pathway_get_stages (plumb_evaluation_get_pathway (self->evaluation));

  for (guint i = 0; i < stages->len; i++)
    collect_stage (self, g_ptr_array_index (stages, i), FALSE);
  for (guint i = 0; i < stages->len && self->steps->len == 0; i++)
    collect_stage (self, g_ptr_array_index (stages, i), TRUE);
}

double
plumb_route_mirror (const PlumbRoute *self, double x, double width)
{
  return self->svg.type.right_to_left ? self->width - x - width : x;
}

char *
plumb_route_name_stage (const PlumbRoute *self, const PlumbStage *stage)
{
  return g_strdup_printf ("%u %s", stage->number,
                          plumb_text_get (stage->title, self->svg.type.language));
}

void
plumb_route_write_stage (PlumbRoute *self, const PlumbStage *stage, double x, double width)
{
  g_autofree char *name = plumb_route_name_stage (self, stage);
  const char *const lines[] = { name, NULL };
  PlumbRectangle area
      = { plumb_route_mirror (self, x, width), self->y, width, self->font->line_height };

  plumb_svg_lines (&self->svg, lines, &area, self->font->line_height,
                   self->svg.type.right_to_left ? 1 : 0, self->font->size, PLUMB_INK_SOFT, TRUE);
}

static char *
route_in_words (const PlumbRoute *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PlumbRouteStep *step = g_ptr_array_index (self->steps, i);

      if (i > 0)
        g_string_append (words, "; ");
      g_string_append_printf (
          words, "%u. %s %s", step->node->number,
          plumb_text_get (step->node->text, self->svg.type.language),
          step->answer ? step->answer : plumb_look_in_words (step->look, self->svg.type.language));
    }
  return g_string_free (words, FALSE);
}

/**
 * plumb_chart_svg_route:
 * @evaluation: what the pathway says
 * @style: how text is set
 * @width: the most that the picture may be wide, in units of the style's context
 *
 * Draws the decisions that were made and the current ones of the stages where
 * something was decided: as hexagons joined by arrows, or, when there are many,
 * as a card for each stage.
 *
 * Returns: (transfer full): a complete SVG document
 */
char *
plumb_chart_svg_route (const PlumbEvaluation *evaluation,
                       const PlumbChartStyle *style,
                       double width)
{
  PlumbRoute route = { .evaluation = evaluation, .width = width };
  g_autofree char *body = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (evaluation, NULL);
  g_return_val_if_fail (style && PANGO_IS_CONTEXT (style->context) && style->font, NULL);
  g_return_val_if_fail (width > 0, NULL);

  route.font = plumb_chart_font_new (style);
  plumb_svg_init (&route.svg, route.font, style);
  route.steps = g_ptr_array_new_with_free_func (free_step);
  route.svg.text = g_string_new (NULL);
  route.y = 2;
  collect_steps (&route);
  if (route.steps->len > MOST_BOXES)
    plumb_route_write_cards (&route);
  else
    plumb_route_write_strip (&route);
  body = g_string_free (route.svg.text, FALSE);
  words = route_in_words (&route);
  plumb_svg_open (&route.svg, width, ceil (route.y), plumb_words (style->language, "Route taken"),
                  words);
  g_string_append (route.svg.text, body);
  g_ptr_array_unref (route.steps);
  plumb_chart_font_free (route.font);
  return plumb_svg_close (&route.svg);
}
