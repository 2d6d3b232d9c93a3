/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plumb-summary-private.h"

#include "plumb-chart-svg.h"
#include "plumb-format.h"
#include "plumb-imprint.h"
#include "plumb-painter-private.h"
#include "plumb-patient-line.h"

/* Dense, but read by adults at a desk: three pages for the longest consultation. */
#define BODY_SIZE_PT 8.6
/* Of the picture of the route: the text of an A4 page; wider paper leaves a little room. */
#define ROUTE_WIDTH_PT 519.0
#define ROUTE_SIZE_PT 6.5
/* Thirteen points for running text. */
#define LARGE_SCALE 1.5

const char *
plumb_summary_get_text (const PlumbSummary *self, const PlumbText *text)
{
  return plumb_text_get (text, self->language);
}

gboolean
plumb_summary_is_answered (const PlumbSummary *self, const PlumbFinding *finding)
{
  return plumb_evaluation_get_answer (self->evaluation, finding)->type != PLUMB_VALUE_NULL;
}

/* The first stage looks for what must not wait; its advice stands above all other. */
gboolean
plumb_summary_is_triage (const PlumbRecommendation *recommendation)
{
  return recommendation->stage->index == 0;
}

/* Takes @text; phrases are fragments and begin in lower case. */
char *
plumb_summary_capitalize (char *text)
{
  GString *string = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (string, g_unichar_toupper (g_utf8_get_char (text)));
      g_string_append (string, g_utf8_next_char (text));
    }
  g_free (text);
  return g_string_free (string, FALSE);
}

char *
plumb_summary_join (GPtrArray *parts, const char *separator)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (string, separator);
      g_string_append (string, g_ptr_array_index (parts, i));
    }
  return g_string_free (string, FALSE);
}

/* From one box to the next, the way one reads. */
const char *
plumb_summary_get_arrow (const PlumbSummary *self)
{
  return plumb_format_is_right_to_left (self->language) ? " ← " : " → ";
}

char *
plumb_summary_format_patient (const PlumbSummary *self, gboolean with_age)
{
  return plumb_patient_line (self->evaluation, self->language, with_age);
}

char *
plumb_summary_format_title (const PlumbSummary *self)
{
  /* Translators: title of the clinician's page; the name of the pathway, such as Low back pain. */
  return g_strdup_printf (plumb_words (self->language, "%s: consultation summary"),
                          plumb_summary_get_text (self, plumb_pathway_get_title (self->pathway)));
}

static void
add_title (PlumbSummary *self)
{
  g_autofree char *title = plumb_summary_format_title (self);
  g_autofree char *patient = plumb_summary_format_patient (self, TRUE);
  g_autofree char *loose = plumb_summary_format_patient (self, FALSE);
  g_autofree char *header = g_strdup_printf ("%s · %s", title, loose);

  plumb_document_builder_add_title (self->builder, title);
  plumb_document_builder_add_subtitle (self->builder, patient);
  plumb_document_builder_set_header (self->builder, header);
}

/* Answers that say something about the patient: not the day, not the label. */
static guint
count_answers (const PlumbSummary *self)
{
  GPtrArray *findings = plumb_pathway_get_findings (self->pathway);
  guint n_answers = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      if (finding->role != PLUMB_ROLE_VISIT_DATE && finding->role != PLUMB_ROLE_PATIENT_LABEL
          && plumb_summary_is_answered (self, finding))
        n_answers++;
    }
  return n_answers;
}

static void
add_open_triage (PlumbSummary *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    plumb_document_builder_add_list_item (self->builder, NULL, g_ptr_array_index (lines, i));
}

