/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-file.h"
#include "plumb-document-private.h"
#include "plumb-handout.h"
#include "plumb-test-grade.h"
#include "plumb-test-pdf.h"
#include "plumb-test.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <librsvg/rsvg.h>

#define MAX_GRADE 6.0

static PlumbPathway *pathway;
static const PlumbHandoutPlan *plan;
static GPtrArray *evaluations; /* PlumbEvaluation: the stories, and the oracle's consultations */
static guint n_stories;        /* the first of them */
static GPtrArray *handouts;    /* char *, beside them: each as plain text */

#define PERSISTENT                                                                    \
  PLUMB_TEST_CLEAR "patient_label=M.R. nerve=false weeks_since_onset=9 pain_score=8 " \
                   "course=partial pt_started=true pt_weeks=8 pt_response=partial "   \
                   "pt_adherent=true pt_intensity_ok=false pt_fits_cause=true "       \
                   "pt_mostly_passive=false fear_avoidance=true work_affected=true "  \
                   "biopsychosocial_done=false nsaid_contraindicated=false "          \
                   "nsaid_trial=low_dose mri_done=false start_back_entered=high"
#define EARLY PLUMB_TEST_CLEAR "nerve=false weeks_since_onset=1 "
#define LOW \
  PLUMB_TEST_CLEAR "nerve=false weeks_since_onset=3 start_back_entered=low pt_started=false "

/* ---- making handouts --------------------------------------------------------------------- */

static char *
print_evaluation (PlumbEvaluation *evaluation, const PlumbHandoutOptions *options)
{
  g_autoptr (PlumbDocument) document = plumb_handout_new (evaluation, NULL, options);

  return plumb_document_to_text (document);
}

/* All on one line. */
static char *
print (const char *answers)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
  g_autofree char *text = print_evaluation (evaluation, NULL);

  return plumb_test_fold (text);
}

static const PlumbRecommendation *
find (const char *id)
{
  const PlumbRecommendation *found = plumb_pathway_lookup_recommendation (pathway, id);

  g_assert_nonnull (found);
  return found;
}

static const char *
get_words (const PlumbRecommendation *recommendation)
{
  return plumb_text_get (recommendation->patient, NULL);
}

static guint
count_pictures (GPtrArray *blocks)
{
  guint n_pictures = 0;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PlumbBlock *block = g_ptr_array_index (blocks, i);

      n_pictures += block->kind == PLUMB_BLOCK_PICTURE;
      n_pictures += count_pictures (block->children[0]) + count_pictures (block->children[1]);
    }
  return n_pictures;
}

/* ---- reading grade ----------------------------------------------------------------------- */

static void
test_the_grade_is_that_of_flesch_and_kincaid (void)
{
  /* 0.39 × 6 + 11.8 × 6/6 − 15.59; the name of a medicine is no word. */
  g_assert_cmpfloat_with_epsilon (plumb_test_grade ("The cat sat on the mat."), -1.45, 0.001);
  g_assert_cmpfloat_with_epsilon (plumb_test_grade ("The tramadol cat sat on the mat."), -1.45,
                                  0.001);
  /* 0.39 × 4 + 11.8 × 15/4 − 15.59 */
  g_assert_cmpfloat_with_epsilon (
      plumb_test_grade ("Multidisciplinary biopsychosocial reevaluation follows."), 36.12, 3);
  g_assert_cmpuint (plumb_test_count_syllables ("take"), ==, 1);
  g_assert_cmpuint (plumb_test_count_syllables ("table"), ==, 2);
  g_assert_cmpuint (plumb_test_count_syllables ("emergency"), ==, 4);
  g_assert_cmpuint (plumb_test_count_syllables ("lowered"), ==, 2);
  g_assert_cmpuint (plumb_test_count_syllables ("needed"), ==, 2);
  g_assert_cmpuint (plumb_test_count_syllables ("exercises"), ==, 4);
}

static void
check_grade (const char *what, const char *text)
{
  if (plumb_test_grade (text) > MAX_GRADE)
    {
      g_test_message ("%s, grade %.1f: %s", what, plumb_test_grade (text), text);
      g_test_fail ();
    }
}

static void
check_text (const char *what, const PlumbText *text)
{
  if (text != NULL)
    check_grade (what, plumb_text_get (text, NULL));
}

