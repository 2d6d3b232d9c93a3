/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-place-page.h"

#include "plumb-disagreement-popover.h"
#include "plumb-language.h"
#include "plumb-phrase.h"
#include "plumb-place-row.h"
#include "plumb-place-words.h"

#include <glib/gi18n.h>

struct _PlumbPlacePage
{
  AdwBin parent_instance;

  GtkLabel *kind;
  GtkLabel *title;
  GtkLabel *text;
  GtkBox *details;
  GtkListBox *places;
  GtkLabel *nothing;

  PlumbPathway *pathway;
  PlumbPlace place;
};

G_DEFINE_FINAL_TYPE (PlumbPlacePage, plumb_place_page, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated (PlumbPlacePage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, plumb_place_row_get_place (PLUMB_PLACE_ROW (row)));
}

static gboolean
plumb_place_page_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (PLUMB_PLACE_PAGE (widget)->places, 0);

  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
plumb_place_page_finalize (GObject *object)
{
  g_clear_pointer (&PLUMB_PLACE_PAGE (object)->pathway, plumb_pathway_unref);

  G_OBJECT_CLASS (plumb_place_page_parent_class)->finalize (object);
}

static void
plumb_place_page_class_init (PlumbPlacePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plumb_place_page_finalize;
  widget_class->grab_focus = plumb_place_page_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-place-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbPlacePage, kind);
  gtk_widget_class_bind_template_child (widget_class, PlumbPlacePage, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbPlacePage, text);
  gtk_widget_class_bind_template_child (widget_class, PlumbPlacePage, details);
  gtk_widget_class_bind_template_child (widget_class, PlumbPlacePage, places);
  gtk_widget_class_bind_template_child (widget_class, PlumbPlacePage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
plumb_place_page_init (PlumbPlacePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->places, plumb_place_row_update_header, NULL, NULL);
}

/* What it says */

static char *
describe_source (const PlumbSource *source)
{
  const char *publisher = plumb_phrase_publisher (source, plumb_app_language ());

  /* Translators: who has published a source, and in which year. */
  return source->year > 0 ? g_strdup_printf (_ ("%s, %d"), publisher, source->year)
                          : g_strdup (publisher);
}

static char *
dup_text (const PlumbPlace *place)
{
  if (place->kind == PLUMB_PLACE_STATEMENT)
    return g_strdup (plumb_text_get (place->statement->text, plumb_app_language ()));
  if (place->kind == PLUMB_PLACE_SOURCE)
    return describe_source (place->source);

  return g_strdup ("");
}

static void
show_texts (PlumbPlacePage *self)
{
  g_autofree char *name = plumb_place_dup_name (&self->place);
  g_autofree char *text = dup_text (&self->place);

  gtk_label_set_text (self->kind, plumb_place_kind_word (&self->place));
  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->details), self->place.kind == PLUMB_PLACE_DISAGREEMENT);
  /* It has the title itself. */
  gtk_widget_set_visible (GTK_WIDGET (self->title), self->place.kind != PLUMB_PLACE_DISAGREEMENT);
  if (self->place.kind == PLUMB_PLACE_DISAGREEMENT)
    plumb_disagreement_add (self->details, self->place.disagreement);
}

/* Where to go from there */

static void
add_place (PlumbPlacePage *self, PlumbPlaceKind kind, gconstpointer object)
{
  PlumbPlace place = { kind, { object } };

  gtk_list_box_append (self->places, plumb_place_row_new (&place));
}

static void
add_citing (PlumbPlacePage *self)
{
  g_autoptr (GArray) citing = plumb_place_list_citing (&self->place, self->pathway);

  for (guint i = 0; i < citing->len; i++)
    gtk_list_box_append (self->places,
                         plumb_place_row_new (&g_array_index (citing, PlumbPlace, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), citing->len == 0);
}

static void
add_origin (PlumbPlacePage *self)
{
  GPtrArray *statements = plumb_pathway_get_statements (self->pathway);

  if (self->place.kind == PLUMB_PLACE_STATEMENT)
    add_place (self, PLUMB_PLACE_SOURCE, self->place.statement->source);
  for (guint i = 0; self->place.kind == PLUMB_PLACE_SOURCE && i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);

      if (statement->source == self->place.source)
        add_place (self, PLUMB_PLACE_STATEMENT, statement);
    }
}

/**
 * plumb_place_page_new:
 * @pathway: a pathway
 * @place: a statement, a source or a disagreement of it
 *
 * Returns: (transfer floating): a page about @place
 */
GtkWidget *
plumb_place_page_new (PlumbPathway *pathway, const PlumbPlace *place)
{
  PlumbPlacePage *self;

  g_return_val_if_fail (pathway != NULL, NULL);
  g_return_val_if_fail (place != NULL && place->object != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_PLACE_PAGE, NULL);
  self->pathway = plumb_pathway_ref (pathway);
  self->place = *place;
  show_texts (self);
  add_origin (self);
  add_citing (self);

  return GTK_WIDGET (self);
}

const PlumbPlace *
plumb_place_page_get_place (PlumbPlacePage *self)
{
  g_return_val_if_fail (PLUMB_IS_PLACE_PAGE (self), NULL);

  return &self->place;
}
