/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-format.h"
#include "plumb-phrase.h"
#include "plumb-summary.h"
#include "plumb-words.h"

G_BEGIN_DECLS

/* Between fragments; the first space holds the dot at the end of its line. */
#define PLUMB_SUMMARY_DOT "\u00a0· "

/* A summary while it is written: what has been said already, and the numbers
 * and letters given out so far. Shared by the plumb-summary-*.c files. */
typedef struct
{
  PlumbEvaluation *evaluation;
  PlumbPathway *pathway;
  const char *language;
  double scale; /* of all text; 1 is small print for a desk */
  PlumbDocumentBuilder *builder;
  GPtrArray *advice;        /* PlumbRecommendation in force */
  GPtrArray *sources;       /* PlumbSource, cited so far; the place is the number */
  GHashTable *statements;   /* set of PlumbStatement, cited so far */
  GPtrArray *disagreements; /* PlumbDisagreement, touched so far; the place is the letter */
} PlumbSummary;

void plumb_summary_init (PlumbSummary *self, PlumbEvaluation *evaluation, const char *language);
void plumb_summary_clear (PlumbSummary *self);
const char *plumb_summary_get_text (const PlumbSummary *self, const PlumbText *text);
gboolean plumb_summary_is_answered (const PlumbSummary *self, const PlumbFinding *finding);
gboolean plumb_summary_is_triage (const PlumbRecommendation *recommendation);
char *plumb_summary_capitalize (char *text);
char *plumb_summary_join (GPtrArray *parts, const char *separator);
const char *plumb_summary_get_arrow (const PlumbSummary *self);

char *plumb_summary_format_patient (const PlumbSummary *self, gboolean with_age);
char *plumb_summary_format_title (const PlumbSummary *self);
GPtrArray *plumb_summary_list_route (const PlumbSummary *self, gboolean decided);
const char *plumb_summary_get_urgency (const PlumbSummary *self, PlumbUrgency urgency);
const char *plumb_summary_get_heading (const PlumbSummary *self, PlumbStrength strength);
void plumb_summary_add_findings (PlumbSummary *self);
void plumb_summary_add_groups (PlumbSummary *self, gboolean history, const char *heading);
void plumb_summary_add_questions (PlumbSummary *self);
guint plumb_summary_list_open_triage (PlumbSummary *self, GPtrArray *lines);

void plumb_summary_add_triage_notice (PlumbSummary *self);
void plumb_summary_add_advice (PlumbSummary *self);
void plumb_summary_add_departures (PlumbSummary *self);
void plumb_summary_add_reviews (PlumbSummary *self);
void plumb_summary_add_disagreements (PlumbSummary *self);
void plumb_summary_add_references (PlumbSummary *self);

char *plumb_summary_format_badge (const PlumbSummary *self,
                                  const PlumbRecommendation *recommendation,
                                  const char *urgency);
char *plumb_summary_cite (PlumbSummary *self, GPtrArray *statements);
char *plumb_summary_mark_disagreements (PlumbSummary *self, GPtrArray *disagreements);

G_END_DECLS