static void
test_every_advice_is_easy_to_read (void)
{
  GPtrArray *recommendations = plumb_pathway_get_recommendations (pathway);

  for (guint i = 0; i < recommendations->len; i++)
    {
      const PlumbRecommendation *self = g_ptr_array_index (recommendations, i);

      check_text (self->id, self->patient);
    }
}

static void
test_every_finding_is_easy_to_read (void)
{
  GPtrArray *findings = plumb_pathway_get_findings (pathway);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *self = g_ptr_array_index (findings, i);

      check_text (self->id, self->patient);
    }
}

static void
test_fixed_words_are_easy_to_read (void)
{
  for (guint i = 0; i < plan->sections->len; i++)
    check_text ("introduction",
                ((PlumbHandoutSection *) g_ptr_array_index (plan->sections, i))->introduction);
  for (guint i = 0; i < plan->sentences->len; i++)
    check_text ("sentence",
                ((PlumbHandoutSentence *) g_ptr_array_index (plan->sentences, i))->text);
  for (guint i = 0; i < plan->exercises->len; i++)
    check_text ("exercise",
                ((PlumbHandoutExercise *) g_ptr_array_index (plan->exercises, i))->text);
  for (guint i = 0; i < plan->pictures->len; i++)
    check_text ("picture",
                ((PlumbHandoutPicture *) g_ptr_array_index (plan->pictures, i))->alternative);
  for (guint i = 0; i < plan->signs->len; i++)
    check_text ("sign", g_ptr_array_index (plan->signs, i));
  check_text ("unplanned", plan->unplanned);
  check_text ("sooner", plan->sooner);
  check_text ("closing", plan->closing);
  check_text ("note", plan->note);
}

static void
test_every_handout_is_easy_to_read (void)
{
  double hardest = 0;

  for (guint i = 0; i < evaluations->len; i++)
    {
      const char *text = g_ptr_array_index (handouts, i);

      hardest = MAX (hardest, plumb_test_grade (text));
      check_grade ("handout", text);
    }
  g_test_message ("the hardest of %u: grade %.1f", evaluations->len, hardest);
}

/* ---- pages ------------------------------------------------------------------------------- */

static guint
count_document_pages (PlumbDocument *document, const PlumbHandoutOptions *options)
{
  g_autoptr (PlumbPainter) painter = plumb_painter_new (document, options->width, options->height);

  return plumb_painter_get_n_pages (painter);
}

static guint
count_pages (PlumbEvaluation *evaluation, const PlumbHandoutOptions *options)
{
  g_autoptr (PlumbDocument) document = plumb_handout_new (evaluation, NULL, options);

  return count_document_pages (document, options);
}

static void
test_two_pages_at_most (gconstpointer data)
{
  const PlumbHandoutOptions *paper = data;
  guint n_pages = 0;

  for (guint i = 0; i < evaluations->len; i++)
    {
      guint n = count_pages (g_ptr_array_index (evaluations, i), paper);

      g_assert_cmpuint (n, <=, 2);
      n_pages += n;
    }
  g_test_message ("%u handouts, %u pages", evaluations->len, n_pages);
}

static void
test_one_page_for_a_simple_story (gconstpointer data)
{
  static const char *const simple[]
      = { "", EARLY, PLUMB_TEST_CLEAR "rf_fever=true", PLUMB_TEST_CLEAR "age=12",
          PLUMB_TEST_CLEAR "rf_urinary_retention=true rf_saddle_anesthesia=true" };

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    {
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, simple[i]);

      g_assert_cmpuint (count_pages (evaluation, data), ==, 1);
    }
}

/* Closer, if need be, but never smaller. */
static void
test_the_type_is_large_enough (void)
{
  const PlumbHandoutOptions large = { .large_print = TRUE };

  for (guint i = 0; i < evaluations->len; i += 20)
    {
      PlumbEvaluation *evaluation = g_ptr_array_index (evaluations, i);
      g_autoptr (PlumbDocument) normal = plumb_handout_new (evaluation, NULL, NULL);
      g_autoptr (PlumbDocument) larger = plumb_handout_new (evaluation, NULL, &large);
      g_autofree char *normal_text = plumb_document_to_text (normal);
      g_autofree char *larger_text = plumb_document_to_text (larger);

      g_assert_cmpfloat (plumb_document_get_body_size (normal), ==, 12);
      g_assert_cmpfloat (plumb_document_get_body_size (larger), ==, 18);
      g_assert_cmpuint (plumb_test_count (larger_text).n_words, ==,
                        plumb_test_count (normal_text).n_words);
    }
}

