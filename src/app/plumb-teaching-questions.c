/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-questions.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

struct _PlumbTeachingQuestions
{
  AdwBin parent_instance;

  GtkLabel *story;
  GtkLabel *cost;
  GtkSearchEntry *search;
  GtkListBox *list;
  PlumbLesson *lesson;
  GPtrArray *rows; /* Row */
};

/* One question, or all that are asked as one with a finding. */
typedef struct
{
  const PlumbFinding *finding;
  gboolean together;
  char *title;
  GtkWidget *row;
  GtkLabel *answer;
} Row;

G_DEFINE_FINAL_TYPE (PlumbTeachingQuestions, plumb_teaching_questions, ADW_TYPE_BIN)

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row);
}

static Row *
find_row (PlumbTeachingQuestions *self, GtkListBoxRow *widget)
{
  return g_ptr_array_index (self->rows, (guint) gtk_list_box_row_get_index (widget));
}

/* What is known */

static char *
describe (PlumbTeachingQuestions *self, const Row *row)
{
  PlumbLessonKnowledge knowledge = plumb_lesson_get_knowledge (self->lesson, row->finding);
  g_autofree char *words = NULL;

  if (row->together)
    /* Translators: what it costs to ask several questions at once. */
    return g_strdup_printf (_ ("Asking all together costs %u"), PLUMB_LESSON_COST_TOGETHER);
  if (knowledge == PLUMB_LESSON_UNASKED)
    return g_strdup (_ ("Not asked"));
  words = plumb_lesson_phrase_answer (self->lesson, row->finding, plumb_app_language ());
  if (words == NULL)
    return g_strdup (_ ("Not known"));
  if (knowledge == PLUMB_LESSON_MISSED)
    /* Translators: %s: an answer that the learner should have asked for. */
    return g_strdup_printf (_ ("Missed: %s"), words);

  return g_steal_pointer (&words);
}

static void
update_row (PlumbTeachingQuestions *self, Row *row)
{
  PlumbLessonKnowledge knowledge = plumb_lesson_get_knowledge (self->lesson, row->finding);
  g_autofree char *answer = describe (self, row);
  g_autofree char *name = g_strdup_printf ("%s. %s", row->title, answer);

  if (g_str_equal (gtk_label_get_text (row->answer), answer))
    return;
  gtk_label_set_text (row->answer, answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (knowledge == PLUMB_LESSON_UNASKED || row->together)
    gtk_widget_add_css_class (GTK_WIDGET (row->answer), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->answer), "dim-label");
  if (knowledge == PLUMB_LESSON_MISSED && !row->together)
    gtk_widget_add_css_class (GTK_WIDGET (row->answer), "teaching-missed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->answer), "teaching-missed");
}

static void
update_story (PlumbTeachingQuestions *self)
{
  PlumbCase *teaching_case = plumb_lesson_get_case (self->lesson);
  g_autoptr (GString) story = g_string_new (NULL);

  for (guint i = 0; i <= plumb_lesson_get_step (self->lesson); i++)
    g_string_append_printf (
        story, "%s%s", i > 0 ? "\n\n" : "",
        plumb_text_get (plumb_case_get_step (teaching_case, i)->text, plumb_app_language ()));
  gtk_label_set_text (self->story, story->str);
}

static void
on_changed (PlumbTeachingQuestions *self)
{
  g_autofree char *cost = NULL;

  update_story (self);
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, g_ptr_array_index (self->rows, i));
  /* Translators: %u: what all questions so far have cost. */
  cost = g_strdup_printf (_ ("Questions so far cost %u."), plumb_lesson_get_cost (self->lesson));
  gtk_label_set_text (self->cost, cost);
}

/* The list */

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static char *
get_title (PlumbTeachingQuestions *self, const PlumbFinding *finding, gboolean together)
{
  const char *language = plumb_app_language ();

  if (!together)
    return g_strdup (plumb_text_get (finding->label, language));

  return g_strdup (plumb_text_get (finding->score != NULL  ? finding->score->title
                                   : finding->card != NULL ? finding->card->title
                                                           : finding->label,
                                   language));
}

static void
add_row (PlumbTeachingQuestions *self, const PlumbFinding *finding, gboolean together)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *answer = create_label ("");
  GtkWidget *title;

  row->finding = finding;
  row->together = together;
  row->title = get_title (self, finding, together);
  row->row = gtk_list_box_row_new ();
  row->answer = GTK_LABEL (answer);
  g_ptr_array_add (self->rows, row);
  title = create_label (row->title);
  if (together)
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_set_margin_start (box, 12);
  gtk_widget_add_css_class (answer, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), answer);
  gtk_widget_add_css_class (box, "teaching-question");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (self->list, row->row);
}

static void
add_finding (PlumbTeachingQuestions *self, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) together = NULL;

  if (!plumb_lesson_can_ask (finding))
    return;
  together = plumb_lesson_list_together (self->lesson, finding);
  if (together->len > 1 && g_ptr_array_index (together, 0) == finding)
    add_row (self, finding, TRUE);
  add_row (self, finding, FALSE);
}

