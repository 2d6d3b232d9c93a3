/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-case-private.h"
#include "plumb-case-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one can keep of a case. */
#define MINIMUM_LESSONS 2
#define MAXIMUM_LESSONS 4

typedef struct
{
  PlumbElement *root;
  const char *name;
  GPtrArray *faults;
} Checker;

static void G_GNUC_PRINTF (4, 5)
    add (Checker *self, const PlumbElement *element, const char *attribute, const char *format, ...)
{
  g_autofree char *message = NULL;
  guint line, column;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  plumb_element_get_place (element, attribute, &line, &column);
  g_ptr_array_add (self->faults,
                   g_strdup_printf ("%s:%u:%u: %s", self->name, line, column, message));
}

/* The element of a name whose attribute has this value; the root where there is none. */
static const PlumbElement *
find_element (const Checker *self, const char *name, const char *attribute, guint number)
{
  guint n = 0;

  for (guint i = 0; i < self->root->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (self->root->children, i);
      const char *value = attribute ? plumb_element_get (child, attribute) : NULL;

      if (!g_str_equal (child->name, name))
        continue;
      n++;
      if (attribute == NULL ? n == number
                            : value != NULL && g_ascii_strtoull (value, NULL, 10) == number)
        return child;
    }

  return self->root;
}

static void
check_advice (Checker *self,
              const PlumbElement *element,
              const PlumbEvaluation *evaluation,
              GPtrArray *list,
              gboolean expected)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PlumbRecommendation *one = g_ptr_array_index (list, i);
      PlumbTruth truth = plumb_evaluation_get_recommendation (evaluation, one);
      const char *title = plumb_text_get (one->title, NULL);

      if (expected && truth != PLUMB_TRUE)
        /* Translators: %s: the title of an advice. */
        add (self, element, "advice", _ ("the pathway does not give this advice: “%s”"), title);
      else if (!expected && truth == PLUMB_TRUE)
        /* Translators: %s: the title of an advice. */
        add (self, element, "absent", _ ("the pathway does give this advice: “%s”"), title);
    }
}

/* Some box of the stage. */
static gboolean
reaches (const PlumbEvaluation *evaluation, const PlumbStage *stage)
{
  for (guint i = 0; i < stage->nodes->len; i++)
    if (plumb_evaluation_get_node (evaluation, g_ptr_array_index (stage->nodes, i)) == PLUMB_TRUE)
      return TRUE;

  return FALSE;
}

static void
check_step (Checker *self, const PlumbCase *teaching_case, guint step)
{
  const PlumbCaseStep *visit = plumb_case_get_step (teaching_case, step);
  const PlumbElement *element = find_element (self, "expect", "step", step + 1);
  g_autoptr (PlumbEvaluation) evaluation = plumb_case_evaluate (teaching_case, step);

  if (visit->answers->len == 0)
    add (self, find_element (self, "step", NULL, step + 1), NULL,
         _ ("nothing is known of the patient"));
  if (visit->expected->len == 0)
    add (self, element, NULL, _ ("no advice is expected"));
  check_advice (self, element, evaluation, visit->expected, TRUE);
  check_advice (self, element, evaluation, visit->absent, FALSE);
  if (!reaches (evaluation, visit->stage))
    /* Translators: %s: the title of a stage of the pathway. */
    add (self, element, "stage", _ ("the pathway does not come to this stage: “%s”"),
         plumb_text_get (visit->stage->title, NULL));
}

static void
check_lessons (Checker *self, const PlumbCase *teaching_case)
{
  GPtrArray *lessons = plumb_case_get_lessons (teaching_case);

  if (lessons->len < MINIMUM_LESSONS || lessons->len > MAXIMUM_LESSONS)
    /* Translators: of the learning points of a teaching case; both numbers are fixed. */
    add (self, self->root, NULL, _ ("there are %u learning points; from %u to %u are remembered"),
         lessons->len, MINIMUM_LESSONS, MAXIMUM_LESSONS);
  for (guint i = 0; i < lessons->len; i++)
    if (((const PlumbCaseLesson *) g_ptr_array_index (lessons, i))->statements->len == 0)
      add (self, find_element (self, "learning", NULL, i + 1), NULL,
           _ ("the learning point rests on no statement"));
}

/**
 * plumb_case_list_faults:
 * @pathway: the pathway that the case is about
 * @traps: those that a case may be about
 * @text: of the file
 * @name: of the file, for messages
 * @readable: (out) (optional): whether it can be read at all
 *
 * Reads a case as a shelf does, then asks the pathway whether what is expected
 * of each step is what it says.
 *
 * Returns: (transfer full) (element-type utf8): messages, each with name, line and column
 */
GPtrArray *
plumb_case_list_faults (PlumbPathway *pathway,
                        PlumbTraps *traps,
                        const char *text,
                        const char *name,
                        gboolean *readable)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlumbCase) found = NULL;
  g_autoptr (PlumbMarkup) markup = NULL;
  g_autoptr (GError) error = NULL;
  Checker self = { NULL, name, NULL };

  g_return_val_if_fail (pathway != NULL && traps != NULL, NULL);
  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  self.faults = g_ptr_array_new_with_free_func (g_free);
  bytes = g_bytes_new (text, strlen (text));
  found = plumb_case_new_from_bytes (pathway, traps, bytes, name, &error);
  if (readable != NULL)
    *readable = found != NULL;
  if (found == NULL)
    {
      g_ptr_array_add (self.faults, g_strdup (error->message));
      return self.faults;
    }
  markup = plumb_markup_parse (text, strlen (text), name, PLUMB_CASE_ERROR, PLUMB_CASE_ERROR_MARKUP,
                               PLUMB_CASE_ERROR_LIMIT, NULL);
  self.root = plumb_markup_get_root (markup);
  for (guint i = 0; i < plumb_case_count_steps (found); i++)
    check_step (&self, found, i);
  check_lessons (&self, found);

  return self.faults;
}
