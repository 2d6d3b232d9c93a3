/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case.h"

G_BEGIN_DECLS

/* Cases to choose from, the easy ones first. A file that cannot be read is left out and told. */
typedef struct _PlumbCaseShelf PlumbCaseShelf;

PlumbCaseShelf *plumb_case_shelf_new_builtin (PlumbPathway *pathway, GError **error);
PlumbCaseShelf *
plumb_case_shelf_new_from_folder (PlumbPathway *pathway, GFile *folder, GError **error);
void plumb_case_shelf_free (PlumbCaseShelf *self);

PlumbTraps *plumb_case_shelf_get_traps (const PlumbCaseShelf *self); /* borrowed */
GPtrArray *plumb_case_shelf_get_cases (const PlumbCaseShelf *self);  /* PlumbCase, borrowed */
PlumbCase *plumb_case_shelf_lookup (const PlumbCaseShelf *self, const char *id);
/* const char *: a message for each file that was refused, with its line; borrowed. */
GPtrArray *plumb_case_shelf_get_refusals (const PlumbCaseShelf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCaseShelf, plumb_case_shelf_free)

G_END_DECLS
