/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-print-operation.h"

#include "plumb-painter.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

struct _PlumbPrintOperation
{
  GtkPrintOperation parent_instance;

  PlumbDocument *document;
  GtkPageSetup *setup; /* or NULL: what was used last */
  gboolean black_and_white;
  gboolean fixed;        /* the document was made for the paper of the setup */
  PlumbPainter *painter; /* for the paper chosen, while it prints */
};

G_DEFINE_FINAL_TYPE (PlumbPrintOperation, plumb_print_operation, GTK_TYPE_PRINT_OPERATION)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_SETUP,
  PROP_BLACK_AND_WHITE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What was chosen last, in the user's state folder. It says nothing of a patient. */

static char *
dup_state_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "plumbline", "print-settings", NULL);
}

static GKeyFile *
load_state (void)
{
  g_autofree char *path = dup_state_path ();
  GKeyFile *state = g_key_file_new ();

  /* The first time there is none, and one that is spoiled is as good as none. */
  g_key_file_load_from_file (state, path, G_KEY_FILE_NONE, NULL);

  return state;
}

/* These belong to one document, not to the habits of the user. */
static void
forget_occasion (GtkPrintSettings *settings)
{
  static const char *const keys[]
      = { GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
          GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,
          GTK_PRINT_SETTINGS_N_COPIES,    GTK_PRINT_SETTINGS_SCALE };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_print_settings_unset (settings, keys[i]);
}

static void
save_state (PlumbPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  GtkPrintSettings *chosen = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GKeyFile) state = g_key_file_new ();
  g_autofree char *path = dup_state_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (chosen != NULL)
    {
      g_autoptr (GtkPrintSettings) settings = gtk_print_settings_copy (chosen);

      forget_occasion (settings);
      gtk_print_settings_to_key_file (settings, state, "Print Settings");
    }
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, state, "Page Setup");
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (state, path, &error))
    g_info ("The print settings are not remembered: %s", error->message);
}

/**
 * plumb_print_operation_load_page_setup:
 *
 * Returns: (transfer full): the paper that was used last, else that of the locale
 */
GtkPageSetup *
plumb_print_operation_load_page_setup (void)
{
  g_autoptr (GKeyFile) state = load_state ();
  GtkPageSetup *setup = gtk_page_setup_new_from_key_file (state, "Page Setup", NULL);

  return setup != NULL ? setup : gtk_page_setup_new ();
}

/* Paper that was chosen for this document goes before what was used last. */
static void
restore_state (PlumbPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autoptr (GKeyFile) state = load_state ();
  g_autoptr (GtkPrintSettings) settings
      = gtk_print_settings_new_from_key_file (state, "Print Settings", NULL);
  g_autoptr (GtkPageSetup) setup
      = self->setup != NULL ? g_object_ref (self->setup) : plumb_print_operation_load_page_setup ();

  if (settings != NULL && self->setup != NULL)
    {
      /* The dialog would take these for the paper. */
      gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_FORMAT);
      gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_WIDTH);
      gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_HEIGHT);
      gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_ORIENTATION);
    }
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  if (self->document != NULL && plumb_document_get_landscape (self->document))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

/* Printing */

/* The metadata make the same document the same file. */
static void
describe_pdf (PlumbPrintOperation *self, GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_get_target (gtk_print_context_get_cairo_context (context));
  const GDate *date = plumb_document_get_date (self->document);
  g_autofree char *day = NULL;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  plumb_document_get_title (self->document));
  if (date == NULL || !g_date_valid (date))
    return;
  day = g_strdup_printf ("%04u-%02u-%02uT00:00:00Z", g_date_get_year (date),
                         g_date_get_month (date), g_date_get_day (date));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
}

/* A poster was made for its paper; all else flows on any. */
static PlumbPainter *
create_painter (PlumbPrintOperation *self, GtkPrintContext *context)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);

  if (self->fixed)
    {
      width = gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
      height = gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);
    }

  return plumb_painter_new_full (self->document, width, height, self->black_and_white);
}

/* Turns and shrinks a page that was not made for this paper. */
static void
fit_page (PlumbPrintOperation *self, GtkPrintContext *context, cairo_t *cr)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double page_width = plumb_painter_get_width (self->painter);
  double page_height = plumb_painter_get_height (self->painter);
  double scale;

  if ((page_width > page_height) != (width > height))
    {
      cairo_translate (cr, width, 0);
      cairo_rotate (cr, G_PI_2);
      scale = MIN (height / page_width, width / page_height);
    }
  else
    scale = MIN (width / page_width, height / page_height);
  cairo_scale (cr, scale, scale);
}

