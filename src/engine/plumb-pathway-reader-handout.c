/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <string.h>

/* The id that keeps an advice off the handout. */
#define NO_SECTION "none"

/* ---- placeholders ----------------------------------------------------------------------- */

static gboolean
check_braces (const PlumbElement *element, const char *placeholders, GError **error)
{
  const char *text = plumb_element_get_text (element);
  g_auto (GStrv) known = g_strsplit (placeholders, " ", -1);
  g_autofree char *rest = g_strdup (text);

  for (guint i = 0; known[i] != NULL && *known[i] != '\0'; i++)
    {
      char *at = strstr (rest, known[i]);

      if (at == NULL)
        {
          plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                                   "<%s> lacks its placeholder %s", element->name, known[i]);
          return FALSE;
        }
      memset (at, ' ', strlen (known[i]));
    }
  if (strpbrk (rest, "{}") == NULL)
    return TRUE;

  plumb_element_set_error_inside (
      element, NULL, 1, (guint) g_utf8_pointer_to_offset (rest, strpbrk (rest, "{}")) + 1, error,
      PLUMB_PATHWAY_ERROR_VALUE, "this is no placeholder of <%s>", element->name);
  return FALSE;
}

/* In every language, each of the placeholders is there once, and no other. */
static gboolean
read_pattern (PlumbReader *reader,
              const PlumbElement *parent,
              const char *name,
              const char *placeholders,
              const PlumbText **text,
              GError **error)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (parent->children, i);

      if (strcmp (child->name, name) == 0 && !check_braces (child, placeholders, error))
        return FALSE;
    }

  return plumb_reader_text (reader, parent, name, TRUE, text, error);
}

static gboolean
read_words (PlumbReader *reader,
            const PlumbElement *parent,
            const char *name,
            const PlumbText **text,
            GError **error)
{
  return read_pattern (reader, parent, name, "", text, error);
}

/* ---- sections, pictures, pages ---------------------------------------------------------- */

static gboolean
read_section (PlumbReader *reader, PlumbElement *element, GError **error)
{
  static const char *const kinds[] = { "found", "cards", "list", "return", "signs", NULL };
  static const char *const introduce[] = { "always", "several", NULL };
  static const char *const answers[] = { "no", "yes", NULL };
  PlumbHandoutSection *self;
  int kind, several, spare;

  if (!plumb_element_check (element, "id kind introduce spare", "title introduction", error)
      || !plumb_reader_word (element, "kind", kinds, -1, &kind, error)
      || !plumb_reader_word (element, "introduce", introduce, 0, &several, error)
      || !plumb_reader_word (element, "spare", answers, 0, &spare, error))
    return FALSE;
  self = plumb_reader_add (reader, PLUMB_KIND_SECTION, sizeof *self, element, "id", error);
  if (self == NULL)
    return FALSE;
  self->kind = (PlumbHandoutKind) kind;
  self->several = several > 0;
  self->spare = spare > 0;
  if (strcmp (self->id, NO_SECTION) == 0)
    {
      plumb_element_set_error_inside (element, "id", 1, 1, error, PLUMB_PATHWAY_ERROR_ID,
                                      "“%s” says that an advice is not printed", self->id);
      return FALSE;
    }

  return read_words (reader, element, "title", &self->title, error)
         && plumb_reader_text (reader, element, "introduction", FALSE, &self->introduction, error);
}

static gboolean
read_picture (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbHandoutPicture *self;

  if (!plumb_element_check (element, "id", "alternative", error))
    return FALSE;
  self = plumb_reader_add (reader, PLUMB_KIND_PICTURE, sizeof *self, element, "id", error);

  return self != NULL && read_words (reader, element, "alternative", &self->alternative, error);
}

