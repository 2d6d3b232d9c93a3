/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-teaching-author-private.h"

#include "plumb-case-writer.h"
#include "plumb-language.h"
#include "plumb-painter.h"
#include "plumb-phrase.h"

#include <glib/gi18n.h>
#include <string.h>

#define STORY_HEIGHT 130

G_DEFINE_FINAL_TYPE (PlumbTeachingAuthor, plumb_teaching_author, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toast (PlumbTeachingAuthor *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static PlumbCase *
get_case (PlumbTeachingAuthor *self)
{
  return plumb_case_draft_get_case (self->draft);
}

static char *
dup_buffer (GtkTextBuffer *buffer)
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
static char *
dup_text (PlumbTeachingAuthor *self)
{
  return is_source (self) ? dup_buffer (gtk_text_view_get_buffer (self->source))
                          : plumb_case_write (get_case (self));
}

static char *
dup_name (PlumbTeachingAuthor *self)
{
  return self->file != NULL ? g_file_get_basename (self->file)
                            : g_strconcat (plumb_case_get_id (get_case (self)), ".xml", NULL);
}

/* ---- the form: steps --------------------------------------------------------------------- */

static void
on_story (GtkTextBuffer *buffer, PlumbTeachingAuthor *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (buffer), "step"));
  g_autofree char *story = dup_buffer (buffer);

  if (!self->filling)
    plumb_case_draft_set_story (self->draft, step, story);
}

static void
on_given (GtkCheckButton *button, PlumbTeachingAuthor *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));
  guint answer = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "answer"));

  plumb_case_draft_set_given (self->draft, step, answer, gtk_check_button_get_active (button));
}

/* What is longer scrolls. */
void
plumb_teaching_author_frame (GtkScrolledWindow *frame, GtkWidget *view, int height)
{
  gtk_scrolled_window_set_policy (frame, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (frame, height);
  gtk_scrolled_window_set_has_frame (frame, TRUE);
  gtk_scrolled_window_set_child (frame, view);
}

static GtkWidget *
create_story (PlumbTeachingAuthor *self, guint step)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkWidget *frame = gtk_scrolled_window_new ();

  gtk_text_buffer_set_text (
      buffer, plumb_text_get (plumb_case_get_step (get_case (self), step)->text, NULL), -1);
  g_object_set_data (G_OBJECT (buffer), "step", GUINT_TO_POINTER (step));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_story), self, 0);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "teaching-story");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Story"),
                                  -1);
  plumb_teaching_author_frame (GTK_SCROLLED_WINDOW (frame), view, STORY_HEIGHT);

  return frame;
}

static GtkWidget *
create_answer (PlumbTeachingAuthor *self, guint step, guint index)
{
  const PlumbCaseAnswer *answer
      = g_ptr_array_index (plumb_case_get_step (get_case (self), step)->answers, index);
  g_autofree char *phrase
      = plumb_phrase_answer (answer->finding, &answer->value, plumb_app_language ());
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (phrase);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), answer->given);
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (step));
  g_object_set_data (G_OBJECT (button), "answer", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_given), self, 0);

  return button;
}

static gboolean
is_unremarkable (const PlumbCaseAnswer *answer)
{
  return !answer->given && plumb_finding_has_normal (answer->finding)
         && plumb_value_equal (&answer->value, &answer->finding->normal);
}

static void
append_answers (PlumbTeachingAuthor *self, guint step)
{
  GPtrArray *answers = plumb_case_get_step (get_case (self), step)->answers;
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *expander = gtk_expander_new (NULL);
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      gboolean plain = is_unremarkable (g_ptr_array_index (answers, i));
      GtkWidget *button = create_answer (self, step, i);

      gtk_box_append (plain ? GTK_BOX (rest) : self->steps, button);
      n += plain;
    }
  /* Translators: of the findings of a case; %u: how many. */
  title = g_strdup_printf (ngettext ("%u unremarkable finding", "%u unremarkable findings", n), n);
  gtk_expander_set_label (GTK_EXPANDER (expander), title);
  gtk_expander_set_child (GTK_EXPANDER (expander), rest);
  gtk_widget_set_visible (expander, n > 0);
  gtk_box_append (self->steps, expander);
}

static void
append_heading (PlumbTeachingAuthor *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->steps, label);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_steps (PlumbTeachingAuthor *self)
{
  guint n = plumb_case_count_steps (get_case (self));

  clear_box (self->steps);
  for (guint i = 0; i < n; i++)
    {
      /* Translators: of a case that is told in several steps; %u: the number of one. */
      g_autofree char *title
          = n > 1 ? g_strdup_printf (_ ("Story, step %u"), i + 1) : g_strdup (_ ("Story"));

      append_heading (self, title);
      gtk_box_append (self->steps, create_story (self, i));
      append_heading (self, _ ("Tick what the story tells; the rest is revealed by asking"));
      append_answers (self, i);
    }
}

/* ---- the form: the rest ------------------------------------------------------------------ */

