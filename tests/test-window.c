/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-answer-choice.h"
#include "plumb-answer-control.h"
#include "plumb-answer-entry.h"
#include "plumb-answer-list.h"
#include "plumb-answer-toggles.h"
#include "plumb-answer.h"
#include "plumb-date-button.h"
#include "plumb-finding-group.h"
#include "plumb-finding-row.h"
#include "plumb-pathway-dialog.h"
#include "plumb-print-operation.h"
#include "plumb-question-line.h"
#include "plumb-score-item.h"
#include "plumb-score-sheet.h"
#include "plumb-summary.h"

#include "plumb-test.h"

#include <glib/gstdio.h>

static PlumbPathway *pathway;

/* ---- steps ------------------------------------------------------------------------------- */

static const PlumbFinding *
find (const char *id)
{
  const PlumbFinding *finding = plumb_pathway_lookup_finding (pathway, id);

  g_assert_nonnull (finding);

  return finding;
}

static const PlumbScore *
first_score (void)
{
  return g_ptr_array_index (plumb_pathway_get_scores (pathway), 0);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer wanted);

/* The first widget, from the top, that can be seen and that matches. */
static GtkWidget *
find_widget (GtkWidget *root, Matches matches, gconstpointer wanted)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (matches (root, wanted))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, matches, wanted);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_label (GtkWidget *widget, gconstpointer wanted)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), wanted) == 0;
}

static gboolean
is_line_of (GtkWidget *widget, gconstpointer wanted)
{
  return PLUMB_IS_QUESTION_LINE (widget)
         && plumb_question_line_get_finding (PLUMB_QUESTION_LINE (widget)) == wanted;
}

static gboolean
is_row_of (GtkWidget *widget, gconstpointer wanted)
{
  return PLUMB_IS_FINDING_ROW (widget)
         && plumb_finding_row_get_finding (PLUMB_FINDING_ROW (widget)) == wanted;
}

static gboolean
is_group_of (GtkWidget *widget, gconstpointer wanted)
{
  return PLUMB_IS_FINDING_GROUP (widget)
         && plumb_finding_group_get_group (PLUMB_FINDING_GROUP (widget)) == wanted;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer wanted)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) wanted);
}

static GtkWidget *
find_of_type (GtkWidget *root, GType type)
{
  return find_widget (root, is_of_type, &type);
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_widget (root, has_label, label);

  if (button == NULL)
    g_error ("There is no button “%s”", label);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
type (GtkWidget *root, const char *text)
{
  GtkWidget *entry = find_of_type (root, GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  settle ();
}

static GtkWidget *
line_of (PlumbWindow *window, const char *id)
{
  GtkWidget *line = find_widget (GTK_WIDGET (window->questions), is_line_of, find (id));

  if (line == NULL)
    g_error ("%s is not asked", id);

  return line;
}

static const PlumbValue *
answer_of (PlumbWindow *window, const char *id)
{
  return plumb_evaluation_get_answer (
      plumb_session_get_evaluation (plumb_window_get_session (window)), find (id));
}

static void
give (PlumbSession *session, const char *id, const char *text)
{
  PlumbValue value = plumb_test_value (find (id), text);
  g_autoptr (GError) error = NULL;

  plumb_session_answer (session, find (id), &value, &error);
  g_assert_no_error (error);
}

static PlumbWindow *
open_window (void)
{
  PlumbWindow *window = plumb_window_new (NULL, pathway);

  gtk_window_present (GTK_WINDOW (window));
  settle ();

  return window;
}

/* As it is closed once the changes have been asked about. */
static void
close_window (PlumbWindow *window)
{
  window->closing = TRUE;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_null (window);
}

static void
press (PlumbWindow *window, guint keyval)
{
  g_assert_true (plumb_window_press_key (window, keyval, 0));
  settle ();
}

static void
undo (PlumbWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle ();
}

/* ---- each widget comes and goes ---------------------------------------------------------- */

static void
assert_comes_and_goes (gpointer widget)
{
  g_object_ref_sink (widget);
  settle ();
  g_assert_finalize_object (widget);
}

static void
test_answer_controls (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  GPtrArray *findings = plumb_pathway_get_findings (pathway);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      assert_comes_and_goes (plumb_answer_control_new (session, finding, FALSE));
      assert_comes_and_goes (plumb_answer_control_new (session, finding, TRUE));
    }
  assert_comes_and_goes (plumb_answer_list_new (session, find ("course"), 1));
  assert_comes_and_goes (plumb_date_button_new (session, find ("onset_date")));
  assert_comes_and_goes (plumb_score_item_new (session, find ("sb9"), 9));
}

static void
test_question_lines (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  GPtrArray *findings = plumb_pathway_get_findings (pathway);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      assert_comes_and_goes (plumb_question_line_new (session, finding, 1));
      assert_comes_and_goes (plumb_question_line_new_alone (session, finding));
    }
}