static gboolean
has_signs (const PlumbHandoutPage *page)
{
  for (guint i = 0; i < page->sections->len; i++)
    {
      const PlumbHandoutSection *section = g_ptr_array_index (page->sections, i);

      if (section->kind == PLUMB_HANDOUT_SIGNS)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_page (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbHandoutPage *self
      = plumb_pathway_own (reader->pathway, g_new0 (PlumbHandoutPage, 1), g_free);

  if (!plumb_element_check (element, "when sections", "title", error)
      || !plumb_reader_expression (reader, element, "when", PLUMB_VALUE_BOOLEAN, FALSE,
                                   &self->condition, error)
      || !plumb_reader_list (reader, PLUMB_KIND_SECTION, element, "sections", &self->sections,
                             error)
      || !read_words (reader, element, "title", &self->title, error))
    return FALSE;
  if (!has_signs (self))
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "every page shows the warning signs");
      return FALSE;
    }
  g_ptr_array_add (reader->pathway->handout->pages, self);

  return TRUE;
}

/* There is always a page to print: the last one asks for nothing. */
static gboolean
check_pages (PlumbReader *reader, const PlumbElement *element, GError **error)
{
  GPtrArray *pages = reader->pathway->handout->pages;

  for (guint i = 0; i < pages->len; i++)
    {
      const PlumbHandoutPage *page = g_ptr_array_index (pages, i);

      if ((page->condition == NULL) == (i + 1 == pages->len))
        continue;
      plumb_element_set_error (g_ptr_array_index (element->children, i), error,
                               PLUMB_PATHWAY_ERROR_VALUE,
                               "each page says when, but for the last, which is for all else");
      return FALSE;
    }
  if (pages->len == 0)
    plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE, "there is no page");

  return pages->len > 0;
}

/* ---- what stands in the sections -------------------------------------------------------- */

/* A sentence is in words of its own, or those of a finding that was answered yes. */
static gboolean
read_sentence (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbHandoutSentence *self
      = plumb_pathway_own (reader->pathway, g_new0 (PlumbHandoutSentence, 1), g_free);
  static const char *const no_yes[] = { "no", "yes", NULL };
  const char *id = plumb_element_get (element, "finding");
  const PlumbFinding *finding;

  if (!plumb_element_check (element, id ? "finding" : "when founded", id ? "" : "text", error)
      || !plumb_reader_word (element, "founded", no_yes, 0, &self->founded, error))
    return FALSE;
  g_ptr_array_add (reader->pathway->handout->sentences, self);
  if (id == NULL)
    {
      const PlumbElement *text = plumb_element_find (element, "text");
      gboolean dated = text != NULL && strchr (plumb_element_get_text (text), '{') != NULL;

      return plumb_reader_expression (reader, element, "when", PLUMB_VALUE_BOOLEAN, TRUE,
                                      &self->condition, error)
             && read_pattern (reader, element, "text", dated ? "{weeks}" : "", &self->text, error);
    }

  finding = plumb_reader_find (reader, PLUMB_KIND_FINDING, element, "finding", id, error);
  if (finding == NULL
      || !plumb_reader_expression (reader, element, "finding", PLUMB_VALUE_BOOLEAN, TRUE,
                                   &self->condition, error))
    return FALSE;
  self->text = finding->patient;

  return TRUE;
}

static gboolean
read_exercise (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbHandoutExercise *self
      = plumb_pathway_own (reader->pathway, g_new0 (PlumbHandoutExercise, 1), g_free);
  const char *picture;

  if (!plumb_element_check (element, "picture when", "title text", error)
      || !plumb_element_require (element, "picture", &picture, error)
      || !plumb_reader_expression (reader, element, "when", PLUMB_VALUE_BOOLEAN, FALSE,
                                   &self->condition, error)
      || !read_words (reader, element, "title", &self->title, error)
      || !read_words (reader, element, "text", &self->text, error))
    return FALSE;
  self->picture
      = plumb_reader_find (reader, PLUMB_KIND_PICTURE, element, "picture", picture, error);
  g_ptr_array_add (reader->pathway->handout->exercises, self);

  return self->picture != NULL;
}

static gboolean
read_sign (PlumbReader *reader, PlumbElement *element, GError **error)
{
  const PlumbText *text;

  if (!plumb_element_check (element, "", "text", error)
      || !read_words (reader, element, "text", &text, error))
    return FALSE;
  g_ptr_array_add (reader->pathway->handout->signs, (gpointer) text);

  return TRUE;
}

