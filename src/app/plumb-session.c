/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-session-private.h"

G_DEFINE_FINAL_TYPE (PlumbSession, plumb_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_EVALUATION,
  PROP_STAGE,
  PROP_FOCUS_NODE,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_TRIAL,
  N_PROPS
};

enum
{
  RESET,
  SKIPPED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* After an answer */

static void
replace_evaluation (PlumbSession *self)
{
  /* What was tried was tried on other answers. */
  if (plumb_session_forget_trial (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRIAL]);
  g_clear_pointer (&self->evaluation, plumb_evaluation_unref);
  self->evaluation = plumb_evaluation_new_for_consultation (self->consultation);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVALUATION]);
}

/* Panels hear of the evaluation and of the move together, when both are true. What is
 * done with an advice leads nowhere. */
static void
on_changed (PlumbSession *self)
{
  g_autoptr (PlumbStances) before
      = plumb_stances_ref (plumb_evaluation_get_stances (self->evaluation));

  g_object_freeze_notify (G_OBJECT (self));
  replace_evaluation (self);
  if (plumb_stances_equal (before, plumb_evaluation_get_stances (self->evaluation)))
    plumb_session_follow (self);
  plumb_session_update_modified (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
on_can_undo_changed (PlumbSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

static void
on_can_redo_changed (PlumbSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static void
watch_consultation (PlumbSession *self)
{
  g_signal_connect_object (self->consultation, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->consultation, "notify::can-undo", G_CALLBACK (on_can_undo_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->consultation, "notify::can-redo", G_CALLBACK (on_can_redo_changed),
                           self, G_CONNECT_SWAPPED);
}

/* Another consultation, from its first box on. Takes it over. */
void
plumb_session_take_consultation (PlumbSession *self, PlumbConsultation *consultation, GFile *file)
{
  GPtrArray *stages = plumb_pathway_get_stages (self->pathway);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->consultation != NULL)
    g_signal_handlers_disconnect_by_data (self->consultation, self);
  g_clear_object (&self->consultation);
  self->consultation = consultation;
  watch_consultation (self);
  g_hash_table_remove_all (self->skipped);
  replace_evaluation (self);
  self->focus_node = NULL;
  self->stage = stages->len > 0 ? g_ptr_array_index (stages, 0) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
  plumb_session_go_to_current (self);
  plumb_session_remember_saved (self);
  plumb_session_set_file (self, file);
  on_can_undo_changed (self);
  on_can_redo_changed (self);
  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit (self, signals[RESET], 0);
}

/* Undo and redo go where the answer changed, so that it can be given anew. */

static const PlumbFinding *
find_difference (PlumbSession *self, const PlumbValue *before)
{
  const PlumbValue *after = plumb_consultation_get_answers (self->consultation);
  GPtrArray *findings = plumb_pathway_get_findings (self->pathway);

  for (guint i = 0; i < findings->len; i++)
    if (!plumb_value_equal (&before[i], &after[i]))
      return g_ptr_array_index (findings, i);

  return NULL;
}

static void
step (PlumbSession *self, void (*move) (PlumbConsultation *))
{
  const PlumbValue *answers = plumb_consultation_get_answers (self->consultation);
  guint n_findings = plumb_pathway_get_findings (self->pathway)->len;
  g_autofree PlumbValue *before = g_memdup2 (answers, sizeof *answers * n_findings);
  const PlumbFinding *finding;
  const PlumbNode *node;

  g_object_freeze_notify (G_OBJECT (self));
  move (self->consultation);
  finding = find_difference (self, before);
  if (finding != NULL)
    {
      g_hash_table_remove (self->skipped, finding);
      node = plumb_session_find_waiting (self, finding);
      if (node != NULL)
        plumb_session_set_focus_node (self, node);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/* The object */

static void
plumb_session_dispose (GObject *object)
{
  PlumbSession *self = PLUMB_SESSION (object);

  if (self->consultation != NULL)
    g_signal_handlers_disconnect_by_data (self->consultation, self);
  g_clear_object (&self->consultation);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (plumb_session_parent_class)->dispose (object);
}

static void
plumb_session_finalize (GObject *object)
{
  PlumbSession *self = PLUMB_SESSION (object);

  plumb_session_forget_trial (self);
  g_clear_pointer (&self->evaluation, plumb_evaluation_unref);
  g_clear_pointer (&self->pathway, plumb_pathway_unref);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  g_clear_pointer (&self->saved_marks, plumb_body_marks_unref);
  g_clear_pointer (&self->saved_stances, plumb_stances_unref);
  g_free (self->saved);

  G_OBJECT_CLASS (plumb_session_parent_class)->finalize (object);
}

static void
plumb_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlumbSession *self = PLUMB_SESSION (object);

  switch (id)
    {
    case PROP_EVALUATION:
      g_value_set_boxed (value, self->evaluation);
      break;
    case PROP_STAGE:
      g_value_set_pointer (value, (gpointer) self->stage);
      break;
    case PROP_FOCUS_NODE:
      g_value_set_pointer (value, (gpointer) self->focus_node);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, plumb_consultation_get_can_undo (self->consultation));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, plumb_consultation_get_can_redo (self->consultation));
      break;
    case PROP_TRIAL:
      g_value_set_pointer (value, self->trial);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plumb_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlumbSession *self = PLUMB_SESSION (object);

  switch (id)
    {
    case PROP_STAGE:
      plumb_session_set_stage (self, g_value_get_pointer (value));
      break;
    case PROP_FOCUS_NODE:
      plumb_session_set_focus_node (self, g_value_get_pointer (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags both = read | G_PARAM_WRITABLE;

  properties[PROP_EVALUATION]
      = g_param_spec_boxed ("evaluation", NULL, NULL, PLUMB_TYPE_EVALUATION, read);
  properties[PROP_STAGE] = g_param_spec_pointer ("stage", NULL, NULL, both);
  properties[PROP_FOCUS_NODE] = g_param_spec_pointer ("focus-node", NULL, NULL, both);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, read);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, read);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, read);
  properties[PROP_TRIAL] = g_param_spec_pointer ("trial", NULL, NULL, read);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plumb_session_class_init (PlumbSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plumb_session_dispose;
  object_class->finalize = plumb_session_finalize;
  object_class->get_property = plumb_session_get_property;
  object_class->set_property = plumb_session_set_property;
  install_properties (object_class);

  signals[RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[SKIPPED] = g_signal_new ("skipped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plumb_session_init (PlumbSession *self)
{
  self->skipped = g_hash_table_new (NULL, NULL);
}

/**
 * plumb_session_new:
 * @pathway: the pathway to walk through
 *
 * Returns: (transfer full): a session with an empty consultation
 */
PlumbSession *
plumb_session_new (PlumbPathway *pathway)
{
  PlumbSession *self;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_SESSION, NULL);
  self->pathway = plumb_pathway_ref (pathway);
  plumb_session_take_consultation (self, plumb_consultation_new (pathway), NULL);

  return self;
}

PlumbPathway *
plumb_session_get_pathway (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->pathway;
}

PlumbConsultation *
plumb_session_get_consultation (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->consultation;
}

/**
 * plumb_session_get_evaluation:
 * @self: a session
 *
 * Returns: (transfer none): what the pathway says now; replaced by every answer
 */
PlumbEvaluation *
plumb_session_get_evaluation (PlumbSession *self)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), NULL);

  return self->evaluation;
}

/**
 * plumb_session_answer:
 * @self: a session
 * @finding: what is answered
 * @value: the answer; null takes it back
 * @error: return location for an error of #PLUMB_CONSULTATION_ERROR
 *
 * Answers one finding, as one undo step.
 *
 * Returns: %FALSE on error, and nothing has changed
 */
gboolean
plumb_session_answer (PlumbSession *self,
                      const PlumbFinding *finding,
                      const PlumbValue *value,
                      GError **error)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);

  return plumb_consultation_answer (self->consultation, finding, value, error);
}

/**
 * plumb_session_answer_many:
 * @self: a session
 * @answers: (array length=n_answers): answers
 * @n_answers: how many
 * @error: return location for an error of #PLUMB_CONSULTATION_ERROR
 *
 * Gives several answers, as one undo step.
 *
 * Returns: %FALSE on error, and nothing has changed
 */
gboolean
plumb_session_answer_many (PlumbSession *self,
                           const PlumbAnswer *answers,
                           gsize n_answers,
                           GError **error)
{
  g_return_val_if_fail (PLUMB_IS_SESSION (self), FALSE);

  return plumb_consultation_answer_many (self->consultation, answers, n_answers, error);
}

void
plumb_session_set_marks (PlumbSession *self, PlumbBodyMarks *marks)
{
  g_return_if_fail (PLUMB_IS_SESSION (self));

  plumb_consultation_set_marks (self->consultation, marks);
}

void
plumb_session_undo (PlumbSession *self)
{
  g_return_if_fail (PLUMB_IS_SESSION (self));

  step (self, plumb_consultation_undo);
}

void
plumb_session_redo (PlumbSession *self)
{
  g_return_if_fail (PLUMB_IS_SESSION (self));

  step (self, plumb_consultation_redo);
}

void
plumb_session_clear (PlumbSession *self)
{
  g_return_if_fail (PLUMB_IS_SESSION (self));

  plumb_session_take_consultation (self, plumb_consultation_new (self->pathway), NULL);
}
