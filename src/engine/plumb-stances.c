/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-stances.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlumbStances
{
  gatomicrefcount references;
  PlumbPathway *pathway;
  guint n_stances;
  PlumbStance *stances; /* one an advice */
};

G_DEFINE_QUARK (plumb_stance_error, plumb_stance_error)

static const PlumbStance no_stance = { PLUMB_STANCE_NONE, NULL, NULL, FALSE };

static void
copy_stance (PlumbStance *to, const PlumbStance *from)
{
  g_free (to->words);
  *to = *from;
  to->words = from->words && *from->words ? g_strdup (from->words) : NULL;
}

/**
 * plumb_stances_new:
 * @pathway: a pathway
 *
 * Returns: (transfer full): the set in which nothing is decided and nothing left out
 */
PlumbStances *
plumb_stances_new (PlumbPathway *pathway)
{
  PlumbStances *self;

  g_return_val_if_fail (pathway != NULL, NULL);

  self = g_new0 (PlumbStances, 1);
  g_atomic_ref_count_init (&self->references);
  self->pathway = plumb_pathway_ref (pathway);
  self->n_stances = plumb_pathway_get_recommendations (pathway)->len;
  self->stances = g_new0 (PlumbStance, self->n_stances + 1);

  return self;
}

/**
 * plumb_stances_new_with:
 * @self: a set
 * @recommendation: an advice of its pathway
 * @stance: what the clinician does with it; copied
 *
 * Returns: (transfer full): a set that differs from @self in @recommendation at most
 */
PlumbStances *
plumb_stances_new_with (const PlumbStances *self,
                        const PlumbRecommendation *recommendation,
                        const PlumbStance *stance)
{
  PlumbStances *copy;

  g_return_val_if_fail (self != NULL && recommendation != NULL && stance != NULL, NULL);
  g_return_val_if_fail (recommendation->index < self->n_stances, NULL);

  copy = plumb_stances_new (self->pathway);
  for (guint i = 0; i < self->n_stances; i++)
    copy_stance (&copy->stances[i], i == recommendation->index ? stance : &self->stances[i]);

  return copy;
}

PlumbStances *
plumb_stances_ref (PlumbStances *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plumb_stances_unref (PlumbStances *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->n_stances; i++)
    g_free (self->stances[i].words);
  g_free (self->stances);
  plumb_pathway_unref (self->pathway);
  g_free (self);
}

/* Returns: (transfer none): what is done with the advice, %PLUMB_STANCE_NONE where nothing is */
const PlumbStance *
plumb_stances_get (const PlumbStances *self, const PlumbRecommendation *recommendation)
{
  g_return_val_if_fail (self != NULL && recommendation != NULL, &no_stance);
  g_return_val_if_fail (recommendation->index < self->n_stances, &no_stance);

  return &self->stances[recommendation->index];
}

static gboolean
is_same (const PlumbStance *a, const PlumbStance *b)
{
  return a->kind == b->kind && a->reason == b->reason && a->left_out == b->left_out
         && g_strcmp0 (a->words, b->words) == 0;
}

gboolean
plumb_stances_equal (const PlumbStances *a, const PlumbStances *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->pathway != b->pathway)
    return FALSE;
  for (guint i = 0; i < a->n_stances; i++)
    if (!is_same (&a->stances[i], &b->stances[i]))
      return FALSE;

  return TRUE;
}

gboolean
plumb_stances_is_empty (const PlumbStances *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->n_stances; i++)
    if (!is_same (&self->stances[i], &no_stance))
      return FALSE;

  return TRUE;
}

static const char *const kind_names[] = { "none", "accepted", "declined", "changed", NULL };

/* Returns: the word that files use */
const char *
plumb_stance_kind_to_string (PlumbStanceKind kind)
{
  g_return_val_if_fail (kind <= PLUMB_STANCE_CHANGED, NULL);

  return kind_names[kind];
}

gboolean
plumb_stance_kind_from_string (const char *string, PlumbStanceKind *kind)
{
  g_return_val_if_fail (string != NULL && kind != NULL, FALSE);

  for (guint i = 0; kind_names[i] != NULL; i++)
    if (strcmp (kind_names[i], string) == 0)
      {
        *kind = (PlumbStanceKind) i;
        return TRUE;
      }

  return FALSE;
}

/* The first stage looks for what must not wait: nobody passes over it without saying why. */
gboolean
plumb_stance_needs_reason (const PlumbRecommendation *recommendation)
{
  g_return_val_if_fail (recommendation != NULL, FALSE);

  return recommendation->stage->index == 0;
}

/**
 * plumb_stance_check:
 * @recommendation: an advice
 * @stance: what the clinician means to do with it
 *
 * Returns: %FALSE with @error in %PLUMB_STANCE_ERROR set where it cannot be recorded so
 */
gboolean
plumb_stance_check (const PlumbRecommendation *recommendation,
                    const PlumbStance *stance,
                    GError **error)
{
  gboolean has_words;

  g_return_val_if_fail (recommendation != NULL && stance != NULL, FALSE);

  has_words = stance->words != NULL && *stance->words != '\0';
  if (has_words && g_utf8_strlen (stance->words, -1) > PLUMB_STANCE_MAX_WORDS)
    g_set_error (error, PLUMB_STANCE_ERROR, PLUMB_STANCE_ERROR_WORDS,
                 _ ("The words are longer than %d characters."), PLUMB_STANCE_MAX_WORDS);
  else if (stance->kind == PLUMB_STANCE_CHANGED && !has_words)
    g_set_error_literal (error, PLUMB_STANCE_ERROR, PLUMB_STANCE_ERROR_WORDS,
                         _ ("Say in what way the advice is changed."));
  else if (stance->kind == PLUMB_STANCE_DECLINED && !has_words && stance->reason == NULL
           && plumb_stance_needs_reason (recommendation))
    g_set_error_literal (error, PLUMB_STANCE_ERROR, PLUMB_STANCE_ERROR_REASON,
                         _ ("Advice after a red flag can be declined only with a reason."));
  else
    return TRUE;

  return FALSE;
}
