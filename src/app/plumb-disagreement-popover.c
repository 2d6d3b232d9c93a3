/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-disagreement-popover.h"

#include "plumb-language.h"
#include "plumb-statement-list.h"

#include <glib/gi18n.h>

struct _PlumbDisagreementPopover
{
  GtkPopover parent_instance;

  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (PlumbDisagreementPopover, plumb_disagreement_popover, GTK_TYPE_POPOVER)

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_width_chars (GTK_LABEL (label), 32);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (box, label);

  return label;
}

static void
add_side (GtkBox *box, const PlumbSide *side, guint number)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *statements = plumb_statement_list_new (side->statements);
  /* Translators: one of the sides where sources disagree, from 1. */
  g_autofree char *title = g_strdup_printf (_ ("Side %u"), number);

  gtk_widget_add_css_class (part, "side");
  gtk_widget_add_css_class (statements, "cited");
  add_label (GTK_BOX (part), title, "caption-heading");
  add_label (GTK_BOX (part), plumb_text_get (side->text, plumb_app_language ()), NULL);
  gtk_box_append (GTK_BOX (part), statements);
  gtk_box_append (box, part);
}

/**
 * plumb_disagreement_add:
 * @box: where to show it
 * @disagreement: a disagreement
 *
 * Adds what each side says, and what the pathway does.
 */
void
plumb_disagreement_add (GtkBox *box, const PlumbDisagreement *disagreement)
{
  const char *language = plumb_app_language ();

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (disagreement != NULL);

  add_label (box, plumb_text_get (disagreement->title, language), "heading");
  for (guint i = 0; i < disagreement->sides->len; i++)
    add_side (box, g_ptr_array_index (disagreement->sides, i), i + 1);
  add_label (box, _ ("What this pathway does"), "caption-heading");
  add_label (box, plumb_text_get (disagreement->note, language), NULL);
}

static void
plumb_disagreement_popover_class_init (PlumbDisagreementPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-disagreement-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbDisagreementPopover, content);
}

static void
plumb_disagreement_popover_init (PlumbDisagreementPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_disagreement_popover_new:
 * @disagreements: (element-type PlumbDisagreement): about one advice
 *
 * Returns: (transfer floating): a popover that shows every side
 */
GtkWidget *
plumb_disagreement_popover_new (GPtrArray *disagreements)
{
  PlumbDisagreementPopover *self = g_object_new (PLUMB_TYPE_DISAGREEMENT_POPOVER, NULL);

  for (guint i = 0; disagreements != NULL && i < disagreements->len; i++)
    {
      if (i > 0)
        gtk_box_append (self->content, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      plumb_disagreement_add (self->content, g_ptr_array_index (disagreements, i));
    }

  return GTK_WIDGET (self);
}
