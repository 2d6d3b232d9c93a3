/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-evaluation.h"

G_BEGIN_DECLS

/* Values of a finding between which no guard of the chart can tell. */
typedef struct
{
  PlumbValue value; /* one of them: the least, where they are integers */
  gint64 from;      /* integers: the least and the greatest of them */
  gint64 to;
} PlumbCandidate;

/* A set of candidates of one finding, a bit each in their order. */
typedef guint64 PlumbCandidateSet;
#define PLUMB_MAX_CANDIDATES 64

/* What could be answered to each finding, as far as it makes a difference. */
typedef struct _PlumbCandidates PlumbCandidates;

PlumbCandidates *plumb_candidates_new (const PlumbEvaluation *evaluation);
void plumb_candidates_free (PlumbCandidates *self);
/* PlumbCandidate, borrowed; empty where no guard names the finding, and for days and texts. */
const GArray *plumb_candidates_get (const PlumbCandidates *self, const PlumbFinding *finding);
/* The candidates among which a value is; 0 for none. */
PlumbCandidateSet plumb_candidates_find (const PlumbCandidates *self, const PlumbFinding *finding,
                                         const PlumbValue *value);
/* In words, to stand beside the finding's label: "Yes", "8 or more", "None or Worse". */
char *plumb_candidates_phrase (const PlumbCandidates *self, const PlumbFinding *finding,
                               PlumbCandidateSet set, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbCandidates, plumb_candidates_free)

G_END_DECLS
