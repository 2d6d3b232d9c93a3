/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-case-draft.h"

#include "plumb-case-private.h"

#include <string.h>

#define FALLBACK_ID "case"
#define MAXIMUM_ID 60

struct _PlumbCaseDraft
{
  PlumbCase *content;
  gboolean named; /* it has an id that is to stay */
};

/* ---- from a consultation ----------------------------------------------------------------- */

/* Names, dates and free words are the patient's own; weeks say as much as a date. */
static gboolean
may_be_told (const PlumbFinding *finding)
{
  return finding->type == PLUMB_FINDING_BOOLEAN || finding->type == PLUMB_FINDING_INTEGER
         || finding->type == PLUMB_FINDING_CHOICE;
}

static void
add_answers (PlumbCaseStep *step, const PlumbEvaluation *evaluation)
{
  GPtrArray *findings = plumb_pathway_get_findings (plumb_evaluation_get_pathway (evaluation));

  for (guint i = 0; i < findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (findings, i);
      const PlumbValue *value = plumb_evaluation_get_answer (evaluation, finding);
      PlumbCaseAnswer *answer;

      if (!may_be_told (finding) || !plumb_finding_check_value (finding, value, NULL)
          || value->type == PLUMB_VALUE_NULL)
        continue;
      answer = g_new0 (PlumbCaseAnswer, 1);
      answer->finding = finding;
      answer->value = *value;
      answer->given
          = finding->role == PLUMB_ROLE_AGE || finding->role == PLUMB_ROLE_WEEKS_SINCE_ONSET;
      g_ptr_array_add (step->answers, answer);
    }
}

/* Where the way has led to: the last stage in which a decision was reached. */
static const PlumbStage *
find_stage (const PlumbEvaluation *evaluation)
{
  GPtrArray *stages = plumb_pathway_get_stages (plumb_evaluation_get_pathway (evaluation));
  g_autoptr (GPtrArray) taken = plumb_evaluation_list_taken (evaluation);
  const PlumbStage *stage = g_ptr_array_index (stages, 0);

  for (guint i = 0; i < taken->len; i++)
    {
      const PlumbNode *node = g_ptr_array_index (taken, i);

      if (node->kind == PLUMB_NODE_DECISION && node->stage->number > stage->number)
        stage = node->stage;
    }

  return stage;
}

/* Everything that is in force, and of what would be pressing all that certainly is not. */
static void
expect (PlumbCaseStep *step, const PlumbEvaluation *evaluation)
{
  g_autoptr (GPtrArray) advice = plumb_evaluation_list_advice (evaluation);
  GPtrArray *all = plumb_pathway_get_recommendations (plumb_evaluation_get_pathway (evaluation));

  g_ptr_array_extend (step->expected, advice, NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const PlumbRecommendation *one = g_ptr_array_index (all, i);

      if (one->urgency < PLUMB_URGENCY_ROUTINE
          && plumb_evaluation_get_recommendation (evaluation, one) == PLUMB_FALSE)
        g_ptr_array_add (step->absent, (gpointer) one);
    }
  step->stage = find_stage (evaluation);
}

/**
 * plumb_case_draft_new:
 * @consultation: about a patient, who is not to be recognized
 * @traps: those that a case may be about
 *
 * Makes a case of one step of what is answered: without label, dates and free words,
 * with weeks instead of the dates. Title, story and learning points are left to the author.
 *
 * Returns: (transfer full): a draft
 */
PlumbCaseDraft *
plumb_case_draft_new (PlumbConsultation *consultation, PlumbTraps *traps)
{
  PlumbCaseDraft *self;
  PlumbCaseStep *step;
  g_autoptr (PlumbEvaluation) evaluation = NULL;
  g_autoptr (PlumbEvaluation) reduced = NULL;

  g_return_val_if_fail (PLUMB_IS_CONSULTATION (consultation), NULL);
  g_return_val_if_fail (traps != NULL, NULL);

  evaluation = plumb_evaluation_new_for_consultation (consultation);
  self = g_new0 (PlumbCaseDraft, 1);
  self->content = plumb_case_new_empty (plumb_evaluation_get_pathway (evaluation), traps);
  self->content->id = g_strdup (FALLBACK_ID);
  self->content->title = plumb_text_new ();
  self->content->difficulty = PLUMB_CASE_MIN_DIFFICULTY;
  self->content->review = PLUMB_REVIEW_SUBMITTED;
  step = plumb_case_add_step (self->content);
  step->text = plumb_text_new ();
  add_answers (step, evaluation);
  /* What follows from the case alone: nothing of it may hang on what was left out. */
  reduced = plumb_case_evaluate (self->content, 0);
  expect (step, reduced);

  return self;
}

