/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-private.h"

/* One undo step: what changed, from what, to what. */
typedef struct
{
  GArray *changes; /* PlumbConsultationChange */
  PlumbBodyMarks *marks_before;
  PlumbBodyMarks *marks_after;
  PlumbStances *stances_before;
  PlumbStances *stances_after;
} PlumbConsultationStep;

static void
free_step (gpointer data)
{
  PlumbConsultationStep *step = data;

  g_array_unref (step->changes);
  plumb_body_marks_unref (step->marks_before);
  plumb_body_marks_unref (step->marks_after);
  plumb_stances_unref (step->stances_before);
  plumb_stances_unref (step->stances_after);
  g_free (step);
}

GPtrArray *
plumb_consultation_create_steps (void)
{
  return g_ptr_array_new_with_free_func (free_step);
}

/* Takes the changes over, where there are any. */
static PlumbConsultationStep *
create_step (PlumbConsultation *self, GArray *changes, PlumbBodyMarks *marks, PlumbStances *stances)
{
  PlumbConsultationStep *step = g_new0 (PlumbConsultationStep, 1);

  step->changes = changes ? changes : g_array_new (FALSE, FALSE, sizeof (PlumbConsultationChange));
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

static void
apply_step (PlumbConsultation *self, const PlumbConsultationStep *step, gboolean forward)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      const PlumbConsultationChange *change
          = &g_array_index (step->changes, PlumbConsultationChange, i);

      plumb_consultation_put_answer (self, change->finding,
                                     forward ? &change->after : &change->before);
    }
  take_marks (self, forward ? step->marks_after : step->marks_before);
  take_stances (self, forward ? step->stances_after : step->stances_before);
}

void
plumb_consultation_do_step (PlumbConsultation *self,
                            GArray *changes,
                            PlumbBodyMarks *marks,
                            PlumbStances *stances)
{
  PlumbConsultationStep *step = create_step (self, changes, marks, stances);
  gboolean could_undo = self->undo->len > 0;
  gboolean could_redo = self->redo->len > 0;

  apply_step (self, step, TRUE);
  g_ptr_array_add (self->undo, step);
  g_ptr_array_set_size (self->redo, 0);
  plumb_consultation_notify_changed (self, could_undo, could_redo);
}

static void
move_step (PlumbConsultation *self, GPtrArray *from, GPtrArray *to, gboolean forward)
{
  gboolean could_undo = self->undo->len > 0;
  gboolean could_redo = self->redo->len > 0;
  PlumbConsultationStep *step;

  if (from->len == 0)
    return;
  step = g_ptr_array_steal_index (from, from->len - 1);
  apply_step (self, step, forward);
  g_ptr_array_add (to, step);
  plumb_consultation_notify_changed (self, could_undo, could_redo);
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
