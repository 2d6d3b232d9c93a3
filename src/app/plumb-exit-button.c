/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-exit-button.h"

#include "plumb-chart-words.h"

#include <glib/gi18n.h>

struct _PlumbExitButton
{
  GtkButton parent_instance;

  GtkImage *mark;
  GtkLabel *text;
  GtkLabel *standing;
  GtkLabel *key;

  const PlumbExit *exit;
};

G_DEFINE_FINAL_TYPE (PlumbExitButton, plumb_exit_button, GTK_TYPE_BUTTON)

static void
plumb_exit_button_class_init (PlumbExitButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-exit-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbExitButton, mark);
  gtk_widget_class_bind_template_child (widget_class, PlumbExitButton, text);
  gtk_widget_class_bind_template_child (widget_class, PlumbExitButton, standing);
  gtk_widget_class_bind_template_child (widget_class, PlumbExitButton, key);
}

static void
plumb_exit_button_init (PlumbExitButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_exit_button_new:
 * @exit: an exit of a decision
 * @key: its number key, from 1
 *
 * Returns: (transfer floating): a button that says nothing of its standing yet
 */
GtkWidget *
plumb_exit_button_new (const PlumbExit *exit, guint key)
{
  PlumbExitButton *self;
  g_autofree char *text = NULL;
  g_autofree char *digit = NULL;

  g_return_val_if_fail (exit != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_EXIT_BUTTON, NULL);
  self->exit = exit;
  text = plumb_chart_exit_text (exit);
  gtk_label_set_text (self->text, text);
  digit = key < 10 ? g_strdup_printf ("%u", key) : g_strdup ("");
  gtk_label_set_text (self->key, digit);

  return GTK_WIDGET (self);
}

/* Where other number keys are on the screen, those of the exits are not. */
void
plumb_exit_button_set_key_visible (PlumbExitButton *self, gboolean visible)
{
  g_return_if_fail (PLUMB_IS_EXIT_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self->key), visible);
}

const PlumbExit *
plumb_exit_button_get_exit (PlumbExitButton *self)
{
  g_return_val_if_fail (PLUMB_IS_EXIT_BUTTON (self), NULL);

  return self->exit;
}

/* A button of several labels has no name of its own for a screen reader. */
static void
describe (PlumbExitButton *self, const char *word)
{
  const char *text = gtk_label_get_text (self->text);
  g_autofree char *name = NULL;

  if (*word != '\0')
    /* Translators: what a screen reader says of an exit: its label, and how it stands */
    name = g_strdup_printf (C_ ("exit", "%1$s, %2$s"), text, word);
  else
    name = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_standing (PlumbExitButton *self, PlumbStanding standing, gboolean offered)
{
  const char *word = "";

  if (standing == PLUMB_STANDING_TAKEN)
    word = _ ("taken");
  else if (standing == PLUMB_STANDING_RULED_OUT)
    word = _ ("ruled out");
  else if (!offered)
    /* Translators: of an exit that no single click can answer; questions stand below it. */
    word = _ ("follows from the answers");
  gtk_label_set_text (self->standing, word);
  describe (self, word);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), standing == PLUMB_STANDING_TAKEN);
  if (standing == PLUMB_STANDING_TAKEN)
    gtk_widget_add_css_class (GTK_WIDGET (self), "taken");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "taken");
  if (standing == PLUMB_STANDING_RULED_OUT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "ruled-out");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "ruled-out");
}

/**
 * plumb_exit_button_update:
 * @self: a button
 * @evaluation: how things stand now
 *
 * Shows how the exit stands.
 *
 * Returns: whether a click can take it
 */
gboolean
plumb_exit_button_update (PlumbExitButton *self, const PlumbEvaluation *evaluation)
{
  g_autoptr (GArray) answers = NULL;
  PlumbStanding standing;
  gboolean offered;

  g_return_val_if_fail (PLUMB_IS_EXIT_BUTTON (self), FALSE);
  g_return_val_if_fail (evaluation != NULL, FALSE);

  standing = plumb_evaluation_get_exit_standing (evaluation, self->exit);
  answers = plumb_evaluation_solve_exit (evaluation, self->exit);
  offered = answers != NULL && answers->len > 0;
  show_standing (self, standing, offered);
  gtk_widget_set_sensitive (GTK_WIDGET (self), offered || standing == PLUMB_STANDING_TAKEN);

  return offered || standing == PLUMB_STANDING_TAKEN;
}
