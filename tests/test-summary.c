/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-summary.h"
#include "plumb-test-pdf.h"
#include "plumb-test.h"

static PlumbPathway *pathway;

/* A visit with something of everything: urgent advice, all strengths, reviews, disagreements. */
#define FULL                                                                                    \
  PLUMB_TEST_CLEAR "patient_label=M.R. weeks_since_onset=9 pain_score=8 course=partial "        \
                   "pt_started=true pt_weeks=8 pt_response=partial pt_adherent=true "           \
                   "pt_intensity_ok=false pt_fits_cause=true pt_mostly_passive=false "          \
                   "fear_avoidance=true work_affected=true biopsychosocial_done=false "         \
                   "nsaid_contraindicated=false nsaid_trial=low_dose mri_done=false odi=46 "    \
                   "sb1=false sb2=false sb3=true sb4=true sb5=true sb6=true sb7=true sb8=true " \
                   "sb9=very_much"

static char *
summarize (const char *answers)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  g_autoptr (PlumbDocument) document = plumb_summary_new (evaluation, NULL);
  g_autofree char *text = plumb_document_to_text (document);

  return plumb_test_fold (text);
}

static char *
print (const PlumbTestPdf *pdf, const char *answers)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  g_autoptr (PlumbDocument) document = plumb_summary_new (evaluation, NULL);

  plumb_test_write (document, pdf->path);
  return plumb_test_read_text (pdf->path);
}

/* ---- unknown never reads like reassurance ----------------------------------------------- */

static void
test_nothing_answered_is_said_plainly (void)
{
  static const char *const order[] = { "Nothing has been answered yet", "No advice is in force",
                                       "rules nothing out", "Findings", NULL };
  g_autofree char *text = summarize ("");

  plumb_test_assert_order (text, order);
  plumb_test_assert_lacks (text, "none of");
  plumb_test_assert_lacks (text, "None of");
}

/* A label or the day of the visit says nothing about the patient. */
static void
test_a_label_is_no_answer (void)
{
  g_autofree char *text = summarize ("patient_label=M.R. visit_date=2026-11-20");

  plumb_test_assert_contains (text, "Nothing has been answered yet");
  plumb_test_assert_contains (text, "M.R. · 20 November 2026");
}

static void
test_all_red_flags_asked_are_told_by_their_count (void)
{
  g_autofree char *text = summarize (PLUMB_TEST_CLEAR);

  plumb_test_assert_contains (text, "Red flags: None of 14");
  plumb_test_assert_lacks (text, "are not all answered");
}

/* With each single one open, it is said on top, and the count stays away. */
static void
test_one_open_red_flag_is_prominent (void)
{
  GPtrArray *findings = plumb_pathway_get_findings (pathway);
  guint n_flags = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *answers = NULL;
      g_autofree char *text = NULL;
      const char *order[]
          = { "The red flags are not all answered", NULL, "Findings", "1 of 14 not asked", NULL };

      if (!g_str_equal (finding->group->id, "red_flags"))
        continue;
      n_flags++;
      answers = g_strdup_printf ("%s%s=", PLUMB_TEST_CLEAR, finding->id);
      text = summarize (answers);
      order[1] = plumb_text_get (finding->label, NULL);
      plumb_test_assert_order (text, order);
      plumb_test_assert_lacks (text, "None of 14");
    }
  g_assert_cmpuint (n_flags, ==, 14);
}

static void
test_a_card_with_gaps_has_no_count (void)
{
  g_autofree char *whole
      = summarize (PLUMB_TEST_CLEAR "anxiety=false depression=false catastrophizing=false "
                                    "fear_avoidance=true work_dissatisfaction=false");
  g_autofree char *part = summarize (PLUMB_TEST_CLEAR "anxiety=false fear_avoidance=true");

  plumb_test_assert_contains (whole, "Fear-avoidance beliefs");
  plumb_test_assert_contains (whole, "none of the other 4");
  plumb_test_assert_contains (part, "No anxiety");
  plumb_test_assert_contains (part, "3 of 5 not asked");
  plumb_test_assert_lacks (part, "none of the other");
}

