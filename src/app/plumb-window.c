/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-advice-panel.h"
#include "plumb-answer-entry.h"
#include "plumb-chart-panel.h"
#include "plumb-format.h"
#include "plumb-imprint.h"
#include "plumb-language.h"
#include "plumb-pathway-dialog.h"

#include "config.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlumbWindow, plumb_window, ADW_TYPE_APPLICATION_WINDOW)

/* Red flags */

static const char *
describe_urgency (PlumbUrgency urgency)
{
  switch (urgency)
    {
    case PLUMB_URGENCY_EMERGENCY:
      return _ ("This is an emergency.");
    case PLUMB_URGENCY_SAME_DAY:
      return _ ("This is for today.");
    case PLUMB_URGENCY_URGENT:
      return _ ("This is urgent.");
    case PLUMB_URGENCY_ROUTINE:
    default:
      return "";
    }
}

/* The titles of all advice as urgent as the first. */
static char *
list_urgent (PlumbEvaluation *evaluation, GPtrArray *advice)
{
  const PlumbRecommendation *first = g_ptr_array_index (advice, 0);
  PlumbUrgency urgency = plumb_evaluation_get_urgency (evaluation, first);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbRecommendation *next = g_ptr_array_index (advice, i);

      if (plumb_evaluation_get_urgency (evaluation, next) == urgency
          && next->strength == PLUMB_STRENGTH_DO)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? " · " : "",
                                plumb_text_get (next->title, plumb_app_language ()));
    }
  if (titles->len == 0)
    g_string_append (titles, plumb_text_get (first->title, plumb_app_language ()));

  return g_string_free (titles, FALSE);
}

static void
show_banner (PlumbWindow *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  gboolean paused = FALSE;
  const PlumbRecommendation *alarm = plumb_session_get_alarm (self->session, &paused);

  if (alarm != NULL)
    {
      g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
      g_autofree char *titles = list_urgent (evaluation, advice);
      g_autofree char *text = g_strjoin (
          " ", describe_urgency (plumb_evaluation_get_urgency (evaluation, alarm)),
          paused ? _ ("The other stages are paused until it is settled.") : NULL, NULL);

      gtk_label_set_text (self->banner_title, titles);
      gtk_label_set_text (self->banner_text, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->banner), alarm != NULL);
}

/* The status line */

void
plumb_window_show_status (PlumbWindow *self)
{
  g_autofree char *status = plumb_session_dup_status (self->session);
  gboolean in_sight
      = g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "pathway") == 0;
  gboolean asked = in_sight && plumb_session_get_trial (self->session) == NULL;
  const char *hint = asked ? plumb_question_panel_get_hint (self->questions) : NULL;
  g_auto (GStrv) parts = g_new0 (char *, 4);
  g_autofree char *text = NULL;
  guint n = 0;

  parts[n++] = g_steal_pointer (&status);
  if (hint != NULL)
    parts[n++] = g_strdup (hint);
  if (self->check_status != NULL)
    parts[n++] = g_strdup (self->check_status);
  text = g_strjoinv (" ", parts);

  if (!g_str_equal (gtk_label_get_text (self->status), text))
    gtk_label_set_text (self->status, text);
}

/* What does not fit into two lines is seen here; a screen reader has it all. */
static gboolean
on_query_status (GtkLabel *status,
                 int x,
                 int y,
                 gboolean keyboard,
                 GtkTooltip *tooltip,
                 PlumbWindow *self)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (status)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (status));

  return TRUE;
}

static void
show_version (PlumbWindow *self)
{
  PlumbPathway *pathway = plumb_session_get_pathway (self->session);
  g_autofree char *updated = plumb_format_day (plumb_pathway_get_updated (pathway), plumb_app_language ());
  /* Translators: the pathway's title, its version, its review status and the day of its update. */
  g_autofree char *text = g_strdup_printf (
      _ ("%s %s · %s · %s"),
      plumb_text_get (plumb_pathway_get_title (pathway), plumb_app_language ()),
      plumb_pathway_get_version (pathway),
      plumb_imprint_review (plumb_pathway_get_review (pathway), plumb_app_language ()), updated);

  gtk_button_set_label (self->version, text);
}

static void
show_title (PlumbWindow *self)
{
  GFile *file = plumb_session_get_file (self->session);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown
      = name != NULL ? g_filename_display_name (name) : g_strdup (_ ("New consultation"));
  g_autofree char *title = NULL;

  /* Translators: the title of the window: the file, then the program; the dot means that there
   * are changes that are not saved. */
  title = plumb_session_get_modified (self->session)
              ? g_strdup_printf (_ ("• %s – Plumbline"), shown)
              : g_strdup_printf (_ ("%s – Plumbline"), shown);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_hint (PlumbWindow *self)
{
  if (self->session == NULL)
    return;
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "paper") == 0)
    plumb_window_get_paper (self);
  plumb_window_show_status (self);
}

static void
on_evaluation (PlumbWindow *self)
{
  show_banner (self);
  plumb_window_show_status (self);
}

/* The window */

/**
 * plumb_window_commit:
 * @self: a window
 *
 * Makes an answer of what is being typed, before something else looks at the answers.
 */
