/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the file beside the logic: citations, findings, texts and codes. */

#include "plumb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- citations -------------------------------------------------------------------------- */

typedef void (*PlumbElementFunc) (PlumbChecker *self, const PlumbElement *element, gpointer data);

static void
walk (PlumbChecker *self, const PlumbElement *element, PlumbElementFunc func, gpointer data)
{
  func (self, element, data);
  for (guint i = 0; i < element->children->len; i++)
    walk (self, g_ptr_array_index (element->children, i), func, data);
}

static void
note_citations (PlumbChecker *self, const PlumbElement *element, gpointer data)
{
  const char *value = plumb_element_get (element, "statements");
  g_auto (GStrv) ids = value ? g_strsplit_set (value, " \t\r\n", -1) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const PlumbStatement *statement = plumb_pathway_lookup_statement (self->pathway, ids[i]);

      if (statement != NULL)
        g_hash_table_add (data, (gpointer) statement);
    }
}

static void
check_statements (PlumbChecker *self)
{
  GPtrArray *statements = self->pathway->lists[PLUMB_KIND_STATEMENT];
  GPtrArray *recommendations = self->pathway->lists[PLUMB_KIND_RECOMMENDATION];
  g_autoptr (GHashTable) cited = g_hash_table_new (NULL, NULL);

  walk (self, plumb_markup_get_root (self->markup), note_citations, cited);
  for (guint i = 0; i < statements->len; i++)
    {
      const PlumbStatement *statement = g_ptr_array_index (statements, i);

      /* Features of the page are met by the program itself. */
      if (!statement->page && !g_hash_table_contains (cited, statement))
        plumb_checker_report (self, 502, plumb_checker_find (self, "statements/statement", i), NULL,
                              _ ("Nothing cites “%s”."), statement->id);
    }
  self->coverage.n_statements = statements->len;
  for (guint i = 0; i < recommendations->len; i++)
    {
      const PlumbRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      if (recommendation->statements->len > 0)
        continue;
      plumb_checker_report (self, 501,
                            plumb_checker_find (self, "recommendations/recommendation", i), NULL,
                            _ ("“%s” cites no statement."), recommendation->id)
          ->recommendation
          = recommendation;
    }
}

static guint
count_sides (const PlumbDisagreement *disagreement, const PlumbStatement *statement)
{
  guint count = 0;

  for (guint i = 0; i < disagreement->sides->len; i++)
    {
      const PlumbSide *side = g_ptr_array_index (disagreement->sides, i);

      for (guint j = 0; j < side->statements->len; j++)
        count += g_ptr_array_index (side->statements, j) == statement;
    }

  return count;
}

static void
check_disagreements (PlumbChecker *self)
{
  GPtrArray *disagreements = self->pathway->lists[PLUMB_KIND_DISAGREEMENT];

  for (guint i = 0; i < disagreements->len; i++)
    {
      const PlumbDisagreement *disagreement = g_ptr_array_index (disagreements, i);

      for (guint j = 0; j < disagreement->statements->len; j++)
        {
          const PlumbStatement *statement = g_ptr_array_index (disagreement->statements, j);

          if (count_sides (disagreement, statement) != 1)
            plumb_checker_report (self, 508,
                                  plumb_checker_find (self, "disagreements/disagreement", i), NULL,
                                  _ ("“%s” stands on %u sides of “%s”."), statement->id,
                                  count_sides (disagreement, statement), disagreement->id);
        }
    }
}

/* ---- findings and terms ----------------------------------------------------------------- */

/* By slot: what some expression names, itself or through terms. */
typedef struct
{
  const PlumbPathway *pathway;
  const char *prefix; /* of the lists whose expressions count */
  guint8 *marks;
} PlumbNames;

static void
mark_name (guint slot, gpointer data)
{
  PlumbNames *self = data;
  const PlumbTerm *term = plumb_pathway_get_slot_term (self->pathway, slot);
  const PlumbFinding *finding = plumb_pathway_get_slot_finding (self->pathway, slot);
  gboolean marked = self->marks[slot];

  self->marks[slot] = TRUE;
  if (finding != NULL)
    self->marks[finding->index] = TRUE;
  if (term != NULL && !marked)
    plumb_expression_foreach_name (term->expression, mark_name, self);
}

static void
mark_names (PlumbChecker *checker, const PlumbPlacedExpression *placed, gpointer data)
{
  PlumbNames *self = data;

  if (g_str_has_prefix (placed->list, self->prefix) && !g_str_equal (placed->list, "terms/term"))
    plumb_expression_foreach_name (placed->expression, mark_name, self);
}

static void
mark_fields (PlumbNames *self)
{
  GPtrArray *scores = self->pathway->lists[PLUMB_KIND_SCORE];

  for (guint i = 0; i < scores->len; i++)
    {
      const PlumbScore *score = g_ptr_array_index (scores, i);

      for (guint j = 0; j < score->field_terms->len; j++)
        mark_name (((const PlumbTerm *) g_ptr_array_index (score->field_terms, j))->slot, self);
    }
}

static gboolean
is_measured (const PlumbPathway *pathway, const PlumbFinding *finding)
{
  GPtrArray *measures = pathway->lists[PLUMB_KIND_MEASURE];

  for (guint i = 0; i < measures->len; i++)
    if (((const PlumbMeasure *) g_ptr_array_index (measures, i))->finding == finding)
      return TRUE;

  return FALSE;
}

