/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint finding;
  PlumbValue before;
  PlumbValue after;
} PlumbChange;

/* One undo step: what changed, from what, to what. */
typedef struct
{
  GArray *changes; /* PlumbChange */
  PlumbBodyMarks *marks_before;
  PlumbBodyMarks *marks_after;
  PlumbStances *stances_before;
  PlumbStances *stances_after;
} PlumbStep;

struct _PlumbConsultation
{
  GObject parent_instance;

  PlumbPathway *pathway;
  PlumbValue *answers; /* one a finding */
  guint n_answers;
  GDate today;
  PlumbBodyMarks *marks;
  PlumbStances *stances;
  GPtrArray *undo; /* PlumbStep */
  GPtrArray *redo;
  /* Free text belongs to this patient alone, so it is not interned: it goes
   * with the consultation. */
  GHashTable *texts;
  char *remainder;
  char *id;
};

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

/* ---- checking --------------------------------------------------------------------------- */

static guint32
get_julian (PlumbConsultation *self, const PlumbValue *answers, PlumbFindingRole role)
{
  const PlumbFinding *finding = plumb_pathway_get_role (self->pathway, role);
  const PlumbValue *value = finding ? &answers[finding->index] : NULL;

  return value != NULL && value->type == PLUMB_VALUE_DATE ? value->julian : 0;
}

static gboolean
check_dates (PlumbConsultation *self, const PlumbValue *answers, GError **error)
{
  const PlumbFinding *onset = plumb_pathway_get_role (self->pathway, PLUMB_ROLE_ONSET_DATE);
  guint32 visit = get_julian (self, answers, PLUMB_ROLE_VISIT_DATE);
  guint32 began = get_julian (self, answers, PLUMB_ROLE_ONSET_DATE);

  if (visit == 0)
    visit = g_date_get_julian (&self->today);
  if (began <= visit)
    return TRUE;

  g_set_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_DATE,
               /* Translators: the label of the finding for the first day of pain */
               _ ("%s: the pain cannot have begun after the day of the visit."),
               plumb_text_get (onset->label, NULL));
  return FALSE;
}

/* ---- changing --------------------------------------------------------------------------- */

static PlumbValue
keep_text (PlumbConsultation *self, const PlumbFinding *finding, const PlumbValue *value)
{
  PlumbValue kept = *value;

  if (finding->type != PLUMB_FINDING_STRING || value->type != PLUMB_VALUE_STRING)
    return kept;
  kept.string = g_hash_table_lookup (self->texts, value->string);
  if (kept.string == NULL)
    {
      char *text = g_strdup (value->string);

      g_hash_table_insert (self->texts, text, text);
      kept.string = text;
    }

  return kept;
}

static void
apply (PlumbConsultation *self, guint finding, const PlumbValue *value)
{
  PlumbValue *answer = &self->answers[finding];

  self->n_answers -= answer->type != PLUMB_VALUE_NULL;
  self->n_answers += value->type != PLUMB_VALUE_NULL;
  *answer = *value;
}

