/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-text.h"

#include <string.h>

typedef struct
{
  char *language; /* NULL: the source language */
  char *text;
} PlumbVariant;

struct _PlumbText
{
  GArray *variants; /* PlumbVariant; few, so a search along it is quickest */
};

static void
plumb_variant_clear (gpointer data)
{
  PlumbVariant *variant = data;

  g_free (variant->language);
  g_free (variant->text);
}

/**
 * plumb_text_new:
 *
 * Returns: (transfer full): a text without any words yet; free with plumb_text_free()
 */
PlumbText *
plumb_text_new (void)
{
  PlumbText *self = g_new0 (PlumbText, 1);

  self->variants = g_array_new (FALSE, FALSE, sizeof (PlumbVariant));
  g_array_set_clear_func (self->variants, plumb_variant_clear);

  return self;
}

PlumbText *
plumb_text_dup (const PlumbText *self)
{
  PlumbText *copy = plumb_text_new ();

  for (guint i = 0; i < self->variants->len; i++)
    {
      const PlumbVariant *variant = &g_array_index (self->variants, PlumbVariant, i);

      plumb_text_take (copy, variant->language, g_strdup (variant->text));
    }

  return copy;
}

void
plumb_text_free (PlumbText *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->variants);
  g_free (self);
}

static const char *
find_variant (const PlumbText *self, const char *language, gsize length)
{
  for (guint i = 0; i < self->variants->len; i++)
    {
      const PlumbVariant *variant = &g_array_index (self->variants, PlumbVariant, i);

      if (language == NULL ? variant->language == NULL
                           : variant->language != NULL && strlen (variant->language) == length
                                 && g_ascii_strncasecmp (variant->language, language, length) == 0)
        return variant->text;
    }

  return NULL;
}

/**
 * plumb_text_take:
 * @self: a text being read
 * @language: (nullable): the language of @text, or %NULL for the source language
 * @text: (transfer full): the words
 */
void
plumb_text_take (PlumbText *self, const char *language, char *text)
{
  PlumbVariant variant = { g_strdup (language), text };

  g_return_if_fail (self != NULL && text != NULL);

  g_array_append_val (self->variants, variant);
}

/**
 * plumb_text_has:
 * @self: a text
 * @language: (nullable): a language, or %NULL for the source language
 *
 * Returns: whether the text is there in exactly this language
 */
gboolean
plumb_text_has (const PlumbText *self, const char *language)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find_variant (self, language, language ? strlen (language) : 0) != NULL;
}

/**
 * plumb_text_get:
 * @self: a text
 * @language: (nullable): such as "es" or "es_MX", or %NULL for the source language
 *
 * Returns: (transfer none): the words in the language, else in its base
 *   language, else in the source language; "" when there are none at all
 */
const char *
plumb_text_get (const PlumbText *self, const char *language)
{
  const char *found = NULL;

  g_return_val_if_fail (self != NULL, "");

  if (language != NULL)
    {
      found = find_variant (self, language, strlen (language));
      if (found == NULL)
        found = find_variant (self, language, strcspn (language, "_-.@"));
    }
  if (found == NULL)
    found = find_variant (self, NULL, 0);

  return found ? found : "";
}
