/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-markup.h"

#include <string.h>

G_BEGIN_DECLS

/* Nothing honest is deeper than ten levels. */
#define PLUMB_MARKUP_MAXIMUM_DEPTH 32

typedef struct
{
  PlumbElement element;
  gsize length;     /* of its text */
  gsize room;       /* for it, where it lies now */
  gboolean is_span; /* it is in the file just so, and copied when somebody asks */
} PlumbMarkupNode;

/* What all leaves in one language have: the values of their attributes. */
typedef struct _PlumbMarkupLanguage PlumbMarkupLanguage;

struct _PlumbMarkupLanguage
{
  PlumbMarkupLanguage *next;
  const char *values[2];
};

struct _PlumbMarkup
{
  char *name;
  char *data;
  gsize length;
  GQuark domain;
  int markup_code;
  int limit_code;
  PlumbElement *root;
  GPtrArray *open;                /* PlumbElement, the chain from the root */
  gsize known;                    /* all tags that begin before this byte have been seen */
  PlumbMarkupLanguage *languages; /* in the blocks */
  const char *last_name;          /* of a leaf */
  GPtrArray *blocks;
  char *free_start;
  gsize free_size;
  GPtrArray *parents;   /* the lists of children, to be freed */
  GPtrArray *childless; /* what all elements without children share */
  GArray *line_starts;  /* gsize: byte offset of each line; NULL until somebody asks */
};

/* ---- the tree as it grows --------------------------------------------------------------- */

/* Freed with the tree, and never before. */
gpointer plumb_markup_allocate (PlumbMarkup *self, gsize size);
char *plumb_markup_copy_string (PlumbMarkup *self, const char *string, gsize length);
const char **plumb_markup_copy_strings (PlumbMarkup *self, const char **strings);

/* In the innermost element that is open, or as the root; the strings are borrowed. */
PlumbElement *plumb_markup_add_element (PlumbMarkup *self,
                                        const char *name,
                                        const char **names,
                                        const char **values);
void
plumb_markup_add_text (PlumbMarkup *self, PlumbElement *element, const char *text, gsize length);

/* ---- leaves ----------------------------------------------------------------------------- */

/* Reads by hand what can be, and gives GMarkup what stands before it.
 * fed: (out): up to where; returns: %FALSE where only GMarkup can tell what is wrong */
gboolean plumb_markup_read_leaves (PlumbMarkup *self,
                                   GMarkupParseContext *context,
                                   gsize *fed,
                                   GError **error);

/* ---- places, as byte offsets ------------------------------------------------------------ */

/* line, column: (out): from 1 */
void plumb_markup_locate (PlumbMarkup *self, gsize offset, guint *line, guint *column);
gsize plumb_markup_get_offset (PlumbMarkup *self, GMarkupParseContext *context);

/* invalid: (out): where the file is not UTF-8, or holds a null byte */
gboolean plumb_markup_is_utf8 (const PlumbMarkup *self, gsize length, gsize *invalid);

/* ---- passing over tags, which the scans do at every one --------------------------------- */

static inline gsize
plumb_markup_find_after (const PlumbMarkup *self, gsize at, const char *string)
{
  /* A tag's end is near, and strstr() takes its time to begin. */
  const char *found = string[1] == '\0' ? memchr (self->data + at, *string, self->length - at)
                                        : strstr (self->data + at, string);

  return found != NULL ? (gsize) (found - self->data) + strlen (string) : self->length;
}

/* Behind a comment, a section or an instruction that begins here. */
static inline gsize
plumb_markup_skip_special (const PlumbMarkup *self, gsize at)
{
  const char *start = self->data + at;

  if (g_str_has_prefix (start, "<!--"))
    return plumb_markup_find_after (self, at + 4, "-->");
  if (g_str_has_prefix (start, "<![CDATA["))
    return plumb_markup_find_after (self, at, "]]>");

  return plumb_markup_find_after (self, at, g_str_has_prefix (start, "<?") ? "?>" : ">");
}

/* Behind the '>' of a tag; a value may hold one. */
static inline gsize
plumb_markup_find_tag_end (const PlumbMarkup *self, gsize at)
{
  char quote = '\0';

  for (; at < self->length; at++)
    if (quote != '\0')
      quote = self->data[at] == quote ? '\0' : quote;
    else if (self->data[at] == '"' || self->data[at] == '\'')
      quote = self->data[at];
    else if (self->data[at] == '>')
      return at + 1;

  return self->length;
}

G_END_DECLS
