/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-response-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean G_GNUC_PRINTF (3, 4)
    fail (PlumbResponseReader *self, const char *member, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  plumb_consultation_file_set_error (
      self->error, PLUMB_CONSULTATION_FILE_ERROR_RESOURCE, plumb_json_get_data (self->json),
      plumb_json_get_member (self->json, member).text, "%s", message);

  return FALSE;
}

/* Gathers a message of one line for the user. */
void
plumb_response_reader_warn (PlumbResponseReader *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->warnings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ---- the resource ------------------------------------------------------------------------ */

/* A text that may be absent: then *string is NULL. */
static gboolean
get_string (PlumbResponseReader *self,
            JsonObject *resource,
            const char *member,
            const char **string)
{
  JsonNode *node = json_object_get_member (resource, member);

  *string = NULL;
  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return fail (self, member, _ ("“%s” must be text."), member);
  *string = json_node_get_string (node);

  return TRUE;
}

static gboolean
read_type (PlumbResponseReader *self, JsonObject *resource)
{
  const char *type;
  g_autofree char *quoted = NULL;

  if (!get_string (self, resource, "resourceType", &type))
    return FALSE;
  if (g_strcmp0 (type, PLUMB_RESPONSE_TYPE) == 0)
    return TRUE;

  quoted = plumb_consultation_file_quote (type ? type : "");
  return fail (self, "resourceType",
               /* Translators: a kind of FHIR resource, such as Patient */
               _ ("This is no consultation: its “resourceType” is “%s”, not “%s”."), quoted,
               PLUMB_RESPONSE_TYPE);
}

/* FHIR wants a reader to refuse what changes the meaning in ways that it does not know. */
static gboolean
check_modifiers (PlumbResponseReader *self, JsonObject *resource)
{
  static const char *const modifiers[] = { "implicitRules", "modifierExtension" };

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (json_object_has_member (resource, modifiers[i]))
      return fail (self, modifiers[i],
                   _ ("“%s” changes what the consultation means, in a way unknown here."),
                   modifiers[i]);

  return TRUE;
}

static gboolean
read_questionnaire (PlumbResponseReader *self, JsonObject *resource)
{
  const char *id = plumb_pathway_get_id (self->pathway);
  const char *own_version = plumb_pathway_get_version (self->pathway);
  g_autofree char *quoted = NULL;
  g_auto (GStrv) parts = NULL;
  const char *canonical;

  if (!get_string (self, resource, "questionnaire", &canonical))
    return FALSE;
  if (canonical == NULL)
    return fail (self, "questionnaire",
                 _ ("“questionnaire” is missing, so it is not clear which pathway is meant."));

  quoted = plumb_consultation_file_quote (canonical);
  parts = g_strsplit (canonical, "|", 2);
  if (parts[0] == NULL || !g_str_has_prefix (parts[0], PLUMB_RESPONSE_URN)
      || strcmp (parts[0] + strlen (PLUMB_RESPONSE_URN), id) != 0)
    return fail (self, "questionnaire",
                 /* Translators: both are identifiers of pathways */
                 _ ("The consultation is for another pathway, “%s”; this is “%s%s”."), quoted,
                 PLUMB_RESPONSE_URN, id);

  if (parts[1] != NULL && strcmp (parts[1], own_version) != 0)
    {
      g_autofree char *version = plumb_consultation_file_quote (parts[1]);

      plumb_response_reader_warn (
          self,
          /* Translators: two version numbers */
          _ ("The consultation was made with version %s of the pathway; this is version %s."),
          version, own_version);
    }

  return TRUE;
}

static gboolean
read_status (PlumbResponseReader *self, JsonObject *resource)
{
  g_autofree char *quoted = NULL;
  const char *status;

  if (!get_string (self, resource, "status", &status))
    return FALSE;
  if (status == NULL)
    {
      plumb_response_reader_warn (self, _ ("“status” is missing; “%s” is assumed."),
                                  PLUMB_RESPONSE_IN_PROGRESS);
      return TRUE;
    }
  if (strcmp (status, PLUMB_RESPONSE_IN_PROGRESS) == 0
      || strcmp (status, PLUMB_RESPONSE_COMPLETED) == 0)
    return TRUE;

  quoted = plumb_consultation_file_quote (status);
  return fail (self, "status",
               /* Translators: all three are words of the file format */
               _ ("“status” is “%s”; only “%s” and “%s” can be read."), quoted,
               PLUMB_RESPONSE_IN_PROGRESS, PLUMB_RESPONSE_COMPLETED);
}

/* The page that some programs put into the file shows the old answers. */
static void
warn_of_narrative (PlumbResponseReader *self, JsonObject *resource)
{
  if (json_object_has_member (resource, "text"))
    plumb_response_reader_warn (self, _ ("The readable page in “text” is not kept on saving, since "
                                         "it could differ from the answers."));
}

static gboolean
read_resource (PlumbResponseReader *self)
{
  JsonNode *root = plumb_json_get_root (self->json);
  JsonObject *resource;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return fail (self, "", _ ("This is no consultation: a FHIR resource was expected."));
  resource = json_node_get_object (root);
  if (!read_type (self, resource) || !check_modifiers (self, resource)
      || !get_string (self, resource, "id", &id) || !read_questionnaire (self, resource)
      || !read_status (self, resource))
    return FALSE;
  warn_of_narrative (self, resource);

  return plumb_response_reader_read_items (self, resource);
}

/* ---- the consultation -------------------------------------------------------------------- */

/* What is to be written back beside the answers: a JSON object of the members
 * that are not the pathway's, as they are written, and of the items unknown. */
static char *
get_remainder (PlumbResponseReader *self, JsonObject *resource)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GList) names = json_object_get_members (resource);

  for (GList *l = names; l != NULL; l = l->next)
    {
      PlumbJsonSlice slice = plumb_json_get_member (self->json, l->data);

      if (!plumb_response_keeps_member (l->data))
        continue;
      g_string_append (text, text->len > 0 ? ",\n" : "");
      plumb_json_append_string (text, l->data);
      g_string_append (text, ": ");
      g_string_append_len (text, slice.text, slice.length);
    }
  if (g_strcmp0 (json_object_get_string_member_with_default (resource, "status", NULL),
                 PLUMB_RESPONSE_COMPLETED)
      == 0)
    g_string_append_printf (text, "%s\"status\": \"%s\"", text->len > 0 ? ",\n" : "",
                            PLUMB_RESPONSE_COMPLETED);
  if (self->unknown->len > 0)
    g_string_append_printf (text, "%s\"item\": [%s]", text->len > 0 ? ",\n" : "",
                            self->unknown->str);

  return text->len > 0 ? g_strdup_printf ("{%s}", text->str) : NULL;
}