/* On paper this small, what only may be thought about gives way to a third page, and nothing else
 * does. */
static void
test_what_can_be_spared_gives_way (void)
{
  const PlumbHandoutOptions small = { .width = 500, .height = 600 };
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, PERSISTENT);
  g_autoptr (GPtrArray) items = plumb_handout_list_items (evaluation);
  g_autofree char *text = print_evaluation (evaluation, &small);
  guint n_spared = 0;

  g_assert_cmpuint (count_pages (evaluation, &small), ==, 2);
  for (guint i = 0; i < items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (items, i);

      if (!item->handout_section->spare)
        plumb_test_assert_contains (text, get_words (item));
      else
        n_spared += strstr (text, get_words (item)) == NULL;
    }
  g_assert_cmpuint (n_spared, >, 0);
}

/* Most languages need more words. */
static void
test_two_pages_in_every_language (gconstpointer data)
{
  GPtrArray *translations = plumb_pathway_get_translations (pathway);

  g_assert_cmpuint (translations->len, >=, 4);
  for (guint i = 0; i < translations->len; i++)
    for (guint j = 0; j < n_stories; j++)
      {
        const PlumbTranslation *translation = g_ptr_array_index (translations, i);
        PlumbEvaluation *evaluation = g_ptr_array_index (evaluations, j);
        g_autoptr (PlumbDocument) document
            = plumb_handout_new (evaluation, translation->language, data);
        g_autofree char *text = plumb_document_to_text (document);

        g_assert_cmpuint (count_document_pages (document, data), <=, 2);
        plumb_test_assert_lacks (text, "{");
      }
}

/* ---- what stands on the page ------------------------------------------------------------- */

static void
test_sections_follow_each_other (void)
{
  static const char *const order[] = { "Your back pain: what to do now",
                                       "M.R. · 21 November 2026",
                                       "What we found",
                                       "for 9 weeks",
                                       "What to do today",
                                       "Keep moving",
                                       "What helps",
                                       "What you can think about",
                                       "Your medicines",
                                       "ibuprofen",
                                       "Better not",
                                       "What comes next",
                                       "When to come back",
                                       "By 12 December 2026.",
                                       "Get help at once",
                                       "emergency number",
                                       "does not replace the advice",
                                       "pathway 1.0.0, under review",
                                       NULL };
  g_autofree char *text = print (PERSISTENT);

  plumb_test_assert_order (text, order);
}

static void
assert_signs (const char *text)
{
  for (guint i = 0; i < plan->signs->len; i++)
    plumb_test_assert_contains (text, plumb_text_get (g_ptr_array_index (plan->signs, i), NULL));
}

static void
test_the_warning_signs_are_always_there (void)
{
  g_assert_cmpuint (plan->signs->len, >=, 6);
  for (guint i = 0; i < evaluations->len; i++)
    {
      const char *text = g_ptr_array_index (handouts, i);

      assert_signs (text);
    }
}

static gboolean
is_said_by_another (PlumbEvaluation *evaluation, const PlumbRecommendation *self)
{
  g_autoptr (GPtrArray) items = plumb_handout_list_items (evaluation);

  for (guint i = 0; i < items->len; i++)
    if (strstr (get_words (g_ptr_array_index (items, i)), get_words (self)) != NULL)
      return TRUE;
  return FALSE;
}

/* It says nothing that this visit did not decide, and all that it lists. */
static void
test_only_advice_in_force (void)
{
  GPtrArray *recommendations = plumb_pathway_get_recommendations (pathway);

  for (guint i = 0; i < evaluations->len; i++)
    {
      PlumbEvaluation *evaluation = g_ptr_array_index (evaluations, i);
      const char *text = g_ptr_array_index (handouts, i);
      g_autoptr (GPtrArray) items = plumb_handout_list_items (evaluation);

      for (guint j = 0; j < recommendations->len; j++)
        {
          const PlumbRecommendation *self = g_ptr_array_index (recommendations, j);

          if (g_ptr_array_find (items, self, NULL))
            {
              g_assert_cmpint (plumb_evaluation_get_recommendation (evaluation, self), ==,
                               PLUMB_TRUE);
              plumb_test_assert_contains (text, get_words (self));
            }
          else if (!is_said_by_another (evaluation, self))
            plumb_test_assert_lacks (text, get_words (self));
        }
    }
}