static void
test_cards (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  GPtrArray *findings = plumb_pathway_get_findings (pathway);
  GtkWidget *card = plumb_question_card_new (session);

  g_object_ref_sink (card);
  for (guint i = 0; i < findings->len; i++)
    {
      plumb_question_card_set_finding (PLUMB_QUESTION_CARD (card), g_ptr_array_index (findings, i));
      g_assert_true (plumb_question_card_contains (PLUMB_QUESTION_CARD (card),
                                                   g_ptr_array_index (findings, i)));
    }
  g_assert_finalize_object (card);
}

static void
test_finding_rows (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  GPtrArray *groups = plumb_pathway_get_groups (pathway);

  for (guint i = 0; i < groups->len; i++)
    {
      GtkWidget *group = plumb_finding_group_new (session, g_ptr_array_index (groups, i));

      plumb_finding_group_set_expanded (PLUMB_FINDING_GROUP (group), TRUE);
      assert_comes_and_goes (group);
    }
}

static void
count (gpointer object, gpointer anything, guint *n)
{
  (*n)++;
}

/* The panels: a session, the same one again, none. */
static void
test_panels (void)
{
  const GType types[]
      = { PLUMB_TYPE_QUESTION_PANEL, PLUMB_TYPE_FINDINGS_PANEL, PLUMB_TYPE_QUESTION_CARD };
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *panel = g_object_ref_sink (g_object_new (types[i], NULL));
      guint n_notified = 0;

      g_signal_connect (panel, "notify::session", G_CALLBACK (count), &n_notified);
      g_object_set (panel, "session", session, NULL);
      g_object_set (panel, "session", session, NULL);
      g_assert_cmpuint (n_notified, ==, 1);
      g_object_set (panel, "session", NULL, NULL);
      g_assert_cmpuint (n_notified, ==, 2);
      g_assert_finalize_object (panel);
    }
}

static void
test_dialogs (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  GtkWidget *windows[] = { plumb_pathway_dialog_new (pathway),
                           GTK_WIDGET (plumb_score_sheet_new (session, first_score ())) };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_object_add_weak_pointer (G_OBJECT (windows[i]), (gpointer *) &windows[i]);
      gtk_window_present (GTK_WINDOW (windows[i]));
      settle ();
      gtk_window_close (GTK_WINDOW (windows[i]));
      settle ();
      g_assert_null (windows[i]);
    }
}

static void
test_window (void)
{
  close_window (open_window ());
}

/* ---- a consultation ---------------------------------------------------------------------- */

static void
begin_visit (PlumbWindow *window)
{
  type (line_of (window, "age"), "48");
  type (line_of (window, "weeks_since_onset"), "9");
  click (line_of (window, "non_spinal_cause"), "No");
}

static void
test_cursor_in_age (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, line_of (window, "age")));
  close_window (window);
}

static void
test_visit (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  g_assert_cmpint (answer_of (window, "age")->integer, ==, 48);
  g_assert_cmpint (answer_of (window, "weeks_since_onset")->integer, ==, 9);

  /* The card of the visit is done with; the red flags are asked. */
  g_assert_nonnull (line_of (window, "rf_fever"));
  close_window (window);
}