static void
test_topics_nobody_asked_are_named (void)
{
  g_autofree char *text = summarize (PLUMB_TEST_CLEAR);

  plumb_test_assert_contains (text, "Not asked: Pain and function, Nerve root, STarT Back");
}

static void
test_a_score_with_a_gap_is_no_score (void)
{
  g_autofree char *text = summarize (PLUMB_TEST_CLEAR "sb1=true sb2=false");

  plumb_test_assert_contains (text, "STarT Back: Not scored, items are missing · agree: 1");
  plumb_test_assert_lacks (text, "isk group: ");
}

/* ---- red flags -------------------------------------------------------------------------- */

static void
test_an_emergency_stands_on_top_alone (PlumbTestPdf *pdf, gconstpointer data)
{
  static const char *const order[] = { "consultation summary",
                                       "Emergency: act now",
                                       "Emergency department now",
                                       "Emergency: now",
                                       "New urinary retention or incontinence · saddle anesthesia",
                                       "The other stages of the pathway are paused",
                                       "Not asked yet, and it may be more urgent",
                                       "Findings",
                                       "References",
                                       NULL };
  g_autofree char *text = print (pdf, "age=38 rf_saddle_anesthesia=true rf_urinary_retention=true");

  plumb_test_assert_order (text, order);
  plumb_test_assert_lacks (text, "Stay active");
}

static void
test_each_red_flag_opens_a_framed_notice (void)
{
  GPtrArray *findings = plumb_pathway_get_findings (pathway);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *answers = g_strdup_printf ("%s%s=true", PLUMB_TEST_CLEAR, finding->id);
      g_autoptr (PlumbEvaluation) evaluation = NULL;
      g_autoptr (PlumbDocument) document = NULL;
      const PlumbBlock *block;

      if (!g_str_equal (finding->group->id, "red_flags"))
        continue;
      evaluation = plumb_test_evaluation (pathway, answers);
      document = plumb_summary_new (evaluation, NULL);
      block = g_ptr_array_index (plumb_document_get_blocks (document), 2);
      g_assert_cmpint (block->kind, ==, PLUMB_BLOCK_NOTICE);
      g_assert_cmpint (block->tone, ==, PLUMB_TONE_URGENT);
    }
}

/* ---- nothing is lost -------------------------------------------------------------------- */

static void
test_sections_stand_in_order (PlumbTestPdf *pdf, gconstpointer data)
{
  static const char *const order[] = { "Low back pain: consultation summary",
                                       "M.R. · 48 years · 21 November 2026",
                                       "Findings",
                                       "Red flags None of 14",
                                       "Oswestry score in percent: 46",
                                       "Risk group: High",
                                       "STarT Back © Keele University",
                                       "Not asked, and it matters",
                                       "decides box",
                                       "Route taken",
                                       "Do",
                                       "Urgent",
                                       "Consider",
                                       "Avoid",
                                       "Review",
                                       "Where sources disagree",
                                       "(a)",
                                       "References",
                                       "[1]",
                                       NULL };
  g_autofree char *text = print (pdf, FULL);

  plumb_test_assert_order (text, order);
}

typedef struct
{
  const char *name;
  const char *answers;
} Story;

static const Story stories[] = {
  { "full", FULL },
  { "empty", "" },
  { "clear", PLUMB_TEST_CLEAR },
  { "first-weeks", PLUMB_TEST_CLEAR "weeks_since_onset=1 muscle_spasm=true nerve=false "
                                    "nsaid_trial=none nsaid_contraindicated=false" },
  { "severe-leg-pain", PLUMB_TEST_CLEAR "weeks_since_onset=1 leg_pain=true "
                                        "radicular_severity=severe neurological_deficit=true" },
  { "last-resort",
    PLUMB_TEST_CLEAR "weeks_since_onset=60 course=none nsaid_contraindicated=true "
                     "duloxetine_trial=failed tramadol_trial=contraindicated nonpharm_tried=3 "
                     "opioid_use=false opioid_risk_assessed=true sedative_use=true "
                     "opioid_benefit_exceeds_risk=true" },
  { "red-flag", "red_flags=true" },
  { "child", "age=9" },
};

