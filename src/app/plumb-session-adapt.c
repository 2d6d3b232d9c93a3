/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plumb-session-private.h"

#include "plumb-language.h"

static void
keep_skipped (PlumbSession *self, PlumbSession *other)
{
  GHashTableIter iter;
  gpointer before;

  g_hash_table_iter_init (&iter, other->skipped);
  while (g_hash_table_iter_next (&iter, &before, NULL))
    {
      const PlumbFinding *finding
          = plumb_pathway_lookup_finding (self->pathway, ((const PlumbFinding *) before)->id);

      if (finding != NULL)
        plumb_session_skip (self, finding);
    }
}

/* The box first, since it brings its stage into view. */
static void
keep_place (PlumbSession *self, PlumbSession *other)
{
  const PlumbNode *node
      = other->focus_node != NULL
            ? plumb_pathway_lookup_node (self->pathway, other->focus_node->id)
            : NULL;
  const PlumbStage *stage
      = other->stage != NULL ? plumb_pathway_lookup_stage (self->pathway, other->stage->id) : NULL;

  if (node != NULL && plumb_session_is_current (self, node))
    plumb_session_set_focus_node (self, node);
  if (stage != NULL)
    plumb_session_set_stage (self, stage);
}

/**
 * plumb_session_new_adapted:
 * @pathway: a pathway, such as a newer version of @other's
 * @other: a session, which stays as it is
 * @dropped: (out) (optional) (transfer full) (element-type utf8): what does not fit into
 *   @pathway, in words
 *
 * Goes on with another pathway: with the answers that still fit, at the same stage, under
 * the same file. The file stays where the pathway has another id: what is saved then is
 * another record.
 *
 * Returns: (transfer full): a session
 */
PlumbSession *
plumb_session_new_adapted (PlumbPathway *pathway, PlumbSession *other, GPtrArray **dropped)
{
  g_autoptr (GPtrArray) list = NULL;
  PlumbConsultation *consultation;
  PlumbSession *self;
  gboolean same;

  g_return_val_if_fail (pathway != NULL, NULL);
  g_return_val_if_fail (PLUMB_IS_SESSION (other), NULL);

  same = g_str_equal (plumb_pathway_get_id (pathway), plumb_pathway_get_id (other->pathway));
  consultation = plumb_consultation_new_adapted (pathway, other->consultation,
                                                 plumb_app_language (), &list);
  self = plumb_session_new (pathway);
  plumb_session_take_consultation (self, consultation, same ? other->file : NULL);
  if (other->modified || list->len > 0
      || (!same && plumb_consultation_count_answers (consultation) > 0))
    plumb_session_set_unsaved (self);
  keep_skipped (self, other);
  keep_place (self, other);
  if (dropped != NULL)
    *dropped = g_steal_pointer (&list);

  return self;
}
