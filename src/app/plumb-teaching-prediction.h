/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-lesson.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_TEACHING_PREDICTION (plumb_teaching_prediction_get_type ())
G_DECLARE_FINAL_TYPE (PlumbTeachingPrediction,
                      plumb_teaching_prediction,
                      PLUMB,
                      TEACHING_PREDICTION,
                      AdwBin)

/**
 * PlumbTeachingPrediction:
 *
 * The right of a case that is played: what to predict and, once committed, what the
 * pathway says, why, on what it rests and where its sources disagree.
 */
void plumb_teaching_prediction_set_lesson (PlumbTeachingPrediction *self, PlumbLesson *lesson);
/* As a click on a choice, the first being 0; FALSE where there is none. */
gboolean plumb_teaching_prediction_toggle (PlumbTeachingPrediction *self, guint choice);
/* An advice with its reasoning, folded. */
GtkWidget *plumb_teaching_advice_new (const PlumbRecommendation *recommendation);

G_END_DECLS