/* Answers that are right one by one and wrong together. */
static void
fail_together (PlumbResponseReader *self, const GError *reason)
{
  const PlumbFinding *onset = plumb_pathway_get_role (self->pathway, PLUMB_ROLE_ONSET_DATE);
  const PlumbFinding *visit = plumb_pathway_get_role (self->pathway, PLUMB_ROLE_VISIT_DATE);
  gboolean of_dates
      = onset != NULL && visit != NULL
        && g_error_matches (reason, PLUMB_CONSULTATION_ERROR, PLUMB_CONSULTATION_ERROR_DATE);

  if (!of_dates)
    plumb_consultation_file_set_error (self->error, PLUMB_CONSULTATION_FILE_ERROR_ITEM, NULL, NULL,
                                       "%s", reason->message);
  else if (self->places[visit->index] != NULL)
    plumb_consultation_file_set_error (
        self->error, PLUMB_CONSULTATION_FILE_ERROR_ITEM, plumb_json_get_data (self->json),
        self->places[onset->index],
        /* Translators: the ids of two items in a file */
        _ ("Items “%s” and “%s”: the pain cannot have begun after the day of the visit."),
        onset->id, visit->id);
  else
    plumb_consultation_file_set_error (
        self->error, PLUMB_CONSULTATION_FILE_ERROR_ITEM, plumb_json_get_data (self->json),
        self->places[onset->index],
        /* Translators: the ids of two items in a file */
        _ ("Item “%s”: the pain cannot have begun after the day of the visit, which is today "
           "where there is no item “%s”."),
        onset->id, visit->id);
}

