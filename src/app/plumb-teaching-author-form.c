/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-author-private.h"

#include "plumb-language.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>

#define STORY_HEIGHT 130

static PlumbCase *
get_case (PlumbTeachingAuthor *self)
{
  return plumb_case_draft_get_case (self->draft);
}

/* ---- steps ------------------------------------------------------------------------------- */

static void
on_story (GtkTextBuffer *buffer, PlumbTeachingAuthor *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (buffer), "step"));
  g_autofree char *story = plumb_teaching_author_dup_buffer (buffer);

  if (!self->filling)
    plumb_case_draft_set_story (self->draft, step, story);
}

static void
on_given (GtkCheckButton *button, PlumbTeachingAuthor *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));
  guint answer = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "answer"));

  plumb_case_draft_set_given (self->draft, step, answer, gtk_check_button_get_active (button));
}

/* What is longer scrolls. */
void
plumb_teaching_author_frame (GtkScrolledWindow *frame, GtkWidget *view, int height)
{
  gtk_scrolled_window_set_policy (frame, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (frame, height);
  gtk_scrolled_window_set_has_frame (frame, TRUE);
  gtk_scrolled_window_set_child (frame, view);
}

static GtkWidget *
create_story (PlumbTeachingAuthor *self, guint step)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkWidget *frame = gtk_scrolled_window_new ();

  gtk_text_buffer_set_text (
      buffer, plumb_text_get (plumb_case_get_step (get_case (self), step)->text, NULL), -1);
  g_object_set_data (G_OBJECT (buffer), "step", GUINT_TO_POINTER (step));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_story), self, 0);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "teaching-story");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Story"),
                                  -1);
  plumb_teaching_author_frame (GTK_SCROLLED_WINDOW (frame), view, STORY_HEIGHT);

  return frame;
}

static GtkWidget *
create_answer (PlumbTeachingAuthor *self, guint step, guint index)
{
  const PlumbCaseAnswer *answer
      = g_ptr_array_index (plumb_case_get_step (get_case (self), step)->answers, index);
  g_autofree char *phrase
      = plumb_phrase_answer (answer->finding, &answer->value, plumb_app_language ());
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (phrase);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), answer->given);
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (step));
  g_object_set_data (G_OBJECT (button), "answer", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_given), self, 0);

  return button;
}

static gboolean
is_unremarkable (const PlumbCaseAnswer *answer)
{
  return !answer->given && plumb_finding_has_normal (answer->finding)
         && plumb_value_equal (&answer->value, &answer->finding->normal);
}

static void
append_answers (PlumbTeachingAuthor *self, guint step)
{
  GPtrArray *answers = plumb_case_get_step (get_case (self), step)->answers;
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *expander = gtk_expander_new (NULL);
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      gboolean plain = is_unremarkable (g_ptr_array_index (answers, i));
      GtkWidget *button = create_answer (self, step, i);

      gtk_box_append (plain ? GTK_BOX (rest) : self->steps, button);
      n += plain;
    }
  /* Translators: of the findings of a case; %u: how many. */
  title = g_strdup_printf (ngettext ("%u unremarkable finding", "%u unremarkable findings", n), n);
  gtk_expander_set_label (GTK_EXPANDER (expander), title);
  gtk_expander_set_child (GTK_EXPANDER (expander), rest);
  gtk_widget_set_visible (expander, n > 0);
  gtk_box_append (self->steps, expander);
}

static void
append_heading (PlumbTeachingAuthor *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->steps, label);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_steps (PlumbTeachingAuthor *self)
{
  guint n = plumb_case_count_steps (get_case (self));

  clear_box (self->steps);
  for (guint i = 0; i < n; i++)
    {
      /* Translators: of a case that is told in several steps; %u: the number of one. */
      g_autofree char *title
          = n > 1 ? g_strdup_printf (_ ("Story, step %u"), i + 1) : g_strdup (_ ("Story"));

      append_heading (self, title);
      gtk_box_append (self->steps, create_story (self, i));
      append_heading (self, _ ("Tick what the story tells; the rest is revealed by asking"));
      append_answers (self, i);
    }
}

/* ---- the rest ---------------------------------------------------------------------------- */

static void
on_trap (GtkCheckButton *button, PlumbTeachingAuthor *self)
{
  plumb_case_draft_set_trap (self->draft, g_object_get_data (G_OBJECT (button), "trap"),
                             gtk_check_button_get_active (button));
}

static void
fill_traps (PlumbTeachingAuthor *self)
{
  GPtrArray *traps = plumb_traps_get_list (plumb_case_draft_get_traps (self->draft));

  clear_box (self->traps);
  for (guint i = 0; i < traps->len; i++)
    {
      const PlumbTrap *trap = g_ptr_array_index (traps, i);
      GtkWidget *button
          = gtk_check_button_new_with_label (plumb_text_get (trap->title, plumb_app_language ()));
      GtkWidget *label = gtk_widget_get_last_child (button);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (button),
          g_ptr_array_find (plumb_case_get_traps (get_case (self)), trap, NULL));
      g_object_set_data (G_OBJECT (button), "trap", (gpointer) trap);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_trap), self, 0);
      gtk_box_append (self->traps, button);
    }
}

void
plumb_teaching_author_fill (PlumbTeachingAuthor *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title),
                         plumb_text_get (plumb_case_get_title (get_case (self)), NULL));
  adw_combo_row_set_selected (self->difficulty, plumb_case_get_difficulty (get_case (self))
                                                    - PLUMB_CASE_MIN_DIFFICULTY);
  fill_steps (self);
  fill_traps (self);
  plumb_teaching_author_fill_lessons (self);
  self->filling = FALSE;
}
