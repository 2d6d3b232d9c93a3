/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-lesson-private.h"

#include "plumb-phrase.h"

G_DEFINE_FINAL_TYPE (PlumbLesson, plumb_lesson, G_TYPE_OBJECT)

static guint changed;

static void
free_commit (gpointer data)
{
  PlumbLessonCommit *commit = data;

  g_ptr_array_unref (commit->missed);
  g_free (commit);
}

static void
plumb_lesson_finalize (GObject *object)
{
  PlumbLesson *self = PLUMB_LESSON (object);

  g_clear_pointer (&self->truth, plumb_evaluation_unref);
  g_clear_pointer (&self->shown, plumb_evaluation_unref);
  g_clear_pointer (&self->own_evaluation, plumb_evaluation_unref);
  g_clear_pointer (&self->teaching_case, plumb_case_unref);
  g_array_unref (self->choices);
  g_ptr_array_unref (self->commits);
  g_ptr_array_unref (self->missed);
  g_ptr_array_unref (self->missed_flags);
  g_ptr_array_unref (self->missed_advice);
  g_hash_table_unref (self->visited);
  g_hash_table_unref (self->asked);
  g_free (self->knowledge);
  g_free (self->own);

  G_OBJECT_CLASS (plumb_lesson_parent_class)->finalize (object);
}

static void
plumb_lesson_class_init (PlumbLessonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plumb_lesson_finalize;

  changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                          NULL, G_TYPE_NONE, 0);
}

static void
plumb_lesson_init (PlumbLesson *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (PlumbLessonChoice));
  self->visited = g_hash_table_new (NULL, NULL);
  self->asked = g_hash_table_new (NULL, NULL);
  self->commits = g_ptr_array_new_with_free_func (free_commit);
  self->missed = g_ptr_array_new ();
  self->missed_flags = g_ptr_array_new ();
  self->missed_advice = g_ptr_array_new ();
}

/* ---- what is known ----------------------------------------------------------------------- */

GPtrArray *
plumb_lesson_get_findings (PlumbLesson *self)
{
  return plumb_pathway_get_findings (plumb_case_get_pathway (self->teaching_case));
}

static const PlumbCaseAnswer *
find_truth (PlumbLesson *self, const PlumbFinding *finding)
{
  return plumb_case_find_answer (self->teaching_case, self->step, finding);
}

PlumbEvaluation *
plumb_lesson_evaluate (PlumbLesson *self, gboolean own)
{
  GPtrArray *findings = plumb_lesson_get_findings (self);
  g_autofree PlumbValue *answers = g_new0 (PlumbValue, findings->len);
  GDate today;

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbCaseAnswer *answer = find_truth (self, g_ptr_array_index (findings, i));

      if (answer != NULL && (own ? self->own[i] : self->knowledge[i] != PLUMB_LESSON_UNASKED))
        answers[i] = answer->value;
    }
  plumb_evaluation_get_visit_date (self->truth, &today);

  return plumb_evaluation_new (plumb_case_get_pathway (self->teaching_case), answers, &today);
}

static void
set_evaluation (PlumbEvaluation **place, PlumbEvaluation *evaluation)
{
  g_clear_pointer (place, plumb_evaluation_unref);
  *place = evaluation;
}

/* Whether the way ends in the first stage because of this answer: nobody under 18 goes on. */
static gboolean
leads_out (PlumbLesson *self, const PlumbFinding *finding)
{
  PlumbAnswer nothing = { finding, { PLUMB_VALUE_NULL } };
  g_autoptr (PlumbEvaluation) without
      = plumb_evaluation_new_with_answers (self->truth, &nothing, 1);
  GPtrArray *exits = plumb_pathway_get_exits (plumb_case_get_pathway (self->teaching_case));

  for (guint i = 0; i < exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (exits, i);

      if (exit->source->kind == PLUMB_NODE_DECISION && exit->target->kind == PLUMB_NODE_ACTION
          && exit->target->stage->index == 0 && exit->target->exits->len == 0
          && plumb_evaluation_get_exit (self->truth, exit) == PLUMB_TRUE
          && plumb_evaluation_get_exit (without, exit) != PLUMB_TRUE)
        return TRUE;
    }

  return FALSE;
}

