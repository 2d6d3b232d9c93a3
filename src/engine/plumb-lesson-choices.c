/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-lesson-private.h"

/* More cannot be weighed at once. */
#define MAXIMUM_RIGHT 7
#define MAXIMUM_WRONG 5

/* ---- offering --------------------------------------------------------------------------- */

static gboolean
contains (GArray *choices, const PlumbRecommendation *recommendation)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, PlumbLessonChoice, i).recommendation == recommendation)
      return TRUE;

  return FALSE;
}

static void
add_advice (PlumbLesson *self, const PlumbRecommendation *recommendation)
{
  PlumbLessonChoice choice = { .recommendation = recommendation };

  if (contains (self->choices, recommendation))
    return;
  choice.right = plumb_evaluation_get_recommendation (self->truth, recommendation) == PLUMB_TRUE;
  g_array_append_val (self->choices, choice);
}

/* The urgent ones always, then what the case is about, then the rest. */
static void
add_right (PlumbLesson *self, const PlumbCaseStep *step)
{
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (self->truth);

  for (guint i = 0; i < advice->len; i++)
    if (plumb_evaluation_get_urgency (self->truth, g_ptr_array_index (advice, i))
        != PLUMB_URGENCY_ROUTINE)
      add_advice (self, g_ptr_array_index (advice, i));
  for (guint i = 0; i < step->expected->len; i++)
    if (g_ptr_array_find (advice, g_ptr_array_index (step->expected, i), NULL))
      add_advice (self, g_ptr_array_index (step->expected, i));
  for (guint i = 0; i < advice->len && self->choices->len < MAXIMUM_RIGHT; i++)
    add_advice (self, g_ptr_array_index (advice, i));
}

static guint
get_order (PlumbLesson *self, const PlumbRecommendation *recommendation)
{
  g_autofree char *key = g_strdup_printf ("%s %u %s", plumb_case_get_id (self->teaching_case),
                                          self->step, recommendation->id);

  return g_str_hash (key) * 2654435761u;
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlumbLessonChoice *left = a, *right = b;
  guint first = get_order (data, left->recommendation);
  guint second = get_order (data, right->recommendation);

  return first < second ? -1 : first > second;
}

/* Not in force, of one of the stages from which the right ones come; urgent: only those that
 * would be. Nearest to hand is what the case itself says to be wrong. */
static void
add_wrong (PlumbLesson *self, gboolean urgent, gboolean anywhere, guint limit)
{
  GPtrArray *all = plumb_pathway_get_recommendations (plumb_case_get_pathway (self->teaching_case));
  guint n_before = self->choices->len;

  for (guint i = 0; i < all->len && self->choices->len < limit; i++)
    {
      const PlumbRecommendation *next = g_ptr_array_index (all, i);
      gboolean near = anywhere;

      for (guint j = 0; j < n_before && !near; j++)
        near = g_array_index (self->choices, PlumbLessonChoice, j).recommendation->stage
               == next->stage;
      if (near && (next->urgency != PLUMB_URGENCY_ROUTINE) == urgent
          && plumb_evaluation_get_recommendation (self->truth, next) != PLUMB_TRUE)
        add_advice (self, next);
    }
}

/* Right and wrong ones, in an order that is always the same and says nothing. */
void
plumb_lesson_offer_advice (PlumbLesson *self)
{
  const PlumbCaseStep *step = plumb_case_get_step (self->teaching_case, self->step);
  guint limit;

  self->node = NULL;
  g_array_set_size (self->choices, 0);
  add_right (self, step);
  limit = self->choices->len + MAXIMUM_WRONG;
  for (guint i = 0; i < step->absent->len && self->choices->len + 2 < limit; i++)
    add_advice (self, g_ptr_array_index (step->absent, i));
  /* Urgency alone must give nothing away. */
  add_wrong (self, TRUE, TRUE, MIN (limit, self->choices->len + 2));
  add_wrong (self, FALSE, FALSE, limit);
  add_wrong (self, FALSE, TRUE, limit);
  g_array_sort_with_data (self->choices, compare_order, self);
}

void
plumb_lesson_offer_exits (PlumbLesson *self, const PlumbNode *node)
{
  self->node = node;
  g_array_set_size (self->choices, 0);
  for (guint i = 0; i < node->exits->len; i++)
    {
      PlumbLessonChoice choice = { .exit = g_ptr_array_index (node->exits, i) };

      choice.right = plumb_evaluation_get_exit (self->truth, choice.exit) == PLUMB_TRUE;
      g_array_append_val (self->choices, choice);
    }
}

/* ---- choosing --------------------------------------------------------------------------- */

/**
 * plumb_lesson_choose:
 * @self: a lesson that waits for a prediction
 * @choice: the index of a choice
 * @chosen: whether it is predicted
 */
void
plumb_lesson_choose (PlumbLesson *self, guint choice, gboolean chosen)
{
  g_return_if_fail (PLUMB_IS_LESSON (self));
  g_return_if_fail (choice < self->choices->len);

  if (!plumb_lesson_is_open (self)
      || g_array_index (self->choices, PlumbLessonChoice, choice).chosen == !!chosen)
    return;
  if (chosen && plumb_lesson_get_exclusive (self))
    for (guint i = 0; i < self->choices->len; i++)
      g_array_index (self->choices, PlumbLessonChoice, i).chosen = FALSE;
  g_array_index (self->choices, PlumbLessonChoice, choice).chosen = !!chosen;
  plumb_lesson_emit_changed (self);
}

gboolean
plumb_lesson_get_exclusive (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), FALSE);

  return self->node != NULL && self->node->select == PLUMB_SELECT_ONE;
}

/* How much of what was chosen, and of what is right, is both. */
double
plumb_lesson_compare (PlumbLesson *self)
{
  guint both = 0, either = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const PlumbLessonChoice *choice = &g_array_index (self->choices, PlumbLessonChoice, i);

      both += choice->chosen && choice->right;
      either += choice->chosen || choice->right;
    }

  return either > 0 ? (double) both / either : 1;
}