static void
test_none_of_these (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  press (window, GDK_KEY_2);
  press (window, GDK_KEY_2);
  click (GTK_WIDGET (window->questions), "_None of these");
  g_assert_cmpint (plumb_value_get_truth (answer_of (window, "rf_fever")), ==, PLUMB_FALSE);
  g_assert_null (find_widget (GTK_WIDGET (window->questions), is_line_of, find ("rf_fever")));

  /* One step back, and all of them are open again and asked. */
  undo (window);
  g_assert_cmpint (plumb_value_get_truth (answer_of (window, "rf_fever")), ==, PLUMB_UNKNOWN);
  g_assert_nonnull (line_of (window, "rf_fever"));
  close_window (window);
}

/* What was answered with yes stays, and the button says so. */
static void
test_none_of_the_others (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  click (line_of (window, "rf_fever"), "Yes");
  click (GTK_WIDGET (window->questions), "_None of the others");
  g_assert_cmpint (plumb_value_get_truth (answer_of (window, "rf_fever")), ==, PLUMB_TRUE);
  g_assert_cmpint (plumb_value_get_truth (answer_of (window, "rf_weight_loss")), ==, PLUMB_FALSE);
  close_window (window);
}

/* Puts the card of a finding in sight. */
static void
ask_for (PlumbWindow *window, const char *id)
{
  plumb_question_card_set_finding (plumb_question_panel_get_card (window->questions), find (id));
  settle ();
}

static const char *
otherwise_of (PlumbWindow *window, const char *id)
{
  GObject *text = gtk_widget_get_template_child (line_of (window, id), PLUMB_TYPE_QUESTION_LINE,
                                                 "otherwise");

  return gtk_label_get_text (GTK_LABEL (text));
}

/* Choices and numbers among yes/no lines say what the button will answer, and get that. */
static void
test_none_of_choices (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  ask_for (window, "nsaid_trial");
  g_assert_cmpstr (otherwise_of (window, "nsaid_trial"), ==, "None of these: None");
  g_assert_cmpstr (otherwise_of (window, "pt_weeks"), ==, "None of these: 0");
  g_assert_cmpstr (otherwise_of (window, "duloxetine_trial"), ==, "None of these: Not tried");

  /* What is answered keeps its answer, and the weeks of what has begun are not guessed. */
  click (line_of (window, "nsaid_trial"), "Low dose");
  click (line_of (window, "pt_started"), "Yes");
  g_assert_cmpstr (otherwise_of (window, "nsaid_trial"), ==, "");
  g_assert_cmpstr (otherwise_of (window, "pt_weeks"), ==, "");
  click (GTK_WIDGET (window->questions), "_None of the others");
  g_assert_cmpstr (answer_of (window, "nsaid_trial")->string, ==, "low_dose");
  g_assert_cmpstr (answer_of (window, "duloxetine_trial")->string, ==, "not_tried");
  g_assert_cmpint (answer_of (window, "muscle_relaxant_weeks")->integer, ==, 0);
  g_assert_cmpint (answer_of (window, "pt_weeks")->type, ==, PLUMB_VALUE_NULL);

  undo (window);
  g_assert_cmpint (answer_of (window, "duloxetine_trial")->type, ==, PLUMB_VALUE_NULL);
  close_window (window);
}

/* A number that is typed and not yet entered is the answer, not what None of these would say. */
static void
test_none_keeps_what_is_typed (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *entry;

  begin_visit (window);
  ask_for (window, "muscle_relaxant_weeks");
  entry = find_of_type (line_of (window, "muscle_relaxant_weeks"), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "4");
  click (GTK_WIDGET (window->questions), "_None of these");
  g_assert_cmpint (answer_of (window, "muscle_relaxant_weeks")->integer, ==, 4);
  g_assert_cmpstr (answer_of (window, "tramadol_trial")->string, ==, "not_tried");
  close_window (window);
}

