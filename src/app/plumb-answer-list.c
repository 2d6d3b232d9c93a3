/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-answer-list.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

/* The answers of a yes/no question or a choice as buttons below one another,
 * each with the number key that presses it; or small and beside one another. */
struct _PlumbAnswerList
{
  PlumbAnswerControl parent_instance;

  GtkBox *box;
  GPtrArray *buttons; /* GtkToggleButton, borrowed */
};

G_DEFINE_FINAL_TYPE (PlumbAnswerList, plumb_answer_list, PLUMB_TYPE_ANSWER_CONTROL)

static guint
count_answers (const PlumbFinding *finding)
{
  return finding->type == PLUMB_FINDING_BOOLEAN ? 2 : finding->choices->len;
}

static PlumbValue
value_at (const PlumbFinding *finding, guint position)
{
  const PlumbChoice *choice;

  if (finding->type == PLUMB_FINDING_BOOLEAN)
    return plumb_value_boolean (position == 0);
  choice = g_ptr_array_index (finding->choices, position);

  return plumb_value_string (choice->code);
}

static const char *
label_at (const PlumbFinding *finding, guint position)
{
  const PlumbChoice *choice;

  if (finding->type == PLUMB_FINDING_BOOLEAN)
    return position == 0 ? _ ("Yes") : _ ("No");
  choice = g_ptr_array_index (finding->choices, position);

  return plumb_text_get (choice->label, plumb_app_language ());
}

static void
plumb_answer_list_show_value (PlumbAnswerControl *control, const PlumbValue *value)
{
  PlumbAnswerList *self = PLUMB_ANSWER_LIST (control);
  const PlumbFinding *finding = plumb_answer_control_get_finding (control);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      PlumbValue at = value_at (finding, i);

      gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i),
                                    plumb_value_equal (value, &at));
    }
}

/**
 * plumb_answer_list_press:
 * @self: a list
 * @position: which of its answers, from 0
 *
 * Does what a click on an answer does; on the answer in effect it takes it back.
 */
void
plumb_answer_list_press (PlumbAnswerList *self, guint position)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);
  PlumbValue value;

  g_return_if_fail (PLUMB_IS_ANSWER_LIST (self));
  g_return_if_fail (position < self->buttons->len);

  value = value_at (plumb_answer_control_get_finding (control), position);
  if (plumb_value_equal (plumb_answer_control_get_value (control), &value))
    value = plumb_value_null ();
  g_object_ref (self);
  plumb_answer_control_answer (control, &value);
  plumb_answer_list_show_value (control, plumb_answer_control_get_value (control));
  g_object_unref (self);
}

static void
on_clicked (PlumbAnswerList *self, GtkToggleButton *button)
{
  guint position;

  if (g_ptr_array_find (self->buttons, button, &position))
    plumb_answer_list_press (self, position);
}

static GtkWidget *
create_content (const char *text, guint key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *digit = g_strdup_printf ("%u", key % 10);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (key <= 10)
    {
      GtkWidget *hint = gtk_label_new (digit);

      gtk_widget_add_css_class (hint, "key");
      gtk_widget_set_valign (hint, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), hint);
    }

  return box;
}

static void
add_button (PlumbAnswerList *self, guint position, guint key)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);
  const char *text = label_at (plumb_answer_control_get_finding (control), position);
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *name
      = g_strdup_printf (_ ("%s %s"), plumb_answer_control_get_title (control), text);

  gtk_button_set_child (GTK_BUTTON (button), create_content (text, key));
  gtk_widget_add_css_class (button, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
  g_ptr_array_add (self->buttons, button);
}

/* What fits beside one another on a card, the edges of a button counted as some letters. */
#define ROW_WIDTH 300
#define EDGE_LETTERS 3

static int
get_letter_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return width;
}

static guint
count_columns (PlumbAnswerList *self, const PlumbFinding *finding)
{
  guint n = count_answers (finding);
  glong letters = 0;

  for (guint i = 0; i < n; i++)
    letters += g_utf8_strlen (label_at (finding, i), -1) + EDGE_LETTERS;

  return letters * get_letter_width (GTK_WIDGET (self)) <= ROW_WIDTH ? n : 2;
}

static void
add_compact_button (PlumbAnswerList *self, GtkGrid *grid, guint position, guint n_columns)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);
  const char *text = label_at (plumb_answer_control_get_finding (control), position);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);
  g_autofree char *name
      = g_strdup_printf (_ ("%s %s"), plumb_answer_control_get_title (control), text);

  gtk_widget_add_css_class (button, "answer");
  gtk_widget_add_css_class (button, "compact");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, button, (int) (position % n_columns), (int) (position / n_columns), 1, 1);
  g_ptr_array_add (self->buttons, button);
}

static void
plumb_answer_list_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_ANSWER_LIST (object)->buttons);

  G_OBJECT_CLASS (plumb_answer_list_parent_class)->finalize (object);
}

static void
plumb_answer_list_class_init (PlumbAnswerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_answer_list_finalize;
  PLUMB_ANSWER_CONTROL_CLASS (klass)->show_value = plumb_answer_list_show_value;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "answerlist");
}

static void
plumb_answer_list_init (PlumbAnswerList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->buttons = g_ptr_array_new ();
  self->box = GTK_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * plumb_answer_list_new:
 * @session: a session
 * @finding: a boolean or a choice
 * @first_key: the number key of the first answer, from 1; 10 is the key 0, and
 *   greater ones are no keys
 *
 * Returns: (transfer floating): buttons for the answers
 */
PlumbAnswerList *
plumb_answer_list_new (PlumbSession *session, const PlumbFinding *finding, guint first_key)
{
  PlumbAnswerList *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_ANSWER_LIST, "session", session, "finding", finding, NULL);
  for (guint i = 0; i < count_answers (finding); i++)
    add_button (self, i, first_key + i);
  plumb_answer_list_show_value (PLUMB_ANSWER_CONTROL (self),
                                plumb_answer_control_get_value (PLUMB_ANSWER_CONTROL (self)));

  return self;
}

/**
 * plumb_answer_list_new_compact:
 * @session: a session
 * @finding: a choice
 *
 * Returns: (transfer floating): small buttons for the answers beside one another, in
 *   two columns where they are too long for that; named as of the line of a card
 */
PlumbAnswerList *
plumb_answer_list_new_compact (PlumbSession *session, const PlumbFinding *finding)
{
  GtkWidget *grid;
  PlumbAnswerList *self;
  guint n_columns;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  grid = gtk_grid_new ();
  self = g_object_new (PLUMB_TYPE_ANSWER_LIST, "session", session, "finding", finding, "as-line",
                       TRUE, NULL);
  n_columns = count_columns (self, finding);
  adw_bin_set_child (ADW_BIN (self), grid);
  self->box = NULL;
  for (guint i = 0; i < count_answers (finding); i++)
    add_compact_button (self, GTK_GRID (grid), i, n_columns);
  plumb_answer_list_show_value (PLUMB_ANSWER_CONTROL (self),
                                plumb_answer_control_get_value (PLUMB_ANSWER_CONTROL (self)));

  return self;
}

guint
plumb_answer_list_get_n_answers (PlumbAnswerList *self)
{
  g_return_val_if_fail (PLUMB_IS_ANSWER_LIST (self), 0);

  return self->buttons->len;
}
