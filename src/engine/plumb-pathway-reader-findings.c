/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <string.h>

/* ---- what kind it is, and where it stands ----------------------------------------------- */

static gboolean
read_normal_truth (PlumbElement *element, PlumbFinding *finding, GError **error)
{
  static const char *const normals[] = { "no", "none", "yes", NULL };
  int normal;

  if (!plumb_reader_word (element, "normal", normals, 1, &normal, error))
    return FALSE;
  if (normal != 1)
    finding->normal = plumb_value_boolean (normal == 2);

  return TRUE;
}

static gboolean
read_kind (PlumbReader *reader, PlumbElement *element, PlumbFinding *finding, GError **error)
{
  static const char *const types[] = { "boolean", "integer", "date", "string", "choice", NULL };
  static const char *const roles[]
      = { "none", "visit-date", "onset-date", "weeks-since-onset", "patient-label", "age", NULL };
  int type, role;

  if (!plumb_reader_word (element, "type", types, -1, &type, error)
      || !plumb_reader_word (element, "role", roles, 0, &role, error)
      || !plumb_reader_integer (element, "min", G_MININT32, &finding->minimum, error)
      || !plumb_reader_integer (element, "max", G_MAXINT32, &finding->maximum, error))
    return FALSE;

  finding->type = (PlumbFindingType) type;
  finding->role = (PlumbFindingRole) role;
  if (finding->type == PLUMB_FINDING_BOOLEAN && !read_normal_truth (element, finding, error))
    return FALSE;
  if (role != PLUMB_ROLE_NONE)
    reader->pathway->roles[role] = finding;

  return TRUE;
}

static gboolean
read_place (PlumbReader *reader, PlumbElement *element, PlumbFinding *finding, GError **error)
{
  const char *group, *card = plumb_element_get (element, "card");
  PlumbGroup *in_group;
  PlumbCard *on_card = NULL;

  if (!plumb_element_require (element, "group", &group, error))
    return FALSE;
  in_group = plumb_reader_find (reader, PLUMB_KIND_GROUP, element, "group", group, error);
  if (in_group == NULL)
    return FALSE;
  if (card != NULL)
    {
      on_card = plumb_reader_find (reader, PLUMB_KIND_CARD, element, "card", card, error);
      if (on_card == NULL)
        return FALSE;
      g_ptr_array_add (on_card->findings, finding);
    }
  g_ptr_array_add (in_group->findings, finding);
  finding->group = in_group;
  finding->card = on_card;

  return TRUE;
}

/* ---- words ------------------------------------------------------------------------------ */

/* The phrase is a format for one %s; anything else in it would be a trap. */
static gboolean
check_phrase (const PlumbElement *element, const PlumbText *phrase, GError **error)
{
  const char *text = plumb_text_get (phrase, NULL);
  const char *place = strstr (text, "%s");

  if (place != NULL && strchr (text, '%') == place && strchr (place + 1, '%') == NULL)
    return TRUE;

  plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                           "<phrase> must hold %%s once and no other percent sign");
  return FALSE;
}

static gboolean
read_wording (PlumbReader *reader, PlumbElement *element, PlumbFinding *finding, GError **error)
{
  gboolean is_boolean = finding->type == PLUMB_FINDING_BOOLEAN;
  gboolean has_phrase = !is_boolean && finding->type != PLUMB_FINDING_CHOICE;
  gboolean asks_for_fault = plumb_value_get_truth (&finding->normal) == PLUMB_TRUE;

  return plumb_reader_text (reader, element, "label", TRUE, &finding->label, error)
         && plumb_reader_text (reader, element, "question", TRUE, &finding->question, error)
         && plumb_reader_text (reader, element, "patient", TRUE, &finding->patient, error)
         && plumb_reader_text (reader, element, "help", TRUE, &finding->help, error)
         && plumb_reader_text (reader, element, "yes", is_boolean, &finding->yes, error)
         && plumb_reader_text (reader, element, "no", is_boolean, &finding->no, error)
         && plumb_reader_text (reader, element, "problem", asks_for_fault, &finding->problem, error)
         && plumb_reader_text (reader, element, "phrase", has_phrase, &finding->phrase, error)
         && (!has_phrase || check_phrase (element, finding->phrase, error));
}

static gboolean
read_choices (PlumbReader *reader, PlumbElement *element, PlumbFinding *finding, GError **error)
{
  for (guint i = 0; i < element->children->len; i++)
    {
      PlumbElement *child = g_ptr_array_index (element->children, i);
      PlumbChoice *choice;
      const char *code;

      if (strcmp (child->name, "choice") != 0)
        continue;
      if (!plumb_element_check (child, "code", "label phrase", error)
          || !plumb_element_require (child, "code", &code, error))
        return FALSE;
      if (plumb_finding_lookup_choice (finding, code) != NULL)
        {
          plumb_element_set_error (child, error, PLUMB_PATHWAY_ERROR_ID,
                                   "the choice “%s” is there twice", code);
          return FALSE;
        }
      choice = plumb_pathway_own (reader->pathway, g_new0 (PlumbChoice, 1), g_free);
      choice->code = g_intern_string (code);
      if (!plumb_reader_text (reader, child, "label", TRUE, &choice->label, error)
          || !plumb_reader_text (reader, child, "phrase", TRUE, &choice->phrase, error))
        return FALSE;
      g_ptr_array_add (finding->choices, choice);
    }
  if (finding->type == PLUMB_FINDING_CHOICE && finding->choices->len < 2)
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "a finding of the choice type needs two choices or more");
      return FALSE;
    }

  return TRUE;
}