/* An answer of the first stage that is not as it mostly is; where no answer is that, such as of
 * an age, one that leads out of the pathway. */
static gboolean
is_flag (PlumbLesson *self, const PlumbFinding *finding)
{
  const PlumbCaseAnswer *answer = find_truth (self, finding);

  if (answer == NULL || !finding->groundwork)
    return FALSE;
  if (plumb_finding_has_normal (finding) && !plumb_finding_is_normal (finding, &answer->value))
    return TRUE;

  return leads_out (self, finding);
}

static void
add_once (GPtrArray *array, gconstpointer item)
{
  if (!g_ptr_array_find (array, item, NULL))
    g_ptr_array_add (array, (gpointer) item);
}

void
plumb_lesson_add_miss (PlumbLesson *self, const PlumbFinding *finding, GPtrArray *missed)
{
  if (self->own[finding->index])
    return;
  self->knowledge[finding->index] = PLUMB_LESSON_MISSED;
  add_once (self->missed, finding);
  if (missed != NULL)
    add_once (missed, finding);
  if (is_flag (self, finding))
    add_once (self->missed_flags, finding);
}

/* ---- where the learner stands ------------------------------------------------------------- */

/* Whether knowing everything would take the way any further from here. */
static gboolean
can_be_settled (PlumbLesson *self, PlumbEvaluation *evaluation, const PlumbNode *node)
{
  for (guint i = 0; i < node->exits->len; i++)
    {
      const PlumbExit *exit = g_ptr_array_index (node->exits, i);

      if (plumb_evaluation_get_exit (evaluation, exit) == PLUMB_UNKNOWN
          && plumb_evaluation_get_exit (self->truth, exit) != PLUMB_UNKNOWN)
        return TRUE;
    }

  return FALSE;
}

static void
go_on (PlumbLesson *self)
{
  g_autoptr (GPtrArray) current = plumb_evaluation_list_current (self->shown);

  for (guint i = 0; i < current->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (current, i);

      if (g_hash_table_contains (self->visited, node) || !can_be_settled (self, self->shown, node))
        continue;
      self->phase = PLUMB_LESSON_BOX;
      plumb_lesson_offer_exits (self, node);
      return;
    }
  self->phase = PLUMB_LESSON_ADVICE;
  plumb_lesson_offer_advice (self);
}

/* What a new visit hides has to be asked anew: an old answer would only reassure. */
static void
begin_step (PlumbLesson *self)
{
  const PlumbCaseStep *step = plumb_case_get_step (self->teaching_case, self->step);

  for (guint i = 0; i < plumb_lesson_get_findings (self)->len; i++)
    if (self->knowledge[i] != PLUMB_LESSON_UNASKED)
      {
        self->knowledge[i] = PLUMB_LESSON_TOLD;
        self->own[i] = TRUE;
      }
  for (guint i = 0; i < step->answers->len; i++)
    {
      const PlumbCaseAnswer *answer = g_ptr_array_index (step->answers, i);
      guint index = answer->finding->index;

      self->knowledge[index] = answer->given ? PLUMB_LESSON_TOLD : PLUMB_LESSON_UNASKED;
      self->own[index] = answer->given;
    }
  g_hash_table_remove_all (self->visited);
  g_hash_table_remove_all (self->asked);
  set_evaluation (&self->truth, plumb_case_evaluate (self->teaching_case, self->step));
  set_evaluation (&self->shown, plumb_lesson_evaluate (self, FALSE));
  set_evaluation (&self->own_evaluation, plumb_lesson_evaluate (self, TRUE));
  go_on (self);
}

/**
 * plumb_lesson_new:
 * @teaching_case: a case
 *
 * Returns: (transfer full): the case from its beginning
 */
