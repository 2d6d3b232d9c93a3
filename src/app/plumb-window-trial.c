/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-trial-bar.h"
#include "plumb-what-if-page.h"

/* ---- the list --------------------------------------------------------------------------- */

static gboolean
is_list_shown (PlumbWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "what-if") == 0;
}

gboolean
plumb_window_shows_questions (PlumbWindow *self)
{
  return !is_list_shown (self);
}

/* The questions, where the list of answers that would change the plan took their place. */
void
plumb_window_show_questions (PlumbWindow *self)
{
  gtk_stack_set_visible_child_name (self->side, "questions");
}

/* Made when somebody first wants it. */
static void
show_list (PlumbWindow *self)
{
  if (adw_bin_get_child (self->what_if_place) == NULL)
    {
      GtkWidget *page = plumb_what_if_page_new (self->session);

      g_object_set (page, "closable", TRUE, NULL);
      adw_bin_set_child (self->what_if_place, page);
    }
  plumb_window_commit (self);
  adw_view_stack_set_visible_child_name (self->pages, "pathway");
  gtk_stack_set_visible_child_name (self->side, "what-if");
  gtk_widget_grab_focus (adw_bin_get_child (self->what_if_place));
}

void
plumb_window_toggle_what_if (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  gboolean in_sight
      = g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "pathway") == 0;

  if (!is_list_shown (self) || !in_sight)
    {
      show_list (self);
      return;
    }
  plumb_window_show_questions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->questions));
}

/* ---- trying ----------------------------------------------------------------------------- */

static void
on_answer (PlumbWindow *self, const PlumbFinding *finding)
{
  PlumbPlace place = { PLUMB_PLACE_FINDING, { finding } };

  plumb_window_go_to (self, &place);
}

static gboolean
has_focus (PlumbWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/**
 * plumb_window_show_trial:
 * @self: a window
 *
 * Says on every page that something is tried; made when somebody first does.
 */
void
plumb_window_show_trial (PlumbWindow *self)
{
  GtkWidget *bar = adw_bin_get_child (self->trial_place);

  if (plumb_session_get_trial (self->session) != NULL && bar == NULL)
    {
      bar = plumb_trial_bar_new (self->session);
      g_signal_connect_object (bar, "answer", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->trial_place, bar);
    }
  /* The bar goes away; the keyboard does not go with it. */
  if (plumb_session_get_trial (self->session) == NULL && bar != NULL && has_focus (self, bar))
    gtk_widget_grab_focus (is_list_shown (self) ? adw_bin_get_child (self->what_if_place)
                                                : GTK_WIDGET (self->questions));
}

/* Returns: whether there was a trial */
gboolean
plumb_window_stop_trying (PlumbWindow *self)
{
  if (plumb_session_get_trial (self->session) == NULL)
    return FALSE;
  plumb_session_stop_trying (self->session);

  return TRUE;
}
