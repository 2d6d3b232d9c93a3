/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-layout.h"

#include "test-chart-sample.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* ---- what holds for every chart ------------------------------------------------------- */

static gboolean
rectangles_meet (const PlumbRectangle *a, const PlumbRectangle *b)
{
  return a->width > 0 && b->width > 0 && a->x < b->x + b->width - 0.1
         && b->x < a->x + a->width - 0.1 && a->y < b->y + b->height - 0.1
         && b->y < a->y + a->height - 0.1;
}

/* The rectangle of one straight piece of an edge, without any thickness to speak of. */
static PlumbRectangle
piece_of (const PlumbChartEdge *edge, guint index)
{
  const PlumbPoint *a = &edge->points[index];
  const PlumbPoint *b = a + 1;

  return (PlumbRectangle){ MIN (a->x, b->x) - 0.2, MIN (a->y, b->y) - 0.2, ABS (a->x - b->x) + 0.4,
                           ABS (a->y - b->y) + 0.4 };
}

static double
distance_to_side (const PlumbPoint *point, const PlumbPoint *a, const PlumbPoint *b)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double at = ((point->x - a->x) * dx + (point->y - a->y) * dy) / (dx * dx + dy * dy);

  at = CLAMP (at, 0, 1);
  return hypot (point->x - a->x - at * dx, point->y - a->y - at * dy);
}

/* How far a point is inside an outline; negative outside. */
static double
depth_inside (const PlumbChartBox *box, double x, double y)
{
  const PlumbRectangle *area = &box->area;
  double dx = ABS (x - area->x - area->width / 2);
  double dy = ABS (y - area->y - area->height / 2);
  double radius = plumb_chart_corner_radius (box->node->kind, area);
  PlumbPoint point = { x, y };
  PlumbPoint corners[6];
  double depth = G_MAXDOUBLE;
  guint n;

  if (box->node->kind == PLUMB_NODE_LINK)
    {
      double share = hypot (2 * dx / area->width, 2 * dy / area->height);

      return (1 - share) * area->height / 2;
    }
  if (dx > area->width / 2 - radius && dy > area->height / 2 - radius)
    return radius - hypot (dx - area->width / 2 + radius, dy - area->height / 2 + radius);
  n = plumb_chart_outline (box->node->kind, area, corners);
  for (guint i = 0; i < n; i++)
    {
      const PlumbPoint *a = &corners[i];
      const PlumbPoint *b = &corners[(i + 1) % n];
      double side = (b->x - a->x) * (y - a->y) - (b->y - a->y) * (x - a->x);
      double distance = distance_to_side (&point, a, b);

      depth = MIN (depth, side < 0 ? -distance : distance);
    }
  return depth;
}

static void
assert_inside_chart (const PlumbChartLayout *layout, const PlumbRectangle *area)
{
  g_assert_cmpfloat (area->x, >=, -0.1);
  g_assert_cmpfloat (area->y, >=, -0.1);
  g_assert_cmpfloat (area->x + area->width, <=, plumb_chart_layout_get_width (layout) + 0.1);
  g_assert_cmpfloat (area->y + area->height, <=, plumb_chart_layout_get_height (layout) + 0.1);
}

static void
assert_same_text (const char *const *lines, const char *text)
{
  g_autofree char *joined = g_strjoinv ("", (char **) lines);
  g_auto (GStrv) joined_words = g_strsplit (joined, " ", -1);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *bare = g_strjoinv ("", joined_words);
  g_autofree char *bare_text = g_strjoinv ("", words);

  g_assert_cmpstr (bare, ==, bare_text);
}

static double
measure_bold (const PlumbChartStyle *style, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (style->context);
  PangoFontDescription *font = pango_font_description_from_string (style->font);
  PangoRectangle logical;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  pango_font_description_free (font);
  return logical.width / (double) PANGO_SCALE;
}

