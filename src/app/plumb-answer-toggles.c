/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-answer-toggles.h"

#include "plumb-answer.h"

#include <glib/gi18n.h>

/* Yes and No side by side; a click on the pressed one takes the answer back. */
struct _PlumbAnswerToggles
{
  PlumbAnswerControl parent_instance;

  GtkToggleButton *yes;
  GtkToggleButton *no;
};

G_DEFINE_FINAL_TYPE (PlumbAnswerToggles, plumb_answer_toggles, PLUMB_TYPE_ANSWER_CONTROL)

static PlumbValue
value_of (PlumbAnswerToggles *self, gboolean yes)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);

  if (plumb_answer_control_get_as_line (control))
    return plumb_answer_for_line (plumb_answer_control_get_finding (control), yes);

  return plumb_value_boolean (yes);
}

static void
plumb_answer_toggles_show_value (PlumbAnswerControl *control, const PlumbValue *value)
{
  PlumbAnswerToggles *self = PLUMB_ANSWER_TOGGLES (control);
  PlumbValue yes = value_of (self, TRUE);
  PlumbValue no = value_of (self, FALSE);

  gtk_toggle_button_set_active (self->yes, plumb_value_equal (value, &yes));
  gtk_toggle_button_set_active (self->no, plumb_value_equal (value, &no));
}

/* The answer decides what is pressed, not the click: what the session refuses
 * springs back. */
static void
on_clicked (PlumbAnswerToggles *self, GtkToggleButton *button)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);
  PlumbValue value = value_of (self, button == self->yes);

  if (plumb_value_equal (plumb_answer_control_get_value (control), &value))
    value = plumb_value_null ();
  g_object_ref (self);
  plumb_answer_control_answer (control, &value);
  plumb_answer_toggles_show_value (control, plumb_answer_control_get_value (control));
  g_object_unref (self);
}

/**
 * plumb_answer_toggles_press:
 * @self: toggles
 * @yes: which of the two
 *
 * Does what a click on Yes or No does.
 */
void
plumb_answer_toggles_press (PlumbAnswerToggles *self, gboolean yes)
{
  g_return_if_fail (PLUMB_IS_ANSWER_TOGGLES (self));

  on_clicked (self, yes ? self->yes : self->no);
}

static GtkToggleButton *
add_toggle (PlumbAnswerToggles *self, GtkBox *box, const char *label)
{
  const char *title = plumb_answer_control_get_title (PLUMB_ANSWER_CONTROL (self));
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  /* Translators: the name of a button for screen readers: the finding and the answer to it. */
  g_autofree char *name = g_strdup_printf (_ ("%s %s"), title, label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);

  return GTK_TOGGLE_BUTTON (button);
}

static void
plumb_answer_toggles_constructed (GObject *object)
{
  PlumbAnswerToggles *self = PLUMB_ANSWER_TOGGLES (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  self->yes = add_toggle (self, GTK_BOX (box), _ ("Yes"));
  self->no = add_toggle (self, GTK_BOX (box), _ ("No"));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  /* Last, for it shows the answer. */
  G_OBJECT_CLASS (plumb_answer_toggles_parent_class)->constructed (object);
}

static void
plumb_answer_toggles_class_init (PlumbAnswerTogglesClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = plumb_answer_toggles_constructed;
  PLUMB_ANSWER_CONTROL_CLASS (klass)->show_value = plumb_answer_toggles_show_value;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "answertoggles");
}

static void
plumb_answer_toggles_init (PlumbAnswerToggles *self)
{
}