/* Every advice in force, its text, and every review with its date stand on the page. */
static void
test_no_advice_is_lost (gconstpointer data)
{
  const Story *story = data;
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, story->answers);
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  PlumbTestPdf pdf;
  g_autofree char *text = NULL;

  plumb_test_pdf_set_up (&pdf, NULL);
  text = print (&pdf, story->answers);
  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (advice, i);

      plumb_test_assert_contains (text, plumb_text_get (recommendation->title, NULL));
      plumb_test_assert_contains (text, plumb_text_get (recommendation->clinician, NULL));
      for (guint j = 0; j < recommendation->disagreements->len; j++)
        {
          const PlumbDisagreement *disagreement
              = g_ptr_array_index (recommendation->disagreements, j);

          plumb_test_assert_contains (text, plumb_text_get (disagreement->title, NULL));
        }
    }
  plumb_test_pdf_tear_down (&pdf, NULL);
}

/* A statement that speaks for an advice is named below its source. */
static void
test_every_citation_has_its_reference (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, FULL);
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  g_autofree char *text = summarize (FULL);
  const char *references = strstr (text, "References");

  g_assert_nonnull (references);
  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (advice, i);

      for (guint j = 0; j < recommendation->statements->len; j++)
        {
          const PlumbStatement *statement = g_ptr_array_index (recommendation->statements, j);

          plumb_test_assert_contains (references, statement->id);
          plumb_test_assert_contains (references, plumb_text_get (statement->source->title, NULL));
        }
    }
}

/* Denied red flags are one reason, not fourteen. */
static void
test_denied_red_flags_are_one_reason (void)
{
  g_autofree char *text = summarize (FULL);

  plumb_test_assert_lacks (text, "no fever");
  plumb_test_assert_lacks (text, "No fever");
}

/* Of a card of several groups “none” is only said where nothing on it is remarkable: sound
 * physiotherapy says nothing of anxiety. */
static void
test_none_is_said_of_a_whole_card (void)
{
  const char *const sound = PLUMB_TEST_CLEAR
      "weeks_since_onset=14 pt_started=true pt_weeks=9 pt_response=none pt_adherent=true "
      "pt_intensity_ok=true pt_fits_cause=true pt_mostly_passive=false psychosocial=";
  const PlumbFinding *anxiety = plumb_pathway_lookup_finding (pathway, "anxiety");
  g_autofree char *none
      = g_strdup_printf ("%s: none", plumb_text_get (anxiety->card->title, NULL));
  g_autofree char *anxious = g_strconcat (sound, "true", NULL);
  g_autofree char *text = summarize (anxious);

  plumb_test_assert_contains (text, "home exercises done consistently");
  plumb_test_assert_lacks (text, none);
}

static void
test_reviews_have_their_dates (void)
{
  g_autofree char *text = summarize (FULL);

  /* Twelve weeks after an onset nine weeks ago; four to six weeks of physiotherapy are over. */
  plumb_test_assert_contains (text, "By 12 December 2026");
  plumb_test_assert_contains (text, "19 December 2026 to 2 January 2027");
}

static void
test_warnings_are_said (void)
{
  g_autofree char *text
      = summarize (PLUMB_TEST_CLEAR "weeks_since_onset=3 pt_started=true pt_weeks=8");

  plumb_test_assert_contains (text, "Check these answers");
}

static void
test_the_foot_says_what_this_is (void)
{
  g_autofree char *text = summarize ("");
  g_autofree char *version = g_strdup_printf ("Low back pain pathway %s, under review, updated",
                                              plumb_pathway_get_version (pathway));

  plumb_test_assert_contains (text, version);
  plumb_test_assert_contains (text, plumb_text_get (plumb_pathway_get_disclaimer (pathway), NULL));
  plumb_test_assert_contains (text, "© Keele University");
}

/* ---- pages ------------------------------------------------------------------------------ */

static void
test_a_full_visit_is_three_pages (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, FULL);
  g_autoptr (PlumbDocument) document = plumb_summary_new (evaluation, NULL);
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);

  g_assert_cmpuint (plumb_painter_get_n_pages (painter), <=, 3);
}