/* What cannot be an answer stops the button. */
static void
test_none_stops_at_a_mistake (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *entry;

  begin_visit (window);
  ask_for (window, "muscle_relaxant_weeks");
  entry = find_of_type (line_of (window, "muscle_relaxant_weeks"), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "four");
  click (GTK_WIDGET (window->questions), "_None of these");
  g_assert_cmpint (answer_of (window, "muscle_relaxant_weeks")->type, ==, PLUMB_VALUE_NULL);
  g_assert_cmpint (answer_of (window, "tramadol_trial")->type, ==, PLUMB_VALUE_NULL);
  close_window (window);
}

/* The items of a score as they are ticked on paper: what none of them can say is asked for next. */
static void
test_none_of_a_score (void)
{
  PlumbWindow *window = open_window ();
  const PlumbScore *score = first_score ();
  GtkWidget *focus;

  begin_visit (window);
  ask_for (window, "start_back_entered");
  click (line_of (window, "sb1"), "Yes");
  click (GTK_WIDGET (window->questions), "_None of the others");
  g_assert_true (answer_of (window, "sb1")->boolean);
  g_assert_false (answer_of (window, "sb8")->boolean);
  g_assert_cmpint (answer_of (window, "sb9")->type, ==, PLUMB_VALUE_NULL);
  g_assert_cmpint (answer_of (window, score->entered->id)->type, ==, PLUMB_VALUE_NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, line_of (window, "sb9")));

  click (line_of (window, "sb9"), "Slightly");
  g_assert_false (plumb_question_card_contains (plumb_question_panel_get_card (window->questions),
                                                find ("sb9")));
  close_window (window);
}

/* Faults of a program are asked for where there is one, and else nobody says that there are none. */
static void
test_lines_that_need_another (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  give (plumb_window_get_session (window), "pt_started", "false");
  ask_for (window, "anxiety");
  g_assert_null (find_widget (GTK_WIDGET (window->questions), is_line_of, find ("pt_adherent")));
  click (GTK_WIDGET (window->questions), "_None of these");
  g_assert_false (answer_of (window, "anxiety")->boolean);
  g_assert_cmpint (answer_of (window, "pt_adherent")->type, ==, PLUMB_VALUE_NULL);

  undo (window);
  give (plumb_window_get_session (window), "pt_started", "true");
  ask_for (window, "course");
  ask_for (window, "anxiety");
  g_assert_nonnull (line_of (window, "pt_adherent"));
  click (GTK_WIDGET (window->questions), "_None of these");
  g_assert_true (answer_of (window, "pt_adherent")->boolean);
  close_window (window);
}

/* A list of lines stays until it is done with, though one answer may already decide. */
static void
test_card_stays (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  press (window, GDK_KEY_1);
  g_assert_cmpint (plumb_value_get_truth (answer_of (window, "rf_urinary_retention")), ==,
                   PLUMB_TRUE);
  g_assert_nonnull (line_of (window, "rf_fever"));

  /* The same key takes it back. */
  press (window, GDK_KEY_KP_1);
  g_assert_cmpint (plumb_value_get_truth (answer_of (window, "rf_urinary_retention")), ==,
                   PLUMB_UNKNOWN);
  close_window (window);
}

static void
test_red_flag (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->banner)));
  click (line_of (window, "rf_saddle_anesthesia"), "Yes");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->banner)));
  g_assert_nonnull (strstr (gtk_label_get_text (window->banner_text), "paused"));
  undo (window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->banner)));
  close_window (window);
}

static void
test_skip (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  click (GTK_WIDGET (window->questions), "S_kip");
  g_assert_null (find_widget (GTK_WIDGET (window->questions), is_line_of, find ("rf_fever")));
  g_assert_cmpint (plumb_value_get_truth (answer_of (window, "rf_fever")), ==, PLUMB_UNKNOWN);
  click (GTK_WIDGET (window->questions), "_Ask what was left open");
  g_assert_nonnull (line_of (window, "rf_fever"));
  close_window (window);
}

