/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-progress.h"

G_BEGIN_DECLS

struct _PlumbProgress
{
  GFile *file;
  char *name;
  GPtrArray *plays; /* PlumbProgressPlay */
};

PlumbProgressPlay *plumb_progress_add_play (PlumbProgress *self);
PlumbProgressCommit *plumb_progress_add_commit (PlumbProgressPlay *play);

char *plumb_progress_to_json (const PlumbProgress *self);
gboolean plumb_progress_read (PlumbProgress *self, const char *data, gsize length, GError **error);

G_END_DECLS
