/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-author-private.h"

#include "plumb-case-writer.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (PlumbTeachingAuthor, plumb_teaching_author, ADW_TYPE_WINDOW)

void
plumb_teaching_author_toast (PlumbTeachingAuthor *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

char *
plumb_teaching_author_dup_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_source (PlumbTeachingAuthor *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "source") == 0;
}

/* The file as it would be written now. */
char *
plumb_teaching_author_dup_text (PlumbTeachingAuthor *self)
{
  return is_source (self)
             ? plumb_teaching_author_dup_buffer (gtk_text_view_get_buffer (self->source))
             : plumb_case_write (plumb_case_draft_get_case (self->draft));
}

char *
plumb_teaching_author_dup_name (PlumbTeachingAuthor *self)
{
  return self->file != NULL
             ? g_file_get_basename (self->file)
             : g_strconcat (plumb_case_get_id (plumb_case_draft_get_case (self->draft)), ".xml",
                            NULL);
}

/* ---- checking ---------------------------------------------------------------------------- */

static void
show_faults (PlumbTeachingAuthor *self, GPtrArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (faults, i));
  gtk_label_set_text (self->faults, text->str);
  gtk_widget_set_visible (self->faults_area, faults->len > 0);
  g_string_free (text, TRUE);
}

/* Returns: whether it can be read; what is wrong is shown. */
gboolean
plumb_teaching_author_look (PlumbTeachingAuthor *self, const char *text, guint *n_faults)
{
  g_autofree char *name = plumb_teaching_author_dup_name (self);
  gboolean readable;
  g_autoptr (GPtrArray) faults
      = plumb_case_list_faults (plumb_case_get_pathway (plumb_case_draft_get_case (self->draft)),
                                plumb_case_draft_get_traps (self->draft), text, name, &readable);

  show_faults (self, faults);
  if (n_faults != NULL)
    *n_faults = faults->len;

  return readable;
}

gboolean
plumb_teaching_author_check (PlumbTeachingAuthor *self)
{
  g_autofree char *text = NULL;
  guint n_faults;

  g_return_val_if_fail (PLUMB_IS_TEACHING_AUTHOR (self), FALSE);

  text = plumb_teaching_author_dup_text (self);
  plumb_teaching_author_look (self, text, &n_faults);
  if (n_faults == 0)
    plumb_teaching_author_toast (
        self, _ ("Nothing is wrong: the case can be read, and the pathway says what it "
                 "expects."));

  return n_faults == 0;
}

const char *
plumb_teaching_author_get_faults (PlumbTeachingAuthor *self)
{
  g_return_val_if_fail (PLUMB_IS_TEACHING_AUTHOR (self), NULL);

  return gtk_label_get_text (self->faults);
}

/* ---- the text of the file ---------------------------------------------------------------- */

/* Back to the form only with what can be read: what was typed is not lost. */
static gboolean
take_source (PlumbTeachingAuthor *self)
{
  g_autofree char *text
      = plumb_teaching_author_dup_buffer (gtk_text_view_get_buffer (self->source));
  g_autofree char *name = plumb_teaching_author_dup_name (self);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PlumbCase) found = NULL;

  if (!plumb_teaching_author_look (self, text, NULL))
    return FALSE;
  found
      = plumb_case_new_from_bytes (plumb_case_get_pathway (plumb_case_draft_get_case (self->draft)),
                                   plumb_case_draft_get_traps (self->draft), bytes, name, NULL);
  plumb_case_draft_free (self->draft);
  self->draft = plumb_case_draft_new_from_case (found);
  plumb_teaching_author_fill (self);

  return TRUE;
}

static void
toggle_source (PlumbTeachingAuthor *self)
{
  g_autofree char *text = NULL;

  if (is_source (self))
    {
      if (take_source (self))
        gtk_stack_set_visible_child_name (self->pages, "form");
      else
        plumb_teaching_author_toast (
            self, _ ("The text cannot be read; see what is wrong with it below."));
      return;
    }
  text = plumb_teaching_author_dup_text (self);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->source), text, -1);
  gtk_stack_set_visible_child_name (self->pages, "source");
  gtk_widget_grab_focus (GTK_WIDGET (self->source));
}