/* What the clinician in the story persistent-after-8-weeks knows. */
#define STORY                                                                                  \
  "red_flags=false non_spinal_cause=false age=48 leg_pain=false paresthesia=false "            \
  "leg_weakness=false neurological_deficit=false weeks_since_onset=9 pain_score=8 "            \
  "course=partial pt_started=true pt_weeks=8 pt_response=partial pt_adherent=true "            \
  "pt_intensity_ok=false pt_fits_cause=true pt_mostly_passive=false fear_avoidance=true "      \
  "work_affected=true biopsychosocial_done=false nsaid_contraindicated=false "                 \
  "nsaid_trial=low_dose mri_done=false xray_done=false vcf_risk=false susp_bony_lesion=false " \
  "sb1=false sb2=false sb3=true sb4=true sb5=true sb6=true sb7=true sb8=true sb9=very_much"

/* The choices of such a line lie beside one another. */
static void
click_answer (PlumbQuestionLine *line, guint position)
{
  GtkWidget *list = find_of_type (GTK_WIDGET (line), PLUMB_TYPE_ANSWER_LIST);

  plumb_answer_list_press (PLUMB_ANSWER_LIST (list), position);
}

static void
choose (PlumbQuestionLine *line, const PlumbValue *value)
{
  const PlumbFinding *finding = plumb_question_line_get_finding (line);
  guint position = 0;

  if (finding->type == PLUMB_FINDING_BOOLEAN)
    position = value->boolean ? 0 : 1;
  else
    while (((const PlumbChoice *) g_ptr_array_index (finding->choices, position))->code
           != value->string)
      position++;
  if (plumb_question_line_get_compact (line))
    click_answer (line, position);
  else
    plumb_question_line_press (line, position);
  settle ();
}

static void
answer_line (PlumbQuestionLine *line, const PlumbValue *value)
{
  const PlumbFinding *finding = plumb_question_line_get_finding (line);
  PlumbValue yes = plumb_answer_for_line (finding, TRUE);
  g_autofree char *text = plumb_answer_format (finding, value);

  if (plumb_question_line_get_typed (line))
    type (GTK_WIDGET (line), text);
  else if (find_of_type (GTK_WIDGET (line), PLUMB_TYPE_ANSWER_TOGGLES) != NULL)
    click (GTK_WIDGET (line), plumb_value_equal (value, &yes) ? "Yes" : "No");
  else
    choose (line, value);
}

/* The lines of the card in sight that the story answers and nobody has answered yet. */
static gboolean
answer_card (PlumbWindow *window, PlumbConsultation *story)
{
  GPtrArray *findings = plumb_pathway_get_findings (pathway);

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      const PlumbValue *value = plumb_consultation_get_answer (story, finding);
      GtkWidget *line = find_widget (GTK_WIDGET (window->questions), is_line_of, finding);

      if (line == NULL || value->type == PLUMB_VALUE_NULL
          || answer_of (window, finding->id)->type != PLUMB_VALUE_NULL)
        continue;
      answer_line (PLUMB_QUESTION_LINE (line), value);
      g_assert_true (plumb_value_equal (answer_of (window, finding->id), value));
      return TRUE;
    }

  return FALSE;
}

static void
assert_in_force (PlumbWindow *window, const char *id, PlumbTruth expected)
{
  const PlumbRecommendation *recommendation = plumb_pathway_lookup_recommendation (pathway, id);

  g_assert_nonnull (recommendation);
  g_test_message ("%s", id);
  g_assert_cmpint (
      plumb_evaluation_get_recommendation (
          plumb_session_get_evaluation (plumb_window_get_session (window)), recommendation),
      ==, expected);
}

/* What comes out of the printer, as text. */
static char *
print_summary (PlumbWindow *window)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (plumb_window_get_session (window));
  g_autoptr (PlumbDocument) document = plumb_summary_new (evaluation, NULL);
  g_autoptr (GtkPrintOperation) operation = plumb_print_operation_new (document);
  g_autofree char *folder = g_dir_make_tmp ("plumbline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "summary.pdf", NULL);
  const char *command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window),
                           &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return text;
}

/* The first words of a title: a long one is broken over lines on paper. */
static void
assert_printed (const char *text, const char *id)
{
  const PlumbRecommendation *recommendation = plumb_pathway_lookup_recommendation (pathway, id);
  g_auto (GStrv) words = g_strsplit (plumb_text_get (recommendation->title, NULL), " ", 3);
  g_autofree char *start = g_strjoin (" ", words[0], words[1], NULL);

  g_test_message ("%s", start);
  g_assert_nonnull (strstr (text, start));
}

