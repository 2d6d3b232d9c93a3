/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-case-private.h"

#include <string.h>

#define FORMAT 1

/* In the order of PlumbReview. */
static const char *const reviews[] = { "submitted", "under-review", "approved" };

/* ---- texts, numbers and lists ------------------------------------------------------------ */

gboolean
plumb_case_read_text (const PlumbElement *element,
                      gboolean required,
                      PlumbText **text,
                      const char *name,
                      GError **error)
{
  g_autoptr (PlumbText) words = NULL;

  for (guint i = 0; i < element->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (element->children, i);
      const char *language = plumb_element_get (child, "xml:lang");

      if (strcmp (child->name, name) != 0)
        continue;
      if (!plumb_element_check (child, "xml:lang", "", error))
        return FALSE;
      if (words == NULL)
        words = plumb_text_new ();
      if (plumb_text_has (words, language))
        {
          plumb_element_set_error (child, error, PLUMB_CASE_ERROR_MARKUP,
                                   "<%s> is there twice in one language", name);
          return FALSE;
        }
      plumb_text_add (words, language, plumb_element_get_text (child));
    }
  if (required && (words == NULL || *plumb_text_get (words, NULL) == '\0'))
    {
      plumb_element_set_error (element, error, PLUMB_CASE_ERROR_MARKUP, "<%s> lacks its <%s>",
                               element->name, name);
      return FALSE;
    }
  *text = g_steal_pointer (&words);

  return TRUE;
}

static gboolean
read_number (const PlumbElement *element,
             const char *attribute,
             gint64 minimum,
             gint64 maximum,
             gint64 *number,
             GError **error)
{
  g_autoptr (GError) found = NULL;
  const char *value;

  if (!plumb_element_require (element, attribute, &value, error))
    return FALSE;
  if (g_ascii_string_to_signed (value, 10, minimum, maximum, number, &found))
    return TRUE;
  plumb_element_set_error_inside (element, attribute, 1, 1, error, PLUMB_CASE_ERROR_VALUE,
                                  "“%s” is not a whole number from %" G_GINT64_FORMAT
                                  " to %" G_GINT64_FORMAT,
                                  value, minimum, maximum);

  return FALSE;
}

typedef gconstpointer (*Lookup) (gconstpointer, const char *id);

/* An attribute that lists ids, parted by spaces; absent is empty. */
static gboolean
read_list (const PlumbElement *element,
           const char *attribute,
           Lookup lookup,
           gconstpointer data,
           GPtrArray *list,
           GError **error)
{
  const char *value = plumb_element_get (element, attribute);
  g_auto (GStrv) ids = g_strsplit_set (value ? value : "", " \t\r\n", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gconstpointer found = *ids[i] != '\0' ? lookup (data, ids[i]) : NULL;

      if (*ids[i] == '\0')
        continue;
      if (found == NULL)
        {
          plumb_element_set_error_inside (element, attribute, 1, 1, error, PLUMB_CASE_ERROR_ID,
                                          "nothing is called “%s”", ids[i]);
          return FALSE;
        }
      g_ptr_array_add (list, (gpointer) found);
    }

  return TRUE;
}

/* ---- answers ----------------------------------------------------------------------------- */

static gboolean
parse_value (const PlumbFinding *finding, const char *text, PlumbValue *value)
{
  gint64 number;

  *value = plumb_value_null ();
  if (finding->type == PLUMB_FINDING_BOOLEAN
      && (g_str_equal (text, "true") || g_str_equal (text, "false")))
    *value = plumb_value_boolean (g_str_equal (text, "true"));
  else if (finding->type == PLUMB_FINDING_INTEGER
           && g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &number, NULL))
    *value = plumb_value_integer (number);
  else if (finding->type == PLUMB_FINDING_CHOICE)
    *value = plumb_value_string (text);

  return value->type != PLUMB_VALUE_NULL && plumb_finding_check_value (finding, value, NULL);
}

static const PlumbCaseAnswer *
find_own_answer (const PlumbCaseStep *step, const PlumbFinding *finding)
{
  for (guint i = 0; i < step->answers->len; i++)
    {
      const PlumbCaseAnswer *answer = g_ptr_array_index (step->answers, i);

      if (answer->finding == finding)
        return answer;
    }

  return NULL;
}

static PlumbCaseAnswer *
add_answer (PlumbCaseStep *step, const PlumbFinding *finding, PlumbValue value)
{
  PlumbCaseAnswer *answer = g_new0 (PlumbCaseAnswer, 1);

  answer->finding = finding;
  answer->value = value;
  g_ptr_array_add (step->answers, answer);

  return answer;
}

