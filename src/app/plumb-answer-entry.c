/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-answer-entry.h"

#include "plumb-answer.h"

#include <glib/gi18n.h>

/* A number, day or text. What is typed becomes the answer at Enter, at Tab, and
 * wherever the cursor leaves; what is wrong with it stands beneath. */
struct _PlumbAnswerEntry
{
  PlumbAnswerControl parent_instance;

  GtkEntry *entry;
  GtkLabel *problem;
  char *shown; /* the text of the answer in effect */
};

G_DEFINE_FINAL_TYPE (PlumbAnswerEntry, plumb_answer_entry, PLUMB_TYPE_ANSWER_CONTROL)

static const char *
get_text (PlumbAnswerEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
plumb_answer_entry_show_error (PlumbAnswerControl *control, const char *message)
{
  PlumbAnswerEntry *self = PLUMB_ANSWER_ENTRY (control);
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->entry);

  gtk_label_set_text (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
  if (message != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
    }
}

static void
plumb_answer_entry_show_value (PlumbAnswerControl *control, const PlumbValue *value)
{
  PlumbAnswerEntry *self = PLUMB_ANSWER_ENTRY (control);

  g_free (self->shown);
  self->shown = plumb_answer_format (plumb_answer_control_get_finding (control), value);
  if (!g_str_equal (get_text (self), self->shown))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  plumb_answer_entry_show_error (control, NULL);
}

static void
plumb_answer_entry_forget (PlumbAnswerControl *control)
{
  plumb_answer_entry_revert (PLUMB_ANSWER_ENTRY (control));
}

/**
 * plumb_answer_entry_commit:
 * @self: an entry
 *
 * Makes the answer of what is typed.
 *
 * Returns: %FALSE when it is no answer; the reason stands beneath the entry
 */
gboolean
plumb_answer_entry_commit (PlumbAnswerEntry *self)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);
  const PlumbFinding *finding = plumb_answer_control_get_finding (control);
  g_autoptr (GError) error = NULL;
  PlumbValue value;

  g_return_val_if_fail (PLUMB_IS_ANSWER_ENTRY (self), FALSE);

  if (g_str_equal (get_text (self), self->shown))
    {
      plumb_answer_entry_show_error (control, NULL);
      return TRUE;
    }
  if (!plumb_answer_parse (finding, get_text (self), &value, &error))
    {
      plumb_answer_entry_show_error (control, error->message);
      return FALSE;
    }
  if (!plumb_answer_control_answer (control, &value))
    return FALSE;
  /* Such as "09", which is the answer 9 that is there already. */
  if (!g_str_equal (get_text (self), self->shown))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);

  return TRUE;
}

/**
 * plumb_answer_entry_revert:
 * @self: an entry
 *
 * Takes back what is typed and no answer yet.
 *
 * Returns: whether there was anything of that kind
 */
gboolean
plumb_answer_entry_revert (PlumbAnswerEntry *self)
{
  g_return_val_if_fail (PLUMB_IS_ANSWER_ENTRY (self), FALSE);

  plumb_answer_entry_show_error (PLUMB_ANSWER_CONTROL (self), NULL);
  if (g_str_equal (get_text (self), self->shown))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);

  return TRUE;
}

/* The entry in which the cursor is, or NULL. */
PlumbAnswerEntry *
plumb_answer_entry_find (GtkWidget *focus)
{
  GtkWidget *ancestor;

  if (focus == NULL)
    return NULL;
  ancestor = gtk_widget_get_ancestor (focus, PLUMB_TYPE_ANSWER_ENTRY);

  return ancestor != NULL ? PLUMB_ANSWER_ENTRY (ancestor) : NULL;
}

/* Enter goes on to what comes next, as Tab does, unless the answer already led
 * elsewhere. */
static void
on_activate (PlumbAnswerEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_object_ref (self);
  if (plumb_answer_entry_commit (self) && root != NULL
      && plumb_answer_entry_find (gtk_root_get_focus (root)) == self)
    g_signal_emit_by_name (root, "move-focus", GTK_DIR_TAB_FORWARD);
  g_object_unref (self);
}

static void
on_leave (PlumbAnswerEntry *self)
{
  /* Nothing is committed by a card that is being taken down. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    plumb_answer_entry_commit (self);
}

static void
set_up_entry (PlumbAnswerEntry *self)
{
  PlumbAnswerControl *control = PLUMB_ANSWER_CONTROL (self);
  const PlumbFinding *finding = plumb_answer_control_get_finding (control);

  if (finding->type == PLUMB_FINDING_INTEGER)
    {
      gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_DIGITS);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 5);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 5);
    }
  else if (finding->type == PLUMB_FINDING_DATE)
    {
      /* Translators: how a day is typed; keep the order of year, month and day. */
      gtk_entry_set_placeholder_text (self->entry, _ ("YYYY-MM-DD"));
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 11);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 11);
    }
  else
    gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plumb_answer_control_get_title (control), -1);
}

static void
plumb_answer_entry_constructed (GObject *object)
{
  set_up_entry (PLUMB_ANSWER_ENTRY (object));

  G_OBJECT_CLASS (plumb_answer_entry_parent_class)->constructed (object);
}

static void
plumb_answer_entry_finalize (GObject *object)
{
  g_free (PLUMB_ANSWER_ENTRY (object)->shown);

  G_OBJECT_CLASS (plumb_answer_entry_parent_class)->finalize (object);
}

static gboolean
plumb_answer_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLUMB_ANSWER_ENTRY (widget)->entry));
}

static void
plumb_answer_entry_class_init (PlumbAnswerEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlumbAnswerControlClass *control_class = PLUMB_ANSWER_CONTROL_CLASS (klass);

  object_class->constructed = plumb_answer_entry_constructed;
  object_class->finalize = plumb_answer_entry_finalize;
  widget_class->grab_focus = plumb_answer_entry_grab_focus;
  control_class->show_value = plumb_answer_entry_show_value;
  control_class->show_error = plumb_answer_entry_show_error;
  control_class->forget = plumb_answer_entry_forget;

  gtk_widget_class_set_css_name (widget_class, "answerentry");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plumbline/Plumbline/ui/plumb-answer-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbAnswerEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, PlumbAnswerEntry, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
}

static void
plumb_answer_entry_init (PlumbAnswerEntry *self)
{
  self->shown = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