static void
assert_text_fits (const PlumbChartBox *box, const PlumbChartStyle *style)
{
  const PlumbRectangle *text = &box->text_area;
  double radius = box->badge.width / 2;
  double x = box->badge.x + radius;
  double y = box->badge.y + radius;

  assert_same_text ((const char *const *) box->lines,
                    plumb_text_get (box->node->text, style->language));
  for (guint i = 0; box->lines[i]; i++)
    g_assert_cmpfloat (measure_bold (style, box->lines[i]), <=, text->width + 1);
  g_assert_cmpfloat (text->height, >=, g_strv_length (box->lines) * box->line_height - 0.1);
  for (guint corner = 0; corner < 4; corner++)
    g_assert_cmpfloat (depth_inside (box, text->x + (corner & 1 ? text->width : 0),
                                     text->y + (corner & 2 ? text->height : 0)),
                       >=, 1);
  if (radius > 0)
    g_assert_cmpfloat (hypot (CLAMP (x, text->x, text->x + text->width) - x,
                              CLAMP (y, text->y, text->y + text->height) - y),
                       >=, radius - 0.1);
}

static void
check_boxes (const PlumbChartLayout *layout, const PlumbChartStyle *style)
{
  guint n_boxes;
  const PlumbChartBox *boxes = plumb_chart_layout_get_boxes (layout, &n_boxes);

  g_assert_cmpuint (n_boxes, ==, plumb_chart_layout_get_stage (layout)->nodes->len);
  for (guint i = 0; i < n_boxes; i++)
    {
      assert_inside_chart (layout, &boxes[i].area);
      assert_inside_chart (layout, &boxes[i].badge);
      assert_text_fits (&boxes[i], style);
      g_assert_true (plumb_chart_layout_find_box (layout, boxes[i].node) == &boxes[i]);
      g_assert_cmpint (boxes[i].badge.width > 0, ==, boxes[i].node->number > 0);
      for (guint j = 0; j < n_boxes; j++)
        if (i != j)
          {
            g_assert_false (rectangles_meet (&boxes[i].area, &boxes[j].area));
            g_assert_false (rectangles_meet (&boxes[i].badge, &boxes[j].area));
            g_assert_false (rectangles_meet (&boxes[i].badge, &boxes[j].badge));
          }
    }
}

static void
check_piece (const PlumbChartLayout *layout, const PlumbChartEdge *edge, guint index)
{
  PlumbRectangle piece = piece_of (edge, index);
  gboolean last = index + 2 == edge->n_points;
  guint n_boxes;
  const PlumbChartBox *boxes = plumb_chart_layout_get_boxes (layout, &n_boxes);

  assert_inside_chart (layout, &(PlumbRectangle){ piece.x + 0.2, piece.y + 0.2, piece.width - 0.4,
                                                  piece.height - 0.4 });
  g_assert_true (piece.width < 0.5 || piece.height < 0.5);
  for (guint i = 0; i < n_boxes; i++)
    {
      PlumbRectangle core = { boxes[i].area.x + 0.3, boxes[i].area.y + 0.3,
                              boxes[i].area.width - 0.6, boxes[i].area.height - 0.6 };

      /* An oval's top is lower beside its middle. */
      if (last && boxes[i].node == edge->exit->target && boxes[i].node->kind == PLUMB_NODE_LINK)
        continue;
      g_assert_false (rectangles_meet (&piece, &core));
      if (!last)
        g_assert_false (rectangles_meet (&piece, &boxes[i].badge));
    }
}

