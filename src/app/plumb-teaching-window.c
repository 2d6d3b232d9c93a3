/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-window.h"

#include "plumb-case-shelf.h"
#include "plumb-language.h"
#include "plumb-teaching-author.h"
#include "plumb-teaching-cases.h"
#include "plumb-teaching-chart.h"
#include "plumb-teaching-exploration.h"
#include "plumb-teaching-paper.h"
#include "plumb-teaching-prediction.h"
#include "plumb-teaching-presenter.h"
#include "plumb-teaching-progress.h"
#include "plumb-teaching-questions.h"
#include "plumb-teaching-result.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlumbTeachingWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *header;
  GtkWidget *all_cases;
  GtkStack *pages;
  PlumbTeachingCases *cases;
  PlumbTeachingQuestions *questions;
  AdwBin *chart_place;
  PlumbTeachingPrediction *prediction;
  PlumbTeachingResult *result;
  PlumbTeachingProgress *progress_page;
  PlumbTeachingPresenter *presenter;
  AdwBin *exploration_place;

  PlumbPathway *pathway;
  PlumbCaseShelf *shelf;
  PlumbProgress *progress; /* NULL: it is not kept */
  PlumbLesson *lesson;     /* NULL: none is played */
  GtkFileChooserNative *chooser;
  GFile *folder;           /* of the cases; NULL: the program's own */
  PlumbCase *leaf;         /* the case to be exported; NULL: the progress is */
  gboolean solution;       /* with its solution */
  gboolean was_fullscreen; /* before something was presented */
};

