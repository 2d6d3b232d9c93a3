/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-what-if.h"

G_BEGIN_DECLS

/* What answers that are tried would do to an advice. */
typedef enum
{
  PLUMB_ADVICE_UNTOUCHED,
  PLUMB_ADVICE_ADDED,
  PLUMB_ADVICE_REMOVED,
  PLUMB_ADVICE_CHANGED, /* more or less urgent */
} PlumbAdviceTrial;

PlumbAdviceTrial plumb_advice_trial_find (PlumbWhatIf *trial,
                                          const PlumbRecommendation *recommendation);
/* "WOULD BE ADDED"; NULL for what is not touched. */
const char *plumb_advice_trial_word (PlumbAdviceTrial effect);
/* The style class; NULL for what is not touched. */
const char *plumb_advice_trial_class (PlumbAdviceTrial effect);
/* Brings what would be added, removed or changed before the routine advice that stands open. */
void plumb_advice_trial_mix (PlumbWhatIf *trial, GPtrArray *open, GPtrArray *folded);

G_END_DECLS
