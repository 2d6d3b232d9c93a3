/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg-private.h"

#include "plumb-words.h"

static PlumbLook
look_of (PlumbStanding standing)
{
  switch (standing)
    {
    case PLUMB_STANDING_TAKEN:
      return PLUMB_LOOK_TAKEN;
    case PLUMB_STANDING_CURRENT:
      return PLUMB_LOOK_CURRENT;
    case PLUMB_STANDING_RULED_OUT:
      return PLUMB_LOOK_RULED_OUT;
    case PLUMB_STANDING_OPEN:
    default:
      return PLUMB_LOOK_OPEN;
    }
}

PlumbLook
plumb_look_of_node (const PlumbEvaluation *evaluation, const PlumbNode *node)
{
  if (!evaluation)
    return PLUMB_LOOK_BLANK;
  return look_of (plumb_evaluation_get_node_standing (evaluation, node));
}

PlumbLook
plumb_look_of_exit (const PlumbEvaluation *evaluation, const PlumbExit *exit)
{
  if (!evaluation)
    return PLUMB_LOOK_BLANK;
  return look_of (plumb_evaluation_get_exit_standing (evaluation, exit));
}

static gboolean
same (double a, double b)
{
  return ABS (a - b) < 0.01;
}

/* Whether the last drop of an edge lies under another that looks at least as strong. */
static gboolean
is_covered (const PlumbChartEdge *edge,
            PlumbLook look,
            const PlumbChartEdge *other,
            PlumbLook other_look,
            gboolean earlier)
{
  const PlumbPoint *end = &edge->points[edge->n_points - 1];
  const PlumbPoint *other_end = &other->points[other->n_points - 1];
  double start = end[-1].y;
  double other_start = other_end[-1].y;

  if (!same (end->x, other_end->x) || !same (end->y, other_end->y) || !same (end[-1].x, end->x)
      || !same (other_end[-1].x, other_end->x) || edge->n_points < 3)
    return FALSE;
  if (other_look != look)
    return other_look > look && other_start <= start + 0.01;
  return other_start < start - 0.01 || (same (other_start, start) && earlier);
}

/* Lines that run into one arrow draw it once: dashes upon dashes would look solid. */
static gboolean
ends_in_another (const PlumbChartEdge *edges,
                 guint n_edges,
                 guint index,
                 const PlumbEvaluation *evaluation)
{
  PlumbLook look = plumb_look_of_exit (evaluation, edges[index].exit);

  for (guint i = 0; i < n_edges; i++)
    if (i != index
        && is_covered (&edges[index], look, &edges[i],
                       plumb_look_of_exit (evaluation, edges[i].exit), i < index))
      return TRUE;
  return FALSE;
}

static void
write_edges_that_look (PlumbSvg *self,
                       const PlumbChartLayout *layout,
                       const PlumbEvaluation *evaluation,
                       PlumbLook look)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  gboolean any = FALSE;
  guint n_edges;
  const PlumbChartEdge *edges = plumb_chart_layout_get_edges (layout, &n_edges);

  for (guint i = 0; i < n_edges; i++)
    {
      gboolean covered;

      if (plumb_look_of_exit (evaluation, edges[i].exit) != look)
        continue;
      if (!any)
        plumb_svg_begin_lines (self);
      any = TRUE;
      covered = ends_in_another (edges, n_edges, i, evaluation);
      plumb_svg_add_line (self, edges[i].points, edges[i].n_points - covered, !covered);
      if (!covered)
        g_ptr_array_add (heads, (gpointer) &edges[i].points[edges[i].n_points - 2]);
    }
  if (any)
    plumb_svg_end_lines (self, look);
  for (guint i = 0; i < heads->len; i++)
    {
      const PlumbPoint *last = g_ptr_array_index (heads, i);

      plumb_svg_arrow (self, last, last + 1, look);
    }
}

