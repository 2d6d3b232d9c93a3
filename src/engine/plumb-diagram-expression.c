/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From guards to diagrams. */

#include "plumb-diagram.h"

#include "plumb-expression-private.h"

/* ---- guards ----------------------------------------------------------------------------- */

typedef struct
{
  PlumbDiagrams *diagrams;
  const PlumbDiagram *slots;
  gboolean failed; /* an expression of a form that is not followed */
} PlumbCompiler;

static PlumbDiagram compile (PlumbCompiler *self, const PlumbNode *node);

static PlumbDiagram
apply (PlumbCompiler *self, PlumbOperation operation, PlumbDiagram a, PlumbDiagram b)
{
  return plumb_diagrams_apply (self->diagrams, operation, a, b, 0);
}

static PlumbDiagram
negate_if (PlumbCompiler *self, gboolean negated, PlumbDiagram diagram)
{
  return negated ? plumb_diagrams_not (self->diagrams, diagram) : diagram;
}

static PlumbDiagram
compile_chain (PlumbCompiler *self, const PlumbNode *node, PlumbOperation operation)
{
  const PlumbNode *first = PLUMB_NODE_FIRST (node);
  PlumbDiagram result = compile (self, first);

  for (const PlumbNode *child = PLUMB_NODE_NEXT (first); child < PLUMB_NODE_NEXT (node);
       child = PLUMB_NODE_NEXT (child))
    result = apply (self,
                    operation == PLUMB_OPERATION_ADD && child->subtracted ? PLUMB_OPERATION_SUBTRACT
                                                                          : operation,
                    result, compile (self, child));

  return result;
}

static PlumbDiagram
compile_two (PlumbCompiler *self, const PlumbNode *node, PlumbOperation operation)
{
  const PlumbNode *first = PLUMB_NODE_FIRST (node);
  PlumbDiagram a = compile (self, first);

  return apply (self, operation, a, compile (self, PLUMB_NODE_NEXT (first)));
}

static PlumbDiagram
compile_fused (PlumbCompiler *self, const PlumbNode *node)
{
  PlumbValue constant = node->kind == PLUMB_NODE_NAME_RELATION_STRING
                            ? (PlumbValue){ .type = PLUMB_VALUE_STRING, .string = node->string }
                            : plumb_value_integer (node->integer);

  return apply (self, PLUMB_OPERATION_EQUAL + node->detail, self->slots[node->slot],
                plumb_diagrams_constant (self->diagrams, constant));
}

static PlumbDiagram
compile_between (PlumbCompiler *self, const PlumbNode *node)
{
  const PlumbNode *first = PLUMB_NODE_FIRST (node);
  const PlumbNode *low = PLUMB_NODE_NEXT (first);
  PlumbDiagram subject = compile (self, first);
  PlumbDiagram above = apply (self, PLUMB_OPERATION_GREATER_OR_EQUAL, subject, compile (self, low));

  return plumb_diagrams_and (
      self->diagrams, above,
      apply (self, PLUMB_OPERATION_LESS_OR_EQUAL, subject, compile (self, PLUMB_NODE_NEXT (low))));
}

static PlumbDiagram
compile_test (PlumbCompiler *self, const PlumbNode *node)
{
  static const PlumbOperation tests[] = {
    [PLUMB_TEST_NULL] = PLUMB_OPERATION_IS_NULL,
    [PLUMB_TEST_TRUE] = PLUMB_OPERATION_IS_TRUE,
    [PLUMB_TEST_FALSE] = PLUMB_OPERATION_IS_FALSE,
  };

  return negate_if (self, node->negated,
                    apply (self, tests[node->detail], compile (self, PLUMB_NODE_FIRST (node)), 0));
}

/* Behind the last pair stands what is taken when nothing before was true. */
static PlumbDiagram
compile_choice (PlumbCompiler *self,
                const PlumbNode *child,
                const PlumbNode *node,
                const PlumbDiagram *comparand)
{
  PlumbDiagram condition, branch;
  const PlumbNode *then;

  if (plumb_node_is_last (child, node))
    return compile (self, child);

  then = PLUMB_NODE_NEXT (child);
  condition = compile (self, child);
  if (comparand != NULL)
    condition = apply (self, PLUMB_OPERATION_EQUAL, *comparand, condition);
  branch = compile (self, then);

  return plumb_diagrams_apply (self->diagrams, PLUMB_OPERATION_SELECT, condition, branch,
                               compile_choice (self, PLUMB_NODE_NEXT (then), node, comparand));
}

