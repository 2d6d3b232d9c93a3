/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-sheet.h"
#include "plumb-test.h"

#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>

static PlumbPathway *pathway;
static PangoContext *context;

static PlumbChartSheet *
create_sheet (gboolean right_to_left, const PlumbEvaluation *evaluation)
{
  const PlumbChartStyle style = {
    .context = context, .font = "Cantarell 10", .right_to_left = right_to_left, .compact = TRUE
  };

  return plumb_chart_sheet_new (plumb_pathway_get_stages (pathway), &style, evaluation);
}

/* What is drawn fills the room one way and keeps to it the other. */
static void
test_it_fills_the_room (void)
{
  static const double rooms[][2] = { { 500, 700 }, { 700, 500 }, { 2000, 300 }, { 300, 2000 } };
  g_autoptr (PlumbChartSheet) sheet = create_sheet (FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *svg = plumb_chart_sheet_to_svg (sheet, rooms[i][0], rooms[i][1], "All");
      g_autoptr (GError) error = NULL;
      RsvgHandle *handle = rsvg_handle_new_from_data ((const guint8 *) svg, strlen (svg), &error);
      double width, height;

      g_assert_no_error (error);
      g_assert_true (rsvg_handle_get_intrinsic_size_in_pixels (handle, &width, &height));
      g_assert_cmpfloat (width, <=, rooms[i][0] + 0.1);
      g_assert_cmpfloat (height, <=, rooms[i][1] + 0.1);
      g_assert_true (width > rooms[i][0] - 0.1 || height > rooms[i][1] - 0.1);
      g_object_unref (handle);
    }
}

/* More room never makes it smaller. */
static void
test_more_room_is_never_worse (void)
{
  g_autoptr (PlumbChartSheet) sheet = create_sheet (FALSE, NULL);
  double before = 0;

  for (double width = 200; width < 3000; width *= 1.3)
    {
      double scale = plumb_chart_sheet_fit (sheet, width, 800);

      g_assert_cmpfloat (scale, >=, before);
      before = scale;
    }
}

typedef struct
{
  double x;
  double y;
  double right;
  double bottom;
} Area;

/* The places of the stages, by where the drawing moves to. */
static guint
read_places (const char *svg, const PlumbChartStyle *style, Area *areas, guint n_areas)
{
  const char *place = svg;
  guint n = 0;

  while ((place = strstr (place, "<g transform=\"translate(")) != NULL && n < n_areas)
    {
      const PlumbStage *stage = g_ptr_array_index (plumb_pathway_get_stages (pathway), n);
      g_autoptr (PlumbChartLayout) layout = plumb_chart_layout_new (stage, style);
      char *end;

      place += strlen ("<g transform=\"translate(");
      areas[n].x = g_ascii_strtod (place, &end);
      areas[n].y = g_ascii_strtod (end + 1, NULL);
      areas[n].right = areas[n].x + plumb_chart_layout_get_width (layout);
      areas[n].bottom = areas[n].y + plumb_chart_layout_get_height (layout);
      n++;
    }
  return n;
}

static void
test_no_stage_lies_on_another (void)
{
  const PlumbChartStyle style = { .context = context, .font = "Cantarell 10", .compact = TRUE };

  for (guint right_to_left = 0; right_to_left < 2; right_to_left++)
    {
      g_autoptr (PlumbChartSheet) sheet = create_sheet (right_to_left, NULL);
      g_autofree char *svg = plumb_chart_sheet_to_svg (sheet, 700, 1000, "All");
      Area areas[64];
      guint n = read_places (svg, &style, areas, G_N_ELEMENTS (areas));

      g_assert_cmpuint (n, ==, plumb_pathway_get_stages (pathway)->len);
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          g_assert_true (areas[i].right <= areas[j].x || areas[j].right <= areas[i].x
                         || areas[i].bottom <= areas[j].y || areas[j].bottom <= areas[i].y);
      /* The first stage stands where reading begins. */
      g_assert_cmpint (areas[0].x > 1, ==, right_to_left);
    }
}

/* A blank sheet says nothing of any patient; one with a route says how each box stands. */
static void
test_words (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, PLUMB_TEST_CLEAR);
  g_autoptr (PlumbChartSheet) blank = create_sheet (FALSE, NULL);
  g_autoptr (PlumbChartSheet) taken = create_sheet (FALSE, evaluation);
  g_autofree char *no_words = plumb_chart_sheet_describe (blank);
  g_autofree char *words = plumb_chart_sheet_describe (taken);

  g_assert_null (strstr (no_words, "(taken)"));
  g_assert_nonnull (strstr (words, "(taken)"));
  g_assert_nonnull (strstr (words, "(current)"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (context, 72);

  g_test_add_func ("/chart-sheet/it-fills-the-room", test_it_fills_the_room);
  g_test_add_func ("/chart-sheet/more-room-is-never-worse", test_more_room_is_never_worse);
  g_test_add_func ("/chart-sheet/no-stage-lies-on-another", test_no_stage_lies_on_another);
  g_test_add_func ("/chart-sheet/words", test_words);

  status = g_test_run ();
  g_object_unref (context);
  plumb_pathway_unref (pathway);
  return status;
}
