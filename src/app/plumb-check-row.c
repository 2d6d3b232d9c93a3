/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-check-row.h"

#include <glib/gi18n.h>

struct _PlumbCheckRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *patient;
  GtkLabel *place;
  GtkWidget *try;

  const PlumbDiagnostic *diagnostic;
};

G_DEFINE_FINAL_TYPE (PlumbCheckRow, plumb_check_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  TRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_try (PlumbCheckRow *self)
{
  g_signal_emit (self, signals[TRY], 0);
}

/* ---- in words --------------------------------------------------------------------------- */

static char *
phrase_box (const PlumbDiagnostic *diagnostic)
{
  if (diagnostic->node == NULL || diagnostic->node->number == 0)
    return NULL;

  /* Translators: the number of a box of the chart. */
  return g_strdup_printf (_ ("Step %u"), diagnostic->node->number);
}

static char *
phrase_place (const PlumbDiagnostic *diagnostic, const char *file)
{
  g_autofree char *box = phrase_box (diagnostic);
  g_autofree char *place
      = diagnostic->line > 0
            /* Translators: a place in a file: its name, the line and the column. */
            ? g_strdup_printf (_ ("%1$s, line %2$u, column %3$u"), file, diagnostic->line,
                               diagnostic->column)
            : g_strdup (file);
  g_autofree char *number = g_strdup_printf ("PB%03u", diagnostic->number);

  return box != NULL ? g_strjoin (" · ", number, place, box, NULL)
                     : g_strjoin (" · ", number, place, NULL);
}

static char *
phrase_patient (const PlumbDiagnostic *diagnostic)
{
  g_autofree char *patient = plumb_diagnostic_describe_patient (diagnostic);

  /* Translators: a patient for whom the pathway is wrong, in the answers to its questions. */
  return patient != NULL ? g_strdup_printf (_ ("Patient: %s."), patient) : NULL;
}

static char *
phrase_mending (guint number)
{
  const PlumbDiagnosticKind *kind = plumb_diagnostic_lookup_kind (number);

  return kind != NULL ? g_strdup_printf ("%s\n%s", _ (kind->meaning), _ (kind->mend)) : NULL;
}

static void
show_diagnostic (PlumbCheckRow *self, const char *file)
{
  const PlumbDiagnostic *diagnostic = self->diagnostic;
  gboolean accepted = diagnostic->severity == PLUMB_SEVERITY_ACCEPTED;
  g_autofree char *place = phrase_place (diagnostic, file);
  g_autofree char *patient = phrase_patient (diagnostic);
  g_autofree char *mending = phrase_mending (diagnostic->number);
  const char *standing = accepted ? _ ("Accepted") : _ ("Problem");
  g_autofree char *name
      = g_strjoin (" ", standing, diagnostic->message, patient != NULL ? patient : "", place, NULL);

  gtk_image_set_from_icon_name (self->icon,
                                accepted ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_text (self->message, diagnostic->message);
  gtk_label_set_text (self->patient, patient != NULL ? patient : "");
  gtk_widget_set_visible (GTK_WIDGET (self->patient), patient != NULL);
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (self->try, diagnostic->witness != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), mending);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (accepted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
}

/* The object */

static void
plumb_check_row_class_init (PlumbCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TRY] = g_signal_new ("try", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckRow, message);
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckRow, patient);
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckRow, place);
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckRow, try);
  gtk_widget_class_bind_template_callback (widget_class, on_try);
}

static void
plumb_check_row_init (PlumbCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_check_row_new:
 * @diagnostic: what was found; its check has to outlive the row
 * @file: what the pathway's file is called
 *
 * Returns: (transfer floating): a row that can be activated where a box or an advice is meant
 */
GtkWidget *
plumb_check_row_new (const PlumbDiagnostic *diagnostic, const char *file)
{
  PlumbCheckRow *self;

  g_return_val_if_fail (diagnostic != NULL && file != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_CHECK_ROW, "activatable",
                       diagnostic->node != NULL || diagnostic->recommendation != NULL, NULL);
  self->diagnostic = diagnostic;
  show_diagnostic (self, file);

  return GTK_WIDGET (self);
}

const PlumbDiagnostic *
plumb_check_row_get_diagnostic (PlumbCheckRow *self)
{
  g_return_val_if_fail (PLUMB_IS_CHECK_ROW (self), NULL);

  return self->diagnostic;
}