PlumbLesson *
plumb_lesson_new (PlumbCase *teaching_case)
{
  PlumbLesson *self;

  g_return_val_if_fail (teaching_case != NULL, NULL);

  self = g_object_new (PLUMB_TYPE_LESSON, NULL);
  self->teaching_case = plumb_case_ref (teaching_case);
  self->knowledge = g_new0 (PlumbLessonKnowledge, plumb_lesson_get_findings (self)->len);
  self->own = g_new0 (gboolean, plumb_lesson_get_findings (self)->len);
  begin_step (self);

  return self;
}

/* ---- asking ------------------------------------------------------------------------------ */

/**
 * plumb_lesson_can_ask:
 * @finding: a finding
 *
 * Returns: whether it is a question of a case: who it is and when it was are not
 */
gboolean
plumb_lesson_can_ask (const PlumbFinding *finding)
{
  g_return_val_if_fail (finding != NULL, FALSE);

  return finding->type != PLUMB_FINDING_DATE && finding->type != PLUMB_FINDING_STRING;
}

const PlumbScore *
plumb_lesson_find_score (PlumbLesson *self, const PlumbFinding *finding)
{
  GPtrArray *scores = plumb_pathway_get_scores (plumb_case_get_pathway (self->teaching_case));

  if (finding->score != NULL)
    return finding->score;
  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      if (score->entered == finding)
        return score;
    }

  return NULL;
}

gconstpointer
plumb_lesson_get_unit (PlumbLesson *self, const PlumbFinding *finding)
{
  const PlumbScore *score = plumb_lesson_find_score (self, finding);

  if (score != NULL)
    return score;

  return finding->card != NULL ? (gconstpointer) finding->card : finding;
}

/**
 * plumb_lesson_list_together:
 * @self: a lesson
 * @finding: a finding
 *
 * Returns: (transfer container) (element-type PlumbFinding): what is asked as one
 *   with @finding, itself included
 */
GPtrArray *
plumb_lesson_list_together (PlumbLesson *self, const PlumbFinding *finding)
{
  GPtrArray *all, *together;

  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  all = plumb_lesson_get_findings (self);
  together = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      const PlumbFinding *next = g_ptr_array_index (all, i);

      if (plumb_lesson_can_ask (next)
          && plumb_lesson_get_unit (self, next) == plumb_lesson_get_unit (self, finding))
        g_ptr_array_add (together, (gpointer) next);
    }

  return together;
}

static gboolean
is_open (PlumbLesson *self)
{
  return self->phase == PLUMB_LESSON_BOX || self->phase == PLUMB_LESSON_ADVICE;
}

static gboolean
learn (PlumbLesson *self, const PlumbFinding *finding)
{
  if (!plumb_lesson_can_ask (finding) || self->knowledge[finding->index] != PLUMB_LESSON_UNASKED)
    return FALSE;
  self->knowledge[finding->index] = PLUMB_LESSON_ASKED;
  self->own[finding->index] = TRUE;
  g_hash_table_add (self->asked, (gpointer) plumb_lesson_get_unit (self, finding));

  return TRUE;
}

static void
emit_changed (PlumbLesson *self)
{
  g_signal_emit (self, changed, 0);
}

/**
 * plumb_lesson_ask:
 * @self: a lesson that waits for a prediction
 * @finding: a finding
 *
 * Asks one question. What is known already costs nothing.
 */
void
plumb_lesson_ask (PlumbLesson *self, const PlumbFinding *finding)
{
  g_return_if_fail (PLUMB_IS_LESSON (self));
  g_return_if_fail (finding != NULL);

  if (!is_open (self) || !learn (self, finding))
    return;
  self->cost += PLUMB_LESSON_COST;
  emit_changed (self);
}

/**
 * plumb_lesson_ask_together:
 * @self: a lesson that waits for a prediction
 * @finding: a finding
 *
 * Asks @finding and all that stands on one card, or in one score, with it.
 */
