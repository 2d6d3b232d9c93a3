/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-text.h"

#include <string.h>

/* Few, so a search along them is quickest. A pathway holds thousands of texts in several
 * languages, and all of them are read before the first frame: so each is one piece of memory. */
typedef struct _PlumbVariant PlumbVariant;

struct _PlumbVariant
{
  PlumbVariant *next;
  const char *language; /* interned; NULL: the source language */
  char words[];
};

struct _PlumbText
{
  PlumbVariant *first;
};

/**
 * plumb_text_new:
 *
 * Returns: (transfer full): a text without any words yet; free with plumb_text_free()
 */
PlumbText *
plumb_text_new (void)
{
  return g_new0 (PlumbText, 1);
}

PlumbText *
plumb_text_dup (const PlumbText *self)
{
  PlumbText *copy = plumb_text_new ();

  for (const PlumbVariant *variant = self->first; variant != NULL; variant = variant->next)
    plumb_text_add (copy, variant->language, variant->words);

  return copy;
}

void
plumb_text_free (PlumbText *self)
{
  PlumbVariant *next;

  if (self == NULL)
    return;
  for (PlumbVariant *variant = self->first; variant != NULL; variant = next)
    {
      next = variant->next;
      g_free (variant);
    }
  g_free (self);
}

static const char *
find_variant (const PlumbText *self, const char *language, gsize length)
{
  for (const PlumbVariant *variant = self->first; variant != NULL; variant = variant->next)
    if (language == NULL ? variant->language == NULL
                         : variant->language != NULL
                               && g_ascii_strncasecmp (variant->language, language, length) == 0
                               && variant->language[length] == '\0')
      return variant->words;

  return NULL;
}

/* Trims, and makes single spaces of all white space within. */
static void
fold (char *folded, const char *words)
{
  char *end = folded;

  for (; *words != '\0'; words++)
    if (*words != ' ' && *words != '\t' && *words != '\r' && *words != '\n')
      *end++ = *words;
    else if (end > folded && end[-1] != ' ')
      *end++ = ' ';
  if (end > folded && end[-1] == ' ')
    end--;
  *end = '\0';
}

/**
 * plumb_text_add:
 * @self: a text being read
 * @language: (nullable): the language of @words, or %NULL for the source language
 * @words: the words, as a file has them: white space around them does not count,
 *   and white space within is a single space
 */
void
plumb_text_add (PlumbText *self, const char *language, const char *words)
{
  PlumbVariant **end;
  PlumbVariant *variant;

  g_return_if_fail (self != NULL && words != NULL);

  variant = g_malloc (sizeof *variant + strlen (words) + 1);
  variant->next = NULL;
  variant->language = g_intern_string (language);
  fold (variant->words, words);
  for (end = &self->first; *end != NULL; end = &(*end)->next)
    ;
  *end = variant;
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
