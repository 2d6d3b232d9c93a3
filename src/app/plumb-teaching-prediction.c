/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-prediction.h"

#include "plumb-language.h"
#include "plumb-place.h"
#include "plumb-teaching-reasoning.h"

#include <glib/gi18n.h>

struct _PlumbTeachingPrediction
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *heading;
  GtkLabel *box_text;
  GtkLabel *hint;
  GtkLabel *verdict;
  GtkBox *choices;
  GtkBox *reasoning;
  GtkButton *commit;
  GtkButton *advice;
  PlumbLesson *lesson;
  GPtrArray *buttons; /* GtkCheckButton, beside the lesson's choices */
  const PlumbNode *shown_node;
  PlumbLessonPhase shown_phase;
  guint shown_commits;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PlumbTeachingPrediction, plumb_teaching_prediction, ADW_TYPE_BIN)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Reasoning */

static void
add_statements (GtkBox *box, GPtrArray *statements)
{
  if (statements->len == 0)
    return;
  gtk_box_append (box, plumb_teaching_expander_new (_ ("Statements and sources"),
                                                    plumb_teaching_statements_new (statements)));
}

/**
 * plumb_teaching_advice_new:
 * @recommendation: an advice
 *
 * Returns: (transfer floating): its title; unfolded, what to do, why, and on what it rests
 */
GtkWidget *
plumb_teaching_advice_new (const PlumbRecommendation *recommendation)
{
  const char *language = plumb_app_language ();
  GtkWidget *box;

  g_return_val_if_fail (recommendation != NULL, NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_start (box, 18);
  gtk_box_append (GTK_BOX (box), plumb_teaching_label_new (
                                     plumb_text_get (recommendation->clinician, language), NULL));
  if (recommendation->rationale != NULL)
    gtk_box_append (GTK_BOX (box), plumb_teaching_label_new (
                                       plumb_text_get (recommendation->rationale, language), NULL));
  plumb_teaching_add_disagreements (GTK_BOX (box), recommendation->disagreements);
  gtk_box_append (GTK_BOX (box), plumb_teaching_statements_new (recommendation->statements));

  return plumb_teaching_expander_new (plumb_text_get (recommendation->title, language), box);
}

static void
add_missed (PlumbTeachingPrediction *self, const PlumbLessonCommit *commit)
{
  if (commit->missed->len == 0)
    return;
  gtk_box_append (self->reasoning,
                  plumb_teaching_label_new (_ ("Not asked, though it decides"), "heading"));
  for (guint i = 0; i < commit->missed->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (commit->missed, i);
      g_autofree char *answer
          = plumb_lesson_phrase_answer (self->lesson, finding, plumb_app_language ());
      /* Translators: a finding that was not asked, and its answer. */
      g_autofree char *text
          = g_strdup_printf (_ ("%s: %s"), plumb_text_get (finding->label, plumb_app_language ()),
                             answer != NULL ? answer : _ ("Not known"));

      gtk_box_append (self->reasoning, plumb_teaching_label_new (text, "teaching-missed"));
    }
}

static void
add_reasoning (PlumbTeachingPrediction *self)
{
  const PlumbNode *node = plumb_lesson_get_node (self->lesson);
  PlumbPathway *pathway = plumb_case_get_pathway (plumb_lesson_get_case (self->lesson));
  GArray *choices = plumb_lesson_get_choices (self->lesson);

  if (node != NULL)
    {
      g_autoptr (GPtrArray) disagreements = plumb_place_list_disagreements (node, pathway);

      gtk_box_append (self->reasoning, plumb_teaching_label_new (_ ("Why"), "heading"));
      if (node->rationale != NULL)
        gtk_box_append (self->reasoning,
                        plumb_teaching_label_new (
                            plumb_text_get (node->rationale, plumb_app_language ()), NULL));
      plumb_teaching_add_disagreements (self->reasoning, disagreements);
      add_statements (self->reasoning, node->statements);
      return;
    }
  gtk_box_append (self->reasoning, plumb_teaching_label_new (_ ("In force, and why"), "heading"));
  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, PlumbLessonChoice, i).right)
      gtk_box_append (
          self->reasoning,
          plumb_teaching_advice_new (g_array_index (choices, PlumbLessonChoice, i).recommendation));
}

