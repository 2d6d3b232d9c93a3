/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-words.h"

#include "config.h"
#include "plumb-format.h"

#include <gio/gio.h>
#include <string.h>

/* The layout of a compiled catalog, as "The Format of GNU MO Files" in the manual of gettext
 * describes it: a header of 32-bit numbers, then two tables of length and place. */
#define CATALOG_MAGIC 0x950412deu
#define CATALOG_N_TEXTS 2
#define CATALOG_ORIGINALS 3
#define CATALOG_TRANSLATIONS 4
#define CATALOG_HEADER_SIZE 28
/* Stands between context and text. */
#define CONTEXT_END "\004"

typedef struct
{
  GBytes *bytes; /* NULL: there is no catalog for the language */
  const guint8 *data;
  gsize size;
  guint32 n_texts;
} PlumbCatalog;

static guint32
read_number (const PlumbCatalog *self, gsize place)
{
  guint32 number;

  if (place > self->size || self->size - place < sizeof number)
    return 0;
  memcpy (&number, self->data + place, sizeof number);

  return number;
}

/* Returns: the text of a table's row, or "" where the catalog is damaged. */
static const char *
read_text (const PlumbCatalog *self, guint table, guint32 row, gsize *length)
{
  const gsize entry = read_number (self, table * sizeof (guint32)) + row * 2 * sizeof (guint32);
  const gsize place = read_number (self, entry + sizeof (guint32));

  *length = read_number (self, entry);
  if (place >= self->size || *length >= self->size - place || self->data[place + *length] != '\0')
    *length = 0;

  return *length > 0 ? (const char *) self->data + place : "";
}

static PlumbCatalog *
open_catalog (const char *language)
{
  g_autofree char *path = g_strdup_printf ("%s/words/%.*s.mo", RESOURCE_BASE_PATH,
                                           (int) strcspn (language, "_-.@"), language);
  PlumbCatalog *self = g_new0 (PlumbCatalog, 1);

  self->bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (self->bytes != NULL)
    self->data = g_bytes_get_data (self->bytes, &self->size);
  /* Compiled on this machine, so in its order of bytes. */
  if (self->size >= CATALOG_HEADER_SIZE && read_number (self, 0) == CATALOG_MAGIC)
    self->n_texts = read_number (self, CATALOG_N_TEXTS * sizeof (guint32));

  return self;
}

/* Catalogs are few and stay. Used from the main thread only, as all of the engine. */
static const PlumbCatalog *
get_catalog (const char *language)
{
  static GHashTable *catalogs;
  PlumbCatalog *catalog;

  if (catalogs == NULL)
    catalogs = g_hash_table_new (g_str_hash, g_str_equal);
  catalog = g_hash_table_lookup (catalogs, language);
  if (catalog == NULL)
    {
      catalog = open_catalog (language);
      g_hash_table_insert (catalogs, g_strdup (language), catalog);
    }

  return catalog;
}

/* Returns: (nullable): the translation, of @length with all its forms; the table of originals is
 * in the order of strcmp(). */
static const char *
look_up (const char *language, const char *text, gsize *length)
{
  const PlumbCatalog *catalog = get_catalog (language);
  guint32 from = 0, to = catalog->n_texts;

  while (from < to)
    {
      const guint32 row = from + (to - from) / 2;
      const int order = strcmp (text, read_text (catalog, CATALOG_ORIGINALS, row, length));

      if (order == 0)
        {
          const char *found = read_text (catalog, CATALOG_TRANSLATIONS, row, length);

          return *length > 0 ? found : NULL;
        }
      if (order < 0)
        to = row;
      else
        from = row + 1;
    }

  return NULL;
}

/**
 * plumb_words:
 * @language: (nullable): such as "es" or "es_MX", or %NULL for English
 * @text: words in English, marked for translation by standing here
 *
 * Returns: (transfer none): the words in the language, or @text where it has no translation
 */
const char *
plumb_words (const char *language, const char *text)
{
  const char *found;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  found = language ? look_up (language, text, &length) : NULL;

  return found ? found : text;
}

/**
 * plumb_words_in:
 * @language: (nullable): such as "es", or %NULL for English
 * @context: tells translators apart what is spelled alike in English
 * @text: words in English
 *
 * Returns: (transfer none): as plumb_words()
 */
const char *
plumb_words_in (const char *language, const char *context, const char *text)
{
  g_autofree char *key = NULL;
  const char *found = NULL;
  gsize length;

  g_return_val_if_fail (context != NULL && text != NULL, NULL);

  if (language != NULL)
    {
      key = g_strconcat (context, CONTEXT_END, text, NULL);
      found = look_up (language, key, &length);
    }

  return found ? found : text;
}

/**
 * plumb_words_plural:
 * @language: (nullable): such as "es", or %NULL for English
 * @singular: the words for one
 * @plural: the words for many
 * @number: how many
 *
 * Returns: (transfer none): the words in the language in the form for @number
 */
const char *
plumb_words_plural (const char *language, const char *singular, const char *plural, guint64 number)
{
  const char *forms, *form;
  guint n_forms = 0, place;
  gsize length;

  g_return_val_if_fail (singular != NULL && plural != NULL, NULL);

  forms = language ? look_up (language, singular, &length) : NULL;
  if (forms == NULL)
    return number == 1 ? singular : plural;
  for (form = forms; form <= forms + length; form += strlen (form) + 1)
    n_forms++;
  place = plumb_format_plural (number, n_forms, language);
  for (form = forms; place > 0; place--)
    form += strlen (form) + 1;

  return form;
}
