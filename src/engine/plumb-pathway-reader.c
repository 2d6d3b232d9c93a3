/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <stdarg.h>
#include <string.h>

#define BUILTIN_PATH "/org/plumbline/Plumbline/pathway/low-back-pain.xml"

/* ---- what every part of the reader uses ------------------------------------------------- */

static gboolean
is_id (const char *string)
{
  return *string != '\0' && strlen (string) <= 100
         && string[strspn (string, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                   "_-.")]
                == '\0';
}

/* Findings, terms and recommendations share one set of names, since guards use them alike. */
static gboolean
is_taken (PlumbReader *reader, PlumbKind kind, const char *id)
{
  GHashTable **tables = reader->pathway->tables;

  if (kind != PLUMB_KIND_FINDING && kind != PLUMB_KIND_TERM && kind != PLUMB_KIND_RECOMMENDATION)
    return g_hash_table_contains (tables[kind], id);

  return g_str_equal (id, "days_since_onset")
         || g_hash_table_contains (tables[PLUMB_KIND_FINDING], id)
         || g_hash_table_contains (tables[PLUMB_KIND_TERM], id)
         || g_hash_table_contains (tables[PLUMB_KIND_RECOMMENDATION], id);
}

/* Adds an empty struct of a kind under the element's id. Every such struct begins with
 * `const char *id; guint index;`. */
gpointer
plumb_reader_add (PlumbReader *reader, PlumbKind kind, gsize size, PlumbElement *element,
                  const char *id_attribute, GError **error)
{
  struct
  {
    const char *id;
    guint index;
  } *head;
  const char *id;

  if (!plumb_element_require (element, id_attribute, &id, error))
    return NULL;
  if (!is_id (id))
    {
      plumb_element_set_error_inside (element, id_attribute, 1, 1, error,
                                      PLUMB_PATHWAY_ERROR_VALUE, "“%s” is not an id", id);
      return NULL;
    }
  if (is_taken (reader, kind, id))
    {
      plumb_element_set_error_inside (element, id_attribute, 1, 1, error, PLUMB_PATHWAY_ERROR_ID,
                                      "the id “%s” is there twice", id);
      return NULL;
    }

  head = plumb_pathway_own (reader->pathway, g_malloc0 (size), g_free);
  head->id = plumb_reader_string (reader, id);
  head->index = reader->pathway->lists[kind]->len;
  g_ptr_array_add (reader->pathway->lists[kind], head);
  g_hash_table_insert (reader->pathway->tables[kind], (char *) head->id, head);
  g_hash_table_insert (reader->elements, head, element);

  return head;
}

gpointer
plumb_reader_find (PlumbReader *reader, PlumbKind kind, const PlumbElement *element,
                   const char *attribute, const char *id, GError **error)
{
  gpointer found = g_hash_table_lookup (reader->pathway->tables[kind], id);

  if (found == NULL)
    plumb_element_set_error_inside (element, attribute, 1, 1, error, PLUMB_PATHWAY_ERROR_ID,
                                    "nothing is called “%s”", id);

  return found;
}

/* All children of one name are the same text in several languages. */
gboolean
plumb_reader_text (PlumbReader *reader, const PlumbElement *element, const char *name,
                   gboolean required, const PlumbText **text, GError **error)
{
  g_autoptr (PlumbText) words = NULL;
  const char *other = NULL; /* translations of one text share their name */
  gsize start, length;

  for (guint i = 0; i < element->children->len; i++)
    {
      const PlumbElement *child = g_ptr_array_index (element->children, i);
      const char *language;

      if (child->name == other)
        continue;
      if (strcmp (child->name, name) != 0)
        {
          other = child->name;
          continue;
        }
      if (!plumb_element_check (child, "xml:lang", "", error))
        return FALSE;
      language = plumb_element_get (child, "xml:lang");
      if (words == NULL)
        words = plumb_text_new ();
      if (plumb_text_has (words, language))
        {
          plumb_element_set_error (child, error, PLUMB_PATHWAY_ERROR_MARKUP,
                                   "<%s> is there twice in one language", name);
          return FALSE;
        }
      if (plumb_element_get_span (child, &start, &length))
        plumb_text_add_span (words, language, reader->data + start, length);
      else
        plumb_text_add (words, language, plumb_element_get_text (child));
    }
  if (required && (words == NULL || *plumb_text_get (words, NULL) == '\0'))
    {
      plumb_element_set_error (element, error, PLUMB_PATHWAY_ERROR_MARKUP, "<%s> lacks its <%s>",
                               element->name, name);
      return FALSE;
    }
  *text = words ? plumb_pathway_own (reader->pathway, g_steal_pointer (&words),
                                     (GDestroyNotify) plumb_text_free)
                : NULL;

  return TRUE;
}