/* Only what the cards ask is answered, only through the cards; the plan stands, and the printed
 * page says so. */
static void
test_story (void)
{
  const char *const plan[] = { "biopsychosocial_assessment",
                               "physio_biopsychosocial_skills",
                               "review_by_12_weeks",
                               "psychological_therapy",
                               "pt_raise_intensity",
                               "nsaid_full_dose",
                               "fit_note",
                               "imaging_reasonable",
                               "address_psychosocial" };
  g_autoptr (PlumbConsultation) story = plumb_test_consultation (pathway, STORY);
  PlumbWindow *window = open_window ();
  PlumbQuestionCard *card = plumb_question_panel_get_card (window->questions);
  g_autofree char *text = NULL;
  guint n_steps = 0;

  while (gtk_widget_get_visible (GTK_WIDGET (card)))
    {
      g_assert_cmpuint (n_steps++, <, 200);
      if (!answer_card (window, story))
        plumb_question_card_skip (card);
      settle ();
    }
  text = print_summary (window);
  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      assert_in_force (window, plan[i], PLUMB_TRUE);
      assert_printed (text, plan[i]);
    }
  assert_in_force (window, "self_management", PLUMB_FALSE);
  close_window (window);
}

/* ---- what is typed ----------------------------------------------------------------------- */

static void
test_bad_number (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *line = line_of (window, "age");
  GtkWidget *entry = find_of_type (line, GTK_TYPE_ENTRY);

  type (line, "old");
  g_assert_cmpint (answer_of (window, "age")->type, ==, PLUMB_VALUE_NULL);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  type (line, "48");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (answer_of (window, "age")->integer, ==, 48);
  close_window (window);
}

/* Undo first takes back what is typed and no answer yet. */
static void
test_undo_typing (void)
{
  PlumbWindow *window = open_window ();
  GtkWidget *line = line_of (window, "age");
  GtkWidget *entry = find_of_type (line, GTK_TYPE_ENTRY);

  type (line, "48");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "4");
  undo (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "48");
  undo (window);
  g_assert_cmpint (answer_of (window, "age")->type, ==, PLUMB_VALUE_NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  close_window (window);
}

static void
test_onset_after_visit (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  PlumbAnswerControl *entry;
  GDate today = plumb_test_today ();

  plumb_consultation_set_today (plumb_session_get_consultation (session), &today);
  entry = g_object_ref_sink (plumb_answer_control_new (session, find ("onset_date"), FALSE));
  type (GTK_WIDGET (entry), "2026-11-22");
  g_assert_cmpint (plumb_answer_control_get_value (entry)->type, ==, PLUMB_VALUE_NULL);
  g_assert_true (
      gtk_widget_has_css_class (find_of_type (GTK_WIDGET (entry), GTK_TYPE_ENTRY), "error"));
  type (GTK_WIDGET (entry), "2026-11-01");
  g_assert_cmpint (plumb_answer_control_get_value (entry)->type, ==, PLUMB_VALUE_DATE);
  g_assert_finalize_object (entry);
}

static void
test_any_script (void)
{
  const char *const texts[] = { "Ж-17", "患者 3", "مريض ٣", "e\xcc\x81" };
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  PlumbAnswerControl *entry
      = g_object_ref_sink (plumb_answer_control_new (session, find ("patient_label"), FALSE));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type (GTK_WIDGET (entry), texts[i]);
      g_assert_cmpstr (plumb_answer_control_get_value (entry)->string, ==, texts[i]);
    }
  g_assert_finalize_object (entry);
}