/* ---- from a case ------------------------------------------------------------------------- */

static PlumbText *
copy_text (const PlumbText *text)
{
  return text != NULL ? plumb_text_dup (text) : NULL;
}

static void
copy_step (PlumbCase *content, const PlumbCaseStep *step)
{
  PlumbCaseStep *copy = plumb_case_add_step (content);

  copy->text = copy_text (step->text);
  copy->stage = step->stage;
  g_ptr_array_extend (copy->expected, step->expected, NULL, NULL);
  g_ptr_array_extend (copy->absent, step->absent, NULL, NULL);
  for (guint i = 0; i < step->answers->len; i++)
    {
      const PlumbCaseAnswer *answer = g_ptr_array_index (step->answers, i);
      PlumbCaseAnswer *own = g_memdup2 (answer, sizeof *answer);

      own->text = copy_text (answer->text);
      g_ptr_array_add (copy->answers, own);
    }
}

static void
copy_lesson (PlumbCase *content, const PlumbCaseLesson *lesson)
{
  PlumbCaseLesson *copy = plumb_case_add_lesson (content);

  copy->text = copy_text (lesson->text);
  g_ptr_array_extend (copy->statements, lesson->statements, NULL, NULL);
}

/**
 * plumb_case_draft_new_from_case:
 * @teaching_case: a case
 *
 * Returns: (transfer full): the same case, to be changed
 */
PlumbCaseDraft *
plumb_case_draft_new_from_case (PlumbCase *teaching_case)
{
  PlumbCaseDraft *self;
  PlumbCase *content;

  g_return_val_if_fail (teaching_case != NULL, NULL);

  self = g_new0 (PlumbCaseDraft, 1);
  content = plumb_case_new_empty (teaching_case->pathway, teaching_case->traps);
  content->id = g_strdup (teaching_case->id);
  content->title = plumb_text_dup (teaching_case->title);
  content->difficulty = teaching_case->difficulty;
  content->review = teaching_case->review;
  g_ptr_array_extend (content->own_traps, teaching_case->own_traps, NULL, NULL);
  for (guint i = 0; i < teaching_case->steps->len; i++)
    copy_step (content, g_ptr_array_index (teaching_case->steps, i));
  for (guint i = 0; i < teaching_case->lessons->len; i++)
    copy_lesson (content, g_ptr_array_index (teaching_case->lessons, i));
  self->content = content;
  self->named = TRUE;

  return self;
}

void
plumb_case_draft_free (PlumbCaseDraft *self)
{
  if (self == NULL)
    return;
  plumb_case_unref (self->content);
  g_free (self);
}

PlumbCase *
plumb_case_draft_get_case (PlumbCaseDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->content;
}

PlumbTraps *
plumb_case_draft_get_traps (PlumbCaseDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->content->traps;
}

/* ---- changes ----------------------------------------------------------------------------- */

/* Other words are another text, and reviewed by nobody. */
static void
set_words (PlumbCaseDraft *self, PlumbText **text, const char *words)
{
  g_autoptr (PlumbText) changed = plumb_text_new ();

  plumb_text_add (changed, NULL, words);
  if (*text != NULL && g_str_equal (plumb_text_get (*text, NULL), plumb_text_get (changed, NULL)))
    return;
  g_clear_pointer (text, plumb_text_free);
  *text = g_steal_pointer (&changed);
  self->content->review = PLUMB_REVIEW_SUBMITTED;
}

