/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-check-panel.h"

#include "plumb-check-row.h"

#include <glib/gi18n.h>

/* Who has more to mend begins at the top. */
#define MOST_ROWS 100

struct _PlumbCheckPanel
{
  AdwBin parent_instance;

  GtkSpinner *spinner;
  GtkLabel *summary;
  GtkWidget *results;
  GtkListBox *list;

  PlumbCheck *check;
};

G_DEFINE_FINAL_TYPE (PlumbCheckPanel, plumb_check_panel, ADW_TYPE_BIN)

enum
{
  GO,
  TRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- rows ------------------------------------------------------------------------------- */

static void
on_row_activated (PlumbCheckPanel *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[GO], 0, plumb_check_row_get_diagnostic (PLUMB_CHECK_ROW (row)));
}

static void
on_try (PlumbCheckPanel *self, PlumbCheckRow *row)
{
  g_signal_emit (self, signals[TRY], 0, plumb_check_row_get_diagnostic (row));
}

static void
clear_rows (PlumbCheckPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static guint
add_rows (PlumbCheckPanel *self, PlumbSeverity severity, const char *file, guint room)
{
  GPtrArray *diagnostics = plumb_check_get_diagnostics (self->check);
  guint n = 0;

  for (guint i = 0; i < diagnostics->len && n < room; i++)
    {
      const PlumbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      GtkWidget *row;

      if (diagnostic->severity != severity)
        continue;
      row = plumb_check_row_new (diagnostic, file);
      g_signal_connect_object (row, "try", G_CALLBACK (on_try), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
      n++;
    }

  return n;
}

static void
set_busy (PlumbCheckPanel *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* The object */

static void
plumb_check_panel_finalize (GObject *object)
{
  PlumbCheckPanel *self = PLUMB_CHECK_PANEL (object);

  g_clear_pointer (&self->check, plumb_check_unref);

  G_OBJECT_CLASS (plumb_check_panel_parent_class)->finalize (object);
}

static void
plumb_check_panel_class_init (PlumbCheckPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plumb_check_panel_finalize;

  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TRY] = g_signal_new ("try", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "checkpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-check-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckPanel, results);
  gtk_widget_class_bind_template_child (widget_class, PlumbCheckPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
plumb_check_panel_init (PlumbCheckPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Check of the pathway"), -1);
}

GtkWidget *
plumb_check_panel_new (void)
{
  return g_object_new (PLUMB_TYPE_CHECK_PANEL, NULL);
}

void
plumb_check_panel_begin (PlumbCheckPanel *self)
{
  g_return_if_fail (PLUMB_IS_CHECK_PANEL (self));

  set_busy (self, TRUE);
  if (self->check == NULL)
    gtk_label_set_text (self->summary, _ ("The pathway is being checked."));
}

/**
 * plumb_check_panel_show:
 * @self: a panel
 * @check: what was found
 * @file: what the pathway's file is called
 * @summary: the result in one sentence
 *
 * Problems come first, then what the pathway's authors accept.
 */
void
plumb_check_panel_show (PlumbCheckPanel *self,
                        PlumbCheck *check,
                        const char *file,
                        const char *summary)
{
  guint n;

  g_return_if_fail (PLUMB_IS_CHECK_PANEL (self));
  g_return_if_fail (check != NULL && file != NULL && summary != NULL);

  set_busy (self, FALSE);
  clear_rows (self);
  plumb_check_ref (check);
  g_clear_pointer (&self->check, plumb_check_unref);
  self->check = check;
  gtk_label_set_text (self->summary, summary);
  n = add_rows (self, PLUMB_SEVERITY_PROBLEM, file, MOST_ROWS);
  n += add_rows (self, PLUMB_SEVERITY_ACCEPTED, file, MOST_ROWS - n);
  gtk_widget_set_visible (self->results, n > 0);
}

void
plumb_check_panel_refuse (PlumbCheckPanel *self, const char *message)
{
  g_return_if_fail (PLUMB_IS_CHECK_PANEL (self));
  g_return_if_fail (message != NULL);

  set_busy (self, FALSE);
  clear_rows (self);
  g_clear_pointer (&self->check, plumb_check_unref);
  gtk_label_set_text (self->summary, message);
  gtk_widget_set_visible (self->results, FALSE);
}
