/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plumb-value.h"

G_BEGIN_DECLS

#define PLUMB_EXPRESSION_ERROR (plumb_expression_error_quark ())

/**
 * PlumbExpressionError:
 * @PLUMB_EXPRESSION_ERROR_SYNTAX: the text is not an expression
 * @PLUMB_EXPRESSION_ERROR_NAME: a name or a function is not known
 * @PLUMB_EXPRESSION_ERROR_TYPE: an operator got a value that it does not take
 * @PLUMB_EXPRESSION_ERROR_DEPTH: the expression is nested too deeply
 * @PLUMB_EXPRESSION_ERROR_OVERFLOW: a number is too large to be held exactly
 *
 * What can be wrong with the text of an expression.
 */
typedef enum
{
  PLUMB_EXPRESSION_ERROR_SYNTAX,
  PLUMB_EXPRESSION_ERROR_NAME,
  PLUMB_EXPRESSION_ERROR_TYPE,
  PLUMB_EXPRESSION_ERROR_DEPTH,
  PLUMB_EXPRESSION_ERROR_OVERFLOW
} PlumbExpressionError;

GQuark plumb_expression_error_quark (void);

/**
 * PlumbExpression:
 *
 * A guard or a term: an expression of the guard language, read once, then
 * evaluated as often as needed. Immutable, so it may be shared by threads.
 */
typedef struct _PlumbExpression PlumbExpression;

/**
 * PlumbNameResolver:
 * @name: a name in an expression
 * @slot: (out): where the value of @name lies in the array of values
 * @type: (out): the static type of @name
 * @data: what was given to plumb_expression_new()
 *
 * Returns: %FALSE where there is no such name
 */
typedef gboolean (*PlumbNameResolver) (const char *name,
                                       guint *slot,
                                       PlumbValueType *type,
                                       gpointer data);

/**
 * PlumbSupportFunc:
 * @slot: the slot of a name
 * @data: what was given to the caller
 */
typedef void (*PlumbSupportFunc) (guint slot, gpointer data);

/**
 * PlumbAssignFunc:
 * @slot: the slot of a name that is null
 * @value: (transfer none): the value that it should have
 * @data: what was given to the caller
 *
 * Returns: %FALSE where the name cannot have that value
 */
typedef gboolean (*PlumbAssignFunc) (guint slot, const PlumbValue *value, gpointer data);

PlumbExpression *
plumb_expression_new (const char *text, PlumbNameResolver resolve, gpointer data, GError **error);
PlumbExpression *plumb_expression_ref (PlumbExpression *self);
void plumb_expression_unref (PlumbExpression *self);

gboolean plumb_expression_error_get_position (const GError *error, guint *line, guint *column);

const char *plumb_expression_get_text (const PlumbExpression *self);
PlumbValueType plumb_expression_get_value_type (const PlumbExpression *self);

void plumb_expression_evaluate (const PlumbExpression *self,
                                const PlumbValue *slots,
                                PlumbValue *result);
PlumbTruth plumb_expression_evaluate_truth (const PlumbExpression *self, const PlumbValue *slots);

void
plumb_expression_foreach_name (const PlumbExpression *self, PlumbSupportFunc func, gpointer data);
void plumb_expression_foreach_support (const PlumbExpression *self,
                                       const PlumbValue *slots,
                                       PlumbSupportFunc func,
                                       gpointer data);
void plumb_expression_foreach_open (const PlumbExpression *self,
                                    const PlumbValue *slots,
                                    gboolean include_settled,
                                    PlumbSupportFunc func,
                                    gpointer data);
gboolean plumb_expression_solve (const PlumbExpression *self,
                                 const PlumbValue *slots,
                                 gboolean wanted,
                                 PlumbAssignFunc func,
                                 gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlumbExpression, plumb_expression_unref)

G_END_DECLS