G_DEFINE_FINAL_TYPE (PlumbTeachingWindow, plumb_teaching_window, ADW_TYPE_APPLICATION_WINDOW)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
toast (PlumbTeachingWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static gboolean
is_on (PlumbTeachingWindow *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

/* Pages */

static void
show_title (PlumbTeachingWindow *self, const char *name)
{
  g_autofree char *text = name != NULL
                              /* Translators: %s: the title of a case. */
                              ? g_strdup_printf (_ ("Teaching case: %s"), name)
                              : g_strdup (_ ("Teaching cases"));
  /* Translators: the title of a window for teaching, then the program. */
  g_autofree char *title = g_strdup_printf (_ ("%s – Plumbline"), text);

  adw_window_title_set_title (self->title, text);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
stop_presenting (PlumbTeachingWindow *self)
{
  if (!is_on (self, "present"))
    return;
  gtk_widget_show (self->header);
  if (!self->was_fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
show_cases (PlumbTeachingWindow *self)
{
  stop_presenting (self);
  g_clear_object (&self->lesson);
  plumb_teaching_cases_show (self->cases, self->shelf, self->progress, get_now ());
  show_title (self, NULL);
  gtk_stack_set_visible_child_name (self->pages, "cases");
  plumb_teaching_cases_focus_next (self->cases);
}

static void
show_progress (PlumbTeachingWindow *self)
{
  if (self->progress == NULL)
    return;
  stop_presenting (self);
  g_clear_object (&self->lesson);
  plumb_teaching_progress_show (self->progress_page, self->pathway,
                                plumb_case_shelf_get_traps (self->shelf), self->progress);
  show_title (self, NULL);
  gtk_stack_set_visible_child_name (self->pages, "progress");
}

/* Progress that cannot be read or written does not stop anybody from learning. */
static void
load_progress (PlumbTeachingWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->progress, plumb_progress_free);
  self->progress = plumb_progress_new (NULL, name, &error);
  if (self->progress == NULL)
    {
      g_autofree char *message
          /* Translators: %s: what went wrong. */
          = g_strdup_printf (_ ("Progress is not kept: %s"), error->message);

      toast (self, message);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "teach.progress", self->progress != NULL);
}

static void
on_left (PlumbTeachingWindow *self)
{
  show_cases (self);
}

static void
on_named (PlumbTeachingWindow *self, const char *name)
{
  if (self->progress == NULL || g_strcmp0 (plumb_progress_get_name (self->progress), name) != 0)
    load_progress (self, name);
  show_cases (self);
}

static void
record (PlumbTeachingWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->progress == NULL
      || plumb_progress_record (self->progress, self->lesson, get_now (), &error))
    return;
  toast (self, error->message);
}

/* Playing */

static void
show_lesson (PlumbTeachingWindow *self)
{
  PlumbTeachingChart *chart = PLUMB_TEACHING_CHART (adw_bin_get_child (self->chart_place));

  if (plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_OVER)
    {
      plumb_teaching_result_set_lesson (self->result, self->lesson);
      gtk_stack_set_visible_child_name (self->pages, "result");
      gtk_widget_grab_focus (self->all_cases);
      return;
    }
  plumb_teaching_chart_show (chart, plumb_lesson_get_evaluation (self->lesson),
                             plumb_lesson_get_node (self->lesson));
  plumb_teaching_chart_set_missed (chart, plumb_lesson_get_missed (self->lesson));
}

static void
play (PlumbTeachingWindow *self, PlumbCase *teaching_case)
{
  const char *typed = plumb_teaching_cases_get_name (self->cases);

  if (self->progress == NULL || g_strcmp0 (plumb_progress_get_name (self->progress), typed) != 0)
    load_progress (self, typed);
  g_clear_object (&self->lesson);
  self->lesson = plumb_lesson_new (teaching_case);
  if (self->progress != NULL)
    plumb_progress_begin (self->progress, self->lesson, get_now ());
  adw_bin_set_child (self->chart_place, plumb_teaching_chart_new (self->pathway));
  plumb_teaching_questions_set_lesson (self->questions, self->lesson);
  plumb_teaching_prediction_set_lesson (self->prediction, self->lesson);
  show_title (self, plumb_text_get (plumb_case_get_title (teaching_case), plumb_app_language ()));
  gtk_stack_set_visible_child_name (self->pages, "play");
  show_lesson (self);
  plumb_teaching_questions_search (self->questions);
}

/* For a room: nothing but the case. */
static void
present (PlumbTeachingWindow *self, PlumbCase *teaching_case)
{
  if (is_on (self, "present"))
    return;
  g_clear_object (&self->lesson);
  self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  plumb_teaching_presenter_set_case (self->presenter, teaching_case);
  show_title (self, plumb_text_get (plumb_case_get_title (teaching_case), plumb_app_language ()));
  gtk_stack_set_visible_child_name (self->pages, "present");
  gtk_widget_hide (self->header);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->presenter));
}

/* The one that was asked for; else the one on which the keyboard stands, or the next. */
static void
present_id (PlumbTeachingWindow *self, const char *id)
{
  PlumbCase *chosen;

  if (id == NULL)
    id = plumb_teaching_cases_get_focused (self->cases);
  if (id == NULL && !is_on (self, "cases"))
    return;
  chosen = id != NULL ? plumb_case_shelf_lookup (self->shelf, id)
                      : plumb_teaching_cases_find_next (self->shelf, self->progress, get_now ());
  if (chosen == NULL && plumb_case_shelf_get_cases (self->shelf)->len > 0)
    chosen = g_ptr_array_index (plumb_case_shelf_get_cases (self->shelf), 0);
  if (chosen != NULL)
    present (self, chosen);
}

static void
explore (PlumbTeachingWindow *self)
{
  GtkWidget *exploration = adw_bin_get_child (self->exploration_place);

  if (is_on (self, "present") || is_on (self, "explore"))
    return;
  g_clear_object (&self->lesson);
  if (exploration == NULL)
    {
      exploration = plumb_teaching_exploration_new (self->pathway);
      adw_bin_set_child (self->exploration_place, exploration);
    }
  adw_window_title_set_title (self->title, _ ("Teaching: the pathway, free to explore"));
  gtk_window_set_title (GTK_WINDOW (self),
                        _ ("Teaching: the pathway, free to explore – Plumbline"));
  gtk_stack_set_visible_child_name (self->pages, "explore");
  plumb_teaching_exploration_begin (PLUMB_TEACHING_EXPLORATION (exploration));
}

static void
on_chosen (PlumbTeachingWindow *self, const char *id)
{
  PlumbCase *teaching_case = plumb_case_shelf_lookup (self->shelf, id);

  if (teaching_case != NULL)
    play (self, teaching_case);
}

static void
play_next (PlumbTeachingWindow *self)
{
  PlumbCase *next = plumb_teaching_cases_find_next (self->shelf, self->progress, get_now ());

  if (next != NULL)
    play (self, next);
}

/* What the big button does, on whichever page. Nothing chosen is an answer only where several
 * may hold. */
static void
commit (PlumbTeachingWindow *self)
{
  gboolean chosen = FALSE;

  if (is_on (self, "cases"))
    play_next (self);
  else if (is_on (self, "result") || is_on (self, "progress"))
    show_cases (self);
  else if (!is_on (self, "play"))
    return;
  else if (plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_REVEALED)
    {
      plumb_lesson_proceed (self->lesson);
      if (plumb_lesson_get_phase (self->lesson) == PLUMB_LESSON_OVER)
        record (self);
      show_lesson (self);
    }
  else
    {
      GArray *choices = plumb_lesson_get_choices (self->lesson);

      for (guint i = 0; i < choices->len; i++)
        chosen = chosen || g_array_index (choices, PlumbLessonChoice, i).chosen;
      if (!chosen && plumb_lesson_get_exclusive (self->lesson))
        {
          toast (self, _ ("Choose where the way goes on, then commit."));
          return;
        }
      plumb_lesson_commit (self->lesson);
      record (self);
      show_lesson (self);
    }
}

/* Files */

/**
 * plumb_teaching_window_open_folder:
 * @self: a window
 * @folder: with files of cases
 *
 * Shows the cases of @folder instead of those that are there; files that are no
 * cases are told of. Where the folder cannot be read, nothing changes.
 */
void
plumb_teaching_window_open_folder (PlumbTeachingWindow *self, GFile *folder)
{
  g_autoptr (GError) error = NULL;
  PlumbCaseShelf *shelf;

  g_return_if_fail (PLUMB_IS_TEACHING_WINDOW (self));
  g_return_if_fail (G_IS_FILE (folder));

  shelf = plumb_case_shelf_new_from_folder (self->pathway, folder, &error);
  if (shelf == NULL)
    {
      toast (self, error->message);
      return;
    }
  g_clear_object (&self->lesson);
  g_clear_pointer (&self->shelf, plumb_case_shelf_free);
  self->shelf = shelf;
  g_set_object (&self->folder, folder);
  show_cases (self);
}

/**
 * plumb_teaching_window_export:
 * @self: a window
 * @file: where to
 * @error: return location for an error
 *
 * Writes the learner's progress as CSV.
 *
 * Returns: %FALSE on error
 */
gboolean
plumb_teaching_window_export (PlumbTeachingWindow *self, GFile *file, GError **error)
{
  g_autofree char *csv = NULL;

  g_return_val_if_fail (PLUMB_IS_TEACHING_WINDOW (self) && self->progress != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  csv = plumb_progress_to_csv (self->progress);

  return g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  NULL, error);
}

static void
on_chosen_file (GtkNativeDialog *dialog, int response, PlumbTeachingWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  GtkFileChooserAction action = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  if (action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    plumb_teaching_window_open_folder (self, file);
  else if (self->leaf == NULL
               ? !plumb_teaching_window_export (self, file, &error)
               : !plumb_teaching_paper_export (self->leaf, self->solution, file, &error))
    toast (self, error->message);
  else if (self->leaf != NULL)
    toast (self, _ ("The pages are exported."));
}

static void
choose_file (PlumbTeachingWindow *self,
             GtkFileChooserAction action,
             const char *title,
             const char *name)
{
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen_file), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Pages, and writing */

static void
act_on_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingWindow *self = PLUMB_TEACHING_WINDOW (widget);
  PlumbCase *teaching_case;
  const char *id;
  gboolean solution;
  g_autoptr (GError) error = NULL;
  g_autofree char *file_name = NULL;

  g_variant_get (parameter, "(&sb)", &id, &solution);
  teaching_case = plumb_case_shelf_lookup (self->shelf, id);
  if (teaching_case == NULL)
    return;
  if (g_str_equal (name, "teach.print"))
    {
      if (!plumb_teaching_paper_print (GTK_WINDOW (self), teaching_case, solution, &error))
        toast (self, error->message);
      return;
    }
  g_clear_pointer (&self->leaf, plumb_case_unref);
  self->leaf = plumb_case_ref (teaching_case);
  self->solution = solution;
  /* Translators: the name of a file; %s: the id of a case. */
  file_name = g_strdup_printf (solution ? _ ("%s-solution.pdf") : _ ("%s-case.pdf"), id);
  choose_file (self, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export as PDF"), file_name);
}

/* What is saved into the folder in sight stands there at once. */
static void
on_saved (PlumbTeachingWindow *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (self->folder != NULL && folder != NULL && g_file_equal (folder, self->folder)
      && self->lesson == NULL)
    plumb_teaching_window_open_folder (self, folder);
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingWindow *self = PLUMB_TEACHING_WINDOW (widget);
  PlumbCase *teaching_case
      = plumb_case_shelf_lookup (self->shelf, g_variant_get_string (parameter, NULL));
  PlumbTeachingAuthor *author;

  if (teaching_case == NULL)
    return;
  author = plumb_teaching_author_new (GTK_WINDOW (self),
                                      plumb_case_draft_new_from_case (teaching_case));
  g_signal_connect_object (author, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (author));
}

static void
erase (PlumbTeachingWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->progress == NULL)
    return;
  if (!plumb_progress_erase (self->progress, &error))
    toast (self, error->message);
  show_progress (self);
}

/* Actions and keys */

static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingWindow *self = PLUMB_TEACHING_WINDOW (widget);

  if (g_str_equal (name, "teach.cases"))
    show_cases (self);
  else if (g_str_equal (name, "teach.next"))
    play_next (self);
  else if (g_str_equal (name, "teach.play"))
    on_chosen (self, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "teach.present"))
    present_id (self, NULL);
  else if (g_str_equal (name, "teach.present-case"))
    present_id (self, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "teach.explore"))
    explore (self);
  else if (g_str_equal (name, "teach.commit"))
    commit (self);
  else if (g_str_equal (name, "teach.advice") && self->lesson != NULL)
    plumb_lesson_turn_to_advice (self->lesson);
  else if (g_str_equal (name, "teach.search") && is_on (self, "play"))
    plumb_teaching_questions_search (self->questions);
  else if (g_str_equal (name, "teach.progress"))
    show_progress (self);
  else if (g_str_equal (name, "teach.open-folder"))
    choose_file (self, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Open a folder of cases"), NULL);
  else if (g_str_equal (name, "teach.export") && self->progress != NULL)
    {
      g_clear_pointer (&self->leaf, plumb_case_unref);
      choose_file (self, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export as CSV"),
                   _ ("Progress of a learner.csv"));
    }
  else if (g_str_equal (name, "teach.erase"))
    erase (self);
}