void
plumb_window_commit (PlumbWindow *self)
{
  PlumbAnswerEntry *entry = plumb_answer_entry_find (gtk_window_get_focus (GTK_WINDOW (self)));

  if (entry != NULL)
    plumb_answer_entry_commit (entry);
}

void
plumb_window_toast (PlumbWindow *self, const char *message)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static gboolean
on_key (PlumbWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  return plumb_window_press_key (self, keyval, state);
}

static gboolean
plumb_window_close_request (GtkWindow *window)
{
  PlumbWindow *self = PLUMB_WINDOW (window);

  plumb_window_commit (self);
  if (self->closing || !plumb_session_get_modified (self->session))
    return GTK_WINDOW_CLASS (plumb_window_parent_class)->close_request (window);
  plumb_window_proceed (self, PLUMB_WINDOW_CLOSE);

  return GDK_EVENT_STOP;
}

/* Settings are a convenience: without their schema the window still opens. */
static GSettings *
load_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
bind_size (PlumbWindow *self)
{
  g_autoptr (GSettings) settings = load_settings ();

  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
plumb_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  plumb_window_measure_room (PLUMB_WINDOW (widget), width, height);

  GTK_WIDGET_CLASS (plumb_window_parent_class)->size_allocate (widget, width, height, baseline);
}

/* Made when it first opens. */
static void
create_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, PLUMB_WINDOW (data)->primary_menu);
}

static void
watch_session (PlumbWindow *self)
{
  const struct
  {
    const char *signal;
    void (*handler) (PlumbWindow *);
  } signals[] = {
    { "notify::evaluation", on_evaluation },
    { "notify::focus-node", plumb_window_show_status },
    { "notify::trial", plumb_window_show_trial },
    { "notify::trial", plumb_window_show_status },
    { "notify::can-undo", plumb_window_update_actions },
    { "notify::can-redo", plumb_window_update_actions },
    { "notify::file", show_title },
    { "notify::modified", show_title },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_signal_connect_object (self->session, signals[i].signal, G_CALLBACK (signals[i].handler),
                               self, G_CONNECT_SWAPPED);
      signals[i].handler (self);
    }
}

/* Where the pathway itself is another: nothing that was made of the old one stays. */
static void
clear_session (PlumbWindow *self)
{
  plumb_window_show_questions (self);
  adw_bin_set_child (self->trial_place, NULL);
  adw_bin_set_child (self->what_if_place, NULL);
  adw_bin_set_child (self->paper_place, NULL);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

/**
 * plumb_window_set_session:
 * @self: a window
 * @session: (transfer full): what to show
 *
 * Shows a session in the place of the one before, if any.
 */
void
plumb_window_set_session (PlumbWindow *self, PlumbSession *session)
{
  g_autoptr (PlumbSession) before = self->session != NULL ? g_object_ref (self->session) : NULL;

  if (before != NULL)
    clear_session (self);
  self->session = session;
  plumb_question_panel_set_session (self->questions, session);
  plumb_findings_panel_set_session (self->findings, session);
  adw_bin_set_child (self->chart_place, plumb_chart_panel_new (session));
  plumb_window_fit_room (self);
  adw_bin_set_child (self->advice_place, plumb_advice_panel_new (session));
  watch_session (self);
  show_version (self);
  if (self->recovery != NULL)
    plumb_window_keep_recovery (self);
  g_signal_connect_object (self->session, "reset", G_CALLBACK (plumb_window_show_questions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "reset", G_CALLBACK (gtk_widget_grab_focus),
                           self->questions, G_CONNECT_SWAPPED);
}

static void
plumb_window_dispose (GObject *object)
{
  PlumbWindow *self = PLUMB_WINDOW (object);

  plumb_window_forget_pathway (self);
  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_object (&self->recovery);
  g_clear_pointer (&self->check_status, g_free);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (plumb_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, banner_title);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, questions);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, trial_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, side);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, what_if_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, chart_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, check_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, advice_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, paper_place);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, status);
  gtk_widget_class_bind_template_child (widget_class, PlumbWindow, version);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_hint);
  gtk_widget_class_bind_template_callback (widget_class, on_query_status);
}

static void
plumb_window_class_init (PlumbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = plumb_window_close_request;
  widget_class->size_allocate = plumb_window_size_allocate;

  g_type_ensure (PLUMB_TYPE_QUESTION_PANEL);
  g_type_ensure (PLUMB_TYPE_FINDINGS_PANEL);
  bind_template (widget_class);
  plumb_window_install_actions (widget_class);
}

static void
plumb_window_init (PlumbWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, create_menu, self, NULL);
  bind_size (self);
}

/**
 * plumb_window_new:
 * @application: (nullable): the application
 * @pathway: the pathway to walk through
 *
 * Returns: (transfer none): a window with an empty consultation, the cursor in
 *   its first question
 */
PlumbWindow *
plumb_window_new (GtkApplication *application, PlumbPathway *pathway)
{
  PlumbWindow *self;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_WINDOW, "application", application, NULL);
  plumb_window_set_session (self, plumb_session_new (pathway));
  gtk_widget_grab_focus (GTK_WIDGET (self->questions));

  return self;
}

PlumbSession *
plumb_window_get_session (PlumbWindow *self)
{
  g_return_val_if_fail (PLUMB_IS_WINDOW (self), NULL);

  return self->session;
}
