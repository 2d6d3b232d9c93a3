/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-window-private.h"

#include "plumb-language.h"
#include "plumb-teaching-chart.h"

#include <glib/gi18n.h>

static void
record (PlumbTeachingWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->progress == NULL
      || plumb_progress_record (self->progress, self->lesson, plumb_teaching_window_get_now (),
                                &error))
    return;
  plumb_teaching_window_toast (self, error->message);
}

static void
show_lesson (PlumbTeachingWindow *self)
{
  PlumbTeachingChart *chart = PLUMB_TEACHING_CHART (adw_bin_get_child (self->chart_place));

  if (plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_OVER)
    {
      plumb_teaching_result_set_lesson (self->result, self->lesson);
      gtk_stack_set_visible_child_name (self->pages, "result");
      gtk_widget_grab_focus (self->all_cases);
      return;
    }
  plumb_teaching_chart_show (chart, plumb_lesson_get_evaluation (self->lesson),
                             plumb_lesson_get_node (self->lesson));
  plumb_teaching_chart_set_missed (chart, plumb_lesson_get_missed (self->lesson));
}

void
plumb_teaching_window_play (PlumbTeachingWindow *self, PlumbCase *teaching_case)
{
  const char *typed = plumb_teaching_cases_get_name (self->cases);

  if (self->progress == NULL || g_strcmp0 (plumb_progress_get_name (self->progress), typed) != 0)
    plumb_teaching_window_load_progress (self, typed);
  g_clear_object (&self->lesson);
  self->lesson = plumb_lesson_new (teaching_case);
  if (self->progress != NULL)
    plumb_progress_begin (self->progress, self->lesson, plumb_teaching_window_get_now ());
  adw_bin_set_child (self->chart_place, plumb_teaching_chart_new (self->pathway));
  plumb_teaching_questions_set_lesson (self->questions, self->lesson);
  plumb_teaching_prediction_set_lesson (self->prediction, self->lesson);
  plumb_teaching_window_show_title (
      self, plumb_text_get (plumb_case_get_title (teaching_case), plumb_app_language ()));
  gtk_stack_set_visible_child_name (self->pages, "play");
  show_lesson (self);
  plumb_teaching_questions_search (self->questions);
}

void
plumb_teaching_window_play_next (PlumbTeachingWindow *self)
{
  PlumbCase *next = plumb_teaching_cases_find_next (self->shelf, self->progress,
                                                    plumb_teaching_window_get_now ());

  if (next != NULL)
    plumb_teaching_window_play (self, next);
}

/* What the big button does, on whichever page. Nothing chosen is an answer only where several
 * may hold. */
void
plumb_teaching_window_commit (PlumbTeachingWindow *self)
{
  gboolean chosen = FALSE;

  if (plumb_teaching_window_is_on (self, "cases"))
    plumb_teaching_window_play_next (self);
  else if (plumb_teaching_window_is_on (self, "result")
           || plumb_teaching_window_is_on (self, "progress"))
    plumb_teaching_window_show_cases (self);
  else if (!plumb_teaching_window_is_on (self, "play"))
    return;
  else if (plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_REVEALED)
    {
      plumb_lesson_proceed (self->lesson);
      if (plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_OVER)
        record (self);
      show_lesson (self);
    }
  else
    {
      GArray *choices = plumb_lesson_get_choices (self->lesson);

      for (guint i = 0; i < choices->len; i++)
        chosen = chosen || g_array_index (choices, PlumbLessonChoice, i).chosen;
      if (!chosen && plumb_lesson_get_exclusive (self->lesson))
        {
          plumb_teaching_window_toast (self, _ ("Choose where the way goes on, then commit."));
          return;
        }
      plumb_lesson_commit (self->lesson);
      record (self);
      show_lesson (self);
    }
}
