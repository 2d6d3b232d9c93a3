/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-answer-choice.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

/* A drop-down of the choices; its first row stands for no answer. */
struct _PlumbAnswerChoice
{
  PlumbAnswerControl parent_instance;

  GtkDropDown *choices;
};

G_DEFINE_FINAL_TYPE (PlumbAnswerChoice, plumb_answer_choice, PLUMB_TYPE_ANSWER_CONTROL)

static guint
row_of (const PlumbFinding *finding, const PlumbValue *value)
{
  for (guint i = 0; value->type == PLUMB_VALUE_STRING && i < finding->choices->len; i++)
    {
      const PlumbChoice *choice = g_ptr_array_index (finding->choices, i);

      if (choice->code == value->string)
        return i + 1;
    }

  return 0;
}

static void
plumb_answer_choice_show_value (PlumbAnswerControl *control, const PlumbValue *value)
{
  PlumbAnswerChoice *self = PLUMB_ANSWER_CHOICE (control);
  const PlumbFinding *finding = plumb_answer_control_get_finding (control);

  gtk_drop_down_set_selected (self->choices, row_of (finding, value));
}

static void
on_selected (PlumbAnswerChoice *self)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);
  const PlumbFinding *finding = plumb_answer_control_get_finding (control);
  guint row = gtk_drop_down_get_selected (self->choices);
  PlumbValue value = plumb_value_null ();

  if (row == row_of (finding, plumb_answer_control_get_value (control)))
    return;
  if (row > 0 && row <= finding->choices->len)
    value = plumb_value_string (
        ((const PlumbChoice *) g_ptr_array_index (finding->choices, row - 1))->code);
  plumb_answer_control_answer (control, &value);
}

static GtkStringList *
list_choices (const PlumbFinding *finding)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  gtk_string_list_append (rows, _ ("Not asked"));
  for (guint i = 0; i < finding->choices->len; i++)
    {
      const PlumbChoice *choice = g_ptr_array_index (finding->choices, i);

      gtk_string_list_append (rows, plumb_text_get (choice->label, plumb_app_language ()));
    }

  return rows;
}

static void
plumb_answer_choice_constructed (GObject *object)
{
  PlumbAnswerChoice *self = PLUMB_ANSWER_CHOICE (object);
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (object);
  GtkWidget *choices = gtk_drop_down_new (
      G_LIST_MODEL (list_choices (plumb_answer_control_get_finding (control))), NULL);

  self->choices = GTK_DROP_DOWN (choices);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plumb_answer_control_get_title (control), -1);
  adw_bin_set_child (ADW_BIN (self), choices);

  /* Shows the answer; only then is a selection the user's. */
  G_OBJECT_CLASS (plumb_answer_choice_parent_class)->constructed (object);
  g_signal_connect_object (choices, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

static void
plumb_answer_choice_class_init (PlumbAnswerChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = plumb_answer_choice_constructed;
  PLUMB_ANSWER_CONTROL_CLASS (klass)->show_value = plumb_answer_choice_show_value;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "answerchoice");
}

static void
plumb_answer_choice_init (PlumbAnswerChoice *self)
{
}
