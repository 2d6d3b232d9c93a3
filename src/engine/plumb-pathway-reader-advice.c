/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <string.h>

/* ---- recommendations and disagreements -------------------------------------------------- */

const char *const plumb_reader_urgencies[]
    = { "emergency", "same_day", "urgent", "routine", NULL };

static gboolean
read_recommendation (PlumbReader *reader, PlumbElement *element, GError **error)
{
  static const char *const strengths[]
      = { "do", "consider", "caution", "avoid", "inform", NULL };
  PlumbRecommendation *self;
  const char *stage;
  int strength, urgency;

  if (!plumb_element_check (element, "id stage strength urgency statements for against",
                            "title clinician patient item rationale review", error)
      || !plumb_element_require (element, "stage", &stage, error)
      || !plumb_reader_word (element, "strength", strengths, -1, &strength, error)
      || !plumb_reader_word (element, "urgency", plumb_reader_urgencies, -1, &urgency, error))
    return FALSE;
  self = plumb_reader_add (reader, PLUMB_KIND_RECOMMENDATION, sizeof *self, element, "id", error);
  if (self == NULL)
    return FALSE;
  self->strength = (PlumbStrength) strength;
  self->urgency = (PlumbUrgency) urgency;
  self->disagreements = plumb_reader_array (reader);
  self->carriers = plumb_reader_array (reader);
  plumb_reader_read_topics (reader, element, "for", &self->topics);
  plumb_reader_read_topics (reader, element, "against", &self->topics_against);
  self->stage = plumb_reader_find (reader, PLUMB_KIND_STAGE, element, "stage", stage, error);

  return self->stage != NULL
         && plumb_reader_text (reader, element, "title", TRUE, &self->title, error)
         && plumb_reader_text (reader, element, "clinician", TRUE, &self->clinician, error)
         && plumb_reader_text (reader, element, "patient", TRUE, &self->patient, error)
         && plumb_reader_text (reader, element, "rationale", TRUE, &self->rationale, error)
         && plumb_reader_list (reader, PLUMB_KIND_STATEMENT, element, "statements",
                               &self->statements, error);
}

static gboolean
read_side (PlumbReader *reader, PlumbElement *element, PlumbDisagreement *disagreement,
           GError **error)
{
  PlumbSide *side = plumb_pathway_own (reader->pathway, g_new0 (PlumbSide, 1), g_free);

  if (!plumb_element_check (element, "statements", "text", error)
      || !plumb_reader_text (reader, element, "text", TRUE, &side->text, error)
      || !plumb_reader_list (reader, PLUMB_KIND_STATEMENT, element, "statements",
                             &side->statements, error))
    return FALSE;
  g_ptr_array_add (disagreement->sides, side);

  return TRUE;
}

static gboolean
read_disagreement (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbDisagreement *self;

  if (!plumb_element_check (element, "id statements recommendations", "title side note", error))
    return FALSE;
  self = plumb_reader_add (reader, PLUMB_KIND_DISAGREEMENT, sizeof *self, element, "id", error);
  if (self == NULL || !plumb_reader_text (reader, element, "title", TRUE, &self->title, error)
      || !plumb_reader_text (reader, element, "note", FALSE, &self->note, error)
      || !plumb_reader_list (reader, PLUMB_KIND_STATEMENT, element, "statements",
                             &self->statements, error)
      || !plumb_reader_list (reader, PLUMB_KIND_RECOMMENDATION, element, "recommendations",
                             &self->recommendations, error))
    return FALSE;

  self->sides = plumb_reader_array (reader);
  for (guint i = 0; i < element->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (element->children, i);

      if (strcmp (child->name, "side") == 0 && !read_side (reader, child, self, error))
        return FALSE;
    }
  for (guint i = 0; i < self->recommendations->len; i++)
    {
      PlumbRecommendation *recommendation = g_ptr_array_index (self->recommendations, i);

      g_ptr_array_add (recommendation->disagreements, self);
    }

  return TRUE;
}

gboolean
plumb_reader_read_advice (PlumbReader *reader, GError **error)
{
  return plumb_reader_section (reader, "recommendations", "recommendation", read_recommendation, error)
         && plumb_reader_section (reader, "disagreements", "disagreement", read_disagreement, error);
}

/* ---- terms, and the expressions that hang on recommendations ---------------------------- */

static gboolean
read_term (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbTerm *term;

  if (!plumb_element_check (element, "id", "", error))
    return FALSE;
  term = plumb_reader_add (reader, PLUMB_KIND_TERM, sizeof *term, element, "id", error);
  if (term == NULL)
    return FALSE;
  term->slot = reader->pathway->days_slot + 1 + term->index;

  return TRUE;
}

/* Terms may name terms that stand further down, so they are compiled as they are
 * found to be needed: every pass compiles those whose names are all known. */