static void
test_placeholders_are_filled_in (void)
{
  for (guint i = 0; i < evaluations->len; i++)
    {
      const char *text = g_ptr_array_index (handouts, i);

      plumb_test_assert_lacks (text, "{");
      plumb_test_assert_lacks (text, "}");
    }
}

static void
test_how_long (void)
{
  static const struct
  {
    const char *answers;
    const char *words;
  } cases[] = {
    { PLUMB_TEST_CLEAR "weeks_since_onset=0", "Your pain began less than a week ago." },
    { PLUMB_TEST_CLEAR "weeks_since_onset=1", "You have had back pain for 1 week." },
    { PLUMB_TEST_CLEAR "weeks_since_onset=26", "You have had back pain for 26 weeks." },
    { PLUMB_TEST_CLEAR "weeks_since_onset=27", "for more than half a year." },
    { PLUMB_TEST_CLEAR "weeks_since_onset=53", "for more than a year." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = print (cases[i].answers);

      plumb_test_assert_contains (text, cases[i].words);
    }
}

/* ---- unknown never reassures ------------------------------------------------------------- */

#define REASSURANCE "You have none of them"

static GPtrArray *
list_red_flags (void)
{
  GPtrArray *flags = g_ptr_array_new ();
  GPtrArray *findings = plumb_pathway_get_findings (pathway);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->group->id, "red_flags"))
        g_ptr_array_add (flags, (gpointer) finding);
    }
  g_assert_cmpuint (flags->len, ==, 14);
  return flags;
}

static void
test_reassures_when_all_were_asked (void)
{
  g_autofree char *text = print (EARLY);

  plumb_test_assert_contains (text, REASSURANCE);
  plumb_test_assert_contains (text, "You do not need a scan now.");
}

static void
test_one_open_flag_takes_all_comfort (void)
{
  g_autoptr (GPtrArray) flags = list_red_flags ();

  for (guint i = 0; i < flags->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (flags, i);
      g_autofree char *answers = g_strdup_printf (EARLY "%s=", finding->id);
      g_autofree char *text = print (answers);

      plumb_test_assert_lacks (text, REASSURANCE);
      plumb_test_assert_lacks (text, "do not need a scan");
      plumb_test_assert_lacks (text, "settles");
      plumb_test_assert_contains (text, "We are not done with our questions yet.");
      assert_signs (text);
    }
}

static void
test_an_empty_visit_promises_nothing (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, "");
  g_autoptr (PlumbDocument) document = plumb_handout_new (evaluation, NULL, NULL);
  g_autofree char *text = print ("");

  g_assert_cmpuint (count_pictures (plumb_document_get_blocks (document)), ==, 0);
  plumb_test_assert_contains (text, "We are not done with our questions yet.");
  plumb_test_assert_lacks (text, REASSURANCE);
  plumb_test_assert_lacks (text, "What helps");
  plumb_test_assert_lacks (text, "When to come back");
}

static void
test_nobody_is_reassured_unasked (void)
{
  g_autoptr (GPtrArray) flags = list_red_flags ();
  guint n_reassured = 0;

  for (guint i = 0; i < evaluations->len; i++)
    {
      PlumbEvaluation *evaluation = g_ptr_array_index (evaluations, i);
      const char *text = g_ptr_array_index (handouts, i);

      if (strstr (text, REASSURANCE) == NULL)
        continue;
      n_reassured++;
      for (guint j = 0; j < flags->len; j++)
        g_assert_cmpint (plumb_value_get_truth (plumb_evaluation_get_answer (
                             evaluation, g_ptr_array_index (flags, j))),
                         ==, PLUMB_FALSE);
    }
  g_assert_cmpuint (n_reassured, >, 10);
}

/* ---- the referral page ------------------------------------------------------------------- */

static void
test_a_red_flag_makes_it_the_referral_page (void)
{
  g_autoptr (GPtrArray) flags = list_red_flags ();

  for (guint i = 0; i < flags->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (flags, i);
      g_autofree char *answers = g_strdup_printf (EARLY "%s=true", finding->id);
      g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, answers);
      g_autoptr (PlumbDocument) document = plumb_handout_new (evaluation, NULL, NULL);
      g_autofree char *text = plumb_document_to_text (document);

      g_assert_true (g_str_has_prefix (text, "Please "));
      plumb_test_assert_contains (text, "What to do now");
      plumb_test_assert_contains (text, plumb_text_get (finding->patient, NULL));
      g_assert_cmpuint (count_pictures (plumb_document_get_blocks (document)), ==, 0);
      plumb_test_assert_lacks (text, "What to do today");
      plumb_test_assert_lacks (text, "exercise");
      plumb_test_assert_lacks (text, REASSURANCE);
      assert_signs (text);
    }
}