/* An attribute that lists ids, parted by spaces; absent is empty. */
gboolean
plumb_reader_list (PlumbReader *reader, PlumbKind kind, const PlumbElement *element,
                   const char *attribute, GPtrArray **list, GError **error)
{
  const char *value = plumb_element_get (element, attribute);
  g_auto (GStrv) ids = g_strsplit_set (value ? value : "", " \t\r\n", -1);

  *list = plumb_reader_array (reader);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer found;

      if (*ids[i] == '\0')
        continue;
      found = plumb_reader_find (reader, kind, element, attribute, ids[i], error);
      if (found == NULL)
        return FALSE;
      g_ptr_array_add (*list, found);
    }

  return TRUE;
}

gboolean
plumb_reader_integer (const PlumbElement *element, const char *attribute, gint64 fallback,
                      gint64 *value, GError **error)
{
  const char *string = plumb_element_get (element, attribute);
  char *end = NULL;

  *value = fallback;
  if (string == NULL)
    return TRUE;
  /* Not g_ascii_string_to_signed(): it trusts errno, which GLib's own set-up can touch when
   * another thread parses its first number at the same moment. */
  *value = g_ascii_strtoll (string, &end, 10);
  if ((g_ascii_isdigit (*string) || *string == '-') && end != string && *end == '\0'
      && *value >= G_MININT32 && *value <= G_MAXINT32)
    return TRUE;

  plumb_element_set_error_inside (element, attribute, 1, 1, error, PLUMB_PATHWAY_ERROR_VALUE,
                                  "“%s” is not a whole number", string);
  return FALSE;
}

/* words: NULL-terminated; the value is the place among them. fallback -1: the attribute must be
 * there. */
gboolean
plumb_reader_word (const PlumbElement *element, const char *attribute, const char *const *words,
                   int fallback, int *value, GError **error)
{
  const char *string = plumb_element_get (element, attribute);
  g_autofree char *known = NULL;

  *value = fallback;
  if (string == NULL && fallback >= 0)
    return TRUE;
  if (string == NULL)
    return plumb_element_require (element, attribute, &string, error);
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], string) == 0)
      {
        *value = i;
        return TRUE;
      }

  known = g_strjoinv (", ", (char **) words);
  plumb_element_set_error_inside (element, attribute, 1, 1, error, PLUMB_PATHWAY_ERROR_VALUE,
                                  "“%s” is none of: %s", string, known);
  return FALSE;
}

GPtrArray *
plumb_reader_array (PlumbReader *reader)
{
  return plumb_pathway_own (reader->pathway, g_ptr_array_new (),
                            (GDestroyNotify) g_ptr_array_unref);
}

const char *
plumb_reader_string (PlumbReader *reader, const char *string)
{
  return string ? plumb_pathway_own (reader->pathway, g_strdup (string), g_free) : NULL;
}

/* ---- expressions ------------------------------------------------------------------------ */

static PlumbValueType
get_finding_type (const PlumbFinding *finding)
{
  switch (finding->type)
    {
    case PLUMB_FINDING_BOOLEAN:
      return PLUMB_VALUE_BOOLEAN;
    case PLUMB_FINDING_INTEGER:
      return PLUMB_VALUE_INTEGER;
    case PLUMB_FINDING_DATE:
      return PLUMB_VALUE_DATE;
    case PLUMB_FINDING_STRING:
    case PLUMB_FINDING_CHOICE:
    default:
      return PLUMB_VALUE_STRING;
    }
}

static gboolean
resolve_name (const char *name, guint *slot, PlumbValueType *type, gpointer data)
{
  PlumbReader *reader = data;
  PlumbPathway *pathway = reader->pathway;
  gboolean is_it = reader->it != NULL && g_str_equal (name, "it");
  const PlumbFinding *finding = is_it ? reader->it : plumb_pathway_lookup_finding (pathway, name);
  const PlumbTerm *term = plumb_pathway_lookup_term (pathway, name);
  const PlumbRecommendation *recommendation = plumb_pathway_lookup_recommendation (pathway, name);

  if (finding != NULL)
    {
      *slot = finding->index;
      *type = get_finding_type (finding);
    }
  else if (g_str_equal (name, "days_since_onset"))
    {
      *slot = pathway->days_slot;
      *type = PLUMB_VALUE_INTEGER;
    }
  else if (term != NULL && term->expression != NULL)
    {
      *slot = term->slot;
      *type = plumb_expression_get_value_type (term->expression);
    }
  else if (recommendation != NULL && reader->with_recommendations)
    {
      *slot = recommendation->slot;
      *type = PLUMB_VALUE_BOOLEAN;
    }
  else
    return FALSE;

  return TRUE;
}

static const char *
skip_place (const char *message)
{
  while (g_ascii_isdigit (*message) || *message == ':')
    message++;
  while (*message == ' ')
    message++;

  return message;
}

