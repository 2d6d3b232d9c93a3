/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-finding-row.h"

#include "plumb-answer-control.h"
#include "plumb-answer-entry.h"
#include "plumb-date-button.h"
#include "plumb-finding-help.h"
#include "plumb-language.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>

/* One finding among all of them: its name, what answers it, and a way to take
 * the answer back. */
struct _PlumbFindingRow
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkLabel *label;
  GtkBox *control_box;
  GtkButton *clear;

  PlumbAnswerControl *control;
  PlumbSession *session;
  const PlumbFinding *finding;
};

G_DEFINE_FINAL_TYPE (PlumbFindingRow, plumb_finding_row, ADW_TYPE_BIN)

static void
show_state (PlumbFindingRow *self, const PlumbValue *value)
{
  const char *language = plumb_app_language ();
  g_autofree char *description = NULL;

  if (value->type == PLUMB_VALUE_NULL)
    description = g_strdup (_ ("Not asked"));
  else
    description = plumb_phrase_answer (self->finding, value, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
update (PlumbFindingRow *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  const PlumbValue *value = plumb_evaluation_get_answer (evaluation, self->finding);
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);
  const PlumbValue *own = plumb_consultation_get_answer (consultation, self->finding);
  gboolean answered = value->type != PLUMB_VALUE_NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self), answered ? "unanswered" : "answered");
  gtk_widget_add_css_class (GTK_WIDGET (self), answered ? "answered" : "unanswered");
  /* What is counted from another answer is not cleared here. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), own->type != PLUMB_VALUE_NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->clear), own->type != PLUMB_VALUE_NULL ? 1 : 0);
  show_state (self, value);
}

static void
on_clear (PlumbFindingRow *self)
{
  PlumbValue value = plumb_value_null ();

  plumb_answer_control_answer (self->control, &value);
}

static void
add_control (PlumbFindingRow *self)
{
  const PlumbFinding *finding = self->finding;

  self->control = plumb_answer_control_new (self->session, finding, FALSE);
  gtk_box_append (self->control_box, GTK_WIDGET (self->control));
  if (finding->type == PLUMB_FINDING_DATE)
    gtk_box_append (self->control_box, plumb_date_button_new (self->session, finding));
  /* Only Yes and No are narrow enough to stand beside the name. */
  if (finding->type != PLUMB_FINDING_BOOLEAN)
    gtk_widget_set_hexpand (GTK_WIDGET (self->control), TRUE);
}

static void
show_texts (PlumbFindingRow *self)
{
  const char *language = plumb_app_language ();
  const char *label = plumb_text_get (self->finding->label, language);
  /* Translators: the name of a button that takes an answer back; the word is a finding. */
  g_autofree char *clear = g_strdup_printf (_ ("Clear %s"), label);

  gtk_label_set_text (self->label, label);
  plumb_finding_help_attach (GTK_WIDGET (self->label), self->finding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clear, -1);
}

static void
plumb_finding_row_dispose (GObject *object)
{
  PlumbFindingRow *self = PLUMB_FINDING_ROW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plumb_finding_row_parent_class)->dispose (object);
}

static void
plumb_finding_row_class_init (PlumbFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_finding_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "findingrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingRow, box);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingRow, label);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingRow, control_box);
  gtk_widget_class_bind_template_child (widget_class, PlumbFindingRow, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
plumb_finding_row_init (PlumbFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_finding_row_new:
 * @session: a session
 * @finding: a finding of its pathway
 *
 * Returns: (transfer floating): a row for @finding
 */
GtkWidget *
plumb_finding_row_new (PlumbSession *session, const PlumbFinding *finding)
{
  PlumbFindingRow *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_FINDING_ROW, NULL);
  self->session = g_object_ref (session);
  self->finding = finding;
  show_texts (self);
  if (finding->type != PLUMB_FINDING_BOOLEAN)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), GTK_ORIENTATION_VERTICAL);
  add_control (self);
  g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

const PlumbFinding *
plumb_finding_row_get_finding (PlumbFindingRow *self)
{
  g_return_val_if_fail (PLUMB_IS_FINDING_ROW (self), NULL);

  return self->finding;
}