/* ---- the form ---------------------------------------------------------------------------- */

static void
on_title (PlumbTeachingAuthor *self)
{
  if (!self->filling && self->draft != NULL)
    plumb_case_draft_set_title (self->draft, gtk_editable_get_text (GTK_EDITABLE (self->title)));
}

static void
on_difficulty (PlumbTeachingAuthor *self)
{
  guint selected = adw_combo_row_get_selected (self->difficulty);

  if (!self->filling && self->draft != NULL && selected != GTK_INVALID_LIST_POSITION)
    plumb_case_draft_set_difficulty (self->draft, selected + PLUMB_CASE_MIN_DIFFICULTY);
}

/* ---- the window -------------------------------------------------------------------------- */

static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingAuthor *self = PLUMB_TEACHING_AUTHOR (widget);

  if (g_str_equal (name, "author.save"))
    plumb_teaching_author_save (self);
  else if (g_str_equal (name, "author.check"))
    plumb_teaching_author_check (self);
  else if (g_str_equal (name, "author.source"))
    toggle_source (self);
  else if (g_str_equal (name, "author.add-lesson"))
    plumb_teaching_author_add_lesson (self);
}

static void
on_discard (PlumbTeachingAuthor *self, const char *response)
{
  if (!g_str_equal (response, "discard"))
    return;
  self->discarded = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
plumb_teaching_author_close_request (GtkWindow *window)
{
  PlumbTeachingAuthor *self = PLUMB_TEACHING_AUTHOR (window);
  g_autofree char *text = plumb_teaching_author_dup_text (self);
  GtkWidget *dialog;

  if (self->discarded || g_strcmp0 (text, self->saved) == 0)
    return GTK_WINDOW_CLASS (plumb_teaching_author_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _ ("Discard the case?"),
                                   _ ("What you have written is not saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep writing"),
                                    "discard", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}

static void
plumb_teaching_author_dispose (GObject *object)
{
  PlumbTeachingAuthor *self = PLUMB_TEACHING_AUTHOR (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (plumb_teaching_author_parent_class)->dispose (object);
}

static void
plumb_teaching_author_finalize (GObject *object)
{
  PlumbTeachingAuthor *self = PLUMB_TEACHING_AUTHOR (object);

  g_clear_pointer (&self->draft, plumb_case_draft_free);
  g_clear_object (&self->file);
  g_free (self->saved);

  G_OBJECT_CLASS (plumb_teaching_author_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-teaching-author.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, pages);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, difficulty);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, steps);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, lessons);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, traps);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, source);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, faults_area);
  gtk_widget_class_bind_template_child (widget_class, PlumbTeachingAuthor, faults);
  gtk_widget_class_bind_template_callback (widget_class, on_title);
  gtk_widget_class_bind_template_callback (widget_class, on_difficulty);
}

static void
plumb_teaching_author_class_init (PlumbTeachingAuthorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *const names[]
      = { "author.save", "author.check", "author.source", "author.add-lesson" };

  G_OBJECT_CLASS (klass)->dispose = plumb_teaching_author_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_teaching_author_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = plumb_teaching_author_close_request;
  g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_FILE);
  bind_template (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, act);
}

static void
plumb_teaching_author_init (PlumbTeachingAuthor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_teaching_author_new:
 * @parent: (nullable): the window from which it is opened
 * @draft: (transfer full): the case to write
 *
 * Returns: (transfer none): a window
 */
PlumbTeachingAuthor *
plumb_teaching_author_new (GtkWindow *parent, PlumbCaseDraft *draft)
{
  PlumbTeachingAuthor *self;

  g_return_val_if_fail (draft != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_TEACHING_AUTHOR, "transient-for", parent, NULL);
  self->draft = draft;
  plumb_teaching_author_fill (self);
  self->saved = plumb_case_write (plumb_case_draft_get_case (self->draft));

  return self;
}