static void
test_where_to_go (void)
{
  static const struct
  {
    const char *answers;
    const char *first;
    const char *never;
  } cases[] = {
    { EARLY "rf_urinary_retention=true", "Please go to the emergency room now",
      "specialist today" },
    /* The more urgent of two. */
    { EARLY "rf_saddle_anesthesia=true rf_fever=true rf_cancer_history=true",
      "Please go to the emergency room now", "specialist" },
    { EARLY "rf_fever=true", "Please see a specialist today", "Please go to the emergency" },
    { EARLY "rf_cancer_history=true", "Please see a specialist without delay", "today" },
    { EARLY "non_spinal_cause=true", "Your pain: what comes next", "Walk" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = print (cases[i].answers);

      g_assert_true (g_str_has_prefix (text, cases[i].first));
      plumb_test_assert_lacks (text, cases[i].never);
    }
}

/* ---- exercises --------------------------------------------------------------------------- */

static void
test_exercises_for_whom_they_suit (void)
{
  static const struct
  {
    const char *answers;
    gboolean gentle;
    gboolean bending;
  } cases[] = {
    { LOW, TRUE, TRUE },
    /* Fragile bones: unknown is no before fifty only. */
    { LOW "age=72", TRUE, FALSE },
    { LOW "age=72 vcf_risk=false", TRUE, TRUE },
    { LOW "vcf_risk=true", FALSE, FALSE },
    { LOW "leg_pain=true", TRUE, FALSE },
    { LOW "leg_pain=", TRUE, FALSE },
    { LOW "pregnant=true", FALSE, FALSE },
    { LOW "neurological_deficit=true", FALSE, FALSE },
    { LOW "susp_instability=true", FALSE, FALSE },
    /* A therapist has shown which, or nobody knows. */
    { LOW "pt_started=true pt_weeks=2", FALSE, FALSE },
    { LOW "pt_started=", FALSE, FALSE },
    { EARLY, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = print (cases[i].answers);

      g_test_message ("%s", cases[i].answers);
      g_assert_cmpint (strstr (text, "Lift your hips") != NULL, ==, cases[i].gentle);
      g_assert_cmpint (strstr (text, "Knee to chest") != NULL, ==, cases[i].bending);
    }
}

static void
test_every_picture_is_drawn (void)
{
  for (guint i = 0; i < plan->pictures->len; i++)
    {
      const PlumbHandoutPicture *picture = g_ptr_array_index (plan->pictures, i);
      g_autofree char *name = g_strdelimit (g_strdup (picture->id), "_", '-');
      g_autofree char *path
          = g_strdup_printf ("/org/plumbline/Plumbline/artwork/handout/%s.svg", name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) drawing = g_resources_lookup_data (path, 0, &error);
      RsvgHandle *handle;
      double width, height;
      gsize length;
      const guint8 *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (drawing, &length);
      handle = rsvg_handle_new_from_data (data, length, &error);
      g_assert_no_error (error);
      g_assert_true (rsvg_handle_get_intrinsic_size_in_pixels (handle, &width, &height));
      g_assert_cmpfloat (width, ==, 132);
      g_assert_cmpfloat (height, ==, 96);
      g_object_unref (handle);
    }
}

static void
test_pictures_are_said_in_words (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, LOW);
  g_autoptr (PlumbDocument) document = plumb_handout_new (evaluation, NULL, NULL);
  g_autofree char *text = plumb_document_to_text (document);

  g_assert_cmpuint (count_pictures (plumb_document_get_blocks (document)), ==, 7);
  plumb_test_assert_contains (text, "Drawing: a person walks.");
  plumb_test_assert_contains (text, "pulls one knee to the chest.");
}

/* ---- when to come back ------------------------------------------------------------------- */

static void
test_days_to_come_back (void)
{
  static const struct
  {
    const char *answers;
    const char *words;
  } cases[] = {
    { EARLY, "By 5 December 2026. Come back so" },
    { PLUMB_TEST_CLEAR "weeks_since_onset=5 pt_started=true pt_weeks=2",
      "Between 5 December 2026 and 19 December 2026. Come back so" },
    { PLUMB_TEST_CLEAR "weeks_since_onset=5 pt_started=true pt_weeks=7",
      "Between 19 December 2026 and 2 January 2027. Come back so" },
    { PLUMB_TEST_CLEAR "onset_date=2026-08-30 start_back_entered=high",
      "By 22 November 2026. Come back so" },
    /* Two reviews of the same days, in one. */
    { PLUMB_TEST_CLEAR "weeks_since_onset=5 pt_started=true pt_weeks=2 medicine_changed=true",
      "Between 5 December 2026 and 19 December 2026. Come back so your clinician can check how you "
      "are and plan the next step with you. Come back so we can see if your change of medicine "
      "helps." },
    { PLUMB_TEST_CLEAR, "Come back if you do not get better, or if the pain comes back." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = print (cases[i].answers);

      plumb_test_assert_contains (text, cases[i].words);
      plumb_test_assert_contains (text, "Come sooner if it gets worse.");
    }
}

/* ---- another pathway --------------------------------------------------------------------- */

#define WORDS "<label>L</label><question>Q</question><patient>P</patient><help>H</help>"
#define OTHER(item, handout)                                                                      \
  "<pathway format=\"1\" id=\"t\" version=\"1\" review=\"approved\" updated=\"2026-01-01\">"      \
  "<title>T</title><disclaimer>D</disclaimer>"                                                    \
  "<groups><group id=\"g\"><title>G</title></group></groups>"                                     \
  "<findings><finding id=\"weeks\" group=\"g\" type=\"integer\" min=\"0\" max=\"9\">" WORDS       \
  "<phrase>%s w</phrase></finding></findings>"                                                    \
  "<recommendations><recommendation id=\"look\" stage=\"s\" strength=\"do\" urgency=\"routine\">" \
  "<title>R</title><clinician>C</clinician><patient>Let us look again.</patient>" item            \
  "<rationale>R</rationale><review earliest=\"7 * weeks\" due=\"7 * weeks\"/></recommendation>"   \
  "</recommendations><stages><stage id=\"s\"><title>S</title><subtitle>U</subtitle>"              \
  "<node id=\"a\" kind=\"action\" column=\"0\" row=\"0\" start=\"yes\"><text>A</text>"            \
  "<advise recommendation=\"look\"/></node></stage></stages>" handout "</pathway>"
#define HANDOUT                                                                               \
  "<handout><sections><section id=\"back\" kind=\"return\"><title>Back</title></section>"     \
  "<section id=\"signs\" kind=\"signs\"><title>Help if</title></section></sections>"          \
  "<pages><page sections=\"back signs\"><title>Page</title></page></pages>"                   \
  "<return><between>{from} to {to}</between><by>by {to}</by><on>on {to}</on>"                 \
  "<undated>ask for a date</undated><unplanned>no plan</unplanned><sooner>or sooner</sooner>" \
  "</return><signs><sign><text>it hurts more</text></sign></signs>"                           \
  "<closing>Ask.</closing><note>Note</note></handout>"

static void
test_a_date_that_is_not_known (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) other
      = plumb_test_pathway (OTHER ("<item section=\"back\"/>", HANDOUT), &error);
  g_autoptr (PlumbEvaluation) unknown = NULL;
  g_autoptr (PlumbEvaluation) known = NULL;
  g_autoptr (PlumbEvaluation) today = NULL;
  g_autofree char *undated = NULL;
  g_autofree char *dated = NULL;
  g_autofree char *late = NULL;

  g_assert_no_error (error);
  unknown = plumb_test_evaluation (other, "");
  known = plumb_test_evaluation (other, "weeks=2");
  today = plumb_test_evaluation (other, "weeks=0");
  undated = print_evaluation (unknown, NULL);
  dated = print_evaluation (known, NULL);
  late = print_evaluation (today, NULL);
  plumb_test_assert_contains (undated, "ask for a date. Let us look again.");
  plumb_test_assert_contains (dated, "on 5 December 2026. Let us look again.");
  plumb_test_assert_contains (late, "ask for a date. Let us look again.");
}

static void
test_a_pathway_without_a_handout (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbPathway) other = plumb_test_pathway (OTHER ("", ""), &error);
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_assert_no_error (error);
  evaluation = plumb_test_evaluation (other, "");
  items = plumb_handout_list_items (evaluation);
  g_assert_null (plumb_handout_new (evaluation, NULL, NULL));
  g_assert_cmpuint (items->len, ==, 0);
}

