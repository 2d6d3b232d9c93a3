/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-paper-page-private.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

/* How wide pages are shown at most, in logical pixels; a poster needs all the room there is. */
#define PAGE_WIDTH 860
#define POSTER_WIDTH 2400

static const char *
name_kind (PlumbPaperKind kind)
{
  switch (kind)
    {
    case PLUMB_PAPER_HANDOUT:
      return _ ("Handout for the patient");
    case PLUMB_PAPER_NOTE:
      return _ ("Note for the record");
    case PLUMB_PAPER_POSTER:
      return _ ("Poster of the whole pathway");
    case PLUMB_PAPER_STAGE:
      return _ ("Poster of this stage");
    case PLUMB_PAPER_SUMMARY:
    default:
      return _ ("Summary");
    }
}

static const char *
name_size (PlumbPaperSize size)
{
  switch (size)
    {
    case PLUMB_PAPER_SIZE_LETTER:
      return _ ("Letter");
    case PLUMB_PAPER_SIZE_A3:
      return _ ("A3");
    case PLUMB_PAPER_SIZE_A4:
    default:
      return _ ("A4");
    }
}

/* ---- what is chosen --------------------------------------------------------------------- */

/* What the patient takes home is in another language than what stays here. */
static const char *
get_language_key (PlumbPaperKind kind)
{
  return kind == PLUMB_PAPER_HANDOUT ? "handout-language" : "paper-language";
}

static char *
load_string (PlumbPaperPage *self, const char *key)
{
  return self->settings != NULL ? g_settings_get_string (self->settings, key) : g_strdup ("");
}

/* The remembered language where the pathway still speaks it, else that of the window. */
static const char *
get_language (PlumbPaperPage *self, PlumbPaperKind kind)
{
  g_autofree char *chosen = load_string (self, get_language_key (kind));
  const char *wanted = *chosen != '\0' ? chosen : plumb_app_language ();

  for (guint i = 0; wanted != NULL && i < self->languages->len; i++)
    {
      const char *language = g_ptr_array_index (self->languages, i);

      if (language != NULL
          && (g_str_equal (language, wanted) || g_str_has_prefix (wanted, language)))
        return language;
    }

  return NULL;
}

/* A3 is for the wall alone. */
static PlumbPaperSize
get_size (PlumbPaperPage *self, PlumbPaperKind kind)
{
  const char *key = plumb_paper_is_poster (kind) ? "poster-size" : "paper-size";
  PlumbPaperSize size = PLUMB_PAPER_SIZE_A4;
  g_autoptr (GVariant) chosen
      = self->settings != NULL ? g_settings_get_user_value (self->settings, key) : NULL;

  if (chosen != NULL)
    size = (PlumbPaperSize) g_settings_get_enum (self->settings, key);
  else if (plumb_paper_is_poster (kind))
    size = PLUMB_PAPER_SIZE_A3;
  else if (g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER))
    size = PLUMB_PAPER_SIZE_LETTER;

  return size == PLUMB_PAPER_SIZE_A3 && !plumb_paper_is_poster (kind) ? PLUMB_PAPER_SIZE_A4 : size;
}

/**
 * plumb_paper_page_get_language:
 * @self: a page
 * @kind: a document
 *
 * Returns: (nullable) (transfer none): the language that the document would be shown in
 */
const char *
plumb_paper_page_get_language (PlumbPaperPage *self, PlumbPaperKind kind)
{
  g_return_val_if_fail (PLUMB_IS_PAPER_PAGE (self), NULL);

  return get_language (self, kind);
}

/**
 * plumb_paper_page_create_painter:
 * @self: a page
 * @kind: a document
 *
 * Returns: (transfer full): the document's pages as they would be shown here
 */
PlumbPainter *
plumb_paper_page_create_painter (PlumbPaperPage *self, PlumbPaperKind kind)
{
  PlumbPaperOptions options = { 0 };
  g_autoptr (PlumbDocument) document = NULL;

  g_return_val_if_fail (PLUMB_IS_PAPER_PAGE (self) && self->session != NULL, NULL);

  plumb_paper_size_get (get_size (self, kind), &options.width, &options.height);
  options.language = get_language (self, kind);
  options.large = gtk_check_button_get_active (self->large);
  options.stage = plumb_session_get_stage (self->session);
  document = plumb_paper_create (kind, plumb_session_get_evaluation (self->session), &options);

  return plumb_painter_new_full (document, options.width, options.height,
                                 gtk_check_button_get_active (self->black_and_white));
}

/**
 * plumb_paper_page_create_setup:
 * @self: a page
 * @kind: a document
 *
 * Returns: (transfer full): the paper for the document, as it would be shown here
 */