static const struct
{
  const char *action;
  guint key;
  GdkModifierType modifiers;
} keys[] = {
  { "teach.cases", GDK_KEY_Escape, 0 },
  { "teach.commit", GDK_KEY_Return, GDK_CONTROL_MASK },
  { "teach.commit", GDK_KEY_KP_Enter, GDK_CONTROL_MASK },
  { "teach.advice", GDK_KEY_d, GDK_CONTROL_MASK },
  { "teach.search", GDK_KEY_f, GDK_CONTROL_MASK },
  { "teach.progress", GDK_KEY_g, GDK_CONTROL_MASK },
  { "teach.open-folder", GDK_KEY_o, GDK_CONTROL_MASK },
  { "teach.present", GDK_KEY_F5, 0 },
  { "teach.explore", GDK_KEY_e, GDK_CONTROL_MASK },
};

/**
 * plumb_teaching_window_press_key:
 * @self: a window
 * @keyval: a key that nothing in the window has used
 * @state: what is held down with it
 *
 * Returns: whether the key did anything
 */
gboolean
plumb_teaching_window_press_key (PlumbTeachingWindow *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  int digit = plumb_teaching_find_digit (keyval);

  g_return_val_if_fail (PLUMB_IS_TEACHING_WINDOW (self), FALSE);

  if (is_on (self, "present")
      && plumb_teaching_presenter_press_key (self->presenter, keyval, state))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == gdk_keyval_to_lower (keyval) && keys[i].modifiers == modifiers)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  if (modifiers != 0 || digit < 1 || !is_on (self, "play"))
    return FALSE;

  return plumb_teaching_prediction_toggle (self->prediction, (guint) digit - 1);
}