static PlumbDiagram
compile_case (PlumbCompiler *self, const PlumbNode *node)
{
  const PlumbNode *first = PLUMB_NODE_FIRST (node);
  PlumbDiagram comparand;

  if (node->kind != PLUMB_NODE_CASE_OF)
    return compile_choice (self, first, node, NULL);
  comparand = compile (self, first);

  return compile_choice (self, PLUMB_NODE_NEXT (first), node, &comparand);
}

/* Only lists that stand where they are used are followed. */
static const PlumbNode *
get_list (PlumbCompiler *self, const PlumbNode *node)
{
  if (node->kind == PLUMB_NODE_LIST)
    return node;
  self->failed = TRUE;

  return NULL;
}

static PlumbDiagram
compile_membership (PlumbCompiler *self, const PlumbNode *node)
{
  const PlumbNode *subject_node = PLUMB_NODE_FIRST (node);
  PlumbDiagram subject = compile (self, subject_node);
  const PlumbNode *list = get_list (self, PLUMB_NODE_NEXT (subject_node));
  PlumbDiagram result = PLUMB_DIAGRAM_FALSE;

  if (list == NULL)
    return PLUMB_DIAGRAM_UNKNOWN;
  for (PLUMB_EACH_OPERAND (child, list))
    {
      gboolean is_null = child->kind == PLUMB_NODE_CONSTANT && child->detail == PLUMB_VALUE_NULL;
      PlumbDiagram match
          = is_null ? plumb_diagrams_is_null (self->diagrams, subject)
                    : apply (self, PLUMB_OPERATION_EQUAL, subject, compile (self, child));

      result = plumb_diagrams_or (self->diagrams, result, match);
    }

  return result;
}

static PlumbDiagram
compile_all_or_any (PlumbCompiler *self, const PlumbNode *node)
{
  gboolean all = node->kind == PLUMB_NODE_ALL_TRUE;
  const PlumbNode *list = get_list (self, PLUMB_NODE_FIRST (node));
  PlumbDiagram decided = PLUMB_DIAGRAM_FALSE;

  if (list == NULL)
    return PLUMB_DIAGRAM_UNKNOWN;
  for (PLUMB_EACH_OPERAND (child, list))
    decided
        = plumb_diagrams_or (self->diagrams, decided,
                             apply (self, all ? PLUMB_OPERATION_IS_FALSE : PLUMB_OPERATION_IS_TRUE,
                                    compile (self, child), 0));

  return negate_if (self, all, decided);
}

static PlumbDiagram
compile_count (PlumbCompiler *self, const PlumbNode *node)
{
  const PlumbNode *list = get_list (self, PLUMB_NODE_FIRST (node));
  PlumbDiagram none = plumb_diagrams_constant (self->diagrams, plumb_value_integer (0));
  PlumbDiagram one = plumb_diagrams_constant (self->diagrams, plumb_value_integer (1));
  PlumbDiagram result = none;

  if (list == NULL)
    return PLUMB_DIAGRAM_UNKNOWN;
  for (PLUMB_EACH_OPERAND (child, list))
    result = apply (self, PLUMB_OPERATION_ADD, result,
                    plumb_diagrams_apply (
                        self->diagrams, PLUMB_OPERATION_SELECT,
                        plumb_diagrams_is_null (self->diagrams, compile (self, child)), none, one));

  return result;
}

static PlumbDiagram
compile_coalesce (PlumbCompiler *self, const PlumbNode *operands)
{
  PlumbDiagram result = PLUMB_DIAGRAM_UNKNOWN;

  if (operands == NULL)
    return result;
  for (PLUMB_EACH_OPERAND (child, operands))
    result = apply (self, PLUMB_OPERATION_COALESCE, result, compile (self, child));

  return result;
}

static PlumbDiagram
compile_implication (PlumbCompiler *self, const PlumbNode *node)
{
  const PlumbNode *premise = PLUMB_NODE_FIRST (node);
  PlumbDiagram negation = plumb_diagrams_not (self->diagrams, compile (self, premise));

  return plumb_diagrams_or (self->diagrams, negation, compile (self, PLUMB_NODE_NEXT (premise)));
}

