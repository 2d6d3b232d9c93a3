/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-author-private.h"

#include "plumb-language.h"

#include <glib/gi18n.h>
#include <string.h>

/* More would not be read; another word finds the others. */
#define MAXIMUM_FOUND 12
#define LESSON_HEIGHT 68

static PlumbTeachingAuthor *
get_author (gpointer widget)
{
  return PLUMB_TEACHING_AUTHOR (
      gtk_widget_get_ancestor (GTK_WIDGET (widget), PLUMB_TYPE_TEACHING_AUTHOR));
}

/* Which learning point a widget of it belongs to. */
static guint
get_lesson (gpointer widget)
{
  GtkWidget *child = GTK_WIDGET (widget);

  while (g_object_get_data (G_OBJECT (child), "lesson") == NULL)
    child = gtk_widget_get_parent (child);

  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "lesson")) - 1;
}

static const PlumbCaseLesson *
peek_lesson (PlumbTeachingAuthor *self, guint lesson)
{
  return g_ptr_array_index (plumb_case_get_lessons (plumb_case_draft_get_case (self->draft)),
                            lesson);
}

/* ---- statements -------------------------------------------------------------------------- */

static void fill_statements (PlumbTeachingAuthor *self, GtkBox *box, guint lesson);

static void
change_statement (GtkWidget *widget, const PlumbStatement *statement, gboolean set)
{
  PlumbTeachingAuthor *self = get_author (widget);
  guint lesson = get_lesson (widget);
  GtkWidget *row = widget;

  while (g_object_get_data (G_OBJECT (row), "lesson") == NULL)
    row = gtk_widget_get_parent (row);
  plumb_case_draft_set_statement (self->draft, lesson, statement, set);
  fill_statements (self, g_object_get_data (G_OBJECT (row), "statements"), lesson);
}

static void
on_remove_statement (GtkButton *button)
{
  change_statement (GTK_WIDGET (button), g_object_get_data (G_OBJECT (button), "statement"), FALSE);
}

static void
on_statement (GtkListBox *list, GtkListBoxRow *row)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  change_statement (popover, g_object_get_data (G_OBJECT (row), "statement"), TRUE);
}

static gboolean
matches (const PlumbStatement *statement, const char *const *words)
{
  g_autofree char *text
      = g_strconcat (statement->id, " ", plumb_text_get (statement->text, plumb_app_language ()),
                     " ", plumb_text_get (statement->source->title, plumb_app_language ()), NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (; *words != NULL; words++)
    if (strstr (folded, *words) == NULL)
      return FALSE;

  return TRUE;
}

static void
append_found (GtkListBox *list, const PlumbStatement *statement)
{
  g_autofree char *text = g_strdup_printf ("%s%s · %s", plumb_app_direction_mark (), statement->id,
                                           plumb_text_get (statement->text, plumb_app_language ()));
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "statement", (gpointer) statement);
  gtk_list_box_append (list, row);
}

static void
on_search (GtkSearchEntry *entry, GtkListBox *list)
{
  PlumbTeachingAuthor *self = get_author (entry);
  PlumbPathway *pathway = plumb_case_get_pathway (plumb_case_draft_get_case (self->draft));
  GPtrArray *statements = plumb_pathway_get_statements (pathway);
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);
  g_auto (GStrv) words = g_strsplit (g_strstrip (typed), " ", -1);
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < statements->len && n < MAXIMUM_FOUND; i++)
    if (matches (g_ptr_array_index (statements, i), (const char *const *) words))
      {
        append_found (list, g_ptr_array_index (statements, i));
        n++;
      }
}

/* Enter takes the best. */
static void
on_search_enter (GtkSearchEntry *entry, GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  if (row != NULL)
    on_statement (list, row);
}

static GtkWidget *
create_chooser (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the statements"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Statements"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (scrolled, 460, 260);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Add a statement"));
  g_signal_connect (entry, "search-changed", G_CALLBACK (on_search), list);
  g_signal_connect (entry, "activate", G_CALLBACK (on_search_enter), list);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_statement), NULL);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (gtk_widget_grab_focus), entry);

  return button;
}

static void
fill_statements (PlumbTeachingAuthor *self, GtkBox *box, guint lesson)
{
  GPtrArray *statements = peek_lesson (self, lesson)->statements;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *label = g_strdup_printf ("%s ×", statement->id);
      /* Translators: %s: the number of a statement, such as N03. */
      g_autofree char *name = g_strdup_printf (_ ("Remove the statement %s"), statement->id);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_widget_set_tooltip_text (button, plumb_text_get (statement->text, plumb_app_language ()));
      g_object_set_data (G_OBJECT (button), "statement", (gpointer) statement);
      g_signal_connect (button, "clicked", G_CALLBACK (on_remove_statement), NULL);
      gtk_box_append (box, button);
    }
}

/* ---- learning points --------------------------------------------------------------------- */

static void
on_text (GtkTextBuffer *buffer, GtkWidget *view)
{
  PlumbTeachingAuthor *self = get_author (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  plumb_case_draft_set_lesson (self->draft, get_lesson (view), text);
}

/* A sentence or two, all in sight. */
static GtkWidget *
create_text (PlumbTeachingAuthor *self, guint lesson)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkWidget *frame = gtk_scrolled_window_new ();
  /* Translators: %u: the number of a learning point, from 1. */
  g_autofree char *name = g_strdup_printf (_ ("Learning point %u"), lesson + 1);

  gtk_text_buffer_set_text (buffer, plumb_text_get (peek_lesson (self, lesson)->text, NULL), -1);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_text), view);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "teaching-story");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (frame, TRUE);
  plumb_teaching_author_frame (GTK_SCROLLED_WINDOW (frame), view, LESSON_HEIGHT);

  return frame;
}

static void
on_remove_lesson (GtkButton *button)
{
  PlumbTeachingAuthor *self = get_author (button);

  plumb_case_draft_remove_lesson (self->draft, get_lesson (button));
  plumb_teaching_author_fill_lessons (self);
  gtk_widget_child_focus (GTK_WIDGET (self->lessons), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
create_row (PlumbTeachingAuthor *self, guint lesson)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *statements = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *removal = gtk_button_new_with_label (_ ("Remove"));

  g_object_set_data (G_OBJECT (row), "lesson", GUINT_TO_POINTER (lesson + 1));
  g_object_set_data (G_OBJECT (row), "statements", statements);
  gtk_widget_set_valign (removal, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), create_text (self, lesson));
  gtk_box_append (GTK_BOX (line), removal);
  gtk_box_append (GTK_BOX (tools), create_chooser ());
  gtk_box_append (GTK_BOX (tools), statements);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), tools);
  g_signal_connect (removal, "clicked", G_CALLBACK (on_remove_lesson), NULL);
  fill_statements (self, GTK_BOX (statements), lesson);

  return row;
}

void
plumb_teaching_author_fill_lessons (PlumbTeachingAuthor *self)
{
  GPtrArray *lessons = plumb_case_get_lessons (plumb_case_draft_get_case (self->draft));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lessons))) != NULL)
    gtk_box_remove (self->lessons, child);
  for (guint i = 0; i < lessons->len; i++)
    gtk_box_append (self->lessons, create_row (self, i));
}

void
plumb_teaching_author_add_lesson (PlumbTeachingAuthor *self)
{
  guint lesson = plumb_case_draft_add_lesson (self->draft);
  GtkWidget *row = create_row (self, lesson);

  gtk_box_append (self->lessons, row);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}