static gboolean
on_key (PlumbTeachingWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  return plumb_teaching_window_press_key (self, keyval, state);
}

/* The window */

static void
plumb_teaching_window_dispose (GObject *object)
{
  PlumbTeachingWindow *self = PLUMB_TEACHING_WINDOW (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (plumb_teaching_window_parent_class)->dispose (object);
}

static void
plumb_teaching_window_finalize (GObject *object)
{
  PlumbTeachingWindow *self = PLUMB_TEACHING_WINDOW (object);

  g_clear_pointer (&self->leaf, plumb_case_unref);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->progress, plumb_progress_free);
  g_clear_pointer (&self->shelf, plumb_case_shelf_free);
  g_clear_pointer (&self->pathway, plumb_pathway_unref);

  G_OBJECT_CLASS (plumb_teaching_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const char *const names[]
      = { "teach.cases",  "teach.next",     "teach.commit",      "teach.advice",
          "teach.search", "teach.progress", "teach.open-folder", "teach.export",
          "teach.erase",  "teach.present",  "teach.explore" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, act);
  gtk_widget_class_install_action (widget_class, "teach.play", "s", act);
  gtk_widget_class_install_action (widget_class, "teach.print", "(sb)", act_on_paper);
  gtk_widget_class_install_action (widget_class, "teach.export-paper", "(sb)", act_on_paper);
  gtk_widget_class_install_action (widget_class, "teach.edit", "s", edit);
  gtk_widget_class_install_action (widget_class, "teach.present-case", "s", act);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, header);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, all_cases);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, cases);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, questions);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, chart_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, prediction);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, result);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, progress_page);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, presenter);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingWindow, exploration_place);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_named);
}

