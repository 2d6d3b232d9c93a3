/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-slides.h"

/* More cannot be talked about in a room. */
#define MOST_ADVICE 8

struct _PlumbSlides
{
  PlumbCase *teaching_case;
  GPtrArray *slides;

  /* While it is made. */
  guint step;
  PlumbEvaluation *truth;   /* of the step */
  PlumbEvaluation *earlier; /* of the step before; NULL at the first */
  PlumbEvaluation *shown;   /* as far as the route was walked */
  gboolean *used;           /* one a finding: the route walked so far turned on it */
};

static void
free_slide (gpointer data)
{
  PlumbSlide *slide = data;

  g_ptr_array_unref (slide->exits);
  g_ptr_array_unref (slide->known);
  g_ptr_array_unref (slide->unknown);
  g_ptr_array_unref (slide->advice);
  plumb_evaluation_unref (slide->before);
  plumb_evaluation_unref (slide->after);
  g_free (slide);
}

static GPtrArray *
get_findings (PlumbSlides *self)
{
  return plumb_pathway_get_findings (plumb_case_get_pathway (self->teaching_case));
}

static void
set_evaluation (PlumbEvaluation **place, PlumbEvaluation *evaluation)
{
  g_clear_pointer (place, plumb_evaluation_unref);
  *place = evaluation;
}

/* What the pathway says to what the route has turned on, and to nothing else: an answer that
 * nobody has spoken of yet must not move the chart. */
static PlumbEvaluation *
evaluate_used (PlumbSlides *self)
{
  GPtrArray *findings = get_findings (self);
  g_autofree PlumbValue *answers = g_new0 (PlumbValue, findings->len);
  GDate today;

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbCaseAnswer *answer = plumb_case_find_answer (self->teaching_case, self->step,
                                                              g_ptr_array_index (findings, i));

      if (answer != NULL && self->used[i])
        answers[i] = answer->value;
    }
  plumb_evaluation_get_visit_date (self->truth, &today);

  return plumb_evaluation_new (plumb_case_get_pathway (self->teaching_case), answers, &today);
}

static PlumbSlide *
add_slide (PlumbSlides *self, PlumbSlideKind kind)
{
  PlumbSlide *slide = g_new0 (PlumbSlide, 1);

  slide->kind = kind;
  slide->step = self->step;
  slide->exits = g_ptr_array_new ();
  slide->known = g_ptr_array_new ();
  slide->unknown = g_ptr_array_new ();
  slide->advice = g_ptr_array_new ();
  slide->n_moments = 1;
  slide->before = plumb_evaluation_ref (self->shown);
  slide->after = plumb_evaluation_ref (self->shown);
  g_ptr_array_add (self->slides, slide);

  return slide;
}

/* ---- the story --------------------------------------------------------------------------- */

static void
add_story (PlumbSlides *self)
{
  const PlumbCaseStep *step = plumb_case_get_step (self->teaching_case, self->step);
  PlumbSlide *slide = add_slide (self, PLUMB_SLIDE_STORY);

  for (guint i = 0; i < step->answers->len; i++)
    {
      const PlumbCaseAnswer *answer = g_ptr_array_index (step->answers, i);

      if (answer->given)
        g_ptr_array_add (slide->known, (gpointer) answer->finding);
    }
}

/* ---- decisions --------------------------------------------------------------------------- */

/* Someone goes on from there, or would, were it known. */
static gboolean
is_worth_a_vote (PlumbSlides *self, const PlumbNode *node)
{
  gboolean open = FALSE;

  if (node->kind != PLUMB_NODE_DECISION
      || plumb_evaluation_get_node (self->truth, node) != PLUMB_TRUE)
    return FALSE;
  for (guint i = 0; i < node->exits->len; i++)
    {
      PlumbTruth truth
          = plumb_evaluation_get_exit (self->truth, g_ptr_array_index (node->exits, i));

      if (truth == PLUMB_TRUE)
        return TRUE;
      open = open || truth == PLUMB_UNKNOWN;
    }

  return open && node->select == PLUMB_SELECT_ONE;
}

/* Nothing has happened to it since the step before. */
static gboolean
is_as_before (PlumbSlides *self, const PlumbNode *node)
{
  if (self->earlier == NULL || plumb_evaluation_get_node (self->earlier, node) != PLUMB_TRUE)
    return FALSE;
  for (guint i = 0; i < node->exits->len; i++)
    if (plumb_evaluation_get_exit (self->earlier, g_ptr_array_index (node->exits, i))
        != plumb_evaluation_get_exit (self->truth, g_ptr_array_index (node->exits, i)))
      return FALSE;

  return TRUE;
}

static void
use_findings (PlumbSlides *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    self->used[((const PlumbFinding *) g_ptr_array_index (findings, i))->index] = TRUE;
  set_evaluation (&self->shown, evaluate_used (self));
}

static void
sort_findings (PlumbSlides *self, PlumbSlide *slide, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      gboolean known = plumb_case_find_answer (self->teaching_case, self->step, finding) != NULL;

      if (finding->type != PLUMB_FINDING_DATE && finding->type != PLUMB_FINDING_STRING)
        g_ptr_array_add (known ? slide->known : slide->unknown, (gpointer) finding);
    }
}

static void
add_decision (PlumbSlides *self, const PlumbNode *node)
{
  g_autoptr (GPtrArray) findings = plumb_evaluation_list_node_findings (self->truth, node);
  PlumbSlide *slide;

  if (is_as_before (self, node))
    {
      use_findings (self, findings);
      return;
    }
  slide = add_slide (self, PLUMB_SLIDE_BOX);
  slide->node = node;
  for (guint i = 0; i < node->exits->len; i++)
    if (!plumb_exit_is_repeated (g_ptr_array_index (node->exits, i)))
      g_ptr_array_add (slide->exits, g_ptr_array_index (node->exits, i));
  sort_findings (self, slide, findings);
  use_findings (self, findings);
  set_evaluation (&slide->after, plumb_evaluation_ref (self->shown));
  /* The box, its exits, the findings, the outcome. */
  slide->n_moments = 1 + slide->exits->len + 1 + 1;
}

