/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-pathway.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_PATHWAY_FILE (plumb_pathway_file_get_type ())
G_DECLARE_FINAL_TYPE (PlumbPathwayFile, plumb_pathway_file, PLUMB, PATHWAY_FILE, GObject)

/**
 * PlumbPathwayFile:
 *
 * The file of a pathway that somebody is writing.
 *
 * Signal: changed (self), when the file holds something else than was last read, or is gone.
 */
PlumbPathwayFile *plumb_pathway_file_new (GFile *file);
/* Reads it anew. The message of an error begins with the file's name, line and column. */
PlumbPathway *plumb_pathway_file_read (PlumbPathwayFile *self, GError **error);
GFile *plumb_pathway_file_get_file (PlumbPathwayFile *self);       /* borrowed */
const char *plumb_pathway_file_get_name (PlumbPathwayFile *self); /* "acute-neck-pain.xml" */

G_END_DECLS
