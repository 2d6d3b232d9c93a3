/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

#include <stdio.h>
#include <string.h>

#define FORMAT 1

/* In the order of PlumbReview. */
static const char *const reviews[] = { "submitted", "under-review", "approved", NULL };

static gboolean
read_format (PlumbElement *root, GError **error)
{
  gint64 format;

  if (strcmp (root->name, "pathway") != 0)
    {
      plumb_element_set_error (root, error, PLUMB_PATHWAY_ERROR_MARKUP,
                               "this is <%s>, not a <pathway>", root->name);
      return FALSE;
    }
  if (!plumb_reader_integer (root, "format", 0, &format, error))
    return FALSE;
  if (format > FORMAT)
    {
      plumb_element_set_error_inside (root, "format", 1, 1, error, PLUMB_PATHWAY_ERROR_FORMAT,
                                      "the file has format %d, and this version of Plumbline reads "
                                      "only up to format %d; a newer Plumbline is needed",
                                      (int) format, FORMAT);
      return FALSE;
    }
  if (format < 1)
    {
      plumb_element_set_error (root, error, PLUMB_PATHWAY_ERROR_FORMAT,
                               "the pathway does not say its format");
      return FALSE;
    }

  return TRUE;
}

/* The day of the last change stands on every printed page, so it must be one. */
static gboolean
read_updated (PlumbElement *root, const char **updated, GError **error)
{
  guint year, month, day;
  char rest;

  if (!plumb_element_require (root, "updated", updated, error))
    return FALSE;
  if (sscanf (*updated, "%4u-%2u-%2u%c", &year, &month, &day, &rest) == 3
      && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return TRUE;

  plumb_element_set_error_inside (root, "updated", 1, 1, error, PLUMB_PATHWAY_ERROR_VALUE,
                                  "“%s” is not a day such as 2026-11-21", *updated);
  return FALSE;
}

static gboolean
read_root (PlumbReader *reader, GError **error)
{
  PlumbPathway *pathway = reader->pathway;
  const char *id, *version, *updated;
  const PlumbText *title, *disclaimer;
  int review;

  if (!plumb_element_check (
          reader->root, "format id version review updated",
          "title disclaimer translations departures sources statements groups "
          "cards findings scores bodymap "
          "terms warnings recommendations disagreements stages invariants handout",
          error)
      || !plumb_element_require (reader->root, "id", &id, error)
      || !plumb_element_require (reader->root, "version", &version, error)
      || !read_updated (reader->root, &updated, error)
      || !plumb_reader_word (reader->root, "review", reviews, -1, &review, error)
      || !plumb_reader_text (reader, reader->root, "title", TRUE, &title, error)
      || !plumb_reader_text (reader, reader->root, "disclaimer", TRUE, &disclaimer, error))
    return FALSE;

  pathway->id = g_strdup (id);
  pathway->version = g_strdup (version);
  pathway->updated = g_strdup (updated);
  pathway->review = (PlumbReview) review;
  g_clear_pointer (&pathway->title, plumb_text_free);
  g_clear_pointer (&pathway->disclaimer, plumb_text_free);
  pathway->title = plumb_text_dup (title);
  pathway->disclaimer = plumb_text_dup (disclaimer);

  return TRUE;
}

/* Its name is written in the language itself and thus never translated. */
static gboolean
read_translation (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbTranslation *self;
  const char *name;
  int review;

  if (!plumb_element_check (element, "language name review", "", error)
      || !plumb_element_require (element, "name", &name, error)
      || !plumb_reader_word (element, "review", reviews, -1, &review, error))
    return FALSE;
  self
      = plumb_reader_add (reader, PLUMB_KIND_TRANSLATION, sizeof *self, element, "language", error);
  if (self == NULL)
    return FALSE;
  self->name = plumb_reader_string (reader, name);
  self->review = (PlumbReview) review;

  return TRUE;
}

static gboolean
read_departure (PlumbReader *reader, PlumbElement *element, GError **error)
{
  PlumbDepartureReason *self;

  if (!plumb_element_check (element, "id", "text", error))
    return FALSE;
  self = plumb_reader_add (reader, PLUMB_KIND_DEPARTURE, sizeof *self, element, "id", error);

  return self != NULL && plumb_reader_text (reader, element, "text", TRUE, &self->text, error);
}

/* What the file is, and what it says of itself before any finding. */
gboolean
plumb_reader_read_head (PlumbReader *reader, GError **error)
{
  return read_format (reader->root, error) && read_root (reader, error)
         && plumb_reader_section (reader, "translations", "translation", read_translation, error)
         && plumb_reader_section (reader, "departures", "reason", read_departure, error);
}