GtkPageSetup *
plumb_paper_page_create_setup (PlumbPaperPage *self, PlumbPaperKind kind)
{
  static const char *const names[PLUMB_N_PAPER_SIZES]
      = { [PLUMB_PAPER_SIZE_A4] = GTK_PAPER_NAME_A4,
          [PLUMB_PAPER_SIZE_LETTER] = GTK_PAPER_NAME_LETTER,
          [PLUMB_PAPER_SIZE_A3] = GTK_PAPER_NAME_A3 };
  GtkPageSetup *setup;
  GtkPaperSize *size;

  g_return_val_if_fail (PLUMB_IS_PAPER_PAGE (self), NULL);

  setup = gtk_page_setup_new ();
  size = gtk_paper_size_new (names[get_size (self, kind)]);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);

  return setup;
}

gboolean
plumb_paper_page_get_black_and_white (PlumbPaperPage *self)
{
  g_return_val_if_fail (PLUMB_IS_PAPER_PAGE (self), FALSE);

  return gtk_check_button_get_active (self->black_and_white);
}

/* ---- the choices ------------------------------------------------------------------------ */

static guint
find_language (PlumbPaperPage *self, const char *language)
{
  for (guint i = 0; i < self->languages->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->languages, i), language) == 0)
      return i;

  return 0;
}

static void
show_sizes (PlumbPaperPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (PlumbPaperSize size = 0; size < PLUMB_N_PAPER_SIZES; size++)
    if (size != PLUMB_PAPER_SIZE_A3 || plumb_paper_is_poster (self->shown))
      gtk_string_list_append (names, name_size (size));
  gtk_drop_down_set_model (self->size, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->size, get_size (self, self->shown));
}

/* What belongs to the document shown. */
void
plumb_paper_page_show_choices (PlumbPaperPage *self)
{
  gboolean poster = plumb_paper_is_poster (self->shown);

  self->setting_up = TRUE;
  gtk_drop_down_set_selected (self->kind, self->shown);
  gtk_drop_down_set_selected (self->language,
                              find_language (self, get_language (self, self->shown)));
  show_sizes (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->large), plumb_paper_has_large (self->shown));
  gtk_widget_set_visible (GTK_WIDGET (self->copy), self->shown == PLUMB_PAPER_NOTE);
  adw_clamp_set_maximum_size (self->clamp, poster ? POSTER_WIDTH : PAGE_WIDTH);
  self->setting_up = FALSE;
}

void
plumb_paper_page_fill_languages (PlumbPaperPage *self)
{
  GPtrArray *translations
      = plumb_pathway_get_translations (plumb_session_get_pathway (self->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]){ "English", NULL });

  g_ptr_array_set_size (self->languages, 0);
  g_ptr_array_add (self->languages, NULL);
  for (guint i = 0; i < translations->len; i++)
    {
      const PlumbTranslation *translation = g_ptr_array_index (translations, i);

      g_ptr_array_add (self->languages, (gpointer) translation->language);
      gtk_string_list_append (names, translation->name);
    }
  self->setting_up = TRUE;
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  self->setting_up = FALSE;
}

static void
on_kind (PlumbPaperPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);

  if (!self->setting_up && selected < PLUMB_N_PAPERS)
    plumb_paper_page_set_kind (self, selected);
}

static void
on_language (PlumbPaperPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);
  const char *language;

  if (self->setting_up || selected >= self->languages->len)
    return;
  language = g_ptr_array_index (self->languages, selected);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, get_language_key (self->shown),
                           language != NULL ? language : "en");
  plumb_paper_page_update (self);
}

static void
on_size (PlumbPaperPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->size);

  if (self->setting_up || selected >= PLUMB_N_PAPER_SIZES)
    return;
  if (self->settings != NULL)
    g_settings_set_enum (self->settings,
                         plumb_paper_is_poster (self->shown) ? "poster-size" : "paper-size",
                         (int) selected);
  plumb_paper_page_update (self);
}

static void
on_look (PlumbPaperPage *self)
{
  if (!self->setting_up)
    plumb_paper_page_update (self);
}

void
plumb_paper_page_bind_choices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_size);
  gtk_widget_class_bind_template_callback (widget_class, on_look);
}

void
plumb_paper_page_set_up_choices (PlumbPaperPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (PlumbPaperKind kind = 0; kind < PLUMB_N_PAPERS; kind++)
    gtk_string_list_append (kinds, name_kind (kind));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "large-print", self->large, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "black-and-white", self->black_and_white, "active",
                   G_SETTINGS_BIND_DEFAULT);
}
