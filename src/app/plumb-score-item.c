/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-score-item.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

/* One item of a questionnaire: its prompt and its answers side by side. */
struct _PlumbScoreItem
{
  PlumbAnswerControl parent_instance;

  GtkLabel *number;
  GtkLabel *prompt;
  GtkBox *answers;
  GPtrArray *buttons; /* GtkToggleButton, borrowed */
};

G_DEFINE_FINAL_TYPE (PlumbScoreItem, plumb_score_item, PLUMB_TYPE_ANSWER_CONTROL)

static const PlumbFinding *
get_finding (PlumbScoreItem *self)
{
  return plumb_answer_control_get_finding (PLUMB_ANSWER_CONTROL (self));
}

static PlumbValue
value_at (PlumbScoreItem *self, guint position)
{
  const PlumbFinding *finding = get_finding (self);
  const PlumbChoice *choice;

  if (finding->type == PLUMB_FINDING_BOOLEAN)
    return plumb_value_boolean (position == 0);
  choice = g_ptr_array_index (finding->choices, position);

  return plumb_value_string (choice->code);
}

static const char *
label_at (PlumbScoreItem *self, guint position)
{
  const PlumbFinding *finding = get_finding (self);
  const PlumbChoice *choice;

  /* Translators: the answers to a statement of a questionnaire. */
  if (finding->type == PLUMB_FINDING_BOOLEAN)
    return position == 0 ? _ ("Agree") : _ ("Disagree");
  choice = g_ptr_array_index (finding->choices, position);

  return plumb_text_get (choice->label, plumb_app_language ());
}

static void
plumb_score_item_show_value (PlumbAnswerControl *control, const PlumbValue *value)
{
  PlumbScoreItem *self = PLUMB_SCORE_ITEM (control);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      PlumbValue at = value_at (self, i);

      gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i),
                                    plumb_value_equal (value, &at));
    }
}

static void
on_clicked (PlumbScoreItem *self, GtkToggleButton *button)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);
  PlumbValue value = plumb_value_null ();
  guint position;

  if (!g_ptr_array_find (self->buttons, button, &position))
    return;
  if (gtk_toggle_button_get_active (button))
    value = value_at (self, position);
  plumb_answer_control_answer (control, &value);
  plumb_score_item_show_value (control, plumb_answer_control_get_value (control));
}

/* y and n as on the form, 1 and 0 as it is scored; choices by their place. */
static int
find_position (PlumbScoreItem *self, guint keyval)
{
  gunichar character = g_unichar_tolower (gdk_keyval_to_unicode (keyval));
  int digit = g_unichar_digit_value (character);

  if (get_finding (self)->type != PLUMB_FINDING_BOOLEAN)
    return digit >= 1 && digit <= (int) self->buttons->len ? digit - 1 : -1;
  if (digit == 1 || character == 'y')
    return 0;

  return digit == 0 || character == 'n' ? 1 : -1;
}

/**
 * plumb_score_item_press_key:
 * @self: an item
 * @keyval: a key
 *
 * Returns: whether the key answered the item
 */
gboolean
plumb_score_item_press_key (PlumbScoreItem *self, guint keyval)
{
  PlumbValue value;
  int position;

  g_return_val_if_fail (PLUMB_IS_SCORE_ITEM (self), FALSE);

  position = find_position (self, keyval);
  if (position < 0)
    return FALSE;
  value = value_at (self, (guint) position);

  return plumb_answer_control_answer (PLUMB_ANSWER_CONTROL (self), &value);
}

void
plumb_score_item_set_current (PlumbScoreItem *self, gboolean current)
{
  g_return_if_fail (PLUMB_IS_SCORE_ITEM (self));

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

static gboolean
plumb_score_item_grab_focus (GtkWidget *widget)
{
  PlumbScoreItem *self = PLUMB_SCORE_ITEM (widget);

  return self->buttons->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->buttons, 0));
}

static void
add_button (PlumbScoreItem *self, guint position)
{
  const char *label = label_at (self, position);
  const char *prompt = gtk_label_get_text (self->prompt);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf (_ ("%s %s"), prompt, label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->answers, button);
  g_ptr_array_add (self->buttons, button);
}

static void
plumb_score_item_constructed (GObject *object)
{
  PlumbScoreItem *self = PLUMB_SCORE_ITEM (object);
  const PlumbFinding *finding = get_finding (self);
  gboolean boolean = finding->type == PLUMB_FINDING_BOOLEAN;
  guint n_answers = boolean ? 2 : finding->choices->len;

  gtk_label_set_text (self->prompt, plumb_text_get (finding->question, plumb_app_language ()));
  for (guint i = 0; i < n_answers; i++)
    add_button (self, i);
  /* More than two answers need a line of their own. */
  if (!boolean)
    gtk_orientable_set_orientation (
        GTK_ORIENTABLE (gtk_widget_get_parent (GTK_WIDGET (self->answers))),
        GTK_ORIENTATION_VERTICAL);

  G_OBJECT_CLASS (plumb_score_item_parent_class)->constructed (object);
}

static void
plumb_score_item_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_SCORE_ITEM (object)->buttons);

  G_OBJECT_CLASS (plumb_score_item_parent_class)->finalize (object);
}

static void
plumb_score_item_class_init (PlumbScoreItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plumb_score_item_constructed;
  object_class->finalize = plumb_score_item_finalize;
  widget_class->grab_focus = plumb_score_item_grab_focus;
  PLUMB_ANSWER_CONTROL_CLASS (klass)->show_value = plumb_score_item_show_value;

  gtk_widget_class_set_css_name (widget_class, "scoreitem");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-score-item.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreItem, number);
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreItem, prompt);
  gtk_widget_class_bind_template_child (widget_class, PlumbScoreItem, answers);
}

static void
plumb_score_item_init (PlumbScoreItem *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_score_item_new:
 * @session: a session
 * @finding: an item of a score: a boolean or a choice
 * @number: its number on the form, from 1
 *
 * Returns: (transfer floating): a row for it
 */
PlumbScoreItem *
plumb_score_item_new (PlumbSession *session, const PlumbFinding *finding, guint number)
{
  PlumbScoreItem *self;
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_SCORE_ITEM, "session", session, "finding", finding, NULL);
  gtk_label_set_text (self->number, text);

  return self;
}