/* ---- the clinician's choice -------------------------------------------------------------- */

static void
test_each_item_can_be_left_out (void)
{
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, PERSISTENT);
  g_autoptr (GPtrArray) items = plumb_handout_list_items (evaluation);

  g_assert_cmpuint (items->len, >, 10);
  for (guint i = 0; i < items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (items, i);
      const char *const left_out[] = { item->id, NULL };
      const PlumbHandoutOptions options = { .left_out = left_out };
      g_autofree char *with = print_evaluation (evaluation, NULL);
      g_autofree char *without = print_evaluation (evaluation, &options);

      g_assert_nonnull (strstr (with, get_words (item)));
      if (item->review_due == NULL)
        plumb_test_assert_lacks (without, get_words (item));
      assert_signs (without);
      g_assert_cmpuint (strlen (without), <, strlen (with));
    }
}

static void
test_exercises_leave_with_their_advice (void)
{
  static const char *const one[] = { "self_management", NULL };
  static const char *const both[] = { "self_management", "exercise_therapy", NULL };
  const PlumbHandoutOptions without_one = { .left_out = one };
  const PlumbHandoutOptions without_both = { .left_out = both };
  g_autoptr (PlumbEvaluation) evaluation = plumb_test_evaluation (pathway, LOW);
  g_autofree char *text = print_evaluation (evaluation, &without_one);
  g_autofree char *none = print_evaluation (evaluation, &without_both);

  plumb_test_assert_contains (text, "Lift your hips");
  plumb_test_assert_lacks (none, "Lift your hips");
  plumb_test_assert_lacks (none, "Gentle exercises");
}