/* Said at the top, in so many words: what nobody has asked is not absent. */
static void
add_triage_state (PlumbSummary *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_open = plumb_summary_list_open_triage (self, lines);
  gboolean nothing = count_answers (self) == 0;

  if (n_open == 0 || (self->advice->len > 0 && !nothing))
    return;
  plumb_document_builder_begin_notice (self->builder, PLUMB_TONE_CAUTION);
  plumb_document_builder_add_heading (
      self->builder, 1, PLUMB_TONE_CAUTION,
      nothing ? plumb_words (self->language, "Nothing has been answered yet")
              : plumb_words (self->language, "The red flags are not all answered"));
  plumb_document_builder_add_paragraph (
      self->builder,
      plumb_words (self->language,
                   "No advice is in force. What has not been asked is unknown, not absent: "
                   "this page rules nothing out. Still to be asked before any advice:"));
  add_open_triage (self, lines);
  plumb_document_builder_end_notice (self->builder);
}

static void
add_warnings (PlumbSummary *self)
{
  g_autoptr (GPtrArray) warnings = plumb_evaluation_list_warnings (self->evaluation);

  if (warnings->len == 0)
    return;
  plumb_document_builder_begin_notice (self->builder, PLUMB_TONE_CAUTION);
  plumb_document_builder_add_heading (self->builder, 2, PLUMB_TONE_CAUTION,
                                      plumb_words (self->language, "Check these answers"));
  for (guint i = 0; i < warnings->len; i++)
    {
      const PlumbWarning *warning = g_ptr_array_index (warnings, i);

      plumb_document_builder_add_paragraph (self->builder,
                                            plumb_summary_get_text (self, warning->text));
    }
  plumb_document_builder_end_notice (self->builder);
}

static void
append_taken_exits (const PlumbSummary *self, const PlumbNode *node, GString *string)
{
  const char *separator
      = g_str_has_suffix (plumb_summary_get_text (self, node->text), "?") ? " " : ": ";

  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (node->kind != PLUMB_NODE_DECISION || exit->label == NULL || plumb_exit_is_repeated (exit)
          || plumb_evaluation_get_exit (self->evaluation, exit) != PLUMB_TRUE)
        continue;
      g_string_append_printf (string, "%s%s", separator,
                              plumb_summary_get_text (self, exit->label));
      separator = plumb_words (self->language, ", ");
    }
}

/* The route in words, a box each: for those who hear the page, and for the note, in which only
 * what was decided counts. */
GPtrArray *
plumb_summary_list_route (const PlumbSummary *self, gboolean decided)
{
  g_autoptr (GPtrArray) taken = plumb_evaluation_list_taken (self->evaluation);
  GPtrArray *route = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < taken->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (taken, i);
      GString *string;
      gsize length;

      if (node->number == 0)
        continue;
      string = g_string_new (NULL);
      g_string_append_printf (string, "%u %s", node->number,
                              plumb_summary_get_text (self, node->text));
      length = string->len;
      append_taken_exits (self, node, string);
      if (decided && string->len == length)
        g_string_free (string, TRUE);
      else
        g_ptr_array_add (route, g_string_free (string, FALSE));
    }
  return route;
}

static void
add_route (PlumbSummary *self)
{
  PangoContext *context = plumb_painter_create_context (self->language);
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *font = g_strconcat (
      PLUMB_PAPER_FONTS " ", g_ascii_dtostr (size, sizeof size, self->scale * ROUTE_SIZE_PT), NULL);
  const PlumbChartStyle style = { context, font, self->language,
                                  pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL };
  g_autoptr (GPtrArray) route = plumb_summary_list_route (self, FALSE);
  g_autofree char *words = plumb_summary_join (route, plumb_summary_get_arrow (self));
  char *svg = plumb_chart_svg_route (self->evaluation, &style, ROUTE_WIDTH_PT);
  g_autoptr (GBytes) bytes = NULL;

  g_object_unref (context);
  if (*words == '\0')
    {
      g_free (svg);
      return;
    }
  plumb_document_builder_add_heading (self->builder, 1, PLUMB_TONE_NEUTRAL,
                                      plumb_words (self->language, "Route taken"));
  if (svg == NULL)
    {
      plumb_document_builder_add_paragraph (self->builder, words);
      return;
    }
  bytes = g_bytes_new_take (svg, strlen (svg));
  plumb_document_builder_add_picture (self->builder, bytes, words, 0);
}