static gboolean
read_answer (PlumbCase *self, PlumbCaseStep *step, const PlumbElement *element, GError **error)
{
  g_autoptr (PlumbText) text = NULL;
  const char *id, *words;
  const PlumbFinding *finding;
  PlumbCaseAnswer *answer;
  PlumbValue value;

  if (!plumb_element_check (element, "finding value", "text", error)
      || !plumb_element_require (element, "finding", &id, error)
      || !plumb_element_require (element, "value", &words, error)
      || !plumb_case_read_text (element, FALSE, &text, "text", error))
    return FALSE;
  finding = plumb_pathway_lookup_finding (self->pathway, id);
  if (finding == NULL || find_own_answer (step, finding) != NULL)
    {
      plumb_element_set_error_inside (
          element, "finding", 1, 1, error, PLUMB_CASE_ERROR_ID,
          finding == NULL ? "nothing is called “%s”" : "“%s” is answered twice in one step", id);
      return FALSE;
    }
  if (!parse_value (finding, words, &value))
    {
      plumb_element_set_error_inside (element, "value", 1, 1, error, PLUMB_CASE_ERROR_VALUE,
                                      "“%s” is no answer to “%s”", words, id);
      return FALSE;
    }
  answer = add_answer (step, finding, value);
  answer->given = g_str_equal (element->name, "given");
  answer->text = g_steal_pointer (&text);

  return TRUE;
}

static const PlumbCard *
find_card (const PlumbPathway *pathway, const char *id)
{
  GPtrArray *cards = plumb_pathway_get_cards (pathway);

  for (guint i = 0; i < cards->len; i++)
    {
      const PlumbCard *card = g_ptr_array_index (cards, i);

      if (g_str_equal (card->id, id))
        return card;
    }

  return NULL;
}

/* What the step does not name of a card is as it mostly is. */
static gboolean
read_card (PlumbCase *self, PlumbCaseStep *step, const PlumbElement *element, GError **error)
{
  const PlumbCard *card;
  const char *id;

  if (!plumb_element_check (element, "id", "", error)
      || !plumb_element_require (element, "id", &id, error))
    return FALSE;
  card = find_card (self->pathway, id);
  if (card == NULL)
    {
      plumb_element_set_error_inside (element, "id", 1, 1, error, PLUMB_CASE_ERROR_ID,
                                      "nothing is called “%s”", id);
      return FALSE;
    }
  for (guint i = 0; i < card->findings->len; i++)
    {
      const PlumbFinding *finding = g_ptr_array_index (card->findings, i);

      if (plumb_finding_has_normal (finding) && find_own_answer (step, finding) == NULL
          && plumb_case_meets_need (self, self->steps->len - 1, finding))
        add_answer (step, finding, finding->normal);
    }

  return TRUE;
}

/* ---- steps and what follows them --------------------------------------------------------- */

