/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-document.h"

G_BEGIN_DECLS

struct _PlumbDocument
{
  gatomicrefcount ref_count;
  char *title;
  char *language;
  GDate date;
  double body_size;
  double spacing;
  gboolean landscape;
  double margin; /* 0: the painter's */
  GPtrArray *blocks; /* PlumbBlock */
  GPtrArray *footer; /* PlumbBlock */
  PlumbBlock *header;
};

void plumb_block_free (PlumbBlock *block);

G_END_DECLS
