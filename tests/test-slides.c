/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plumb-case-shelf.h"
#include "plumb-slides.h"
#include "plumb-test.h"

static PlumbCaseShelf *
open_shelf (void)
{
  g_autoptr (PlumbPathway) pathway = plumb_test_builtin ();
  PlumbCaseShelf *shelf = plumb_case_shelf_new_builtin (pathway, NULL);

  g_assert_nonnull (shelf);

  return shelf;
}

static void
check_box (const PlumbSlide *slide)
{
  g_assert_nonnull (slide->node);
  g_assert_cmpuint (slide->exits->len, >, 0);
  /* Before the outcome the chart stands at the box, and afterwards it has gone on. */
  g_assert_cmpint (plumb_evaluation_get_node (slide->before, slide->node), ==, PLUMB_TRUE);
  g_assert_cmpuint (plumb_slide_count_exits (slide, 0), ==, 0);
  g_assert_cmpuint (plumb_slide_count_exits (slide, slide->exits->len), ==, slide->exits->len);
  g_assert_false (plumb_slide_tells_findings (slide, slide->exits->len));
  g_assert_true (plumb_slide_tells_findings (slide, slide->exits->len + 1));
  g_assert_false (plumb_slide_tells_outcome (slide, slide->n_moments - 2));
  g_assert_true (plumb_slide_tells_outcome (slide, slide->n_moments - 1));
  g_assert_cmpuint (slide->known->len + slide->unknown->len, >, 0);
}

/* Each case begins with its story, comes to decisions, and ends with advice and lessons. */
static void
test_every_case (void)
{
  g_autoptr (PlumbCaseShelf) shelf = open_shelf ();
  GPtrArray *cases = plumb_case_shelf_get_cases (shelf);

  g_assert_cmpuint (cases->len, >=, 24);
  for (guint i = 0; i < cases->len; i++)
    {
      PlumbCase *next = g_ptr_array_index (cases, i);
      g_autoptr (PlumbSlides) slides = plumb_slides_new (next);
      guint n = plumb_slides_get_length (slides);
      guint n_boxes = 0;
      guint n_stories = 0;

      g_assert_cmpint (plumb_slides_get (slides, 0)->kind, ==, PLUMB_SLIDE_STORY);
      g_assert_cmpint (plumb_slides_get (slides, n - 1)->kind, ==, PLUMB_SLIDE_LESSONS);
      g_assert_cmpint (plumb_slides_get (slides, n - 2)->kind, ==, PLUMB_SLIDE_ADVICE);
      g_assert_cmpuint (plumb_slides_get (slides, n - 2)->advice->len, >, 0);
      for (guint j = 0; j < n; j++)
        {
          const PlumbSlide *slide = plumb_slides_get (slides, j);

          g_assert_cmpuint (slide->n_moments, >, 0);
          n_stories += slide->kind == PLUMB_SLIDE_STORY;
          if (slide->kind != PLUMB_SLIDE_BOX)
            continue;
          n_boxes++;
          check_box (slide);
        }
      g_test_message ("%s: %u slides, %u boxes", plumb_case_get_id (next), n, n_boxes);
      g_assert_cmpuint (n_stories, ==, plumb_case_count_steps (next));
      g_assert_cmpuint (n_boxes, >, 0);
    }
}

/* The chart of a slide knows nothing that the room was not told. */
static void
test_nothing_given_away (void)
{
  g_autoptr (PlumbCaseShelf) shelf = open_shelf ();
  g_autoptr (PlumbSlides) slides
      = plumb_slides_new (plumb_case_shelf_lookup (shelf, "saddle-and-bladder"));
  const PlumbSlide *story = plumb_slides_get (slides, 0);
  const PlumbSlide *box = plumb_slides_get (slides, 1);
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (story->after);
  guint n = plumb_slides_get_length (slides);

  g_assert_cmpint (box->kind, ==, PLUMB_SLIDE_BOX);
  g_assert_cmpuint (advice->len, ==, 0);
  for (guint i = 0; i < box->exits->len; i++)
    g_assert_cmpint (plumb_evaluation_get_exit (box->before, g_ptr_array_index (box->exits, i)), ==,
                     PLUMB_UNKNOWN);
  /* An urgent advice is told first. */
  g_assert_cmpint (plumb_evaluation_get_urgency (
                       plumb_slides_get (slides, n - 2)->after,
                       g_ptr_array_index (plumb_slides_get (slides, n - 2)->advice, 0)),
                   ==, PLUMB_URGENCY_EMERGENCY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slides/every-case", test_every_case);
  g_test_add_func ("/slides/nothing-given-away", test_nothing_given_away);

  return g_test_run ();
}
