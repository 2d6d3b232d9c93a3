/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that holds one text or one a line (.ndjson), or standard input. */
typedef struct _PlumbCliInput PlumbCliInput;

PlumbCliInput *plumb_cli_input_open (const char *name, gboolean whole, GError **error);
void plumb_cli_input_close (PlumbCliInput *self);
const char *plumb_cli_input_get_name (const PlumbCliInput *self);
/* first_line: (out): where the text begins, 0 where the file holds it alone. */
const GString *plumb_cli_input_next (PlumbCliInput *self, guint *first_line, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCliInput, plumb_cli_input_close)

G_END_DECLS