static void
write_labels (PlumbSvg *self, const PlumbChartLayout *layout, const PlumbEvaluation *evaluation)
{
  guint n_edges;
  const PlumbChartEdge *edges = plumb_chart_layout_get_edges (layout, &n_edges);

  for (guint i = 0; i < n_edges; i++)
    {
      const PlumbChartEdge *edge = &edges[i];
      PlumbLook look = plumb_look_of_exit (evaluation, edge->exit);

      if (edge->label_lines)
        plumb_svg_lines (self, (const char *const *) edge->label_lines, &edge->label,
                         edge->label.height / g_strv_length (edge->label_lines), edge->label_align,
                         self->type.size,
                         look == PLUMB_LOOK_TAKEN ? PLUMB_TAKEN : plumb_look_ink (look),
                         look == PLUMB_LOOK_TAKEN);
    }
}

const char *
plumb_look_in_words (PlumbLook look, const char *language)
{
  switch (look)
    {
    case PLUMB_LOOK_TAKEN:
      return plumb_words (language, "taken");
    case PLUMB_LOOK_CURRENT:
      return plumb_words (language, "current");
    case PLUMB_LOOK_OPEN:
      return plumb_words (language, "still open");
    case PLUMB_LOOK_RULED_OUT:
      return plumb_words (language, "ruled out");
    case PLUMB_LOOK_BLANK:
    default:
      return "";
    }
}

static char *
box_in_words (const PlumbSvg *self, const PlumbNode *node, PlumbLook look)
{
  const char *text = plumb_text_get (node->text, self->type.language);
  g_autofree char *number = node->number ? g_strdup_printf ("%u. ", node->number) : g_strdup ("");

  if (look == PLUMB_LOOK_BLANK)
    return g_strconcat (number, text, NULL);
  /* Translators: a box of the flow chart and how it stands, for those who cannot see it,
   * for instance "12. STarT Back risk group? (current)" */
  return g_strdup_printf (plumb_words (self->type.language, "%s%s (%s)"), number, text,
                          plumb_look_in_words (look, self->type.language));
}

/* On the corner across from the number, where no arrow or label comes. */
static void
write_check (PlumbSvg *self, const PlumbChartBox *box)
{
  PlumbRectangle corner;

  plumb_chart_shape_badge (box->node->kind, &box->area, !self->type.right_to_left,
                           0.6 * self->type.line_height, &corner);
  plumb_svg_check (self, corner.x + corner.width / 2,
                   2 * box->area.y + box->area.height - corner.y - corner.height / 2,
                   0.4 * self->type.line_height);
}

static void
write_box (PlumbSvg *self, const PlumbChartBox *box, PlumbLook look)
{
  g_autofree char *words = box_in_words (self, box->node, look);

  g_string_append (self->text, "<g>");
  plumb_svg_element_text (self, "title", words);
  plumb_svg_box (self, box->node->kind, &box->area, look);
  plumb_svg_lines (self, (const char *const *) box->lines, &box->text_area, box->line_height, 0.5,
                   self->type.size, plumb_look_ink (look), look == PLUMB_LOOK_CURRENT);
  if (box->node->number)
    plumb_svg_badge (self, &box->badge, box->node->number, look);
  if (look == PLUMB_LOOK_TAKEN)
    write_check (self, box);
  g_string_append (self->text, "</g>\n");
}

/* One stage where the coordinate system stands: edges, boxes upon them, labels. */
void
plumb_svg_stage (PlumbSvg *self, const PlumbChartLayout *layout, const PlumbEvaluation *evaluation)
{
  guint n_boxes;
  const PlumbChartBox *boxes = plumb_chart_layout_get_boxes (layout, &n_boxes);

  for (PlumbLook look = PLUMB_LOOK_RULED_OUT; look <= PLUMB_LOOK_CURRENT; look++)
    write_edges_that_look (self, layout, evaluation, look);
  for (guint i = 0; i < n_boxes; i++)
    write_box (self, &boxes[i], plumb_look_of_node (evaluation, boxes[i].node));
  write_labels (self, layout, evaluation);
}
