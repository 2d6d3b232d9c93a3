/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-result.h"

#include "plumb-language.h"
#include "plumb-legend.h"
#include "plumb-chart-panel.h"
#include "plumb-teaching-reasoning.h"
#include "plumb-what-if.h"

#include <glib/gi18n.h>

struct _PlumbTeachingResult
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *words;
  AdwBin *own_place;
  AdwBin *truth_place;
  PlumbLesson *lesson;
};

G_DEFINE_FINAL_TYPE (PlumbTeachingResult, plumb_teaching_result, ADW_TYPE_BIN)

static GtkWidget *
add_label (PlumbTeachingResult *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->words, label);

  return label;
}

/* The score */

static void
add_score (PlumbTeachingResult *self)
{
  PlumbLessonScore score;
  g_autofree char *points = NULL;
  g_autofree char *prediction = NULL;
  g_autofree char *cost = NULL;

  plumb_lesson_get_score (self->lesson, &score);
  add_label (self,
             score.safe ? _ ("Safe: no red flag and no urgent advice was missed.")
                        : _ ("Not safe: something was missed that is dangerous to miss. "
                             "It outweighs everything else."),
             score.safe ? "teaching-right" : "teaching-missed");
  /* Translators: %u: points of 100. */
  points = g_strdup_printf (_ ("%u of 100 points"), score.points);
  add_label (self, points, "title-2");
  /* Translators: %d: a share in percent. */
  prediction = g_strdup_printf (_ ("Your predictions agree with the pathway to %d%%."),
                                (int) (score.concordance * 100 + 0.5));
  add_label (self, prediction, NULL);
  /* Translators: what the learner's questions cost, and those that the pathway asks. */
  cost = g_strdup_printf (_ ("Your questions cost %u; those that the pathway asks cost %u."),
                          score.cost, score.cost_needed);
  add_label (self, cost, NULL);
}

static void
add_missed_advice (PlumbTeachingResult *self)
{
  GPtrArray *advice = plumb_lesson_get_missed_advice (self->lesson);

  if (advice->len == 0)
    return;
  add_label (self, _ ("Urgent advice that you did not give"), "heading");
  for (guint i = 0; i < advice->len; i++)
    add_label (self,
               plumb_text_get (((const PlumbRecommendation *) g_ptr_array_index (advice, i))->title,
                               plumb_app_language ()),
               "teaching-missed");
}

/* What was missed */

static char *
describe_effect (PlumbTeachingResult *self, const PlumbFinding *finding)
{
  const PlumbCaseAnswer *answer = plumb_lesson_get_answer (self->lesson, finding);
  PlumbEvaluation *own = plumb_lesson_get_own_evaluation (self->lesson);
  g_autoptr (PlumbWhatIf) effect = NULL;
  PlumbAnswer given;

  if (answer == NULL)
    return NULL;
  given = (PlumbAnswer){ finding, answer->value };
  if (plumb_value_equal (&given.value, plumb_evaluation_get_answer (own, finding)))
    return NULL;
  effect = plumb_what_if_new (own, &given, 1, NULL);
  if (effect == NULL || !plumb_what_if_changes_advice (effect))
    return NULL;

  return plumb_what_if_to_text (effect, 2, 4, plumb_app_language ());
}

static void
add_missed (PlumbTeachingResult *self)
{
  GPtrArray *missed = plumb_lesson_get_missed (self->lesson);
  const char *language = plumb_app_language ();

  if (missed->len == 0)
    {
      add_label (self, _ ("You asked everything that the pathway needs."), NULL);
      return;
    }
  add_label (self, _ ("Questions that you missed"), "heading");
  for (guint i = 0; i < missed->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (missed, i);
      g_autofree char *answer = plumb_lesson_phrase_answer (self->lesson, finding, language);
      g_autofree char *effect = describe_effect (self, finding);
      /* Translators: a finding that was not asked, and its answer. */
      g_autofree char *text
          = g_strdup_printf (_ ("%s: %s"), plumb_text_get (finding->label, language),
                             answer != NULL ? answer : _ ("Not known"));

      add_label (self, text, "teaching-missed");
      if (effect == NULL)
        continue;
      add_label (self, _ ("This would have changed the advice:"), "caption");
      add_label (self, effect, "caption");
    }
}

/* What is to be remembered */