void
plumb_lesson_ask_together (PlumbLesson *self, const PlumbFinding *finding)
{
  g_autoptr (GPtrArray) together = NULL;
  guint n = 0;

  g_return_if_fail (PLUMB_IS_LESSON (self));
  g_return_if_fail (finding != NULL);

  if (!is_open (self))
    return;
  together = plumb_lesson_list_together (self, finding);
  for (guint i = 0; i < together->len; i++)
    n += learn (self, g_ptr_array_index (together, i));
  if (n == 0)
    return;
  self->cost += n > 1 ? PLUMB_LESSON_COST_TOGETHER : PLUMB_LESSON_COST;
  emit_changed (self);
}

PlumbLessonKnowledge
plumb_lesson_get_knowledge (PlumbLesson *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), PLUMB_LESSON_UNASKED);
  g_return_val_if_fail (finding != NULL, PLUMB_LESSON_UNASKED);

  return self->knowledge[finding->index];
}

const PlumbCaseAnswer *
plumb_lesson_get_answer (PlumbLesson *self, const PlumbFinding *finding)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  return self->knowledge[finding->index] != PLUMB_LESSON_UNASKED ? find_truth (self, finding)
                                                                 : NULL;
}

char *
plumb_lesson_phrase_answer (PlumbLesson *self, const PlumbFinding *finding, const char *language)
{
  const PlumbCaseAnswer *answer = plumb_lesson_get_answer (self, finding);

  if (answer == NULL)
    return NULL;
  if (answer->text != NULL)
    return g_strdup (plumb_text_get (answer->text, language));

  return plumb_phrase_answer (finding, &answer->value, language);
}

/* ---- predicting -------------------------------------------------------------------------- */

/**
 * plumb_lesson_choose:
 * @self: a lesson that waits for a prediction
 * @choice: the index of a choice
 * @chosen: whether it is predicted
 */
void
plumb_lesson_choose (PlumbLesson *self, guint choice, gboolean chosen)
{
  g_return_if_fail (PLUMB_IS_LESSON (self));
  g_return_if_fail (choice < self->choices->len);

  if (!is_open (self)
      || g_array_index (self->choices, PlumbLessonChoice, choice).chosen == !!chosen)
    return;
  if (chosen && plumb_lesson_get_exclusive (self))
    for (guint i = 0; i < self->choices->len; i++)
      g_array_index (self->choices, PlumbLessonChoice, i).chosen = FALSE;
  g_array_index (self->choices, PlumbLessonChoice, choice).chosen = !!chosen;
  emit_changed (self);
}

gboolean
plumb_lesson_get_exclusive (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), FALSE);

  return self->node != NULL && self->node->select == PLUMB_SELECT_ONE;
}

void
plumb_lesson_turn_to_advice (PlumbLesson *self)
{
  g_return_if_fail (PLUMB_IS_LESSON (self));

  if (self->phase != PLUMB_LESSON_BOX)
    return;
  self->phase = PLUMB_LESSON_ADVICE;
  plumb_lesson_offer_advice (self);
  emit_changed (self);
}

/* Asks, in the learner's stead, for what the decision still waits for. */
static void
settle_node (PlumbLesson *self, const PlumbNode *node, GPtrArray *missed)
{
  gboolean found = TRUE;

  set_evaluation (&self->shown, plumb_lesson_evaluate (self, FALSE));
  while (found && can_be_settled (self, self->shown, node))
    {
      g_autoptr (GPtrArray) questions = plumb_evaluation_list_node_questions (self->shown, node);

      found = FALSE;
      for (guint i = 0; i < questions->len && !found; i++)
        {
          const PlumbFinding *finding = g_ptr_array_index (questions, i);

          found = find_truth (self, finding) != NULL
                  && self->knowledge[finding->index] == PLUMB_LESSON_UNASKED;
          if (found)
            plumb_lesson_add_miss (self, finding, missed);
        }
      set_evaluation (&self->shown, plumb_lesson_evaluate (self, FALSE));
    }
}

static void
find_missed_advice (PlumbLesson *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const PlumbLessonChoice *choice = &g_array_index (self->choices, PlumbLessonChoice, i);

      if (choice->right && !choice->chosen
          && plumb_evaluation_get_urgency (self->truth, choice->recommendation)
                 != PLUMB_URGENCY_ROUTINE)
        add_once (self->missed_advice, choice->recommendation);
    }
}