static void
add_footer (PlumbSummary *self)
{
  const PlumbText *disclaimer = plumb_pathway_get_disclaimer (self->pathway);
  g_autofree char *imprint = plumb_imprint (self->pathway, self->language);

  plumb_document_builder_add_footer (self->builder, plumb_summary_get_text (self, disclaimer));
  plumb_document_builder_add_footer (self->builder, imprint);
}

/* The more was asked, the more there is to say on the left, and the less on the right. */
static double
get_findings_share (const PlumbSummary *self)
{
  g_autoptr (GPtrArray) questions = plumb_evaluation_list_questions (self->evaluation);

  return questions->len == 0 ? 0.72 : questions->len < 6 ? 0.62 : 0.52;
}

static void
add_content (PlumbSummary *self)
{
  add_title (self);
  plumb_summary_add_triage_notice (self);
  add_triage_state (self);
  add_warnings (self);
  plumb_document_builder_begin_columns (self->builder, get_findings_share (self));
  plumb_summary_add_findings (self);
  plumb_document_builder_next_column (self->builder);
  plumb_summary_add_questions (self);
  plumb_document_builder_end_columns (self->builder);
  add_route (self);
  plumb_summary_add_advice (self);
  plumb_summary_add_departures (self);
  plumb_summary_add_reviews (self);
  plumb_summary_add_disagreements (self);
  plumb_summary_add_references (self);
  add_footer (self);
}

/* The parts that every page about a consultation gathers; the builder is for its caller. */
void
plumb_summary_init (PlumbSummary *self, PlumbEvaluation *evaluation, const char *language)
{
  g_autofree char *title = NULL;
  GDate date;

  self->evaluation = evaluation;
  self->pathway = plumb_evaluation_get_pathway (evaluation);
  self->language = language;
  self->scale = 1;
  self->advice = plumb_evaluation_list_advice (evaluation);
  self->sources = g_ptr_array_new ();
  self->statements = g_hash_table_new (NULL, NULL);
  self->disagreements = g_ptr_array_new ();
  title = plumb_summary_format_title (self);
  self->builder = plumb_document_builder_new (title, language);
  plumb_evaluation_get_visit_date (evaluation, &date);
  plumb_document_builder_set_date (self->builder, &date);
}

void
plumb_summary_clear (PlumbSummary *self)
{
  g_ptr_array_unref (self->advice);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->statements);
  g_ptr_array_unref (self->disagreements);
}

/**
 * plumb_summary_new:
 * @evaluation: what the pathway says to a patient's answers
 * @language: (nullable): of the page, such as "es"; %NULL for the pathway's own
 *
 * The clinician's summary of a consultation: what was found, what was not asked
 * and matters, the route, the advice in force with its reasons and sources.
 *
 * Returns: (transfer full): a document whose title names no patient
 */
PlumbDocument *
plumb_summary_new (PlumbEvaluation *evaluation, const char *language)
{
  return plumb_summary_new_full (evaluation, language, FALSE);
}

/**
 * plumb_summary_new_full:
 * @evaluation: what the pathway says to a patient's answers
 * @language: (nullable): as plumb_summary_new() takes it
 * @large: whether to set it in large print
 *
 * Returns: (transfer full): the same summary
 */
PlumbDocument *
plumb_summary_new_full (PlumbEvaluation *evaluation, const char *language, gboolean large)
{
  PlumbSummary self = { 0 };

  g_return_val_if_fail (evaluation != NULL, NULL);

  plumb_summary_init (&self, evaluation, language);
  self.scale = large ? LARGE_SCALE : 1;
  plumb_document_builder_set_body_size (self.builder, self.scale * BODY_SIZE_PT);
  add_content (&self);
  plumb_summary_clear (&self);

  return plumb_document_builder_end (self.builder);
}
