/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-chart-svg.h"
#include "plumb-cli-input.h"
#include "plumb-cli.h"
#include "plumb-painter.h"
#include "plumb-summary.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHART_FONT "Cantarell, Noto Sans, DejaVu Sans, sans-serif 10"
/* Room for margins, title and footer on a page with a chart, in points. */
#define CHART_SURROUNDINGS 170.0

typedef struct
{
  char *document;
  char *stage;
  char *language;
  char *paper;
  char *output;
  char **files;
  double width; /* of the paper, in points */
  double height;
} PlumbCliPrint;

static void
clear_print (PlumbCliPrint *self)
{
  g_free (self->document);
  g_free (self->stage);
  g_free (self->language);
  g_free (self->paper);
  g_free (self->output);
  g_strfreev (self->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlumbCliPrint, clear_print)

/* ---- what is asked for ------------------------------------------------------------------- */

static gboolean
set_paper (PlumbCliPrint *self)
{
  gboolean is_letter = g_strcmp0 (self->paper, "letter") == 0;

  self->width = is_letter ? 612.0 : 595.276;
  self->height = is_letter ? 792.0 : 841.89;

  return is_letter || self->paper == NULL || strcmp (self->paper, "a4") == 0;
}

static gboolean
is_chart (const PlumbCliPrint *self)
{
  return strcmp (self->document, "chart") == 0;
}

/* Returns: NULL, or what is wrong with the command line. */
static const char *
find_fault (PlumbCliPrint *self)
{
  if (self->document == NULL)
    return _ ("--document is missing.");
  if (!is_chart (self) && strcmp (self->document, "summary") != 0)
    return _ ("The document is summary or chart.");
  if (self->output == NULL)
    return _ ("-o is missing.");
  if (self->files == NULL || self->files[1] != NULL)
    return _ ("One FILE is needed.");
  if (!set_paper (self))
    return _ ("The paper is a4 or letter.");
  if (self->stage != NULL && !is_chart (self))
    return _ ("--stage goes with the chart only.");
  if (g_str_has_suffix (self->output, ".pdf"))
    return NULL;
  if (!is_chart (self))
    return _ ("The name of the output must end in .pdf.");
  if (!g_str_has_suffix (self->output, ".svg"))
    return _ ("The name of the output must end in .svg or .pdf.");

  return NULL;
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

/* ---- the chart --------------------------------------------------------------------------- */

static PangoContext *
create_context (const PlumbCliPrint *self)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (context, 72.0);
  if (self->language != NULL)
    pango_context_set_language (context, pango_language_from_string (self->language));

  return context;
}

static char *
draw_stage (const PlumbStage *stage,
            const PlumbChartStyle *style,
            const PlumbEvaluation *evaluation)
{
  g_autoptr (PlumbChartLayout) layout = plumb_chart_layout_new (stage, style);

  return plumb_chart_svg (layout, evaluation);
}

static gboolean
write_svg (const PlumbCliPrint *self,
           const PlumbStage *stage,
           const PlumbChartStyle *style,
           PlumbEvaluation *evaluation,
           GFile *file,
           GError **error)
{
  g_autofree char *svg = stage ? draw_stage (stage, style, evaluation)
                               : plumb_chart_svg_pathway (plumb_evaluation_get_pathway (evaluation),
                                                          style, evaluation);

  return g_file_replace_contents (file, svg, strlen (svg), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  NULL, error);
}

static void
add_stage (PlumbDocumentBuilder *builder,
           const PlumbCliPrint *self,
           const PlumbStage *stage,
           const PlumbChartStyle *style,
           const PlumbEvaluation *evaluation)
{
  g_autofree char *svg = draw_stage (stage, style, evaluation);
  gsize length = strlen (svg);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&svg), length);

  plumb_document_builder_add_heading (builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_text_get (stage->title, self->language));
  plumb_document_builder_add_picture (builder, bytes,
                                      plumb_text_get (stage->subtitle, self->language),
                                      self->height - CHART_SURROUNDINGS);
}

/* One stage, or all of them. */
static PlumbDocument *
create_chart (const PlumbCliPrint *self,
              const PlumbStage *stage,
              const PlumbChartStyle *style,
              PlumbEvaluation *evaluation)
{
  PlumbPathway *pathway = plumb_evaluation_get_pathway (evaluation);
  const char *title = plumb_text_get (plumb_pathway_get_title (pathway), self->language);
  PlumbDocumentBuilder *builder = plumb_document_builder_new (title, self->language);
  GPtrArray *stages = plumb_pathway_get_stages (pathway);
  GDate date;

  plumb_evaluation_get_visit_date (evaluation, &date);
  plumb_document_builder_set_date (builder, &date);
  plumb_document_builder_add_title (builder, title);
  for (guint i = 0; i < stages->len; i++)
    if (stage == NULL || stage == g_ptr_array_index (stages, i))
      add_stage (builder, self, g_ptr_array_index (stages, i), style, evaluation);
  plumb_document_builder_add_footer (
      builder, plumb_text_get (plumb_pathway_get_disclaimer (pathway), self->language));

  return plumb_document_builder_end (builder);
}

