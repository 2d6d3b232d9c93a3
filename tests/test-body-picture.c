/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing of the body map: that it has every area, and that a mark is seen and said. */

#include "plumb-body-picture.h"
#include "plumb-test.h"

static PlumbPathway *pathway;

static PlumbBodyMarks *
mark (const char *first, const char *second)
{
  g_autoptr (PlumbBodyMarks) none = plumb_body_marks_new (pathway);
  g_autoptr (PlumbBodyMarks) one
      = plumb_body_marks_new_with (none, plumb_pathway_lookup_area (pathway, first), TRUE);

  return second == NULL
             ? g_steal_pointer (&one)
             : plumb_body_marks_new_with (one, plumb_pathway_lookup_area (pathway, second), TRUE);
}

static void
test_every_area_is_drawn (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbBodyPicture) picture = plumb_body_picture_new (pathway, &error);
  GPtrArray *areas = plumb_pathway_get_areas (pathway);
  g_autofree guint *sizes = g_new0 (guint, areas->len);
  guint width, height;

  g_assert_no_error (error);
  width = (guint) plumb_body_picture_get_width (picture);
  height = (guint) plumb_body_picture_get_height (picture);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        const PlumbArea *area = plumb_body_picture_find (picture, x + 0.5, y + 0.5);
        cairo_rectangle_t place;

        if (area == NULL)
          continue;
        sizes[area->index]++;
        g_assert_true (plumb_body_picture_get_place (picture, area, &place));
        g_assert_true (x + 1 >= place.x && x <= place.x + place.width);
        g_assert_true (y + 1 >= place.y && y <= place.y + place.height);
      }

  g_assert_cmpuint (areas->len, >=, 24);
  for (guint i = 0; i < areas->len; i++)
    g_assert_cmpuint (sizes[i], >, 250); /* a spot of 16 by 16 that a finger can hit */
}

/* The patient's left is on the right of the picture from the front, and on the left from the
 * back: marks on the wrong side could lead to the wrong leg. */
static void
test_sides (void)
{
  g_autoptr (PlumbBodyPicture) picture = plumb_body_picture_new (pathway, NULL);
  GPtrArray *areas = plumb_pathway_get_areas (pathway);
  double middle = plumb_body_picture_get_width (picture) / 2;
  guint n_sided = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      const PlumbArea *area = g_ptr_array_index (areas, i);
      double axis = area->view == PLUMB_VIEW_FRONT ? middle / 2 : middle * 3 / 2;
      gboolean is_left = g_str_has_prefix (area->id, "left_");
      cairo_rectangle_t place;
      double x;

      g_assert_true (plumb_body_picture_get_place (picture, area, &place));
      x = place.x + place.width / 2;
      g_assert_true (area->view == PLUMB_VIEW_FRONT ? x < middle : x > middle);
      if (!is_left && !g_str_has_prefix (area->id, "right_"))
        continue;
      g_assert_true ((x > axis) == (is_left == (area->view == PLUMB_VIEW_FRONT)));
      g_assert_nonnull (strstr (plumb_text_get (area->label, NULL), is_left ? "eft " : "ight "));
      n_sided++;
    }
  g_assert_cmpuint (n_sided, >, 10);
}

static void
test_outside (void)
{
  g_autoptr (PlumbBodyPicture) picture = plumb_body_picture_new (pathway, NULL);

  g_assert_null (plumb_body_picture_find (picture, -1, 5));
  g_assert_null (plumb_body_picture_find (picture, 1, 1));
  g_assert_null (plumb_body_picture_find (picture, 1e9, 1e9));
  g_assert_null (plumb_body_picture_find (picture, 5, plumb_body_picture_get_height (picture)));
}