/* The step is over: all of it becomes known, and what nobody asked is told apart. */
static void
settle_step (PlumbLesson *self, GPtrArray *missed)
{
  GPtrArray *findings = plumb_lesson_get_findings (self);

  find_missed_advice (self);
  for (guint i = 0; i < findings->len; i++)
    if (is_flag (self, g_ptr_array_index (findings, i)))
      plumb_lesson_add_miss (self, g_ptr_array_index (findings, i), missed);
  plumb_lesson_count_questions (self);
  for (guint i = 0; i < findings->len; i++)
    if (self->knowledge[i] == PLUMB_LESSON_UNASKED
        && find_truth (self, g_ptr_array_index (findings, i)) != NULL)
      self->knowledge[i] = PLUMB_LESSON_TOLD;
  set_evaluation (&self->shown, plumb_evaluation_ref (self->truth));
}

static const PlumbStage *
get_stage (PlumbLesson *self)
{
  return self->node != NULL ? self->node->stage
                            : plumb_case_get_step (self->teaching_case, self->step)->stage;
}

/**
 * plumb_lesson_commit:
 * @self: a lesson that waits for a prediction
 *
 * Takes the prediction as it is and reveals what the pathway says.
 */
void
plumb_lesson_commit (PlumbLesson *self)
{
  PlumbLessonCommit *commit;

  g_return_if_fail (PLUMB_IS_LESSON (self));

  if (!is_open (self))
    return;
  commit = g_new0 (PlumbLessonCommit, 1);
  commit->step = self->step;
  commit->node = self->node;
  commit->stage = get_stage (self);
  commit->right = plumb_lesson_compare (self);
  commit->missed = g_ptr_array_new ();
  g_ptr_array_add (self->commits, commit);
  set_evaluation (&self->own_evaluation, plumb_lesson_evaluate (self, TRUE));
  if (self->node != NULL)
    {
      g_hash_table_add (self->visited, (gpointer) self->node);
      settle_node (self, self->node, commit->missed);
    }
  else
    settle_step (self, commit->missed);
  self->phase = PLUMB_LESSON_REVEALED;
  emit_changed (self);
}

/**
 * plumb_lesson_proceed:
 * @self: a lesson that has revealed something
 *
 * Goes on to the next prediction, to the next step of the story or to the end.
 */
void
plumb_lesson_proceed (PlumbLesson *self)
{
  g_return_if_fail (PLUMB_IS_LESSON (self));

  if (self->phase != PLUMB_LESSON_REVEALED)
    return;
  if (self->node != NULL)
    go_on (self);
  else if (self->step + 1 < plumb_case_count_steps (self->teaching_case))
    {
      self->step++;
      begin_step (self);
    }
  else
    self->phase = PLUMB_LESSON_OVER;
  emit_changed (self);
}

/* ---- reading ----------------------------------------------------------------------------- */

PlumbCase *
plumb_lesson_get_case (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->teaching_case;
}

PlumbLessonPhase
plumb_lesson_get_phase (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), PLUMB_LESSON_OVER);

  return self->phase;
}

guint
plumb_lesson_get_step (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), 0);

  return self->step;
}

guint
plumb_lesson_get_cost (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), 0);

  return self->cost;
}

const PlumbNode *
plumb_lesson_get_node (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->node;
}

GArray *
plumb_lesson_get_choices (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->choices;
}

PlumbEvaluation *
plumb_lesson_get_evaluation (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->shown;
}

PlumbEvaluation *
plumb_lesson_get_truth (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->truth;
}

PlumbEvaluation *
plumb_lesson_get_own_evaluation (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->own_evaluation;
}

GPtrArray *
plumb_lesson_get_commits (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->commits;
}

GPtrArray *
plumb_lesson_get_missed (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->missed;
}

GPtrArray *
plumb_lesson_get_missed_flags (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->missed_flags;
}

GPtrArray *
plumb_lesson_get_missed_advice (PlumbLesson *self)
{
  g_return_val_if_fail (PLUMB_IS_LESSON (self), NULL);

  return self->missed_advice;
}