static PlumbConsultation *
make_consultation (PlumbResponseReader *self)
{
  g_autoptr (PlumbConsultation) consultation = plumb_consultation_new (self->pathway);
  JsonObject *resource = json_node_get_object (plumb_json_get_root (self->json));
  g_autoptr (GError) reason = NULL;
  g_autofree char *remainder = NULL;

  /* Before the answers, for loading these forgets all steps. */
  plumb_consultation_set_marks (consultation, self->marks);
  plumb_consultation_set_stances (consultation, self->stances);
  if (!plumb_consultation_load (consultation, (PlumbAnswer *) self->answers->data,
                                self->answers->len, &reason))
    {
      fail_together (self, reason);
      return NULL;
    }
  remainder = get_remainder (self, resource);
  plumb_consultation_set_remainder (consultation, remainder);
  plumb_consultation_set_id (consultation,
                             json_object_get_string_member_with_default (resource, "id", NULL));

  return g_steal_pointer (&consultation);
}

static PlumbConsultation *
read_checked (PlumbPathway *pathway, PlumbJson *json, GPtrArray *warnings, GError **error)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (PlumbAnswer));
  g_autofree const char **places
      = g_new0 (const char *, plumb_pathway_get_findings (pathway)->len + 1);
  g_autoptr (GString) unknown = g_string_new (NULL);
  PlumbResponseReader self = { .pathway = pathway,
                               .json = json,
                               .answers = answers,
                               .places = places,
                               .marks = plumb_body_marks_new (pathway),
                               .stances = plumb_stances_new (pathway),
                               .warnings = warnings,
                               .unknown = unknown,
                               .error = error };
  PlumbConsultation *consultation = read_resource (&self) ? make_consultation (&self) : NULL;

  plumb_body_marks_unref (self.marks);
  plumb_stances_unref (self.stances);

  return consultation;
}

static const char *
skip_byte_order_mark (const char *data, gsize *length)
{
  if (*length < 3 || memcmp (data, "\xef\xbb\xbf", 3) != 0)
    return data;

  *length -= 3;
  return data + 3;
}

/**
 * plumb_consultation_file_parse:
 * @pathway: the pathway that the consultation is about
 * @data: a FHIR R4 QuestionnaireResponse as JSON in UTF-8
 * @length: its length in bytes, or -1 where @data ends with NUL
 * @warnings: (out) (optional) (transfer full) (element-type utf8): what the user should know;
 *   an empty array, or %NULL on error
 *
 * Returns: (transfer full) (nullable): the consultation, or %NULL with @error
 *   in %PLUMB_CONSULTATION_FILE_ERROR set, and nothing read
 */
PlumbConsultation *
plumb_consultation_file_parse (PlumbPathway *pathway,
                               const char *data,
                               gssize length,
                               GPtrArray **warnings,
                               GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlumbConsultation) consultation = NULL;
  g_autoptr (PlumbJson) json = NULL;
  g_autoptr (GError) reason = NULL;
  gsize size;

  g_return_val_if_fail (pathway != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  size = length < 0 ? strlen (data) : (gsize) length;
  data = skip_byte_order_mark (data, &size);
  if (size > PLUMB_CONSULTATION_FILE_MAX_SIZE)
    g_set_error (&reason, PLUMB_CONSULTATION_FILE_ERROR, PLUMB_CONSULTATION_FILE_ERROR_LIMIT,
                 _ ("The text is larger than %d megabytes, which no consultation is."),
                 PLUMB_CONSULTATION_FILE_MAX_SIZE / (1024 * 1024));
  else if ((json = plumb_json_new (data, size, &reason)) != NULL)
    consultation = read_checked (pathway, json, messages, &reason);

  if (warnings != NULL)
    *warnings = consultation ? g_steal_pointer (&messages) : NULL;
  if (consultation == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));

  return g_steal_pointer (&consultation);
}