static void
plumb_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  PlumbPrintOperation *self = PLUMB_PRINT_OPERATION (operation);

  describe_pdf (self, context);
  self->painter = create_painter (self, context);
  gtk_print_operation_set_n_pages (operation, (int) plumb_painter_get_n_pages (self->painter));
}

static void
plumb_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  PlumbPrintOperation *self = PLUMB_PRINT_OPERATION (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (self->fixed)
    fit_page (self, context, cr);
  plumb_painter_draw_page (self->painter, cr, (guint) page);
}

static void
plumb_print_operation_end_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  g_clear_pointer (&PLUMB_PRINT_OPERATION (operation)->painter, plumb_painter_free);
}

static void
plumb_print_operation_done (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    save_state (PLUMB_PRINT_OPERATION (operation));
}

/* The object */

static void
plumb_print_operation_constructed (GObject *object)
{
  PlumbPrintOperation *self = PLUMB_PRINT_OPERATION (object);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  G_OBJECT_CLASS (plumb_print_operation_parent_class)->constructed (object);

  self->fixed = self->setup != NULL && self->document != NULL
                && plumb_document_get_margin (self->document) > 0;
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (self->document != NULL)
    gtk_print_operation_set_job_name (operation, plumb_document_get_title (self->document));
  restore_state (self);
}

static void
plumb_print_operation_finalize (GObject *object)
{
  PlumbPrintOperation *self = PLUMB_PRINT_OPERATION (object);

  g_clear_pointer (&self->painter, plumb_painter_free);
  g_clear_pointer (&self->document, plumb_document_unref);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (plumb_print_operation_parent_class)->finalize (object);
}

static void
plumb_print_operation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlumbPrintOperation *self = PLUMB_PRINT_OPERATION (object);

  if (id == PROP_DOCUMENT)
    g_value_set_boxed (value, self->document);
  else if (id == PROP_SETUP)
    g_value_set_object (value, self->setup);
  else if (id == PROP_BLACK_AND_WHITE)
    g_value_set_boolean (value, self->black_and_white);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_print_operation_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  PlumbPrintOperation *self = PLUMB_PRINT_OPERATION (object);

  if (id == PROP_DOCUMENT)
    self->document = g_value_dup_boxed (value);
  else if (id == PROP_SETUP)
    self->setup = g_value_dup_object (value);
  else if (id == PROP_BLACK_AND_WHITE)
    self->black_and_white = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_print_operation_class_init (PlumbPrintOperationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  object_class->constructed = plumb_print_operation_constructed;
  object_class->finalize = plumb_print_operation_finalize;
  object_class->get_property = plumb_print_operation_get_property;
  object_class->set_property = plumb_print_operation_set_property;
  operation_class->begin_print = plumb_print_operation_begin_print;
  operation_class->draw_page = plumb_print_operation_draw_page;
  operation_class->end_print = plumb_print_operation_end_print;
  operation_class->done = plumb_print_operation_done;

  properties[PROP_DOCUMENT]
      = g_param_spec_boxed ("document", NULL, NULL, PLUMB_TYPE_DOCUMENT,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETUP]
      = g_param_spec_object ("setup", NULL, NULL, GTK_TYPE_PAGE_SETUP,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BLACK_AND_WHITE]
      = g_param_spec_boolean ("black-and-white", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_print_operation_init (PlumbPrintOperation *self)
{
}

/**
 * plumb_print_operation_new:
 * @document: a document
 *
 * Returns: (transfer full): an operation that prints it, in color and on the
 *   paper that was used last
 */
GtkPrintOperation *
plumb_print_operation_new (PlumbDocument *document)
{
  return plumb_print_operation_new_full (document, NULL, FALSE);
}

/**
 * plumb_print_operation_new_full:
 * @document: a document
 * @setup: (nullable): the paper to begin with; %NULL for what was used last
 * @black_and_white: whether to print without colors
 *
 * A document of one page that lies, or has margins of its own, was made for the
 * paper of @setup: on other paper it is made to fit.
 *
 * Returns: (transfer full): an operation that prints it
 */
GtkPrintOperation *
plumb_print_operation_new_full (PlumbDocument *document,
                                GtkPageSetup *setup,
                                gboolean black_and_white)
{
  g_return_val_if_fail (document != NULL, NULL);

  return g_object_new (PLUMB_TYPE_PRINT_OPERATION, "document", document, "setup", setup,
                       "black-and-white", black_and_white, NULL);
}