gboolean
plumb_reader_expression (PlumbReader *reader, const PlumbElement *element, const char *attribute,
                         PlumbValueType type, gboolean required, PlumbExpression **expression,
                         GError **error)
{
  const char *text
      = attribute ? plumb_element_get (element, attribute) : plumb_element_get_text (element);
  g_autoptr (GError) found = NULL;
  guint line = 1, column = 1;
  PlumbValueType got;

  *expression = NULL;
  if (text == NULL && !required)
    return TRUE;
  if (text == NULL)
    return plumb_element_require (element, attribute, &text, error);

  *expression = plumb_expression_new (text, resolve_name, reader, &found);
  if (*expression == NULL)
    {
      plumb_expression_error_get_position (found, &line, &column);
      plumb_element_set_error_inside (element, attribute, line, column, error,
                                      PLUMB_PATHWAY_ERROR_GUARD, "%s",
                                      skip_place (found->message));
      return FALSE;
    }
  plumb_pathway_own (reader->pathway, *expression, (GDestroyNotify) plumb_expression_unref);

  got = plumb_expression_get_value_type (*expression);
  if (type != PLUMB_VALUE_NULL && got != type && got != PLUMB_VALUE_NULL)
    {
      plumb_element_set_error_inside (element, attribute, 1, 1, error, PLUMB_PATHWAY_ERROR_GUARD,
                                      type == PLUMB_VALUE_BOOLEAN
                                          ? "this must be true or false, and is neither"
                                          : "this must be a whole number, and is none");
      return FALSE;
    }

  return plumb_reader_check_codes (reader, element, attribute, *expression, error);
}

/* Reads each child of a section of the file; a pathway may do without the section. */
gboolean
plumb_reader_section (PlumbReader *reader, const char *name, const char *child,
                      PlumbReaderFunc read, GError **error)
{
  PlumbElement *section = plumb_element_find (reader->root, name);

  if (section == NULL)
    return TRUE;
  if (!plumb_element_check (section, "", child, error))
    return FALSE;
  for (guint i = 0; i < section->children->len; i++)
    if (!read (reader, g_ptr_array_index (section->children, i), error))
      return FALSE;

  return TRUE;
}

/* ---- the file --------------------------------------------------------------------------- */

static PlumbPathway *
read_pathway (PlumbElement *root, const char *data, GError **error)
{
  g_autoptr (PlumbPathway) pathway = plumb_pathway_new_empty ();
  g_autoptr (GHashTable) elements = g_hash_table_new (NULL, NULL);
  PlumbReader reader
      = { .pathway = pathway, .root = root, .elements = elements, .data = data };

  if (!plumb_reader_read_head (&reader, error) || !plumb_reader_read_sources (&reader, error)
      || !plumb_reader_read_groups (&reader, error) || !plumb_reader_read_findings (&reader, error)
      || !plumb_reader_read_body (&reader, error)
      || !plumb_reader_read_stages (&reader, error) || !plumb_reader_read_advice (&reader, error)
      || !plumb_reader_read_terms (&reader, error) || !plumb_reader_read_scores (&reader, error)
      || !plumb_reader_read_exits (&reader, error)
      || !plumb_reader_read_invariants (&reader, error) || !plumb_reader_order (&reader, error)
      || !plumb_reader_read_handout (&reader, error))
    return NULL;

  return g_steal_pointer (&pathway);
}

/**
 * plumb_pathway_new_from_bytes:
 * @bytes: a pathway file
 * @name: what to call it in messages
 *
 * Reads a pathway, all or nothing.
 *
 * Returns: (transfer full): the pathway, or %NULL with @error in
 *   %PLUMB_PATHWAY_ERROR set; its message begins with name, line and column
 */
PlumbPathway *
plumb_pathway_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (PlumbMarkup) markup = NULL;
  PlumbPathway *pathway;
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  markup = plumb_markup_parse (data ? data : "", length, name, PLUMB_PATHWAY_ERROR,
                               PLUMB_PATHWAY_ERROR_MARKUP, PLUMB_PATHWAY_ERROR_LIMIT, error);
  if (markup == NULL)
    return NULL;

  pathway = read_pathway (plumb_markup_get_root (markup), data, error);
  if (pathway != NULL)
    {
      pathway->bytes = g_bytes_ref (bytes);
      pathway->name = g_strdup (name);
    }

  return pathway;
}

/**
 * plumb_pathway_new_from_file:
 * @file: a pathway file
 *
 * Returns: (transfer full): the pathway, or %NULL with @error set, in the
 *   domain of GIO where the file could not be read at all
 */
PlumbPathway *
plumb_pathway_new_from_file (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;
  name = g_file_get_parse_name (file);

  return plumb_pathway_new_from_bytes (bytes, name, error);
}

/**
 * plumb_pathway_new_builtin:
 *
 * Returns: (transfer full): the pathway that comes with the program
 */
PlumbPathway *
plumb_pathway_new_builtin (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUILTIN_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                      error);

  return bytes ? plumb_pathway_new_from_bytes (bytes, "low-back-pain.xml", error) : NULL;
}
