/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plumb-expression.h"

G_BEGIN_DECLS

typedef enum
{
  PLUMB_GOAL_ALL,   /* every part must come true */
  PLUMB_GOAL_ANY,   /* one part suffices */
  PLUMB_GOAL_NAME,  /* a Boolean name must have the wanted value */
  PLUMB_GOAL_OTHER, /* whatever else: a comparison, a test for null, a calculation */
} PlumbGoalKind;

/* What would have to hold for an expression to be true, or false: taken apart along `and`, `or`
 * and `not`. It borrows the expression, which must live as long. */
typedef struct
{
  PlumbGoalKind kind;
  PlumbTruth wanted;
  guint slot;       /* of a name */
  GPtrArray *parts; /* PlumbGoal; NULL for names and others */
  gconstpointer node;
} PlumbGoal;

PlumbGoal *plumb_goal_new (const PlumbExpression *expression, gboolean wanted);
void plumb_goal_free (PlumbGoal *self);
gboolean plumb_goal_is_met (const PlumbGoal *self, const PlumbValue *slots);
void plumb_goal_foreach_name (const PlumbGoal *self, PlumbSupportFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbGoal, plumb_goal_free)

G_END_DECLS
