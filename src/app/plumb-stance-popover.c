/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-stance-popover.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

/* From here on it is worth knowing how much room is left. */
#define MANY_WORDS (PLUMB_STANCE_MAX_WORDS * 4 / 5)

struct _PlumbStancePopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkToggleButton *decline;
  GtkToggleButton *change;
  GtkBox *parts;
  GtkWidget *reason_part;
  GtkLabel *reason_title;
  GtkBox *reasons;
  GtkWidget *words_part;
  GtkLabel *words_title;
  GtkLabel *length;
  GtkEntry *words;
  GtkLabel *error;
  GtkWidget *take_back;
  GtkWidget *record;

  PlumbSession *session;
  const PlumbRecommendation *recommendation;
  GPtrArray *buttons; /* GtkCheckButton, one a reason of the pathway */
};

G_DEFINE_FINAL_TYPE (PlumbStancePopover, plumb_stance_popover, GTK_TYPE_POPOVER)

static void
show_error (PlumbStancePopover *self, const GError *error)
{
  gboolean wrong_words = g_error_matches (error, PLUMB_STANCE_ERROR, PLUMB_STANCE_ERROR_WORDS);

  gtk_label_set_text (self->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  if (wrong_words)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_STATE_INVALID,
      wrong_words ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Reasons */

static GtkCheckButton *
get_button (PlumbStancePopover *self, guint i)
{
  return g_ptr_array_index (self->buttons, i);
}

static const PlumbDepartureReason *
get_reason (PlumbStancePopover *self)
{
  GPtrArray *reasons
      = plumb_pathway_get_departure_reasons (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (get_button (self, i)))
      return g_ptr_array_index (reasons, i);

  return NULL;
}

static void
set_reason (PlumbStancePopover *self, const PlumbDepartureReason *reason)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (get_button (self, i), reason != NULL && reason->index == i);
}

static void
on_reason (PlumbStancePopover *self)
{
  show_error (self, NULL);
}

static GtkWidget *
create_reason_child (const char *text, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *digit = g_strdup_printf ("%u", number);
  GtkWidget *key = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, "label", digit, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (key, GTK_ALIGN_START);
  gtk_widget_set_visible (key, number <= 9);
  gtk_widget_add_css_class (key, "key");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), key);

  return box;
}

static void
add_reason (PlumbStancePopover *self, const PlumbDepartureReason *reason)
{
  const char *text = plumb_text_get (reason->text, plumb_app_language ());
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button),
                              create_reason_child (text, reason->index + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), get_button (self, 0));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_reason), self);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (self->reasons, button);
}

static void
add_reasons (PlumbStancePopover *self)
{
  GPtrArray *reasons
      = plumb_pathway_get_departure_reasons (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < reasons->len; i++)
    add_reason (self, g_ptr_array_index (reasons, i));
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), reasons->len > 0);
}

/* Decline or change */

static const char *
get_reason_title (PlumbStancePopover *self, gboolean changed)
{
  if (changed)
    return _ ("Why, if you want to say it");
  if (plumb_stance_needs_reason (self->recommendation))
    return _ ("Why? Advice after a red flag can be declined only with a reason.");

  return _ ("Why, if you want to say it");
}