/* A stance is kept with the consultation, so it needs no option. */
static void
test_stances_are_followed (void)
{
  const PlumbRecommendation *advice = find ("stay_active");
  static const struct
  {
    PlumbStance stance;
    gboolean printed;
    gboolean listed;
  } cases[] = {
    { { PLUMB_STANCE_NONE, NULL, NULL, FALSE }, TRUE, TRUE },
    { { PLUMB_STANCE_ACCEPTED, NULL, NULL, FALSE }, TRUE, TRUE },
    { { PLUMB_STANCE_NONE, NULL, NULL, TRUE }, FALSE, TRUE },
    { { PLUMB_STANCE_DECLINED, NULL, (char *) "not today", FALSE }, FALSE, FALSE },
    /* It was decided, but in other words than these. */
    { { PLUMB_STANCE_CHANGED, NULL, (char *) "on crutches", FALSE }, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlumbConsultation) consultation = plumb_test_consultation (pathway, EARLY);
      g_autoptr (PlumbStances) stances = plumb_stances_new_with (
          plumb_consultation_get_stances (consultation), advice, &cases[i].stance);
      g_autoptr (PlumbEvaluation) evaluation = NULL;
      g_autoptr (GPtrArray) items = NULL;
      g_autofree char *text = NULL;

      plumb_consultation_set_stances (consultation, stances);
      evaluation = plumb_evaluation_new_for_consultation (consultation);
      items = plumb_handout_list_items (evaluation);
      text = print_evaluation (evaluation, NULL);
      g_assert_cmpint (strstr (text, get_words (advice)) != NULL, ==, cases[i].printed);
      g_assert_cmpint (g_ptr_array_find (items, advice, NULL), ==, cases[i].listed);
    }
}

/* ---- the consultations ------------------------------------------------------------------- */

static char *
read_data (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strchomp (text);
}

static void
add_oracle (void)
{
  g_autofree char *text = read_data ("", "oracle-consultations.ndjson");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >=, 319);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlumbConsultation) consultation
          = plumb_consultation_file_parse (pathway, lines[i], -1, NULL, &error);
      GDate today = plumb_test_today ();

      g_assert_no_error (error);
      plumb_consultation_set_today (consultation, &today);
      g_ptr_array_add (evaluations, plumb_evaluation_new_for_consultation (consultation));
    }
}

