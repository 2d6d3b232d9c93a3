/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <string.h>

static gboolean
read_area (PlumbReader *reader, PlumbElement *element, GError **error)
{
  static const char *const views[] = { "front", "back", NULL };
  PlumbArea *area;
  int view;

  if (!plumb_element_check (element, "id view", "label", error)
      || !plumb_reader_word (element, "view", views, -1, &view, error))
    return FALSE;
  area = plumb_reader_add (reader, PLUMB_KIND_AREA, sizeof *area, element, "id", error);
  if (area == NULL)
    return FALSE;
  area->view = (PlumbView) view;

  return plumb_reader_text (reader, element, "label", TRUE, &area->label, error);
}

/* Only what is one of a few answers can be told from a picture. */
static gboolean
read_value (PlumbElement *element, const PlumbFinding *finding, PlumbValue *value, GError **error)
{
  static const char *const truths[] = { "false", "true", NULL };
  const char *code;
  int truth;

  if (finding->type == PLUMB_FINDING_BOOLEAN)
    {
      if (!plumb_reader_word (element, "value", truths, -1, &truth, error))
        return FALSE;
      *value = plumb_value_boolean (truth);
      return TRUE;
    }
  if (!plumb_element_require (element, "value", &code, error))
    return FALSE;
  if (plumb_finding_lookup_choice (finding, code) == NULL)
    {
      plumb_element_set_error_inside (element, "value", 1, 1, error, PLUMB_PATHWAY_ERROR_VALUE,
                                      "“%s” is not an answer to “%s”", code, finding->id);
      return FALSE;
    }
  *value = plumb_value_string (code);

  return TRUE;
}

static gboolean
read_implication (PlumbReader *reader, PlumbElement *element, PlumbBody *body, GError **error)
{
  PlumbImplication *self;
  const char *finding, *areas;

  if (!plumb_element_check (element, "finding value areas with", "", error)
      || !plumb_element_require (element, "finding", &finding, error)
      || !plumb_element_require (element, "areas", &areas, error))
    return FALSE;
  self = plumb_pathway_own (reader->pathway, g_new0 (PlumbImplication, 1), g_free);
  self->finding
      = plumb_reader_find (reader, PLUMB_KIND_FINDING, element, "finding", finding, error);
  if (self->finding == NULL || !read_value (element, self->finding, &self->value, error)
      || !plumb_reader_list (reader, PLUMB_KIND_AREA, element, "areas", &self->areas, error)
      || !plumb_reader_list (reader, PLUMB_KIND_AREA, element, "with", &self->with, error))
    return FALSE;
  g_ptr_array_add (body->implications, self);

  return TRUE;
}

/* The map is an item of the consultation's file like any finding, so its id is none of theirs. */
static gboolean
read_head (PlumbReader *reader, PlumbElement *section, PlumbBody *body, GError **error)
{
  const char *id, *group;

  if (!plumb_element_check (section, "id group", "title prompt area implies", error)
      || !plumb_element_require (section, "id", &id, error)
      || !plumb_element_require (section, "group", &group, error))
    return FALSE;
  if (plumb_pathway_lookup_finding (reader->pathway, id) != NULL)
    {
      plumb_element_set_error_inside (section, "id", 1, 1, error, PLUMB_PATHWAY_ERROR_ID,
                                      "the id “%s” is there twice", id);
      return FALSE;
    }
  body->id = plumb_reader_string (reader, id);
  body->group = plumb_reader_find (reader, PLUMB_KIND_GROUP, section, "group", group, error);
  body->areas = reader->pathway->lists[PLUMB_KIND_AREA];
  body->implications = plumb_reader_array (reader);

  return body->group != NULL
         && plumb_reader_text (reader, section, "title", TRUE, &body->title, error)
         && plumb_reader_text (reader, section, "prompt", TRUE, &body->prompt, error);
}

/* The areas and what they imply; a pathway may do without. */
gboolean
plumb_reader_read_body (PlumbReader *reader, GError **error)
{
  PlumbElement *section = plumb_element_find (reader->root, "bodymap");
  PlumbBody *body;

  if (section == NULL)
    return TRUE;
  body = plumb_pathway_own (reader->pathway, g_new0 (PlumbBody, 1), g_free);
  if (!read_head (reader, section, body, error))
    return FALSE;
  for (guint i = 0; i < section->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (section->children, i);

      if ((strcmp (child->name, "area") == 0 && !read_area (reader, child, error))
          || (strcmp (child->name, "implies") == 0
              && !read_implication (reader, child, body, error)))
        return FALSE;
    }
  reader->pathway->body = body;

  return TRUE;
}