/* Choices */

static const char *
get_choice_title (const PlumbLessonChoice *choice)
{
  const char *language = plumb_app_language ();

  if (choice->recommendation != NULL)
    return plumb_text_get (choice->recommendation->title, language);

  return plumb_text_get (
      choice->exit->label != NULL ? choice->exit->label : choice->exit->target->text, language);
}

static char *
get_choice_words (PlumbTeachingPrediction *self, guint i)
{
  const PlumbLessonChoice *choice
      = &g_array_index (plumb_lesson_get_choices (self->lesson), PlumbLessonChoice, i);
  const char *title = get_choice_title (choice);

  if (plumb_lesson_get_phase (self->lesson) != PLUMB_LESSON_REVEALED)
    return i < 9 ? g_strdup_printf ("%u  %s", i + 1, title) : g_strdup (title);
  if (choice->right && choice->chosen)
    /* Translators: %s: an advice or a way to go on, which the learner predicted. */
    return g_strdup_printf (_ ("✓ %s: right"), title);
  if (choice->right)
    return g_strdup_printf (_ ("○ %s: right, and not chosen"), title);
  if (choice->chosen)
    return g_strdup_printf (_ ("✗ %s: chosen, and not right"), title);

  return g_strdup_printf (_ ("– %s: not chosen, rightly"), title);
}

static void
on_toggled (PlumbTeachingPrediction *self, GtkCheckButton *button)
{
  guint i;

  if (self->updating || !g_ptr_array_find (self->buttons, button, &i))
    return;
  plumb_lesson_choose (self->lesson, i, gtk_check_button_get_active (button));
}

static void
add_choice (PlumbTeachingPrediction *self, guint i)
{
  g_autofree char *words = get_choice_words (self, i);
  GtkWidget *button;

  if (plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_REVEALED)
    {
      const PlumbLessonChoice *choice
          = &g_array_index (plumb_lesson_get_choices (self->lesson), PlumbLessonChoice, i);
      GtkWidget *label = plumb_teaching_label_new (words, NULL);

      if (choice->right)
        gtk_widget_add_css_class (label, "teaching-right");
      else
        gtk_widget_add_css_class (label, choice->chosen ? "teaching-missed" : "dim-label");
      gtk_box_append (self->choices, label);
      return;
    }
  button = gtk_check_button_new_with_label (words);
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (button)), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (gtk_widget_get_last_child (button)), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_last_child (button)), 0);
  if (plumb_lesson_get_exclusive (self->lesson) && self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (self->choices, button);
}

static void
mark_chosen (PlumbTeachingPrediction *self)
{
  GArray *choices = plumb_lesson_get_choices (self->lesson);

  self->updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->buttons, i),
                                 g_array_index (choices, PlumbLessonChoice, i).chosen);
  self->updating = FALSE;
}

/* The whole */

static const char *
get_verdict (const PlumbLessonCommit *commit)
{
  if (commit->right >= 1)
    return _ ("You predicted what the pathway says.");
  if (commit->right > 0)
    return _ ("You predicted a part of what the pathway says.");

  return _ ("The pathway says something else.");
}

static void
show_question (PlumbTeachingPrediction *self)
{
  const PlumbNode *node = plumb_lesson_get_node (self->lesson);
  const char *language = plumb_app_language ();

  gtk_label_set_text (self->heading, node != NULL ? _ ("Where does the way go on?")
                                                  : _ ("Which advice is in force now?"));
  gtk_widget_set_visible (GTK_WIDGET (self->box_text), node != NULL);
  if (node != NULL)
    {
      /* Translators: the stage, the number of a box in the chart, and what the box says. */
      g_autofree char *text
          = g_strdup_printf (_ ("%s, box %u: %s"), plumb_text_get (node->stage->title, language),
                             node->number, plumb_text_get (node->text, language));

      gtk_label_set_text (self->box_text, text);
    }
  gtk_label_set_text (self->hint, plumb_lesson_get_exclusive (self->lesson)
                                      ? _ ("Ask what you need, choose one, and commit.")
                                      : _ ("Ask what you need, choose all that hold, and commit."));
}

