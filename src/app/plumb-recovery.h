/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

G_BEGIN_DECLS

#define PLUMB_TYPE_RECOVERY (plumb_recovery_get_type ())
G_DECLARE_FINAL_TYPE (PlumbRecovery, plumb_recovery, PLUMB, RECOVERY, GObject)

/**
 * PlumbRecovery:
 *
 * Keeps what is not saved of a session in a file that only its owner can read, for
 * when the program or the machine is cut off. The file goes as soon as there is
 * nothing in it that could be lost: the consultation is saved, given up or taken
 * back, or the recovery is disposed of. What it leaves behind, nobody had the time
 * to put away.
 */
PlumbRecovery *plumb_recovery_new (PlumbSession *session);
gboolean plumb_recovery_flush (PlumbRecovery *self);
GFile *plumb_recovery_get_file (PlumbRecovery *self);
GPtrArray *plumb_recovery_list_left (PlumbPathway *pathway);
GDateTime *plumb_recovery_get_time (GFile *left);
void plumb_recovery_forget (GFile *left);

G_END_DECLS
