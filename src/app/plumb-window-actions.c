/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-window-private.h"

#include "plumb-answer-entry.h"
#include "plumb-pathway-dialog.h"

#include "config.h"

#include <glib/gi18n.h>

/* Files */

static void
new_consultation (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_proceed (PLUMB_WINDOW (widget), PLUMB_WINDOW_NEW);
}

static void
open_consultation (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_proceed (PLUMB_WINDOW (widget), PLUMB_WINDOW_OPEN);
}

static void
save_consultation (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_commit (PLUMB_WINDOW (widget));
  plumb_window_save (PLUMB_WINDOW (widget), g_str_equal (name, "win.save-as"));
}

/* Undo and redo. Where something is typed and no answer yet, that is what is undone. */

static gboolean
move_in_text (PlumbWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  PlumbAnswerEntry *entry = plumb_answer_entry_find (focus);

  if (entry != NULL)
    return plumb_answer_entry_revert (entry);

  return GTK_IS_TEXT (focus) && gtk_widget_activate_action (focus, action, NULL);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  if (!move_in_text (self, "text.undo"))
    plumb_session_undo (self->session);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  if (!move_in_text (self, "text.redo"))
    plumb_session_redo (self->session);
}

/* Places */

static void
skip_question (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_question_card_skip (plumb_question_panel_get_card (PLUMB_WINDOW (widget)->questions));
}

static void
go_to_current (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->pages, "pathway");
  plumb_session_go_to_current (self->session);
  plumb_window_show_chart (self);
  plumb_window_show_questions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->questions));
}

static void
show_stage (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  GPtrArray *stages = plumb_pathway_get_stages (plumb_session_get_pathway (self->session));
  int number = g_variant_get_int32 (parameter);

  if (number < 1 || number > (int) stages->len)
    return;
  plumb_session_set_stage (self->session, g_ptr_array_index (stages, number - 1));
  plumb_window_show_chart (self);
}

static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plumb_window_commit (PLUMB_WINDOW (widget));
  adw_view_stack_set_visible_child_name (PLUMB_WINDOW (widget)->pages,
                                         g_variant_get_string (parameter, NULL));
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (PLUMB_WINDOW (widget)->pages, "pathway");
  plumb_window_show_questions (PLUMB_WINDOW (widget));
  plumb_findings_panel_search (PLUMB_WINDOW (widget)->findings);
}

/* About */

static void
about_pathway (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbWindow *self = PLUMB_WINDOW (widget);
  GtkWidget *dialog = plumb_pathway_dialog_new (plumb_session_get_pathway (self->session));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Made when somebody asks for it: it is as large as all the rest of the window. */
static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder
          = gtk_builder_new_from_resource (RESOURCE_BASE_PATH "/ui/help-overlay.ui");

      gtk_application_window_set_help_overlay (
          window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
about (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* The icon is there even where the program is not installed. */
  gtk_icon_theme_add_resource_path (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), RESOURCE_BASE_PATH "/icons");
  adw_show_about_window (GTK_WINDOW (widget), "application-name", _ ("Plumbline"),
                         "application-icon", APPLICATION_ID, "version", PACKAGE_VERSION,
                         "developer-name", _ ("The Plumbline contributors"), "comments",
                         _ ("Walks a clinician through the pathway for low back pain."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your name here, and your address if you like. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.new", NULL, new_consultation },
  { "win.open", NULL, open_consultation },
  { "win.save", NULL, save_consultation },
  { "win.save-as", NULL, save_consultation },
  { "win.print-summary", NULL, plumb_window_print_summary },
  { "win.print-shown", NULL, plumb_window_print_shown },
  { "win.export-pdf", NULL, plumb_window_export_pdf },
  { "win.copy-note", NULL, plumb_window_copy_note },
  { "win.show-handout", NULL, plumb_window_show_handout },
  { "win.show-poster", NULL, plumb_window_show_poster },
  { "win.undo", NULL, undo },
  { "win.redo", NULL, redo },
  { "win.skip", NULL, skip_question },
  { "win.go-to-current", NULL, go_to_current },
  { "win.show-stage", "i", show_stage },
  { "win.show-page", "s", show_page },
  { "win.search", NULL, search },
  { "win.search-pathway", NULL, plumb_window_search_pathway },
  { "win.outline", NULL, plumb_window_toggle_outline },
  { "win.chart-alone", NULL, plumb_window_toggle_alone },
  { "win.whole-pathway", NULL, plumb_window_toggle_whole },
  { "win.show-box", "u", plumb_window_show_box },
  { "win.what-if", NULL, plumb_window_toggle_what_if },
  { "win.open-pathway", NULL, plumb_window_choose_pathway },
  { "win.open-example", NULL, plumb_window_open_example },
  { "win.open-builtin", NULL, plumb_window_open_builtin },
  { "win.check-pathway", NULL, plumb_window_toggle_check },
  { "win.make-case", NULL, plumb_window_make_case },
  { "win.about-pathway", NULL, about_pathway },
  { "win.keyboard-shortcuts", NULL, show_shortcuts },
  { "win.about", NULL, about },
};

void
plumb_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

void
plumb_window_update_actions (PlumbWindow *self)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 plumb_consultation_get_can_undo (consultation));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 plumb_consultation_get_can_redo (consultation));
}

/* Keys that are nobody else's: what is typed into an entry never gets here, and a
 * popover answers its own. */

static gboolean
is_in_popover (PlumbWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* Digits of the number pad as well, and those of keyboards of other scripts. */
static int
find_digit (guint keyval)
{
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);

  return g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
}

/**
 * plumb_window_press_key:
 * @self: a window
 * @keyval: a key that nothing in the window has used
 * @state: what is held down with it
 *
 * Escape ends a trial, number keys answer the question, End goes to where the
 * consultation is.
 *
 * Returns: whether the key did anything
 */
gboolean
plumb_window_press_key (PlumbWindow *self, guint keyval, GdkModifierType state)
{
  PlumbQuestionCard *card = plumb_question_panel_get_card (self->questions);
  int digit = find_digit (keyval);

  if (keyval == GDK_KEY_Escape && !is_in_popover (self) && plumb_window_stop_trying (self))
    return GDK_EVENT_STOP;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || is_in_popover (self)
      || g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "pathway") != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-current", NULL);
      return GDK_EVENT_STOP;
    }
  if (digit < 0 || !plumb_window_shows_questions (self) || !gtk_widget_get_visible (GTK_WIDGET (card)))
    return GDK_EVENT_PROPAGATE;

  return plumb_question_card_press_digit (card, (guint) digit);
}
