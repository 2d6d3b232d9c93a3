/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-statement-list.h"

#include "plumb-advice-words.h"
#include "plumb-language.h"

#include <glib/gi18n.h>

static GtkWidget *
create_label (const char *text, const char *style_class)
{
  g_autofree char *directed = g_strconcat (plumb_app_direction_mark (), text, NULL);
  GtkWidget *label = gtk_label_new (directed);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_width_chars (GTK_LABEL (label), 32);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static GtkWidget *
create_row (const PlumbStatement *statement)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *source = plumb_advice_describe_source (statement->source);
  g_autofree char *line = g_strdup_printf ("%s  %s", statement->id,
                                           plumb_text_get (statement->text, plumb_app_language ()));
  GtkWidget *origin = create_label (source, "caption");

  gtk_widget_add_css_class (origin, "dim-label");
  gtk_box_append (GTK_BOX (row), create_label (line, NULL));
  gtk_box_append (GTK_BOX (row), origin);

  return row;
}

/**
 * plumb_statement_list_new:
 * @statements: (element-type PlumbStatement): statements
 *
 * Returns: (transfer floating): their texts and sources, one below the other
 */
GtkWidget *
plumb_statement_list_new (GPtrArray *statements)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  for (guint i = 0; i < statements->len; i++)
    gtk_box_append (GTK_BOX (list), create_row (g_ptr_array_index (statements, i)));

  return list;
}

/**
 * plumb_popover_frame_new:
 * @child: what a popover shows
 *
 * Returns: (transfer floating): @child, which scrolls where the window is too low
 */
GtkWidget *
plumb_popover_frame_new (GtkWidget *child)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 480);
  gtk_widget_add_css_class (child, "popover-content");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), child);

  return window;
}

/**
 * plumb_statement_popover_new:
 * @statements: (element-type PlumbStatement): statements
 *
 * Returns: (transfer floating): a popover that shows them
 */
GtkWidget *
plumb_statement_popover_new (GPtrArray *statements)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), create_label (_ ("What this rests on"), "heading"));
  gtk_box_append (GTK_BOX (box), plumb_statement_list_new (statements));
  gtk_popover_set_child (GTK_POPOVER (popover), plumb_popover_frame_new (box));

  return popover;
}
