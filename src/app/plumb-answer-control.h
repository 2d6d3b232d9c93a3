/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLUMB_TYPE_ANSWER_CONTROL (plumb_answer_control_get_type ())
G_DECLARE_DERIVABLE_TYPE (PlumbAnswerControl, plumb_answer_control, PLUMB, ANSWER_CONTROL, AdwBin)

/**
 * PlumbAnswerControl:
 *
 * What answers one finding: shows the answer in effect, and gives another one to
 * the session. Its kinds are for yes/no, for choices and for what is typed.
 *
 * Properties, set at construction: session, finding (pointer to PlumbFinding),
 * as-line (boolean: worded so that yes is the remarkable answer).
 */
struct _PlumbAnswerControlClass
{
  AdwBinClass parent_class;

  /* Shows an answer, null included; not called for the same one twice in a row. */
  void (*show_value) (PlumbAnswerControl *self, const PlumbValue *value);
  /* Another consultation: nothing half typed is left. */
  void (*forget) (PlumbAnswerControl *self);
  /* The session would not take an answer, or took it (NULL). */
  void (*show_error) (PlumbAnswerControl *self, const char *message);
};

PlumbAnswerControl *
plumb_answer_control_new (PlumbSession *session, const PlumbFinding *finding, gboolean as_line);
PlumbSession *plumb_answer_control_get_session (PlumbAnswerControl *self);
const PlumbFinding *plumb_answer_control_get_finding (PlumbAnswerControl *self);
gboolean plumb_answer_control_get_as_line (PlumbAnswerControl *self);
const PlumbValue *plumb_answer_control_get_value (PlumbAnswerControl *self);
const char *plumb_answer_control_get_title (PlumbAnswerControl *self);
gboolean plumb_answer_control_answer (PlumbAnswerControl *self, const PlumbValue *value);

G_END_DECLS