static void
plumb_teaching_window_class_init (PlumbTeachingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_teaching_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_teaching_window_finalize;
  g_type_ensure (PLUMB_TYPE_TEACHING_CASES);
  g_type_ensure (PLUMB_TYPE_TEACHING_QUESTIONS);
  g_type_ensure (PLUMB_TYPE_TEACHING_PREDICTION);
  g_type_ensure (PLUMB_TYPE_TEACHING_RESULT);
  g_type_ensure (PLUMB_TYPE_TEACHING_PROGRESS);
  g_type_ensure (PLUMB_TYPE_TEACHING_PRESENTER);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
plumb_teaching_window_init (PlumbTeachingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_teaching_window_new:
 * @application: (nullable): the application
 * @pathway: the pathway that the cases are about
 *
 * Returns: (transfer none): a window with the cases that come with the program
 */
PlumbTeachingWindow *
plumb_teaching_window_new (GtkApplication *application, PlumbPathway *pathway)
{
  PlumbTeachingWindow *self;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_TEACHING_WINDOW, "application", application, NULL);
  self->pathway = plumb_pathway_ref (pathway);
  self->shelf = plumb_case_shelf_new_builtin (pathway, &error);
  if (self->shelf == NULL)
    g_error ("The program's own cases cannot be read: %s", error->message);
  plumb_teaching_cases_set_name (self->cases, g_get_user_name ());
  load_progress (self, g_get_user_name ());
  show_cases (self);

  return self;
}

PlumbLesson *
plumb_teaching_window_get_lesson (PlumbTeachingWindow *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_WINDOW (self), NULL);

  return self->lesson;
}

PlumbProgress *
plumb_teaching_window_get_progress (PlumbTeachingWindow *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_WINDOW (self), NULL);

  return self->progress;
}

const char *
plumb_teaching_window_get_page (PlumbTeachingWindow *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}