static GBytes *
print_bytes (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, FULL);
  g_autoptr (PlumbDocument) document = plumb_summary_new (evaluation, NULL);
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = plumb_painter_write_pdf_bytes (painter, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_the_same_visit_is_the_same_file (void)
{
  g_autoptr (GBytes) first = print_bytes ();
  g_autoptr (GBytes) second = print_bytes ();

  g_assert_true (g_bytes_equal (first, second));
}

/* ---- the patient's label ---------------------------------------------------------------- */

/* With a label that holds spaces, so not by the line of answers above. */
static PlumbDocument *
summarize_labeled (const char *label)
{
  g_autoptr (PlumbConsultation) consultation = plumb_test_consultation (pathway, FULL);
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  g_autoptr (GError) error = NULL;
  PlumbValue value = plumb_value_string (label);

  plumb_consultation_answer (
      consultation, plumb_pathway_get_role (pathway, PLUMB_ROLE_PATIENT_LABEL), &value, &error);
  g_assert_no_error (error);
  evaluation = plumb_evaluation_new_for_consultation (consultation);
  return plumb_summary_new (evaluation, NULL);
}

static void
test_a_label_of_any_script (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autoptr (PlumbDocument) document = summarize_labeled ("مريض تجريبي");
  g_autofree char *text = NULL;

  plumb_test_write (document, pdf->path);
  text = plumb_test_read_page (pdf->path);

  plumb_test_assert_contains (text, "مريض");
  plumb_test_assert_contains (text, "تجريبي");
  /* It does not turn the words beside it around. */
  plumb_test_assert_contains (text, "48 years · 21 November 2026");
}

static void
test_a_label_without_end_is_cut (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autofree char *label = g_strnfill (10000, 'x');
  g_autoptr (PlumbDocument) document = summarize_labeled (label);
  g_autofree char *text = NULL;

  plumb_test_write (document, pdf->path);
  text = plumb_test_read_text (pdf->path);

  plumb_test_assert_contains (text, "xxxxxxxxxx… · 48 years · 21 November 2026");
}

static void
test_a_label_with_control_characters (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autoptr (PlumbDocument) document = summarize_labeled ("M.\a\n\u202eR.\u2067 <b>&");
  g_autofree char *text = NULL;

  plumb_test_write (document, pdf->path);
  text = plumb_test_read_text (pdf->path);

  plumb_test_assert_contains (text, "M. R. <b>& · 48 years");
}

static void
test_the_label_is_no_metadata (PlumbTestPdf *pdf, gconstpointer data)
{
  g_autoptr (PlumbDocument) document = summarize_labeled ("Mustermann");
  g_autofree char *info = NULL;

  plumb_test_write (document, pdf->path);
  info = plumb_test_run ("pdfinfo", pdf->path, NULL, NULL);

  plumb_test_assert_contains (info, "Low back pain: consultation summary");
  plumb_test_assert_lacks (info, "Mustermann");
}

static void
add (const char *path, void (*function) (PlumbTestPdf *, gconstpointer))
{
  g_test_add (path, PlumbTestPdf, NULL, plumb_test_pdf_set_up, function, plumb_test_pdf_tear_down);
}

static PlumbDocument *
summarize_marks (const char *answers, const char *area)
{
  g_autoptr (PlumbConsultation) consultation = plumb_test_consultation (pathway, answers);
  g_autoptr (PlumbBodyMarks) marks = plumb_body_marks_new_with (
      plumb_consultation_get_marks (consultation), plumb_pathway_lookup_area (pathway, area), TRUE);
  g_autoptr (PlumbEvaluation) evaluation = NULL;

  plumb_consultation_set_marks (consultation, marks);
  evaluation = plumb_evaluation_new_for_consultation (consultation);

  return plumb_summary_new (evaluation, NULL);
}

static const PlumbBlock *
find_picture (GPtrArray *blocks, const char *start)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PlumbBlock *block = g_ptr_array_index (blocks, i);
      const PlumbBlock *inner;

      if (block->kind == PLUMB_BLOCK_PICTURE && g_str_has_prefix (block->alternative, start))
        return block;
      inner = find_picture (block->children[0], start);
      if (inner == NULL)
        inner = find_picture (block->children[1], start);
      if (inner != NULL)
        return inner;
    }

  return NULL;
}