static void
test_parse (void)
{
  const struct
  {
    const char *id;
    const char *text;
    const char *read; /* NULL: refused */
  } cases[] = {
    { "age", "48", "48" },
    { "age", " 48 ", "48" },
    { "age", "٤٨", "48" },
    { "age", "007", "7" },
    { "age", "121", NULL },
    { "age", "-1", NULL },
    { "age", "4.8", NULL },
    { "age", "99999999999999999999", NULL },
    { "age", "", "" },
    { "onset_date", "2026-02-28", "2026-02-28" },
    { "onset_date", "2026-02-29", NULL },
    { "onset_date", "28.2.2026", NULL },
    { "onset_date", "2026-2-28", NULL },
    { "onset_date", "0000-01-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *read = NULL;
      PlumbValue value;
      gboolean taken = plumb_answer_parse (find (cases[i].id), cases[i].text, &value, &error);

      g_test_message ("%s: %s", cases[i].id, cases[i].text);
      g_assert_true (taken == (cases[i].read != NULL));
      g_assert_true (taken == (error == NULL));
      if (taken)
        read = plumb_answer_format (find (cases[i].id), &value);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* Where all is well with a yes, the line asks for the fault. */
static void
test_lines_ask_for_faults (void)
{
  const PlumbFinding *finding = find ("pt_adherent");
  PlumbValue fault = plumb_answer_for_line (finding, TRUE);

  g_assert_true (plumb_answer_get_line (finding) == finding->problem);
  g_assert_cmpint (plumb_value_get_truth (&fault), ==, PLUMB_FALSE);
}

/* ---- all findings ------------------------------------------------------------------------ */

static void
test_finding_row (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  GtkWidget *row = g_object_ref_sink (plumb_finding_row_new (session, find ("muscle_spasm")));

  g_assert_true (gtk_widget_has_css_class (row, "unanswered"));
  click (row, "Yes");
  g_assert_true (gtk_widget_has_css_class (row, "answered"));
  g_assert_false (gtk_widget_has_css_class (row, "unanswered"));

  /* A click on the pressed one takes the answer back. */
  click (row, "Yes");
  g_assert_true (gtk_widget_has_css_class (row, "unanswered"));
  g_assert_finalize_object (row);
}

static void
test_rows_are_made_when_seen (void)
{
  PlumbWindow *window = open_window ();
  const PlumbFinding *finding = find ("muscle_spasm");
  GtkWidget *group = find_widget (GTK_WIDGET (window->findings), is_group_of, finding->group);

  g_assert_nonnull (group);
  g_assert_null (find_of_type (GTK_WIDGET (window->findings), PLUMB_TYPE_FINDING_ROW));
  plumb_finding_group_set_expanded (PLUMB_FINDING_GROUP (group), TRUE);
  g_assert_nonnull (find_widget (group, is_row_of, finding));
  close_window (window);
}

static void
test_search (void)
{
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  const PlumbFinding *fever = find ("rf_fever");
  const char *const words[] = { "fever", NULL };
  GtkWidget *group = g_object_ref_sink (plumb_finding_group_new (session, fever->group));

  g_assert_cmpuint (plumb_finding_group_search (PLUMB_FINDING_GROUP (group), (char **) words), >=,
                    1);
  g_assert_nonnull (find_widget (group, is_row_of, fever));
  g_assert_null (find_widget (group, is_row_of, find ("rf_saddle_anesthesia")));

  /* Afterwards it is folded as before. */
  plumb_finding_group_search (PLUMB_FINDING_GROUP (group), NULL);
  g_assert_null (find_widget (group, is_row_of, fever));
  g_assert_finalize_object (group);
}

/* ---- the score --------------------------------------------------------------------------- */

static void
test_score_keys (void)
{
  const guint keys[] = { GDK_KEY_n, GDK_KEY_0, GDK_KEY_y, GDK_KEY_1, GDK_KEY_y,
                         GDK_KEY_1, GDK_KEY_y, GDK_KEY_Y, GDK_KEY_4 };
  g_autoptr (PlumbSession) session = plumb_session_new (pathway);
  const PlumbScore *score = first_score ();

  for (guint i = 0; i < score->items->len; i++)
    {
      PlumbScoreItem *item = g_object_ref_sink (
          plumb_score_item_new (session, g_ptr_array_index (score->items, i), i + 1));

      g_assert_false (plumb_score_item_press_key (item, GDK_KEY_Tab));
      g_assert_true (plumb_score_item_press_key (item, keys[i]));
      g_assert_finalize_object (item);
    }
  for (guint i = 0; i < score->field_names->len; i++)
    if (g_str_equal (g_ptr_array_index (score->field_names, i), "risk"))
      g_assert_cmpstr (plumb_evaluation_get_term (plumb_session_get_evaluation (session),
                                                  g_ptr_array_index (score->field_terms, i))
                           ->string,
                       ==, "high");
}

/* ---- keys and files ---------------------------------------------------------------------- */

static void
test_keys_of_others (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  g_assert_false (plumb_window_press_key (window, GDK_KEY_1, GDK_CONTROL_MASK));
  g_assert_false (plumb_window_press_key (window, GDK_KEY_a, 0));
  adw_view_stack_set_visible_child_name (window->pages, "paper");
  g_assert_false (plumb_window_press_key (window, GDK_KEY_1, 0));
  g_assert_cmpint (plumb_value_get_truth (answer_of (window, "rf_urinary_retention")), ==,
                   PLUMB_UNKNOWN);
  close_window (window);
}

static void
test_new_begins_again (void)
{
  PlumbWindow *window = open_window ();

  begin_visit (window);
  plumb_session_clear (plumb_window_get_session (window));
  settle ();
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_of_type (line_of (window, "age"), GTK_TYPE_ENTRY))),
      ==, "");
  close_window (window);
}