/* Cards last: they fill what is left, wherever in the step they stand. */
static gboolean
read_step (PlumbCase *self, const PlumbElement *element, GError **error)
{
  PlumbCaseStep *step = plumb_case_add_step (self);

  if (!plumb_element_check (element, "", "text given hidden card", error)
      || !plumb_case_read_text (element, TRUE, (PlumbText **) &step->text, "text", error))
    return FALSE;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < element->children->len; i++)
      {
        const PlumbElement *child = g_ptr_array_index (element->children, i);
        gboolean is_card = g_str_equal (child->name, "card");

        if (g_str_equal (child->name, "text") || is_card != (pass == 1))
          continue;
        if (!(is_card ? read_card : read_answer) (self, step, child, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
read_expectation (PlumbCase *self, const PlumbElement *element, GError **error)
{
  Lookup lookup = (Lookup) plumb_pathway_lookup_recommendation;
  PlumbCaseStep *step;
  const char *stage;
  gint64 number;

  if (!plumb_element_check (element, "step advice absent stage", "", error)
      || !read_number (element, "step", 1, self->steps->len, &number, error)
      || !plumb_element_require (element, "stage", &stage, error))
    return FALSE;
  step = g_ptr_array_index (self->steps, (guint) number - 1);
  if (step->stage != NULL)
    {
      plumb_element_set_error (element, error, PLUMB_CASE_ERROR_MARKUP, "step %d has two <expect>",
                               (int) number);
      return FALSE;
    }
  step->stage = plumb_pathway_lookup_stage (self->pathway, stage);
  if (step->stage == NULL)
    {
      plumb_element_set_error_inside (element, "stage", 1, 1, error, PLUMB_CASE_ERROR_ID,
                                      "nothing is called “%s”", stage);
      return FALSE;
    }

  return read_list (element, "advice", lookup, self->pathway, step->expected, error)
         && read_list (element, "absent", lookup, self->pathway, step->absent, error);
}

static gboolean
read_lesson (PlumbCase *self, const PlumbElement *element, GError **error)
{
  PlumbCaseLesson *lesson = plumb_case_add_lesson (self);

  return plumb_element_check (element, "statements", "text", error)
         && plumb_case_read_text (element, TRUE, (PlumbText **) &lesson->text, "text", error)
         && read_list (element, "statements", (Lookup) plumb_pathway_lookup_statement,
                       self->pathway, lesson->statements, error);
}

/* ---- the file ---------------------------------------------------------------------------- */

static gboolean
check_format (PlumbElement *root, GError **error)
{
  gint64 format;

  if (!g_str_equal (root->name, "case"))
    {
      plumb_element_set_error (root, error, PLUMB_CASE_ERROR_FORMAT, "this is <%s>, not a <case>",
                               root->name);
      return FALSE;
    }
  if (!read_number (root, "format", 1, G_MAXINT32, &format, error))
    return FALSE;
  if (format > FORMAT)
    {
      plumb_element_set_error_inside (root, "format", 1, 1, error, PLUMB_CASE_ERROR_FORMAT,
                                      "the case has format %d, and this version of Plumbline reads "
                                      "only up to format %d; a newer Plumbline is needed",
                                      (int) format, FORMAT);
      return FALSE;
    }

  return plumb_element_check (root, "format id pathway difficulty review traps",
                              "title step expect learning", error);
}

static gboolean
read_review (PlumbCase *self, PlumbElement *root, GError **error)
{
  const char *review;

  if (!plumb_element_require (root, "review", &review, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    if (g_str_equal (reviews[i], review))
      {
        self->review = (PlumbReview) i;
        return TRUE;
      }
  plumb_element_set_error_inside (root, "review", 1, 1, error, PLUMB_CASE_ERROR_VALUE,
                                  "“%s” is no state of review", review);

  return FALSE;
}

static gboolean
read_head (PlumbCase *self, PlumbElement *root, GError **error)
{
  const char *id, *pathway;
  gint64 difficulty;

  if (!check_format (root, error) || !plumb_element_require (root, "id", &id, error)
      || !plumb_element_require (root, "pathway", &pathway, error))
    return FALSE;
  if (!g_str_equal (pathway, plumb_pathway_get_id (self->pathway)))
    {
      plumb_element_set_error_inside (root, "pathway", 1, 1, error, PLUMB_CASE_ERROR_PATHWAY,
                                      "the case is about the pathway “%s”, not “%s”", pathway,
                                      plumb_pathway_get_id (self->pathway));
      return FALSE;
    }
  if (*id == '\0' || id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
    {
      plumb_element_set_error_inside (root, "id", 1, 1, error, PLUMB_CASE_ERROR_VALUE,
                                      "“%s” is not an id", id);
      return FALSE;
    }
  if (!read_number (root, "difficulty", PLUMB_CASE_MIN_DIFFICULTY, PLUMB_CASE_MAX_DIFFICULTY,
                    &difficulty, error))
    return FALSE;
  self->id = g_strdup (id);
  self->difficulty = (guint) difficulty;

  return read_review (self, root, error)
         && read_list (root, "traps", (Lookup) plumb_traps_lookup, self->traps, self->own_traps,
                       error)
         && plumb_case_read_text (root, TRUE, &self->title, "title", error);
}

static gboolean
read_children (PlumbCase *self,
               PlumbElement *root,
               const char *name,
               gboolean (*read) (PlumbCase *, const PlumbElement *, GError **),
               GError **error)
{
  for (guint i = 0; i < root->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (root->children, i);

      if (g_str_equal (child->name, name) && !read (self, child, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_whole (PlumbCase *self, PlumbElement *root, GError **error)
{
  if (self->steps->len == 0)
    {
      plumb_element_set_error (root, error, PLUMB_CASE_ERROR_MARKUP, "<case> lacks its <step>");
      return FALSE;
    }
  for (guint i = 0; i < self->steps->len; i++)
    if (((const PlumbCaseStep *) g_ptr_array_index (self->steps, i))->stage == NULL)
      {
        plumb_element_set_error (root, error, PLUMB_CASE_ERROR_MARKUP,
                                 "nothing is expected of step %u", i + 1);
        return FALSE;
      }

  return TRUE;
}

/**
 * plumb_case_new_from_bytes:
 * @pathway: the pathway that the case is about
 * @traps: the traps that it may name
 * @bytes: a case file
 * @name: what to call it in messages
 * @error: return location for an error of #PLUMB_CASE_ERROR; its message begins
 *   with name, line and column
 *
 * Reads a case, all or nothing.
 *
 * Returns: (transfer full) (nullable): the case
 */
PlumbCase *
plumb_case_new_from_bytes (PlumbPathway *pathway,
                           PlumbTraps *traps,
                           GBytes *bytes,
                           const char *name,
                           GError **error)
{
  g_autoptr (PlumbMarkup) markup = NULL;
  g_autoptr (PlumbCase) self = NULL;
  PlumbElement *root;
  const char *data;
  gsize length;

  g_return_val_if_fail (pathway != NULL && traps != NULL, NULL);
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  markup = plumb_markup_parse (data ? data : "", length, name, PLUMB_CASE_ERROR,
                               PLUMB_CASE_ERROR_MARKUP, PLUMB_CASE_ERROR_LIMIT, error);
  if (markup == NULL)
    return NULL;
  root = plumb_markup_get_root (markup);
  self = plumb_case_new_empty (pathway, traps);
  if (!read_head (self, root, error) || !read_children (self, root, "step", read_step, error)
      || !read_children (self, root, "expect", read_expectation, error)
      || !read_children (self, root, "learning", read_lesson, error)
      || !check_whole (self, root, error))
    return NULL;

  return g_steal_pointer (&self);
}
