/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-handout-private.h"

#include <gio/gio.h>
#include <string.h>

#define ARTWORK_PATH "/org/plumbline/Plumbline/artwork/handout/"
/* Of the width, for the picture. */
#define ROOMY_SHARE 0.19
#define PAIRED_SHARE 0.34
#define COMPACT_SHARE 0.27
/* Of the picture, as a multiple of the size of running text. */
#define ROOMY_HEIGHT 5.4
#define PAIRED_HEIGHT 5
#define COMPACT_HEIGHT 4.2

typedef struct
{
  const PlumbHandoutPicture *picture; /* NULL: none */
  const PlumbText *title;
  const PlumbText *text;
} Card;

/* ---- which cards ------------------------------------------------------------------------- */

/* How far it is to be heard: by the most urgent of its advices. */
static PlumbTone
get_tone (const PlumbHandout *self, const PlumbHandoutSection *section)
{
  PlumbUrgency most = PLUMB_URGENCY_ROUTINE;

  for (guint i = 0; i < self->items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (self->items, i);

      if (item->handout_section == section)
        most = MIN (most, plumb_evaluation_get_urgency (self->evaluation, item));
    }
  if (most == PLUMB_URGENCY_ROUTINE)
    return PLUMB_TONE_NEUTRAL;

  return most == PLUMB_URGENCY_URGENT ? PLUMB_TONE_CAUTION : PLUMB_TONE_URGENT;
}

static gboolean
has_exercises (const PlumbHandout *self, const PlumbHandoutSection *section)
{
  const PlumbHandoutPlan *plan = self->plan;

  if (plan->exercise_section != section || !plumb_handout_holds (self, plan->exercise_condition))
    return FALSE;
  for (guint i = 0; i < plan->exercise_advices->len; i++)
    if (plumb_handout_follows (self, g_ptr_array_index (plan->exercise_advices, i)))
      return TRUE;

  return FALSE;
}

static GArray *
list_cards (const PlumbHandout *self, const PlumbHandoutSection *section)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (Card));

  for (guint i = 0; i < self->items->len; i++)
    {
      const PlumbRecommendation *item = g_ptr_array_index (self->items, i);
      Card card = { item->handout_picture, item->handout_title, item->patient };

      if (item->handout_section == section)
        g_array_append_val (cards, card);
    }
  if (!has_exercises (self, section))
    return cards;
  for (guint i = 0; i < self->plan->exercises->len; i++)
    {
      const PlumbHandoutExercise *exercise = g_ptr_array_index (self->plan->exercises, i);
      Card card = { exercise->picture, exercise->title, exercise->text };

      if (plumb_handout_holds (self, exercise->condition))
        g_array_append_val (cards, card);
    }

  return cards;
}

/* ---- one card ---------------------------------------------------------------------------- */

static GBytes *
load_drawing (const PlumbHandoutPicture *picture)
{
  g_autofree char *name = g_strdelimit (g_strdup (picture->id), "_", '-');
  g_autofree char *path = g_strdup_printf ("%s%s.svg", ARTWORK_PATH, name);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
add_words (PlumbHandout *self, const Card *card)
{
  plumb_document_builder_add_heading (self->builder, 2, PLUMB_TONE_NEUTRAL,
                                      plumb_handout_get_text (self, card->title));
  plumb_document_builder_add_paragraph (self->builder, plumb_handout_get_text (self, card->text));
}

/* A pathway of another day may name a picture that this program lacks: its words stand alone. */
static void
add_card (PlumbHandout *self, const Card *card, double share, double height)
{
  g_autoptr (GBytes) drawing = card->picture != NULL ? load_drawing (card->picture) : NULL;

  if (drawing == NULL)
    {
      add_words (self, card);
      return;
    }
  plumb_document_builder_begin_columns (self->builder, share);
  plumb_document_builder_add_picture (self->builder, drawing,
                                      plumb_handout_get_text (self, card->picture->alternative),
                                      height * self->body);
  plumb_document_builder_next_column (self->builder);
  add_words (self, card);
  plumb_document_builder_end_columns (self->builder);
}

/* ---- all of a section -------------------------------------------------------------------- */

static void
add_roomy_cards (PlumbHandout *self, GArray *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      plumb_document_builder_begin_notice (self->builder, PLUMB_TONE_NEUTRAL);
      add_card (self, &g_array_index (cards, Card, i), ROOMY_SHARE, ROOMY_HEIGHT);
      plumb_document_builder_end_notice (self->builder);
    }
}

static void
add_paired_cards (PlumbHandout *self, GArray *cards)
{
  gboolean compact = self->density >= PLUMB_DENSITY_COMPACT;
  double share = compact ? COMPACT_SHARE : PAIRED_SHARE;
  double height = compact ? COMPACT_HEIGHT : PAIRED_HEIGHT;

  for (guint i = 0; i < cards->len; i += 2)
    {
      plumb_document_builder_begin_notice (self->builder, PLUMB_TONE_NEUTRAL);
      if (i + 1 == cards->len)
        add_card (self, &g_array_index (cards, Card, i), ROOMY_SHARE, height);
      else
        {
          plumb_document_builder_begin_columns (self->builder, 0.5);
          add_card (self, &g_array_index (cards, Card, i), share, height);
          plumb_document_builder_next_column (self->builder);
          add_card (self, &g_array_index (cards, Card, i + 1), share, height);
          plumb_document_builder_end_columns (self->builder);
        }
      plumb_document_builder_end_notice (self->builder);
    }
}

/* What cannot wait stands in one frame, without pictures to look at first. */
static void
add_urgent_cards (PlumbHandout *self,
                  const PlumbHandoutSection *section,
                  GArray *cards,
                  PlumbTone tone)
{
  plumb_document_builder_begin_notice (self->builder, tone);
  plumb_document_builder_add_heading (self->builder, 1, tone,
                                      plumb_handout_get_text (self, section->title));
  for (guint i = 0; i < cards->len; i++)
    plumb_document_builder_add_paragraph (
        self->builder, plumb_handout_get_text (self, g_array_index (cards, Card, i).text));
  plumb_document_builder_end_notice (self->builder);
}

void
plumb_handout_add_cards (PlumbHandout *self, const PlumbHandoutSection *section)
{
  g_autoptr (GArray) cards = list_cards (self, section);
  PlumbTone tone = get_tone (self, section);

  if (cards->len == 0)
    return;
  if (tone != PLUMB_TONE_NEUTRAL)
    {
      add_urgent_cards (self, section, cards, tone);
      return;
    }
  plumb_handout_add_heading (self, section, cards->len);
  if (self->density == PLUMB_DENSITY_ROOMY || self->large_print)
    add_roomy_cards (self, cards);
  else
    add_paired_cards (self, cards);
}
