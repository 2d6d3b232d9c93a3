/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-dialog.h"

#include "plumb-format.h"
#include "plumb-imprint.h"
#include "plumb-language.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>

/* What the pathway is, how old it is, who has reviewed it, and from what it was made. */
struct _PlumbPathwayDialog
{
  AdwWindow parent_instance;

  GtkLabel *title;
  GtkLabel *disclaimer;
  AdwActionRow *version;
  AdwActionRow *review;
  AdwActionRow *updated;
  AdwPreferencesGroup *sources;
};

G_DEFINE_FINAL_TYPE (PlumbPathwayDialog, plumb_pathway_dialog, ADW_TYPE_WINDOW)

static void
plumb_pathway_dialog_class_init (PlumbPathwayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-pathway-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbPathwayDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbPathwayDialog, disclaimer);
  gtk_widget_class_bind_template_child (widget_class, PlumbPathwayDialog, version);
  gtk_widget_class_bind_template_child (widget_class, PlumbPathwayDialog, review);
  gtk_widget_class_bind_template_child (widget_class, PlumbPathwayDialog, updated);
  gtk_widget_class_bind_template_child (widget_class, PlumbPathwayDialog, sources);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plumb_pathway_dialog_init (PlumbPathwayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_source (const PlumbSource *source)
{
  const char *publisher = plumb_phrase_publisher (source, plumb_app_language ());

  g_autofree char *day
      = source->updated != NULL ? plumb_format_day (source->updated, plumb_app_language ()) : NULL;

  if (day != NULL)
    /* Translators: the publisher of a source and the day of its last update. */
    return g_strdup_printf (_ ("%s, updated %s"), publisher, day);
  if (source->year > 0)
    /* Translators: the publisher of a source and its year. */
    return g_strdup_printf (_ ("%s, %d"), publisher, source->year);

  return g_strdup (publisher);
}

static void
add_source (PlumbPathwayDialog *self, const PlumbSource *source)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *description = describe_source (source);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 plumb_text_get (source->title, plumb_app_language ()));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_preferences_group_add (self->sources, row);
}

static void
add_value (AdwActionRow *row, const char *value)
{
  adw_action_row_add_suffix (row, gtk_label_new (value));
}

/**
 * plumb_pathway_dialog_new:
 * @pathway: a pathway
 *
 * Returns: (transfer none): a window about @pathway, owned by GTK until it is destroyed
 */
GtkWidget *
plumb_pathway_dialog_new (PlumbPathway *pathway)
{
  PlumbPathwayDialog *self;
  const char *language = plumb_app_language ();
  g_autofree char *updated = NULL;
  GPtrArray *sources;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_PATHWAY_DIALOG, NULL);
  sources = plumb_pathway_get_sources (pathway);
  updated = plumb_format_day (plumb_pathway_get_updated (pathway), language);
  gtk_label_set_text (self->title, plumb_text_get (plumb_pathway_get_title (pathway), language));
  gtk_label_set_text (self->disclaimer,
                      plumb_text_get (plumb_pathway_get_disclaimer (pathway), language));
  add_value (self->version, plumb_pathway_get_version (pathway));
  add_value (self->review, plumb_imprint_review (plumb_pathway_get_review (pathway), language));
  add_value (self->updated, updated);
  for (guint i = 0; i < sources->len; i++)
    add_source (self, g_ptr_array_index (sources, i));

  return GTK_WIDGET (self);
}
