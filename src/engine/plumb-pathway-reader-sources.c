/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

static gboolean
read_source (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbSource *source;
  gint64 year;

  if (!plumb_element_check (element, "id kind year updated", "title publisher", error))
    return FALSE;
  source = plumb_reader_add (reader, PLUMB_KIND_SOURCE, sizeof *source, element, "id", error);
  if (source == NULL || !plumb_reader_integer (element, "year", 0, &year, error)
      || !plumb_reader_text (reader, element, "title", TRUE, &source->title, error)
      || !plumb_reader_text (reader, element, "publisher", FALSE, &source->publisher, error))
    return FALSE;
  source->kind = plumb_reader_string (reader, plumb_element_get (element, "kind"));
  source->updated = plumb_reader_string (reader, plumb_element_get (element, "updated"));
  source->year = (int) year;

  return TRUE;
}

/* A statement is itself the text, so its translations are siblings of the same id. */
static gboolean
read_statement (PlumbReader *reader, PlumbElement *element, GError **error)
{
  static const char *const no_yes[] = { "no", "yes", NULL };
  PlumbStatement *statement;
  const char *source;
  int page;

  if (!plumb_element_check (element, "id source kind page", "text", error)
      || !plumb_element_require (element, "source", &source, error)
      || !plumb_reader_word (element, "page", no_yes, 0, &page, error))
    return FALSE;
  statement
      = plumb_reader_add (reader, PLUMB_KIND_STATEMENT, sizeof *statement, element, "id", error);
  if (statement == NULL
      || !plumb_reader_text (reader, element, "text", TRUE, &statement->text, error))
    return FALSE;
  statement->page = page;
  statement->kind = plumb_reader_string (reader, plumb_element_get (element, "kind"));
  statement->source
      = plumb_reader_find (reader, PLUMB_KIND_SOURCE, element, "source", source, error);
  if (statement->source == NULL)
    return FALSE;

  return TRUE;
}

/* What the pathway is drawn from, and what is said there. */
gboolean
plumb_reader_read_sources (PlumbReader *reader, GError **error)
{
  return plumb_reader_section (reader, "sources", "source", read_source, error)
         && plumb_reader_section (reader, "statements", "statement", read_statement, error);
}