static void
on_trap (GtkCheckButton *button, PlumbTeachingAuthor *self)
{
  plumb_case_draft_set_trap (self->draft, g_object_get_data (G_OBJECT (button), "trap"),
                             gtk_check_button_get_active (button));
}

static void
fill_traps (PlumbTeachingAuthor *self)
{
  GPtrArray *traps = plumb_traps_get_list (plumb_case_draft_get_traps (self->draft));

  clear_box (self->traps);
  for (guint i = 0; i < traps->len; i++)
    {
      const PlumbTrap *trap = g_ptr_array_index (traps, i);
      GtkWidget *button
          = gtk_check_button_new_with_label (plumb_text_get (trap->title, plumb_app_language ()));

      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (button),
          g_ptr_array_find (plumb_case_get_traps (get_case (self)), trap, NULL));
      g_object_set_data (G_OBJECT (button), "trap", (gpointer) trap);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_trap), self, 0);
      gtk_box_append (self->traps, button);
    }
}

static void
fill (PlumbTeachingAuthor *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title),
                         plumb_text_get (plumb_case_get_title (get_case (self)), NULL));
  adw_combo_row_set_selected (self->difficulty, plumb_case_get_difficulty (get_case (self))
                                                    - PLUMB_CASE_MIN_DIFFICULTY);
  fill_steps (self);
  fill_traps (self);
  plumb_teaching_author_fill_lessons (self);
  self->filling = FALSE;
}

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
static gboolean
look (PlumbTeachingAuthor *self, const char *text, guint *n_faults)
{
  g_autofree char *name = dup_name (self);
  gboolean readable;
  g_autoptr (GPtrArray) faults
      = plumb_case_list_faults (plumb_case_get_pathway (get_case (self)),
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

  text = dup_text (self);
  look (self, text, &n_faults);
  if (n_faults == 0)
    toast (self, _ ("Nothing is wrong: the case can be read, and the pathway says what it "
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
  g_autofree char *text = dup_buffer (gtk_text_view_get_buffer (self->source));
  g_autofree char *name = dup_name (self);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PlumbCase) found = NULL;

  if (!look (self, text, NULL))
    return FALSE;
  found = plumb_case_new_from_bytes (plumb_case_get_pathway (get_case (self)),
                                     plumb_case_draft_get_traps (self->draft), bytes, name, NULL);
  plumb_case_draft_free (self->draft);
  self->draft = plumb_case_draft_new_from_case (found);
  fill (self);

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
        toast (self, _ ("The text cannot be read; see what is wrong with it below."));
      return;
    }
  text = dup_text (self);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->source), text, -1);
  gtk_stack_set_visible_child_name (self->pages, "source");
  gtk_widget_grab_focus (GTK_WIDGET (self->source));
}

/* ---- files ------------------------------------------------------------------------------- */

/**
 * plumb_teaching_author_save_to:
 * @self: a window
 * @file: where to
 *
 * Writes the case, all or nothing. What no shelf could read is shown, and not written.
 *
 * Returns: whether @file now holds the case
 */
gboolean
plumb_teaching_author_save_to (PlumbTeachingAuthor *self, GFile *file)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PLUMB_IS_TEACHING_AUTHOR (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  text = dup_text (self);
  if (!look (self, text, NULL))
    {
      toast (self, _ ("The case is not saved: something is missing or wrong, see below."));
      return FALSE;
    }
  if (!plumb_painter_write_file (file, text, strlen (text), &error))
    {
      toast (self, error->message);
      return FALSE;
    }
  g_set_object (&self->file, file);
  g_free (self->saved);
  self->saved = g_steal_pointer (&text);
  toast (self, _ ("The case is saved."));
  g_signal_emit (self, signals[SAVED], 0, file);

  return TRUE;
}

static void
on_file (PlumbTeachingAuthor *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    plumb_teaching_author_save_to (self, file);
}

/* Whoever saves is told first what is wrong, not after a name was chosen. */
static void
save (PlumbTeachingAuthor *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *name = dup_name (self);

  if (!look (self, text, NULL))
    {
      toast (self, _ ("The case is not saved: something is missing or wrong, see below."));
      return;
    }
  g_clear_object (&self->chooser);
  self->chooser
      = gtk_file_chooser_native_new (_ ("Save the case"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (self->file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (self->chooser), self->file, NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_file), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
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
  g_autofree char *text = dup_text (self);
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

/* ---- the window -------------------------------------------------------------------------- */

static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlumbTeachingAuthor *self = PLUMB_TEACHING_AUTHOR (widget);

  if (g_str_equal (name, "author.save"))
    save (self);
  else if (g_str_equal (name, "author.check"))
    plumb_teaching_author_check (self);
  else if (g_str_equal (name, "author.source"))
    toggle_source (self);
  else if (g_str_equal (name, "author.add-lesson"))
    plumb_teaching_author_add_lesson (self);
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
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
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
  fill (self);
  self->saved = plumb_case_write (get_case (self));

  return self;
}