static gboolean
compile_term (PlumbReader *reader, PlumbTerm *term, GError **error)
{
  const PlumbElement *element = g_hash_table_lookup (reader->elements, term);

  return plumb_reader_expression (reader, element, NULL, PLUMB_VALUE_NULL, TRUE,
                                  &term->expression, error);
}

static gboolean
names_waiting_term (PlumbReader *reader, const PlumbTerm *term, const PlumbTerm **waiting)
{
  const PlumbElement *element = g_hash_table_lookup (reader->elements, term);
  GPtrArray *terms = reader->pathway->lists[PLUMB_KIND_TERM];
  const char *text = plumb_element_get_text (element);

  for (guint i = 0; i < terms->len; i++)
    {
      const PlumbTerm *other = g_ptr_array_index (terms, i);
      gsize length = strlen (other->id);

      if (other->expression != NULL)
        continue;
      for (const char *at = strstr (text, other->id); at != NULL; at = strstr (at + 1, other->id))
        if ((at == text || !(g_ascii_isalnum (at[-1]) || at[-1] == '_'))
            && !(g_ascii_isalnum (at[length]) || at[length] == '_'))
          {
            *waiting = other;
            return TRUE;
          }
    }

  return FALSE;
}

static gboolean
compile_terms (PlumbReader *reader, GError **error)
{
  GPtrArray *terms = reader->pathway->lists[PLUMB_KIND_TERM];
  GPtrArray *order = reader->pathway->term_order;

  while (order->len < terms->len)
    {
      guint before = order->len;
      const PlumbTerm *stuck = NULL, *waiting = NULL;

      for (guint i = 0; i < terms->len; i++)
        {
          PlumbTerm *term = g_ptr_array_index (terms, i);
          const PlumbTerm *other = NULL;

          if (term->expression != NULL)
            continue;
          if (names_waiting_term (reader, term, &other))
            {
              if (stuck == NULL)
                {
                  stuck = term;
                  waiting = other;
                }
              continue;
            }
          if (!compile_term (reader, term, error))
            return FALSE;
          g_ptr_array_add (order, term);
        }
      if (order->len == before)
        {
          plumb_element_set_error (g_hash_table_lookup (reader->elements, stuck), error,
                                   PLUMB_PATHWAY_ERROR_CYCLE,
                                   "the term “%s” depends on itself, by way of “%s”", stuck->id,
                                   waiting->id);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_warning (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbWarning *warning;

  if (!plumb_element_check (element, "id when", "text", error))
    return FALSE;
  /* A warning has no index: its id is followed by its condition. */
  warning = plumb_pathway_own (reader->pathway, g_new0 (PlumbWarning, 1), g_free);
  if (!plumb_element_require (element, "id", &warning->id, error)
      || !plumb_reader_expression (reader, element, "when", PLUMB_VALUE_BOOLEAN, TRUE,
                                   &warning->condition, error)
      || !plumb_reader_text (reader, element, "text", TRUE, &warning->text, error))
    return FALSE;
  warning->id = plumb_reader_string (reader, warning->id);
  g_ptr_array_add (reader->pathway->lists[PLUMB_KIND_WARNING], warning);

  return TRUE;
}

static gboolean
read_review (PlumbReader *reader, PlumbRecommendation *self, GError **error)
{
  const PlumbElement *element = g_hash_table_lookup (reader->elements, self);
  const PlumbElement *review = plumb_element_find (element, "review");

  if (review == NULL)
    return TRUE;

  return plumb_element_check (review, "earliest due", "", error)
         && plumb_reader_expression (reader, review, "earliest", PLUMB_VALUE_INTEGER, TRUE,
                                     &self->review_earliest, error)
         && plumb_reader_expression (reader, review, "due", PLUMB_VALUE_INTEGER, TRUE,
                                     &self->review_due, error);
}

gboolean
plumb_reader_read_terms (PlumbReader *reader, GError **error)
{
  PlumbPathway *pathway = reader->pathway;
  GPtrArray *recommendations = pathway->lists[PLUMB_KIND_RECOMMENDATION];
  guint first;

  if (!plumb_reader_section (reader, "terms", "term", read_term, error)
      || !compile_terms (reader, error)
      || !plumb_reader_section (reader, "warnings", "warning", read_warning, error))
    return FALSE;

  first = pathway->days_slot + 1 + pathway->lists[PLUMB_KIND_TERM]->len;
  for (guint i = 0; i < recommendations->len; i++)
    {
      PlumbRecommendation *self = g_ptr_array_index (recommendations, i);

      self->slot = first + i;
      if (!read_review (reader, self, error))
        return FALSE;
    }
  pathway->n_slots = first + recommendations->len;

  return TRUE;
}
