/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-question-panel.h"

#include "plumb-language.h"

#include <glib/gi18n.h>

struct _PlumbQuestionPanel
{
  AdwBin parent_instance;

  GtkBox *warnings;
  PlumbQuestionCard *card;
  GtkBox *nothing;
  GtkLabel *nothing_text;
  GtkButton *ask_skipped_button;

  PlumbSession *session;
  PlumbEvaluation *seen; /* the evaluation for which the card was chosen */
  gboolean opening;      /* the card of the visit is being filled in */
  gboolean ask_skipped;
  char *hint;
};

G_DEFINE_FINAL_TYPE (PlumbQuestionPanel, plumb_question_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Choosing */

static gboolean
changed_elsewhere (PlumbQuestionPanel *self, PlumbEvaluation *evaluation)
{
  GPtrArray *findings = plumb_pathway_get_findings (plumb_session_get_pathway (self->session));

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);

      if (!plumb_value_equal (plumb_evaluation_get_answer (self->seen, finding),
                              plumb_evaluation_get_answer (evaluation, finding))
          && !plumb_question_card_contains (self->card, finding))
        return TRUE;
    }

  return FALSE;
}

/* A card that is being answered stays until it is done with. */
static gboolean
stays (PlumbQuestionPanel *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);

  if (self->seen == NULL || plumb_question_card_get_finding (self->card) == NULL
      || changed_elsewhere (self, evaluation))
    return FALSE;

  return plumb_question_card_is_waiting (self->card);
}

/* A consultation begins with who comes and since when, before any box asks. */
static const PlumbFinding *
choose_opening (PlumbQuestionPanel *self)
{
  const PlumbFinding *age
      = plumb_pathway_get_role (plumb_session_get_pathway (self->session), PLUMB_ROLE_AGE);

  if (!self->opening || age == NULL)
    return NULL;
  if (plumb_question_card_get_finding (self->card) == age
      && plumb_question_card_is_complete (self->card))
    return NULL;

  return age;
}

static const PlumbFinding *
choose (PlumbQuestionPanel *self)
{
  const PlumbFinding *finding = choose_opening (self);
  g_autoptr (GPtrArray) questions = NULL;

  self->opening = finding != NULL;
  if (finding != NULL)
    return finding;
  if (stays (self))
    return plumb_question_card_get_finding (self->card);

  questions = plumb_session_list_questions (self->session);
  if (questions->len == 0)
    return NULL;
  finding = g_ptr_array_index (questions, 0);

  return plumb_session_get_skipped (self->session, finding) && !self->ask_skipped ? NULL : finding;
}

/* Showing */

static void
set_hint (PlumbQuestionPanel *self, char *hint)
{
  g_autofree char *old = self->hint;

  self->hint = hint;
  if (g_strcmp0 (old, hint) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

static void
show_reason (PlumbQuestionPanel *self, const PlumbFinding *finding)
{
  const PlumbNode *node = plumb_session_find_waiting (self->session, finding);
  g_autofree char *reason = NULL;

  if (node != NULL && !self->opening)
    /* Translators: the number and the text of the box of the chart that waits for an answer. */
    reason = g_strdup_printf (_ ("Box %u: %s"), node->number,
                              plumb_text_get (node->text, plumb_app_language ()));
  plumb_question_card_set_reason (self->card, reason);
}

static void
show_nothing (PlumbQuestionPanel *self)
{
  g_autoptr (GPtrArray) skipped = plumb_session_list_questions (self->session);
  g_autofree char *text = NULL;

  if (skipped->len > 0)
    text = g_strdup_printf (
        ngettext ("%u question was left open.", "%u questions were left open.", skipped->len),
        skipped->len);
  else
    text = g_strdup (_ ("No box waits for an answer. Any finding can still be changed below."));
  gtk_label_set_text (self->nothing_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_skipped_button), skipped->len > 0);
}

static void
show_warnings (PlumbQuestionPanel *self)
{
  PlumbEvaluation *evaluation = plumb_session_get_evaluation (self->session);
  g_autoptr (GPtrArray) warnings = plumb_evaluation_list_warnings (evaluation);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->warnings))) != NULL)
    gtk_box_remove (self->warnings, child);
  for (guint i = 0; i < warnings->len; i++)
    {
      const PlumbWarning *warning = g_ptr_array_index (warnings, i);
      GtkWidget *label = gtk_label_new (plumb_text_get (warning->text, plumb_app_language ()));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "check");
      gtk_box_append (self->warnings, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), warnings->len > 0);
}

