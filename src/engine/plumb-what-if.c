/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-what-if.h"

#include <glib/gi18n-lib.h>

struct _PlumbWhatIf
{
  gatomicrefcount references;
  PlumbEvaluation *before;
  PlumbEvaluation *after;
  GPtrArray *texts; /* of the answers */
  GArray *answers;  /* PlumbAnswer */
  GPtrArray *added;
  GPtrArray *removed;
  GArray *urgency_changes;
  GPtrArray *changed_nodes;
};

G_DEFINE_BOXED_TYPE (PlumbWhatIf, plumb_what_if, plumb_what_if_ref, plumb_what_if_unref)

/* ---- comparing -------------------------------------------------------------------------- */

static gboolean
is_in_force (const PlumbEvaluation *evaluation, const PlumbRecommendation *recommendation)
{
  return plumb_evaluation_get_recommendation (evaluation, recommendation) == PLUMB_TRUE;
}

/* Advice in force here and not there, in the order in which it is shown. */
static GPtrArray *
list_only_here (const PlumbEvaluation *here, const PlumbEvaluation *there)
{
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (here);
  GPtrArray *only = g_ptr_array_new ();

  for (guint i = 0; i < advice->len; i++)
    if (!is_in_force (there, g_ptr_array_index (advice, i)))
      g_ptr_array_add (only, g_ptr_array_index (advice, i));

  return only;
}

static GArray *
list_urgency_changes (const PlumbEvaluation *before, const PlumbEvaluation *after)
{
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (after);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (PlumbUrgencyChange));

  for (guint i = 0; i < advice->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (advice, i);
      PlumbUrgencyChange change
          = { recommendation, plumb_evaluation_get_urgency (before, recommendation),
              plumb_evaluation_get_urgency (after, recommendation) };

      if (is_in_force (before, recommendation) && change.before != change.after)
        g_array_append_val (changes, change);
    }

  return changes;
}

static GPtrArray *
list_changed_nodes (const PlumbEvaluation *before, const PlumbEvaluation *after)
{
  GPtrArray *nodes = plumb_pathway_get_nodes (plumb_evaluation_get_pathway (before));
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (nodes, i);

      if (plumb_evaluation_get_node_standing (before, node)
          != plumb_evaluation_get_node_standing (after, node))
        g_ptr_array_add (changed, (gpointer) node);
    }

  return changed;
}

/* ---- answers ---------------------------------------------------------------------------- */

static gboolean
check_days (const PlumbEvaluation *after, GError **error)
{
  PlumbPathway *pathway = plumb_evaluation_get_pathway (after);
  const PlumbFinding *onset = plumb_pathway_get_role (pathway, PLUMB_ROLE_ONSET_DATE);
  const PlumbValue *day = onset ? plumb_evaluation_get_answer (after, onset) : NULL;
  GDate visit;

  plumb_evaluation_get_visit_date (after, &visit);
  if (day == NULL || day->type != PLUMB_VALUE_DATE || day->julian <= g_date_get_julian (&visit))
    return TRUE;
  g_set_error (error, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_DATE,
               /* Translators: the label of the finding for the first day of pain */
               _ ("%s: the pain cannot have begun after the day of the visit."),
               plumb_text_get (onset->label, NULL));

  return FALSE;
}

static void
keep_answer (PlumbWhatIf *self, PlumbAnswer answer)
{
  if (answer.finding->type == PLUMB_FINDING_STRING && answer.value.type == PLUMB_VALUE_STRING)
    {
      g_ptr_array_add (self->texts, g_strdup (answer.value.string));
      answer.value.string = g_ptr_array_index (self->texts, self->texts->len - 1);
    }
  g_array_append_val (self->answers, answer);
}

static gboolean
keep_answers (PlumbWhatIf *self, const PlumbAnswer *answers, gsize n_answers, GError **error)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  for (gsize i = 0; i < n_answers; i++)
    {
      if (!plumb_finding_check_value (answers[i].finding, &answers[i].value, error))
        return FALSE;
      keep_answer (self, answers[i]);
    }
  self->after = plumb_evaluation_new_with_answers (self->before, answers, n_answers);

  return check_days (self->after, error);
}

