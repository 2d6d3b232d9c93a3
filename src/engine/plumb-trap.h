/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A mistake that is easily made, for which teaching cases are written. */
typedef struct
{
  const char *id;
  guint index;
  const PlumbText *title; /* what there is to remember, in one sentence */
} PlumbTrap;

/* All of them: immutable, shared by reference count. */
typedef struct _PlumbTraps PlumbTraps;

PlumbTraps *plumb_traps_new_from_bytes (GBytes *bytes, const char *name, GError **error);
PlumbTraps *plumb_traps_new_builtin (GError **error);
PlumbTraps *plumb_traps_ref (PlumbTraps *self);
void plumb_traps_unref (PlumbTraps *self);

GPtrArray *plumb_traps_get_list (const PlumbTraps *self); /* PlumbTrap, borrowed */
const PlumbTrap *plumb_traps_lookup (const PlumbTraps *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbTraps, plumb_traps_unref)

G_END_DECLS
