/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <string.h>

/* ---- scores ----------------------------------------------------------------------------- */

static gboolean
read_item (PlumbReader *reader, PlumbElement *child, PlumbScore *score, GError **error)
{
  const char *id;
  PlumbFinding *finding;

  if (!plumb_element_check (child, "finding loinc", "", error)
      || !plumb_element_require (child, "finding", &id, error))
    return FALSE;
  finding = plumb_reader_find (reader, PLUMB_KIND_FINDING, child, "finding", id, error);
  if (finding == NULL)
    return FALSE;
  finding->score = score;
  g_ptr_array_add (score->items, finding);
  g_ptr_array_add (score->item_codes,
                   (char *) plumb_reader_string (reader, plumb_element_get (child, "loinc")));

  return TRUE;
}

static gboolean
read_field (PlumbReader *reader, PlumbElement *child, PlumbScore *score, GError **error)
{
  const char *name, *id;
  gpointer term;

  if (!plumb_element_check (child, "name term loinc", "", error)
      || !plumb_element_require (child, "name", &name, error)
      || !plumb_element_require (child, "term", &id, error))
    return FALSE;
  term = plumb_reader_find (reader, PLUMB_KIND_TERM, child, "term", id, error);
  if (term == NULL)
    return FALSE;
  g_ptr_array_add (score->field_names, (char *) plumb_reader_string (reader, name));
  g_ptr_array_add (score->field_terms, term);
  g_ptr_array_add (score->field_codes,
                   (char *) plumb_reader_string (reader, plumb_element_get (child, "loinc")));

  return TRUE;
}

static gboolean
read_score (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbScore *score;
  PlumbFinding *entered;
  const char *group, *entered_id;

  if (!plumb_element_check (element, "id group entered statements",
                            "title copyright prompt item field", error)
      || !plumb_element_require (element, "group", &group, error)
      || !plumb_element_require (element, "entered", &entered_id, error))
    return FALSE;
  score = plumb_reader_add (reader, PLUMB_KIND_SCORE, sizeof *score, element, "id", error);
  if (score == NULL)
    return FALSE;
  score->group = plumb_reader_find (reader, PLUMB_KIND_GROUP, element, "group", group, error);
  entered = plumb_reader_find (reader, PLUMB_KIND_FINDING, element, "entered", entered_id, error);
  if (score->group == NULL || entered == NULL
      || !plumb_reader_text (reader, element, "title", TRUE, &score->title, error)
      || !plumb_reader_text (reader, element, "copyright", TRUE, &score->copyright, error)
      || !plumb_reader_text (reader, element, "prompt", TRUE, &score->prompt, error)
      || !plumb_reader_list (reader, PLUMB_KIND_STATEMENT, element, "statements",
                             &score->statements, error))
    return FALSE;

  entered->score = score;
  score->entered = entered;
  score->items = plumb_reader_array (reader);
  score->item_codes = plumb_reader_array (reader);
  score->field_names = plumb_reader_array (reader);
  score->field_terms = plumb_reader_array (reader);
  score->field_codes = plumb_reader_array (reader);
  for (guint i = 0; i < element->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (element->children, i);

      if ((strcmp (child->name, "item") == 0 && !read_item (reader, child, score, error))
          || (strcmp (child->name, "field") == 0 && !read_field (reader, child, score, error)))
        return FALSE;
    }

  return TRUE;
}

/* ---- measures --------------------------------------------------------------------------- */

static gboolean
read_band (PlumbReader *reader, PlumbElement *child, PlumbMeasure *measure, GError **error)
{
  PlumbBand *band = plumb_pathway_own (reader->pathway, g_new0 (PlumbBand, 1), g_free);
  gint64 from, to;

  if (!plumb_element_check (child, "from to", "text", error)
      || !plumb_reader_integer (child, "from", 0, &from, error)
      || !plumb_reader_integer (child, "to", 0, &to, error)
      || !plumb_reader_text (reader, child, "text", TRUE, &band->text, error))
    return FALSE;
  band->from = (int) from;
  band->to = (int) to;
  g_ptr_array_add (measure->bands, band);

  return TRUE;
}

static gboolean
read_measure (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbMeasure *measure;
  const char *id;
  gint64 change;

  if (!plumb_element_check (element, "finding loinc change statements", "change band", error)
      || !plumb_element_require (element, "finding", &id, error)
      || !plumb_reader_integer (element, "change", 0, &change, error))
    return FALSE;

  measure = plumb_pathway_own (reader->pathway, g_new0 (PlumbMeasure, 1), g_free);
  measure->finding = plumb_reader_find (reader, PLUMB_KIND_FINDING, element, "finding", id, error);
  measure->bands = plumb_reader_array (reader);
  measure->change = (int) change;
  measure->code = plumb_reader_string (reader, plumb_element_get (element, "loinc"));
  if (measure->finding == NULL
      || !plumb_reader_text (reader, element, "change", FALSE, &measure->change_text, error)
      || !plumb_reader_list (reader, PLUMB_KIND_STATEMENT, element, "statements",
                             &measure->statements, error))
    return FALSE;
  for (guint i = 0; i < element->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (element->children, i);

      if (strcmp (child->name, "band") == 0 && !read_band (reader, child, measure, error))
        return FALSE;
    }
  g_ptr_array_add (reader->pathway->lists[PLUMB_KIND_MEASURE], measure);

  return TRUE;
}

/* ---- the section ------------------------------------------------------------------------ */

/* Read when the terms are there. */
gboolean
plumb_reader_read_scores (PlumbReader *reader, GError **error)
{
  PlumbElement *section = plumb_element_find (reader->root, "scores");

  if (section == NULL)
    return TRUE;
  if (!plumb_element_check (section, "", "score measure", error))
    return FALSE;
  for (guint i = 0; i < section->children->len; i++)
    {
      PlumbElement *element = g_ptr_array_index (section->children, i);

      if (!(strcmp (element->name, "score") == 0 ? read_score (reader, element, error)
                                                 : read_measure (reader, element, error)))
        return FALSE;
    }

  return TRUE;
}
