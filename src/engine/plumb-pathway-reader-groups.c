/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-pathway-private.h"

static gboolean
read_group (PlumbReader *reader, PlumbElement *element, GError **error)
{
  static const char *const no_yes[] = { "no", "yes", NULL };
  PlumbGroup *group;
  int history;

  if (!plumb_element_check (element, "id history", "title", error)
      || !plumb_reader_word (element, "history", no_yes, 0, &history, error))
    return FALSE;
  group = plumb_reader_add (reader, PLUMB_KIND_GROUP, sizeof *group, element, "id", error);
  if (group == NULL || !plumb_reader_text (reader, element, "title", TRUE, &group->title, error))
    return FALSE;
  group->history = history != 0;
  group->findings = plumb_reader_array (reader);

  return TRUE;
}

static gboolean
read_card (PlumbReader *reader, PlumbElement *element, GError **error)
{
  static const char *const lines[] = { "questions", "labels", NULL };
  PlumbCard *card;
  int brief;

  if (!plumb_element_check (element, "id lines", "title prompt", error)
      || !plumb_reader_word (element, "lines", lines, 0, &brief, error))
    return FALSE;
  card = plumb_reader_add (reader, PLUMB_KIND_CARD, sizeof *card, element, "id", error);
  if (card == NULL || !plumb_reader_text (reader, element, "title", TRUE, &card->title, error)
      || !plumb_reader_text (reader, element, "prompt", FALSE, &card->prompt, error))
    return FALSE;
  card->brief = brief;
  card->findings = plumb_reader_array (reader);

  return TRUE;
}

/* Where findings stand: groups of them, and cards on which several are asked at once. */
gboolean
plumb_reader_read_groups (PlumbReader *reader, GError **error)
{
  return plumb_reader_section (reader, "groups", "group", read_group, error)
         && plumb_reader_section (reader, "cards", "card", read_card, error);
}