static void
test_title (void)
{
  PlumbWindow *window = open_window ();

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "New consultation – Plumbline");
  give (plumb_window_get_session (window), "age", "48");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "• New consultation – Plumbline");
  close_window (window);
}

/* The changes are asked about; the window stays as long as nobody answers. */
static void
test_close_asks (void)
{
  PlumbWindow *window = open_window ();
  g_autoptr (GList) before = gtk_window_list_toplevels ();
  g_autoptr (GList) after = NULL;
  GtkWidget *dialog = NULL;

  give (plumb_window_get_session (window), "age", "48");
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  after = gtk_window_list_toplevels ();
  for (GList *link = after; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && g_list_find (before, link->data) == NULL)
      dialog = link->data;
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  g_assert_cmpint (answer_of (window, "age")->integer, ==, 48);
  close_window (window);
}

static const struct
{
  const char *name;
  void (*run) (void);
} tests[] = {
  { "answer-controls", test_answer_controls },
  { "question-lines", test_question_lines },
  { "cards", test_cards },
  { "finding-rows", test_finding_rows },
  { "panels", test_panels },
  { "dialogs", test_dialogs },
  { "window", test_window },
  { "cursor-in-age", test_cursor_in_age },
  { "visit", test_visit },
  { "none-of-these", test_none_of_these },
  { "none-of-the-others", test_none_of_the_others },
  { "none-of-choices", test_none_of_choices },
  { "none-keeps-what-is-typed", test_none_keeps_what_is_typed },
  { "none-stops-at-a-mistake", test_none_stops_at_a_mistake },
  { "none-of-a-score", test_none_of_a_score },
  { "lines-that-need-another", test_lines_that_need_another },
  { "card-stays", test_card_stays },
  { "red-flag", test_red_flag },
  { "skip", test_skip },
  { "story", test_story },
  { "bad-number", test_bad_number },
  { "undo-typing", test_undo_typing },
  { "onset-after-visit", test_onset_after_visit },
  { "any-script", test_any_script },
  { "parse", test_parse },
  { "lines-ask-for-faults", test_lines_ask_for_faults },
  { "finding-row", test_finding_row },
  { "rows-are-made-when-seen", test_rows_are_made_when_seen },
  { "search", test_search },
  { "score-keys", test_score_keys },
  { "keys-of-others", test_keys_of_others },
  { "new-begins-again", test_new_begins_again },
  { "title", test_title },
  { "close-asks", test_close_asks },
};

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pathway = plumb_test_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/window/%s", tests[i].name);

      g_test_add_func (path, tests[i].run);
    }

  status = g_test_run ();
  plumb_pathway_unref (pathway);

  return status;
}
