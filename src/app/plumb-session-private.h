/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

G_BEGIN_DECLS

struct _PlumbSession
{
  GObject parent_instance;

  PlumbPathway *pathway;
  PlumbConsultation *consultation;
  PlumbEvaluation *evaluation;
  const PlumbStage *stage;
  const PlumbNode *focus_node;
  GHashTable *skipped; /* PlumbFinding */
  GFile *file;
  PlumbValue *saved; /* the answers as the file has them, one a finding */
  PlumbBodyMarks *saved_marks;
  gboolean modified;
};

/* plumb-session-route.c */
gboolean plumb_session_is_current (PlumbSession *self, const PlumbNode *node);
void plumb_session_follow (PlumbSession *self);

G_END_DECLS
