/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the syntax tree to the array of nodes that is evaluated. */

#include "plumb-expression-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GArray *nodes;
  GPtrArray *lists;
} Compiler;

static void emit (Compiler *self, const PlumbSyntax *syntax);

static PlumbNode
get_node (const PlumbSyntax *syntax, PlumbNodeKind kind)
{
  return (PlumbNode){
    .kind = kind,
    .type = syntax->type,
    .detail = syntax->detail,
    .negated = syntax->negated,
    .subtracted = syntax->subtracted,
    .span = 1,
    .slot = syntax->slot,
    .name = syntax->name,
  };
}

/* Emits a node that stands for @syntax and for the name below it. */
static void
emit_fused (Compiler *self,
            const PlumbSyntax *syntax,
            PlumbNodeKind kind,
            const PlumbSyntax *name,
            const PlumbSyntax *constant,
            PlumbRelation relation)
{
  PlumbNode node = get_node (syntax, kind);

  node.slot = name->slot;
  node.name = name->name;
  if (constant != NULL)
    {
      node.detail = relation;
      if (constant->type == PLUMB_VALUE_STRING)
        node.string = constant->value.string;
      else
        node.integer = constant->value.integer;
    }
  g_array_append_val (self->nodes, node);
}

/* The relation that holds with the sides swapped. */
static PlumbRelation
mirror (PlumbRelation relation)
{
  switch (relation)
    {
    case PLUMB_RELATION_LESS:
      return PLUMB_RELATION_GREATER;
    case PLUMB_RELATION_LESS_OR_EQUAL:
      return PLUMB_RELATION_GREATER_OR_EQUAL;
    case PLUMB_RELATION_GREATER:
      return PLUMB_RELATION_LESS;
    case PLUMB_RELATION_GREATER_OR_EQUAL:
      return PLUMB_RELATION_LESS_OR_EQUAL;
    case PLUMB_RELATION_EQUAL:
    case PLUMB_RELATION_NOT_EQUAL:
    default:
      return relation;
    }
}

static gboolean
emit_fused_relation (Compiler *self, const PlumbSyntax *syntax)
{
  const PlumbSyntax *name = syntax->first;
  const PlumbSyntax *constant = syntax->last;
  PlumbRelation relation = syntax->detail;

  if (name->kind == PLUMB_NODE_CONSTANT)
    {
      name = syntax->last;
      constant = syntax->first;
      relation = mirror (relation);
    }
  if (name->kind != PLUMB_NODE_NAME || constant->kind != PLUMB_NODE_CONSTANT
      || constant->value.type != name->type)
    return FALSE;

  if (name->type == PLUMB_VALUE_INTEGER)
    emit_fused (self, syntax, PLUMB_NODE_NAME_RELATION_INTEGER, name, constant, relation);
  else if (name->type == PLUMB_VALUE_STRING && relation <= PLUMB_RELATION_NOT_EQUAL)
    emit_fused (self, syntax, PLUMB_NODE_NAME_RELATION_STRING, name, constant, relation);
  else
    return FALSE;

  return TRUE;
}

static gboolean
emit_as_fused (Compiler *self, const PlumbSyntax *syntax)
{
  const PlumbSyntax *operand = syntax->first;

  switch ((int) syntax->kind)
    {
    case PLUMB_NODE_NOT:
      if (operand->kind != PLUMB_NODE_NAME)
        return FALSE;
      emit_fused (self, syntax, PLUMB_NODE_NOT_NAME, operand, NULL, 0);
      return TRUE;

    case PLUMB_NODE_TEST:
      if (operand->kind != PLUMB_NODE_NAME || syntax->detail != PLUMB_TEST_NULL)
        return FALSE;
      emit_fused (self, syntax, PLUMB_NODE_NAME_TEST_NULL, operand, NULL, 0);
      g_array_index (self->nodes, PlumbNode, self->nodes->len - 1).detail = operand->type;
      return TRUE;

    case PLUMB_NODE_RELATION:
      return emit_fused_relation (self, syntax);

    default:
      return FALSE;
    }
}

