/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-cli-print.h"

#include "plumb-cli-input.h"
#include "plumb-cli.h"
#include "plumb-note.h"
#include "plumb-paper.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static void
clear_print (PlumbCliPrint *self)
{
  g_free (self->document);
  g_free (self->stage);
  g_free (self->language);
  g_free (self->paper);
  g_free (self->output);
  g_strfreev (self->files);
  g_strfreev (self->left_out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbCliPrint, clear_print)

/* ---- the documents ----------------------------------------------------------------------- */

typedef PlumbDocument *(*CreateDocument) (const PlumbCliPrint *self,
                                          const PlumbStage *stage,
                                          PlumbEvaluation *evaluation);

static PlumbDocument *
create_paper (const PlumbCliPrint *self, const PlumbStage *stage, PlumbEvaluation *evaluation)
{
  const PlumbPaperOptions options = { .width = self->width,
                                      .height = self->height,
                                      .language = self->language,
                                      .large = self->large,
                                      .left_out = (const char *const *) self->left_out,
                                      .stage = stage };
  PlumbPaperKind kind;

  if (stage != NULL)
    kind = PLUMB_PAPER_STAGE;
  else if (!plumb_paper_find (self->document, &kind))
    g_return_val_if_reached (NULL);

  return plumb_paper_create (kind, evaluation, &options);
}

typedef struct
{
  const char *name;
  const char *suffixes[3]; /* of the output */
  CreateDocument create;
  gboolean staged; /* there may be one of a stage alone */
  gboolean large;  /* there is large print of it */
} PlumbCliDocument;

static const PlumbCliDocument documents[] = {
  { "summary", { ".pdf" }, create_paper, FALSE, TRUE },
  { "handout", { ".pdf" }, create_paper, FALSE, TRUE },
  { "note", { ".txt", ".pdf" }, create_paper, FALSE, FALSE },
  { "poster", { ".pdf" }, create_paper, TRUE, FALSE },
  { "chart", { ".pdf", ".svg" }, plumb_cli_print_chart, TRUE, FALSE },
};

static const PlumbCliDocument *
find_document (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    if (g_strcmp0 (documents[i].name, name) == 0)
      return &documents[i];

  return NULL;
}

/* ---- what is asked for ------------------------------------------------------------------- */

static gboolean
set_paper (PlumbCliPrint *self)
{
  PlumbPaperSize size = PLUMB_PAPER_SIZE_A4;

  if (self->paper != NULL && !plumb_paper_size_find (self->paper, &size))
    return FALSE;
  plumb_paper_size_get (size, &self->width, &self->height);

  return TRUE;
}

static gboolean
is_text (const PlumbCliPrint *self)
{
  return strcmp (self->output, "-") == 0 || g_str_has_suffix (self->output, ".txt");
}

static gboolean
has_suffix (const char *output, const PlumbCliDocument *document)
{
  if (strcmp (output, "-") == 0)
    return strcmp (document->name, "note") == 0;
  for (guint i = 0; document->suffixes[i] != NULL; i++)
    if (g_str_has_suffix (output, document->suffixes[i]))
      return TRUE;

  return FALSE;
}

/* Returns: NULL, or what is wrong with the command line. */
static char *
find_fault (PlumbCliPrint *self)
{
  const PlumbCliDocument *document = find_document (self->document);
  g_autofree char *suffixes = NULL;

  if (self->document == NULL)
    return g_strdup (_ ("--document is missing."));
  if (document == NULL)
    return g_strdup (_ ("The document is summary, handout, note, poster or chart."));
  if (self->output == NULL)
    return g_strdup (_ ("-o is missing."));
  if (self->files == NULL || self->files[1] != NULL)
    return g_strdup (_ ("One FILE is needed."));
  if (!set_paper (self))
    return g_strdup (_ ("The paper is a4, letter or a3."));
  if (self->stage != NULL && !document->staged)
    return g_strdup (_ ("--stage goes with the poster and the chart only."));
  if (self->large && !document->large)
    return g_strdup (_ ("--large goes with the summary and the handout only."));
  if (self->left_out != NULL && strcmp (document->name, "handout") != 0)
    return g_strdup (_ ("--leave-out goes with the handout only."));
  if (has_suffix (self->output, document))
    return NULL;
  suffixes = g_strjoinv (", ", (char **) document->suffixes);
  /* Translators: endings of names of files, such as “.pdf, .svg” */
  return g_strdup_printf (_ ("The name of the output must end in one of: %s"), suffixes);
}

static const PlumbStage *
find_stage (const PlumbCliPrint *self, PlumbPathway *pathway)
{
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  const PlumbStage *stage = plumb_pathway_lookup_stage (pathway, self->stage);
  guint64 number;

  if (stage != NULL)
    return stage;
  if (g_ascii_string_to_unsigned (self->stage, 10, 1, stages->len, &number, NULL))
    return g_ptr_array_index (stages, number - 1);

  return NULL;
}

/* Returns: NULL, or what is left out and does not exist: a slip of the pen would print it. */
static const char *
find_unknown_advice (const PlumbCliPrint *self, PlumbPathway *pathway)
{
  for (guint i = 0; self->left_out != NULL && self->left_out[i] != NULL; i++)
    if (plumb_pathway_lookup_recommendation (pathway, self->left_out[i]) == NULL)
      return self->left_out[i];

  return NULL;
}

/* ---- output ------------------------------------------------------------------------------ */

static gboolean
write_pdf (const PlumbCliPrint *self, PlumbDocument *document, GFile *file, GError **error)
{
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new_full (document, self->width, self->height, self->black_and_white);

  return plumb_painter_write_pdf (painter, file, error);
}

/* The note as it goes into a record. */
static gboolean
write_note (const PlumbCliPrint *self, PlumbEvaluation *evaluation, GError **error)
{
  g_autofree char *text = plumb_note_new (evaluation, self->language);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->output);

  if (strcmp (self->output, "-") != 0)
    return plumb_painter_write_file (file, text, strlen (text), error);
  errno = 0;
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));

  return FALSE;
}