/* Tells about a change, and about undo and redo where they became possible or impossible. */
static void
notify_changed (PlumbConsultation *self, gboolean could_undo, gboolean could_redo)
{
  if (could_undo != (self->undo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (could_redo != (self->redo->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
plumb_step_free (PlumbStep *step)
{
  g_array_unref (step->changes);
  plumb_body_marks_unref (step->marks_before);
  plumb_body_marks_unref (step->marks_after);
  plumb_stances_unref (step->stances_before);
  plumb_stances_unref (step->stances_after);
  g_free (step);
}

/* Takes the changes over, where there are any. */
static PlumbStep *
plumb_step_new (PlumbConsultation *self, GArray *changes, PlumbBodyMarks *marks,
                PlumbStances *stances)
{
  PlumbStep *step = g_new0 (PlumbStep, 1);

  step->changes = changes ? changes : g_array_new (FALSE, FALSE, sizeof (PlumbChange));
  step->marks_before = plumb_body_marks_ref (self->marks);
  step->marks_after = plumb_body_marks_ref (marks);
  step->stances_before = plumb_stances_ref (self->stances);
  step->stances_after = plumb_stances_ref (stances);

  return step;
}

static void
take_marks (PlumbConsultation *self, PlumbBodyMarks *marks)
{
  plumb_body_marks_ref (marks);
  plumb_body_marks_unref (self->marks);
  self->marks = marks;
}

static void
take_stances (PlumbConsultation *self, PlumbStances *stances)
{
  plumb_stances_ref (stances);
  plumb_stances_unref (self->stances);
  self->stances = stances;
}

/* Returns: the changes that lead to the answers, or %NULL with @error set. */
static GArray *
prepare (PlumbConsultation *self, const PlumbAnswer *answers, gsize n_answers, GError **error)
{
  guint n_findings = plumb_pathway_get_findings (self->pathway)->len;
  g_autofree PlumbValue *after = g_memdup2 (self->answers, n_findings * sizeof (PlumbValue));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlumbChange));

  for (gsize i = 0; i < n_answers; i++)
    {
      const PlumbFinding *finding = answers[i].finding;

      if (!plumb_finding_check_value (finding, &answers[i].value, error))
        return NULL;
      after[finding->index] = keep_text (self, finding, &answers[i].value);
    }
  if (!check_dates (self, after, error))
    return NULL;

  for (guint i = 0; i < n_findings; i++)
    if (!plumb_value_equal (&self->answers[i], &after[i]))
      {
        PlumbChange change = { i, self->answers[i], after[i] };

        g_array_append_val (changes, change);
      }

  return g_steal_pointer (&changes);
}

static void
apply_step (PlumbConsultation *self, const PlumbStep *step, gboolean forward)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      const PlumbChange *change = &g_array_index (step->changes, PlumbChange, i);

      apply (self, change->finding, forward ? &change->after : &change->before);
    }
  take_marks (self, forward ? step->marks_after : step->marks_before);
  take_stances (self, forward ? step->stances_after : step->stances_before);
}

/* Takes the step over. */
static void
do_step (PlumbConsultation *self, PlumbStep *step)
{
  gboolean could_undo = self->undo->len > 0;
  gboolean could_redo = self->redo->len > 0;

  apply_step (self, step, TRUE);
  g_ptr_array_add (self->undo, step);
  g_ptr_array_set_size (self->redo, 0);
  notify_changed (self, could_undo, could_redo);
}

/**
 * plumb_consultation_answer_many:
 * @self: a consultation
 * @answers: (array length=n_answers): what is answered; a later one to the same
 *   finding wins, and a null value takes the answer back
 * @n_answers: how many
 *
 * Records several answers as one undo step, or none of them.
 *
 * Returns: %FALSE with @error in %PLUMB_CONSULTATION_ERROR set, and nothing
 *   changed, when one of them cannot be
 */
gboolean
plumb_consultation_answer_many (PlumbConsultation *self, const PlumbAnswer *answers,
                                gsize n_answers, GError **error)
{
  g_autoptr (GArray) changes = NULL;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (answers != NULL || n_answers == 0, FALSE);

  changes = prepare (self, answers, n_answers, error);
  if (changes == NULL)
    return FALSE;
  if (changes->len > 0)
    do_step (self, plumb_step_new (self, g_steal_pointer (&changes), self->marks, self->stances));

  return TRUE;
}

/**
 * plumb_consultation_answer:
 * @self: a consultation
 * @finding: a finding of its pathway
 * @value: what is answered; null takes the answer back
 *
 * Returns: as plumb_consultation_answer_many() does
 */
gboolean
plumb_consultation_answer (PlumbConsultation *self, const PlumbFinding *finding,
                           const PlumbValue *value, GError **error)
{
  PlumbAnswer answer;

  g_return_val_if_fail (finding != NULL && value != NULL, FALSE);

  answer.finding = finding;
  answer.value = *value;

  return plumb_consultation_answer_many (self, &answer, 1, error);
}

/**
 * plumb_consultation_load:
 *
 * Records answers that were given before, from a file: without an undo step, and
 * with the steps so far forgotten.
 *
 * Returns: as plumb_consultation_answer_many() does
 */
gboolean
plumb_consultation_load (PlumbConsultation *self, const PlumbAnswer *answers, gsize n_answers,
                         GError **error)
{
  gboolean could_undo, could_redo;
  g_autoptr (GArray) changes = NULL;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (answers != NULL || n_answers == 0, FALSE);

  changes = prepare (self, answers, n_answers, error);
  if (changes == NULL)
    return FALSE;
  could_undo = self->undo->len > 0;
  could_redo = self->redo->len > 0;
  for (guint i = 0; i < changes->len; i++)
    apply (self, g_array_index (changes, PlumbChange, i).finding,
           &g_array_index (changes, PlumbChange, i).after);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  notify_changed (self, could_undo, could_redo);

  return TRUE;
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
    do_step (self, plumb_step_new (self, NULL, marks, self->stances));
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
    do_step (self, plumb_step_new (self, NULL, self->marks, stances));
}

static void
move_step (PlumbConsultation *self, GPtrArray *from, GPtrArray *to, gboolean forward)
{
  gboolean could_undo = self->undo->len > 0;
  gboolean could_redo = self->redo->len > 0;
  PlumbStep *step;

  if (from->len == 0)
    return;
  step = g_ptr_array_steal_index (from, from->len - 1);
  apply_step (self, step, forward);
  g_ptr_array_add (to, step);
  notify_changed (self, could_undo, could_redo);
}

/* Takes the last step back; nothing where there is none. */
void
plumb_consultation_undo (PlumbConsultation *self)
{
  g_return_if_fail (PLUMB_IS_CONSULTATION (self));

  move_step (self, self->undo, self->redo, FALSE);
}

/* Does the step taken back last again; nothing where there is none. */
void
plumb_consultation_redo (PlumbConsultation *self)
{
  g_return_if_fail (PLUMB_IS_CONSULTATION (self));

  move_step (self, self->redo, self->undo, TRUE);
}

gboolean
plumb_consultation_get_can_undo (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), FALSE);

  return self->undo->len > 0;
}