static void
set_member (PlumbCaseDraft *self, GPtrArray *list, gconstpointer member, gboolean set)
{
  if (g_ptr_array_find (list, member, NULL) == set)
    return;
  if (set)
    g_ptr_array_add (list, (gpointer) member);
  else
    g_ptr_array_remove (list, (gpointer) member);
  self->content->review = PLUMB_REVIEW_SUBMITTED;
}

/* "A fall, then fever" is called a-fall-then-fever; a title in another script gives no letters. */
static char *
derive_id (const char *title)
{
  g_autofree char *plain = g_str_to_ascii (title, "C");
  GString *id = g_string_new (NULL);

  for (const char *p = plain; *p != '\0' && id->len < MAXIMUM_ID; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (id, g_ascii_tolower (*p));
    else if (*p != '\'' && *p != '?' && id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0 || g_str_equal (id->str, "traps"))
    g_string_assign (id, FALLBACK_ID);

  return g_string_free (id, FALSE);
}

/**
 * plumb_case_draft_set_title:
 * @self: a draft
 * @title: in one line
 *
 * A case that is new takes its id from it.
 */
void
plumb_case_draft_set_title (PlumbCaseDraft *self, const char *title)
{
  g_return_if_fail (self != NULL && title != NULL);

  set_words (self, &self->content->title, title);
  if (self->named)
    return;
  g_free (self->content->id);
  self->content->id = derive_id (title);
}

void
plumb_case_draft_set_difficulty (PlumbCaseDraft *self, guint difficulty)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (difficulty >= PLUMB_CASE_MIN_DIFFICULTY
                    && difficulty <= PLUMB_CASE_MAX_DIFFICULTY);

  self->content->difficulty = difficulty;
}

void
plumb_case_draft_set_trap (PlumbCaseDraft *self, const PlumbTrap *trap, gboolean set)
{
  g_return_if_fail (self != NULL && trap != NULL);

  set_member (self, self->content->own_traps, trap, set);
}

void
plumb_case_draft_set_story (PlumbCaseDraft *self, guint step, const char *story)
{
  PlumbCaseStep *visit;

  g_return_if_fail (self != NULL && story != NULL && step < self->content->steps->len);

  visit = g_ptr_array_index (self->content->steps, step);
  set_words (self, (PlumbText **) &visit->text, story);
}

void
plumb_case_draft_set_given (PlumbCaseDraft *self, guint step, guint answer, gboolean given)
{
  PlumbCaseStep *visit;
  PlumbCaseAnswer *own;

  g_return_if_fail (self != NULL && step < self->content->steps->len);

  visit = g_ptr_array_index (self->content->steps, step);
  g_return_if_fail (answer < visit->answers->len);
  own = g_ptr_array_index (visit->answers, answer);
  if (own->given == given)
    return;
  own->given = given;
  self->content->review = PLUMB_REVIEW_SUBMITTED;
}

guint
plumb_case_draft_add_lesson (PlumbCaseDraft *self)
{
  PlumbCaseLesson *lesson;

  g_return_val_if_fail (self != NULL, 0);

  lesson = plumb_case_add_lesson (self->content);
  lesson->text = plumb_text_new ();

  return self->content->lessons->len - 1;
}

void
plumb_case_draft_remove_lesson (PlumbCaseDraft *self, guint lesson)
{
  g_return_if_fail (self != NULL && lesson < self->content->lessons->len);

  g_ptr_array_remove_index (self->content->lessons, lesson);
}

void
plumb_case_draft_set_lesson (PlumbCaseDraft *self, guint lesson, const char *text)
{
  PlumbCaseLesson *own;

  g_return_if_fail (self != NULL && text != NULL && lesson < self->content->lessons->len);

  own = g_ptr_array_index (self->content->lessons, lesson);
  set_words (self, (PlumbText **) &own->text, text);
}

void
plumb_case_draft_set_statement (PlumbCaseDraft *self,
                                guint lesson,
                                const PlumbStatement *statement,
                                gboolean set)
{
  g_return_if_fail (self != NULL && statement != NULL && lesson < self->content->lessons->len);

  set_member (self,
              ((PlumbCaseLesson *) g_ptr_array_index (self->content->lessons, lesson))->statements,
              statement, set);
}