static void
add_lessons (PlumbTeachingResult *self)
{
  PlumbCase *teaching_case = plumb_lesson_get_case (self->lesson);
  GPtrArray *traps = plumb_case_get_traps (teaching_case);
  GPtrArray *lessons = plumb_case_get_lessons (teaching_case);
  const char *language = plumb_app_language ();

  add_label (self, _ ("What to remember"), "heading");
  for (guint i = 0; i < traps->len; i++)
    {
      /* Translators: %s: a mistake that is easily made, and how it is. */
      g_autofree char *trap = g_strdup_printf (
          _ ("The trap: %s."),
          plumb_text_get (((const PlumbTrap *) g_ptr_array_index (traps, i))->title, language));

      add_label (self, trap, NULL);
    }
  for (guint i = 0; i < lessons->len; i++)
    {
      const PlumbCaseLesson *lesson = g_ptr_array_index (lessons, i);
      GtkWidget *statements = plumb_teaching_statements_new (lesson->statements);

      add_label (self, plumb_text_get (lesson->text, language), NULL);
      gtk_box_append (self->words,
                      plumb_teaching_expander_new (_ ("Statements and sources"), statements));
    }
}

/* Both routes */

static const PlumbNode *
find_view (PlumbLesson *lesson)
{
  const PlumbStage *stage
      = plumb_case_get_step (plumb_lesson_get_case (lesson), plumb_lesson_get_step (lesson))->stage;

  return stage->nodes->len > 0 ? g_ptr_array_index (stage->nodes, 0) : NULL;
}

static void
show_routes (PlumbTeachingResult *self)
{
  PlumbPathway *pathway = plumb_case_get_pathway (plumb_lesson_get_case (self->lesson));
  GtkWidget *own = plumb_teaching_chart_new (pathway);
  GtkWidget *truth = plumb_teaching_chart_new (pathway);
  const PlumbNode *node = find_view (self->lesson);

  /* Two beside each other: the legend stands once below both. */
  plumb_chart_panel_set_compact (PLUMB_CHART_PANEL (adw_bin_get_child (ADW_BIN (own))), TRUE);
  plumb_chart_panel_set_compact (PLUMB_CHART_PANEL (adw_bin_get_child (ADW_BIN (truth))), TRUE);
  adw_bin_set_child (self->own_place, own);
  adw_bin_set_child (self->truth_place, truth);
  plumb_teaching_chart_show (PLUMB_TEACHING_CHART (own),
                             plumb_lesson_get_own_evaluation (self->lesson), node);
  plumb_teaching_chart_show (PLUMB_TEACHING_CHART (truth), plumb_lesson_get_truth (self->lesson),
                             node);
  plumb_teaching_chart_set_missed (PLUMB_TEACHING_CHART (own),
                                   plumb_lesson_get_missed (self->lesson));
  plumb_teaching_chart_set_missed (PLUMB_TEACHING_CHART (truth),
                                   plumb_lesson_get_missed (self->lesson));
}

/**
 * plumb_teaching_result_set_lesson:
 * @self: a result
 * @lesson: a lesson that is over
 */
void
plumb_teaching_result_set_lesson (PlumbTeachingResult *self, PlumbLesson *lesson)
{
  GtkWidget *child;

  g_return_if_fail (PLUMB_IS_TEACHING_RESULT (self));
  g_return_if_fail (PLUMB_IS_LESSON (lesson));

  g_set_object (&self->lesson, lesson);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->words))) != NULL)
    gtk_box_remove (self->words, child);
  add_score (self);
  add_missed_advice (self);
  add_missed (self);
  add_lessons (self);
  show_routes (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

PlumbTeachingChart *
plumb_teaching_result_get_chart (PlumbTeachingResult *self, gboolean own)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_RESULT (self), NULL);

  return PLUMB_TEACHING_CHART (adw_bin_get_child (own ? self->own_place : self->truth_place));
}

/**
 * plumb_teaching_result_dup_text:
 * @self: a result
 *
 * Returns: (transfer full): its words, a line each
 */
char *
plumb_teaching_result_dup_text (PlumbTeachingResult *self)
{
  GString *text;

  g_return_val_if_fail (PLUMB_IS_TEACHING_RESULT (self), NULL);

  text = g_string_new (NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->words)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (child)));

  return g_string_free (text, FALSE);
}

static void
plumb_teaching_result_dispose (GObject *object)
{
  g_clear_object (&PLUMB_TEACHING_RESULT (object)->lesson);

  G_OBJECT_CLASS (plumb_teaching_result_parent_class)->dispose (object);
}

static void
plumb_teaching_result_class_init (PlumbTeachingResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_teaching_result_dispose;
  g_type_ensure (PLUMB_TYPE_LEGEND);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-result.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingResult, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingResult, words);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingResult, own_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingResult, truth_place);
}

static void
plumb_teaching_result_init (PlumbTeachingResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