static void
test_marks_are_a_picture_with_words (void)
{
  g_autoptr (PlumbDocument) document = summarize_marks (FULL, "left_calf");
  g_autoptr (PlumbEvaluation) unmarked = plumb_test_evaluation (pathway, FULL);
  g_autoptr (PlumbDocument) without = plumb_summary_new (unmarked, NULL);
  const PlumbBlock *picture = find_picture (plumb_document_get_blocks (document), "Body map");

  g_assert_nonnull (picture);
  g_assert_cmpstr (picture->alternative, ==, "Body map, marked on the back: Left calf.");
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (picture->picture, NULL),
                                  (gssize) g_bytes_get_size (picture->picture),
                                  "[id=\"left_calf\"]"));
  g_assert_null (find_picture (plumb_document_get_blocks (without), "Body map"));
}

/* The boxes of a short route are as wide as the longest word: torn apart, it would fill the page. */
static void
test_long_words_stay_whole (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (
      pathway, "age=38 rf_saddle_anesthesia=true rf_urinary_retention=true");
  g_autoptr (PlumbDocument) document = plumb_summary_new (evaluation, "de");
  g_autoptr (PlumbPainter) painter
      = plumb_painter_new (document, PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT);

  g_assert_cmpuint (plumb_painter_get_n_pages (painter), ==, 1);
}

static void
add_all (void)
{
  g_test_add_func ("/summary/long-words-stay-whole", test_long_words_stay_whole);
  g_test_add_func ("/summary/nothing-answered-is-said-plainly",
                   test_nothing_answered_is_said_plainly);
  g_test_add_func ("/summary/a-label-is-no-answer", test_a_label_is_no_answer);
  g_test_add_func ("/summary/all-red-flags-asked-are-told-by-their-count",
                   test_all_red_flags_asked_are_told_by_their_count);
  g_test_add_func ("/summary/one-open-red-flag-is-prominent", test_one_open_red_flag_is_prominent);
  g_test_add_func ("/summary/a-card-with-gaps-has-no-count", test_a_card_with_gaps_has_no_count);
  g_test_add_func ("/summary/topics-nobody-asked-are-named", test_topics_nobody_asked_are_named);
  g_test_add_func ("/summary/a-score-with-a-gap-is-no-score", test_a_score_with_a_gap_is_no_score);
  add ("/summary/an-emergency-stands-on-top-alone", test_an_emergency_stands_on_top_alone);
  g_test_add_func ("/summary/each-red-flag-opens-a-framed-notice",
                   test_each_red_flag_opens_a_framed_notice);
  add ("/summary/sections-stand-in-order", test_sections_stand_in_order);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strdup_printf ("/summary/no-advice-is-lost/%s", stories[i].name);

      g_test_add_data_func (path, &stories[i], test_no_advice_is_lost);
    }
  g_test_add_func ("/summary/every-citation-has-its-reference",
                   test_every_citation_has_its_reference);
  g_test_add_func ("/summary/denied-red-flags-are-one-reason",
                   test_denied_red_flags_are_one_reason);
  g_test_add_func ("/summary/none-is-said-of-a-whole-card", test_none_is_said_of_a_whole_card);
  g_test_add_func ("/summary/reviews-have-their-dates", test_reviews_have_their_dates);
  g_test_add_func ("/summary/warnings-are-said", test_warnings_are_said);
  g_test_add_func ("/summary/marks-are-a-picture-with-words", test_marks_are_a_picture_with_words);
  g_test_add_func ("/summary/the-foot-says-what-this-is", test_the_foot_says_what_this_is);
  g_test_add_func ("/summary/a-full-visit-is-three-pages", test_a_full_visit_is_three_pages);
  g_test_add_func ("/summary/the-same-visit-is-the-same-file",
                   test_the_same_visit_is_the_same_file);
  add ("/summary/label/of-any-script", test_a_label_of_any_script);
  add ("/summary/label/without-end-is-cut", test_a_label_without_end_is_cut);
  add ("/summary/label/with-control-characters", test_a_label_with_control_characters);
  add ("/summary/label/is-no-metadata", test_the_label_is_no_metadata);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();
  add_all ();
  result = g_test_run ();
  plumb_pathway_unref (pathway);

  return result;
}