/* ---- output ------------------------------------------------------------------------------ */

static gboolean
write_pdf (const PlumbCliPrint *self, PlumbDocument *document, GFile *file, GError **error)
{
  g_autoptr (PlumbPainter) painter = plumb_painter_new (document, self->width, self->height);

  return plumb_painter_write_pdf (painter, file, error);
}

static gboolean
write_chart (const PlumbCliPrint *self,
             const PlumbStage *stage,
             PlumbEvaluation *evaluation,
             GFile *file,
             GError **error)
{
  PangoContext *context = create_context (self);
  const PlumbChartStyle style
      = { .context = context, .font = CHART_FONT, .language = self->language };
  g_autoptr (PlumbDocument) document = NULL;
  gboolean written;

  if (g_str_has_suffix (self->output, ".svg"))
    written = write_svg (self, stage, &style, evaluation, file, error);
  else
    {
      document = create_chart (self, stage, &style, evaluation);
      written = write_pdf (self, document, file, error);
    }
  g_object_unref (context);

  return written;
}

static gboolean
write_summary (const PlumbCliPrint *self, PlumbEvaluation *evaluation, GFile *file, GError **error)
{
  g_autoptr (PlumbDocument) document = plumb_summary_new (evaluation, self->language);

  return write_pdf (self, document, file, error);
}

static PlumbEvaluation *
evaluate_input (PlumbPathway *pathway, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCliInput) input = plumb_cli_input_open (name, TRUE, &error);
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (PlumbConsultation) consultation = NULL;
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  const GString *text = NULL;
  guint line;

  if (input != NULL)
    text = plumb_cli_input_next (input, &line, &error);
  if (error == NULL)
    consultation = plumb_consultation_file_parse (pathway, text ? text->str : "",
                                                  text ? (gssize) text->len : 0, &warnings, &error);
  if (consultation == NULL)
    {
      plumb_cli_report_error (input ? plumb_cli_input_get_name (input) : name, 0, error);
      return NULL;
    }
  evaluation = plumb_evaluation_new_for_consultation (consultation);
  plumb_cli_report_warnings (plumb_cli_input_get_name (input), 0, warnings, evaluation);

  return g_steal_pointer (&evaluation);
}

static int
print (PlumbCliPrint *self)
{
  g_autoptr (PlumbPathway) pathway = plumb_cli_open_pathway (NULL);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->output);
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  g_autoptr (GError) error = NULL;
  const PlumbStage *stage = NULL;

  if (pathway == NULL)
    return PLUMB_CLI_PROBLEM;
  if (self->stage != NULL && (stage = find_stage (self, pathway)) == NULL)
    return plumb_cli_refuse ("print", _ ("The pathway has no stage “%s”."), self->stage);
  if (self->language != NULL && !plumb_text_has (plumb_pathway_get_title (pathway), self->language))
    return plumb_cli_refuse ("print", _ ("The pathway is not there in the language “%s”."),
                             self->language);

  evaluation = evaluate_input (pathway, self->files[0]);
  if (evaluation == NULL)
    return PLUMB_CLI_PROBLEM;
  if (is_chart (self) ? write_chart (self, stage, evaluation, file, &error)
                      : write_summary (self, evaluation, file, &error))
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
    { "document", 0, 0, G_OPTION_ARG_STRING, &self.document, N_ ("What to print: summary or chart"),
      N_ ("DOCUMENT") },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &self.stage,
      N_ ("Of the chart one stage alone, by its id or number"), N_ ("STAGE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self.language,
      N_ ("The language, such as es; English when it is left out"), N_ ("LANGUAGE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self.paper, N_ ("The paper: a4 (default) or letter"),
      N_ ("PAPER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output,
      N_ ("Where to: a name that ends in .pdf or, for the chart, .svg"), N_ ("OUT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.files, NULL, N_ ("FILE") },
    { NULL },
  };
  const char *fault;

  if (!plumb_cli_parse_options (arguments, NULL,
                                _ ("Writes a document about one consultation to a file.\n"
                                   "FILE is a FHIR QuestionnaireResponse; - is standard input."),
                                entries))
    return PLUMB_CLI_USAGE;
  fault = find_fault (&self);
  if (fault != NULL)
    return plumb_cli_refuse ("print", "%s", fault);
  /* The pathway is written in English, which is thus no translation. */
  if (g_strcmp0 (self.language, "en") == 0)
    g_clear_pointer (&self.language, g_free);

  return print (&self);
}
