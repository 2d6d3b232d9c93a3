/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-answer-control.h"

#include "plumb-answer-choice.h"
#include "plumb-answer-entry.h"
#include "plumb-answer-toggles.h"
#include "plumb-answer.h"
#include "plumb-language.h"

typedef struct
{
  PlumbSession *session;
  const PlumbFinding *finding;
  gboolean as_line;
  PlumbEvaluation *shown; /* from which the answer is that is shown; keeps its text alive */
} PlumbAnswerControlPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlumbAnswerControl, plumb_answer_control, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_FINDING,
  PROP_AS_LINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static PlumbAnswerControlPrivate *
get_private (PlumbAnswerControl *self)
{
  return plumb_answer_control_get_instance_private (self);
}

static const PlumbValue *
get_value (PlumbAnswerControlPrivate *private)
{
  return plumb_evaluation_get_answer (private->shown, private->finding);
}

static void
update (PlumbAnswerControl *self)
{
  PlumbAnswerControlPrivate *private = get_private (self);
  g_autoptr (PlumbEvaluation) before = g_steal_pointer (&private->shown);

  private->shown = plumb_evaluation_ref (plumb_session_get_evaluation (private->session));
  if (before == NULL
      || !plumb_value_equal (get_value (private),
                             plumb_evaluation_get_answer (before, private->finding)))
    PLUMB_ANSWER_CONTROL_GET_CLASS (self)->show_value (self, get_value (private));
}

static void
on_reset (PlumbAnswerControl *self)
{
  if (PLUMB_ANSWER_CONTROL_GET_CLASS (self)->forget != NULL)
    PLUMB_ANSWER_CONTROL_GET_CLASS (self)->forget (self);
}

static void
plumb_answer_control_constructed (GObject *object)
{
  PlumbAnswerControl *self = PLUMB_ANSWER_CONTROL (object);
  PlumbAnswerControlPrivate *private = get_private (self);

  G_OBJECT_CLASS (plumb_answer_control_parent_class)->constructed (object);

  g_signal_connect_object (private->session, "notify::evaluation", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (private->session, "reset", G_CALLBACK (on_reset), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
plumb_answer_control_dispose (GObject *object)
{
  PlumbAnswerControlPrivate *private = get_private (PLUMB_ANSWER_CONTROL (object));

  if (private->session != NULL)
    g_signal_handlers_disconnect_by_data (private->session, object);
  g_clear_object (&private->session);
  g_clear_pointer (&private->shown, plumb_evaluation_unref);

  G_OBJECT_CLASS (plumb_answer_control_parent_class)->dispose (object);
}

static void
plumb_answer_control_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  PlumbAnswerControlPrivate *private = get_private (PLUMB_ANSWER_CONTROL (object));

  switch (id)
    {
    case PROP_SESSION:
      private
      ->session = g_value_dup_object (value);
      break;
    case PROP_FINDING:
      private
      ->finding = g_value_get_pointer (value);
      break;
    case PROP_AS_LINE:
      private
      ->as_line = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plumb_answer_control_class_init (PlumbAnswerControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  object_class->constructed = plumb_answer_control_constructed;
  object_class->dispose = plumb_answer_control_dispose;
  object_class->set_property = plumb_answer_control_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, PLUMB_TYPE_SESSION, flags);
  properties[PROP_FINDING] = g_param_spec_pointer ("finding", NULL, NULL, flags);
  properties[PROP_AS_LINE] = g_param_spec_boolean ("as-line", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_answer_control_init (PlumbAnswerControl *self)
{
}

static GType
choose_type (const PlumbFinding *finding)
{
  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return PLUMB_TYPE_ANSWER_TOGGLES;
    case PLUMB_FINDING_CHOICE:
      return PLUMB_TYPE_ANSWER_CHOICE;
    case PLUMB_FINDING_INTEGER:
    case PLUMB_FINDING_DATE:
    case PLUMB_FINDING_STRING:
    default:
      return PLUMB_TYPE_ANSWER_ENTRY;
    }
}

/**
 * plumb_answer_control_new:
 * @session: a session
 * @finding: a finding of its pathway
 * @as_line: whether it stands beside plumb_answer_get_line(), where yes is always
 *   the remarkable answer
 *
 * Returns: (transfer floating): the kind of control that fits the finding
 */
PlumbAnswerControl *
plumb_answer_control_new (PlumbSession *session, const PlumbFinding *finding, gboolean as_line)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (session), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  return g_object_new (choose_type (finding), "session", session, "finding", finding, "as-line",
                       as_line, NULL);
}

PlumbSession *
plumb_answer_control_get_session (PlumbAnswerControl *self)
{
  g_return_val_if_fail (PLUMB_IS_ANSWER_CONTROL (self), NULL);

  return get_private (self)->session;
}

const PlumbFinding *
plumb_answer_control_get_finding (PlumbAnswerControl *self)
{
  g_return_val_if_fail (PLUMB_IS_ANSWER_CONTROL (self), NULL);

  return get_private (self)->finding;
}

gboolean
plumb_answer_control_get_as_line (PlumbAnswerControl *self)
{
  g_return_val_if_fail (PLUMB_IS_ANSWER_CONTROL (self), FALSE);

  return get_private (self)->as_line;
}

/* The answer that is shown. */
const PlumbValue *
plumb_answer_control_get_value (PlumbAnswerControl *self)
{
  g_return_val_if_fail (PLUMB_IS_ANSWER_CONTROL (self), NULL);

  return get_value (get_private (self));
}

/* What stands beside the control, for its accessible name. */
const char *
plumb_answer_control_get_title (PlumbAnswerControl *self)
{
  PlumbAnswerControlPrivate *private = get_private (self);
  const PlumbText *text;

  g_return_val_if_fail (PLUMB_IS_ANSWER_CONTROL (self), NULL);

  text = private->as_line ? plumb_answer_get_line (private->finding) : private->finding->label;
  return plumb_text_get (text, plumb_app_language ());
}

/**
 * plumb_answer_control_answer:
 * @self: a control
 * @value: the answer that it was given
 *
 * Hands an answer on to the session and shows what the session says of it. May
 * lead to @self being removed from its window.
 *
 * Returns: whether the answer stands
 */
gboolean
plumb_answer_control_answer (PlumbAnswerControl *self, const PlumbValue *value)
{
  PlumbAnswerControlPrivate *private = get_private (self);
  PlumbAnswerControlClass *klass;
  g_autoptr (GError) error = NULL;
  gboolean taken;

  g_return_val_if_fail (PLUMB_IS_ANSWER_CONTROL (self), FALSE);

  g_object_ref (self);
  klass = PLUMB_ANSWER_CONTROL_GET_CLASS (self);
  taken = plumb_session_answer (private->session, private->finding, value, &error);
  if (klass->show_error != NULL)
    klass->show_error (self, taken ? NULL : error->message);
  g_object_unref (self);

  return taken;
}
