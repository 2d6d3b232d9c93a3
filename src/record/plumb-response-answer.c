/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-consultation-file-private.h"
#include "plumb-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const char *
get_value_name (PlumbFindingType type)
{
  switch (type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return "valueBoolean";
    case PLUMB_FINDING_INTEGER:
      return "valueInteger";
    case PLUMB_FINDING_DATE:
      return "valueDate";
    case PLUMB_FINDING_STRING:
      return "valueString";
    case PLUMB_FINDING_CHOICE:
      return "valueCoding";
    default:
      g_return_val_if_reached ("value");
    }
}

static const char *
get_demand (PlumbFindingType type)
{
  switch (type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return _ ("The answer must be true or false, as valueBoolean.");
    case PLUMB_FINDING_INTEGER:
      return _ ("The answer must be a whole number, as valueInteger.");
    case PLUMB_FINDING_DATE:
      return _ ("The answer must be a day of the calendar, as valueDate in the form 2026-12-31.");
    case PLUMB_FINDING_STRING:
      return _ ("The answer must be text without control characters, as valueString.");
    case PLUMB_FINDING_CHOICE:
      return _ ("The answer must be the code of one of its choices, as valueCoding.");
    default:
      g_return_val_if_reached ("");
    }
}

static gboolean
fail (GError **error, const char *reason)
{
  g_set_error_literal (error, PLUMB_CONSULTATION_FILE_ERROR, PLUMB_CONSULTATION_FILE_ERROR_ITEM,
                       reason);
  return FALSE;
}

/* ---- reading ----------------------------------------------------------------------------- */

/* Whether STRING is of the form 2026-12-31. */
static gboolean
has_date_form (const char *string)
{
  static const char form[] = "dddd-dd-dd";

  if (strlen (string) != strlen (form))
    return FALSE;
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (string[i]) : string[i] != form[i])
      return FALSE;

  return TRUE;
}

/* A whole date only: a year or a month is no day to count from. */
static gboolean
read_date (const char *string, PlumbValue *value)
{
  guint year, month, day;
  GDate date;

  if (!has_date_form (string) || sscanf (string, "%4u-%2u-%2u", &year, &month, &day) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *value = plumb_value_date (&date);

  return TRUE;
}

static gboolean
has_control_character (const char *string)
{
  for (const char *cursor = string; *cursor != '\0'; cursor++)
    if (g_ascii_iscntrl (*cursor) && strchr ("\t\n\r", *cursor) == NULL)
      return TRUE;

  return FALSE;
}

/* Returns: (nullable): the code of a Coding */
static const char *
get_code (JsonNode *node)
{
  JsonNode *code = JSON_NODE_HOLDS_OBJECT (node)
                       ? json_object_get_member (json_node_get_object (node), "code")
                       : NULL;

  return code != NULL && json_node_get_value_type (code) == G_TYPE_STRING
             ? json_node_get_string (code)
             : NULL;
}

static gboolean
read_choice (const PlumbFinding *finding, JsonNode *node, PlumbValue *value)
{
  const char *code = get_code (node);
  const PlumbChoice *choice;

  if (code == NULL)
    return FALSE;
  choice = plumb_finding_lookup_choice (finding, code);
  if (choice == NULL)
    return FALSE;
  *value = plumb_value_string (choice->code);

  return TRUE;
}

static gboolean
read_value (const PlumbFinding *finding, JsonNode *node, PlumbValue *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  const char *string = type == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      *value = plumb_value_boolean (type == G_TYPE_BOOLEAN && json_node_get_boolean (node));
      return type == G_TYPE_BOOLEAN;
    case PLUMB_FINDING_INTEGER:
      *value = plumb_value_integer (type == G_TYPE_INT64 ? json_node_get_int (node) : 0);
      return type == G_TYPE_INT64;
    case PLUMB_FINDING_DATE:
      return string != NULL && read_date (string, value);
    case PLUMB_FINDING_STRING:
      if (string == NULL || has_control_character (string))
        return FALSE;
      /* Borrowed, until the consultation takes its own copy. FHIR has no empty texts. */
      if (*string != '\0')
        *value = (PlumbValue){ .type = PLUMB_VALUE_STRING, .string = string };
      return TRUE;
    case PLUMB_FINDING_CHOICE:
      return read_choice (finding, node, value);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Finds the one member of the kind value[x]; FALSE where there are several. */
static gboolean
find_value (JsonObject *answer, const char **name, JsonNode **node)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  *node = NULL;
  json_object_iter_init_ordered (&iter, answer);
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      if (!g_str_has_prefix (member, "value") || JSON_NODE_HOLDS_NULL (value))
        continue;
      if (*node != NULL)
        return FALSE;
      *name = member;
      *node = value;
    }

  return TRUE;
}

