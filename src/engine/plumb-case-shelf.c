/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-case-shelf.h"

#include <string.h>

#define BUILTIN_PATH "/org/plumbline/Plumbline/cases/"
#define TRAPS "traps.xml"
/* Nobody tells a longer story; what is larger is something else. */
#define MAXIMUM_SIZE (4 * 1024 * 1024)

struct _PlumbCaseShelf
{
  PlumbPathway *pathway;
  PlumbTraps *traps;
  GPtrArray *cases;
  GPtrArray *refusals;
};

static PlumbCaseShelf *
create (PlumbPathway *pathway, GError **error)
{
  g_autoptr (PlumbTraps) traps = plumb_traps_new_builtin (error);
  PlumbCaseShelf *self;

  if (traps == NULL)
    return NULL;
  self = g_new0 (PlumbCaseShelf, 1);
  self->pathway = plumb_pathway_ref (pathway);
  self->traps = g_steal_pointer (&traps);
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) plumb_case_unref);
  self->refusals = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static void
add (PlumbCaseShelf *self, GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlumbCase) found
      = plumb_case_new_from_bytes (self->pathway, self->traps, bytes, name, &error);

  if (found == NULL)
    g_ptr_array_add (self->refusals, g_strdup (error->message));
  else if (plumb_case_shelf_lookup (self, plumb_case_get_id (found)) != NULL)
    g_ptr_array_add (self->refusals, g_strdup_printf ("%s:1:1: another file has a case “%s” too",
                                                      name, plumb_case_get_id (found)));
  else
    g_ptr_array_add (self->cases, g_steal_pointer (&found));
}

static int
compare_cases (gconstpointer a, gconstpointer b)
{
  const PlumbCase *const *left = a;
  const PlumbCase *const *right = b;
  guint hard = plumb_case_get_difficulty (*left);
  guint harder = plumb_case_get_difficulty (*right);

  if (hard != harder)
    return hard < harder ? -1 : 1;

  return strcmp (plumb_case_get_id (*left), plumb_case_get_id (*right));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * plumb_case_shelf_new_builtin:
 * @pathway: the pathway that the cases are about
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the cases that come with the program
 */
PlumbCaseShelf *
plumb_case_shelf_new_builtin (PlumbPathway *pathway, GError **error)
{
  g_autoptr (PlumbCaseShelf) self = NULL;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = create (pathway, error);
  names = self ? g_resources_enumerate_children (BUILTIN_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error)
               : NULL;
  if (names == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (BUILTIN_PATH, names[i], NULL);
      g_autoptr (GBytes) bytes
          = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL)
        return NULL;
      if (!g_str_equal (names[i], TRAPS))
        add (self, bytes, names[i]);
    }
  g_ptr_array_sort (self->cases, compare_cases);

  return g_steal_pointer (&self);
}

static void
add_file (PlumbCaseShelf *self, GFile *folder, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (stream != NULL)
    bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAXIMUM_SIZE, NULL, &error);
  if (bytes != NULL)
    add (self, bytes, name);
  else
    g_ptr_array_add (self->refusals, g_strdup_printf ("%s: %s", name, error->message));
}

static GPtrArray *
list_names (GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, error);
  GFileInfo *info;

  if (children == NULL)
    return NULL;
  do
    {
      if (!g_file_enumerator_iterate (children, &info, NULL, NULL, error))
        return NULL;
      if (info != NULL && g_str_has_suffix (g_file_info_get_name (info), ".xml")
          && !g_str_equal (g_file_info_get_name (info), TRAPS))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  while (info != NULL);
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

/**
 * plumb_case_shelf_new_from_folder:
 * @pathway: the pathway that the cases are about
 * @folder: where files of cases lie
 * @error: return location for an error of GIO
 *
 * Reads every file of @folder whose name ends in .xml; those that are no cases are
 * among the refusals.
 *
 * Returns: (transfer full) (nullable): the cases, or %NULL where the folder cannot be read
 */
PlumbCaseShelf *
plumb_case_shelf_new_from_folder (PlumbPathway *pathway, GFile *folder, GError **error)
{
  g_autoptr (PlumbCaseShelf) self = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (pathway != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = create (pathway, error);
  names = self ? list_names (folder, error) : NULL;
  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    add_file (self, folder, g_ptr_array_index (names, i));
  g_ptr_array_sort (self->cases, compare_cases);

  return g_steal_pointer (&self);
}

void
plumb_case_shelf_free (PlumbCaseShelf *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->cases);
  plumb_traps_unref (self->traps);
  plumb_pathway_unref (self->pathway);
  g_free (self);
}

PlumbTraps *
plumb_case_shelf_get_traps (const PlumbCaseShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->traps;
}

GPtrArray *
plumb_case_shelf_get_cases (const PlumbCaseShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cases;
}

PlumbCase *
plumb_case_shelf_lookup (const PlumbCaseShelf *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->cases->len; i++)
    if (g_str_equal (plumb_case_get_id (g_ptr_array_index (self->cases, i)), id))
      return g_ptr_array_index (self->cases, i);

  return NULL;
}

GPtrArray *
plumb_case_shelf_get_refusals (const PlumbCaseShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->refusals;
}
