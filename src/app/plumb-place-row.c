/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-place-row.h"

#include "plumb-advice-words.h"
#include "plumb-language.h"
#include "plumb-place-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlumbPlaceRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *kind;
  GtkLabel *title;
  GtkLabel *excerpt;
  GtkLabel *source;

  PlumbPlace place;
};

G_DEFINE_FINAL_TYPE (PlumbPlaceRow, plumb_place_row, GTK_TYPE_LIST_BOX_ROW)

static void
plumb_place_row_class_init (PlumbPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbPlaceRow, kind);
  gtk_widget_class_bind_template_child (widget_class, PlumbPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbPlaceRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, PlumbPlaceRow, source);
}

static void
plumb_place_row_init (PlumbPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* lead: what the label shows before the text of the spans, in bytes */
static void
mark_spans (GtkLabel *label, GArray *spans, guint lead)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const PlumbSearchSpan *span = &g_array_index (spans, PlumbSearchSpan, i);
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      underline->start_index = weight->start_index = lead + span->start;
      underline->end_index = weight->end_index = lead + span->end;
      pango_attr_list_insert (attributes, underline);
      pango_attr_list_insert (attributes, weight);
    }
  gtk_label_set_attributes (label, attributes);
}

static void
name_row (PlumbPlaceRow *self)
{
  /* Translators: read aloud for a place of the pathway: its kind and its title. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), gtk_label_get_text (self->kind),
                                           gtk_label_get_text (self->title));
  g_autofree char *description = g_strjoin ("\n", gtk_label_get_text (self->excerpt),
                                            gtk_label_get_text (self->source), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, g_strstrip (description),
                                  -1);
}

static PlumbPlaceRow *
create_row (const PlumbPlace *place, const char *excerpt)
{
  PlumbPlaceRow *self = g_object_new (PLUMB_TYPE_PLACE_ROW, NULL);
  g_autofree char *title = plumb_place_dup_name (place);
  g_autofree char *source = plumb_place_describe_sources (place);

  self->place = *place;
  if (place->kind == PLUMB_PLACE_ADVICE)
    gtk_widget_add_css_class (GTK_WIDGET (self),
                              plumb_advice_strength_class (place->recommendation->strength));
  gtk_label_set_text (self->kind, plumb_place_kind_word (place));
  gtk_label_set_text (self->title, title);
  show_text (self->excerpt, excerpt);
  show_text (self->source, source);
  name_row (self);

  return self;
}

/**
 * plumb_place_row_new:
 * @place: a place
 *
 * Returns: (transfer floating): a row without an excerpt; of a statement, its text
 */
GtkWidget *
plumb_place_row_new (const PlumbPlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  return GTK_WIDGET (create_row (place, place->kind == PLUMB_PLACE_STATEMENT ? plumb_text_get (
                                            place->statement->text, plumb_app_language ())
                                                                             : ""));
}

/**
 * plumb_place_row_new_for_result:
 * @result: what a search has found
 *
 * Returns: (transfer floating): a row that shows what matched
 */
GtkWidget *
plumb_place_row_new_for_result (const PlumbSearchResult *result)
{
  PlumbPlaceRow *self;
  const char *title;

  g_return_val_if_fail (result != NULL, NULL);

  self = create_row (&result->place, result->excerpt);
  title = gtk_label_get_text (self->title);
  mark_spans (self->title, result->title_spans, (guint) (strlen (title) - strlen (result->title)));
  mark_spans (self->excerpt, result->excerpt_spans, 0);

  return GTK_WIDGET (self);
}

const PlumbPlace *
plumb_place_row_get_place (PlumbPlaceRow *self)
{
  g_return_val_if_fail (PLUMB_IS_PLACE_ROW (self), NULL);

  return &self->place;
}

void
plumb_place_row_update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  PlumbPlaceKind kind;
  GtkWidget *header;

  if (!PLUMB_IS_PLACE_ROW (row)
      || (PLUMB_IS_PLACE_ROW (before)
          && PLUMB_PLACE_ROW (before)->place.kind == PLUMB_PLACE_ROW (row)->place.kind))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  kind = PLUMB_PLACE_ROW (row)->place.kind;
  header = gtk_label_new (plumb_place_kind_heading (kind));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "pane-heading");
  gtk_list_box_row_set_header (row, header);
}