/**
 * plumb_response_answer_read:
 * @finding: the finding that is answered
 * @answer: an element of an item's `answer`
 * @value: (out): the value; null where @answer has none. A text in it belongs to @answer
 *
 * Returns: %FALSE with @error set to a sentence about the answer alone
 */
gboolean
plumb_response_answer_read (const PlumbFinding *finding,
                            JsonObject *answer,
                            PlumbValue *value,
                            GError **error)
{
  const char *name = NULL;
  JsonNode *node;

  *value = plumb_value_null ();
  if (!find_value (answer, &name, &node))
    return fail (error, _ ("It has several values in one answer."));
  if (node == NULL)
    return TRUE;
  if (strcmp (name, get_value_name (finding->type)) != 0 || !read_value (finding, node, value))
    return fail (error, get_demand (finding->type));

  return plumb_finding_check_value (finding, value, error);
}

/* A code that names no area: nothing that the patient showed may be lost in silence. */
static gboolean
fail_area (GError **error, const char *code)
{
  g_autofree char *quoted = plumb_consultation_file_quote (code);

  g_set_error (error, PLUMB_CONSULTATION_FILE_ERROR, PLUMB_CONSULTATION_FILE_ERROR_ITEM,
               /* Translators: the code of a part of the body in a file */
               _ ("“%s” is no area of the body map."), quoted);
  return FALSE;
}

/**
 * plumb_response_marks_read:
 * @pathway: a pathway with a body map
 * @answer: an element of the `answer` of the item that keeps its marks
 * @marks: (inout): the marks so far, replaced by those with the area of @answer; none where it has
 *   no value
 *
 * Returns: %FALSE with @error set to a sentence about the answer alone
 */
gboolean
plumb_response_marks_read (PlumbPathway *pathway,
                           JsonObject *answer,
                           PlumbBodyMarks **marks,
                           GError **error)
{
  const char *name = NULL, *code;
  const PlumbArea *area;
  PlumbBodyMarks *more;
  JsonNode *node;

  if (!find_value (answer, &name, &node))
    return fail (error, _ ("It has several values in one answer."));
  if (node == NULL)
    return TRUE;
  code = strcmp (name, "valueCoding") == 0 ? get_code (node) : NULL;
  if (code == NULL)
    return fail (error, _ ("The answer must be the code of an area of the body, as valueCoding."));
  area = plumb_pathway_lookup_area (pathway, code);
  if (area == NULL)
    return fail_area (error, code);
  if (plumb_body_marks_get (*marks, area))
    return fail (error, _ ("It names the same area of the body twice."));

  more = plumb_body_marks_new_with (*marks, area, TRUE);
  plumb_body_marks_unref (*marks);
  *marks = more;

  return TRUE;
}

/* ---- writing ----------------------------------------------------------------------------- */

static void
append_coding (GString *text, const PlumbFinding *finding, const char *code)
{
  const PlumbChoice *choice = plumb_finding_lookup_choice (finding, code);

  g_string_append (text, "{\"code\": ");
  plumb_json_append_string (text, code);
  if (choice != NULL)
    {
      g_string_append (text, ", \"display\": ");
      plumb_json_append_string (text, plumb_text_get (choice->label, NULL));
    }
  g_string_append_c (text, '}');
}

/* Appends the elements of an item's `answer`. */
void
plumb_response_marks_append (GString *text, const PlumbBodyMarks *marks)
{
  g_autoptr (GPtrArray) areas = plumb_body_marks_list (marks);

  for (guint i = 0; i < areas->len; i++)
    {
      const PlumbArea *area = g_ptr_array_index (areas, i);

      g_string_append (text,
                       i > 0 ? ", {\"valueCoding\": {\"code\": " : "{\"valueCoding\": {\"code\": ");
      plumb_json_append_string (text, area->id);
      g_string_append (text, ", \"display\": ");
      plumb_json_append_string (text, plumb_text_get (area->label, NULL));
      g_string_append (text, "}}");
    }
}

/* Appends an element of an item's `answer`; value: not null. */
void
plumb_response_answer_append (GString *text, const PlumbFinding *finding, const PlumbValue *value)
{
  g_autofree char *literal = NULL;

  g_string_append_printf (text, "{\"%s\": ", get_value_name (finding->type));
  switch (finding->type)
    {
    case PLUMB_FINDING_CHOICE:
      append_coding (text, finding, value->string);
      break;
    case PLUMB_FINDING_STRING:
      plumb_json_append_string (text, value->string);
      break;
    case PLUMB_FINDING_DATE:
      literal = plumb_value_to_string (value);
      plumb_json_append_string (text, literal);
      break;
    default:
      literal = plumb_value_to_string (value);
      g_string_append (text, literal);
    }
  g_string_append_c (text, '}');
}