static void
rebuild (PlumbTeachingPrediction *self)
{
  gboolean revealed = plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_REVEALED;
  GPtrArray *commits = plumb_lesson_get_commits (self->lesson);

  g_ptr_array_set_size (self->buttons, 0);
  clear_box (self->choices);
  clear_box (self->reasoning);
  show_question (self);
  for (guint i = 0; i < plumb_lesson_get_choices (self->lesson)->len; i++)
    add_choice (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), revealed);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !revealed);
  gtk_button_set_label (self->commit, revealed ? _ ("Go on") : _ ("Commit"));
  gtk_widget_set_visible (GTK_WIDGET (self->advice),
                          plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_BOX);
  if (revealed)
    {
      const PlumbLessonCommit *commit = g_ptr_array_index (commits, commits->len - 1);

      gtk_label_set_text (self->verdict, get_verdict (commit));
      add_missed (self, commit);
      add_reasoning (self);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Only what is another question is built anew: a click keeps the keyboard where it is. */
static void
on_changed (PlumbTeachingPrediction *self)
{
  PlumbLessonPhase phase = plumb_lesson_get_phase (self->lesson);
  const PlumbNode *node = plumb_lesson_get_node (self->lesson);
  guint n_commits = plumb_lesson_get_commits (self->lesson)->len;

  if (phase == PLUMB_LESSON_OVER)
    return;
  if (phase != self->shown_phase || node != self->shown_node || n_commits != self->shown_commits)
    {
      self->shown_phase = phase;
      self->shown_node = node;
      self->shown_commits = n_commits;
      rebuild (self);
    }
  mark_chosen (self);
}

gboolean
plumb_teaching_prediction_toggle (PlumbTeachingPrediction *self, guint choice)
{
  GtkCheckButton *button;

  g_return_val_if_fail (PLUMB_IS_TEACHING_PREDICTION (self), FALSE);

  if (choice >= self->buttons->len)
    return FALSE;
  button = g_ptr_array_index (self->buttons, choice);
  gtk_widget_grab_focus (GTK_WIDGET (button));
  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));

  return TRUE;
}

static void
plumb_teaching_prediction_dispose (GObject *object)
{
  PlumbTeachingPrediction *self = PLUMB_TEACHING_PREDICTION (object);

  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (plumb_teaching_prediction_parent_class)->dispose (object);
}

static void
plumb_teaching_prediction_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_TEACHING_PREDICTION (object)->buttons);

  G_OBJECT_CLASS (plumb_teaching_prediction_parent_class)->finalize (object);
}

static void
plumb_teaching_prediction_class_init (PlumbTeachingPredictionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_teaching_prediction_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_teaching_prediction_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-prediction.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, heading);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, box_text);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, hint);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, verdict);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, choices);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, reasoning);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, commit);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingPrediction, advice);
}

static void
plumb_teaching_prediction_init (PlumbTeachingPrediction *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_teaching_prediction_set_lesson:
 * @self: the prediction
 * @lesson: what is played
 */
void
plumb_teaching_prediction_set_lesson (PlumbTeachingPrediction *self, PlumbLesson *lesson)
{
  g_return_if_fail (PLUMB_IS_TEACHING_PREDICTION (self));
  g_return_if_fail (PLUMB_IS_LESSON (lesson));

  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_set_object (&self->lesson, lesson);
  self->shown_phase = PLUMB_LESSON_OVER;
  g_signal_connect_object (lesson, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}
