/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-body-marks.h"

#include <string.h>

struct _PlumbBodyMarks
{
  gatomicrefcount references;
  PlumbPathway *pathway;
  guint n_areas;
  guint8 *marked; /* one an area */
};

static GPtrArray *
get_areas (const PlumbBodyMarks *self)
{
  return plumb_pathway_get_areas (self->pathway);
}

/**
 * plumb_body_marks_new:
 * @pathway: a pathway, with a body map or without
 *
 * Returns: (transfer full): the set in which nothing is marked
 */
PlumbBodyMarks *
plumb_body_marks_new (PlumbPathway *pathway)
{
  PlumbBodyMarks *self;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_new0 (PlumbBodyMarks, 1);
  g_atomic_ref_count_init (&self->references);
  self->pathway = plumb_pathway_ref (pathway);
  self->n_areas = get_areas (self)->len;
  self->marked = g_malloc0 (self->n_areas + 1);

  return self;
}

/**
 * plumb_body_marks_new_with:
 * @self: a set
 * @area: an area of its pathway
 * @marked: whether it is to be marked
 *
 * Returns: (transfer full): a set that differs from @self in @area at most
 */
PlumbBodyMarks *
plumb_body_marks_new_with (const PlumbBodyMarks *self, const PlumbArea *area, gboolean marked)
{
  PlumbBodyMarks *copy;

  g_return_val_if_fail (self != NULL && area != NULL, NULL);
  g_return_val_if_fail (area->index < self->n_areas, NULL);

  copy = plumb_body_marks_new (self->pathway);
  memcpy (copy->marked, self->marked, self->n_areas);
  copy->marked[area->index] = marked != FALSE;

  return copy;
}

PlumbBodyMarks *
plumb_body_marks_ref (PlumbBodyMarks *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_body_marks_unref (PlumbBodyMarks *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  plumb_pathway_unref (self->pathway);
  g_free (self->marked);
  g_free (self);
}

gboolean
plumb_body_marks_get (const PlumbBodyMarks *self, const PlumbArea *area)
{
  g_return_val_if_fail (self != NULL && area != NULL, FALSE);
  g_return_val_if_fail (area->index < self->n_areas, FALSE);

  return self->marked[area->index];
}

/* Returns: how many areas are marked */
guint
plumb_body_marks_count (const PlumbBodyMarks *self)
{
  guint n_marked = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_areas; i++)
    n_marked += self->marked[i];

  return n_marked;
}

gboolean
plumb_body_marks_equal (const PlumbBodyMarks *a, const PlumbBodyMarks *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->n_areas == b->n_areas && memcmp (a->marked, b->marked, a->n_areas) == 0;
}

/**
 * plumb_body_marks_list:
 * @self: a set
 *
 * Returns: (transfer container) (element-type PlumbArea): what is marked, in the
 *   order of the pathway
 */
GPtrArray *
plumb_body_marks_list (const PlumbBodyMarks *self)
{
  GPtrArray *list;

  g_return_val_if_fail (self != NULL, NULL);

  list = g_ptr_array_new ();
  for (guint i = 0; i < self->n_areas; i++)
    if (self->marked[i])
      g_ptr_array_add (list, g_ptr_array_index (get_areas (self), i));

  return list;
}

static gboolean
has_any (const PlumbBodyMarks *self, const GPtrArray *areas)
{
  for (guint i = 0; i < areas->len; i++)
    if (plumb_body_marks_get (self, g_ptr_array_index (areas, i)))
      return TRUE;

  return FALSE;
}

/**
 * plumb_body_marks_list_implications:
 * @self: a set
 *
 * What the marks suggest. It is for the clinician to confirm, never to be
 * answered unasked.
 *
 * Returns: (transfer container) (element-type PlumbImplication): those that hold,
 *   in the order of the pathway
 */
GPtrArray *
plumb_body_marks_list_implications (const PlumbBodyMarks *self)
{
  const PlumbBody *body;
  GPtrArray *list;

  g_return_val_if_fail (self != NULL, NULL);

  list = g_ptr_array_new ();
  body = plumb_pathway_get_body (self->pathway);
  for (guint i = 0; body != NULL && i < body->implications->len; i++)
    {
      PlumbImplication *implication = g_ptr_array_index (body->implications, i);

      if (has_any (self, implication->areas)
          && (implication->with->len == 0 || has_any (self, implication->with)))
        g_ptr_array_add (list, implication);
    }

  return list;
}