static void
check_edges (const PlumbChartLayout *layout)
{
  guint n_edges;
  const PlumbChartEdge *edges = plumb_chart_layout_get_edges (layout, &n_edges);

  for (guint i = 0; i < n_edges; i++)
    {
      const PlumbChartEdge *edge = &edges[i];
      const PlumbChartBox *source = plumb_chart_layout_find_box (layout, edge->exit->source);
      const PlumbChartBox *target = plumb_chart_layout_find_box (layout, edge->exit->target);
      const PlumbPoint *end = &edge->points[edge->n_points - 1];
      double last = ABS (end->x - end[-1].x) + ABS (end->y - end[-1].y);

      g_assert_cmpuint (edge->n_points, >=, 2);
      g_assert_cmpfloat (ABS (depth_inside (source, edge->points[0].x, edge->points[0].y)), <, 0.5);
      g_assert_cmpfloat (ABS (depth_inside (target, end->x, end->y)), <, 0.5);
      g_assert_cmpfloat (last, >, plumb_chart_layout_get_arrow_length (layout));
      for (guint j = 0; j + 1 < edge->n_points; j++)
        check_piece (layout, edge, j);
    }
}

static void
check_labels (const PlumbChartLayout *layout, const PlumbChartStyle *style)
{
  guint n_edges;
  guint n_boxes;
  const PlumbChartEdge *edges = plumb_chart_layout_get_edges (layout, &n_edges);
  const PlumbChartBox *boxes = plumb_chart_layout_get_boxes (layout, &n_boxes);

  for (guint i = 0; i < n_edges; i++)
    {
      const PlumbRectangle *label = &edges[i].label;

      g_assert_cmpint (edges[i].label_lines != NULL, ==, edges[i].exit->label != NULL);
      if (!edges[i].label_lines)
        continue;
      assert_inside_chart (layout, label);
      assert_same_text ((const char *const *) edges[i].label_lines,
                        plumb_text_get (edges[i].exit->label, style->language));
      g_assert_cmpuint (g_strv_length (edges[i].label_lines), <=, 3);
      for (guint j = 0; edges[i].label_lines[j]; j++)
        g_assert_cmpfloat (measure_bold (style, edges[i].label_lines[j]), <=, label->width + 1);
      for (guint j = 0; j < n_boxes; j++)
        {
          g_assert_false (rectangles_meet (label, &boxes[j].area));
          g_assert_false (rectangles_meet (label, &boxes[j].badge));
        }
      for (guint j = 0; j < n_edges; j++)
        {
          g_assert_false (j != i && rectangles_meet (label, &edges[j].label));
          for (guint k = 0; k + 1 < edges[j].n_points; k++)
            {
              PlumbRectangle piece = piece_of (&edges[j], k);

              g_assert_false (rectangles_meet (label, &piece));
            }
        }
    }
}

/* Whether two pieces lie along each other closer than the eye can separate. */
static gboolean
run_together (const PlumbRectangle *a, const PlumbRectangle *b)
{
  double near = 3;

  if (a->width > 0.5 && b->width > 0.5)
    return ABS (a->y - b->y) < near && a->x < b->x + b->width - 1 && b->x < a->x + a->width - 1;
  if (a->height > 0.5 && b->height > 0.5)
    return ABS (a->x - b->x) < near && a->y < b->y + b->height - 1 && b->y < a->y + a->height - 1;
  return FALSE;
}

static gboolean
forks (const PlumbNode *node)
{
  guint n_exits = 0;

  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      n_exits += exit->target->stage == node->stage;
    }
  return n_exits > 1;
}

/* Two lines may end as one arrow where no label tells them apart, unless one leads elsewhere too:
 * then nobody could say which goes where. */
static gboolean
share_arrow (const PlumbChartEdge *a, guint i, const PlumbChartEdge *b, guint j)
{
  return a->exit->target == b->exit->target && i + 2 == a->n_points && j + 2 == b->n_points
         && !a->label_lines && !b->label_lines && !forks (a->exit->source)
         && !forks (b->exit->source);
}