static void
ask (PlumbQuestionPanel *self)
{
  const PlumbFinding *finding = choose (self);

  plumb_question_card_set_finding (self->card, finding);
  gtk_widget_set_visible (GTK_WIDGET (self->card), finding != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), finding == NULL);
  if (finding != NULL)
    show_reason (self, finding);
  else
    show_nothing (self);
  set_hint (self, finding != NULL ? plumb_question_card_dup_hint (self->card) : NULL);
  g_clear_pointer (&self->seen, plumb_evaluation_unref);
  self->seen = plumb_evaluation_ref (plumb_session_get_evaluation (self->session));
}

static void
on_evaluation (PlumbQuestionPanel *self)
{
  show_warnings (self);
  ask (self);
}

/* Moved by hand, to another stage or box: the question follows. */
static void
on_focus_node (PlumbQuestionPanel *self)
{
  if (self->seen != plumb_session_get_evaluation (self->session) || self->opening)
    return;
  g_clear_pointer (&self->seen, plumb_evaluation_unref);
  ask (self);
}

static void
on_skipped (PlumbQuestionPanel *self)
{
  self->opening = FALSE;
  self->ask_skipped = FALSE;
  ask (self);
}

static void
on_ask_skipped (PlumbQuestionPanel *self)
{
  self->ask_skipped = TRUE;
  ask (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

static void
begin (PlumbQuestionPanel *self)
{
  PlumbConsultation *consultation = plumb_session_get_consultation (self->session);

  self->opening = plumb_consultation_count_answers (consultation) == 0;
  self->ask_skipped = FALSE;
  g_clear_pointer (&self->seen, plumb_evaluation_unref);
  plumb_question_card_set_finding (self->card, NULL);
  on_evaluation (self);
}

/* The widget */

static gboolean
plumb_question_panel_grab_focus (GtkWidget *widget)
{
  PlumbQuestionPanel *self = PLUMB_QUESTION_PANEL (widget);

  return gtk_widget_get_visible (GTK_WIDGET (self->card))
         && gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

static void
plumb_question_panel_dispose (GObject *object)
{
  PlumbQuestionPanel *self = PLUMB_QUESTION_PANEL (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->seen, plumb_evaluation_unref);

  G_OBJECT_CLASS (plumb_question_panel_parent_class)->dispose (object);
}

static void
plumb_question_panel_finalize (GObject *object)
{
  g_free (PLUMB_QUESTION_PANEL (object)->hint);

  G_OBJECT_CLASS (plumb_question_panel_parent_class)->finalize (object);
}

static void
plumb_question_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlumbQuestionPanel *self = PLUMB_QUESTION_PANEL (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plumb_question_panel_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    plumb_question_panel_set_session (PLUMB_QUESTION_PANEL (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plumb_question_panel_class_init (PlumbQuestionPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plumb_question_panel_dispose;
  object_class->finalize = plumb_question_panel_finalize;
  object_class->get_property = plumb_question_panel_get_property;
  object_class->set_property = plumb_question_panel_set_property;
  widget_class->grab_focus = plumb_question_panel_grab_focus;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, PLUMB_TYPE_SESSION, read | G_PARAM_WRITABLE);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLUMB_TYPE_QUESTION_CARD);
  gtk_widget_class_set_css_name (widget_class, "questionpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/plumbline/Plumbline/ui/plumb-question-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionPanel, warnings);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionPanel, card);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionPanel, nothing);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionPanel, nothing_text);
  gtk_widget_class_bind_template_child (widget_class, PlumbQuestionPanel, ask_skipped_button);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_skipped);
}

static void
plumb_question_panel_init (PlumbQuestionPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlumbQuestionCard *
plumb_question_panel_get_card (PlumbQuestionPanel *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_PANEL (self), NULL);

  return self->card;
}

/**
 * plumb_question_panel_get_hint:
 * @self: a panel
 *
 * Returns: (nullable): one sentence on the keys that answer the question
 */
const char *
plumb_question_panel_get_hint (PlumbQuestionPanel *self)
{
  g_return_val_if_fail (PLUMB_IS_QUESTION_PANEL (self), NULL);

  return self->hint;
}

void
plumb_question_panel_set_session (PlumbQuestionPanel *self, PlumbSession *session)
{
  g_return_if_fail (PLUMB_IS_QUESTION_PANEL (self));

  if (session == self->session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  plumb_question_card_set_session (self->card, session);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::evaluation", G_CALLBACK (on_evaluation), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::focus-node", G_CALLBACK (on_focus_node), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "skipped", G_CALLBACK (on_skipped), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "reset", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
      begin (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
