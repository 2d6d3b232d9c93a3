/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-window-private.h"

#include "plumb-language.h"
#include "plumb-teaching-exploration.h"

#include <glib/gi18n.h>

/* For a room: nothing but the case. */
static void
present (PlumbTeachingWindow *self, PlumbCase *teaching_case)
{
  if (plumb_teaching_window_is_on (self, "present"))
    return;
  g_clear_object (&self->lesson);
  self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  plumb_teaching_presenter_set_case (self->presenter, teaching_case);
  plumb_teaching_window_show_title (
      self, plumb_text_get (plumb_case_get_title (teaching_case), plumb_app_language ()));
  gtk_stack_set_visible_child_name (self->pages, "present");
  gtk_widget_hide (self->header);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->presenter));
}

/* The one that was asked for; else the one on which the keyboard stands, or the next. */
void
plumb_teaching_window_present (PlumbTeachingWindow *self, const char *id)
{
  PlumbCase *chosen;

  if (id == NULL)
    id = plumb_teaching_cases_get_focused (self->cases);
  if (id == NULL && !plumb_teaching_window_is_on (self, "cases"))
    return;
  chosen = id != NULL ? plumb_case_shelf_lookup (self->shelf, id)
                      : plumb_teaching_cases_find_next (self->shelf, self->progress,
                                                        plumb_teaching_window_get_now ());
  if (chosen == NULL && plumb_case_shelf_get_cases (self->shelf)->len > 0)
    chosen = g_ptr_array_index (plumb_case_shelf_get_cases (self->shelf), 0);
  if (chosen != NULL)
    present (self, chosen);
}

void
plumb_teaching_window_explore (PlumbTeachingWindow *self)
{
  GtkWidget *exploration = adw_bin_get_child (self->exploration_place);

  if (plumb_teaching_window_is_on (self, "present")
      || plumb_teaching_window_is_on (self, "explore"))
    return;
  g_clear_object (&self->lesson);
  if (exploration == NULL)
    {
      exploration = plumb_teaching_exploration_new (self->pathway);
      adw_bin_set_child (self->exploration_place, exploration);
    }
  adw_window_title_set_title (self->title, _ ("Teaching: the pathway, free to explore"));
  gtk_window_set_title (GTK_WINDOW (self),
                        _ ("Teaching: the pathway, free to explore – Plumbline"));
  gtk_stack_set_visible_child_name (self->pages, "explore");
  plumb_teaching_exploration_begin (PLUMB_TEACHING_EXPLORATION (exploration));
}

void
plumb_teaching_window_stop_presenting (PlumbTeachingWindow *self)
{
  if (!plumb_teaching_window_is_on (self, "present"))
    return;
  gtk_widget_show (self->header);
  if (!self->was_fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self));
}