static guint
check_pair (const PlumbChartEdge *a, const PlumbChartEdge *b, GHashTable *crossings)
{
  for (guint i = 0; i + 1 < a->n_points; i++)
    for (guint j = 0; j + 1 < b->n_points; j++)
      {
        PlumbRectangle first = piece_of (a, i);
        PlumbRectangle second = piece_of (b, j);
        PlumbRectangle flat = first.width > first.height ? first : second;
        PlumbRectangle tall = first.width > first.height ? second : first;

        g_assert_true (share_arrow (a, i, b, j) || !run_together (&first, &second));
        if (flat.width > 0.5 && tall.height > 0.5 && tall.x > flat.x + 0.5
            && tall.x < flat.x + flat.width - 1 && flat.y > tall.y + 0.5
            && flat.y < tall.y + tall.height - 1)
          g_hash_table_add (crossings, g_strdup_printf ("%.0f %.0f", tall.x, flat.y));
      }
  return g_hash_table_size (crossings);
}

static guint
count_crossings (const PlumbChartLayout *layout)
{
  g_autoptr (GHashTable) crossings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_edges;
  const PlumbChartEdge *edges = plumb_chart_layout_get_edges (layout, &n_edges);

  for (guint i = 0; i < n_edges; i++)
    for (guint j = 0; j < i; j++)
      if (edges[i].exit->source != edges[j].exit->source)
        check_pair (&edges[i], &edges[j], crossings);
  return g_hash_table_size (crossings);
}

static guint
check_layout (const PlumbChartLayout *layout, const PlumbChartStyle *style)
{
  check_boxes (layout, style);
  check_edges (layout);
  check_labels (layout, style);
  return count_crossings (layout);
}

static PangoContext *
context_at (int percent)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  g_test_queue_unref (context);
  pango_cairo_context_set_resolution (context, 96.0 * percent / 100);
  return context;
}

static const int text_sizes[] = { 100, 150, 200 };

/* Every stage, at every text size, in both directions. Returns the most crossings of any. */
static guint
check_pathway_in (PlumbPathway *pathway, const char *language, const char *only)
{
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  guint most = 0;

  for (guint size = 0; size < G_N_ELEMENTS (text_sizes); size++)
    for (int right_to_left = 0; right_to_left < 2; right_to_left++)
      for (guint i = 0; i < stages->len; i++)
        {
          PangoContext *context = context_at (text_sizes[size]);
          PlumbChartStyle style = { context, "Cantarell 10.5", language, right_to_left };
          const PlumbStage *stage = g_ptr_array_index (stages, i);
          g_autoptr (PlumbChartLayout) layout = NULL;
          guint n_crossings;

          if (only && !g_str_equal (only, stage->id))
            continue;
          layout = plumb_chart_layout_new (stage, &style);
          n_crossings = check_layout (layout, &style);
          g_test_message ("%s in %s at %d %%, %s: %u crossings, %.0f x %.0f", stage->id,
                          language ? language : "en", text_sizes[size], right_to_left ? "right to left" : "left to right", n_crossings,
                          plumb_chart_layout_get_width (layout),
                          plumb_chart_layout_get_height (layout));
          most = MAX (most, n_crossings);
        }
  return most;
}

static guint
check_pathway (PlumbPathway *pathway, const char *only)
{
  return check_pathway_in (pathway, NULL, only);
}

/* ---- the tests ------------------------------------------------------------------------ */

static void
test_simple (void)
{
  g_autoptr (PlumbPathway) pathway = sample_pathway (sample_simple);

  g_assert_cmpuint (check_pathway (pathway, NULL), ==, 0);
}

static void
test_hard (void)
{
  g_autoptr (PlumbPathway) pathway = sample_pathway (sample_hard);

  g_assert_cmpuint (check_pathway (pathway, "stage_1"), ==, 0);
  /* Three sources, each to two of three targets in other columns: not planar from above. */
  g_assert_cmpuint (check_pathway (pathway, "stage_2"), <=, 5);
  g_assert_cmpuint (check_pathway (pathway, "stage_3"), ==, 0);
  g_assert_cmpuint (check_pathway (pathway, "stage_4"), ==, 0);
  /* Two sources, both to two targets: one pair must cross. */
  g_assert_cmpuint (check_pathway (pathway, "stage_5"), <=, 1);
}

