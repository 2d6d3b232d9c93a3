/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-paper.h"

#include "plumb-handout.h"
#include "plumb-note.h"
#include "plumb-poster.h"
#include "plumb-summary.h"

static PlumbDocument *
create_summary (PlumbEvaluation *evaluation, const PlumbPaperOptions *options)
{
  return plumb_summary_new_full (evaluation, options->language, options->large);
}

static PlumbDocument *
create_handout (PlumbEvaluation *evaluation, const PlumbPaperOptions *options)
{
  const PlumbHandoutOptions chosen = { .width = options->width,
                                       .height = options->height,
                                       .large_print = options->large,
                                       .left_out = options->left_out };

  return plumb_handout_new (evaluation, options->language, &chosen);
}

static PlumbDocument *
create_note (PlumbEvaluation *evaluation, const PlumbPaperOptions *options)
{
  return plumb_note_new_document (evaluation, options->language);
}

static PlumbDocument *
create_poster (PlumbEvaluation *evaluation, const PlumbPaperOptions *options)
{
  return plumb_poster_new (evaluation, NULL, options->language, options->width, options->height);
}

static PlumbDocument *
create_stage (PlumbEvaluation *evaluation, const PlumbPaperOptions *options)
{
  return plumb_poster_new (evaluation, options->stage, options->language, options->width,
                           options->height);
}

static const struct
{
  const char *id;
  PlumbDocument *(*create) (PlumbEvaluation *evaluation, const PlumbPaperOptions *options);
  gboolean large;
  gboolean poster;
} papers[PLUMB_N_PAPERS] = {
  [PLUMB_PAPER_SUMMARY] = { "summary", create_summary, TRUE, FALSE },
  [PLUMB_PAPER_HANDOUT] = { "handout", create_handout, TRUE, FALSE },
  [PLUMB_PAPER_NOTE] = { "note", create_note, FALSE, FALSE },
  [PLUMB_PAPER_POSTER] = { "poster", create_poster, FALSE, TRUE },
  [PLUMB_PAPER_STAGE] = { "stage", create_stage, FALSE, TRUE },
};

static const struct
{
  const char *id;
  double width;
  double height;
} sizes[PLUMB_N_PAPER_SIZES] = {
  [PLUMB_PAPER_SIZE_A4] = { "a4", PLUMB_PAPER_A4_WIDTH, PLUMB_PAPER_A4_HEIGHT },
  [PLUMB_PAPER_SIZE_LETTER] = { "letter", PLUMB_PAPER_LETTER_WIDTH, PLUMB_PAPER_LETTER_HEIGHT },
  [PLUMB_PAPER_SIZE_A3] = { "a3", PLUMB_PAPER_A3_WIDTH, PLUMB_PAPER_A3_HEIGHT },
};

/**
 * plumb_paper_get_id:
 * @kind: a kind of document
 *
 * Returns: (transfer none): the word for it in settings and on command lines
 */
const char *
plumb_paper_get_id (PlumbPaperKind kind)
{
  g_return_val_if_fail (kind < PLUMB_N_PAPERS, NULL);

  return papers[kind].id;
}

/**
 * plumb_paper_find:
 * @id: a word
 * @kind: (out): the kind of document that it stands for
 *
 * Returns: whether it stands for one
 */
gboolean
plumb_paper_find (const char *id, PlumbPaperKind *kind)
{
  for (PlumbPaperKind i = 0; i < PLUMB_N_PAPERS; i++)
    if (g_strcmp0 (papers[i].id, id) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * plumb_paper_has_large:
 * @kind: a kind of document
 *
 * Returns: whether it can be set in large print; posters are as large as they can be
 */
gboolean
plumb_paper_has_large (PlumbPaperKind kind)
{
  g_return_val_if_fail (kind < PLUMB_N_PAPERS, FALSE);

  return papers[kind].large;
}

/**
 * plumb_paper_is_poster:
 * @kind: a kind of document
 *
 * Returns: whether it is one sheet for the wall, on paper up to A3
 */
gboolean
plumb_paper_is_poster (PlumbPaperKind kind)
{
  g_return_val_if_fail (kind < PLUMB_N_PAPERS, FALSE);

  return papers[kind].poster;
}

/**
 * plumb_paper_size_get_id:
 * @size: a size of paper
 *
 * Returns: (transfer none): the word for it in settings and on command lines
 */
const char *
plumb_paper_size_get_id (PlumbPaperSize size)
{
  g_return_val_if_fail (size < PLUMB_N_PAPER_SIZES, NULL);

  return sizes[size].id;
}

/**
 * plumb_paper_size_find:
 * @id: a word
 * @size: (out): the size that it stands for
 *
 * Returns: whether it stands for one
 */
gboolean
plumb_paper_size_find (const char *id, PlumbPaperSize *size)
{
  for (PlumbPaperSize i = 0; i < PLUMB_N_PAPER_SIZES; i++)
    if (g_strcmp0 (sizes[i].id, id) == 0)
      {
        *size = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * plumb_paper_size_get:
 * @size: a size of paper
 * @width: (out): in points, standing
 * @height: (out): in points, standing
 */
void
plumb_paper_size_get (PlumbPaperSize size, double *width, double *height)
{
  g_return_if_fail (size < PLUMB_N_PAPER_SIZES);

  *width = sizes[size].width;
  *height = sizes[size].height;
}

/**
 * plumb_paper_create:
 * @kind: a kind of document
 * @evaluation: what the pathway says to a patient's answers
 * @options: how to print it
 *
 * Returns: (transfer full): the document
 */
PlumbDocument *
plumb_paper_create (PlumbPaperKind kind,
                    PlumbEvaluation *evaluation,
                    const PlumbPaperOptions *options)
{
  g_return_val_if_fail (kind < PLUMB_N_PAPERS, NULL);
  g_return_val_if_fail (evaluation != NULL && options != NULL, NULL);
  g_return_val_if_fail (kind != PLUMB_PAPER_STAGE || options->stage != NULL, NULL);

  return papers[kind].create (evaluation, options);
}