/* Counts the pixels of a place that two pictures have in different colors. */
static guint
count_differences (const PlumbBodyMarks *a, const PlumbBodyMarks *b, const cairo_rectangle_t *place)
{
  const PlumbBodyMarks *both[] = { a, b };
  cairo_surface_t *surfaces[2];
  guint n = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) svg = plumb_body_picture_to_svg (both[i], NULL, NULL, NULL);
      g_autoptr (GError) error = NULL;
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 490);
      cr = cairo_create (surfaces[i]);
      plumb_body_picture_paint (svg, cr, 400, 490, &error);
      g_assert_no_error (error);
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[i]);
    }
  for (int y = (int) place->y; y < (int) (place->y + place->height); y++)
    for (int x = (int) place->x; x < (int) (place->x + place->width); x++)
      n += memcmp (cairo_image_surface_get_data (surfaces[0])
                       + y * cairo_image_surface_get_stride (surfaces[0]) + 4 * x,
                   cairo_image_surface_get_data (surfaces[1])
                       + y * cairo_image_surface_get_stride (surfaces[1]) + 4 * x,
                   4)
           != 0;
  for (guint i = 0; i < 2; i++)
    cairo_surface_destroy (surfaces[i]);

  return n;
}

static void
test_a_mark_is_seen_in_its_place (void)
{
  g_autoptr (PlumbBodyPicture) picture = plumb_body_picture_new (pathway, NULL);
  g_autoptr (PlumbBodyMarks) none = plumb_body_marks_new (pathway);
  g_autoptr (PlumbBodyMarks) marks = mark ("left_calf", NULL);
  cairo_rectangle_t calf, neck;

  g_assert_true (plumb_body_picture_get_place (
      picture, plumb_pathway_lookup_area (pathway, "left_calf"), &calf));
  g_assert_true (plumb_body_picture_get_place (
      picture, plumb_pathway_lookup_area (pathway, "neck_front"), &neck));
  g_assert_cmpuint (count_differences (none, marks, &calf), >, 500);
  g_assert_cmpuint (count_differences (none, marks, &neck), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (PlumbBodyMarks) none = plumb_body_marks_new (pathway);
  g_autoptr (PlumbBodyMarks) front = mark ("chest", "left_shin");
  g_autoptr (PlumbBodyMarks) back = mark ("lower_back", NULL);
  g_autoptr (PlumbBodyMarks) both = mark ("lower_back", "chest");
  g_autofree char *of_none = plumb_body_picture_describe (none, NULL);
  g_autofree char *of_front = plumb_body_picture_describe (front, NULL);
  g_autofree char *of_back = plumb_body_picture_describe (back, NULL);
  g_autofree char *of_both = plumb_body_picture_describe (both, NULL);

  g_assert_cmpstr (of_none, ==, "Body map: nothing is marked.");
  g_assert_cmpstr (of_front, ==, "Body map, marked on the front: Chest, Left shin.");
  g_assert_cmpstr (of_back, ==, "Body map, marked on the back: Lower back.");
  g_assert_cmpstr (of_both, ==,
                   "Body map, marked on the front: Chest. Marked on the back: Lower back.");
}

/* The captions are texts of the program, so they must be found in the drawing. */
static void
test_captions (void)
{
  g_autoptr (PlumbBodyMarks) none = plumb_body_marks_new (pathway);
  g_autoptr (GBytes) svg = plumb_body_picture_to_svg (none, NULL, NULL, NULL);
  const char *text = g_bytes_get_data (svg, NULL);
  static const char *const captions[] = { ">Front<", ">Back<", ">L<", ">R<" };

  for (guint i = 0; i < G_N_ELEMENTS (captions); i++)
    g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (svg), captions[i]));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();

  g_test_add_func ("/body-picture/every-area-is-drawn", test_every_area_is_drawn);
  g_test_add_func ("/body-picture/sides", test_sides);
  g_test_add_func ("/body-picture/outside", test_outside);
  g_test_add_func ("/body-picture/a-mark-is-seen-in-its-place", test_a_mark_is_seen_in_its_place);
  g_test_add_func ("/body-picture/words", test_words);
  g_test_add_func ("/body-picture/captions", test_captions);

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