static gboolean
read_exercises_head (PlumbReader *reader, const PlumbElement *element, GError **error)
{
  PlumbHandoutPlan *plan = reader->pathway->handout;
  const char *section;

  if (element == NULL)
    return TRUE;
  if (!plumb_element_require (element, "section", &section, error)
      || !plumb_reader_list (reader, PLUMB_KIND_RECOMMENDATION, element, "recommendations",
                             &plan->exercise_advices, error)
      || !plumb_reader_expression (reader, element, "when", PLUMB_VALUE_BOOLEAN, FALSE,
                                   &plan->exercise_condition, error))
    return FALSE;
  plan->exercise_section
      = plumb_reader_find (reader, PLUMB_KIND_SECTION, element, "section", section, error);

  return plan->exercise_section != NULL;
}

static gboolean
read_return (PlumbReader *reader, const PlumbElement *element, GError **error)
{
  PlumbHandoutPlan *plan = reader->pathway->handout;

  return plumb_element_check (element, "", "between by on undated unplanned sooner", error)
         && read_pattern (reader, element, "between", "{from} {to}", &plan->between, error)
         && read_pattern (reader, element, "by", "{to}", &plan->by, error)
         && read_pattern (reader, element, "on", "{to}", &plan->on, error)
         && read_words (reader, element, "undated", &plan->undated, error)
         && read_words (reader, element, "unplanned", &plan->unplanned, error)
         && read_words (reader, element, "sooner", &plan->sooner, error);
}

/* ---- the advices' places ---------------------------------------------------------------- */