static void
check_finding (PlumbChecker *self,
               const PlumbFinding *finding,
               const guint8 *used,
               const guint8 *asked)
{
  const PlumbElement *element = plumb_checker_find (self, "findings/finding", finding->index);
  gboolean has_place = finding->role != PLUMB_ROLE_NONE || finding->score != NULL
                       || is_measured (self->pathway, finding) || finding->recorded;

  if (!has_place && !used[finding->index])
    plumb_checker_report (self, 503, element, NULL, _ ("Nothing uses “%s”."), finding->id);
  else if (!has_place && !asked[finding->index] && finding->card == NULL)
    plumb_checker_report (self, 504, element, NULL, _ ("No question ever asks “%s”."), finding->id);
  else if (finding->recorded && asked[finding->index])
    plumb_checker_report (self, 510, element, "use", _ ("“%s” decides something."), finding->id);
}

static void
check_use (PlumbChecker *self)
{
  const PlumbPathway *pathway = self->pathway;
  GPtrArray *findings = pathway->lists[PLUMB_KIND_FINDING];
  GPtrArray *terms = pathway->lists[PLUMB_KIND_TERM];
  g_autofree guint8 *used_marks = g_malloc0 (pathway->n_slots + 1);
  g_autofree guint8 *asked_marks = g_malloc0 (pathway->n_slots + 1);
  PlumbNames used = { pathway, "", used_marks };
  PlumbNames asked = { pathway, "stages/", asked_marks };

  plumb_checker_foreach_expression (self, TRUE, mark_names, &used);
  plumb_checker_foreach_expression (self, FALSE, mark_names, &asked);
  mark_fields (&used);
  for (guint i = 0; i < findings->len; i++)
    check_finding (self, g_ptr_array_index (findings, i), used_marks, asked_marks);
  for (guint i = 0; i < terms->len; i++)
    {
      const PlumbTerm *term = g_ptr_array_index (terms, i);

      if (!used_marks[term->slot])
        plumb_checker_report (self, 509, plumb_checker_find (self, "terms/term", i), NULL,
                              _ ("Nothing uses the term “%s”."), term->id);
    }
}

/* ---- languages -------------------------------------------------------------------------- */

static void
note_language (PlumbChecker *self, const PlumbElement *element, gpointer data)
{
  const char *language = plumb_element_get (element, "xml:lang");

  if (language != NULL)
    g_hash_table_add (data, (gpointer) language);
}

/* Names of publishers stay as they are, and what is under <invariants> is for whoever edits
 * the file, as are the messages about it. */
static gboolean
is_translated (const PlumbElement *parent, const PlumbElement *element)
{
  const char *text;

  if (element->children->len > 0 || plumb_element_get (element, "xml:lang") != NULL)
    return FALSE;
  text = plumb_element_get_text (element);

  return plumb_element_get (element, "id") == NULL && text[strspn (text, " \t\r\n")] != '\0'
         && strcmp (element->name, "publisher") != 0 && strcmp (parent->name, "invariant") != 0
         && strcmp (parent->name, "accepted") != 0;
}

static gboolean
has_language (const PlumbElement *parent, const char *name, const char *language)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (parent->children, i);

      if (strcmp (child->name, name) == 0
          && g_strcmp0 (plumb_element_get (child, "xml:lang"), language) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_translations (PlumbChecker *self, const PlumbElement *parent, gpointer data)
{
  GHashTableIter iter;
  gpointer language;

  for (guint i = 0; i < parent->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (parent->children, i);

      if (!is_translated (parent, child))
        continue;
      g_hash_table_iter_init (&iter, data);
      while (g_hash_table_iter_next (&iter, &language, NULL))
        {
          self->coverage.n_texts++;
          if (!has_language (parent, child->name, language))
            plumb_checker_report (self, 505, child, NULL, _ ("<%s> is not there in “%s”."),
                                  child->name, (const char *) language);
        }
    }
}

/* ---- the whole --------------------------------------------------------------------------- */

static void
check_code (PlumbChecker *self, const PlumbElement *element, gpointer data)
{
  const char *loinc = plumb_element_get (element, "loinc");
  const char *snomed = plumb_element_get (element, "snomed");

  self->coverage.n_codes += (loinc != NULL) + (snomed != NULL);
  if (loinc != NULL && !plumb_code_is_loinc (loinc))
    plumb_checker_report (self, 506, element, "loinc", _ ("“%s” is no LOINC code."), loinc);
  if (snomed != NULL && !plumb_code_is_snomed (snomed))
    plumb_checker_report (self, 507, element, "snomed", _ ("“%s” is no SNOMED CT code."), snomed);
}

void
plumb_checker_check_content (PlumbChecker *self)
{
  g_autoptr (GHashTable) languages = g_hash_table_new (g_str_hash, g_str_equal);

  check_statements (self);
  check_disagreements (self);
  check_use (self);
  walk (self, plumb_markup_get_root (self->markup), note_language, languages);
  walk (self, plumb_markup_get_root (self->markup), check_translations, languages);
  walk (self, plumb_markup_get_root (self->markup), check_code, NULL);
}
