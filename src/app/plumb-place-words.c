/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-place-words.h"

#include "plumb-advice-words.h"
#include "plumb-language.h"

#include <glib/gi18n.h>

/* More statements than this become a number. */
#define MOST_STATEMENTS 4

/* Above several. */
const char *
plumb_place_kind_heading (PlumbPlaceKind kind)
{
  switch (kind)
    {
    case PLUMB_PLACE_FINDING:
      /* Translators: a heading above places of the pathway. */
      return _ ("Findings");
    case PLUMB_PLACE_ADVICE:
      return _ ("Advice");
    case PLUMB_PLACE_BOX:
      return _ ("Boxes of the chart");
    case PLUMB_PLACE_STAGE:
      return _ ("Stages");
    case PLUMB_PLACE_DISAGREEMENT:
      return _ ("Where the sources disagree");
    case PLUMB_PLACE_STATEMENT:
      return _ ("Statements");
    case PLUMB_PLACE_SOURCE:
    default:
      return _ ("Sources");
    }
}

static const char *
name_box (PlumbNodeKind kind)
{
  switch (kind)
    {
    case PLUMB_NODE_DECISION:
      /* Translators: what kind of box of the chart it is. */
      return _ ("Decision");
    case PLUMB_NODE_ACTION:
      return _ ("Action");
    case PLUMB_NODE_STATE:
      return _ ("State");
    case PLUMB_NODE_LINK:
    default:
      return _ ("Link");
    }
}

/**
 * plumb_place_kind_word:
 * @place: a place
 *
 * Returns: (transfer none): what it is; of an advice how strong it is, for its
 *   title alone does not say whether to do it or to avoid it
 */
const char *
plumb_place_kind_word (const PlumbPlace *place)
{
  g_return_val_if_fail (place != NULL, "");

  switch (place->kind)
    {
    case PLUMB_PLACE_FINDING:
      /* Translators: what kind of place of the pathway it is. */
      return _ ("Finding");
    case PLUMB_PLACE_ADVICE:
      return plumb_advice_strength_title (place->recommendation->strength);
    case PLUMB_PLACE_BOX:
      return name_box (place->node->kind);
    case PLUMB_PLACE_STAGE:
      return _ ("Stage");
    case PLUMB_PLACE_DISAGREEMENT:
      return _ ("Disagreement");
    case PLUMB_PLACE_STATEMENT:
      return _ ("Statement");
    case PLUMB_PLACE_SOURCE:
    default:
      return _ ("Source");
    }
}

/* The title with the number that the chart shows beside it. */
char *
plumb_place_dup_name (const PlumbPlace *place)
{
  const char *title;

  g_return_val_if_fail (place != NULL, NULL);

  title = plumb_place_get_title (place, plumb_app_language ());
  if (place->kind == PLUMB_PLACE_BOX && place->node->number > 0)
    return g_strdup_printf ("%u  %s", place->node->number, title);
  if (place->kind == PLUMB_PLACE_STAGE)
    return g_strdup_printf ("%u  %s", place->stage->number, title);

  return g_strdup (title);
}

static char *
name_sources (GPtrArray *sources)
{
  g_autofree char *first = plumb_advice_describe_source (g_ptr_array_index (sources, 0));
  guint rest = sources->len - 1;

  if (rest == 0)
    return g_steal_pointer (&first);

  /* Translators: the title of a source, and how many others there are. */
  return g_strdup_printf (ngettext ("%s, and %u more source", "%s, and %u more sources", rest),
                          first, rest);
}

/**
 * plumb_place_describe_sources:
 * @place: a place
 *
 * Returns: (transfer full): "P22 O23: title of the first source, and 2 more sources";
 *   "" where it rests on no statement
 */
char *
plumb_place_describe_sources (const PlumbPlace *place)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *names = NULL;
  g_autofree char *ids = NULL;
  GPtrArray *statements;

  g_return_val_if_fail (place != NULL, NULL);

  sources = plumb_place_list_sources (place);
  if (sources->len == 0 || place->kind == PLUMB_PLACE_SOURCE)
    return g_strdup ("");
  names = name_sources (sources);
  statements = plumb_place_get_statements (place);
  if (statements == NULL)
    return g_steal_pointer (&names);
  ids = plumb_advice_statement_ids (statements, MOST_STATEMENTS);

  /* Translators: the ids of statements, and from where they come. */
  return g_strdup_printf (_ ("%s: %s"), ids, names);
}