static gboolean
check_item (const PlumbElement *item, const PlumbRecommendation *self, GError **error)
{
  gboolean review = self->review_due != NULL;
  PlumbHandoutKind kind = self->handout_section->kind;

  if ((kind == PLUMB_HANDOUT_RETURN) != review)
    plumb_element_set_error_inside (item, "section", 1, 1, error, PLUMB_PATHWAY_ERROR_VALUE,
                                    review ? "an advice with a review goes where one comes back"
                                           : "only an advice with a review goes there");
  else if (kind == PLUMB_HANDOUT_SIGNS)
    plumb_element_set_error_inside (item, "section", 1, 1, error, PLUMB_PATHWAY_ERROR_VALUE,
                                    "the warning signs are always the same");
  else if (kind == PLUMB_HANDOUT_CARDS && self->handout_title == NULL)
    plumb_element_set_error (item, error, PLUMB_PATHWAY_ERROR_MARKUP, "<item> lacks its <title>");
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_item (PlumbReader *reader, PlumbRecommendation *self, const PlumbElement *item, GError **error)
{
  const char *section, *picture = plumb_element_get (item, "picture");

  if (!plumb_element_check (item, "section picture when", "title", error)
      || !plumb_element_require (item, "section", &section, error))
    return FALSE;
  if (strcmp (section, NO_SECTION) == 0)
    return plumb_element_check (item, "section", "", error);

  self->handout_section
      = plumb_reader_find (reader, PLUMB_KIND_SECTION, item, "section", section, error);
  if (self->handout_section == NULL
      || !plumb_reader_expression (reader, item, "when", PLUMB_VALUE_BOOLEAN, FALSE,
                                   &self->handout_condition, error)
      || !plumb_reader_text (reader, item, "title", FALSE, &self->handout_title, error))
    return FALSE;
  if (picture != NULL)
    self->handout_picture
        = plumb_reader_find (reader, PLUMB_KIND_PICTURE, item, "picture", picture, error);

  return (picture == NULL || self->handout_picture != NULL) && check_item (item, self, error);
}

/* Where there is a handout, each advice says where on it, or that it is not on it: silence could
 * be an oversight, and a patient would miss what was decided. */
static gboolean
read_items (PlumbReader *reader, GError **error)
{
  GPtrArray *recommendations = reader->pathway->lists[PLUMB_KIND_RECOMMENDATION];

  for (guint i = 0; i < recommendations->len; i++)
    {
      PlumbRecommendation *self = g_ptr_array_index (recommendations, i);
      const PlumbElement *element = g_hash_table_lookup (reader->elements, self);
      const PlumbElement *item = plumb_element_find (element, "item");

      if (item == NULL)
        {
          plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_MARKUP,
                                   "“%s” lacks its <item>: its place on the handout", self->id);
          return FALSE;
        }
      if (!read_item (reader, self, item, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- the whole -------------------------------------------------------------------------- */

static gboolean
read_part (PlumbReader *reader,
           const PlumbElement *handout,
           const char *name,
           const char *attributes,
           const char *child,
           gboolean (*read) (PlumbReader *, PlumbElement *, GError **),
           GError **error)
{
  PlumbElement *part = plumb_element_find (handout, name);

  if (part == NULL)
    return TRUE;
  if (!plumb_element_check (part, attributes, child, error))
    return FALSE;
  for (guint i = 0; i < part->children->len; i++)
    if (!read (reader, g_ptr_array_index (part->children, i), error))
      return FALSE;

  return TRUE;
}

static PlumbHandoutPlan *
make_plan (PlumbReader *reader)
{
  PlumbHandoutPlan *plan
      = plumb_pathway_own (reader->pathway, g_new0 (PlumbHandoutPlan, 1), g_free);

  plan->sections = reader->pathway->lists[PLUMB_KIND_SECTION];
  plan->pictures = reader->pathway->lists[PLUMB_KIND_PICTURE];
  plan->pages = plumb_reader_array (reader);
  plan->sentences = plumb_reader_array (reader);
  plan->signs = plumb_reader_array (reader);
  plan->exercises = plumb_reader_array (reader);
  plan->exercise_advices = plumb_reader_array (reader);

  return plan;
}

static gboolean
require_part (const PlumbElement *handout,
              const char *name,
              const PlumbElement **part,
              GError **error)
{
  *part = plumb_element_find (handout, name);
  if (*part == NULL || (strcmp (name, "signs") == 0 && (*part)->children->len == 0))
    {
      plumb_element_set_error (handout, error, PLUMB_PATHWAY_ERROR_MARKUP,
                               "<handout> lacks its <%s>", name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_handout (PlumbReader *reader, const PlumbElement *handout, GError **error)
{
  PlumbHandoutPlan *plan = reader->pathway->handout = make_plan (reader);
  const PlumbElement *pages, *signs, *back;

  return plumb_element_check (handout, "",
                              "sections pages found exercises return signs pictures closing note",
                              error)
         && require_part (handout, "pages", &pages, error)
         && require_part (handout, "return", &back, error)
         && require_part (handout, "signs", &signs, error)
         && read_part (reader, handout, "sections", "", "section", read_section, error)
         && read_part (reader, handout, "pictures", "", "picture", read_picture, error)
         && read_part (reader, handout, "pages", "", "page", read_page, error)
         && check_pages (reader, pages, error)
         && read_part (reader, handout, "found", "", "sentence", read_sentence, error)
         && read_exercises_head (reader, plumb_element_find (handout, "exercises"), error)
         && read_part (reader, handout, "exercises", "section recommendations when", "exercise",
                       read_exercise, error)
         && read_return (reader, back, error)
         && read_part (reader, handout, "signs", "", "sign", read_sign, error)
         && read_words (reader, handout, "closing", &plan->closing, error)
         && read_words (reader, handout, "note", &plan->note, error) && read_items (reader, error);
}

/* The patient's page; a pathway may do without. */
gboolean
plumb_reader_read_handout (PlumbReader *reader, GError **error)
{
  const PlumbElement *handout = plumb_element_find (reader->root, "handout");
  gboolean whole;

  if (handout == NULL)
    return TRUE;
  reader->with_recommendations = TRUE;
  whole = read_handout (reader, handout, error);
  reader->with_recommendations = FALSE;

  return whole;
}
