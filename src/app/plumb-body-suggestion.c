/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-body-suggestion.h"

#include "plumb-language.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>

struct _PlumbBodySuggestion
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkLabel *help;
  GtkButton *record;
  GtkLabel *standing;

  PlumbSession *session;
  const PlumbImplication *implication;
};

G_DEFINE_FINAL_TYPE (PlumbBodySuggestion, plumb_body_suggestion, ADW_TYPE_BIN)

static const PlumbValue *
get_answer (PlumbBodySuggestion *self)
{
  return plumb_evaluation_get_answer (plumb_session_get_evaluation (self->session),
                                      self->implication->finding);
}

static gboolean
is_suggested (PlumbBodySuggestion *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  g_autoptr (GPtrArray) implications
      = plumb_body_marks_list_implications (plumb_evaluation_get_marks (evaluation));

  return g_ptr_array_find (implications, self->implication, NULL);
}

/* What was answered stays answered, whatever is marked: an answer that differs is told. */
static char *
describe_standing (PlumbBodySuggestion *self)
{
  const PlumbValue *answer = get_answer (self);
  g_autofree char *phrase = NULL;

  if (answer->type == PLUMB_VALUE_NULL)
    return g_strdup ("");
  if (plumb_value_equal (answer, &self->implication->value))
    /* Translators: beside a finding that the marks of the body map suggest. */
    return g_strdup (_ ("Recorded"));
  phrase = plumb_phrase_answer (self->implication->finding, answer, plumb_app_language ());

  /* Translators: beside a finding that the marks of the body map suggest; what was answered
   * instead, as a phrase in lower case such as: no leg pain. */
  return g_strdup_printf (_ ("Answered otherwise: %s"), phrase);
}

static void
update (PlumbBodySuggestion *self)
{
  g_autofree char *standing = describe_standing (self);
  const PlumbValue *answer = get_answer (self);

  if (answer->type != PLUMB_VALUE_NULL && !plumb_value_equal (answer, &self->implication->value))
    gtk_widget_add_css_class (GTK_WIDGET (self), "otherwise");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "otherwise");
  if (!g_str_equal (gtk_label_get_text (self->standing), standing))
    gtk_label_set_text (self->standing, standing);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), *standing != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->record), *standing == '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), is_suggested (self));
}

/* The button is gone when it has done its work, so the focus moves on before. */
static void
record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbBodySuggestion *self = PLUMB_BODY_SUGGESTION (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;

  if (get_answer (self)->type != PLUMB_VALUE_NULL || !is_suggested (self))
    return;
  if (root != NULL && gtk_root_get_focus (root) == GTK_WIDGET (self->record))
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  if (!plumb_session_answer (self->session, self->implication->finding, &self->implication->value,
                             &error))
    g_warning ("Body map: %s", error->message);
}

static void
plumb_body_suggestion_dispose (GObject *object)
{
  PlumbBodySuggestion *self = PLUMB_BODY_SUGGESTION (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_body_suggestion_parent_class)->dispose (object);
}

static void
plumb_body_suggestion_class_init (PlumbBodySuggestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_body_suggestion_dispose;

  gtk_widget_class_install_action (widget_class, "suggestion.record", NULL, record);
  gtk_widget_class_set_css_name (widget_class, "bodysuggestion");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-body-suggestion.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbBodySuggestion, label);
  gtk_widget_class_bind_template_child (widget_class, PlumbBodySuggestion, help);
  gtk_widget_class_bind_template_child (widget_class, PlumbBodySuggestion, record);
  gtk_widget_class_bind_template_child (widget_class, PlumbBodySuggestion, standing);
}

static void
plumb_body_suggestion_init (PlumbBodySuggestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_texts (PlumbBodySuggestion *self)
{
  const PlumbFinding *finding = self->implication->finding;
  const char *language = plumb_app_language ();
  const char *label = plumb_text_get (finding->label, language);
  g_autofree char *phrase = plumb_phrase_answer (finding, &self->implication->value, language);
  /* Translators: read aloud for the button "Record it"; what would be answered, as a phrase. */
  g_autofree char *name = g_strdup_printf (_ ("Record it: %s"), phrase);

  gtk_label_set_text (self->label, label);
  gtk_label_set_text (self->help, plumb_text_get (finding->help, language));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->record), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * plumb_body_suggestion_new:
 * @session: a session
 * @implication: of its pathway's body map
 *
 * Returns: (transfer floating): a line for @implication
 */
GtkWidget *
plumb_body_suggestion_new (PlumbSession *session, const PlumbImplication *implication)
{
  PlumbBodySuggestion *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (implication != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_BODY_SUGGESTION, NULL);
  self->session = g_object_ref (session);
  self->implication = implication;
  show_texts (self);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

const PlumbImplication *
plumb_body_suggestion_get_implication (PlumbBodySuggestion *self)
{
  g_return_val_if_fail (PLUMB_IS_BODY_SUGGESTION (self), NULL);

  return self->implication;
}