static gboolean
write_output (const PlumbCliPrint *self,
              const PlumbStage *stage,
              PlumbEvaluation *evaluation,
              GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->output);
  g_autoptr (PlumbDocument) document = NULL;
  g_autofree char *svg = NULL;

  if (is_text (self))
    return write_note (self, evaluation, error);
  if (g_str_has_suffix (self->output, ".svg"))
    {
      svg = plumb_cli_draw_chart (self, stage, evaluation);
      return plumb_painter_write_file (file, svg, strlen (svg), error);
    }
  document = find_document (self->document)->create (self, stage, evaluation);

  return write_pdf (self, document, file, error);
}

static int
print (PlumbCliPrint *self)
{
  g_autoptr (PlumbPathway) pathway = plumb_cli_open_pathway (NULL);
  g_autoptr (PlumbConsultation) consultation = NULL;
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  g_autoptr (GError) error = NULL;
  const PlumbStage *stage = NULL;
  const char *unknown;

  if (pathway == NULL)
    return PLUMB_CLI_PROBLEM;
  unknown = find_unknown_advice (self, pathway);
  if (unknown != NULL)
    return plumb_cli_refuse ("print", _ ("The pathway has no advice “%s”."), unknown);
  if (self->stage != NULL && (stage = find_stage (self, pathway)) == NULL)
    return plumb_cli_refuse ("print", _ ("The pathway has no stage “%s”."), self->stage);
  if (self->language != NULL && !plumb_text_has (plumb_pathway_get_title (pathway), self->language))
    return plumb_cli_refuse ("print", _ ("The pathway is not there in the language “%s”."),
                             self->language);

  consultation = plumb_cli_read_consultation (pathway, self->files[0], &evaluation);
  if (consultation == NULL)
    return PLUMB_CLI_PROBLEM;
  if (write_output (self, stage, evaluation, &error))
    return PLUMB_CLI_DONE;
  plumb_cli_report (self->output, 0, 0, error->message);

  return PLUMB_CLI_PROBLEM;
}

/**
 * plumb_cli_print:
 * @arguments: "print" and what follows
 *
 * Writes a document about one consultation to a file.
 *
 * Returns: the program's exit status
 */
int
plumb_cli_print (GStrv arguments)
{
  g_auto (PlumbCliPrint) self = { 0 };
  const GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_STRING, &self.document,
      N_ ("What to print: summary, handout, note, poster or chart"), N_ ("DOCUMENT") },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &self.stage,
      N_ ("Of the poster or chart one stage alone, by its id or number"), N_ ("STAGE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self.language,
      N_ ("The language, such as es; English when it is left out"), N_ ("LANGUAGE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self.paper, N_ ("The paper: a4 (default), letter or a3"),
      N_ ("PAPER") },
    { "leave-out", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.left_out,
      N_ ("An advice, by its id, that the handout leaves out; may be given more than once"),
      N_ ("ADVICE") },
    { "large", 0, 0, G_OPTION_ARG_NONE, &self.large, N_ ("In large print"), NULL },
    { "black-and-white", 0, 0, G_OPTION_ARG_NONE, &self.black_and_white, N_ ("Without colors"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output,
      N_ ("Where to: a name that ends in .pdf, for the chart also .svg; for the note also .txt, or "
          "- for "
          "standard output"),
      N_ ("OUT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.files, NULL, N_ ("FILE") },
    { NULL },
  };
  g_autofree char *fault = NULL;

  if (!plumb_cli_parse_options (arguments, NULL,
                                _ ("Writes a document about one consultation to a file.\n"
                                   "FILE is a FHIR QuestionnaireResponse; - is standard input."),
                                entries))
    return PLUMB_CLI_USAGE;
  fault = find_fault (&self);
  if (fault != NULL)
    return plumb_cli_refuse ("print", "%s", fault);
  /* Pango looks for the system's fonts in a thread, meanwhile the pathway is read. */
  pango_cairo_font_map_get_default ();
  /* The pathway is written in English, which is thus no translation. */
  if (g_strcmp0 (self.language, "en") == 0)
    g_clear_pointer (&self.language, g_free);

  return print (&self);
}
