/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlumbMarkup PlumbMarkup;
typedef struct _PlumbElement PlumbElement;

/* One element of a file that plumb_markup_parse() read, and owns. */
struct _PlumbElement
{
  PlumbMarkup *markup;
  const char *name;
  GPtrArray *children; /* PlumbElement */
  const char *copy;    /* for plumb_element_get_text() alone */
  gsize start;         /* byte offsets into the file: of '<', … */
  gsize text_start;    /* … and of the first byte after '>' */
  const char **names;  /* attributes */
  const char **values;
};

const char *plumb_element_get (const PlumbElement *self, const char *attribute);
PlumbElement *plumb_element_find (const PlumbElement *self, const char *name);
/* Its own character data, as written, entities resolved. */
const char *plumb_element_get_text (const PlumbElement *self);
/* Whether its text stands in the file just so, and where; its xml:lang is interned then. */
gboolean plumb_element_get_span (const PlumbElement *self, gsize *start, gsize *length);

gboolean plumb_element_check (const PlumbElement *self,
                              const char *attributes,
                              const char *children,
                              GError **error);
gboolean plumb_element_require (const PlumbElement *self,
                                const char *attribute,
                                const char **value,
                                GError **error);

/* Where the element begins or, with an attribute, that attribute's value; from 1. */
void plumb_element_get_place (const PlumbElement *self,
                              const char *attribute,
                              guint *line,
                              guint *column);

void plumb_element_set_error (const PlumbElement *self,
                              GError **error,
                              int code,
                              const char *format,
                              ...) G_GNUC_PRINTF (4, 5);
/* The same, at a place inside the value of an attribute (or, with NULL, inside the
 * text): line and column from 1, counted in characters of the resolved value. */
void plumb_element_set_error_inside (const PlumbElement *self,
                                     const char *attribute,
                                     guint line,
                                     guint column,
                                     GError **error,
                                     int code,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (7, 8);

G_END_DECLS
