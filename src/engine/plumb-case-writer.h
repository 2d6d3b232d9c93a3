/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case.h"

G_BEGIN_DECLS

/* The file of a case, as plumb_case_new_from_bytes() reads it. */
char *plumb_case_write (const PlumbCase *self);

/* Reads a file back and plays it against the pathway. char *: "NAME:LINE:COLUMN: what is
 * wrong"; empty where nothing is. readable: whether a shelf would take it; may be NULL. */
GPtrArray *plumb_case_list_faults (PlumbPathway *pathway,
                                   PlumbTraps *traps,
                                   const char *text,
                                   const char *name,
                                   gboolean *readable);

G_END_DECLS