static void
emit_constant (Compiler *self, const PlumbSyntax *syntax)
{
  PlumbNode node = get_node (syntax, PLUMB_NODE_CONSTANT);

  node.detail = syntax->value.type;
  if (syntax->value.type == PLUMB_VALUE_STRING)
    node.string = syntax->value.string;
  else if (syntax->value.type == PLUMB_VALUE_BOOLEAN)
    node.integer = syntax->value.boolean;
  else
    node.integer = syntax->value.integer;
  g_array_append_val (self->nodes, node);
}

/* Evaluates a list without names once and for all: only such a list can be the
 * value of a whole expression. */
static const PlumbValueList *
fold_list (Compiler *self, const PlumbNode *list)
{
  PlumbValueList *folded = NULL;
  guint length = 0;

  for (const PlumbNode *node = list; node < PLUMB_NODE_NEXT (list); node++)
    {
      if (plumb_node_has_name (node))
        return NULL;
    }

  for (PLUMB_EACH_OPERAND (item, list))
    length++;

  folded = g_malloc0 (sizeof *folded + length * sizeof (PlumbValue));
  g_ptr_array_add (self->lists, folded);
  for (PLUMB_EACH_OPERAND (item, list))
    {
      PlumbValue *value = &folded->items[folded->length++];

      plumb_node_get_value (item, NULL, value);
      if (list->detail == PLUMB_VALUE_DECIMAL && value->type == PLUMB_VALUE_INTEGER)
        *value = plumb_value_decimal (value->integer * PLUMB_DECIMAL_ONE);
    }

  return folded;
}

static void
emit (Compiler *self, const PlumbSyntax *syntax)
{
  guint place = self->nodes->len;
  PlumbNode node = get_node (syntax, syntax->kind);
  PlumbNode *emitted = NULL;

  if (syntax->kind == PLUMB_NODE_CONSTANT)
    {
      emit_constant (self, syntax);
      return;
    }
  if (emit_as_fused (self, syntax))
    return;

  if (syntax->kind == PLUMB_NODE_LIST)
    node.detail = syntax->element;
  g_array_append_val (self->nodes, node);
  for (const PlumbSyntax *child = syntax->first; child != NULL; child = child->next)
    emit (self, child);

  emitted = &g_array_index (self->nodes, PlumbNode, place);
  emitted->span = self->nodes->len - place;
  if (syntax->kind == PLUMB_NODE_LIST)
    emitted->list = fold_list (self, emitted);
}

/* Finds a list that a whole expression may yield though names are in it. */
static const PlumbSyntax *
find_open_list (const PlumbSyntax *syntax, const PlumbNode *node)
{
  const PlumbSyntax *syntax_child = syntax->first;

  if (syntax->type != PLUMB_VALUE_LIST)
    return NULL;
  if (syntax->kind == PLUMB_NODE_LIST)
    return node->list == NULL ? syntax : NULL;

  for (PLUMB_EACH_OPERAND (child, node))
    {
      const PlumbSyntax *found = find_open_list (syntax_child, child);

      if (found != NULL)
        return found;
      syntax_child = syntax_child->next;
    }

  return NULL;
}

/* Sets nodes and lists of @self. */
gboolean
plumb_expression_compile (PlumbExpression *self, const PlumbSyntax *syntax, GError **error)
{
  Compiler compiler = { g_array_new (FALSE, FALSE, sizeof (PlumbNode)), self->lists };
  const PlumbSyntax *open_list = NULL;

  emit (&compiler, syntax);
  self->n_nodes = compiler.nodes->len;
  self->nodes = (PlumbNode *) (gpointer) g_array_free (compiler.nodes, FALSE);

  open_list = find_open_list (syntax, self->nodes);
  if (open_list == NULL)
    return TRUE;

  plumb_expression_set_error (error, PLUMB_EXPRESSION_ERROR_TYPE, self->text, open_list->place,
                              _ ("a list with names in it cannot be the value of an expression"));
  return FALSE;
}
