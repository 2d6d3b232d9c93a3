/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-private.h"

G_DEFINE_QUARK (plumb_consultation_error, plumb_consultation_error)
G_DEFINE_FINAL_TYPE (PlumbConsultation, plumb_consultation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- the object ------------------------------------------------------------------------- */

static void
plumb_consultation_finalize (GObject *object)
{
  PlumbConsultation *self = PLUMB_CONSULTATION (object);

  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_hash_table_unref (self->texts);
  g_free (self->answers);
  g_free (self->remainder);
  g_free (self->id);
  g_clear_pointer (&self->marks, plumb_body_marks_unref);
  g_clear_pointer (&self->stances, plumb_stances_unref);
  g_clear_pointer (&self->pathway, plumb_pathway_unref);

  G_OBJECT_CLASS (plumb_consultation_parent_class)->finalize (object);
}

static void
plumb_consultation_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  PlumbConsultation *self = PLUMB_CONSULTATION (object);

  switch (property)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
plumb_consultation_class_init (PlumbConsultationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plumb_consultation_finalize;
  object_class->get_property = plumb_consultation_get_property;

  properties[PROP_CAN_UNDO]
      = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO]
      = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plumb_consultation_init (PlumbConsultation *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&self->today, 1);
  g_date_set_dmy (&self->today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  self->undo = plumb_consultation_create_steps ();
  self->redo = plumb_consultation_create_steps ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * plumb_consultation_new:
 * @pathway: the pathway whose findings are to be answered
 *
 * Returns: (transfer full): a consultation in which nothing is answered yet
 */
PlumbConsultation *
plumb_consultation_new (PlumbPathway *pathway)
{
  PlumbConsultation *self;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_CONSULTATION, NULL);
  self->pathway = plumb_pathway_ref (pathway);
  self->marks = plumb_body_marks_new (pathway);
  self->stances = plumb_stances_new (pathway);
  self->answers = g_new0 (PlumbValue, plumb_pathway_get_findings (pathway)->len + 1);

  return self;
}

/* Tells about a change, and about undo and redo where they became possible or impossible. */
void
plumb_consultation_notify_changed (PlumbConsultation *self,
                                   gboolean could_undo,
                                   gboolean could_redo)
{
  if (could_undo != (self->undo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (could_redo != (self->redo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- what it holds beside the answers --------------------------------------------------- */

PlumbPathway *
plumb_consultation_get_pathway (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->pathway;
}

/**
 * plumb_consultation_set_marks:
 * @self: a consultation
 * @marks: what is to be marked, of the same pathway
 *
 * Marks the body map anew, as one undo step. No answer changes.
 */
void
plumb_consultation_set_marks (PlumbConsultation *self, PlumbBodyMarks *marks)
{
  g_return_if_fail (PLUMB_IS_CONSULTATION (self));
  g_return_if_fail (marks != NULL);

  if (!plumb_body_marks_equal (self->marks, marks))
    plumb_consultation_do_step (self, NULL, marks, self->stances);
}

/* Returns: (transfer none): what is marked on the body map; another set after each change */
PlumbBodyMarks *
plumb_consultation_get_marks (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->marks;
}

/**
 * plumb_consultation_set_stances:
 * @self: a consultation
 * @stances: what the clinician does with each advice, of the same pathway
 *
 * Records departures and what the handout leaves out, as one undo step. No
 * answer changes, and nothing that the pathway says.
 */
void
plumb_consultation_set_stances (PlumbConsultation *self, PlumbStances *stances)
{
  g_return_if_fail (PLUMB_IS_CONSULTATION (self));
  g_return_if_fail (stances != NULL);

  if (!plumb_stances_equal (self->stances, stances))
    plumb_consultation_do_step (self, NULL, self->marks, stances);
}

/* Returns: (transfer none): what the clinician does with each advice; another set after each
 * change */
PlumbStances *
plumb_consultation_get_stances (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->stances;
}

/* ---- the record it came from ------------------------------------------------------------ */

static void
replace_string (char **place, const char *string)
{
  char *copy = g_strdup (string);

  g_free (*place);
  *place = copy;
}

void
plumb_consultation_set_remainder (PlumbConsultation *self, const char *remainder)
{
  g_return_if_fail (PLUMB_IS_CONSULTATION (self));

  replace_string (&self->remainder, remainder);
}

const char *
plumb_consultation_get_remainder (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->remainder;
}

void
plumb_consultation_set_id (PlumbConsultation *self, const char *id)
{
  g_return_if_fail (PLUMB_IS_CONSULTATION (self));

  replace_string (&self->id, id);
}

/* Returns: (nullable): the id under which the consultation was filed */
const char *
plumb_consultation_get_id (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->id;
}