/* ---- the unremarkable answer ------------------------------------------------------------ */

static gboolean
read_normal_choice (PlumbElement *element, PlumbFinding *finding, GError **error)
{
  const char *code = plumb_element_get (element, "normal");

  if (plumb_finding_lookup_choice (finding, code) == NULL)
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "normal “%s” is none of the choices", code);
      return FALSE;
    }
  finding->normal = plumb_value_string (code);

  return TRUE;
}

static gboolean
read_normal_number (PlumbElement *element, PlumbFinding *finding, GError **error)
{
  gint64 number;

  if (!plumb_reader_integer (element, "normal", 0, &number, error))
    return FALSE;
  if (number < finding->minimum || number > finding->maximum)
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "normal %" G_GINT64_FORMAT " is outside %" G_GINT64_FORMAT
                               " to %" G_GINT64_FORMAT,
                               number, finding->minimum, finding->maximum);
      return FALSE;
    }
  finding->normal = plumb_value_integer (number);

  return TRUE;
}

/* The unremarkable answer of what is not yes or no; only on a card can it be seen before it is
 * given. */
static gboolean
read_normal (PlumbElement *element, PlumbFinding *finding, GError **error)
{
  if (plumb_element_get (element, "normal") == NULL || finding->type == PLUMB_FINDING_BOOLEAN)
    return TRUE;
  if (finding->card == NULL)
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "a choice or a number with a normal answer must be on a card");
      return FALSE;
    }
  if (finding->type == PLUMB_FINDING_CHOICE)
    return read_normal_choice (element, finding, error);
  if (finding->type == PLUMB_FINDING_INTEGER)
    return read_normal_number (element, finding, error);
  plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                           "a day or a text has no normal answer");
  return FALSE;
}

/* ---- other findings before it ----------------------------------------------------------- */

/* It follows a finding that stands before it and is asked together with it. */
static gboolean
read_follows (PlumbReader *reader, PlumbElement *element, PlumbFinding *finding, GError **error)
{
  const char *id = plumb_element_get (element, "follows");
  const PlumbFinding *leader;

  if (id == NULL)
    return TRUE;
  leader = plumb_reader_find (reader, PLUMB_KIND_FINDING, element, "follows", id, error);
  if (leader == NULL)
    return FALSE;
  if (leader == finding || leader->card == NULL || leader->card != finding->card
      || !plumb_finding_has_normal (leader) || !plumb_finding_has_normal (finding))
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "“%s” is not on the same card with a normal answer", id);
      return FALSE;
    }
  finding->follows = leader;

  return TRUE;
}

/* Its line stands on the card unless another finding is no: that one stands before it, and on
 * another card, so that no line moves while somebody answers. */
static gboolean
read_needs (PlumbReader *reader, PlumbElement *element, PlumbFinding *finding, GError **error)
{
  const char *id = plumb_element_get (element, "needs");
  const PlumbFinding *first;

  if (id == NULL)
    return TRUE;
  first = plumb_reader_find (reader, PLUMB_KIND_FINDING, element, "needs", id, error);
  if (first == NULL)
    return FALSE;
  if (first->type != PLUMB_FINDING_BOOLEAN || finding->card == NULL || first->card == finding->card)
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_VALUE,
                               "“%s” is not a yes/no question that is asked before this card", id);
      return FALSE;
    }
  finding->needs = first;

  return TRUE;
}

/* ---- the whole -------------------------------------------------------------------------- */

static gboolean
read_finding (PlumbReader *reader, PlumbElement *element, GError **error)
{
  static const char *const uses[] = { "decide", "record", NULL };
  PlumbFinding *finding;
  int use;

  if (!plumb_element_check (element,
                            "id group card type role normal follows needs min max use loinc snomed "
                            "statements",
                            "label question patient help yes no problem phrase choice", error))
    return FALSE;
  finding = plumb_reader_add (reader, PLUMB_KIND_FINDING, sizeof *finding, element, "id", error);
  if (finding == NULL)
    return FALSE;
  finding->choices = plumb_reader_array (reader);
  if (!plumb_reader_word (element, "use", uses, 0, &use, error))
    return FALSE;
  finding->recorded = use;
  if (!read_kind (reader, element, finding, error) || !read_place (reader, element, finding, error)
      || !read_wording (reader, element, finding, error)
      || !read_choices (reader, element, finding, error) || !read_normal (element, finding, error)
      || !read_follows (reader, element, finding, error)
      || !read_needs (reader, element, finding, error)
      || !plumb_reader_list (reader, PLUMB_KIND_STATEMENT, element, "statements",
                             &finding->statements, error))
    return FALSE;

  return TRUE;
}

/* Findings: what everything else names. */
gboolean
plumb_reader_read_findings (PlumbReader *reader, GError **error)
{
  if (!plumb_reader_section (reader, "findings", "finding", read_finding, error))
    return FALSE;
  reader->pathway->days_slot = reader->pathway->lists[PLUMB_KIND_FINDING]->len;

  return TRUE;
}
