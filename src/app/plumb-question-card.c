/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-question-card-private.h"

#include "plumb-answer.h"
#include "plumb-mnemonic.h"
#include "plumb-question-line.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlumbQuestionCard, plumb_question_card, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint done_signal;

static gboolean
has_keyboard (PlumbQuestionCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

const PlumbFinding *
plumb_question_card_get_finding (PlumbQuestionCard *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_CARD (self), NULL);

  return self->finding;
}

/**
 * plumb_question_card_set_finding:
 * @self: a card with a session
 * @finding: (nullable): what to ask about
 *
 * Shows everything that is asked together with a finding. The keyboard stays in
 * the card when it was there.
 */
void
plumb_question_card_set_finding (PlumbQuestionCard *self, const PlumbFinding *finding)
{
  gboolean had_focus;

  g_return_if_fail (PLUMB_IS_QUESTION_CARD (self));
  g_return_if_fail (finding == NULL || self->session != NULL);

  if (finding == self->finding && (finding == NULL || !plumb_question_card_is_stale (self)))
    return;
  if (finding != NULL && self->finding != NULL && plumb_question_card_contains (self, finding)
      && !plumb_question_card_is_stale (self))
    {
      self->finding = finding;
      return;
    }
  had_focus = has_keyboard (self);
  plumb_question_card_forget (self);
  self->finding = finding;
  if (finding == NULL)
    return;
  plumb_question_card_build (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What waits for the answer; NULL for nothing in particular. */
void
plumb_question_card_set_reason (PlumbQuestionCard *self, const char *reason)
{
  g_return_if_fail (PLUMB_IS_QUESTION_CARD (self));

  if (g_strcmp0 (gtk_label_get_text (self->reason), reason != NULL ? reason : "") == 0)
    return;
  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  plumb_question_card_update_name (self);
}

/**
 * plumb_question_card_dup_hint:
 * @self: a card
 *
 * Returns: (transfer full): one sentence on the keys that answer the card
 */
char *
plumb_question_card_dup_hint (PlumbQuestionCard *self)
{
  guint n_keys = 0;

  g_return_val_if_fail (PLUMB_IS_QUESTION_CARD (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    n_keys += plumb_question_line_get_n_keys (g_ptr_array_index (self->lines, i));
  if (self->lines->len > 0 && plumb_question_line_get_typed (g_ptr_array_index (self->lines, 0)))
    return g_strdup (_ ("Type the answer and press Enter."));
  if (gtk_widget_get_visible (GTK_WIDGET (self->none))
      && !plumb_answer_is_yes_no_list (self->findings))
    return g_strdup (_ ("Number keys say yes to a line or go to it, Alt+N answers the rest."));
  if (gtk_widget_get_visible (GTK_WIDGET (self->none)))
    return g_strdup (_ ("Number keys say yes to a line, Alt+N no to the rest."));

  /* Translators: the number keys that answer the question. */
  return g_strdup_printf (_ ("Press a number key from 1 to %u."), MIN (n_keys, 9));
}

/* Answering */

/* What is half typed is an answer before the others are given theirs. The answer may lead to
 * another card. */
static gboolean
commit_lines (PlumbQuestionCard *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  const PlumbFinding *finding = self->finding;

  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (lines, g_object_ref (g_ptr_array_index (self->lines, i)));
  for (guint i = 0; i < lines->len; i++)
    if (!plumb_question_line_commit (g_ptr_array_index (lines, i)) || self->finding == NULL
        || !plumb_question_card_contains (self, finding))
      return FALSE;

  return TRUE;
}

/* To what None of these cannot answer. */
static void
go_to_open_line (PlumbQuestionCard *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlumbQuestionLine *line = g_ptr_array_index (self->lines, i);

      if (!plumb_question_card_is_answered (self, plumb_question_line_get_finding (line)))
        {
          gtk_widget_child_focus (GTK_WIDGET (line), GTK_DIR_TAB_FORWARD);
          return;
        }
    }
}

static void
on_none (PlumbQuestionCard *self)
{
  const PlumbFinding *finding = self->finding;
  g_autoptr (GArray) normal = NULL;
  g_autoptr (GError) error = NULL;

  if (!commit_lines (self))
    return;
  normal = plumb_question_card_list_normal (self);
  if (normal->len > 0
      && !plumb_session_answer_many (self->session, (const PlumbAnswer *) (void *) normal->data,
                                     normal->len, &error))
    g_warning ("None of these: %s", error->message);
  if (self->finding == finding)
    go_to_open_line (self);
}

/**
 * plumb_question_card_press_digit:
 * @self: a card
 * @digit: a number key, 0 to 9; 0 stands for the tenth
 *
 * Returns: whether the key answered anything
 */
gboolean
plumb_question_card_press_digit (PlumbQuestionCard *self, guint digit)
{
  guint position = digit == 0 ? 9 : digit - 1;

  g_return_val_if_fail (PLUMB_IS_QUESTION_CARD (self), FALSE);
  g_return_val_if_fail (digit < 10, FALSE);

  for (guint i = 0; i < self->lines->len; i++)
    {
      PlumbQuestionLine *line = g_ptr_array_index (self->lines, i);
      guint n_keys = plumb_question_line_get_n_keys (line);

      if (position < n_keys)
        {
          plumb_question_line_press (line, position);
          return TRUE;
        }
      position -= n_keys;
    }

  return FALSE;
}

/**
 * plumb_question_card_skip:
 * @self: a card
 *
 * Leaves open whatever on the card is not answered; it will be asked last.
 */
void
plumb_question_card_skip (PlumbQuestionCard *self)
{
  g_autoptr (GPtrArray) open = NULL;

  g_return_if_fail (PLUMB_IS_QUESTION_CARD (self));

  /* Skipping may put another question on the card. */
  open = g_ptr_array_new ();
  for (guint i = 0; i < self->findings->len; i++)
    if (!plumb_question_card_is_answered (self, g_ptr_array_index (self->findings, i)))
      g_ptr_array_add (open, g_ptr_array_index (self->findings, i));
  plumb_session_skip_many (self->session, open);
  g_signal_emit (self, done_signal, 0);
}

static void
on_evaluation (PlumbQuestionCard *self)
{
  if (self->finding == NULL)
    return;
  plumb_question_card_update_buttons (self);
  if (plumb_question_card_is_complete (self))
    g_signal_emit (self, done_signal, 0);
}

/* The widget */

/* A new question does not lie under Enter: only where something is typed does
 * the cursor go in, else the card itself takes the keyboard. */
static gboolean
plumb_question_card_grab_focus (GtkWidget *widget)
{
  PlumbQuestionCard *self = PLUMB_QUESTION_CARD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  PlumbQuestionLine *first = self->lines->len > 0 ? g_ptr_array_index (self->lines, 0) : NULL;

  if (root == NULL)
    return FALSE;
  if (first != NULL && plumb_question_line_get_typed (first))
    return gtk_widget_grab_focus (GTK_WIDGET (first));
  gtk_root_set_focus (root, widget);

  return TRUE;
}

static void
plumb_question_card_dispose (GObject *object)
{
  plumb_question_card_set_session (PLUMB_QUESTION_CARD (object), NULL);

  G_OBJECT_CLASS (plumb_question_card_parent_class)->dispose (object);
}

static void
plumb_question_card_finalize (GObject *object)
{
  PlumbQuestionCard *self = PLUMB_QUESTION_CARD (object);

  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (plumb_question_card_parent_class)->finalize (object);
}

static void
plumb_question_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, PLUMB_QUESTION_CARD (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_question_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    plumb_question_card_set_session (PLUMB_QUESTION_CARD (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-question-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionCard, title);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionCard, reason);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionCard, prompt);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionCard, explain);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionCard, lines_box);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionCard, none);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionCard, copyright);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionCard, skip);
  gtk_widget_class_bind_template_callback (widget_class, plumb_question_card_update_help);
  gtk_widget_class_bind_template_callback (widget_class, on_none);
  gtk_widget_class_bind_template_callback (widget_class, plumb_question_card_skip);
}

static void
plumb_question_card_class_init (PlumbQuestionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plumb_question_card_dispose;
  object_class->finalize = plumb_question_card_finalize;
  object_class->get_property = plumb_question_card_get_property;
  object_class->set_property = plumb_question_card_set_property;
  widget_class->grab_focus = plumb_question_card_grab_focus;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, PLUMB_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "questioncard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
plumb_question_card_init (PlumbQuestionCard *self)
{
  self->findings = g_ptr_array_new ();
  self->lines = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  plumb_mnemonic_name_button (self->none);
  plumb_mnemonic_name_button (self->skip);
}

/**
 * plumb_question_card_new:
 * @session: (nullable): a session
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
plumb_question_card_new (PlumbSession *session)
{
  return g_object_new (PLUMB_TYPE_QUESTION_CARD, "session", session, NULL);
}

void
plumb_question_card_set_session (PlumbQuestionCard *self, PlumbSession *session)
{
  g_return_if_fail (PLUMB_IS_QUESTION_CARD (self));

  if (session == self->session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      plumb_question_card_set_finding (self, NULL);
    }
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (on_evaluation), self,
                             G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