static void
fill (PlumbTeachingQuestions *self)
{
  GPtrArray *groups
      = plumb_pathway_get_groups (plumb_case_get_pathway (plumb_lesson_get_case (self->lesson)));

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, ((Row *) g_ptr_array_index (self->rows, i))->row);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *findings = ((const PlumbGroup *) g_ptr_array_index (groups, i))->findings;

      for (guint j = 0; j < findings->len; j++)
        add_finding (self, g_ptr_array_index (findings, j));
    }
}

static void
add_header (GtkListBoxRow *widget, GtkListBoxRow *before, gpointer data)
{
  const PlumbGroup *group = find_row (data, widget)->finding->group;
  GtkWidget *header = NULL;

  if (before == NULL || find_row (data, before)->finding->group != group)
    {
      header = create_label (plumb_text_get (group->title, plumb_app_language ()));
      gtk_widget_add_css_class (header, "teaching-group");
      gtk_widget_add_css_class (header, "title-4");
    }
  gtk_list_box_row_set_header (widget, header);
}

/* Search */

static gboolean
holds (const char *text, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, wanted) != NULL;
}

static gboolean
is_found (GtkListBoxRow *widget, gpointer data)
{
  PlumbTeachingQuestions *self = data;
  const Row *row = find_row (self, widget);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autofree char *all = NULL;

  g_strstrip (wanted);
  if (*wanted == '\0' || holds (row->title, wanted))
    return TRUE;
  /* The rows of a card are found with it, so that its answers are seen when it is asked. */
  all = get_title (self, row->finding, TRUE);
  return !row->together
         && (holds (all, wanted)
             || holds (plumb_text_get (row->finding->question, plumb_app_language ()), wanted));
}

static void
ask (PlumbTeachingQuestions *self, const Row *row)
{
  if (row->together)
    plumb_lesson_ask_together (self->lesson, row->finding);
  else
    plumb_lesson_ask (self->lesson, row->finding);
}

static void
on_row_activated (PlumbTeachingQuestions *self, GtkListBoxRow *widget)
{
  ask (self, find_row (self, widget));
}

static void
on_search_changed (PlumbTeachingQuestions *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

/* The entry keeps these keys for itself: Escape empties it, then leaves the case as anywhere. */
static void
on_stop_search (PlumbTeachingQuestions *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "teach.cases", NULL);
}

static void
on_next_match (PlumbTeachingQuestions *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "teach.progress", NULL);
}

/**
 * plumb_teaching_questions_ask_first:
 * @self: the questions
 *
 * Asks the first question that the search has found, as Enter does.
 */
void
plumb_teaching_questions_ask_first (PlumbTeachingQuestions *self)
{
  g_return_if_fail (PLUMB_IS_TEACHING_QUESTIONS (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (is_found (GTK_LIST_BOX_ROW (row->row), self))
        {
          ask (self, row);
          return;
        }
    }
}

void
plumb_teaching_questions_search (PlumbTeachingQuestions *self)
{
  g_return_if_fail (PLUMB_IS_TEACHING_QUESTIONS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

GtkEditable *
plumb_teaching_questions_get_search (PlumbTeachingQuestions *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_QUESTIONS (self), NULL);

  return GTK_EDITABLE (self->search);
}

/* The widget */

static void
plumb_teaching_questions_dispose (GObject *object)
{
  PlumbTeachingQuestions *self = PLUMB_TEACHING_QUESTIONS (object);

  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (plumb_teaching_questions_parent_class)->dispose (object);
}

static void
plumb_teaching_questions_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_TEACHING_QUESTIONS (object)->rows);

  G_OBJECT_CLASS (plumb_teaching_questions_parent_class)->finalize (object);
}

static void
plumb_teaching_questions_class_init (PlumbTeachingQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_teaching_questions_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_teaching_questions_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingQuestions, story);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingQuestions, cost);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingQuestions, search);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingQuestions, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, plumb_teaching_questions_ask_first);
}

static void
plumb_teaching_questions_init (PlumbTeachingQuestions *self)
{
  self->rows = g_ptr_array_new_with_free_func (free_row);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  gtk_list_box_set_header_func (self->list, add_header, self, NULL);
}

/**
 * plumb_teaching_questions_set_lesson:
 * @self: the questions
 * @lesson: what is played
 */
void
plumb_teaching_questions_set_lesson (PlumbTeachingQuestions *self, PlumbLesson *lesson)
{
  g_return_if_fail (PLUMB_IS_TEACHING_QUESTIONS (self));
  g_return_if_fail (PLUMB_IS_LESSON (lesson));

  if (self->lesson == lesson)
    return;
  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_set_object (&self->lesson, lesson);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  g_signal_connect_object (lesson, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}