static PlumbDiagram
compile_logic (PlumbCompiler *self, const PlumbNode *node)
{
  switch ((int) node->kind)
    {
    case PLUMB_NODE_NOT:
      return plumb_diagrams_not (self->diagrams, compile (self, PLUMB_NODE_FIRST (node)));
    case PLUMB_NODE_AND:
      return compile_chain (self, node, PLUMB_OPERATION_AND);
    case PLUMB_NODE_OR:
      return compile_chain (self, node, PLUMB_OPERATION_OR);
    case PLUMB_NODE_XOR:
      return compile_chain (self, node, PLUMB_OPERATION_XOR);
    case PLUMB_NODE_IMPLIES:
      return compile_implication (self, node);
    case PLUMB_NODE_TEST:
      return compile_test (self, node);
    case PLUMB_NODE_RELATION:
      return compile_two (self, node, PLUMB_OPERATION_EQUAL + node->detail);
    case PLUMB_NODE_EQUIVALENT:
      return negate_if (self, node->negated, compile_two (self, node, PLUMB_OPERATION_EQUIVALENT));
    case PLUMB_NODE_BETWEEN:
      return compile_between (self, node);
    case PLUMB_NODE_IN:
      return compile_membership (self, node);
    case PLUMB_NODE_ALL_TRUE:
    case PLUMB_NODE_ANY_TRUE:
      return compile_all_or_any (self, node);
    default:
      self->failed = TRUE;
      return PLUMB_DIAGRAM_UNKNOWN;
    }
}

static PlumbDiagram
compile_value (PlumbCompiler *self, const PlumbNode *node)
{
  switch ((int) node->kind)
    {
    case PLUMB_NODE_ADD:
      return compile_chain (self, node, PLUMB_OPERATION_ADD);
    case PLUMB_NODE_MULTIPLY:
      return compile_chain (self, node, PLUMB_OPERATION_MULTIPLY);
    case PLUMB_NODE_NEGATE:
      return apply (self, PLUMB_OPERATION_NEGATE, compile (self, PLUMB_NODE_FIRST (node)), 0);
    case PLUMB_NODE_COUNT:
      return compile_count (self, node);
    case PLUMB_NODE_IF:
    case PLUMB_NODE_CASE:
    case PLUMB_NODE_CASE_OF:
      return compile_case (self, node);
    case PLUMB_NODE_COALESCE:
      return compile_coalesce (self, node);
    case PLUMB_NODE_COALESCE_LIST:
      return compile_coalesce (self, get_list (self, PLUMB_NODE_FIRST (node)));
    default:
      return compile_logic (self, node);
    }
}

static PlumbDiagram
compile_name (PlumbCompiler *self, const PlumbNode *node)
{
  PlumbDiagram name = self->slots[node->slot];

  switch ((int) node->kind)
    {
    case PLUMB_NODE_NAME:
      return name;
    case PLUMB_NODE_NOT_NAME:
      return plumb_diagrams_not (self->diagrams, name);
    case PLUMB_NODE_NAME_TEST_NULL:
      return negate_if (self, node->negated, plumb_diagrams_is_null (self->diagrams, name));
    default:
      return compile_fused (self, node);
    }
}

static PlumbDiagram
compile (PlumbCompiler *self, const PlumbNode *node)
{
  PlumbDiagram result;
  PlumbValue value;

  if (node->kind == PLUMB_NODE_CONSTANT)
    {
      plumb_node_get_value (node, NULL, &value);
      return plumb_diagrams_constant (self->diagrams, value);
    }
  if (plumb_node_has_name (node))
    return compile_name (self, node);

  result = compile_value (self, node);
  if (node->type == PLUMB_VALUE_DECIMAL)
    result = apply (self, PLUMB_OPERATION_TO_DECIMAL, result, 0);

  return result;
}

/**
 * plumb_diagrams_compile:
 * @self: diagrams
 * @expression: a guard or a term that yields no list
 * @slots: (array): a diagram for every name
 * @diagram: (out): what yields its value
 *
 * Returns: %FALSE where the expression is of a form that is not followed: a list
 *   that is chosen by `if`, `case` or `Coalesce`
 */
gboolean
plumb_diagrams_compile (PlumbDiagrams *self,
                        const PlumbExpression *expression,
                        const PlumbDiagram *slots,
                        PlumbDiagram *diagram)
{
  PlumbCompiler compiler = { self, slots, FALSE };

  *diagram = PLUMB_DIAGRAM_UNKNOWN;
  if (expression->nodes->type == PLUMB_VALUE_LIST)
    return FALSE;
  *diagram = compile (&compiler, expression->nodes);

  return !compiler.failed;
}