/* What has to be said comes first: why an advice is declined, how it is changed. */
static void
show_kind (PlumbStancePopover *self)
{
  gboolean changed = gtk_toggle_button_get_active (self->change);
  const char *words = changed ? _ ("What is done instead") : _ ("In your own words");

  gtk_label_set_text (self->reason_title, get_reason_title (self, changed));
  gtk_label_set_text (self->words_title, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_box_reorder_child_after (self->parts, changed ? self->reason_part : self->words_part,
                               changed ? self->words_part : self->reason_part);
  show_error (self, NULL);
}

/* Somebody who changes it has to write. */
static void
on_change (PlumbStancePopover *self)
{
  show_kind (self);
  if (gtk_toggle_button_get_active (self->change) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
on_words (PlumbStancePopover *self)
{
  glong n = g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (self->words)), -1);
  /* Translators: how many characters are typed, and how many there may be. */
  g_autofree char *text = g_strdup_printf (_ ("%ld of %d"), n, PLUMB_STANCE_MAX_WORDS);

  gtk_label_set_text (self->length, text);
  gtk_widget_set_visible (GTK_WIDGET (self->length), n >= MANY_WORDS);
  show_error (self, NULL);
}

static void
on_record (PlumbStancePopover *self)
{
  PlumbStance stance = { PLUMB_STANCE_DECLINED, get_reason (self),
                         (char *) gtk_editable_get_text (GTK_EDITABLE (self->words)), FALSE };
  g_autoptr (GError) error = NULL;

  if (gtk_toggle_button_get_active (self->change))
    stance.kind = PLUMB_STANCE_CHANGED;
  if (plumb_session_set_stance (self->session, self->recommendation, &stance, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  show_error (self, error);
  if (g_error_matches (error, PLUMB_STANCE_ERROR, PLUMB_STANCE_ERROR_WORDS))
    gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
on_take_back (PlumbStancePopover *self)
{
  plumb_session_set_stance (self->session, self->recommendation, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Keys: a number chooses a reason, as it does on a card of questions, and Enter upon a
 * reason records it. What is typed into the entry stays there. */

static gboolean
choose_by_number (PlumbStancePopover *self, guint key)
{
  int number = key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9
                   ? (int) (key - GDK_KEY_KP_0)
                   : g_unichar_digit_value (gdk_keyval_to_unicode (key));
  GtkCheckButton *button;

  if (number < 1 || (guint) number > self->buttons->len)
    return GDK_EVENT_PROPAGATE;
  button = get_button (self, (guint) number - 1);
  gtk_check_button_set_active (button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (button));

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (PlumbStancePopover *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || focus == NULL
      || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->words)))
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Return && key != GDK_KEY_ISO_Enter && key != GDK_KEY_KP_Enter)
    return choose_by_number (self, key);
  if (!GTK_IS_CHECK_BUTTON (focus))
    return GDK_EVENT_PROPAGATE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (focus), TRUE);
  on_record (self);

  return GDK_EVENT_STOP;
}

/* As it is recorded, whatever was typed the last time and never recorded. */
static void
on_show (PlumbStancePopover *self)
{
  const PlumbStance *stance = plumb_session_get_stance (self->session, self->recommendation);
  gboolean changed = stance->kind == PLUMB_STANCE_CHANGED;

  gtk_toggle_button_set_active (changed ? self->change : self->decline, TRUE);
  set_reason (self, stance->reason);
  gtk_editable_set_text (GTK_EDITABLE (self->words), stance->words != NULL ? stance->words : "");
  gtk_widget_set_visible (self->take_back, stance->kind != PLUMB_STANCE_NONE);
  show_kind (self);
  gtk_widget_grab_focus (changed ? GTK_WIDGET (self->words) : GTK_WIDGET (self->decline));
}

/* The object */

static void
plumb_stance_popover_dispose (GObject *object)
{
  g_clear_object (&PLUMB_STANCE_POPOVER (object)->session);

  G_OBJECT_CLASS (plumb_stance_popover_parent_class)->dispose (object);
}

static void
plumb_stance_popover_finalize (GObject *object)
{
  g_ptr_array_unref (PLUMB_STANCE_POPOVER (object)->buttons);

  G_OBJECT_CLASS (plumb_stance_popover_parent_class)->finalize (object);
}

static void
plumb_stance_popover_class_init (PlumbStancePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plumb_stance_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = plumb_stance_popover_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-stance-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, decline);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, change);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, parts);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, reason_part);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, reason_title);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, reasons);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, words_part);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, words_title);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, length);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, words);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, error);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, take_back);
  gtk_widget_class_bind_template_child (widget_class, PlumbStancePopover, record);
  gtk_widget_class_bind_template_callback (widget_class, on_change);
  gtk_widget_class_bind_template_callback (widget_class, on_words);
  gtk_widget_class_bind_template_callback (widget_class, on_record);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
plumb_stance_popover_init (PlumbStancePopover *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plumb_stance_popover_new:
 * @session: a session
 * @recommendation: an advice
 *
 * Returns: (transfer floating): a popover that declines or changes @recommendation
 */
GtkWidget *
plumb_stance_popover_new (PlumbSession *session, const PlumbRecommendation *recommendation)
{
  PlumbStancePopover *self;

  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (recommendation != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_STANCE_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->recommendation = recommendation;
  gtk_label_set_text (self->title, plumb_text_get (recommendation->title, plumb_app_language ()));
  add_reasons (self);
  show_kind (self);

  return GTK_WIDGET (self);
}
