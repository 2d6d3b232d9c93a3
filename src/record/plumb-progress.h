/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-lesson.h"

G_BEGIN_DECLS

/* From here on a case counts as mastered, if it was safe. */
#define PLUMB_PROGRESS_MASTERED 70
#define PLUMB_PROGRESS_DAY (G_GINT64_CONSTANT (24) * 60 * 60)

#define PLUMB_PROGRESS_ERROR (plumb_progress_error_quark ())
GQuark plumb_progress_error_quark (void);

typedef enum
{
  PLUMB_PROGRESS_ERROR_NAME,    /* no name to keep it under */
  PLUMB_PROGRESS_ERROR_DAMAGED, /* a file that is no progress */
} PlumbProgressError;

typedef struct
{
  char *stage; /* id */
  char *box;   /* id; NULL: the advice */
  double right;
  guint missed; /* questions */
} PlumbProgressCommit;

/* One time that a case was played, to its end or not. Times are seconds since 1970, UTC. */
typedef struct
{
  char *teaching_case; /* id */
  gint64 time;         /* of the last commit */
  gboolean finished;
  gboolean safe;
  guint points;
  guint cost;
  char **traps;       /* ids */
  GPtrArray *commits; /* PlumbProgressCommit */
} PlumbProgressPlay;

/* How often something was practiced, and how well on the whole. */
typedef struct
{
  guint times;
  double right; /* from 0 to 1 */
} PlumbProgressShare;

/*
 * What one learner, by a name that is used on this machine only, has played: a file
 * of the user's, written anew at each commit and never left half written.
 */
typedef struct _PlumbProgress PlumbProgress;

PlumbProgress *plumb_progress_new (GFile *folder, const char *name, GError **error);
void plumb_progress_free (PlumbProgress *self);

const char *plumb_progress_get_name (const PlumbProgress *self);
GFile *plumb_progress_get_file (const PlumbProgress *self);
GPtrArray *plumb_progress_get_plays (const PlumbProgress *self); /* PlumbProgressPlay, in order */

void plumb_progress_begin (PlumbProgress *self, PlumbLesson *lesson, gint64 now);
gboolean
plumb_progress_record (PlumbProgress *self, PlumbLesson *lesson, gint64 now, GError **error);

/* The last time that it was played to its end, or NULL. */
const PlumbProgressPlay *plumb_progress_find_play (const PlumbProgress *self, const char *id);
/* When a case is to be repeated; 0: it was never finished. */
gint64 plumb_progress_get_due (const PlumbProgress *self, const char *id);
PlumbProgressShare plumb_progress_get_stage (const PlumbProgress *self, const char *id);
PlumbProgressShare plumb_progress_get_trap (const PlumbProgress *self, const char *id);

char *plumb_progress_to_csv (const PlumbProgress *self);
gboolean plumb_progress_erase (PlumbProgress *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbProgress, plumb_progress_free)

G_END_DECLS
