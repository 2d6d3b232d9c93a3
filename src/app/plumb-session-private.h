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
  PlumbStances *saved_stances;
  gboolean unsaved; /* no file has the answers */
  gboolean modified;

  /* plumb-session-trial.c; all NULL while nothing is tried */
  PlumbWhatIf *trial;
  char *trial_words;             /* the answers */
  gboolean trial_exact;          /* whether they can be recorded as they are */
  const PlumbStage *trial_stage; /* to which the trial turned, or NULL … */
  const PlumbStage *trial_home;  /* … from this one */
};

/* Without a word to anybody; returns whether there was a trial. */
gboolean plumb_session_forget_trial (PlumbSession *self);

/* plumb-session.c */
void plumb_session_take_consultation (PlumbSession *self,
                                      PlumbConsultation *consultation,
                                      GFile *file);

/* plumb-session-file.c */
void plumb_session_set_file (PlumbSession *self, GFile *file);
void plumb_session_remember_saved (PlumbSession *self);
void plumb_session_update_modified (PlumbSession *self);
void plumb_session_set_unsaved (PlumbSession *self);

/* plumb-session-route.c */
gboolean plumb_session_is_current (PlumbSession *self, const PlumbNode *node);
void plumb_session_follow (PlumbSession *self);

G_END_DECLS
