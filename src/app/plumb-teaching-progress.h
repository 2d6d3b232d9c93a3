/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-case-shelf.h"
#include "plumb-progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_PROGRESS (plumb_teaching_progress_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingProgress,
                      plumb_teaching_progress,
                      PLUMB,
                      TEACHING_PROGRESS,
                      AdwBin)

/**
 * PlumbTeachingProgress:
 *
 * How a learner is doing: the points over time as a drawing, and a line a stage and
 * a trap. Traps that were never met are not named.
 */
void plumb_teaching_progress_show (PlumbTeachingProgress *self,
                                   PlumbPathway *pathway,
                                   PlumbTraps *traps,
                                   PlumbProgress *progress);

G_END_DECLS
