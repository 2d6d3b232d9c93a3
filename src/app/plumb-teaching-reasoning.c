/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-reasoning.h"

#include "plumb-language.h"
#include "plumb-place.h"
#include "plumb-statement-list.h"

#include <glib/gi18n.h>

GtkWidget *
plumb_teaching_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
narrow (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_width_chars (GTK_LABEL (widget), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    narrow (child);
}

GtkWidget *
plumb_teaching_statements_new (GPtrArray *statements)
{
  GtkWidget *list = plumb_statement_list_new (statements);

  narrow (list);

  return list;
}

GtkWidget *
plumb_teaching_expander_new (const char *title, GtkWidget *child)
{
  GtkWidget *expander = gtk_expander_new (NULL);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), plumb_teaching_label_new (title, NULL));
  gtk_expander_set_child (GTK_EXPANDER (expander), child);

  return expander;
}

void
plumb_teaching_add_disagreements (GtkBox *box, GPtrArray *disagreements)
{
  const char *language = plumb_app_language ();

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (disagreements != NULL);

  for (guint i = 0; i < disagreements->len; i++)
    {
      const PlumbDisagreement *next = g_ptr_array_index (disagreements, i);
      /* Translators: %s: what the sources disagree about. */
      g_autofree char *title = g_strdup_printf (_ ("The sources disagree: %s"),
                                                plumb_text_get (next->title, language));

      gtk_box_append (box, plumb_teaching_label_new (title, "heading"));
      for (guint j = 0; j < next->sides->len; j++)
        {
          const PlumbSide *side = g_ptr_array_index (next->sides, j);
          g_autofree char *text = g_strdup_printf ("• %s", plumb_text_get (side->text, language));

          gtk_box_append (box, plumb_teaching_label_new (text, NULL));
        }
      gtk_box_append (box, plumb_teaching_label_new (plumb_text_get (next->note, language), NULL));
    }
}

/**
 * plumb_teaching_add_reasoning:
 * @box: where to
 * @node: a box of the chart
 * @pathway: its pathway
 *
 * Adds why the box is there, where the sources disagree about it, and on what it rests.
 */
void
plumb_teaching_add_reasoning (GtkBox *box, const PlumbNode *node, const PlumbPathway *pathway)
{
  g_autoptr (GPtrArray) disagreements = NULL;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (node != NULL && pathway != NULL);

  disagreements = plumb_place_list_disagreements (node, pathway);
  if (node->rationale != NULL)
    {
      gtk_box_append (box, plumb_teaching_label_new (_ ("Why"), "heading"));
      gtk_box_append (box, plumb_teaching_label_new (
                               plumb_text_get (node->rationale, plumb_app_language ()), NULL));
    }
  plumb_teaching_add_disagreements (box, disagreements);
  if (node->statements->len == 0)
    return;
  gtk_box_append (box, plumb_teaching_label_new (_ ("What this rests on"), "heading"));
  gtk_box_append (box, plumb_teaching_statements_new (node->statements));
}
