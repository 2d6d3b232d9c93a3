/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-window-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlumbTeachingWindow, plumb_teaching_window, ADW_TYPE_APPLICATION_WINDOW)

gint64
plumb_teaching_window_get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

void
plumb_teaching_window_toast (PlumbTeachingWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

gboolean
plumb_teaching_window_is_on (PlumbTeachingWindow *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

/* Pages */

void
plumb_teaching_window_show_title (PlumbTeachingWindow *self, const char *name)
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

void
plumb_teaching_window_show_cases (PlumbTeachingWindow *self)
{
  plumb_teaching_window_stop_presenting (self);
  g_clear_object (&self->lesson);
  plumb_teaching_cases_show (self->cases, self->shelf, self->progress,
                             plumb_teaching_window_get_now ());
  plumb_teaching_window_show_title (self, NULL);
  gtk_stack_set_visible_child_name (self->pages, "cases");
  plumb_teaching_cases_focus_next (self->cases);
}

static void
show_progress (PlumbTeachingWindow *self)
{
  if (self->progress == NULL)
    return;
  plumb_teaching_window_stop_presenting (self);
  g_clear_object (&self->lesson);
  plumb_teaching_progress_show (self->progress_page, self->pathway,
                                plumb_case_shelf_get_traps (self->shelf), self->progress);
  plumb_teaching_window_show_title (self, NULL);
  gtk_stack_set_visible_child_name (self->pages, "progress");
}

/* Progress that cannot be read or written does not stop anybody from learning. */
void
plumb_teaching_window_load_progress (PlumbTeachingWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->progress, plumb_progress_free);
  self->progress = plumb_progress_new (NULL, name, &error);
  if (self->progress == NULL)
    {
      g_autofree char *message
          /* Translators: %s: what went wrong. */
          = g_strdup_printf (_ ("Progress is not kept: %s"), error->message);

      plumb_teaching_window_toast (self, message);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "teach.progress", self->progress != NULL);
}

static void
on_left (PlumbTeachingWindow *self)
{
  plumb_teaching_window_show_cases (self);
}

static void
on_named (PlumbTeachingWindow *self, const char *name)
{
  if (self->progress == NULL || g_strcmp0 (plumb_progress_get_name (self->progress), name) != 0)
    plumb_teaching_window_load_progress (self, name);
  plumb_teaching_window_show_cases (self);
}

static void
erase (PlumbTeachingWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->progress == NULL)
    return;
  if (!plumb_progress_erase (self->progress, &error))
    plumb_teaching_window_toast (self, error->message);
  show_progress (self);
}

static void
on_chosen (PlumbTeachingWindow *self, const char *id)
{
  PlumbCase *teaching_case = plumb_case_shelf_lookup (self->shelf, id);

  if (teaching_case != NULL)
    plumb_teaching_window_play (self, teaching_case);
}

/* Actions and keys */

static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingWindow *self = PLUMB_TEACHING_WINDOW (widget);

  if (g_str_equal (name, "teach.cases"))
    plumb_teaching_window_show_cases (self);
  else if (g_str_equal (name, "teach.next"))
    plumb_teaching_window_play_next (self);
  else if (g_str_equal (name, "teach.play"))
    on_chosen (self, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "teach.present"))
    plumb_teaching_window_present (self, NULL);
  else if (g_str_equal (name, "teach.present-case"))
    plumb_teaching_window_present (self, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "teach.explore"))
    plumb_teaching_window_explore (self);
  else if (g_str_equal (name, "teach.commit"))
    plumb_teaching_window_commit (self);
  else if (g_str_equal (name, "teach.advice") && self->lesson != NULL)
    plumb_lesson_turn_to_advice (self->lesson);
  else if (g_str_equal (name, "teach.search") && plumb_teaching_window_is_on (self, "play"))
    plumb_teaching_questions_search (self->questions);
  else if (g_str_equal (name, "teach.progress"))
    show_progress (self);
  else if (g_str_equal (name, "teach.open-folder"))
    plumb_teaching_window_choose_file (self, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                       _ ("Open a folder of cases"), NULL);
  else if (g_str_equal (name, "teach.export") && self->progress != NULL)
    {
      g_clear_pointer (&self->leaf, plumb_case_unref);
      plumb_teaching_window_choose_file (self, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export as CSV"),
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

  if (plumb_teaching_window_is_on (self, "present")
      && plumb_teaching_presenter_press_key (self->presenter, keyval, state))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == gdk_keyval_to_lower (keyval) && keys[i].modifiers == modifiers)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  if (modifiers != 0 || digit < 1 || !plumb_teaching_window_is_on (self, "play"))
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
  gtk_widget_class_install_action (widget_class, "teach.print", "(sb)",
                                   plumb_teaching_window_act_on_paper);
  gtk_widget_class_install_action (widget_class, "teach.export-paper", "(sb)",
                                   plumb_teaching_window_act_on_paper);
  gtk_widget_class_install_action (widget_class, "teach.edit", "s", plumb_teaching_window_edit);
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
  plumb_teaching_window_load_progress (self, g_get_user_name ());
  plumb_teaching_window_show_cases (self);

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
