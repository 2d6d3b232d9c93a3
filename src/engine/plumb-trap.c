/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-trap.h"

#include "plumb-case-private.h"

#define BUILTIN_PATH "/org/plumbline/Plumbline/cases/traps.xml"

struct _PlumbTraps
{
  gatomicrefcount references;
  GPtrArray *list;
  GHashTable *by_id;
};

static void
free_trap (gpointer data)
{
  PlumbTrap *trap = data;

  g_free ((char *) trap->id);
  g_clear_pointer ((PlumbText **) &trap->title, plumb_text_free);
  g_free (trap);
}

static gboolean
read_trap (PlumbTraps *self, const PlumbElement *element, GError **error)
{
  g_autoptr (PlumbText) title = NULL;
  const char *id;
  PlumbTrap *trap;

  if (!plumb_element_check (element, "id", "title", error)
      || !plumb_element_require (element, "id", &id, error)
      || !plumb_case_read_text (element, TRUE, &title, "title", error))
    return FALSE;
  if (g_hash_table_contains (self->by_id, id))
    {
      plumb_element_set_error_inside (element, "id", 1, 1, error, PLUMB_CASE_ERROR_ID,
                                      "the id “%s” is there twice", id);
      return FALSE;
    }
  trap = g_new0 (PlumbTrap, 1);
  trap->id = g_strdup (id);
  trap->index = self->list->len;
  trap->title = g_steal_pointer (&title);
  g_ptr_array_add (self->list, trap);
  g_hash_table_insert (self->by_id, (char *) trap->id, trap);

  return TRUE;
}

/**
 * plumb_traps_new_from_bytes:
 * @bytes: a list of traps
 * @name: what to call it in messages
 * @error: return location for an error of #PLUMB_CASE_ERROR
 *
 * Returns: (transfer full) (nullable): the traps, all or nothing
 */
PlumbTraps *
plumb_traps_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (PlumbMarkup) markup = NULL;
  g_autoptr (PlumbTraps) self = NULL;
  PlumbElement *root;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  markup = plumb_markup_parse (data ? data : "", length, name, PLUMB_CASE_ERROR,
                               PLUMB_CASE_ERROR_MARKUP, PLUMB_CASE_ERROR_LIMIT, error);
  if (markup == NULL)
    return NULL;
  root = plumb_markup_get_root (markup);
  if (!g_str_equal (root->name, "traps"))
    {
      plumb_element_set_error (root, error, PLUMB_CASE_ERROR_FORMAT, "this is <%s>, not <traps>",
                               root->name);
      return NULL;
    }
  if (!plumb_element_check (root, "", "trap", error))
    return NULL;

  self = g_new0 (PlumbTraps, 1);
  g_atomic_ref_count_init (&self->references);
  self->list = g_ptr_array_new_with_free_func (free_trap);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < root->children->len; i++)
    if (!read_trap (self, g_ptr_array_index (root->children, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * plumb_traps_new_builtin:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the traps that come with the program
 */
PlumbTraps *
plumb_traps_new_builtin (GError **error)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data (BUILTIN_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes ? plumb_traps_new_from_bytes (bytes, "traps.xml", error) : NULL;
}

PlumbTraps *
plumb_traps_ref (PlumbTraps *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_traps_unref (PlumbTraps *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->list);
  g_free (self);
}

GPtrArray *
plumb_traps_get_list (const PlumbTraps *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->list;
}

const PlumbTrap *
plumb_traps_lookup (const PlumbTraps *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}