/**
 * plumb_what_if_new:
 * @before: what the pathway says now
 * @answers: (array length=n_answers): answers that are tried; a null value takes
 *   the one that is there back
 * @n_answers: how many
 * @error: return location for a #PLUMB_CONSULTATION_ERROR
 *
 * Tries answers without giving them.
 *
 * Returns: (transfer full): what would change, or %NULL where one of @answers could
 *   not be given
 */
PlumbWhatIf *
plumb_what_if_new (PlumbEvaluation *before,
                   const PlumbAnswer *answers,
                   gsize n_answers,
                   GError **error)
{
  g_autoptr (PlumbWhatIf) self = NULL;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  self = g_new0 (PlumbWhatIf, 1);
  g_atomic_ref_count_init (&self->references);
  self->before = plumb_evaluation_ref (before);
  if (!keep_answers (self, answers, n_answers, error))
    return NULL;
  self->added = list_only_here (self->after, before);
  self->removed = list_only_here (before, self->after);
  self->urgency_changes = list_urgency_changes (before, self->after);
  self->changed_nodes = list_changed_nodes (before, self->after);

  return g_steal_pointer (&self);
}

PlumbWhatIf *
plumb_what_if_ref (PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_what_if_unref (PlumbWhatIf *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->after, plumb_evaluation_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->urgency_changes, g_array_unref);
  g_clear_pointer (&self->changed_nodes, g_ptr_array_unref);
  g_array_unref (self->answers);
  g_ptr_array_unref (self->texts);
  plumb_evaluation_unref (self->before);
  g_free (self);
}

/* ---- reading ---------------------------------------------------------------------------- */

PlumbEvaluation *
plumb_what_if_get_before (const PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->before;
}

PlumbEvaluation *
plumb_what_if_get_after (const PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->after;
}

GArray *
plumb_what_if_get_answers (const PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->answers;
}

/* Returns: (element-type PlumbRecommendation): what would come into force, the most urgent first */
GPtrArray *
plumb_what_if_get_added (const PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->added;
}

GPtrArray *
plumb_what_if_get_removed (const PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->removed;
}

GArray *
plumb_what_if_get_urgency_changes (const PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->urgency_changes;
}

/* Returns: (element-type PlumbNode): the boxes that would stand in another way, in their order */
GPtrArray *
plumb_what_if_get_changed_nodes (const PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changed_nodes;
}

gboolean
plumb_what_if_changes_advice (const PlumbWhatIf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->added->len > 0 || self->removed->len > 0 || self->urgency_changes->len > 0;
}

static PlumbUrgency
get_most_urgent (const PlumbEvaluation *evaluation, GPtrArray *advice)
{
  /* The list begins with the most urgent. */
  return advice->len > 0 ? plumb_evaluation_get_urgency (evaluation, g_ptr_array_index (advice, 0))
                         : PLUMB_URGENCY_ROUTINE;
}

/**
 * plumb_what_if_get_urgency:
 * @self: answers that are tried
 *
 * Returns: how urgent the most urgent advice is that comes into force, is no
 *   longer in force, or changes its urgency
 */
PlumbUrgency
plumb_what_if_get_urgency (const PlumbWhatIf *self)
{
  PlumbUrgency urgency;

  g_return_val_if_fail (self != NULL, PLUMB_URGENCY_ROUTINE);

  urgency = MIN (get_most_urgent (self->after, self->added),
                 get_most_urgent (self->before, self->removed));
  for (guint i = 0; i < self->urgency_changes->len; i++)
    {
      const PlumbUrgencyChange *change
          = &g_array_index (self->urgency_changes, PlumbUrgencyChange, i);

      urgency = MIN (urgency, MIN (change->before, change->after));
    }

  return urgency;
}
