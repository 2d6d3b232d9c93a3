/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-text.h"

#include <string.h>

/* Few, so a search along them is quickest. A pathway holds thousands of texts in several
 * languages, of which hardly more than one is ever wanted: so what is known to stay where it
 * is, is only copied when somebody asks for it. */
typedef struct _PlumbVariant PlumbVariant;

struct _PlumbVariant
{
  PlumbVariant *next;
  const char *language; /* interned; NULL: the source language */
  char *words;          /* atomic; NULL until somebody asks */
  const char *span;     /* from which they are made then */
  gsize length;
};

/* As many as a pathway mostly has are one piece of memory. */
#define N_INSIDE 5

struct _PlumbText
{
  PlumbVariant *first;
  guint n;
  PlumbVariant inside[N_INSIDE];
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

/* Trims, and makes single spaces of all white space within. */
static char *
fold (const char *words, gsize length)
{
  char *folded = g_malloc (length + 1);
  char *end = folded;

  for (gsize i = 0; i < length; i++)
    if (words[i] != ' ' && words[i] != '\t' && words[i] != '\r' && words[i] != '\n')
      *end++ = words[i];
    else if (end > folded && end[-1] != ' ')
      *end++ = ' ';
  if (end > folded && end[-1] == ' ')
    end--;
  *end = '\0';

  return folded;
}

/* Pathways are read by several threads. */
static const char *
get_words (const PlumbVariant *variant)
{
  PlumbVariant *self = (PlumbVariant *) variant;
  char *words = g_atomic_pointer_get (&self->words);

  if (words != NULL)
    return words;
  words = fold (self->span, self->length);
  if (!g_atomic_pointer_compare_and_exchange (&self->words, NULL, words))
    {
      g_free (words);
      words = g_atomic_pointer_get (&self->words);
    }

  return words;
}

PlumbText *
plumb_text_dup (const PlumbText *self)
{
  PlumbText *copy = plumb_text_new ();

  for (const PlumbVariant *variant = self->first; variant != NULL; variant = variant->next)
    plumb_text_add (copy, variant->language, get_words (variant));

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
      g_free (variant->words);
      if (variant < self->inside || variant >= self->inside + N_INSIDE)
        g_free (variant);
    }
  g_free (self);
}

static gboolean
is_language (const PlumbVariant *variant, const char *language, gsize length)
{
  if (language == NULL || variant->language == NULL)
    return language == variant->language;
  if (length > 0 && ((*variant->language ^ *language) & 0x1f) != 0)
    return FALSE;

  return g_ascii_strncasecmp (variant->language, language, length) == 0
         && variant->language[length] == '\0';
}

static const PlumbVariant *
find_variant (const PlumbText *self, const char *language, gsize length)
{
  for (const PlumbVariant *variant = self->first; variant != NULL; variant = variant->next)
    if (is_language (variant, language, length))
      return variant;

  return NULL;
}

static PlumbVariant *
add_variant (PlumbText *self, const char *language)
{
  PlumbVariant *variant = self->n < N_INSIDE ? &self->inside[self->n] : g_new0 (PlumbVariant, 1);
  PlumbVariant **end;

  self->n++;
  variant->language = language;
  for (end = &self->first; *end != NULL; end = &(*end)->next)
    ;
  *end = variant;

  return variant;
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
  g_return_if_fail (self != NULL && words != NULL);

  add_variant (self, g_intern_string (language))->words = fold (words, strlen (words));
}

/**
 * plumb_text_add_span:
 * @self: a text being read
 * @language: (nullable): the language of @words, interned, or %NULL for the source language
 * @words: (array length=length): the words, as plumb_text_add() takes them, which must
 *   stay where they are as long as @self lives
 * @length: how many bytes they are
 */
void
plumb_text_add_span (PlumbText *self, const char *language, const char *words, gsize length)
{
  PlumbVariant *variant;

  g_return_if_fail (self != NULL && words != NULL);

  variant = add_variant (self, language);
  variant->span = words;
  variant->length = length;
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
  const PlumbVariant *found = NULL;

  g_return_val_if_fail (self != NULL, "");

  if (language != NULL)
    {
      found = find_variant (self, language, strlen (language));
      if (found == NULL)
        found = find_variant (self, language, strcspn (language, "_-.@"));
    }
  if (found == NULL)
    found = find_variant (self, NULL, 0);

  return found != NULL ? get_words (found) : "";
}