/* ---- advice and lessons ------------------------------------------------------------------ */

static void
add_once (GPtrArray *array, gconstpointer item)
{
  if (array->len < MOST_ADVICE && !g_ptr_array_find (array, item, NULL))
    g_ptr_array_add (array, (gpointer) item);
}

/* The urgent ones first, then what the case is about, then the rest. */
static void
add_advice (PlumbSlides *self)
{
  const PlumbCaseStep *step = plumb_case_get_step (self->teaching_case, self->step);
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (self->truth);
  PlumbSlide *slide = add_slide (self, PLUMB_SLIDE_ADVICE);

  for (guint i = 0; i < advice->len; i++)
    if (plumb_evaluation_get_urgency (self->truth, g_ptr_array_index (advice, i))
        != PLUMB_URGENCY_ROUTINE)
      add_once (slide->advice, g_ptr_array_index (advice, i));
  for (guint i = 0; i < step->expected->len; i++)
    if (g_ptr_array_find (advice, g_ptr_array_index (step->expected, i), NULL))
      add_once (slide->advice, g_ptr_array_index (step->expected, i));
  for (guint i = 0; i < advice->len; i++)
    add_once (slide->advice, g_ptr_array_index (advice, i));
  slide->n_more = advice->len - slide->advice->len;
  slide->n_moments = 1 + slide->advice->len;
  set_evaluation (&slide->after, plumb_evaluation_ref (self->truth));
  set_evaluation (&self->shown, plumb_evaluation_ref (self->truth));
}

/* The first of them to which the route has come, as far as it was walked. */
static guint
find_reached (PlumbSlides *self, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (plumb_evaluation_get_node (self->shown, g_ptr_array_index (nodes, i)) == PLUMB_TRUE)
      return i;

  return 0;
}

/* Numbers go along the route, but for the few boxes that a later one leads back to. */
static void
add_decisions (PlumbSlides *self)
{
  GPtrArray *nodes = plumb_pathway_get_nodes (plumb_case_get_pathway (self->teaching_case));
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (is_worth_a_vote (self, g_ptr_array_index (nodes, i)))
      g_ptr_array_add (left, g_ptr_array_index (nodes, i));
  while (left->len > 0)
    add_decision (self, g_ptr_array_steal_index (left, find_reached (self, left)));
}

static void
add_step (PlumbSlides *self)
{
  set_evaluation (&self->truth, plumb_case_evaluate (self->teaching_case, self->step));
  if (self->shown == NULL)
    self->shown = evaluate_used (self);
  add_story (self);
  for (guint i = 0; i < get_findings (self)->len; i++)
    self->used[i] = FALSE;
  set_evaluation (&self->shown, evaluate_used (self));
  add_decisions (self);
  add_advice (self);
  set_evaluation (&self->earlier, plumb_evaluation_ref (self->truth));
}

/**
 * plumb_slides_new:
 * @teaching_case: a case
 *
 * Lays a case out as what a room is shown: each step of the story, each decision that its
 * route comes to, in the order of their numbers, the advice, and what is to be remembered. A
 * later step comes back only to decisions that end otherwise than before.
 *
 * Returns: (transfer full): the slides, at least three
 */
PlumbSlides *
plumb_slides_new (PlumbCase *teaching_case)
{
  PlumbSlides *self;
  GPtrArray *lessons;

  g_return_val_if_fail (teaching_case != NULL, NULL);

  self = g_new0 (PlumbSlides, 1);
  self->teaching_case = plumb_case_ref (teaching_case);
  self->slides = g_ptr_array_new_with_free_func (free_slide);
  self->used = g_new0 (gboolean, get_findings (self)->len);
  for (self->step = 0; self->step < plumb_case_count_steps (teaching_case); self->step++)
    add_step (self);
  self->step--;
  lessons = plumb_case_get_lessons (teaching_case);
  if (lessons->len > 0)
    add_slide (self, PLUMB_SLIDE_LESSONS)->n_moments = lessons->len;

  return self;
}

void
plumb_slides_free (PlumbSlides *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->slides);
  g_clear_pointer (&self->truth, plumb_evaluation_unref);
  g_clear_pointer (&self->earlier, plumb_evaluation_unref);
  g_clear_pointer (&self->shown, plumb_evaluation_unref);
  g_free (self->used);
  plumb_case_unref (self->teaching_case);
  g_free (self);
}

PlumbCase *
plumb_slides_get_case (const PlumbSlides *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->teaching_case;
}

guint
plumb_slides_get_length (const PlumbSlides *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->slides->len;
}

const PlumbSlide *
plumb_slides_get (const PlumbSlides *self, guint place)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place < self->slides->len, NULL);

  return g_ptr_array_index (self->slides, place);
}

guint
plumb_slide_count_exits (const PlumbSlide *self, guint moment)
{
  g_return_val_if_fail (self != NULL, 0);

  return MIN (moment, self->exits->len);
}

gboolean
plumb_slide_tells_findings (const PlumbSlide *self, guint moment)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind == PLUMB_SLIDE_STORY
         || (self->kind == PLUMB_SLIDE_BOX && moment > self->exits->len);
}

gboolean
plumb_slide_tells_outcome (const PlumbSlide *self, guint moment)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind != PLUMB_SLIDE_BOX || moment + 1 == self->n_moments;
}