static char *
format_answers (JsonObject *answers)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GList) names = json_object_get_members (answers);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *value = json_to_string (json_object_get_member (answers, l->data), FALSE);
      g_autofree char *bare
          = g_strndup (value + (*value == '"'), strlen (value) - 2 * (*value == '"'));

      g_string_append_printf (words, "%s%s=%s", words->len > 0 ? " " : "", (char *) l->data, bare);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_stories (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "vignettes", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *text = read_data ("vignettes", name);
      g_autoptr (JsonNode) story = json_from_string (text, NULL);
      g_autofree char *answers = NULL;

      g_assert_nonnull (story);
      answers = format_answers (
          json_object_get_object_member (json_node_get_object (story), "answers"));
      g_ptr_array_add (evaluations, plumb_test_evaluation (pathway, answers));
    }
  n_stories = evaluations->len;
  g_assert_cmpuint (n_stories, >=, 14);
}

int
main (int argc, char **argv)
{
  static const PlumbHandoutOptions a4
      = { .width = PLUMB_PAPER_A4_WIDTH, .height = PLUMB_PAPER_A4_HEIGHT };
  static const PlumbHandoutOptions letter
      = { .width = PLUMB_PAPER_LETTER_WIDTH, .height = PLUMB_PAPER_LETTER_HEIGHT };
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = plumb_test_builtin ();
  plan = plumb_pathway_get_handout (pathway);
  g_assert_nonnull (plan);
  evaluations = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_evaluation_unref);
  add_stories ();
  add_oracle ();
  handouts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < evaluations->len; i++)
    g_ptr_array_add (handouts, print_evaluation (g_ptr_array_index (evaluations, i), &a4));

#define ADD(path, function) g_test_add_func ("/handout/" path, function)
  ADD ("grade/computed", test_the_grade_is_that_of_flesch_and_kincaid);
  ADD ("grade/advice", test_every_advice_is_easy_to_read);
  ADD ("grade/findings", test_every_finding_is_easy_to_read);
  ADD ("grade/fixed-words", test_fixed_words_are_easy_to_read);
  ADD ("grade/handouts", test_every_handout_is_easy_to_read);
  g_test_add_data_func ("/handout/pages/a4", &a4, test_two_pages_at_most);
  g_test_add_data_func ("/handout/pages/letter", &letter, test_two_pages_at_most);
  g_test_add_data_func ("/handout/pages/simple-a4", &a4, test_one_page_for_a_simple_story);
  g_test_add_data_func ("/handout/pages/simple-letter", &letter, test_one_page_for_a_simple_story);
  g_test_add_data_func ("/handout/pages/languages-a4", &a4, test_two_pages_in_every_language);
  g_test_add_data_func ("/handout/pages/languages-letter", &letter,
                        test_two_pages_in_every_language);
  ADD ("pages/spared", test_what_can_be_spared_gives_way);
  ADD ("pages/type", test_the_type_is_large_enough);
  ADD ("sections", test_sections_follow_each_other);
  ADD ("warning-signs", test_the_warning_signs_are_always_there);
  ADD ("only-advice-in-force", test_only_advice_in_force);
  ADD ("placeholders", test_placeholders_are_filled_in);
  ADD ("how-long", test_how_long);
  ADD ("unknown/all-asked", test_reassures_when_all_were_asked);
  ADD ("unknown/one-open", test_one_open_flag_takes_all_comfort);
  ADD ("unknown/empty-visit", test_an_empty_visit_promises_nothing);
  ADD ("unknown/nobody-unasked", test_nobody_is_reassured_unasked);
  ADD ("referral/each-red-flag", test_a_red_flag_makes_it_the_referral_page);
  ADD ("referral/where-to-go", test_where_to_go);
  ADD ("exercises/for-whom", test_exercises_for_whom_they_suit);
  ADD ("pictures/drawn", test_every_picture_is_drawn);
  ADD ("pictures/in-words", test_pictures_are_said_in_words);
  ADD ("come-back", test_days_to_come_back);
  ADD ("other/no-date", test_a_date_that_is_not_known);
  ADD ("other/no-handout", test_a_pathway_without_a_handout);
  ADD ("choice/each-item", test_each_item_can_be_left_out);
  ADD ("choice/exercises", test_exercises_leave_with_their_advice);
  ADD ("choice/stances", test_stances_are_followed);
#undef ADD
  status = g_test_run ();
  g_ptr_array_unref (handouts);
  g_ptr_array_unref (evaluations);
  plumb_pathway_unref (pathway);
  return status;
}