static void
test_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) pathway = plumb_pathway_new_builtin (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (check_pathway (pathway, NULL), ==, 0);
}

/* The same picture has room for the longest words of every language. */
static void
test_builtin_in (gconstpointer language)
{
  g_autoptr (PlumbPathway) pathway = plumb_pathway_new_builtin (NULL);

  g_assert_nonnull (pathway);
  g_assert_true (plumb_text_has (plumb_pathway_get_title (pathway), language));
  g_assert_cmpuint (check_pathway_in (pathway, language, NULL), ==, 0);
}

/* A grid with boxes in most cells and exits to anywhere further on. */
static PlumbPathway *
random_pathway (guint32 seed, guint n_columns, guint n_rows, guint n_exits)
{
  static const char *const kinds[] = { "state", "decision", "action" };
  static const char *const texts[]
      = { "Review", "Physiotherapy, patient-centered plan", "Two weeks or more since onset?",
          "Change the dose, the kind and the setting of exercise" };
  static const char *const labels[]
      = { "yes", "no", "no: fewer than eight weeks", "Wirbelsäulenchirurgie" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_cells = n_columns * n_rows;

  g_ptr_array_add (lines, g_strdup ("# Random"));
  for (guint cell = 0; cell < n_cells; cell++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      guint kind = g_rand_int_range (random, 0, G_N_ELEMENTS (kinds));

      g_string_append_printf (line, "n%u %s %u %u %s", cell, kinds[kind], cell % n_columns,
                              cell / n_columns,
                              texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
      for (guint exit = 0; exit < n_exits && cell + 1 < n_cells; exit++)
        {
          guint reach = MIN (n_cells - cell, 3 * n_columns);

          g_string_append_printf (line, "%sn%u", exit ? " | " : " > ",
                                  cell + g_rand_int_range (random, 1, (int) reach));
          if (kind == 1 || g_rand_boolean (random))
            g_string_append_printf (line, " %s",
                                    labels[g_rand_int_range (random, 0, G_N_ELEMENTS (labels))]);
        }
      g_ptr_array_add (lines, g_string_free (g_steal_pointer (&line), FALSE));
    }
  g_ptr_array_add (lines, NULL);
  return sample_pathway ((const char *const *) lines->pdata);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr (PlumbPathway) pathway
          = random_pathway (seed, 2 + seed % 4, 2 + seed % 5, 1 + seed % 2);

      check_pathway (pathway, NULL);
    }
}

static void
test_thousand_boxes (void)
{
  g_autoptr (PlumbPathway) pathway = random_pathway (7, 25, 40, 2);
  const PlumbStage *stage = g_ptr_array_index (plumb_pathway_get_stages (pathway), 0);
  PangoContext *context = context_at (100);
  PlumbChartStyle style = { context, "Cantarell 10.5", NULL, FALSE };
  g_autoptr (PlumbChartLayout) layout = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (stage->nodes->len, ==, 1000);
  layout = plumb_chart_layout_new (stage, &style);
  g_test_message ("%.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  check_boxes (layout, &style);
  check_edges (layout);
  check_labels (layout, &style);
  g_test_message ("%u crossings", count_crossings (layout));
}

/* The other direction is the same picture in a mirror; the text is not mirrored. */
static void
test_mirror (void)
{
  g_autoptr (PlumbPathway) pathway = sample_pathway (sample_simple);
  const PlumbStage *stage = g_ptr_array_index (plumb_pathway_get_stages (pathway), 0);
  PangoContext *context = context_at (100);
  PlumbChartStyle style = { context, "Cantarell 10.5", NULL, FALSE };
  g_autoptr (PlumbChartLayout) left = plumb_chart_layout_new (stage, &style);
  g_autoptr (PlumbChartLayout) right = NULL;
  const PlumbChartBox *a;
  const PlumbChartBox *b;
  guint n;

  style.right_to_left = TRUE;
  right = plumb_chart_layout_new (stage, &style);
  a = plumb_chart_layout_get_boxes (left, &n);
  b = plumb_chart_layout_get_boxes (right, &n);
  for (guint i = 0; i < n; i++)
    {
      double x = plumb_chart_layout_get_width (left) - a[i].area.x - a[i].area.width;

      g_assert_cmpfloat_with_epsilon (b[i].area.x, x, 0.1);
      g_assert_cmpfloat (a[i].badge.x, <, a[i].area.x + a[i].area.width / 2);
      g_assert_cmpfloat (b[i].badge.x, >, b[i].area.x + b[i].area.width / 2);
      g_assert_true (
          g_strv_equal ((const char *const *) a[i].lines, (const char *const *) b[i].lines));
    }
}

/* Rows and columns that hold no box take no room, so a chart begins at its corner. */
static void
test_gaps (void)
{
  static const char *const wide[]
      = { "# Wide", "a state 3 2 Here > b", "b state 900 7 There", NULL };
  static const char *const narrow[]
      = { "# Narrow", "a state 0 0 Here > b", "b state 1 1 There", NULL };
  g_autoptr (PlumbPathway) first = sample_pathway (wide);
  g_autoptr (PlumbPathway) second = sample_pathway (narrow);
  PangoContext *context = context_at (100);
  PlumbChartStyle style = { context, "Cantarell 10.5", NULL, FALSE };
  g_autoptr (PlumbChartLayout) a
      = plumb_chart_layout_new (g_ptr_array_index (plumb_pathway_get_stages (first), 0), &style);
  g_autoptr (PlumbChartLayout) b
      = plumb_chart_layout_new (g_ptr_array_index (plumb_pathway_get_stages (second), 0), &style);

  g_assert_cmpfloat (plumb_chart_layout_get_width (a), ==, plumb_chart_layout_get_width (b));
  g_assert_cmpfloat (plumb_chart_layout_get_height (a), ==, plumb_chart_layout_get_height (b));
}

/* Exits of one decision leave it as one line and part where they must. */
static void
test_common_stem (void)
{
  g_autoptr (PlumbPathway) pathway = sample_pathway (sample_simple);
  const PlumbNode *risk = plumb_pathway_lookup_node (pathway, "risk");
  PangoContext *context = context_at (100);
  PlumbChartStyle style = { context, "Cantarell 10.5", NULL, FALSE };
  g_autoptr (PlumbChartLayout) layout = plumb_chart_layout_new (risk->stage, &style);
  const PlumbChartEdge *medium = NULL;
  guint n;
  const PlumbChartEdge *edges = plumb_chart_layout_get_edges (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      if (edges[i].exit->source != risk || edges[i].n_points < 4)
        continue;
      if (medium)
        {
          g_assert_cmpfloat (edges[i].points[1].x, ==, medium->points[1].x);
          g_assert_cmpfloat (edges[i].points[1].y, ==, medium->points[1].y);
          return;
        }
      medium = &edges[i];
    }
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-layout/simple", test_simple);
  g_test_add_func ("/chart-layout/hard", test_hard);
  g_test_add_func ("/chart-layout/builtin", test_builtin);
  g_test_add_data_func ("/chart-layout/builtin/ar", "ar", test_builtin_in);
  g_test_add_data_func ("/chart-layout/builtin/de", "de", test_builtin_in);
  g_test_add_data_func ("/chart-layout/builtin/es", "es", test_builtin_in);
  g_test_add_data_func ("/chart-layout/builtin/fr", "fr", test_builtin_in);
  g_test_add_func ("/chart-layout/random", test_random);
  g_test_add_func ("/chart-layout/thousand-boxes", test_thousand_boxes);
  g_test_add_func ("/chart-layout/mirror", test_mirror);
  g_test_add_func ("/chart-layout/gaps", test_gaps);
  g_test_add_func ("/chart-layout/common-stem", test_common_stem);
  return g_test_run ();
}
