/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg.h"

#include "test-chart-sample.h"

#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include <string.h>

typedef struct
{
  PlumbPathway *pathway;
  PlumbChartStyle style;
  PlumbChartLayout *layout; /* of the first stage */
} Fixture;

static void
set_up (Fixture *self, gconstpointer lines)
{
  self->pathway = sample_pathway (lines);
  self->style.context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->style.context, 96);
  self->style.font = "Cantarell 10.5";
  self->layout = plumb_chart_layout_new (
      g_ptr_array_index (plumb_pathway_get_stages (self->pathway), 0), &self->style);
}

static void
tear_down (Fixture *self, gconstpointer lines)
{
  plumb_chart_layout_unref (self->layout);
  g_object_unref (self->style.context);
  plumb_pathway_unref (self->pathway);
}

/* The sample's only finding answered, or not. */
static PlumbEvaluation *
evaluate (PlumbPathway *pathway, const char *answer)
{
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, "answer");
  PlumbValue value = plumb_value_null ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, G_DATE_NOVEMBER, 2026);
  if (answer)
    value = plumb_value_string (plumb_finding_lookup_choice (finding, answer)->code);
  return plumb_evaluation_new (pathway, &value, &today);
}

/* librsvg is the judge: the document is read, has a size, and paints something. */
static void
render (const char *svg, double *width, double *height)
{
  g_autoptr (GError) error = NULL;
  RsvgHandle *handle = rsvg_handle_new_from_data ((const guint8 *) svg, strlen (svg), &error);
  cairo_surface_t *surface;
  cairo_t *cr;
  RsvgRectangle viewport = { 0, 0, 0, 0 };

  g_assert_no_error (error);
  rsvg_handle_set_dpi (handle, 96);
  g_assert_true (rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height));
  viewport.width = *width;
  viewport.height = *height;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) *width, (int) *height);
  cr = cairo_create (surface);
  g_assert_true (rsvg_handle_render_document (handle, cr, &viewport, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (handle);
}

static void
assert_renders (const char *svg, double width, double height)
{
  double real_width;
  double real_height;

  render (svg, &real_width, &real_height);
  g_assert_cmpfloat_with_epsilon (real_width, width, 0.01);
  g_assert_cmpfloat_with_epsilon (real_height, height, 0.01);
}

static guint
count (const char *svg, const char *piece)
{
  guint n = 0;

  for (const char *at = svg; (at = strstr (at, piece)); at += strlen (piece))
    n++;
  return n;
}

static void
assert_has (const char *svg, const char *piece)
{
  if (!strstr (svg, piece))
    g_error ("“%s” is missing from %s", piece, svg);
}

/* The group of one box, by the words for those who cannot see it. */
static char *
box_group (const char *svg, const char *words)
{
  g_autofree char *title = g_strdup_printf ("<g><title>%s</title>", words);
  const char *start = strstr (svg, title);
  const char *end;

  if (!start)
    g_error ("no box “%s” in %s", words, svg);
  end = strstr (start, "</g>");
  g_assert_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

static void
test_blank (Fixture *self, gconstpointer lines)
{
  g_autofree char *svg = plumb_chart_svg (self->layout, NULL);
  g_autofree char *again = plumb_chart_svg (self->layout, NULL);
  guint n_boxes;
  guint n_edges;
  const PlumbChartBox *boxes = plumb_chart_layout_get_boxes (self->layout, &n_boxes);
  const PlumbChartEdge *edges = plumb_chart_layout_get_edges (self->layout, &n_edges);

  assert_renders (svg, plumb_chart_layout_get_width (self->layout),
                  plumb_chart_layout_get_height (self->layout));
  g_assert_cmpstr (svg, ==, again);
  assert_has (svg, "role=\"img\"");
  assert_has (svg, "<title>1 Stratify: Part 1</title>");
  assert_has (svg, "<desc>");
  g_assert_cmpuint (count (svg, "stroke-dasharray"), ==, 0);
  for (guint i = 0; i < n_boxes; i++)
    for (guint j = 0; boxes[i].lines[j]; j++)
      assert_has (svg, boxes[i].lines[j]);
  for (guint i = 0; i < n_edges; i++)
    for (guint j = 0; edges[i].label_lines && edges[i].label_lines[j]; j++)
      assert_has (svg, edges[i].label_lines[j]);
}

/* The width of the first outline. */
static double
stroke_width (const char *group)
{
  const char *at = strstr (group, "stroke-width=\"");

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen ("stroke-width=\""), NULL);
}

/* Each standing has a form of its own, besides its color. */
static void
test_standing (Fixture *self, gconstpointer lines)
{
  g_autoptr (PlumbEvaluation) begun = evaluate (self->pathway, NULL);
  g_autoptr (PlumbEvaluation) decided = evaluate (self->pathway, "b");
  g_autofree char *early = plumb_chart_svg (self->layout, begun);
  g_autofree char *late = plumb_chart_svg (self->layout, decided);
  g_autofree char *taken = box_group (early, "1. No red flag (taken)");
  g_autofree char *current = box_group (early, "2. Two weeks or more since onset? (current)");
  g_autofree char *open = box_group (early, "4. STarT Back risk group? (still open)");
  g_autofree char *ruled_out = box_group (late, "3. Review at two weeks (ruled out)");

  /* taken: one thick outline and a check mark */
  g_assert_cmpuint (count (taken, "<rect"), ==, 1);
  g_assert_cmpuint (count (taken, "<circle"), ==, 2);
  g_assert_cmpfloat (stroke_width (taken), >, 1.5 * stroke_width (open));
  /* current: a double outline and bold words */
  g_assert_cmpuint (count (current, "Z\""), ==, 2);
  assert_has (current, "font-weight=\"bold\"><tspan");
  /* open: dashes */
  g_assert_cmpuint (count (open, "stroke-dasharray"), ==, 1);
  g_assert_cmpuint (count (open, "<circle"), ==, 1);
  /* ruled out: struck through */
  g_assert_cmpuint (count (ruled_out, "<path d="), ==, 1);
  g_assert_cmpfloat (stroke_width (ruled_out), <, stroke_width (taken));
  g_assert_cmpuint (count (ruled_out, "stroke-dasharray"), ==, 0);
  assert_renders (early, plumb_chart_layout_get_width (self->layout),
                  plumb_chart_layout_get_height (self->layout));
}

/* What a file carries cannot break the document. */
static void
test_escapes (void)
{
  static const char *const lines[] = { "# Tom & Jerry <x>", "a state 0 0 \"5 < 6\" & ]]> > b",
                                       "b state 0 1 O'Neill's disk", NULL };
  Fixture fixture = { 0 };
  g_autofree char *svg = NULL;

  set_up (&fixture, lines);
  svg = plumb_chart_svg (fixture.layout, NULL);
  assert_renders (svg, plumb_chart_layout_get_width (fixture.layout),
                  plumb_chart_layout_get_height (fixture.layout));
  assert_has (svg, "Tom &amp; Jerry &lt;x&gt;");
  assert_has (svg, "5 &lt; 6");
  assert_has (svg, "O&apos;Neill&apos;s");
  tear_down (&fixture, lines);
}

static void
test_right_to_left (Fixture *self, gconstpointer lines)
{
  g_autoptr (PlumbChartLayout) layout = NULL;
  g_autofree char *svg = NULL;

  self->style.right_to_left = TRUE;
  layout = plumb_chart_layout_new (plumb_chart_layout_get_stage (self->layout), &self->style);
  svg = plumb_chart_svg (layout, NULL);
  assert_renders (svg, plumb_chart_layout_get_width (layout),
                  plumb_chart_layout_get_height (layout));
  assert_has (svg, "direction=\"rtl\"");
}

static void
test_pathway (Fixture *self, gconstpointer lines)
{
  g_autoptr (PlumbEvaluation) evaluation = evaluate (self->pathway, "a");
  g_autofree char *blank = plumb_chart_svg_pathway (self->pathway, &self->style, NULL);
  g_autofree char *svg = plumb_chart_svg_pathway (self->pathway, &self->style, evaluation);
  double width;
  double height;
  GPtrArray *stages = plumb_pathway_get_stages (self->pathway);
  double sum = 0;

  render (svg, &width, &height);
  for (guint i = 0; i < stages->len; i++)
    {
      const PlumbStage *stage = g_ptr_array_index (stages, i);
      g_autoptr (PlumbChartLayout) layout = plumb_chart_layout_new (stage, &self->style);
      g_autofree char *title
          = g_strdup_printf (">%u %s<", stage->number, plumb_text_get (stage->title, NULL));

      assert_has (svg, title);
      assert_has (blank, title);
      g_assert_cmpfloat (width, >=, plumb_chart_layout_get_width (layout));
      sum += plumb_chart_layout_get_height (layout);
    }
  g_assert_cmpfloat (height, >, sum);
  assert_has (svg, "Not for use");
  assert_has (svg, ">ruled out<");
  g_assert_null (strstr (blank, ">ruled out<"));
}

/* What was decided is shown with its answer, what waits there as current, the rest not at all. */
static void
test_route (Fixture *self, gconstpointer lines)
{
  g_autoptr (PlumbEvaluation) evaluation = evaluate (self->pathway, "b");
  g_autofree char *svg = plumb_chart_svg_route (evaluation, &self->style, 500);
  double width;
  double height;

  render (svg, &width, &height);
  g_assert_cmpfloat (width, ==, 500);
  assert_has (svg, "<title>Route taken</title>");
  assert_has (svg, "<desc>2. Two weeks or more since onset? yes: 3 weeks; "
                   "4. STarT Back risk group? medium</desc>");
  assert_has (svg, ">yes: 3 weeks<");
  g_assert_null (strstr (svg, "Improving"));
  g_assert_null (strstr (svg, ">low<"));
}

/* Before anything is decided the route is where it begins. */
static void
test_route_start (Fixture *self, gconstpointer lines)
{
  g_autoptr (PlumbEvaluation) evaluation = evaluate (self->pathway, NULL);
  g_autofree char *svg = plumb_chart_svg_route (evaluation, &self->style, 500);

  assert_has (svg, "<desc>2. Two weeks or more since onset? current</desc>");
}

/* A long route becomes a card for each stage and stays within the width. */
static void
test_route_long (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlumbPathway) pathway = NULL;
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PlumbChartStyle style = { context, "Cantarell 9", NULL, FALSE };
  g_autofree char *svg = NULL;
  double width;
  double height;

  g_test_queue_unref (context);
  pango_cairo_context_set_resolution (context, 72);
  g_ptr_array_add (lines, g_strdup ("# Long"));
  for (guint i = 0; i < 30; i++)
    g_ptr_array_add (lines,
                     g_strdup_printf ("n%u decision 0 %u Question %u? > n%u go on | e%u stop", i, i,
                                      i, i + 1, i));
  for (guint i = 0; i < 30; i++)
    g_ptr_array_add (lines, g_strdup_printf ("e%u state 1 %u End %u", i, i, i));
  g_ptr_array_add (lines, g_strdup ("n30 state 0 30 Done"));
  g_ptr_array_add (lines, NULL);
  pathway = sample_pathway ((const char *const *) lines->pdata);
  evaluation = evaluate (pathway, "a");
  svg = plumb_chart_svg_route (evaluation, &style, 523);
  render (svg, &width, &height);
  g_assert_cmpfloat (width, ==, 523);
  g_assert_cmpuint (count (svg, ">1 Long<"), ==, 1);
  g_assert_cmpuint (count (svg, ">go on<"), ==, 30);
  g_assert_null (strstr (svg, ">stop<"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/chart-svg/" name, Fixture, sample_simple, set_up, function, tear_down)
  ADD ("blank", test_blank);
  ADD ("standing", test_standing);
  ADD ("right-to-left", test_right_to_left);
  ADD ("pathway", test_pathway);
  ADD ("route", test_route);
  ADD ("route-start", test_route_start);
  g_test_add_func ("/chart-svg/escapes", test_escapes);
  g_test_add_func ("/chart-svg/route-long", test_route_long);
  return g_test_run ();
}