gboolean
plumb_consultation_get_can_redo (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), FALSE);

  return self->redo->len > 0;
}

/* ---- reading ---------------------------------------------------------------------------- */

PlumbPathway *
plumb_consultation_get_pathway (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->pathway;
}

void
plumb_consultation_set_today (PlumbConsultation *self, const GDate *today)
{
  g_return_if_fail (PLUMB_IS_CONSULTATION (self));
  g_return_if_fail (today != NULL && g_date_valid (today));

  self->today = *today;
}

/* date: (out): the day of the visit as answered, else the day set as today */
void
plumb_consultation_get_visit_date (PlumbConsultation *self, GDate *date)
{
  guint32 visit;

  g_return_if_fail (PLUMB_IS_CONSULTATION (self));
  g_return_if_fail (date != NULL);

  visit = get_julian (self, self->answers, PLUMB_ROLE_VISIT_DATE);
  *date = self->today;
  if (visit != 0)
    g_date_set_julian (date, visit);
}

/**
 * plumb_consultation_fix_visit_date:
 * @self: a consultation
 *
 * Where nobody has answered the day of the visit, today is recorded as its
 * answer, so that a consultation opened on a later day still counts its weeks and
 * reviews from the day on which it was held. Nobody chose this, so it is no step to
 * be undone.
 */
void
plumb_consultation_fix_visit_date (PlumbConsultation *self)
{
  const PlumbFinding *visit;
  PlumbValue day;

  g_return_if_fail (PLUMB_IS_CONSULTATION (self));

  visit = plumb_pathway_get_role (self->pathway, PLUMB_ROLE_VISIT_DATE);
  if (visit == NULL || self->answers[visit->index].type != PLUMB_VALUE_NULL)
    return;
  day = plumb_value_date (&self->today);
  apply (self, visit->index, &day);
  g_signal_emit (self, signals[CHANGED], 0);
}

const PlumbValue *
plumb_consultation_get_answers (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->answers;
}

const PlumbValue *
plumb_consultation_get_answer (PlumbConsultation *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  return &self->answers[finding->index];
}

/* Returns: (transfer none): what is marked on the body map; another set after each change */
PlumbBodyMarks *
plumb_consultation_get_marks (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->marks;
}

/* Returns: (transfer none): what the clinician does with each advice; another set after each
 * change */
PlumbStances *
plumb_consultation_get_stances (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->stances;
}

/* Returns: how many findings are answered */
guint
plumb_consultation_count_answers (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), 0);

  return self->n_answers;
}

void
plumb_consultation_set_remainder (PlumbConsultation *self, const char *remainder)
{
  char *copy;

  g_return_if_fail (PLUMB_IS_CONSULTATION (self));

  copy = g_strdup (remainder);
  g_free (self->remainder);
  self->remainder = copy;
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
  char *copy;

  g_return_if_fail (PLUMB_IS_CONSULTATION (self));

  copy = g_strdup (id);
  g_free (self->id);
  self->id = copy;
}

/* Returns: (nullable): the id under which the consultation was filed */
const char *
plumb_consultation_get_id (PlumbConsultation *self)
{
  g_return_val_if_fail (PLUMB_IS_CONSULTATION (self), NULL);

  return self->id;
}

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

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plumb_consultation_init (PlumbConsultation *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&self->today, 1);
  g_date_set_dmy (&self->today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_step_free);
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
